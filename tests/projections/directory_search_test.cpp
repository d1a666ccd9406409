// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// The directory against a plain walk over all rows, on random histories.
#include <map>
#include <random>
#include <set>

#include "projections/directory.hpp"
#include "tests/projections/people.hpp"
#include "tests/projections/replay.hpp"

namespace {

using namespace support;
using projections::Count;
using projections::Directory;
using projections::DirectoryFilter;
using projections::ProfileRow;

constexpr std::uint64_t persons = 300, terms = 40;

struct Dice {
  explicit Dice(std::uint64_t seed) : engine(seed) { BOOST_TEST_MESSAGE("seed " << seed); }
  std::uint64_t below(std::uint64_t bound) { return engine() % bound; }
  std::uint64_t term() { return 1000 + below(terms); }
  std::uint64_t person() { return 1 + below(persons); }
  Sector sector() { return static_cast<Sector>(below(5)); }
  Kind kind() { return static_cast<Kind>(below(8)); }
  std::string language() { return std::vector<std::string>{"de", "en", "fr", "uk"}[below(4)]; }
  std::string district() {
    return std::vector<std::string>{"", "Mitte", "Nord", "Lobeda"}[below(4)];
  }
  template <class Make>
  auto some(std::uint64_t count_max, Make make) {
    std::vector<decltype(make())> list;
    for (auto count = below(count_max + 1); count > 0; --count) list.push_back(make());
    return list;
  }
  std::mt19937_64 engine;
};

Person somebody(Dice& dice) {
  std::set<std::uint64_t> offers;
  for (auto const term : dice.some(6, [&] { return dice.term(); })) offers.insert(term);
  return {.sector = dice.sector(),
          .kinds = dice.some(3, [&] { return dice.kind(); }),
          .languages = dice.some(3, [&] { return dice.language(); }),
          .district = dice.district(),
          .hours = static_cast<std::uint8_t>(dice.below(40)),
          .offers = {offers.begin(), offers.end()}};
}

void something(Dice& dice, People& people) {
  auto const person = dice.person();
  auto const direction = dice.below(2) ? Direction::HAVE : Direction::WANT;
  switch (dice.below(11)) {
    case 0: people.revise(person, somebody(dice)); break;
    case 1: people.declare(person, direction, dice.term()); break;
    case 2: people.withdraw(person, direction, dice.term()); break;
    case 3: people.set_hours(person, static_cast<std::uint8_t>(dice.below(40))); break;
    case 4: people.set_languages(person, dice.some(3, [&] { return dice.language(); })); break;
    case 5: people.hide(person); break;
    case 6: people.list(person); break;
    case 7:
      people.show(person, static_cast<ProfileField>(dice.below(6)),
                  static_cast<Visibility>(dice.below(5)));
      break;
    case 8: people.object(person); break;
    case 9: people.consent(person); break;
    case 10:
      if (dice.below(4) == 0) people.suspend(person);
      else people.reinstate(person);
  }
}

// Terms merge once, and only into ones with a higher number, so that there is no cycle.
People random_history(Dice& dice) {
  People people;
  for (std::uint64_t person = 1; person <= persons; ++person) people.join(person, somebody(dice));
  for (std::uint64_t term = 1000; term < 1000 + terms; term += 5) people.propose(term);
  for (std::uint64_t i = 0; i < 2000; ++i) {
    something(dice, people);
    if (i % 200 != 0) continue;
    auto const term = i / 200 * 3;
    people.merge(1000 + term, 1000 + term + 1 + dice.below(terms - term - 1));
  }
  return people;
}

// A plain reading of the rows.
struct Naive {
  struct Row {
    core::Id id;
    ProfileRow row;
    std::set<core::Id> skills;
  };
  std::vector<Row> rows;  // The newest first.
  std::map<core::Id, core::Id> into;
  std::set<core::Id> own_words;

  explicit Naive(Directory const& directory) {
    directory.rows().scan({}, [&](core::Bytes key, core::Bytes bytes) {
      auto const id = core::Id::from(key.subspan(1));
      if (key[0] == projections::term_key) {
        projections::DirectoryTermRow term;
        BOOST_REQUIRE(core::unpack(bytes, term));
        if (!term.into.is_nil()) into[id] = term.into;
        if (term.own_word) own_words.insert(id);
        return true;
      }
      Row row{id, {}, {}};
      BOOST_REQUIRE(core::unpack(bytes, row.row));
      if (row.row.shown()) rows.push_back(row);
      return true;
    });
    std::ranges::sort(rows, std::greater(), [](Row const& row) { return row.row.number; });
    for (auto& row : rows)
      for (auto const& offer : row.row.offers) row.skills.insert(survivor(offer.term));
  }

  core::Id survivor(core::Id term) const {
    while (into.contains(term)) term = into.at(term);
    return term;
  }
  static std::string district(ProfileRow const& row) {
    return row.shows_members(ProfileField::DISTRICT) ? row.district : "";
  }

