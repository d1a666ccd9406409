// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>

#include "projections/text_question.hpp"

namespace support {

struct OneText {
  bool is_name;
  std::string text;
  bool hidden = false;
};
using Texts = std::vector<OneText>;

// Things with texts, some of them hidden, in an index and beside it.
struct Town {
  projections::TextIndex index;
  std::map<projections::TextOwner, Texts> all;

  static projections::TextOwner owner(std::uint64_t number) {
    projections::TextOwner owner{static_cast<std::uint8_t>(number % 3), {}};
    owner.id.bytes[15] = static_cast<std::uint8_t>(number);
    owner.id.bytes[14] = static_cast<std::uint8_t>(number >> 8);
    return owner;
  }
  Texts const& texts(projections::TextOwner const& owner) const { return all.at(owner); }
  void set(std::uint64_t number, Texts texts) {
    std::vector<projections::OwnedText> owned;
    for (std::size_t i = 0; i < texts.size(); ++i)
      owned.push_back({static_cast<std::uint8_t>(i), texts[i].is_name, texts[i].text});
    index.set(owner(number), owned);
    all[owner(number)] = std::move(texts);
  }
  void hide(std::uint64_t number, std::size_t text, bool hidden = true) {
    all[owner(number)][text].hidden = hidden;
  }
  void drop(std::uint64_t number) {
    index.drop(owner(number));
    all.erase(owner(number));
  }
  template <class Use>
  void ask(std::string const& typed, Use use) const {
    std::vector<std::string_view> words;
    projections::each_word(typed, [&](auto span) {
      words.push_back(std::string_view(typed).substr(span.start, span.bytes));
    });
    auto const seen = [&](projections::TextOwner const& owner) {
      projections::TextIndex::Texts texts = 0;
      auto const& mine = all.at(owner);
      for (std::size_t i = 0; i < mine.size(); ++i)
        if (!mine[i].hidden) texts |= projections::TextIndex::Texts{1} << i;
      return texts;
    };
    projections::TextQuestion question(index, seen, words);
    use(question);
  }
  std::vector<projections::TextRank> find(std::string const& typed,
                                          std::optional<projections::TextRank> after = {},
                                          std::size_t limit = 1000) const {
    std::vector<projections::TextRank> hits;
    ask(typed, [&](auto& question) { hits = question.find(~0u, after, limit); });
    return hits;
  }
};

// What a question finds by the rule in text_question.hpp, read off the texts themselves, without any index.
class NaiveSearch {
 public:
  explicit NaiveSearch(std::map<projections::TextOwner, Texts> const& all) : all_(all) {
    for (auto const& [owner, texts] : all)
      for (auto const& text : texts)
        if (!text.hidden)
          for (auto const& word : words_of(text.text))
            for (auto const& key : projections::word_keys(word)) known_.insert(key);
  }
  static std::vector<std::string> words_of(std::string const& text) {
    std::vector<std::string> words;
    projections::each_word(
        text, [&](auto span) { words.push_back(text.substr(span.start, span.bytes)); });
    return words;
  }
  std::vector<projections::TextRank> find(std::string const& typed) const {
    std::vector<projections::TextRank> hits;
    auto const wanted = words_of(typed);
    for (auto const& [owner, texts] : all_) {
      int rank = 0;
      for (std::size_t i = 0; i < wanted.size(); ++i)
        rank = std::max(rank, best(wanted[i], i + 1 == wanted.size(), texts));
      if (rank < none) hits.push_back({static_cast<std::uint8_t>(rank), owner});
    }
    std::ranges::sort(hits);
    return hits;
  }

 private:
  static constexpr int none = 100;

