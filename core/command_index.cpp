// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/command_index.hpp"

namespace core {
namespace {

std::string bytes_of_key(CommandIndex::Key const& key) {
  std::string bytes;
  bytes.append(view_of(key.actor.view()));
  bytes.append(view_of(key.id.view()));
  return bytes;
}

constexpr std::size_t entry_bytes = 10;  // u64 first position, u16 events.

std::string bytes_of_entry(CommandIndex::Entry const& entry) {
  std::string bytes(entry_bytes, '\0');
  std::memcpy(bytes.data(), &entry.first.value, 8);
  std::memcpy(bytes.data() + 8, &entry.events, 2);
  return bytes;
}

std::optional<CommandIndex::Entry> entry_of(std::string const& bytes) {
  if (bytes.size() != entry_bytes) return {};
  CommandIndex::Entry entry;
  std::memcpy(&entry.first.value, bytes.data(), 8);
  std::memcpy(&entry.events, bytes.data() + 8, 2);
  return entry;
}

}  // namespace

std::optional<CommandIndex::Entry> CommandIndex::find(Key const& key) const {
  if (auto found = recent_.find(key); found != recent_.end()) return found->second;
  if (writing_)
    if (auto found = writing_->entries.find(key); found != writing_->entries.end())
      return found->second;
  if (auto bytes = shelf_.get(bytes_of_key(key))) return entry_of(*bytes);
  return {};
}

void CommandIndex::write_behind(Position checkpoint) {
  if (writing_ && !writing_->done) return;  // The disk is behind; what is new waits in memory.
  writing_ = std::make_shared<Batch>();
  writing_->entries.swap(recent_);
  background_.run([batch = writing_, checkpoint, &shelf = shelf_] {
    std::vector<Change> changes;
    changes.reserve(batch->entries.size());
    for (auto const& [key, entry] : batch->entries)
      changes.push_back({bytes_of_key(key), bytes_of_entry(entry)});
    std::ranges::sort(changes, {}, &Change::key);  // Neighbours are quicker to insert.
    shelf.write(changes, checkpoint);
    batch->done = true;
  });
}

}  // namespace core
