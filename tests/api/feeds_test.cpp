// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <map>
#include <random>

#include "tests/api/followed.hpp"

using namespace followed;

BOOST_FIXTURE_TEST_SUITE(feeds, Followed)

BOOST_AUTO_TEST_CASE(what_was_missed_comes_in_pages_and_then_what_is_live) {
  happen(1000);
  auto const all = reader(), third = reader();
  follow(all, "all");
  follow(third, "third", 900);
  settle();
  BOOST_TEST(all->received == channel("all", 0, 1000), per_element());
  BOOST_TEST(third->received == channel("third", 900, 1000), per_element());
  BOOST_TEST(source.pages.load() == 5u);  // Four for the one, one for the other.
  happen(30);
  settle();
  BOOST_TEST(all->received == channel("all", 0, 1030), per_element());
  BOOST_TEST(third->received == channel("third", 900, 1030), per_element());
  BOOST_TEST(source.pages.load() == 5u);
  BOOST_TEST(feeds.delivered() == all->received.size() + third->received.size());
}

BOOST_AUTO_TEST_CASE(what_happens_while_a_page_is_under_way_is_neither_lost_nor_doubled) {
  happen(256);
  auto const all = reader();
  auto go = hold();
  follow(all, "all");
  happen(1);
  go.set_value();
  followed_on_p("all");  // The page is made, and not taken yet.
  happen(1);
  followed_on_p("all");
  happen(1);
  settle();
  happen(1);
  settle();
  BOOST_TEST(all->received == channel("all", 0, 260), per_element());
}

BOOST_AUTO_TEST_CASE(nothing_is_framed_for_a_channel_that_nobody_follows) {
  happen(10);
  BOOST_TEST(!followed_on_p("all"));
  auto const one = reader(), other = reader();
  auto const ticket = follow(one, "all"), another = follow(other, "all");
  settle();
  BOOST_TEST(followed_on_p("all"));
  BOOST_TEST(!followed_on_p("third"));
  feeds.leave(ticket);
  BOOST_TEST(followed_on_p("all"));
  feeds.leave(another);
  BOOST_TEST(!followed_on_p("all"));
  BOOST_TEST(feeds.followers() == 0u);
}

BOOST_AUTO_TEST_CASE(who_leaves_hears_nothing_more_and_others_still_do) {
  auto const one = reader(), other = reader();
  auto const ticket = follow(one, "all");
  follow(other, "all");
  settle();
  happen(3);
  settle();
  feeds.leave(ticket);
  feeds.leave(ticket);  // Twice is once.
  happen(3);
  settle();
  BOOST_TEST(one->received == channel("all", 0, 3), per_element());
  BOOST_TEST(other->received == channel("all", 0, 6), per_element());
}

BOOST_AUTO_TEST_CASE(who_leaves_while_a_page_is_under_way_gets_none_and_is_not_followed_for) {
  happen(10);
  auto const all = reader();
  auto go = hold();
  auto const ticket = follow(all, "all");
  feeds.leave(ticket);
  go.set_value();
  settle();
  BOOST_TEST(all->received.empty());
  BOOST_TEST(feeds.followers() == 0u);
  BOOST_TEST(!followed_on_p("all"));
}

BOOST_AUTO_TEST_CASE(a_slow_reader_gets_its_next_page_when_it_has_read) {
  happen(600);
  auto const slow = reader(), quick = reader();
  slow->queued = 1 << 20;
  follow(slow, "all");
  follow(quick, "all");
  settle();
  BOOST_TEST(quick->received.size() == 600u);
  wait(60);
  BOOST_TEST(slow->received.size() == 256u);
  happen(5);
  slow->queued = 0;
  while (slow->received.size() < 605) wait(5);
  BOOST_TEST(slow->received == channel("all", 0, 605), per_element());
  BOOST_TEST(quick->received == channel("all", 0, 605), per_element());
}

BOOST_AUTO_TEST_CASE(a_slow_reader_that_leaves_is_not_waited_for) {
  happen(600);
  auto const slow = reader();
  slow->queued = 1 << 20;
  auto const ticket = follow(slow, "all");
  settle();
  feeds.leave(ticket);
  slow->queued = 0;
  context.restart();
  context.run();  // Ends, once the timer has found nobody.
  settle();
  BOOST_TEST(slow->received.size() == 256u);
  BOOST_TEST(source.pages.load() == 1u);
}

