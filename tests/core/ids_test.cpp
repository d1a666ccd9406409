// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/ids.hpp"

#include <boost/test/unit_test.hpp>
#include <unordered_set>

#include "tests/support/text_table.hpp"

using core::Id;

namespace {

constexpr char const* text = "01234567-89ab-cdef-fedc-ba9876543210";

}  // namespace

BOOST_AUTO_TEST_SUITE(ids)

BOOST_AUTO_TEST_CASE(an_id_is_written_as_a_uuid) {
  auto const id = Id::parse(text);
  BOOST_REQUIRE(id);
  BOOST_TEST(id->bytes[0] == 0x01);
  BOOST_TEST(id->bytes[4] == 0x89);
  BOOST_TEST(id->bytes[15] == 0x10);
  BOOST_TEST(to_string(*id) == text);
}

BOOST_AUTO_TEST_CASE(capitals_are_read_and_small_letters_written) {
  BOOST_TEST(to_string(Id::parse("01234567-89AB-CDEF-FEDC-BA9876543210").value()) == text);
}

BOOST_AUTO_TEST_CASE(nothing_else_is_a_uuid) {
  for (std::string const wrong :
       {"", "0", "01234567-89ab-cdef-fedc-ba987654321", "01234567-89ab-cdef-fedc-ba98765432100",
        "0123456789abcdeffedcba9876543210", "01234567+89ab-cdef-fedc-ba9876543210",
        "01234567-89ab-cdef-fedc-ba987654321g", "01234567-89ab-cdef-fedcba-9876543210",
        "{1234567-89ab-cdef-fedc-ba987654321}", "01234567-89ab-cdef-fedc ba9876543210",
        "01234567-89ab-cdef-fedc-ba98765432\xc3\xa4"})
    BOOST_TEST(!Id::parse(wrong), wrong);
  BOOST_TEST(!Id::parse(std::string_view("01234567-89ab-cdef-fedc-ba987654321\0", 36)));
}

BOOST_AUTO_TEST_CASE(nil_is_no_id) {
  BOOST_TEST(Id{}.is_nil());
  BOOST_TEST(Id::parse("00000000-0000-0000-0000-000000000000")->is_nil());
  BOOST_TEST(!Id::parse(text)->is_nil());
  auto last = Id{};
  last.bytes[15] = 1;
  BOOST_TEST(!last.is_nil());
}

BOOST_AUTO_TEST_CASE(bytes_of_another_length_are_nil) {
  std::uint8_t const bytes[17] = {1, 2, 3};
  for (std::size_t size : {0, 1, 15, 17}) BOOST_TEST(Id::from({bytes, size}).is_nil());
  BOOST_TEST(!Id::from({bytes, 16}).is_nil());
}

BOOST_AUTO_TEST_CASE(ids_are_ordered_as_their_text) {
  auto const a = *Id::parse("00000000-0000-0000-0000-0000000000ff"),
             b = *Id::parse("00000000-0000-0000-0000-000000000100"),
             c = *Id::parse("80000000-0000-0000-0000-000000000000");
  BOOST_TEST((a < b && b < c));
  BOOST_TEST((to_string(a) < to_string(b) && to_string(b) < to_string(c)));
}

BOOST_AUTO_TEST_CASE(ids_in_a_row_have_different_hashes) {
  for (std::size_t at : {0, 6, 8, 14}) {
    std::unordered_set<std::size_t> hashes;
    for (unsigned i = 1; i <= 10'000; ++i) {
      Id id;
      id.bytes[at] = static_cast<std::uint8_t>(i >> 8);
      id.bytes[at + 1] = static_cast<std::uint8_t>(i);
      BOOST_REQUIRE(hashes.insert(std::hash<Id>{}(id)).second);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_same_id_in_another_family_is_another_stream) {
  core::StreamKey const account{1, *Id::parse(text)}, profile{3, *Id::parse(text)};
  BOOST_TEST((account != profile));
  BOOST_TEST((std::hash<core::StreamKey>{}(account) != std::hash<core::StreamKey>{}(profile)));
}

BOOST_AUTO_TEST_SUITE_END()
