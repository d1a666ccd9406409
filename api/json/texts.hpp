// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace api::json {

// The first character of a text that nobody types: a control character (U+0000-001F, 007F, 0080-009F) other than tab and line
// feed. The text is UTF-8, the parser has seen to that.
std::optional<unsigned> forbidden_character(std::string_view text);

// Appends a text as a JSON string, quotes included.
void write_text(std::string_view text, std::string& out);

// What a stranger sent, made fit to be repeated in an error: printable ASCII, and no more than the first 64 bytes.
std::string echo(std::string_view text);

}  // namespace api::json
