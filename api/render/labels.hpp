// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "api/render/texts.hpp"
#include "projections/terms.hpp"

namespace api {

struct Label {
  std::string de, en;
};

// What terms are called. A term that lacks one language is called by the other; somebody's own word by the word. Thread P.
class Labels {
 public:
  Labels(projections::Terms const& terms, Texts& texts) : terms_(terms), texts_(texts) {}

  Label of(core::Id const& term) const;

 private:
  projections::Terms const& terms_;
  Texts& texts_;
};

}  // namespace api
