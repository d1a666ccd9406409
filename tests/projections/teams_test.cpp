// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/teams.hpp"

#include <random>

#include "tests/projections/replay.hpp"

namespace {

namespace team = core::team;
using projections::TeamFilter;
using projections::TeamKind;
using projections::Teams;
using projections::TeamStage;
using support::id_of;

struct Board : support::History {
  template <class Event>
  core::Position happen(
      std::uint64_t number,
      std::function<void(typename Event::Builder)> const& fill = [](auto) {}) {
    return add<Event>(id_of(number), [&](auto event) {
      event.setTeam(core::data_of(id_of(number)));
      fill(event);
    });
  }
  template <class Event>
  core::Position about(
      std::uint64_t number, std::uint64_t person,
      std::function<void(typename Event::Builder)> const& fill = [](auto) {}) {
    return happen<Event>(number, [&](auto event) {
      event.setPerson(core::data_of(id_of(person)));
      fill(event);
    });
  }
  // Of three seats, led by person 7.
  core::Position form(std::uint64_t number, std::uint64_t programme = 90, TeamKind kind = {}) {
    auto const formed = happen<team::TeamFormed>(number, [&](auto event) {
      event.setKind(kind);
      event.setProgramme(core::data_of(id_of(programme)));
      event.setSizeMax(3);
      event.setLead(core::data_of(id_of(7)));
    });
    join(number, 7);
    return formed;
  }
  core::Position join(std::uint64_t number, std::uint64_t person, std::uint64_t role = 0) {
    return about<team::MemberJoined>(number, person, [&](auto event) {
      event.setRole(core::data_of(id_of(role)));
      event.setDiscipline("Law");
    });
  }
  core::Position open(std::uint64_t number, std::uint64_t role, std::uint64_t term) {
    return happen<team::RoleOpened>(number, [&](auto event) {
      event.setRole(core::data_of(id_of(role)));
      event.getSkill().setTerm(core::data_of(id_of(term)));
      event.setCount(2);
    });
  }
  core::Position hand_in(std::uint64_t number, bool final) {
    return happen<team::SubmissionMade>(number, [&](auto event) {
      event.setFinal(final);
      event.setNumber(4);
    });
  }
};

// Term 100 has been merged into 101.
auto const survivor = [](core::Id const& term) { return term == id_of(100) ? id_of(101) : term; };

struct Played {
  explicit Played(Board const& board) { board.play(teams); }
  Teams teams{support::mixing_crypto};

