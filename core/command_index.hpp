// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <boost/unordered/unordered_flat_map.hpp>
#include <memory>

#include "core/background.hpp"
#include "core/event_log.hpp"

namespace core {

// Which command ids were accepted, and where their events lie: (actor, id) -> positions. The newest are in memory, the rest on
// a shelf behind the log. The ids stand in the records too, so the index can always be rebuilt. Thread E.
class CommandIndex {
 public:
  struct Key {
    Id actor, id;
    bool operator==(Key const&) const = default;
  };
  struct Entry {
    Position first;
    std::uint16_t events = 0;
  };

  CommandIndex(Shelf& shelf, Background& background) : shelf_(shelf), background_(background) {}

  std::optional<Entry> find(Key const& key) const;
  void add(Key const& key, Entry entry) { recent_.emplace(key, entry); }
  // Hands what is new to the shelf; everything up to `checkpoint` has been added.
  void write_behind(Position checkpoint);
  std::size_t recent() const { return recent_.size(); }
  Position checkpoint() const { return shelf_.checkpoint(); }

 private:
  struct Hash {
    std::size_t operator()(Key const& key) const noexcept {
      return std::hash<Id>{}(key.actor) * 31 + std::hash<Id>{}(key.id);
    }
  };
  using Map = boost::unordered_flat_map<Key, Entry, Hash>;

  // Being written: read by thread E until `done`.
  struct Batch {
    Map entries;
    std::atomic<bool> done = false;
  };

  Shelf& shelf_;
  Background& background_;
  Map recent_;
  std::shared_ptr<Batch> writing_;
};

}  // namespace core
