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

RowDirectory::Spot RowDirectory::locate(Bytes key) const {
  auto const group = last_not_after(
      groups_.size(), key, [&](auto i) { return groups_[i]->firsts[0]; },
      [&](auto i) { return groups_[i]->pages[0]->key(0); });
  auto const& [firsts, pages] = *groups_[group];
  auto const page = last_not_after(
      pages.size(), key, [&](auto i) { return firsts[i]; }, [&](auto i) { return pages[i]->key(0); });
  return {group, page};
}

std::optional<Bytes> RowDirectory::find(Bytes key) const {
  if (groups_.empty()) return std::nullopt;
  auto const& page = at(locate(key));
  auto const [index, found] = page.seek(key);
  if (!found) return std::nullopt;
  return page.row(index);
}

void RowDirectory::put(Bytes key, Bytes row) {
  if (groups_.empty()) {
    RowPage first;
    first.insert(0, key, row);
    ++size_;
    return add_page({0, 0}, std::move(first));
  }
  for (;;) {
    auto const spot = locate(key);
    auto& page = at(spot);
    auto const [index, found] = page.seek(key);
    if (found) {
      if (page.replace(index, row)) return;
      page.erase(index);  // It has grown too big for this page; others are on it.
      --size_;
      renew_first(spot);
    } else if (page.fits(RowPage::entry_bytes(key, row))) {
      page.insert(index, key, row);
      ++size_;
      return renew_first(spot);
    } else if (spread(spot, index, key, row)) {
      ++size_;
      return;
    }
  }
}

bool RowDirectory::spread(Spot spot, std::size_t index, Bytes key, Bytes row) {
  auto& page = at(spot);
  auto const big = RowPage::entry_bytes(key, row) > RowPage::bytes_max / 2 || page.size() == 1;
  auto const behind_all = index == page.size() && is_last(spot);  // Growing keys leave full pages behind.
  auto const inside = index > 0 && index < page.size();
  if ((!big && !behind_all) || inside) {
    auto right = page.split(big ? index : page.middle());
    add_page({spot.group, spot.page + 1}, std::move(right));
    return false;
  }
  RowPage own;
  own.insert(0, key, row);
  add_page({spot.group, spot.page + (index > 0)}, std::move(own));
  return true;
}

bool RowDirectory::erase(Bytes key) {
  if (groups_.empty()) return false;
  auto const spot = locate(key);
  auto& page = at(spot);
  auto const [index, found] = page.seek(key);
  if (!found) return false;
  page.erase(index);
  --size_;
  if (page.size() == 0) return drop_page(spot), true;
  renew_first(spot);
  if (page.bytes() < RowPage::bytes_max / 4) merge_around(spot);
  return true;
}

void RowDirectory::scan(Bytes from, FunctionRef<bool(Bytes key, Bytes row)> visit) const {
  if (groups_.empty()) return;
  auto [group, page] = locate(from);
  auto index = at({group, page}).seek(from).index;
  for (; group < groups_.size(); ++group, page = 0)
    for (; page < groups_[group]->pages.size(); ++page, index = 0)
      for (auto const& rows = at({group, page}); index < rows.size(); ++index)
        if (!visit(rows.key(index), rows.row(index))) return;
}

bool RowDirectory::is_last(Spot spot) const {
  return spot.group + 1 == groups_.size() && spot.page + 1 == groups_[spot.group]->pages.size();
}

void RowDirectory::renew_first(Spot spot) {
  groups_[spot.group]->firsts[spot.page] = key_prefix(at(spot).key(0), 8);
}

void RowDirectory::add_page(Spot spot, RowPage page) {
  if (groups_.empty()) groups_.push_back(std::make_unique<Group>());
  auto& [firsts, pages] = *groups_[spot.group];
  auto const offset = static_cast<std::ptrdiff_t>(spot.page);
  firsts.insert(firsts.begin() + offset, key_prefix(page.key(0), 8));
  pages.insert(pages.begin() + offset, std::make_unique<RowPage>(std::move(page)));
  if (pages.size() <= group_pages_max) return;
  auto next = std::make_unique<Group>();
  auto const half = static_cast<std::ptrdiff_t>(pages.size() / 2);
  next->firsts.assign(firsts.begin() + half, firsts.end());
  next->pages.assign(std::make_move_iterator(pages.begin() + half), std::make_move_iterator(pages.end()));
  firsts.resize(static_cast<std::size_t>(half));
  pages.resize(static_cast<std::size_t>(half));
  groups_.insert(groups_.begin() + static_cast<std::ptrdiff_t>(spot.group) + 1, std::move(next));
}

void RowDirectory::drop_page(Spot spot) {
  auto& [firsts, pages] = *groups_[spot.group];
  firsts.erase(firsts.begin() + static_cast<std::ptrdiff_t>(spot.page));
  pages.erase(pages.begin() + static_cast<std::ptrdiff_t>(spot.page));
  if (pages.empty()) groups_.erase(groups_.begin() + static_cast<std::ptrdiff_t>(spot.group));
}

void RowDirectory::merge_around(Spot spot) {
  auto const pages = groups_[spot.group]->pages.size();
  if (spot.page + 1 < pages && merge_into(spot, {spot.group, spot.page + 1})) return;
  if (spot.page > 0) merge_into({spot.group, spot.page - 1}, spot);
}

// Leaves a quarter free, so that the next insert does not split it again.
bool RowDirectory::merge_into(Spot left, Spot right) {
  if (at(left).bytes() + at(right).bytes() > RowPage::bytes_max / 4 * 3) return false;
  at(left).append(at(right));
  drop_page(right);
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
