// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/draw.hpp"

#include <algorithm>

#include "core/dispatch_tables.hpp"
#include "tests/support/names.hpp"

namespace support {
namespace {

using core::Role;
using core::Scope;
using core::Shape;

// New streams get one of so many ids, and others after so many commands; parts of them always get one of the same few.
constexpr std::size_t ids_at_a_time = 4, commands_per_id = 50, ids_of_parts = 4;
constexpr std::size_t alive_max = 6;
constexpr std::size_t commands_in_focus = 60, tries = 40, tries_where_it_is_over = 10;
constexpr std::size_t streams_known_max = 1000, named_max = 8;
constexpr std::int64_t minute_us = 60'000'000;

}  // namespace

Draw::Draw(std::uint64_t seed, std::vector<core::Id> people)
    : engine_(seed), people_(std::move(people)) {
  for (auto const* type : core::schema_tables().commands()) {
    kind_of_[type->family] = type->stream->id_kind;
    commands_of_[type->family].push_back(type);
    if (std::ranges::count(kinds_, type->stream->id_kind) == 0)
      kinds_.push_back(type->stream->id_kind);
  }
}

std::unique_ptr<Drawn> Draw::command(core::World const& world, core::Instant now) {
  auto drawn = std::make_unique<Drawn>();
  auto& command = drawn->command;
  auto const stream =
      world.tenant.hold(core::tenant::the_tenant()).archived && one_in(20) ? reopened() : target();
  auto const& type = *type_;
  stream_ = stream;
  now_ = now;
  ++drawn_;
  command.type = &type;
  who(command, world, core::scopes_of(world, stream));
  actor_ = command.actor;
  sparing_ = one_in(2);

  auto body =
      drawn->message.initRoot<capnp::AnyPointer>().initAsAnyStruct(type.data_words, type.pointers);
  fill(type, body);
  body.getPointerSection()[type.stream->offset].setAs<capnp::Data>(core::data_of(stream.id));
  // At the console whoever comes back with a copy is erased, be it the last operator.
  if (command.console && type.id == core::id_of<core::account::ExecuteErasure>)
    body.as<core::account::ExecuteErasure>().setAgain(false);
  command.body = body.asReader();
  command.id = id_named("command" + std::to_string(drawn_));
  if (one_in(5))
    command.occurred.us = now.us - static_cast<std::int64_t>(below(40'000)) * minute_us;
  if (one_in(20)) {
    auto const version = core::version_of(world, stream).value;
    drawn->expected = {{{stream.family, stream.id, {version + below(2)}}}};
    command.expected = drawn->expected;
  }
  return drawn;
}

// An archived tenant refuses nearly everything.
core::StreamKey Draw::reopened() {
  type_ = core::schema_tables().command(core::id_of<core::tenant::ReopenTenant>);
  return {type_->family, core::tenant::the_tenant()};
}

// Which command, and on which stream: for a while most of them go to the same one, so that it comes far.
core::StreamKey Draw::target() {
  stream_ = {};
  if (one_in(commands_in_focus)) focus();
  if (focus_.family != 0 && !one_in(3)) {
    type_ = &type(commands_of_[focus_.family]);
    if (!creates(*type_)) return focus_;
  }
  type_ = &possible(type(core::schema_tables().commands()));
  return {type_->family, stream_for(*type_)};
}

void Draw::focus() {
  auto const& family = of(core::schema_tables().commands())->family;
  auto const& alive = alive_[kind_of_[family]];
  if (!alive.empty()) focus_ = {family, alive.back()};
}

// What is hard to come by gets its chances, and what ends things does not end them all before.
core::Type const& Draw::type(std::span<core::Type const* const> commands) {
  auto const* type = of(commands);
  for (int i = 0; i < 8 && plenty(*type) && !one_in(30); ++i) type = of(commands);
  return *type;
}

// Whether it has succeeded more often than most of its family.
bool Draw::plenty(core::Type const& type) {
  auto const& family = commands_of_[type.family];
  std::size_t all = 0;
  for (auto const* other : family) all += accepted_[other];
  return accepted_[&type] * family.size() > all + all / 2 + 10 * family.size();
}

// Where there is nothing, something is made first.
core::Type const& Draw::possible(core::Type const& type) {
  if (creates(type) || !alive_[type.stream->id_kind].empty() || one_in(10)) return type;
  for (auto const* other : commands_of_[type.family])
    if (creates(*other)) return *other;
  return type;
}

core::Id Draw::stream_for(core::Type const& type) {
  auto const& kind = type.stream->id_kind;
  return creates(type) && kind != "subject" && !one_in(5) ? new_id(kind) : id(kind);
}

void Draw::who(core::Command& command, core::World const& world, core::Scopes const& scopes) {
  auto const& may = of(command.type->allow);
  bool const anybody = one_in(10);
  if (anybody && one_in(4)) return;  // A visitor.
  command.console = anybody ? one_in(4) : may.role == Role::OPERATOR && one_in(2);
  if (command.console) return;
  command.actor = anybody ? of(people_) : somebody(may, world, scopes);
}

core::Id Draw::somebody(core::Allow const& may, core::World const& world,
                        core::Scopes const& scopes) {
  switch (may.role) {
    case Role::ANONYMOUS: return {};
    case Role::TEAM_LEAD: return world.team.load(scopes.team).lead;
    case Role::MEMBER: {
      if (may.scope == Scope::SELF) return scopes.self;
      if (auto const named = named_here("subject"); named && one_in(2)) return *named;
      auto const members = world.team.load(scopes.team).members;
      return may.scope == Scope::TEAM && !members.empty() ? of(members)
                                                          : with_role(may.role, world);
    }
    case Role::ORG_REPRESENTATIVE: {
      auto const people = world.organisation.load(scopes.organisation).people;
      return people.empty() ? with_role(may.role, world) : of(people).id;
    }
    default: return with_role(may.role, world);
  }
}

core::Id Draw::with_role(Role role, core::World const& world) {
  auto const first = below(people_.size());
  auto found = people_[first];
  for (std::size_t i = 0; i < people_.size(); ++i) {
    auto const& person = people_[(first + i) % people_.size()];
    auto const& account = world.account.hold(person);
    if (account.stage != core::account::Stage::active) continue;
    found = person;
    if (role == Role::MEMBER || account.holds(role)) break;
  }
  return found;
}

void Draw::replace(core::Id const& person, core::Id const& heir) {
  std::ranges::replace(people_, person, heir);
}

void Draw::happened(core::RecordView const& record) {
  auto const& stream = record.header().stream;
  auto const kind = kind_of_.find(stream.family);
  if (kind == kind_of_.end()) return;
  core::CanonicalReader event(record.open());
  for (auto const& field : core::schema_tables().event(record.header().event_type)->fields)
    if (field.value.shape == Shape::data)
      name(stream, {&field.id_kind, core::id_in(event.root(), field)});
  auto& alive = alive_[kind->second];
  if (std::ranges::find(alive, stream.id) != alive.end()) return;
  if (alive.size() >= alive_max) alive.erase(alive.begin());
  alive.push_back(stream.id);
}

void Draw::name(core::StreamKey const& stream, Named named) {
  if (named.id.is_nil() || named.id == stream.id) return;
  if (named_.size() > streams_known_max) named_.clear();
  auto& known = named_[stream];
  if (known.size() < named_max) known.push_back(named);
  else known[below(named_max)] = named;
}

std::optional<core::Id> Draw::named_here(std::string const& kind) {
  auto const known = named_.find(stream_);
  if (known == named_.end()) return {};
  auto const& [its_kind, id] = of(known->second);
  return *its_kind == kind ? std::optional(id) : std::nullopt;
}

void Draw::accepted(core::Command const& command, bool began_a_stream) {
  ++accepted_[command.type];
  if (began_a_stream) creating_.insert(command.type->id);
}

void Draw::refused(core::Command const& command, std::string_view code) {
  bool const over = code.ends_with(".state") || code.ends_with(".closed");
  if (!one_in(over ? tries_where_it_is_over : tries)) return;
  auto const stream = core::id_in(command.body, *command.type->stream);
  std::erase(alive_[command.type->stream->id_kind], stream);
}

core::Id Draw::id(std::string const& kind) {
  // The one that nearly everything is counted under stays for ever.
  if (type_->id == core::id_of<core::tenant::RetireMeasure>)
    return id_named(kind + std::to_string(below(ids_of_parts)));
  if (one_in(3))
    if (auto const known = named_here(kind)) return *known;
  if (kind == "any") return id(of(kinds_));
  if (kind == "origin") return id(one_in(2) ? "idea" : "challenge");
  if (kind == "subject" && !one_in(8)) return one_in(3) && !actor_.is_nil() ? actor_ : of(people_);
  auto const alive = alive_.find(kind);
  return alive != alive_.end() && !alive->second.empty() && !one_in(4) ? of(alive->second)
                                                                       : new_id(kind);
}

core::Id Draw::new_id(std::string const& kind) {
  if (kind == "tenant") return core::tenant::the_tenant();
  bool const part = std::ranges::find(kinds_, kind) == kinds_.end();
  if (part && one_in(2)) return id_named(kind);
  if (part) return id_named(kind + std::to_string(below(ids_of_parts)));
  return id_named(kind + std::to_string(drawn_ / commands_per_id + below(ids_at_a_time)));
}

}  // namespace support
