// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "core/schema.hpp"

namespace api::json {

// An address that a browser opens: http or https and a host, perhaps with port, path, query and fragment (RFC 3986, 3). No user
// before the host, which would make one host look like another; no spaces, and nothing that would have to be escaped.
bool is_link(std::string_view text);

// An SPDX licence expression, such as "EUPL-1.2 OR (MIT AND GPL-2.0+ WITH Classpath-exception-2.0)" (SPDX 2.3, annex D). Whether
// the list of SPDX has such a licence is not asked: it grows.
bool is_licence(std::string_view text);

// Whether a text that is not empty is what its field's `$format` says, and what that is: "must be ...".
bool is_written_in(core::Format format, std::string_view text);
std::string_view description_of(core::Format format);

}  // namespace api::json
