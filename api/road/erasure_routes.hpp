// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/asio/io_context.hpp>
#include <functional>

#include "api/net/http.hpp"
#include "api/render/erasure_proof.hpp"
#include "core/background.hpp"
#include "core/clock.hpp"
#include "core/world.hpp"
#include "storage/identity.hpp"

namespace api {

// The one-time link of whoever is erased, /erasure/PERSON/TOKEN: GET tells how far it is, POST gives the proof. Ten minutes after
// it was given first it is not given any more. Whoever does not know the token learns nothing, not even whether there was such a
// person. As a page in German and English, or as JSON where "Accept" names it. Thread E; what reads the disk does so on
// `background`.
class ErasureRoutes {
 public:
  // All of them outlive it; it outlives what it gave to `background`.
  struct Ports {
    boost::asio::io_context& context;
    core::Background& background;
    core::World const& world;
    storage::Identity& identity;
    core::Clock const& clock;
    ErasureEvidence evidence;
  };
  explicit ErasureRoutes(Ports ports) : ports_(std::move(ports)) {}

  static bool has(std::string_view path) { return path.starts_with(prefix); }
  void serve(net::Request const& request, std::string_view path, net::Respond respond);

 private:
  static constexpr std::string_view prefix = "/erasure/";

  std::optional<core::Id> person_of(std::string_view path) const;
  bool is_over(core::Id const& person) const;
  net::Response tell(core::Id const& person, bool erased, bool as_json) const;
  net::Response give(core::Id const& person, bool as_json) const;

  Ports const ports_;
};

}  // namespace api
