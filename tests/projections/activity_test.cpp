// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/activity.hpp"

#include "core/schema/account.capnp.h"
#include "core/schema/profile.capnp.h"
#include "tests/projections/replay.hpp"

namespace {

namespace account = core::account;
using projections::Activity, projections::ActivityRow;
using support::id_of;

struct Days : support::History {
  template <class Event>
  void own(std::uint64_t who, std::uint64_t by) {
    actor = by ? id_of(by) : core::Id();
    add<Event>(id_of(who), [&](auto event) { event.setAccount(core::data_of(id_of(who))); });
  }
  void registered(std::uint64_t who) { own<account::AccountRegistered>(who, 0); }
  void reminded(std::uint64_t who) { own<account::AccountReminded>(who, 0); }
  void acts(std::uint64_t who) { own<account::ConsentGiven>(who, who); }
};

// "active reminded" of each, as days after the first; "-" where nobody was reminded.
std::string told(Days const& days) {
  Activity activity{support::mixing_crypto};
  days.play(activity);
  std::string all;
  activity.each([&](core::Id const& person, ActivityRow const& row) {
    all += (all.empty() ? "" : ", ") + std::to_string(person.bytes[15]) + ": " +
           (row.active != 0 ? "active" : "") + (row.reminded != 0 ? " reminded" : "");
  });
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(activity)

BOOST_AUTO_TEST_CASE(opening_an_account_counts_and_so_does_whatever_its_person_does) {
  Days days;
  days.registered(1), days.registered(2);
  days.acts(1), days.acts(3);  // Nobody has opened an account for the third.
  BOOST_TEST(told(days) == "1: active, 2: active");
}

BOOST_AUTO_TEST_CASE(who_acts_after_a_reminder_is_not_reminded_any_more) {
  Days days;
  days.registered(1), days.registered(2), days.reminded(1), days.reminded(2);
  BOOST_TEST(told(days) == "1: active reminded, 2: active reminded");
  days.acts(1);
  BOOST_TEST(told(days) == "1: active, 2: active reminded");
}

BOOST_AUTO_TEST_CASE(who_is_erased_is_no_row) {
  Days days;
  days.registered(1), days.registered(2);
  days.own<account::SubjectErased>(1, 0);
  days.own<account::RoleRevoked>(1, 0);
  BOOST_TEST(told(days) == "2: active");
}

BOOST_AUTO_TEST_CASE(replayed_in_pieces_it_tells_the_same) {
  Days days;
  for (std::uint64_t who = 1; who < 40; ++who) {
    days.registered(who);
    if (who % 3 == 0) days.reminded(who);
    if (who % 6 == 0) days.acts(who);
    if (who % 7 == 0) days.own<account::SubjectErased>(who, 0);
  }
  auto const view = support::check_replay(
      days, 5, [](auto&) { return std::make_unique<Activity>(support::mixing_crypto); });
  BOOST_TEST(view->rows().size() == 34u);
}

BOOST_AUTO_TEST_SUITE_END()
