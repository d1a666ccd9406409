// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/queries/excerpt.hpp"
#include "api/queries/language.hpp"
#include "api/queries/lists.hpp"
#include "api/queries/searchable.hpp"
#include "core/limits.hpp"

namespace api {
namespace {

namespace search = core::search;
using projections::TextOwner, projections::TextQuestion, projections::TextRank;

constexpr unsigned kinds_max = 10;

core::Result<std::vector<std::string_view>> words_in(std::string_view text) {
  std::vector<std::string_view> words;
  projections::each_word(text, [&](projections::TextSpan span) {
    words.push_back(text.substr(span.start, span.bytes));
  });
  if (words.empty()) return core::refuse("input.invalid", "text", "has no word in it");
  if (words.size() > core::limits::search_words_max)
    return core::refuse("input.invalid", "text",
                        "at most " + std::to_string(core::limits::search_words_max) + " words");
  return words;
}

// Of all kinds where none is asked for.
std::uint32_t bits_of(std::vector<SearchKind> const& kinds) {
  std::uint32_t bits = 0;
  for (auto const kind : kinds) bits |= 1u << static_cast<unsigned>(kind);
  return bits == 0 ? (1u << kinds_max) - 1 : bits;
}

// Where a page ends, as text: rank, kind and id. "3.1.01890a5d-ac96-774b-bcce-b302099a8057".
std::string cursor_of(TextRank const& rank) {
  return std::to_string(rank.rank) + "." + std::to_string(rank.owner.kind) + "." +
         core::to_string(rank.owner.id);
}

core::Result<std::optional<TextRank>> rank_of(std::string_view cursor) {
  if (cursor.empty()) return std::optional<TextRank>();
  auto const id = cursor.size() == 40 ? core::Id::parse(cursor.substr(4)) : std::nullopt;
  auto const digit = [&](std::size_t at) { return static_cast<unsigned char>(cursor[at] - '0'); };
  if (!id || cursor[1] != '.' || cursor[3] != '.' || digit(0) > 9 || digit(2) > 9)
    return core::refuse("input.invalid", "after", "is no `next` of an answer");
  return std::optional(TextRank{digit(0), {digit(2), *id}});
}

std::vector<SearchableText> seen_texts(Asking const& asking, TextOwner const& owner) {
  auto const open = [&](core::Position position) { return asking.rooms.texts.of(position); };
  auto texts = searchable_texts(asking.rooms, owner, open);
  auto const seen = texts_seen(asking, owner);
  std::erase_if(texts, [&](SearchableText const& text) {
    return text.number >= projections::TextIndex::texts_max || !(seen >> text.number & 1);
  });
  return texts;
}

std::string title_of(Asking const& asking, TextOwner const& owner, bool german,
                     std::vector<SearchableText> const& texts) {
  if (kind_of(owner) == SearchKind::TERM) {
    auto const label = asking.rooms.labels.of(owner.id);
    return german ? label.de : label.en;
  }
  auto const name = std::ranges::find(texts, true, &SearchableText::is_name);
  return name == texts.end() ? "" : name->text;
}

void describe_hit(Asking const& asking, TextQuestion const& question, TextRank const& rank,
                  bool german, search::Hit::Builder hit) {
  auto const texts = seen_texts(asking, rank.owner);
  hit.setKind(kind_of(rank.owner));
  hit.setId(core::data_of(rank.owner.id));
  hit.setTitle(title_of(asking, rank.owner, german, texts));
  hit.setMatch(static_cast<search::Match>(rank.match()));
  hit.setNamed(rank.named());
  hit.setRank(rank.rank);
  auto const best = best_of(question, texts);
  if (!best) return;
  auto const excerpt = excerpt_of(question, best->text);
  hit.setField(best->field);
  hit.setExcerpt(excerpt.text);
  auto spans = hit.initSpans(static_cast<unsigned>(excerpt.spans.size()));
  for (unsigned i = 0; i < spans.size(); ++i) {
    spans[i].setStart(excerpt.spans[i].start);
    spans[i].setEnd(excerpt.spans[i].end);
  }
}

}  // namespace

core::Result<void> answer(Asking const& asking, search::Find::Reader query,
                          search::FindReply::Builder reply) {
  auto const german = in_german(query);
  if (!german) return german.error();
  auto const words = words_in({query.getText().cStr(), query.getText().size()});
  if (!words) return words.error();
  auto const after = rank_of({query.getAfter().cStr(), query.getAfter().size()});
  if (!after) return after.error();
  auto const seen = [&](TextOwner const& owner) { return texts_seen(asking, owner); };
  TextQuestion question(asking.rooms.words, seen, *words);
  auto const limit = limit_of(query);
  auto hits = question.find(bits_of(values_of<SearchKind>(query.getKinds())), *after, limit + 1);
  bool const more = hits.size() > limit;
  if (more) hits.pop_back();
  reply.setPosition(asking.position.value);
  auto list = reply.initHits(static_cast<unsigned>(hits.size()));
  for (unsigned i = 0; i < hits.size(); ++i)
    describe_hit(asking, question, hits[i], *german, list[i]);
  if (more) reply.setNext(cursor_of(hits.back()));
  return {};
}

}  // namespace api
