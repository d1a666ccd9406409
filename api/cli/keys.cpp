// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <iostream>

#include "api/cli/place.hpp"
#include "api/cli/verbs.hpp"
#include "storage/key_rotation.hpp"

namespace api::cli {

namespace po = boost::program_options;

int keys(int argc, char const* const* argv) {
  Options options(
      "keys rotate",
      "Locks all keys of a tenant with a new master key, which takes the place of the "
      "old one. Copies of the keys from before\nopen with the old master key only: they "
      "are worth nothing once every copy of that is gone. Make a new backup of the keys\n"
      "afterwards, and keep the new master key elsewhere too. If it is cut short, call it "
      "again.");
  options.add_tenant();
  options.add()("words", po::value<std::vector<std::string>>(), "What to do.");
  options.positional("words", -1);
  if (auto status = options.parse(argc, argv)) return *status;
  if (options.texts("words") != std::vector<std::string>{"rotate"}) {
    std::cerr << "fuge keys: expected rotate\n";
    return 2;
  }
  auto const place = existing_place_of(options);
  storage::Crypto const crypto;
  auto const living = storage::rotate_master_key(place.data, place.master_key, crypto);
  std::cout << living << " keys are locked with the new master key " << place.master_key.string()
            << '\n';
  return 0;
}

}  // namespace api::cli
