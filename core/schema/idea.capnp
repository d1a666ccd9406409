# SPDX-FileCopyrightText: 2026 The Fuge contributors
# SPDX-License-Identifier: EUPL-1.2

@0xf0a3d1c96b7e6901;
# Ideas: proposed solutions or topics by anybody, endorsed by others, answered by the hub.

using Cxx = import "/capnp/c++.capnp";
using Fuge = import "fuge.capnp";
$Cxx.namespace("core::idea");
$Fuge.family(15);
$Fuge.known(de = "Idee", en = "idea",
    isDe = "Ein Vorschlag, den andere unterstützen und aus dem ein Projekt werden kann.",
    isEn = "A proposal that others may endorse and that may become a project.",
    endsDe = "Ein eigener Entwurf wird gelöscht, Mitautorschaften enden. Was eingereicht wurde, bleibt ohne den Namen.",
    endsEn = "A draft of one's own is erased, co-authorships end. What was submitted stays, without the name.");

enum IdeaStage {
  absent @0;
  draft @1;
  submitted @2;
  accepted @3;
  declined @4;
  merged @5;
  converted @6;
  withdrawn @7;
}

struct DraftIdea $Fuge.command(0x0f01)
    $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Writes an idea down; until it is submitted its authors see it, and staff.
  idea @0 :Data $Fuge.id("idea") $Fuge.stream $Fuge.required;
  title @1 :Text $Fuge.max(200) $Fuge.min(1) $Fuge.required;
  summary @2 :Text $Fuge.max(8000);
  measure @3 :Data $Fuge.id("measure") $Fuge.required;
  # The funded measure that the idea counts for.
  secondMeasure @4 :Data $Fuge.id("measure");
  # Another one that it touches; never the same.
  district @5 :Text $Fuge.max(60);
  # Where in the city, if anywhere.
  wanted @6 :List(Fuge.SkillClaim) $Fuge.max(50);
  topics @7 :List(Data) $Fuge.id("term") $Fuge.max(30);
  green @8 :Bool;
  # It serves sustainability.
  author @9 :Data $Fuge.id("subject");
  # Whose idea it is; the caller's own if absent. Only staff may name somebody else.
}

struct IdeaDrafted $Fuge.event(0x0f01) $Fuge.audience(private)
    $Fuge.says(de = "Entwurf einer Idee: {title}", en = "Draft of an idea: {title}") {
  idea @0 :Data $Fuge.id("idea") $Fuge.owner;
  title @1 :Text $Fuge.sealed(text) $Fuge.searchable(name);
  summary @2 :Text $Fuge.sealed(text) $Fuge.searchable(text);
  measure @3 :Data $Fuge.id("measure");
  secondMeasure @4 :Data $Fuge.id("measure");
  district @5 :Text;
  wanted @6 :List(Fuge.Skill);
  topics @7 :List(Data) $Fuge.id("term");
  green @8 :Bool;
  author @9 :Data $Fuge.id("subject") $Fuge.subject;
}

struct ReviseIdea $Fuge.command(0x0f02)
    $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Rewrites an idea that nobody has answered yet. Once it is submitted its measures stay.
  idea @0 :Data $Fuge.id("idea") $Fuge.stream $Fuge.required;
  title @1 :Text $Fuge.max(200) $Fuge.min(1) $Fuge.required;
  summary @2 :Text $Fuge.max(8000);
  measure @3 :Data $Fuge.id("measure") $Fuge.required;
  secondMeasure @4 :Data $Fuge.id("measure");
  district @5 :Text $Fuge.max(60);
  wanted @6 :List(Fuge.SkillClaim) $Fuge.max(50);
  topics @7 :List(Data) $Fuge.id("term") $Fuge.max(30);
  green @8 :Bool;
}

