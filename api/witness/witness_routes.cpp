// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/witness/witness_routes.hpp"

#include <boost/asio/post.hpp>
#include <chrono>

#include "api/net/on_loop.hpp"
#include "core/limits.hpp"

namespace api {
namespace {

std::uint64_t unix_seconds() {
  auto const now = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::seconds>(now).count());
}

net::Response response(unsigned status, std::string type, std::string body) {
  return {status,
          {{"Cache-Control", "no-store"}},
          std::move(type),
          std::make_shared<std::string const>(std::move(body))};
}

}  // namespace

WitnessRoutes::WitnessRoutes(boost::asio::io_context& context, storage::Witness& witness,
                             std::function<void(std::string const&)> const& warn)
    : context_(context), witness_(witness), worker_([warn](std::exception const& failure) {
        warn(std::string("no more cosigning: ") + failure.what());
      }) {}

void WitnessRoutes::serve(net::Request const& request, std::string_view path,
                          net::Respond respond) {
  path.remove_prefix(prefix.size());
  bool const adds = path == "add-checkpoint";
  if (!adds && path != "vkey") return respond(net::problem(404, "There is nothing at this path."));
  if (request.method != (adds ? "POST" : "GET"))
    return respond(net::problem(405, "This path takes another method."));
  if (!adds)
    return respond(response(200, "text/plain; charset=utf-8", witness_.verifier().text() + "\n"));
  if (request.body.size() > core::limits::add_checkpoint_bytes_max)
    return respond(net::problem(413, "A checkpoint is smaller than that."));
  auto const held = net::on_loop(context_, std::move(respond));
  worker_.run([this, held, body = request.body] {
    auto answer = witness_.add_checkpoint(body, unix_seconds());
    boost::asio::post(context_, [held, answer = std::move(answer)]() mutable {
      (*held)(response(answer.status, std::move(answer.content_type), std::move(answer.body)));
    });
  });
}

}  // namespace api
