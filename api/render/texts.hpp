// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <list>
#include <string>
#include <unordered_map>

#include "core/event_log.hpp"

namespace api {

// The text fields of one record, as far as they can be opened; without a type where there is no such record.
struct OpenedTexts {
  core::Type const* type = nullptr;
  bool readable = true;                                     // All of it.
  std::vector<std::pair<std::string, std::string>> fields;  // Name and text; not the empty ones.

  // Null where there is none.
  std::string const* find(std::string_view field) const {
    for (auto const& [name, text] : fields)
      if (name == field) return &text;
    return nullptr;
  }
};

// Texts of the log, sealed ones opened, for showing. Views only say where a text lies; this reads the record, decrypts, and keeps
// the most recently used ones. Whether somebody may see a text is the caller's question. Thread P.
class Texts {
 public:
  // The log, the vault and the crypto outlive it.
  Texts(core::EventLog const& log, core::Vault const& vault, core::Crypto const& crypto)
      : log_(log), vault_(vault), crypto_(crypto) {}

  // A text field of the event. Nothing where it is empty, where there is no such record, or where its key is destroyed.
  std::optional<std::string> text(core::Position position, std::string_view field);
  // All texts of a record, valid until another one is asked for.
  OpenedTexts const& of(core::Position position) { return entry(position).texts; }
  // The same, and nothing of it is kept.
  OpenedTexts open(core::Position position) const;
  // Whether the record's sealed parts can still be opened; true for a record without any.
  bool readable(core::Position position) { return of(position).readable; }
  // Nothing that was decrypted stays in memory.
  void forget();

 private:
  struct Entry {
    core::Position position;
    OpenedTexts texts;
  };

  Entry const& entry(core::Position position);
  static void take(core::Type const& type, std::optional<core::KeyKind> kind,
                   capnp::AnyStruct::Reader part, OpenedTexts& into);

  core::EventLog const& log_;
  core::Vault const& vault_;
  core::Crypto const& crypto_;
  std::list<Entry> used_;  // The most recent first.
  std::unordered_map<std::uint64_t, std::list<Entry>::iterator> by_position_;
};

}  // namespace api
