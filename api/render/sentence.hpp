// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "api/road/asking.hpp"
#include "core/record.hpp"

namespace api {

// Words for one event, from the schema's `$says`: each "{field}" becomes what the asking audience may see of it today.
class Sentence {
 public:
  Sentence(Asking const& asking, core::Recorded const& recorded)
      : asking_(asking), recorded_(recorded) {}

  std::string de() const { return in_words(recorded_.type.says_de, true); }
  std::string en() const { return in_words(recorded_.type.says_en, false); }
  // Whether the event is about somebody whom this audience may not see.
  bool hidden() const;
  // By whom it is, whom it is about, and whom it names. Nobody is nil; somebody may be there twice.
  std::vector<core::Id> people() const;

 private:
  std::string in_words(std::string const& pattern, bool german) const;
  std::string word(std::string_view field, bool german) const;
  std::string word_of_text(core::Field const& field) const;
  std::string word_of_value(core::Field const& field, bool german) const;
  std::string word_of_id(core::Field const& field, core::Id const& id, bool german) const;
  std::string word_of_any(core::Id const& id, bool german) const;
  template <class Row>
  std::string title_of(std::optional<Row> const& row) const;
  std::string word_of_list(core::Field const& field, capnp::AnyPointer::Reader list,
                           bool german) const;
  std::string person(core::Id const& id, bool german) const;
  std::string organisation(core::Id const& id) const;

  Asking const& asking_;
  core::Recorded const& recorded_;
};

}  // namespace api
