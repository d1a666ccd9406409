// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/rocks_crc32c.hpp"

#include <boost/test/unit_test.hpp>

#include "core/ids.hpp"
#include "tests/support/records.hpp"

namespace {

std::uint32_t crc_of(std::string const& text) {
  return rocksdb::crc32c::Extend(0, text.data(), text.size());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rocks_crc32c)

BOOST_AUTO_TEST_CASE(rocksdb_is_linked_to_ours) {
  BOOST_TEST(rocksdb::crc32c::IsFastCrc32Supported() == "isa-l");
}

BOOST_AUTO_TEST_CASE(it_is_crc32c) { BOOST_TEST(crc_of("123456789") == 0xe3069283u); }

BOOST_AUTO_TEST_CASE(it_goes_on_from_what_came_before) {
  std::string const text = "the joint where two pieces meet";
  for (std::size_t cut = 0; cut <= text.size(); ++cut)
    BOOST_TEST(rocksdb::crc32c::Extend(crc_of(text.substr(0, cut)), text.data() + cut,
                                       text.size() - cut) == crc_of(text));
}

BOOST_AUTO_TEST_CASE(two_can_be_combined) {
  std::string const text(40'000, 'x');
  for (std::size_t const cut : {0u, 1u, 7u, 32'768u, 39'999u, 40'000u})
    BOOST_TEST(rocksdb::crc32c::Crc32cCombine(crc_of(text.substr(0, cut)), crc_of(text.substr(cut)),
                                              text.size() - cut) == crc_of(text));
}

BOOST_AUTO_TEST_SUITE_END()
