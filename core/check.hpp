// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdio>
#include <cstdlib>

namespace core {

[[noreturn]] inline void broken(char const* what, char const* file, int line) {
  std::fprintf(stderr, "fuge: broken program: %s (%s:%d)\n", what, file, line);
  std::abort();
}

}  // namespace core

// A broken program ends the process, in release too.
#define CHECK(condition) \
  (static_cast<bool>(condition) ? void(0) : ::core::broken(#condition, __FILE__, __LINE__))
