# SPDX-FileCopyrightText: 2026 The Fuge contributors
# SPDX-License-Identifier: EUPL-1.2

@0xf0a3d1c96b7e6b01;
# Teams of a programme and standing expert groups: who is in, whom they still look for, who would like to join.

using Cxx = import "/capnp/c++.capnp";
using Fuge = import "fuge.capnp";
using Challenge = import "challenge.capnp";
using Programme = import "programme.capnp";
$Cxx.namespace("core::team");
$Fuge.family(17);
$Fuge.known(de = "Team", en = "team",
    isDe = "Menschen, die in einem Programm zusammen etwas machen, oder eine ständige Fachgruppe.",
    isEn = "People who do something together in a programme, or a standing expert group.",
    endsDe = "Mitgliedschaften, Anfragen und Einladungen enden. Die Leitung geht an das dienstälteste Mitglied, ein Team ohne andere endet.",
    endsEn = "Memberships, requests and invitations end. The lead goes to the longest member; a team without others ends.");

enum TeamKind {
  team @0;
  # Of a programme.
  expertGroup @1;
  # A standing circle of several disciplines, of no programme.
}

enum RoleEnding {
  # Why nobody is looked for any more.
  closed @0;
  filled @1;
  teamFull @2;
}

enum JoinEnding {
  # Why a request to join is no more.
  byPerson @0;
  joinedAnother @1;
  roleClosed @2;
  roleFilled @3;
  teamFull @4;
  teamDissolved @5;
  notEnrolled @6;
}

enum Parting {
  # Why somebody is no member any more.
  left @0;
  dissolved @1;
  notEnrolled @2;
}

struct FormTeam $Fuge.command(0x1101)
    $Fuge.allow([(role = member, scope = tenant)]) {
  # Founds a team in a programme, or an expert group; who founds it is its lead and first member.
  team @0 :Data $Fuge.id("team") $Fuge.stream $Fuge.required;
  kind @1 :TeamKind;
  name @2 :Text $Fuge.max(120) $Fuge.min(1) $Fuge.required;
  about @3 :Text $Fuge.max(4000);
  programme @4 :Data $Fuge.id("programme");
  # Needed for a team, not for an expert group.
  sizeMax @5 :UInt8 $Fuge.range(min = 0, max = 50);
  # The most members; 0: as many as the programme allows.
  sector @6 :Fuge.Sector;
  discipline @7 :Text $Fuge.max(80);
  # What the person brings along: counted, and told without a name.
}

struct TeamFormed $Fuge.event(0x1101) $Fuge.audience(members)
    $Fuge.says(de = "Neues Team: {name}", en = "New team: {name}") {
  team @0 :Data $Fuge.id("team") $Fuge.owner;
  kind @1 :TeamKind;
  name @2 :Text $Fuge.sealed(text) $Fuge.searchable(name);
  about @3 :Text $Fuge.sealed(text) $Fuge.searchable(text);
  programme @4 :Data $Fuge.id("programme");
  sizeMax @5 :UInt8;
  lead @6 :Data $Fuge.id("subject") $Fuge.subject;
}

