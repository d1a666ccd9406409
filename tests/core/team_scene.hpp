// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/scene.hpp"

// What the tests about teams have in common.
namespace teams {

using support::id_named;

inline constexpr char const* tomorrow = ",'expires':'2026-05-02T12:00:00Z'";
inline constexpr std::int64_t day_us = 86'400'000'000;

inline std::string person(std::string const& name) { return ",'person':'$" + name + "'"; }
inline std::string role(std::string const& name) { return ",'role':'$" + name + "'"; }

// A programme "jam" that runs, with Paul as its manager; Lea leads the team "reds" in it.
struct Team : support::Scene {
  explicit Team(std::string const& more = {}) {
    member("paul", "programmeManager");
    member("hub", "hubAdmin");
    given("paul", "programme.announce", "{'programme':'$jam','title':'Jam'" + more + "}");
    given("paul", "programme.openApplications",
          "{'programme':'$jam','deadline':'2026-06-01T00:00:00Z'}");
    enrol("lea");
  }

  static std::string on(std::string const& team, std::string const& more = {}) {
    return "{'team':'$" + team + "'" + more + "}";
  }
  support::Outcome ask(std::string const& by, std::string const& action,
                       std::string const& more = {}, std::string const& team = "reds") {
    return as(by).when("team." + action, on(team, more));
  }
  void have(std::string const& by, std::string const& action, std::string const& more = {},
            std::string const& team = "reds") {
    given(by, "team." + action, on(team, more));
  }
  void enrol(std::string const& name, std::string const& status = "student") {
    member(name);
    auto const about = "{'programme':'$jam'" + person(name);
    given("paul", "programme.submitApplication", about + "}");
    given("paul", "programme.acceptApplication", about + "}");
    given("paul", "programme.confirmEnrolment", about + ",'status':'" + status + "'}");
  }
  void run() { given("paul", "programme.start", "{'programme':'$jam'}"); }
  void form(std::string const& more = {}, std::string const& team = "reds",
            std::string const& lead = "lea") {
    have(lead, "form", ",'name':'Reds','programme':'$jam'" + more, team);
  }
  void group(std::string const& name, std::string const& lead) {
    have(lead, "form", ",'name':'Circle','kind':'expertGroup'", name);
  }
  void opens(std::string const& name, std::string const& more = {}) {
    have("lea", "openRole", role(name) + ",'skill':{'word':'Optik'}" + more);
  }
  // Joins by a request that Lea accepts.
  void joins(std::string const& name, std::string const& more = {}) {
    have(name, "requestJoin", more);
    have("lea", "acceptRequest", person(name));
  }
  core::team::State team(std::string const& name = "reds") {
    return engine().world().team.load(id_named(name));
  }
};

struct Small : Team {
  Small() : Team(",'teamSizeMax':3") {
    for (auto const* name : {"ann", "ben", "cem", "dan"}) enrol(name);
  }
};

}  // namespace teams
