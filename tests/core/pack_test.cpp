// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/pack.hpp"

#include <boost/test/unit_test.hpp>
#include <random>

namespace {

enum class Stage : std::uint16_t { draft, live };

struct Skill {
  core::Id term;
  std::uint8_t level = 0;
  template <class A>
  void fields(A& a) {
    a(term)(level);
  }
  bool operator==(Skill const&) const = default;
};

struct Row {
  Stage stage{};
  bool listed = false;
  std::int64_t cents = 0;
  core::Id owner;
  core::Position named_at;
  core::Version version;
  core::Instant since;
  std::string district;
  std::vector<std::string> languages;
  std::vector<std::uint8_t> levels;
  std::vector<core::Id> topics;
  std::vector<core::Position> positions;
  std::vector<Skill> offers;
  std::array<std::uint8_t, 4> code{};
  template <class A>
  void fields(A& a) {
    a(stage)(listed)(cents)(owner)(named_at)(version)(since)(district);
    a(languages)(levels)(topics)(positions)(offers)(code);
  }
  bool operator==(Row const&) const = default;
};

core::Id id(std::uint8_t byte) {
  core::Id id;
  id.bytes.fill(byte);
  return id;
}

Row full_row() {
  return {Stage::live,
          true,
          -5,
          id(1),
          {1ULL << 40},
          {3},
          {-7},
          "Lobeda",
          {"de", ""},
          {1, 2},
          {id(2), id(3)},
          {{8}, {9}},
          {{id(4), 2}, {id(5), 0}},
          {1, 2, 3, 4}};
}

std::vector<std::uint8_t> packed(auto const& value) {
  std::vector<std::uint8_t> bytes;
  core::pack(value, bytes);
  return bytes;
}

struct Flag {
  bool on = false;
  template <class A>
  void fields(A& a) {
    a(on);
  }
};
struct Words {
  std::vector<std::string> words;
  template <class A>
  void fields(A& a) {
    a(words);
  }
};
struct Small {
  std::uint16_t number = 0x0201;
  Stage stage = Stage::live;
  std::string text = "ab";
  std::vector<std::uint32_t> list = {7};
  template <class A>
  void fields(A& a) {
    a(number)(stage)(text)(list);
  }
};

struct Inner {
  std::uint16_t number = 0;
  template <class A>
  void fields(A& a) {
    a(number);
  }
};
struct First {
  bool flag = false;
  std::vector<Inner> all;
  template <class A>
  void fields(A& a) {
    a(flag)(all);
  }
};
struct Wider {
  bool flag = false;
  std::vector<std::uint32_t> all;
  template <class A>
  void fields(A& a) {
    a(flag)(all);
  }
};
struct Swapped {
  bool flag = false;
  std::vector<Inner> all;
  template <class A>
  void fields(A& a) {
    a(all)(flag);
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(pack)

BOOST_AUTO_TEST_CASE(what_was_packed_is_what_is_unpacked) {
  Row row;
  BOOST_REQUIRE(core::unpack(packed(full_row()), row));
  BOOST_TEST((row == full_row()));
  BOOST_REQUIRE(core::unpack(packed(Row{}), row));
  BOOST_TEST((row == Row{}));
}

BOOST_AUTO_TEST_CASE(integers_are_little_endian_and_lengths_come_first) {
  std::vector<std::uint8_t> const expected = {1, 2, 1, 0, 2, 'a', 'b', 1, 7, 0, 0, 0};
  BOOST_TEST(packed(Small{}) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_length_of_128_takes_two_bytes) {
  Words words{{std::string(300, 'x')}};
  auto const bytes = packed(words);
  BOOST_TEST(bytes.size() == 1 + 2 + 300u);
  BOOST_TEST(bytes[1] == ((300 & 0x7f) | 0x80));
  BOOST_TEST(bytes[2] == 300 >> 7);
  Words read;
  BOOST_REQUIRE(core::unpack(bytes, read));
  BOOST_TEST(read.words == words.words);
}

BOOST_AUTO_TEST_CASE(packing_appends_to_what_is_there) {
  std::vector<std::uint8_t> bytes = {9};
  core::pack(Flag{true}, bytes);
  BOOST_TEST(bytes == (std::vector<std::uint8_t>{9, 1}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(every_shorter_and_every_longer_row_is_refused) {
  auto bytes = packed(full_row());
  Row row;
  for (std::size_t size = 0; size < bytes.size(); ++size)
    BOOST_REQUIRE(!core::unpack(core::Bytes(bytes).first(size), row));
  bytes.push_back(0);
  BOOST_TEST(!core::unpack(bytes, row));
}

BOOST_AUTO_TEST_CASE(a_bool_is_0_or_1) {
  Flag flag;
  BOOST_TEST(core::unpack(std::vector<std::uint8_t>{1}, flag));
  BOOST_TEST(!core::unpack(std::vector<std::uint8_t>{2}, flag));
}

BOOST_AUTO_TEST_CASE(a_length_that_lies_takes_no_memory) {
  Words words;
  BOOST_TEST(!core::unpack(std::vector<std::uint8_t>{0xff, 0xff, 0xff, 0xff, 0x0f}, words));
  BOOST_TEST(!core::unpack(std::vector<std::uint8_t>{0xff, 0xff, 0xff, 0xff, 0xff, 0xff}, words));
  BOOST_TEST(words.words.capacity() == 0u);
}

BOOST_AUTO_TEST_CASE(random_bytes_never_do_harm) {
  std::mt19937_64 engine(6);
  for (int i = 0; i < 20'000; ++i) {
    auto bytes = packed(full_row());
    for (int flips = 0; flips < 3; ++flips)
      bytes[engine() % bytes.size()] = static_cast<std::uint8_t>(engine());
    Row row;
    if (core::unpack(bytes, row)) BOOST_REQUIRE(packed(row).size() <= bytes.size());
  }
}

BOOST_AUTO_TEST_CASE(another_shape_is_another_number_and_other_values_are_not) {
  BOOST_TEST(core::shape_of<First>() == core::shape_of<First>());
  BOOST_TEST(core::shape_of<First>() != core::shape_of<Wider>());
  BOOST_TEST(core::shape_of<First>() != core::shape_of<Swapped>());
  BOOST_TEST(core::shape_of<std::vector<core::Id>>() != core::shape_of<core::Id>());
}

BOOST_AUTO_TEST_SUITE_END()
