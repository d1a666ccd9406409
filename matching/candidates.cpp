// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "matching/candidates.hpp"

#include <algorithm>

#include "core/check.hpp"

namespace matching {

Claim::Claim(Term term, unsigned level, unsigned weight, bool must)
    : bits_(term.number << 8 | (must ? 128u : 0u) | std::min(weight, 10u) << 3 |
            std::min(level, 4u)) {
  CHECK(term.number < 1u << 24);
}

Language language_of(std::string_view tag) {
  auto const is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  if (tag.size() != 2 || !is_letter(tag[0]) || !is_letter(tag[1])) return 0;
  return static_cast<Language>(tag[0] << 8 | tag[1]);
}

std::string to_string(Language language) {
  if (language == 0) return {};
  return {static_cast<char>(language >> 8), static_cast<char>(language & 0xff)};
}

std::uint32_t LanguageSets::intern(std::vector<Language> languages) {
  std::erase(languages, 0);
  std::ranges::sort(languages);
  auto const again = std::ranges::unique(languages);
  languages.erase(again.begin(), again.end());
  auto const [known, fresh] =
      numbers_.try_emplace(std::move(languages), static_cast<std::uint32_t>(sets_.size()));
  if (fresh) sets_.push_back(&known->first);
  return known->second;
}

std::vector<Claim> settled(std::span<Claim const> claims, Taxonomy const& taxonomy) {
  std::vector<Claim> settled;
  for (auto claim : claims)
    settled.emplace_back(taxonomy.current(claim.term()), claim.level(), claim.weight(),
                         claim.must());
  std::ranges::sort(settled);
  std::size_t kept = 0;
  for (auto claim : settled) {
    if (kept == 0 || settled[kept - 1].term() != claim.term()) {
      settled[kept++] = claim;
      continue;
    }
    auto& one = settled[kept - 1];
    one = Claim(one.term(), std::max(one.level(), claim.level()),
                std::max(one.weight(), claim.weight()), one.must() || claim.must());
  }
  settled.resize(kept);
  return settled;
}

Candidate::Candidate(core::Id const& id, Stated const& stated, Taxonomy const& taxonomy,
                     LanguageSets& languages)
    : id(id),
      kinds(stated.kinds),
      sector(stated.sector),
      hours(stated.hours),
      standing(stated.standing),
      languages(languages.intern(stated.languages)) {
  auto const offers = settled(stated.offers, taxonomy), needs = settled(stated.needs, taxonomy);
  std::vector<Claim> topics;
  for (auto topic : stated.topics) topics.emplace_back(topic, 0);
  topics = settled(topics, taxonomy);
  CHECK(std::max({offers.size(), needs.size(), topics.size()}) <= 255);
  offers_ = static_cast<std::uint8_t>(offers.size());
  needs_ = static_cast<std::uint8_t>(needs.size());
  topics_ = static_cast<std::uint8_t>(topics.size());
  claims_ = std::make_unique<Claim[]>(offers.size() + needs.size() + topics.size());
  auto const after_offers = std::ranges::copy(offers, claims_.get()).out;
  auto const after_needs = std::ranges::copy(needs, after_offers).out;
  std::ranges::copy(topics, after_needs);
}

bool Candidate::names(Term term) const {
  std::span<Claim const> const all(claims_.get(), std::size_t{offers_} + needs_ + topics_);
  return std::ranges::find(all, term, &Claim::term) != all.end();
}

// The claims, and what the allocator adds.
std::size_t Candidate::heap_bytes() const {
  auto const bytes =
      (std::size_t{offers_} + needs_ + topics_) * sizeof(Claim) + sizeof(std::size_t);
  return std::max<std::size_t>(32, (bytes + 15) / 16 * 16);
}

Candidate const* Candidates::find(core::Id const& id) const {
  auto const slot = slots_.find(id);
  return slot == slots_.end() ? nullptr : &all_[slot->second];
}

void Candidates::put(Candidate candidate) {
  auto const [slot, fresh] =
      slots_.try_emplace(candidate.id, static_cast<std::uint32_t>(all_.size()));
  if (fresh) all_.push_back(std::move(candidate));
  else all_[slot->second] = std::move(candidate);
}

void Candidates::erase(core::Id const& id) {
  auto const slot = slots_.find(id);
  if (slot == slots_.end()) return;
  auto const place = slot->second;
  slots_.erase(slot);
  if (place + 1 < all_.size()) {  // The last one moves into the gap.
    slots_.at(all_.back().id) = place;
    all_[place] = std::move(all_.back());
  }
  all_.pop_back();
}

void Candidates::clear() {
  all_.clear();
  slots_.clear();
}

std::size_t Candidates::memory_bytes() const {
  auto bytes = all_.capacity() * sizeof(Candidate);
  bytes += slots_.bucket_count() * (sizeof(decltype(slots_)::value_type) + 1);
  for (auto const& candidate : all_) bytes += candidate.heap_bytes();
  return bytes;
}

}  // namespace matching
