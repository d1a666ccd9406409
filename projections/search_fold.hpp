// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace projections {

// How the letters ä, ö, ü are written by somebody who has no such keys: "Ökologie" as "oekologie" or as "okologie".
enum class Umlauts { two_letters, one_letter };

// What makes a label found by what is typed: core::fold, and Latin letters without their accents.
std::string search_fold(std::string_view utf8, Umlauts umlauts);

}  // namespace projections
