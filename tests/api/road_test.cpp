// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/road/road.hpp"

#include <boost/asio/post.hpp>
#include <boost/test/unit_test.hpp>
#include <future>
#include <string>

#include "core/limits.hpp"
#include "storage/memory_log.hpp"
#include "tests/support/held_background.hpp"
#include "tests/support/memory_vault.hpp"
#include "tests/support/repeatable_crypto.hpp"
#include "tests/support/set_clock.hpp"
#include "tests/support/written.hpp"

namespace {

using boost::test_tools::per_element;

// A log in memory that can lose its records from one moment to the next.
class Forgetful final : public core::EventLog {
 public:
  void append(core::Block const& block) override {
    log.append(block);
    ++appends;
  }
  core::Position head() const override { return log.head(); }
  std::string const& epoch() const override { return log.epoch(); }
  void read(core::Position from,
            core::FunctionRef<bool(core::RecordView const&)> visit) const override {
    log.read(from, visit);
  }
  bool at(core::Position position,
          core::FunctionRef<void(core::RecordView const&)> visit) const override {
    return !forgets && log.at(position, visit);
  }

  storage::MemoryLog log;
  std::size_t appends = 0;
  bool forgets = false;
};

// The road on ports without a disk. An answer is a word: "NAME ok FIRST-LAST", or "NAME CODE".
struct OnTheRoad {
  boost::asio::io_context context;
  support::RepeatableCrypto crypto;
  support::SetClock clock;
  Forgetful log;
  support::MemoryVault vault{crypto};
  storage::MemoryShelves shelves;
  core::Inline background;
  support::HeldBackground log_threads;
  core::Engine engine{{log, vault, crypto, clock, shelves, background, storage::crc32c}};
  std::vector<std::size_t> applied;  // Events of each block. Thread P.
  std::shared_future<void> gate;     // Where set, thread P applies nothing before.
  api::ViewThread views{{}, [this](core::Block const& block) { apply(block); }, [] {}};
  std::vector<std::string> broken, answers;
  api::Road road{context,
                 engine,
                 log_threads,
                 views,
                 [this](std::exception const& failure) { broken.emplace_back(failure.what()); },
                 0};

  OnTheRoad() {
    engine.recover([](core::Position) {});
  }

  void apply(core::Block const& block) {
    if (gate.valid()) gate.wait();
    applied.push_back(block.size());
  }
  void submit(std::string name, std::string const& method, std::string const& json) {
    submit(road, std::move(name), method, json);
  }
  void submit(api::Road& on, std::string name, std::string const& method, std::string const& json) {
    support::Written written(method, json);
    BOOST_REQUIRE(written.read.has_value());
    written.command.console = true;
    on.submit(written.command, [this, name](core::Result<core::Receipt> const& result) {
      if (result)
        BOOST_TEST((result->last <= log.head()), name << " was told of what is not on disk");
      answers.push_back(name + " " + (result ? told(*result) : std::string(result.error().code)));
    });
  }
  void add(std::string const& name) {
    submit(name, "account.register", "{'account':'$" + name + "','ofAge':true}");
  }
  static std::string told(core::Receipt const& receipt) {
    return "ok " + std::to_string(receipt.first.value) + "-" + std::to_string(receipt.last.value);
  }
  // Everything that is ready.
  void turn() {
    context.restart();
    context.poll();
  }
  std::vector<std::size_t> seen_by_views() {
    std::promise<std::vector<std::size_t>> seen;
    views.ask(log.head(), [&](bool) { seen.set_value(applied); });
    return seen.get_future().get();
  }
};

using Words = std::vector<std::string>;

}  // namespace

BOOST_FIXTURE_TEST_SUITE(road, OnTheRoad)

BOOST_AUTO_TEST_CASE(all_commands_of_a_turn_share_one_commit) {
  for (int i = 0; i < 100; ++i) add("p" + std::to_string(i));
  BOOST_TEST(log.appends == 0u);
  turn();
  BOOST_TEST(log.appends == 1u);
  BOOST_TEST(answers.size() == 100u);
  BOOST_TEST(seen_by_views() == std::vector<std::size_t>{100}, per_element());
  BOOST_TEST(road.counters().commits == 1u);
  BOOST_TEST(road.counters().commands == 100u);
  BOOST_TEST(road.counters().events == 100u);
}

BOOST_AUTO_TEST_CASE(a_command_that_comes_while_a_turn_runs_still_gets_into_its_commit) {
  boost::asio::post(context, [this] { add("anna"); });
  boost::asio::post(context, [this] { add("ben"); });
  turn();
  BOOST_TEST(log.appends == 1u);
  BOOST_TEST(answers == (Words{"anna ok 1-1", "ben ok 2-2"}), per_element());
}

BOOST_AUTO_TEST_CASE(answers_come_after_the_commit_and_in_order_and_refusals_wait_too) {
  add("anna");
  submit("again", "account.register", "{'account':'$anna','ofAge':true}");
  add("ben");
  BOOST_TEST(answers.empty());
  BOOST_TEST(log.head().value == 0u);
  turn();
  BOOST_TEST(answers == (Words{"anna ok 1-1", "again account.exists", "ben ok 2-2"}),
             per_element());
  BOOST_TEST(road.counters().refused == 1u);
}

