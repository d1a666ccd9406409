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

// The same in a text of one line, such as a name: there tab and line feed are forbidden too, and what turns the direction of
// writing around (U+202A-202E, U+2066-2069; Unicode TR 36, 3.3), since it makes one name look like another.
std::optional<unsigned> forbidden_in_line(std::string_view text);

// Whether a text has nothing that can be seen: spaces and invisible characters only.
bool is_blank(std::string_view text);

// Appends a text as a JSON string, quotes included.
void write_text(std::string_view text, std::string& out);

// What a stranger sent, made fit to be repeated in an error: printable ASCII, and no more than the first 64 bytes.
std::string echo(std::string_view text);

}  // namespace api::json
