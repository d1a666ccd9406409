// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/key_rotation.hpp"

#include <boost/test/unit_test.hpp>

#include "storage/crypto.hpp"
#include "storage/failure.hpp"
#include "storage/master_key.hpp"
#include "storage/vault.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/processes.hpp"
#include "tests/support/records.hpp"

namespace {

namespace fs = std::filesystem;
using core::KeyKind;
using support::id_of;

storage::Crypto const crypto;

struct Here {
  support::Folder folder;
  fs::path data = folder / "data", key = folder / "master-key";
  std::map<std::uint64_t, core::Key> keys;  // By number of the person.
  core::Key secret{};

  Here() {
    auto const vault = open(storage::Vault::Mode::create);
    for (std::uint64_t n = 0; n < 300; ++n) {
      core::Key made;
      vault->key(vault->create(KeyKind::PERSON, id_of(n)), made);
      if (n % 7 != 0) keys[n] = made;
    }
    for (std::uint64_t n = 0; n < 300; n += 7) vault->destroy(KeyKind::PERSON, id_of(n));
    vault->sync();
    secret = vault->tenant_secret();
  }
  std::unique_ptr<storage::Vault> open(storage::Vault::Mode mode = storage::Vault::Mode::open) {
    fs::create_directories(data);
    auto const master =
        storage::open_master_key(key, data, mode == storage::Vault::Mode::create, crypto);
    return std::make_unique<storage::Vault>(data / "vault", mode, master, crypto,
                                            [](std::string const&) {});
  }
  std::size_t rotate() { return storage::rotate_master_key(data, key, crypto); }
  void everything_is_there() {
    auto const vault = open();
    BOOST_TEST((vault->tenant_secret() == secret));
    for (std::uint64_t n = 0; n < 300; ++n) {
      core::Key found;
      auto const id = vault->find(KeyKind::PERSON, id_of(n));
      BOOST_TEST(vault->key(id, found) == keys.contains(n));
      if (keys.contains(n)) BOOST_TEST((found == keys[n]));
    }
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(key_rotation, Here)

BOOST_AUTO_TEST_CASE(all_keys_are_there_under_the_new_one_and_the_old_one_opens_nothing) {
  auto const before = support::content_of(key);
  BOOST_TEST(rotate() == keys.size() + 1);
  everything_is_there();
  BOOST_TEST(support::content_of(key) != before);
  std::ofstream(key, std::ios::binary) << before;
  BOOST_CHECK_THROW(open(), storage::Unusable);
}

BOOST_AUTO_TEST_CASE(a_copy_from_before_does_not_open_with_the_new_one) {
  fs::copy(data, folder / "copy", fs::copy_options::recursive);
  rotate();
  fs::remove_all(data);
  fs::rename(folder / "copy", data);
  BOOST_CHECK_THROW(open(), storage::Unusable);
}

BOOST_AUTO_TEST_CASE(what_a_crash_left_half_done_is_finished) {
  auto const old_vault = support::content_of(data / "vault" / "keys"),
             old_key = support::content_of(key);
  rotate();
  auto const new_key = support::content_of(key);
  // After the vault took its new place, before the key did.
  std::ofstream(key, std::ios::binary) << old_key;
  std::ofstream(fs::path(key) += ".next", std::ios::binary) << new_key;
  BOOST_TEST(rotate() == 0u);
  BOOST_TEST(support::content_of(key) == new_key);
  everything_is_there();
  // Before that: a key and half a vault that nobody uses yet.
  std::ofstream(fs::path(key) += ".next", std::ios::binary) << std::string(32, 'x');
  std::ofstream(data / "vault" / "keys.next", std::ios::binary) << "half";
  BOOST_TEST(rotate() == keys.size() + 1);
  BOOST_TEST(support::content_of(key) != std::string(32, 'x'));
  everything_is_there();
}

BOOST_AUTO_TEST_CASE(with_another_master_key_nothing_changes) {
  std::ofstream(key, std::ios::binary) << std::string(32, 'y');
  auto const before = support::everything_in(folder);
  BOOST_CHECK_THROW(rotate(), storage::Unusable);
  BOOST_TEST((support::everything_in(folder) == before));
}

BOOST_AUTO_TEST_CASE(a_damaged_slot_is_named_and_nothing_changes) {
  auto vault = support::content_of(data / "vault" / "keys");
  vault[128 * 5 + 60] ^= 1;
  std::ofstream(data / "vault" / "keys", std::ios::binary) << vault;
  auto const before = support::content_of(key);
  BOOST_CHECK_THROW(rotate(), storage::Unusable);
  BOOST_TEST(support::content_of(key) == before);
  BOOST_TEST(support::content_of(data / "vault" / "keys") == vault);
}

BOOST_AUTO_TEST_SUITE_END()