BOOST_AUTO_TEST_CASE(a_socket_that_is_gone_is_sent_nothing_whenever_it_goes) {
  happen(600);
  auto before = reader(), paging = reader(), live = reader();
  auto go = hold();
  std::vector<Feeds::Ticket> const tickets{follow(before, "all"), follow(paging, "all"),
                                           follow(live, "all", 600)};
  before.reset();
  paging->queued = 1 << 20;
  go.set_value();
  settle();
  paging.reset();
  live.reset();
  auto const delivered = feeds.delivered();
  happen(3);
  settle();
  context.restart();
  context.run();  // Ends: nobody is waited for.
  BOOST_TEST(feeds.delivered() == delivered);
  for (auto const ticket : tickets) feeds.leave(ticket);
  BOOST_TEST(feeds.followers() == 0u);
  BOOST_TEST(!followed_on_p("all"));
}

BOOST_AUTO_TEST_CASE(
    when_thread_p_takes_no_more_questions_following_and_leaving_are_done_a_little_later) {
  happen(10);
  auto const one = reader(), other = reader();
  auto const ticket = follow(one, "all");
  settle();
  auto go = hold();
  while (views.ask({}, [](bool) {})) {
  }
  feeds.leave(ticket);
  auto const another = follow(other, "third");
  wait(50);
  BOOST_TEST(other->received.empty());
  go.set_value();
  while (other->received.empty()) wait(5);
  BOOST_TEST(other->received == channel("third", 0, 10), per_element());
  while (followed_on_p("all")) wait(5);
  feeds.leave(another);
  BOOST_TEST(!followed_on_p("third"));
}

BOOST_AUTO_TEST_CASE(each_position_comes_once_and_in_order_however_the_threads_interleave) {
  struct Following {
    std::shared_ptr<Reader> reader;
    std::string name;
    std::uint64_t after;
    Feeds::Ticket ticket;
  };
  std::random_device device;
  auto const seed = device();
  std::mt19937 random(seed);
  auto upto = [&](std::uint64_t most) {
    return std::uniform_int_distribution<std::uint64_t>(0, most)(random);
  };
  std::vector<Following> here, gone;
  for (int step = 0; step < 3000; ++step) {
    auto const dice = upto(99);
    if (dice < 40) happen(1 + upto(20));
    else if (dice < 55) {
      auto& joined = here.emplace_back(
          Following{reader(), upto(1) ? "all" : "third", upto(views.position().value), 0});
      joined.reader->queued = upto(3) == 0 ? 1 << 20 : 0;
      joined.ticket = follow(joined.reader, joined.name, joined.after);
    } else if (dice < 65 && !here.empty()) {
      std::swap(here[upto(here.size() - 1)], here.back());
      feeds.leave(here.back().ticket);
      gone.push_back(std::move(here.back()));
      here.pop_back();
    } else if (dice < 75 && !here.empty()) here[upto(here.size() - 1)].reader->queued = 0;
    else if (dice < 95) turn();
    else std::this_thread::sleep_for(std::chrono::microseconds(upto(300)));
  }
  for (auto& following : here) following.reader->queued = 0;
  auto complete = [&](Following const& following) {
    return following.reader->received.size() ==
           channel(following.name, following.after, head).size();
  };
  auto const until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  while (!std::ranges::all_of(here, complete) && std::chrono::steady_clock::now() < until) wait(5);
  settle();
  for (auto const& [reader, name, after, ticket] : here)
    BOOST_TEST((reader->received == channel(name, after, head)),
               "seed " << seed << ": " << name << " after " << after);
  for (auto const& [reader, name, after, ticket] : gone) {
    auto const last = reader->received.empty() ? after : reader->received.back();
    BOOST_TEST((reader->received == channel(name, after, last)),
               "seed " << seed << ": left " << name << " after " << after);
  }
  for (auto const& following : here) feeds.leave(following.ticket);
  settle();
  wait(30);
  BOOST_TEST((!followed_on_p("all") && !followed_on_p("third")), "seed " << seed);
}

BOOST_AUTO_TEST_SUITE_END()
