// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// How much one event, one command and one batch hold, and what refusal and failure leave behind.
#include <boost/test/unit_test.hpp>
#include <thread>

#include "core/limits.hpp"
#include "tests/support/scene.hpp"

namespace {

namespace limits = core::limits;

struct Batches : support::Scene {
  Batches() { member("anna"); }

  // A term with so many labels of 300 bytes each.
  static std::string term(std::string const& name, std::size_t labels) {
    std::string all;
    for (std::size_t i = 0; i < labels; ++i) {
      auto const number = std::to_string(i);
      all += (i ? ",{'language':'de','text':'" : "{'language':'de','text':'") +
             std::string(300 - number.size(), 'x') + number + "'}";
    }
    return "{'term':'$" + name + "','labels':[" + all + "]}";
  }
  // A draft that seals up to 8,300 bytes under a key of its own, and one of Anna's.
  static std::string draft(std::string const& name, std::string const& more = {}) {
    return "{'challenge':'$" + name + "','title':'T','contact':'C','summary':'" +
           std::string(8000, 's') + "'" + more + "}";
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(batches, Batches)

BOOST_AUTO_TEST_CASE(a_batch_is_full_at_1024_events) {
  std::size_t events = 0;
  for (; !engine().full(); ++events)
    send("console", "account.register",
         "{'account':'$p" + std::to_string(events) + "','ofAge':true}")
        .value();
  BOOST_TEST(events == limits::batch_events_max);
  BOOST_TEST(engine().commit()->size() == limits::batch_events_max);
  BOOST_TEST(!engine().full());
  BOOST_TEST(!engine().has_open());
}

BOOST_AUTO_TEST_CASE(a_batch_is_full_at_512_kib) {
  std::size_t terms = 0;
  for (; !engine().full(); ++terms)
    send("console", "vocabulary.addTerm", term("t" + std::to_string(terms), 150)).value();
  BOOST_TEST(terms == 11);  // Some 51 KiB each.
  auto const block = engine().commit();
  BOOST_TEST(block->bytes.size() >= limits::batch_bytes_max);
  BOOST_TEST(block->bytes.size() < limits::batch_bytes_max + limits::event_bytes_max);
}

BOOST_AUTO_TEST_CASE(everything_accepted_meanwhile_is_one_block) {
  for (int i = 0; i < 3; ++i)
    send("console", "account.register", "{'account':'$p" + std::to_string(i) + "','ofAge':true}")
        .value();
  auto const block = engine().commit();
  BOOST_TEST(block->size() == 3);
  BOOST_TEST(block->first.value == 2);
  BOOST_TEST((block->last() == log.head()));
}

BOOST_AUTO_TEST_CASE(nothing_is_in_the_log_before_the_commit) {
  auto const head = log.head();
  send("console", "account.register", "{'account':'$p','ofAge':true}").value();
  BOOST_TEST((log.head() == head));
  BOOST_TEST(engine().head().value == head.value + 1);
  restart();
  BOOST_TEST((engine().head() == head));
  as("console")
      .when("account.register", "{'account':'$p','ofAge':true}")
      .accepts({"AccountRegistered"});
}

BOOST_AUTO_TEST_CASE(an_event_that_is_too_large_is_refused) {
  as("console").when("vocabulary.addTerm", term("large", 200)).refuses("input.too-large");
  as("console").when("vocabulary.addTerm", term("large", 180)).accepts({"TermDrafted"});
}

BOOST_AUTO_TEST_CASE(what_is_sealed_counts_and_a_refused_command_leaves_no_key_behind) {
  capnp::MallocMessageBuilder message;
  auto draft = message.initRoot<core::challenge::DraftChallenge>();
  auto const id = support::id_named("roofs");
  draft.setChallenge(core::data_of(id));
  draft.setSummary(
      std::string(limits::event_bytes_max, 's').c_str());  // The edge would have refused it before.
  core::Command const command{.type = core::schema_tables().method("challenge.draft"),
                              .body = message.getRoot<capnp::AnyStruct>().asReader(),
                              .actor = support::id_named("anna"),
                              .id = {}};
  auto const before = everything();
  BOOST_TEST(engine().accept(command).error().code == "input.too-large");
  BOOST_TEST(everything() == before);
}

BOOST_AUTO_TEST_CASE(words_of_a_refused_command_are_not_proposed) {
  as("anna")
      .when("challenge.draft", draft("roofs", ",'wanted':[{'word':'Yoga'},{'term':'$nothing'}]"))
      .refuses("vocab.unknown", "wanted[1].term");
}

BOOST_AUTO_TEST_CASE(one_vault_sync_serves_all_keys_of_a_batch_and_none_is_made_without_need) {
  auto const before = vault.syncs;
  for (int i = 0; i < 3; ++i)
    send("anna", "challenge.draft", draft("d" + std::to_string(i))).value();
  BOOST_TEST(vault.syncs == before);
  commit();
  BOOST_TEST(vault.syncs == before + 1);
  given("anna", "challenge.submit", "{'challenge':'$d0'}");
  BOOST_TEST(vault.syncs == before + 1);
}

BOOST_AUTO_TEST_CASE(a_batch_is_filled_while_others_are_on_their_way) {
  auto const before = log.head().value;
  std::vector<std::shared_ptr<core::Batch>> closed;
  for (auto const* name : {"p", "q", "r"}) {
    send("console", "account.register", "{'account':'$" + std::string(name) + "','ofAge':true}")
        .value();
    closed.push_back(engine().close());
  }
  BOOST_TEST(engine().in_flight() == 3u);
  BOOST_TEST(log.head().value == before);
  for (auto const& batch : closed) engine().write(*batch);
  for (std::size_t i = 0; i < closed.size(); ++i) {
    auto const block = engine().settle(*closed[i]);
    BOOST_TEST(block->first.value == before + 1 + i);
    BOOST_TEST(block->size() == 1u);
  }
  BOOST_TEST(engine().in_flight() == 0u);
  BOOST_TEST(log.head().value == before + 3);
  BOOST_TEST(state() == replayed());
}

BOOST_AUTO_TEST_CASE(what_is_repeated_while_it_is_on_its_way_waits_for_it) {
  auto const once = "{'account':'$p','ofAge':true,'meta':{'commandId':'$c'}}";
  auto const receipt = send("console", "account.register", once).value();
  auto const batch = engine().close();
  std::thread log_thread([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    engine().write(*batch);
  });
  BOOST_TEST(send("console", "account.register", once).value().first.value == receipt.first.value);
  BOOST_TEST(batch->is_written());
  log_thread.join();
  engine().settle(*batch);
}

BOOST_AUTO_TEST_CASE(what_is_repeated_while_it_fails_is_not_promised) {
  auto const once = "{'account':'$p','ofAge':true,'meta':{'commandId':'$c'}}";
  send("console", "account.register", once).value();
  auto const batch = engine().close();
  log.break_next_append();
  engine().write(*batch);
  BOOST_TEST(send("console", "account.register", once).error().code == "server.stopped");
  BOOST_CHECK_THROW(engine().settle(*batch), core::LogBroken);
}

BOOST_AUTO_TEST_CASE(after_a_failed_batch_those_behind_it_are_not_written_either) {
  auto const before = log.head().value;
  vault.break_next_sync();
  send("anna", "challenge.draft", draft("d")).value();
  auto const failing = engine().close();
  send("console", "account.register", "{'account':'$p','ofAge':true}").value();
  auto const behind = engine().close();
  engine().write(*failing);
  engine().write(*behind);
  BOOST_CHECK_THROW(engine().settle(*failing), core::LogBroken);
  BOOST_CHECK_THROW(engine().settle(*behind), core::LogBroken);
  BOOST_TEST(log.head().value == before);
}

BOOST_AUTO_TEST_CASE(a_failed_write_stops_everything) {
  log.break_next_append();
  send("console", "account.register", "{'account':'$p','ofAge':true}").value();
  BOOST_CHECK_THROW(engine().commit(), core::LogBroken);
  BOOST_TEST(engine().stopped());
  BOOST_TEST(
      send("anna", "profile.create", "{'profile':'$anna','displayName':'A','sector':'science'}")
          .error()
          .code == "server.stopped");
  BOOST_TEST(log.head().value == 1);
}

BOOST_AUTO_TEST_CASE(a_failed_vault_stops_everything_before_the_log_is_written) {
  vault.break_next_sync();
  send("anna", "challenge.draft", draft("d")).value();
  BOOST_CHECK_THROW(engine().commit(), core::LogBroken);
  BOOST_TEST(engine().stopped());
  BOOST_TEST(log.head().value == 1);
}

BOOST_AUTO_TEST_CASE(a_stopped_engine_accepts_nothing_not_even_what_it_accepted_before) {
  auto const json = "{'account':'$p','ofAge':true,'meta':{'commandId':'$c1'}}";
  given("console", "account.register", json);
  engine().stop();
  as("console").when("account.register", json).refuses("server.stopped");
  restart();
  BOOST_TEST(as("console").when("account.register", json).accepted());
}

BOOST_AUTO_TEST_SUITE_END()
