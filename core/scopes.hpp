// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/ids.hpp"

namespace core {

// To whom and what an aggregate belongs: a grant limited to one of these reaches it.
struct Scopes {
  Id self = {}, team = {}, space = {}, organisation = {}, programme = {}, measure = {};
};

}  // namespace core
