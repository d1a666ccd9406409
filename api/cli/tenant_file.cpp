// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/cli/tenant_file.hpp"

#include <boost/program_options.hpp>
#include <fstream>
#include <stdexcept>

#include "api/hub/hub.hpp"
#include "storage/file.hpp"

namespace api::cli {
namespace {

namespace po = boost::program_options;

}  // namespace

std::filesystem::path TenantFile::path_in(std::filesystem::path const& folder) {
  return folder / "tenant.conf";
}

TenantFile TenantFile::read(std::filesystem::path const& folder) try {
  std::ifstream file(path_in(folder));
  if (!file)
    throw std::runtime_error("there is no " + path_in(folder).string() + "; fuge init makes one");
  TenantFile tenant;
  po::options_description known;
  known.add_options()("host", po::value(&tenant.hosts)->composing())(
      "zone", po::value(&tenant.zone))("cosigner", po::value(&tenant.cosigners)->composing());
  po::variables_map values;
  po::store(po::parse_config_file(file, known), values);
  po::notify(values);
  if (tenant.hosts.empty()) throw std::runtime_error(path_in(folder).string() + " names no host");
  return tenant;
} catch (po::error const& wrong) {
  throw std::runtime_error(path_in(folder).string() + ": " + wrong.what());
}

void TenantFile::write(std::filesystem::path const& folder) const {
  std::string text =
      "# Which requests are for this tenant, and its time zone, which never changes.\n";
  for (auto const& host : hosts) text += "host = " + host + "\n";
  text += "zone = " + zone + "\n";
  for (auto const& cosigner : cosigners) text += "cosigner = " + cosigner + "\n";
  storage::replace_file(path_in(folder), text);
}

std::filesystem::path master_key_of(std::filesystem::path const& folder) {
  return beside(folder, ".master-key");
}

}  // namespace api::cli
