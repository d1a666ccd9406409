// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "core/ids.hpp"
#include "matching/fixed.hpp"
#include "matching/taxonomy.hpp"

namespace matching {

// How often skills are offered, frozen for an epoch: within it a score depends on the two sides' facts alone. A value;
// those with the same source are the same.
class Statistics {
 public:
  Statistics() = default;
  // `offering[n]`: how many of `people` listed people offer term n.
  Statistics(core::Position source, std::uint32_t people, std::vector<std::uint32_t> offering);

  // The log position they were counted at; 0 before the first epoch, when nothing is known.
  core::Position source() const { return source_; }
  std::uint32_t people() const { return people_; }
  std::uint32_t offering(Term term) const {
    return term.number < offering_.size() ? offering_[term.number] : 0;
  }
  // Inverse document frequency, 1 + ln((people + 1) / (offering + 1)): 1 for what everybody offers, more for what is rare.
  // K. Spärck Jones, A statistical interpretation of term specificity, 1972; smoothed as if one more person offered all.
  Millionths idf(Term term) const {
    return term.number < idf_.size() ? idf_[term.number] : idf_of_none_;
  }

  std::size_t memory_bytes() const {
    return (offering_.capacity() + idf_.capacity()) * sizeof(std::uint32_t);
  }

 private:
  core::Position source_;
  std::uint32_t people_ = 0;
  std::vector<std::uint32_t> offering_;
  std::vector<std::uint32_t> idf_;
  std::uint32_t idf_of_none_ = whole;
};

}  // namespace matching