  int best(std::string const& wanted, bool is_last, Texts const& texts) const {
    int best = none;
    for (auto const& text : texts) {
      if (text.hidden) continue;
      for (auto const& word : words_of(text.text))
        best = std::min(best, rank(wanted, is_last, word) + (text.is_name ? 0 : 1));
    }
    return best;
  }
  int rank(std::string const& wanted, bool is_last, std::string const& word) const {
    int best = none;
    for (auto const& a : projections::word_keys(wanted))
      for (auto const& b : projections::word_keys(word)) {
        if (a == b) best = std::min(best, 0);
        if (is_last && a.size() >= 2 && b.starts_with(a)) best = std::min(best, 2);
        if (a.size() >= 4 && is_part(a, b)) best = std::min(best, 4);
      }
    return best;
  }
  bool is_part(std::string const& part, std::string const& whole) const {
    if (whole.size() < part.size() + 3) return false;
    for (std::size_t at = 0; at + part.size() <= whole.size(); ++at)
      if (whole.substr(at, part.size()) == part && before(whole.substr(0, at)) &&
          behind(whole.substr(at + part.size())))
        return true;
    return false;
  }
  bool before(std::string const& run) const {
    if (run.empty() || is_run(run)) return true;
    for (std::string const link : {"s", "n", "en", "es"})
      if (run.ends_with(link) && is_run(run.substr(0, run.size() - link.size()))) return true;
    return false;
  }
  bool behind(std::string const& run) const {
    if (run.empty() || is_run(run)) return true;
    for (std::string const link : {"s", "n", "en", "es"})
      if (run.starts_with(link) && is_run(run.substr(link.size()))) return true;
    return false;
  }
  bool is_run(std::string const& run) const {
    if (run.size() < 3) return false;
    if (known_.contains(run)) return true;
    for (std::size_t bytes = 3; bytes + 3 <= run.size(); ++bytes)
      if (known_.contains(run.substr(0, bytes)) && behind(run.substr(bytes))) return true;
    return false;
  }

  std::map<projections::TextOwner, Texts> const& all_;
  std::set<std::string> known_;
};

// Texts out of a few words and their compounds, changed at random.
class RandomTown {
 public:
  explicit RandomTown(std::uint64_t seed) : engine_(seed) {}

  void change() {
    auto const number = draw(60);
    if (draw(4) == 0 && town_.all.contains(Town::owner(number))) return town_.drop(number);
    Texts texts;
    for (std::size_t i = draw(4) + 1; i > 0; --i)
      texts.push_back({draw(2) == 0, text(), draw(4) == 0});
    town_.set(number, std::move(texts));
  }
  bool agrees() {
    question_ = word();
    if (draw(2) == 0) question_ += " " + word();
    if (draw(2) == 0) question_.resize(question_.size() - draw(question_.size() / 2 + 1));
    while (!question_.empty() && (static_cast<unsigned char>(question_.back()) & 0x80))
      question_.pop_back();
    if (NaiveSearch::words_of(question_).empty()) return true;
    auto const found = town_.find(question_);
    auto wanted = NaiveSearch(town_.all).find(question_);
    found_ = found.size();
    wanted_ = wanted.size();
    hits += wanted_;
    if (found != wanted) return false;
    wanted.resize(std::min(wanted.size(), std::size_t{3}));
    return town_.find(question_, {}, 3) == wanted;
  }
  std::size_t hits = 0;
  std::string why() const {
    return "\"" + question_ + "\" finds " + std::to_string(found_) + " instead of " +
           std::to_string(wanted_);
  }

 private:
  std::size_t draw(std::size_t below) { return engine_() % below; }
  std::string part() {
    static constexpr char const* parts[] = {"Stadt",  "werkstatt", "Rad",     "verkehr", "planung",
                                            "Müller", "Mueller",   "muller",  "Blume",   "laden",
                                            "Jena",   "Straße",    "strasse", "Öl",      "Quelle",
                                            "die",    "Auto",      "Experte", "land",    "Hol"};
    return parts[draw(std::size(parts))];
  }
  std::string word() {
    static constexpr char const* links[] = {"", "", "s", "n", "en", "es"};
    auto word = part();
    for (auto more = draw(3); more > 0; --more) word += links[draw(std::size(links))] + part();
    return word;
  }
  std::string text() {
    auto text = word();
    for (auto more = draw(4); more > 0; --more) text += (draw(5) == 0 ? "-" : " ") + word();
    return text;
  }

  std::mt19937_64 engine_;
  Town town_;
  std::string question_;
  std::size_t found_ = 0, wanted_ = 0;
};

}  // namespace support
