// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <memory>
#include <string>

#include "core/event_log.hpp"

namespace support {

// A shelf in memory, open to a test's fingers.
class MemoryShelf final : public core::Shelf {
 public:
  core::Position checkpoint() const override { return position; }
  void write(std::span<core::Change const> changes, core::Position checkpoint) override {
    ++writes;
    for (auto const& [key, value] : changes) {
      if (value) rows.insert_or_assign(key, *value);
      else rows.erase(key);
    }
    position = checkpoint;
  }
  std::optional<std::string> get(std::string_view key) const override {
    auto const found = rows.find(key);
    return found == rows.end() ? std::nullopt : std::optional(found->second);
  }
  void scan(
      std::string_view from,
      core::FunctionRef<bool(std::string_view key, std::string_view value)> visit) const override {
    for (auto row = rows.lower_bound(from); row != rows.end(); ++row)
      if (!visit(row->first, row->second)) return;
  }
  void clear() override {
    rows.clear();
    position = {};
  }

  std::map<std::string, std::string, std::less<>> rows;
  core::Position position;
  std::size_t writes = 0;
};

class MemoryShelves final : public core::Shelves {
 public:
  MemoryShelf& open(std::string_view name) override {
    auto& shelf = shelves_[std::string(name)];
    if (!shelf) shelf = std::make_unique<MemoryShelf>();
    return *shelf;
  }

 private:
  std::map<std::string, std::unique_ptr<MemoryShelf>> shelves_;
};

}  // namespace support
