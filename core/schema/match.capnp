# SPDX-FileCopyrightText: 2026 The Fuge contributors
# SPDX-License-Identifier: EUPL-1.2

@0xf0a3d1c96b7e6001;
# Who fits whom, and why. Points are millionths: 1000000 is a perfect fit.

using Cxx = import "/capnp/c++.capnp";
using Fuge = import "fuge.capnp";
using Profile = import "profile.capnp";
$Cxx.namespace("core::match");
$Fuge.family(6);

enum Lane {
  people @0;
  courses @1;
  challenges @2;
}

enum Term {
  # The parts of a score. They sum to the total.
  fit @0;
  topics @1;
  availability @2;
  languages @3;
  diversity @4;
  exposure @5;
}

enum Direction {
  reciprocal @0;
  helpsYou @1;
  # They cover your needs; you do not cover theirs yet.
  youHelp @2;
  oneSided @3;
  # Only one side needs something.
}

struct Part {
  term @0 :Term;
  points @1 :Int64;
}

struct Step {
  # One term on the way from the need to the skill that covers it.
  term @0 :Data $Fuge.id("term");
  de @1 :Text;
  en @2 :Text;
}

struct Reason {
  # How one need is met.
  need @0 :Data $Fuge.id("term");
  offer @1 :Data $Fuge.id("term");
  yours @2 :Bool;
  # The need is the asking side's.
  closeness @3 :Int64;
  levelFit @4 :Int64;
  points @5 :Int64;
  # Its share of the coverage.
  path @6 :List(Step);
  de @7 :Text;
  en @8 :Text;
}

struct Gap {
  need @0 :Data $Fuge.id("term");
  yours @1 :Bool;
  de @2 :Text;
  en @3 :Text;
}

struct Suggestion {
  lane @0 :Lane;
  id @1 :Data $Fuge.id("any");
  title @2 :Text;
  # A person's display name, a course's or a challenge's title.
  subtitle @3 :Text;
  points @4 :Int64;
  direction @5 :Direction;
  parts @6 :List(Part);
  reasons @7 :List(Reason);
  gaps @8 :List(Gap);
  sharedTopics @9 :List(Step);
  sharedLanguages @10 :List(Text);
  hoursPerWeek @11 :UInt8;
  sector @12 :Fuge.Sector;
}

struct Excluded {
  # How many candidates a filter removed.
  filter @0 :Text;
  count @1 :UInt64;
}

struct Partners $Fuge.query(0x0601) $Fuge.allow([(role = member, scope = tenant), (role = operator, scope = tenant)]) {
  # The people and courses that fit a profile's needs, or needs given here, best first.
  profile @0 :Data $Fuge.id("subject");
  # The asking side; the caller's own profile if neither this nor needs are given.
  needs @1 :List(Fuge.SkillClaim) $Fuge.max(50);
  kinds @2 :List(Profile.Kind) $Fuge.max(8);
  sectors @3 :List(Fuge.Sector) $Fuge.max(8);
  languages @4 :List(Text) $Fuge.language $Fuge.max(16);
  hoursMin @5 :UInt8 $Fuge.range(min = 0, max = 80);
  limit @6 :UInt16 $Fuge.range(min = 0, max = 100);
  # Per lane; 0 means 10.
  atLeast @7 :UInt64;
  # Waits, within bounds, until the views have reached this position.
}

struct PartnersReply {
  position @0 :UInt64;
  people @1 :List(Suggestion);
  courses @2 :List(Suggestion);
  candidates @3 :UInt64;
  excluded @4 :List(Excluded);
}

struct Challenges $Fuge.query(0x0602) $Fuge.allow([(role = member, scope = tenant), (role = operator, scope = tenant)]) {
  # The published challenges that a profile can help with, best first.
  profile @0 :Data $Fuge.id("subject");
  offers @1 :List(Fuge.SkillClaim) $Fuge.max(50);
  limit @2 :UInt16 $Fuge.range(min = 0, max = 100);
  atLeast @3 :UInt64;
}

struct ChallengesReply {
  position @0 :UInt64;
  challenges @1 :List(Suggestion);
  candidates @2 :UInt64;
  excluded @3 :List(Excluded);
}

struct ExplainMatch $Fuge.query(0x0603) $Fuge.allow([(role = member, scope = tenant), (role = operator, scope = tenant)]) {
  # One pair in full: every part of the score and every need, or the filter that keeps the two apart.
  profile @0 :Data $Fuge.id("subject");
  needs @1 :List(Fuge.SkillClaim) $Fuge.max(50);
  lane @2 :Lane $Fuge.required;
  id @3 :Data $Fuge.id("any") $Fuge.required;
  atLeast @4 :UInt64;
}

struct ExplainMatchReply {
  position @0 :UInt64;
  suggestion @1 :Suggestion;
  excludedBy @2 :Text;
  # The filter's name, or empty.
}
