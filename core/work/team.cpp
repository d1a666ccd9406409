// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/work/team.hpp"

#include "core/decide.hpp"
#include "core/limits.hpp"
#include "core/work/joining.hpp"

namespace core::team {
namespace {

std::string_view view(capnp::Text::Reader text) { return {text.cStr(), text.size()}; }

// Every action on a team starts with these rungs: it exists and has not ended.
Result<void> standing(State const& team) {
  if (team.stage == Stage::absent) return refuse("aggregate.not-found", "team");
  if (team.stage == Stage::dissolved) return refuse("team.state", "team", "has been dissolved");
  return {};
}

// The same, and members may come and go.
Result<void> changeable(State const& team) {
  if (auto there = standing(team); !there) return there;
  if (team.locked) return refuse("team.locked", "team");
  return {};
}

// What only the lead decides.
Result<void> leads(State const& team, Context const& by) {
  if (by.actor != team.lead) return refuse("team.not-lead", "team");
  return {};
}

// What the lead decides, or who may step in for one, and says why.
Result<void> leads_or_says_why(State const& team, capnp::Text::Reader reason, Context const& by) {
  if (by.actor == team.lead) return {};
  if (by.role == Role::MEMBER) return refuse("team.not-lead", "team");
  if (reason.size() == 0) return refuse("input.invalid", "reason", "needed unless the lead asks");
  return {};
}

Result<void> on_lookout(State const& team, capnp::Text::Reader reason, Context const& by) {
  if (auto ready = changeable(team); !ready) return ready;
  return leads_or_says_why(team, reason, by);
}

// To each other, two who are kept apart are nobody.
bool may_meet(Id const& a, Id const& b, Context const& by) {
  return !person::apart(by.world, a, b);
}

// A role that somebody wants: none, or one that is open.
Result<void> wanted(State const& team, Id const& role) {
  if (!role.is_nil() && !team.opening(role)) return refuse("aggregate.not-found", "role");
  return {};
}

// An event about somebody and this team.
template <class Event, class Command>
typename Event::Builder about(Command command, Id const& person, Emit& emit) {
  auto event = emit.event<Event>();
  event.setTeam(command.getTeam());
  event.setPerson(data_of(person));
  return event;
}

template <class Event, class Command>
void say_why(Event event, Command command) {
  if (command.getReason().size() > 0) event.setReason(command.getReason());
}

// Whether a founder may found this: a team in a programme that has not ended, or a group in none.
Result<std::uint8_t> size_of(FormTeam::Reader form, Context const& by) {
  bool const group = form.getKind() == TeamKind::EXPERT_GROUP;
  auto const programme = id_from(form.getProgramme());
  if (group != programme.is_nil())
    return refuse("input.invalid", "programme", group ? "a group is in none" : "is missing");
  auto const most = group ? static_cast<std::uint8_t>(limits::team_members_max)
                          : by.world.programme.load(programme).team_size_max;
  if (form.getSizeMax() > most)
    return refuse("input.invalid", "sizeMax", "at most " + std::to_string(most));
  return form.getSizeMax() > 0 ? form.getSizeMax() : most;
}

// Invitations that nobody can accept any more make room.
void expire(State const& team, Invite::Reader invite, Context const& by, Emit& emit) {
  for (auto const& invitation : team.invitations)
    if (invitation.expires < by.now) about<InvitationExpired>(invite, invitation.person, emit);
}

// Whether an invitation says what is wanted: whoever names no date is content with any that has not passed.
bool stands_already(Invitation const& invitation, Invite::Reader invite, Context const& by) {
  bool const as_long = invite.getExpires() == 0 ? invitation.expires >= by.now
                                                : invitation.expires.us == invite.getExpires();
  return as_long && invitation.role == id_from(invite.getRole());
}

std::size_t invitations_left(State const& team, Context const& by) {
  auto const valid = std::ranges::count_if(
      team.invitations, [&](Invitation const& one) { return one.expires >= by.now; });
  return limits::team_invitations_max - static_cast<std::size_t>(valid);
}

// Whether the programme takes what a team hands in now.
Result<void> in_time(State const& team, Context const& by) {
  using programme::ProgrammeStage;
  auto const programme = by.world.programme.load(team.programme);
  if (programme.stage == ProgrammeStage::COMPLETED) return refuse("submission.late", "team");
  if (programme.stage != ProgrammeStage::RUNNING) return refuse("programme.state", "team");
  if (programme.submissions_until.us != 0 && by.now > programme.submissions_until)
    return refuse("submission.late", "team");
  return {};
}

}  // namespace

Result<void> decide(State const& team, FormTeam::Reader form, Context const& by, Emit& emit) {
  if (team.stage != Stage::absent) return refuse("team.exists", "team");
  auto const id = id_from(form.getTeam()), programme = id_from(form.getProgramme());
  if (!account::is_active(by.world, by.actor)) return refuse("aggregate.not-found", "person");
  if (auto may = may_take_part(programme, id, by.actor, "programme", by); !may) return may;
  auto const size_max = size_of(form, by);
  if (!size_max) return size_max.error();

  auto formed = emit.event<TeamFormed>();
  formed.setTeam(form.getTeam());
  formed.setKind(form.getKind());
  formed.setName(form.getName());
  if (form.getAbout().size() > 0) formed.setAbout(form.getAbout());
  formed.setProgramme(data_of(programme));
  formed.setSizeMax(*size_max);
  formed.setLead(data_of(by.actor));
  State founded;
  founded.programme = programme;
  founded.size_max = *size_max;
  join(founded, id, {by.actor, {}, form.getSector(), view(form.getDiscipline())}, by, emit);
  return {};
}

Result<void> decide(State const& team, OpenRole::Reader open, Context const& by, Emit& emit) {
  if (auto ready = on_lookout(team, open.getReason(), by); !ready) return ready;
  if (team.full()) return refuse("team.full", "team");
  auto const term = vocabulary::resolve(open.getSkill(), "skill", by, emit);
  if (!term) return term.error();
  vocabulary::Claimed const skill{*term, open.getSkill().getLevel(), open.getSkill().getWeight(),
                                  open.getSkill().getMust()};
  if (auto const* known = team.opening(id_from(open.getRole())))
    return known->skill.term == skill.term && known->skill.level == skill.level
               ? Result<void>()
               : refuse("team.exists", "role");
  if (team.openings.size() >= limits::team_roles_max) return refuse("team.limit", "role");

  auto opened = emit.event<RoleOpened>();
  opened.setTeam(open.getTeam());
  opened.setRole(open.getRole());
  opened.getSkill().setTerm(data_of(skill.term));
  opened.getSkill().setLevel(skill.level);
  opened.getSkill().setWeight(skill.weight);
  opened.getSkill().setMust(skill.must);
  opened.setCount(std::max<std::uint8_t>(1, open.getCount()));
  if (open.getText().size() > 0) opened.setText(open.getText());
  say_why(opened, open);
  return {};
}

Result<void> decide(State const& team, CloseRole::Reader close, Context const& by, Emit& emit) {
  if (auto ready = on_lookout(team, close.getReason(), by); !ready) return ready;
  auto const role = id_from(close.getRole());
  if (!team.opening(role)) return {};
  say_why(close_role(team, id_from(close.getTeam()), role, RoleEnding::CLOSED, {}, emit), close);
  return {};
}

Result<void> decide(State const& team, Invite::Reader invite, Context const& by, Emit& emit) {
  if (auto ready = changeable(team); !ready) return ready;
  if (auto may = leads(team, by); !may) return may;
  auto const person = id_from(invite.getPerson()), role = id_from(invite.getRole());
  if (team.has(person)) return {};
  if (team.full()) return refuse("team.full", "team");
  if (!account::is_active(by.world, person) || !may_meet(team.lead, person, by))
    return refuse("aggregate.not-found", "person");
  if (auto open = wanted(team, role); !open) return open;
  if (invite.getExpires() != 0 && invite.getExpires() <= by.now.us)
    return refuse("input.invalid", "expires", "has passed");
  auto const* const before = team.invitation(person);
  if (before && stands_already(*before, invite, by)) return {};
  if (!before && invitations_left(team, by) == 0) return refuse("team.limit", "person");

  expire(team, invite, by, emit);
  auto sent = about<InvitationSent>(invite, person, emit);
  if (!role.is_nil()) sent.setRole(data_of(role));
  sent.setExpires(invite.getExpires() != 0 ? invite.getExpires()
                                           : by.now.us + limits::invitation_us);
  if (invite.getMessage().size() > 0) sent.setMessage(invite.getMessage());
  return {};
}

Result<void> decide(State const& team, AcceptInvitation::Reader accept, Context const& by,
                    Emit& emit) {
  if (auto there = standing(team); !there) return there;
  if (team.has(by.actor)) return {};
  auto const* const invitation = team.invitation(by.actor);
  if (team.locked) return refuse("team.locked", "team");
  if (team.full()) return refuse("team.full", "team");
  if (!invitation) return refuse("aggregate.not-found", "team", "no invitation");
  if (invitation->expires < by.now)
    return refuse("team.state", "team", "the invitation has expired");
  auto const id = id_from(accept.getTeam());
  if (auto may = may_join(team, id, by.actor, "team", by); !may) return may;

  about<InvitationAccepted>(accept, by.actor, emit).setLead(data_of(team.lead));
  join(team, id, {by.actor, invitation->role, accept.getSector(), view(accept.getDiscipline())}, by,
       emit);
  return {};
}

Result<void> decide(State const& team, DeclineInvitation::Reader decline, Context const& by,
                    Emit& emit) {
  if (auto there = standing(team); !there) return there;
  if (!team.invitation(by.actor)) return {};
  about<InvitationDeclined>(decline, by.actor, emit).setLead(data_of(team.lead));
  return {};
}

Result<void> decide(State const& team, WithdrawInvitation::Reader withdraw, Context const& by,
                    Emit& emit) {
  if (auto there = standing(team); !there) return there;
  if (auto may = leads(team, by); !may) return may;
  auto const person = id_from(withdraw.getPerson());
  if (team.invitation(person)) about<InvitationWithdrawn>(withdraw, person, emit);
  return {};
}

Result<void> decide(State const& team, RequestJoin::Reader request, Context const& by, Emit& emit) {
  if (auto there = standing(team); !there) return there;
  if (team.has(by.actor)) return {};
  auto const role = id_from(request.getRole());
  auto const* const before = team.request(by.actor);
  if (before && before->role == role) return {};
  if (team.locked) return refuse("team.locked", "team");
  if (auto may = may_join(team, id_from(request.getTeam()), by.actor, "team", by); !may) return may;
  if (auto open = wanted(team, role); !open) return open;
  // Who is kept apart from the lead hears what anybody may hear, and not why.
  bool const full = team.requests.size() >= limits::team_requests_max;
  if ((!before && full) || !may_meet(team.lead, by.actor, by))
    return refuse("team.limit", "team", "has too many requests");

  auto requested = about<JoinRequested>(request, by.actor, emit);
  if (!role.is_nil()) requested.setRole(data_of(role));
  if (request.getMessage().size() > 0) requested.setMessage(request.getMessage());
  requested.setSector(request.getSector());
  requested.setDiscipline(request.getDiscipline());
  requested.setProgramme(data_of(team.programme));
  requested.setLead(data_of(team.lead));
  return {};
}

Result<void> decide(State const& team, AcceptRequest::Reader accept, Context const& by,
                    Emit& emit) {
  if (auto ready = on_lookout(team, accept.getReason(), by); !ready) return ready;
  auto const id = id_from(accept.getTeam()), person = id_from(accept.getPerson());
  if (team.has(person)) return {};
  if (team.full()) return refuse("team.full", "team");
  auto const* const request = team.request(person);
  if (!request) return refuse("aggregate.not-found", "person", "no request");
  if (!account::is_active(by.world, person)) return refuse("aggregate.not-found", "person");
  if (auto may = may_join(team, id, person, "person", by); !may) return may;

  say_why(about<JoinAccepted>(accept, person, emit), accept);
  join(team, id, {person, request->role, request->sector, request->discipline}, by, emit);
  return {};
}

Result<void> decide(State const& team, DeclineRequest::Reader decline, Context const& by,
                    Emit& emit) {
  if (auto there = standing(team); !there) return there;
  if (auto may = leads_or_says_why(team, decline.getReason(), by); !may) return may;
  auto const person = id_from(decline.getPerson());
  if (!team.request(person)) return {};
  auto declined = about<JoinDeclined>(decline, person, emit);
  declined.setProgramme(data_of(team.programme));
  say_why(declined, decline);
  return {};
}

Result<void> decide(State const& team, WithdrawRequest::Reader withdraw, Context const& by,
                    Emit& emit) {
  if (auto there = standing(team); !there) return there;
  if (!team.request(by.actor)) return {};
  withdraw_request(team, id_from(withdraw.getTeam()), by.actor, JoinEnding::BY_PERSON, emit);
  return {};
}

Result<void> decide(State const& team, LeaveTeam::Reader command, Context const& by, Emit& emit) {
  if (team.stage == Stage::dissolved || (team.stage != Stage::absent && !team.has(by.actor)))
    return {};
  if (auto ready = changeable(team); !ready) return ready;
  auto const id = id_from(command.getTeam());
  if (team.members.size() == 1) return dissolve(team, id, {}, by, emit), Result<void>();
  if (team.lead == by.actor) return refuse("team.lead-leaves", "team");
  leave(id, team.programme, by.actor, Parting::LEFT, emit);
  return {};
}

Result<void> decide(State const& team, RemoveMember::Reader remove, Context const& by, Emit& emit) {
  if (auto ready = changeable(team); !ready) return ready;
  if (auto may = leads_or_says_why(team, remove.getReason(), by); !may) return may;
  auto const person = id_from(remove.getPerson());
  if (!team.has(person)) return {};
  if (team.lead == person) return refuse("team.lead-leaves", "person");
  auto removed = about<MemberRemoved>(remove, person, emit);
  removed.setProgramme(data_of(team.programme));
  removed.setReason(remove.getReason());
  return {};
}

Result<void> decide(State const& team, TransferLead::Reader transfer, Context const& by,
                    Emit& emit) {
  if (auto there = standing(team); !there) return there;
  if (auto may = leads_or_says_why(team, transfer.getReason(), by); !may) return may;
  auto const person = transfer.hasPerson() ? id_from(transfer.getPerson()) : next_lead(team, by);
  if (person.is_nil()) return refuse("team.state", "team", "has nobody else");
  if (team.lead == person) return {};
  if (!team.has(person)) return refuse("aggregate.not-found", "person", "is no member");
  if (!account::is_active(by.world, person)) return refuse("aggregate.not-found", "person");
  say_why(about<LeadTransferred>(transfer, person, emit), transfer);
  return {};
}

Result<void> decide(State const& team, LockTeam::Reader lock, Context const&, Emit& emit) {
  if (auto there = standing(team); !there) return there;
  if (!team.locked) emit.event<TeamLocked>().setTeam(lock.getTeam());
  return {};
}

Result<void> decide(State const& team, UnlockTeam::Reader unlock, Context const&, Emit& emit) {
  if (auto there = standing(team); !there) return there;
  if (!team.locked) return {};
  auto unlocked = emit.event<TeamUnlocked>();
  unlocked.setTeam(unlock.getTeam());
  unlocked.setReason(unlock.getReason());
  return {};
}

Result<void> decide(State const& team, Submit::Reader submit, Context const& by, Emit& emit) {
  if (auto there = standing(team); !there) return there;
  if (auto may = leads_or_says_why(team, submit.getReason(), by); !may) return may;
  if (team.programme.is_nil()) return refuse("team.state", "team", "is in no programme");
  if (auto ready = in_time(team, by); !ready) return ready;
  if (team.final && !submit.getFinal())
    return refuse("team.state", "final", "the final result is in; a revision is final too");
  if (submit.getFinal() &&
      team.members.size() < by.world.programme.load(team.programme).team_size_min)
    return refuse("team.state", "team", "has too few members");

  auto made = emit.event<SubmissionMade>();
  made.setTeam(submit.getTeam());
  made.setFinal(submit.getFinal());
  made.setTitle(submit.getTitle());
  if (submit.getSummary().size() > 0) made.setSummary(submit.getSummary());
  if (submit.getLink().size() > 0) made.setLink(submit.getLink());
  made.setProgramme(data_of(team.programme));
  made.setNumber(team.submissions + 1);
  say_why(made, submit);
  return {};
}

Result<void> decide(State const& team, DissolveTeam::Reader command, Context const& by,
                    Emit& emit) {
  if (team.stage == Stage::dissolved) return {};
  if (auto ready = changeable(team); !ready) return ready;
  if (auto may = leads_or_says_why(team, command.getReason(), by); !may) return may;
  dissolve(team, id_from(command.getTeam()), view(command.getReason()), by, emit);
  return {};
}

}  // namespace core::team
