# SPDX-FileCopyrightText: 2026 The Fuge contributors
# SPDX-License-Identifier: EUPL-1.2

@0xf0a3d1c96b7e5b01;
# Who takes part: accounts, roles and consents. Logins and credentials are not here, they live in the identity store.

using Cxx = import "/capnp/c++.capnp";
using Fuge = import "fuge.capnp";
$Cxx.namespace("core::account");
$Fuge.family(1);
$Fuge.known(de = "Konto", en = "account",
    isDe = "Eine Person, die mitmacht: ihre Rollen und Einwilligungen. Ohne Namen.",
    isEn = "A person who takes part: roles and consents. Without a name.",
    endsDe = "Alle Rollen enden, Logins und Zugänge werden gelöscht.",
    endsEn = "All roles end; logins and tokens are deleted.");

enum Purpose {
  directory @0;
  # To be listed in the partner directory and suggested to others.
  contact @1;
  # To be contacted by people one has agreed to meet.
  newsletter @2;
}

struct RegisterAccount $Fuge.command(0x0101)
    $Fuge.allow([(role = operator, scope = tenant), (role = hubAdmin, scope = tenant), (role = service, scope = tenant)]) {
  # Opens an account for a person.
  account @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  ofAge @1 :Bool $Fuge.required;
  # The person says to be 16 or older. Children take part without an account.
}

struct AccountRegistered $Fuge.event(0x0101) $Fuge.audience(staff)
    $Fuge.says(de = "Ein Konto wurde eröffnet.", en = "An account was opened.") {
  account @0 :Data $Fuge.id("subject") $Fuge.subject;
}

struct GrantRole $Fuge.command(0x0102)
    $Fuge.allow([(role = operator, scope = tenant), (role = hubAdmin, scope = tenant)]) {
  # Gives a role, for the whole tenant or for one measure, programme, organisation or space that there is.
  account @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  role @1 :Fuge.Role $Fuge.required;
  scope @2 :Fuge.Scope;
  target @3 :Data $Fuge.id("any");
  # The measure, programme, organisation or space; absent for the tenant.
}

struct RoleGranted $Fuge.event(0x0102) $Fuge.audience(staff)
    $Fuge.says(de = "Eine Rolle wurde vergeben: {role}", en = "A role was granted: {role}") {
  account @0 :Data $Fuge.id("subject") $Fuge.subject $Fuge.notice(role);
  role @1 :Fuge.Role;
  scope @2 :Fuge.Scope;
  target @3 :Data $Fuge.id("any");
}

struct RevokeRole $Fuge.command(0x0103)
    $Fuge.allow([(role = operator, scope = tenant), (role = hubAdmin, scope = tenant)]) {
  # Takes a role away again.
  account @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  role @1 :Fuge.Role $Fuge.required;
  scope @2 :Fuge.Scope;
  target @3 :Data $Fuge.id("any");
}

struct RoleRevoked $Fuge.event(0x0103) $Fuge.audience(staff)
    $Fuge.says(de = "Eine Rolle wurde entzogen: {role}", en = "A role was revoked: {role}") {
  account @0 :Data $Fuge.id("subject") $Fuge.subject $Fuge.notice(role);
  role @1 :Fuge.Role;
  scope @2 :Fuge.Scope;
  target @3 :Data $Fuge.id("any");
}

struct SuspendAccount $Fuge.command(0x0104)
    $Fuge.allow([(role = operator, scope = tenant), (role = hubAdmin, scope = tenant)]) {
  # Locks a person out until reinstated.
  account @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
}

struct AccountSuspended $Fuge.event(0x0104) $Fuge.audience(staff)
    $Fuge.says(de = "Ein Konto wurde gesperrt.", en = "An account was suspended.") {
  account @0 :Data $Fuge.id("subject") $Fuge.subject;
}

struct ReinstateAccount $Fuge.command(0x0105)
    $Fuge.allow([(role = operator, scope = tenant), (role = hubAdmin, scope = tenant)]) {
  # Lets a suspended person in again.
  account @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
}

struct AccountReinstated $Fuge.event(0x0105) $Fuge.audience(staff)
    $Fuge.says(de = "Ein Konto wurde wieder freigegeben.", en = "An account was reinstated.") {
  account @0 :Data $Fuge.id("subject") $Fuge.subject;
}

struct GiveConsent $Fuge.command(0x0106)
    $Fuge.allow([(role = member, scope = self)]) {
  # Agrees to one use of one's data, in the wording of this version.
  account @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  purpose @1 :Purpose $Fuge.required;
  textVersion @2 :UInt32 $Fuge.required $Fuge.range(min = 1, max = 1000000);
}

