// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/people/organisation.hpp"

#include "core/departing.hpp"
#include "core/limits.hpp"

namespace core::organisation {
namespace {

// Every action on an organisation that exists starts with these two rungs.
Result<void> is_open(State const& organisation) {
  if (organisation.stage == Stage::ABSENT) return refuse("aggregate.not-found", "organisation");
  if (!organisation.open()) return refuse("org.state", "organisation");
  return {};
}

// Sector is what the hub links people across, so nobody leaves it open.
Result<void> says_its_sector(schema::Sector sector) {
  if (sector == schema::Sector::UNKNOWN) return refuse("input.invalid", "sector", "is mandatory");
  return {};
}

// What registering and revising have in common.
template <class Command, class Event>
void describe(Command command, Id const& representative, Event event) {
  event.setOrganisation(command.getOrganisation());
  event.setName(command.getName());
  event.setSector(command.getSector());
  if (command.getAbout().size() > 0) event.setAbout(command.getAbout());
  if (command.getWebsite().size() > 0) event.setWebsite(command.getWebsite());
  if (command.getContact().size() > 0) event.setContact(command.getContact());
  if (command.getDistrict().size() > 0) event.setDistrict(command.getDistrict());
  event.setGreen(command.getGreen());
  event.setRepresentative(data_of(representative));
}

// The one who asks, where that is one; else the first. Where nobody is left, whoever asks.
Id a_representative(State const& organisation, Id const& actor) {
  if (organisation.standing(actor) == Standing::REPRESENTATIVE) return actor;
  auto const first =
      std::ranges::find(organisation.people, Standing::REPRESENTATIVE, &Person::standing);
  return first == organisation.people.end() ? actor : first->id;
}

bool is_last_representative(State const& organisation, Id const& person) {
  return organisation.standing(person) == Standing::REPRESENTATIVE &&
         organisation.representatives() == 1;
}

// Nobody is left to answer a request where every representative is kept apart from whoever asks.
bool nobody_answers(State const& organisation, Id const& person, World const& world) {
  return std::ranges::all_of(organisation.people, [&](Person const& one) {
    return one.standing != Standing::REPRESENTATIVE || person::apart(world, one.id, person);
  });
}

template <class Event>
void emit_about(Id const& organisation, Id const& person, Emit& emit) {
  auto event = emit.event_on<Event>(organisation);
  event.setOrganisation(data_of(organisation));
  event.setPerson(data_of(person));
}

template <class Command>
Id person_or_caller(Command command, Context const& by) {
  return command.hasPerson() ? id_from(command.getPerson()) : by.actor;
}

void place(State& organisation, Id const& person, Standing standing) {
  auto const known = std::ranges::find(organisation.people, person, &Person::id);
  if (known == organisation.people.end()) organisation.people.push_back({person, standing});
  else known->standing = standing;
}

// The people of both, each as the better of what they are to the two.
State together(State into, State const& from) {
  for (auto const& person : from.people)
    place(into, person.id, std::max(person.standing, into.standing(person.id)));
  return into;
}

void absorb(Id const& into, capnp::Data::Reader from, State const& both, Emit& emit) {
  auto absorbed = emit.event_on<OrganisationAbsorbed>(into);
  absorbed.setOrganisation(data_of(into));
  absorbed.setMerged(from);
  auto people = absorbed.initPeople(static_cast<unsigned>(both.people.size()));
  for (unsigned i = 0; i < both.people.size(); ++i) {
    people[i].setPerson(data_of(both.people[i].id));
    people[i].setStanding(both.people[i].standing);
  }
}

}  // namespace

Standing State::standing(Id const& person) const {
  auto const known = std::ranges::find(people, person, &Person::id);
  return known == people.end() ? Standing::NONE : known->standing;
}

std::size_t State::representatives() const {
  return static_cast<std::size_t>(
      std::ranges::count(people, Standing::REPRESENTATIVE, &Person::standing));
}

Id canonical(World const& world, Id organisation) {
  for (auto state = world.organisation.load(organisation); state.stage == Stage::MERGED;
       state = world.organisation.load(organisation))
    organisation = state.into;
  return organisation;
}

Standing standing(World const& world, Id const& organisation, Id const& person) {
  return world.organisation.load(canonical(world, organisation)).standing(person);
}

bool represents(World const& world, Id const& organisation, Id const& person) {
  if (organisation.is_nil() || person.is_nil()) return false;
  auto const today = canonical(world, organisation);
  if (world.organisation.load(today).standing(person) == Standing::REPRESENTATIVE) return true;
  return std::ranges::any_of(world.account.load(person).grants, [&](account::Grant const& grant) {
    return grant.role == Role::ORG_REPRESENTATIVE && grant.scope == Scope::ORGANISATION &&
           canonical(world, grant.target) == today;
  });
}

Result<void> may_act(World const& world, Id const& organisation, std::string_view field) {
  switch (world.organisation.load(canonical(world, organisation)).stage) {
    case Stage::ABSENT: return refuse("aggregate.not-found", field);
    case Stage::UNVERIFIED: return refuse("org.unverified", field);
    case Stage::VERIFIED: return {};
    case Stage::MERGED:
    case Stage::CLOSED: return refuse("org.state", field);
  }
  return refuse("org.state", field);
}

Result<void> decide(State const& organisation, RegisterOrganisation::Reader registration,
                    Context const& by, Emit& emit) {
  auto const representative =
      registration.hasRepresentative() ? id_from(registration.getRepresentative()) : by.actor;
  if (organisation.stage != Stage::ABSENT) return refuse("org.exists", "organisation");
  if (auto said = says_its_sector(registration.getSector()); !said) return said;
  if (representative != by.actor && !by.is_staff())
    return refuse("auth.forbidden", "representative");
  if (!account::is_active(by.world, representative))
    return refuse("aggregate.not-found", "representative");
  describe(registration, representative, emit.event<OrganisationRegistered>());
  return {};
}

Result<void> decide(State const& organisation, VerifyOrganisation::Reader verify, Context const&,
                    Emit& emit) {
  if (organisation.stage == Stage::VERIFIED) return {};
  if (auto ready = is_open(organisation); !ready) return ready;
  emit.event<OrganisationVerified>().setOrganisation(verify.getOrganisation());
  return {};
}

Result<void> decide(State const& organisation, ReviseOrganisation::Reader revise, Context const& by,
                    Emit& emit) {
  if (auto ready = is_open(organisation); !ready) return ready;
  if (auto said = says_its_sector(revise.getSector()); !said) return said;
  auto const representative = a_representative(organisation, by.actor);
  if (representative.is_nil() && revise.getContact().size() > 0)
    return refuse("org.last-rep", "contact", "nobody speaks for it");
  describe(revise, representative, emit.event<OrganisationRevised>());
  return {};
}

Result<void> decide(State const& organisation, MergeOrganisation::Reader merge, Context const& by,
                    Emit& emit) {
  auto const self = id_from(merge.getOrganisation());
  auto const into = canonical(by.world, id_from(merge.getInto()));
  auto const target = by.world.organisation.load(into);
  if (organisation.stage == Stage::MERGED && canonical(by.world, self) == into) return {};
  if (into == self) return refuse("org.merge-cycle", "into");
  if (auto ready = is_open(organisation); !ready) return ready;
  if (target.stage == Stage::ABSENT) return refuse("aggregate.not-found", "into");
  if (!target.open()) return refuse("org.state", "into");
  if (organisation.stage == Stage::VERIFIED && target.stage == Stage::UNVERIFIED)
    return refuse("org.unverified", "into", "what is verified goes on as verified");
  auto const both = together(target, organisation);
  if (both.people.size() > limits::organisation_people_max) return refuse("org.limit", "into");

  auto merged = emit.event<OrganisationMerged>();
  merged.setOrganisation(merge.getOrganisation());
  merged.setInto(data_of(into));
  absorb(into, merge.getOrganisation(), both, emit);
  return {};
}

Result<void> decide(State const& organisation, CloseOrganisation::Reader close, Context const&,
                    Emit& emit) {
  if (organisation.stage == Stage::CLOSED) return {};
  if (auto ready = is_open(organisation); !ready) return ready;
  emit.event<OrganisationClosed>().setOrganisation(close.getOrganisation());
  return {};
}

Result<void> decide(State const& organisation, RequestMembership::Reader request, Context const& by,
                    Emit& emit) {
  if (auto ready = is_open(organisation); !ready) return ready;
  if (organisation.standing(by.actor) != Standing::NONE) return {};
  // Who is kept apart hears what anybody may hear, and not why.
  if (organisation.people.size() >= limits::organisation_people_max ||
      nobody_answers(organisation, by.actor, by.world))
    return refuse("org.limit", "organisation");
  emit_about<MembershipRequested>(id_from(request.getOrganisation()), by.actor, emit);
  return {};
}

Result<void> decide(State const& organisation, ApproveMembership::Reader approve, Context const&,
                    Emit& emit) {
  auto const person = id_from(approve.getPerson());
  if (auto ready = is_open(organisation); !ready) return ready;
  if (organisation.standing(person) == Standing::NONE) return refuse("org.no-request", "person");
  if (organisation.standing(person) != Standing::REQUESTED) return {};
  emit_about<MembershipApproved>(id_from(approve.getOrganisation()), person, emit);
  return {};
}

// Possible in a closed one too: nobody is held.
Result<void> decide(State const& organisation, EndMembership::Reader end, Context const& by,
                    Emit& emit) {
  auto const person = person_or_caller(end, by);
  if (organisation.stage == Stage::ABSENT) return refuse("aggregate.not-found", "organisation");
  bool const by_others = by.is_staff() || by.role == Role::ORG_REPRESENTATIVE;
  if (person != by.actor && !by_others) return refuse("auth.forbidden", "person");
  if (organisation.standing(person) == Standing::NONE) return {};
  if (organisation.open() && is_last_representative(organisation, person))
    return refuse("org.last-rep", "person");
  emit_about<MembershipEnded>(id_from(end.getOrganisation()), person, emit);
  return {};
}

Result<void> decide(State const& organisation, AppointRepresentative::Reader appoint,
                    Context const& by, Emit& emit) {
  auto const person = id_from(appoint.getPerson());
  if (auto ready = is_open(organisation); !ready) return ready;
  if (organisation.standing(person) == Standing::REPRESENTATIVE) return {};
  if (organisation.standing(person) != Standing::MEMBER) return refuse("org.not-member", "person");
  if (!account::is_active(by.world, person)) return refuse("account.suspended", "person");
  emit_about<RepresentativeAppointed>(id_from(appoint.getOrganisation()), person, emit);
  return {};
}

Result<void> decide(State const& organisation, DismissRepresentative::Reader dismiss,
                    Context const& by, Emit& emit) {
  auto const person = person_or_caller(dismiss, by);
  if (auto ready = is_open(organisation); !ready) return ready;
  if (organisation.standing(person) != Standing::REPRESENTATIVE) return {};
  if (organisation.representatives() == 1) return refuse("org.last-rep", "person");
  emit_about<RepresentativeDismissed>(id_from(dismiss.getOrganisation()), person, emit);
  return {};
}

void apply(State& organisation, OrganisationRegistered::Reader registered) {
  organisation.stage = Stage::UNVERIFIED;
  place(organisation, id_from(registered.getRepresentative()), Standing::REPRESENTATIVE);
}

void apply(State& organisation, OrganisationVerified::Reader) {
  organisation.stage = Stage::VERIFIED;
}

void apply(State&, OrganisationRevised::Reader) {}

void apply(State& organisation, OrganisationMerged::Reader merged) {
  organisation.stage = Stage::MERGED;
  organisation.into = id_from(merged.getInto());
  organisation.people.clear();
}

void apply(State& organisation, OrganisationClosed::Reader) { organisation.stage = Stage::CLOSED; }

void apply(State& organisation, MembershipRequested::Reader requested) {
  place(organisation, id_from(requested.getPerson()), Standing::REQUESTED);
}

void apply(State& organisation, MembershipApproved::Reader approved) {
  place(organisation, id_from(approved.getPerson()), Standing::MEMBER);
}

void apply(State& organisation, MembershipEnded::Reader ended) {
  auto const person = id_from(ended.getPerson());
  std::erase_if(organisation.people, [&](Person const& known) { return known.id == person; });
}

void apply(State& organisation, RepresentativeAppointed::Reader appointed) {
  place(organisation, id_from(appointed.getPerson()), Standing::REPRESENTATIVE);
}

void apply(State& organisation, RepresentativeDismissed::Reader dismissed) {
  place(organisation, id_from(dismissed.getPerson()), Standing::MEMBER);
}

void apply(State& organisation, OrganisationAbsorbed::Reader absorbed) {
  organisation.people.clear();
  for (auto member : absorbed.getPeople())
    organisation.people.push_back({id_from(member.getPerson()), member.getStanding()});
}

// Also the last one who spoke for it: the hub appoints another one.
void depart(State const& organisation, Id const& id, Id const& person, Context const&, Emit& emit) {
  if (organisation.standing(person) != Standing::NONE)
    emit_about<MembershipEnded>(id, person, emit);
}

}  // namespace core::organisation
