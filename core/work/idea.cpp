// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/work/idea.hpp"

#include "core/departing.hpp"
#include "core/limits.hpp"
#include "core/work/project_founding.hpp"

namespace core::idea {
namespace {

using Ids = std::vector<Id>;

// Every action on an idea starts with these two rungs: it exists, and stands where the action makes sense.
Result<void> at(State const& idea, std::initializer_list<IdeaStage> stages) {
  if (idea.stage == IdeaStage::ABSENT) return refuse("aggregate.not-found", "idea");
  if (std::ranges::find(stages, idea.stage) == stages.end()) return refuse("idea.state", "idea");
  return {};
}

bool alive(IdeaStage stage) {
  return stage == IdeaStage::SUBMITTED || stage == IdeaStage::ACCEPTED;
}

template <class Command>
Result<void> may_count(Command command, Context const& by) {
  return tenant::may_count(by.world, id_from(command.getMeasure()),
                           id_from(command.getSecondMeasure()));
}

// Whether an idea goes on under the measures that it has already: then nobody asks whether they are still open to new ones.
bool same_measures(State const& idea, ReviseIdea::Reader revise) {
  return id_from(revise.getMeasure()) == idea.measure &&
         id_from(revise.getSecondMeasure()) == idea.second_measure;
}

// What drafting and revising have in common.
template <class Command, class Event>
void describe(Command command, vocabulary::Asked const& asked, Event event) {
  event.setIdea(command.getIdea());
  event.setTitle(command.getTitle());
  if (command.getSummary().size() > 0) event.setSummary(command.getSummary());
  event.setMeasure(command.getMeasure());
  if (command.hasSecondMeasure()) event.setSecondMeasure(command.getSecondMeasure());
  if (command.getDistrict().size() > 0) event.setDistrict(command.getDistrict());
  vocabulary::write(asked, event);
  event.setGreen(command.getGreen());
}

// For which of these ideas somebody's endorsement stands.
Ids endorsed(World const& world, Ids const& ideas, Id const& person) {
  Ids given;
  for (auto const& idea : ideas)
    if (world.idea_endorsements.find(key_of(idea, person))) given.push_back(idea);
  return given;
}

Ids with_absorbed(Id const& id, State const& idea) {
  Ids all = idea.absorbed;
  all.insert(all.begin(), id);
  return all;
}

void take_back(Id const& idea, Id const& person, Ids const& given, Emit& emit) {
  if (given.empty()) return;
  auto withdrawn = emit.event_on<EndorsementWithdrawn>(idea);
  withdrawn.setIdea(data_of(idea));
  withdrawn.setPerson(data_of(person));
  vocabulary::write(given, withdrawn.initGiven(static_cast<unsigned>(given.size())));
}

}  // namespace

Result<void> decide(State const& idea, DraftIdea::Reader draft, Context const& by, Emit& emit) {
  auto const author = draft.hasAuthor() ? id_from(draft.getAuthor()) : by.actor;
  if (idea.stage != IdeaStage::ABSENT) return refuse("idea.exists", "idea");
  if (author != by.actor && !by.is_staff()) return refuse("auth.forbidden", "author");
  if (!account::is_active(by.world, author)) return refuse("aggregate.not-found", "author");
  if (auto may = may_count(draft, by); !may) return may;
  auto asked = vocabulary::asked(draft.getWanted(), draft.getTopics(), by, emit);
  if (!asked) return asked.error();

  auto drafted = emit.event<IdeaDrafted>();
  describe(draft, *asked, drafted);
  drafted.setAuthor(data_of(author));
  return {};
}

Result<void> decide(State const& idea, ReviseIdea::Reader revise, Context const& by, Emit& emit) {
  if (auto ready = at(idea, {IdeaStage::DRAFT, IdeaStage::SUBMITTED}); !ready) return ready;
  if (!idea.is_author(by.actor) && !by.is_staff()) return refuse("auth.forbidden", "idea");
  if (idea.stage == IdeaStage::SUBMITTED && id_from(revise.getMeasure()) != idea.measure)
    return refuse("idea.state", "measure", "a submitted idea counts for the measure it named");
  if (idea.stage == IdeaStage::SUBMITTED &&
      id_from(revise.getSecondMeasure()) != idea.second_measure)
    return refuse("idea.state", "secondMeasure");
  if (!same_measures(idea, revise))
    if (auto may = may_count(revise, by); !may) return may;
  auto asked = vocabulary::asked(revise.getWanted(), revise.getTopics(), by, emit);
  if (!asked) return asked.error();

  auto revised = emit.event<IdeaRevised>();
  describe(revise, *asked, revised);
  revised.setAuthor(data_of(idea.author));
  return {};
}

Result<void> decide(State const& idea, SubmitIdea::Reader submit, Context const&, Emit& emit) {
  if (idea.stage == IdeaStage::SUBMITTED) return {};
  if (auto ready = at(idea, {IdeaStage::DRAFT}); !ready) return ready;
  auto submitted = emit.event<IdeaSubmitted>();
  submitted.setIdea(submit.getIdea());
  submitted.setMeasure(data_of(idea.measure));
  if (!idea.second_measure.is_nil()) submitted.setSecondMeasure(data_of(idea.second_measure));
  return {};
}

Result<void> decide(State const& idea, AddCoAuthor::Reader add, Context const& by, Emit& emit) {
  auto const person = id_from(add.getPerson());
  if (auto ready = at(idea, {IdeaStage::DRAFT, IdeaStage::SUBMITTED, IdeaStage::ACCEPTED}); !ready)
    return ready;
  if (idea.is_author(person) || idea.has_invited(person)) return {};
  if (!account::is_active(by.world, person) ||
      (!by.is_staff() && person::apart(by.world, by.actor, person)))
    return refuse("aggregate.not-found", "person");
  if (idea.co_authors.size() + idea.invited.size() >= limits::co_authors_max)
    return refuse("idea.limit", "person");

  auto invited = emit.event<CoAuthorInvited>();
  invited.setIdea(add.getIdea());
  invited.setPerson(data_of(person));
  return {};
}

Result<void> decide(State const& idea, AcceptCoAuthorship::Reader accept, Context const& by,
                    Emit& emit) {
  if (auto ready = at(idea, {IdeaStage::DRAFT, IdeaStage::SUBMITTED, IdeaStage::ACCEPTED}); !ready)
    return ready;
  if (idea.is_author(by.actor)) return {};
  if (!idea.has_invited(by.actor)) return refuse("idea.not-invited", "idea");

  auto const id = id_from(accept.getIdea());
  auto added = emit.event<CoAuthorAdded>();
  added.setIdea(accept.getIdea());
  added.setPerson(data_of(by.actor));
  take_back(id, by.actor, endorsed(by.world, with_absorbed(id, idea), by.actor), emit);
  return {};
}

Result<void> decide(State const& idea, DeclineCoAuthorship::Reader decline, Context const& by,
                    Emit& emit) {
  if (idea.stage == IdeaStage::ABSENT) return refuse("aggregate.not-found", "idea");
  if (idea.author == by.actor) return refuse("idea.own", "idea", "an author withdraws the idea");
  if (!idea.is_author(by.actor) && !idea.has_invited(by.actor)) return {};
  auto declined = emit.event<CoAuthorDeclined>();
  declined.setIdea(decline.getIdea());
  declined.setPerson(data_of(by.actor));
  return {};
}

Result<void> decide(State const& idea, EndorseIdea::Reader endorse, Context const& by, Emit& emit) {
  auto const id = id_from(endorse.getIdea());
  if (auto ready = at(idea, {IdeaStage::SUBMITTED, IdeaStage::ACCEPTED}); !ready) return ready;
  if (idea.is_author(by.actor)) return refuse("idea.own", "idea");
  if (!endorsed(by.world, with_absorbed(id, idea), by.actor).empty())
    return refuse("idea.already-endorsed", "idea");

  auto given = emit.event<IdeaEndorsed>();
  given.setIdea(endorse.getIdea());
  given.setPerson(data_of(by.actor));
  return {};
}

Result<void> decide(State const& idea, UnendorseIdea::Reader unendorse, Context const& by,
                    Emit& emit) {
  auto const id = id_from(unendorse.getIdea());
  if (auto ready = at(idea, {IdeaStage::SUBMITTED, IdeaStage::ACCEPTED}); !ready) return ready;
  take_back(id, by.actor, endorsed(by.world, with_absorbed(id, idea), by.actor), emit);
  return {};
}

Result<void> decide(State const& idea, MergeIdea::Reader merge, Context const& by, Emit& emit) {
  auto const id = id_from(merge.getIdea()), into = id_from(merge.getInto());
  if (idea.stage == IdeaStage::MERGED && idea.became == into) return {};
  if (auto ready = at(idea, {IdeaStage::SUBMITTED, IdeaStage::ACCEPTED}); !ready) return ready;
  if (into == id) return refuse("idea.merge-cycle", "into");
  auto const survivor = by.world.idea.load(into);
  if (survivor.stage == IdeaStage::ABSENT) return refuse("aggregate.not-found", "into");
  if (!alive(survivor.stage)) return refuse("idea.state", "into");
  auto const joining = with_absorbed(id, idea);
  if (survivor.absorbed.size() + joining.size() > limits::absorbed_max)
    return refuse("idea.limit", "into");

  auto merged = emit.event<IdeaMerged>();
  merged.setIdea(merge.getIdea());
  merged.setInto(merge.getInto());
  auto absorbed = emit.event_on<IdeaAbsorbed>(into);
  absorbed.setIdea(merge.getInto());
  vocabulary::write(joining, absorbed.initAbsorbed(static_cast<unsigned>(joining.size())));
  // Nobody endorses an idea of their own, also not by way of another.
  auto authors = survivor.co_authors;
  authors.push_back(survivor.author);
  for (auto const& author : authors)
    take_back(into, author, endorsed(by.world, joining, author), emit);
  return {};
}

Result<void> decide(State const& idea, AcceptIdea::Reader accept, Context const& by, Emit& emit) {
  if (idea.stage == IdeaStage::ACCEPTED) return {};
  if (auto ready = at(idea, {IdeaStage::SUBMITTED}); !ready) return ready;
  if (idea.is_author(by.actor))
    return refuse("auth.forbidden", "idea", "nobody accepts an idea of their own");
  auto accepted = emit.event<IdeaAccepted>();
  accepted.setIdea(accept.getIdea());
  if (accept.getAnswer().size() > 0) accepted.setAnswer(accept.getAnswer());
  return {};
}

Result<void> decide(State const& idea, DeclineIdea::Reader decline, Context const&, Emit& emit) {
  if (auto ready = at(idea, {IdeaStage::SUBMITTED}); !ready) return ready;
  auto declined = emit.event<IdeaDeclined>();
  declined.setIdea(decline.getIdea());
  declined.setAnswer(decline.getAnswer());
  declined.setSpam(decline.getSpam());
  return {};
}

Result<void> decide(State const& idea, ConvertToProject::Reader convert, Context const& by,
                    Emit& emit) {
  auto const project = id_from(convert.getProject());
  if (idea.stage == IdeaStage::CONVERTED && idea.became == project) return {};
  if (auto ready = at(idea, {IdeaStage::ACCEPTED}); !ready) return ready;
  if (convert.hasLead() && id_from(convert.getLead()) != idea.author && !by.is_staff())
    return refuse("auth.forbidden", "lead");

  project::Founding founding;
  founding.project = project;
  founding.title = convert.getTitle();
  founding.summary = convert.getSummary();
  founding.measure = idea.measure;
  founding.second_measure = idea.second_measure;
  founding.origin = project::ProjectOrigin::IDEA;
  founding.origin_id = id_from(convert.getIdea());
  founding.green = idea.green;
  founding.lead = convert.hasLead() ? id_from(convert.getLead()) : idea.author;
  founding.members.push_back(idea.author);
  for (auto const& author : idea.co_authors) founding.members.push_back(author);
  std::erase_if(founding.members,
                [&](Id const& person) { return !account::is_active(by.world, person); });
  if (auto founded = project::found(founding, "project", by, emit); !founded) return founded;

  auto converted = emit.event<IdeaConverted>();
  converted.setIdea(convert.getIdea());
  converted.setProject(convert.getProject());
  return {};
}

Result<void> decide(State const& idea, WithdrawIdea::Reader withdraw, Context const&, Emit& emit) {
  if (idea.stage == IdeaStage::WITHDRAWN) return {};
  if (auto ready = at(idea, {IdeaStage::DRAFT, IdeaStage::SUBMITTED, IdeaStage::ACCEPTED}); !ready)
    return ready;
  emit.event<IdeaWithdrawn>().setIdea(withdraw.getIdea());
  return {};
}

void apply(State& idea, IdeaDrafted::Reader drafted) {
  idea.stage = IdeaStage::DRAFT;
  idea.green = drafted.getGreen();
  idea.author = id_from(drafted.getAuthor());
  idea.measure = id_from(drafted.getMeasure());
  idea.second_measure = id_from(drafted.getSecondMeasure());
}

void apply(State& idea, IdeaRevised::Reader revised) {
  idea.green = revised.getGreen();
  idea.measure = id_from(revised.getMeasure());
  idea.second_measure = id_from(revised.getSecondMeasure());
}

void apply(State& idea, IdeaSubmitted::Reader) { idea.stage = IdeaStage::SUBMITTED; }

void apply(State& idea, CoAuthorInvited::Reader invited) {
  idea.invited.push_back(id_from(invited.getPerson()));
}

void apply(State& idea, CoAuthorAdded::Reader added) {
  std::erase(idea.invited, id_from(added.getPerson()));
  idea.co_authors.push_back(id_from(added.getPerson()));
}

void apply(State& idea, CoAuthorDeclined::Reader declined) {
  std::erase(idea.invited, id_from(declined.getPerson()));
  std::erase(idea.co_authors, id_from(declined.getPerson()));
}

void apply(State&, IdeaEndorsed::Reader) {}
void apply(State&, EndorsementWithdrawn::Reader) {}

void apply(State& idea, IdeaMerged::Reader merged) {
  idea.stage = IdeaStage::MERGED;
  idea.became = id_from(merged.getInto());
}

void apply(State& idea, IdeaAbsorbed::Reader absorbed) {
  for (auto one : absorbed.getAbsorbed()) idea.absorbed.push_back(id_from(one));
}

void apply(State& idea, IdeaAccepted::Reader) { idea.stage = IdeaStage::ACCEPTED; }
void apply(State& idea, IdeaDeclined::Reader) { idea.stage = IdeaStage::DECLINED; }

void apply(State& idea, IdeaConverted::Reader converted) {
  idea.stage = IdeaStage::CONVERTED;
  idea.became = id_from(converted.getProject());
}

void apply(State& idea, IdeaWithdrawn::Reader) { idea.stage = IdeaStage::WITHDRAWN; }
void apply(State& idea, IdeaForgotten::Reader) { idea.stage = IdeaStage::WITHDRAWN; }

void index(World& world, IdeaEndorsed::Reader endorsed) {
  world.idea_endorsements.put(key_of(id_from(endorsed.getIdea()), id_from(endorsed.getPerson())),
                              there);
}

void index(World& world, EndorsementWithdrawn::Reader withdrawn) {
  for (auto idea : withdrawn.getGiven())
    world.idea_endorsements.erase(key_of(id_from(idea), id_from(withdrawn.getPerson())));
}

// A draft that only its author knows is forgotten with them. What others have seen or wrote with them stays, without the name.
void depart(State const& idea, Id const& id, Id const& person, Context const&, Emit& emit) {
  if (idea.author != person && (idea.is_author(person) || idea.has_invited(person))) {
    auto declined = emit.event_on<CoAuthorDeclined>(id);
    declined.setIdea(data_of(id));
    declined.setPerson(data_of(person));
  }
  bool const known_to_nobody = idea.author == person && idea.co_authors.empty();
  if (known_to_nobody && idea.stage == IdeaStage::DRAFT)
    emit.event_on<IdeaForgotten>(id).setIdea(data_of(id));
}

}  // namespace core::idea
