// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/restore.hpp"

#include <iostream>

#include "api/cli/place.hpp"
#include "api/cli/tenant_file.hpp"
#include "api/cli/verbs.hpp"
#include "api/witness/cosigner.hpp"
#include "core/rows.hpp"

namespace api::cli {
namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;

// The list goes on beside the new folder, if it lies elsewhere.
void take_over_list(fs::path const& list, fs::path const& wanted) {
  if (fs::exists(wanted) && fs::equivalent(list, wanted)) return;
  auto const text = storage::read_file(list), there = storage::read_file(wanted);
  if (there && !text->starts_with(*there))
    throw storage::Unusable(wanted.string() +
                            " is another list of erasures, and not the beginning of " +
                            list.string());
  storage::replace_file(wanted, *text);
}

// Settings that were put away with the events.
void take_over_settings(fs::path const& from, fs::path const& folder) {
  fs::path place = from;
  if (!fs::exists(TenantFile::path_in(place)))
    for (auto const& entry : fs::directory_iterator(from))
      if (entry.is_directory() && fs::exists(TenantFile::path_in(entry.path())))
        place = entry.path();
  auto const settings = storage::read_file(TenantFile::path_in(place));
  if (settings) storage::replace_file(TenantFile::path_in(folder), *settings);
}

// Refuses where a witness has seen a newer list, or does not tell.
void ask_witnesses(std::vector<Cosigner> const& cosigners, storage::ErasureList const& list,
                   core::Key const& tenant_secret, core::Crypto const& crypto) {
  if (cosigners.empty())
    return warn("no witness was named by --cosigner, so nobody was asked whether " +
                list.path().string() + " is the newest list of erasures");
  storage::ErasureLog const log(list, tenant_secret, crypto);
  expect_newest(cosigners, log, "the list of erasures", [](std::string const& why) {
    throw storage::Unusable(why + "; without --cosigner nobody is asked");
  });
}

// The new log's first event, the erasures that this copy does not know of yet, and what follows from them.
void finish(Hub::Place const& place, bool drop_tokens) {
  Hub hub(place, warn);
  auto const tokens = hub.tenant().identity().count_tokens(drop_tokens);
  hub.recover([](core::Position) {});
  hub.engine().follow_log();
  hub.settle();
  std::cout << tokens << " access tokens "
            << (drop_tokens ? "were taken away: everybody signs in anew\n"
                            : "are as they were when the keys were put away, also those that were "
                              "revoked since; --drop-tokens takes all of them away\n");
  std::cout << "the log is now " << storage::origin_of(hub.tenant().log().epoch())
            << ", at position " << hub.tenant().log().head().value << ", and signs with\n"
            << hub.tenant().proof().verifier().text() << '\n';
}

int restore_to(Hub::Place const& place, Options const& options) {
  storage::Crypto const crypto;
  fs::path const from = options.text("words"), list_path = options.text("erasures");
  if (!fs::exists(list_path))
    throw storage::Unusable("there is no list of erasures " + list_path.string() +
                            "; where nobody was ever erased, an empty file");
  storage::ErasureList const list(list_path, crypto, warn);
  auto const source = storage::open_source(from, crypto, warn);
  auto keys = fs::path(options.text("keys"));
  if (keys.empty() && storage::is_tenant_folder(from)) keys = from;
  if (keys.empty())
    throw storage::Unusable("--keys is missing: the file that fuge backup keys made");
  std::vector<Cosigner> cosigners;
  for (auto const& text : options.texts("cosigner")) cosigners.push_back(Cosigner::parse(text));

  storage::RestorePlan plan{*source, keys, list, place.data, place.master_key, {}, {}};
  if (options.has("until")) plan.until = core::Position{options.get<std::uint64_t>("until")};
  plan.expect_newest_list = [&](core::Key const& tenant_secret) {
    ask_witnesses(cosigners, list, tenant_secret, crypto);
  };
  auto const parent = [&] {
    Progress progress("restoring", source->checkpoints().back().head.size.value);
    return storage::restore(plan, crypto, warn,
                            [&](core::Position position) { progress.step(position.value); });
  }();
  take_over_list(list_path, beside(place.data, ".erasures"));
  take_over_settings(from, place.data);
  std::cout << "restored " << parent.size.value << " events of " << storage::origin_of(parent.epoch)
            << ", root " << core::hex(parent.root) << '\n';
  finish(place, options.get<bool>("drop-tokens"));
  return 0;
}

}  // namespace

int restore(int argc, char const* const* argv) {
  Options options(
      "restore BACKUP --keys FILE --erasures LIST [--until POSITION] --data DIR",
      "Makes a tenant's folder out of what fuge backup put away, or out of an old copy of such a "
      "folder, and destroys the key\nof everybody who is on the list of erasures before anybody is "
      "served. The log gets a name and a note key of its own, and\nits first event says what it "
      "goes "
      "on from: nothing is signed under the old name again. The list goes on as DIR.erasures.");
  options.add()("data", po::value<std::string>()->value_name("DIR"),
                "The new folder; not there yet, or empty.");
  options.add()("master-key", po::value<std::string>()->value_name("FILE"),
                "The key that all keys are locked with. Default: DIR.master-key.");
  options.add()("keys", po::value<std::string>()->value_name("FILE"),
                "What fuge backup keys made. Not needed for a copy of a folder: its own.");
  options.add()("erasures", po::value<std::string>()->value_name("LIST"),
                "The newest list of who was erased. Never that of the backup's time.");
  options.add()(
      "until", po::value<std::uint64_t>()->value_name("POSITION"),
      "Leaves out what came after it. A command of several events is there as a whole or not "
      "at all.");
  options.add()("cosigner",
                po::value<std::vector<std::string>>()->value_name("\"URL VKEY\"")->composing(),
                "A witness that is asked whether it has seen a newer list; if it has, or does not "
                "answer, nothing is restored. May be repeated.");
  options.add()(
      "drop-tokens", po::bool_switch(),
      "Takes all access tokens away: those that were revoked after the keys were put away would "
      "be valid again.");
  options.add()("zone",
                po::value<std::string>()->default_value("Europe/Berlin")->value_name("ZONE"),
                "The tenant's time zone.");
  options.add()("words", po::value<std::string>(), "BACKUP");
  options.positional("words", 1);
  if (auto status = options.parse(argc, argv)) return *status;
  for (auto const* needed : {"words", "erasures", "data"})
    if (!options.has(needed)) {
      std::cerr << "fuge restore: "
                << (std::string_view(needed) == "words" ? "BACKUP" : std::string("--") + needed)
                << " is missing\n";
      return 2;
    }
  auto place = place_of(options);
  place.erasures.clear();
  return restore_to(place, options);
}

}  // namespace api::cli
