# SPDX-FileCopyrightText: 2026 The Fuge contributors
# SPDX-License-Identifier: EUPL-1.2

@0xf0a3d1c96b7e6701;
# The hub itself: what it is called, the measures that everything it does belongs to, and how its visitors are counted.
# A log holds one tenant, so there is one stream, always of the id 74656e61-6e74-8000-8000-000000000001.

using Cxx = import "/capnp/c++.capnp";
using Fuge = import "fuge.capnp";
$Cxx.namespace("core::tenant");
$Fuge.family(13);
$Fuge.known(de = "Hub", en = "hub",
    isDe = "Der Hub einer Stadt selbst: wie er heißt und welche Maßnahmen er zählt.",
    isEn = "The hub of a city itself: what it is called and which measures it counts.",
    endsDe = "Nichts: genannt wird nur, wessen Text entfernt wurde.",
    endsEn = "Nothing: only who wrote a text that was removed is named.");

struct ConfigureTenant $Fuge.command(0x0d01) $Fuge.allow([(role = operator, scope = tenant)]) {
  # Names the hub. The first time it also says in which time zone its days begin; that stays.
  tenant @0 :Data $Fuge.id("tenant") $Fuge.stream $Fuge.required;
  # 74656e61-6e74-8000-8000-000000000001
  nameDe @1 :Text $Fuge.max(200) $Fuge.min(1) $Fuge.required;
  nameEn @2 :Text $Fuge.max(200) $Fuge.min(1) $Fuge.required;
  zone @3 :Text $Fuge.max(60) $Fuge.min(1) $Fuge.required;
  # A name of the IANA time zone database, as "Europe/Berlin".
  languages @4 :List(Text) $Fuge.language $Fuge.max(16);
  # What the hub speaks, the first one first; absent: German and English.
}

struct TenantConfigured $Fuge.event(0x0d01) $Fuge.audience(public)
    $Fuge.says(de = "Willkommen: {nameDe}", en = "Welcome: {nameEn}") {
  tenant @0 :Data $Fuge.id("tenant");
  nameDe @1 :Text;
  nameEn @2 :Text;
  zone @3 :Text;
  languages @4 :List(Text);
}

