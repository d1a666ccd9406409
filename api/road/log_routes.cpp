// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/road/log_routes.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>

#include "api/net/on_loop.hpp"
#include "storage/lines.hpp"

namespace api {
namespace {

constexpr std::string_view entries = "entries/";

// Three digits, as a tile's number is written.
std::optional<std::uint64_t> three_digits(std::string_view text) {
  bool const digits = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  if (text.size() != 3 || !digits) return {};
  return (text[0] - '0') * 100u + (text[1] - '0') * 10u + (text[2] - '0');
}

// Anybody may check, from any page.
net::Response shown(char const* type, char const* caching, std::string body) {
  return {200,
          {{"Cache-Control", caching}, {"Access-Control-Allow-Origin", "*"}},
          type,
          std::make_shared<std::string const>(std::move(body))};
}

net::Response text(std::string body) {
  return shown("text/plain; charset=utf-8", "no-cache", std::move(body));
}

net::Response tile(std::optional<std::string> bytes) {
  if (!bytes) return net::problem(404, "The log has no such tile.");
  return shown("application/octet-stream", "public, max-age=31536000, immutable",
               *std::move(bytes));
}

std::optional<std::string> read_tile(storage::TransparencyLog const& log, std::string_view path) {
  bool const leaves = path.starts_with(entries);
  auto const slash = leaves ? entries.size() - 1 : path.find('/');
  if (slash == path.npos) return {};
  auto const level = leaves ? 0 : storage::parse_decimal(path.substr(0, slash));
  auto const which = TilePath::parse(path.substr(slash + 1));
  if (!level || *level >= storage::tile_levels || !which) return {};
  return leaves ? log.entries(which->n, which->width)
                : log.tile(static_cast<unsigned>(*level), which->n, which->width);
}

}  // namespace

std::optional<TilePath> TilePath::parse(std::string_view text) {
  TilePath path;
  if (auto const partial = text.find(".p/"); partial != text.npos) {
    auto const width = storage::parse_decimal(text.substr(partial + 3));
    if (!width || *width == 0 || *width >= storage::tile_width) return {};
    path.width = *width;
    text = text.substr(0, partial);
  }
  for (bool first = true;; first = false) {
    auto const slash = text.find('/');
    bool const last = slash == text.npos;
    auto const part = text.substr(0, slash);
    auto const value = three_digits(part.substr(last || part.empty() ? 0 : 1));
    if (!value || (!last && part[0] != 'x') || (first && !last && *value == 0)) return {};
    if (path.n > (std::numeric_limits<std::uint64_t>::max() - *value) / 1000) return {};
    path.n = path.n * 1000 + *value;
    if (last) return path;
    text = text.substr(slash + 1);
  }
}

void LogRoutes::serve(std::string_view path, net::Respond respond) {
  path.remove_prefix(prefix.size());
  if (path == "checkpoint") return respond(text(log_.checkpoint()->text));
  if (path == "vkey") return respond(text(log_.verifier().text() + "\n"));
  constexpr std::string_view tiles = "tile/";
  if (!path.starts_with(tiles)) return respond(net::problem(404, "There is nothing at this path."));
  auto const held = net::on_loop(context_, std::move(respond));
  background_.run([this, held, which = std::string(path.substr(tiles.size()))] {
    boost::asio::post(context_, [held, response = tile(read_tile(log_, which))]() mutable {
      (*held)(std::move(response));
    });
  });
}

}  // namespace api
