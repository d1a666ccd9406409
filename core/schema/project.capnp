# SPDX-FileCopyrightText: 2026 The Fuge contributors
# SPDX-License-Identifier: EUPL-1.2

@0xf0a3d1c96b7e6c01;
# Projects: work that continues, from an idea to a prototype, its implementation and what follows.

using Cxx = import "/capnp/c++.capnp";
using Fuge = import "fuge.capnp";
$Cxx.namespace("core::project");
$Fuge.family(18);
$Fuge.known(de = "Projekt", en = "project",
    isDe = "Arbeit, die weitergeht: von der Idee über den Prototyp bis zur Umsetzung und was darauf folgt.",
    isEn = "Work that goes on: from idea through prototype to implementation and what follows.",
    endsDe = "Die Mitarbeit endet, die Leitung geht an das dienstälteste Mitglied.",
    endsEn = "The membership ends, the lead goes to the longest member.");

enum ProjectStage {
  absent @0 $Fuge.called(de = "keine", en = "none");
  idea @1 $Fuge.called(de = "Idee", en = "idea");
  prototype @2 $Fuge.called(de = "Prototyp", en = "prototype");
  implementation @3 $Fuge.called(de = "Umsetzung", en = "implementation");
  followOn @4 $Fuge.called(de = "Folgeprojekt", en = "follow-on");
}

enum ProjectStatus {
  active @0;
  paused @1;
  completed @2;
  stopped @3;
  voided @4;
}

enum ProjectOrigin {
  # What a project was started from.
  none @0;
  idea @1;
  submission @2;
  challenge @3;
}

enum MilestoneStage {
  planned @0;
  reached @1;
  missed @2;
  dropped @3;
}

enum FieldTest {
  none @0;
  running @1;
  ended @2;
}

enum Sustainability {
  # Whether a project serves it.
  asItsOrigin @0;
  # If what it comes from does: the idea, the challenge, of a submission one of those that its team works on.
  green @1;
  other @2;
}

struct StartProject $Fuge.command(0x1201)
    $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Starts a project. An accepted idea becomes one by idea.convertToProject. From a submission or an idea only one is started, unless that was voided.
  project @0 :Data $Fuge.id("project") $Fuge.stream $Fuge.required;
  title @1 :Text $Fuge.max(200) $Fuge.min(1) $Fuge.required;
  summary @2 :Text $Fuge.max(8000);
  measure @3 :Data $Fuge.id("measure") $Fuge.required;
  # The funded measure that the project counts for.
  secondMeasure @4 :Data $Fuge.id("measure");
  origin @5 :ProjectOrigin;
  originId @6 :Data $Fuge.id("origin");
  # The idea or challenge; of a submission, the team that handed it in.
  predecessor @7 :Data $Fuge.id("project");
  # The project that this one follows on.
  team @8 :Data $Fuge.id("team");
  # Its members become the project's. The caller is one of them, or runs projects. Of a submission, the same team.
  begins @9 :Int64 $Fuge.instant;
  # Now if absent.
  ends @10 :Int64 $Fuge.instant;
  # Open if absent.
  lead @11 :Data $Fuge.id("subject");
  # The caller if absent. Only staff may name somebody else.
  members @12 :List(Data) $Fuge.id("subject") $Fuge.max(50);
  # Beside the lead. Nobody who is kept apart from the caller, but for the team; each may leave by project.dismissMember.
  sustainability @13 :Sustainability;
}

struct ProjectStarted $Fuge.event(0x1201) $Fuge.audience(public)
    $Fuge.says(de = "Neues Projekt: {title}", en = "New project: {title}") {
  project @0 :Data $Fuge.id("project") $Fuge.owner;
  title @1 :Text $Fuge.sealed(text) $Fuge.searchable(name);
  summary @2 :Text $Fuge.sealed(text) $Fuge.searchable(text);
  measure @3 :Data $Fuge.id("measure");
  secondMeasure @4 :Data $Fuge.id("measure");
  origin @5 :ProjectOrigin;
  originId @6 :Data $Fuge.id("origin");
  predecessor @7 :Data $Fuge.id("project");
  team @8 :Data $Fuge.id("team");
  begins @9 :Int64 $Fuge.instant;
  ends @10 :Int64 $Fuge.instant;
  lead @11 :Data $Fuge.id("subject") $Fuge.subject;
  members @12 :List(Data) $Fuge.id("subject") $Fuge.notice(role);
  # The lead among them.
  green @13 :Bool;
  # It serves sustainability.
}

