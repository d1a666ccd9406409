// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/word_table.hpp"

#include <cstring>

#include "core/check.hpp"

namespace projections {
namespace {

constexpr std::size_t beginning_bytes = 2;

// Also where the memory is given back next, which a compiler may take for a reason not to.
void wipe(char* bytes, std::size_t count) {
  for (char volatile* at = bytes; count > 0; --count) *at++ = 0;
}

// Bytes at that place as a number; beginnings and insides are told apart.
std::uint64_t gram(std::string_view text, std::size_t at, std::size_t bytes) {
  std::uint64_t number = bytes;
  for (std::size_t i = 0; i < bytes; ++i)
    number = number << 8 | static_cast<unsigned char>(text[at + i]);
  return number;
}

// Calls visit for each gram under which a word is found.
void each_gram(std::string_view word, core::FunctionRef<void(std::uint64_t)> visit) {
  if (word.size() >= beginning_bytes) visit(gram(word, 0, beginning_bytes));
  if (word.size() < WordTable::inside_bytes_min + WordTable::beside_bytes_min) return;
  for (std::size_t at = 0; at + WordTable::inside_bytes_min <= word.size(); ++at)
    visit(gram(word, at, WordTable::inside_bytes_min));
}

}  // namespace

WordTable::Number WordTable::add(std::string_view word) {
  CHECK(!word.empty() && word.size() <= 255);
  if (auto const known = find(word)) return *known;
  auto const start = store(word);
  auto number = static_cast<Number>(words_.size());
  if (free_.empty()) {
    words_.emplace_back();
  } else {
    number = free_.back();
    free_.pop_back();
  }
  words_[number] = {start, static_cast<std::uint8_t>(word.size())};
  numbers_.insert(number);
  each_gram(word, [&](std::uint64_t gram) { lists_.add(list_of(gram), number); });
  return number;
}

void WordTable::drop(Number number) {
  auto& word = words_[number];
  numbers_.erase(number);
  each_gram(text(number), [&](std::uint64_t gram) { unlist(gram, number); });
  wipe(chunks_[word.start / chunk_bytes].get() + word.start % chunk_bytes, word.bytes);
  dead_ += word.bytes;
  word = {};
  free_.push_back(number);
  if (dead_ > used_ / 2 + chunk_bytes) compact();
}

std::optional<WordTable::Number> WordTable::find(std::string_view word) const {
  auto const found = numbers_.find(word);
  if (found == numbers_.end()) return {};
  return *found;
}

void WordTable::each_beginning(std::string_view beginning,
                               core::FunctionRef<void(Number)> visit) const {
  if (beginning.size() < beginning_bytes) return;
  auto const list = lists_of_.find(gram(beginning, 0, beginning_bytes));
  if (list == lists_of_.end()) return;
  for (auto const number : lists_[list->second])
    if (text(number).starts_with(beginning)) visit(number);
}

void WordTable::each_containing(std::string_view part,
                                core::FunctionRef<void(Number)> visit) const {
  if (part.size() < inside_bytes_min) return;
  std::optional<std::span<Number const>> fewest;
  for (std::size_t at = 0; at + inside_bytes_min <= part.size(); ++at) {
    auto const list = lists_of_.find(gram(part, at, inside_bytes_min));
    if (list == lists_of_.end()) return;
    auto const words = lists_[list->second];
    if (!fewest || words.size() < fewest->size()) fewest = words;
  }
  for (auto const number : *fewest) {
    auto const whole = text(number);
    if (whole.size() >= part.size() + beside_bytes_min && whole.find(part) != whole.npos)
      visit(number);
  }
}

std::uint32_t WordTable::store(std::string_view word) {
  if (used_ + word.size() > chunks_.size() * chunk_bytes) {
    used_ = chunks_.size() * chunk_bytes;
    chunks_.push_back(std::make_unique<char[]>(chunk_bytes));
  }
  auto const start = used_;
  std::memcpy(chunks_.back().get() + start % chunk_bytes, word.data(), word.size());
  used_ += word.size();
  return static_cast<std::uint32_t>(start);
}

void WordTable::compact() {
  auto const old = std::move(chunks_);
  chunks_.clear();
  used_ = dead_ = 0;
  for (auto& word : words_)
    if (word.bytes > 0)
      word.start =
          store({old[word.start / chunk_bytes].get() + word.start % chunk_bytes, word.bytes});
  for (auto const& chunk : old) wipe(chunk.get(), chunk_bytes);
}

std::uint32_t WordTable::list_of(std::uint64_t gram) {
  auto const [entry, is_new] =
      lists_of_.try_emplace(gram, static_cast<std::uint32_t>(lists_of_.size()));
  if (is_new && !free_lists_.empty()) {
    entry->second = free_lists_.back();
    free_lists_.pop_back();
  }
  return entry->second;
}

// Where it was the last one, nothing remembers the gram.
void WordTable::unlist(std::uint64_t gram, Number number) {
  auto const entry = lists_of_.find(gram);
  if (entry == lists_of_.end()) return;  // A word may hold the same one twice.
  lists_.remove(entry->second, number);
  if (!lists_[entry->second].empty()) return;
  free_lists_.push_back(entry->second);
  lists_of_.erase(entry);
}

std::size_t WordTable::memory_bytes() const {
  return chunks_.size() * chunk_bytes + words_.capacity() * sizeof(Word) +
         free_.capacity() * sizeof(Number) + numbers_.size() * 3 * sizeof(Number) / 2 +
         lists_of_.size() * 24 + lists_.memory_bytes();
}

}  // namespace projections