struct OpenRole $Fuge.command(0x1102)
    $Fuge.allow([(role = teamLead, scope = team), (role = member, scope = team), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Says whom the team still looks for. Only its lead may, or hub administration, for a reason.
  team @0 :Data $Fuge.id("team") $Fuge.stream $Fuge.required;
  role @1 :Data $Fuge.id("role") $Fuge.required;
  skill @2 :Fuge.SkillClaim $Fuge.required;
  count @3 :UInt8 $Fuge.range(min = 0, max = 50);
  # How many; 0 means one.
  text @4 :Text $Fuge.max(1000);
  reason @5 :Text $Fuge.max(2000);
  # Needed unless the lead asks.
}

struct RoleOpened $Fuge.event(0x1102) $Fuge.audience(members)
    $Fuge.says(de = "„{team}“ sucht: {skill}", en = "“{team}” looks for: {skill}") {
  team @0 :Data $Fuge.id("team") $Fuge.owner;
  role @1 :Data $Fuge.id("role");
  skill @2 :Fuge.Skill;
  count @3 :UInt8;
  text @4 :Text $Fuge.sealed(text);
  reason @5 :Text $Fuge.sealed(text);
}

struct CloseRole $Fuge.command(0x1103)
    $Fuge.allow([(role = teamLead, scope = team), (role = member, scope = team), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Looks for nobody in that role any more; requests for it end. Only the lead may, or hub administration, for a reason.
  team @0 :Data $Fuge.id("team") $Fuge.stream $Fuge.required;
  role @1 :Data $Fuge.id("role") $Fuge.required;
  reason @2 :Text $Fuge.max(2000);
  # Needed unless the lead asks.
}

struct RoleClosed $Fuge.event(0x1103) $Fuge.audience(members)
    $Fuge.says(de = "„{team}“ hat eine offene Rolle geschlossen.", en = "“{team}” has closed an open role.") {
  team @0 :Data $Fuge.id("team") $Fuge.owner;
  role @1 :Data $Fuge.id("role");
  ending @2 :RoleEnding;
  reason @3 :Text $Fuge.sealed(text);
}

struct Invite $Fuge.command(0x1104)
    $Fuge.allow([(role = teamLead, scope = team), (role = member, scope = team)]) {
  # Invites a person, until a date. Only the lead may. Again with another date or role: changes the invitation.
  team @0 :Data $Fuge.id("team") $Fuge.stream $Fuge.required;
  person @1 :Data $Fuge.id("subject") $Fuge.required;
  role @2 :Data $Fuge.id("role");
  expires @3 :Int64 $Fuge.instant;
  # Two weeks from now if absent.
  message @4 :Text $Fuge.max(2000);
}

struct InvitationSent $Fuge.event(0x1104) $Fuge.audience(private)
    $Fuge.says(de = "Einladung in das Team „{team}“", en = "Invitation to the team “{team}”") {
  team @0 :Data $Fuge.id("team");
  person @1 :Data $Fuge.id("subject") $Fuge.subject $Fuge.notice(invitation);
  role @2 :Data $Fuge.id("role");
  expires @3 :Int64 $Fuge.instant;
  message @4 :Text $Fuge.sealed(person);
}

struct AcceptInvitation $Fuge.command(0x1105)
    $Fuge.allow([(role = member, scope = tenant)]) {
  # Joins a team that has invited the caller. When it takes the last seat, all other invitations end.
  team @0 :Data $Fuge.id("team") $Fuge.stream $Fuge.required;
  sector @1 :Fuge.Sector;
  discipline @2 :Text $Fuge.max(80);
  # What the person brings along: counted, and told without a name.
}

struct InvitationAccepted $Fuge.event(0x1105) $Fuge.audience(private)
    $Fuge.says(de = "Einladung angenommen: {team}", en = "Invitation accepted: {team}") {
  team @0 :Data $Fuge.id("team") $Fuge.notice(answer);
  person @1 :Data $Fuge.id("subject") $Fuge.subject;
  lead @2 :Data $Fuge.id("subject") $Fuge.reaches;
}

struct DeclineInvitation $Fuge.command(0x1106)
    $Fuge.allow([(role = member, scope = tenant)]) {
  # Does not join a team that has invited the caller.
  team @0 :Data $Fuge.id("team") $Fuge.stream $Fuge.required;
}

struct InvitationDeclined $Fuge.event(0x1106) $Fuge.audience(private)
    $Fuge.says(de = "Einladung abgelehnt: {team}", en = "Invitation declined: {team}") {
  team @0 :Data $Fuge.id("team") $Fuge.notice(answer);
  person @1 :Data $Fuge.id("subject") $Fuge.subject;
  lead @2 :Data $Fuge.id("subject") $Fuge.reaches;
}

struct WithdrawInvitation $Fuge.command(0x1107)
    $Fuge.allow([(role = teamLead, scope = team), (role = member, scope = team)]) {
  # Takes an invitation back. Only the lead may.
  team @0 :Data $Fuge.id("team") $Fuge.stream $Fuge.required;
  person @1 :Data $Fuge.id("subject") $Fuge.required;
}

struct InvitationWithdrawn $Fuge.event(0x1107) $Fuge.audience(private)
    $Fuge.says(de = "Einladung zurückgezogen: {team}", en = "Invitation withdrawn: {team}") {
  team @0 :Data $Fuge.id("team");
  person @1 :Data $Fuge.id("subject") $Fuge.subject $Fuge.notice(invitation);
}

struct InvitationExpired $Fuge.event(0x1108) $Fuge.audience(private)
    $Fuge.says(de = "Einladung abgelaufen: {team}", en = "Invitation expired: {team}") {
  team @0 :Data $Fuge.id("team");
  person @1 :Data $Fuge.id("subject") $Fuge.subject $Fuge.notice(invitation);
}

struct InvitationClosed $Fuge.event(0x1115) $Fuge.audience(private) $Fuge.byItself
    $Fuge.says(de = "Der Platz ist vergeben: Die Einladung von „{team}“ gilt nicht mehr.", en = "The place is taken: the invitation of “{team}” no longer stands.") {
  team @0 :Data $Fuge.id("team");
  person @1 :Data $Fuge.id("subject") $Fuge.subject $Fuge.notice(invitation);
}

struct RequestJoin $Fuge.command(0x1109)
    $Fuge.allow([(role = member, scope = tenant)]) {
  # Asks to join a team, in one of its roles or in none. Again with another role: changes the request.
  team @0 :Data $Fuge.id("team") $Fuge.stream $Fuge.required;
  role @1 :Data $Fuge.id("role");
  message @2 :Text $Fuge.max(2000);
  sector @3 :Fuge.Sector;
  discipline @4 :Text $Fuge.max(80);
  # What the person brings along: counted, and told without a name.
}

struct JoinRequested $Fuge.event(0x1109) $Fuge.audience(private)
    $Fuge.says(de = "Anfrage an das Team „{team}“", en = "Request to join the team “{team}”") {
  team @0 :Data $Fuge.id("team") $Fuge.notice(decision);
  person @1 :Data $Fuge.id("subject") $Fuge.subject;
  role @2 :Data $Fuge.id("role");
  message @3 :Text $Fuge.sealed(person);
  sector @4 :Fuge.Sector;
  discipline @5 :Text;
  programme @6 :Data $Fuge.id("programme");
  lead @7 :Data $Fuge.id("subject") $Fuge.reaches;
}

struct AcceptRequest $Fuge.command(0x110a)
    $Fuge.allow([(role = teamLead, scope = team), (role = member, scope = team), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Takes somebody in who has asked. Only the lead may, or hub administration, for a reason. Requests end that can no longer be met: those of the person to other teams of the programme, those for a role that is filled, all when the team is full.
  team @0 :Data $Fuge.id("team") $Fuge.stream $Fuge.required;
  person @1 :Data $Fuge.id("subject") $Fuge.required;
  reason @2 :Text $Fuge.max(2000);
  # Needed unless the lead asks.
}

struct JoinAccepted $Fuge.event(0x110a) $Fuge.audience(private)
    $Fuge.says(de = "Anfrage angenommen: {team}", en = "Request accepted: {team}") {
  team @0 :Data $Fuge.id("team");
  person @1 :Data $Fuge.id("subject") $Fuge.subject $Fuge.notice(answer);
  reason @2 :Text $Fuge.sealed(person);
}

struct DeclineRequest $Fuge.command(0x110b)
    $Fuge.allow([(role = teamLead, scope = team), (role = member, scope = team), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Does not take somebody in who has asked. Only the lead may, or hub administration, for a reason.
  team @0 :Data $Fuge.id("team") $Fuge.stream $Fuge.required;
  person @1 :Data $Fuge.id("subject") $Fuge.required;
  reason @2 :Text $Fuge.max(2000);
  # Needed unless the lead asks.
}

struct JoinDeclined $Fuge.event(0x110b) $Fuge.audience(private)
    $Fuge.says(de = "Anfrage abgelehnt: {team}", en = "Request declined: {team}") {
  team @0 :Data $Fuge.id("team");
  person @1 :Data $Fuge.id("subject") $Fuge.subject $Fuge.notice(answer);
  programme @2 :Data $Fuge.id("programme");
  reason @3 :Text $Fuge.sealed(person);
}

struct WithdrawRequest $Fuge.command(0x110c)
    $Fuge.allow([(role = member, scope = tenant)]) {
  # Takes the caller's request to join back.
  team @0 :Data $Fuge.id("team") $Fuge.stream $Fuge.required;
}

struct JoinWithdrawn $Fuge.event(0x110c) $Fuge.audience(private)
    $Fuge.says(de = "Anfrage beendet: {team}", en = "Request ended: {team}") {
  team @0 :Data $Fuge.id("team");
  person @1 :Data $Fuge.id("subject") $Fuge.subject $Fuge.notice(answer);
  programme @2 :Data $Fuge.id("programme");
  ending @3 :JoinEnding;
  lead @4 :Data $Fuge.id("subject") $Fuge.reaches;
}

struct MemberJoined $Fuge.event(0x110d) $Fuge.audience(members)
    $Fuge.says(de = "{person} ist jetzt im Team „{team}“.", en = "{person} is in the team “{team}” now.") {
  team @0 :Data $Fuge.id("team");
  person @1 :Data $Fuge.id("subject") $Fuge.subject;
  programme @2 :Data $Fuge.id("programme");
  role @3 :Data $Fuge.id("role");
  sector @4 :Fuge.Sector;
  discipline @5 :Text;
  status @6 :Programme.EnrolmentStatus;
}

struct LeaveTeam $Fuge.command(0x110e)
    $Fuge.allow([(role = member, scope = tenant)]) {
  # Leaves a team. The last member dissolves it by leaving; a lead of others hands over first.
  team @0 :Data $Fuge.id("team") $Fuge.stream $Fuge.required;
}

struct MemberLeft $Fuge.event(0x110e) $Fuge.audience(members)
    $Fuge.says(de = "{person} hat das Team „{team}“ verlassen.", en = "{person} has left the team “{team}”.") {
  team @0 :Data $Fuge.id("team");
  person @1 :Data $Fuge.id("subject") $Fuge.subject;
  programme @2 :Data $Fuge.id("programme");
  parting @3 :Parting;
}

struct RemoveMember $Fuge.command(0x110f)
    $Fuge.allow([(role = teamLead, scope = team), (role = member, scope = team), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Takes a member out, for a reason. Only the lead may, or hub administration.
  team @0 :Data $Fuge.id("team") $Fuge.stream $Fuge.required;
  person @1 :Data $Fuge.id("subject") $Fuge.required;
  reason @2 :Text $Fuge.max(2000) $Fuge.min(1) $Fuge.required;
}

struct MemberRemoved $Fuge.event(0x110f) $Fuge.audience(private)
    $Fuge.says(de = "Nicht mehr im Team: {team}", en = "No longer in the team: {team}") {
  team @0 :Data $Fuge.id("team");
  person @1 :Data $Fuge.id("subject") $Fuge.subject $Fuge.notice(role);
  programme @2 :Data $Fuge.id("programme");
  reason @3 :Text $Fuge.sealed(person);
}

struct TransferLead $Fuge.command(0x1110)
    $Fuge.allow([(role = teamLead, scope = team), (role = member, scope = team), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Makes another member the lead. Only the lead may, or hub administration, for a reason.
  team @0 :Data $Fuge.id("team") $Fuge.stream $Fuge.required;
  person @1 :Data $Fuge.id("subject");
  # Who has been a member longest, if absent.
  reason @2 :Text $Fuge.max(2000);
  # Needed unless the lead asks.
}

struct LeadTransferred $Fuge.event(0x1110) $Fuge.audience(members)
    $Fuge.says(de = "{person} leitet jetzt das Team „{team}“.", en = "{person} now leads the team “{team}”.") {
  team @0 :Data $Fuge.id("team") $Fuge.owner;
  person @1 :Data $Fuge.id("subject") $Fuge.subject $Fuge.notice(role);
  reason @2 :Text $Fuge.sealed(text);
}

struct LockTeam $Fuge.command(0x1111)
    $Fuge.allow([(role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Freezes who is in the team.
  team @0 :Data $Fuge.id("team") $Fuge.stream $Fuge.required;
}

struct TeamLocked $Fuge.event(0x1111) $Fuge.audience(members)
    $Fuge.says(de = "Die Besetzung von „{team}“ steht fest.", en = "The members of “{team}” are settled.") {
  team @0 :Data $Fuge.id("team") $Fuge.owner;
}

struct UnlockTeam $Fuge.command(0x1112)
    $Fuge.allow([(role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Lets members come and go again.
  team @0 :Data $Fuge.id("team") $Fuge.stream $Fuge.required;
  reason @1 :Text $Fuge.max(2000) $Fuge.min(1) $Fuge.required;
}

struct TeamUnlocked $Fuge.event(0x1112) $Fuge.audience(members)
    $Fuge.says(de = "Die Besetzung von „{team}“ ist wieder offen.", en = "The members of “{team}” may change again.") {
  team @0 :Data $Fuge.id("team") $Fuge.owner;
  reason @1 :Text $Fuge.sealed(text);
}

struct Submit $Fuge.command(0x1113)
    $Fuge.allow([(role = teamLead, scope = team), (role = member, scope = team), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Hands in what the team has made, before the deadline. Only the lead may, or hub administration, for a reason. Again: revises it; a final result stays final.
  team @0 :Data $Fuge.id("team") $Fuge.stream $Fuge.required;
  final @1 :Bool;
  title @2 :Text $Fuge.max(200) $Fuge.min(1) $Fuge.required;
  summary @3 :Text $Fuge.max(8000);
  link @4 :Text $Fuge.max(1000) $Fuge.format(link);
  reason @5 :Text $Fuge.max(2000);
  # Needed unless the lead asks.
}

struct SubmissionMade $Fuge.event(0x1113) $Fuge.audience(members)
    $Fuge.says(de = "„{team}“ hat abgegeben: {title}", en = "“{team}” has handed in: {title}") {
  team @0 :Data $Fuge.id("team") $Fuge.owner;
  final @1 :Bool;
  title @2 :Text $Fuge.sealed(text) $Fuge.searchable(text);
  summary @3 :Text $Fuge.sealed(text) $Fuge.searchable(text);
  link @4 :Text $Fuge.sealed(text);
  programme @5 :Data $Fuge.id("programme");
  number @6 :UInt32;
  # Of this team, from 1.
  reason @7 :Text $Fuge.sealed(text);
}

struct DissolveTeam $Fuge.command(0x1114)
    $Fuge.allow([(role = teamLead, scope = team), (role = member, scope = team), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Ends a team: its members leave, its requests end. Only the lead may, or hub administration, for a reason.
  team @0 :Data $Fuge.id("team") $Fuge.stream $Fuge.required;
  reason @1 :Text $Fuge.max(2000);
  # Needed unless the lead asks.
}

struct TeamDissolved $Fuge.event(0x1114) $Fuge.audience(members)
    $Fuge.says(de = "„{team}“ wurde aufgelöst.", en = "“{team}” has been dissolved.") {
  team @0 :Data $Fuge.id("team") $Fuge.owner;
  programme @1 :Data $Fuge.id("programme");
  reason @2 :Text $Fuge.sealed(text);
}

enum TeamStage {
  forming @0;
  complete @1;
  # Every seat is taken.
  locked @2;
  dissolved @3;
}

struct TeamMember {
  person @0 :Data $Fuge.id("subject");
  displayName @1 :Text;
  role @2 :Data $Fuge.id("role");
  sector @3 :Fuge.Sector;
  discipline @4 :Text;
  status @5 :Programme.EnrolmentStatus;
}

struct OpenSeat {
  role @0 :Data $Fuge.id("role");
  skill @1 :Fuge.Skill;
  left @2 :UInt8;
  # How many are still looked for.
  text @3 :Text;
}

struct Asker {
  # Somebody who would like to join, or has been invited.
  person @0 :Data $Fuge.id("subject");
  displayName @1 :Text;
  role @2 :Data $Fuge.id("role");
  message @3 :Text;
  expires @4 :Int64 $Fuge.instant;
}

struct ChallengeSought {
  # A challenge that a team works on or has applied for.
  challenge @0 :Data $Fuge.id("challenge");
  title @1 :Text;
  standing @2 :Challenge.TeamStanding;
}

struct GetTeam $Fuge.query(0x1101)
    $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # One team. Requests and invitations are shown to its lead, to who runs the programme, and to whom they are about.
  team @0 :Data $Fuge.id("team") $Fuge.required;
  atLeast @1 :UInt64;
}

struct GetTeamReply {
  position @0 :UInt64;
  team @1 :Data $Fuge.id("team");
  kind @2 :TeamKind;
  stage @3 :TeamStage;
  name @4 :Text;
  about @5 :Text;
  programme @6 :Data $Fuge.id("programme");
  lead @7 :Data $Fuge.id("subject");
  sizeMax @8 :UInt8;
  members @9 :List(TeamMember);
  roles @10 :List(OpenSeat);
  requests @11 :List(Asker);
  invitations @12 :List(Asker);
  submissions @13 :UInt32;
  final @14 :Bool;
  title @15 :Text;
  summary @16 :Text;
  link @17 :Text;
  # Of what was handed in last.
  version @18 :UInt64;
  challenge @19 :Data $Fuge.id("challenge");
  # That the team works on.
  challengeTitle @20 :Text;
  applications @21 :List(ChallengeSought);
  # To its members and to who runs the programme.
}

struct TeamItem {
  team @0 :Data $Fuge.id("team");
  kind @1 :TeamKind;
  stage @2 :TeamStage;
  name @3 :Text;
  programme @4 :Data $Fuge.id("programme");
  members @5 :UInt8;
  sizeMax @6 :UInt8;
  roles @7 :List(OpenSeat);
  formedPosition @8 :UInt64;
  challenge @9 :Data $Fuge.id("challenge");
  # That the team works on.
}

struct SearchTeam $Fuge.query(0x1102)
    $Fuge.allow([(role = member, scope = tenant), (role = operator, scope = tenant)]) {
  # Teams and expert groups that pass every filter given, the last formed first; dissolved ones are left out.
  programme @0 :Data $Fuge.id("programme");
  kinds @1 :List(TeamKind) $Fuge.max(8);
  skills @2 :List(Data) $Fuge.id("term") $Fuge.max(16);
  # Any of them is still looked for.
  open @3 :Bool;
  # Only those that somebody may still join.
  after @4 :Data $Fuge.id("team");
  # The last team of the page before.
  limit @5 :UInt16 $Fuge.range(min = 0, max = 100);
  # 0 means 20.
  atLeast @6 :UInt64;
}

struct SearchTeamReply {
  position @0 :UInt64;
  items @1 :List(TeamItem);
  total @2 :UInt64;
}
