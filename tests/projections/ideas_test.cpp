// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/ideas.hpp"

#include <random>

#include "core/schema/vocabulary.capnp.h"
#include "tests/projections/replay.hpp"

namespace {

namespace idea = core::idea;
using projections::IdeaFilter;
using projections::IdeaOrder;
using projections::Ideas;
using projections::IdeaStage;
using support::id_of;

struct Says {
  std::uint64_t measure = 300, second_measure = 0;
  std::string district = {};
  std::vector<std::uint64_t> wanted = {}, topics = {};
  bool green = false;
};

struct Board : support::History {
  core::Position draft(std::uint64_t number, Says const& says = {}) {
    return add<idea::IdeaDrafted>(id_of(number), [&](auto event) {
      write(number, says, event);
      event.setAuthor(core::data_of(id_of(7)));
    });
  }
  core::Position revise(std::uint64_t number, Says const& says) {
    return add<idea::IdeaRevised>(id_of(number), [&](auto event) { write(number, says, event); });
  }
  template <class Event>
  core::Position happen(std::uint64_t number) {
    return add<Event>(id_of(number),
                      [&](auto event) { event.setIdea(core::data_of(id_of(number))); });
  }
  core::Position submit(std::uint64_t number, Says const& says = {}) {
    draft(number, says);
    return happen<idea::IdeaSubmitted>(number);
  }
  template <class Event>
  core::Position person(std::uint64_t number, std::uint64_t person) {
    return add<Event>(id_of(number), [&](auto event) {
      event.setIdea(core::data_of(id_of(number)));
      event.setPerson(core::data_of(id_of(person)));
    });
  }
  void endorse(std::uint64_t number, std::initializer_list<std::uint64_t> people) {
    for (auto const one : people) person<idea::IdeaEndorsed>(number, one);
  }
  void merge(std::uint64_t number, std::uint64_t into) {
    add<idea::IdeaMerged>(id_of(number), [&](auto event) {
      event.setIdea(core::data_of(id_of(number)));
      event.setInto(core::data_of(id_of(into)));
    });
    happen<idea::IdeaAbsorbed>(into);
  }
  core::Position decline(std::uint64_t number, bool spam) {
    return add<idea::IdeaDeclined>(id_of(number), [&](auto event) {
      event.setIdea(core::data_of(id_of(number)));
      event.setSpam(spam);
    });
  }
  core::Position convert(std::uint64_t number, std::uint64_t project) {
    return add<idea::IdeaConverted>(id_of(number), [&](auto event) {
      event.setIdea(core::data_of(id_of(number)));
      event.setProject(core::data_of(id_of(project)));
    });
  }
  void merge_terms(std::uint64_t term, std::uint64_t into) {
    add<core::vocabulary::TermMerged>(id_of(term), [&](auto event) {
      event.setTerm(core::data_of(id_of(term)));
      event.setInto(core::data_of(id_of(into)));
    });
  }

 private:
  static void write(std::uint64_t number, Says const& says, auto event) {
    event.setIdea(core::data_of(id_of(number)));
    event.setMeasure(core::data_of(id_of(says.measure)));
    if (says.second_measure != 0) event.setSecondMeasure(core::data_of(id_of(says.second_measure)));
    event.setDistrict(says.district);
    event.setGreen(says.green);
    auto wanted = event.initWanted(static_cast<unsigned>(says.wanted.size()));
    for (unsigned i = 0; i < says.wanted.size(); ++i)
      wanted[i].setTerm(core::data_of(id_of(says.wanted[i])));
    auto topics = event.initTopics(static_cast<unsigned>(says.topics.size()));
    for (unsigned i = 0; i < says.topics.size(); ++i)
      topics.set(i, core::data_of(id_of(says.topics[i])));
  }
};

struct Played {
  explicit Played(Board const& board) { board.play(ideas); }
  Ideas ideas{support::mixing_crypto};

