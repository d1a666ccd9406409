// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace api::net {

// Bytes exactly as they leave on the wire: made once, shared by all who receive them.
using Frame = std::shared_ptr<const std::string>;

// WebSocket frames of a server: final, unmasked (RFC 6455, 5.2).
Frame text_frame(std::string_view json);
Frame ping_frame();
Frame pong_frame(std::string_view payload);
// A reason that is too long for a control frame is cut between two characters. The codes 1005 and 1006 mean "none given" and
// give an empty frame.
Frame close_frame(unsigned code, std::string_view reason);

}  // namespace api::net
