// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <boost/test/unit_test.hpp>

#include "api/json/texts.hpp"
#include "api/json/write.hpp"
#include "core/schema/feed.capnp.h"
#include "core/schema/match.capnp.h"
#include "core/schema/profile.capnp.h"
#include "core/schema/skills.capnp.h"
#include "tests/api/json_values.hpp"

namespace {

using tests::written;

constexpr std::uint8_t person[] = {0x6f, 0x96, 0x19, 0xff, 0x8b, 0x86, 0x4d, 0x01,
                                   0xb4, 0x2d, 0x00, 0xcf, 0x4f, 0xc9, 0x64, 0xff};
capnp::Data::Reader const id(person, sizeof person);

template <class T>
struct Message {
  capnp::MallocMessageBuilder message;
  typename T::Builder root = message.initRoot<T>();
  std::string json() { return written<T>(root.asReader()); }
};

std::string as_json(std::string_view text) {
  std::string out;
  api::json::write_text(text, out);
  return out;
}

BOOST_AUTO_TEST_SUITE(json_write)

BOOST_AUTO_TEST_CASE(what_is_not_set_is_left_out_or_empty_by_its_kind) {
  BOOST_TEST(Message<core::profile::SkillDeclared>().json() == R"({"direction":"have"})");
  BOOST_TEST(Message<core::feed::Item>().json() ==
             R"({"position":0,"type":"","de":"","en":"","gone":false})");
  BOOST_TEST(
      Message<core::profile::ProfileCreated>().json() ==
      R"({"displayName":"","headline":"","about":"","contact":"","sector":"unknown","kinds":[],"district":"",)"
      R"("discipline":"","languages":[],"hoursPerWeek":0,"offers":[],"needs":[],"topics":[]})");
  BOOST_TEST(Message<core::profile::ProfileListed>().json() == "{}");
}

BOOST_AUTO_TEST_CASE(every_kind_of_field_is_written) {
  Message<core::profile::ProfileCreated> event;
  event.root.setProfile(id);
  event.root.setDisplayName("Mara \"M\" Lindner");
  event.root.setSector(core::schema::Sector::CIVIL_SOCIETY);
  event.root.initKinds(2).set(1, core::profile::Kind::MENTOR);
  event.root.initLanguages(2).set(0, "de");
  event.root.setHoursPerWeek(255);
  auto offers = event.root.initOffers(2);
  offers[0].setTerm(id);
  offers[0].setMust(true);
  offers[1].setLevel(4);
  event.root.initTopics(1).set(0, id);
  BOOST_TEST(
      event.json() ==
      R"({"profile":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff","displayName":"Mara \"M\" Lindner","headline":"","about":"",)"
      R"("contact":"","sector":"civilSociety","kinds":["founder","mentor"],"district":"","discipline":"",)"
      R"("languages":["de",""],"hoursPerWeek":255,)"
      R"("offers":[{"term":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff","level":0,"weight":0,"must":true},)"
      R"({"level":4,"weight":0,"must":false}],"needs":[],"topics":["6f9619ff-8b86-4d01-b42d-00cf4fc964ff"]})");
}

BOOST_AUTO_TEST_CASE(a_struct_that_is_set_is_there_even_if_it_is_empty) {
  Message<core::profile::SkillDeclared> event;
  event.root.initSkill();
  BOOST_TEST(event.json() == R"({"direction":"have","skill":{"level":0,"weight":0,"must":false}})");
}

BOOST_AUTO_TEST_CASE(numbers_keep_their_sign_and_size) {
  Message<core::match::Part> part;
  part.root.setPoints(-1);
  BOOST_TEST(part.json() == R"({"term":"fit","points":-1})");
  part.root.setPoints(std::numeric_limits<std::int64_t>::min());
  BOOST_TEST(part.json() == R"({"term":"fit","points":-9223372036854775808})");
  Message<core::feed::ReadFeedReply> page;
  page.root.setPosition(std::numeric_limits<std::uint64_t>::max());
  BOOST_TEST(page.json() == R"({"items":[],"position":18446744073709551615,"more":false})");
  Message<core::skills::Found> found;
  found.root.setPeople(std::numeric_limits<std::uint32_t>::max());
  BOOST_TEST(found.json() == R"({"de":"","en":"","matched":"","people":4294967295})");
}

BOOST_AUTO_TEST_CASE(instants_are_utc_with_the_digits_they_need) {
  Message<core::feed::Item> item;
  item.root.setRecorded(1'777'636'800'250'000);
  BOOST_TEST(
      item.json() ==
      R"({"position":0,"type":"","recorded":"2026-05-01T12:00:00.25Z","de":"","en":"","gone":false})");
}

BOOST_AUTO_TEST_CASE(a_value_of_an_enumeration_that_this_program_does_not_know_is_null) {
  Message<core::profile::SkillDeclared> event;
  event.root.setDirection(static_cast<core::profile::Direction>(99));
  BOOST_TEST(event.json() == R"({"direction":null})");
}

BOOST_AUTO_TEST_CASE(a_struct_of_an_older_writer_has_zeros_where_it_ends) {
  capnp::MallocMessageBuilder message;
  // As if Found had had nothing but its term. Where its numbers would be, there are other bytes now.
  auto root = message.getRoot<capnp::AnyPointer>().initAsAnyStruct(0, 1);
  root.getPointerSection()[0].setAs<capnp::Data>(id);
  BOOST_TEST(
      written(core::schema_tables().of<core::skills::Found>(), root) ==
      R"({"term":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff","de":"","en":"","matched":"","people":0})");
}

BOOST_AUTO_TEST_CASE(texts_are_escaped_where_they_must_be) {
  struct {
    std::string_view text, json;
  } const cases[] = {
      {"", R"("")"},
      {"plain", R"("plain")"},
      {"\"", R"("\"")"},
      {"\\", R"("\\")"},
      {"/<>&'", R"("/<>&'")"},
      {"a\nb\tc\rd\be\ff", R"("a\nb\tc\rd\be\ff")"},
      {std::string_view("\0\x01\x1f\x7f", 4), "\"\\u0000\\u0001\\u001f\x7f\""},
      {"\"\"\"\"\"\"\"\"\"\"", R"("\"\"\"\"\"\"\"\"\"\"")"},
      {"Grüße aus Jena, 0123456789\"Straße\"", R"("Grüße aus Jena, 0123456789\"Straße\"")"},
      {"👋\xe2\x80\xa8", "\"👋\xe2\x80\xa8\""},
  };
  for (auto const& [text, json] : cases) BOOST_TEST(as_json(text) == json);
}

BOOST_AUTO_TEST_CASE(a_character_is_escaped_wherever_it_stands) {
  for (std::size_t size = 1; size <= 40; ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      std::string text(size, 'x'), json(size + 2, 'x');
      text[at] = json.front() = json.back() = '"';
      json.replace(at + 1, 1, "\\\"");
      BOOST_REQUIRE_EQUAL(as_json(text), json);
    }
  }
}

BOOST_AUTO_TEST_CASE(what_a_stranger_sent_is_repeated_as_plain_ascii) {
  BOOST_TEST(api::json::echo("colour") == "colour");
  BOOST_TEST(api::json::echo("a\nb\xff\xc3\xbc~\x7f") == "a?b???~?");
  BOOST_TEST(api::json::echo(std::string(65, 'x')) == std::string(64, 'x').append("..."));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
