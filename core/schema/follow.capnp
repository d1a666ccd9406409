# SPDX-FileCopyrightText: 2026 The Fuge contributors
# SPDX-License-Identifier: EUPL-1.2

@0xf0a3d1c96b7e6d01;
# What a person wants to hear of.

using Cxx = import "/capnp/c++.capnp";
using Fuge = import "fuge.capnp";
$Cxx.namespace("core::follow");
$Fuge.family(19);
$Fuge.known(de = "Merkliste", en = "following",
    isDe = "Wem und was eine Person folgt.",
    isEn = "Whom and what a person follows.",
    endsDe = "Die Merkliste endet.",
    endsEn = "Following ends.");

enum Kind {
  person @0;
  organisation @1;
  challenge @2;
  idea @3;
  programme @4;
  team @5;
  project @6;
  term @7;
}

enum Digest {
  none @0;
  daily @1;
  weekly @2;
}

enum Delivery {
  immediate @0;
  daily @1;
  # Together, once a day.
  off @2;
}

struct StartFollow $Fuge.command(0x1301) $Fuge.allow([(role = member, scope = self)]) {
  # Hears of something from now on, in the channel "following/UUID". Whoever is followed is not told. What one may not see, as somebody else's draft, is not there.
  person @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  # Oneself.
  kind @1 :Kind $Fuge.required;
  target @2 :Data $Fuge.id("any") $Fuge.required;
}

struct FollowStarted $Fuge.event(0x1301) $Fuge.audience(private)
    $Fuge.says(de = "Es kommt etwas dazu, dem du folgst.", en = "There is one more thing that you follow.") {
  person @0 :Data $Fuge.id("subject") $Fuge.subject;
  kind @1 :Kind;
  target @2 :Data $Fuge.id("any");
}

struct StopFollow $Fuge.command(0x1302) $Fuge.allow([(role = member, scope = self)]) {
  # Does not want to hear of it any more.
  person @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  kind @1 :Kind $Fuge.required;
  target @2 :Data $Fuge.id("any") $Fuge.required;
}

struct FollowStopped $Fuge.event(0x1302) $Fuge.audience(private)
    $Fuge.says(de = "Du folgst einer Sache weniger.", en = "You follow one thing less.") {
  person @0 :Data $Fuge.id("subject") $Fuge.subject;
  kind @1 :Kind;
  target @2 :Data $Fuge.id("any");
}

struct SetDigest $Fuge.command(0x1303) $Fuge.allow([(role = member, scope = self)]) {
  # Says how often a summary is wanted.
  person @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  digest @1 :Digest $Fuge.required;
}

struct DigestSet $Fuge.event(0x1303) $Fuge.audience(private)
    $Fuge.says(de = "Die Zusammenfassung ist neu eingestellt.", en = "The summary has a new rhythm.") {
  person @0 :Data $Fuge.id("subject") $Fuge.subject;
  digest @1 :Digest;
}

struct SetDelivery $Fuge.command(0x1304) $Fuge.allow([(role = member, scope = self)]) {
  # Says how notifications of one kind shall arrive: at once, together once a day, or not at all. What is off is not kept among
  # the notifications either.
  person @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  notice @1 :Fuge.Notice $Fuge.required;
  delivery @2 :Delivery $Fuge.required;
}

struct DeliverySet $Fuge.event(0x1304) $Fuge.audience(private)
    $Fuge.says(de = "Benachrichtigungen sind neu eingestellt.", en = "Notifications arrive another way.") {
  person @0 :Data $Fuge.id("subject") $Fuge.subject;
  notice @1 :Fuge.Notice;
  delivery @2 :Delivery;
}

struct FollowedShown {
  kind @0 :Kind;
  target @1 :Data $Fuge.id("any");
  name @2 :Text;
  # What it is called today; empty where that may not be seen.
}

struct BlockedShown {
  person @0 :Data $Fuge.id("subject");
  name @1 :Text;
}

struct DeliveryShown {
  notice @0 :Fuge.Notice;
  delivery @1 :Delivery;
}

struct ListFollow $Fuge.query(0x1301) $Fuge.allow([(role = member, scope = tenant)]) {
  # What one follows, whom one keeps away with person.block, and how one wants to hear of things: one's own, nobody else's. Among
  # what one follows nobody appears who is kept apart.
  language @0 :Text $Fuge.language;
  # Of the names of terms: "de" or "en"; German if absent.
  atLeast @1 :UInt64;
}

struct ListFollowReply {
  followed @0 :List(FollowedShown);
  # In the order in which it was wished.
  blocked @1 :List(BlockedShown);
  digest @2 :Digest;
  deliveries @3 :List(DeliveryShown);
  # Of every kind.
  position @4 :UInt64;
}
