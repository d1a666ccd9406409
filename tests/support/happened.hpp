// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <simdjson.h>

#include "api/json/write.hpp"
#include "core/event_log.hpp"

namespace support {

// One event of the log, to be looked at by the names of its fields.
class Happened {
 public:
  Happened(core::RecordView const& record, core::Vault const& vault, core::Crypto const& crypto)
      : type_(*core::schema_tables().event(record.header().event_type)) {
    core::CanonicalReader open(record.open());
    add(open.root());
    for (auto kind : {core::KeyKind::PERSON, core::KeyKind::TEXT})
      if (auto opened = core::Opened::of(record, kind, vault, crypto)) add(opened->root());
  }

  std::string const& name() const { return type_.name; }

  // What is at "field" or "field/0/part": a text as it is, everything else as JSON; "" where nothing is.
  std::string at(std::string const& field) const {
    std::string found;
    for (auto const& part : parts_)
      if (auto text = at(part, field); found.empty()) found = text;
    return found;
  }

 private:
  void add(capnp::AnyStruct::Reader part) {
    api::json::write(api::json::tables().of(type_), part, parts_.emplace_back());
  }

  static std::string at(std::string const& json, std::string const& field) {
    simdjson::dom::parser parser;
    simdjson::dom::element value;
    if (parser.parse(json).at_pointer("/" + field).get(value)) return {};
    if (std::string_view text; !value.get(text)) return std::string(text);
    return simdjson::minify(value);
  }

  core::Type const& type_;
  std::vector<std::string> parts_;
};

// The events from `first` to `last`.
inline std::vector<Happened> happened(core::EventLog const& log, core::Position first,
                                      core::Position last, core::Vault const& vault,
                                      core::Crypto const& crypto) {
  std::vector<Happened> events;
  log.read(first, [&](core::RecordView const& record) {
    if (record.header().position > last) return false;
    events.emplace_back(record, vault, crypto);
    return true;
  });
  return events;
}

}  // namespace support
