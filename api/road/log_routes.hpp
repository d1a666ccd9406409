// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/asio/io_context.hpp>

#include "api/net/http.hpp"
#include "core/background.hpp"
#include "storage/transparency_log.hpp"

namespace api {

// What anybody may check the log with, below /log: checkpoint, tile/..., tile/entries/... as https://c2sp.org/tlog-tiles names
// them, and vkey, the key that the checkpoints are signed with. Thread E; what reads the disk does so on `background`.
class LogRoutes {
 public:
  // All of them outlive it; it outlives what it gave to `background`.
  LogRoutes(boost::asio::io_context& context, core::Background& background,
            storage::TransparencyLog const& log)
      : context_(context), background_(background), log_(log) {}

  static bool has(std::string_view path) { return path.starts_with(prefix); }
  void serve(std::string_view path, net::Respond respond);

 private:
  static constexpr std::string_view prefix = "/log/";

  boost::asio::io_context& context_;
  core::Background& background_;
  storage::TransparencyLog const& log_;
};

// A tile's number and width, as its path ends: "x001/x234/067" or "x001/x234/067.p/112". Nothing when it is written otherwise.
struct TilePath {
  std::uint64_t n = 0, width = storage::tile_width;
  static std::optional<TilePath> parse(std::string_view text);
};

}  // namespace api
