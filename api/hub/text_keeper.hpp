// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "api/queries/searchable.hpp"

namespace api {

// Keeps the index of texts at what the log says today: opens all of them once, then those that an event touches. It goes by the
// schema, so a family whose events have `$searchable` texts needs nothing here. Thread P.
class TextKeeper {
 public:
  // Both outlive it.
  TextKeeper(Rooms const& rooms, projections::TextIndex& index) : rooms_(rooms), index_(index) {}

  // Reads in the order of the log. Gives how many things there are.
  std::size_t start(core::FunctionRef<void(std::uint64_t percent)> progress);
  // After the views. Nothing before start.
  void apply(core::Block const& block);

 private:
  void apply(core::RecordView const& record);
  void read_again(projections::TextOwner const& owner);

  Rooms const& rooms_;
  projections::TextIndex& index_;
  bool started_ = false;
};

}  // namespace api
