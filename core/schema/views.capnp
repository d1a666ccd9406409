# SPDX-FileCopyrightText: 2026 The Fuge contributors
# SPDX-License-Identifier: EUPL-1.2

@0xf0a3d1c96b7e6101;
# The live views and what can be asked of them.

using Cxx = import "/capnp/c++.capnp";
using Fuge = import "fuge.capnp";
$Cxx.namespace("core::views");
$Fuge.family(7);

struct View {
  name @0 :Text;
  position @1 :UInt64;
  rows @2 :UInt64;
  digest @3 :Text;
  # Hex: the sum of the rows' hashes modulo 2^256. Equal at equal positions on every machine.
}

struct ListViews $Fuge.query(0x0701) $Fuge.allow([(role = anonymous, scope = tenant), (role = member, scope = tenant), (role = evaluator, scope = tenant), (role = operator, scope = tenant)]) {
  # Every view with its position and digest.
  atLeast @0 :UInt64;
}

struct ListViewsReply {
  views @0 :List(View);
  position @1 :UInt64;
}
