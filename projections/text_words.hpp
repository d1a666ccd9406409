// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/function_ref.hpp"

namespace projections {

// A part of a text, in bytes.
struct TextSpan {
  std::size_t start = 0, bytes = 0;
  bool operator==(TextSpan const&) const = default;
};

// Calls visit for each word of a text: letters and digits of any script without a gap. "Stadt-Werkstatt" is two.
void each_word(std::string_view text, core::FunctionRef<void(TextSpan)> visit);

// What a word is found as: without capitals and accents, sharp s as "ss", umlauts as two letters; and besides, where that is
// another one, with "ae", "oe", "ue" as one letter. Two words meet where one of the keys of each is the same, so "Müller",
// "Mueller" and "muller" do. Bytes behind the first 64 count for nothing.
std::vector<std::string> word_keys(std::string_view word);

// The part of the word, whole characters, that bytes `from` to `to` of one of its keys come from.
TextSpan part_of_word(std::string_view word, std::string_view key, std::size_t from,
                      std::size_t to);

}  // namespace projections
