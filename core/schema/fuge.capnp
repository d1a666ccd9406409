# SPDX-FileCopyrightText: 2026 The Fuge contributors
# SPDX-License-Identifier: EUPL-1.2

@0xf0a3d1c96b7e5a01;
# The words that every family of aggregates shares: annotations, roles, scopes and small value types.
# Field numbers and ids are for ever: never reuse, never renumber; a new meaning is a new struct.

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("core::schema");

# --- What a struct is ------------------------------------------------------------------------------------------------

annotation family @0xf0a3d1c96b7e5a02 (file) :UInt8;
# The stable number of the aggregate family in this file. The family's name is the file's name.

annotation command @0xf0a3d1c96b7e5a03 (struct) :UInt16;
# An action somebody asks for; the stable id. JSON-RPC method = family + "." + struct name, less the family's name where it ends with it ("RegisterAccount" is "account.register").

annotation event @0xf0a3d1c96b7e5a04 (struct) :UInt16;
# A fact that is recorded; the stable id.

annotation query @0xf0a3d1c96b7e5a05 (struct) :UInt16;
# A question; its answer is the struct of the same name with "Reply" behind it. Method named like a command's.

annotation edge @0xf0a3d1c96b7e5a06 (struct) :Void;
# A query that the connection itself answers (sign-in, subscriptions).

annotation allow @0xf0a3d1c96b7e5a07 (struct) :List(Allow);
# Who may call it: any of these grants suffices. Everything else is a rung of decide.

annotation fresh @0xf0a3d1c96b7e5a28 (struct) :Void;
# A command that whoever gives it in their own matters must have signed in for lately: `limits::fresh_login_us`, else
# `auth.not-fresh`. Who acts for somebody else is not asked, nor is the console.

annotation audience @0xf0a3d1c96b7e5a08 (struct) :Visibility;
# Who may see an event in a feed.

annotation says @0xf0a3d1c96b7e5a09 (struct) :Sentence;
# How a feed words an event; "{field}" is replaced by the field as it may be shown today.

annotation called @0xf0a3d1c96b7e5a25 (enumerant) :Sentence;
# What a value is called in such words. Mandatory for all values of an enum that some event's words name.

annotation known @0xf0a3d1c96b7e5a0a (file) :Known;
# What the aggregate of this file is called and what it is, for the glossary. Mandatory where the file has events.

# --- What a field is -------------------------------------------------------------------------------------------------

annotation id @0xf0a3d1c96b7e5a10 (field) :Text;
# A 16-byte id of this kind ("subject", "term", "challenge", ...), a UUID in JSON.

annotation stream @0xf0a3d1c96b7e5a11 (field) :Void;
# The id of the stream that a command is decided on: exactly one per command. In a question: what it is about, where `$allow`
# asks for more than a role in the whole tenant.

annotation required @0xf0a3d1c96b7e5a12 (field) :Void;
# Must be present in JSON. (An absent field otherwise means its zero value.)

annotation max @0xf0a3d1c96b7e5a13 (field) :UInt32;
# Upper bound: bytes of a text, entries of a list.

annotation min @0xf0a3d1c96b7e5a14 (field) :UInt32;
# Lower bound of the same.

annotation range @0xf0a3d1c96b7e5a15 (field) :Range;
# Inclusive bounds of a number.

annotation instant @0xf0a3d1c96b7e5a16 (field) :Void;
# Microseconds UTC; RFC 3339 in JSON.

annotation notice @0xf0a3d1c96b7e5a20 (field) :Notice;
# Who is told of the event among their notifications, and as what: the person of this id; of an organisation its representatives,
# of a team or project its lead, of an idea its authors, of a challenge its owner, of a programme whoever runs it, of the tenant
# its moderators; in a list, each. Never who did it.

annotation conceals @0xf0a3d1c96b7e5a21 (field) :Void;
# From whom the event is concealed, whatever else they may see: the person of this id, who represents that organisation, who owns
# that challenge.

annotation sealed @0xf0a3d1c96b7e5a17 (field) :KeyKind;
# Personal or confidential: encrypted under the key of the event's $subject (person) or $owner (text). Pointer fields only.

annotation subject @0xf0a3d1c96b7e5a18 (field) :Void;
# The person whose key seals the event's personal fields.

annotation owner @0xf0a3d1c96b7e5a19 (field) :Void;
# The aggregate whose text it is. Each event's text fields have a key of their own; those of before schema version 2 share one,
# the aggregate's.

annotation language @0xf0a3d1c96b7e5a1a (field) :Void;
# A language tag of ISO 639-1: two lower-case letters.

annotation format @0xf0a3d1c96b7e5a22 (field) :Format;
# What a text is written in, beyond being a text.

annotation reaches @0xf0a3d1c96b7e5a1b (field) :Void;
# A person whom an event is told beside whom it is about; of an organisation, whoever represents it. Names them as of the event.

annotation byItself @0xf0a3d1c96b7e5a23 (struct, field) :Void;
# An event that comes of itself, of what somebody did elsewhere, and nobody is told who that was; on a Bool: where it is true.

annotation participants @0xf0a3d1c96b7e5a24 (field) :Notice;
# Who is told of the event as well, and as what: all who take part in the programme of this id or have applied and hope to, and the
# representatives of its partners.

