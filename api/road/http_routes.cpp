// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/road/http_routes.hpp"

#include <boost/algorithm/string/predicate.hpp>

#include "api/json/rpc_write.hpp"
#include "api/json/texts.hpp"

namespace api {
namespace {

net::Response answer(unsigned status, std::string content_type, std::string body) {
  net::Response response;
  response.status = status;
  response.content_type = std::move(content_type);
  response.body = std::make_shared<std::string const>(std::move(body));
  response.headers.push_back({"Cache-Control", "no-store"});
  return response;
}

net::Response json_answer(std::string body) {
  return answer(200, "application/json", std::move(body));
}

// A command's id from "Idempotency-Key": a UUID, with or without quotation marks. Nothing when it is no UUID.
std::optional<core::Id> idempotency_key(net::Request const& request) {
  auto key = request.header("Idempotency-Key");
  if (key.empty()) return core::Id{};
  if (key.size() >= 2 && key.front() == '"' && key.back() == '"')
    key = key.substr(1, key.size() - 2);
  return core::Id::parse(key);
}

void member(std::string& out, char const* name, std::string_view value) {
  out += out.back() == '{' ? "\"" : ",\"";
  (out += name) += "\":";
  json::write_text(value, out);
}

}  // namespace

struct HttpRoutes::Route {
  std::string_view method, path;
  void (HttpRoutes::*serve)(net::Request const&, net::Respond);
};

HttpRoutes::Route const HttpRoutes::routes[] = {
    {"POST", "/rpc", &HttpRoutes::rpc},
    {"GET", "/healthz", &HttpRoutes::healthz},
    {"GET", "/readyz", &HttpRoutes::readyz},
    {"GET", "/metrics", &HttpRoutes::metrics},
    {"GET", "/demo/logins", &HttpRoutes::demo_logins},
    {"POST", "/demo/login", &HttpRoutes::demo_login},
};

HttpRoutes::HttpRoutes(Connections& connections, StaticFiles const& files, LogRoutes log,
                       ErasureRoutes::Ports erasures, std::vector<DemoLogin> logins, Hooks hooks)
    : connections_(connections),
      files_(files),
      log_(log),
      erasures_(std::move(erasures)),
      logins_(std::move(logins)),
      hooks_(std::move(hooks)) {}

void HttpRoutes::on_request(net::Request request, net::Respond respond) {
  auto const path = net::path_of(request.target);
  auto const method =
      request.method == "HEAD" ? std::string_view("GET") : std::string_view(request.method);
  std::string allowed;
  for (auto const& route : routes) {
    if (route.path != path) continue;
    if (route.method == method) return (this->*route.serve)(request, std::move(respond));
    allowed += (allowed.empty() ? "" : ", ") + std::string(route.method);
  }
  if (ErasureRoutes::has(path)) return erasures_.serve(request, path, std::move(respond));
  if (LogRoutes::has(path) && method == "GET") return log_.serve(path, std::move(respond));
  if (LogRoutes::has(path)) allowed = "GET";
  if (allowed.empty() && method == "GET")
    return respond(files_.serve(path, request.header("If-None-Match")));
  if (allowed.empty()) return respond(net::problem(404, "There is nothing at this path."));
  auto refused = net::problem(405, "This path takes another method.");
  refused.headers.push_back({"Allow", allowed});
  respond(std::move(refused));
}

std::variant<std::unique_ptr<net::Peer>, net::Response> HttpRoutes::on_upgrade(
    net::Request const& request, net::Socket& socket) {
  if (net::path_of(request.target) != "/rpc")
    return net::problem(404, "There is no WebSocket at this path.");
  auto const caller = caller_of(request);
  if (!caller) return net::problem(401, "The token is not valid.");
  return std::make_unique<Session>(connections_, socket, *caller);
}

std::optional<Caller> HttpRoutes::caller_of(net::Request const& request) const {
  auto const header = request.header("Authorization");
  if (header.empty()) return Caller{};
  constexpr std::string_view scheme = "Bearer ";
  if (!boost::algorithm::istarts_with(header, scheme)) return {};  // RFC 9110: in any case.
  return connections_.caller_of(header.substr(scheme.size()));
}

void HttpRoutes::rpc(net::Request const& request, net::Respond respond) {
  if (auto const type = request.header("Content-Type"); !type.starts_with("application/json"))
    return respond(net::problem(415, "JSON-RPC comes as application/json."));
  auto caller = caller_of(request);
  if (!caller) return respond(net::problem(401, "The token is not valid."));
  auto const key = idempotency_key(request);
  if (!key) return respond(net::problem(400, "Idempotency-Key must be a UUID."));
  auto const held = std::make_shared<net::Respond>(std::move(respond));
  caller->idempotency_key = *key;
  OneRequest edge(connections_, caller->actor);
  connections_.dispatcher.handle(*caller, request.body, edge, [held](std::string text) {
    if (text.empty()) return (*held)(answer(204, "", ""));
    (*held)(json_answer(std::move(text)));
  });
}

void HttpRoutes::healthz(net::Request const&, net::Respond respond) {
  respond(answer(200, "text/plain", "ok\n"));
}

void HttpRoutes::readyz(net::Request const&, net::Respond respond) {
  respond(hooks_.ready() ? answer(200, "text/plain", "ready\n")
                         : answer(503, "text/plain", "not ready\n"));
}

void HttpRoutes::metrics(net::Request const&, net::Respond respond) {
  respond(answer(200, "text/plain; version=0.0.4", hooks_.metrics()));
}

void HttpRoutes::demo_logins(net::Request const&, net::Respond respond) {
  if (logins_.empty()) return respond(net::problem(404, "This is no demo."));
  std::string out = "[";
  for (auto const& login : logins_) {
    out += out.size() > 1 ? ",{" : "{";
    member(out, "name", login.name);
    member(out, "role", login.role);
    member(out, "subject", core::to_string(login.subject));
    member(out, "displayName", login.display_name);
    member(out, "de", login.de);
    member(out, "en", login.en);
    out += '}';
  }
  respond(json_answer(out + "]"));
}

void HttpRoutes::demo_login(net::Request const& request, net::Respond respond) {
  simdjson::dom::parser parser;
  std::string_view name;
  simdjson::dom::element body;
  if (parser.parse(request.body).get(body) != simdjson::SUCCESS ||
      body["name"].get(name) != simdjson::SUCCESS)
    return respond(
        net::problem(400, "Send {\"name\": \"...\"} with one of the names from /demo/logins."));
  auto const login = std::ranges::find(logins_, name, &DemoLogin::name);
  if (login == logins_.end())
    return respond(net::problem(404, "There is no demo login of that name."));
  std::string out = "{";
  member(out, "token", hooks_.issue_token(login->subject));
  respond(json_answer(out + "}"));
}

}  // namespace api
