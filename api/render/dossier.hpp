// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <simdjson.h>

#include "api/render/whole_event.hpp"
#include "core/schema/account.capnp.h"

namespace api {

// What is kept of a person, three times the same: JSON for machines, a page of HTML that needs nothing else for people, and CSV
// (RFC 4180) with a row for each field. Nothing of it is written by hand for any type: names and words come from the schema.
class Dossier {
 public:
  explicit Dossier(core::account::PersonalData::Reader about);

  void add(core::Recorded const& recorded, WholeEvent const& event);
  std::uint32_t events() const { return events_; }
  // No more of them would be sent in one piece.
  bool full() const;
  // The three documents. `next`: where the next page begins, 0 where this is the last one.
  void write(core::Position next, core::account::ExportAccountReply::Builder reply) &&;

 private:
  // One row of a table: "offers/0/level" and what is there.
  struct Cell {
    std::string path, text;
  };
  std::vector<Cell> cells(std::string const& json);
  void add_rows(std::vector<Cell> const& cells, std::string const& before);
  void add_table(std::vector<Cell> const& cells);

  simdjson::dom::parser parser_;
  std::string json_, html_, csv_;
  std::uint32_t events_ = 0;
};

}  // namespace api
