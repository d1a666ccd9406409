// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/schema/lists.hpp"
#include "matching/oracle.hpp"
#include "tests/matching/words.hpp"
#include "tests/support/events.hpp"
#include "tests/support/mixing_crypto.hpp"

// A small world told in words: its events, the facts folded from them, and questions.
namespace worlds {

// "python:3*5!" is python at level 3, weight 5, a must.
inline matching::Claimed claim(std::string_view text) {
  matching::Claimed claim;
  claim.must = text.ends_with('!');
  auto const weight = text.find('*'), level = text.find(':');
  if (weight != text.npos)
    claim.weight = static_cast<std::uint8_t>(std::stoi(std::string(text.substr(weight + 1))));
  if (level != text.npos)
    claim.level = static_cast<std::uint8_t>(std::stoi(std::string(text.substr(level + 1))));
  claim.term = words::id(text.substr(0, text.find_first_of(":*!")));
  return claim;
}

inline std::vector<matching::Claimed> claims(std::vector<std::string> const& texts) {
  std::vector<matching::Claimed> claims;
  for (auto const& text : texts) claims.push_back(claim(text));
  return claims;
}

// "offers python:3 go; needs design!; topics ai; speaks de en; hours 10; sector 2; kinds 0 5" -> by the first word.
inline std::map<std::string, std::vector<std::string>> sayings(std::string_view text) {
  std::map<std::string, std::vector<std::string>> sayings;
  for (auto const& part : words::split(text, ';')) {
    auto names = words::split(part, ' ');
    auto const first = names.front();
    names.erase(names.begin());
    sayings[first] = std::move(names);
  }
  return sayings;
}

inline unsigned number(std::vector<std::string> const& said) {
  return said.empty() ? 0u : static_cast<unsigned>(std::stoul(said.front()));
}

template <class List>
void write(List out, std::vector<matching::Claimed> const& claims) {
  for (unsigned i = 0; i < claims.size(); ++i) {
    out[i].setTerm(core::data_of(claims[i].term));
    out[i].setLevel(claims[i].level);
    out[i].setWeight(claims[i].weight);
    out[i].setMust(claims[i].must);
  }
}

inline unsigned length(std::vector<std::string> const& said) {
  return static_cast<unsigned>(said.size());
}

// Says what happens to whom, in words. The events come out at `log`.
class Teller {
 public:
  support::History log;

  void terms(std::string_view text) {
    for (auto const& entry : words::entries(text)) term(entry);
  }
  void term(words::Entry const& entry) {
    auto const id = words::id(entry.name);
    log.add<core::vocabulary::TermAdded>(id, [&](auto added) {
      added.setTerm(core::data_of(id));
      added.setKind(words::kind(entry.kind));
      ids(added.initBroader(length(entry.parents)), entry.parents);
    });
  }
  void proposes(std::string_view name) {
    auto const id = words::id(name);
    log.add<core::vocabulary::TermProposed>(
        id, [&](auto proposed) { proposed.setTerm(core::data_of(id)); });
  }
  void relates(std::string_view name, std::string_view broader) {
    auto const id = words::id(name), above = words::id(broader);
    log.add<core::vocabulary::TermRelated>(id, [&](auto related) {
      related.setTerm(core::data_of(id));
      related.setBroader(core::data_of(above));
    });
  }
  void merges(std::string_view name, std::string_view into) {
    auto const id = words::id(name), survivor = words::id(into);
    log.add<core::vocabulary::TermMerged>(id, [&](auto merged) {
      merged.setTerm(core::data_of(id));
      merged.setInto(core::data_of(survivor));
    });
  }

