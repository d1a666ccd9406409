// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "core/engine.hpp"

namespace api::import {

// Where an import's commands go: straight into the engine, as the operator, many to a commit. Thread E.
class Sink {
 public:
  // `committed` gets each block that is on disk.
  Sink(core::Engine& engine, core::Crypto const& crypto,
       std::function<void(std::shared_ptr<core::Block const>)> committed)
      : engine_(engine), crypto_(crypto), committed_(std::move(committed)) {}

  // With an id of its own content, so that the same command given again is the same command.
  core::Result<core::Receipt> give(core::Type const& type, capnp::AnyStruct::Reader body);
  core::Result<core::Receipt> give(core::Command const& command);
  // Makes everything given so far durable.
  void flush();
  core::World const& world() const { return engine_.world(); }
  // The id of something known elsewhere by a name: UUIDv8 of its hash.
  core::Id id_for(std::string_view kind, std::string_view name) const;
  // Positions used so far.
  core::Position head() const { return engine_.head(); }

 private:
  core::Engine& engine_;
  core::Crypto const& crypto_;
  std::function<void(std::shared_ptr<core::Block const>)> committed_;
};

// What an import tells: a progress bar where there is a terminal, each row that does not fit, and a summary.
class Report {
 public:
  Report(std::ostream& out, bool terminal) : out_(out), terminal_(terminal) {}

  void start(std::string what, std::uint64_t total);
  void step(std::uint64_t done);
  void finish();
  // One row that was left out: "skills.tsv:17: no label".
  void left_out(std::string const& where, std::uint64_t line, std::string const& reason);
  void say(std::string const& text);
  std::uint64_t problems() const { return problems_; }

 private:
  std::ostream& out_;
  bool terminal_;
  std::string what_;
  std::uint64_t total_ = 0, shown_ = 0, problems_ = 0;
};

}  // namespace api::import
