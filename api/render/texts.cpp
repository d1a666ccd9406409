// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/render/texts.hpp"

namespace api {
namespace {

// Records kept open: a few pages of results, some hundred bytes each.
constexpr std::size_t entries_max = 8192;

std::string_view text_in(capnp::AnyStruct::Reader event, core::Field const& field) {
  auto const pointers = event.getPointerSection();
  if (field.offset >= pointers.size()) return {};
  auto const text = pointers[field.offset].getAs<capnp::Text>();
  return {text.begin(), text.size()};
}

}  // namespace

std::optional<std::string> Texts::text(core::Position position, std::string_view field) {
  auto const* found = of(position).find(field);
  return found ? std::optional(*found) : std::nullopt;
}

void Texts::forget() {
  by_position_.clear();
  used_.clear();
}

Texts::Entry const& Texts::entry(core::Position position) {
  if (auto const found = by_position_.find(position.value); found != by_position_.end()) {
    used_.splice(used_.begin(), used_, found->second);
    return used_.front();
  }
  used_.push_front({position, open(position)});
  by_position_[position.value] = used_.begin();
  if (used_.size() > entries_max) {
    by_position_.erase(used_.back().position.value);
    used_.pop_back();
  }
  return used_.front();
}

OpenedTexts Texts::open(core::Position position) const {
  OpenedTexts texts;
  log_.at(position, [&](core::RecordView const& record) {
    auto const* type = core::schema_tables().event(record.header().event_type);
    if (!type) return;
    texts.type = type;
    core::CanonicalReader event(record.open());
    take(*type, {}, event.root(), texts);
    for (std::size_t i = 0; i < record.sealed_parts(); ++i) {
      auto const kind = record.sealed(i).kind;
      if (auto opened = core::Opened::of(record, kind, vault_, crypto_))
        take(*type, kind, opened->root(), texts);
      else texts.readable = false;
    }
  });
  return texts;
}

// The text fields of one part of an event.
void Texts::take(core::Type const& type, std::optional<core::KeyKind> kind,
                 capnp::AnyStruct::Reader part, OpenedTexts& into) {
  for (auto const& field : type.fields) {
    if (field.sealed != kind || field.value.shape != core::Shape::text) continue;
    auto const text = text_in(part, field);
    if (!text.empty()) into.fields.emplace_back(field.name, text);
  }
}

}  // namespace api
