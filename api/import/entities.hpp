// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace api::import {

// Text as it was meant where a source left HTML's character references in it: &amp; &lt; &gt; &quot; &apos; &nbsp; and numbers.
// Anything else stays as it is.
std::string without_entities(std::string_view text);

}  // namespace api::import