  projections::TeamRow row(std::uint64_t number) const { return *teams.team(id_of(number)); }
  std::string found(TeamFilter const& filter = {}, std::uint64_t after = 0,
                    std::size_t limit = 20) const {
    std::string text;
    for (auto const& id : teams.search(filter, id_of(after), limit, survivor).page)
      (text += text.empty() ? "" : " ") += std::to_string(id.bytes[15]);
    return text;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(teams)

BOOST_AUTO_TEST_CASE(a_row_says_who_is_in_and_where_the_texts_are) {
  Board board;
  auto const formed = board.form(1, 90, TeamKind::EXPERT_GROUP);
  auto const opened = board.open(1, 20, 100);
  auto const joined = board.join(1, 8, 20);
  auto const row = Played(board).row(1);
  BOOST_TEST((row.kind == TeamKind::EXPERT_GROUP));
  BOOST_TEST((row.programme == id_of(90)));
  BOOST_TEST((row.lead == id_of(7)));
  BOOST_TEST(row.formed_at.value == formed.value);
  BOOST_REQUIRE_EQUAL(row.members.size(), 2u);
  BOOST_TEST((row.members[1].person == id_of(8)));
  BOOST_TEST(row.members[1].discipline == "Law");
  BOOST_TEST(row.members[1].joined_at.value == joined.value);
  BOOST_REQUIRE_EQUAL(row.openings.size(), 1u);
  BOOST_TEST(row.openings[0].left == 1u);
  BOOST_TEST(row.openings[0].opened_at.value == opened.value);
  BOOST_TEST(row.version.value == 4u);
}

BOOST_AUTO_TEST_CASE(members_come_and_go_and_the_lead_changes) {
  Board board;
  board.form(1);
  board.join(1, 8), board.join(1, 9);
  board.about<team::LeadTransferred>(1, 8);
  board.about<team::MemberLeft>(1, 7);
  board.about<team::MemberRemoved>(1, 9);
  auto const row = Played(board).row(1);
  BOOST_TEST((row.lead == id_of(8)));
  BOOST_REQUIRE_EQUAL(row.members.size(), 1u);
  BOOST_TEST((row.members[0].person == id_of(8)));
}

BOOST_AUTO_TEST_CASE(requests_and_invitations_are_shown_until_they_end) {
  Board board;
  board.form(1);
  for (std::uint64_t person = 10; person <= 13; ++person)
    board.about<team::JoinRequested>(1, person);
  auto const again = board.about<team::JoinRequested>(1, 13);
  for (std::uint64_t person = 20; person <= 26; ++person)
    board.about<team::InvitationSent>(1, person, [](auto event) { event.setExpires(9); });
  BOOST_TEST(Played(board).row(1).requests.size() == 4u);
  BOOST_TEST(Played(board).row(1).invitations.size() == 7u);
  board.about<team::JoinAccepted>(1, 10);
  board.about<team::JoinDeclined>(1, 11);
  board.about<team::JoinWithdrawn>(1, 12);
  board.about<team::InvitationAccepted>(1, 20);
  board.about<team::InvitationDeclined>(1, 21);
  board.about<team::InvitationWithdrawn>(1, 22);
  board.about<team::InvitationExpired>(1, 23);
  board.join(1, 24);
  board.about<team::InvitationClosed>(1, 26);
  auto const row = Played(board).row(1);
  BOOST_REQUIRE_EQUAL(row.requests.size(), 1u);
  BOOST_TEST(row.requests[0].asked_at.value == again.value);
  BOOST_REQUIRE_EQUAL(row.invitations.size(), 1u);
  BOOST_TEST((row.invitations[0].person == id_of(25)));
  BOOST_TEST(row.invitations[0].expires.us == 9);
}

BOOST_AUTO_TEST_CASE(a_stage_follows_from_seats_and_lock) {
  Board board;
  auto const stage = [&] { return Played(board).row(1).stage(); };
  board.form(1);
  BOOST_TEST((stage() == TeamStage::FORMING));
  board.join(1, 8), board.join(1, 9);
  BOOST_TEST((stage() == TeamStage::COMPLETE));
  board.happen<team::TeamLocked>(1);
  BOOST_TEST((stage() == TeamStage::LOCKED));
  board.happen<team::TeamUnlocked>(1);
  BOOST_TEST((stage() == TeamStage::COMPLETE));
  board.open(1, 20, 100);
  board.happen<team::TeamDissolved>(1);
  BOOST_TEST((stage() == TeamStage::DISSOLVED));
  BOOST_TEST(Played(board).row(1).openings.empty());
}

BOOST_AUTO_TEST_CASE(what_was_handed_in_last_is_shown) {
  Board board;
  board.form(1);
  auto const made = board.hand_in(1, true);
  auto const row = Played(board).row(1);
  BOOST_TEST(row.final);
  BOOST_TEST(row.submissions == 4u);
  BOOST_TEST(row.submitted_at.value == made.value);
}

BOOST_AUTO_TEST_CASE(teams_are_found_by_what_they_look_for) {
  Board board;
  board.form(1), board.form(2, 91), board.form(3, 0, TeamKind::EXPERT_GROUP), board.form(4);
  board.open(1, 20, 100), board.open(2, 20, 101), board.open(3, 20, 102);
  board.happen<team::TeamDissolved>(4);
  Played const played(board);
  BOOST_TEST(played.found() == "3 2 1");
  BOOST_TEST(played.found({}, 0, 2) == "3 2");
  BOOST_TEST(played.found({}, 2, 2) == "1");
  TeamFilter filter;
  filter.skills = {id_of(101)};
  BOOST_TEST(played.found(filter) == "2 1");
  filter.programme = id_of(90);
  BOOST_TEST(played.found(filter) == "1");
  TeamFilter groups;
  groups.kinds = {TeamKind::EXPERT_GROUP};
  BOOST_TEST(played.found(groups) == "3");
  board.happen<team::RoleClosed>(1, [](auto event) { event.setRole(core::data_of(id_of(20))); });
  BOOST_TEST(Played(board).found(filter) == "");
}

BOOST_AUTO_TEST_CASE(who_may_still_be_joined_is_open) {
  Board board;
  board.form(1), board.form(2), board.form(3);
  board.happen<team::TeamLocked>(2);
  board.join(3, 8), board.join(3, 9);
  TeamFilter open;
  open.open = true;
  BOOST_TEST(Played(board).found(open) == "1");
}

BOOST_AUTO_TEST_CASE(a_programmes_teams_are_counted_by_stage) {
  Board board;
  for (std::uint64_t number = 1; number <= 5; ++number) board.form(number);
  board.form(6, 91);
  board.join(2, 8), board.join(2, 9);
  board.happen<team::TeamLocked>(3);
  board.happen<team::TeamDissolved>(4);
  board.hand_in(3, true), board.hand_in(1, false);
  auto const counts = Played(board).teams.count(id_of(90));
  BOOST_TEST(counts.forming == 2u);
  BOOST_TEST(counts.complete == 1u);
  BOOST_TEST(counts.locked == 1u);
  BOOST_TEST(counts.dissolved == 1u);
  BOOST_TEST(counts.handed_in == 1u);
}

BOOST_AUTO_TEST_CASE(replayed_in_pieces_it_is_the_same_view) {
  std::mt19937_64 engine(6);
  Board board;
  for (std::uint64_t number = 1; number <= 60; ++number) {
    board.form(number, 90 + engine() % 3);
    if (engine() % 2 == 0) board.open(number, 20, 100 + engine() % 5);
    if (engine() % 2 == 0) board.about<team::JoinRequested>(number, 30 + engine() % 5);
    if (engine() % 3 == 0) board.join(1 + engine() % number, 200 + number);
    if (engine() % 5 == 0) board.happen<team::TeamDissolved>(1 + engine() % number);
  }
  auto const view = support::check_replay(
      board, 6, [](auto&) { return std::make_unique<Teams>(support::mixing_crypto); });
  Played const played(board);
  for (std::uint64_t term = 100; term < 105; ++term) {
    TeamFilter filter;
    filter.skills = {id_of(term)};
    BOOST_TEST((view->search(filter, {}, 100, survivor).page ==
                played.teams.search(filter, {}, 100, survivor).page));
  }
}

BOOST_AUTO_TEST_SUITE_END()
