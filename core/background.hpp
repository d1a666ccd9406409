// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>

namespace core {

// Work that nobody waits for, done elsewhere, in order. A job that throws stops the writer: the disk is broken.
class Background {
 public:
  virtual ~Background() = default;
  virtual void run(std::function<void()> job) = 0;
};

// Does the work at once: for tests and for the command line.
class Inline final : public Background {
 public:
  void run(std::function<void()> job) override { job(); }
};

}  // namespace core