BOOST_AUTO_TEST_CASE(a_turn_of_refusals_commits_nothing) {
  add("anna");
  turn();
  submit("again", "account.register", "{'account':'$anna','ofAge':true}");
  BOOST_TEST(answers.size() == 1u);
  turn();
  BOOST_TEST(answers.back() == "again account.exists");
  BOOST_TEST(log.appends == 1u);
}

BOOST_AUTO_TEST_CASE(nothing_to_do_is_no_commit) {
  turn();
  road.commit();
  BOOST_TEST(log.appends == 0u);
  BOOST_TEST(road.counters().commits == 0u);
}

BOOST_AUTO_TEST_CASE(a_batch_that_is_full_is_committed_and_the_next_one_follows) {
  constexpr auto most = core::limits::batch_events_max;
  for (std::size_t i = 0; i < most + 1; ++i) add(std::to_string(i));
  BOOST_TEST(log.appends == 1u);
  turn();
  BOOST_TEST(log.appends == 2u);
  BOOST_REQUIRE(answers.size() == most + 1);
  for (std::size_t i = 0; i <= most; ++i) {
    auto const position = std::to_string(i + 1);
    BOOST_TEST(answers[i] == std::to_string(i) + " ok " + position + "-" + position);
  }
  BOOST_TEST(seen_by_views() == (std::vector<std::size_t>{most, 1}), per_element());
}

BOOST_AUTO_TEST_CASE(what_comes_while_the_disk_is_busy_shares_a_commit) {
  constexpr auto most = core::limits::batches_in_flight_max;
  log_threads.hold = true;
  for (std::size_t i = 0; i < most; ++i) add("p" + std::to_string(i)), turn();
  BOOST_TEST(log_threads.waiting() == most);
  for (int i = 0; i < 10; ++i) add("q" + std::to_string(i)), turn();
  BOOST_TEST(log_threads.waiting() == most);
  BOOST_TEST(answers.empty());
  log_threads.let_through(1);
  turn();
  BOOST_TEST(answers == Words{"p0 ok 1-1"}, per_element());
  BOOST_TEST(log_threads.waiting() == most);  // The ten have followed, together.
  log_threads.let_through(most);
  turn();
  BOOST_TEST(log.appends == most + 1);
  BOOST_TEST(answers.size() == most + 10);
  BOOST_TEST(answers.back() ==
             "q9 ok " + std::to_string(most + 10) + "-" + std::to_string(most + 10));
}

BOOST_AUTO_TEST_CASE(a_small_batch_is_written_at_once_and_a_large_one_handed_over) {
  api::Road quick{context, engine, log_threads, views, [](std::exception const&) {}, 1000};
  auto const add = [&](std::string const& name) {
    submit(quick, name, "account.register", "{'account':'$" + name + "','ofAge':true}");
  };
  log_threads.hold = true;
  add("anna");
  turn();
  BOOST_TEST(answers == Words{"anna ok 1-1"}, per_element());
  for (int i = 0; i < 10; ++i) add("p" + std::to_string(i));
  turn();
  BOOST_TEST(log_threads.waiting() == 1u);
  add("ben");  // Not before those that are on their way.
  turn();
  BOOST_TEST(answers.size() == 1u);
  log_threads.let_through(2);
  turn();
  BOOST_TEST(answers.back() == "ben ok 12-12");
}

BOOST_AUTO_TEST_CASE(a_refusal_waits_for_all_that_came_before_it) {
  log_threads.hold = true;
  add("anna");
  turn();
  submit("again", "account.register", "{'account':'$anna','ofAge':true}");
  turn();
  BOOST_TEST(answers.empty());
  log_threads.let_through(1);
  turn();
  BOOST_TEST(answers == (Words{"anna ok 1-1", "again account.exists"}), per_element());
}

BOOST_AUTO_TEST_CASE(who_submits_upon_an_answer_is_answered_after_those_who_waited) {
  log_threads.hold = true;
  support::Written written("account.register", "{'account':'$first','ofAge':true}");
  written.command.console = true;
  road.submit(written.command, [this](core::Result<core::Receipt> const&) {
    answers.push_back("first");
    for (std::size_t i = 0; i <= core::limits::batch_events_max; ++i) add("n" + std::to_string(i));
  });
  add("second");
  turn();
  log_threads.hold = false;
  log_threads.let_through(1);
  turn();
  BOOST_REQUIRE(answers.size() == core::limits::batch_events_max + 3);
  BOOST_TEST(answers[0] == "first");
  BOOST_TEST(answers[1] == "second ok 2-2");
  BOOST_TEST(answers[2] == "n0 ok 3-3");
}