struct VoidProject $Fuge.command(0x1202)
    $Fuge.allow([(role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Says that it never was a project: it counts nowhere.
  project @0 :Data $Fuge.id("project") $Fuge.stream $Fuge.required;
  reason @1 :Text $Fuge.max(2000) $Fuge.min(1) $Fuge.required;
}

struct ProjectVoided $Fuge.event(0x1202) $Fuge.audience(staff)
    $Fuge.says(de = "Für ungültig erklärt: {project}", en = "Voided: {project}") {
  project @0 :Data $Fuge.id("project") $Fuge.owner;
  reason @1 :Text $Fuge.sealed(text);
}

struct AdmitMember $Fuge.command(0x1203)
    $Fuge.allow([(role = member, scope = self), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Takes somebody into the project.
  project @0 :Data $Fuge.id("project") $Fuge.stream $Fuge.required;
  person @1 :Data $Fuge.id("subject") $Fuge.required;
}

struct MemberAdmitted $Fuge.event(0x1203) $Fuge.audience(private)
    $Fuge.says(de = "Ins Projekt aufgenommen: {project}", en = "Taken into the project: {project}") {
  project @0 :Data $Fuge.id("project");
  person @1 :Data $Fuge.id("subject") $Fuge.subject $Fuge.notice(role);
}

struct DismissMember $Fuge.command(0x1204)
    $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Ends a membership: one's own, or as the lead or staff another's.
  project @0 :Data $Fuge.id("project") $Fuge.stream $Fuge.required;
  person @1 :Data $Fuge.id("subject") $Fuge.required;
}

struct MemberDismissed $Fuge.event(0x1204) $Fuge.audience(private)
    $Fuge.says(de = "Nicht mehr im Projekt: {project}", en = "No longer in the project: {project}") {
  project @0 :Data $Fuge.id("project");
  person @1 :Data $Fuge.id("subject") $Fuge.subject $Fuge.notice(role);
}

struct HandOverProject $Fuge.command(0x1205)
    $Fuge.allow([(role = member, scope = self), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Makes another member the lead.
  project @0 :Data $Fuge.id("project") $Fuge.stream $Fuge.required;
  person @1 :Data $Fuge.id("subject") $Fuge.required;
}

struct ProjectHandedOver $Fuge.event(0x1205) $Fuge.audience(members)
    $Fuge.says(de = "{person} leitet jetzt „{project}“.", en = "{person} now leads “{project}”.") {
  project @0 :Data $Fuge.id("project") $Fuge.owner;
  person @1 :Data $Fuge.id("subject") $Fuge.subject $Fuge.notice(role);
}

struct PlanMilestone $Fuge.command(0x1206)
    $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Sets a goal with a date within the project's.
  project @0 :Data $Fuge.id("project") $Fuge.stream $Fuge.required;
  milestone @1 :Data $Fuge.id("milestone") $Fuge.required;
  title @2 :Text $Fuge.max(200) $Fuge.min(1) $Fuge.required;
  due @3 :Int64 $Fuge.instant $Fuge.required;
}

struct MilestonePlanned $Fuge.event(0x1206) $Fuge.audience(public)
    $Fuge.says(de = "„{project}“ nimmt sich vor: {title}", en = "“{project}” plans: {title}") {
  project @0 :Data $Fuge.id("project") $Fuge.owner;
  milestone @1 :Data $Fuge.id("milestone");
  title @2 :Text $Fuge.sealed(text);
  due @3 :Int64 $Fuge.instant;
}

struct ReachMilestone $Fuge.command(0x1207)
    $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Reached, in time or late.
  project @0 :Data $Fuge.id("project") $Fuge.stream $Fuge.required;
  milestone @1 :Data $Fuge.id("milestone") $Fuge.required;
}

struct MilestoneReached $Fuge.event(0x1207) $Fuge.audience(public)
    $Fuge.says(de = "„{project}“ hat einen Meilenstein erreicht.", en = "“{project}” has reached a milestone.") {
  project @0 :Data $Fuge.id("project") $Fuge.owner;
  milestone @1 :Data $Fuge.id("milestone");
}

struct MissMilestone $Fuge.command(0x1208)
    $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Not reached in time.
  project @0 :Data $Fuge.id("project") $Fuge.stream $Fuge.required;
  milestone @1 :Data $Fuge.id("milestone") $Fuge.required;
}

