// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/tenant.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/support/folder.hpp"
#include "tests/support/processes.hpp"
#include "tests/support/records.hpp"

namespace {

using storage::Tenant;

storage::Crypto const sodium;

struct Here {
  support::Folder folder;
  std::filesystem::path data = folder / "data", master = folder / "master-key";
  std::vector<std::string> warnings;

  std::unique_ptr<Tenant> open() { return open(data, master); }
  std::unique_ptr<Tenant> open(std::filesystem::path const& at, std::filesystem::path const& key) {
    return std::make_unique<Tenant>(Tenant::Place{at, key}, sodium,
                                    [this](auto const& text) { warnings.push_back(text); });
  }
  void append(Tenant& tenant, std::size_t count) {
    tenant.log().append(support::block_of(tenant.log().head().value + 1, count, storage::crc32c));
  }
  // Refused with these words, and every file and every byte is as it was.
  void check_refused(std::string_view words) {
    auto const before = support::everything_in(folder);
    BOOST_CHECK_EXCEPTION(open(), storage::Unusable, [&](auto const& refused) {
      BOOST_TEST_MESSAGE(refused.what());
      return std::string_view(refused.what()).find(words) != std::string_view::npos;
    });
    BOOST_TEST((support::everything_in(folder) == before));
  }
  storage::Head head() { return *storage::read_head(data / "head"); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(tenant, Here)

BOOST_AUTO_TEST_CASE(a_new_folder_gets_everything_it_needs) {
  auto const tenant = open();
  for (auto const* name : {"log", "vault/keys", "identity", "shelves", "tree", "head", "frontier"})
    BOOST_TEST(std::filesystem::exists(data / name), name);
  BOOST_TEST(std::filesystem::file_size(master) == 32u);
  BOOST_TEST((std::filesystem::status(master).permissions() == std::filesystem::perms(0600)));
  BOOST_TEST(head().epoch == tenant->log().epoch());
  BOOST_TEST(head().size.value == 0u);
  BOOST_TEST(warnings.empty());
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_not_there_is_made_only_for_whoever_wants_it_made) {
  auto const look = [&] { Tenant tenant({data, master, false}, sodium, [](auto const&) {}); };
  BOOST_CHECK_THROW(look(), storage::Unusable);
  BOOST_TEST(!std::filesystem::exists(data));
  std::filesystem::create_directories(data);
  BOOST_CHECK_THROW(look(), storage::Unusable);
  BOOST_TEST(std::filesystem::is_empty(data));
  BOOST_TEST(!std::filesystem::exists(master));
  open().reset();
  look();
}

BOOST_AUTO_TEST_CASE(without_its_identity_store_it_is_refused) {
  open().reset();
  std::filesystem::remove_all(data / "identity");
  check_refused("identity");
}

BOOST_AUTO_TEST_CASE(
    a_wound_in_the_write_ahead_log_is_refused_although_no_head_covers_what_is_lost) {
  auto tenant = open();
  for (int i = 0; i < 50; ++i) append(*tenant, 3);
  auto const crashed = folder / "crashed";
  support::copy_live(data, crashed);
  tenant.reset();
  std::filesystem::remove_all(data);
  std::filesystem::rename(crashed, data);
  storage::replace_file(data / "head",
                        storage::head_text({head().epoch, {}, storage::Frontier().root(sodium)}));
  std::filesystem::path wal;
  for (auto const& file : std::filesystem::directory_iterator(data / "log"))
    if (file.path().extension() == ".log" &&
        support::content_of(file.path()).find_last_not_of('\0') + 1 > 10'000)
      wal = file.path();
  support::flip_bit(wal, 8 * 10'000);
  check_refused("write-ahead log");
}

BOOST_AUTO_TEST_CASE(everything_is_there_after_closing) {
  auto tenant = open();
  append(*tenant, 100);
  auto const epoch = tenant->log().epoch();
  auto const key = tenant->vault().create(core::KeyKind::PERSON, support::id_of(1));
  tenant->vault().sync();
  tenant->identity().add_login("anna", support::id_of(1));
  core::Change const changes[] = {{"a", "1"}};
  tenant->shelves().open("commands").write(changes, {100});
  tenant.reset();
  BOOST_TEST(head().size.value == 100u);
  tenant = open();
  BOOST_TEST(tenant->log().epoch() == epoch);
  BOOST_TEST(tenant->log().head().value == 100u);
  BOOST_TEST((tenant->vault().find(core::KeyKind::PERSON, support::id_of(1)) == key));
  BOOST_TEST((tenant->identity().find_login("anna") == support::id_of(1)));
  BOOST_TEST(tenant->shelves().open("commands").checkpoint().value == 100u);
  BOOST_TEST(warnings.empty());
}

BOOST_AUTO_TEST_CASE(two_processes_cannot_have_one_folder) {
  auto const tenant = open();
  BOOST_CHECK_EXCEPTION(open(), storage::Unusable, [](auto const& refused) {
    return std::string(refused.what()).find("in use by another process") != std::string::npos;
  });
}

BOOST_AUTO_TEST_CASE(a_log_behind_its_head_is_refused_untouched) {
  auto tenant = open();
  append(*tenant, 100);
  tenant.reset();
  std::filesystem::copy(data / "log", folder / "old", std::filesystem::copy_options::recursive);
  tenant = open();
  append(*tenant, 1);
  tenant.reset();
  std::filesystem::remove_all(data / "log");
  std::filesystem::rename(folder / "old", data / "log");
  check_refused("the log ends at position 100, but");
}

BOOST_AUTO_TEST_CASE(a_log_with_another_history_is_refused_untouched) {
  auto tenant = open();
  append(*tenant, 100);
  tenant.reset();
  std::filesystem::copy(data / "log", folder / "old", std::filesystem::copy_options::recursive);
  tenant = open();
  append(*tenant, 10);
  tenant.reset();
  std::filesystem::remove_all(data / "log");
  std::filesystem::rename(folder / "old", data / "log");
  {  // The same length, other bytes, behind the frontier's back.
    storage::RocksLog log(data / "log", storage::RocksLog::Mode::write, sodium, {});
    log.append(support::block_of(101, 10, storage::crc32c, 168));
  }
  std::filesystem::remove(data / "frontier");
  check_refused("does not have the root");
}

BOOST_AUTO_TEST_CASE(the_log_of_another_tenant_is_refused_untouched) {
  open();
  open(folder / "other", folder / "other-key");
  std::filesystem::remove_all(data / "log");
  std::filesystem::rename(folder / "other" / "log", data / "log");
  check_refused("belongs to another log");
}

BOOST_AUTO_TEST_CASE(a_missing_log_is_refused_untouched) {
  append(*open(), 3);
  std::filesystem::remove_all(data / "log");
  check_refused("is missing");
}

BOOST_AUTO_TEST_CASE(a_missing_head_is_refused_untouched_unless_the_log_is_empty) {
  open();
  std::filesystem::remove(data / "head");
  append(*open(), 3);
  std::filesystem::remove(data / "head");
  check_refused("head is missing, but the log is not empty");
}

BOOST_AUTO_TEST_CASE(a_damaged_head_is_refused_untouched) {
  append(*open(), 3);
  support::overwrite(data / "head", 0, "x");
  check_refused("is no checkpoint");
}

BOOST_AUTO_TEST_CASE(lines_behind_the_head_are_accepted) {
  append(*open(), 3);
  std::ofstream(data / "head", std::ios::app)
      << "— fuge/example Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe\n";
  BOOST_TEST(open()->log().head().value == 3u);
}

BOOST_AUTO_TEST_CASE(a_head_that_the_log_has_not_signed_is_refused_untouched) {
  append(*open(), 3);
  auto const text = support::content_of(data / "head");
  support::flip_bit(data / "head", (text.size() - 20) * 8);
  check_refused("is not signed by the key of this log");
}

BOOST_AUTO_TEST_CASE(a_missing_or_damaged_frontier_is_computed_again) {
  append(*open(), 1000);
  std::filesystem::remove(data / "frontier");
  open();
  support::flip_bit(data / "frontier", 70);
  open();
  BOOST_TEST(warnings.size() == 1u);
  append(*open(), 1);
  BOOST_TEST(head().size.value == 1001u);
}

BOOST_AUTO_TEST_CASE(a_missing_master_key_is_refused_untouched) {
  open();
  std::filesystem::remove(master);
  check_refused("is missing");
}

BOOST_AUTO_TEST_CASE(a_wrong_master_key_is_refused_untouched) {
  open();
  support::flip_bit(master, 9);
  check_refused("the master key is not the one of");
}

BOOST_AUTO_TEST_CASE(a_master_key_of_another_size_is_refused_untouched) {
  open();
  std::filesystem::resize_file(master, 31);
  check_refused("does not have 32 bytes");
}

BOOST_AUTO_TEST_CASE(a_master_key_within_the_data_folder_is_refused) {
  for (auto const& place : {data / "key", data / "vault" / "key", data / ".." / "data" / "key"})
    BOOST_CHECK_EXCEPTION(open(data, place), storage::Unusable, [](auto const& refused) {
      return std::string(refused.what()).find("within the data folder") != std::string::npos;
    });
  BOOST_TEST(!std::filesystem::exists(data / "vault"));
}

BOOST_AUTO_TEST_CASE(a_missing_vault_is_refused_untouched) {
  append(*open(), 3);
  std::filesystem::remove_all(data / "vault");
  check_refused("there is no vault");
}

BOOST_AUTO_TEST_CASE(a_folder_whose_making_was_cut_short_is_finished) {
  auto const epoch = open()->log().epoch();
  std::filesystem::remove(data / "head");
  std::filesystem::remove_all(data / "identity");
  BOOST_TEST(open()->log().epoch() == epoch);
  std::filesystem::remove(data / "head");
  std::filesystem::remove_all(data / "log");
  BOOST_TEST(open()->log().epoch() != epoch);
}

BOOST_AUTO_TEST_CASE(child_appends_in_a_tenant) {
  support::AsChild const child;
  if (!child) return;
  auto const tenant = open(child.folder() / "data", child.folder() / "master-key");
  for (;;) {
    append(*tenant, 100);
    child.report(tenant->log().head().value);
  }
}

BOOST_AUTO_TEST_CASE(after_a_kill_the_head_is_never_ahead_of_the_log) {
  std::uint64_t acknowledged = 0;
  for (int round = 0; round < 4; ++round) {
    support::Child child("tenant/child_appends_in_a_tenant", folder);
    for (int i = 0; i < 100; ++i) acknowledged = child.next();
    ::usleep(900'000 + 100'000 * static_cast<unsigned>(round));
    child.kill();
    while (auto const head = child.next()) acknowledged = head;
    auto const tenant = open();
    BOOST_TEST(tenant->log().head().value >= acknowledged);
  }
  BOOST_TEST(warnings.empty());
}

BOOST_AUTO_TEST_SUITE_END()
