// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <map>

#include "core/check.hpp"
#include "core/event_log.hpp"
#include "core/projection.hpp"
#include "tests/support/records.hpp"

namespace support {

// A history written event by event: blocks of records with the event's open part in canonical form, as the engine makes them.
// Sealed fields are never part of it, so leave them alone.
//
//   support::History history;
//   history.add<core::profile::ProfileListed>(person, [&](auto event) { event.setProfile(core::data_of(person)); });
//   history.play(view);
class History {
 public:
  explicit History(core::Crc32c crc = [](core::Bytes) -> std::uint32_t { return 0; }) : crc_(crc) {}

  // Who has the events that follow on their account; nil at first.
  core::Id actor;
  // When they happened; shortly after each other where this is 0.
  core::Instant occurred;

  // The event's position.
  template <class Event, class Fill>
  core::Position add(core::Id const& stream, Fill fill) {
    capnp::MallocMessageBuilder message;
    fill(message.initRoot<Event>());
    auto const words = capnp::canonicalize(message.getRoot<Event>().asReader());
    auto const bytes = words.asBytes();
    return write(core::schema_tables().of<Event>(), stream, {bytes.begin(), bytes.size()});
  }

  core::Position head() const { return {blocks_.size()}; }
  std::vector<core::Block> const& blocks() const { return blocks_; }

  // Applies the events after `after` up to `until`.
  void play(core::Projection& view, core::Position after = {},
            core::Position until = {~0ULL}) const {
    for (auto const& block : blocks_) {
      if (block.first <= after || block.first > until) continue;
      auto const record = core::RecordView::parse(block.record(0));
      CHECK(record.has_value());
      core::CanonicalReader event(record->open());
      view.apply({*record, *core::schema_tables().event(record->header().event_type), event});
    }
  }

 private:
  core::Position write(core::Type const& type, core::Id const& stream, core::Bytes open) {
    auto header = header_at(head().value + 1);
    header.event_type = type.id;
    header.visibility = type.audience;
    header.stream = {type.family, stream};
    header.version = {++versions_[header.stream].value};
    header.actor = actor;
    if (occurred.us != 0) header.occurred = occurred;
    auto& block = blocks_.emplace_back();
    block.first = header.position;
    block.offsets.push_back(0);
    core::write_record(header, open, {}, crc_, block.bytes);
    return header.position;
  }

  core::Crc32c crc_;
  std::map<core::StreamKey, core::Version> versions_;
  std::vector<core::Block> blocks_;  // One event each.
};

}  // namespace support