struct MilestoneMissed $Fuge.event(0x1208) $Fuge.audience(members)
    $Fuge.says(de = "„{project}“ hat einen Meilenstein verfehlt.", en = "“{project}” has missed a milestone.") {
  project @0 :Data $Fuge.id("project") $Fuge.owner;
  milestone @1 :Data $Fuge.id("milestone");
}

struct DropMilestone $Fuge.command(0x1209)
    $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Gives a milestone up.
  project @0 :Data $Fuge.id("project") $Fuge.stream $Fuge.required;
  milestone @1 :Data $Fuge.id("milestone") $Fuge.required;
  reason @2 :Text $Fuge.max(2000);
}

struct MilestoneDropped $Fuge.event(0x1209) $Fuge.audience(members)
    $Fuge.says(de = "„{project}“ hat einen Meilenstein aufgegeben.", en = "“{project}” has given up a milestone.") {
  project @0 :Data $Fuge.id("project") $Fuge.owner;
  milestone @1 :Data $Fuge.id("milestone");
  reason @2 :Text $Fuge.sealed(text);
}

struct RegisterPrototype $Fuge.command(0x120a)
    $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Something that others can try: where it is, or in which exhibit, and under which licence.
  project @0 :Data $Fuge.id("project") $Fuge.stream $Fuge.required;
  prototype @1 :Data $Fuge.id("prototype") $Fuge.required;
  evidence @2 :Text $Fuge.max(2000) $Fuge.format(link);
  exhibit @3 :Data $Fuge.id("exhibit");
  licence @4 :Text $Fuge.max(100) $Fuge.min(1) $Fuge.required $Fuge.format(licence);
  submission @5 :Data $Fuge.id("submission");
}

struct PrototypeRegistered $Fuge.event(0x120a) $Fuge.audience(public)
    $Fuge.says(de = "„{project}“ hat einen Prototyp zum Ausprobieren.", en = "“{project}” has a prototype to try.") {
  project @0 :Data $Fuge.id("project") $Fuge.owner;
  prototype @1 :Data $Fuge.id("prototype");
  evidence @2 :Text $Fuge.sealed(text);
  exhibit @3 :Data $Fuge.id("exhibit");
  licence @4 :Text;
  submission @5 :Data $Fuge.id("submission");
  measure @6 :Data $Fuge.id("measure");
  secondMeasure @7 :Data $Fuge.id("measure");
}

