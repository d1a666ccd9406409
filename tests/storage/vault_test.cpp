// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/vault.hpp"

#include <boost/test/unit_test.hpp>
#include <thread>

#include "core/event_log.hpp"
#include "storage/crypto.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/processes.hpp"
#include "tests/support/records.hpp"

namespace {

using core::KeyKind;
using storage::Vault;
using support::id_of;

storage::Crypto const crypto;
core::Key const master{1, 2, 3};

struct Here {
  support::Folder folder;
  std::filesystem::path path = folder / "vault", file = path / "keys";
  std::vector<std::string> warnings;

  std::unique_ptr<Vault> make() {
    return std::make_unique<Vault>(path, Vault::Mode::create, master, crypto, storage::Warn());
  }
  std::unique_ptr<Vault> open(core::Key const& with = master) {
    return std::make_unique<Vault>(path, Vault::Mode::open, with, crypto,
                                   [this](auto const& text) { warnings.push_back(text); });
  }
};

std::optional<core::Key> key_in(Vault const& vault, core::KeyId id) {
  core::Key key;
  return vault.key(id, key) ? std::optional(key) : std::nullopt;
}

std::string of(core::Key const& key) { return std::string(core::view_of(key)); }

}  // namespace

BOOST_FIXTURE_TEST_SUITE(vault, Here)

BOOST_AUTO_TEST_CASE(keys_and_secret_are_there_after_closing) {
  auto vault = make();
  auto const person = vault->create(KeyKind::PERSON, id_of(1)),
             text = vault->create(KeyKind::TEXT, id_of(1));
  auto const key = key_in(*vault, person);
  auto const secret = vault->tenant_secret();
  BOOST_TEST((key && *key != *key_in(*vault, text)));
  vault->sync();
  vault.reset();
  vault = open();
  BOOST_TEST((key_in(*vault, person) == key));
  BOOST_TEST((vault->find(KeyKind::PERSON, id_of(1)) == person &&
              vault->find(KeyKind::TEXT, id_of(1)) == text));
  BOOST_TEST(vault->find(KeyKind::PERSON, id_of(2)).value == 0u);
  BOOST_TEST((vault->tenant_secret() == secret));
  BOOST_TEST(warnings.empty());
}

BOOST_AUTO_TEST_CASE(no_key_lies_open_on_disk) {
  auto const vault = make();
  auto const key = key_in(*vault, vault->create(KeyKind::PERSON, id_of(1)));
  vault->sync();
  auto const bytes = support::content_of(file);
  BOOST_TEST(bytes.find(of(*key)) == bytes.npos);
  BOOST_TEST(bytes.find(of(vault->tenant_secret())) == bytes.npos);
}

BOOST_AUTO_TEST_CASE(another_master_key_is_refused_and_nothing_changes) {
  make()->sync();
  auto const before = support::everything_in(folder);
  BOOST_CHECK_THROW(open({9, 9, 9}), storage::Unusable);
  BOOST_TEST((support::everything_in(folder) == before));
}

BOOST_AUTO_TEST_CASE(a_missing_vault_is_refused) { BOOST_CHECK_THROW(open(), storage::Unusable); }

BOOST_AUTO_TEST_CASE(a_destroyed_key_leaves_no_byte_of_itself) {
  auto vault = make();
  auto const id = vault->create(KeyKind::PERSON, id_of(0xabcdef0123456789));
  vault->create(KeyKind::PERSON, id_of(2));
  vault->sync();
  auto const slot =
      support::content_of(file).substr(id.value * storage::slot_bytes, storage::slot_bytes);
  vault->destroy(KeyKind::PERSON, id_of(0xabcdef0123456789));
  BOOST_TEST(!key_in(*vault, id));
  vault->sync();
  auto const bytes = support::content_of(file);
  BOOST_TEST(bytes.find(slot.substr(16, 16)) == bytes.npos);  // The owner.
  BOOST_TEST(bytes.find(slot.substr(32, 24)) == bytes.npos);  // The nonce.
  for (std::size_t at = 56; at < 104; at += 8)
    BOOST_TEST(bytes.find(slot.substr(at, 8)) == bytes.npos);  // The key.
  vault.reset();
  vault = open();
  BOOST_TEST(!key_in(*vault, id));
  BOOST_TEST(vault->find(KeyKind::PERSON, id_of(0xabcdef0123456789)).value == 0u);
  BOOST_TEST((key_in(*vault, vault->find(KeyKind::PERSON, id_of(2))).has_value()));
}

BOOST_AUTO_TEST_CASE(destroying_twice_or_nothing_does_nothing) {
  auto const vault = make();
  vault->create(KeyKind::TEXT, id_of(1));
  vault->destroy(KeyKind::PERSON, id_of(1));
  vault->destroy(KeyKind::TEXT, id_of(1));
  vault->destroy(KeyKind::TEXT, id_of(1));
  vault->sync();
  BOOST_TEST(vault->find(KeyKind::TEXT, id_of(1)).value == 0u);
}