  // A profile that may be suggested.
  void person(std::string_view name, std::string_view text) {
    consents(name);
    profile(name, text);
    lists(name);
  }
  void consents(std::string_view name) {
    auto const id = words::id(name);
    log.add<core::account::ConsentGiven>(id, [&](auto given) {
      given.setAccount(core::data_of(id));
      given.setPurpose(core::account::Purpose::DIRECTORY);
    });
  }
  void withdraws_consent(std::string_view name) {
    auto const id = words::id(name);
    log.add<core::account::ConsentWithdrawn>(id, [&](auto withdrawn) {
      withdrawn.setAccount(core::data_of(id));
      withdrawn.setPurpose(core::account::Purpose::DIRECTORY);
    });
  }
  void profile(std::string_view name, std::string_view text) {
    auto const id = words::id(name);
    auto said = sayings(text);
    log.add<core::profile::ProfileCreated>(id, [&](auto created) {
      created.setProfile(core::data_of(id));
      created.setSector(static_cast<core::schema::Sector>(number(said["sector"])));
      auto kinds = created.initKinds(length(said["kinds"]));
      for (unsigned i = 0; i < kinds.size(); ++i)
        kinds.set(i, static_cast<core::profile::Kind>(std::stoi(said["kinds"][i])));
      texts(created.initLanguages(length(said["speaks"])), said["speaks"]);
      created.setHoursPerWeek(static_cast<std::uint8_t>(number(said["hours"])));
      write(created.initOffers(length(said["offers"])), claims(said["offers"]));
      write(created.initNeeds(length(said["needs"])), claims(said["needs"]));
      ids(created.initTopics(length(said["topics"])), said["topics"]);
    });
  }
  void lists(std::string_view name) { about_profile<core::profile::ProfileListed>(name); }
  void hides(std::string_view name) { about_profile<core::profile::ProfileHidden>(name); }
  void pauses(std::string_view name) { about_profile<core::profile::MatchingPaused>(name); }
  void resumes(std::string_view name) { about_profile<core::profile::MatchingResumed>(name); }
  void is_suspended(std::string_view name) { about_account<core::account::AccountSuspended>(name); }
  void is_reinstated(std::string_view name) {
    about_account<core::account::AccountReinstated>(name);
  }
  // "have python:3" or "want design!"
  void declares(std::string_view name, std::string_view what) {
    auto const id = words::id(name);
    auto const parts = words::split(what, ' ');
    auto const claimed = claim(parts[1]);
    log.add<core::profile::SkillDeclared>(id, [&](auto declared) {
      declared.setProfile(core::data_of(id));
      declared.setDirection(parts[0] == "have" ? core::profile::Direction::HAVE
                                               : core::profile::Direction::WANT);
      auto skill = declared.initSkill();
      skill.setTerm(core::data_of(claimed.term));
      skill.setLevel(claimed.level);
      skill.setWeight(claimed.weight);
      skill.setMust(claimed.must);
    });
  }
  void withdraws(std::string_view name, std::string_view what) {
    auto const id = words::id(name);
    auto const parts = words::split(what, ' ');
    auto const gone = words::id(parts[1]);
    log.add<core::profile::SkillWithdrawn>(id, [&](auto withdrawn) {
      withdrawn.setProfile(core::data_of(id));
      withdrawn.setDirection(parts[0] == "have" ? core::profile::Direction::HAVE
                                                : core::profile::Direction::WANT);
      withdrawn.setTerm(core::data_of(gone));
    });
  }

  void course(std::string_view name, std::string_view text) {
    auto const id = words::id(name);
    auto said = sayings(text);
    log.add<core::course::CourseDesigned>(id, [&](auto designed) {
      designed.setCourse(core::data_of(id));
      if (!said["speaks"].empty()) designed.setLanguage(said["speaks"][0].c_str());
      write(designed.initTeaches(length(said["teaches"])), claims(said["teaches"]));
    });
  }
  void withdraws_course(std::string_view name) {
    auto const id = words::id(name);
    log.add<core::course::CourseWithdrawn>(
        id, [&](auto withdrawn) { withdrawn.setCourse(core::data_of(id)); });
  }

  void challenge(std::string_view name, std::string_view text) {
    drafts(name, text);
    about_challenge<core::challenge::ChallengePublished>(name);
  }
  void drafts(std::string_view name, std::string_view text) {
    auto const id = words::id(name);
    auto said = sayings(text);
    log.add<core::challenge::ChallengeDrafted>(id, [&](auto drafted) {
      drafted.setChallenge(core::data_of(id));
      drafted.setSector(static_cast<core::schema::Sector>(number(said["sector"])));
      texts(drafted.initLanguages(length(said["speaks"])), said["speaks"]);
      write(drafted.initWanted(length(said["wants"])), claims(said["wants"]));
      ids(drafted.initTopics(length(said["topics"])), said["topics"]);
      auto const owner = words::id(said["owner"].empty() ? "somebody" : said["owner"][0]);
      drafted.setOwner(core::data_of(owner));
    });
  }
  template <class Event>
  void about_challenge(std::string_view name) {
    auto const id = words::id(name);
    log.add<Event>(id, [&](auto event) { event.setChallenge(core::data_of(id)); });
  }
  template <class Event>
  void about_profile(std::string_view name) {
    auto const id = words::id(name);
    log.add<Event>(id, [&](auto event) { event.setProfile(core::data_of(id)); });
  }
  template <class Event>
  void about_account(std::string_view name) {
    auto const id = words::id(name);
    log.add<Event>(id, [&](auto event) { event.setAccount(core::data_of(id)); });
  }

