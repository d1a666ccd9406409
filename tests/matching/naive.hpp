// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "matching/query.hpp"
#include "tests/matching/world.hpp"

// The definition of matching/score.hpp once more, by names and maps, as slow and plain as can be. It knows what was told, not
// what the facts made of it.
namespace naive {

using matching::Claimed;
using matching::Millionths;
using matching::whole;
using Side = std::map<std::string, Claimed>;  // By the current term's name.

struct Being {
  Side offers, needs;
  std::set<std::string> topics, languages;
  unsigned sector = 0, hours = 0, kinds = 0;
  std::string owner;
  bool listed = true, consented = true, suspended = false, paused = false;
};

struct Score {
  std::string removed_by;
  Millionths points = 0;
  std::optional<Millionths> yours, theirs;
};

struct World {
  std::map<std::string, std::set<std::string>> parents;
  std::map<std::string, std::string> kinds, merged;
  std::map<std::string, Being> people, courses, challenges;
  matching::Rules rules;
  mutable std::map<std::string, std::map<std::string, Millionths>> expansions;

  std::string current(std::string name) const {
    while (merged.contains(name)) name = merged.at(name);
    return name;
  }
  Side side(std::vector<Claimed> const& claims) const {
    Side side;
    for (auto claim : claims) {
      auto const name = current(words::name(claim.term));
      if (!kinds.contains(name)) continue;
      auto const [known, fresh] = side.try_emplace(name, claim);
      auto& one = known->second;
      one.level = std::max(one.level, claim.level);
      one.weight = std::max(one.weight, claim.weight);
      one.must |= claim.must;
    }
    return side;
  }
  std::set<std::string> topics(std::vector<std::string> const& names) const {
    std::set<std::string> topics;
    for (auto const& name : names)
      if (kinds.contains(current(name))) topics.insert(current(name));
    return topics;
  }

  // Steps up to everything above, itself included.
  std::map<std::string, unsigned> above(std::string const& name) const {
    std::map<std::string, unsigned> steps{{name, 0}};
    for (bool again = true; again;) {
      again = false;
      for (auto const& [at, count] : std::map(steps))
        for (auto const& parent : parents.contains(at) ? parents.at(at) : std::set<std::string>{})
          if (!steps.contains(parent) || steps[parent] > count + 1)
            steps[parent] = count + 1, again = true;
    }
    return steps;
  }
  unsigned width(std::string const& name) const {
    unsigned skills = 0;
    for (auto const& [other, kind] : kinds)
      skills += kind != "group" && !merged.contains(other) && above(other).contains(name);
    return std::max(skills, 1u);
  }
  Millionths closeness(std::string const& need, std::string const& offer) const {
    auto const& table = rules.closeness;
    if (need != offer && kinds.at(offer) == "group") return 0;
    Millionths best = 0;
    auto const from_offer = above(offer);
    for (auto const& [turn, up] : above(need)) {
      if (!from_offer.contains(turn)) continue;
      auto const down = from_offer.at(turn);
      if (up > table.steps_max || down > table.steps_max) continue;
      Millionths value = whole;
      if (up > 0 && down > 0) {
        auto const widest = matching::binary_log(table.width_max),
                   wide = matching::binary_log(width(turn));
        auto const siblings =
            width(turn) >= table.width_max ? 0 : table.siblings * (widest - wide) / widest;
        for (unsigned i = 2; i < up + down; ++i) value = value * table.further / whole;
        value = value * siblings / whole;
      } else {
        for (unsigned i = 0; i < up; ++i) value = value * table.more_general / whole;
        for (unsigned i = 0; i < down; ++i) value = value * table.more_specific / whole;
      }
      if (value >= table.least) best = std::max(best, value);
    }
    return best;
  }

  unsigned offering(std::string const& term) const {
    unsigned count = 0;
    for (auto const& [name, person] : people)
      count += person.listed && person.offers.contains(term);
    return count;
  }
  Millionths idf(std::string const& term) const {
    unsigned listed = 0;
    for (auto const& [name, person] : people) listed += person.listed;
    return whole + matching::log_ratio(listed + 1, offering(term) + 1);
  }
  // Kept: a world is asked only once it is told to the end.
  std::map<std::string, Millionths> const& expansion(std::string const& need) const {
    if (!expansions.contains(need)) expansions[need] = expanded(need);
    return expansions[need];
  }
  std::map<std::string, Millionths> expanded(std::string const& need) const {
    std::vector<std::tuple<Millionths, unsigned, std::string>> order;
    for (auto const& [term, kind] : kinds) {
      if (merged.contains(term)) continue;
      auto const close = closeness(need, term);
      if (close > 0) order.emplace_back(-close, offering(term) == 0 ? ~0u : offering(term), term);
    }
    std::ranges::sort(order);
    if (order.size() > rules.closeness.expansion_max) order.resize(rules.closeness.expansion_max);
    std::map<std::string, Millionths> expansion;
    for (auto const& [close, rarity, term] : order) expansion[term] = -close;
    return expansion;
  }

