// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/schema/account.capnp.h"
#include "core/schema/profile.capnp.h"
#include "core/schema/vocabulary.capnp.h"
#include "tests/support/events.hpp"

namespace support {

using core::account::Purpose;
using core::profile::Direction;
using core::profile::Kind;
using core::schema::Sector;
using core::schema::Visibility;
using ProfileField = core::profile::Field;

// What somebody says of themselves.
struct Person {
  Sector sector = Sector::BUSINESS;
  std::vector<Kind> kinds = {Kind::FOUNDER};
  std::vector<std::string> languages = {"de"};
  std::string district = "Mitte";
  std::uint8_t hours = 5;
  std::vector<std::uint64_t> offers = {}, needs = {}, topics = {};
};

// A history of accounts and profiles, by number.
struct People : History {
  using History::History;

  core::Position create(std::uint64_t person, Person const& says = {}) {
    return own<core::profile::ProfileCreated>(person, [&](auto event) {
      describe(says, event);
      auto languages = event.initLanguages(size(says.languages));
      for (unsigned i = 0; i < says.languages.size(); ++i) languages.set(i, says.languages[i]);
      event.setHoursPerWeek(says.hours);
      skills(says.offers, event.initOffers(size(says.offers)));
      skills(says.needs, event.initNeeds(size(says.needs)));
      auto topics = event.initTopics(size(says.topics));
      for (unsigned i = 0; i < says.topics.size(); ++i)
        topics.set(i, core::data_of(id_of(says.topics[i])));
    });
  }
  core::Position revise(std::uint64_t person, Person const& says) {
    return own<core::profile::ProfileRevised>(person, [&](auto event) { describe(says, event); });
  }
  core::Position declare(std::uint64_t person, Direction direction, std::uint64_t term,
                         std::uint8_t level = 1) {
    return own<core::profile::SkillDeclared>(person, [&](auto event) {
      event.setDirection(direction);
      event.initSkill().setTerm(core::data_of(id_of(term)));
      event.getSkill().setLevel(level);
    });
  }
  core::Position withdraw(std::uint64_t person, Direction direction, std::uint64_t term) {
    return own<core::profile::SkillWithdrawn>(person, [&](auto event) {
      event.setDirection(direction);
      event.setTerm(core::data_of(id_of(term)));
    });
  }
  core::Position show(std::uint64_t person, ProfileField field, Visibility visibility) {
    return own<core::profile::VisibilitySet>(person, [&](auto event) {
      auto fields = event.initFields(1);
      fields[0].setField(field);
      fields[0].setVisibility(visibility);
    });
  }
  core::Position set_hours(std::uint64_t person, std::uint8_t hours) {
    return own<core::profile::AvailabilitySet>(person,
                                               [&](auto event) { event.setHoursPerWeek(hours); });
  }
  core::Position set_languages(std::uint64_t person, std::vector<std::string> const& tags) {
    return own<core::profile::LanguagesSet>(person, [&](auto event) {
      auto languages = event.initLanguages(size(tags));
      for (unsigned i = 0; i < tags.size(); ++i) languages.set(i, tags[i]);
    });
  }
  core::Position list(std::uint64_t person) { return own<core::profile::ProfileListed>(person); }
  core::Position hide(std::uint64_t person) { return own<core::profile::ProfileHidden>(person); }
  core::Position pause(std::uint64_t person) { return own<core::profile::MatchingPaused>(person); }
  core::Position consent(std::uint64_t person, Purpose purpose = Purpose::DIRECTORY) {
    return account<core::account::ConsentGiven>(person,
                                                [&](auto event) { event.setPurpose(purpose); });
  }
  core::Position object(std::uint64_t person, Purpose purpose = Purpose::DIRECTORY) {
    return account<core::account::ConsentWithdrawn>(person,
                                                    [&](auto event) { event.setPurpose(purpose); });
  }
  core::Position suspend(std::uint64_t person) {
    return account<core::account::AccountSuspended>(person);
  }
  core::Position reinstate(std::uint64_t person) {
    return account<core::account::AccountReinstated>(person);
  }
  core::Position merge(std::uint64_t term, std::uint64_t into) {
    return add<core::vocabulary::TermMerged>(id_of(term), [&](auto event) {
      event.setTerm(core::data_of(id_of(term)));
      event.setInto(core::data_of(id_of(into)));
    });
  }
  core::Position propose(std::uint64_t term) {
    return add<core::vocabulary::TermProposed>(
        id_of(term), [&](auto event) { event.setTerm(core::data_of(id_of(term))); });
  }
  core::Position adopt(std::uint64_t term) {
    return add<core::vocabulary::TermAdopted>(
        id_of(term), [&](auto event) { event.setTerm(core::data_of(id_of(term))); });
  }
  // In the directory at once.
  void join(std::uint64_t person, Person const& says = {}) {
    consent(person);
    create(person, says);
    list(person);
  }

 private:
  static unsigned size(auto const& list) { return static_cast<unsigned>(list.size()); }
  static constexpr auto nothing = [](auto) {};

  template <class Event, class Fill = decltype(nothing)>
  core::Position own(std::uint64_t person, Fill fill = nothing) {
    return add<Event>(id_of(person), [&](auto event) {
      event.setProfile(core::data_of(id_of(person)));
      fill(event);
    });
  }
  template <class Event, class Fill = decltype(nothing)>
  core::Position account(std::uint64_t person, Fill fill = nothing) {
    return add<Event>(id_of(person), [&](auto event) {
      event.setAccount(core::data_of(id_of(person)));
      fill(event);
    });
  }
  static void describe(Person const& says, auto event) {
    event.setSector(says.sector);
    auto kinds = event.initKinds(size(says.kinds));
    for (unsigned i = 0; i < says.kinds.size(); ++i) kinds.set(i, says.kinds[i]);
    event.setDistrict(says.district);
  }
  static void skills(std::vector<std::uint64_t> const& terms, auto list) {
    for (unsigned i = 0; i < terms.size(); ++i) list[i].setTerm(core::data_of(id_of(terms[i])));
  }
};

}  // namespace support
