// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "api/hub/hub.hpp"
#include "api/hub/text_keeper.hpp"
#include "api/queries/rooms.hpp"
#include "api/render/feed_items.hpp"

namespace api {

// All views of one tenant, and what answers from them. Belongs to thread P once it has recovered.
class ReadSide {
 public:
  // Views start from what was written behind, or fold the whole log and leave nothing on disk.
  enum class From { the_shelves, the_beginning };

  // The hub outlives it.
  ReadSide(Hub& hub, std::function<void(std::string const&)> warn, From from = From::the_shelves);

  // Waits until nothing of it is being written any more.
  ~ReadSide();
  ReadSide(ReadSide const&) = delete;

  // Brings every view to the log's head, or to `until`.
  void recover(core::FunctionRef<void(core::Position)> progress, core::Position until = {~0ULL});
  // Opens every text that something is found by; from then on apply keeps up. Before it nothing is found. Gives how many things
  // were looked at. `progress` counts per cent.
  std::size_t index_texts(core::FunctionRef<void(std::uint64_t percent)> progress);
  void apply(core::Block const& block);
  // Hands changed rows to their shelves.
  void write_behind(std::size_t rows_min);

  projections::Views const& views() const { return views_; }
  Rooms& rooms() { return rooms_; }
  FeedItems& items() { return items_; }

 private:
  Worker& worker_;
  std::unique_ptr<projections::NoShelves> none_;
  core::Shelves& shelves_;
  projections::Terms terms_;
  projections::Directory directory_;
  projections::Challenges challenges_;
  projections::Courses courses_;
  projections::Ideas ideas_;
  projections::Projects projects_;
  projections::Organisations organisations_;
  projections::Blocks blocks_;
  projections::Programmes programmes_;
  projections::Teams teams_;
  projections::Posts posts_;
  projections::Following following_;
  projections::Reports reports_;
  projections::Tenant tenant_;
  projections::Accesses accesses_;
  projections::Activity activity_;
  projections::PrivacyRequests privacy_requests_;
  projections::Feed feed_;
  projections::Notifications notifications_;
  matching::Facts facts_;
  matching::Oracle oracle_;
  projections::Views views_;
  Texts texts_;
  Labels labels_;
  projections::TextIndex words_;
  Rooms rooms_;
  TextKeeper keeper_;
  FeedItems items_;
};

}  // namespace api
