# SPDX-FileCopyrightText: 2026 The Fuge contributors
# SPDX-License-Identifier: EUPL-1.2

@0xf0a3d1c96b7e6f01;
# What asks for a person's attention.

using Cxx = import "/capnp/c++.capnp";
using Fuge = import "fuge.capnp";
using Follow = import "follow.capnp";
$Cxx.namespace("core::notifications");
$Fuge.family(30);

struct Notification {
  position @0 :UInt64;
  notice @1 :Fuge.Notice;
  type @2 :Text;
  # The event's name, as "team.JoinAccepted".
  recorded @3 :Int64 $Fuge.instant;
  actor @4 :Data $Fuge.id("subject");
  # Who did it.
  about @5 :List(Data) $Fuge.id("any");
  # What it is about; people only where they may be seen.
  text @6 :Text;
  # One sentence, in the language that was asked for.
  unread @7 :Bool;
  # It is behind the position that the question says was seen.
  gone @8 :Bool;
  # It happened, and may no longer be shown.
}

struct NoticeKind {
  notice @0 :Fuge.Notice;
  de @1 :Text;
  en @2 :Text;
  delivery @3 :Follow.Delivery;
  # How it arrives, as set with follow.setDelivery.
  unread @4 :UInt32;
}

struct ListNotifications $Fuge.query(0x1e01) $Fuge.allow([(role = member, scope = tenant)]) {
  # One's own notifications, the newest first. The last 50 of each kind are kept; older ones remain in the feeds. Nobody who is
  # kept apart appears. Live they come in the channel "notifications/UUID".
  after @0 :UInt64;
  # Those older than this position, the last one of the page before; 0 from the newest.
  limit @1 :UInt16 $Fuge.range(min = 0, max = 200);
  kinds @2 :List(Fuge.Notice) $Fuge.max(16);
  # All if empty.
  language @3 :Text $Fuge.language;
  # "de" or "en"; German if absent.
  seen @4 :UInt64;
  # What was seen up to here counts as read. The client keeps it; nothing of it is recorded.
  atLeast @5 :UInt64;
}

struct ListNotificationsReply {
  items @0 :List(Notification);
  kinds @1 :List(NoticeKind);
  unread @2 :UInt32;
  # Of all kinds, or those asked for.
  position @3 :UInt64;
  more @4 :Bool;
  # There are older ones.
}
