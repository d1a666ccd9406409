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
  void put(Bytes key, Bytes row);
  bool erase(Bytes key);
  void scan(Bytes from, FunctionRef<bool(Bytes key, Bytes row)> visit) const;

 private:
  using PagePointer = std::unique_ptr<RowPage>;
  struct Group {
    std::vector<std::uint64_t> firsts;  // Eight bytes of each page's first key.
    std::vector<PagePointer> pages;
  };
  struct Spot {
    std::size_t group, page;
  };
  static constexpr std::size_t group_pages_max = 256;

  // The page that has the key or would; there is one.
  Spot locate(Bytes key) const;
  RowPage& at(Spot spot) const { return *groups_[spot.group]->pages[spot.page]; }
  bool is_last(Spot spot) const;
  // After the page's first row has changed.
  void renew_first(Spot spot);
  void add_page(Spot spot, RowPage page);
  void drop_page(Spot spot);
  // Changes the pages so that the row may fit when it is looked for again; true: it is in, on a page of its own.
  bool spread(Spot spot, std::size_t index, Bytes key, Bytes row);
  void merge_around(Spot spot);
  bool merge_into(Spot left, Spot right);

  std::vector<std::unique_ptr<Group>> groups_;
  std::size_t size_ = 0;
};

}  // namespace core
