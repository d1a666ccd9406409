// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/ids.hpp"
#include "matching/taxonomy.hpp"

namespace matching {

// A skill that is offered or needed, in four bytes: term (24 bits), level 0-4, weight 0-10, must.
class Claim {
 public:
  Claim() = default;
  // A level above 4 counts as 4, a weight above 10 as 10.
  Claim(Term term, unsigned level, unsigned weight = 0, bool must = false);

  Term term() const { return {bits_ >> 8}; }
  unsigned level() const { return bits_ & 7; }
  unsigned weight() const { return bits_ >> 3 & 15; }
  bool must() const { return bits_ & 128; }
  auto operator<=>(Claim const&) const = default;
  template <class A>
  void fields(A& a) {
    a(bits_);
  }

 private:
  std::uint32_t bits_ = 0;
};

// A language tag of two lower-case letters as one number; 0 is none.
using Language = std::uint16_t;
Language language_of(std::string_view tag);
std::string to_string(Language language);

// Who may be suggested: exactly those that are listed and consented, and neither paused nor suspended. A course that is
// offered and a challenge that is open stand like a listed person who consented.
enum Standing : std::uint8_t {
  described = 1,
  listed = 2,
  consented = 4,
  paused = 8,
  suspended = 16
};

// The facts of one candidate as the log stated them: a row.
struct Stated {
  std::uint8_t standing =
      0;  // Standing bits. Without `described` there is an account but no profile.
  std::uint8_t sector = 0;      // core::schema::Sector
  std::uint8_t hours = 0;       // A week; 0 says nothing.
  std::uint16_t kinds = 0;      // Bit n: core::profile::Kind n.
  std::vector<core::Id> owner;  // Of a challenge: one person. Otherwise empty.
  std::vector<Language> languages;
  std::vector<Claim> offers,
      needs;  // As named: a merged term is mapped to its survivor when it is used.
  std::vector<Term> topics;

  bool is(Standing bit) const { return standing & bit; }
  void set(Standing bit, bool on) {
    standing = static_cast<std::uint8_t>(on ? standing | bit : standing & ~bit);
  }
  template <class A>
  void fields(A& a) {
    a(standing)(sector)(hours)(kinds)(owner)(languages)(offers)(needs)(topics);
  }
};

// The distinct sets of languages that people speak, numbered; 0 is the empty one. There are few of them.
class LanguageSets {
 public:
  LanguageSets() { intern({}); }
  std::uint32_t intern(std::vector<Language> languages);  // In any order.
  std::span<Language const> of(std::uint32_t set) const { return *sets_[set]; }
  std::size_t size() const { return sets_.size(); }

 private:
  std::map<std::vector<Language>, std::uint32_t> numbers_;
  std::vector<std::vector<Language> const*> sets_;
};

// The same facts, made ready to be compared: current terms only, each once, in the order of their numbers. Where a merge made
// two claims one, the higher level, the higher weight and any `must` count.
class Candidate {
 public:
  Candidate(core::Id const& id, Stated const& stated, Taxonomy const& taxonomy,
            LanguageSets& languages);

  core::Id id;
  std::uint16_t kinds = 0;
  std::uint8_t sector = 0, hours = 0, standing = 0;
  std::uint32_t languages = 0;  // Number of the set.

  bool is(Standing bit) const { return standing & bit; }
  std::span<Claim const> offers() const { return {claims_.get(), offers_}; }
  std::span<Claim const> needs() const { return {claims_.get() + offers_, needs_}; }
  std::span<Claim const> topics() const { return {claims_.get() + offers_ + needs_, topics_}; }
  bool names(Term term) const;
  std::size_t heap_bytes() const;

 private:
  std::uint8_t offers_ = 0, needs_ = 0, topics_ = 0;
  std::unique_ptr<Claim[]> claims_;  // Offers, needs, topics.
};

// The candidates of one lane, in no order. Thread P.
class Candidates {
 public:
  Candidate const* find(core::Id const& id) const;
  void put(Candidate candidate);
  void erase(core::Id const& id);
  void clear();
  std::span<Candidate const> all() const { return all_; }
  std::size_t memory_bytes() const;

 private:
  std::vector<Candidate> all_;
  boost::unordered_flat_map<core::Id, std::uint32_t, std::hash<core::Id>> slots_;
};

// Claims of current terms, each once, by number: see Candidate.
std::vector<Claim> settled(std::span<Claim const> claims, Taxonomy const& taxonomy);

}  // namespace matching
