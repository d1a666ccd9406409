// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/hub/text_keeper.hpp"

#include <algorithm>

#include "core/check.hpp"
#include "core/limits.hpp"

namespace api {
namespace {

using projections::TextOwner;

// Whether the event may have changed what the thing of its stream is found by. The vocabulary's labels are no plain texts.
bool touches_texts(core::Type const& type, SearchKind kind) {
  return !type.searchable.empty() || type.destroys || kind == SearchKind::TERM;
}

// What a person has on the board is sealed under the person's key.
void each_post_of(Rooms const& rooms, core::Id const& person,
                  core::FunctionRef<void(core::Id const&)> visit) {
  auto const any = [](core::Id const&) { return true; };
  auto const found = rooms.posts.search({{}, person, {}}, any, {}, core::limits::posts_max);
  for (auto const& post : found.page) visit(post);
}

}  // namespace

std::size_t TextKeeper::start(core::FunctionRef<void(std::uint64_t)> progress) {
  std::vector<std::pair<core::Position, TextOwner>> all;
  each_searchable(rooms_, [&](TextOwner const& owner, core::Position first) {
    all.emplace_back(first, owner);
  });
  std::ranges::sort(all);
  for (std::size_t i = 0; i < all.size(); ++i) {
    read_again(all[i].second);
    if (i % 1000 == 0) progress(i * 100 / all.size());
  }
  started_ = true;
  return all.size();
}

void TextKeeper::apply(core::Block const& block) {
  if (!started_) return;
  for (std::size_t i = 0; i < block.size(); ++i) {
    auto const record = core::RecordView::parse(block.record(i));
    CHECK(record.has_value());
    apply(*record);
  }
}

void TextKeeper::apply(core::RecordView const& record) {
  auto const& stream = record.header().stream;
  auto const& type = *core::schema_tables().event(record.header().event_type);
  if (type.id == core::id_of<core::account::SubjectErased>) {
    read_again(owner_of(SearchKind::PERSON, stream.id));
    each_post_of(rooms_, stream.id,
                 [&](auto const& post) { read_again(owner_of(SearchKind::POST, post)); });
    return;
  }
  core::CanonicalReader event(record.open());
  if (type.id == core::id_of<core::tenant::TextRedacted>) {
    auto const of = core::id_from(event.as<core::tenant::TextRedacted>().getOf());
    each_kind([&](SearchKind kind) { read_again(owner_of(kind, of)); });
    return;
  }
  auto const kind = kind_of(stream.family);
  if (!kind) return;
  bool of_post = false;
  for (auto const& field : type.fields) {
    if (field.id_kind != "post") continue;
    of_post = true;
    read_again(owner_of(SearchKind::POST, core::id_in(event.root(), field)));
  }
  if (!of_post && touches_texts(type, *kind)) read_again(owner_of(*kind, stream.id));
}

void TextKeeper::read_again(TextOwner const& owner) {
  auto const open = [&](core::Position position) { return rooms_.texts.open(position); };
  auto const texts = searchable_texts(rooms_, owner, open);
  std::vector<projections::OwnedText> owned;
  for (auto const& text : texts) owned.push_back({text.number, text.is_name, text.text});
  index_.set(owner, owned);
}

}  // namespace api
