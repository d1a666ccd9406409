// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <atomic>
#include <boost/unordered/unordered_flat_map.hpp>
#include <functional>
#include <memory>

#include "core/background.hpp"
#include "core/event_log.hpp"
#include "core/id_filter.hpp"

namespace core {

// Which command ids were accepted, and where their events lie: (actor, id) -> positions. The newest are in memory, the rest on
// a shelf behind the log; a filter in memory tells of nearly all new ids that they are nowhere. The ids stand in the records too,
// so the index can always be rebuilt. Thread E.
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

  // `crypto` makes the hashes unpredictable: clients choose the ids.
  CommandIndex(Shelf& shelf, Crypto const& crypto);

  // Has the filter learn in the background what lies on the shelf; until then the shelf is asked. Call once, first.
  void recover(Background& background);
  std::optional<Entry> find(Key const& key) const;
  void add(Key const& key, Entry entry);
  // What writes all that is new to the shelf, on any thread; everything up to `checkpoint` has been added. The last one is done.
  std::function<void()> take_changes(Position checkpoint);
  std::size_t recent() const { return recent_.size(); }
  Position checkpoint() const { return shelf_.checkpoint(); }

 private:
  // Seeded, so that nobody can choose ids that collide.
  struct Hash {
    std::array<std::uint64_t, 4> seed{};
    std::size_t operator()(Key const& key) const noexcept;
    using is_avalanching = void;
  };
  using Map = boost::unordered_flat_map<Key, Entry, Hash>;

  // Being written: read by thread E until `done`.
  struct Batch {
    explicit Batch(Map all) : entries(std::move(all)) {}
    Map const entries;
    std::atomic<bool> done = false;
  };

  // What was on the shelf at the start.
  struct Learnt {
    std::optional<IdFilter> filter;
    std::atomic<bool> done = false;
  };
  bool absent(Key const& key) const;

  Shelf& shelf_;
  Hash const hash_;
  IdFilter added_{1 << 20};
  std::shared_ptr<Learnt> learnt_ = std::make_shared<Learnt>();
  Map recent_;
  std::shared_ptr<Batch> writing_;
};

}  // namespace core
