// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "api/net/http.hpp"

namespace api {

// The web app: the files of one folder, read once at start, so no request ever reaches the file system.
class StaticFiles {
 public:
  // A missing folder holds no files.
  explicit StaticFiles(std::filesystem::path const& folder);

  // "/" is index.html. With the security headers that the page needs; 304 where `if_none_match` is still true; else 404.
  net::Response serve(std::string_view path, std::string_view if_none_match) const;
  bool empty() const { return files_.empty(); }

 private:
  struct File {
    std::string content_type, etag;
    std::shared_ptr<std::string const> body;
  };
  std::map<std::string, File, std::less<>> files_;
};

}  // namespace api
