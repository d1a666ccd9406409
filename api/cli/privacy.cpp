// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <iostream>

#include "api/cli/place.hpp"
#include "api/cli/verbs.hpp"
#include "api/hub/read_side.hpp"
#include "api/hub/retention.hpp"
#include "api/json/instants.hpp"

namespace api::cli {
namespace {

namespace po = boost::program_options;

std::string_view name_of(Idle::Step step) {
  switch (step) {
    case Idle::Step::remind: return "remind";
    case Idle::Step::wait: return "wait";
    case Idle::Step::erase: return "erase";
  }
  core::broken("a step without a name", __FILE__, __LINE__);
}

std::string day(core::Instant at) {
  std::string text;
  json::write_instant(at, text);
  return text.substr(0, 10);
}

std::string as_json(Idle const& one, std::string_view kept) {
  return "{\"account\":\"" + core::to_string(one.person) + "\",\"step\":\"" +
         std::string(name_of(one.step)) + "\",\"purpose\":\"idle-account\",\"lastActive\":\"" +
         day(one.active) + "\",\"due\":\"" + day(one.due) + "\",\"keptBy\":\"" + std::string(kept) +
         "\"}";
}

std::string as_text(Idle const& one, std::string_view kept) {
  return core::to_string(one.person) + "  " + std::string(name_of(one.step)) + "  last active " +
         day(one.active) + ", erased from " + day(one.due) +
         (kept.empty() ? "" : ", but kept: " + std::string(kept));
}

std::string_view name_of(core::privacy::RequestKind kind) {
  auto const& shown = core::schema_tables().of<core::privacy::RequestShown>();
  return shown.field("kind")->value.enumeration->names[static_cast<std::size_t>(kind)];
}

std::string as_json(projections::PrivacyRequestRow const& one, core::Instant now) {
  return "{\"request\":\"" + core::to_string(one.request) +
         "\",\"step\":\"answer\",\"purpose\":\"" + std::string(name_of(one.kind)) +
         "\",\"received\":\"" + day(one.received) + "\",\"due\":\"" + day(one.due) +
         "\",\"daysLeft\":" + std::to_string(one.days_left(now)) + "}";
}

std::string as_text(projections::PrivacyRequestRow const& one, core::Instant now) {
  return core::to_string(one.request) + "  answer  " + std::string(name_of(one.kind)) +
         " request received " + day(one.received) + ", due " + day(one.due) +
         ", days left: " + std::to_string(one.days_left(now));
}

// Requests that nobody has answered, the first due first.
std::size_t list_open(projections::PrivacyRequests const& requests, core::Instant now, bool json) {
  std::size_t open = 0;
  for (auto const& one : requests.by_due()) {
    if (!one.is_open()) continue;
    std::cout << (json ? as_json(one, now) : as_text(one, now)) << '\n';
    ++open;
  }
  return open;
}

core::Instant when(Options const& options, Hub const& hub) {
  if (!options.has("on")) return hub.clock().now();
  auto const at = json::parse_instant(options.text("on") + "T00:00:00Z");
  if (!at) throw std::runtime_error("--on wants a day, as 2026-11-24");
  return *at;
}

int due(Options const& options) {
  Hub hub(existing_place_of(options), warn);
  hub.recover([](core::Position) {});
  ReadSide side(hub, warn);
  side.recover([](core::Position) {});
  auto const& world = hub.engine().world();
  auto const terms = world.tenant.load(core::tenant::the_tenant()).retention;
  auto const now = when(options, hub);
  auto const all = idle(side.rooms().activity, terms, now);
  bool const json = options.has("json");
  auto const open = list_open(side.rooms().privacy_requests, now, json);
  for (auto const& one : all) {
    auto const kept = kept_by(world, one.person);
    std::cout << (json ? as_json(one, kept) : as_text(one, kept)) << '\n';
  }
  if (!json && terms.idle_days == 0)
    std::cout << "accounts are kept for ever: nobody has set terms (tenant.setRetention)\n";
  else if (!json && all.empty() && open == 0) std::cout << "nobody is due\n";
  return 0;
}

}  // namespace

int privacy(int argc, char const* const* argv) {
  Options options("privacy due [--on DAY] [--json]",
                  "Lists which privacy requests are to be answered by when, and who has done "
                  "nothing for as long as the tenant's terms say, and what follows: a reminder, "
                  "then an erasure.");
  options.add_tenant();
  options.add()("on", po::value<std::string>()->value_name("DAY"),
                "As it will be on that day if nobody does anything. Default: today.");
  options.add()("json", "One JSON object a line.");
  options.add()("words", po::value<std::vector<std::string>>(), "due.");
  options.positional("words", 1);
  if (auto status = options.parse(argc, argv)) return *status;
  if (options.texts("words") == std::vector<std::string>{"due"}) return due(options);
  std::cerr << "fuge privacy: expected due\n";
  return 2;
}

}  // namespace api::cli
