// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/rows.hpp"

#include <algorithm>

#include "core/check.hpp"
#include "core/digest_sum.hpp"
#include "core/row_directory.hpp"

namespace core {
namespace {

constexpr std::size_t key_bytes_max = 255;
constexpr std::size_t row_bytes_max = 1 << 20;

bool possible(std::size_t key_bytes, std::size_t row_bytes) {
  return key_bytes > 0 && key_bytes <= key_bytes_max && row_bytes <= row_bytes_max;
}

// Keys one behind the other: u8 length, key.
class KeyList {
 public:
  std::size_t size() const { return size_; }
  std::size_t memory_bytes() const { return bytes_.capacity(); }
  void add(Bytes key) {
    bytes_.push_back(static_cast<std::uint8_t>(key.size()));
    bytes_.insert(bytes_.end(), key.begin(), key.end());
    ++size_;
  }
  void each(auto visit) const {
    for (std::size_t at = 0; at < bytes_.size(); at += 1 + bytes_[at])
      visit(Bytes(bytes_).subspan(at + 1, bytes_[at]));
  }
  std::vector<std::string_view> sorted() const {
    std::vector<std::string_view> keys;
    keys.reserve(size_);
    each([&](Bytes key) { keys.push_back(view_of(key)); });
    std::ranges::sort(keys);
    keys.erase(std::ranges::unique(keys).begin(), keys.end());
    return keys;
  }

 private:
  std::vector<std::uint8_t> bytes_;
  std::size_t size_ = 0;
};

}  // namespace

// The rows, and what has to follow their changes later: the sum of their hashes, and the shelf. A row that changes leaves the
// sum at once and joins it again when somebody asks; a mark on the row says that its key is on a list already. (A row that is
// erased and put again may be on it twice.)
class Rows::Pages {
 public:
  explicit Pages(Crypto const& crypto) : crypto_(crypto) {}

  void put(Bytes key, Bytes row) {
    auto const place = directory.seek(key);
    if (place.found) {
      touch(place, key);
    } else {
      uncounted_.add(key);
      dirty.add(key);
    }
    directory.put(place, key, row);
  }

  bool erase(Bytes key) {
    auto const place = directory.seek(key);
    if (!place.found) return false;
    touch(place, key);
    directory.erase(place);
    return true;
  }

  void load(Bytes key, Bytes row) {
    directory.put(directory.seek(key), key, row);
    auto const place = directory.seek(key);
    directory.page(place).unmark(place.index, RowPage::dirty);
    count(place);
  }

  void settle() {
    uncounted_.each([&](Bytes key) {
      if (auto const place = directory.seek(key); place.found) count(place);
    });
    uncounted_ = {};
  }

  // Takes everything off both lists: what is dirty is all that can be uncounted.
  std::vector<Change> take_changes() {
    std::vector<Change> changes;
    changes.reserve(dirty.size());
    for (auto const key : dirty.sorted()) {
      auto& change = changes.emplace_back(std::string(key), std::nullopt);
      auto const place = directory.seek(bytes_of(key));
      if (!place.found) continue;
      auto& page = directory.page(place);
      change.value = view_of(page.row(place.index));
      page.unmark(place.index, RowPage::dirty);
      count(place);
    }
    dirty = {};
    uncounted_ = {};
    return changes;
  }

  std::size_t memory_bytes() const {
    return directory.memory_bytes() + dirty.memory_bytes() + uncounted_.memory_bytes();
  }

  RowDirectory directory;
  KeyList dirty;
  DigestSum sum;

 private:
  Digest hash(Bytes key, Bytes row) const {
    auto const length = static_cast<std::uint8_t>(key.size());
    Bytes const parts[] = {{&length, 1}, key, row};
    return crypto_.sha256(parts);
  }

  void touch(RowDirectory::Place const& place, Bytes key) {
    auto& page = directory.page(place);
    auto const first = [&](RowPage::Mark mark) {
      return !page.marked(place.index, mark) && (page.mark(place.index, mark), true);
    };
    if (first(RowPage::uncounted)) {
      sum.subtract(hash(key, page.row(place.index)));
      uncounted_.add(key);
    }
    if (first(RowPage::dirty)) dirty.add(key);
  }

  void count(RowDirectory::Place const& place) {
    auto& page = directory.page(place);
    if (!page.marked(place.index, RowPage::uncounted)) return;
    page.unmark(place.index, RowPage::uncounted);
    sum.add(hash(page.key(place.index), page.row(place.index)));
  }

  Crypto const& crypto_;
  KeyList uncounted_;
};

Rows::Rows(Crypto const& crypto) : crypto_(crypto), pages_(std::make_unique<Pages>(crypto)) {}
Rows::~Rows() = default;

std::optional<Bytes> Rows::find(Bytes key) const { return pages_->directory.find(key); }

void Rows::put(Bytes key, Bytes row) {
  CHECK(possible(key.size(), row.size()));
  pages_->put(key, row);
}

bool Rows::erase(Bytes key) { return pages_->erase(key); }

void Rows::scan(Bytes from, FunctionRef<bool(Bytes key, Bytes row)> visit) const {
  pages_->directory.scan(from, visit);
}

void Rows::scan_within(Bytes prefix, FunctionRef<bool(Bytes rest, Bytes row)> visit) const {
  scan(prefix, [&](Bytes key, Bytes row) {
    return view_of(key).starts_with(view_of(prefix)) && visit(key.subspan(prefix.size()), row);
  });
}

std::size_t Rows::size() const { return pages_->directory.size(); }
std::size_t Rows::memory_bytes() const { return pages_->memory_bytes(); }
std::size_t Rows::dirty() const { return pages_->dirty.size(); }

// Asking changes nothing that can be seen: it only does now what would otherwise be done with the next write-behind.
Digest Rows::digest() const {
  pages_->settle();
  return pages_->sum.digest();
}

std::vector<Change> Rows::take_changes() { return pages_->take_changes(); }

void Rows::write_behind(Shelf& shelf, Position checkpoint) {
  shelf.write(take_changes(), checkpoint);
}

Position Rows::load(Shelf& shelf, std::string_view until) try {
  CHECK(size() == 0 && dirty() == 0);
  shelf.scan({}, [&](std::string_view key, std::string_view row) {
    if (!until.empty() && key >= until) return false;
    if (!possible(key.size(), row.size())) throw ShelfDamaged("what lies there can be no row");
    pages_->load(bytes_of(key), bytes_of(row));
    return true;
  });
  return shelf.checkpoint();
} catch (ShelfDamaged const&) {  // It has been warned of; the log has everything that was there.
  clear();
  shelf.clear();
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
