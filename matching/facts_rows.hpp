// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "core/event_log.hpp"
#include "core/pack.hpp"
#include "core/unpack_row.hpp"
#include "matching/facts.hpp"

// The shapes of the rows of Facts; in front of them a byte for the shelf, then the id. A new shape is a new name of the view.
namespace matching::rows {

enum class Shelf : std::uint8_t { terms, people, courses, challenges, offering, epoch };

constexpr Shelf shelf_of(Lane lane) { return static_cast<Shelf>(1 + static_cast<int>(lane)); }
static_assert(shelf_of(Lane::PEOPLE) == Shelf::people &&
              shelf_of(Lane::CHALLENGES) == Shelf::challenges);

struct TermRow {
  Term number;
  TermKind kind{};
  Term survivor;
  std::vector<Term> parents;
  template <class A>
  void fields(A& a) {
    a(number)(kind)(survivor)(parents);
  }
};

struct Offering {
  std::uint32_t people = 0;
  template <class A>
  void fields(A& a) {
    a(people);
  }
};

struct Epoch {
  core::Position source;
  std::uint32_t people = 0, changes = 0;
  template <class A>
  void fields(A& a) {
    a(source)(people)(changes);
  }
};

template <class Row>
Row unpacked(core::Bytes bytes) {
  return core::unpack_row<Row>(bytes, "match_facts");
}

class Key {
 public:
  explicit Key(Shelf shelf, core::Id const* id = nullptr) : size_(id ? 17 : 1) {
    bytes_[0] = static_cast<std::uint8_t>(shelf);
    if (id) std::ranges::copy(id->bytes, bytes_.begin() + 1);
  }
  operator core::Bytes() const { return {bytes_.data(), size_}; }

 private:
  std::array<std::uint8_t, 17> bytes_;
  std::size_t size_;
};

inline Key key(Shelf shelf) { return Key(shelf); }
inline Key key(Shelf shelf, core::Id const& id) { return Key(shelf, &id); }

}  // namespace matching::rows
