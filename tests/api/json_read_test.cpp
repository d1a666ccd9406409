// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <capnp/serialize.h>

#include <boost/test/unit_test.hpp>

#include "api/json/read.hpp"
#include "core/schema/challenge.capnp.h"
#include "core/schema/feed.capnp.h"
#include "core/schema/match.capnp.h"
#include "core/schema/profile.capnp.h"
#include "tests/api/json_values.hpp"

namespace {

using tests::Read;

constexpr std::string_view person = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";

// A profile.create with everything it needs, and `more` behind it.
std::string profile(std::string_view more) {
  return R"({"profile":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff","displayName":"Mara","sector":"science")" +
         std::string(more) + "}";
}

struct Refused {
  std::string json;
  std::string_view field, detail;
};

void refuses(std::string_view method, std::initializer_list<Refused> cases) {
  for (auto const& [json, field, detail] : cases) {
    BOOST_TEST_CONTEXT(method << " " << json) {
      Read read(method, json);
      BOOST_REQUIRE(read.result.has_error());
      BOOST_TEST(read.result.error().code == "input.invalid");
      BOOST_TEST(read.result.error().field == field);
      BOOST_TEST(read.result.error().detail == detail);
    }
  }
}

void accepts(std::string_view method, std::initializer_list<std::string> cases) {
  for (auto const& json : cases) {
    BOOST_TEST_CONTEXT(method << " " << json) {
      Read read(method, json);
      BOOST_TEST(read.result.has_value(),
                 read.result.error().field << ": " << read.result.error().detail);
    }
  }
}

std::string repeated(std::string_view text, std::size_t times, std::string_view between = "") {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all.append(i == 0 ? "" : between).append(text);
  return all;
}

std::string view(capnp::Text::Reader text) { return {text.begin(), text.size()}; }

BOOST_AUTO_TEST_SUITE(json_read)

BOOST_AUTO_TEST_CASE(every_kind_of_field_is_filled) {
  Read read(
      "profile.create",
      profile(R"(,"headline":"Licht & Lärm","kinds":["mentor","citizen"],"languages":["de","en"],
      "hoursPerWeek":12,"offers":[{"word":"optics","level":4,"must":true},{"term":"018f4e2a-7c00-7000-8000-000000000001"}],
      "topics":["018f4e2a-7c00-7000-8000-000000000002"])"));
  auto const filled = read.as<core::profile::CreateProfile>();
  BOOST_TEST(core::to_string(core::Id::from({filled.getProfile().begin(), 16})) == person);
  BOOST_TEST(view(filled.getDisplayName()) == "Mara");
  BOOST_TEST(view(filled.getHeadline()) == "Licht & Lärm");
  BOOST_CHECK(filled.getSector() == core::schema::Sector::SCIENCE);
  BOOST_TEST(filled.getKinds().size() == 2U);
  BOOST_CHECK(filled.getKinds()[1] == core::profile::Kind::CITIZEN);
  BOOST_TEST(view(filled.getLanguages()[1]) == "en");
  BOOST_TEST(filled.getHoursPerWeek() == 12);
  BOOST_TEST(filled.getOffers().size() == 2U);
  BOOST_TEST(view(filled.getOffers()[0].getWord()) == "optics");
  BOOST_TEST(filled.getOffers()[0].getLevel() == 4);
  BOOST_TEST(filled.getOffers()[0].getMust());
  BOOST_TEST(!filled.getOffers()[1].getMust());
  BOOST_TEST(filled.getOffers()[1].getTerm()[15] == 1);
  BOOST_TEST(filled.getTopics()[0][15] == 2);
}

BOOST_AUTO_TEST_CASE(the_order_of_fields_is_free) {
  Read read("profile.create",
            R"({"hoursPerWeek":3,"sector":"business","displayName":"A","topics":[],"about":"b",
      "profile":"6F9619FF-8B86-4D01-B42D-00CF4FC964FF","kinds":["official"]})");
  auto const filled = read.as<core::profile::CreateProfile>();
  BOOST_TEST(filled.getHoursPerWeek() == 3);
  BOOST_TEST(view(filled.getAbout()) == "b");
  BOOST_CHECK(filled.getKinds()[0] == core::profile::Kind::OFFICIAL);
  BOOST_TEST(core::to_string(core::Id::from({filled.getProfile().begin(), 16})) == person);
}

