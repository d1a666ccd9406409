# SPDX-FileCopyrightText: 2026 The Fuge contributors
# SPDX-License-Identifier: EUPL-1.2

@0xf0a3d1c96b7e6801;
# Companies, institutes, offices and associations: who they are, who belongs to them and who speaks for them.

using Cxx = import "/capnp/c++.capnp";
using Fuge = import "fuge.capnp";
$Cxx.namespace("core::organisation");
$Fuge.family(14);
$Fuge.known(de = "Organisation", en = "organisation",
    isDe = "Unternehmen, Hochschule, Amt oder Verein: wer dazugehört und wer für sie spricht.",
    isEn = "A company, university, office or association: who belongs to it and who speaks for it.",
    endsDe = "Die Zugehörigkeit endet, auch wer allein für die Organisation spricht.",
    endsEn = "The membership ends, also of whoever alone speaks for the organisation.");

enum Stage {
  absent @0;
  unverified @1;
  verified @2;
  merged @3;
  # Another one stands for it.
  closed @4;
}

enum Standing {
  none @0;
  requested @1;
  # Has asked to belong to it.
  member @2;
  representative @3;
  # A member who speaks for it.
}

struct Member {
  person @0 :Data $Fuge.id("subject");
  standing @1 :Standing;
}

struct RegisterOrganisation $Fuge.command(0x0e01)
    $Fuge.allow([(role = member, scope = tenant), (role = programmeManager, scope = tenant), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Enters an organisation. It is not verified yet; who registers it represents it.
  organisation @0 :Data $Fuge.id("organisation") $Fuge.stream $Fuge.required;
  name @1 :Text $Fuge.max(200) $Fuge.min(1) $Fuge.required;
  sector @2 :Fuge.Sector $Fuge.required;
  about @3 :Text $Fuge.max(8000);
  website @4 :Text $Fuge.max(300) $Fuge.format(link);
  contact @5 :Text $Fuge.max(300);
  district @6 :Text $Fuge.max(60);
  green @7 :Bool;
  # Works on sustainability: the fact sheet wants GreenTech found and counted.
  representative @8 :Data $Fuge.id("subject");
  # Who speaks for it; the caller if absent. Only staff may name somebody else.
}

struct OrganisationRegistered $Fuge.event(0x0e01) $Fuge.audience(members)
    $Fuge.says(de = "Neue Organisation: {name}", en = "New organisation: {name}") {
  organisation @0 :Data $Fuge.id("organisation") $Fuge.owner;
  name @1 :Text $Fuge.sealed(text) $Fuge.searchable(name);
  sector @2 :Fuge.Sector;
  about @3 :Text $Fuge.sealed(text) $Fuge.searchable(text);
  website @4 :Text $Fuge.sealed(text);
  contact @5 :Text $Fuge.sealed(person);
  district @6 :Text;
  green @7 :Bool;
  representative @8 :Data $Fuge.id("subject") $Fuge.subject;
}

struct VerifyOrganisation $Fuge.command(0x0e02)
    $Fuge.allow([(role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Confirms that the organisation exists and that its representatives speak for it. From then on it may act as a partner.
  organisation @0 :Data $Fuge.id("organisation") $Fuge.stream $Fuge.required;
}

struct OrganisationVerified $Fuge.event(0x0e02) $Fuge.audience(public)
    $Fuge.says(de = "{organisation} ist bestätigt.", en = "{organisation} is verified.") {
  organisation @0 :Data $Fuge.id("organisation") $Fuge.owner $Fuge.notice(answer);
}

struct ReviseOrganisation $Fuge.command(0x0e03)
    $Fuge.allow([(role = orgRepresentative, scope = organisation), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Replaces what is told of an organisation.
  organisation @0 :Data $Fuge.id("organisation") $Fuge.stream $Fuge.required;
  name @1 :Text $Fuge.max(200) $Fuge.min(1) $Fuge.required;
  sector @2 :Fuge.Sector $Fuge.required;
  about @3 :Text $Fuge.max(8000);
  website @4 :Text $Fuge.max(300) $Fuge.format(link);
  contact @5 :Text $Fuge.max(300);
  district @6 :Text $Fuge.max(60);
  green @7 :Bool;
}

struct OrganisationRevised $Fuge.event(0x0e03) $Fuge.audience(members)
    $Fuge.says(de = "{name} hat die Angaben überarbeitet.", en = "{name} revised what it says of itself.") {
  organisation @0 :Data $Fuge.id("organisation") $Fuge.owner;
  name @1 :Text $Fuge.sealed(text) $Fuge.searchable(name);
  sector @2 :Fuge.Sector;
  about @3 :Text $Fuge.sealed(text) $Fuge.searchable(text);
  website @4 :Text $Fuge.sealed(text);
  contact @5 :Text $Fuge.sealed(person);
  district @6 :Text;
  green @7 :Bool;
  representative @8 :Data $Fuge.id("subject") $Fuge.subject;
  # Under whose key the contact lies: the representative who gave it, or the first one where staff did.
}

struct MergeOrganisation $Fuge.command(0x0e04)
    $Fuge.allow([(role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Says that two entries are the same organisation; the other one goes on, with the people of both. There is no way back.
  organisation @0 :Data $Fuge.id("organisation") $Fuge.stream $Fuge.required;
  into @1 :Data $Fuge.id("organisation") $Fuge.required;
}

struct OrganisationMerged $Fuge.event(0x0e04) $Fuge.audience(public)
    $Fuge.says(de = "{organisation} ist jetzt {into}.", en = "{organisation} is now {into}.") {
  organisation @0 :Data $Fuge.id("organisation") $Fuge.owner;
  into @1 :Data $Fuge.id("organisation");
}

struct CloseOrganisation $Fuge.command(0x0e05)
    $Fuge.allow([(role = orgRepresentative, scope = organisation), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Ends an organisation. What it did remains; it does nothing any more.
  organisation @0 :Data $Fuge.id("organisation") $Fuge.stream $Fuge.required;
}

struct OrganisationClosed $Fuge.event(0x0e05) $Fuge.audience(members)
    $Fuge.says(de = "{organisation} gibt es nicht mehr.", en = "{organisation} no longer exists.") {
  organisation @0 :Data $Fuge.id("organisation") $Fuge.owner;
}

struct RequestMembership $Fuge.command(0x0e06) $Fuge.allow([(role = member, scope = tenant)]) {
  # Asks to belong to an organisation.
  organisation @0 :Data $Fuge.id("organisation") $Fuge.stream $Fuge.required;
}

struct MembershipRequested $Fuge.event(0x0e06) $Fuge.audience(organisation)
    $Fuge.says(de = "{person} möchte zu {organisation} gehören.", en = "{person} would like to belong to {organisation}.") {
  organisation @0 :Data $Fuge.id("organisation") $Fuge.notice(decision);
  person @1 :Data $Fuge.id("subject") $Fuge.subject;
}

struct ApproveMembership $Fuge.command(0x0e07)
    $Fuge.allow([(role = orgRepresentative, scope = organisation), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Takes in somebody who asked.
  organisation @0 :Data $Fuge.id("organisation") $Fuge.stream $Fuge.required;
  person @1 :Data $Fuge.id("subject") $Fuge.required;
}

struct MembershipApproved $Fuge.event(0x0e07) $Fuge.audience(organisation)
    $Fuge.says(de = "{person} gehört jetzt zu {organisation}.", en = "{person} now belongs to {organisation}.") {
  organisation @0 :Data $Fuge.id("organisation");
  person @1 :Data $Fuge.id("subject") $Fuge.subject $Fuge.notice(answer);
}

struct EndMembership $Fuge.command(0x0e08)
    $Fuge.allow([(role = member, scope = tenant), (role = orgRepresentative, scope = organisation), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Leaves an organisation, or takes somebody out of it, or ends a request before it was answered.
  organisation @0 :Data $Fuge.id("organisation") $Fuge.stream $Fuge.required;
  person @1 :Data $Fuge.id("subject");
  # The caller if absent. Only representatives and staff may name somebody else.
}

struct MembershipEnded $Fuge.event(0x0e08) $Fuge.audience(organisation)
    $Fuge.says(de = "{person} gehört nicht zu {organisation}.", en = "{person} does not belong to {organisation}.") {
  organisation @0 :Data $Fuge.id("organisation");
  person @1 :Data $Fuge.id("subject") $Fuge.subject $Fuge.notice(answer);
}

struct AppointRepresentative $Fuge.command(0x0e09)
    $Fuge.allow([(role = orgRepresentative, scope = organisation), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Lets a member speak for the organisation.
  organisation @0 :Data $Fuge.id("organisation") $Fuge.stream $Fuge.required;
  person @1 :Data $Fuge.id("subject") $Fuge.required;
}

struct RepresentativeAppointed $Fuge.event(0x0e09) $Fuge.audience(organisation)
    $Fuge.says(de = "{person} spricht jetzt für {organisation}.", en = "{person} now speaks for {organisation}.") {
  organisation @0 :Data $Fuge.id("organisation");
  person @1 :Data $Fuge.id("subject") $Fuge.subject $Fuge.notice(role);
}

struct DismissRepresentative $Fuge.command(0x0e0a)
    $Fuge.allow([(role = orgRepresentative, scope = organisation), (role = hubAdmin, scope = tenant), (role = operator, scope = tenant)]) {
  # Steps down as a representative, or dismisses one, who remains a member. Somebody always speaks for an organisation.
  organisation @0 :Data $Fuge.id("organisation") $Fuge.stream $Fuge.required;
  person @1 :Data $Fuge.id("subject");
  # The caller if absent.
}

struct RepresentativeDismissed $Fuge.event(0x0e0a) $Fuge.audience(organisation)
    $Fuge.says(de = "{person} spricht nicht mehr für {organisation}.", en = "{person} no longer speaks for {organisation}.") {
  organisation @0 :Data $Fuge.id("organisation");
  person @1 :Data $Fuge.id("subject") $Fuge.subject $Fuge.notice(role);
}

struct OrganisationAbsorbed $Fuge.event(0x0e0b) $Fuge.audience(staff)
    $Fuge.says(de = "{organisation} hat {merged} aufgenommen.", en = "{organisation} took in {merged}.") {
  # The other side of OrganisationMerged, on the stream of the one that goes on.
  organisation @0 :Data $Fuge.id("organisation") $Fuge.owner;
  merged @1 :Data $Fuge.id("organisation");
  people @2 :List(Member);
  # Everybody who belongs to it from now on, or wants to, as they stand.
}

struct GetOrganisation $Fuge.query(0x0e01) $Fuge.allow([(role = anonymous, scope = tenant), (role = member, scope = tenant), (role = operator, scope = tenant)]) {
  # One organisation, as the asking person may see it. Visitors see the verified ones; the id of a merged one leads to its heir.
  organisation @0 :Data $Fuge.id("organisation") $Fuge.required;
  atLeast @1 :UInt64;
}

struct GetOrganisationReply {
  organisation @0 :Data $Fuge.id("organisation");
  name @1 :Text;
  about @2 :Text;
  website @3 :Text;
  contact @4 :Text;
  # For members.
  sector @5 :Fuge.Sector;
  district @6 :Text;
  green @7 :Bool;
  stage @8 :Stage;
  mine @9 :Standing;
  people @10 :List(MemberEntry);
  # Those whose profile the asking person may see. Requests are seen by representatives, staff and whoever made them.
  members @11 :UInt32;
  # All of them, those who asked left out.
  version @12 :UInt64;
}

struct MemberEntry {
  person @0 :Data $Fuge.id("subject");
  displayName @1 :Text;
  standing @2 :Standing;
}

struct SearchOrganisation $Fuge.query(0x0e02) $Fuge.allow([(role = anonymous, scope = tenant), (role = member, scope = tenant), (role = operator, scope = tenant)]) {
  # Organisations by filters: any value within one, all filters together. The last registered first. Visitors see the verified ones.
  sectors @0 :List(Fuge.Sector) $Fuge.max(8);
  districts @1 :List(Text) $Fuge.max(20);
  green @2 :Bool;
  # Only those that work on sustainability.
  verified @3 :Bool;
  # Only those that are verified.
  after @4 :Data $Fuge.id("organisation");
  # The last one of the page before.
  limit @5 :UInt16 $Fuge.range(min = 0, max = 100);
  atLeast @6 :UInt64;
}

struct Entry {
  organisation @0 :Data $Fuge.id("organisation");
  name @1 :Text;
  website @2 :Text;
  sector @3 :Fuge.Sector;
  district @4 :Text;
  green @5 :Bool;
  verified @6 :Bool;
}

struct Facet {
  # How many there are of a value, under the other filters.
  name @0 :Text;
  # "sector", "district", "green" or "verified".
  value @1 :Text;
  count @2 :UInt64;
}

struct SearchOrganisationReply {
  organisations @0 :List(Entry);
  total @1 :UInt64;
  facets @2 :List(Facet);
  position @3 :UInt64;
}
