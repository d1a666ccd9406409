// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Who may do what, over all of it: every command of the schema on an instance of its family (and on one that is not there yet),
// by everybody that a person can be to it: every role, granted in every scope, at what the instance belongs to and elsewhere.
// What comes of it is what the schema's lines say, which docs/authorisation.md shows, and nothing else.
#include <capnp/schema.h>

#include <boost/test/unit_test.hpp>
#include <set>

#include "core/dispatch_tables.hpp"
#include "tests/support/one_of_each.hpp"
#include "tests/support/scene.hpp"

namespace {

using core::Role;
using core::Scope;
using support::id_named;

template <class Enum>
std::vector<std::pair<Enum, std::string>> all_of() {
  std::vector<std::pair<Enum, std::string>> all;
  for (auto const each : capnp::Schema::from<Enum>().getEnumerants())
    all.emplace_back(static_cast<Enum>(each.getOrdinal()), each.getProto().getName().cStr());
  return all;
}

core::Id in_scope(core::Scopes const& scopes, Scope scope) {
  switch (scope) {
    case Scope::TENANT: return {};
    case Scope::MEASURE: return scopes.measure;
    case Scope::PROGRAMME: return scopes.programme;
    case Scope::ORGANISATION: return scopes.organisation;
    case Scope::SPACE: return scopes.space;
    case Scope::TEAM: return scopes.team;
    case Scope::SELF: return scopes.self;
  }
  return {};
}

// A command that says no more than which stream it is about, and expects of it what is not so: whoever may call it hears that,
// and nothing happens.
class Bare {
 public:
  Bare(core::Type const& type, core::Id const& stream)
      : expected_{{type.family, stream, {1'000'000}}} {
    auto body =
        message_.initRoot<capnp::AnyPointer>().initAsAnyStruct(type.data_words, type.pointers);
    body.getPointerSection()[type.stream->offset].setAs<capnp::Data>(core::data_of(stream));
    command.type = &type;
    command.body = body.asReader();
    command.expected = expected_;
  }
  core::Command command;

 private:
  capnp::MallocMessageBuilder message_;
  std::array<core::Command::Expected, 1> expected_;
};

// Somebody, and what they are to the stream in question.
struct Who {
  std::string name;
  core::Id id = {};
  bool console = false;
  std::optional<Role> granted = {};
  Scope scope{};
  core::Id target = {};
};

struct Hub : support::Scene {
  Hub() {
    for (auto const& [actor, method, json] : support::one_of_each()) given(actor, method, json);
    begin_elsewhere();
    member("gone");
    given("console", "account.suspend", "{'account':'$gone'}");
  }

  // What is in none of the scopes that are looked at.
  void begin_elsewhere() {
    given("console", "tenant.defineMeasure",
          "{'tenant':'" + to_string(core::tenant::the_tenant()) +
              "','measure':'$elsewhere','code':'e','nameDe':'E','nameEn':'E'}");
    given("console", "programme.announce",
          "{'programme':'$elsewhere','title':'P','phases':[{'title':'First'}]}");
    given("rita", "organisation.register",
          "{'organisation':'$elsewhere','name':'O','sector':'business'}");
  }

  // The lines of the table, read as people read them.
  bool allowed(core::Allow const& line, Who const& who, core::Scopes const& scopes) {
    bool const teams = scopes.team == id_named("team");
    switch (line.role) {
      case Role::ANONYMOUS: return true;
      case Role::TEAM_LEAD: return teams && who.name == "tom";
      case Role::MEMBER:
        if (line.scope != Scope::SELF && who.granted == Role::EVALUATOR) return false;
        if (line.scope == Scope::TENANT) return true;
        if (line.scope == Scope::TEAM) return teams && (who.name == "tom" || who.name == "tim");
        return who.id == scopes.self;
      default: break;
    }
    if (line.role == Role::ORG_REPRESENTATIVE && who.name == "rita")
      return scopes.organisation == id_named("organisation");
    if (who.granted != line.role) return false;
    return who.scope == Scope::TENANT || who.target == in_scope(scopes, who.scope);
  }
  std::string expected(core::Type const& type, Who const& who, core::Scopes const& scopes) {
    if (who.name == "gone") return "account.suspended";
    bool const operators = std::ranges::count(type.allow, Role::OPERATOR, &core::Allow::role) > 0;
    if (who.console) return operators ? "version.conflict" : "auth.forbidden";
    bool const anybody = std::ranges::count(type.allow, Role::ANONYMOUS, &core::Allow::role) > 0;
    if (who.id.is_nil()) return anybody ? "version.conflict" : "auth.required";
    if (who.name == "nobody") return "auth.required";
    bool const may = std::ranges::any_of(
        type.allow, [&](core::Allow const& line) { return allowed(line, who, scopes); });
    return may ? "version.conflict" : "auth.forbidden";
  }

