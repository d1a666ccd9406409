// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/views.hpp"

#include <algorithm>

#include "core/check.hpp"
#include "core/limits.hpp"

namespace projections {
namespace {

// A view that hears little has its checkpoint moved all the same, so that a start has this many events to look at.
constexpr std::uint64_t events_behind_max = 50'000;
constexpr std::uint64_t events_between_writes = 256;

}  // namespace

Views::Views(Ports ports, std::vector<core::Projection*> views)
    : ports_(std::move(ports)), views_(std::move(views)) {
  for (auto* const view : views_)
    shelved_.push_back({*view, ports_.shelves.open(shelf_name(view->name())), {}, {}});
}

void Views::load(Shelved& shelved) try {
  shelved.applied = shelved.written = shelved.view.load(shelved.shelf);
  if (shelved.applied > ports_.log.head()) throw core::ShelfDamaged("it is ahead of the log");
  shelved.view.loaded();
} catch (core::ShelfDamaged const& damage) {
  ports_.warn("the view " + std::string(shelved.view.name()) + " is rebuilt: " + damage.what());
  shelved.view.rows().clear();
  shelved.shelf.clear();
  shelved.applied = shelved.written = shelved.view.load(shelved.shelf);
  shelved.view.loaded();
}

void Views::start(core::Position until, core::FunctionRef<void(core::Position)> progress) {
  position_ = std::min(until, ports_.log.head());
  auto from = position_;
  for (auto& shelved : shelved_) {
    load(shelved);
    from = std::min(from, shelved.applied);
  }
  ports_.log.read({from.value + 1}, [&](core::RecordView const& record) {
    auto const position = record.header().position;
    if (position > position_) return false;
    apply(record);
    if (position.value % events_between_writes == 0)
      write_behind(core::limits::write_behind_rows_max);
    if (position.value % 1000 == 0) progress(position);
    return true;
  });
}

bool Views::apply(core::Block const& block) {
  CHECK(block.first.value == position_.value + 1);
  bool destroys = false;
  for (std::size_t i = 0; i < block.size(); ++i) {
    auto const record = core::RecordView::parse(block.record(i));
    CHECK(record.has_value());
    destroys |= apply(*record).destroys != nullptr;
  }
  position_ = block.last();
  return destroys;
}

core::Type const& Views::apply(core::RecordView const& record) {
  auto const& header = record.header();
  auto const* const type = core::schema_tables().event(header.event_type);
  if (!type)
    throw core::LogBroken("position " + std::to_string(header.position.value) +
                          " holds an event of type " + std::to_string(header.event_type) +
                          ", which this program does not know: use a newer one");
  core::CanonicalReader event(record.open());
  for (auto& shelved : shelved_) {
    if (shelved.applied >= header.position) continue;
    shelved.view.apply({record, *type, event});
    shelved.applied = header.position;
  }
  return *type;
}

bool Views::write_behind(std::size_t rows_min) {
  auto const dirty = [](Shelved const& shelved) {
    return *shelved.writing ? 0 : shelved.view.dirty();
  };
  auto const due = [&](Shelved const& shelved) {
    if (*shelved.writing || shelved.applied == shelved.written) return false;
    return dirty(shelved) >= rows_min ||
           shelved.applied.value - shelved.written.value >= events_behind_max;
  };
  Shelved* most = nullptr;
  for (auto& shelved : shelved_)
    if (due(shelved) && (!most || dirty(shelved) > dirty(*most))) most = &shelved;
  if (!most) return false;
  most->written = most->applied;
  *most->writing = true;
  auto changes = std::make_shared<std::vector<core::Change>>(most->view.take_changes());
  ports_.background.run(
      [changes, &shelf = most->shelf, checkpoint = most->written, writing = most->writing] {
        shelf.write(*changes, checkpoint);
        *writing = false;
      });
  return true;
}

core::Projection const* Views::find(std::string_view name) const {
  auto const found =
      std::ranges::find(views_, name, [](core::Projection const* view) { return view->name(); });
  return found == views_.end() ? nullptr : *found;
}

struct NoShelves::NoShelf final : core::Shelf {
  explicit NoShelf(std::string_view shelf_name) : name(shelf_name) {}
  core::Position checkpoint() const override { return written; }
  void write(std::span<core::Change const>, core::Position checkpoint) override {
    written = checkpoint;
  }
  std::optional<std::string> get(std::string_view) const override { return std::nullopt; }
  void scan(std::string_view,
            core::FunctionRef<bool(std::string_view, std::string_view)>) const override {}
  void clear() override { written = {}; }

  std::string name;
  core::Position written;
};

NoShelves::NoShelves() = default;
NoShelves::~NoShelves() = default;

core::Shelf& NoShelves::open(std::string_view name) {
  auto const known = std::ranges::find(
      shelves_, name, [](auto const& shelf) { return std::string_view(shelf->name); });
  return known != shelves_.end() ? **known
                                 : *shelves_.emplace_back(std::make_unique<NoShelf>(name));
}

}  // namespace projections
