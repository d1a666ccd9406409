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
    isEn = "Whom a person does not want to see, and what they report.");

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
  blocked @1 :Data $Fuge.id("subject");
}

struct UnblockPerson $Fuge.command(0x1402) $Fuge.allow([(role = member, scope = self)]) {
  # Takes that back.
  person @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  blocked @1 :Data $Fuge.id("subject") $Fuge.required;
}

struct PersonUnblocked $Fuge.event(0x1402) $Fuge.audience(private)
    $Fuge.says(de = "Jemand ist nicht mehr blockiert.", en = "Somebody is no longer blocked.") {
  person @0 :Data $Fuge.id("subject") $Fuge.subject;
  blocked @1 :Data $Fuge.id("subject");
}

struct ReportPerson $Fuge.command(0x1403) $Fuge.allow([(role = member, scope = self)]) {
  # Tells staff about somebody or something that breaks the rules of the house.
  person @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  # Who reports: oneself.
  kind @1 :Reported $Fuge.required;
  about @2 :Data $Fuge.id("any") $Fuge.required;
  reason @3 :Text $Fuge.max(2000) $Fuge.min(1) $Fuge.required;
}

struct PersonReported $Fuge.event(0x1403) $Fuge.audience(staff)
    $Fuge.says(de = "Meldung: {reason}", en = "Report: {reason}") {
  person @0 :Data $Fuge.id("subject") $Fuge.subject;
  kind @1 :Reported;
  about @2 :Data $Fuge.id("any");
  reason @3 :Text $Fuge.sealed(person);
}
