# SPDX-FileCopyrightText: 2026 The Fuge contributors
# SPDX-License-Identifier: EUPL-1.2

@0xf0a3d1c96b7e5d01;
# What people show of themselves: what they offer, what they look for, and who may see it.

using Cxx = import "/capnp/c++.capnp";
using Fuge = import "fuge.capnp";
$Cxx.namespace("core::profile");
$Fuge.family(3);
$Fuge.known(de = "Profil", en = "profile",
    isDe = "Was eine Person anderen von sich zeigt: was sie bietet, sucht und wie viel Zeit sie hat.",
    isEn = "What a person shows to others: what they offer and need, and how much time they have.",
    endsDe = "Das Profil mit Namen, Texten und Kontakt wird unlesbar und verschwindet, Angebote und Gesuche enden.",
    endsEn = "The profile with name, texts and contact becomes unreadable and disappears; offers and needs end.");

enum Kind {
  founder @0;
  student @1;
  researcher @2;
  employee @3;
  citizen @4;
  mentor @5;
  freelancer @6;
  official @7;
}

enum Direction {
  have @0;
  want @1;
}

enum Field {
  displayName @0;
  headline @1;
  about @2;
  contact @3;
  district @4;
  availability @5;
}

struct FieldVisibility {
  field @0 :Field $Fuge.required;
  visibility @1 :Fuge.Visibility $Fuge.required;
}

struct CreateProfile $Fuge.command(0x0301)
    $Fuge.allow([(role = member, scope = self)]) {
  # Starts one's profile as a draft that nobody else sees.
  profile @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  displayName @1 :Text $Fuge.max(120) $Fuge.min(1) $Fuge.required;
  headline @2 :Text $Fuge.max(200);
  about @3 :Text $Fuge.max(4000);
  contact @4 :Text $Fuge.max(300);
  sector @5 :Fuge.Sector $Fuge.required;
  kinds @6 :List(Kind) $Fuge.max(8);
  district @7 :Text $Fuge.max(60);
  discipline @8 :Text $Fuge.max(60);
  languages @9 :List(Text) $Fuge.language $Fuge.max(16);
  hoursPerWeek @10 :UInt8 $Fuge.range(min = 0, max = 80);
  offers @11 :List(Fuge.SkillClaim) $Fuge.max(50);
  needs @12 :List(Fuge.SkillClaim) $Fuge.max(50);
  topics @13 :List(Data) $Fuge.id("term") $Fuge.max(30);
}

struct ProfileCreated $Fuge.event(0x0301) $Fuge.audience(members)
    $Fuge.says(de = "{displayName} hat ein Profil angelegt.", en = "{displayName} created a profile.") {
  profile @0 :Data $Fuge.id("subject") $Fuge.subject;
  displayName @1 :Text $Fuge.sealed(person) $Fuge.searchable(name);
  headline @2 :Text $Fuge.sealed(person) $Fuge.searchable(text);
  about @3 :Text $Fuge.sealed(person) $Fuge.searchable(text);
  contact @4 :Text $Fuge.sealed(person);
  sector @5 :Fuge.Sector;
  kinds @6 :List(Kind);
  district @7 :Text;
  discipline @8 :Text;
  languages @9 :List(Text);
  hoursPerWeek @10 :UInt8;
  offers @11 :List(Fuge.Skill);
  needs @12 :List(Fuge.Skill);
  topics @13 :List(Data) $Fuge.id("term");
}

struct ReviseProfile $Fuge.command(0x0302)
    $Fuge.allow([(role = member, scope = self)]) {
  # Replaces the describing part of one's profile.
  profile @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  displayName @1 :Text $Fuge.max(120) $Fuge.min(1) $Fuge.required;
  headline @2 :Text $Fuge.max(200);
  about @3 :Text $Fuge.max(4000);
  contact @4 :Text $Fuge.max(300);
  sector @5 :Fuge.Sector $Fuge.required;
  kinds @6 :List(Kind) $Fuge.max(8);
  district @7 :Text $Fuge.max(60);
  discipline @8 :Text $Fuge.max(60);
}

