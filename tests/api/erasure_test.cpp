// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What is left of a person on disk, wherever the process dies on the way.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <set>

#include "api/hub/execution.hpp"
#include "api/hub/people.hpp"
#include "api/hub/read_side.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/one_of_each.hpp"
#include "tests/support/written.hpp"

namespace {

namespace fs = std::filesystem;
using core::KeyKind;
using support::id_named;

void ignore(std::string const&) {}

// A hub on disk with one of everything, in which everybody has an address and can sign in.
struct OnDisk {
  support::Folder const folder;
  std::unique_ptr<api::Hub> hub;

  OnDisk() {
    open();
    for (auto const& [actor, method, json] : support::one_of_each()) give(actor, method, json);
    for (auto const* name : {"lea", "tom"}) {
      auto& identity = hub->tenant().identity();
      auto& vault = hub->tenant().vault();
      if (vault.find(KeyKind::PERSON, id_named(name)) == core::KeyId{})
        vault.create(KeyKind::PERSON, id_named(name)), vault.sync();
      identity.add_login(name, id_named(name));
      identity.issue_token(id_named(name), "laptop", hub->clock().now(), {INT64_MAX});
      identity.put_email(id_named(name), std::string(name) + "@example.org");
    }
  }
  void open() {
    hub.reset();
    hub = std::make_unique<api::Hub>(
        api::Hub::Place{
            .data = folder / "data", .master_key = folder / "key", .erasures = folder / "erasures"},
        ignore);
    hub->recover([](core::Position) {});
    hub->engine().follow_log();
  }
  void give(std::string const& actor, std::string const& method, std::string const& json) {
    support::Written written(method, json);
    written.command.console = actor == "console";
    if (actor != "console") written.command.actor = id_named(actor);
    auto const result = hub->engine().accept(written.command);
    BOOST_REQUIRE_MESSAGE(result.has_value(), method << ": " << result.error().code);
    hub->engine().commit();
  }
  void ask_for_it() {
    give("console", "account.requestErasure", "{'account':'$lea','due':'2020-01-01T00:00:00Z'}");
  }
  core::account::Stage stage(std::string const& name = "lea") {
    return hub->engine().world().account.load(id_named(name)).stage;
  }
  std::size_t times_listed() {
    auto const text = support::content_of(folder / "erasures");
    std::size_t times = 0;
    for (auto at = text.find(core::to_string(id_named("lea"))); at != std::string::npos;
         at = text.find(core::to_string(id_named("lea")), at + 1))
      ++times;
    return times;
  }
  // Sealed parts of the log, by the event's type and the kind of key: how many can be opened, and how many cannot.
  struct Sealed {
    std::size_t open = 0, shut = 0;
  };
  std::map<std::pair<std::string, KeyKind>, Sealed> sealed_for(core::Id const& person) {
    std::map<std::pair<std::string, KeyKind>, Sealed> all;
    hub->tenant().log().read({1}, [&](core::RecordView const& record) {
      auto const& type = *core::schema_tables().event(record.header().event_type);
      core::CanonicalReader event(record.open());
      if (!type.subject || core::id_in(event.root(), *type.subject) != person) return true;
      for (std::size_t i = 0; i < record.sealed_parts(); ++i) {
        core::Key key;
        auto const part = record.sealed(i);
        auto& count = all[{type.name, part.kind}];
        ++(hub->tenant().vault().key(part.key, key) ? count.open : count.shut);
      }
      return true;
    });
    return all;
  }
  void is_gone() {
    BOOST_TEST((stage() == core::account::Stage::erased));
    BOOST_TEST(times_listed() == 1u);
    auto const& identity = hub->tenant().identity();
    BOOST_TEST(!identity.find_login("lea").has_value());
    BOOST_TEST(identity.tokens_of(id_named("lea")).empty());
    BOOST_TEST(!identity.email(id_named("lea")).has_value());
    BOOST_TEST(identity.find_login("tom").has_value());
    BOOST_TEST(identity.email(id_named("tom")).value_or("") == "tom@example.org");
    for (auto const& [what, count] : sealed_for(id_named("lea")))
      if (what.second == KeyKind::PERSON)
        BOOST_TEST(count.open == 0u, what.first << " can still be opened");
  }
};

std::set<std::string> files_with(fs::path const& folder, std::string const& text) {
  std::set<std::string> found;
  for (auto const& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file() &&
        support::content_of(entry.path()).find(text) != std::string::npos)
      found.insert(fs::relative(entry.path(), folder).string());
  return found;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(erasure, OnDisk)

BOOST_AUTO_TEST_CASE(at_the_next_start_whatever_is_due_is_done) {
  ask_for_it();
  open();
  is_gone();
}

// Each with what comes before it: logins gone, listed, key destroyed, recorded, wound up.
BOOST_AUTO_TEST_CASE(wherever_the_process_dies_the_next_start_goes_on) {
  ask_for_it();
  auto const steps = std::vector<std::function<void()>>{
      [&] { hub->tenant().identity().forget(id_named("lea")); },
      [&] { hub->forget(id_named("lea")); },
      [&] {
        hub->tenant().vault().destroy(KeyKind::PERSON, id_named("lea"));
        hub->tenant().vault().sync();
      }};
  fs::path const before = folder / "before";
  hub.reset();
  fs::copy(folder / "data", before, fs::copy_options::recursive);
  for (std::size_t died_after = 0; died_after <= steps.size(); ++died_after) {
    hub.reset();
    fs::remove_all(folder / "data");
    fs::remove(folder / "erasures");
    fs::copy(before, folder / "data", fs::copy_options::recursive);
    hub = std::make_unique<api::Hub>(
        api::Hub::Place{
            .data = folder / "data", .master_key = folder / "key", .erasures = folder / "erasures"},
        ignore);
    for (std::size_t i = 0; i < died_after; ++i) steps[i]();
    open();
    is_gone();
  }
}

BOOST_AUTO_TEST_CASE(recorded_and_not_yet_listed_is_listed_at_the_next_start) {
  ask_for_it();
  api::Execution execution(id_named("lea"), false);
  BOOST_REQUIRE(hub->engine().accept(execution.command()).has_value());
  hub->engine().commit();
  open();
  is_gone();
}

BOOST_AUTO_TEST_CASE(a_copy_from_before_forgets_again) {
  hub.reset();
  fs::copy(folder / "data", folder / "copy", fs::copy_options::recursive);
  open();
  ask_for_it();
  open();
  hub.reset();
  fs::remove_all(folder / "data");
  fs::rename(folder / "copy", folder / "data");
  open();
  is_gone();
  BOOST_TEST((stage("tom") == core::account::Stage::active));
}

BOOST_AUTO_TEST_CASE(no_file_holds_what_was_readable_or_a_hash_of_the_login) {
  auto const login = [&] {
    core::Bytes const parts[] = {core::bytes_of("login\n"), core::bytes_of("lea")};
    auto const hash = hub->crypto().keyed_hash(hub->tenant().vault().tenant_secret(), parts);
    return std::string(core::view_of(hash));
  }();
  BOOST_TEST(!files_with(folder / "data", login).empty());
  ask_for_it();
  open();
  hub.reset();
  BOOST_TEST(files_with(folder / "data", login) == std::set<std::string>(),
             boost::test_tools::per_element());
  open();
}

// Every event that seals something for a person is among those looked at.
BOOST_AUTO_TEST_CASE(what_is_sealed_for_a_person_is_shut_and_for_others_stays_open) {
  std::set<core::Id> people;
  hub->engine().world().account.rows().scan(
      {}, [&](core::Bytes key, core::Bytes) { return people.insert(core::Id::from(key)), true; });
  std::size_t before = 0;
  for (auto const& [what, count] : sealed_for(id_named("lea")))
    before += what.second == KeyKind::PERSON ? count.open : 0;
  BOOST_TEST(before > 2u);
  ask_for_it();
  open();
  is_gone();
  for (auto const& person : people)
    if (person != id_named("lea"))
      for (auto const& [what, count] : sealed_for(person))
        BOOST_TEST(count.shut == 0u, what.first << " of somebody else is shut");
}

BOOST_AUTO_TEST_CASE(a_list_that_was_tampered_with_opens_nothing) {
  ask_for_it();
  open();
  hub.reset();
  auto text = support::content_of(folder / "erasures");
  for (auto const& wrong : {"2" + text.substr(1), text.substr(0, 10) + "0" + text.substr(11)}) {
    std::ofstream(folder / "erasures") << wrong;
    BOOST_CHECK_THROW(open(), storage::Unusable);
  }
  std::ofstream(folder / "erasures") << text << "2 torn";
  open();
  is_gone();
}

BOOST_AUTO_TEST_SUITE_END()
