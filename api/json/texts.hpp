// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace api::json {

// Appends a text as a JSON string, quotes included.
void write_text(std::string_view text, std::string& out);

// What a stranger sent, made fit to be repeated in an error: printable ASCII, and no more than the first 64 bytes.
std::string echo(std::string_view text);

}  // namespace api::json