BOOST_AUTO_TEST_CASE(null_and_nothing_leave_the_same_bytes_as_an_absent_field) {
  auto const words = [](std::string const& json) {
    Read read("profile.create", json);
    BOOST_REQUIRE(read.result.has_value());
    auto const flat = capnp::messageToFlatArray(read.message);
    return std::string(flat.asBytes().begin(), flat.asBytes().end());
  };
  auto const plain = words(profile(""));
  BOOST_CHECK(words(profile(R"(,"about":null,"hoursPerWeek":null,"offers":null,"topics":null)")) ==
              plain);
  BOOST_CHECK(words(profile(R"(,"about":"","hoursPerWeek":0,"offers":[],"topics":[])")) == plain);
  BOOST_CHECK(words(profile(R"(,"about":"x")")) != plain);
}

BOOST_AUTO_TEST_CASE(names_that_the_schema_does_not_have) {
  refuses(
      "profile.create",
      {
          {profile(R"(,"colour":1)"), "colour", "there is no such field"},
          {profile(R"(,"Headline":"x")"), "Headline", "there is no such field"},
          {profile(R"(,"":1)"), "", "there is no such field"},
          {profile(R"(,"headlin":"x")"), "headlin", "there is no such field"},
          {profile(R"(,"a\u0000\ud83d\ude00b":1)"), "a?????b", "there is no such field"},
          {profile(",\"" + repeated("x", 70) + "\":1"),
           "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...",
           "there is no such field"},
          {profile(R"(,"offers":[{"word":"a"},{"word":"b","stars":5}])"), "offers[1].stars",
           "there is no such field"},
          {profile(R"(,"sector":"mars")"), "sector", "is given twice"},
          {profile(R"(,"about":null,"about":"x")"), "about", "is given twice"},
          {profile(R"(,"offers":[{"word":"a","word":"b"}])"), "offers[0].word", "is given twice"},
          {profile(R"(,"meta":{},"meta":{})"), "meta", "is given twice"},
      });
}

BOOST_AUTO_TEST_CASE(fields_that_must_be_there) {
  refuses(
      "profile.create",
      {
          {"{}", "profile", "is required"},
          {R"({"profile":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff","sector":"science"})",
           "displayName", "is required"},
          {R"({"profile":null,"displayName":"A","sector":"science"})", "profile", "is required"},
      });
  refuses("profile.declareSkill",
          {{R"({"profile":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff","direction":"have"})", "skill",
            "is required"}});
  refuses(
      "profile.setVisibility",
      {
          {R"({"profile":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff","fields":[{"field":"about","visibility":"staff"},{"field":"about"}]})",
           "fields[1].visibility", "is required"},
      });
}

