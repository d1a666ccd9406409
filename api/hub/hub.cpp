// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/hub/hub.hpp"

#include "api/hub/execution.hpp"
#include "api/hub/fork.hpp"
#include "core/check.hpp"
#include "core/own_texts.hpp"

namespace api {
namespace {

// One waits for the disk while the other seals.
constexpr std::size_t log_threads_max = 2;

}  // namespace

std::filesystem::path beside(std::filesystem::path const& folder, std::string_view ending) {
  auto whole = std::filesystem::absolute(folder).lexically_normal();
  if (!whole.has_filename()) whole = whole.parent_path();
  return whole += ending;
}

Hub::Hub(Place const& place, std::function<void(std::string const&)> warn)
    : warn_(warn),
      clock_(place.zone),
      tenant_({place.data, place.master_key, place.make}, crypto_, warn),
      erasures_(place.erasures.empty() ? beside(place.data, ".erasures") : place.erasures, crypto_,
                warn),
      erasure_log_(erasures_, tenant_.vault().tenant_secret(), crypto_),
      worker_([this, warn](std::exception const& failure) {
        warn(std::string("the disk: ") + failure.what());
        engine_.stop();
      }),
      log_threads_([](std::exception const&) { CHECK(false); }, log_threads_max),
      engine_({tenant_.log(), tenant_.vault(), crypto_, clock_, tenant_.shelves(), worker_,
               storage::crc32c}) {}

Hub::~Hub() {
  log_threads_.finish();
  worker_.finish();
}

void Hub::recover(core::FunctionRef<void(core::Position)> progress) {
  engine_.recover(progress);
  record_fork();
  finish_erasures();
  finish_redactions();
}

// The first event of a log that was restored, before anything else is written to it.
void Hub::record_fork() {
  auto const parent = tenant_.parent();
  if (!parent) return;
  if (parent->size == tenant_.log().head()) {
    Fork fork(*parent);
    auto const recorded = engine_.accept(fork.command());
    CHECK(recorded.has_value());
    engine_.commit();
  }
  tenant_.forget_parent();
}

void Hub::forget(core::Id const& person) {
  tenant_.identity().forget(person);
  erasures_.add(person, clock_.now());
}

void Hub::forget_text(core::Id const& text) { erasures_.add(text, clock_.now()); }

void Hub::erase(core::Id const& person, bool again) {
  forget(person);
  Execution execution(person, again);
  auto const erased = engine_.accept(execution.command());
  CHECK(erased.has_value());
  engine_.commit();
}

// Before anybody is served. Who is listed and still there has come back with a copy from before; who is gone and not listed was
// written to the log only.
void Hub::finish_erasures() {
  std::vector<core::Id> due, unlisted;
  auto const& world = engine_.world();
  core::account::each_due(world, engine_.time(), [&](core::Id const& one) { due.push_back(one); });
  for (auto const& person : due) erase(person, false);
  for (auto const& entry : erasures_.entries()) {  // Who is listed is not added again.
    auto const stage = world.account.load(entry.subject).stage;
    if (stage != core::account::Stage::absent && stage != core::account::Stage::erased)
      erase(entry.subject, true);
  }
  core::account::each_erased(world, [&](core::Id const& person) {
    if (!erasures_.has(person)) unlisted.push_back(person);
  });
  if (!unlisted.empty())
    warn_("the list of erasures " + erasures_.path().string() + " lacks " +
          std::to_string(unlisted.size()) +
          " who were erased: they are added from the log. If there is a newer copy of the list, "
          "put it "
          "in its place; witnesses believe no other");
  for (auto const& person : unlisted) forget(person);
}

void Hub::redact(core::Id const& of, core::Position event, bool again) {
  forget_text(core::own_text(engine_.world(), of, event)->text);
  Redaction redaction(of, event, again);
  auto const redacted = engine_.accept(redaction.command());
  CHECK(redacted.has_value());
  engine_.commit();
}

// The same for texts.
void Hub::finish_redactions() {
  std::vector<std::pair<core::Id, core::Position>> ordered, back;
  std::vector<core::Id> unlisted;
  auto const& world = engine_.world();
  core::each_ordered(world, [&](auto const& of, auto event) { ordered.emplace_back(of, event); });
  for (auto const& [of, event] : ordered) redact(of, event, false);
  if (!erasures_.entries().empty())
    core::each_text(world, [&](auto const& of, auto event, core::OwnText const& own) {
      if (erasures_.has(own.text)) back.emplace_back(of, event);
    });
  for (auto const& [of, event] : back) redact(of, event, true);
  core::each_redacted(world, [&](core::Id const& text) {
    if (!erasures_.has(text)) unlisted.push_back(text);
  });
  for (auto const& text : unlisted) forget_text(text);
}

void Hub::settle() {
  worker_.finish();
  engine_.write_behind();
  worker_.finish();
}

}  // namespace api
