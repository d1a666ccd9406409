// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/row_directory.hpp"

#include "core/check.hpp"

namespace core {
namespace {

// The last of `n` whose first key is not after the key; the first one where all are after it.
template <class Prefix, class FirstKey>
std::size_t last_not_after(std::size_t n, Bytes key, Prefix prefix, FirstKey first_key) {
  auto const wanted = key_prefix(key, 8);
  std::size_t low = 0, high = n;
  while (high - low > 1) {
    auto const middle = low + (high - low) / 2;
    auto const found = prefix(middle);
    auto const after = found != wanted ? found > wanted : compare_keys(first_key(middle), key) > 0;
    (after ? high : low) = middle;
  }
  return low;
}

}  // namespace

RowDirectory::Place RowDirectory::seek(Bytes key) const {
  if (!last_.found || compare_keys(page(last_).key(last_.index), key) != 0) last_ = search(key);
  return last_;
}

RowDirectory::Place RowDirectory::search(Bytes key) const {
  if (groups_.empty()) return {};
  auto const group = last_not_after(
      groups_.size(), key, [&](auto i) { return groups_[i]->firsts[0]; },
      [&](auto i) { return groups_[i]->pages[0]->key(0); });
  auto const& [firsts, pages] = *groups_[group];
  auto const page = last_not_after(
      pages.size(), key, [&](auto i) { return firsts[i]; },
      [&](auto i) { return pages[i]->key(0); });
  auto const [index, found] = pages[page]->seek(key);
  return {group, page, index, found};
}

std::optional<Bytes> RowDirectory::find(Bytes key) const {
  auto const place = seek(key);
  if (!place.found) return std::nullopt;
  return page(place).row(place.index);
}

void RowDirectory::put(Place place, Bytes key, Bytes row) {
  if (groups_.empty()) add_page(0, 0, {});
  for (;; place = seek(key)) {
    auto& page = this->page(place);
    if (place.found) {
      if (page.replace(place.index, row)) return;
      erase(place);  // It has grown too big for this page; others are on it.
      continue;
    }
    last_ = {};
    if (page.fits(RowPage::entry_bytes(key, row))) {
      page.insert(place.index, key, row);
      ++size_;
      return renew_first(place);
    }
    if (spread(place, key, row)) {
      ++size_;
      return;
    }
  }
}

bool RowDirectory::spread(Place const& place, Bytes key, Bytes row) {
  auto& page = this->page(place);
  auto const big = RowPage::entry_bytes(key, row) > RowPage::bytes_max / 2 || page.size() == 1;
  auto const inside = place.index > 0 && place.index < page.size();
  if (inside || (!big && !behind_all(place))) {
    add_page(place.group, place.page + 1, page.split(big ? place.index : page.middle()));
    return false;
  }
  RowPage own;  // Growing keys leave full pages behind.
  own.insert(0, key, row);
  add_page(place.group, place.page + (place.index > 0), std::move(own));
  return true;
}

void RowDirectory::erase(Place const& place) {
  auto const [group, index] = std::pair(place.group, place.page);
  last_ = {};
  auto& page = this->page(place);
  page.erase(place.index);
  --size_;
  if (page.size() == 0) return drop_page(group, index);
  renew_first(place);
  if (page.bytes() > RowPage::bytes_max / 4) return;
  if (index + 1 < pages_in(group) && merge(group, index)) return;
  if (index > 0) merge(group, index - 1);
}

void RowDirectory::scan(Bytes from, FunctionRef<bool(Bytes key, Bytes row)> visit) const {
  auto place = seek(from);
  for (; place.group < groups_.size(); ++place.group, place.page = 0)
    for (; place.page < pages_in(place.group); ++place.page, place.index = 0)
      for (auto const& rows = page(place); place.index < rows.size(); ++place.index)
        if (!visit(rows.key(place.index), rows.row(place.index))) return;
}

bool RowDirectory::behind_all(Place const& place) const {
  return place.index == page(place).size() && place.page + 1 == pages_in(place.group) &&
         place.group + 1 == groups_.size();
}

void RowDirectory::renew_first(Place const& place) {
  groups_[place.group]->firsts[place.page] = key_prefix(page(place).key(0), 8);
}

void RowDirectory::add_page(std::size_t group, std::size_t index, RowPage page) {
  if (groups_.empty()) groups_.push_back(std::make_unique<Group>());
  auto& [firsts, pages] = *groups_[group];
  auto const offset = static_cast<std::ptrdiff_t>(index);
  firsts.insert(firsts.begin() + offset, page.size() ? key_prefix(page.key(0), 8) : 0);
  pages.insert(pages.begin() + offset, std::make_unique<RowPage>(std::move(page)));
  if (pages.size() <= group_pages_max) return;
  auto next = std::make_unique<Group>();
  auto const half = static_cast<std::ptrdiff_t>(pages.size() / 2);
  next->firsts.assign(firsts.begin() + half, firsts.end());
  next->pages.assign(std::make_move_iterator(pages.begin() + half),
                     std::make_move_iterator(pages.end()));
  firsts.resize(static_cast<std::size_t>(half));
  pages.resize(static_cast<std::size_t>(half));
  groups_.insert(groups_.begin() + static_cast<std::ptrdiff_t>(group) + 1, std::move(next));
}

void RowDirectory::drop_page(std::size_t group, std::size_t index) {
  auto& [firsts, pages] = *groups_[group];
  firsts.erase(firsts.begin() + static_cast<std::ptrdiff_t>(index));
  pages.erase(pages.begin() + static_cast<std::ptrdiff_t>(index));
  if (pages.empty()) groups_.erase(groups_.begin() + static_cast<std::ptrdiff_t>(group));
}

// With the page behind it, leaving a quarter free, so that the next insert does not split it again.
bool RowDirectory::merge(std::size_t group, std::size_t left) {
  auto const& pages = groups_[group]->pages;
  if (pages[left]->bytes() + pages[left + 1]->bytes() > RowPage::bytes_max / 4 * 3) return false;
  pages[left]->append(*pages[left + 1]);
  drop_page(group, left + 1);
  return true;
}

std::size_t RowDirectory::memory_bytes() const {
  std::size_t bytes = groups_.capacity() * sizeof groups_[0];
  for (auto const& group : groups_) {
    bytes += sizeof *group + group->firsts.capacity() * 8 + group->pages.capacity() * 8;
    for (auto const& page : group->pages) bytes += page->memory_bytes();
  }
  return bytes;
}

}  // namespace core
