# SPDX-FileCopyrightText: 2026 The Fuge contributors
# SPDX-License-Identifier: EUPL-1.2

@0xf0a3d1c96b7e6201;
# The partner directory.

using Cxx = import "/capnp/c++.capnp";
using Fuge = import "fuge.capnp";
using Profile = import "profile.capnp";
$Cxx.namespace("core::directory");
$Fuge.family(8);

struct Entry {
  profile @0 :Data $Fuge.id("subject");
  displayName @1 :Text;
  headline @2 :Text;
  sector @3 :Fuge.Sector;
  kinds @4 :List(Profile.Kind);
  district @5 :Text;
  languages @6 :List(Text);
  hoursPerWeek @7 :UInt8;
  offers @8 :List(Fuge.Skill);
  needs @9 :List(Fuge.Skill);
}

struct Facet {
  name @0 :Text;
  # sector, kind, language, district or skill
  value @1 :Text;
  count @2 :UInt64;
}

struct SearchDirectory $Fuge.query(0x0801) $Fuge.allow([(role = member, scope = tenant), (role = operator, scope = tenant)]) {
  # Listed profiles that pass every filter given; within one filter any value will do.
  sectors @0 :List(Fuge.Sector) $Fuge.max(8);
  kinds @1 :List(Profile.Kind) $Fuge.max(8);
  languages @2 :List(Text) $Fuge.language $Fuge.max(16);
  districts @3 :List(Text) $Fuge.max(16);
  skills @4 :List(Data) $Fuge.id("term") $Fuge.max(16);
  hoursMin @5 :UInt8 $Fuge.range(min = 0, max = 80);
  after @6 :Data $Fuge.id("subject");
  # The last profile of the page before.
  limit @7 :UInt16 $Fuge.range(min = 0, max = 100);
  # 0 means 20.
  atLeast @8 :UInt64;
}

struct SearchDirectoryReply {
  position @0 :UInt64;
  entries @1 :List(Entry);
  total @2 :UInt64;
  facets @3 :List(Facet);
}
