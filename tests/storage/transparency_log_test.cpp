// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/transparency_log.hpp"

#include <boost/test/unit_test.hpp>

#include "storage/log_signer.hpp"
#include "storage/memory_log.hpp"
#include "storage/tenant.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/processes.hpp"
#include "tests/support/records.hpp"

namespace {

using storage::Tenant;

storage::Crypto const sodium;

struct Here {
  support::Folder folder;
  std::filesystem::path data = folder / "data";
  std::vector<std::string> warnings;

  std::unique_ptr<Tenant> open() { return open(folder); }
  std::unique_ptr<Tenant> open(std::filesystem::path const& at) {
    return std::make_unique<Tenant>(Tenant::Place{at / "data", at / "master-key"}, sodium,
                                    [this](auto const& text) { warnings.push_back(text); });
  }
  static void append(Tenant& tenant, std::size_t count) {
    for (; count > 0; count -= std::min<std::size_t>(count, 500))
      tenant.log().append(support::block_of(tenant.log().head().value + 1,
                                            std::min<std::size_t>(count, 500), storage::crc32c));
    tenant.head().catch_up();
  }
};

// The checkpoint's size and root, when its only signature is that of `verifier`.
std::optional<storage::TreeHead> believed(std::string const& checkpoint,
                                          storage::Verifier const& verifier) {
  auto const note = storage::Note::parse(checkpoint);
  auto const head = storage::parse_head(checkpoint);
  if (!note || !head || note->signatures.size() != 1) return {};
  auto const by = storage::signers(*note, {&verifier, 1});
  if (!by || by->size() != 1) return {};
  return storage::TreeHead{head->size.value, head->root};
}

bool goes_on_from(storage::TransparencyLog const& log, storage::TreeHead const& older) {
  auto const now = believed(log.checkpoint()->text, log.verifier());
  if (!now) return false;
  auto const proof = older.size == 0 ? storage::Hashes() : log.consistency(older.size, now->size);
  return proof && storage::verify_consistency(older, *now, *proof, sodium);
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(transparency_log, Here)

BOOST_AUTO_TEST_CASE(an_empty_log_signs_the_empty_tree) {
  auto const tenant = open();
  auto const head = believed(tenant->proof().checkpoint()->text, tenant->proof().verifier());
  BOOST_REQUIRE(head);
  BOOST_TEST(head->size == 0u);
  BOOST_TEST((head->root == sodium.sha256({})));
  BOOST_TEST(tenant->proof().checkpoint()->text == support::content_of(data / "head"));
}

BOOST_AUTO_TEST_CASE(every_leaf_is_proved_to_be_under_the_signed_root) {
  auto const tenant = open();
  append(*tenant, 700);
  auto const& log = tenant->proof();
  auto const head = believed(log.checkpoint()->text, log.verifier());
  BOOST_REQUIRE((head && head->size == 700));
  tenant->log().read({1}, [&](core::RecordView const& record) {
    auto const index = record.header().position.value - 1;
    auto const leaf = storage::leaf_hash(storage::leaf_of(record, sodium), sodium);
    auto const proof = log.inclusion(index, 700);
    BOOST_REQUIRE(proof);
    BOOST_REQUIRE(storage::verify_inclusion(leaf, index, 700, head->root, *proof, sodium));
    return true;
  });
}

BOOST_AUTO_TEST_CASE(tiles_and_entries_are_those_of_the_tree) {
  auto const tenant = open();
  append(*tenant, 600);
  auto const& log = tenant->proof();
  using Part = std::pair<std::uint64_t, std::uint64_t>;
  for (auto const& [n, width] : {Part{0, 256}, {1, 256}, {2, 88}, {2, 1}, {0, 17}}) {
    auto const tile = log.tile(0, n, width), entries = log.entries(n, width);
    BOOST_REQUIRE((tile && tile->size() == width * 32));
    BOOST_REQUIRE((entries && entries->size() == width * 43));
    for (std::size_t i = 0; i < width; ++i) {
      BOOST_REQUIRE(entries->substr(i * 43, 2) == std::string("\0\x29", 2));
      auto const hash = storage::leaf_hash(core::bytes_of(entries->substr(i * 43 + 2, 41)), sodium);
      BOOST_REQUIRE(core::view_of(hash) == tile->substr(i * 32, 32));
    }
  }
  storage::Frontier first;
  for (std::size_t i = 0; i < 256; ++i) {
    core::Digest hash;
    std::memcpy(hash.data(), log.tile(0, 0, 256)->data() + i * 32, 32);
    first.add(hash, sodium);
  }
  BOOST_TEST((log.tile(1, 0, 1) == core::view_of(first.root(sodium))));
}

BOOST_AUTO_TEST_CASE(what_no_checkpoint_covers_is_not_there) {
  auto const tenant = open();
  append(*tenant, 600);
  auto const& log = tenant->proof();
  auto const huge = std::numeric_limits<std::uint64_t>::max();
  for (auto const& [level, n, width] :
       {std::tuple<unsigned, std::uint64_t, std::uint64_t>{0, 2, 89},
        {0, 3, 1},
        {0, 2, 256},
        {1, 0, 3},
        {2, 0, 1},
        {0, 0, 0},
        {0, 0, 257},
        {8, 0, 1},
        {63, 0, 1},
        {0, huge, 256},
        {0, huge / 256, 256}})
    BOOST_TEST(!log.tile(level, n, width), level << "/" << n << ".p/" << width);
  BOOST_TEST(!log.entries(2, 89));
  BOOST_TEST(!log.entries(huge / 256, 256));
  BOOST_TEST(!log.inclusion(600, 600));
  BOOST_TEST(!log.inclusion(0, 601));
  BOOST_TEST(!log.consistency(0, 600));
  BOOST_TEST(!log.consistency(600, 601));
  BOOST_TEST(!log.consistency(600, 599));
}

BOOST_AUTO_TEST_CASE(a_checkpoint_follows_by_itself) {
  auto const tenant = open();
  tenant->log().append(support::block_of(1, 10, storage::crc32c));
  for (int i = 0; i < 5000 && tenant->proof().checkpoint()->head.size.value != 10; ++i)
    ::usleep(1'000);
  BOOST_TEST(tenant->proof().checkpoint()->head.size.value == 10u);
}

BOOST_AUTO_TEST_CASE(the_key_is_that_of_tenant_and_epoch) {
  auto const of = [](std::uint8_t secret, char const* epoch) {
    return storage::log_signer({secret}, epoch, sodium).verifier().public_key;
  };
  BOOST_TEST((of(1, "a") == of(1, "a")));
  BOOST_TEST((of(1, "a") != of(2, "a")));
  BOOST_TEST((of(1, "a") != of(1, "b")));
  auto const vkey = open()->proof().verifier().text();
  BOOST_TEST(open()->proof().verifier().text() == vkey);
}

BOOST_AUTO_TEST_CASE(no_bit_of_a_head_can_change) {
  auto const signer = storage::log_signer({1}, std::string(32, 'a'), sodium);
  auto const body = storage::head_text({std::string(32, 'a'), {1234}, sodium.sha256({})});
  auto const text = body + "\n" + signer.sign(body);
  BOOST_TEST(storage::is_vouched(text, signer.verifier()));
  BOOST_TEST(
      storage::is_vouched(body, signer.verifier()));  // As it was before there were signatures.
  BOOST_TEST(!storage::is_vouched(body + "\n", signer.verifier()));
  for (std::size_t bit = 0; bit < text.size() * 8; ++bit) {
    auto flipped = text;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ 1 << bit % 8);
    BOOST_REQUIRE_MESSAGE(!storage::is_vouched(flipped, signer.verifier()), flipped);
  }
}

BOOST_AUTO_TEST_CASE(a_tree_that_is_gone_is_made_again) {
  auto tenant = open();
  append(*tenant, 2'000);
  auto const tile = tenant->proof().tile(1, 0, 7);
  tenant.reset();
  std::filesystem::remove_all(data / "tree");
  tenant = open();
  BOOST_TEST(warnings.size() == 1u);
  BOOST_TEST((tenant->proof().tile(1, 0, 7) == tile));
  auto const older = believed(support::content_of(data / "head"), tenant->proof().verifier());
  BOOST_TEST(goes_on_from(tenant->proof(), *older));
}

// What proves a log, over a log in memory.
struct Proving {
  storage::HeadKeeper keeper;
  storage::TransparencyLog log;

  Proving(std::filesystem::path const& at, storage::MemoryLog const& events)
      : keeper(
            {at}, events,
            storage::checked_frontier({at}, events, storage::read_head(at / "head"), sodium,
                                      [](auto const&) {}),
            storage::log_signer({1}, events.epoch(), sodium), sodium, [](auto const&) {},
            [](auto const& failure) { BOOST_ERROR(failure); }),
        log(keeper, events, sodium) {}
  storage::TreeHead head() const { return *believed(log.checkpoint()->text, log.verifier()); }
};

// Whatever a crash leaves behind: each file as it was before or after any step, and of the tree, behind what was synced, anything.
BOOST_AUTO_TEST_CASE(no_crash_makes_two_heads_that_do_not_agree) {
  support::Folder crashed;
  storage::MemoryLog events;
  (void)Proving(folder, events);
  events.append(support::block_of(1, 300, storage::crc32c));
  auto const older = Proving(folder, events).head();
  auto const before = support::everything_in(folder);
  events.append(support::block_of(301, 500, storage::crc32c));
  auto const newer = Proving(folder, events).head();
  BOOST_REQUIRE((older.size == 300 && newer.size == 800));

  for (unsigned state = 0; state < 32; ++state) {
    std::filesystem::remove_all(crashed / "it");
    std::filesystem::copy(folder.path(), crashed / "it", std::filesystem::copy_options::recursive);
    auto const back = [&](char const* name) {
      std::ofstream(crashed / "it" / name) << before.at((folder / name).string());
    };
    bool const old_head = state & 1, old_frontier = old_head || state & 2;
    if (old_head) back("head");
    if (old_frontier) back("frontier");
    if (state & 4) std::ofstream(crashed / "it" / "head.new") << "fuge/";
    auto const leaves = crashed / "it" / "tree" / "0";
    auto const sure = (old_frontier ? 300u : 800u) * 32u;
    if (state & 8) std::filesystem::resize_file(leaves, sure);
    if (state & 16) std::filesystem::resize_file(leaves, sure + 64);  // Zeros, after a cut.

    BOOST_TEST_CONTEXT("state " << state) {
      Proving const again(crashed / "it", events);
      BOOST_TEST(again.head().size == 800u);
      BOOST_TEST(goes_on_from(again.log, older));
      BOOST_TEST(goes_on_from(again.log, newer));
      events.read({1}, [&](core::RecordView const& record) {
        auto const index = record.header().position.value - 1;
        auto const leaf = storage::leaf_hash(storage::leaf_of(record, sodium), sodium);
        BOOST_REQUIRE(storage::verify_inclusion(leaf, index, 800, newer.root,
                                                *again.log.inclusion(index, 800), sodium));
        return true;
      });
    }
  }
}

BOOST_AUTO_TEST_CASE(a_log_that_does_not_go_on_from_its_head_is_not_signed) {
  storage::MemoryLog events, shorter, other;
  (void)Proving(folder, events);
  events.append(support::block_of(1, 300, storage::crc32c));
  shorter.append(support::block_of(1, 299, storage::crc32c));
  other.append(support::block_of(1, 300, storage::crc32c, 168));
  (void)Proving(folder, events);
  std::filesystem::remove(folder / "frontier");  // So that the whole log is hashed.
  auto const before = support::everything_in(folder);
  BOOST_CHECK_THROW(Proving(folder, shorter), storage::Unusable);
  BOOST_CHECK_THROW(Proving(folder, other), storage::Unusable);
  BOOST_TEST((support::everything_in(folder) == before));
}

// The frontier says what was signed, so nobody looks at the log below it until the tree must be made again.
BOOST_AUTO_TEST_CASE(a_tree_is_not_made_again_from_another_log) {
  storage::MemoryLog events, other;
  (void)Proving(folder, events);
  events.append(support::block_of(1, 300, storage::crc32c));
  other.append(support::block_of(1, 300, storage::crc32c, 168));
  (void)Proving(folder, events);
  std::filesystem::remove_all(folder / "tree");
  auto const head = support::content_of(folder / "head");
  BOOST_CHECK_THROW(Proving(folder, other), storage::Unusable);
  BOOST_TEST(support::content_of(folder / "head") == head);
  BOOST_TEST(Proving(folder, events).head().size == 300u);
}

BOOST_AUTO_TEST_CASE(child_signs) {
  support::AsChild const child;
  if (!child) return;
  auto const tenant = open(child.folder());
  for (;;) {
    append(*tenant, 37);
    child.report(tenant->proof().checkpoint()->head.size.value);
  }
}

BOOST_AUTO_TEST_CASE(after_a_kill_the_next_head_goes_on_from_every_one_that_was_shown) {
  std::vector<storage::TreeHead> shown;
  for (int round = 0; round < 4; ++round) {
    support::Child child("transparency_log/child_signs", folder);
    std::vector<std::uint64_t> sizes;
    for (int i = 0; i < 20 + round; ++i) sizes.push_back(child.next());
    child.kill();
    while (auto const size = child.next()) sizes.push_back(size);
    auto const tenant = open();
    BOOST_TEST(tenant->proof().checkpoint()->head.size.value >= sizes.back());
    for (auto const& head : shown) BOOST_TEST(goes_on_from(tenant->proof(), head));
    shown.push_back(*believed(tenant->proof().checkpoint()->text, tenant->proof().verifier()));
  }
  BOOST_TEST(warnings.empty());
}

BOOST_AUTO_TEST_SUITE_END()