BOOST_AUTO_TEST_CASE(an_id_is_never_used_again) {
  auto vault = make();
  auto const first = vault->create(KeyKind::PERSON, id_of(1));
  vault->destroy(KeyKind::PERSON, id_of(1));
  vault->sync();
  vault.reset();
  vault = open();
  auto const second = vault->create(KeyKind::PERSON, id_of(1));
  BOOST_TEST(second.value > first.value);
  BOOST_TEST(!key_in(*vault, first));
}

BOOST_AUTO_TEST_CASE(a_key_that_was_not_synced_is_gone_after_a_crash) {
  support::Child child("vault/child_creates_keys", folder);
  BOOST_REQUIRE(child.next() == 1u);
  child.kill();
  auto const vault = open();
  BOOST_TEST(vault->find(KeyKind::PERSON, id_of(1)).value == 1u);
  BOOST_TEST(vault->find(KeyKind::PERSON, id_of(2)).value == 0u);
  BOOST_TEST(vault->find(KeyKind::TEXT, id_of(3)).value != 0u);
}

BOOST_AUTO_TEST_CASE(child_creates_keys) {
  support::AsChild const child;
  if (!child) return;
  Vault vault(child.folder() / "vault", Vault::Mode::create, master, crypto, {});
  vault.create(KeyKind::PERSON, id_of(1));
  vault.create(KeyKind::TEXT, id_of(3));
  vault.sync();
  vault.create(KeyKind::PERSON, id_of(2));
  vault.destroy(KeyKind::TEXT, id_of(3));
  child.report(1);
  ::pause();
}

BOOST_AUTO_TEST_CASE(each_flipped_bit_of_a_slot_is_refused) {
  auto vault = make();
  for (std::uint64_t i = 1; i <= 3; ++i) vault->create(KeyKind::PERSON, id_of(i));
  vault->sync();
  vault.reset();
  for (std::uint64_t bit = 0; bit < 3 * storage::slot_bytes * 8; bit += 5) {
    support::flip_bit(file, bit);
    BOOST_REQUIRE_THROW(open(), storage::Unusable);
    support::flip_bit(file, bit);
  }
}

BOOST_AUTO_TEST_CASE(a_last_slot_that_was_cut_short_is_left_out_with_a_warning) {
  auto vault = make();
  for (std::uint64_t i = 1; i <= 3; ++i) vault->create(KeyKind::PERSON, id_of(i));
  vault->sync();
  vault.reset();
  std::filesystem::resize_file(file, 3 * storage::slot_bytes + 60);
  vault = open();
  BOOST_TEST(warnings.size() == 1u);
  BOOST_TEST(vault->find(KeyKind::PERSON, id_of(2)).value == 2u);
  BOOST_TEST(vault->find(KeyKind::PERSON, id_of(3)).value == 0u);
  BOOST_TEST(vault->create(KeyKind::PERSON, id_of(3)).value == 4u);
}

BOOST_AUTO_TEST_CASE(many_keys_come_back_through_a_cache_that_holds_fewer) {
  auto vault = make();
  constexpr std::uint64_t count = 70'000;
  std::vector<core::Key> keys;
  for (std::uint64_t i = 1; i <= count; ++i)
    keys.push_back(*key_in(*vault, vault->create(KeyKind::PERSON, id_of(i))));
  vault->sync();
  for (std::uint64_t i = 1; i <= count; i += 97)
    BOOST_REQUIRE((key_in(*vault, {i}) == keys[i - 1]));
  vault.reset();
  vault = open();
  for (std::uint64_t i = 1; i <= count; i += 97) {
    BOOST_REQUIRE((key_in(*vault, {i}) == keys[i - 1]));
    BOOST_REQUIRE(vault->find(KeyKind::PERSON, id_of(i)).value == i);
  }
}

BOOST_AUTO_TEST_CASE(other_threads_may_read_while_one_writes) {
  auto const vault = make();
  std::atomic<bool> done{false};
  std::atomic<std::uint64_t> wrong{0};
  std::thread reader([&] {
    for (std::uint64_t i = 1; !done; i = i % 400 + 1) {
      auto const id = vault->find(KeyKind::PERSON, id_of(i));
      core::Key key;
      if (id.value != 0 && i % 2 == 0 && !vault->key(id, key)) ++wrong;
    }
  });
  for (std::uint64_t i = 1; i <= 400; ++i) {
    vault->create(KeyKind::PERSON, id_of(i));
    if (i % 2 == 1) vault->destroy(KeyKind::PERSON, id_of(i));
    if (i % 10 == 0) vault->sync();
  }
  done = true;
  reader.join();
  BOOST_TEST(wrong.load() == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
