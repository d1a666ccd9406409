// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/flows/all_flows.hpp"

namespace core {

std::span<Flow const> all_flows() {
  static constexpr Flow all[] = {
      {1, flows::close_challenges},
      {3, flows::give_seats},
      {4, flows::wind_up},
      {5, flows::move_up_without_team},
  };
  return all;
}

}  // namespace core