annotation destroys @0xf0a3d1c96b7e5a26 (field) :KeyKind;
# The key of this kind of whom or what the id names is destroyed, on disk, before the event is; of an aggregate those of all its
# texts.

annotation searchable @0xf0a3d1c96b7e5a27 (field) :Searchable;
# A text of an event by which what it is about is found, by those who may see that text.

struct Allow {
  role @0 :Role;
  scope @1 :Scope;
}

enum Searchable {
  name @0;
  # What it is called.
  text @1;
}

struct Range {
  min @0 :Int64;
  max @1 :Int64;
}

struct Sentence {
  de @0 :Text;
  en @1 :Text;
}

# --- Shared values ---------------------------------------------------------------------------------------------------

enum Role {
  anonymous @0 $called(de = "Besuch", en = "visitor");
  member @1 $called(de = "Mitglied", en = "member");
  teamLead @2 $called(de = "Teamleitung", en = "team lead");
  orgRepresentative @3 $called(de = "Vertretung einer Organisation", en = "organisation representative");
  mentor @4 $called(de = "Mentorat", en = "mentor");
  juror @5 $called(de = "Jury", en = "juror");
  programmeManager @6 $called(de = "Programmleitung", en = "programme manager");
  curator @7 $called(de = "Pflege der Begriffe", en = "curator");
  spaceManager @8 $called(de = "Raumverwaltung", en = "space manager");
  educator @9 $called(de = "Bildung", en = "educator");
  moderator @10 $called(de = "Moderation", en = "moderator");
  evaluator @11 $called(de = "Evaluation", en = "evaluator");
  privacyOfficer @12 $called(de = "Datenschutz", en = "privacy officer");
  hubAdmin @13 $called(de = "Hub-Verwaltung", en = "hub administration");
  operator @14 $called(de = "Betrieb", en = "operator");
  device @15 $called(de = "Gerät", en = "device");
  service @16 $called(de = "Dienst", en = "service");
}

enum Scope {
  tenant @0;
  measure @1;
  programme @2;
  organisation @3;
  space @4;
  team @5;
  self @6;
}

enum Visibility {
  public @0;
  members @1;
  organisation @2;
  private @3;
  staff @4;
}

enum Notice {
  # What asks for a person's attention, by kind.
  answer @0;
  # To what one asked for.
  decision @1;
  # Somebody waits for one's own answer.
  idea @2;
  # What others say about one's idea, or make of it.
  role @3;
  # A task or a right was given or taken.
  invitation @4;
  following @5;
  # News of what one follows.
}

enum KeyKind {
  person @0;
  text @1;
  ballot @2;
}

enum Format {
  plain @0;
  link @1;
  # An address that a browser opens: http:// or https:// and a host (RFC 3986).
  licence @2;
  # An SPDX licence expression, such as "EUPL-1.2 OR (MIT AND BSD-3-Clause)".
}

enum Sector {
  unknown @0;
  business @1;
  science @2;
  administration @3;
  civilSociety @4;
}

struct Label {
  # A word for a term in one language.
  language @0 :Text $language $required;
  text @1 :Text $max(300) $min(1) $required;
  preferred @2 :Bool;
}

struct SkillClaim {
  # A skill that is offered or needed: a term of the vocabulary, or a word of one's own that nobody has adopted yet.
  term @0 :Data $id("term");
  word @1 :Text $max(120);
  # Used where no term is given; kept as a private term that matches its equals.
  level @2 :UInt8 $range(min = 0, max = 4);
  # 1 basic, 2 independent, 3 advanced, 4 expert; 0 says nothing about it.
  weight @3 :UInt8 $range(min = 0, max = 10);
  # How much a need matters beside the others; 0 means 1.
  must @4 :Bool;
  # A need without which nothing else counts.
  language @5 :Text $language;
  # The word's language.
}

struct Skill {
  # A claim as it is recorded: the word has become a term.
  term @0 :Data $id("term");
  level @1 :UInt8 $range(min = 0, max = 4);
  weight @2 :UInt8 $range(min = 0, max = 10);
  must @3 :Bool;
}

struct Known {
  de @0 :Text;
  en @1 :Text;
  isDe @2 :Text;
  isEn @3 :Text;
  endsDe @4 :Text;
  # What ends there for a person who is erased. Mandatory where events name persons.
  endsEn @5 :Text;
}

struct Expect {
  # "Only if this stream still stands at this version."
  stream @0 :Data $id("stream") $required;
  version @1 :UInt64;
  family @2 :Text $max(40);
  # The family's name ("profile"); the command's own where absent.
}

struct Meta {
  # Travels with every command, as its field "meta".
  commandId @0 :Data $id("command");
  # Chosen by the client; the same id with the same bytes gives the same receipt for ever. Made by the server where missing.
  expect @1 :List(Expect) $max(16);
  correlation @2 :Data $id("correlation");
  occurred @3 :Int64 $instant;
  # When it happened, if that was earlier than now.
}

struct Receipt {
  # What an accepted command is answered with.
  firstPosition @0 :UInt64;
  lastPosition @1 :UInt64;
  stream @2 :Data $id("stream");
  version @3 :UInt64;
}

struct CommandNoted $event(1) $audience(staff) {
  # Records the id of an accepted command that changed nothing on the stream it was decided on.
  version @0 :UInt64;
  # Where that stream stood, for the command's receipt.
}
