# SPDX-FileCopyrightText: 2026 The Fuge contributors
# SPDX-License-Identifier: EUPL-1.2

@0xf0a3d1c96b7e5e01;
# Problems posed by somebody who can use a solution.

using Cxx = import "/capnp/c++.capnp";
using Fuge = import "fuge.capnp";
$Cxx.namespace("core::challenge");
$Fuge.family(4);
$Fuge.known(de = "Herausforderung", en = "challenge",
    isDe = "Ein Problem, das jemand stellt, der mit einer Lösung etwas anfangen kann.",
    isEn = "A problem posed by somebody who can use a solution.",
    endsDe = "Ein eigener Entwurf wird gelöscht, ein noch nicht geprüfter Vorschlag zurückgezogen. Was eine Organisation stellt, bleibt.",
    endsEn = "A draft of one's own is erased, a proposal not reviewed yet is withdrawn. What an organisation poses stays.");

enum Stage {
  absent @0;
  draft @1;
  submitted @2;
  approved @3;
  rejected @4;
  published @5;
  closed @6;
  withdrawn @7;
}

struct DraftChallenge $Fuge.command(0x0401)
    $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Writes a challenge down; only its author's side and staff see it.
  challenge @0 :Data $Fuge.id("challenge") $Fuge.stream $Fuge.required;
  title @1 :Text $Fuge.max(200) $Fuge.min(1) $Fuge.required;
  summary @2 :Text $Fuge.max(8000);
  contact @3 :Text $Fuge.max(300) $Fuge.min(1) $Fuge.required;
  sector @4 :Fuge.Sector;
  wanted @5 :List(Fuge.SkillClaim) $Fuge.max(50);
  topics @6 :List(Data) $Fuge.id("term") $Fuge.max(30);
  languages @7 :List(Text) $Fuge.language $Fuge.max(16);
  owner @8 :Data $Fuge.id("subject");
  # Whose challenge it is; the caller's own if absent. Only staff may name somebody else.
  confidential @9 :Text $Fuge.max(8000);
  # The part that only those who were accepted for it may read.
  terms @10 :Text $Fuge.max(4000);
  # What becomes of results: to be known before anybody applies.
  green @11 :Bool;
  # Is about sustainability: the fact sheet wants GreenTech found and counted.
  organisation @12 :Data $Fuge.id("organisation");
  # For which it is posed; the caller must represent it.
  programme @13 :Data $Fuge.id("programme");
  # In which it is meant to be published: then its managers approve and publish it, there and nowhere else.
  teamsMax @14 :UInt16 $Fuge.range(min = 0, max = 200);
  # How many teams may work on it; 0: no bound.
}

struct ChallengeDrafted $Fuge.event(0x0401) $Fuge.audience(private)
    $Fuge.says(de = "Entwurf einer Herausforderung: {title}", en = "Draft of a challenge: {title}") {
  challenge @0 :Data $Fuge.id("challenge") $Fuge.owner;
  title @1 :Text $Fuge.sealed(text) $Fuge.searchable(name);
  summary @2 :Text $Fuge.sealed(text) $Fuge.searchable(text);
  contact @3 :Text $Fuge.sealed(person);
  sector @4 :Fuge.Sector;
  wanted @5 :List(Fuge.Skill);
  topics @6 :List(Data) $Fuge.id("term");
  languages @7 :List(Text);
  owner @8 :Data $Fuge.id("subject") $Fuge.subject;
  confidential @9 :Text $Fuge.sealed(text);
  terms @10 :Text $Fuge.sealed(text);
  green @11 :Bool;
  organisation @12 :Data $Fuge.id("organisation");
  programme @13 :Data $Fuge.id("programme");
  teamsMax @14 :UInt16;
  noTerms @15 :Bool;
  # There are none to accept. (Terms are sealed; an event that does not say may have some.)
}