struct DefineMeasure $Fuge.command(0x0d02)
    $Fuge.allow([(role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Adds a measure: what sessions, projects, ideas and challenges are counted under.
  tenant @0 :Data $Fuge.id("tenant") $Fuge.stream $Fuge.required;
  measure @1 :Data $Fuge.id("measure") $Fuge.required;
  code @2 :Text $Fuge.max(40) $Fuge.min(1) $Fuge.required;
  # Its short name in reports, as "smart_spaces"; no two measures share one.
  nameDe @3 :Text $Fuge.max(200) $Fuge.min(1) $Fuge.required;
  nameEn @4 :Text $Fuge.max(200) $Fuge.min(1) $Fuge.required;
  secondary @5 :Bool;
  # May be named as a second measure only, beside the primary one that a thing is counted under.
}

struct MeasureDefined $Fuge.event(0x0d02) $Fuge.audience(public)
    $Fuge.says(de = "Neue Maßnahme: {nameDe}", en = "New measure: {nameEn}") {
  tenant @0 :Data $Fuge.id("tenant");
  measure @1 :Data $Fuge.id("measure");
  code @2 :Text;
  nameDe @3 :Text;
  nameEn @4 :Text;
  secondary @5 :Bool;
}

struct RetireMeasure $Fuge.command(0x0d03)
    $Fuge.allow([(role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Counts nothing new under a measure. What is counted under it already stays.
  tenant @0 :Data $Fuge.id("tenant") $Fuge.stream $Fuge.required;
  measure @1 :Data $Fuge.id("measure") $Fuge.required;
}

struct MeasureRetired $Fuge.event(0x0d03) $Fuge.audience(public)
    $Fuge.says(de = "Eine Maßnahme ist beendet.", en = "A measure has ended.") {
  tenant @0 :Data $Fuge.id("tenant");
  measure @1 :Data $Fuge.id("measure");
}

enum VisitorSource {
  # Whose count of the visitors of a place is the one that counts.
  unspecified @0 $Fuge.called(de = "nichts", en = "nothing");
  doorCounter @1 $Fuge.called(de = "der Türzähler", en = "the door counter");
  activities @2 $Fuge.called(de = "die Aktivitäten", en = "the activities");
  # The sum of those who attended, visited the showroom or came to a booking.
}

struct ChooseVisitorSource $Fuge.command(0x0d04)
    $Fuge.allow([(role = spaceManager, scope = tenant), (role = evaluator, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Says which source counts the visitors of a place on a day: one, so that nobody is counted twice. It stays.
  tenant @0 :Data $Fuge.id("tenant") $Fuge.stream $Fuge.required;
  place @1 :Data $Fuge.id("space") $Fuge.required;
  day @2 :Text $Fuge.max(10) $Fuge.required;
  # Of the hub's calendar, as "2026-11-24".
  source @3 :VisitorSource $Fuge.required;
}

struct VisitorSourceChosen $Fuge.event(0x0d04) $Fuge.audience(staff)
    $Fuge.says(de = "Besucher am {day} zählt: {source}", en = "Visitors on {day} are counted by: {source}") {
  tenant @0 :Data $Fuge.id("tenant");
  place @1 :Data $Fuge.id("space");
  day @2 :Text;
  source @3 :VisitorSource;
}

struct ArchiveTenant $Fuge.command(0x0d05) $Fuge.allow([(role = operator, scope = tenant)]) {
  # Ends the hub's work. Everything can still be read, people still decide about their own accounts, and privacy requests are still
  # answered; nothing else happens.
  tenant @0 :Data $Fuge.id("tenant") $Fuge.stream $Fuge.required;
}

struct TenantArchived $Fuge.event(0x0d05) $Fuge.audience(public)
    $Fuge.says(de = "Der Hub hat seine Arbeit beendet.", en = "The hub has ended its work.") {
  tenant @0 :Data $Fuge.id("tenant");
}

struct ReopenTenant $Fuge.command(0x0d06) $Fuge.allow([(role = operator, scope = tenant)]) {
  # Takes up the work of an archived hub again.
  tenant @0 :Data $Fuge.id("tenant") $Fuge.stream $Fuge.required;
}

struct TenantReopened $Fuge.event(0x0d06) $Fuge.audience(public)
    $Fuge.says(de = "Der Hub arbeitet wieder.", en = "The hub is at work again.") {
  tenant @0 :Data $Fuge.id("tenant");
}

struct RecordFork $Fuge.command(0x0d07) $Fuge.allow([(role = operator, scope = tenant)]) {
  # That this log goes on from another one, whose events it was restored from. fuge restore does so by itself. At the console only.
  tenant @0 :Data $Fuge.id("tenant") $Fuge.stream $Fuge.required;
  parent @1 :Text $Fuge.max(200) $Fuge.min(1) $Fuge.required;
  size @2 :UInt64 $Fuge.range(min = 0, max = 9007199254740991) $Fuge.required;
  root @3 :Text $Fuge.max(44) $Fuge.min(44) $Fuge.required;
}

struct LogForked $Fuge.event(0x0d07) $Fuge.audience(public)
    $Fuge.says(de = "Das Log wurde aus einer Sicherung wiederhergestellt: seine ersten {size} Ereignisse sind die von {parent}, von hier an ist es ein eigenes.", en = "The log was restored from a backup: its first {size} events are those of {parent}, from here on it is one of its own.") {
  # The first event of a log that was restored. What its parent recorded beyond that size is not in it.
  tenant @0 :Data $Fuge.id("tenant");
  parent @1 :Text;
  # The origin of the parent's checkpoints, as "fuge/0123456789abcdef0123456789abcdef".
  size @2 :UInt64;
  # How many events they have in common.
  root @3 :Text;
  # Of the tree over these: base64 of 32 bytes, as a checkpoint of that size says it.
}

struct RedactText $Fuge.command(0x0d10)
    $Fuge.allow([(role = member, scope = tenant), (role = moderator, scope = tenant), (role = privacyOfficer, scope = tenant), (role = operator, scope = tenant)]) {
  # Removes one text for good, with all that one event says under the key of a team, project, challenge and so on: its key is
  # destroyed within seconds. Whoever wrote it may, and staff, who say why.
  tenant @0 :Data $Fuge.id("tenant") $Fuge.stream $Fuge.required;
  of @1 :Data $Fuge.id("any") $Fuge.required;
  # Whose text it is: the team, project, challenge.
  event @2 :UInt64 $Fuge.required $Fuge.range(min = 1, max = 9007199254740991);
  # The position of the event that holds it.
  reason @3 :Text $Fuge.max(2000);
}

struct RedactionOrdered $Fuge.event(0x0d10) $Fuge.audience(staff)
    $Fuge.says(de = "Ein Text wird entfernt.", en = "A text is being removed.") {
  tenant @0 :Data $Fuge.id("tenant") $Fuge.owner;
  of @1 :Data $Fuge.id("any");
  event @2 :UInt64;
  text @3 :Data $Fuge.id("text");
  author @4 :Data $Fuge.id("subject") $Fuge.notice(answer);
  reason @5 :Text $Fuge.sealed(text);
}

struct ExecuteRedaction $Fuge.command(0x0d11) $Fuge.allow([(role = operator, scope = tenant)]) {
  # Destroys the key of a text whose removal was ordered. The hub does so by itself.
  tenant @0 :Data $Fuge.id("tenant") $Fuge.stream $Fuge.required;
  of @1 :Data $Fuge.id("any") $Fuge.required;
  event @2 :UInt64 $Fuge.required $Fuge.range(min = 1, max = 9007199254740991);
  again @3 :Bool;
  # It was removed before and has come back with a copy from before: nobody has to order it. At the console only.
}

struct TextRedacted $Fuge.event(0x0d11) $Fuge.audience(staff)
    $Fuge.says(de = "Ein Text wurde entfernt.", en = "A text was removed.") {
  tenant @0 :Data $Fuge.id("tenant");
  of @1 :Data $Fuge.id("any");
  event @2 :UInt64;
  text @3 :Data $Fuge.id("text") $Fuge.destroys(text);
}

struct SetRetention $Fuge.command(0x0d12) $Fuge.allow([(role = operator, scope = tenant)]) {
  # Says how long the account of somebody is kept who does nothing any more. After that they are reminded; when they still do
  # nothing, their erasure is requested after the grace, with the time to think it over that everybody has.
  tenant @0 :Data $Fuge.id("tenant") $Fuge.stream $Fuge.required;
  idleDays @1 :UInt32 $Fuge.required $Fuge.range(min = 0, max = 3650);
  # At least 30; 0: for ever.
  graceDays @2 :UInt32 $Fuge.required $Fuge.range(min = 7, max = 365);
}

struct RetentionSet $Fuge.event(0x0d12) $Fuge.audience(members)
    $Fuge.says(de = "Wer {idleDays} Tage lang nichts tut, wird erinnert, und {graceDays} Tage danach wird die Löschung des Kontos beantragt. (0: nie)", en = "Who does nothing for {idleDays} days is reminded, and {graceDays} days later the erasure of the account is requested. (0: never)") {
  tenant @0 :Data $Fuge.id("tenant");
  idleDays @1 :UInt32;
  graceDays @2 :UInt32;
}

struct MeasureShown {
  measure @0 :Data $Fuge.id("measure");
  code @1 :Text;
  nameDe @2 :Text;
  nameEn @3 :Text;
  primary @4 :Bool;
  # Whether a thing may be counted under it in the first place.
  retired @5 :Bool;
}

struct GetTenant $Fuge.query(0x0d01)
    $Fuge.allow([(role = anonymous, scope = tenant), (role = member, scope = tenant), (role = operator, scope = tenant)]) {
  # The hub: what it is called and which measures it counts, in the order of their definition.
  atLeast @0 :UInt64;
}

struct GetTenantReply {
  position @0 :UInt64;
  tenant @1 :Data $Fuge.id("tenant");
  nameDe @2 :Text;
  nameEn @3 :Text;
  zone @4 :Text;
  languages @5 :List(Text);
  archived @6 :Bool;
  measures @7 :List(MeasureShown);
  version @8 :UInt64;
}

struct SourceShown {
  place @0 :Data $Fuge.id("space");
  day @1 :Text;
  source @2 :VisitorSource;
}

struct VisitorSources $Fuge.query(0x0d02)
    $Fuge.allow([(role = spaceManager, scope = tenant), (role = evaluator, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Which source counts the visitors of a place, by day.
  place @0 :Data $Fuge.id("space") $Fuge.required;
  from @1 :Text $Fuge.max(10);
  # The first day asked about; absent: from the beginning.
  limit @2 :UInt16 $Fuge.range(min = 0, max = 400);
  # Days of one page; 0 means 31.
  atLeast @3 :UInt64;
}

struct VisitorSourcesReply {
  position @0 :UInt64;
  sources @1 :List(SourceShown);
}