BOOST_AUTO_TEST_CASE(values_of_the_wrong_type) {
  refuses(
      "profile.create",
      {
          {"[]", "", "must be an object"},
          {"1", "", "must be an object"},
          {"null", "", "must be an object"},
          {profile(R"(,"about":1)"), "about", "must be a text"},
          {profile(R"(,"about":["x"])"), "about", "must be a text"},
          {profile(R"(,"hoursPerWeek":"6")"), "hoursPerWeek", "must be a whole number"},
          {profile(R"(,"hoursPerWeek":6.0)"), "hoursPerWeek", "must be a whole number"},
          {profile(R"(,"hoursPerWeek":1e1)"), "hoursPerWeek", "must be a whole number"},
          {profile(R"(,"hoursPerWeek":true)"), "hoursPerWeek", "must be a whole number"},
          {profile(R"(,"offers":{})"), "offers", "must be a list"},
          {profile(R"(,"offers":"optics")"), "offers", "must be a list"},
          {profile(R"(,"offers":[{"word":"a"},"optics"])"), "offers[1]", "must be an object"},
          {profile(R"(,"offers":[null])"), "offers[0]", "must be an object"},
          {profile(R"(,"offers":[{"must":1}])"), "offers[0].must", "must be true or false"},
          {profile(R"(,"offers":[{"must":"true"}])"), "offers[0].must", "must be true or false"},
          {profile(R"(,"topics":[1])"), "topics[0]", "must be a text"},
          {profile(R"(,"topics":[null])"), "topics[0]", "must be a text"},
          {profile(R"(,"languages":["de",2])"), "languages[1]", "must be a text"},
          {profile(R"(,"kinds":[["mentor"]])"), "kinds[0]", "must be a text"},
          {profile(R"(,"kinds":[0])"), "kinds[0]", "must be a text"},
          {profile(R"(,"meta":[])"), "meta", "must be an object"},
      });
  refuses(
      "profile.declareSkill",
      {
          {R"({"profile":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff","direction":"have","skill":"optics"})",
           "skill", "must be an object"},
      });
}

BOOST_AUTO_TEST_CASE(texts_out_of_bounds) {
  accepts("profile.create", {profile(R"(,"discipline":")" + repeated("x", 60) + "\""),
                             profile(R"(,"discipline":")" + repeated("ü", 30) + "\"")});
  refuses(
      "profile.create",
      {
          {profile(R"(,"discipline":")" + repeated("x", 61) + "\""), "discipline",
           "must have at most 60 bytes"},
          {profile(R"(,"discipline":")" + repeated("ü", 31) + "\""), "discipline",
           "must have at most 60 bytes"},
          {R"({"profile":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff","displayName":"","sector":"science"})",
           "displayName", "needs at least 1 byte"},
          {profile(R"(,"offers":[{},{"word":")" + repeated("x", 121) + "\"}]"), "offers[1].word",
           "must have at most 120 bytes"},
      });
}

BOOST_AUTO_TEST_CASE(texts_with_characters_that_nobody_types) {
  accepts(
      "profile.create",
      {
          profile(
              R"(,"about":"line\n\ttab « ° ­ ー 👋 \" \\ \/ \u00a0 \ud83d\ude00 \ud7ff \ue000")"),
          profile(R"(,"about":"0123456789abcde°")"),
          profile(R"(,"about":"í한퟿")"),
      });
  auto const about = [](std::string_view text) {
    return profile(R"(,"about":")" + std::string(text) + "\"");
  };
  refuses("profile.create",
          {
              {about(R"(\u0000)"), "about", "must not hold the character U+0000"},
              {about(R"(0123456\u0000)"), "about", "must not hold the character U+0000"},
              {about(R"(01234567\u001f89)"), "about", "must not hold the character U+001F"},
              {about(R"(a\r\nb)"), "about", "must not hold the character U+000D"},
              {about(R"(ab\b)"), "about", "must not hold the character U+0008"},
              {about("\x7f"), "about", "must not hold the character U+007F"},
              {about(R"(° \u0085)"), "about", "must not hold the character U+0085"},
              {about(R"(\u009f)"), "about", "must not hold the character U+009F"},
              {profile(R"(,"offers":[{"word":"a\u0001"}])"), "offers[0].word",
               "must not hold the character U+0001"},
          });
}

