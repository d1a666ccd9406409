# SPDX-FileCopyrightText: 2026 The Fuge contributors
# SPDX-License-Identifier: EUPL-1.2

@0xf0a3d1c96b7e6501;
# What happened, as it may be shown. A channel is one audience with one rendering.

using Cxx = import "/capnp/c++.capnp";
using Fuge = import "fuge.capnp";
$Cxx.namespace("core::feed");
$Fuge.family(11);

struct Item {
  position @0 :UInt64;
  type @1 :Text;
  # The event's name, as "profile.ProfileListed".
  recorded @2 :Int64 $Fuge.instant;
  stream @3 :Data $Fuge.id("any");
  actor @4 :Data $Fuge.id("subject");
  de @5 :Text;
  en @6 :Text;
  gone @7 :Bool;
  # It happened, and may no longer be shown.
  occurred @8 :Int64 $Fuge.instant;
  # When it happened; earlier than recorded where somebody told of it later.
}

struct SubscribeFeed $Fuge.query(0x0b01) $Fuge.edge
    $Fuge.allow([(role = anonymous, scope = tenant), (role = member, scope = tenant), (role = operator, scope = tenant)]) {
  # Sends every item of a channel after a position, then live, each once and in order, as notifications "feed.item".
  # Channels: "public"; "members" for whoever is signed in; "staff"; for that person alone "person/UUID", what concerns the
  # person, "following/UUID", what happens to whatever the person follows, and "notifications/UUID", what asks for attention.
  channel @0 :Text $Fuge.max(80) $Fuge.min(1) $Fuge.required;
  after @1 :Int64 $Fuge.range(min = -1, max = 9007199254740991) $Fuge.required;
  # The last position seen; -1 from now on, 0 from the beginning.
}

struct SubscribeFeedReply {
  channel @0 :Text;
  position @1 :UInt64;
  # Where the subscription starts.
  epoch @2 :Text;
  # The log's identity. After a change of it, positions start anew.
}

struct UnsubscribeFeed $Fuge.query(0x0b02) $Fuge.edge
    $Fuge.allow([(role = anonymous, scope = tenant), (role = member, scope = tenant), (role = operator, scope = tenant)]) {
  # Ends a subscription.
  channel @0 :Text $Fuge.max(80) $Fuge.min(1) $Fuge.required;
}

struct UnsubscribeFeedReply {
  channel @0 :Text;
}

struct ReadFeed $Fuge.query(0x0b03)
    $Fuge.allow([(role = anonymous, scope = tenant), (role = member, scope = tenant), (role = operator, scope = tenant)]) {
  # A page of a channel's past.
  channel @0 :Text $Fuge.max(80) $Fuge.min(1) $Fuge.required;
  after @1 :UInt64;
  limit @2 :UInt16 $Fuge.range(min = 0, max = 500);
  atLeast @3 :UInt64;
}

struct ReadFeedReply {
  items @0 :List(Item);
  position @1 :UInt64;
  # Everything up to here is on this page or before it.
  more @2 :Bool;
}
