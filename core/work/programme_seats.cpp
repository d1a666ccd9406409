// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Who applies to a programme, who gets a seat, and who waits for one.
#include "core/departing.hpp"
#include "core/limits.hpp"
#include "core/work/applications.hpp"
#include "core/work/joining.hpp"
#include "core/work/programme_rules.hpp"

namespace core::programme {
namespace {

using People = std::vector<Id>;

// Whose application it is about. Members speak for themselves only.
template <class Command>
Result<Id> whose(Command command, Context const& by) {
  auto const person = command.hasPerson() ? id_from(command.getPerson()) : by.actor;
  if (person != by.actor && by.role == Role::MEMBER) return refuse("auth.forbidden", "person");
  return person;
}

// A team that applies as a whole: its lead asks for that, and it could have seats one day.
Result<People> members_of(State const& programme, SubmitApplication::Reader submit,
                          Context const& by) {
  auto const team = by.world.team.load(id_from(submit.getTeam()));
  if (submit.hasPerson()) return refuse("input.invalid", "person", "a team applies as a whole");
  if (team.stage == team::Stage::absent) return refuse("aggregate.not-found", "team");
  if (team.stage == team::Stage::dissolved) return refuse("team.state", "team");
  if (team.lead != by.actor && by.role == Role::MEMBER) return refuse("team.not-lead", "team");
  if (team.members.size() > programme.team_size_max) return refuse("team.full", "team");
  if (programme.capacity > 0 && team.members.size() > programme.capacity)
    return refuse("programme.limit", "team", "it has more members than there are seats");
  return team.members;
}

Result<People> applicants(State const& programme, SubmitApplication::Reader submit,
                          Context const& by) {
  if (submit.hasTeam()) return members_of(programme, submit, by);
  auto const person = whose(submit, by);
  if (!person) return person.error();
  return People{*person};
}

bool takes_applications(State const& programme, Instant now) {
  auto const until = programme.applications_until;
  return programme.stage == ProgrammeStage::OPEN && (until.us == 0 || now <= until);
}

bool has_seat(Standing standing) {
  return standing == Standing::ACCEPTED || standing == Standing::ENROLLED;
}

bool is_undecided(Standing standing) {
  return standing == Standing::SUBMITTED || standing == Standing::WAITING;
}

bool is_open(Standing standing) { return is_undecided(standing) || has_seat(standing); }

// Those about whom is decided in one: the person, and until then whoever applied with the same team and is still in it.
People together(Id const& programme, Id const& person, Application const& application,
                World const& world) {
  People people{person};
  if (application.team.is_nil() || !is_undecided(application.standing)) return people;
  for (auto const& member : world.team.load(application.team).members) {
    auto const other = programme::application(world, programme, member);
    if (member != person && other.team == application.team &&
        other.standing == application.standing)
      people.push_back(member);
  }
  return people;
}

// An event about somebody's application.
template <class Event>
typename Event::Builder about(Id const& programme, Id const& person, Emit& emit) {
  auto event = emit.event_on<Event>(programme);
  event.setProgramme(data_of(programme));
  event.setPerson(data_of(person));
  return event;
}

// One that takes it from where it stands, with its place in the wait-list.
template <class Event>
typename Event::Builder move(Id const& programme, Id const& person, World const& world,
                             Emit& emit) {
  auto const application = programme::application(world, programme, person);
  auto event = about<Event>(programme, person, emit);
  event.setWas(application.standing);
  event.setTicket(application.ticket);
  return event;
}

bool among(People const& people, Id const& person) {
  return std::ranges::find(people, person) != people.end();
}

// Whether nobody else has waited longer. Without a bound nobody takes a seat from anybody.
bool is_next(State const& programme, Id const& id, People const& people, World const& world) {
  bool next = true;
  if (programme.capacity > 0)
    each_waiting(world, id, [&](Id const& first, Application const&) {
      next = among(people, first);
      return !next && !account::is_active(world, first);
    });
  return next;
}

void accept(Id const& programme, People const& people, bool promoted, World const& world,
            Emit& emit) {
  for (auto const& person : people)
    move<ApplicationAccepted>(programme, person, world, emit).setPromoted(promoted);
}

void wait(State const& programme, Id const& id, People const& people, Emit& emit) {
  auto ticket = programme.tickets;
  for (auto const& person : people)
    about<ApplicationWaitlisted>(id, person, emit).setTicket(++ticket);
}

// Free seats go to those who have waited longest, but for `gone`. A team that needs more than there are keeps its place, and
// everybody behind it waits too. Who is locked out keeps their place and lets others by.
void move_up(Id const& programme, std::size_t free, People gone, Context const& by, Emit& emit) {
  std::size_t promoted = 0;
  each_waiting(by.world, programme, [&](Id const& person, Application const& application) {
    if (among(gone, person) || !account::is_active(by.world, person)) return true;
    auto next = together(programme, person, application, by.world);
    std::erase_if(next, [&](Id const& other) { return among(gone, other); });
    if (next.size() > free || promoted + next.size() > limits::promoted_max) return false;
    accept(programme, next, true, by.world, emit);
    free -= next.size();
    promoted += next.size();
    gone.insert(gone.end(), next.begin(), next.end());
    return free > 0;
  });
}

// The seat of an application, or its place in the wait-list, goes on.
void pass_on(State const& programme, Id const& id, People const& people,
             Application const& application, Context const& by, Emit& emit) {
  bool const seat = has_seat(application.standing);
  if (programme.capacity > 0 && (seat || application.ticket > 0))
    move_up(id, programme.free() + (seat ? 1 : 0), people, by, emit);
}

// Somebody is out: of the teams of the programme as well, and the wait-list moves up.
Result<void> give_up(State const& programme, Id const& id, People const& people,
                     Application const& application, Context const& by, Emit& emit) {
  if (has_seat(application.standing))
    if (auto left = team::leave_programme(id, people.front(), by, emit); !left) return left;
  pass_on(programme, id, people, application, by, emit);
  return {};
}

}  // namespace

Result<void> decide(State const& programme, SubmitApplication::Reader submit, Context const& by,
                    Emit& emit) {
  auto const id = id_from(submit.getProgramme());
  if (programme.stage == ProgrammeStage::ABSENT) return refuse("aggregate.not-found", "programme");
  if (!takes_applications(programme, by.now)) return refuse("programme.closed", "programme");
  auto const people = applicants(programme, submit, by);
  if (!people) return people.error();
  for (auto const& person : *people) {
    auto const standing = application(by.world, id, person).standing;
    if (!account::is_active(by.world, person))
      return refuse("aggregate.not-found", submit.hasTeam() ? "team" : "person");
    if (standing != Standing::NONE && standing != Standing::WITHDRAWN)
      return refuse("programme.duplicate", submit.hasTeam() ? "team" : "programme");
  }

  for (auto const& person : *people) {
    auto submitted = about<ApplicationSubmitted>(id, person, emit);
    if (submit.hasTeam()) submitted.setTeam(submit.getTeam());
    if (submit.getMessage().size() > 0 && (person == by.actor || people->size() == 1))
      submitted.setMessage(submit.getMessage());
  }
  return {};
}

Result<void> decide(State const& programme, AcceptApplication::Reader command, Context const& by,
                    Emit& emit) {
  if (auto ready = at(programme, until_the_end); !ready) return ready;
  auto const id = id_from(command.getProgramme()), person = id_from(command.getPerson());
  auto const application = programme::application(by.world, id, person);
  if (application.standing == Standing::NONE) return refuse("aggregate.not-found", "person");
  if (!is_open(application.standing)) return wrong_state("person");
  if (has_seat(application.standing)) return {};
  if (!account::is_active(by.world, person)) return refuse("account.suspended", "person");
  auto const people = together(id, person, application, by.world);
  if (people.size() > programme.free() || !is_next(programme, id, people, by.world)) {
    if (application.standing != Standing::WAITING) wait(programme, id, people, emit);
    return {};
  }
  accept(id, people, false, by.world, emit);
  if (programme.capacity > 0) move_up(id, programme.free() - people.size(), people, by, emit);
  return {};
}

Result<void> decide(State const& programme, WaitlistApplication::Reader waitlist, Context const& by,
                    Emit& emit) {
  if (auto ready = at(programme, until_the_end); !ready) return ready;
  auto const id = id_from(waitlist.getProgramme()), person = id_from(waitlist.getPerson());
  auto const application = programme::application(by.world, id, person);
  if (application.standing == Standing::NONE) return refuse("aggregate.not-found", "person");
  if (application.standing == Standing::WAITING) return {};
  if (application.standing != Standing::SUBMITTED) return wrong_state("person");
  wait(programme, id, together(id, person, application, by.world), emit);
  return {};
}

Result<void> decide(State const& programme, RejectApplication::Reader reject, Context const& by,
                    Emit& emit) {
  if (auto ready = at(programme, until_the_end); !ready) return ready;
  auto const id = id_from(reject.getProgramme()), person = id_from(reject.getPerson());
  auto const application = programme::application(by.world, id, person);
  if (application.standing == Standing::NONE) return refuse("aggregate.not-found", "person");
  if (application.standing == Standing::REJECTED) return {};
  if (!is_open(application.standing)) return wrong_state("person");

  auto const people = together(id, person, application, by.world);
  for (auto const& one : people) {
    auto rejected = move<ApplicationRejected>(id, one, by.world, emit);
    if (reject.getReason().size() > 0) rejected.setReason(reject.getReason());
  }
  return give_up(programme, id, people, application, by, emit);
}

// Everybody for themselves, also out of a team that has applied: nobody is held, and the others go on.
Result<void> decide(State const& programme, WithdrawApplication::Reader withdraw, Context const& by,
                    Emit& emit) {
  auto const person = whose(withdraw, by);
  if (!person) return person.error();
  if (auto ready = at(programme, until_the_end); !ready) return ready;
  auto const id = id_from(withdraw.getProgramme());
  auto const application = programme::application(by.world, id, *person);
  if (application.standing == Standing::NONE) return refuse("aggregate.not-found", "person");
  if (application.standing == Standing::WITHDRAWN) return {};
  if (!is_open(application.standing)) return wrong_state("person");

  move<ApplicationWithdrawn>(id, *person, by.world, emit);
  return give_up(programme, id, {*person}, application, by, emit);
}

Result<void> decide(State const& programme, ConfirmEnrolment::Reader confirm, Context const& by,
                    Emit& emit) {
  if (auto ready = at(programme, until_the_end); !ready) return ready;
  auto const id = id_from(confirm.getProgramme()), person = id_from(confirm.getPerson());
  auto const application = programme::application(by.world, id, person);
  if (application.standing == Standing::NONE) return refuse("aggregate.not-found", "person");
  if (!has_seat(application.standing)) return wrong_state("person");
  if (application.standing == Standing::ENROLLED && application.status == confirm.getStatus())
    return {};
  auto confirmed = about<EnrolmentConfirmed>(id, person, emit);
  confirmed.setStatus(confirm.getStatus());
  confirmed.setWas(application.standing);
  return {};
}

// One command promotes a bounded number of people: the same again goes on with those who still wait.
Result<void> decide(State const& programme, SetCapacity::Reader set, Context const& by,
                    Emit& emit) {
  if (auto ready = at(programme, until_the_end); !ready) return ready;
  if (set.getCapacity() > 0 && set.getCapacity() < programme.taken())
    return refuse("input.invalid", "capacity", "more than that have a seat");
  if (set.getCapacity() != programme.capacity) {
    auto capacity = emit.event<CapacitySet>();
    capacity.setProgramme(set.getProgramme());
    capacity.setCapacity(set.getCapacity());
  }
  State resized = programme;
  resized.capacity = set.getCapacity();
  move_up(id_from(set.getProgramme()), resized.free(), {}, by, emit);
  return {};
}

// Who has taken part stays counted. Before the start the seat, or the place in the wait-list, goes on.
void depart(State const& programme, Id const& id, Id const& person, Context const& by, Emit& emit) {
  auto const application = programme::application(by.world, id, person);
  bool const takes_part =
      application.standing == Standing::ENROLLED && programme.stage == ProgrammeStage::RUNNING;
  if (programme.over() || takes_part || !is_open(application.standing)) return;
  move<ApplicationWithdrawn>(id, person, by.world, emit);
  pass_on(programme, id, {person}, application, by, emit);
}

}  // namespace core::programme
