// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <stdexcept>
#include <string>

namespace storage {

// A data folder that cannot be opened as it is. Says why, and what is as it was: nothing has been changed.
struct Unusable : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Receives what an operator should know although the work goes on. Any thread.
using Warn = std::function<void(std::string const&)>;

}  // namespace storage
