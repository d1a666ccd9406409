// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

// What characters may stand in a text that somebody typed. Texts are UTF-8, the parser has seen to that.
//
// No text holds control characters, line or paragraph separators (U+2028, 2029), or what turns the direction of writing around
// (U+202A-202E, U+2066-2069), since it makes one text look like another (Unicode TR 36, 3.3). What cannot be seen stands only
// where writing needs it (TR 31, 2.3):
//
// | joiner and non-joiner, U+200C-200D | between two characters of a script that joins, or two pictures |
// | break without a space, U+200B      | between two characters of a script without spaces, such as Thai |
// | variation selectors                | behind a character that has variants: no Latin letter |
// | tags, U+E0020-E007F                | behind a black flag or another tag: flags of regions |
// | direction marks, U+200E-200F, 61C  | in a text with a letter that is written from the right |
// | line feed, tab, soft hyphen        | in a text of several lines |
namespace api::json {

enum class Lines : bool { one, many };

// The first character that may not stand where it does.
std::optional<unsigned> forbidden_character(std::string_view text, Lines lines);

// Whether a text has nothing that can be seen: spaces and invisible characters only. An empty one has nothing either.
bool is_blank(std::string_view text);

}  // namespace api::json
