# SPDX-FileCopyrightText: 2026 The Fuge contributors
# SPDX-License-Identifier: EUPL-1.2

@0xf0a3d1c96b7e5f01;
# Further education: what a provider teaches. Runs, enrolment and certificates join this family later.

using Cxx = import "/capnp/c++.capnp";
using Fuge = import "fuge.capnp";
$Cxx.namespace("core::course");
$Fuge.family(5);
$Fuge.known(de = "Kurs", en = "course",
    isDe = "Ein Bildungsangebot und was es lehrt.",
    isEn = "Something to learn, and the skills it teaches.");

struct DesignCourse $Fuge.command(0x0501)
    $Fuge.allow([(role = educator, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Offers a course with the skills it teaches. Designing it again replaces what it teaches.
  course @0 :Data $Fuge.id("course") $Fuge.stream $Fuge.required;
  title @1 :Text $Fuge.max(400) $Fuge.min(1) $Fuge.required;
  provider @2 :Text $Fuge.max(200);
  language @3 :Text $Fuge.language;
  teaches @4 :List(Fuge.Skill) $Fuge.max(50);
}

struct CourseDesigned $Fuge.event(0x0501) $Fuge.audience(public)
    $Fuge.says(de = "Neuer Kurs: {title}", en = "New course: {title}") {
  course @0 :Data $Fuge.id("course");
  title @1 :Text $Fuge.searchable(name);
  provider @2 :Text $Fuge.searchable(text);
  language @3 :Text;
  teaches @4 :List(Fuge.Skill);
}

struct WithdrawCourse $Fuge.command(0x0502)
    $Fuge.allow([(role = educator, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Takes a course out of the catalogue.
  course @0 :Data $Fuge.id("course") $Fuge.stream $Fuge.required;
}

struct CourseWithdrawn $Fuge.event(0x0502) $Fuge.audience(public)
    $Fuge.says(de = "Ein Kurs wird nicht mehr angeboten.", en = "A course is no longer offered.") {
  course @0 :Data $Fuge.id("course");
}
