// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/scene.hpp"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fstream>

#include "storage/crypto.hpp"
#include "tests/support/happened.hpp"
#include "tests/support/written.hpp"

namespace support {
namespace {

void check(bool good, std::source_location const& where, std::string const& what) {
  std::string const line =
      std::string(where.file_name()) + "(" + std::to_string(where.line()) + "): ";
  BOOST_CHECK_MESSAGE(good, line + what);
}

std::string told(core::Refusal const& refusal) {
  return "refused " + std::string(refusal.code) + " at \"" + refusal.field + "\" " + refusal.detail;
}

// For tests/core/refusals_test.cpp: a code that a test has met, and seen to have written nothing.
void write_down(std::string_view code) {
  if (auto const* file = std::getenv("FUGE_REFUSED"))
    std::ofstream(file, std::ios::app) << code << "\n";
}

std::string state_of(core::Engine const& engine) {
  std::string text = "operators " + std::to_string(engine.world().operators) + ", hub admins " +
                     std::to_string(engine.world().hub_admins);
  engine.world().each([&](std::string_view name, core::Rows const& rows) {
    (text += '\n') +=
        std::string(name) + " " + std::to_string(rows.size()) + " " + core::hex(rows.digest());
  });
  return text;
}

}  // namespace

Scene::Scene(std::uint64_t seed)
    : crypto(seed), vault(crypto), shelves_(std::make_unique<storage::MemoryShelves>()) {
  start();
}
Scene::~Scene() = default;

void Scene::start() {
  engine_.reset();
  engine_ = std::make_unique<core::Engine>(core::Engine::Ports{log, vault, crypto, clock, *shelves_,
                                                               background, storage::crc32c, flows});
  engine_->recover([](core::Position) {});
}

void Scene::restart() {
  background.lose();
  vault.crash();
  start();
}

void Scene::restart_from_the_log() {
  background.lose();
  vault.crash();
  engine_.reset();
  shelves_ = std::make_unique<storage::MemoryShelves>();
  start();
}

Scene::Actor Scene::as(std::string actor) { return {*this, std::move(actor)}; }

core::Result<core::Receipt> Scene::send(std::string const& actor, std::string const& method,
                                        std::string const& json) {
  Written written(method, json);
  if (!written.read) return written.read.error();
  written.command.console = actor == "console";
  if (actor != "console" && actor != "visitor") written.command.actor = id_named(actor);
  return engine_->accept(written.command);
}

void Scene::commit() {
  if (engine_->has_open()) engine_->commit();
}

void Scene::given(std::string const& actor, std::string const& method, std::string const& json,
                  Where where) {
  auto const outcome = as(actor).when(method, json);
  check(outcome.accepted(), where,
        "given " + method + ": " + (outcome.accepted() ? "" : told(outcome.refusal())));
}

void Scene::member(std::string const& name, std::string const& role, Where where) {
  given("console", "account.register", "{'account':'$" + name + "','ofAge':true}", where);
  if (!role.empty())
    given("console", "account.grantRole", "{'account':'$" + name + "','role':'" + role + "'}",
          where);
}

void Scene::live_term(std::string const& name, std::string const& more, Where where) {
  auto const label = [&](std::string const& language) {
    return "{'language':'" + language + "','text':'" + name + "','preferred':true}";
  };
  given("console", "vocabulary.addTerm",
        "{'term':'$" + name + "','labels':[" + label("de") + "," + label("en") + "]" + more + "}",
        where);
}

void Scene::measures(std::initializer_list<std::string> names, Where where) {
  auto const hub = "{'tenant':'" + to_string(core::tenant::the_tenant()) + "'";
  given("console", "tenant.configure", hub + ",'nameDe':'H','nameEn':'H','zone':'Europe/Berlin'}",
        where);
  for (auto const& name : names)
    given("console", "tenant.defineMeasure",
          hub + ",'measure':'$" + name + "','code':'" + name + "','nameDe':'M','nameEn':'M'}",
          where);
}

std::string Scene::state() const { return state_of(*engine_); }

std::string Scene::replayed() const {
  storage::MemoryShelves none;
  MemoryVault other(crypto);
  HeldBackground idle;
  core::Engine engine(
      {const_cast<storage::MemoryLog&>(log), other, crypto, clock, none, idle, storage::crc32c});
  engine.recover([](core::Position) {});
  return state_of(engine);
}

std::string Scene::everything() const {
  return state() + "\nhead " + std::to_string(engine_->head().value) + " of " +
         std::to_string(log.head().value) + "\nkeys " + std::to_string(vault.living());
}

Outcome Scene::Actor::when(std::string const& method, std::string const& json) const {
  auto before = scene_.everything();
  auto result = scene_.send(name_, method, json);
  scene_.commit();
  return {scene_, std::move(result), std::move(before)};
}

Outcome::Outcome(Scene& scene, core::Result<core::Receipt> result, std::string before)
    : scene_(scene), result_(std::move(result)), before_(std::move(before)) {}

std::string Outcome::told() const {
  if (!result_) return support::told(result_.error());
  std::string text = "accepted";
  for (auto const& event :
       happened(scene_.log, result_->first, result_->last, scene_.vault, scene_.crypto))
    text += " " + event.name();
  return text;
}

Outcome& Outcome::accepts(std::initializer_list<std::string> events, Where where) {
  std::string wanted = "accepted";
  for (auto const& event : events) wanted += " " + event;
  check(told() == wanted, where, told() + " instead of " + wanted);
  return *this;
}

Outcome& Outcome::refuses(std::string_view code, std::string_view field, Where where) {
  bool const same = !result_ && result_.error().code == code && result_.error().field == field;
  check(same, where,
        told() + " instead of refused " + std::string(code) + " at \"" + std::string(field) + "\"");
  bool const nothing = scene_.everything() == before_;
  check(nothing, where, "refused, and yet something was written");
  if (same && nothing) write_down(code);
  return *this;
}

Outcome& Outcome::with(std::string_view name, std::string const& field, std::string_view value,
                       Where where) {
  if (!result_) return *this;
  auto const wanted = spelled_out(value);
  for (auto const& event :
       happened(scene_.log, result_->first, result_->last, scene_.vault, scene_.crypto)) {
    if (event.name() != name) continue;
    check(event.at(field) == wanted, where,
          event.name() + "." + field + " is " + event.at(field) + " instead of " + wanted);
    return *this;
  }
  check(false, where, "no " + std::string(name) + " happened");
  return *this;
}

}  // namespace support
