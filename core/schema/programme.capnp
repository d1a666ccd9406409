# SPDX-FileCopyrightText: 2026 The Fuge contributors
# SPDX-License-Identifier: EUPL-1.2

@0xf0a3d1c96b7e6a01;
# Programmes: a hackathon, a semester of practice transfer, an incubator batch and the like. Who applies, who takes part, with
# which partners, and how far it has come.

using Cxx = import "/capnp/c++.capnp";
using Fuge = import "fuge.capnp";
$Cxx.namespace("core::programme");
$Fuge.family(16);

enum ProgrammeKind {
  other @0;
  hackathon @1;
  practiceTransfer @2;
  incubatorBatch @3;
  codeWeek @4;
  smartSpaces @5;
  exhibition @6;
}

enum ProgrammeStage {
  absent @0;
  announced @1;
  open @2;
  # Takes applications, until the deadline.
  closed @3;
  # Takes no applications any more and has not started yet.
  running @4;
  completed @5;
  cancelled @6;
}

enum ApplicationStanding {
  # Where a person's application stands.
  none @0;
  submitted @1;
  waiting @2;
  # On the wait-list.
  accepted @3;
  enrolled @4;
  # Accepted, and known to take part as what.
  rejected @5;
  withdrawn @6;
}

enum EnrolmentStatus {
  unspecified @0;
  student @1;
  employee @2;
  researcher @3;
  official @4;
  founder @5;
  freelancer @6;
  pupil @7;
  citizen @8;
}

enum PartnerRole {
  host @0;
  sponsor @1;
  challengeOwner @2;
  mentorProvider @3;
}

struct PhaseOutline {
  title @0 :Text $Fuge.max(120) $Fuge.min(1) $Fuge.required;
  ends @1 :Int64 $Fuge.instant;
}

