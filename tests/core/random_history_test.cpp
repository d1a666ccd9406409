// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Tens of thousands of random commands of every kind to several tenants, by random people, with commits, crashes and restarts in
// between. What must hold of every history. (Millions: bench/history.cpp.)
#include <boost/test/unit_test.hpp>
#include <set>

#include "api/hub/read_side.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/random_hub.hpp"

namespace {

using support::RandomHub;

// Events that a draw comes by with luck only. The shorter the better.
std::set<std::string> const seldom_drawn{
    "TermAdopted",       // A curator names a word of somebody's own that is still in use.
    "RedactionOrdered",  // The number of an event that holds a text is hit.
    "TextRedacted",
    "InvitationClosed",  // The last seat of a team is taken while somebody else is invited.
    "InvitationExpired",  // Found out when a team that has let an invitation pass invites somebody else.
};

constexpr std::uint64_t tenants = 3;
constexpr std::size_t commands = 150'000;

}  // namespace

BOOST_AUTO_TEST_SUITE(random_history)

BOOST_AUTO_TEST_CASE(whatever_happens) {
  std::vector<std::unique_ptr<RandomHub>> hubs;
  for (std::uint64_t seed = 1; seed <= tenants; ++seed)
    hubs.push_back(std::make_unique<RandomHub>(seed));
  for (std::size_t i = 0; i < commands; ++i)
    for (auto const& hub : hubs) hub->step();

  std::map<std::uint16_t, std::uint64_t> events;
  for (std::uint64_t seed = 1; seed <= tenants; ++seed) {
    auto& hub = *hubs[seed - 1];
    hub.finish();
    for (auto const& what : hub.wrong()) BOOST_ERROR("seed " << seed << ", " << what);
    for (auto const& [type, count] : hub.events()) events[type] += count;
    BOOST_TEST(hub.accepted() > hub.commands() / 10, hub.accepted());
    BOOST_TEST(hub.crashes() > 10u);
    BOOST_TEST(hub.told_again() > 2000u);
  }
  for (auto const* type : core::schema_tables().events())
    BOOST_TEST((events.contains(type->id) || seldom_drawn.contains(type->name)),
               type->name << " was never drawn");
}

// All that two tenants share are the ids.
BOOST_AUTO_TEST_CASE(what_happens_to_others_changes_nothing) {
  RandomHub alone(7), accompanied(7), other(8);
  for (int i = 0; i < 3000; ++i) alone.step();
  for (int i = 0; i < 3000; ++i) accompanied.step(), other.step();
  BOOST_TEST(alone.scene().everything() == accompanied.scene().everything());
  BOOST_TEST(alone.scene().everything() != other.scene().everything());
}

BOOST_AUTO_TEST_CASE(the_views_that_are_looked_at_are_those_that_a_hub_has) {
  support::Folder const folder;
  api::Hub hub({folder / "data", folder / "key"}, [](std::string const&) {});
  api::ReadSide const read_side(hub, [](std::string const&) {});
  std::set<std::string> there{"witness.v1"}, here;
  for (auto const* view : read_side.views().all()) there.emplace(view->name());
  projections::NoShelves none;
  core::Inline at_once;
  support::AllViews const views(hub.tenant().log(), none, at_once, hub.crypto(), {});
  for (auto const* view : views.views.all()) here.emplace(view->name());
  BOOST_TEST(here == there, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