struct ConsentGiven $Fuge.event(0x0106) $Fuge.audience(private)
    $Fuge.says(de = "Eine Einwilligung wurde erteilt.", en = "A consent was given.") {
  account @0 :Data $Fuge.id("subject") $Fuge.subject;
  purpose @1 :Purpose;
  textVersion @2 :UInt32;
}

struct WithdrawConsent $Fuge.command(0x0107)
    $Fuge.allow([(role = member, scope = self)]) {
  # Takes a consent back; what rests on it ends at once.
  account @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  purpose @1 :Purpose $Fuge.required;
}

struct ConsentWithdrawn $Fuge.event(0x0107) $Fuge.audience(private)
    $Fuge.says(de = "Eine Einwilligung wurde zurückgenommen.", en = "A consent was withdrawn.") {
  account @0 :Data $Fuge.id("subject") $Fuge.subject;
  purpose @1 :Purpose;
}

struct RequestErasure $Fuge.command(0x0108) $Fuge.fresh
    $Fuge.allow([(role = member, scope = self), (role = privacyOfficer, scope = tenant), (role = operator, scope = tenant)]) {
  # Asks to be forgotten for good. Until it is due it can be cancelled, or put off or brought forward by asking again; from then on
  # the account is closed. What goes and what stays: account.previewErasure. Oneself one must have signed in for it within the last
  # 15 minutes.
  account @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  due @1 :Int64 $Fuge.instant;
  # At most 30 days ahead; absent: in a week. What is over already means now.
}

struct ErasureRequested $Fuge.event(0x0108) $Fuge.audience(private)
    $Fuge.says(de = "Die Löschung des Kontos ist beantragt.", en = "The erasure of the account has been requested.") {
  account @0 :Data $Fuge.id("subject") $Fuge.subject $Fuge.notice(decision);
  due @1 :Int64 $Fuge.instant;
  was @2 :Int64 $Fuge.instant;
  # When it was due before; 0 when it is asked for the first time.
}

struct CancelErasure $Fuge.command(0x0109)
    $Fuge.allow([(role = member, scope = self), (role = privacyOfficer, scope = tenant), (role = operator, scope = tenant)]) {
  # Takes the request back, as long as it is not due.
  account @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
}

struct ErasureCancelled $Fuge.event(0x0109) $Fuge.audience(private)
    $Fuge.says(de = "Der Antrag auf Löschung ist zurückgenommen.", en = "The request for erasure has been taken back.") {
  account @0 :Data $Fuge.id("subject") $Fuge.subject $Fuge.notice(decision);
  was @1 :Int64 $Fuge.instant;
}

struct ExecuteErasure $Fuge.command(0x010a) $Fuge.allow([(role = operator, scope = tenant)]) {
  # Destroys the person's key: whatever was sealed under it can never be read again. The hub does so by itself when a request is
  # due.
  account @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  again @1 :Bool;
  # The person was erased before and has come back with a copy from before: nobody has to ask for it. At the console only.
}

struct SubjectErased $Fuge.event(0x010a) $Fuge.audience(staff)
    $Fuge.says(de = "Eine Person wurde gelöscht.", en = "A person was erased.") {
  account @0 :Data $Fuge.id("subject") $Fuge.destroys(person);
  was @1 :Int64 $Fuge.instant;
  # When it was due.
  suspended @2 :Bool;
  # The account was, until then.
}

struct WindUpAccount $Fuge.command(0x010b) $Fuge.allow([(role = operator, scope = tenant)]) {
  # Ends what ties a person who was erased to one stream: a membership, a request, an invitation, a lead that goes on to the next.
  # The hub does so by itself, for each of them.
  account @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  family @1 :Text $Fuge.max(40) $Fuge.min(1) $Fuge.required;
  to @2 :Data $Fuge.id("any") $Fuge.required;
}

struct Tie {
  family @0 :Text;
  # "team", "organisation" and so on.
  id @1 :Data $Fuge.id("any");
  de @2 :Text;
  # What ends there.
  en @3 :Text;
}

struct PreviewErasure $Fuge.query(0x0101) $Fuge.edge
    $Fuge.allow([(role = member, scope = self), (role = privacyOfficer, scope = tenant), (role = operator, scope = tenant)]) {
  # What would end if the person were erased now, and when that is due.
  account @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
}

