// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/ids.hpp"
#include "core/schema/vocabulary.capnp.h"

namespace matching {

// A term's number: dense, in the order in which the log first named the terms. It is a name only: what is compared or
// returned never depends on the order of numbers.
struct Term {
  std::uint32_t number = 0;
  auto operator<=>(Term const&) const = default;
  template <class A>
  void fields(A& a) {
    a(number);
  }
};

using core::vocabulary::TermKind;

enum class Way : std::uint8_t { up, down };

struct Reached {
  Term term;
  std::uint32_t steps = 0;  // The least number of edges.
};

// The directed acyclic graph of terms, more general ones above. It has no cycles at any time: an edge that would close one
// is left out. A merged term has no edges of its own; what was below it is below its survivor. Thread P.
class Taxonomy {
 public:
  static constexpr std::uint32_t unbounded = ~0u;

  // The number of this id. One that was never named becomes a skill without a place: it matches its equals at once.
  Term intern(core::Id const& id);
  void set_kind(Term term, TermKind kind);
  // Places `term` under `broader`. Merged terms stand for their survivors. False when nothing changed.
  bool relate(Term term, Term broader);
  void merge(Term term, Term into);

  std::size_t size() const { return nodes_.size(); }
  std::optional<Term> find(core::Id const& id) const;
  core::Id const& id(Term term) const { return nodes_[term.number].id; }
  TermKind kind(Term term) const { return nodes_[term.number].kind; }
  // The term that stands for this one today: itself, or what it was merged into.
  Term current(Term term) const;
  std::span<Term const> parents(Term term) const { return nodes_[term.number].parents; }
  std::span<Term const> children(Term term) const { return nodes_[term.number].children; }
  // What it was merged into; itself where it was not.
  Term survivor(Term term) const { return nodes_[term.number].survivor; }
  // Everything within `steps_max` edges, nearest first, the start included.
  std::vector<Reached> reach(Term from, Way way, std::uint32_t steps_max = unbounded) const;
  // How many distinct skills and topics are the term or below it. Counted when first asked for after a change.
  std::uint32_t width(Term term) const;
  // Changes whenever a path or a width may have: what was derived from them is good for one shape.
  std::uint64_t shape() const { return shape_; }

  // Terms whose stored facts (id, kind, survivor, parents) have changed since the last call.
  std::vector<Term> take_changed();
  // Puts a stored term back; `number` counts up from 0 without a gap, parents may come later.
  void restore(core::Id const& id, TermKind kind, Term survivor, std::span<Term const> parents);
  // After the last restore. False where the stored terms are no graph without cycles; it is to be cleared then.
  [[nodiscard]] bool restored();
  // As if new, but of another shape.
  void clear();

  std::size_t memory_bytes() const;

 private:
  struct Node {
    core::Id id;
    TermKind kind = TermKind::SKILL;
    Term survivor;  // Itself, unless merged.
    std::vector<Term> parents, children;
    mutable std::uint32_t width = 0;  // 0 = not counted since the last change.
  };

  std::span<Term const> next(Term term, Way way) const {
    return way == Way::up ? parents(term) : children(term);
  }
  bool is_above(Term high, Term low) const;
  void unlink(Term child, Term parent);
  void forget_widths(Term from);
  bool survivors_end() const;
  bool is_acyclic() const;

  std::vector<Node> nodes_;
  boost::unordered_flat_map<core::Id, Term, std::hash<core::Id>> numbers_;
  std::vector<Term> changed_;
  std::uint64_t shape_ = 1;
  mutable std::vector<std::uint32_t> seen_;  // Per term, the last walk that came by.
  mutable std::uint32_t walk_ = 0;
};

}  // namespace matching
