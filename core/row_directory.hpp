// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/function_ref.hpp"
#include "core/row_page.hpp"

namespace core {

// Pages in order of their first keys, found through groups of up to 256 pages: a tree of three levels that holds hundreds of
// millions of rows and moves at most some kilobytes when a page is split.
class RowDirectory {
 public:
  std::size_t size() const { return size_; }
  std::size_t memory_bytes() const;
  std::optional<Bytes> find(Bytes key) const;

  // Where a key is or belongs, until the next change.
  struct Place {
    std::size_t group = 0, page = 0, index = 0;
    bool found = false;
  };
  Place seek(Bytes key) const;
  RowPage& page(Place const& place) const { return *groups_[place.group]->pages[place.page]; }
  // Inserts at the key's place, with both marks, or replaces, leaving the marks as they are.
  void put(Place place, Bytes key, Bytes row);
  // The row found at that place.
  void erase(Place const& place);
  void scan(Bytes from, FunctionRef<bool(Bytes key, Bytes row)> visit) const;

 private:
  using PagePointer = std::unique_ptr<RowPage>;
  struct Group {
    std::vector<std::uint64_t> firsts;  // Eight bytes of each page's first key.
    std::vector<PagePointer> pages;
  };
  static constexpr std::size_t group_pages_max = 256;

  std::size_t pages_in(std::size_t group) const { return groups_[group]->pages.size(); }
  bool behind_all(Place const& place) const;
  // After the page's first row has changed.
  void renew_first(Place const& place);
  void add_page(std::size_t group, std::size_t index, RowPage page);
  void drop_page(std::size_t group, std::size_t index);
  // Changes the pages so that the row may fit when it is looked for again; true: it is in, on a page of its own.
  bool spread(Place const& place, Bytes key, Bytes row);
  bool merge(std::size_t group, std::size_t left);

  Place search(Bytes key) const;

  std::vector<std::unique_ptr<Group>> groups_;
  mutable Place
      last_{};  // What was found last, as long as it lies there: it is often asked for again.
  std::size_t size_ = 0;
};

}  // namespace core
