# SPDX-FileCopyrightText: 2026 The Fuge contributors
# SPDX-License-Identifier: EUPL-1.2

@0xf0a3d1c96b7e7001;
# What proves the log. Hashes are base64 of 32 bytes, as the C2SP formats write them.

using Cxx = import "/capnp/c++.capnp";
using Fuge = import "fuge.capnp";
$Cxx.namespace("core::log");
$Fuge.family(31);

struct GetCheckpoint $Fuge.query(0x1f01)
    $Fuge.allow([(role = anonymous, scope = tenant), (role = member, scope = tenant), (role = evaluator, scope = tenant), (role = privacyOfficer, scope = tenant), (role = operator, scope = tenant)]) {
  # The newest signed checkpoint, at most 100 ms old. The same as GET /log/checkpoint.
  atLeast @0 :UInt64;
}

struct GetCheckpointReply {
  position @0 :UInt64;
  checkpoint @1 :Text;
  # A signed note: c2sp.org/tlog-checkpoint.
  size @2 :UInt64;
  # How many events it covers.
  vkey @3 :Text;
  # The key that signs for the log.
}

struct ProveInclusion $Fuge.query(0x1f02)
    $Fuge.allow([(role = anonymous, scope = tenant), (role = member, scope = tenant), (role = evaluator, scope = tenant), (role = privacyOfficer, scope = tenant), (role = operator, scope = tenant)]) {
  # That the leaf of an event is in the log (RFC 6962, section 2.1.1). Says nothing about the event.
  event @0 :UInt64 $Fuge.range(min = 1, max = 9007199254740991) $Fuge.required;
  # Its position, from 1.
  size @1 :UInt64;
  # Of the tree that it is proved to be in; absent: that of the newest checkpoint.
  atLeast @2 :UInt64;
}

struct ProveInclusionReply {
  position @0 :UInt64;
  index @1 :UInt64;
  # Of the leaf, from 0.
  size @2 :UInt64;
  hashes @3 :List(Text);
  # From the leaf's sibling up.
}

struct ProveConsistency $Fuge.query(0x1f03)
    $Fuge.allow([(role = anonymous, scope = tenant), (role = member, scope = tenant), (role = evaluator, scope = tenant), (role = privacyOfficer, scope = tenant), (role = operator, scope = tenant)]) {
  # That the log goes on from what it was (RFC 6962, section 2.1.2).
  older @0 :UInt64 $Fuge.required;
  # The size of a tree that some checkpoint was of; at least 1.
  size @1 :UInt64;
  # Absent: that of the newest checkpoint.
  atLeast @2 :UInt64;
}

struct ProveConsistencyReply {
  position @0 :UInt64;
  older @1 :UInt64;
  size @2 :UInt64;
  hashes @3 :List(Text);
}

struct GetReceipt $Fuge.query(0x1f04)
    $Fuge.allow([(role = member, scope = tenant), (role = evaluator, scope = tenant), (role = privacyOfficer, scope = tenant), (role = operator, scope = tenant)]) {
  # What opens one leaf: the event's record, its sealed parts as they lie on disk, with the proof that it is in the log. To who
  # did it and to whom it is about, and to who audits. A file NAME.tlog-proof, which fuge log verify-receipt checks.
  event @0 :UInt64 $Fuge.range(min = 1, max = 9007199254740991) $Fuge.required;
  # Its position, from 1.
  atLeast @1 :UInt64;
}

struct GetReceiptReply {
  position @0 :UInt64;
  proof @1 :Text;
  # c2sp.org/tlog-proof@v1, with the record as its extra data.
}
