// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>

#include "core/decide.hpp"

// What every action on a programme starts with.
namespace core::programme {

using Stages = std::initializer_list<ProgrammeStage>;

inline constexpr Stages before_the_start = {ProgrammeStage::ANNOUNCED, ProgrammeStage::OPEN,
                                            ProgrammeStage::CLOSED};
inline constexpr Stages until_the_end = {ProgrammeStage::ANNOUNCED, ProgrammeStage::OPEN,
                                         ProgrammeStage::CLOSED, ProgrammeStage::RUNNING};

inline Refusal wrong_state(std::string_view field, std::string detail = {}) {
  return refuse("programme.state", field, std::move(detail));
}

// It exists, and stands where the action makes sense.
inline Result<void> at(State const& programme, Stages allowed) {
  if (programme.stage == ProgrammeStage::ABSENT) return refuse("aggregate.not-found", "programme");
  if (std::ranges::find(allowed, programme.stage) == allowed.end()) return wrong_state("programme");
  return {};
}

}  // namespace core::programme
