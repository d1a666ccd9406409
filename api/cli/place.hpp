// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "api/cli/options.hpp"
#include "api/hub/hub.hpp"

namespace api::cli {

// Where the tenant is that the options name, made where it is not there yet.
Hub::Place place_of(Options const& options);
// The same for verbs that have nothing to do with a tenant that is not there.
Hub::Place existing_place_of(Options const& options);

// Prints a warning on standard error. Any thread.
void warn(std::string const& text);

// Shows on a terminal how far a long fold is.
class Progress {
 public:
  Progress(std::string what, std::uint64_t total);
  ~Progress();
  void step(std::uint64_t done);

 private:
  std::string what_;
  std::uint64_t total_, shown_ = 0;
  bool terminal_;
};

}  // namespace api::cli
