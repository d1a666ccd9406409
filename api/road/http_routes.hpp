// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "api/road/erasure_routes.hpp"
#include "api/road/log_routes.hpp"
#include "api/road/session.hpp"
#include "api/road/static_files.hpp"

namespace api {

// A demo login: one click instead of a password, only with --demo.
struct DemoLogin {
  std::string name, role, display_name, de, en;
  core::Id subject;
};

// What the server answers at which path. Thread E.
class HttpRoutes final : public net::Handler {
 public:
  struct Hooks {
    std::function<bool()> ready;
    std::function<std::string()> metrics;
    std::function<std::string(core::Id const& subject)> issue_token;  // For demo logins.
  };

  HttpRoutes(Connections& connections, StaticFiles const& files, LogRoutes log,
             ErasureRoutes::Ports erasures, std::vector<DemoLogin> logins, Hooks hooks);

  void on_request(net::Request request, net::Respond respond) override;
  std::variant<std::unique_ptr<net::Peer>, net::Response> on_upgrade(net::Request const& request,
                                                                     net::Socket& socket) override;

 private:
  struct Route;
  static Route const routes[];

  void rpc(net::Request const& request, net::Respond respond);
  void healthz(net::Request const& request, net::Respond respond);
  void readyz(net::Request const& request, net::Respond respond);
  void metrics(net::Request const& request, net::Respond respond);
  void demo_logins(net::Request const& request, net::Respond respond);
  void demo_login(net::Request const& request, net::Respond respond);
  // The person that "Authorization: Bearer" names: a visitor without the header; nothing when the token is not good.
  std::optional<Caller> caller_of(net::Request const& request) const;

  Connections& connections_;
  StaticFiles const& files_;
  LogRoutes log_;
  ErasureRoutes erasures_;
  std::vector<DemoLogin> logins_;
  Hooks hooks_;
};

}  // namespace api