  template <class List>
  static void ids(List out, std::vector<std::string> const& names) {
    for (unsigned i = 0; i < names.size(); ++i) {
      auto const id = words::id(names[i]);
      out.set(i, core::data_of(id));
    }
  }
  template <class List>
  static void texts(List out, std::vector<std::string> const& texts) {
    for (unsigned i = 0; i < texts.size(); ++i) out.set(i, texts[i].c_str());
  }
};

// A question in the same words, and "self ann; only-kinds 0 5; only-sectors 2; only-speaks de; hours-min 5; limit 3".
inline matching::Query query(matching::Lane lane, std::string_view text) {
  auto said = sayings(text);
  matching::Query query;
  query.lane = lane;
  if (!said["self"].empty()) query.self = words::id(said["self"][0]);
  query.needs = claims(said["needs"]);
  query.offers = claims(said["offers"]);
  for (auto const& topic : said["topics"]) query.topics.push_back(words::id(topic));
  for (auto const& tag : said["speaks"]) query.languages.push_back(matching::language_of(tag));
  query.hours = static_cast<std::uint8_t>(number(said["hours"]));
  query.sector = static_cast<core::schema::Sector>(number(said["sector"]));
  for (auto const& kind : said["only-kinds"])
    query.filters.kinds |= static_cast<std::uint16_t>(1 << std::stoi(kind));
  for (auto const& sector : said["only-sectors"])
    query.filters.sectors |= static_cast<std::uint8_t>(1 << std::stoi(sector));
  for (auto const& tag : said["only-speaks"])
    query.filters.languages.push_back(matching::language_of(tag));
  query.filters.hours_min = static_cast<std::uint8_t>(number(said["hours-min"]));
  if (!said["limit"].empty()) query.limit = number(said["limit"]);
  return query;
}

// The teller's events, folded as they are asked for.
class World : public Teller {
 public:
  matching::Facts const& facts() {
    if (applied_ < log.head()) log.play(facts_, std::exchange(applied_, log.head()));
    return facts_;
  }
  matching::Oracle const& oracle() { return facts(), oracle_; }
  // The names in the answer, best first.
  std::string people(std::string_view text) { return names(matching::Lane::PEOPLE, text); }
  std::string courses(std::string_view text) { return names(matching::Lane::COURSES, text); }
  std::string challenges(std::string_view text) { return names(matching::Lane::CHALLENGES, text); }
  matching::Answer top(matching::Lane lane, std::string_view text) {
    return oracle().top(query(lane, text));
  }
  matching::Explanation explain(matching::Lane lane, std::string_view text, std::string_view name) {
    return oracle().explain(query(lane, text), words::id(name));
  }

 private:
  std::string names(matching::Lane lane, std::string_view text) {
    std::string names;
    for (auto const& one : top(lane, text).best)
      names += (names.empty() ? "" : " ") + words::name(one.id);
    return names;
  }

  support::MixingCrypto crypto_;
  matching::Facts facts_{crypto_};
  matching::Oracle oracle_{facts_};
  core::Position applied_;
};

// "who points direction" a line.
inline std::string in_words(matching::Answer const& answer) {
  std::string text;
  for (auto const& one : answer.best)
    text += words::name(one.id) + " " + std::to_string(one.points) + " " +
            std::to_string(static_cast<int>(one.direction)) + "\n";
  return text;
}

// "filter count" of those that removed somebody.
inline std::string removed(matching::Answer const& answer) {
  std::string text;
  for (std::size_t i = 0; i < answer.removed.size(); ++i)
    if (answer.removed[i] > 0)
      text += (text.empty() ? "" : ", ") + std::string(matching::filter_names[i]) + " " +
              std::to_string(answer.removed[i]);
  return text;
}

}  // namespace worlds