struct IdeaRevised $Fuge.event(0x0f02) $Fuge.audience(private)
    $Fuge.says(de = "Idee überarbeitet: {title}", en = "Idea revised: {title}") {
  idea @0 :Data $Fuge.id("idea") $Fuge.owner;
  title @1 :Text $Fuge.sealed(text) $Fuge.searchable(name);
  summary @2 :Text $Fuge.sealed(text) $Fuge.searchable(text);
  measure @3 :Data $Fuge.id("measure");
  secondMeasure @4 :Data $Fuge.id("measure");
  district @5 :Text;
  wanted @6 :List(Fuge.Skill);
  topics @7 :List(Data) $Fuge.id("term");
  green @8 :Bool;
  author @9 :Data $Fuge.id("subject") $Fuge.subject;
}

struct SubmitIdea $Fuge.command(0x0f03)
    $Fuge.allow([(role = member, scope = self), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Shows an idea to everybody, and asks for an answer.
  idea @0 :Data $Fuge.id("idea") $Fuge.stream $Fuge.required;
}

struct IdeaSubmitted $Fuge.event(0x0f03) $Fuge.audience(public)
    $Fuge.says(de = "Neue Idee: {idea}", en = "New idea: {idea}") {
  idea @0 :Data $Fuge.id("idea") $Fuge.owner;
  measure @1 :Data $Fuge.id("measure");
  secondMeasure @2 :Data $Fuge.id("measure");
}

struct AddCoAuthor $Fuge.command(0x0f04)
    $Fuge.allow([(role = member, scope = self), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Asks somebody to be named as co-author; they are one when they have accepted.
  idea @0 :Data $Fuge.id("idea") $Fuge.stream $Fuge.required;
  person @1 :Data $Fuge.id("subject") $Fuge.required;
}

struct CoAuthorInvited $Fuge.event(0x0f04) $Fuge.audience(private)
    $Fuge.says(de = "Als Mitautor:in angefragt: {idea}", en = "Asked to be co-author: {idea}") {
  idea @0 :Data $Fuge.id("idea");
  person @1 :Data $Fuge.id("subject") $Fuge.subject $Fuge.notice(invitation);
}

struct AcceptCoAuthorship $Fuge.command(0x0f05)
    $Fuge.allow([(role = member, scope = tenant)]) {
  # Says yes to being named as co-author. One's endorsement of the idea ends with it.
  idea @0 :Data $Fuge.id("idea") $Fuge.stream $Fuge.required;
}

struct CoAuthorAdded $Fuge.event(0x0f05) $Fuge.audience(private)
    $Fuge.says(de = "Mitautor:in geworden: {idea}", en = "Became co-author: {idea}") {
  idea @0 :Data $Fuge.id("idea") $Fuge.notice(answer);
  person @1 :Data $Fuge.id("subject") $Fuge.subject;
}

struct DeclineCoAuthorship $Fuge.command(0x0f06)
    $Fuge.allow([(role = member, scope = tenant)]) {
  # Says no to being named as co-author, or ends it.
  idea @0 :Data $Fuge.id("idea") $Fuge.stream $Fuge.required;
}

struct CoAuthorDeclined $Fuge.event(0x0f06) $Fuge.audience(private)
    $Fuge.says(de = "Nicht mehr Mitautor:in: {idea}", en = "No longer co-author: {idea}") {
  idea @0 :Data $Fuge.id("idea") $Fuge.notice(answer);
  person @1 :Data $Fuge.id("subject") $Fuge.subject;
}

struct EndorseIdea $Fuge.command(0x0f07)
    $Fuge.allow([(role = member, scope = tenant)]) {
  # Supports somebody else's idea, once.
  idea @0 :Data $Fuge.id("idea") $Fuge.stream $Fuge.required;
}

struct IdeaEndorsed $Fuge.event(0x0f07) $Fuge.audience(private)
    $Fuge.says(de = "Unterstützt: {idea}", en = "Endorsed: {idea}") {
  idea @0 :Data $Fuge.id("idea") $Fuge.notice(idea);
  person @1 :Data $Fuge.id("subject") $Fuge.subject;
}

struct UnendorseIdea $Fuge.command(0x0f08)
    $Fuge.allow([(role = member, scope = tenant)]) {
  # Takes one's support back.
  idea @0 :Data $Fuge.id("idea") $Fuge.stream $Fuge.required;
}

struct EndorsementWithdrawn $Fuge.event(0x0f08) $Fuge.audience(private)
    $Fuge.says(de = "Nicht mehr unterstützt: {idea}", en = "No longer endorsed: {idea}") {
  idea @0 :Data $Fuge.id("idea");
  person @1 :Data $Fuge.id("subject") $Fuge.subject;
  given @2 :List(Data) $Fuge.id("idea");
  # For which ideas it was given: the idea itself, and those that were merged into it.
}

struct MergeIdea $Fuge.command(0x0f09)
    $Fuge.allow([(role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Joins an idea to another that says the same. Whoever endorsed one or both endorses the other, once.
  idea @0 :Data $Fuge.id("idea") $Fuge.stream $Fuge.required;
  into @1 :Data $Fuge.id("idea") $Fuge.required;
}

struct IdeaMerged $Fuge.event(0x0f09) $Fuge.audience(public)
    $Fuge.says(de = "Aus zwei Ideen wird eine: „{idea}“ und „{into}“", en = "Two ideas become one: “{idea}” and “{into}”") {
  idea @0 :Data $Fuge.id("idea") $Fuge.owner $Fuge.notice(idea);
  into @1 :Data $Fuge.id("idea");
}

struct AcceptIdea $Fuge.command(0x0f0a)
    $Fuge.allow([(role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Takes an idea up; the answer is public.
  idea @0 :Data $Fuge.id("idea") $Fuge.stream $Fuge.required;
  answer @1 :Text $Fuge.max(4000);
}

struct IdeaAccepted $Fuge.event(0x0f0a) $Fuge.audience(public)
    $Fuge.says(de = "Idee angenommen: {idea}", en = "Idea accepted: {idea}") {
  idea @0 :Data $Fuge.id("idea") $Fuge.owner $Fuge.notice(answer);
  answer @1 :Text $Fuge.sealed(text);
}

struct DeclineIdea $Fuge.command(0x0f0b)
    $Fuge.allow([(role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Says no to an idea, and publicly why.
  idea @0 :Data $Fuge.id("idea") $Fuge.stream $Fuge.required;
  answer @1 :Text $Fuge.max(4000) $Fuge.min(1) $Fuge.required;
  spam @2 :Bool;
  # It was no idea at all: it does not count, and is no longer shown.
}

struct IdeaDeclined $Fuge.event(0x0f0b) $Fuge.audience(public)
    $Fuge.says(de = "Idee nicht aufgegriffen: {idea}", en = "Idea not taken up: {idea}") {
  idea @0 :Data $Fuge.id("idea") $Fuge.owner $Fuge.notice(answer);
  answer @1 :Text $Fuge.sealed(text);
  spam @2 :Bool;
}

struct ConvertToProject $Fuge.command(0x0f0c)
    $Fuge.allow([(role = member, scope = self), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Starts a project from an accepted idea; its authors are the first members. It serves sustainability if the idea does.
  idea @0 :Data $Fuge.id("idea") $Fuge.stream $Fuge.required;
  project @1 :Data $Fuge.id("project") $Fuge.required;
  title @2 :Text $Fuge.max(200) $Fuge.min(1) $Fuge.required;
  # What the project is called.
  summary @3 :Text $Fuge.max(8000);
  lead @4 :Data $Fuge.id("subject");
  # The idea's author if absent. Only staff may name somebody else.
}

struct IdeaConverted $Fuge.event(0x0f0c) $Fuge.audience(public)
    $Fuge.says(de = "Aus einer Idee wird ein Projekt: {project}", en = "An idea becomes a project: {project}") {
  idea @0 :Data $Fuge.id("idea") $Fuge.owner $Fuge.notice(idea);
  project @1 :Data $Fuge.id("project");
}

struct WithdrawIdea $Fuge.command(0x0f0d)
    $Fuge.allow([(role = member, scope = self), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Takes an idea back.
  idea @0 :Data $Fuge.id("idea") $Fuge.stream $Fuge.required;
}

struct IdeaWithdrawn $Fuge.event(0x0f0d) $Fuge.audience(private)
    $Fuge.says(de = "Zurückgezogen: {idea}", en = "Withdrawn: {idea}") {
  idea @0 :Data $Fuge.id("idea") $Fuge.owner;
}

struct IdeaAbsorbed $Fuge.event(0x0f0e) $Fuge.audience(private)
    $Fuge.says(de = "Hat eine andere Idee aufgenommen: {idea}", en = "Took in another idea: {idea}") {
  idea @0 :Data $Fuge.id("idea") $Fuge.owner $Fuge.notice(idea);
  absorbed @1 :List(Data) $Fuge.id("idea");
  # What was merged into it, with what had been merged into that.
}

struct IdeaForgotten $Fuge.event(0x0f0f) $Fuge.audience(private)
    $Fuge.says(de = "Ein Entwurf wurde mit seiner Person gelöscht.", en = "A draft was erased with its person.") {
  # A draft that nobody else has seen is erased with its author.
  idea @0 :Data $Fuge.id("idea") $Fuge.destroys(text);
}

struct IdeaItem {
  # An idea as a list shows it.
  idea @0 :Data $Fuge.id("idea");
  title @1 :Text;
  summary @2 :Text;
  stage @3 :IdeaStage;
  measure @4 :Data $Fuge.id("measure");
  secondMeasure @5 :Data $Fuge.id("measure");
  district @6 :Text;
  wanted @7 :List(Fuge.Skill);
  topics @8 :List(Data) $Fuge.id("term");
  green @9 :Bool;
  endorsements @10 :UInt32;
  endorsed @11 :Bool;
  # By whoever asks.
  submittedPosition @12 :UInt64;
}

enum IdeaOrder {
  newest @0;
  mostEndorsed @1;
}

struct GetIdea $Fuge.query(0x0f01) $Fuge.allow([(role = anonymous, scope = tenant), (role = member, scope = tenant), (role = operator, scope = tenant)]) {
  # One idea, as the asking person may see it.
  idea @0 :Data $Fuge.id("idea") $Fuge.required;
  atLeast @1 :UInt64;
}

struct GetIdeaReply {
  idea @0 :Data $Fuge.id("idea");
  title @1 :Text;
  summary @2 :Text;
  stage @3 :IdeaStage;
  measure @4 :Data $Fuge.id("measure");
  secondMeasure @5 :Data $Fuge.id("measure");
  district @6 :Text;
  wanted @7 :List(Fuge.Skill);
  topics @8 :List(Data) $Fuge.id("term");
  green @9 :Bool;
  endorsements @10 :UInt32;
  endorsed @11 :Bool;
  submittedPosition @12 :UInt64;
  author @13 :Data $Fuge.id("subject");
  # Absent for visitors, and where the person may not be seen.
  coAuthors @14 :List(Data) $Fuge.id("subject");
  invited @15 :List(Data) $Fuge.id("subject");
  # Who has not answered yet; for the authors and staff.
  answer @16 :Text;
  into @17 :Data $Fuge.id("idea");
  project @18 :Data $Fuge.id("project");
  version @19 :UInt64;
}

struct SearchIdea $Fuge.query(0x0f02) $Fuge.allow([(role = anonymous, scope = tenant), (role = member, scope = tenant), (role = operator, scope = tenant)]) {
  # Ideas that everybody may see. Any value within one filter, all filters together.
  stages @0 :List(IdeaStage) $Fuge.max(8);
  # All that are shown where absent.
  measure @1 :Data $Fuge.id("measure");
  # Its first or its second measure.
  districts @2 :List(Text) $Fuge.max(32);
  topics @3 :List(Data) $Fuge.id("term") $Fuge.max(16);
  skills @4 :List(Data) $Fuge.id("term") $Fuge.max(16);
  green @5 :Bool;
  # Only those that serve sustainability.
  order @6 :IdeaOrder;
  after @7 :Data $Fuge.id("idea");
  limit @8 :UInt16 $Fuge.range(min = 0, max = 100);
  atLeast @9 :UInt64;
}

struct SearchIdeaReply {
  position @0 :UInt64;
  items @1 :List(IdeaItem);
  total @2 :UInt64;
}