  Millionths level_fit(unsigned needed, unsigned offered) const {
    if (needed == 0 || offered >= needed) return whole;
    return offered == 0 ? rules.level_unknown : rules.level_missing[needed - offered];
  }
  // Coverage and whether a must is unmet.
  std::pair<Millionths, bool> covered(Side const& needs, Side const& offers) const {
    Millionths met = 0, all = 0;
    bool unmet = false;
    for (auto const& [term, need] : needs) {
      auto const& expanded = expansion(term);
      Millionths best = 0;
      for (auto const& [offer, claim] : offers)
        if (expanded.contains(offer))
          best = std::max(best, expanded.at(offer) * level_fit(need.level, claim.level) / whole);
      auto const weight = std::max<Millionths>(need.weight, 1) * idf(term);
      met += weight * best, all += weight;
      unmet |= need.must && best < rules.must_least;
    }
    return {unmet || all == 0 ? 0 : met / all, unmet};
  }

  std::string filter(matching::Query const& query, std::string const& name,
                     Being const& being) const {
    auto const self = words::name(query.self);
    bool const person = query.lane == matching::Lane::PEOPLE,
               course = query.lane == matching::Lane::COURSES;
    auto const any = [&](std::vector<matching::Language> const& tags) {
      for (auto tag : tags)
        if (being.languages.contains(matching::to_string(tag))) return true;
      return false;
    };
    if (!self.empty() && (name == self || being.owner == self)) return "self";
    if (!being.listed) return "not-listed";
    if (!being.consented) return "no-consent";
    if (being.suspended) return "suspended";
    if (being.paused) return "paused";
    if (person && query.filters.kinds && !(query.filters.kinds & being.kinds)) return "kind";
    if (!course && query.filters.sectors && !(query.filters.sectors >> being.sector & 1))
      return "sector";
    if (!query.filters.languages.empty() && !any(query.filters.languages)) return "language";
    if (person && being.hours < query.filters.hours_min) return "hours";
    return {};
  }

  Score score(matching::Query const& query, std::string const& name, Being const& being) const {
    Score score;
    score.removed_by = filter(query, name, being);
    if (!score.removed_by.empty()) return score;
    bool const challenge = query.lane == matching::Lane::CHALLENGES;
    auto const needs = challenge ? Side{} : side(query.needs), offers = side(query.offers);
    auto const yours = covered(needs, being.offers), theirs = covered(being.needs, offers);
    if (!needs.empty()) score.yours = yours.first;
    if (!being.needs.empty() && !offers.empty()) score.theirs = theirs.first;

    Millionths const e = rules.reciprocity;
    Millionths fit = 0;
    if (score.yours && score.theirs)
      fit =
          2 * (*score.yours + e) * (*score.theirs + e) / (*score.yours + *score.theirs + 2 * e) - e;
    else if (score.yours || score.theirs) fit = score.yours ? *score.yours : *score.theirs;
    std::vector<std::string> asked_topics;
    for (auto const& topic : query.topics) asked_topics.push_back(words::name(topic));
    auto const mine = topics(asked_topics);
    std::size_t shared = 0;
    for (auto const& topic : mine) shared += being.topics.contains(topic);
    auto const full = std::min({std::size_t{rules.topics_full}, mine.size(), being.topics.size()});
    auto const hours = std::min(
        {query.hours ? unsigned{query.hours} : 99u, being.hours, unsigned{rules.hours_full}});
    bool speak = false;
    for (auto tag : query.languages) speak |= being.languages.contains(matching::to_string(tag));
    bool const said = !query.languages.empty() && !being.languages.empty();
    auto const sector = static_cast<unsigned>(query.sector);

    Millionths const terms[] = {
        fit,
        full == 0 ? 0
                  : static_cast<Millionths>(std::min(shared, full)) * whole /
                        static_cast<Millionths>(full),
        hours * whole / rules.hours_full,
        !said   ? rules.language_unknown
        : speak ? whole
                : 0,
        sector && being.sector && sector != being.sector ? whole : 0,
        0,
    };
    for (std::size_t i = 0; i < 6; ++i) score.points += rules.weights[i] * terms[i] / whole;
    if ((score.yours && yours.second) || (challenge && score.theirs && theirs.second))
      score.removed_by = "must";
    else if (fit == 0 && shared == 0) score.removed_by = "unrelated";
    return score;
  }

  // The whole answer in words, as worlds::in_words and worlds::removed give it.
  std::string answer(matching::Query const& query) const {
    auto const& lane = query.lane == matching::Lane::PEOPLE    ? people
                       : query.lane == matching::Lane::COURSES ? courses
                                                               : challenges;
    std::vector<std::tuple<Millionths, std::string, int>> order;
    std::map<std::string, int> removed;
    for (auto const& [name, being] : lane) {
      auto const one = score(query, name, being);
      if (!one.removed_by.empty()) ++removed[one.removed_by];
      else order.emplace_back(-one.points, name, direction(one));
    }
    std::ranges::sort(order);
    std::string text = std::to_string(order.size()) + " candidates\n";
    for (std::size_t i = 0; i < std::min(order.size(), query.limit); ++i)
      text += std::get<1>(order[i]) + " " + std::to_string(-std::get<0>(order[i])) + " " +
              std::to_string(std::get<2>(order[i])) + "\n";
    for (auto const filter : matching::filter_names)
      if (removed.contains(std::string(filter)))
        text += std::string(filter) + " " + std::to_string(removed[std::string(filter)]) + ", ";
    return text;
  }

  static int direction(Score const& score) {
    auto const a = score.yours.value_or(0), b = score.theirs.value_or(0);
    if (!score.yours || !score.theirs || a + b == 0) return 3;
    return b == 0 ? 1 : a == 0 ? 2 : 0;
  }
};

}  // namespace naive
