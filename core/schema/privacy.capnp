# SPDX-FileCopyrightText: 2026 The Fuge contributors
# SPDX-License-Identifier: EUPL-1.2

@0xf0a3d1c96b7e7401;
# The register of requests of people about their data (Articles 12 to 22 GDPR) that come by letter, e-mail or in person, most of
# them from people without an account.

using Cxx = import "/capnp/c++.capnp";
using Fuge = import "fuge.capnp";
$Cxx.namespace("core::privacy");
$Fuge.family(21);
$Fuge.known(de = "Datenschutzanfrage", en = "privacy request",
    isDe = "Was jemand, auch ohne Konto, zu den eigenen Daten verlangt hat, und was daraus wurde.",
    isEn = "What somebody, with or without an account, asked for about their own data, and what came of it.");

enum RequestKind {
  access @0 $Fuge.called(de = "Auskunft", en = "access");
  erasure @1 $Fuge.called(de = "Löschung", en = "erasure");
  correction @2 $Fuge.called(de = "Berichtigung", en = "correction");
  objection @3 $Fuge.called(de = "Widerspruch", en = "objection");
  other @4 $Fuge.called(de = "Sonstiges", en = "other");
}

enum RequestOutcome {
  open @0 $Fuge.called(de = "offen", en = "open");
  granted @1 $Fuge.called(de = "erfüllt", en = "granted");
  partly @2 $Fuge.called(de = "teilweise erfüllt", en = "partly granted");
  refused @3 $Fuge.called(de = "abgelehnt", en = "refused");
  withdrawn @4 $Fuge.called(de = "zurückgezogen", en = "withdrawn");
}

struct RecordRequest $Fuge.command(0x1501)
    $Fuge.allow([(role = privacyOfficer, scope = tenant), (role = operator, scope = tenant)]) {
  # Takes up a request into the register. It is to be answered within four weeks of its receipt: never later than the month of
  # Article 12(3) GDPR.
  request @0 :Data $Fuge.id("request") $Fuge.stream $Fuge.required;
  kind @1 :RequestKind $Fuge.required;
  received @2 :Int64 $Fuge.instant;
  # Not in the future, and at most 400 days back; absent: now.
  description @3 :Text $Fuge.max(4000) $Fuge.min(1) $Fuge.required;
  # Who asks for what.
  contact @4 :Text $Fuge.max(300);
  # Where the answer goes.
}

struct RequestRecorded $Fuge.event(0x1501) $Fuge.audience(private)
    $Fuge.says(de = "Eine Datenschutzanfrage ist eingegangen: {kind}", en = "A privacy request has come in: {kind}") {
  request @0 :Data $Fuge.id("request") $Fuge.owner;
  kind @1 :RequestKind;
  received @2 :Int64 $Fuge.instant;
  due @3 :Int64 $Fuge.instant;
  description @4 :Text $Fuge.sealed(text);
  contact @5 :Text $Fuge.sealed(text);
}

struct AnswerRequest $Fuge.command(0x1502)
    $Fuge.allow([(role = privacyOfficer, scope = tenant), (role = operator, scope = tenant)]) {
  # Says what came of a request, and how it was answered. Its texts stay until tenant.redactText removes them.
  request @0 :Data $Fuge.id("request") $Fuge.stream $Fuge.required;
  outcome @1 :RequestOutcome $Fuge.required;
  # Anything but "open".
  answer @2 :Text $Fuge.max(4000) $Fuge.min(1) $Fuge.required;
}

struct RequestAnswered $Fuge.event(0x1502) $Fuge.audience(private)
    $Fuge.says(de = "Eine Datenschutzanfrage ist beantwortet: {outcome}", en = "A privacy request was answered: {outcome}") {
  request @0 :Data $Fuge.id("request") $Fuge.owner;
  outcome @1 :RequestOutcome;
  answer @2 :Text $Fuge.sealed(text);
}

struct ExtendRequest $Fuge.command(0x1503)
    $Fuge.allow([(role = privacyOfficer, scope = tenant), (role = operator, scope = tenant)]) {
  # Takes eight weeks more for an answer: once, and before the first four are over, in which whoever asked is to be told of it and
  # why.
  request @0 :Data $Fuge.id("request") $Fuge.stream $Fuge.required;
  reason @1 :Text $Fuge.max(2000) $Fuge.min(1) $Fuge.required;
}

struct RequestExtended $Fuge.event(0x1503) $Fuge.audience(private)
    $Fuge.says(de = "Für eine Datenschutzanfrage wird mehr Zeit gebraucht.", en = "A privacy request takes more time.") {
  request @0 :Data $Fuge.id("request") $Fuge.owner;
  due @1 :Int64 $Fuge.instant;
  reason @2 :Text $Fuge.sealed(text);
}

struct RequestShown {
  request @0 :Data $Fuge.id("request");
  kind @1 :RequestKind;
  received @2 :Int64 $Fuge.instant;
  due @3 :Int64 $Fuge.instant;
  daysLeft @4 :Int32;
  # Whole days until it is due; negative: it is overdue. 0 once it is answered.
  description @5 :Text;
  contact @6 :Text;
  extended @7 :Int64 $Fuge.instant;
  # When more time was taken; absent: it was not.
  reason @8 :Text;
  outcome @9 :RequestOutcome;
  answered @10 :Int64 $Fuge.instant;
  answer @11 :Text;
  position @12 :UInt64;
  # Of the event that holds the description and the contact, as tenant.redactText wants it.
  extendedAt @13 :UInt64;
  # The same of the reason.
  answeredAt @14 :UInt64;
  # The same of the answer.
}

struct ListRequests $Fuge.query(0x1501)
    $Fuge.allow([(role = privacyOfficer, scope = tenant), (role = operator, scope = tenant)]) {
  # The register, by what is due first.
  open @0 :Bool;
  # Only what nobody has answered.
  limit @1 :UInt16 $Fuge.range(min = 0, max = 200);
  after @2 :UInt64;
  # Those behind the one of this position, the last one of the page before; 0 from the first.
  atLeast @3 :UInt64;
}

struct ListRequestsReply {
  requests @0 :List(RequestShown);
  total @1 :UInt64;
  position @2 :UInt64;
  more @3 :Bool;
}