struct AnnounceProgramme $Fuge.command(0x1001)
    $Fuge.allow([(role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Announces a programme, with all its phases.
  programme @0 :Data $Fuge.id("programme") $Fuge.stream $Fuge.required;
  kind @1 :ProgrammeKind;
  title @2 :Text $Fuge.max(200) $Fuge.min(1) $Fuge.required;
  about @3 :Text $Fuge.max(8000);
  measure @4 :Data $Fuge.id("measure");
  capacity @5 :UInt32 $Fuge.range(min = 0, max = 100000);
  # How many may take part; 0: no bound.
  teamSizeMin @6 :UInt8 $Fuge.range(min = 0, max = 50);
  # Members without whom a team may not hand in a final result.
  teamSizeMax @7 :UInt8 $Fuge.range(min = 0, max = 50);
  # The most members a team may have; 0 means 50.
  severalTeams @8 :Bool;
  # Whether a person may be in more than one team.
  phases @9 :List(PhaseOutline) $Fuge.max(12);
  starts @10 :Int64 $Fuge.instant;
  ends @11 :Int64 $Fuge.instant;
  submissionsUntil @12 :Int64 $Fuge.instant;
  # Teams may hand in until then; absent: as long as the programme runs.
}

struct ProgrammeAnnounced $Fuge.event(0x1001) $Fuge.audience(public)
    $Fuge.says(de = "Neues Programm: {title}", en = "New programme: {title}") {
  programme @0 :Data $Fuge.id("programme") $Fuge.owner;
  kind @1 :ProgrammeKind;
  title @2 :Text $Fuge.sealed(text);
  about @3 :Text $Fuge.sealed(text);
  measure @4 :Data $Fuge.id("measure");
  capacity @5 :UInt32;
  teamSizeMin @6 :UInt8;
  teamSizeMax @7 :UInt8;
  severalTeams @8 :Bool;
  starts @9 :Int64 $Fuge.instant;
  ends @10 :Int64 $Fuge.instant;
  submissionsUntil @11 :Int64 $Fuge.instant;
}

struct PhasePlanned $Fuge.event(0x1002) $Fuge.audience(members)
    $Fuge.says(de = "Phase von {programme}: {title}", en = "Phase of {programme}: {title}") {
  programme @0 :Data $Fuge.id("programme") $Fuge.owner;
  number @1 :UInt8;
  # From 1, in the order in which they come.
  title @2 :Text $Fuge.sealed(text);
  ends @3 :Int64 $Fuge.instant;
}

struct OpenApplications $Fuge.command(0x1003)
    $Fuge.allow([(role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Takes applications, until the deadline. Again with another deadline: moves it.
  programme @0 :Data $Fuge.id("programme") $Fuge.stream $Fuge.required;
  deadline @1 :Int64 $Fuge.instant $Fuge.required;
}

struct ApplicationsOpened $Fuge.event(0x1003) $Fuge.audience(public)
    $Fuge.says(de = "Bewerbungen sind offen: {programme}", en = "Applications are open: {programme}") {
  programme @0 :Data $Fuge.id("programme") $Fuge.owner;
  deadline @1 :Int64 $Fuge.instant;
}

struct CloseApplications $Fuge.command(0x1004)
    $Fuge.allow([(role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Takes no more applications, until opened again.
  programme @0 :Data $Fuge.id("programme") $Fuge.stream $Fuge.required;
}

struct ApplicationsClosed $Fuge.event(0x1004) $Fuge.audience(public)
    $Fuge.says(de = "Bewerbungen sind geschlossen: {programme}", en = "Applications are closed: {programme}") {
  programme @0 :Data $Fuge.id("programme") $Fuge.owner;
}

struct SubmitApplication $Fuge.command(0x1005)
    $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Applies to take part, while applications are open.
  programme @0 :Data $Fuge.id("programme") $Fuge.stream $Fuge.required;
  person @1 :Data $Fuge.id("subject");
  # Whose; the caller's own if absent. Only those who run the programme may name somebody else.
  message @2 :Text $Fuge.max(4000);
}

struct ApplicationSubmitted $Fuge.event(0x1005) $Fuge.audience(private)
    $Fuge.says(de = "Bewerbung eingereicht: {programme}", en = "Application submitted: {programme}") {
  programme @0 :Data $Fuge.id("programme");
  person @1 :Data $Fuge.id("subject") $Fuge.subject;
  message @2 :Text $Fuge.sealed(person);
}

struct AcceptApplication $Fuge.command(0x1006)
    $Fuge.allow([(role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Gives a seat; where there is none left, a place at the end of the wait-list.
  programme @0 :Data $Fuge.id("programme") $Fuge.stream $Fuge.required;
  person @1 :Data $Fuge.id("subject") $Fuge.required;
}

struct ApplicationAccepted $Fuge.event(0x1006) $Fuge.audience(private)
    $Fuge.says(de = "Bewerbung angenommen: {programme}", en = "Application accepted: {programme}") {
  programme @0 :Data $Fuge.id("programme");
  person @1 :Data $Fuge.id("subject") $Fuge.subject;
  was @2 :ApplicationStanding;
  # Where the application stood before.
  ticket @3 :UInt64;
  # The place in the wait-list that it gives up; 0 if none.
  promoted @4 :Bool;
  # By itself, because somebody gave up a seat.
}

struct WaitlistApplication $Fuge.command(0x1007)
    $Fuge.allow([(role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Puts an application at the end of the wait-list.
  programme @0 :Data $Fuge.id("programme") $Fuge.stream $Fuge.required;
  person @1 :Data $Fuge.id("subject") $Fuge.required;
}

struct ApplicationWaitlisted $Fuge.event(0x1007) $Fuge.audience(private)
    $Fuge.says(de = "Auf der Warteliste: {programme}", en = "On the wait-list: {programme}") {
  programme @0 :Data $Fuge.id("programme");
  person @1 :Data $Fuge.id("subject") $Fuge.subject;
  ticket @2 :UInt64;
  # Its place: the lowest is the first to get a seat.
}

struct RejectApplication $Fuge.command(0x1008)
    $Fuge.allow([(role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Declines an application, also one that was accepted. A seat that becomes free goes to the first on the wait-list.
  programme @0 :Data $Fuge.id("programme") $Fuge.stream $Fuge.required;
  person @1 :Data $Fuge.id("subject") $Fuge.required;
  reason @2 :Text $Fuge.max(2000);
}

struct ApplicationRejected $Fuge.event(0x1008) $Fuge.audience(private)
    $Fuge.says(de = "Bewerbung abgelehnt: {programme}", en = "Application declined: {programme}") {
  programme @0 :Data $Fuge.id("programme");
  person @1 :Data $Fuge.id("subject") $Fuge.subject;
  was @2 :ApplicationStanding;
  # Where the application stood before.
  ticket @3 :UInt64;
  # The place in the wait-list that it gives up; 0 if none.
  reason @4 :Text $Fuge.sealed(person);
}

struct WithdrawApplication $Fuge.command(0x1009)
    $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Takes an application back, also one that was accepted: its person leaves the teams of the programme. A seat that becomes free goes to the first on the wait-list.
  programme @0 :Data $Fuge.id("programme") $Fuge.stream $Fuge.required;
  person @1 :Data $Fuge.id("subject");
  # Whose; the caller's own if absent. Only those who run the programme may name somebody else.
}

struct ApplicationWithdrawn $Fuge.event(0x1009) $Fuge.audience(private)
    $Fuge.says(de = "Bewerbung zurückgezogen: {programme}", en = "Application withdrawn: {programme}") {
  programme @0 :Data $Fuge.id("programme");
  person @1 :Data $Fuge.id("subject") $Fuge.subject;
  was @2 :ApplicationStanding;
  # Where the application stood before.
  ticket @3 :UInt64;
  # The place in the wait-list that it gives up; 0 if none.
}

struct ConfirmEnrolment $Fuge.command(0x100a)
    $Fuge.allow([(role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Confirms that an accepted person takes part, and as what.
  programme @0 :Data $Fuge.id("programme") $Fuge.stream $Fuge.required;
  person @1 :Data $Fuge.id("subject") $Fuge.required;
  status @2 :EnrolmentStatus;
}

struct EnrolmentConfirmed $Fuge.event(0x100a) $Fuge.audience(private)
    $Fuge.says(de = "Teilnahme bestätigt: {programme}", en = "Enrolment confirmed: {programme}") {
  programme @0 :Data $Fuge.id("programme");
  person @1 :Data $Fuge.id("subject") $Fuge.subject;
  status @2 :EnrolmentStatus;
  was @3 :ApplicationStanding;
  # enrolled: only the status is another one.
}

struct AddPartner $Fuge.command(0x100b)
    $Fuge.allow([(role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Names an organisation as a partner in one role.
  programme @0 :Data $Fuge.id("programme") $Fuge.stream $Fuge.required;
  organisation @1 :Data $Fuge.id("organisation") $Fuge.required;
  role @2 :PartnerRole;
}

struct PartnerJoined $Fuge.event(0x100b) $Fuge.audience(public)
    $Fuge.says(de = "{programme} hat eine neue Partnerorganisation.", en = "{programme} has a new partner organisation.") {
  programme @0 :Data $Fuge.id("programme") $Fuge.owner;
  organisation @1 :Data $Fuge.id("organisation");
  role @2 :PartnerRole;
}

struct RemovePartner $Fuge.command(0x100c)
    $Fuge.allow([(role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Ends what an organisation was to the programme in one role.
  programme @0 :Data $Fuge.id("programme") $Fuge.stream $Fuge.required;
  organisation @1 :Data $Fuge.id("organisation") $Fuge.required;
  role @2 :PartnerRole;
}

struct PartnerLeft $Fuge.event(0x100c) $Fuge.audience(members)
    $Fuge.says(de = "Eine Partnerorganisation hat {programme} verlassen.", en = "A partner organisation has left {programme}.") {
  programme @0 :Data $Fuge.id("programme") $Fuge.owner;
  organisation @1 :Data $Fuge.id("organisation");
  role @2 :PartnerRole;
}

struct RecordStudyProgramme $Fuge.command(0x100d)
    $Fuge.allow([(role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Records that a degree programme takes part. Names nobody.
  programme @0 :Data $Fuge.id("programme") $Fuge.stream $Fuge.required;
  university @1 :Data $Fuge.id("organisation") $Fuge.required;
  code @2 :Text $Fuge.max(120) $Fuge.min(1) $Fuge.required;
  # What the university calls the degree programme.
}

struct StudyProgrammeInvolved $Fuge.event(0x100d) $Fuge.audience(members)
    $Fuge.says(de = "Ein Studiengang nimmt teil: {code}", en = "A degree programme takes part: {code}") {
  programme @0 :Data $Fuge.id("programme") $Fuge.owner;
  university @1 :Data $Fuge.id("organisation");
  code @2 :Text;
}

struct StartProgramme $Fuge.command(0x100e)
    $Fuge.allow([(role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Starts the programme, in its first phase. Open applications are closed.
  programme @0 :Data $Fuge.id("programme") $Fuge.stream $Fuge.required;
}

struct ProgrammeStarted $Fuge.event(0x100e) $Fuge.audience(public)
    $Fuge.says(de = "Gestartet: {programme}", en = "Started: {programme}") {
  programme @0 :Data $Fuge.id("programme") $Fuge.owner;
}

struct AdvancePhase $Fuge.command(0x100f)
    $Fuge.allow([(role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Goes on to the next phase.
  programme @0 :Data $Fuge.id("programme") $Fuge.stream $Fuge.required;
  to @1 :UInt8 $Fuge.range(min = 1, max = 12) $Fuge.required;
  # The number of the next phase.
}

struct PhaseAdvanced $Fuge.event(0x100f) $Fuge.audience(public)
    $Fuge.says(de = "{programme} ist jetzt in Phase {to}.", en = "{programme} is in phase {to} now.") {
  programme @0 :Data $Fuge.id("programme") $Fuge.owner;
  to @1 :UInt8;
}

struct CompleteProgramme $Fuge.command(0x1010)
    $Fuge.allow([(role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Ends a running programme.
  programme @0 :Data $Fuge.id("programme") $Fuge.stream $Fuge.required;
}

struct ProgrammeCompleted $Fuge.event(0x1010) $Fuge.audience(public)
    $Fuge.says(de = "Abgeschlossen: {programme}", en = "Completed: {programme}") {
  programme @0 :Data $Fuge.id("programme") $Fuge.owner;
}

struct CancelProgramme $Fuge.command(0x1011)
    $Fuge.allow([(role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Calls a programme off.
  programme @0 :Data $Fuge.id("programme") $Fuge.stream $Fuge.required;
  reason @1 :Text $Fuge.max(2000) $Fuge.min(1) $Fuge.required;
}

struct ProgrammeCancelled $Fuge.event(0x1011) $Fuge.audience(public)
    $Fuge.says(de = "Abgesagt: {programme}", en = "Cancelled: {programme}") {
  programme @0 :Data $Fuge.id("programme") $Fuge.owner;
  reason @1 :Text $Fuge.sealed(text);
}

struct PublishResults $Fuge.command(0x1012)
    $Fuge.allow([(role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Tells everybody what came of a completed programme. Published again, the newer text counts.
  programme @0 :Data $Fuge.id("programme") $Fuge.stream $Fuge.required;
  text @1 :Text $Fuge.max(8000) $Fuge.min(1) $Fuge.required;
}

struct ResultsPublished $Fuge.event(0x1012) $Fuge.audience(public)
    $Fuge.says(de = "Ergebnisse von {programme}: {text}", en = "Results of {programme}: {text}") {
  programme @0 :Data $Fuge.id("programme") $Fuge.owner;
  text @1 :Text $Fuge.sealed(text);
}