struct PreviewErasureReply {
  due @0 :Int64 $Fuge.instant;
  # Absent: nobody has asked for it.
  ties @1 :List(Tie);
  staysDe @2 :Text;
  staysEn @3 :Text;
  proof @4 :Text;
  # The path that proves the erasure once it is done, as "/erasure/...": for once, and for whoever knows it. Absent before somebody
  # has asked for the erasure.
}

struct OpenPersonalData $Fuge.command(0x0110)
    $Fuge.allow([(role = privacyOfficer, scope = tenant), (role = operator, scope = tenant)]) {
  # Says why one is about to look at everything that is kept of a person. The person is told; for a day account.export answers.
  account @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  reason @1 :Text $Fuge.max(2000) $Fuge.min(1) $Fuge.required;
}

struct PersonalDataOpened $Fuge.event(0x0110) $Fuge.audience(private)
    $Fuge.says(de = "Einsicht in alle Daten von {account}: {reason}", en = "All data of {account} were opened: {reason}") {
  account @0 :Data $Fuge.id("subject") $Fuge.subject $Fuge.notice(role);
  reason @1 :Text $Fuge.sealed(person);
}

struct RemindAccount $Fuge.command(0x0111) $Fuge.allow([(role = operator, scope = tenant)]) {
  # Reminds somebody who has done nothing for as long as the tenant keeps accounts. The hub does so by itself.
  account @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  active @1 :Int64 $Fuge.instant;
  # The day on which they last did anything.
  due @2 :Int64 $Fuge.instant;
  # When their erasure is requested unless they do something.
}

struct AccountReminded $Fuge.event(0x0111) $Fuge.audience(private)
    $Fuge.says(de = "Dein Konto ruht seit Langem. Wenn du nichts mehr tust, wird seine Löschung beantragt.", en = "Your account has been idle for long. Unless you do something its erasure will be requested.") {
  account @0 :Data $Fuge.id("subject") $Fuge.subject $Fuge.notice(decision);
  active @1 :Int64 $Fuge.instant;
  due @2 :Int64 $Fuge.instant;
}

struct RoleHeld {
  role @0 :Fuge.Role;
  scope @1 :Fuge.Scope;
  target @2 :Data $Fuge.id("any");
}

struct TokenKept {
  # An access token, without its secret: that is kept nowhere.
  label @0 :Text;
  created @1 :Int64 $Fuge.instant;
  expires @2 :Int64 $Fuge.instant;
  revoked @3 :Int64 $Fuge.instant;
}

struct PersonalData {
  # What is kept of a person beside what happened.
  account @0 :Data $Fuge.id("subject");
  suspended @1 :Bool;
  erasureDue @2 :Int64 $Fuge.instant;
  roles @3 :List(RoleHeld);
  consents @4 :List(Purpose);
  logins @5 :UInt32;
  # How many names the person signs in with. Only a keyed hash of each is kept.
  email @6 :Text;
  tokens @7 :List(TokenKept);
}

struct ExportAccount $Fuge.query(0x0110)
    $Fuge.allow([(role = member, scope = self), (role = privacyOfficer, scope = tenant), (role = operator, scope = tenant)]) {
  # Everything that is kept of a person: the account, and every event that the person did or that names them, as it can still be
  # read. What is sealed for somebody else is left out, unless the person wrote it. Of somebody else it is answered for a day after
  # account.openPersonalData.
  account @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  after @1 :UInt64;
  # Where the page before said to go on; 0 from the beginning.
  atLeast @2 :UInt64;
}

struct ExportAccountReply {
  position @0 :UInt64;
  about @1 :PersonalData;
  events @2 :UInt32;
  # How many are on this page.
  next @3 :UInt64;
  # There may be more: ask again with this as "after". 0: that was all.
  json @4 :Text;
  # The page for machines, for people, and as a table with a row for each field.
  html @5 :Text;
  csv @6 :Text;
}

struct Access {
  position @0 :UInt64;
  by @1 :Data $Fuge.id("subject");
  # Absent: somebody at the machine's console.
  opened @2 :Int64 $Fuge.instant;
  reason @3 :Text;
}

struct Accesses $Fuge.query(0x0111)
    $Fuge.allow([(role = member, scope = self), (role = privacyOfficer, scope = tenant), (role = operator, scope = tenant)]) {
  # Who has opened everything that is kept of a person, when and why, the last one first.
  account @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  after @1 :UInt64;
  # Those before this position, the last one of the page before; 0 from the newest.
  limit @2 :UInt16 $Fuge.range(min = 0, max = 200);
  atLeast @3 :UInt64;
}

struct AccessesReply {
  accesses @0 :List(Access);
  position @1 :UInt64;
  more @2 :Bool;
  # There are older ones.
}
