// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/road/static_files.hpp"

#include <fstream>
#include <functional>
#include <iterator>

namespace api {
namespace {

// Files of one page; a folder that holds more is not a web app of ours.
constexpr std::uintmax_t file_bytes_max = 16 << 20;

constexpr std::pair<std::string_view, std::string_view> types[] = {
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
};

std::string type_of(std::filesystem::path const& file) {
  for (auto const& [ending, type] : types)
    if (file.extension() == ending) return std::string(type);
  return "application/octet-stream";
}

std::string content_of(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

net::Headers secure_headers(std::string const& etag) {
  return {{"ETag", etag},
          {"Cache-Control", "no-cache"},
          {"Content-Security-Policy",
           "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; "
           "form-action 'self'"},
          {"X-Content-Type-Options", "nosniff"},
          {"Referrer-Policy", "no-referrer"},
          {"Cross-Origin-Opener-Policy", "same-origin"}};
}

}  // namespace

StaticFiles::StaticFiles(std::filesystem::path const& folder) {
  std::error_code error;
  for (auto const& entry : std::filesystem::recursive_directory_iterator(folder, error)) {
    if (!entry.is_regular_file() || entry.file_size() > file_bytes_max) continue;
    auto const name = "/" + std::filesystem::relative(entry.path(), folder).generic_string();
    auto content = content_of(entry.path());
    auto const etag = '"' + std::to_string(std::hash<std::string>{}(content)) + '"';
    files_[name] = {type_of(entry.path()), etag,
                    std::make_shared<std::string const>(std::move(content))};
  }
}

net::Response StaticFiles::serve(std::string_view path, std::string_view if_none_match) const {
  auto const found = files_.find(path == "/" ? std::string_view("/index.html") : path);
  if (found == files_.end()) return net::problem(404, "There is nothing at this path.");
  auto const& file = found->second;
  net::Response response;
  response.headers = secure_headers(file.etag);
  response.status = if_none_match == file.etag ? 304 : 200;
  if (response.status == 200) {
    response.content_type = file.content_type;
    response.body = file.body;
  }
  return response;
}

}  // namespace api