BOOST_AUTO_TEST_CASE(after_a_broken_append_what_is_on_its_way_is_in_the_unknown_too) {
  log_threads.hold = true;
  log.log.break_next_append();
  add("anna");
  turn();
  add("ben");
  turn();
  log_threads.let_through(2);
  turn();
  BOOST_TEST(answers == (Words{"anna server.outcome-unknown", "ben server.outcome-unknown"}),
             per_element());
  BOOST_TEST(broken.size() == 1u);
}

BOOST_AUTO_TEST_CASE(flows_follow_by_themselves_after_the_answer) {
  add("anna");
  submit("jam", "programme.announce", "{'programme':'$jam','title':'P'}");
  submit("draft", "challenge.draft",
         "{'challenge':'$roofs','title':'T','contact':'C','owner':'$anna'}");
  submit("submit", "challenge.submit", "{'challenge':'$roofs'}");
  submit("approve", "challenge.approve", "{'challenge':'$roofs'}");
  submit("publish", "challenge.publish", "{'challenge':'$roofs','programme':'$jam'}");
  submit("cancel", "programme.cancel", "{'programme':'$jam','reason':'R'}");
  turn();
  BOOST_TEST(answers.size() == 7u);
  BOOST_TEST(log.head().value == 8u);
  BOOST_TEST(log.appends == 2u);
  BOOST_TEST(road.counters().followed == 1u);
  BOOST_TEST((engine.world().challenge.load(support::id_named("roofs")).stage ==
              core::challenge::Stage::CLOSED));
}

BOOST_AUTO_TEST_CASE(the_last_commit_can_be_made_by_hand) {
  add("anna");
  road.commit();
  BOOST_TEST(answers == Words{"anna ok 1-1"}, per_element());
  turn();
  BOOST_TEST(answers.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_broken_append_leaves_everything_that_waited_in_the_unknown) {
  add("anna");
  turn();
  log.log.break_next_append();
  add("ben");
  submit("refused", "account.register", "{'account':'$anna','ofAge':true}");
  add("chris");
  turn();
  BOOST_TEST(answers == (Words{"anna ok 1-1", "ben server.outcome-unknown",
                               "refused server.outcome-unknown", "chris server.outcome-unknown"}),
             per_element());
  BOOST_TEST(broken.size() == 1u);
  add("dora");
  turn();
  BOOST_TEST(answers.back() == "dora server.stopped");
  BOOST_TEST(broken.size() == 1u);
  BOOST_TEST(log.head().value == 1u);
  BOOST_TEST(seen_by_views() == std::vector<std::size_t>{1}, per_element());
}

BOOST_AUTO_TEST_CASE(a_broken_append_of_a_full_batch_stops_the_command_that_found_it_full) {
  log.log.break_next_append();
  for (std::size_t i = 0; i < core::limits::batch_events_max; ++i) add(std::to_string(i));
  BOOST_TEST(answers.empty());
  add("last");
  turn();
  BOOST_TEST(answers.front() == "0 server.outcome-unknown");
  BOOST_TEST(answers.back() == "last server.stopped");
  BOOST_TEST(answers.size() == core::limits::batch_events_max + 1);
  BOOST_TEST(broken.size() == 1u);
}

BOOST_AUTO_TEST_CASE(who_stops_the_engine_before_the_commit_leaves_nobody_with_a_receipt) {
  add("anna");
  engine.stop();
  add("ben");
  turn();
  BOOST_TEST(answers == (Words{"anna server.stopped", "ben server.stopped"}), per_element());
  BOOST_TEST(log.appends == 0u);
}

BOOST_AUTO_TEST_CASE(
    a_damaged_record_found_by_a_repeated_command_stops_the_writing_and_acknowledges_nothing) {
  auto const anna = "{'account':'$anna','ofAge':true,'meta':{'commandId':'$command'}}";
  submit("anna", "account.register", anna);
  turn();
  submit("repeated", "account.register", anna);
  turn();
  log.forgets = true;
  add("ben");
  submit("repeated", "account.register", anna);
  turn();
  BOOST_TEST(answers == (Words{"anna ok 1-1", "repeated ok 1-1", "ben server.stopped",
                               "repeated server.stopped"}),
             per_element());
  BOOST_TEST(broken.size() == 1u);
  BOOST_TEST(log.appends == 1u);
}

BOOST_AUTO_TEST_CASE(while_the_views_are_too_far_behind_the_server_is_busy) {
  std::promise<void> go;
  gate = go.get_future().share();
  core::Block filler;
  filler.offsets.resize(1);
  auto const block = std::make_shared<core::Block const>(filler);
  while (views.backlog() < core::limits::views_queue_max) views.publish(block);
  add("anna");
  turn();
  BOOST_TEST(answers == Words{"anna server.busy"}, per_element());
  BOOST_TEST(log.appends == 0u);
  go.set_value();
  while (views.backlog() > 0) std::this_thread::yield();
  add("anna");
  turn();
  BOOST_TEST(answers.back() == "anna ok 1-1");
  BOOST_TEST(broken.empty());
}

BOOST_AUTO_TEST_SUITE_END()
