// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace core {

// What makes two typed words the same word: lower case (Latin letters), sharp s as "ss", white space trimmed and single.
// Accents and umlauts stay. The identity of private words hangs on it, so it never changes and belongs to no library.
std::string fold(std::string_view utf8);

}  // namespace core
