// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/engine.hpp"

#include "core/authority.hpp"
#include "core/departing.hpp"
#include "core/dispatch_tables.hpp"
#include "core/limits.hpp"
#include "core/own_texts.hpp"

namespace core {
namespace {

Refusal conflict(Command::Expected const& expected, Version actual) {
  auto refusal = refuse("version.conflict", "meta.expect",
                        "expected " + std::to_string(expected.version.value) + ", is " +
                            std::to_string(actual.value));
  refusal.stream = expected.stream;
  refusal.version = actual;
  return refusal;
}

// The version that a command's receipt gives for the stream it was decided on, if this record of the command tells it.
std::optional<Version> version_given(RecordView const& record, StreamKey const& stream) {
  if (record.header().stream == stream) return record.header().version;
  if (record.header().event_type != command_noted) return {};
  CanonicalReader event(record.open());
  return Version{event.as<schema::CommandNoted>().getVersion()};
}

}  // namespace

Id private_term(std::string_view folded, Crypto const& crypto, Key const& tenant_secret) {
  Bytes const parts[] = {core::bytes_of("private term"), core::bytes_of(folded)};
  return id_of_hash(crypto.keyed_hash(tenant_secret, parts));
}

Engine::Engine(Ports ports)
    : ports_(ports),
      world_(ports.crypto),
      commands_(ports.shelves.open("commands"), ports.crypto),
      flows_(world_, ports.crypto, ports.flows),
      flows_shelf_(ports.shelves.open("flows")) {
  open_batch({ports.log.head().value + 1});
}

void Engine::open_batch(Position first) {
  open_ = std::make_shared<Batch>();
  open_->block.first = first;
  open_->block.offsets.reserve(limits::batch_events_max);
  open_->block.bytes.reserve(limits::batch_bytes_max + limits::event_bytes_max);
}

bool Engine::full() const {
  auto const& block = open_->block;
  return block.size() >= limits::batch_events_max || block.bytes.size() >= limits::batch_bytes_max;
}

// Instants never go back within a log, whatever the clock does.
Instant Engine::now() {
  last_recorded_ = std::max(last_recorded_, ports_.clock.now());
  return last_recorded_;
}

// UUIDv7, RFC 9562 section 5.7: milliseconds, then random bits.
Id Engine::made_id(Instant now) const {
  Id id;
  ports_.crypto.random(id.bytes);
  auto ms = static_cast<std::uint64_t>(now.us) / 1000;
  for (std::size_t i = 6; i-- > 0; ms >>= 8) id.bytes[i] = static_cast<std::uint8_t>(ms);
  id.bytes[6] = static_cast<std::uint8_t>(0x70 | (id.bytes[6] & 0x0f));
  id.bytes[8] = static_cast<std::uint8_t>(0x80 | (id.bytes[8] & 0x3f));
  return id;
}

Result<Receipt> Engine::accept(Command const& command) {
  if (stopped_) return refuse("server.stopped");
  CHECK(!full());
  StreamKey const stream{command.type->family, id_in(command.body, *command.type->stream)};
  forms_.clear();
  if (!command.id.is_nil())
    if (auto known = commands_.find({command.actor, command.id}))
      return repeated(command, stream, *known);
  auto role =
      authorise(world_, *command.type, command.actor, command.console, scopes_of(world_, stream));
  if (!role) return role.error();
  auto const now = this->now();
  if (!command.console && world_.account.hold(command.actor).is_closing(now))
    return refuse("account.erased");
  if (auto working = tenant::at_work(world_, stream.family); !working) return working.error();
  if (auto expected = check_expected(command, stream); !expected) return expected.error();

  if (command.occurred.us > now.us + limits::clock_ahead_us_max)
    return refuse("input.invalid", "meta.occurred", "lies in the future");
  if (!command.history && !command.console && command.occurred.us != 0 &&
      command.occurred.us < now.us - limits::occurred_back_us_max)
    return refuse("input.invalid", "meta.occurred", "lies too far back");

  emit_.start(stream.id);
  auto const as_of =
      command.history && command.occurred.us != 0 ? std::min(command.occurred, now) : now;
  Context const by{command.actor, *role,         as_of,
                   world_,        ports_.crypto, ports_.vault.tenant_secret()};
  if (auto decided = decide_of(command.type->id)(world_, stream.id, command.body, by, emit_);
      !decided)
    return decided.error();
  if (!emit_.touches(stream)) emit_.note(command.actor, version_of(world_, stream));
  return record(command, stream, *role, now);
}

void Engine::each_departure(Id const& person, FunctionRef<void(StreamKey const&)> visit) const {
  Context const by{{},     Role::OPERATOR, ports_.clock.now(),
                   world_, ports_.crypto,  ports_.vault.tenant_secret()};
  Emit emit;
  each_tie(world_, person, [&](StreamKey const& tie) {
    emit.start(tie.id);
    depart(tie, person, by, emit);
    if (emit.size() > 0) visit(tie);
  });
}

Result<void> Engine::check_expected(Command const& command, StreamKey const& stream) const {
  for (auto const& expected : command.expected) {
    auto const family = expected.family != 0 ? expected.family : stream.family;
    auto const actual = version_of(world_, {family, expected.stream});
    if (actual != expected.version) return conflict(expected, actual);
  }
  return {};
}

// Until what lies there is sealed. False: its batch could not be written.
bool Engine::wait_for(Position position) {
  if (position >= open_->block.first) {
    open_->seal(ports_.vault.tenant_secret(), ports_.crypto, ports_.crc);
    return true;
  }
  for (auto const& batch : in_flight_) {
    if (position > batch->block.last()) continue;
    batch->wait();
    return !batch->failure();
  }
  return true;
}

bool Engine::record_at(Position position, FunctionRef<void(RecordView const&)> visit) const {
  auto const& block = open_->block;
  if (position < block.first) return ports_.log.at(position, visit);
  auto const i = position.value - block.first.value;
  if (i >= block.size()) return false;
  auto const record = RecordView::parse(block.record(i));
  CHECK(record.has_value());
  visit(*record);
  return true;
}

// The same (actor, id) again: the first receipt for the same bytes, a refusal for others. Where a key of the first one is
// destroyed nobody can compare more than the stream, and the receipt stands.
Result<Receipt> Engine::repeated(Command const& command, StreamKey const& stream,
                                 CommandIndex::Entry entry) {
  if (!wait_for(entry.first)) return refuse("server.stopped");
  Receipt receipt{entry.first, {entry.first.value + entry.events - 1}, stream.id, {}};
  Fingerprint first{};
  std::vector<Key> keys;
  bool comparable = true, same_stream = false;
  for (auto position = receipt.first; position <= receipt.last; ++position.value) {
    bool const there = record_at(position, [&](RecordView const& record) {
      first = record.header().fingerprint;
      if (auto const version = version_given(record, stream))
        same_stream = true, receipt.version = *version;
      for (std::size_t i = 0; i < record.sealed_parts(); ++i)
        comparable &= ports_.vault.key(record.sealed(i).key, keys.emplace_back());
    });
    if (!there)
      throw LogBroken("no record at position " + std::to_string(position.value) +
                      ", where a command's index points");
  }
  bool const same = comparable
                        ? first == fingerprint(command.type->method, forms_.of(command.body), keys,
                                               ports_.vault.tenant_secret(), ports_.crypto)
                        : same_stream;
  return same ? Result<Receipt>(receipt) : refuse("command.reused", "meta.commandId");
}

Result<Receipt> Engine::record(Command const& command, StreamKey const& stream, Role role,
                               Instant now) {
  auto const id = command.id.is_nil() ? made_id(now) : command.id;
  auto const events = emit_.size();
  if (drafts_.size() < events) drafts_.resize(events);
  for (std::size_t i = 0; i < events; ++i)
    if (auto drafted = draft(i, command, id, role, now); !drafted) return drafted.error();

  keys_.clear();
  for (std::size_t i = 0; i < events; ++i) write(drafts_[i]);
  open_->add(command.type->method, command.body, events, keys_);

  auto const first = drafts_.front().header.position;
  commands_.add({command.actor, id}, {first, static_cast<std::uint16_t>(events)});
  return Receipt{first, drafts_[events - 1].header.position, stream.id, version_of(world_, stream)};
}

// Splits event i into its open and its sealed parts. Nothing is written yet, so this may still refuse.
Result<void> Engine::draft(std::size_t i, Command const& command, Id const& id, Role role,
                           Instant now) {
  auto& emitted = emit_[i];
  auto& draft = drafts_[i];
  auto version = version_of(world_, emitted.stream);
  for (std::size_t before = 0; before < i; ++before)
    version.value += drafts_[before].header.stream == emitted.stream;
  auto const occurred = command.occurred.us != 0 ? std::min(command.occurred, now) : now;
  auto const civil = ports_.clock.civil(occurred);
  draft.type = emitted.type;
  draft.header = {.event_type = emitted.type->id,
                  .visibility = emitted.type->audience,
                  .role = role,
                  .utc_offset_minutes = civil.utc_offset_minutes,
                  .civil_day = civil.day,
                  .position = {open_->block.first.value + open_->block.size() + i},
                  .version = {version.value + 1},
                  .stream = emitted.stream,
                  .actor = command.actor,
                  .command = id,
                  .recorded = now,
                  .occurred = occurred,
                  .command_index = static_cast<std::uint16_t>(i),
                  .command_events = static_cast<std::uint16_t>(emit_.size()),
                  .correlation = command.correlation,
                  .causation = command.causation};

  auto event = emitted.message->getRoot<capnp::AnyStruct>();
  draft.parts.clear();
  draft.bytes = 0;
  if (auto const* subject = draft.type->subject)
    take_out(draft, KeyKind::PERSON, id_in(event.asReader(), *subject), event);
  if (draft.type->seals(KeyKind::TEXT) != 0)
    take_out(draft, KeyKind::TEXT, text_of(draft.header, ports_.crypto), event);
  draft.open = forms_.of(event.asReader());
  draft.bytes += draft.open.size();
  if (std::ranges::any_of(draft.parts, [&](auto const& part) { return of_nobody(part); }))
    return refuse("account.erased", draft.type->subject->name);
  if (draft.bytes > limits::event_bytes_max) return refuse("input.too-large");
  return {};
}

// Sealed for somebody who was erased.
bool Engine::of_nobody(Draft::Part const& part) const {
  return part.sealed.kind == KeyKind::PERSON &&
         world_.account.hold(part.owner).stage == account::Stage::erased;
}

// Moves the fields of one kind out of the event into a struct of their own.
void Engine::take_out(Draft& draft, KeyKind kind, Id const& owner,
                      capnp::AnyStruct::Builder event) {
  auto const fields = draft.type->seals(kind);
  if (fields == 0) return;
  auto const plain = forms_.of_pointers(event.asReader(), fields);
  if (plain.empty()) return;
  draft.parts.push_back({owner, {{}, kind, {}, plain, seal_overhead}});
  draft.bytes += plain.size();
  auto pointers = event.getPointerSection();
  for (unsigned i = 0; i < pointers.size(); ++i)
    if (fields >> i & 1) pointers[i].clear();
}

KeyId Engine::key_of(KeyKind kind, Id const& owner) {
  if (auto const known = ports_.vault.find(kind, owner); known != KeyId{}) return known;
  open_->keys_changed = true;
  return ports_.vault.create(kind, owner);
}

// Keys are made only here: a refused command leaves none behind.
void Engine::write(Draft& draft) {
  plain_.clear();
  for (auto& part : draft.parts) {
    part.sealed.key = key_of(part.sealed.kind, part.owner);
    CHECK(ports_.vault.key(part.sealed.key, keys_.emplace_back()));
    plain_.push_back(part.sealed);
  }
  auto& block = open_->block;
  block.offsets.push_back(static_cast<std::uint32_t>(block.bytes.size()));
  write_unsealed(draft.header, draft.open, plain_, block.bytes);
  CanonicalReader event(draft.open);
  if (auto const* field = draft.type->destroys)
    destroy(*field->destroys, id_in(event.root(), *field));
  CHECK(apply_event(world_, draft.header, event.root()));
}

// The key that the aggregate's texts shared before each had its own, and those.
void Engine::destroy(KeyKind kind, Id const& owner) {
  ports_.vault.destroy(kind, owner);
  if (kind == KeyKind::TEXT)
    each_text_of(world_, owner,
                 [&](Position, OwnText const& own) { ports_.vault.destroy(kind, own.text); });
  open_->keys_changed = true;
}

std::shared_ptr<Batch> Engine::close() {
  CHECK(has_open());
  auto const batch = open_;
  if (behind_due_ || much_changed()) batch->behind = take_changes(batch->block.last());
  if (!in_flight_.empty()) batch->previous = in_flight_.back();
  in_flight_.push_back(batch);
  open_batch({batch->block.last().value + 1});
  return batch;
}

void Engine::write(Batch& batch) try {
  batch.seal(ports_.vault.tenant_secret(), ports_.crypto, ports_.crc);
  if (auto const previous = std::move(batch.previous)) previous->wait();
  if (stopped_) throw LogBroken("nothing is written any more");
  if (batch.keys_changed) ports_.vault.sync();
  ports_.log.append(batch.block);
  batch.written();
} catch (...) {
  stopped_ = true;
  batch.written(std::current_exception());
}

std::shared_ptr<Block const> Engine::settle(Batch& batch) {
  CHECK(!in_flight_.empty() && in_flight_.front().get() == &batch && batch.is_written());
  auto settled = std::move(in_flight_.front());
  in_flight_.pop_front();
  if (batch.failure()) std::rethrow_exception(batch.failure());
  for (auto& job : batch.behind) ports_.background.run(std::move(job));
  batch.behind.clear();
  return {settled, &settled->block};
}

std::shared_ptr<Block const> Engine::commit() {
  CHECK(in_flight_.empty());
  auto const batch = close();
  write(*batch);
  return settle(*batch);
}

}  // namespace core
