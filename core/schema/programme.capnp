# SPDX-FileCopyrightText: 2026 The Fuge contributors
# SPDX-License-Identifier: EUPL-1.2

@0xf0a3d1c96b7e6a01;
# Programmes: a hackathon, a semester of practice transfer, an incubator batch and the like. Who applies, who takes part, with
# which partners, and how far it has come.

using Cxx = import "/capnp/c++.capnp";
using Fuge = import "fuge.capnp";
$Cxx.namespace("core::programme");
$Fuge.family(16);
$Fuge.known(de = "Programm", en = "programme",
    isDe = "Ein Format mit Anfang, Phasen und Ende: Hackathon, Praxistransfer, Inkubator, Code Week.",
    isEn = "A format with a beginning, phases and an end: hackathon, practice transfer, incubator, Code Week.",
    endsDe = "Bewerbungen vor dem Beginn enden, der Platz geht weiter. Wer teilgenommen hat, bleibt gezählt, ohne den Namen.",
    endsEn = "Applications before the start end, the seat goes on. Who has taken part stays counted, without the name.");

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
  programmeCancelled @7;
  # Was not over when the programme was called off. Said in answers only.
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
  # Teams may hand in until then, which has not passed yet; absent: as long as the programme runs.
}

struct ProgrammeAnnounced $Fuge.event(0x1001) $Fuge.audience(public)
    $Fuge.says(de = "Neues Programm: {title}", en = "New programme: {title}") {
  programme @0 :Data $Fuge.id("programme") $Fuge.owner;
  kind @1 :ProgrammeKind;
  title @2 :Text $Fuge.sealed(text) $Fuge.searchable(name);
  about @3 :Text $Fuge.sealed(text) $Fuge.searchable(text);
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
    $Fuge.says(de = "„{programme}“ plant eine Phase: {title}", en = "“{programme}” plans a phase: {title}") {
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
  deadline @1 :Int64 $Fuge.instant;
  # Absent: until they are closed, or the programme starts.
}

struct ApplicationsOpened $Fuge.event(0x1003) $Fuge.audience(public)
    $Fuge.says(de = "„{programme}“ nimmt Bewerbungen an.", en = "“{programme}” takes applications.") {
  programme @0 :Data $Fuge.id("programme") $Fuge.owner;
  deadline @1 :Int64 $Fuge.instant;
  # 0: until they are closed.
}

struct CloseApplications $Fuge.command(0x1004)
    $Fuge.allow([(role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Takes no more applications, until opened again.
  programme @0 :Data $Fuge.id("programme") $Fuge.stream $Fuge.required;
}

struct ApplicationsClosed $Fuge.event(0x1004) $Fuge.audience(public)
    $Fuge.says(de = "„{programme}“ nimmt keine Bewerbungen mehr an.", en = "“{programme}” takes no more applications.") {
  programme @0 :Data $Fuge.id("programme") $Fuge.owner;
}

struct SubmitApplication $Fuge.command(0x1005)
    $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Applies to take part, while applications are open; for a whole team, if its lead asks for that.
  programme @0 :Data $Fuge.id("programme") $Fuge.stream $Fuge.required;
  person @1 :Data $Fuge.id("subject");
  # Whose; the caller's own if absent. Only those who run the programme may name somebody else.
  message @2 :Text $Fuge.max(4000);
  team @3 :Data $Fuge.id("team");
  # Applies for all its members: nobody decides about one of them without the others, and they wait until there are seats for all.
}

struct ApplicationSubmitted $Fuge.event(0x1005) $Fuge.audience(private)
    $Fuge.says(de = "Bewerbung eingereicht: {programme}", en = "Application submitted: {programme}") {
  programme @0 :Data $Fuge.id("programme") $Fuge.notice(decision);
  person @1 :Data $Fuge.id("subject") $Fuge.subject $Fuge.notice(role);
  message @2 :Text $Fuge.sealed(person);
  team @3 :Data $Fuge.id("team");
  # Which applies as a whole.
}

struct AcceptApplication $Fuge.command(0x1006)
    $Fuge.allow([(role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Gives a seat; where there is none left, or somebody waits for one already, a place at the end of the wait-list. Of a team: to all of it or to nobody.
  # The wait-list is served in its order. Seats that become free go to its head, and whoever is not the head stays where they are; a team that needs
  # more seats than are free keeps the head, and those behind it wait too. Without a bound of seats nobody takes one from anybody: the order is free.
  programme @0 :Data $Fuge.id("programme") $Fuge.stream $Fuge.required;
  person @1 :Data $Fuge.id("subject") $Fuge.required;
}

struct ApplicationAccepted $Fuge.event(0x1006) $Fuge.audience(private)
    $Fuge.says(de = "Bewerbung angenommen: {programme}", en = "Application accepted: {programme}") {
  programme @0 :Data $Fuge.id("programme");
  person @1 :Data $Fuge.id("subject") $Fuge.subject $Fuge.notice(answer);
  was @2 :ApplicationStanding;
  # Where the application stood before.
  ticket @3 :UInt64;
  # The place in the wait-list that it gives up; 0 if none.
  promoted @4 :Bool $Fuge.byItself;
  # By itself, because a seat became free.
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
  person @1 :Data $Fuge.id("subject") $Fuge.subject $Fuge.notice(answer);
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
  person @1 :Data $Fuge.id("subject") $Fuge.subject $Fuge.notice(answer);
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
  person @1 :Data $Fuge.id("subject") $Fuge.subject $Fuge.notice(answer);
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
  person @1 :Data $Fuge.id("subject") $Fuge.subject $Fuge.notice(answer);
  status @2 :EnrolmentStatus;
  was @3 :ApplicationStanding;
  # enrolled: only the status is another one.
}

struct AddPartner $Fuge.command(0x100b)
    $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Names an organisation as a partner in one role: one's own, or any by who runs the programme.
  programme @0 :Data $Fuge.id("programme") $Fuge.stream $Fuge.required;
  organisation @1 :Data $Fuge.id("organisation") $Fuge.required;
  role @2 :PartnerRole;
}

struct PartnerJoined $Fuge.event(0x100b) $Fuge.audience(public)
    $Fuge.says(de = "{organisation} ist jetzt Partner von „{programme}“.", en = "{organisation} is now a partner of “{programme}”.") {
  programme @0 :Data $Fuge.id("programme") $Fuge.owner $Fuge.notice(decision);
  organisation @1 :Data $Fuge.id("organisation");
  role @2 :PartnerRole;
}

struct RemovePartner $Fuge.command(0x100c)
    $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Ends what an organisation was to the programme in one role: one's own, or any by who runs the programme.
  programme @0 :Data $Fuge.id("programme") $Fuge.stream $Fuge.required;
  organisation @1 :Data $Fuge.id("organisation") $Fuge.required;
  role @2 :PartnerRole;
}

struct PartnerLeft $Fuge.event(0x100c) $Fuge.audience(members)
    $Fuge.says(de = "{organisation} ist nicht mehr Partner von „{programme}“.", en = "{organisation} is no longer a partner of “{programme}”.") {
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
    $Fuge.says(de = "Ein Studiengang nimmt an „{programme}“ teil: {code}", en = "A degree programme takes part in “{programme}”: {code}") {
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
    $Fuge.says(de = "„{programme}“ hat begonnen.", en = "“{programme}” has begun.") {
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
    $Fuge.says(de = "„{programme}“ ist jetzt in Phase {to}.", en = "“{programme}” is in phase {to} now.") {
  programme @0 :Data $Fuge.id("programme") $Fuge.owner;
  to @1 :UInt8;
}

struct CompleteProgramme $Fuge.command(0x1010)
    $Fuge.allow([(role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Ends a running programme.
  programme @0 :Data $Fuge.id("programme") $Fuge.stream $Fuge.required;
}

struct ProgrammeCompleted $Fuge.event(0x1010) $Fuge.audience(public)
    $Fuge.says(de = "„{programme}“ ist abgeschlossen.", en = "“{programme}” is completed.") {
  programme @0 :Data $Fuge.id("programme") $Fuge.owner;
}

struct CancelProgramme $Fuge.command(0x1011)
    $Fuge.allow([(role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Calls a programme off. All who take part or have applied are told, and its partners.
  programme @0 :Data $Fuge.id("programme") $Fuge.stream $Fuge.required;
  reason @1 :Text $Fuge.max(2000) $Fuge.min(1) $Fuge.required;
}

struct ProgrammeCancelled $Fuge.event(0x1011) $Fuge.audience(public)
    $Fuge.says(de = "„{programme}“ ist abgesagt: {reason}", en = "“{programme}” is cancelled: {reason}") {
  programme @0 :Data $Fuge.id("programme") $Fuge.owner $Fuge.participants(answer);
  reason @1 :Text $Fuge.sealed(text);
}

struct PublishResults $Fuge.command(0x1012)
    $Fuge.allow([(role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Tells everybody what came of a completed programme. Published again, the newer text counts.
  programme @0 :Data $Fuge.id("programme") $Fuge.stream $Fuge.required;
  text @1 :Text $Fuge.max(8000) $Fuge.min(1) $Fuge.required;
}

struct ResultsPublished $Fuge.event(0x1012) $Fuge.audience(public)
    $Fuge.says(de = "Ergebnisse von „{programme}“: {text}", en = "Results of “{programme}”: {text}") {
  programme @0 :Data $Fuge.id("programme") $Fuge.owner;
  text @1 :Text $Fuge.sealed(text);
}

struct SetCapacity $Fuge.command(0x1013)
    $Fuge.allow([(role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Says how many may take part; 0: no bound. Seats that this makes go to those who have waited longest.
  programme @0 :Data $Fuge.id("programme") $Fuge.stream $Fuge.required;
  capacity @1 :UInt32 $Fuge.range(min = 0, max = 100000) $Fuge.required;
}

struct CapacitySet $Fuge.event(0x1013) $Fuge.audience(members)
    $Fuge.says(de = "Die Zahl der Plätze ist jetzt eine andere: {programme}", en = "The number of seats has changed: {programme}") {
  programme @0 :Data $Fuge.id("programme") $Fuge.owner;
  capacity @1 :UInt32;
}

struct Partnership {
  organisation @0 :Data $Fuge.id("organisation");
  role @1 :PartnerRole;
}

struct StudyShown {
  university @0 :Data $Fuge.id("organisation");
  code @1 :Text;
}

struct PhaseShown {
  title @0 :Text;
  ends @1 :Int64 $Fuge.instant;
}

struct GetProgramme $Fuge.query(0x1001)
    $Fuge.allow([(role = anonymous, scope = tenant), (role = member, scope = tenant), (role = operator, scope = tenant)]) {
  # One programme, and where the asking person's own application stands.
  programme @0 :Data $Fuge.id("programme") $Fuge.required;
  atLeast @1 :UInt64;
}

struct GetProgrammeReply {
  position @0 :UInt64;
  programme @1 :Data $Fuge.id("programme");
  title @2 :Text;
  about @3 :Text;
  kind @4 :ProgrammeKind;
  stage @5 :ProgrammeStage;
  measure @6 :Data $Fuge.id("measure");
  capacity @7 :UInt32;
  taken @8 :UInt32;
  # Seats: accepted and enrolled.
  waiting @9 :UInt32;
  teamSizeMin @10 :UInt8;
  teamSizeMax @11 :UInt8;
  severalTeams @12 :Bool;
  phases @13 :List(PhaseShown);
  phase @14 :UInt8;
  # Where it is now, counted from 1; 0 before the start.
  starts @15 :Int64 $Fuge.instant;
  ends @16 :Int64 $Fuge.instant;
  applicationsUntil @17 :Int64 $Fuge.instant;
  submissionsUntil @18 :Int64 $Fuge.instant;
  partners @19 :List(Partnership);
  studies @20 :List(StudyShown);
  reason @21 :Text;
  # Of a cancelled one.
  results @22 :Text;
  standing @23 :ApplicationStanding;
  ahead @24 :UInt32;
  # How many wait before the asking person.
  version @25 :UInt64;
}

struct ProgrammeItem {
  programme @0 :Data $Fuge.id("programme");
  title @1 :Text;
  kind @2 :ProgrammeKind;
  stage @3 :ProgrammeStage;
  starts @4 :Int64 $Fuge.instant;
  ends @5 :Int64 $Fuge.instant;
  applicationsUntil @6 :Int64 $Fuge.instant;
  announcedPosition @7 :UInt64;
}

struct SearchProgramme $Fuge.query(0x1002)
    $Fuge.allow([(role = anonymous, scope = tenant), (role = member, scope = tenant), (role = operator, scope = tenant)]) {
  # Programmes that pass every filter given, the last announced first.
  kinds @0 :List(ProgrammeKind) $Fuge.max(8);
  stages @1 :List(ProgrammeStage) $Fuge.max(8);
  measure @2 :Data $Fuge.id("measure");
  after @3 :Data $Fuge.id("programme");
  # The last programme of the page before.
  limit @4 :UInt16 $Fuge.range(min = 0, max = 100);
  # 0 means 20.
  atLeast @5 :UInt64;
}

struct SearchProgrammeReply {
  position @0 :UInt64;
  items @1 :List(ProgrammeItem);
  total @2 :UInt64;
}

struct Applicant {
  person @0 :Data $Fuge.id("subject");
  displayName @1 :Text;
  standing @2 :ApplicationStanding;
  status @3 :EnrolmentStatus;
  ahead @4 :UInt32;
  # How many wait before this person.
  message @5 :Text;
  submittedPosition @6 :UInt64;
  team @7 :Data $Fuge.id("team");
  # With which the person applied.
}

struct StandingCount {
  standing @0 :ApplicationStanding;
  count @1 :UInt32;
}

struct TeamsCount {
  forming @0 :UInt32;
  complete @1 :UInt32;
  locked @2 :UInt32;
  dissolved @3 :UInt32;
  handedIn @4 :UInt32;
  # Those with a final result.
}

struct Cockpit $Fuge.query(0x1003)
    $Fuge.allow([(role = programmeManager, scope = programme), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # What those who run a programme see of it; nobody else does.
  programme @0 :Data $Fuge.id("programme") $Fuge.stream $Fuge.required;
  standings @1 :List(ApplicationStanding) $Fuge.max(8);
  # Of the applicants; absent: all. The wait-list comes in its order, everybody else in the order of their applications.
  after @2 :Data $Fuge.id("subject");
  limit @3 :UInt16 $Fuge.range(min = 0, max = 100);
  # 0 means 20.
  atLeast @4 :UInt64;
}

struct CockpitReply {
  position @0 :UInt64;
  stage @1 :ProgrammeStage;
  phase @2 :UInt8;
  phases @3 :UInt8;
  capacity @4 :UInt32;
  applications @5 :List(StandingCount);
  applicants @6 :List(Applicant);
  total @7 :UInt64;
  # Applicants that pass the filter.
  teams @8 :TeamsCount;
  partners @9 :List(Partnership);
  studies @10 :UInt32;
  version @11 :UInt64;
}

struct OwnApplication {
  programme @0 :Data $Fuge.id("programme");
  title @1 :Text;
  stage @2 :ProgrammeStage;
  standing @3 :ApplicationStanding;
  status @4 :EnrolmentStatus;
  ahead @5 :UInt32;
}

struct OwnApplications $Fuge.query(0x1004) $Fuge.allow([(role = member, scope = tenant)]) {
  # Everything the asking person has applied to.
  atLeast @0 :UInt64;
}

struct OwnApplicationsReply {
  position @0 :UInt64;
  applications @1 :List(OwnApplication);
}
