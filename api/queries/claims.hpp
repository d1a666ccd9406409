// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "api/queries/rooms.hpp"
#include "api/road/asking.hpp"

namespace api {

// Skills as somebody typed them into a question: a word is the term that has it as a label, or the private term it would be.
// Nothing is recorded by asking.
std::vector<matching::Claimed> claims_of(Asking const& asking,
                                         capnp::List<core::schema::SkillClaim>::Reader claims);

}  // namespace api
