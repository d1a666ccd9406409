// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/identity.hpp"

#include <boost/test/unit_test.hpp>

#include "storage/crypto.hpp"
#include "storage/vault.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/records.hpp"

namespace {

using core::Instant;
using support::id_of;

storage::Crypto const crypto;

struct Here {
  support::Folder folder;
  storage::Vault vault{folder / "vault", storage::Vault::Mode::create, core::Key{1}, crypto, {}};
  std::optional<storage::Identity> identity;
  Here() { reopen(); }
  void reopen() {
    identity.reset();
    identity.emplace(folder / "identity", vault, crypto, [](auto const&) {});
  }
  // The store as a crash leaves it behind.
  std::filesystem::path crashed() {
    support::copy_live(folder / "identity", folder / "crashed");
    return folder / "crashed";
  }
  void open(std::filesystem::path const& path) {
    storage::Identity(path, vault, crypto, [](auto const&) {});
  }
  static std::filesystem::path file_of(std::filesystem::path const& path, std::string_view ending) {
    std::filesystem::path found;
    for (auto const& file : std::filesystem::directory_iterator(path))
      if (file.path().extension() == ending && file.file_size() > 0) found = file.path();
    return found;
  }
  bool on_disk(std::string_view text) {
    for (auto const& [path, bytes] : support::everything_in(folder))
      if (bytes.find(text) != bytes.npos) return true;
    return false;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(identity, Here)

BOOST_AUTO_TEST_CASE(a_login_belongs_to_one_person) {
  BOOST_TEST(identity->add_login("anna", id_of(1)));
  BOOST_TEST(identity->add_login("anna", id_of(1)));
  BOOST_TEST(!identity->add_login("anna", id_of(2)));
  BOOST_TEST((identity->find_login("anna") == id_of(1)));
  BOOST_TEST(!identity->find_login("berta"));
}

BOOST_AUTO_TEST_CASE(names_that_fold_to_the_same_word_are_the_same_login) {
  identity->add_login("Anna.Groß", id_of(1));
  BOOST_TEST((identity->find_login(" anna.GROSS ") == id_of(1)));
}

BOOST_AUTO_TEST_CASE(a_removed_login_is_free_again) {
  identity->add_login("anna", id_of(1));
  identity->remove_login("anna");
  BOOST_TEST(!identity->find_login("anna"));
  BOOST_TEST(identity->add_login("anna", id_of(2)));
}

BOOST_AUTO_TEST_CASE(a_token_names_its_subject_until_it_expires) {
  auto const token = identity->issue_token(id_of(1), "laptop", {100}, {200});
  BOOST_TEST(token.size() == 48u);
  BOOST_TEST(token.starts_with("fuge_"));
  BOOST_TEST((identity->check_token(token, {100})->subject == id_of(1)));
  BOOST_TEST((identity->check_token(token, {199})->subject == id_of(1)));
  BOOST_TEST(!identity->check_token(token, {200}));
}

BOOST_AUTO_TEST_CASE(a_wrong_token_is_nobody) {
  auto token = identity->issue_token(id_of(1), "laptop", {100}, {200});
  token.back() = token.back() == 'A' ? 'E' : 'A';
  BOOST_TEST(!identity->check_token(token, {100}));
  BOOST_TEST(!identity->check_token("", {100}));
  BOOST_TEST(!identity->check_token("fuge_", {100}));
}

BOOST_AUTO_TEST_CASE(a_revoked_token_is_nobody_at_once_and_after_a_restart) {
  auto const token = identity->issue_token(id_of(1), "laptop", {100}, {200});
  BOOST_TEST(identity->check_token(token, {100}).has_value());
  BOOST_TEST(identity->revoke_token(identity->hash_of(token), {150}));
  BOOST_TEST(!identity->check_token(token, {160}));
  reopen();
  BOOST_TEST(!identity->check_token(token, {160}));
  BOOST_TEST(!identity->revoke_token(identity->hash_of("fuge_none"), {150}));
}

BOOST_AUTO_TEST_CASE(tokens_are_listed_per_person_without_their_text) {
  auto const token = identity->issue_token(id_of(1), "laptop", {100}, {200});
  identity->issue_token(id_of(2), "other", {100}, {200});
  identity->add_login("anna", id_of(1));
  auto const tokens = identity->tokens_of(id_of(1));
  BOOST_REQUIRE(tokens.size() == 1u);
  BOOST_TEST(tokens[0].label == "laptop");
  BOOST_TEST((tokens[0].created == Instant{100} && tokens[0].expires == Instant{200}));
  BOOST_TEST((tokens[0].hash == identity->hash_of(token)));
}

BOOST_AUTO_TEST_CASE(everything_is_there_after_closing) {
  identity->add_login("anna", id_of(1));
  auto const token = identity->issue_token(id_of(1), "laptop", {100}, {200});
  reopen();
  BOOST_TEST((identity->find_login("anna") == id_of(1)));
  BOOST_TEST((identity->check_token(token, {100})->subject == id_of(1)));
}

BOOST_AUTO_TEST_CASE(neither_names_nor_tokens_nor_addresses_lie_open_on_disk) {
  vault.create(core::KeyKind::PERSON, id_of(1));
  identity->add_login("anna.unmistakable", id_of(1));
  identity->put_email(id_of(1), "anna.unmistakable@example.org");
  auto const token = identity->issue_token(id_of(1), "laptop", {100}, {200});
  reopen();
  BOOST_TEST(on_disk("laptop"));
  BOOST_TEST(!on_disk("unmistakable"));
  BOOST_TEST(!on_disk(token.substr(5)));
}

BOOST_AUTO_TEST_CASE(an_address_goes_with_the_persons_key) {
  BOOST_TEST(!identity->put_email(id_of(1), "a@example.org"));
  vault.create(core::KeyKind::PERSON, id_of(1));
  BOOST_TEST(identity->put_email(id_of(1), "a@example.org"));
  BOOST_TEST((identity->email(id_of(1)) == std::string("a@example.org")));
  BOOST_TEST(!identity->email(id_of(2)));
  vault.destroy(core::KeyKind::PERSON, id_of(1));
  BOOST_TEST(!identity->email(id_of(1)));
}

BOOST_AUTO_TEST_CASE(what_is_closed_lies_in_tables_whose_every_byte_is_checked) {
  identity->add_login("anna", id_of(1));
  identity.reset();
  auto const path = folder / "identity";
  BOOST_TEST(file_of(path, ".log").empty());
  support::flip_bit(file_of(path, ".sst"), 3);
  identity.emplace(path, vault, crypto, [](auto const&) {});
  BOOST_CHECK_THROW(identity->check(), core::LogBroken);
}

BOOST_AUTO_TEST_CASE(a_wound_in_its_write_ahead_log_is_refused_and_a_torn_end_is_not) {
  for (std::uint64_t n = 1; n <= 20; ++n) identity->add_login("name" + std::to_string(n), id_of(n));
  auto const path = crashed();
  auto const wal = file_of(path, ".log");
  auto const whole = support::content_of(wal);
  auto const record = whole.size() / 20;  // Bytes: they are all alike, but for a digit.
  for (std::size_t byte = 0; byte + record + 20 < whole.size(); byte += 5) {
    std::ofstream(wal, std::ios::binary | std::ios::trunc) << whole;
    support::flip_bit(wal, byte * 8 + byte % 8);
    auto const before = support::everything_in(path);
    BOOST_REQUIRE_THROW(open(path), storage::Unusable);
    BOOST_REQUIRE((support::everything_in(path) == before));
  }
  for (std::size_t end = 0; end < whole.size(); end += 7) {
    std::filesystem::remove_all(path);
    std::filesystem::copy(folder / "identity", path);
    std::ofstream(file_of(path, ".log"), std::ios::binary | std::ios::trunc)
        << whole.substr(0, end);
    BOOST_REQUIRE_NO_THROW(open(path));
  }
}

BOOST_AUTO_TEST_CASE(a_store_that_is_open_does_not_open_twice) {
  BOOST_CHECK_THROW(storage::Identity(folder / "identity", vault, crypto, [](auto const&) {}),
                    storage::Unusable);
}

BOOST_AUTO_TEST_SUITE_END()
