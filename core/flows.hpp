// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <capnp/message.h>

#include <memory>
#include <span>
#include <vector>

#include "core/command.hpp"
#include "core/record.hpp"
#include "core/world.hpp"

namespace core {

// What a flow wants to happen, in order.
class Wishes {
 public:
  // The command's fields, to be set.
  template <class Command>
  typename Command::Builder wish() {
    auto& wish = *wishes_.emplace_back(std::make_unique<Wish>());
    wish.type = &schema_tables().of<Command>();
    return wish.message.template initRoot<Command>();
  }

 private:
  friend class Flows;
  struct Wish {
    Type const* type = nullptr;
    capnp::MallocMessageBuilder message{64};
  };
  std::vector<std::unique_ptr<Wish>> wishes_;  // Nearly always none: then nothing is allocated.
};

// A rule across aggregates that may follow later: a committed event in, commands out. It sees the state as it is now, which may
// be later than the event, and its wishes may be refused: the rule is kept by whoever decides. `number` is for ever.
struct Flow {
  std::uint16_t number;
  void (*react)(World const& world, Recorded const& event, Wishes& wishes);
};

// All flows of the program: core/flows/.
std::span<Flow const> all_flows();

// Runs the flows. Each wish has an id made of flow, position and its number in turn, so that doing it again does nothing: an
// event may be given to them twice. Thread E; never during a replay.
class Flows {
 public:
  // All of them outlive it.
  Flows(World const& world, Crypto const& crypto, std::span<Flow const> flows)
      : world_(world), crypto_(crypto), flows_(flows) {}

  // Hands over what follows from one committed event: commands of nobody, caused by it.
  void react(RecordView const& record, FunctionRef<void(Command const&)> give) const;

 private:
  Id id_of(Flow const& flow, Position position, std::uint32_t n) const;

  World const& world_;
  Crypto const& crypto_;
  std::span<Flow const> const flows_;
};

}  // namespace core