struct VoidPrototype $Fuge.command(0x120b)
    $Fuge.allow([(role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Says that it is no prototype: it does not count.
  project @0 :Data $Fuge.id("project") $Fuge.stream $Fuge.required;
  prototype @1 :Data $Fuge.id("prototype") $Fuge.required;
  reason @2 :Text $Fuge.max(2000) $Fuge.min(1) $Fuge.required;
}

struct PrototypeVoided $Fuge.event(0x120b) $Fuge.audience(members)
    $Fuge.says(de = "Prototyp für ungültig erklärt: {project}", en = "Prototype voided: {project}") {
  project @0 :Data $Fuge.id("project") $Fuge.owner;
  prototype @1 :Data $Fuge.id("prototype");
  reason @2 :Text $Fuge.sealed(text);
}

struct AdvanceStage $Fuge.command(0x120c)
    $Fuge.allow([(role = member, scope = tenant), (role = orgRepresentative, scope = organisation), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # To the next stage. Only hub administration may skip one, with a reason.
  project @0 :Data $Fuge.id("project") $Fuge.stream $Fuge.required;
  stage @1 :ProjectStage $Fuge.required;
  reason @2 :Text $Fuge.max(2000);
}

struct StageAdvanced $Fuge.event(0x120c) $Fuge.audience(public)
    $Fuge.says(de = "„{project}“ hat die Stufe {to} erreicht.", en = "“{project}” has reached the stage {to}.") {
  project @0 :Data $Fuge.id("project") $Fuge.owner;
  from @1 :ProjectStage;
  to @2 :ProjectStage;
  reason @3 :Text $Fuge.sealed(text);
  measure @4 :Data $Fuge.id("measure");
  secondMeasure @5 :Data $Fuge.id("measure");
}

struct RevertStage $Fuge.command(0x120d)
    $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Back to an earlier stage. When it was first reached stays true, unless that was an error.
  project @0 :Data $Fuge.id("project") $Fuge.stream $Fuge.required;
  stage @1 :ProjectStage $Fuge.required;
  reason @2 :Text $Fuge.max(2000) $Fuge.min(1) $Fuge.required;
  error @3 :Bool;
  # The later stages were entered in error: they were never reached.
}

struct StageReverted $Fuge.event(0x120d) $Fuge.audience(members)
    $Fuge.says(de = "„{project}“ geht auf die Stufe {to} zurück.", en = "“{project}” goes back to the stage {to}.") {
  project @0 :Data $Fuge.id("project") $Fuge.owner;
  from @1 :ProjectStage;
  to @2 :ProjectStage;
  reason @3 :Text $Fuge.sealed(text);
  error @4 :Bool;
}

struct CommissionImplementation $Fuge.command(0x120e)
    $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # An organisation orders the implementation and says with which resources. By who represents it, or staff.
  project @0 :Data $Fuge.id("project") $Fuge.stream $Fuge.required;
  organisation @1 :Data $Fuge.id("organisation") $Fuge.required;
  resources @2 :Text $Fuge.max(4000) $Fuge.min(1) $Fuge.required;
}

struct ImplementationCommissioned $Fuge.event(0x120e) $Fuge.audience(public)
    $Fuge.says(de = "{organisation} beauftragt die Umsetzung von „{project}“.", en = "{organisation} commissions the implementation of “{project}”.") {
  project @0 :Data $Fuge.id("project") $Fuge.owner;
  organisation @1 :Data $Fuge.id("organisation");
  resources @2 :Text $Fuge.sealed(text);
}

struct LinkFollowOn $Fuge.command(0x120f)
    $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Says which project follows on this one.
  project @0 :Data $Fuge.id("project") $Fuge.stream $Fuge.required;
  successor @1 :Data $Fuge.id("project") $Fuge.required;
}

struct FollowOnStarted $Fuge.event(0x120f) $Fuge.audience(public)
    $Fuge.says(de = "„{project}“ geht weiter als „{successor}“.", en = "“{project}” goes on as “{successor}”.") {
  project @0 :Data $Fuge.id("project") $Fuge.owner;
  successor @1 :Data $Fuge.id("project");
}

struct PredecessorNamed $Fuge.event(0x1210) $Fuge.audience(members)
    $Fuge.says(de = "„{project}“ schließt an „{predecessor}“ an.", en = "“{project}” follows on “{predecessor}”.") {
  project @0 :Data $Fuge.id("project") $Fuge.owner;
  predecessor @1 :Data $Fuge.id("project");
}

struct RegisterSite $Fuge.command(0x1211)
    $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # A place in the city where the project works.
  project @0 :Data $Fuge.id("project") $Fuge.stream $Fuge.required;
  site @1 :Data $Fuge.id("site") $Fuge.required;
  district @2 :Text $Fuge.max(60) $Fuge.min(1) $Fuge.required;
  place @3 :Text $Fuge.max(300);
}

struct SiteRegistered $Fuge.event(0x1211) $Fuge.audience(public)
    $Fuge.says(de = "Neuer Ort von „{project}“: {district}", en = "New site of “{project}”: {district}") {
  project @0 :Data $Fuge.id("project") $Fuge.owner;
  site @1 :Data $Fuge.id("site");
  district @2 :Text;
  place @3 :Text $Fuge.sealed(text);
}

struct StartFieldTest $Fuge.command(0x1212)
    $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # The city as a laboratory: a test at one of the project's sites begins.
  project @0 :Data $Fuge.id("project") $Fuge.stream $Fuge.required;
  site @1 :Data $Fuge.id("site") $Fuge.required;
}

