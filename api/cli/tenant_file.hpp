// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace api::cli {

// The file tenant.conf in a tenant's folder: what a server has to know before it opens the log. Lines "host = NAME" (one or
// several, lower case), "zone = ZONE", and "cosigner = URL VKEY" for each witness that countersigns its checkpoints.
struct TenantFile {
  std::vector<std::string> hosts;
  std::string zone = "Europe/Berlin";
  std::vector<std::string> cosigners = {};

  static std::filesystem::path path_in(std::filesystem::path const& folder);
  // Throws std::runtime_error, naming file and line, where there is none or it holds something else.
  static TenantFile read(std::filesystem::path const& folder);
  void write(std::filesystem::path const& folder) const;
};

// The key of a tenant's folder: FOLDER.master-key, beside it.
std::filesystem::path master_key_of(std::filesystem::path const& folder);

}  // namespace api::cli
