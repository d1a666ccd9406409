// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <memory>

#include "api/net/http.hpp"

namespace api::net {

// For a job on another thread to hold: it is destroyed on the loop's thread, and so answers there when the job is dropped.
inline std::shared_ptr<Respond> on_loop(boost::asio::io_context& context, Respond respond) {
  return {new Respond(std::move(respond)),
          [&context](Respond* done) { boost::asio::post(context, [done] { delete done; }); }};
}

}  // namespace api::net