struct ProfileRevised $Fuge.event(0x0302) $Fuge.audience(members)
    $Fuge.says(de = "{displayName} hat das Profil überarbeitet.", en = "{displayName} revised the profile.") {
  profile @0 :Data $Fuge.id("subject") $Fuge.subject;
  displayName @1 :Text $Fuge.sealed(person) $Fuge.searchable(name);
  headline @2 :Text $Fuge.sealed(person) $Fuge.searchable(text);
  about @3 :Text $Fuge.sealed(person) $Fuge.searchable(text);
  contact @4 :Text $Fuge.sealed(person);
  sector @5 :Fuge.Sector;
  kinds @6 :List(Kind);
  district @7 :Text;
  discipline @8 :Text;
}

struct DeclareSkill $Fuge.command(0x0303)
    $Fuge.allow([(role = member, scope = self)]) {
  # Says that one has a skill or wants it from others. Declaring it again replaces level and weight.
  profile @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  direction @1 :Direction $Fuge.required;
  skill @2 :Fuge.SkillClaim $Fuge.required;
}

struct SkillDeclared $Fuge.event(0x0303) $Fuge.audience(members)
    $Fuge.says(de = "{profile} hat {skill} angegeben.", en = "{profile} declared {skill}.") {
  profile @0 :Data $Fuge.id("subject") $Fuge.subject;
  direction @1 :Direction;
  skill @2 :Fuge.Skill;
}

struct WithdrawSkill $Fuge.command(0x0304)
    $Fuge.allow([(role = member, scope = self)]) {
  # Takes a skill back.
  profile @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  direction @1 :Direction $Fuge.required;
  term @2 :Data $Fuge.id("term") $Fuge.required;
}

struct SkillWithdrawn $Fuge.event(0x0304) $Fuge.audience(members)
    $Fuge.says(de = "{profile} hat eine Angabe zurückgenommen.", en = "{profile} withdrew a skill.") {
  profile @0 :Data $Fuge.id("subject") $Fuge.subject;
  direction @1 :Direction;
  term @2 :Data $Fuge.id("term");
}

struct DeclareInterests $Fuge.command(0x0305)
    $Fuge.allow([(role = member, scope = self)]) {
  # Says which topics one cares about; replaces the earlier list.
  profile @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  topics @1 :List(Data) $Fuge.id("term") $Fuge.max(30) $Fuge.required;
}

struct InterestsDeclared $Fuge.event(0x0305) $Fuge.audience(members)
    $Fuge.says(de = "{profile} interessiert sich für {topics}.", en = "{profile} is interested in {topics}.") {
  profile @0 :Data $Fuge.id("subject") $Fuge.subject;
  topics @1 :List(Data) $Fuge.id("term");
}

struct SetAvailability $Fuge.command(0x0306)
    $Fuge.allow([(role = member, scope = self)]) {
  # Says how many hours a week one has, and from when until when.
  profile @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  hoursPerWeek @1 :UInt8 $Fuge.range(min = 0, max = 80) $Fuge.required;
  from @2 :Int64 $Fuge.instant;
  # Absent: now.
  until @3 :Int64 $Fuge.instant;
  # Absent: no end is known.
}

struct AvailabilitySet $Fuge.event(0x0306) $Fuge.audience(private)
    $Fuge.says(de = "{profile} hat jetzt {hoursPerWeek} Stunden in der Woche.", en = "{profile} now has {hoursPerWeek} hours a week.") {
  profile @0 :Data $Fuge.id("subject") $Fuge.subject;
  hoursPerWeek @1 :UInt8;
  from @2 :Int64 $Fuge.instant;
  until @3 :Int64 $Fuge.instant;
}

struct SetLanguages $Fuge.command(0x0307)
    $Fuge.allow([(role = member, scope = self)]) {
  # Says which languages one works in; replaces the earlier list.
  profile @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  languages @1 :List(Text) $Fuge.language $Fuge.max(16) $Fuge.required;
}

