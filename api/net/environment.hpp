// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "api/net/counters.hpp"
#include "api/net/flusher.hpp"
#include "api/net/options.hpp"
#include "api/net/registry.hpp"

namespace api::net {

class Handler;

// What all connections of one server share. Thread E.
struct Environment {
  Options const options;
  Handler& handler;
  Flusher flusher;
  Registry registry;
  Counters counters = {};
  bool draining = false;
};

}  // namespace api::net
