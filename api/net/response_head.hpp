// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <ctime>
#include <string>
#include <string_view>

#include "api/net/http.hpp"

namespace api::net {

std::string_view reason_phrase(unsigned status);

// Some statuses never have a body, and say no length (RFC 9110, 8.6).
bool may_have_body(unsigned status);

// What a response says about its connection.
enum class Persistence { implied, keep_alive, close };

// Status line and headers, with the empty line. `now` is for the Date header (RFC 9110, 6.6.1).
std::string response_head(Response const& response, Persistence persistence, std::time_t now);

}  // namespace api::net
