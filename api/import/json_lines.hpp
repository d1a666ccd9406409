// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

#include "api/import/sink.hpp"

namespace api::import {

struct JsonLineCounts {
  std::uint64_t lines = 0, accepted = 0, repeated = 0, refused = 0;
};

// Runs commands, one JSON-RPC request a line, in order: as the operator, or as the person that the line names beside its method,
// {"as": "UUID", "method": ...}, by that person's own rights. What a line says of the past (`meta.occurred`) is decided as of then,
// and days may be counted from the day of the import (days.hpp). A refused line is reported with its number and reason and the
// rest goes on; a line with a command id that was accepted before changes nothing. Empty lines are passed over.
JsonLineCounts json_lines(std::filesystem::path const& file, core::Clock const& clock, Sink& sink,
                          Report& report);

}  // namespace api::import
