// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/test/unit_test.hpp>
#include <memory>

#include "projections/views.hpp"
#include "tests/support/events.hpp"
#include "tests/support/memory_shelf.hpp"
#include "tests/support/mixing_crypto.hpp"

namespace support {

inline MixingCrypto const mixing_crypto;

// All rows in words.
inline std::vector<std::string> told(core::Projection const& view) {
  std::vector<std::string> lines;
  view.rows().scan({}, [&](core::Bytes key, core::Bytes row) {
    lines.push_back(view.describe(key, row));
    return true;
  });
  return lines;
}

// Folds the history in `pieces` with a restart from the shelf between them, and once in one piece: both are the same view.
// Returns the one that was restarted.
template <class Make>
auto check_replay(History const& history, std::size_t pieces, Make make) {
  MemoryShelves shelves, others;
  auto whole = make(others);
  history.play(*whole);
  auto view = make(shelves);
  core::Position position;
  for (std::size_t piece = 1; piece <= pieces; ++piece) {
    core::Position const until{history.head().value * piece / pieces};
    history.play(*view, position, until);
    auto& shelf = shelves.open(projections::shelf_name(view->name()));
    shelf.write(view->take_changes(), until);
    view = make(shelves);
    position = view->load(shelf);
    BOOST_REQUIRE_EQUAL(position.value, until.value);
    view->loaded();
  }
  BOOST_TEST(core::hex(view->rows().digest()) == core::hex(whole->rows().digest()));
  BOOST_TEST(told(*view) == told(*whole), boost::test_tools::per_element());
  return view;
}

}  // namespace support
