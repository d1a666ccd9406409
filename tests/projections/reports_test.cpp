// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/reports.hpp"

#include <random>

#include "tests/projections/replay.hpp"

namespace {

namespace person = core::person;
using projections::ReportRow, projections::Reports;
using support::id_of;

struct House : support::History {
  void report(std::uint64_t who, std::uint64_t about) {
    add<person::PersonReported>(id_of(who), [&](auto event) {
      event.setPerson(core::data_of(id_of(who)));
      event.setAbout(core::data_of(id_of(about)));
    });
  }
  void settle(std::uint64_t who, std::uint32_t number) {
    add<person::ReportSettled>(id_of(who), [&](auto event) {
      event.setPerson(core::data_of(id_of(who)));
      event.setReport(number);
    });
  }
};

// "who/number" of each, with "!" where it was settled.
std::string told(Reports const& reports, core::Position before = {~0ULL}) {
  std::string all;
  reports.each(before, [&](ReportRow const& row) {
    all += (all.empty() ? "" : " ") + std::to_string(row.person.bytes[15]) + "/" +
           std::to_string(row.number) + (row.handled() ? "!" : "");
  });
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reports)

BOOST_AUTO_TEST_CASE(the_newest_comes_first_and_each_person_counts_for_themselves) {
  House house;
  house.report(1, 9), house.report(2, 9), house.report(1, 8);
  house.settle(1, 2);
  Reports reports{support::mixing_crypto};
  house.play(reports);
  BOOST_TEST(told(reports) == "1/2! 2/1 1/1");
  std::vector<core::Position> at;
  reports.each({~0ULL}, [&](ReportRow const& row) { at.push_back(row.reported_at); });
  BOOST_TEST(told(reports, at[0]) == "2/1 1/1");
  BOOST_TEST(told(reports, at[2]) == "");
}

BOOST_AUTO_TEST_CASE(replayed_in_pieces_it_tells_the_same) {
  std::mt19937_64 engine(5);
  House house;
  std::map<std::uint64_t, std::uint32_t> count;
  for (int i = 0; i < 300; ++i) {
    auto const who = 1 + engine() % 5;
    if (engine() % 3 > 0) house.report(who, 9), ++count[who];
    else if (count[who] > 0)
      house.settle(who, 1 + static_cast<std::uint32_t>(engine() % count[who]));
  }
  Reports whole{support::mixing_crypto};
  house.play(whole);
  auto const view = support::check_replay(
      house, 5, [](auto&) { return std::make_unique<Reports>(support::mixing_crypto); });
  BOOST_TEST(told(*view) == told(whole));
  BOOST_TEST(told(whole).find('!') != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