// Which characters these are: characters_test.
BOOST_AUTO_TEST_CASE(names_are_one_line_and_hide_nothing) {
  auto const headline = [](std::string_view text) {
    return profile(R"(,"headline":")" + std::string(text) + "\"");
  };
  auto const must_not = [](char const* point) {
    return "must not hold the character U+" + std::string(point);
  };
  std::vector<std::string> const reasons{must_not("000A"), must_not("202E"), must_not("200D"),
                                         must_not("FEFF"), must_not("E0041")};
  accepts("profile.create", {profile(R"(,"about":"one\n\ttwo")"), headline("👩‍💻"),
                             profile(R"(,"offers":[{"word":"über–all"}])")});
  refuses("profile.create",
          {
              {headline(R"(a\nb)"), "headline", reasons[0]},
              {headline(R"(0123456789abcd\u202e)"), "headline", reasons[1]},
              {headline(R"(an\u200dna)"), "headline", reasons[2]},
              {profile(R"(,"about":"\ufeffa")"), "about", reasons[3]},
              {profile(R"(,"about":"a\udb40\udc41")"), "about", reasons[4]},
              {profile(R"(,"about":"\u202ea")"), "about", reasons[1]},
              {profile(R"(,"offers":[{"word":"a\u202e"}])"), "offers[0].word", reasons[1]},
          });
  refuses("directory.search", {{R"({"districts":["a\nb"]})", "districts[0]", reasons[0]}});
}

BOOST_AUTO_TEST_CASE(what_is_said_can_be_seen) {
  constexpr std::string_view reason = "must hold something to be seen";
  auto const named = [](std::string const& name) {
    return R"({"profile":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff","displayName":")" + name +
           R"(","sector":"science"})";
  };
  accepts("profile.create", {named(R"(\u00a0\u4e2d)"), named("👋"), profile(R"(,"headline":"")")});
  for (auto const* name : {" ", R"( \u00a0\u3000)", R"(\u2800)"})
    refuses("profile.create", {{named(name), "displayName", reason}});
  refuses("profile.create", {{profile(R"(,"headline":" ")"), "headline", reason}});
  refuses("person.report", {{R"({"person":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff","kind":"person",
             "about":"6f9619ff-8b86-4d01-b42d-00cf4fc964f0","reason":"\n \n"})",
                             "reason", reason}});
}

BOOST_AUTO_TEST_CASE(links_and_licences) {
  constexpr std::string_view id = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";
  auto const website = [&](std::string const& link) {
    return R"({"organisation":")" + std::string(id) +
           R"(","name":"L","sector":"business","website":")" + link + "\"}";
  };
  auto const release = [&](std::string const& url, std::string const& licence) {
    return R"({"project":")" + std::string(id) + R"(","url":")" + url + R"(","licence":")" +
           licence + "\"}";
  };
  constexpr std::string_view address =
      "must be an address with a host, as https://example.org/page";
  accepts("organisation.register", {website("https://lumo.example"), website("")});
  refuses("organisation.register", {{website("javascript:alert(1)"), "website", address},
                                    {website("lumo.example"), "website", address}});
  accepts("project.releaseOpenSource",
          {release("http://a.example/x", "MIT OR (ISC AND EUPL-1.2)")});
  refuses("project.releaseOpenSource",
          {{release("http://", "MIT"), "url", address},
           {release("", "MIT"), "url", "needs at least 1 byte"},
           {release("http://a.example", "MIT OR (GPL-3.0"), "licence",
            "must be an SPDX licence expression, as MIT OR (GPL-3.0-only AND MIT)"}});
}

BOOST_AUTO_TEST_CASE(lists_out_of_bounds) {
  auto const offers = [](std::size_t n) {
    return profile(",\"offers\":[" + repeated(R"({"word":"x"})", n, ",") + "]");
  };
  accepts("profile.create", {offers(50)});
  refuses("profile.create", {{offers(51), "offers", "must have at most 50 entries"}});
  refuses("profile.setVisibility",
          {{R"({"profile":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff","fields":[]})", "fields",
            "needs at least 1 entry"}});
  // The bound of a list is not one of its texts.
  accepts("directory.search", {R"({"districts":["a district with a long name"]})"});
}

