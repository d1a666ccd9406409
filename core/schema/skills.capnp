# SPDX-FileCopyrightText: 2026 The Fuge contributors
# SPDX-License-Identifier: EUPL-1.2

@0xf0a3d1c96b7e6401;
# Finding the term for a typed word.

using Cxx = import "/capnp/c++.capnp";
using Fuge = import "fuge.capnp";
$Cxx.namespace("core::skills");
$Fuge.family(10);

struct Found {
  term @0 :Data $Fuge.id("term");
  de @1 :Text;
  en @2 :Text;
  matched @3 :Text;
  # The label that matched.
  people @4 :UInt32;
  # How many listed people offer it.
}

struct SuggestSkills $Fuge.query(0x0a01) $Fuge.allow([(role = anonymous, scope = tenant), (role = member, scope = tenant), (role = operator, scope = tenant)]) {
  # Live terms whose label in either language begins with or contains the typed text, best first.
  text @0 :Text $Fuge.max(120) $Fuge.min(1) $Fuge.required;
  language @1 :Text $Fuge.language;
  # The language preferred in the order, "de" or "en"; German if absent.
  limit @2 :UInt16 $Fuge.range(min = 0, max = 50);
  # 0 means 10.
  atLeast @3 :UInt64;
}

struct SuggestSkillsReply {
  position @0 :UInt64;
  found @1 :List(Found);
}

struct LookUpSkills $Fuge.query(0x0a02) $Fuge.allow([(role = anonymous, scope = tenant), (role = member, scope = tenant), (role = operator, scope = tenant)]) {
  # The labels of terms.
  terms @0 :List(Data) $Fuge.id("term") $Fuge.max(200) $Fuge.required;
  atLeast @1 :UInt64;
}

struct LookUpSkillsReply {
  found @0 :List(Found);
}
