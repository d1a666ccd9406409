// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "api/net/frame.hpp"
#include "api/net/http.hpp"
#include "api/net/options.hpp"

namespace api::net {

// RFC 6455, 4.2: whether the client wants a WebSocket, what is wrong with its wish, and the answer that grants it.
bool asks_for_websocket(Request const& request);
std::optional<Response> refuse_handshake(Request const& request, Options const& options);
Frame accept_handshake(std::string_view key);

}  // namespace api::net
