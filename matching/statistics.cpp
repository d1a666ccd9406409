// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "matching/statistics.hpp"

#include "core/check.hpp"

namespace matching {

Statistics::Statistics(core::Position source, std::uint32_t people,
                       std::vector<std::uint32_t> offering)
    : source_(source), people_(people), offering_(std::move(offering)) {
  auto const idf = [people](std::uint32_t count) {
    CHECK(count <= people);
    return static_cast<std::uint32_t>(
        whole + log_ratio(std::uint64_t{people} + 1, std::uint64_t{count} + 1));
  };
  idf_of_none_ = idf(0);
  idf_.reserve(offering_.size());
  for (auto count : offering_) idf_.push_back(count == 0 ? idf_of_none_ : idf(count));
}

}  // namespace matching
