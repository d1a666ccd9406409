// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/rows.hpp"

#include <algorithm>
#include <unordered_map>

#include "core/check.hpp"
#include "core/digest_sum.hpp"
#include "core/row_directory.hpp"

namespace core {
namespace {

constexpr std::size_t key_bytes_max = 255;
constexpr std::size_t row_bytes_max = 1 << 20;

struct KeyHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>{}(key); }
};

// What is known of a row that has changed since it was last written behind.
struct Dirt {
  std::optional<Digest> counted;  // The hash that is in the sum for it; none: the row is not in the sum.
  bool settled = false;           // The sum knows the row as it is now.
};

using Dirty = std::unordered_map<std::string, Dirt, KeyHash, std::equal_to<>>;

}  // namespace

// The rows, and what has to follow their changes later: the sum of their hashes, and the shelf.
class Rows::Pages {
 public:
  explicit Pages(Crypto const& crypto) : crypto_(crypto) {}

  // Remembers how the row counts before it is changed for the first time.
  void touch(Bytes key) {
    auto found = dirty.find(view_of(key));
    if (found == dirty.end()) {
      Dirt dirt;
      if (auto const row = directory.find(key)) dirt.counted = hash(key, *row);
      found = dirty.emplace(view_of(key), dirt).first;
    } else if (!found->second.settled) {
      return;
    }
    found->second.settled = false;
    unsettled_.push_back(&*found);
  }

  // Brings the sum up to date: two hashes for a row, however often it has changed.
  void settle() {
    for (auto* const entry : unsettled_) {
      auto& [key, dirt] = *entry;
      if (dirt.counted) sum.subtract(*dirt.counted);
      dirt.counted.reset();
      if (auto const row = directory.find(bytes_of(key))) sum.add(dirt.counted.emplace(hash(bytes_of(key), *row)));
      dirt.settled = true;
    }
    unsettled_.clear();
  }

  std::vector<Change> changes() const {
    std::vector<Change> changes;
    changes.reserve(dirty.size());
    for (auto const& [key, dirt] : dirty) {
      auto const row = directory.find(bytes_of(key));
      changes.push_back({key, row ? std::optional<std::string>(view_of(*row)) : std::nullopt});
    }
    std::ranges::sort(changes, {}, &Change::key);
    return changes;
  }

  void load(Bytes key, Bytes row) {
    directory.put(key, row);
    sum.add(hash(key, row));
  }

  std::size_t memory_bytes() const {
    constexpr std::size_t node_bytes = sizeof(Dirty::value_type) + 2 * sizeof(void*) + 32;
    return directory.memory_bytes() + dirty.size() * (node_bytes + sizeof(void*)) + dirty.bucket_count() * sizeof(void*);
  }

  RowDirectory directory;
  Dirty dirty;
  DigestSum sum;

 private:
  Digest hash(Bytes key, Bytes row) const {
    auto const length = static_cast<std::uint8_t>(key.size());
    Bytes const parts[] = {{&length, 1}, key, row};
    return crypto_.sha256(parts);
  }

  Crypto const& crypto_;
  std::vector<Dirty::value_type*> unsettled_;  // Nodes of `dirty`, which stay where they are.
};

Rows::Rows(Crypto const& crypto) : crypto_(crypto), pages_(std::make_unique<Pages>(crypto)) {}
Rows::~Rows() = default;

std::optional<Bytes> Rows::find(Bytes key) const { return pages_->directory.find(key); }

void Rows::put(Bytes key, Bytes row) {
  CHECK(key.size() <= key_bytes_max && row.size() <= row_bytes_max);
  pages_->touch(key);
  pages_->directory.put(key, row);
}

bool Rows::erase(Bytes key) {
  if (!find(key)) return false;
  pages_->touch(key);
  return pages_->directory.erase(key);
}

void Rows::scan(Bytes from, FunctionRef<bool(Bytes key, Bytes row)> visit) const { pages_->directory.scan(from, visit); }

std::size_t Rows::size() const { return pages_->directory.size(); }
std::size_t Rows::memory_bytes() const { return pages_->memory_bytes(); }
std::size_t Rows::dirty() const { return pages_->dirty.size(); }

// Asking changes nothing that can be seen: it only does now what would otherwise be done with the next write-behind.
Digest Rows::digest() const {
  pages_->settle();
  return pages_->sum.digest();
}

void Rows::write_behind(Shelf& shelf, Position checkpoint) {
  pages_->settle();
  shelf.write(pages_->changes(), checkpoint);
  pages_->dirty.clear();
}

Position Rows::load(Shelf const& shelf) {
  CHECK(size() == 0 && dirty() == 0);
  auto possible = true;
  shelf.scan({}, [&](std::string_view key, std::string_view row) {
    possible = key.size() <= key_bytes_max && row.size() <= row_bytes_max;
    if (possible) pages_->load(bytes_of(key), bytes_of(row));
    return possible;
  });
  if (possible) return shelf.checkpoint();
  clear();
  return {};
}

void Rows::clear() { pages_ = std::make_unique<Pages>(crypto_); }

std::string hex(Digest const& digest) {
  constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (auto const byte : digest) (text += digits[byte >> 4]) += digits[byte & 15];
  return text;
}

}  // namespace core
