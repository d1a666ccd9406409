// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <chrono>
#include <iostream>
#include <thread>

#include "api/cli/place.hpp"
#include "api/cli/tenant_file.hpp"
#include "api/cli/verbs.hpp"
#include "core/rows.hpp"
#include "storage/head_keeper.hpp"
#include "storage/key_backup.hpp"
#include "storage/log_backup.hpp"

namespace api::cli {
namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;

// A server may move its files while they are read from outside.
constexpr int tries_max = 5;
constexpr std::chrono::milliseconds between_tries{300};

template <class Step>
auto with_patience(Step step) {
  for (int tries = 1;; ++tries) try {
      return step();
    } catch (storage::Unusable const&) {
      if (tries == tries_max) throw;
      std::this_thread::sleep_for(between_tries);
    }
}

storage::Checkpoint newest_checkpoint(fs::path const& folder) {
  auto const text = storage::read_file(storage::HeadPlace{folder}.head());
  auto head = text ? storage::parse_head(*text) : std::nullopt;
  if (!head) throw storage::Unusable("there is no tenant in " + folder.string());
  return {*std::move(head), *text};
}

void keep_settings(fs::path const& folder, fs::path const& to) {
  auto const settings = storage::read_file(TenantFile::path_in(folder));
  if (settings) storage::replace_file(TenantFile::path_in(to), *settings);
}

int back_up_log(fs::path const& folder, fs::path const& to) {
  storage::Crypto const crypto;
  if (storage::is_within(to, folder))
    throw storage::Unusable(to.string() +
                            " lies within the data folder: a backup belongs elsewhere");
  fs::create_directories(to);
  storage::File lock(to, storage::File::Mode::read);
  if (!lock.lock()) throw storage::Unusable("another backup to " + to.string() + " is under way");
  with_patience([&] {
    auto const checkpoint = newest_checkpoint(folder);
    storage::LogBackup backup(to / checkpoint.head.epoch, crypto);
    auto const before = backup.last();
    storage::RocksLog const log(folder / "log", storage::RocksLog::Mode::read_only, crypto, warn);
    Progress progress("putting events away", checkpoint.head.size.value);
    backup.add(log, checkpoint, [&](core::Position position) { progress.step(position.value); });
    keep_settings(folder, to / checkpoint.head.epoch);
    std::cout << "position " << backup.last().value << " root " << core::hex(checkpoint.head.root)
              << '\n'
              << backup.last().value - before.value << " new events, in "
              << (to / checkpoint.head.epoch).string()
              << "; their keys are put away by fuge backup keys\n";
  });
  return 0;
}

int back_up_keys(fs::path const& folder, fs::path const& to) {
  auto const backup = with_patience([&] { return storage::KeyBackup::write(folder, to, warn); });
  std::cout
      << "keys for every event up to position " << backup.covers.value << ", and " << backup.rows
      << " rows of who signs in, in " << to.string()
      << "\nThrow away the older ones: they still have the keys of those who are erased since. "
         "The master key is not in it.\n";
  return 0;
}

}  // namespace

int backup(int argc, char const* const* argv) {
  Options options(
      "backup [keys] --to PLACE",
      "Puts a tenant's events away, also while it is being served: into a folder for each log, as "
      "files that are named by\npositions and root and hold no key. Each time only what is new is "
      "added.\nWith \"keys\": its keys and who signs in, in one file that replaces the one before. "
      "The two belong into different places:\nan erasure is carried out in a backup by throwing "
      "away its keys.");
  options.add()("data", po::value<std::string>()->default_value("data")->value_name("DIR"),
                "The tenant's folder.");
  options.add()("to", po::value<std::string>()->value_name("PLACE"),
                "The backup's folder; of keys: the file.");
  options.add()("words", po::value<std::vector<std::string>>(), "keys, or nothing.");
  options.positional("words", -1);
  if (auto status = options.parse(argc, argv)) return *status;
  auto const words = options.texts("words");
  bool const of_keys = words == std::vector<std::string>{"keys"};
  if (!options.has("to") || (!words.empty() && !of_keys)) {
    std::cerr << "fuge backup: expected [keys] --to PLACE\n";
    return 2;
  }
  auto const folder = fs::path(options.text("data")), to = fs::path(options.text("to"));
  return of_keys ? back_up_keys(folder, to) : back_up_log(folder, to);
}

}  // namespace api::cli