struct FieldTestStarted $Fuge.event(0x1212) $Fuge.audience(public)
    $Fuge.says(de = "„{project}“ wird in der Stadt erprobt.", en = "“{project}” is being tested in the city.") {
  project @0 :Data $Fuge.id("project") $Fuge.owner;
  site @1 :Data $Fuge.id("site");
}

struct EndFieldTest $Fuge.command(0x1213)
    $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Ends a test, with what came of it.
  project @0 :Data $Fuge.id("project") $Fuge.stream $Fuge.required;
  site @1 :Data $Fuge.id("site") $Fuge.required;
  outcome @2 :Text $Fuge.max(4000);
}

struct FieldTestEnded $Fuge.event(0x1213) $Fuge.audience(public)
    $Fuge.says(de = "„{project}“ hat einen Feldtest beendet.", en = "“{project}” has ended a field test.") {
  project @0 :Data $Fuge.id("project") $Fuge.owner;
  site @1 :Data $Fuge.id("site");
  outcome @2 :Text $Fuge.sealed(text);
}

struct ReleaseOpenSource $Fuge.command(0x1214)
    $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Says where the sources are and under which licence.
  project @0 :Data $Fuge.id("project") $Fuge.stream $Fuge.required;
  url @1 :Text $Fuge.max(2000) $Fuge.min(1) $Fuge.required $Fuge.format(link);
  licence @2 :Text $Fuge.max(100) $Fuge.min(1) $Fuge.required $Fuge.format(licence);
  # An SPDX licence identifier or expression.
}

struct OpenSourceReleased $Fuge.event(0x1214) $Fuge.audience(public)
    $Fuge.says(de = "„{project}“ ist jetzt quelloffen ({licence}).", en = "“{project}” is open source now ({licence}).") {
  project @0 :Data $Fuge.id("project") $Fuge.owner;
  url @1 :Text $Fuge.sealed(text);
  licence @2 :Text;
}

struct OfferTransfer $Fuge.command(0x1215)
    $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Offers the result to other municipalities.
  project @0 :Data $Fuge.id("project") $Fuge.stream $Fuge.required;
  terms @1 :Text $Fuge.max(4000);
}

struct TransferOffered $Fuge.event(0x1215) $Fuge.audience(public)
    $Fuge.says(de = "„{project}“ steht anderen Kommunen offen.", en = "“{project}” is open to other municipalities.") {
  project @0 :Data $Fuge.id("project") $Fuge.owner;
  terms @1 :Text $Fuge.sealed(text);
}

struct AdoptTransfer $Fuge.command(0x1216)
    $Fuge.allow([(role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Another municipality takes the result over.
  project @0 :Data $Fuge.id("project") $Fuge.stream $Fuge.required;
  municipality @1 :Data $Fuge.id("municipality") $Fuge.required;
  name @2 :Text $Fuge.max(200) $Fuge.min(1) $Fuge.required;
}

struct TransferAdopted $Fuge.event(0x1216) $Fuge.audience(public)
    $Fuge.says(de = "{name} übernimmt „{project}“.", en = "{name} takes over “{project}”.") {
  project @0 :Data $Fuge.id("project") $Fuge.owner;
  municipality @1 :Data $Fuge.id("municipality");
  name @2 :Text $Fuge.sealed(text);
}

struct PauseProject $Fuge.command(0x1217)
    $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Rests for a while.
  project @0 :Data $Fuge.id("project") $Fuge.stream $Fuge.required;
  reason @1 :Text $Fuge.max(2000);
}

struct ProjectPaused $Fuge.event(0x1217) $Fuge.audience(members)
    $Fuge.says(de = "„{project}“ macht eine Pause.", en = "“{project}” takes a break.") {
  project @0 :Data $Fuge.id("project") $Fuge.owner;
  reason @1 :Text $Fuge.sealed(text);
}

struct ResumeProject $Fuge.command(0x1218)
    $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Goes on after a pause.
  project @0 :Data $Fuge.id("project") $Fuge.stream $Fuge.required;
}

struct ProjectResumed $Fuge.event(0x1218) $Fuge.audience(members)
    $Fuge.says(de = "„{project}“ geht weiter.", en = "“{project}” goes on.") {
  project @0 :Data $Fuge.id("project") $Fuge.owner;
}