BOOST_AUTO_TEST_CASE(numbers_out_of_bounds) {
  accepts("profile.create", {profile(",\"hoursPerWeek\":80"), profile(",\"hoursPerWeek\":0"),
                             profile(",\"hoursPerWeek\":-0")});
  refuses(
      "profile.create",
      {
          {profile(",\"hoursPerWeek\":81"), "hoursPerWeek", "must be from 0 to 80"},
          {profile(",\"hoursPerWeek\":-1"), "hoursPerWeek", "must be from 0 to 80"},
          {profile(",\"hoursPerWeek\":256"), "hoursPerWeek", "must be from 0 to 80"},
          {profile(",\"hoursPerWeek\":18446744073709551615"), "hoursPerWeek",
           "must be from 0 to 80"},
          {profile(R"(,"offers":[{},{},{"level":5}])"), "offers[2].level", "must be from 0 to 4"},
      });
  auto const subscribe = [](std::string const& after) {
    return R"({"channel":"public","after":)" + after + "}";
  };
  accepts("feed.subscribe", {subscribe("-1"), subscribe("0"), subscribe("9007199254740991")});
  refuses("feed.subscribe",
          {
              {subscribe("-2"), "after", "must be from -1 to 9007199254740991"},
              {subscribe("9007199254740992"), "after", "must be from -1 to 9007199254740991"},
          });
  // Without a range: the type's own, and never what a client's JSON would round.
  auto const views = [](std::string const& position) { return "{\"atLeast\":" + position + "}"; };
  accepts("views.list", {views("0"), views("9007199254740991")});
  refuses("views.list",
          {
              {views("-1"), "atLeast", "must be from 0 to 9007199254740991"},
              {views("9007199254740992"), "atLeast", "must be from 0 to 9007199254740991"},
              {views("18446744073709551615"), "atLeast", "must be from 0 to 9007199254740991"},
          });
  refuses(
      "account.giveConsent",
      {
          {R"({"account":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff","purpose":"contact","textVersion":0})",
           "textVersion", "must be from 1 to 1000000"},
      });
  // Below zero as far as above.
  auto const& part = core::schema_tables().of<core::match::Part>();
  BOOST_TEST(Read(part, R"({"points":-9007199254740991})").result.has_value());
  BOOST_TEST(Read(part, R"({"points":-9007199254740992})").result.error().detail ==
             "must be from -9007199254740991 to 9007199254740991");
}

BOOST_AUTO_TEST_CASE(names_of_enumerations) {
  refuses(
      "profile.create",
      {
          {R"({"profile":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff","displayName":"A","sector":"Science"})",
           "sector", "must be one of unknown, business, science, administration, civilSociety"},
          {R"({"profile":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff","displayName":"A","sector":2})",
           "sector", "must be a text"},
          {R"({"profile":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff","displayName":"A","sector":""})",
           "sector", "must be one of unknown, business, science, administration, civilSociety"},
      });
  refuses("profile.withdrawSkill",
          {
              {R"({"profile":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff","direction":"both"})",
               "direction", "must be one of have, want"},
          });
}

BOOST_AUTO_TEST_CASE(ids_are_uuids) {
  auto const hide = [](std::string const& id) { return R"({"profile":")" + id + "\"}"; };
  accepts("profile.hide",
          {hide(std::string(person)), hide("6F9619FF-8B86-4D01-B42D-00CF4FC964FF")});
  refuses("profile.hide",
          {
              {hide(""), "profile", "must be a UUID"},
              {hide("6f9619ff8b864d01b42d00cf4fc964ff"), "profile", "must be a UUID"},
              {hide("6f9619ff-8b86-4d01-b42d-00cf4fc964f"), "profile", "must be a UUID"},
              {hide("6f9619ff-8b86-4d01-b42d-00cf4fc964fff"), "profile", "must be a UUID"},
              {hide("6f9619ff-8b86-4d01-b42d-00cf4fc964fg"), "profile", "must be a UUID"},
              {hide("6f9619ff-8b86-4d01-b42d000cf4fc964ff"), "profile", "must be a UUID"},
              {hide("{6f9619f-8b86-4d01-b42d-00cf4fc964ff"), "profile", "must be a UUID"},
              {hide("00000000-0000-0000-0000-000000000000"), "profile", "must not be the nil UUID"},
          });
  refuses("profile.create", {{profile(R"(,"topics":["6f9619ff-8b86-4d01-b42d-00cf4fc964ff","x"])"),
                              "topics[1]", "must be a UUID"}});
}

