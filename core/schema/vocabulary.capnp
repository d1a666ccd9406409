# SPDX-FileCopyrightText: 2026 The Fuge contributors
# SPDX-License-Identifier: EUPL-1.2

@0xf0a3d1c96b7e5c01;
# The words skills, topics and groups of them are named with: a directed acyclic graph, labelled in German and English.

using Cxx = import "/capnp/c++.capnp";
using Fuge = import "fuge.capnp";
$Cxx.namespace("core::vocabulary");
$Fuge.family(2);
$Fuge.known(de = "Begriff", en = "term",
    isDe = "Eine Fähigkeit oder ein Thema, deutsch und englisch benannt und eingeordnet.",
    isEn = "A skill or topic, named in German and English and placed among others.");

enum TermKind {
  skill @0;
  topic @1;
  group @2;
  # Only orders other terms; nobody offers or needs it.
}

struct AddTerm $Fuge.command(0x0201)
    $Fuge.allow([(role = curator, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Adds a term. It goes live once it has a German and an English preferred label; until then nobody can name it.
  term @0 :Data $Fuge.id("term") $Fuge.stream $Fuge.required;
  kind @1 :TermKind;
  uri @2 :Text $Fuge.max(300);
  # Where the term comes from, if it is somebody else's; unique.
  labels @3 :List(Fuge.Label) $Fuge.max(200);
  broader @4 :List(Data) $Fuge.id("term") $Fuge.max(32);
  # The more general terms; they must exist already.
}

struct TermAdded $Fuge.event(0x0201) $Fuge.audience(public)
    $Fuge.says(de = "Neuer Begriff im Wortschatz: {labels}", en = "New term in the vocabulary: {labels}") {
  term @0 :Data $Fuge.id("term");
  kind @1 :TermKind;
  uri @2 :Text;
  labels @3 :List(Fuge.Label);
  broader @4 :List(Data) $Fuge.id("term");
}

struct LabelTerm $Fuge.command(0x0202)
    $Fuge.allow([(role = curator, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Adds labels. A preferred one replaces the language's preferred one, which stays as an alternative.
  term @0 :Data $Fuge.id("term") $Fuge.stream $Fuge.required;
  labels @1 :List(Fuge.Label) $Fuge.max(200) $Fuge.min(1) $Fuge.required;
}

struct TermLabelled $Fuge.event(0x0202) $Fuge.audience(public)
    $Fuge.says(de = "Begriff neu benannt: {labels}", en = "Term relabelled: {labels}") {
  term @0 :Data $Fuge.id("term");
  labels @1 :List(Fuge.Label);
}

struct RelateTerm $Fuge.command(0x0203)
    $Fuge.allow([(role = curator, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Places a term under a more general one.
  term @0 :Data $Fuge.id("term") $Fuge.stream $Fuge.required;
  broader @1 :Data $Fuge.id("term") $Fuge.required;
}

struct TermRelated $Fuge.event(0x0203) $Fuge.audience(public)
    $Fuge.says(de = "Der Wortschatz wurde umgeordnet.", en = "The vocabulary was rearranged.") {
  term @0 :Data $Fuge.id("term");
  broader @1 :Data $Fuge.id("term");
}

struct MergeTerm $Fuge.command(0x0204)
    $Fuge.allow([(role = curator, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Makes this term another name of the other one. Whoever offered or needed it now offers or needs the other.
  term @0 :Data $Fuge.id("term") $Fuge.stream $Fuge.required;
  into @1 :Data $Fuge.id("term") $Fuge.required;
}

struct TermMerged $Fuge.event(0x0204) $Fuge.audience(public)
    $Fuge.says(de = "Zwei Begriffe wurden zusammengelegt.", en = "Two terms were merged.") {
  term @0 :Data $Fuge.id("term");
  into @1 :Data $Fuge.id("term");
}

struct DeprecateTerm $Fuge.command(0x0205)
    $Fuge.allow([(role = curator, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Keeps a term where it is used and offers it to nobody new.
  term @0 :Data $Fuge.id("term") $Fuge.stream $Fuge.required;
}

struct TermDeprecated $Fuge.event(0x0205) $Fuge.audience(public)
    $Fuge.says(de = "Ein Begriff wird nicht mehr verwendet.", en = "A term is no longer used.") {
  term @0 :Data $Fuge.id("term");
}

struct AdoptTerm $Fuge.command(0x0206)
    $Fuge.allow([(role = curator, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Takes a private term into the vocabulary, with labels and a place.
  term @0 :Data $Fuge.id("term") $Fuge.stream $Fuge.required;
  kind @1 :TermKind;
  labels @2 :List(Fuge.Label) $Fuge.max(200) $Fuge.min(1) $Fuge.required;
  broader @3 :List(Data) $Fuge.id("term") $Fuge.max(32);
}

struct TermAdopted $Fuge.event(0x0206) $Fuge.audience(public)
    $Fuge.says(de = "Neuer Begriff im Wortschatz: {labels}", en = "New term in the vocabulary: {labels}") {
  term @0 :Data $Fuge.id("term");
  kind @1 :TermKind;
  labels @2 :List(Fuge.Label);
  broader @3 :List(Data) $Fuge.id("term");
}

struct TermProposed $Fuge.event(0x0207) $Fuge.audience(staff)
    $Fuge.says(de = "Ein eigenes Wort wurde verwendet: {word}", en = "A word of one's own was used: {word}") {
  # Somebody used a word that the vocabulary does not have. The id is a keyed hash of the folded word, so equals meet.
  term @0 :Data $Fuge.id("term") $Fuge.owner;
  word @1 :Text $Fuge.sealed(text);
  language @2 :Text;
}

struct TermDrafted $Fuge.event(0x0208) $Fuge.audience(staff)
    $Fuge.says(de = "Ein Begriff wird vorbereitet: {labels}", en = "A term is being prepared: {labels}") {
  # Added or adopted without its German or its English label. (TermAdded and TermAdopted said so too, before there was this one.)
  term @0 :Data $Fuge.id("term");
  kind @1 :TermKind;
  uri @2 :Text;
  labels @3 :List(Fuge.Label);
  broader @4 :List(Data) $Fuge.id("term");
}

struct DraftLabelled $Fuge.event(0x0209) $Fuge.audience(staff)
    $Fuge.says(de = "Begriff in Vorbereitung benannt: {labels}", en = "Term in preparation labelled: {labels}") {
  # It lacks a language still.
  term @0 :Data $Fuge.id("term");
  labels @1 :List(Fuge.Label);
}

struct TermWentLive $Fuge.event(0x020a) $Fuge.audience(public)
    $Fuge.says(de = "Neuer Begriff im Wortschatz: {term}", en = "New term in the vocabulary: {term}") {
  # With these labels it has both languages.
  term @0 :Data $Fuge.id("term");
  labels @1 :List(Fuge.Label);
}

struct WaitingTerm {
  # Something that a curator may adopt, merge or label.
  term @0 :Data $Fuge.id("term");
  ownWord @1 :Bool;
  # Somebody's own word; otherwise a term that lacks a language.
  de @2 :Text;
  en @3 :Text;
  # What a term is called; empty in the language that it lacks. An own word is the same in both.
  people @4 :UInt32;
  # How many people say an own word in their profiles, be it that they offer or need it; how many listed people offer a term.
}

struct ListWaitingVocabulary $Fuge.query(0x0201)
    $Fuge.allow([(role = curator, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # What waits for a curator: own words that several people use, and terms that lack a language; the most used first.
  after @0 :Data $Fuge.id("term");
  # The last one of the page before.
  limit @1 :UInt16 $Fuge.range(min = 0, max = 100);
  # 0 means 20.
  atLeast @2 :UInt64;
}

struct ListWaitingVocabularyReply {
  position @0 :UInt64;
  items @1 :List(WaitingTerm);
  total @2 :UInt64;
}
