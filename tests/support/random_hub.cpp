// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/random_hub.hpp"

#include <boost/algorithm/string/replace.hpp>
#include <deque>

#include "core/dispatch_tables.hpp"
#include "tests/support/invariants.hpp"
#include "tests/support/one_of_each.hpp"
#include "tests/support/written.hpp"

namespace support {
namespace {

constexpr std::size_t told_max = 2000;
constexpr std::size_t wrong_max = 20;
constexpr std::int64_t days_off_us = 3 * 86'400'000'000;

// Who is drawn most: those of the hub that has one of everything, and somebody for each role.
constexpr char const* roles[] = {"programmeManager", "curator", "educator", "hubAdmin", "operator",
                                 "moderator",        "service", "mentor",   ""};

std::map<std::string, std::string> names() {
  std::map<std::string, std::string> all;
  for (auto const* name : {"lea", "tom", "tim", "rita", "otto", "olga"}) all[name] = name;
  for (std::string const role : roles) all["p-" + role] = "p-" + role;
  return all;
}

std::vector<core::Id> people() {
  std::vector<core::Id> all;
  for (auto const& [name, same] : names()) all.push_back(id_named(name));
  return all;
}

bool same(core::Receipt const& a, core::Receipt const& b) {
  return a.first == b.first && a.last == b.last && a.stream == b.stream && a.version == b.version;
}

}  // namespace

RandomHub::RandomHub(std::uint64_t seed, Pace pace)
    : pace_(pace), scene_(seed), draw_(seed, people()), names_(names()) {
  start_views();
  begin();
  scene_.background.hold = true;
}

void RandomHub::begin() {
  for (auto const& step : one_of_each())
    must(send(step), step.method + " " + step.json + " is refused at the beginning");
  for (std::string const role : roles) {
    send({"console", "account.register", "{'account':'$p-" + role + "','ofAge':true}"});
    if (!role.empty())
      send({"console", "account.grantRole", "{'account':'$p-" + role + "','role':'" + role + "'}"});
  }
}

// One of everything once more, under other names, by the same people: what is hard to come by can begin there.
void RandomHub::begin_again() {
  auto const round = std::to_string(++rounds_);
  for (auto step : one_of_each()) {
    if (step.method == "account.register") {
      step.method = "account.reinstate";
      step.json = step.json.substr(0, step.json.find(',')) + "}";
    }
    for (auto const& known : core::schema_tables().glossary())
      boost::replace_all(step.json, "$" + known.name, "$" + known.name + round);
    for (auto const& [name, today] : names_)
      boost::replace_all(step.json, "'$" + name + "'", "'$" + today + "'");
    if (auto const today = names_.find(step.actor); today != names_.end())
      step.actor = today->second;
    send(step);
  }
}

void RandomHub::replace(core::Id const& person) {
  for (auto& [name, today] : names_) {
    if (id_named(today) != person) continue;
    today = name + "-" + std::to_string(++replaced_);
    draw_.replace(person, id_named(today));
    send({"console", "account.register", "{'account':'$" + today + "','ofAge':true}"});
    if (name.starts_with("p-") && name.size() > 2)
      send({"console", "account.grantRole",
            "{'account':'$" + today + "','role':'" + name.substr(2) + "'}"});
  }
}

bool RandomHub::send(Step const& step) {
  Written written(step.method, step.json);
  written.command.console = step.actor == "console";
  if (!written.command.console) written.command.actor = id_named(step.actor);
  auto const accepted = send(written.command).has_value();
  commit();
  return accepted;
}

void RandomHub::must(bool good, std::string what) {
  if (!good && wrong_.size() < wrong_max)
    wrong_.push_back("after " + std::to_string(commands_) + " commands: " + std::move(what));
}

void RandomHub::step() {
  scene_.clock.pass((static_cast<std::int64_t>(draw_.below(600)) - 60) * 1'000'000);
  if (draw_.one_in(250)) begin_again();
  if (draw_.one_in(100)) scene_.clock.pass(days_off_us);
  send_at_random();
  if (draw_.one_in(4) || scene_.engine().full()) commit();
  if (draw_.one_in(10)) commit(), scene_.write_behind(), views_->views.write_behind(1);
  if (draw_.one_in(5)) scene_.background.let_through(draw_.below(6));
  if (draw_.one_in(10) && !told_.empty()) tell_again(draw_.of(told_));
  if (draw_.one_in(pace_.crash)) crash();
}

core::Result<core::Receipt> RandomHub::send(core::Command const& command) {
  auto const& type = *command.type;
  core::StreamKey const stream{type.family, core::id_in(command.body, *type.stream)};
  bool const is_there = core::version_of(scene_.engine().world(), stream).value > 0;
  auto const result = scene_.engine().accept(command);
  ++commands_;
  if (result) {
    ++accepted_;
    draw_.accepted(command, !is_there && result->version.value > 0);
  } else {
    ++refusals_[std::string(result.error().code)];
    draw_.refused(command, result.error().code);
  }
  return result;
}

void RandomHub::send_at_random() {
  std::shared_ptr<Drawn> const drawn = draw_.command(scene_.engine().world(), scene_.clock.now());
  auto const before = draw_.one_in(pace_.look_at_refusals) ? scene_.everything() : "";
  auto const result = send(drawn->command);
  if (result) open_.push_back({drawn, *result});
  else
    must(before.empty() || scene_.everything() == before,
         drawn->command.type->method + " wrote something and was refused");
}

void RandomHub::commit() {
  auto& engine = scene_.engine();
  std::deque<std::shared_ptr<core::Block const>> committed;  // The flows are still to follow.
  auto const close = [&] { take_in(*committed.emplace_back(engine.commit())); };
  for (; engine.has_open() || !committed.empty(); committed.pop_front()) {
    if (committed.empty()) close();
    auto const block = committed.front();
    engine.follow(*block, [&](core::Command const& wish) {
      if (engine.full()) close();
      std::ignore = engine.accept(wish);  // Whether it is refused is the flow's own affair.
    });
  }
  for (auto const& person : std::exchange(erased_, {})) replace(person);
  for (auto& once : std::exchange(open_, {}))
    if (told_.size() < told_max) told_.push_back(std::move(once));
    else told_[draw_.below(told_max)] = std::move(once);
}

void RandomHub::take_in(core::Block const& block) {
  views_->views.apply(block);
  for (std::size_t i = 0; i < block.size(); ++i) {
    auto const record = core::RecordView::parse(block.record(i));
    CHECK(record.has_value());
    ++events_[record->header().event_type];
    if (record->header().event_type == core::id_of<core::account::SubjectErased>)
      erased_.push_back(record->header().stream.id);
    draw_.happened(*record);
  }
}

// What was not committed never happened.
void RandomHub::crash() {
  ++crashes_;
  open_.clear();
  if (draw_.one_in(4)) scene_.restart_from_the_log();
  else scene_.restart();
  scene_.follow();
  start_views();
  must(scene_.state() == scene_.replayed(), "after a crash the state is another");
}

void RandomHub::start_views() {
  must(!views_ || views_->witness.whole(), "a view was given an event twice, or not at all");
  views_ = std::make_unique<AllViews>(scene_.log, view_shelves_, scene_.background, scene_.crypto,
                                      [&](std::string const& text) { must(false, text); });
  views_->views.start();
}

void RandomHub::tell_again(Told const& once) {
  ++told_again_;
  auto const head = scene_.engine().head();
  auto const again = scene_.engine().accept(once.drawn->command);
  auto const& method = once.drawn->command.type->method;
  must(again.has_value() && same(*again, once.receipt), method + " is told another receipt");
  must(scene_.engine().head() == head, method + " happened again");
}

void RandomHub::finish() {
  commit();
  must(scene_.state() == scene_.replayed(), "the state is not what the log says");
  check_the_log();
  check_the_views();
  for (auto const& broken : broken_invariants(scene_.engine().world())) must(false, broken);
  for (auto const& once : told_) tell_again(once);
  must(!scene_.engine().has_open(), "something is left open");
}

void RandomHub::check_the_log() {
  core::Position position;
  core::Instant recorded;
  std::map<core::StreamKey, std::uint64_t> versions;
  scene_.log.read({1}, [&](core::RecordView const& record) {
    auto const& header = record.header();
    must(header.position.value == ++position.value, "a position is missing");
    must(header.version.value == ++versions[header.stream], "a stream has a gap");
    must(header.recorded >= recorded, "time went back");
    recorded = header.recorded;
    return true;
  });
  must(position == scene_.log.head(), "the log ends elsewhere");
}

void RandomHub::check_the_views() {
  projections::NoShelves none;
  core::Inline at_once;
  AllViews fresh(scene_.log, none, at_once, scene_.crypto,
                 [&](std::string const& text) { must(false, text); });
  fresh.views.start();
  must(views_->witness.whole(), "a view was given an event twice, or not at all");
  must(views_->witness.seen() == scene_.log.head(), "the views have not seen all events");
  auto const replayed = fresh.digests();
  for (auto const& [view, digest] : views_->digests())
    must(digest == replayed.at(view), view + " is not what a replay makes of it");
}

}  // namespace support
