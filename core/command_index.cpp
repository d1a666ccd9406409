// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/command_index.hpp"

#include <bit>
#include <utility>

#include "core/check.hpp"

namespace core {
namespace {

std::string bytes_of_key(CommandIndex::Key const& key) {
  std::string bytes;
  bytes.append(view_of(key.actor.view()));
  bytes.append(view_of(key.id.view()));
  return bytes;
}

std::optional<CommandIndex::Key> key_of(std::string_view bytes) {
  CommandIndex::Key key;
  if (bytes.size() != sizeof key) return {};
  key.actor = Id::from(bytes_of(bytes.substr(0, 16)));
  key.id = Id::from(bytes_of(bytes.substr(16)));
  return key;
}

std::array<std::uint64_t, 4> seed_of(Crypto const& crypto) {
  std::array<std::uint8_t, 32> random;
  crypto.random(random);
  return std::bit_cast<std::array<std::uint64_t, 4>>(random);
}

// Both halves of a product: what changes in either factor changes all of it.
std::uint64_t folded_product(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  auto const product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
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

CommandIndex::CommandIndex(Shelf& shelf, Crypto const& crypto)
    : shelf_(shelf), hash_{seed_of(crypto)}, recent_(0, hash_) {}

std::size_t CommandIndex::Hash::operator()(Key const& key) const noexcept {
  std::array<std::uint64_t, 4> words;
  std::memcpy(words.data(), key.actor.bytes.data(), 16);
  std::memcpy(words.data() + 2, key.id.bytes.data(), 16);
  auto const actor = folded_product(words[0] ^ seed[0], words[1] ^ seed[1]);
  auto const id = folded_product(words[2] ^ seed[2], words[3] ^ seed[3]);
  return folded_product(actor ^ seed[1], id ^ seed[3]);
}

void CommandIndex::recover(Background& background) {
  if (shelf_.checkpoint().value == 0) {
    learnt_->done = true;
    return;
  }
  background.run([learnt = learnt_, hash = hash_, &shelf = shelf_] {
    std::vector<std::uint64_t> hashes;
    shelf.scan({}, [&](std::string_view key, std::string_view) {
      if (auto const id = key_of(key)) hashes.push_back(hash(*id));
      return true;
    });
    learnt->filter.emplace(hashes.size());
    for (auto const one : hashes) learnt->filter->add(one);
    learnt->done = true;
  });
}

// False where nobody knows.
bool CommandIndex::absent(Key const& key) const {
  if (!learnt_->done) return false;
  auto const hash = hash_(key);
  return !added_.may_hold(hash) && !(learnt_->filter && learnt_->filter->may_hold(hash));
}

void CommandIndex::add(Key const& key, Entry entry) {
  added_.add(hash_(key));
  recent_.emplace(key, entry);
}

std::optional<CommandIndex::Entry> CommandIndex::find(Key const& key) const {
  if (absent(key)) return {};
  if (auto found = recent_.find(key); found != recent_.end()) return found->second;
  if (writing_)
    if (auto found = writing_->entries.find(key); found != writing_->entries.end())
      return found->second;
  if (auto bytes = shelf_.get(bytes_of_key(key))) return entry_of(*bytes);
  return {};
}

std::function<void()> CommandIndex::take_changes(Position checkpoint) {
  CHECK(!writing_ || writing_->done);
  writing_ = std::make_shared<Batch>(std::exchange(recent_, Map(0, hash_)));
  return [batch = writing_, checkpoint, &shelf = shelf_] {
    std::vector<Change> changes;
    changes.reserve(batch->entries.size());
    for (auto const& [key, entry] : batch->entries)
      changes.push_back({bytes_of_key(key), bytes_of_entry(entry)});
    std::ranges::sort(changes, {}, &Change::key);  // Neighbours are quicker to insert.
    shelf.write(changes, checkpoint);
    batch->done = true;
  };
}

}  // namespace core
