// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "core/ids.hpp"
#include "core/schema.hpp"

namespace support {

// A hub that has one of everything, each belonging to whatever it can belong to. Lea owns what a person can own; Tom leads the
// team, Tim is in it; Rita speaks for the organisation; Otto is invited and has asked, and waits for answers; Olga has nothing to
// do with any of it.
//
// A new family needs its line here, and the tests that go over all families fail without it.
struct Step {
  std::string actor, method, json;
};
std::vector<Step> const& one_of_each();

// The instance of that family: what its last step is about. Nil where there is none.
core::Id the_one(core::Family family);

}  // namespace support
