// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "matching/taxonomy.hpp"

#include <algorithm>
#include <utility>

#include "core/check.hpp"

namespace matching {

Term Taxonomy::intern(core::Id const& id) {
  auto const [known, fresh] =
      numbers_.try_emplace(id, Term{static_cast<std::uint32_t>(nodes_.size())});
  auto const term = known->second;
  if (!fresh) return term;
  Node node;
  node.id = id;
  node.survivor = term;
  nodes_.push_back(std::move(node));
  changed_.push_back(term);
  return term;
}

void Taxonomy::set_kind(Term term, TermKind kind) {
  if (nodes_[term.number].kind == kind) return;
  nodes_[term.number].kind = kind;
  changed_.push_back(term);
  forget_widths(term);
}

bool Taxonomy::relate(Term term, Term broader) {
  term = current(term), broader = current(broader);
  auto& parents = nodes_[term.number].parents;
  if (std::ranges::find(parents, broader) != parents.end()) return false;
  if (is_above(term, broader)) return false;
  parents.push_back(broader);
  nodes_[broader.number].children.push_back(term);
  changed_.push_back(term);
  forget_widths(broader);
  return true;
}

void Taxonomy::merge(Term term, Term into) {
  term = current(term), into = current(into);
  if (term == into) return;
  forget_widths(term);
  auto const below = nodes_[term.number].children, above = nodes_[term.number].parents;
  for (auto child : below) unlink(child, term);
  for (auto parent : above) unlink(term, parent);
  nodes_[term.number].survivor = into;
  changed_.push_back(term);
  for (auto child : below) relate(child, into);
}

std::optional<Term> Taxonomy::find(core::Id const& id) const {
  auto const known = numbers_.find(id);
  if (known == numbers_.end()) return {};
  return known->second;
}

Term Taxonomy::current(Term term) const {
  while (nodes_[term.number].survivor != term) term = nodes_[term.number].survivor;
  return term;
}

std::vector<Reached> Taxonomy::reach(Term from, Way way, std::uint32_t steps_max) const {
  seen_.resize(nodes_.size(), 0);
  if (++walk_ == 0) std::ranges::fill(seen_, 0), walk_ = 1;
  std::vector<Reached> reached{{from, 0}};
  seen_[from.number] = walk_;
  for (std::size_t i = 0; i < reached.size() && reached[i].steps < steps_max; ++i)
    for (auto term : next(reached[i].term, way))
      if (std::exchange(seen_[term.number], walk_) != walk_)
        reached.push_back({term, reached[i].steps + 1});
  return reached;
}

std::uint32_t Taxonomy::width(Term term) const {
  auto const& node = nodes_[term.number];
  if (node.width != 0) return node.width;
  auto const below = reach(term, Way::down);
  auto const skills = std::ranges::count_if(
      below, [&](Reached const& one) { return kind(one.term) != TermKind::GROUP; });
  return node.width = std::max<std::uint32_t>(1, static_cast<std::uint32_t>(skills));
}

bool Taxonomy::is_above(Term high, Term low) const {
  auto const above = reach(low, Way::up);
  return std::ranges::find(above, high, &Reached::term) != above.end();
}

void Taxonomy::unlink(Term child, Term parent) {
  std::erase(nodes_[child.number].parents, parent);
  std::erase(nodes_[parent.number].children, child);
  changed_.push_back(child);
}

void Taxonomy::forget_widths(Term from) {
  ++shape_;
  for (auto const& above : reach(from, Way::up)) nodes_[above.term.number].width = 0;
}

std::vector<Term> Taxonomy::take_changed() {
  auto changed = std::exchange(changed_, {});
  std::ranges::sort(changed);
  auto const again = std::ranges::unique(changed);
  changed.erase(again.begin(), again.end());
  return changed;
}

void Taxonomy::restore(core::Id const& id, TermKind kind, Term survivor,
                       std::span<Term const> parents) {
  auto const term = Term{static_cast<std::uint32_t>(nodes_.size())};
  CHECK(numbers_.emplace(id, term).second);
  nodes_.push_back({id, kind, survivor, {parents.begin(), parents.end()}, {}, 0});
}

bool Taxonomy::restored() {
  ++shape_;
  for (std::uint32_t number = 0; number < nodes_.size(); ++number) {
    if (nodes_[number].survivor.number >= nodes_.size()) return false;
    for (auto parent : nodes_[number].parents) {
      if (parent.number >= nodes_.size()) return false;
      nodes_[parent.number].children.push_back(Term{number});
    }
  }
  return survivors_end() && is_acyclic();
}

bool Taxonomy::survivors_end() const {
  for (auto const& node : nodes_) {
    std::size_t steps = 0;
    for (auto term = node.survivor; survivor(term) != term; term = survivor(term))
      if (++steps == nodes_.size()) return false;
  }
  return true;
}

// A. Kahn, Topological sorting of large networks, 1962: take away what has nothing above it until nothing is left.
bool Taxonomy::is_acyclic() const {
  std::vector<std::size_t> above;
  std::vector<Term> free;
  for (std::uint32_t number = 0; number < nodes_.size(); ++number) {
    above.push_back(nodes_[number].parents.size());
    if (above.back() == 0) free.push_back(Term{number});
  }
  for (std::size_t i = 0; i < free.size(); ++i)
    for (auto child : children(free[i]))
      if (--above[child.number] == 0) free.push_back(child);
  return free.size() == nodes_.size();
}

void Taxonomy::clear() {
  auto const shape = shape_;
  *this = Taxonomy();
  shape_ = shape + 1;
}

std::size_t Taxonomy::memory_bytes() const {
  std::size_t bytes = nodes_.capacity() * sizeof(Node) +
                      numbers_.bucket_count() * (sizeof(core::Id) + sizeof(Term) + 1);
  for (auto const& node : nodes_)
    bytes += (node.parents.capacity() + node.children.capacity()) * sizeof(Term);
  return bytes + (seen_.capacity() + changed_.capacity()) * sizeof(std::uint32_t);
}

}  // namespace matching
