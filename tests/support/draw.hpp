// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <capnp/message.h>

#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "core/command.hpp"
#include "core/world.hpp"

namespace support {

// A command and all that it points to.
struct Drawn {
  capnp::MallocMessageBuilder message{64};
  std::array<core::Command::Expected, 1> expected{};
  core::Command command;
};

// Draws commands at random: any that the schema has, with whatever it says their fields may hold, so that a new one is drawn
// without a word about it here. More often than not they are about something that is there, by somebody who may. Ids are made
// of names, so that every tenant has the same ones.
class Draw {
 public:
  // `people` are asked for more often than others.
  Draw(std::uint64_t seed, std::vector<core::Id> people);

  std::unique_ptr<Drawn> command(core::World const& world, core::Instant now);
  // Somebody else does from now on what one of them did.
  void replace(core::Id const& person, core::Id const& heir);
  // What came of it: where something happens more is tried, and with those who were named there; where nothing does less; what
  // seldom succeeds more often.
  void happened(core::RecordView const& record);
  void accepted(core::Command const& command, bool began_a_stream);
  void refused(core::Command const& command, std::string_view code);

  bool one_in(std::size_t n) { return below(n) == 0; }
  std::size_t below(std::size_t bound) { return engine_() % bound; }
  auto const& of(auto const& some) { return some[below(some.size())]; }

 private:
  using Struct = capnp::AnyStruct::Builder;
  struct Named {
    std::string const* kind;
    core::Id id;
  };

  core::StreamKey target();
  core::StreamKey reopened();
  void focus();
  core::Type const& type(std::span<core::Type const* const> among);
  bool plenty(core::Type const& type);
  core::Type const& possible(core::Type const& type);
  bool creates(core::Type const& type) const { return creating_.contains(type.id); }
  core::Id stream_for(core::Type const& type);
  void who(core::Command& command, core::World const& world, core::Scopes const& scopes);
  core::Id somebody(core::Allow const& may, core::World const& world, core::Scopes const& scopes);
  // Somebody who is not locked out, in that role if anybody is.
  core::Id with_role(core::Role role, core::World const& world);

  void fill(core::Type const& type, Struct into);
  void scalar(core::Field const& field, Struct into);
  void pointer(core::Field const& field, capnp::AnyPointer::Builder into);
  void list(core::Field const& field, capnp::AnyPointer::Builder into);
  void text(core::Field const& field, capnp::AnyPointer::Builder into);
  std::int64_t number(core::Field const& field);
  core::Id id(std::string const& kind);
  core::Id new_id(std::string const& kind);
  std::optional<core::Id> named_here(std::string const& kind);
  void name(core::StreamKey const& stream, Named named);

  std::mt19937_64 engine_;
  std::vector<core::Id> people_;
  std::vector<std::string> kinds_;  // Of ids that a stream can have.
  std::map<core::Family, std::vector<core::Type const*>> commands_of_;
  std::map<core::Family, std::string> kind_of_;  // What the ids of a family's streams are called.
  // Where something began to happen lately, by the same.
  std::map<std::string, std::vector<core::Id>> alive_;
  std::map<core::StreamKey, std::vector<Named>> named_;  // In the last events of a stream.
  std::map<core::Type const*, std::size_t> accepted_;
  std::set<std::uint16_t> creating_;  // Those that streams have begun with.
  std::size_t drawn_ = 0;
  core::Instant now_;
  core::StreamKey stream_, focus_;
  core::Type const* type_ = nullptr;
  core::Id actor_;
  bool sparing_ = false;  // Says little beyond what it must.
};

}  // namespace support
