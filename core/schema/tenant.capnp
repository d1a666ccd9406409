# SPDX-FileCopyrightText: 2026 The Fuge contributors
# SPDX-License-Identifier: EUPL-1.2

@0xf0a3d1c96b7e6701;
# The hub itself: what it is called, and the measures that everything it does belongs to.
# A log holds one tenant, so there is one stream, always of the id 74656e61-6e74-8000-8000-000000000001.

using Cxx = import "/capnp/c++.capnp";
using Fuge = import "fuge.capnp";
$Cxx.namespace("core::tenant");
$Fuge.family(13);
$Fuge.known(de = "Hub", en = "hub",
    isDe = "Der Hub einer Stadt selbst: wie er heißt und welche Maßnahmen er zählt.",
    isEn = "The hub of a city itself: what it is called and which measures it counts.");

struct ConfigureTenant $Fuge.command(0x0d01) $Fuge.allow([(role = operator, scope = tenant)]) {
  # Names the hub. The first time it also says in which time zone its days begin; that stays.
  tenant @0 :Data $Fuge.id("tenant") $Fuge.stream $Fuge.required;
  # 74656e61-6e74-8000-8000-000000000001
  nameDe @1 :Text $Fuge.max(200) $Fuge.min(1) $Fuge.required;
  nameEn @2 :Text $Fuge.max(200) $Fuge.min(1) $Fuge.required;
  zone @3 :Text $Fuge.max(60) $Fuge.min(1) $Fuge.required;
  # A name of the IANA time zone database, as "Europe/Berlin".
}

struct TenantConfigured $Fuge.event(0x0d01) $Fuge.audience(public)
    $Fuge.says(de = "Willkommen: {nameDe}", en = "Welcome: {nameEn}") {
  tenant @0 :Data $Fuge.id("tenant");
  nameDe @1 :Text;
  nameEn @2 :Text;
  zone @3 :Text;
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
}

struct MeasureDefined $Fuge.event(0x0d02) $Fuge.audience(public)
    $Fuge.says(de = "Neue Maßnahme: {nameDe}", en = "New measure: {nameEn}") {
  tenant @0 :Data $Fuge.id("tenant");
  measure @1 :Data $Fuge.id("measure");
  code @2 :Text;
  nameDe @3 :Text;
  nameEn @4 :Text;
}
