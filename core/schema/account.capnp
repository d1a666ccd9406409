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
    isEn = "A person who takes part: roles and consents. Without a name.");

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
    $Fuge.allow([(role = member, scope = self), (role = operator, scope = tenant)]) {
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
    $Fuge.allow([(role = member, scope = self), (role = operator, scope = tenant)]) {
  # Takes a consent back; what rests on it ends at once.
  account @0 :Data $Fuge.id("subject") $Fuge.stream $Fuge.required;
  purpose @1 :Purpose $Fuge.required;
}

struct ConsentWithdrawn $Fuge.event(0x0107) $Fuge.audience(private)
    $Fuge.says(de = "Eine Einwilligung wurde zurückgenommen.", en = "A consent was withdrawn.") {
  account @0 :Data $Fuge.id("subject") $Fuge.subject;
  purpose @1 :Purpose;
}
