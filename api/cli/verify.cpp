// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <boost/unordered/unordered_flat_map.hpp>
#include <iostream>

#include "api/cli/place.hpp"
#include "api/cli/verbs.hpp"
#include "api/hub/read_side.hpp"
#include "core/schema/tenant.capnp.h"
#include "storage/base64.hpp"
#include "storage/tree_check.hpp"

namespace api::cli {
namespace {

// What every log promises, record by record. Throws core::LogBroken naming the first position that breaks it.
class Promises {
 public:
  void check(core::RecordView const& record) {
    auto const& header = record.header();
    expected_.value += 1;
    if (header.position != expected_) broken("does not follow the one before");
    auto const* type = core::schema_tables().event(header.event_type);
    if (!type)
      broken("holds an event of a type that this program does not know: " +
             std::to_string(header.event_type));
    if (type->family != header.stream.family)
      broken("holds an event on a stream of another family");
    auto& version = versions_[header.stream];
    if (header.version.value != ++version)
      broken("is version " + std::to_string(header.version.value) + " of its stream, not " +
             std::to_string(version));
    if (header.recorded < last_) broken("was recorded before the one before it");
    last_ = header.recorded;
  }
  core::Position checked() const { return expected_; }
  std::size_t streams() const { return versions_.size(); }

 private:
  [[noreturn]] void broken(std::string const& how) const {
    throw core::LogBroken("the record at position " + std::to_string(expected_.value) + " " + how);
  }

  core::Position expected_;
  core::Instant last_;
  boost::unordered_flat_map<core::StreamKey, std::uint64_t, std::hash<core::StreamKey>> versions_;
};

// A key that is gone was destroyed; one that is damaged throws core::LogBroken.
void check_keys(core::RecordView const& record, core::Vault const& vault) {
  core::Key key;
  for (std::size_t i = 0; i < record.sealed_parts(); ++i)
    (void)vault.key(record.sealed(i).key, key);
  storage::wipe(key);
}

// A log that was restored begins with the events that its parent had, and says so itself.
void check_fork(core::RecordView const& record, storage::TreeCheck const& tree) {
  if (record.header().event_type != core::id_of<core::tenant::LogForked>) return;
  auto const before = tree.head();
  core::CanonicalReader event(record.open());
  auto const forked = event.as<core::tenant::LogForked>();
  if (forked.getSize() != before.size || forked.getRoot() != storage::base64(before.root))
    throw core::LogBroken(
        "the record at position " + std::to_string(before.size + 1) +
        " says that the log goes on from another one, whose events are not these");
}

// Every record: what it promises, and that it is under the root that was signed.
void check_log(storage::Tenant& tenant) {
  Promises promises;
  auto const checkpoint = tenant.proof().checkpoint();
  storage::Crypto const crypto;
  storage::TreeCheck tree(tenant.head().tiles(), checkpoint->head.size.value, crypto);
  Progress progress("reading the log", checkpoint->head.size.value);
  tenant.log().read({1}, [&](core::RecordView const& record) {
    promises.check(record);
    check_keys(record, tenant.vault());
    check_fork(record, tree);
    tree.add(record);
    progress.step(record.header().position.value);
    return true;
  });
  if (promises.checked() != checkpoint->head.size)
    throw core::LogBroken("the log ends at position " + std::to_string(promises.checked().value) +
                          ", before its head");
  tree.expect(checkpoint->head.root);
  std::cout << promises.checked().value << " records in " << promises.streams()
            << " streams: every checksum, position, version and time is right\n"
            << "the hash tree is that of the records, and its root is the one that "
            << tenant.proof().verifier().name << " signed\n";
}

// Every view as it was kept, beside the same view folded anew.
std::size_t compare(Hub& hub) {
  ReadSide kept(hub, warn), fresh(hub, warn, ReadSide::From::the_beginning);
  kept.recover([](core::Position) {});
  Progress progress("folding the views anew", hub.tenant().log().head().value);
  fresh.recover([&](core::Position position) { progress.step(position.value); });
  std::size_t different = 0;
  for (auto const* view : fresh.views().all()) {
    auto const expected = view->rows().digest();
    bool const same = kept.views().find(view->name())->rows().digest() == expected;
    different += !same;
    std::cout << "  " << view->name() << "  " << core::hex(expected)
              << (same ? "  equal\n" : "  DIFFERENT from what was kept\n");
  }
  return different;
}

}  // namespace

int verify(int argc, char const* const* argv) {
  Options options(
      "verify",
      "Re-reads every record: checksums, positions, versions, times; hashes the tree anew "
      "and compares it, and the\nsigned root; tries every key that a record needs, and the "
      "identity store; folds every view anew and compares its "
      "digest with the one that was kept. Exit status 1, and the first bad position, when "
      "something is wrong.");
  options.add_tenant();
  if (auto status = options.parse(argc, argv)) return *status;
  Hub hub(existing_place_of(options), warn);
  check_log(hub.tenant());
  hub.tenant().identity().check();
  auto const different = compare(hub);
  std::cout << (different == 0 ? "everything is as it was recorded\n"
                               : "the views above must be rebuilt: delete nothing, report this\n");
  return different == 0 ? 0 : 1;
}

}  // namespace api::cli
