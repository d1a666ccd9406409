// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <initializer_list>
#include <memory>
#include <source_location>

#include "core/engine.hpp"
#include "storage/memory_log.hpp"
#include "tests/support/held_background.hpp"
#include "tests/support/memory_vault.hpp"
#include "tests/support/names.hpp"
#include "tests/support/repeatable_crypto.hpp"
#include "tests/support/set_clock.hpp"

namespace support {

class Outcome;

// The real engine on ports without a disk. Commands are written as a client writes them, with '$name' for an id (and ' for "):
//
//   Scene scene;
//   scene.member("anna");
//   scene.as("anna").when("profile.create", "{'profile':'$anna','displayName':'Anna','sector':'science'}")
//       .accepts({"ProfileCreated"}).with("ProfileCreated", "displayName", "Anna");
//   scene.as("anna").when("profile.create", ...).refuses("profile.exists", "profile");
//
// Who acts is a name: "console" (the operator's), "visitor", else the account of that name.
class Scene {
 public:
  using Where = std::source_location;
  class Actor;

  explicit Scene(std::uint64_t seed = 1);
  ~Scene();

  Actor as(std::string actor);
  // What has happened before: must be accepted.
  void given(std::string const& actor, std::string const& method, std::string const& json,
             Where where = Where::current());
  // An account of that name, with a role for the whole tenant if one is named.
  void member(std::string const& name, std::string const& role = {},
              Where where = Where::current());

  // A term of that name in both languages.
  void live_term(std::string const& name, std::string const& more = {},
                 Where where = Where::current());

  // A configured hub that counts these; again: with these as well.
  void measures(std::initializer_list<std::string> names, Where where = Where::current());

  // One command into the open batch; the answer may not leave before commit().
  core::Result<core::Receipt> send(std::string const& actor, std::string const& method,
                                   std::string const& json);
  void commit();
  void write_behind() { engine().write_behind(); }
  // The flows follow everything that was committed.
  void follow() { engine().follow_log(); }
  // The process ends, with whatever the background was still to write, and another starts.
  void restart();
  // The same, and the shelves are gone.
  void restart_from_the_log();

  core::Engine& engine() { return *engine_; }
  // Digests of all rows and all counts, as text to compare.
  std::string state() const;
  // The same, of an engine that folds this log from its first event.
  std::string replayed() const;
  // What must not change when a command is refused.
  std::string everything() const;

  RepeatableCrypto crypto;
  SetClock clock;
  HeldBackground background;
  storage::MemoryLog log;
  MemoryVault vault;
  std::span<core::Flow const> flows = core::all_flows();

 private:
  void start();

  std::unique_ptr<storage::MemoryShelves> shelves_;
  std::unique_ptr<core::Engine> engine_;
};

class Scene::Actor {
 public:
  Actor(Scene& scene, std::string name) : scene_(scene), name_(std::move(name)) {}
  // The command, and a commit if it was accepted.
  Outcome when(std::string const& method, std::string const& json) const;

 private:
  Scene& scene_;
  std::string name_;
};

// What came of a command.
class Outcome {
 public:
  using Where = std::source_location;

  Outcome(Scene& scene, core::Result<core::Receipt> result, std::string before);

  // Accepted, with exactly these events in this order.
  Outcome& accepts(std::initializer_list<std::string> events, Where where = Where::current());
  // Accepted, and nothing changed.
  Outcome& notes(Where where = Where::current()) { return accepts({"CommandNoted"}, where); }
  // Refused, and nothing at all was written.
  Outcome& refuses(std::string_view code, std::string_view field = {},
                   Where where = Where::current());
  // The first event of that name has this at "field" or "field/0/part": a text, or JSON. Sealed fields are opened.
  Outcome& with(std::string_view event, std::string const& field, std::string_view value,
                Where where = Where::current());

  bool accepted() const { return result_.has_value(); }
  core::Receipt receipt() const { return result_.value(); }
  core::Refusal refusal() const { return result_.error(); }

 private:
  std::string told() const;

  Scene& scene_;
  core::Result<core::Receipt> result_;
  std::string before_;
};

}  // namespace support
