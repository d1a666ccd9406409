// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/work/challenge.hpp"

#include "core/authority.hpp"
#include "core/departing.hpp"
#include "core/dispatch_tables.hpp"
#include "core/limits.hpp"
#include "core/work/challenge_teams.hpp"
#include "core/work/project_rules.hpp"

namespace core::challenge {
namespace {

// Whoever speaks for an organisation, and nobody else, poses something in its name.
template <class Command>
Result<void> may_name(Command command, Context const& by) {
  if (!command.hasOrganisation()) return {};
  auto const organisation = id_from(command.getOrganisation());
  if (by.is_staff() || organisation::represents(by.world, organisation, by.actor)) return {};
  return refuse("auth.forbidden", "organisation");
}

// For themselves members propose a topic; what is confidential, on which terms and for how many is for an organisation or the hub.
template <class Command>
Result<void> says_only_a_topic(Command command, Context const& by) {
  if (command.hasOrganisation() || by.is_staff()) return {};
  for (auto const& [field, said] : {std::pair{"confidential", command.getConfidential().size() > 0},
                                    {"terms", command.getTerms().size() > 0},
                                    {"teamsMax", command.getTeamsMax() > 0}})
    if (said) return refuse("auth.forbidden", field, "for an organisation or the hub to say");
  return {};
}

// A challenge is posed in a programme that has not ended, or in none.
Result<void> may_be_in(Id const& programme, World const& world) {
  if (programme.is_nil()) return {};
  auto const state = world.programme.load(programme);
  if (state.stage == programme::ProgrammeStage::ABSENT)
    return refuse("aggregate.not-found", "programme");
  if (state.over()) return refuse("challenge.state", "programme", "it has ended");
  return {};
}

// The text and the wanted skills that drafting and revising have in common.
template <class Command, class Event>
void describe(Command command, vocabulary::Asked const& asked, Event event) {
  event.setChallenge(command.getChallenge());
  event.setTitle(command.getTitle());
  if (command.getSummary().size() > 0) event.setSummary(command.getSummary());
  event.setContact(command.getContact());
  event.setSector(command.getSector());
  event.setLanguages(command.getLanguages());
  if (command.getConfidential().size() > 0) event.setConfidential(command.getConfidential());
  if (command.getTerms().size() > 0) event.setTerms(command.getTerms());
  event.setGreen(command.getGreen());
  event.setNoTerms(command.getTerms().size() == 0);
  if (command.hasOrganisation()) event.setOrganisation(command.getOrganisation());
  if (command.hasProgramme()) event.setProgramme(command.getProgramme());
  event.setTeamsMax(command.getTeamsMax());
  vocabulary::write(asked, event);
}

// What drafting and revising leave behind alike.
template <class Event>
void told(State& challenge, Event event) {
  challenge.organisation = id_from(event.getOrganisation());
  challenge.programme = id_from(event.getProgramme());
  challenge.terms = !event.getNoTerms();
  challenge.teams_max = event.getTeamsMax();
  challenge.green = event.getGreen();
  challenge.described = true;
}

}  // namespace

Result<void> at(State const& challenge, std::initializer_list<Stage> stages) {
  if (challenge.stage == Stage::ABSENT) return refuse("aggregate.not-found", "challenge");
  if (std::ranges::find(stages, challenge.stage) == stages.end())
    return refuse("challenge.state", "challenge");
  return {};
}

bool may_take(Id const& challenge, Id const& person, World const& world) {
  auto const& taking = schema_tables().of<TakeChallenge>();
  auto const scopes = scopes_of(world, {taking.family, challenge});
  return authorise(world, taking, person, false, scopes).has_value();
}

Result<void> decide(State const& challenge, DraftChallenge::Reader draft, Context const& by,
                    Emit& emit) {
  auto const owner = draft.hasOwner() ? id_from(draft.getOwner()) : by.actor;
  if (challenge.stage != Stage::ABSENT) return refuse("challenge.exists", "challenge");
  if (owner != by.actor && !by.is_staff()) return refuse("auth.forbidden", "owner");
  if (!account::is_active(by.world, owner)) return refuse("aggregate.not-found", "owner");
  if (auto named = may_name(draft, by); !named) return named;
  if (auto said = says_only_a_topic(draft, by); !said) return said;
  if (auto in = may_be_in(id_from(draft.getProgramme()), by.world); !in) return in;
  auto asked = vocabulary::asked(draft.getWanted(), draft.getTopics(), by, emit);
  if (!asked) return asked.error();

  auto drafted = emit.event<ChallengeDrafted>();
  describe(draft, *asked, drafted);
  drafted.setOwner(data_of(owner));
  return {};
}

Result<void> decide(State const& challenge, ReviseChallenge::Reader revise, Context const& by,
                    Emit& emit) {
  if (auto ready = at(challenge, {Stage::DRAFT}); !ready) return ready;
  if (auto named = may_name(revise, by); !named) return named;
  if (auto said = says_only_a_topic(revise, by); !said) return said;
  if (auto in = may_be_in(id_from(revise.getProgramme()), by.world); !in) return in;
  auto asked = vocabulary::asked(revise.getWanted(), revise.getTopics(), by, emit);
  if (!asked) return asked.error();

  auto revised = emit.event<ChallengeRevised>();
  describe(revise, *asked, revised);
  bool const gone = by.world.account.load(challenge.owner).stage == account::Stage::erased;
  revised.setOwner(data_of(gone ? by.actor : challenge.owner));
  return {};
}

Result<void> decide(State const& challenge, SubmitChallenge::Reader submit, Context const&,
                    Emit& emit) {
  if (challenge.stage == Stage::SUBMITTED) return {};
  if (auto ready = at(challenge, {Stage::DRAFT}); !ready) return ready;
  if (!challenge.described)
    return refuse("challenge.incomplete", "title", "revise the proposal first: title and contact");
  emit.event<ChallengeSubmitted>().setChallenge(submit.getChallenge());
  return {};
}

Result<void> decide(State const& challenge, ProposeChallenge::Reader propose, Context const& by,
                    Emit& emit) {
  if (challenge.stage != Stage::ABSENT) return refuse("challenge.exists", "challenge");
  auto proposed = emit.event<ChallengeProposed>();
  proposed.setChallenge(propose.getChallenge());
  proposed.setText(propose.getText());
  if (propose.getContact().size() > 0) proposed.setContact(propose.getContact());
  proposed.setOwner(data_of(by.actor));
  return {};
}

Result<void> decide(State const& challenge, TakeChallenge::Reader take, Context const& by,
                    Emit& emit) {
  auto const desk = take.hasDesk() ? id_from(take.getDesk()) : by.actor;
  if (auto ready = at(challenge, {Stage::SUBMITTED}); !ready) return ready;
  if (!account::is_active(by.world, desk)) return refuse("aggregate.not-found", "desk");
  if (!may_take(id_from(take.getChallenge()), desk, by.world))
    return refuse("auth.forbidden", "desk", "could not take it themselves");
  if (challenge.desk == desk) return {};
  auto taken = emit.event<ChallengeTaken>();
  taken.setChallenge(take.getChallenge());
  taken.setDesk(data_of(desk));
  return {};
}

Result<void> decide(State const& challenge, ReturnChallenge::Reader give_back, Context const&,
                    Emit& emit) {
  if (auto ready = at(challenge, {Stage::SUBMITTED}); !ready) return ready;
  auto returned = emit.event<ChallengeReturned>();
  returned.setChallenge(give_back.getChallenge());
  returned.setReason(give_back.getReason());
  return {};
}

Result<void> decide(State const& challenge, ApproveChallenge::Reader approve, Context const& by,
                    Emit& emit) {
  if (challenge.stage == Stage::APPROVED) return {};
  if (auto ready = at(challenge, {Stage::SUBMITTED}); !ready) return ready;
  if (challenge.owner == by.actor)
    return refuse("auth.forbidden", {}, "nobody approves a challenge of their own");
  emit.event<ChallengeApproved>().setChallenge(approve.getChallenge());
  return {};
}

Result<void> decide(State const& challenge, RejectChallenge::Reader reject, Context const&,
                    Emit& emit) {
  if (auto ready = at(challenge, {Stage::SUBMITTED}); !ready) return ready;
  auto rejected = emit.event<ChallengeRejected>();
  rejected.setChallenge(reject.getChallenge());
  rejected.setReason(reject.getReason());
  return {};
}

Result<void> decide(State const& challenge, PublishChallenge::Reader publish, Context const& by,
                    Emit& emit) {
  auto const& meant = challenge.programme;
  auto const programme = publish.hasProgramme() ? id_from(publish.getProgramme()) : meant;
  if (challenge.stage == Stage::PUBLISHED && programme == meant) return {};
  if (auto ready = at(challenge, {Stage::APPROVED}); !ready) return ready;
  if (!meant.is_nil() && programme != meant)
    return refuse("challenge.other-programme", "programme", "is meant for another");
  if (auto in = may_be_in(programme, by.world); !in) return in;
  if (!challenge.organisation.is_nil())
    if (auto acts = organisation::may_act(by.world, challenge.organisation, "challenge"); !acts)
      return acts;
  auto published = emit.event<ChallengePublished>();
  published.setChallenge(publish.getChallenge());
  if (!programme.is_nil()) published.setProgramme(data_of(programme));
  return {};
}

Result<void> decide(State const& challenge, ClarifyChallenge::Reader clarify, Context const&,
                    Emit& emit) {
  if (auto ready = at(challenge, {Stage::PUBLISHED}); !ready) return ready;
  auto clarified = emit.event<ChallengeClarified>();
  clarified.setChallenge(clarify.getChallenge());
  clarified.setText(clarify.getText());
  return {};
}

Result<void> decide(State const& challenge, AttachDataset::Reader attach, Context const&,
                    Emit& emit) {
  auto const dataset = id_from(attach.getDataset());
  if (auto ready =
          at(challenge, {Stage::DRAFT, Stage::SUBMITTED, Stage::APPROVED, Stage::PUBLISHED});
      !ready)
    return ready;
  if (std::ranges::find(challenge.datasets, dataset) != challenge.datasets.end()) return {};
  if (challenge.datasets.size() >= limits::datasets_max)
    return refuse("challenge.limit", "dataset");
  auto referenced = emit.event<DatasetReferenced>();
  referenced.setChallenge(attach.getChallenge());
  referenced.setDataset(attach.getDataset());
  referenced.setTitle(attach.getTitle());
  referenced.setAddress(attach.getAddress());
  return {};
}

Result<void> decide(State const& challenge, CloseChallenge::Reader close, Context const&,
                    Emit& emit) {
  if (challenge.stage == Stage::CLOSED) return {};
  if (auto ready = at(challenge, {Stage::PUBLISHED}); !ready) return ready;
  emit.event<ChallengeClosed>().setChallenge(close.getChallenge());
  return {};
}

Result<void> decide(State const& challenge, WithdrawChallenge::Reader withdraw, Context const&,
                    Emit& emit) {
  if (challenge.stage == Stage::WITHDRAWN) return {};
  if (auto ready =
          at(challenge, {Stage::DRAFT, Stage::SUBMITTED, Stage::APPROVED, Stage::PUBLISHED});
      !ready)
    return ready;
  emit.event<ChallengeWithdrawn>().setChallenge(withdraw.getChallenge());
  return {};
}

void apply(State& challenge, ChallengeDrafted::Reader drafted) {
  challenge.stage = Stage::DRAFT;
  challenge.owner = id_from(drafted.getOwner());
  told(challenge, drafted);
}

void apply(State& challenge, ChallengeRevised::Reader revised) {
  challenge.owner = id_from(revised.getOwner());
  told(challenge, revised);
}

void apply(State& challenge, ChallengeProposed::Reader proposed) {
  challenge.stage = Stage::DRAFT;
  challenge.owner = id_from(proposed.getOwner());
}

void apply(State& challenge, ChallengeTaken::Reader taken) {
  challenge.desk = id_from(taken.getDesk());
}

void apply(State& challenge, ChallengeSubmitted::Reader) { challenge.stage = Stage::SUBMITTED; }
void apply(State& challenge, ChallengeReturned::Reader) { challenge.stage = Stage::DRAFT; }
void apply(State& challenge, ChallengeApproved::Reader) { challenge.stage = Stage::APPROVED; }
void apply(State& challenge, ChallengeRejected::Reader) { challenge.stage = Stage::REJECTED; }

void apply(State& challenge, ChallengePublished::Reader published) {
  challenge.stage = Stage::PUBLISHED;
  challenge.programme = id_from(published.getProgramme());
}

void apply(State&, ChallengeClarified::Reader) {}
void apply(State& challenge, DatasetReferenced::Reader referenced) {
  challenge.datasets.push_back(id_from(referenced.getDataset()));
}
void apply(State& challenge, ChallengeClosed::Reader) { challenge.stage = Stage::CLOSED; }
void apply(State& challenge, ChallengeWithdrawn::Reader) { challenge.stage = Stage::WITHDRAWN; }
void apply(State& challenge, ChallengeForgotten::Reader) { challenge.stage = Stage::WITHDRAWN; }

void index(World& world, ChallengePublished::Reader published) {
  if (!published.hasProgramme()) return;
  auto const key = key_of(id_from(published.getProgramme()), id_from(published.getChallenge()));
  world.programme_challenges.put(key, there);
}

void each_in(World const& world, Id const& programme, FunctionRef<void(Id const&)> visit) {
  world.programme_challenges.scan_within(programme.view(), [&](Bytes challenge, Bytes) {
    visit(Id::from(challenge));
    return true;
  });
}

// What an organisation states stays. A person's own draft is forgotten, and what still waits for the hub is withdrawn.
void depart(State const& challenge, Id const& id, Id const& person, Context const&, Emit& emit) {
  if (challenge.owner != person || !challenge.organisation.is_nil()) return;
  if (challenge.stage == Stage::DRAFT)
    emit.event_on<ChallengeForgotten>(id).setChallenge(data_of(id));
  if (challenge.stage == Stage::SUBMITTED)
    emit.event_on<ChallengeWithdrawn>(id).setChallenge(data_of(id));
}

}  // namespace core::challenge
