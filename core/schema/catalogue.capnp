# SPDX-FileCopyrightText: 2026 The Fuge contributors
# SPDX-License-Identifier: EUPL-1.2

@0xf0a3d1c96b7e6301;
# The catalogue of challenges.

using Cxx = import "/capnp/c++.capnp";
using Fuge = import "fuge.capnp";
using Challenge = import "challenge.capnp";
$Cxx.namespace("core::catalogue");
$Fuge.family(9);

struct Item {
  challenge @0 :Data $Fuge.id("challenge");
  title @1 :Text;
  summary @2 :Text;
  sector @3 :Fuge.Sector;
  stage @4 :Challenge.Stage;
  wanted @5 :List(Fuge.Skill);
  topics @6 :List(Data) $Fuge.id("term");
  publishedPosition @7 :UInt64;
  green @8 :Bool;
  teamsMax @9 :UInt16;
  # 0: no bound.
  teamsAccepted @10 :UInt16;
}

struct SearchCatalogue $Fuge.query(0x0901) $Fuge.allow([(role = anonymous, scope = tenant), (role = member, scope = tenant), (role = operator, scope = tenant)]) {
  # Published and closed challenges.
  sectors @0 :List(Fuge.Sector) $Fuge.max(8);
  skills @1 :List(Data) $Fuge.id("term") $Fuge.max(16);
  topics @2 :List(Data) $Fuge.id("term") $Fuge.max(16);
  open @3 :Bool;
  # Only those that are still open.
  after @4 :Data $Fuge.id("challenge");
  limit @5 :UInt16 $Fuge.range(min = 0, max = 100);
  atLeast @6 :UInt64;
  green @7 :Bool;
  # Only those about sustainability.
}

struct SearchCatalogueReply {
  position @0 :UInt64;
  items @1 :List(Item);
  total @2 :UInt64;
}