BOOST_AUTO_TEST_CASE(languages_are_two_letters) {
  constexpr std::string_view reason = "must be two lower-case letters (ISO 639-1)";
  accepts("profile.create", {profile(R"(,"offers":[{"word":"x","language":""}])"),
                             profile(R"(,"offers":[{"language":"de"}])")});
  refuses("profile.create", {
                                {profile(R"(,"languages":["de","DE"])"), "languages[1]", reason},
                                {profile(R"(,"languages":["deu"])"), "languages[0]", reason},
                                {profile(R"(,"languages":["d"])"), "languages[0]", reason},
                                {profile(R"(,"languages":[""])"), "languages[0]", reason},
                                {profile(R"(,"languages":["ü"])"), "languages[0]", reason},
                                {profile(R"(,"offers":[{"word":"x","language":"de-DE"}])"),
                                 "offers[0].language", reason},
                            });
  refuses(
      "vocabulary.addTerm",
      {
          {R"({"term":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff","labels":[{"language":"","text":"x"}]})",
           "labels[0].language", reason},
      });
}

BOOST_AUTO_TEST_CASE(a_command_carries_its_meta_beside_its_fields) {
  Read read(
      "profile.hide",
      R"({"meta":{"commandId":"018f4e2a-7c00-7000-8000-000000000001","occurred":"2026-05-01T12:00:00.5Z",
      "expect":[{"stream":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff","version":7}]},"profile":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff"})");
  BOOST_REQUIRE(read.result.has_value());
  auto const meta = read.meta.getAs<core::schema::Meta>().asReader();
  BOOST_TEST(meta.getCommandId()[15] == 1);
  BOOST_TEST(meta.getOccurred() == 1'777'636'800'500'000);
  BOOST_TEST(meta.getExpect()[0].getVersion() == 7U);
  BOOST_TEST(read.as<core::profile::HideProfile>().getProfile().size() == 16U);
}

BOOST_AUTO_TEST_CASE(what_meta_holds_is_checked_too) {
  auto const hide = [](std::string_view meta) {
    return R"({"profile":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff","meta":)" + std::string(meta) + "}";
  };
  accepts("profile.hide", {hide("{}"), hide("null")});
  constexpr std::string_view no_instant =
      "must be an instant of the years 1970 to 9999, as 2026-05-01T12:00:00Z (RFC 3339)";
  refuses(
      "profile.hide",
      {
          {hide(R"({"commandId":"x"})"), "meta.commandId", "must be a UUID"},
          {hide(R"({"expect":[{"version":1}]})"), "meta.expect[0].stream", "is required"},
          {hide(R"({"expect":[{"stream":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff","version":-1}]})"),
           "meta.expect[0].version", "must be from 0 to 9007199254740991"},
          {hide(R"({"occurred":"yesterday"})"), "meta.occurred", no_instant},
          {hide(R"({"occurred":1777636800})"), "meta.occurred", "must be a text"},
          {hide(R"({"meta":{}})"), "meta.meta", "there is no such field"},
      });
}

BOOST_AUTO_TEST_CASE(a_query_has_no_meta) {
  refuses("views.list", {{R"({"meta":{}})", "meta", "there is no such field"}});
}

BOOST_AUTO_TEST_CASE(an_absent_meta_stays_null) {
  Read read("profile.hide", R"({"profile":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff"})");
  BOOST_REQUIRE(read.result.has_value());
  BOOST_TEST(read.meta.isNull());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
