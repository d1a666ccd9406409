// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/people/profile.hpp"

#include "core/departing.hpp"
#include "core/limits.hpp"

namespace core::profile {
namespace {

using vocabulary::Claimed;

// Every action on a profile starts with this rung: it exists.
Result<void> there(State const& profile) {
  if (profile.stage == Stage::absent) return refuse("aggregate.not-found", "profile");
  return {};
}

std::vector<Claimed>& skills(State& profile, Direction direction) {
  return direction == Direction::HAVE ? profile.offers : profile.needs;
}
std::vector<Claimed> const& skills(State const& profile, Direction direction) {
  return direction == Direction::HAVE ? profile.offers : profile.needs;
}

void withdraw(capnp::Data::Reader profile, Direction direction, Id const& term, Emit& emit) {
  auto withdrawn = emit.event<SkillWithdrawn>();
  withdrawn.setProfile(profile);
  withdrawn.setDirection(direction);
  withdrawn.setTerm(data_of(term));
}

// The describing fields that creating and revising have in common.
template <class Command, class Event>
void describe(Command command, Event event) {
  event.setProfile(command.getProfile());
  event.setDisplayName(command.getDisplayName());
  if (command.getHeadline().size() > 0) event.setHeadline(command.getHeadline());
  if (command.getAbout().size() > 0) event.setAbout(command.getAbout());
  if (command.getContact().size() > 0) event.setContact(command.getContact());
  event.setSector(command.getSector());
  event.setKinds(command.getKinds());
  if (command.getDistrict().size() > 0) event.setDistrict(command.getDistrict());
  if (command.getDiscipline().size() > 0) event.setDiscipline(command.getDiscipline());
}

bool has(State const& profile, Id const& post) {
  return std::ranges::find(profile.posts, post) != profile.posts.end();
}

// What offering and asking for something have in common.
template <class Event, class Command>
Result<void> post(State const& profile, Command command, Context const& by, Emit& emit) {
  if (auto ready = there(profile); !ready) return ready;
  if (has(profile, id_from(command.getPost()))) return refuse("profile.exists", "post");
  if (command.getUntil() != 0 && command.getUntil() <= by.now.us)
    return refuse("input.invalid", "until", "has passed");
  if (profile.posts.size() >= limits::posts_max) return refuse("profile.limit", "post");
  auto skills = vocabulary::resolve(command.getSkills(), "skills", by, emit);
  if (!skills) return skills.error();

  auto posted = emit.event<Event>();
  posted.setProfile(command.getProfile());
  posted.setPost(command.getPost());
  posted.setTitle(command.getTitle());
  if (command.getText().size() > 0) posted.setText(command.getText());
  vocabulary::write(*skills, posted.initSkills(static_cast<unsigned>(skills->size())));
  posted.setUntil(command.getUntil());
  return {};
}

}  // namespace

Result<void> decide(State const& profile, CreateProfile::Reader create, Context const& by,
                    Emit& emit) {
  if (profile.stage != Stage::absent) return refuse("profile.exists", "profile");
  auto offers = vocabulary::resolve(create.getOffers(), "offers", by, emit);
  if (!offers) return offers.error();
  auto needs = vocabulary::resolve(create.getNeeds(), "needs", by, emit);
  if (!needs) return needs.error();
  auto topics = vocabulary::topics(create.getTopics(), by);
  if (!topics) return topics.error();

  auto created = emit.event<ProfileCreated>();
  describe(create, created);
  created.setLanguages(create.getLanguages());
  created.setHoursPerWeek(create.getHoursPerWeek());
  vocabulary::write(*offers, created.initOffers(static_cast<unsigned>(offers->size())));
  vocabulary::write(*needs, created.initNeeds(static_cast<unsigned>(needs->size())));
  vocabulary::write(*topics, created.initTopics(static_cast<unsigned>(topics->size())));
  return {};
}

Result<void> decide(State const& profile, ReviseProfile::Reader revise, Context const&,
                    Emit& emit) {
  if (auto ready = there(profile); !ready) return ready;
  describe(revise, emit.event<ProfileRevised>());
  return {};
}

Result<void> decide(State const& profile, DeclareSkill::Reader declare, Context const& by,
                    Emit& emit) {
  if (auto ready = there(profile); !ready) return ready;
  auto const claim = declare.getSkill();
  auto const& present = skills(profile, declare.getDirection());
  auto term = vocabulary::resolve(claim, "skill", by, emit, present);
  if (!term) return term.error();
  auto const same = vocabulary::meaning(present, *term, by.world);
  if (same.empty() && present.size() >= limits::skills_max) return refuse("profile.limit", "skill");

  for (auto const& old : same)  // From before it was merged.
    if (old != *term) withdraw(declare.getProfile(), declare.getDirection(), old, emit);
  auto declared = emit.event<SkillDeclared>();
  declared.setProfile(declare.getProfile());
  declared.setDirection(declare.getDirection());
  auto skill = declared.initSkill();
  skill.setTerm(data_of(*term));
  skill.setLevel(claim.getLevel());
  skill.setWeight(claim.getWeight());
  skill.setMust(claim.getMust());
  return {};
}

Result<void> decide(State const& profile, WithdrawSkill::Reader take_back, Context const& by,
                    Emit& emit) {
  if (auto ready = there(profile); !ready) return ready;
  auto const& present = skills(profile, take_back.getDirection());
  for (auto const& term : vocabulary::meaning(present, id_from(take_back.getTerm()), by.world))
    withdraw(take_back.getProfile(), take_back.getDirection(), term, emit);
  return {};
}

Result<void> decide(State const& profile, DeclareInterests::Reader declare, Context const& by,
                    Emit& emit) {
  if (auto ready = there(profile); !ready) return ready;
  auto topics = vocabulary::topics(declare.getTopics(), by);
  if (!topics) return topics.error();
  auto declared = emit.event<InterestsDeclared>();
  declared.setProfile(declare.getProfile());
  vocabulary::write(*topics, declared.initTopics(static_cast<unsigned>(topics->size())));
  return {};
}

Result<void> decide(State const& profile, SetAvailability::Reader set, Context const&, Emit& emit) {
  if (auto ready = there(profile); !ready) return ready;
  if (set.getUntil() != 0 && set.getUntil() < set.getFrom())
    return refuse("input.invalid", "until", "before it begins");
  auto availability = emit.event<AvailabilitySet>();
  availability.setProfile(set.getProfile());
  availability.setHoursPerWeek(set.getHoursPerWeek());
  availability.setFrom(set.getFrom());
  availability.setUntil(set.getUntil());
  return {};
}

Result<void> decide(State const& profile, SetLanguages::Reader set, Context const&, Emit& emit) {
  if (auto ready = there(profile); !ready) return ready;
  auto languages = emit.event<LanguagesSet>();
  languages.setProfile(set.getProfile());
  languages.setLanguages(set.getLanguages());
  return {};
}

Result<void> decide(State const& profile, SetVisibility::Reader set, Context const&, Emit& emit) {
  if (auto ready = there(profile); !ready) return ready;
  auto visibility = emit.event<VisibilitySet>();
  visibility.setProfile(set.getProfile());
  visibility.setFields(set.getFields());
  return {};
}

Result<void> decide(State const& profile, ListProfile::Reader list, Context const& by, Emit& emit) {
  if (auto ready = there(profile); !ready) return ready;
  auto const account = by.world.account.load(id_from(list.getProfile()));
  if (!account.consents_to(account::Purpose::DIRECTORY))
    return refuse("consent.missing", {}, "consent \"directory\"");
  if (profile.stage == Stage::listed) return {};
  emit.event<ProfileListed>().setProfile(list.getProfile());
  return {};
}

Result<void> decide(State const& profile, HideProfile::Reader hide, Context const&, Emit& emit) {
  if (auto ready = there(profile); !ready) return ready;
  if (profile.stage != Stage::listed) return {};
  emit.event<ProfileHidden>().setProfile(hide.getProfile());
  return {};
}

Result<void> decide(State const& profile, PauseMatching::Reader pause, Context const&, Emit& emit) {
  if (auto ready = there(profile); !ready) return ready;
  if (profile.paused) return {};
  emit.event<MatchingPaused>().setProfile(pause.getProfile());
  return {};
}

Result<void> decide(State const& profile, ResumeMatching::Reader resume, Context const&,
                    Emit& emit) {
  if (auto ready = there(profile); !ready) return ready;
  if (!profile.paused) return {};
  emit.event<MatchingResumed>().setProfile(resume.getProfile());
  return {};
}

Result<void> decide(State const& profile, PostOffer::Reader offer, Context const& by, Emit& emit) {
  return post<OfferPosted>(profile, offer, by, emit);
}

Result<void> decide(State const& profile, PostNeed::Reader need, Context const& by, Emit& emit) {
  return post<NeedPosted>(profile, need, by, emit);
}

Result<void> decide(State const& profile, ClosePost::Reader close, Context const&, Emit& emit) {
  if (auto ready = there(profile); !ready) return ready;
  if (!has(profile, id_from(close.getPost()))) return {};
  auto closed = emit.event<PostClosed>();
  closed.setProfile(close.getProfile());
  closed.setPost(close.getPost());
  return {};
}

void apply(State& profile, ProfileCreated::Reader created) {
  profile.stage = Stage::draft;
  profile.offers = vocabulary::read(created.getOffers());
  profile.needs = vocabulary::read(created.getNeeds());
}

void apply(State&, ProfileRevised::Reader) {}

void apply(State& profile, SkillDeclared::Reader declared) {
  auto const skill = declared.getSkill();
  auto& present = skills(profile, declared.getDirection());
  Claimed const claim{id_from(skill.getTerm()), skill.getLevel(), skill.getWeight(),
                      skill.getMust()};
  auto const known = std::ranges::find(present, claim.term, &Claimed::term);
  if (known == present.end()) present.push_back(claim);
  else *known = claim;
}

void apply(State& profile, SkillWithdrawn::Reader withdrawn) {
  auto const term = id_from(withdrawn.getTerm());
  std::erase_if(skills(profile, withdrawn.getDirection()),
                [&](Claimed const& claim) { return claim.term == term; });
}

void apply(State&, InterestsDeclared::Reader) {}
void apply(State&, AvailabilitySet::Reader) {}
void apply(State&, LanguagesSet::Reader) {}
void apply(State&, VisibilitySet::Reader) {}
void apply(State& profile, ProfileListed::Reader) { profile.stage = Stage::listed; }
void apply(State& profile, ProfileHidden::Reader) { profile.stage = Stage::hidden; }
void apply(State& profile, MatchingPaused::Reader) { profile.paused = true; }
void apply(State& profile, MatchingResumed::Reader) { profile.paused = false; }

void apply(State& profile, OfferPosted::Reader posted) {
  profile.posts.push_back(id_from(posted.getPost()));
}
void apply(State& profile, NeedPosted::Reader posted) {
  profile.posts.push_back(id_from(posted.getPost()));
}
void apply(State& profile, PostClosed::Reader closed) {
  std::erase(profile.posts, id_from(closed.getPost()));
}

// The rest goes with the key: ExecuteErasure has taken it out of the directory.
void depart(State const& profile, Id const& id, Id const& person, Context const&, Emit& emit) {
  if (id != person) return;
  for (auto const& post : profile.posts) {
    auto closed = emit.event_on<PostClosed>(id);
    closed.setProfile(data_of(id));
    closed.setPost(data_of(post));
  }
}

}  // namespace core::profile
