// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/result.hpp"

namespace api {

// Whether a question wants its answer in German, which it does where it does not say, or else in English. Refuses at "language"
// any other.
template <class Query>
core::Result<bool> in_german(Query query) {
  auto const language = query.getLanguage();
  if (language.size() == 0 || language == "de") return true;
  if (language == "en") return false;
  return core::refuse("input.invalid", "language", "must be de or en");
}

}  // namespace api
