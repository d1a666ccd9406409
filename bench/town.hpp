// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdlib>
#include <fstream>
#include <random>

#include "api/import/sink.hpp"
#include "bench/report.hpp"

namespace bench {

using Clock = std::chrono::steady_clock;

inline constexpr std::uint32_t skills = 14'000;

inline double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}
inline double resident_mib() {
  std::ifstream status("/proc/self/status");
  std::string line;
  while (std::getline(status, line))
    if (line.starts_with("VmRSS:")) return std::strtod(line.c_str() + 6, nullptr) / 1024;
  return 0;
}

// Generated people through the real engine: repeatable, and spread like the real thing (skills by Zipf's law).
class Town {
 public:
  explicit Town(api::import::Sink& sink) : sink_(sink) {
    std::vector<double> weights;
    for (std::uint32_t i = 0; i < skills; ++i) weights.push_back(1.0 / (i + 1));
    zipf_ = std::discrete_distribution<std::uint32_t>(weights.begin(), weights.end());
  }

  core::Id person(std::uint64_t n) const { return sink_.id_for("person", std::to_string(n)); }
  core::Id skill(std::uint64_t n) const { return sink_.id_for("skill", std::to_string(n)); }

  void vocabulary() {
    for (std::uint32_t i = 0; i < skills; ++i) {
      capnp::MallocMessageBuilder message;
      auto add = message.initRoot<core::vocabulary::AddTerm>();
      add.setTerm(core::data_of(skill(i)));
      auto labels = add.initLabels(2);
      for (unsigned l = 0; l < 2; ++l) {
        labels[l].setLanguage(l == 0 ? "de" : "en");
        labels[l].setText((l == 0 ? "Fertigkeit " : "skill ") + std::to_string(i));
        labels[l].setPreferred(true);
      }
      if (i >= 64) add.initBroader(1).set(0, core::data_of(skill(i / 16)));
      give<core::vocabulary::AddTerm>(message);
    }
  }

  void move_in(std::uint64_t n) {
    auto const id = person(n);
    capnp::MallocMessageBuilder registration, consent, profile, listing;
    auto account = registration.initRoot<core::account::RegisterAccount>();
    account.setAccount(core::data_of(id));
    account.setOfAge(true);
    give<core::account::RegisterAccount>(registration);
    auto agreed = consent.initRoot<core::account::GiveConsent>();
    agreed.setAccount(core::data_of(id));
    agreed.setTextVersion(1);
    say<core::account::GiveConsent>(id, consent);
    describe(id, n, profile.initRoot<core::profile::CreateProfile>());
    say<core::profile::CreateProfile>(id, profile);
    listing.initRoot<core::profile::ListProfile>().setProfile(core::data_of(id));
    say<core::profile::ListProfile>(id, listing);
  }

  void change(std::uint64_t n) {
    capnp::MallocMessageBuilder message;
    auto set = message.initRoot<core::profile::SetAvailability>();
    set.setProfile(core::data_of(person(n)));
    set.setHoursPerWeek(static_cast<std::uint8_t>(random_() % 40));
    say<core::profile::SetAvailability>(person(n), message);
  }

 private:
  void describe(core::Id const& id, std::uint64_t n, core::profile::CreateProfile::Builder create) {
    create.setProfile(core::data_of(id));
    create.setDisplayName("Person " + std::to_string(n));
    create.setHeadline("Macht dies und das in der Stadt");
    create.setSector(static_cast<core::schema::Sector>(1 + n % 4));
    create.initKinds(1).set(0, static_cast<core::profile::Kind>(n % 6));
    create.setDistrict("Bezirk " + std::to_string(n % 40));
    create.setHoursPerWeek(static_cast<std::uint8_t>(n % 30));
    auto languages = create.initLanguages(n % 3 == 0 ? 2 : 1);
    languages.set(0, "de");
    if (n % 3 == 0) languages.set(1, "en");
    claim(create.initOffers(8));
    claim(create.initNeeds(4));
  }
  void claim(capnp::List<core::schema::SkillClaim>::Builder claims) {
    for (auto claim : claims) {
      claim.setTerm(core::data_of(skill(zipf_(random_))));
      claim.setLevel(static_cast<std::uint8_t>(1 + random_() % 4));
    }
  }
  template <class Command>
  void give(capnp::MallocMessageBuilder& message) {
    CHECK(sink_.give(core::at_console(core::schema_tables().of<Command>(), message)));
  }
  // What nobody else says for them.
  template <class Command>
  void say(core::Id const& person, capnp::MallocMessageBuilder& message) {
    auto command = core::at_console(core::schema_tables().of<Command>(), message);
    command.actor = person;
    command.console = false;
    CHECK(sink_.give(command));
  }

  api::import::Sink& sink_;
  std::mt19937_64 random_{20260901};
  std::discrete_distribution<std::uint32_t> zipf_;
};

}  // namespace bench
