// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <deque>

#include "core/pack.hpp"
#include "core/projection.hpp"
#include "projections/channel.hpp"

namespace projections {

// The index of the activity feed: which events a channel consists of. What they say, and whether they may still be said, is
// decided when they are shown.
//
// An event is filed by its type's audience: public, members, or (organisation and staff) staff; a private one with nobody but
// its actor. Whatever has a $subject, or an $owner whose person is known from an earlier event, is filed with that person too,
// and with whomever it $reaches; with a person once.
// Events of a profile are private while it is not listed (listed by its person, who consents to the directory and is not
// suspended). Types that say nothing are not filed.
//
// An event that members may see is filed besides with everybody who follows what it is on or what it names, from the moment
// somebody follows it. What was merged goes on being followed as what it became.
//
// Positions lie on the view's own shelf, 'z' lane position -> nothing, and until they are there in memory; the rows hold one
// count a lane. So reading a channel costs what is read, and the view's memory grows with persons, not with events.
// Applied on thread P in log order, each event once; read on P only.
class Feed final : public core::Projection {
 public:
  // Both outlive it; `shelves` are those its changes are written to.
  Feed(core::Crypto const& crypto, core::Shelves& shelves);

  std::string_view name() const override { return view_name; }
  // Of every family, by the annotations of the event's type.
  void apply(core::Recorded const& recorded) override;
  core::Rows const& rows() const override { return rows_; }
  core::Rows& rows() override { return rows_; }
  std::string describe(core::Bytes key, core::Bytes row) const override;
  std::size_t dirty() const override;
  std::vector<core::Change> take_changes() override;
  core::Position load(core::Shelf& shelf) override;
  void loaded() override;

  // The channel's positions after `after`, ascending, at most `limit`. None for a channel that does not exist.
  std::vector<core::Position> positions(std::string_view channel, core::Position after,
                                        std::size_t limit) const;
  // The channel's last position; 0 where it is empty.
  core::Position last(std::string_view channel) const;
  std::uint64_t count(std::string_view channel) const;
  // The channels of each event after `after`, in log order: of events that were applied since the last take_changes().
  void recent(
      core::Position after,
      core::FunctionRef<void(core::Position position, std::string const& channel)> visit) const;
  std::size_t memory_bytes() const { return tail_.size() * sizeof(Filed); }

 private:
  struct Fold;
  static constexpr std::string_view view_name = "feed.v3";

  // What is kept of a lane, and of a person beside.
  struct LaneRow {
    enum Standing : std::uint8_t { listed = 1, consented = 2, suspended = 4 };
    std::uint64_t count = 0;
    core::Position last;
    std::uint8_t standing = 0;

    template <class A>
    void fields(A& a) {
      a(count)(last)(standing);
    }
    bool shown() const { return standing == (listed | consented); }
  };
  struct Filed {
    core::Position position;
    Lane lane;
  };

  LaneRow row_of(Lane const& lane) const;
  void store(Lane const& lane, LaneRow const& row);
  void file(core::Position position, Lane const& lane);
  void stand(core::Id const& person, LaneRow::Standing bit, bool on);
  core::Visibility audience(core::Recorded const& recorded) const;
  // With whom it is filed because they are told.
  void file_for_persons(core::Recorded const& recorded, core::Visibility audience);
  void gather_representatives(core::Id const& organisation);
  // With whom it is filed because they follow something of it.
  void file_for_followers(core::Recorded const& recorded);
  // The person behind what the event is about; nil where there is none.
  core::Id subject(core::Recorded const& recorded);
  void read(Lane const& lane, core::Position after, core::Position until, std::size_t limit,
            std::vector<core::Position>& into) const;

  core::Rows rows_;
  core::Shelf const& shelf_;
  std::deque<Filed> tail_;  // Not known to lie on the shelf; ascending.
  core::Position taken_;    // Up to here changes were taken.
  std::vector<std::uint8_t> buffer_;
  std::vector<core::Id> persons_;  // Of the event at hand.
};

}  // namespace projections
