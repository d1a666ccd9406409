# SPDX-FileCopyrightText: 2026 The Fuge contributors
# SPDX-License-Identifier: EUPL-1.2

@0xf0a3d1c96b7e6601;
# Signing a connection in.

using Cxx = import "/capnp/c++.capnp";
using Fuge = import "fuge.capnp";
$Cxx.namespace("core::session");
$Fuge.family(12);

struct AuthenticateSession $Fuge.query(0x0c01) $Fuge.edge $Fuge.allow([(role = anonymous, scope = tenant), (role = member, scope = tenant), (role = operator, scope = tenant)]) {
  # Signs this connection in. HTTP requests carry "Authorization: Bearer TOKEN" instead.
  token @0 :Text $Fuge.max(200) $Fuge.min(1) $Fuge.required;
}

struct AuthenticateSessionReply {
  subject @0 :Data $Fuge.id("subject");
  roles @1 :List(Fuge.Role);
}

struct DescribeSession $Fuge.query(0x0c02) $Fuge.edge $Fuge.allow([(role = anonymous, scope = tenant), (role = member, scope = tenant), (role = operator, scope = tenant)]) {
  # Who this connection is, which log it speaks to, and how far that is.
}

struct DescribeSessionReply {
  subject @0 :Data $Fuge.id("subject");
  roles @1 :List(Fuge.Role);
  epoch @2 :Text;
  position @3 :UInt64;
  version @4 :Text;
}
