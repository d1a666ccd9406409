// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/road/view_thread.hpp"

#include <boost/test/unit_test.hpp>
#include <future>
#include <string>

#include "core/limits.hpp"

using api::ViewThread;

namespace {

std::shared_ptr<core::Block const> block(std::uint64_t first, std::size_t events = 1) {
  core::Block block;
  block.first = {first};
  block.offsets.resize(events);
  return std::make_shared<core::Block const>(std::move(block));
}

// The thread, and what it did, one word a deed. `done` may be read when the thread has answered or ended.
struct Watched {
  std::string done;
  ViewThread views{
      {10},
      [this](core::Block const& block) { done += "b" + std::to_string(block.last().value) + " "; },
      [] {}};

  bool ask(std::string name, core::Position at_least = {}) {
    return views.ask(at_least,
                     [this, name](bool reached) { done += name + (reached ? " " : "-late "); });
  }
  // Keeps the thread busy until the promise is kept.
  std::promise<void> hold() {
    std::promise<void> go, held;
    auto const holding = held.get_future();
    views.ask({}, [held = std::make_shared<std::promise<void>>(std::move(held)),
                   go = go.get_future().share()](bool) {
      held->set_value();
      go.wait();
    });
    holding.wait();
    return go;
  }
  // Once the thread has done all that it was given so far, except what waits for a later position.
  std::string const& then(core::Position at_least = {}) {
    std::promise<void> reached;
    while (!views.ask(at_least, [&](bool) { reached.set_value(); })) std::this_thread::yield();
    reached.get_future().wait();
    return done;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(view_thread)

BOOST_AUTO_TEST_CASE(blocks_are_applied_in_order_and_move_the_position) {
  Watched watched;
  BOOST_TEST(watched.views.position().value == 10u);
  watched.views.publish(block(11));
  watched.views.publish(block(12, 3));
  watched.views.publish(block(15));
  BOOST_TEST(watched.then() == "b11 b14 b15 ");
  BOOST_TEST(watched.views.position().value == 15u);
  BOOST_TEST(watched.views.backlog() == 0u);
}

BOOST_AUTO_TEST_CASE(questions_are_answered_in_order) {
  Watched watched;
  auto go = watched.hold();
  for (auto const* name : {"a", "b", "c"}) watched.ask(name);
  go.set_value();
  BOOST_TEST(watched.then() == "a b c ");
}

BOOST_AUTO_TEST_CASE(blocks_go_before_questions_that_came_earlier) {
  Watched watched;
  auto go = watched.hold();
  watched.ask("a");
  watched.views.publish(block(11));
  watched.ask("b");
  watched.views.publish(block(12));
  BOOST_TEST(watched.views.backlog() == 2u);
  go.set_value();
  BOOST_TEST(watched.then() == "b11 b12 a b ");
}

BOOST_AUTO_TEST_CASE(a_block_is_taken_in_between_two_questions) {
  Watched watched;
  auto go = watched.hold();
  watched.views.ask({}, [&](bool) {
    watched.done += "a ";
    watched.views.publish(block(11));
  });
  watched.ask("b");
  go.set_value();
  BOOST_TEST(watched.then() == "a b11 b ");
}

BOOST_AUTO_TEST_CASE(a_question_waits_for_the_position_it_names) {
  Watched watched;
  watched.ask("at10", {10});
  watched.ask("at12", {12});
  watched.ask("at11", {11});
  BOOST_TEST(watched.then() == "at10 ");
  watched.views.publish(block(11));
  BOOST_TEST(watched.then({11}) == "at10 b11 at11 ");
  watched.views.publish(block(12, 5));
  BOOST_TEST(watched.then({12}) == "at10 b11 at11 b16 at12 ");
}

BOOST_AUTO_TEST_CASE(a_position_that_does_not_come_is_waited_for_in_vain_and_not_for_ever) {
  Watched watched;
  auto const start = std::chrono::steady_clock::now();
  std::promise<bool> answered;
  watched.views.ask({11}, [&](bool reached) { answered.set_value(reached); });
  BOOST_TEST(!answered.get_future().get());
  auto const waited = std::chrono::steady_clock::now() - start;
  BOOST_TEST((waited >= std::chrono::microseconds(core::limits::at_least_wait_us_max)));
  BOOST_TEST(watched.views.position().value == 10u);
}

BOOST_AUTO_TEST_CASE(only_so_many_questions_may_wait) {
  constexpr auto most = core::limits::queries_queue_max;
  Watched watched;
  auto go = watched.hold();
  std::size_t asked = 0, answered = 0;
  for (std::size_t i = 0; i < most + 3; ++i) {
    core::Position const at_least{
        i % 2 == 0 ? 0u : 11u};  // Those for a later position count like the others.
    asked += watched.views.ask(at_least, [&](bool) { ++answered; });
  }
  BOOST_TEST(asked == most);
  watched.views.publish(block(11));
  go.set_value();
  BOOST_TEST(watched.then() == "b11 ");
  BOOST_TEST(answered == most);
}

BOOST_AUTO_TEST_CASE(it_ends_after_its_blocks_and_with_an_answer_to_every_question) {
  std::string done;
  auto const start = std::chrono::steady_clock::now();
  {
    std::promise<void> held, go;
    ViewThread views(
        {10},
        [&](core::Block const& block) { done += "b" + std::to_string(block.last().value) + " "; },
        [] {});
    views.ask({}, [&](bool) {
      held.set_value();
      go.get_future().wait();
    });
    held.get_future().wait();
    views.ask({12}, [&](bool reached) { done += reached ? "at12 " : "at12-late "; });
    views.ask({99}, [&](bool reached) { done += reached ? "at99 " : "at99-late "; });
    views.ask({}, [&](bool reached) { done += reached ? "now " : "now-late "; });
    views.publish(block(11));
    views.publish(block(12));
    go.set_value();
  }
  BOOST_TEST(done == "b11 b12 now at12 at99-late ");
  BOOST_TEST((std::chrono::steady_clock::now() - start <
              std::chrono::microseconds(core::limits::at_least_wait_us_max)));
}

BOOST_AUTO_TEST_CASE(an_idle_thread_says_so) {
  std::promise<void> idle;
  std::atomic<bool> told = false;
  ViewThread views(
      {10}, [](core::Block const&) {},
      [&] {
        if (!told.exchange(true)) idle.set_value();
      });
  BOOST_TEST((idle.get_future().wait_for(std::chrono::seconds(10)) == std::future_status::ready));
}

BOOST_AUTO_TEST_SUITE_END()
