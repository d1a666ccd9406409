// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "core/crypto.hpp"
#include "core/record.hpp"
#include "core/rows.hpp"

namespace core {

// A fold over the log. Lives on thread P: apply is called for each committed event once, in log order, and never fails.
class Projection {
 public:
  virtual ~Projection() = default;
  // "directory.v2"; a new shape has a new name.
  virtual std::string_view name() const = 0;
  virtual void apply(Recorded const& recorded) = 0;
  // Everything the view knows, as packed rows: the source of digest, write-behind and `fuge replay`.
  virtual Rows const& rows() const = 0;
  virtual Rows& rows() = 0;
  // Called once after the rows were read back from their shelf, to rebuild all that is derived from them, and nothing else.
  // Throws ShelfDamaged where they are no rows of this view; the rows are cleared then and it is called again.
  virtual void loaded() {}

  // What follows the view on its shelf, "view.<name>": its rows, unless it keeps something there beside them.
  virtual std::size_t dirty() const { return rows().dirty(); }
  virtual std::vector<Change> take_changes() { return rows().take_changes(); }
  virtual Position load(Shelf& shelf) { return rows().load(shelf); }

  // One row in words, for `fuge replay`: JSON, without personal data.
  virtual std::string describe(Bytes key, Bytes row) const = 0;
};

}  // namespace core