struct ReviseChallenge $Fuge.command(0x0402)
    $Fuge.allow([(role = member, scope = self), (role = orgRepresentative, scope = organisation), (role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Rewrites a challenge that has not been submitted yet.
  challenge @0 :Data $Fuge.id("challenge") $Fuge.stream $Fuge.required;
  title @1 :Text $Fuge.max(200) $Fuge.min(1) $Fuge.required;
  summary @2 :Text $Fuge.max(8000);
  contact @3 :Text $Fuge.max(300) $Fuge.min(1) $Fuge.required;
  sector @4 :Fuge.Sector;
  wanted @5 :List(Fuge.SkillClaim) $Fuge.max(50);
  topics @6 :List(Data) $Fuge.id("term") $Fuge.max(30);
  languages @7 :List(Text) $Fuge.language $Fuge.max(16);
  confidential @8 :Text $Fuge.max(8000);
  terms @9 :Text $Fuge.max(4000);
  green @10 :Bool;
  organisation @11 :Data $Fuge.id("organisation");
  programme @12 :Data $Fuge.id("programme");
  # In which it is meant to be published.
  teamsMax @13 :UInt16 $Fuge.range(min = 0, max = 200);
  # How many teams may work on it; 0: no bound.
}

struct ChallengeRevised $Fuge.event(0x0402) $Fuge.audience(private)
    $Fuge.says(de = "Herausforderung überarbeitet: {title}", en = "Challenge revised: {title}") {
  challenge @0 :Data $Fuge.id("challenge") $Fuge.owner;
  title @1 :Text $Fuge.sealed(text) $Fuge.searchable(name);
  summary @2 :Text $Fuge.sealed(text) $Fuge.searchable(text);
  contact @3 :Text $Fuge.sealed(person);
  sector @4 :Fuge.Sector;
  wanted @5 :List(Fuge.Skill);
  topics @6 :List(Data) $Fuge.id("term");
  languages @7 :List(Text);
  owner @8 :Data $Fuge.id("subject") $Fuge.subject;
  confidential @9 :Text $Fuge.sealed(text);
  terms @10 :Text $Fuge.sealed(text);
  green @11 :Bool;
  organisation @12 :Data $Fuge.id("organisation");
  programme @13 :Data $Fuge.id("programme");
  teamsMax @14 :UInt16;
  noTerms @15 :Bool;
  # There are none to accept. (Terms are sealed; an event that does not say may have some.)
}

struct SubmitChallenge $Fuge.command(0x0403)
    $Fuge.allow([(role = member, scope = self), (role = orgRepresentative, scope = organisation), (role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Hands a draft in for approval.
  challenge @0 :Data $Fuge.id("challenge") $Fuge.stream $Fuge.required;
}

struct ChallengeSubmitted $Fuge.event(0x0403) $Fuge.audience(staff)
    $Fuge.says(de = "Herausforderung eingereicht: {challenge}", en = "Challenge submitted: {challenge}") {
  challenge @0 :Data $Fuge.id("challenge") $Fuge.owner;
}

struct ReturnChallenge $Fuge.command(0x0404)
    $Fuge.allow([(role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Gives a submitted challenge back to its author, with what is missing.
  challenge @0 :Data $Fuge.id("challenge") $Fuge.stream $Fuge.required;
  reason @1 :Text $Fuge.max(2000) $Fuge.min(1) $Fuge.required;
}

struct ChallengeReturned $Fuge.event(0x0404) $Fuge.audience(private)
    $Fuge.says(de = "„{challenge}“ ging zur Überarbeitung zurück.", en = "“{challenge}” was returned for revision.") {
  challenge @0 :Data $Fuge.id("challenge") $Fuge.owner $Fuge.notice(answer);
  reason @1 :Text $Fuge.sealed(text);
}

struct ApproveChallenge $Fuge.command(0x0405)
    $Fuge.allow([(role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Accepts a submitted challenge.
  challenge @0 :Data $Fuge.id("challenge") $Fuge.stream $Fuge.required;
}

struct ChallengeApproved $Fuge.event(0x0405) $Fuge.audience(private)
    $Fuge.says(de = "Herausforderung angenommen: {challenge}", en = "Challenge approved: {challenge}") {
  challenge @0 :Data $Fuge.id("challenge") $Fuge.owner $Fuge.notice(answer);
}

struct RejectChallenge $Fuge.command(0x0406)
    $Fuge.allow([(role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Declines a submitted challenge; the reason is told to its author.
  challenge @0 :Data $Fuge.id("challenge") $Fuge.stream $Fuge.required;
  reason @1 :Text $Fuge.max(2000) $Fuge.min(1) $Fuge.required;
}

struct ChallengeRejected $Fuge.event(0x0406) $Fuge.audience(private)
    $Fuge.says(de = "Herausforderung abgelehnt: {challenge}", en = "Challenge rejected: {challenge}") {
  challenge @0 :Data $Fuge.id("challenge") $Fuge.owner $Fuge.notice(answer);
  reason @1 :Text $Fuge.sealed(text);
}

struct PublishChallenge $Fuge.command(0x0407)
    $Fuge.allow([(role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Shows an approved challenge to everybody, in a programme or on its own.
  challenge @0 :Data $Fuge.id("challenge") $Fuge.stream $Fuge.required;
  programme @1 :Data $Fuge.id("programme");
}

struct ChallengePublished $Fuge.event(0x0407) $Fuge.audience(public)
    $Fuge.says(de = "Neue Herausforderung: {challenge}", en = "New challenge: {challenge}") {
  challenge @0 :Data $Fuge.id("challenge") $Fuge.owner $Fuge.notice(answer);
  programme @1 :Data $Fuge.id("programme");
}

struct ClarifyChallenge $Fuge.command(0x0408)
    $Fuge.allow([(role = member, scope = self), (role = orgRepresentative, scope = organisation), (role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Adds a clarification to a published challenge; nothing else of it changes any more.
  challenge @0 :Data $Fuge.id("challenge") $Fuge.stream $Fuge.required;
  text @1 :Text $Fuge.max(4000) $Fuge.min(1) $Fuge.required;
}

struct ChallengeClarified $Fuge.event(0x0408) $Fuge.audience(public)
    $Fuge.says(de = "Zu „{challenge}“ gibt es eine Ergänzung: {text}", en = "Clarification of “{challenge}”: {text}") {
  challenge @0 :Data $Fuge.id("challenge") $Fuge.owner;
  text @1 :Text $Fuge.sealed(text) $Fuge.searchable(text);
}

struct CloseChallenge $Fuge.command(0x0409)
    $Fuge.allow([(role = member, scope = self), (role = orgRepresentative, scope = organisation), (role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Ends a published challenge.
  challenge @0 :Data $Fuge.id("challenge") $Fuge.stream $Fuge.required;
}

struct ChallengeClosed $Fuge.event(0x0409) $Fuge.audience(public)
    $Fuge.says(de = "„{challenge}“ ist beendet.", en = "“{challenge}” has been closed.") {
  challenge @0 :Data $Fuge.id("challenge") $Fuge.owner $Fuge.notice(answer);
}

struct WithdrawChallenge $Fuge.command(0x040a)
    $Fuge.allow([(role = member, scope = self), (role = orgRepresentative, scope = organisation), (role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Takes a challenge back.
  challenge @0 :Data $Fuge.id("challenge") $Fuge.stream $Fuge.required;
}

struct ChallengeWithdrawn $Fuge.event(0x040a) $Fuge.audience(members)
    $Fuge.says(de = "„{challenge}“ wurde zurückgezogen.", en = "“{challenge}” has been withdrawn.") {
  challenge @0 :Data $Fuge.id("challenge") $Fuge.owner;
}

struct ProposeChallenge $Fuge.command(0x040b) $Fuge.allow([(role = member, scope = tenant)]) {
  # States a challenge in plain words; title and details may follow when it is revised, before it is submitted.
  challenge @0 :Data $Fuge.id("challenge") $Fuge.stream $Fuge.required;
  text @1 :Text $Fuge.max(4000) $Fuge.min(1) $Fuge.required;
  contact @2 :Text $Fuge.max(300);
}

struct ChallengeProposed $Fuge.event(0x040b) $Fuge.audience(private)
    $Fuge.says(de = "Vorschlag für eine Herausforderung: {text}", en = "Proposed as a challenge: {text}") {
  challenge @0 :Data $Fuge.id("challenge") $Fuge.owner;
  text @1 :Text $Fuge.sealed(text);
  contact @2 :Text $Fuge.sealed(person);
  owner @3 :Data $Fuge.id("subject") $Fuge.subject;
}

struct TakeChallenge $Fuge.command(0x040c)
    $Fuge.allow([(role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Says who looks after a submitted challenge until it is approved or not.
  challenge @0 :Data $Fuge.id("challenge") $Fuge.stream $Fuge.required;
  desk @1 :Data $Fuge.id("subject");
  # The caller if absent. Somebody who could take it themselves.
}

struct ChallengeTaken $Fuge.event(0x040c) $Fuge.audience(private)
    $Fuge.says(de = "{desk} kümmert sich um „{challenge}“.", en = "{desk} looks after “{challenge}”.") {
  challenge @0 :Data $Fuge.id("challenge") $Fuge.owner;
  desk @1 :Data $Fuge.id("subject") $Fuge.reaches $Fuge.notice(role);
}

enum TeamStanding {
  # Where a team stands with a challenge.
  none @0;
  applied @1;
  accepted @2;
  declined @3;
}

enum TeamParting {
  # Why a team does not work on a challenge, or ask to, any more.
  byTeam @0;
  worksOnAnother @1;
  teamDissolved @2;
}

struct ApplyTeam $Fuge.command(0x040d) $Fuge.allow([(role = member, scope = tenant)]) {
  # Asks for a team to work on a published challenge. Only the team's lead may.
  challenge @0 :Data $Fuge.id("challenge") $Fuge.stream $Fuge.required;
  team @1 :Data $Fuge.id("team") $Fuge.required;
  acceptsTerms @2 :Bool;
  # The challenge's terms on results; needed where it has any.
  message @3 :Text $Fuge.max(2000);
}

struct TeamApplied $Fuge.event(0x040d) $Fuge.audience(private)
    $Fuge.says(de = "„{team}“ möchte an „{challenge}“ arbeiten.", en = "“{team}” would like to work on “{challenge}”.") {
  challenge @0 :Data $Fuge.id("challenge") $Fuge.owner $Fuge.notice(decision);
  team @1 :Data $Fuge.id("team");
  acceptsTerms @2 :Bool;
  message @3 :Text $Fuge.sealed(text);
  organisation @4 :Data $Fuge.id("organisation") $Fuge.reaches;
}

struct AcceptTeam $Fuge.command(0x040e)
    $Fuge.allow([(role = member, scope = self), (role = orgRepresentative, scope = organisation), (role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Lets a team that has applied work on the challenge: its members read the confidential part. What it has applied for elsewhere ends.
  challenge @0 :Data $Fuge.id("challenge") $Fuge.stream $Fuge.required;
  team @1 :Data $Fuge.id("team") $Fuge.required;
}

struct TeamAccepted $Fuge.event(0x040e) $Fuge.audience(members)
    $Fuge.says(de = "„{team}“ arbeitet jetzt an „{challenge}“.", en = "“{team}” now works on “{challenge}”.") {
  challenge @0 :Data $Fuge.id("challenge") $Fuge.owner;
  team @1 :Data $Fuge.id("team");
  lead @2 :Data $Fuge.id("subject") $Fuge.reaches $Fuge.notice(answer);
}

struct DeclineTeam $Fuge.command(0x040f)
    $Fuge.allow([(role = member, scope = self), (role = orgRepresentative, scope = organisation), (role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Does not let a team that has applied work on the challenge, or no longer; the reason is told to the team.
  challenge @0 :Data $Fuge.id("challenge") $Fuge.stream $Fuge.required;
  team @1 :Data $Fuge.id("team") $Fuge.required;
  reason @2 :Text $Fuge.max(2000) $Fuge.min(1) $Fuge.required;
}

struct TeamDeclined $Fuge.event(0x040f) $Fuge.audience(private)
    $Fuge.says(de = "„{team}“ hat für „{challenge}“ eine Absage bekommen.", en = "“{team}” was declined for “{challenge}”.") {
  challenge @0 :Data $Fuge.id("challenge") $Fuge.owner;
  team @1 :Data $Fuge.id("team");
  lead @2 :Data $Fuge.id("subject") $Fuge.reaches $Fuge.notice(answer);
  was @3 :TeamStanding;
  reason @4 :Text $Fuge.sealed(text);
}

struct WithdrawTeam $Fuge.command(0x0410) $Fuge.allow([(role = member, scope = tenant)]) {
  # Takes a team's application back, or stops working on the challenge. Only the team's lead may.
  challenge @0 :Data $Fuge.id("challenge") $Fuge.stream $Fuge.required;
  team @1 :Data $Fuge.id("team") $Fuge.required;
}

struct TeamWithdrawn $Fuge.event(0x0410) $Fuge.audience(private)
    $Fuge.says(de = "„{team}“ hat sich von „{challenge}“ zurückgezogen.", en = "“{team}” has withdrawn from “{challenge}”.") {
  challenge @0 :Data $Fuge.id("challenge") $Fuge.owner;
  team @1 :Data $Fuge.id("team");
  lead @2 :Data $Fuge.id("subject") $Fuge.reaches $Fuge.notice(answer);
  organisation @3 :Data $Fuge.id("organisation") $Fuge.reaches;
  was @4 :TeamStanding;
  parting @5 :TeamParting;
}

struct AttachDataset $Fuge.command(0x0411)
    $Fuge.allow([(role = member, scope = self), (role = orgRepresentative, scope = organisation), (role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Names data that helps to solve the challenge, such as an entry of an open-data catalogue.
  challenge @0 :Data $Fuge.id("challenge") $Fuge.stream $Fuge.required;
  dataset @1 :Data $Fuge.id("dataset") $Fuge.required;
  title @2 :Text $Fuge.max(200) $Fuge.min(1) $Fuge.required;
  address @3 :Text $Fuge.max(1000) $Fuge.min(1) $Fuge.required $Fuge.format(link);
}

struct DatasetReferenced $Fuge.event(0x0411) $Fuge.audience(private)
    $Fuge.says(de = "Neue Daten zu „{challenge}“: {title}", en = "New data for “{challenge}”: {title}") {
  challenge @0 :Data $Fuge.id("challenge") $Fuge.owner;
  dataset @1 :Data $Fuge.id("dataset");
  title @2 :Text $Fuge.sealed(text);
  address @3 :Text $Fuge.sealed(text);
}

struct ChallengeForgotten $Fuge.event(0x0412) $Fuge.audience(private)
    $Fuge.says(de = "Ein Entwurf wurde mit seiner Person gelöscht.", en = "A draft was erased with its person.") {
  # A draft that nobody else has seen is erased with its owner.
  challenge @0 :Data $Fuge.id("challenge") $Fuge.destroys(text);
}

struct Dataset {
  title @0 :Text;
  address @1 :Text;
}

struct Candidate {
  # A team that works on a challenge or would like to.
  team @0 :Data $Fuge.id("team");
  name @1 :Text;
  standing @2 :TeamStanding;
  message @3 :Text;
  reason @4 :Text;
  # Why it was declined. Message and reason are for the challenge's side and the team.
  appliedPosition @5 :UInt64;
}

struct GetChallenge $Fuge.query(0x0401) $Fuge.allow([(role = anonymous, scope = tenant), (role = member, scope = tenant), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # One challenge, as the asking person may see it.
  challenge @0 :Data $Fuge.id("challenge") $Fuge.required;
  atLeast @1 :UInt64;
}

struct GetChallengeReply {
  challenge @0 :Data $Fuge.id("challenge");
  title @1 :Text;
  summary @2 :Text;
  contact @3 :Text;
  # Whom to ask before one applies: to whoever is signed in and not kept apart from its owner.
  sector @4 :Fuge.Sector;
  wanted @5 :List(Fuge.Skill);
  topics @6 :List(Data) $Fuge.id("term");
  languages @7 :List(Text);
  stage @8 :Stage;
  clarifications @9 :List(Text);
  version @10 :UInt64;
  proposal @11 :Text;
  # In its author's plain words, as long as nothing else is told.
  confidential @12 :Text;
  # Only to the challenge's side, which is its owner, who represents its organisation, who runs its programme and staff, and to members of the teams that work on it, as long as they do.
  terms @13 :Text;
  green @14 :Bool;
  organisation @15 :Data $Fuge.id("organisation");
  desk @16 :Data $Fuge.id("subject");
  # Who looks after it while it waits; to the challenge's side.
  reason @17 :Text;
  # Why it was last returned or rejected; to the challenge's side.
  programme @18 :Data $Fuge.id("programme");
  teamsMax @19 :UInt16;
  # 0: no bound.
  teamsAccepted @20 :UInt16;
  teams @21 :List(Candidate);
  # All of them to the challenge's side, to members of a team their own, to whoever is signed in those that were accepted.
  datasets @22 :List(Dataset);
}

struct Waiting {
  # A challenge that was submitted and has no answer yet.
  challenge @0 :Data $Fuge.id("challenge");
  title @1 :Text;
  programme @2 :Data $Fuge.id("programme");
  organisation @3 :Data $Fuge.id("organisation");
  desk @4 :Data $Fuge.id("subject");
  submittedPosition @5 :UInt64;
}

struct ListWaiting $Fuge.query(0x0402) $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # The challenges that the caller may approve or reject, the first submitted first: to programme managers and administration all, to who runs a programme those that are meant for it.
  after @0 :Data $Fuge.id("challenge");
  # The last challenge of the page before.
  limit @1 :UInt16 $Fuge.range(min = 0, max = 100);
  # 0 means 20.
  atLeast @2 :UInt64;
}

struct ListWaitingReply {
  position @0 :UInt64;
  items @1 :List(Waiting);
  total @2 :UInt64;
}