  std::vector<Who> those_known() const {
    std::vector<Who> all{{.name = "visitor"}, {.name = "console", .console = true}};
    for (auto const* name : {"nobody", "gone", "lea", "tom", "tim", "rita", "otto", "olga"})
      all.push_back({.name = name, .id = id_named(name)});
    return all;
  }
  // An account for each role in each scope, at what the stream belongs to and at something else. What nobody can be granted, or
  // in nothing that there is, is refused and has no account.
  std::vector<Who> those_granted(core::Scopes const& scopes) {
    std::vector<Who> all;
    for (auto const& [role, role_name] : all_of<Role>())
      for (auto const& [scope, scope_name] : all_of<Scope>())
        for (auto const& target : {in_scope(scopes, scope), id_named("elsewhere")}) {
          bool const everywhere = scope == Scope::TENANT;
          if (everywhere != target.is_nil()) continue;
          Who const who{role_name + "-" + scope_name + "-" + to_string(target),
                        {},
                        false,
                        role,
                        scope,
                        target};
          if (grant(who, role_name, scope_name))
            all.push_back(who), all.back().id = id_named(who.name);
        }
    return all;
  }
  bool grant(Who const& who, std::string const& role, std::string const& scope) {
    if (!grantees_.insert(who.name).second) return grantable(who) && is_there(who);
    member(who.name);
    auto const target = who.target.is_nil() ? "" : ",'target':'" + to_string(who.target) + "'";
    auto outcome =
        as("console").when("account.grantRole", "{'account':'$" + who.name + "','role':'" + role +
                                                    "','scope':'" + scope + "'" + target + "}");
    if (!grantable(who)) BOOST_TEST(outcome.refusal().code == "role.scope", who.name);
    else if (!is_there(who)) outcome.refuses("aggregate.not-found", "target");
    else outcome.accepts({"RoleGranted"});
    return grantable(who) && is_there(who);
  }
  bool is_there(Who const& who) {
    auto const& world = engine().world();
    switch (who.scope) {
      case Scope::MEASURE:
        return who.target == id_named("measure") || who.target == id_named("elsewhere");
      case Scope::PROGRAMME: return world.programme.version(who.target).value > 0;
      case Scope::ORGANISATION: return world.organisation.version(who.target).value > 0;
      default: return true;
    }
  }
  // Nobody is a visitor, a member or of a team by a grant, and operators are so for the whole hub.
  static bool grantable(Who const& who) {
    if (who.scope == Scope::SELF || who.scope == Scope::TEAM) return false;
    if (*who.granted == Role::OPERATOR) return who.scope == Scope::TENANT;
    return *who.granted != Role::ANONYMOUS && *who.granted != Role::MEMBER &&
           *who.granted != Role::TEAM_LEAD;
  }

  void check(core::Family family, core::Id const& stream) {
    auto const scopes = core::scopes_of(engine().world(), {family, stream});
    auto everybody = those_granted(scopes);
    for (auto const& who : those_known()) everybody.push_back(who);
    auto const before = everything();
    for (auto const* type : core::schema_tables().commands())
      for (auto const& who : everybody)
        if (type->family == family) check(*type, stream, who, scopes);
    BOOST_TEST(everything() == before);
  }
  void check(core::Type const& type, core::Id const& stream, Who const& who,
             core::Scopes const& scopes) {
    Bare bare(type, stream);
    bare.command.actor = who.id;
    bare.command.console = who.console;
    auto const result = engine().accept(bare.command);
    BOOST_REQUIRE(!result.has_value());
    BOOST_TEST(result.error().code == expected(type, who, scopes),
               type.method << " by " << who.name);
    ++tried;
  }

  std::size_t tried = 0;

 private:
  std::set<std::string> grantees_;
};

std::set<core::Family> families() {
  std::set<core::Family> all;
  for (auto const* type : core::schema_tables().commands()) all.insert(type->family);
  return all;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(authorisation_table, Hub)

BOOST_AUTO_TEST_CASE(there_is_one_of_each) {
  for (auto const family : families()) {
    auto const stream = support::the_one(family);
    BOOST_TEST(core::version_of(engine().world(), {family, stream}).value > 0u,
               "tests/support/one_of_each.cpp makes nothing of family " << int{family});
  }
}

BOOST_AUTO_TEST_CASE(what_there_is_belongs_to_what_it_can_belong_to) {
  std::set<Scope> seen;
  for (auto const family : families()) {
    auto const scopes = core::scopes_of(engine().world(), {family, support::the_one(family)});
    for (auto const& [scope, name] : all_of<Scope>())
      if (!in_scope(scopes, scope).is_nil()) seen.insert(scope);
  }
  BOOST_TEST(seen.size() + 2 ==
             all_of<Scope>().size());  // All but the tenant; no family has spaces yet.
}

BOOST_AUTO_TEST_CASE(every_command_by_everybody_is_as_the_table_says) {
  for (auto const family : families()) check(family, support::the_one(family));
  BOOST_TEST(tried > 80 * core::schema_tables().commands().size());
}

BOOST_AUTO_TEST_CASE(what_is_not_there_yet_belongs_to_nobody_but_by_its_own_id) {
  for (auto const family : families()) check(family, id_named("new"));
}

BOOST_AUTO_TEST_SUITE_END()
