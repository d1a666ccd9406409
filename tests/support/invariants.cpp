// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/invariants.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "core/departing.hpp"
#include "core/limits.hpp"
#include "core/own_texts.hpp"
#include "core/work/applications.hpp"
#include "core/work/project_rules.hpp"

namespace support {
namespace {

using core::Id;

template <class State, class Visit>
void each(core::Table<State> const& table, Visit visit) {
  table.rows().scan({}, [&](core::Bytes key, core::Bytes row) {
    State state;
    CHECK(core::unpack(row.subspan(sizeof(std::uint64_t)), state));
    visit(Id::from(key), state);
    return true;
  });
}

template <class T, class Of>
bool distinct(std::vector<T> const& list, Of of) {
  std::set<Id> seen;
  return std::ranges::all_of(list, [&](T const& each) { return seen.insert(of(each)).second; });
}
bool distinct(std::vector<Id> const& ids) {
  return distinct(ids, [](Id const& id) { return id; });
}

// Whether following `next` from `id` comes to an end.
template <class Next>
bool ends(Id id, Next next) {
  for (int steps = 0; !id.is_nil(); id = next(id))
    if (++steps > 10'000) return false;
  return true;
}

struct Look {
  core::World const& world;
  std::vector<std::string> wrong = {};

  void must(bool good, char const* what, Id const& id) {
    if (!good) wrong.push_back(std::string(what) + ": " + to_string(id));
  }

  bool is_erased(Id const& person) const { return world.erased.find(person.view()).has_value(); }
  // Whether somebody who was erased was named there.
  bool lost_somebody(core::Family family, Id const& id) const {
    bool lost = false;
    core::account::each_erased(world, [&](Id const& person) {
      core::each_tie(world, person, [&](core::StreamKey const& tie) {
        lost |= tie == core::StreamKey{family, id};
      });
    });
    return lost;
  }

  // Nothing is left that ties anybody who was erased.
  void erased() {
    core::account::each_erased(world, [&](Id const& person) {
      must(world.account.load(person).grants.empty(), "a role of nobody", person);
      must(world.profile.load(person).posts.empty(), "a post of nobody", person);
      must(world.follow.load(person).followed.empty(), "nobody follows something", person);
      must(world.person.load(person).open.empty(), "nobody reports something", person);
      core::each_tie(world, person, [&](core::StreamKey const& tie) { untied(tie, person); });
    });
  }
  void untied(core::StreamKey const& tie, Id const& person) {
    auto const team = world.team.load(tie.id);
    must(!team.has(person) && !team.request(person) && !team.invitation(person),
         "nobody is in a team", tie.id);
    auto const idea = world.idea.load(tie.id);
    must((idea.author == person || !idea.is_author(person)) && !idea.has_invited(person),
         "nobody is co-author", tie.id);
    must(!world.project.load(tie.id).has(person), "nobody is in a project", tie.id);
    must(world.organisation.load(tie.id).standing(person) == core::organisation::Standing::NONE,
         "nobody belongs to an organisation", tie.id);
    auto const standing = core::programme::application(world, tie.id, person).standing;
    bool const waits = standing == core::programme::Standing::WAITING ||
                       standing == core::programme::Standing::SUBMITTED;
    must(!waits || world.programme.load(tie.id).over(), "nobody waits for a seat", tie.id);
  }

  void accounts() {
    std::uint64_t operators = 0, hub_admins = 0;
    each(world.account, [&](Id const&, core::account::State const& account) {
      if (account.stage != core::account::Stage::active) return;
      operators += account.holds(core::Role::OPERATOR);
      hub_admins += account.holds_for_all(core::Role::HUB_ADMIN);
    });
    must(operators == world.operators, "operators are miscounted", {});
    must(hub_admins == world.hub_admins, "hub admins are miscounted", {});
    must(operators > 0, "nobody operates the hub", {});
  }

  void profiles() {
    each(world.profile, [&](Id const& id, core::profile::State const& profile) {
      auto const account = world.account.load(id);
      bool const listed = profile.stage == core::profile::Stage::listed;
      must(!listed || account.consents_to(core::account::Purpose::DIRECTORY),
           "listed without consent", id);
      must(!listed || account.stage == core::account::Stage::active, "listed and locked out", id);
      for (auto const* skills : {&profile.offers, &profile.needs}) {
        must(skills->size() <= core::limits::skills_max, "too many skills", id);
        must(distinct(*skills, [](auto const& claim) { return claim.term; }), "a skill twice", id);
      }
    });
  }

  void terms() {
    each(world.vocabulary, [&](Id const& id, core::vocabulary::State const& term) {
      auto const into = [&](Id const& of) { return world.vocabulary.load(of).into; };
      must(ends(id, into), "terms merged in a circle", id);
      std::set<Id> seen;
      must(!reaches(term, id, seen), "a term is above itself", id);
    });
  }
  // Whether `id` stands somewhere above it, as terms stand for each other today.
  bool reaches(core::vocabulary::State const& term, Id const& id, std::set<Id>& seen) {
    return std::ranges::any_of(term.broader, [&](Id const& broader) {
      auto const today = core::vocabulary::survivor(world, broader);
      if (today == id) return true;
      return seen.insert(today).second && reaches(world.vocabulary.load(today), id, seen);
    });
  }

  void organisations() {
    each(world.organisation, [&](Id const& id, core::organisation::State const& organisation) {
      auto const into = [&](Id const& of) { return world.organisation.load(of).into; };
      must(ends(id, into), "organisations merged in a circle", id);
      must(!organisation.open() || organisation.representatives() > 0 || lost_somebody(14, id),
           "nobody speaks for it", id);
      must(distinct(organisation.people, [](auto const& person) { return person.id; }),
           "belongs to an organisation twice", id);
    });
  }

  void ideas() {
    each(world.idea, [&](Id const& id, core::idea::State const& idea) {
      auto const into = [&](Id const& of) {
        auto const state = world.idea.load(of);
        return state.stage == core::idea::IdeaStage::MERGED ? state.became : Id{};
      };
      must(ends(id, into), "ideas merged in a circle", id);
      must(distinct(idea.absorbed), "an idea absorbed twice", id);
      must(distinct(idea.co_authors) && !std::ranges::count(idea.co_authors, idea.author),
           "an author twice", id);
      for (auto const& author : idea.co_authors)
        must(endorsements(idea, id, author) == 0, "endorsed by its author", id);
      must(endorsements(idea, id, idea.author) == 0, "endorsed by its author", id);
    });
    world.idea_endorsements.scan({}, [&](core::Bytes key, core::Bytes) {
      must(world.idea.load(Id::from(key.first(16))).stage != core::idea::IdeaStage::ABSENT,
           "an endorsement of nothing", Id::from(key.first(16)));
      return true;
    });
  }
  // Of an idea that still takes them, with what was merged into it.
  std::size_t endorsements(core::idea::State const& idea, Id const& id, Id const& person) {
    if (idea.stage != core::idea::IdeaStage::SUBMITTED &&
        idea.stage != core::idea::IdeaStage::ACCEPTED)
      return 0;
    auto all = idea.absorbed;
    all.push_back(id);
    return static_cast<std::size_t>(std::ranges::count_if(all, [&](Id const& one) {
      return world.idea_endorsements.find(core::key_of(one, person)).has_value();
    }));
  }

  void programmes() {
    using core::programme::Standing;
    std::map<Id, std::map<Standing, std::uint32_t>> standing;
    world.programme_applications.scan({}, [&](core::Bytes key, core::Bytes row) {
      core::programme::Application application;
      CHECK(core::unpack(row, application));
      ++standing[Id::from(key.first(16))][application.standing];
      return true;
    });
    std::map<Id, std::uint32_t> queue;
    world.programme_queue.scan(
        {}, [&](core::Bytes key, core::Bytes) { return ++queue[Id::from(key.first(16))], true; });
    each(world.programme, [&](Id const& id, core::programme::State const& programme) {
      auto& counted = standing[id];
      must(programme.capacity == 0 || programme.accepted + programme.enrolled <= programme.capacity,
           "more have a seat than there are", id);
      must(programme.submitted == counted[Standing::SUBMITTED] &&
               programme.waiting == counted[Standing::WAITING] &&
               programme.accepted == counted[Standing::ACCEPTED] &&
               programme.enrolled == counted[Standing::ENROLLED],
           "applications are miscounted", id);
      must(queue[id] == programme.waiting, "the wait-list is not who waits", id);
      must(programme.phase <= programme.phases, "a phase too many", id);
    });
  }

  void teams() {
    std::map<std::pair<Id, Id>, std::size_t> teams_of;  // By programme and person.
    std::size_t places = 0;
    each(world.team, [&](Id const& id, core::team::State const& team) {
      if (team.stage != core::team::Stage::forming) return;
      must(team.members.size() <= team.size_max, "a team is over-full", id);
      must(team.has(team.lead), "the lead is no member", id);
      must(distinct(team.members), "a member twice", id);
      must(distinct(team.requests, [](auto const& request) { return request.person; }),
           "a request twice", id);
      must(!team.full() ||
               (team.requests.empty() && team.openings.empty() && team.invitations.empty()),
           "a full team still looks for somebody", id);
      for (auto const& request : team.requests)
        must(!team.has(request.person), "a member asks to join", id);
      for (auto const& opening : team.openings) must(opening.left > 0, "a filled role is open", id);
      for (auto const& member : team.members) {
        ++teams_of[{team.programme, member}];
        must(world.team_places.find(core::key_of(team.programme, member, id)).has_value(),
             "a member has no place", id);
      }
      places += team.members.size() + team.requests.size();
    });
    must(places == world.team_places.size(), "a place in no team", {});
    for (auto const& [where, count] : teams_of)
      must(where.first.is_nil() || count == 1 || world.programme.load(where.first).several_teams,
           "in two teams of a programme", where.second);
  }

  void projects() {
    each(world.project, [&](Id const& id, core::project::State const& project) {
      auto const before = [&](Id const& of) { return world.project.load(of).predecessor; };
      must(ends(id, before), "projects follow on each other in a circle", id);
      must(distinct(project.members), "a member twice", id);
      must(project.has(project.lead) || is_erased(project.lead), "the lead is no member", id);
      must(distinct(project.goals, [](auto const& goal) { return goal.id; }), "a milestone twice",
           id);
      if (project.predecessor.is_nil()) return;
      auto const next = world.project.load(project.predecessor).successors;
      must(std::ranges::count(next, id) == 1, "its predecessor does not know it", id);
    });
  }

  void challenges() {
    using core::challenge::Stage;
    each(world.challenge, [&](Id const& id, core::challenge::State const& challenge) {
      bool const in_programme = !challenge.programme.is_nil();
      if (!in_programme ||
          (challenge.stage != Stage::PUBLISHED && challenge.stage != Stage::CLOSED))
        return;
      must(world.programme_challenges.find(core::key_of(challenge.programme, id)).has_value(),
           "its programme does not know it", id);
    });
  }

  void texts() {
    core::each_ordered(world, [&](Id const& of, core::Position event) {
      must(core::own_text(world, of, event).has_value(), "is to lose a text that is not there", of);
    });
    core::each_text(world, [&](Id const& of, core::Position, core::OwnText const& own) {
      must(!world.redacted.find(own.text.view()), "has a text that was removed", of);
    });
  }

  void people() {
    each(world.person, [&](Id const& id, core::person::State const& person) {
      must(!person.blocks(id) && distinct(person.blocked), "blocked twice, or by oneself", id);
    });
    each(world.follow, [&](Id const& id, core::follow::State const& follow) {
      must(follow.followed.size() <= core::limits::followed_max, "follows too much", id);
    });
  }
};

}  // namespace

std::vector<std::string> broken_invariants(core::World const& world) {
  Look look{world};
  look.accounts();
  look.profiles();
  look.terms();
  look.organisations();
  look.ideas();
  look.programmes();
  look.teams();
  look.projects();
  look.challenges();
  look.people();
  look.texts();
  look.erased();
  return std::move(look.wrong);
}

}  // namespace support