struct CompleteProject $Fuge.command(0x1219)
    $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Ends a project that has done what it was for.
  project @0 :Data $Fuge.id("project") $Fuge.stream $Fuge.required;
}

struct ProjectCompleted $Fuge.event(0x1219) $Fuge.audience(public)
    $Fuge.says(de = "„{project}“ ist abgeschlossen.", en = "“{project}” is completed.") {
  project @0 :Data $Fuge.id("project") $Fuge.owner;
}

struct StopProject $Fuge.command(0x121a)
    $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Ended before it was done.
  project @0 :Data $Fuge.id("project") $Fuge.stream $Fuge.required;
  reason @1 :Text $Fuge.max(2000) $Fuge.min(1) $Fuge.required;
}

struct ProjectStopped $Fuge.event(0x121a) $Fuge.audience(members)
    $Fuge.says(de = "„{project}“ ist eingestellt.", en = "“{project}” has been stopped.") {
  project @0 :Data $Fuge.id("project") $Fuge.owner;
  reason @1 :Text $Fuge.sealed(text);
}

struct RecordCompanyFounded $Fuge.command(0x121b)
    $Fuge.allow([(role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # A company came out of the project.
  project @0 :Data $Fuge.id("project") $Fuge.stream $Fuge.required;
  company @1 :Data $Fuge.id("organisation") $Fuge.required;
  name @2 :Text $Fuge.max(200) $Fuge.min(1) $Fuge.required;
}

struct CompanyFounded $Fuge.event(0x121b) $Fuge.audience(public)
    $Fuge.says(de = "Aus „{project}“ ist eine Firma entstanden: {name}", en = "A company came out of “{project}”: {name}") {
  project @0 :Data $Fuge.id("project") $Fuge.owner;
  company @1 :Data $Fuge.id("organisation");
  name @2 :Text $Fuge.sealed(text);
}

struct PostProgress $Fuge.command(0x121c)
    $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Tells everybody how it goes.
  project @0 :Data $Fuge.id("project") $Fuge.stream $Fuge.required;
  text @1 :Text $Fuge.max(4000) $Fuge.min(1) $Fuge.required;
}

struct ProgressPosted $Fuge.event(0x121c) $Fuge.audience(public)
    $Fuge.says(de = "Neues von „{project}“: {text}", en = "News of “{project}”: {text}") {
  project @0 :Data $Fuge.id("project") $Fuge.owner;
  text @1 :Text $Fuge.sealed(text) $Fuge.searchable(text);
}

struct ProposeCompany $Fuge.command(0x121d)
    $Fuge.allow([(role = member, scope = tenant)]) {
  # Says that one's own organisation came out of the project. By who represents it; staff record it, or do not.
  project @0 :Data $Fuge.id("project") $Fuge.stream $Fuge.required;
  company @1 :Data $Fuge.id("organisation") $Fuge.required;
}

struct CompanyProposed $Fuge.event(0x121d) $Fuge.audience(staff)
    $Fuge.says(de = "{company} soll aus „{project}“ entstanden sein.", en = "{company} is said to have come out of “{project}”.") {
  project @0 :Data $Fuge.id("project") $Fuge.owner;
  company @1 :Data $Fuge.id("organisation");
}

struct Milestone {
  milestone @0 :Data $Fuge.id("milestone");
  title @1 :Text;
  due @2 :Int64 $Fuge.instant;
  stage @3 :MilestoneStage;
}

struct Prototype {
  prototype @0 :Data $Fuge.id("prototype");
  evidence @1 :Text;
  exhibit @2 :Data $Fuge.id("exhibit");
  licence @3 :Text;
}

struct Site {
  site @0 :Data $Fuge.id("site");
  district @1 :Text;
  place @2 :Text;
  test @3 :FieldTest;
}

struct Release {
  url @0 :Text;
  licence @1 :Text;
}

struct ProjectItem {
  # A project as a list shows it.
  project @0 :Data $Fuge.id("project");
  title @1 :Text;
  summary @2 :Text;
  stage @3 :ProjectStage;
  status @4 :ProjectStatus;
  measure @5 :Data $Fuge.id("measure");
  secondMeasure @6 :Data $Fuge.id("measure");
  districts @7 :List(Text);
  prototypes @8 :UInt32;
  startedPosition @9 :UInt64;
  green @10 :Bool;
}

struct GetProject $Fuge.query(0x1201) $Fuge.allow([(role = anonymous, scope = tenant), (role = member, scope = tenant), (role = operator, scope = tenant)]) {
  # One project, as the asking person may see it.
  project @0 :Data $Fuge.id("project") $Fuge.required;
  atLeast @1 :UInt64;
}

struct GetProjectReply {
  project @0 :Data $Fuge.id("project");
  title @1 :Text;
  summary @2 :Text;
  stage @3 :ProjectStage;
  status @4 :ProjectStatus;
  measure @5 :Data $Fuge.id("measure");
  secondMeasure @6 :Data $Fuge.id("measure");
  origin @7 :ProjectOrigin;
  originId @8 :Data $Fuge.id("origin");
  predecessor @9 :Data $Fuge.id("project");
  successors @10 :List(Data) $Fuge.id("project");
  team @11 :Data $Fuge.id("team");
  begins @12 :Int64 $Fuge.instant;
  ends @13 :Int64 $Fuge.instant;
  lead @14 :Data $Fuge.id("subject");
  # Absent for visitors, and where the person may not be seen.
  members @15 :List(Data) $Fuge.id("subject");
  # Those who may be seen.
  memberCount @16 :UInt32;
  milestones @17 :List(Milestone);
  prototypes @18 :List(Prototype);
  sites @19 :List(Site);
  releases @20 :List(Release);
  commissioner @21 :Data $Fuge.id("organisation");
  resources @22 :Text;
  transferOffered @23 :Bool;
  terms @24 :Text;
  adoptions @25 :UInt32;
  companies @26 :UInt32;
  progress @27 :Text;
  # The latest news.
  progressCount @28 :UInt32;
  version @29 :UInt64;
  green @30 :Bool;
  # It serves sustainability.
}

struct SearchProject $Fuge.query(0x1202) $Fuge.allow([(role = anonymous, scope = tenant), (role = member, scope = tenant), (role = operator, scope = tenant)]) {
  # Projects, the last started first. Any value within one filter, all filters together.
  stages @0 :List(ProjectStage) $Fuge.max(8);
  statuses @1 :List(ProjectStatus) $Fuge.max(8);
  measure @2 :Data $Fuge.id("measure");
  # Its first or its second measure.
  districts @3 :List(Text) $Fuge.max(32);
  after @4 :Data $Fuge.id("project");
  limit @5 :UInt16 $Fuge.range(min = 0, max = 100);
  atLeast @6 :UInt64;
  green @7 :Bool;
  # Only those that serve sustainability.
}

struct SearchProjectReply {
  position @0 :UInt64;
  items @1 :List(ProjectItem);
  total @2 :UInt64;
}

struct FunnelStep {
  stage @0 :ProjectStage;
  now @1 :UInt32;
  # Projects that stand here.
  ever @2 :UInt32;
  # Projects that ever reached it.
  medianDays @3 :UInt32;
  # Whole days from the stage reached before to this one: the median, of two middle ones the lower. 0 where nobody took the step.
}

struct FunnelProject $Fuge.query(0x1203) $Fuge.allow([(role = anonymous, scope = tenant), (role = member, scope = tenant), (role = operator, scope = tenant)]) {
  # How far projects have come, and how long each step took. Voided projects count nowhere.
  measure @0 :Data $Fuge.id("measure");
  # Only those whose first measure it is.
  atLeast @1 :UInt64;
}

struct FunnelProjectReply {
  position @0 :UInt64;
  steps @1 :List(FunnelStep);
}

struct DistrictCount {
  district @0 :Text;
  projects @1 :UInt32;
}

struct DistrictsProject $Fuge.query(0x1204) $Fuge.allow([(role = anonymous, scope = tenant), (role = member, scope = tenant), (role = operator, scope = tenant)]) {
  # In how many projects each district has a site. Voided projects count nowhere.
  measure @0 :Data $Fuge.id("measure");
  atLeast @1 :UInt64;
}

struct DistrictsProjectReply {
  position @0 :UInt64;
  districts @1 :List(DistrictCount);
}
