// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/background.hpp"
#include "core/projection.hpp"

namespace projections {

// Where a view's rows are written behind.
inline std::string shelf_name(std::string_view view) { return "view." + std::string(view); }

// The views of one log, whoever made them: fed with each committed event once and in order, written behind, and brought up to
// the log's head at start. Lives on thread P; the writing itself is done in the background.
class Views {
 public:
  struct Ports {
    core::EventLog const& log;
    core::Shelves& shelves;
    core::Background& background;
    std::function<void(std::string const&)> warn;
  };

  // The ports and the views outlive it.
  Views(Ports ports, std::vector<core::Projection*> views);
  Views(Views const&) = delete;
  Views& operator=(Views const&) = delete;

  // Reads every view from its shelf and applies what the log has beyond it, each event only where it is missing. A shelf that
  // cannot be read is warned of and rebuilt. Throws LogBroken where the log is, or holds what this program does not know.
  void start(
      core::Position until = {~0ULL},
      core::FunctionRef<void(core::Position)> progress = [](core::Position) {});
  // The block behind position(). True where an event in it destroys a key.
  bool apply(core::Block const& block);
  // Has one view written whose changes are at least `rows_min`, or whose shelf is far behind: the one with the most. A view
  // that is still being written waits. Returns whether there was one.
  bool write_behind(std::size_t rows_min);

  core::Position position() const { return position_; }
  std::vector<core::Projection*> const& all() const { return views_; }
  // Null where there is none of that name.
  core::Projection const* find(std::string_view name) const;

 private:
  struct Shelved {
    core::Projection& view;
    core::Shelf& shelf;
    core::Position applied, written;
    std::shared_ptr<std::atomic<bool>> writing = std::make_shared<std::atomic<bool>>(false);
  };

  void load(Shelved& shelved);
  core::Type const& apply(core::RecordView const& record);  // Gives the event's type.

  Ports ports_;
  std::vector<core::Projection*> views_;
  std::vector<Shelved> shelved_;
  core::Position position_;
};

// Shelves that remember how far they were written and nothing else: for a replay that nobody continues.
class NoShelves final : public core::Shelves {
 public:
  NoShelves();
  core::Shelf& open(std::string_view name) override;
  ~NoShelves() override;

 private:
  struct NoShelf;
  std::vector<std::unique_ptr<NoShelf>> shelves_;
};

}  // namespace projections
