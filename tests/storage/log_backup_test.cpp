// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/log_backup.hpp"

#include <boost/test/unit_test.hpp>
#include <random>

#include "storage/crypto.hpp"
#include "storage/failure.hpp"
#include "storage/log_signer.hpp"
#include "storage/memory_log.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/records.hpp"

namespace {

namespace fs = std::filesystem;
using storage::LogBackup;

storage::Crypto const crypto;

struct Here {
  support::Folder folder;
  storage::MemoryLog log;
  storage::Signer signer = storage::log_signer(core::Key{1}, log.epoch(), crypto);

  void grow(std::size_t count) {
    log.append(support::block_of(log.head().value + 1, count, storage::crc32c));
  }
  storage::Checkpoint checkpoint(std::uint64_t size) const {
    storage::Frontier frontier;
    log.read({1}, [&](core::RecordView const& record) {
      if (record.header().position.value > size) return false;
      frontier.add(storage::leaf_hash(storage::leaf_of(record, crypto), crypto), crypto);
      return true;
    });
    storage::Head const head{log.epoch(), {size}, frontier.root(crypto)};
    auto const body = storage::head_text(head);
    return {head, body + "\n" + signer.sign(body)};
  }
  void put_away() { put_away(log.head().value); }
  void put_away(std::uint64_t size) {
    LogBackup(folder / "backup", crypto).add(log, checkpoint(size), [](core::Position) {});
  }
  // Every record's bytes, as they come back.
  std::vector<std::string> read() const {
    std::vector<std::string> records;
    LogBackup(folder / "backup", crypto).read([&](core::RecordView const& record) {
      records.emplace_back(core::view_of(record.bytes()));
      return true;
    });
    return records;
  }
  std::vector<std::string> written(std::uint64_t size) const {
    std::vector<std::string> records;
    log.read({1}, [&](core::RecordView const& record) {
      if (records.size() < size) records.emplace_back(core::view_of(record.bytes()));
      return records.size() < size;
    });
    return records;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(log_backup, Here)

BOOST_AUTO_TEST_CASE(what_was_put_away_in_pieces_comes_back_as_it_was) {
  for (std::size_t const count : {1, 700, 3, 2500}) {
    grow(count);
    put_away();
    BOOST_TEST((read() == written(log.head().value)));
  }
  LogBackup const backup(folder / "backup", crypto);
  BOOST_TEST(backup.pieces().size() == 4u);
  BOOST_TEST(backup.last().value == 3204u);
  auto const checkpoints = backup.checkpoints();
  BOOST_TEST(checkpoints.back().text == checkpoint(3204).text);
}

BOOST_AUTO_TEST_CASE(what_is_there_already_is_not_written_again) {
  grow(10);
  put_away();
  auto const before = support::everything_in(folder);
  put_away();
  BOOST_TEST((support::everything_in(folder) == before));
}

BOOST_AUTO_TEST_CASE(only_what_the_checkpoint_covers_is_put_away) {
  grow(10);
  put_away(7);
  BOOST_TEST((read() == written(7)));
  put_away();
  BOOST_TEST((read() == written(10)));
}

BOOST_AUTO_TEST_CASE(events_that_are_not_those_that_were_signed_are_not_put_away) {
  grow(10);
  auto wrong = checkpoint(10);
  wrong.head.root[0] ^= 1;
  LogBackup backup(folder / "backup", crypto);
  BOOST_CHECK_THROW(backup.add(log, wrong, [](core::Position) {}), storage::Unusable);
  BOOST_TEST(LogBackup(folder / "backup", crypto).pieces().empty());
}

BOOST_AUTO_TEST_CASE(a_log_that_is_behind_what_was_put_away_is_refused) {
  grow(10);
  put_away();
  BOOST_CHECK_THROW(put_away(9), storage::Unusable);
  BOOST_TEST((read() == written(10)));
}

BOOST_AUTO_TEST_CASE(another_history_is_refused) {
  grow(10);
  put_away();
  storage::MemoryLog other;
  other.append(support::block_of(1, 20, storage::crc32c, 320));
  auto const mine = checkpoint(10);
  LogBackup backup(folder / "backup", crypto);
  auto forged = mine;
  forged.head.size = {20};
  BOOST_CHECK_THROW(backup.add(other, forged, [](core::Position) {}), storage::Unusable);
}

BOOST_AUTO_TEST_CASE(no_changed_bit_is_taken_as_it_is) {
  grow(300);
  put_away();
  grow(40);
  put_away();
  std::mt19937_64 dice(11);
  auto const pieces = LogBackup(folder / "backup", crypto).pieces();
  for (auto const& piece : pieces) {
    auto const whole = support::content_of(piece.path);
    for (int i = 0; i < 400; ++i) {
      auto changed = whole;
      auto const at = dice() % whole.size();
      changed[at] = static_cast<char>(changed[at] ^ 1 << dice() % 8);
      std::ofstream(piece.path, std::ios::binary) << changed;
      bool refused = false;
      try {
        LogBackup const backup(folder / "backup", crypto);
        for (auto const& one : backup.checkpoints())
          refused |= !storage::is_vouched(one.text, signer.verifier());
        refused |= read() != written(340);
      } catch (storage::Unusable const&) {
        refused = true;
      }
      BOOST_TEST(refused, "byte " << at << " of " << piece.path);
    }
    std::ofstream(piece.path, std::ios::binary) << whole;
  }
  BOOST_TEST((read() == written(340)));
}

BOOST_AUTO_TEST_CASE(a_file_that_is_cut_short_anywhere_is_refused) {
  grow(30);
  put_away();
  auto const path = LogBackup(folder / "backup", crypto).pieces()[0].path;
  auto const whole = support::content_of(path);
  for (std::size_t size = 0; size < whole.size(); size += 97) {
    fs::resize_file(path, size);
    BOOST_CHECK_THROW(read(), storage::Unusable);
    std::ofstream(path, std::ios::binary) << whole;
  }
}

BOOST_AUTO_TEST_CASE(a_missing_file_is_named_by_the_position_that_it_began_with) {
  grow(10);
  put_away();
  grow(10);
  put_away();
  grow(10);
  put_away();
  fs::remove(LogBackup(folder / "backup", crypto).pieces()[1].path);
  BOOST_CHECK_EXCEPTION(
      LogBackup(folder / "backup", crypto), storage::Unusable, [](auto const& failure) {
        return std::string(failure.what()).find("position 11") != std::string::npos;
      });
}

BOOST_AUTO_TEST_SUITE_END()
