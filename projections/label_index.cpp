// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/label_index.hpp"

#include <algorithm>
#include <cstring>

#include "projections/search_fold.hpp"

namespace projections {
namespace {

constexpr std::size_t inside_bytes_min = 3;

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

std::uint16_t pair_of(char first, char second) {
  return static_cast<std::uint16_t>(static_cast<unsigned char>(first) << 8 |
                                    static_cast<unsigned char>(second));
}

// Visits every place of the needle (two bytes at least). Blocks of 64 places are sieved by three of its bytes, in a loop that
// compilers turn into vectors; most blocks end there.
template <class Visit>
void each_place(std::string_view text, std::string_view needle, Visit visit) {
  auto const middle = needle.size() / 2, last = needle.size() - 1;
  auto const is_at = [&](char const* at) {
    return std::memcmp(at, needle.data(), needle.size()) == 0;
  };
  std::size_t i = 0;
  for (; i + 64 + last <= text.size(); i += 64) {
    char const *const a = text.data() + i, *const b = a + middle, *const c = a + last;
    unsigned char any = 0;
    for (std::size_t k = 0; k < 64; ++k)
      any |= static_cast<unsigned char>((a[k] == needle[0]) & (b[k] == needle[middle]) &
                                        (c[k] == needle[last]));
    for (std::size_t k = 0; any && k < 64; ++k)
      if (a[k] == needle[0] && is_at(a + k)) visit(i + k);
  }
  for (; i + last < text.size(); ++i)
    if (is_at(text.data() + i)) visit(i);
}

}  // namespace

void LabelIndex::set(core::Id const& term, std::vector<Label> const& labels) {
  drop(term);
  auto const first = static_cast<std::uint32_t>(entries_.size());
  for (std::size_t i = 0; i < labels.size(); ++i) {
    auto const folded = search_fold(labels[i].text, Umlauts::two_letters);
    append(term, i, labels[i], folded);
    auto const shorter = search_fold(labels[i].text, Umlauts::one_letter);
    if (shorter != folded) append(term, i, labels[i], shorter);
  }
  auto const count = static_cast<std::uint32_t>(entries_.size()) - first;
  if (count > 0) terms_[term] = {first, count};
  if (dead_ > entries_.size() / 2 + 1024) compact();
}

void LabelIndex::append(core::Id const& term, std::size_t number, Label const& label,
                        std::string_view folded) {
  auto const index = static_cast<std::uint32_t>(entries_.size());
  auto& entry = entries_.emplace_back();
  entry.start = static_cast<std::uint32_t>(text_.size());
  entry.bytes = static_cast<std::uint32_t>(folded.size());
  entry.term = term;
  entry.label = static_cast<std::uint16_t>(number);
  entry.preferred = label.preferred;
  label.language.copy(entry.language, sizeof entry.language);
  (text_ += folded) += '\n';
  for (std::uint32_t at = entry.start; at < entry.start + entry.bytes; ++at)
    if (is_word(text_[at]) && (at == entry.start || !is_word(text_[at - 1])))
      words_[pair_of(text_[at], text_[at + 1])].push_back({index, at});
}

void LabelIndex::drop(core::Id const& term) {
  auto const span = terms_.find(term);
  if (span == terms_.end()) return;
  auto const [first, count] = span->second;
  for (auto i = first; i < first + count; ++i) entries_[i].dead = true;
  dead_ += count;
  terms_.erase(span);
}

void LabelIndex::compact() {
  LabelIndex fresh;
  for (auto const& entry : entries_) {
    if (entry.dead) continue;
    auto& span = fresh.terms_[entry.term];
    if (span.count++ == 0) span.first = static_cast<std::uint32_t>(fresh.entries_.size());
    fresh.append(entry.term, entry.label,
                 {{}, {entry.language, sizeof entry.language}, entry.preferred}, text(entry));
  }
  *this = std::move(fresh);
}

LabelIndex::Match LabelIndex::match(Entry const& entry, std::uint32_t start,
                                    std::string_view needle) const {
  if (start == entry.start) {
    if (needle.size() == entry.bytes) return same;
    return entry.preferred ? preferred_begins : other_begins;
  }
  return is_word(text_[start - 1]) ? contains : word_begins;
}

std::uint64_t LabelIndex::order(Match match, Entry const& entry, std::string_view language) {
  std::uint64_t const other = std::string_view(entry.language, sizeof entry.language) != language;
  return match << 40 | other << 32 | entry.bytes;
}

void LabelIndex::find_words(std::string_view needle, std::string_view language,
                            std::vector<Candidate>& found) const {
  auto const add_from = [&](std::uint16_t pair) {
    auto const words = words_.find(pair);
    if (words == words_.end()) return;
    for (auto const& [index, start] : words->second)
      if (!entries_[index].dead && text_.compare(start, needle.size(), needle) == 0)
        found.push_back(
            {order(match(entries_[index], start, needle), entries_[index], language), index});
  };
  if (needle.size() > 1) return add_from(pair_of(needle[0], needle[1]));
  for (unsigned second = 0; second < 256; ++second)
    add_from(pair_of(needle[0], static_cast<char>(second)));
}

void LabelIndex::find_inside(std::string_view needle, std::string_view language,
                             std::vector<Candidate>& found) const {
  auto entry = entries_.begin();
  each_place(text_, needle, [&](std::size_t place) {
    entry = std::upper_bound(entry, entries_.end(), place,
                             [](auto at, Entry const& e) { return at < e.start; }) -
            1;
    if (entry->dead) return;
    auto const index = static_cast<std::uint32_t>(entry - entries_.begin());
    found.push_back(
        {order(match(*entry, static_cast<std::uint32_t>(place), needle), *entry, language), index});
  });
}

void LabelIndex::find(std::string_view typed, std::string_view language, std::size_t enough,
                      core::FunctionRef<bool(Hit const&)> visit) const {
  auto const needle = search_fold(typed, Umlauts::two_letters);
  if (needle.empty()) return;
  std::vector<Candidate> found;
  if (is_word(needle[0])) find_words(needle, language, found);
  if (found.size() < enough && needle.size() >= inside_bytes_min) {
    found.clear();
    find_inside(needle, language, found);
  }
  auto const worse = [&](Candidate const& a, Candidate const& b) {
    if (a.order != b.order) return a.order > b.order;
    auto const &x = entries_[a.entry], &y = entries_[b.entry];
    auto const texts = text(x).compare(text(y));
    return texts != 0 ? texts > 0 : x.term > y.term;
  };
  std::ranges::make_heap(found, worse);
  for (; !found.empty(); found.pop_back()) {
    auto const& best = entries_[found.front().entry];
    if (!visit({best.term, best.label})) return;
    std::ranges::pop_heap(found, worse);
  }
}

std::size_t LabelIndex::memory_bytes() const {
  auto bytes =
      text_.capacity() + entries_.capacity() * sizeof(Entry) + terms_.size() * 2 * sizeof(core::Id);
  for (auto const& [pair, words] : words_) bytes += words.capacity() * sizeof(Word);
  return bytes;
}

}  // namespace projections