struct LanguagesSet $Fuge.event(0x0307) $Fuge.audience(members)
    $Fuge.says(de = "{profile} spricht {languages}.", en = "{profile} speaks {languages}.") {
  profile @0 :Data $Fuge.id("subject") $Fuge.subject;
  languages @1 :List(Text);
}

struct SetVisibility $Fuge.command(0x0308)
    $Fuge.allow([(role = member, scope = self)]) {
  # Says who may see which field.
  profile @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  fields @1 :List(FieldVisibility) $Fuge.max(16) $Fuge.min(1) $Fuge.required;
}

struct VisibilitySet $Fuge.event(0x0308) $Fuge.audience(private)
    $Fuge.says(de = "{profile} hat die Sichtbarkeit geändert.", en = "{profile} changed who may see what.") {
  profile @0 :Data $Fuge.id("subject") $Fuge.subject;
  fields @1 :List(FieldVisibility);
}

struct ListProfile $Fuge.command(0x0309)
    $Fuge.allow([(role = member, scope = self)]) {
  # Puts the profile into the directory. Needs the consent "directory".
  profile @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
}

struct ProfileListed $Fuge.event(0x0309) $Fuge.audience(members)
    $Fuge.says(de = "{profile} ist jetzt im Verzeichnis.", en = "{profile} is now in the directory.") {
  profile @0 :Data $Fuge.id("subject") $Fuge.subject;
}

struct HideProfile $Fuge.command(0x030a)
    $Fuge.allow([(role = member, scope = self)]) {
  # Takes the profile out of the directory.
  profile @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
}

struct ProfileHidden $Fuge.event(0x030a) $Fuge.audience(private)
    $Fuge.says(de = "{profile} ist nicht mehr im Verzeichnis.", en = "{profile} is no longer in the directory.") {
  profile @0 :Data $Fuge.id("subject") $Fuge.subject;
}

struct PauseMatching $Fuge.command(0x030b)
    $Fuge.allow([(role = member, scope = self)]) {
  # Stops being suggested to others for a while.
  profile @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
}

struct MatchingPaused $Fuge.event(0x030b) $Fuge.audience(private)
    $Fuge.says(de = "{profile} macht eine Pause.", en = "{profile} is taking a break.") {
  profile @0 :Data $Fuge.id("subject") $Fuge.subject;
}

struct ResumeMatching $Fuge.command(0x030c)
    $Fuge.allow([(role = member, scope = self)]) {
  # Is suggested to others again.
  profile @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
}

struct MatchingResumed $Fuge.event(0x030c) $Fuge.audience(private)
    $Fuge.says(de = "{profile} ist wieder dabei.", en = "{profile} is back.") {
  profile @0 :Data $Fuge.id("subject") $Fuge.subject;
}

struct PostOffer $Fuge.command(0x030d)
    $Fuge.allow([(role = member, scope = self)]) {
  # Offers something to everybody in the directory: "Biete".
  profile @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  post @1 :Data $Fuge.id("post") $Fuge.required;
  title @2 :Text $Fuge.max(120) $Fuge.min(1) $Fuge.required;
  text @3 :Text $Fuge.max(2000);
  skills @4 :List(Fuge.SkillClaim) $Fuge.max(10);
  # What it is about.
  until @5 :Int64 $Fuge.instant;
  # Absent: until it is closed.
}

struct OfferPosted $Fuge.event(0x030d) $Fuge.audience(members)
    $Fuge.says(de = "{profile} bietet: {title}", en = "{profile} offers: {title}") {
  profile @0 :Data $Fuge.id("subject") $Fuge.subject;
  post @1 :Data $Fuge.id("post");
  title @2 :Text $Fuge.sealed(person) $Fuge.searchable(name);
  text @3 :Text $Fuge.sealed(person) $Fuge.searchable(text);
  skills @4 :List(Fuge.Skill);
  until @5 :Int64 $Fuge.instant;
}

