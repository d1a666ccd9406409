// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/decide.hpp"

// The rows of a programme's applications and of its wait-list.
namespace core::programme {

// Those who wait for a seat, the longest first, until `visit` says false.
void each_waiting(World const& world, Id const& programme,
                  FunctionRef<bool(Id const& person, Application const& application)> visit);

}  // namespace core::programme