  std::string found(IdeaFilter const& filter = {}, IdeaOrder order = IdeaOrder::NEWEST,
                    std::uint64_t after = 0, std::size_t limit = 20) const {
    std::string text;
    for (auto const& id : ideas.search(filter, order, id_of(after), limit).page)
      (text += text.empty() ? "" : " ") += std::to_string(id.bytes[15]);
    return text;
  }
  projections::IdeaRow row(std::uint64_t number) const { return *ideas.idea(id_of(number)); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(ideas)

BOOST_AUTO_TEST_CASE(what_was_submitted_is_listed_until_it_is_taken_off) {
  Board board;
  for (std::uint64_t number = 1; number <= 7; ++number) board.submit(number);
  board.draft(8);
  board.happen<idea::IdeaAccepted>(2);
  board.decline(3, false);
  board.decline(4, true);
  board.merge(5, 1);
  board.happen<idea::IdeaWithdrawn>(6);
  board.convert(7, 70);
  Played const played(board);
  BOOST_TEST(played.found() == "7 3 2 1");
  BOOST_TEST(!played.row(4).shown());
  BOOST_TEST(played.row(5).shown());
  BOOST_TEST((played.row(5).stage == IdeaStage::MERGED && played.row(5).became == id_of(1)));
  BOOST_TEST((played.row(6).stage == IdeaStage::WITHDRAWN && !played.row(6).shown()));
  BOOST_TEST((played.row(7).stage == IdeaStage::CONVERTED && played.row(7).became == id_of(70)));
  BOOST_TEST((played.row(8).stage == IdeaStage::DRAFT && !played.row(8).shown()));
}

BOOST_AUTO_TEST_CASE(a_row_says_where_the_sealed_texts_are) {
  Board board;
  board.draft(1);
  auto const revised = board.revise(1, {.district = "North", .green = true});
  auto const submitted = board.happen<idea::IdeaSubmitted>(1);
  auto const accepted = board.happen<idea::IdeaAccepted>(1);
  auto const row = Played(board).row(1);
  BOOST_TEST(row.titled_at.value == revised.value);
  BOOST_TEST(row.submitted_at.value == submitted.value);
  BOOST_TEST(row.answered_at.value == accepted.value);
  BOOST_TEST(row.version.value == 4u);
  BOOST_TEST((row.author == id_of(7) && row.green && row.district == "North"));
}

BOOST_AUTO_TEST_CASE(co_authors_come_and_go) {
  Board board;
  board.submit(1);
  board.person<idea::CoAuthorInvited>(1, 20);
  board.person<idea::CoAuthorInvited>(1, 21);
  board.person<idea::CoAuthorAdded>(1, 20);
  Played const played(board);
  BOOST_TEST((played.row(1).co_authors == std::vector{id_of(20)}));
  BOOST_TEST((played.row(1).invited == std::vector{id_of(21)}));
  BOOST_TEST((played.row(1).is_author(id_of(20)) && !played.row(1).is_author(id_of(21))));
  board.person<idea::CoAuthorDeclined>(1, 20);
  board.person<idea::CoAuthorDeclined>(1, 21);
  Played const after(board);
  BOOST_TEST((after.row(1).co_authors.empty() && after.row(1).invited.empty()));
}

BOOST_AUTO_TEST_CASE(endorsements_are_counted_by_person_also_when_ideas_are_merged) {
  Board board;
  board.submit(1);
  board.submit(2);
  board.endorse(1, {20, 21, 22});
  board.endorse(2, {22, 23});
  board.person<idea::EndorsementWithdrawn>(1, 21);
  Played const before(board);
  BOOST_TEST(before.row(1).endorsements == 2u);
  BOOST_TEST((before.ideas.endorsed(id_of(1), id_of(20)) && !before.ideas.endorsed(id_of(1), {})));
  BOOST_TEST(!before.ideas.endorsed(id_of(1), id_of(21)));
  board.merge(2, 1);
  Played const merged(board);
  BOOST_TEST(merged.row(1).endorsements == 3u);
  BOOST_TEST(merged.row(2).endorsements == 0u);
  BOOST_TEST(merged.ideas.endorsed(id_of(1), id_of(23)));
  board.person<idea::EndorsementWithdrawn>(1, 22);
  BOOST_TEST(Played(board).row(1).endorsements == 2u);
}

BOOST_AUTO_TEST_CASE(the_most_endorsed_come_first_where_that_is_asked) {
  Board board;
  for (std::uint64_t number = 1; number <= 4; ++number) board.submit(number);
  board.endorse(1, {20, 21});
  board.endorse(3, {20, 21, 22});
  board.endorse(4, {20, 21});
  Played const played(board);
  BOOST_TEST(played.found({}, IdeaOrder::MOST_ENDORSED) == "3 4 1 2");
  BOOST_TEST(played.found({}, IdeaOrder::MOST_ENDORSED, 0, 2) == "3 4");
  BOOST_TEST(played.found({}, IdeaOrder::MOST_ENDORSED, 4, 2) == "1 2");
}

BOOST_AUTO_TEST_CASE(any_value_within_a_filter_will_do_and_all_filters_must) {
  Board board;
  board.submit(1, {.measure = 300, .district = "North", .wanted = {100}, .topics = {200}});
  board.submit(2, {.measure = 301, .second_measure = 300, .district = "West", .green = true});
  board.submit(3, {.measure = 301, .district = "North", .wanted = {101}});
  board.happen<idea::IdeaAccepted>(3);
  Played const played(board);
  auto const by = [&](auto set) {
    IdeaFilter filter;
    set(filter);
    return played.found(filter);
  };
  BOOST_TEST(by([](auto& f) { f.measure = id_of(300); }) == "2 1");
  BOOST_TEST(by([](auto& f) { f.districts = {"North"}; }) == "3 1");
  BOOST_TEST(by([](auto& f) { f.districts = {"North", "West"}; }) == "3 2 1");
  BOOST_TEST(by([](auto& f) { f.green = true; }) == "2");
  BOOST_TEST(by([](auto& f) { f.stages = {IdeaStage::ACCEPTED}; }) == "3");
  BOOST_TEST(by([](auto& f) { f.skills = {id_of(100)}; }) == "1");
  BOOST_TEST(by([](auto& f) { f.topics = {id_of(200), id_of(201)}; }) == "1");
  BOOST_TEST(by([](auto& f) {
               f.districts = {"North"};
               f.skills = {id_of(101)};
             }) == "3");
}

BOOST_AUTO_TEST_CASE(a_merged_term_and_what_it_became_find_the_same) {
  Board board;
  board.submit(1, {.wanted = {100}, .topics = {200}});
  board.merge_terms(100, 101);
  board.merge_terms(200, 201);
  Played const played(board);
  for (std::uint64_t term : {100, 101}) {
    IdeaFilter filter;
    filter.skills = {id_of(term)};
    BOOST_TEST(played.found(filter) == "1");
    filter.topics = {id_of(term + 100)};
    BOOST_TEST(played.found(filter) == "1");
  }
}

BOOST_AUTO_TEST_CASE(pages_follow_each_other_without_gap) {
  Board board;
  for (std::uint64_t number = 1; number <= 5; ++number) board.submit(number);
  Played const played(board);
  BOOST_TEST(played.found({}, IdeaOrder::NEWEST, 0, 2) == "5 4");
  BOOST_TEST(played.found({}, IdeaOrder::NEWEST, 4, 2) == "3 2");
  BOOST_TEST(played.found({}, IdeaOrder::NEWEST, 2, 2) == "1");
  BOOST_TEST(played.found({}, IdeaOrder::NEWEST, 99, 2) == "");
  BOOST_TEST(played.ideas.search({}, IdeaOrder::NEWEST, id_of(2), 2).total == 5u);
}

BOOST_AUTO_TEST_CASE(replayed_in_pieces_it_is_the_same_view) {
  std::mt19937_64 engine(11);
  Board board;
  std::vector<std::uint64_t> alive;
  for (std::uint64_t number = 1; number <= 60; ++number) {
    board.submit(number, {.wanted = {100 + engine() % 20}, .topics = {100 + engine() % 20}});
    alive.push_back(number);
    for (auto n = engine() % 6; n > 0; --n)
      board.endorse(alive[engine() % alive.size()], {20 + engine() % 10});
    if (engine() % 4 == 0)
      board.person<idea::EndorsementWithdrawn>(alive[engine() % alive.size()], 20 + engine() % 10);
    if (engine() % 5 == 0 && alive.size() > 2) {
      auto const loser = alive.begin() + static_cast<std::ptrdiff_t>(engine() % alive.size());
      auto const number_lost = *loser;
      alive.erase(loser);
      board.merge(number_lost, alive[engine() % alive.size()]);
    }
    if (engine() % 7 == 0) board.happen<idea::IdeaWithdrawn>(alive[engine() % alive.size()]);
    if (number % 10 == 0) board.merge_terms(99 + number / 10, 120);
  }
  auto const view = support::check_replay(
      board, 6, [](auto&) { return std::make_unique<Ideas>(support::mixing_crypto); });
  Played const played(board);
  for (auto const order : {IdeaOrder::NEWEST, IdeaOrder::MOST_ENDORSED})
    BOOST_TEST(
        (view->search({}, order, {}, 100).page == played.ideas.search({}, order, {}, 100).page));
  std::size_t endorsements = 0;  // The counts are those of the rows.
  for (std::uint64_t number = 1; number <= 60; ++number)
    for (std::uint64_t person = 20; person < 30; ++person)
      endorsements += view->endorsed(id_of(number), id_of(person));
  std::size_t counted = 0;
  for (std::uint64_t number = 1; number <= 60; ++number)
    counted += view->idea(id_of(number))->endorsements;
  BOOST_TEST(endorsements > 0u);
  BOOST_TEST(counted == endorsements);
}

BOOST_AUTO_TEST_SUITE_END()
