// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace core {

// What makes two typed words the same word: small letters (Latin, Greek, Cyrillic), sharp s as "ss", white space trimmed and
// single. Accents and umlauts stay, as one character where they were typed as two. Bytes that are no UTF-8 stay as they are.
// The identity of private words hangs on it, so it never changes and belongs to no library.
std::string fold(std::string_view utf8);

}  // namespace core
