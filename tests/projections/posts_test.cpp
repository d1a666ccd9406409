// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/posts.hpp"

#include <random>

#include "tests/projections/replay.hpp"

namespace {

namespace profile = core::profile;
namespace vocabulary = core::vocabulary;
using projections::PostFilter;
using projections::PostKind;
using projections::Posts;
using support::id_of;

struct Board : support::History {
  template <class Event>
  core::Position post(std::uint64_t number, std::uint64_t person,
                      std::vector<std::uint64_t> const& terms = {}) {
    return add<Event>(id_of(person), [&](auto event) {
      event.setProfile(core::data_of(id_of(person)));
      event.setPost(core::data_of(id_of(number)));
      event.setUntil(77);
      auto skills = event.initSkills(static_cast<unsigned>(terms.size()));
      for (unsigned i = 0; i < terms.size(); ++i) skills[i].setTerm(core::data_of(id_of(terms[i])));
    });
  }
  core::Position offer(std::uint64_t number, std::uint64_t person,
                       std::vector<std::uint64_t> const& terms = {}) {
    return post<profile::OfferPosted>(number, person, terms);
  }
  core::Position need(std::uint64_t number, std::uint64_t person,
                      std::vector<std::uint64_t> const& terms = {}) {
    return post<profile::NeedPosted>(number, person, terms);
  }
  void close(std::uint64_t number, std::uint64_t person) {
    add<profile::PostClosed>(id_of(person), [&](auto event) {
      event.setProfile(core::data_of(id_of(person)));
      event.setPost(core::data_of(id_of(number)));
    });
  }
  void merge(std::uint64_t term, std::uint64_t into) {
    add<vocabulary::TermMerged>(id_of(term), [&](auto event) {
      event.setTerm(core::data_of(id_of(term)));
      event.setInto(core::data_of(id_of(into)));
    });
  }
};

struct Played {
  explicit Played(Board const& board) { board.play(posts); }
  Posts posts{support::mixing_crypto};

  std::string found(PostFilter const& filter = {}, std::uint64_t after = 0, std::size_t limit = 20,
                    std::uint64_t unseen = 99) const {
    auto const seen = [&](core::Id const& person) { return person != id_of(unseen); };
    auto const page =
        posts.search(filter, seen, after == 0 ? core::Id{} : id_of(after), limit).page;
    std::string text;
    for (auto const& id : page) (text += text.empty() ? "" : " ") += std::to_string(id.bytes[15]);
    return text;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(posts)

BOOST_AUTO_TEST_CASE(the_last_posted_is_found_first_until_it_is_closed) {
  Board board;
  board.offer(1, 11);
  board.need(2, 12);
  auto const last = board.offer(3, 11);
  board.close(2, 12);
  Played const played(board);
  BOOST_TEST(played.found() == "3 1");
  BOOST_TEST(played.found({}, 3) == "1");
  BOOST_TEST(played.found({}, 0, 1) == "3");
  BOOST_TEST(played.found({}, 2) == "");
  auto const row = *played.posts.post(id_of(3));
  BOOST_TEST((row.profile == id_of(11) && row.posted_at == last && row.until.us == 77));
  BOOST_TEST(!played.posts.post(id_of(2)));
}

BOOST_AUTO_TEST_CASE(kinds_people_and_skills_narrow_it_down) {
  Board board;
  board.offer(1, 11, {50});
  board.need(2, 11, {51});
  board.need(3, 12, {50, 52});
  Played const played(board);
  PostFilter filter;
  filter.kinds = {PostKind::NEED};
  BOOST_TEST(played.found(filter) == "3 2");
  filter.profile = id_of(11);
  BOOST_TEST(played.found(filter) == "2");
  filter = {};
  filter.skills = {id_of(50)};
  BOOST_TEST(played.found(filter) == "3 1");
}

BOOST_AUTO_TEST_CASE(merged_terms_find_the_same) {
  Board board;
  board.offer(1, 11, {50});
  board.offer(2, 11, {51});
  board.merge(50, 51);
  Played const played(board);
  for (std::uint64_t term : {50, 51}) {
    PostFilter filter;
    filter.skills = {id_of(term)};
    BOOST_TEST(played.found(filter) == "2 1");
  }
}

BOOST_AUTO_TEST_CASE(what_people_nobody_finds_have_posted_is_not_counted_either) {
  Board board;
  board.offer(1, 11);
  board.offer(2, 12);
  Played const played(board);
  BOOST_TEST(played.found({}, 0, 20, 12) == "1");
  auto const none = [](core::Id const&) { return false; };
  BOOST_TEST(played.posts.search({}, none, {}, 20).total == 0u);
}

BOOST_AUTO_TEST_CASE(what_is_posted_anew_stands_once_at_its_new_place) {
  Board board;
  board.offer(1, 11);
  board.offer(2, 11);
  board.close(1, 11);
  board.need(1, 11);
  BOOST_TEST(Played(board).found() == "1 2");
}

BOOST_AUTO_TEST_CASE(replayed_in_pieces_it_is_the_same_view) {
  std::mt19937_64 dice(7);
  Board board;
  for (std::uint64_t i = 1; i <= 120; ++i) {
    if (dice() % 2 == 0) board.offer(i, 200 + dice() % 5, {dice() % 9 + 1});
    else board.need(i, 200 + dice() % 5, {dice() % 9 + 1});
    if (dice() % 3 == 0) board.close(1 + dice() % i, 200);
    if (dice() % 30 == 0) board.merge(i % 9 + 1, 20 + i);
  }
  auto const view = support::check_replay(
      board, 5, [](auto&) { return std::make_unique<Posts>(support::mixing_crypto); });
  auto const all = [](core::Id const&) { return true; };
  BOOST_TEST(
      (view->search({}, all, {}, 200).page == Played(board).posts.search({}, all, {}, 200).page));
}

BOOST_AUTO_TEST_SUITE_END()
