// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/test/unit_test.hpp>

#include "core/limits.hpp"
#include "tests/support/scene.hpp"
#include "tests/support/text_table.hpp"

namespace support {

inline bool is_code(std::string const& outcome) { return std::ranges::count(outcome, '.') > 0; }

inline std::string const named = ",'title':'Cool roofs','measure':'$spaces'";

// Anna's project, and who has to do with it.
struct Project : support::Scene {
  Project() {
    member("anna");
    member("ben");
    member("paul", "programmeManager");
    member("hana", "hubAdmin");
    member("rita");
    measures({"spaces", "hub"});
    organisation("city");
    given("console", "organisation.verify", "{'organisation':'$city'}");
  }
  // Represented by Rita.
  void organisation(std::string const& name) {
    given("rita", "organisation.register",
          "{'organisation':'$" + name + "','name':'N','sector':'administration'}");
  }

  // An expert group, led by somebody who is new.
  void team(std::string const& name, std::string const& lead) {
    member(lead);
    given(lead, "team.form", "{'team':'$" + name + "','name':'G','kind':'expertGroup'}");
  }
  // A team that Lea leads in a programme that runs, and what it has made.
  void hands_in(std::string const& name, bool final) {
    if (!engine().world().account.version(support::id_named("lea")).value) member("lea");
    if (!engine().world().programme.version(support::id_named("jam")).value) run_jam();
    auto const it = "{'team':'$" + name + "'";
    given("lea", "team.form", it + ",'name':'T','programme':'$jam'}");
    given("lea", "team.submit", it + ",'title':'T','final':" + (final ? "true}" : "false}"));
  }
  void run_jam() {
    given("paul", "programme.announce", "{'programme':'$jam','title':'J','severalTeams':true}");
    given("paul", "programme.openApplications",
          "{'programme':'$jam','deadline':'2026-06-01T00:00:00Z'}");
    for (auto const* step : {"submitApplication", "acceptApplication", "confirmEnrolment"})
      given("paul", std::string("programme.") + step, "{'programme':'$jam','person':'$lea'}");
    given("paul", "programme.start", "{'programme':'$jam'}");
  }

  static std::string on(std::string const& project, std::string const& more = {}) {
    return "{'project':'$" + project + "'" + more + "}";
  }
  support::Outcome ask(std::string const& who, std::string const& action,
                       std::string const& more = {}, std::string const& project = "roofs") {
    return as(who).when("project." + action, on(project, more));
  }
  void was(std::string const& who, std::string const& action, std::string const& more = {},
           std::string const& project = "roofs") {
    given(who, "project." + action, on(project, more));
  }
  void start(std::string const& project = "roofs") { was("anna", "start", named, project); }
  // Anna's project, with one of everything, of that status.
  void at(std::string const& status) {
    if (status == "absent") return;
    start();
    was("anna", "planMilestone", arguments("planMilestone", "goal"));
    was("anna", "registerSite", arguments("registerSite", "yard"));
    was("anna", "registerPrototype", arguments("registerPrototype", "model"));
    was("anna", "offerTransfer");
    std::map<std::string, std::string> const way{
        {"paused", "pause"}, {"completed", "complete"}, {"stopped", "stop"}, {"voided", "void"}};
    if (auto const step = way.find(status); step != way.end())
      was("paul", step->second, arguments(step->second));
  }
  static std::string arguments(std::string const& action, std::string const& part) {
    if (action == "planMilestone")
      return ",'milestone':'$" + part + "','title':'M','due':'2100-01-01T00:00:00Z'";
    if (action.ends_with("Milestone")) return ",'milestone':'$" + part + "'";
    if (action == "registerSite") return ",'site':'$" + part + "','district':'North'";
    if (action.ends_with("FieldTest")) return ",'site':'$" + part + "'";
    auto const prototype = ",'prototype':'$" + part + "'";
    return action == "voidPrototype"
               ? prototype + ",'reason':'R'"
               : prototype + ",'evidence':'https://example.org/p','licence':'EUPL-1.2'";
  }
  static std::string arguments(std::string const& action) {
    std::map<std::string, std::string> const more{
        {"start", named},
        {"void", ",'reason':'R'"},
        {"stop", ",'reason':'R'"},
        {"admitMember", ",'person':'$ben'"},
        {"dismissMember", ",'person':'$ben'"},
        {"handOver", ",'person':'$ben'"},
        {"advanceStage", ",'stage':'prototype'"},
        {"revertStage", ",'stage':'idea','reason':'R'"},
        {"commissionImplementation", ",'organisation':'$city','resources':'10 days'"},
        {"linkFollowOn", ",'successor':'$next'"},
        {"releaseOpenSource", ",'url':'https://example.org/s','licence':'MIT'"},
        {"adoptTransfer", ",'municipality':'$gera','name':'Gera'"},
        {"recordCompanyFounded", ",'company':'$firm','name':'Roofs Ltd'"},
        {"postProgress", ",'text':'We began'"}};
    if (auto const known = more.find(action); known != more.end()) return known->second;
    if (action == "planMilestone" || action == "registerSite" || action == "registerPrototype")
      return arguments(action, "another");
    if (action.ends_with("Milestone")) return arguments(action, "goal");
    if (action.ends_with("FieldTest")) return arguments(action, "yard");
    return action == "voidPrototype" ? arguments(action, "model") : "";
  }
};

}  // namespace support