  bool passes(Row const& found, DirectoryFilter const& filter) const {
    auto const& row = found.row;
    auto const any = [](auto const& wanted, auto has) {
      return wanted.empty() || std::ranges::any_of(wanted, has);
    };
    auto const hours = row.shows_members(ProfileField::AVAILABILITY) ? row.hours : 0;
    return any(filter.sectors, [&](Sector sector) { return sector == row.sector; }) &&
           any(filter.kinds,
               [&](Kind kind) { return row.kinds >> static_cast<unsigned>(kind) & 1; }) &&
           any(filter.languages,
               [&](auto const& tag) {
                 return std::ranges::find(row.languages, tag) != row.languages.end();
               }) &&
           any(filter.districts,
               [&](auto const& name) { return !name.empty() && name == district(row); }) &&
           any(filter.skills,
               [&](auto const& term) { return found.skills.contains(survivor(term)); }) &&
           hours >= filter.hours_min &&
           std::ranges::find(filter.without, found.id) == filter.without.end();
  }

  template <class Value, class Values>
  std::vector<Count<Value>> count(DirectoryFilter const& filter, std::size_t limit,
                                  Values values) const {
    std::map<Value, std::uint64_t> counts;
    for (auto const& row : rows)
      if (passes(row, filter))
        for (auto const& value : values(row)) ++counts[value];
    std::vector<Count<Value>> sorted;
    for (auto const& [value, count] : counts) sorted.push_back({value, count});
    std::ranges::stable_sort(sorted, std::greater(), &Count<Value>::count);
    if (sorted.size() > limit) sorted.resize(limit);
    return sorted;
  }
};

DirectoryFilter random_filter(Dice& dice) {
  DirectoryFilter filter;
  if (dice.below(3) == 0) filter.sectors = dice.some(2, [&] { return dice.sector(); });
  if (dice.below(3) == 0) filter.kinds = dice.some(2, [&] { return dice.kind(); });
  if (dice.below(3) == 0) filter.languages = dice.some(2, [&] { return dice.language(); });
  if (dice.below(3) == 0) filter.districts = dice.some(2, [&] { return dice.district(); });
  if (dice.below(3) == 0) filter.skills = dice.some(3, [&] { return id_of(dice.term()); });
  if (dice.below(3) == 0) filter.hours_min = static_cast<std::uint8_t>(dice.below(40));
  if (dice.below(3) == 0) filter.without = dice.some(40, [&] { return id_of(dice.person()); });
  return filter;
}

template <class T>
DirectoryFilter without(DirectoryFilter filter, std::vector<T> DirectoryFilter::*values) {
  (filter.*values).clear();
  return filter;
}

void check_search(Directory const& directory, Naive const& naive, DirectoryFilter const& filter,
                  std::size_t limit) {
  auto const found = directory.search(filter, {}, limit);
  std::vector<core::Id> expected;
  std::size_t total = 0;
  for (auto const& row : naive.rows)
    if (naive.passes(row, filter) && ++total <= limit) expected.push_back(row.id);
  BOOST_REQUIRE_EQUAL(found.total, total);
  BOOST_REQUIRE(found.page == expected);

  using Row = Naive::Row;
  BOOST_REQUIRE(found.counts.sectors ==
                naive.count<Sector>(without(filter, &DirectoryFilter::sectors), 50,
                                    [](Row const& row) { return std::vector{row.row.sector}; }));
  BOOST_REQUIRE(found.counts.kinds ==
                naive.count<Kind>(without(filter, &DirectoryFilter::kinds), 50, [](Row const& row) {
                  std::vector<Kind> kinds;
                  for (unsigned kind = 0; kind < 8; ++kind)
                    if (row.row.kinds >> kind & 1) kinds.push_back(static_cast<Kind>(kind));
                  return kinds;
                }));
  BOOST_REQUIRE(found.counts.languages ==
                naive.count<std::string>(without(filter, &DirectoryFilter::languages), 50,
                                         [](Row const& row) { return row.row.languages; }));
  BOOST_REQUIRE(found.counts.districts ==
                naive.count<std::string>(
                    without(filter, &DirectoryFilter::districts), 50, [](Row const& row) {
                      auto const district = Naive::district(row.row);
                      return district.empty() ? std::vector<std::string>() : std::vector{district};
                    }));
  BOOST_REQUIRE(
      found.counts.skills ==
      naive.count<core::Id>(without(filter, &DirectoryFilter::skills), 30, [&](Row const& row) {
        auto skills = row.skills;
        std::erase_if(skills, [&](auto const& term) { return naive.own_words.contains(term); });
        return skills;
      }));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(directory_search)

BOOST_AUTO_TEST_CASE(pages_totals_and_counts_equal_a_plain_walk) {
  Dice dice(6);
  auto const people = random_history(dice);
  Directory directory(mixing_crypto);
  people.play(directory);
  Naive const naive(directory);
  BOOST_REQUIRE(naive.rows.size() > 50);
  BOOST_REQUIRE_EQUAL(directory.listed(), naive.rows.size());
  check_search(directory, naive, {}, 20);
  for (int i = 0; i < 300; ++i) check_search(directory, naive, random_filter(dice), dice.below(30));
}

BOOST_AUTO_TEST_CASE(replayed_in_pieces_it_finds_the_same) {
  Dice dice(7);
  auto const people = random_history(dice);
  auto const view =
      check_replay(people, 5, [](auto&) { return std::make_unique<Directory>(mixing_crypto); });
  Naive const naive(*view);
  for (int i = 0; i < 100; ++i) check_search(*view, naive, random_filter(dice), 20);
}

BOOST_AUTO_TEST_SUITE_END()
