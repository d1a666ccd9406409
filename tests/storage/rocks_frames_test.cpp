// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What a crash leaves of a MANIFEST is told from what a damaged disk does.
#include "storage/rocks_frames.hpp"

#include <boost/test/unit_test.hpp>

#include "storage/crypto.hpp"
#include "storage/rocks_log.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/records.hpp"

namespace {

using storage::RocksLog;

storage::Crypto const sodium;

struct Here {
  support::Folder folder;
  std::filesystem::path path = folder / "log", manifest;
  std::string whole;

  Here() {
    {
      RocksLog log(path, RocksLog::Mode::create, sodium, {});
      log.append(support::block_of(1, 3, storage::crc32c));
    }
    open();
    std::string name;
    std::getline(std::ifstream(path / "CURRENT"), name);
    manifest = path / name;
    whole = support::content_of(manifest);
  }
  void open() const { RocksLog(path, RocksLog::Mode::write, sodium, {}); }
  void write(std::string const& bytes) const {
    std::ofstream(manifest, std::ios::binary | std::ios::trunc) << bytes;
  }
  // Where each frame starts.
  std::vector<std::size_t> frames() const {
    std::vector<std::size_t> found;
    for (std::size_t at = 0; at < whole.size();) {
      auto const frame = storage::frame_at(core::bytes_of(whole).subspan(at));
      if (!frame) break;
      found.push_back(at);
      at += storage::frame_header_bytes + frame->payload.size();
    }
    return found;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(rocks_frames, Here)

BOOST_AUTO_TEST_CASE(a_manifest_that_is_whole_or_cut_short_has_no_wound) {
  BOOST_TEST(!storage::is_wounded(manifest));
  BOOST_TEST(frames().size() > 3u);
  for (std::size_t end = 0; end < whole.size(); ++end) {
    write(whole.substr(0, end));
    BOOST_REQUIRE_MESSAGE(!storage::is_wounded(manifest), "cut at " << end);
  }
}

BOOST_AUTO_TEST_CASE(a_length_that_flipped_is_refused_untouched_in_every_record) {
  for (auto const at : frames())
    for (unsigned bit = 0; bit < 16; ++bit) {
      write(whole);
      support::flip_bit(manifest, (at + 4) * 8 + bit);
      BOOST_REQUIRE_MESSAGE(storage::is_wounded(manifest), "record at " << at << ", bit " << bit);
    }
  auto const before = support::everything_in(path);
  BOOST_CHECK_THROW(open(), storage::Unusable);
  BOOST_TEST((support::everything_in(path) == before));
}

BOOST_AUTO_TEST_CASE(any_other_bit_that_flipped_is_refused_when_it_is_opened) {
  for (std::size_t bit = 0; bit < whole.size() * 8; bit += 13) {
    write(whole);
    support::flip_bit(manifest, bit);
    BOOST_REQUIRE_THROW(RocksLog(path, RocksLog::Mode::read_only, sodium, {}), storage::Unusable);
  }
}

BOOST_AUTO_TEST_SUITE_END()
