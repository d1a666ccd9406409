// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/scene.hpp"

// What the tests about challenges have in common.
namespace challenges {

inline constexpr char const* described = ",'title':'Cool roofs','contact':'anna@example.org'";

struct Challenge : support::Scene {
  Challenge() {
    member("anna");
    member("paul", "programmeManager");
  }

  static std::string on(std::string const& challenge, std::string const& more = {}) {
    return "{'challenge':'$" + challenge + "'" + more + "}";
  }
  support::Outcome ask(std::string const& who, std::string const& action,
                       std::string const& more = {}, std::string const& challenge = "roofs") {
    return as(who).when("challenge." + action, on(challenge, more));
  }
  void have(std::string const& who, std::string const& action, std::string const& more = {},
            std::string const& challenge = "roofs") {
    given(who, "challenge." + action, on(challenge, more));
  }
  // Brings Anna's challenge of that name to a stage.
  void at(std::string const& stage) {
    std::map<std::string, std::vector<std::string>> const way{
        {"draft", {}},
        {"submitted", {"submit"}},
        {"approved", {"submit", "approve"}},
        {"rejected", {"submit", "reject"}},
        {"published", {"submit", "approve", "publish"}},
        {"closed", {"submit", "approve", "publish", "close"}},
        {"withdrawn", {"withdraw"}}};
    if (stage == "absent") return;
    given("anna", "challenge.draft", on(stage, described));
    for (auto const& action : way.at(stage))
      given("paul", "challenge." + action, on(stage, arguments(action)));
  }
  static std::string arguments(std::string const& action) {
    if (action == "draft" || action == "revise") return described;
    if (action == "return" || action == "reject") return ",'reason':'because'";
    return action == "clarify" ? ",'text':'more of it'" : "";
  }
};

}  // namespace challenges
