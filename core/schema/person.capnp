# SPDX-FileCopyrightText: 2026 The Fuge contributors
# SPDX-License-Identifier: EUPL-1.2

@0xf0a3d1c96b7e6e01;
# What people do about other people: keep away from them, and report what should not be there.

using Cxx = import "/capnp/c++.capnp";
using Fuge = import "fuge.capnp";
$Cxx.namespace("core::person");
$Fuge.family(20);
$Fuge.known(de = "Abstand", en = "keeping apart",
    isDe = "Wen eine Person nicht sehen will, und was sie meldet.",
    isEn = "Whom a person does not want to see, and what they report.",
    endsDe = "Offene Meldungen können nicht mehr gelesen werden und sind erledigt.",
    endsEn = "Open reports can no longer be read and are settled.");

enum Reported {
  person @0;
  organisation @1;
  challenge @2;
}

struct BlockPerson $Fuge.command(0x1401) $Fuge.allow([(role = member, scope = self)]) {
  # Keeps somebody away: neither finds, is suggested or is shown the other any more. The other one is not told.
  person @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  # Oneself.
  blocked @1 :Data $Fuge.id("subject") $Fuge.required;
}

struct PersonBlocked $Fuge.event(0x1401) $Fuge.audience(private)
    $Fuge.says(de = "Jemand ist blockiert.", en = "Somebody is blocked.") {
  person @0 :Data $Fuge.id("subject") $Fuge.subject;
  blocked @1 :Data $Fuge.id("subject") $Fuge.conceals;
}

struct UnblockPerson $Fuge.command(0x1402) $Fuge.allow([(role = member, scope = self)]) {
  # Takes that back.
  person @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  blocked @1 :Data $Fuge.id("subject") $Fuge.required;
}

struct PersonUnblocked $Fuge.event(0x1402) $Fuge.audience(private)
    $Fuge.says(de = "Jemand ist nicht mehr blockiert.", en = "Somebody is no longer blocked.") {
  person @0 :Data $Fuge.id("subject") $Fuge.subject;
  blocked @1 :Data $Fuge.id("subject") $Fuge.conceals;
}

struct ReportPerson $Fuge.command(0x1403) $Fuge.allow([(role = member, scope = self)]) {
  # Tells staff about somebody or something that breaks the rules of the house.
  person @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  # Who reports: oneself.
  kind @1 :Reported $Fuge.required;
  about @2 :Data $Fuge.id("any") $Fuge.required;
  reason @3 :Text $Fuge.max(2000) $Fuge.min(1) $Fuge.required;
}

struct PersonReported $Fuge.event(0x1403) $Fuge.audience(private)
    $Fuge.says(de = "Meldung über {about}: {reason}", en = "Report about {about}: {reason}") {
  person @0 :Data $Fuge.id("subject") $Fuge.subject;
  kind @1 :Reported;
  about @2 :Data $Fuge.id("any") $Fuge.conceals;
  reason @3 :Text $Fuge.sealed(person);
  hub @4 :Data $Fuge.id("tenant") $Fuge.notice(decision);
  # Whose moderators are notified.
}

struct SettleReport $Fuge.command(0x1404)
    $Fuge.allow([(role = moderator, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Says what came of a report. Whoever reported is told; whom it is about is not.
  person @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  # Who reported.
  report @1 :UInt32 $Fuge.required;
  # Which of that person's reports, as person.listReports numbers them.
  outcome @2 :Text $Fuge.max(2000) $Fuge.min(1) $Fuge.required;
}

struct ReportSettled $Fuge.event(0x1404) $Fuge.audience(private)
    $Fuge.says(de = "Meldung bearbeitet: {outcome}", en = "Report settled: {outcome}") {
  person @0 :Data $Fuge.id("subject") $Fuge.subject $Fuge.notice(answer);
  report @1 :UInt32;
  about @2 :Data $Fuge.id("any") $Fuge.conceals;
  outcome @3 :Text $Fuge.sealed(person);
}

struct ReportShown {
  person @0 :Data $Fuge.id("subject");
  # Who reported.
  report @1 :UInt32;
  # The first report of this person is 1.
  kind @2 :Reported;
  about @3 :Data $Fuge.id("any");
  name @4 :Text;
  # What it is called today; empty where nobody knows.
  reason @5 :Text;
  reported @6 :Int64 $Fuge.instant;
  handled @7 :Bool;
  outcome @8 :Text;
  settled @9 :Int64 $Fuge.instant;
  position @10 :UInt64;
}

struct ListReports $Fuge.query(0x1401)
    $Fuge.allow([(role = moderator, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # What was reported, the newest first: but for what is about oneself, one's organisation or one's own challenge.
  after @0 :UInt64;
  # Those older than this position, the last one of the page before; 0 from the newest.
  limit @1 :UInt16 $Fuge.range(min = 0, max = 200);
  open @2 :Bool;
  # Only what nobody has settled.
  atLeast @3 :UInt64;
}

struct ListReportsReply {
  reports @0 :List(ReportShown);
  total @1 :UInt64;
  position @2 :UInt64;
  more @3 :Bool;
  # There are older ones.
}