struct PostNeed $Fuge.command(0x030e)
    $Fuge.allow([(role = member, scope = self)]) {
  # Asks everybody in the directory for something: "Suche".
  profile @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  post @1 :Data $Fuge.id("post") $Fuge.required;
  title @2 :Text $Fuge.max(120) $Fuge.min(1) $Fuge.required;
  text @3 :Text $Fuge.max(2000);
  skills @4 :List(Fuge.SkillClaim) $Fuge.max(10);
  # What it is about.
  until @5 :Int64 $Fuge.instant;
  # Absent: until it is closed.
}

struct NeedPosted $Fuge.event(0x030e) $Fuge.audience(members)
    $Fuge.says(de = "{profile} sucht: {title}", en = "{profile} looks for: {title}") {
  profile @0 :Data $Fuge.id("subject") $Fuge.subject;
  post @1 :Data $Fuge.id("post");
  title @2 :Text $Fuge.sealed(person) $Fuge.searchable(name);
  text @3 :Text $Fuge.sealed(person) $Fuge.searchable(text);
  skills @4 :List(Fuge.Skill);
  until @5 :Int64 $Fuge.instant;
}

struct ClosePost $Fuge.command(0x030f)
    $Fuge.allow([(role = member, scope = self)]) {
  # Takes an offer or a need off the board.
  profile @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  post @1 :Data $Fuge.id("post") $Fuge.required;
}

struct PostClosed $Fuge.event(0x030f) $Fuge.audience(private)
    $Fuge.says(de = "{profile} hat ein Angebot oder Gesuch beendet.", en = "{profile} closed an offer or a need.") {
  profile @0 :Data $Fuge.id("subject") $Fuge.subject;
  post @1 :Data $Fuge.id("post");
}

enum PostKind {
  offer @0;
  need @1;
}

struct Post {
  post @0 :Data $Fuge.id("post");
  kind @1 :PostKind;
  profile @2 :Data $Fuge.id("subject");
  displayName @3 :Text;
  title @4 :Text;
  text @5 :Text;
  skills @6 :List(Fuge.Skill);
  until @7 :Int64 $Fuge.instant;
  postedPosition @8 :UInt64;
}

struct SearchPosts $Fuge.query(0x0302) $Fuge.allow([(role = member, scope = tenant), (role = operator, scope = tenant)]) {
  # The board of offers and needs, the last posted first: of those whom the asking person finds in the directory, and one's own.
  kinds @0 :List(PostKind) $Fuge.max(2);
  # Absent: both.
  profile @1 :Data $Fuge.id("subject");
  # Only this person's.
  skills @2 :List(Data) $Fuge.id("term") $Fuge.max(20);
  # Only those about one of these, as terms are called today.
  after @3 :Data $Fuge.id("post");
  # The last one of the page before.
  limit @4 :UInt16 $Fuge.range(min = 0, max = 100);
  # 0 means 20.
  atLeast @5 :UInt64;
}

struct SearchPostsReply {
  position @0 :UInt64;
  posts @1 :List(Post);
  total @2 :UInt64;
}

struct GetProfile $Fuge.query(0x0301) $Fuge.allow([(role = member, scope = tenant), (role = operator, scope = tenant)]) {
  # One profile, as the asking person may see it.
  profile @0 :Data $Fuge.id("subject") $Fuge.required;
  atLeast @1 :UInt64;
}

struct GetProfileReply {
  profile @0 :Data $Fuge.id("subject");
  displayName @1 :Text;
  headline @2 :Text;
  about @3 :Text;
  contact @4 :Text;
  sector @5 :Fuge.Sector;
  kinds @6 :List(Kind);
  district @7 :Text;
  discipline @8 :Text;
  languages @9 :List(Text);
  hoursPerWeek @10 :UInt8;
  offers @11 :List(Fuge.Skill);
  needs @12 :List(Fuge.Skill);
  topics @13 :List(Data) $Fuge.id("term");
  listed @14 :Bool;
  paused @15 :Bool;
  version @16 :UInt64;
  availableFrom @17 :Int64 $Fuge.instant;
  availableUntil @18 :Int64 $Fuge.instant;
}
