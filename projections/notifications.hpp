// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <deque>

#include "core/pack.hpp"
#include "core/projection.hpp"
#include "core/schema/follow.capnp.h"

namespace projections {

using NoticeKind = core::schema::Notice;
inline constexpr std::size_t notice_kinds = 6;

// One event that asks for a person's attention.
struct Notice {
  core::Position position;
  NoticeKind kind{};
  std::vector<core::Id> people;  // Who else has to do with it: by whom it is, and whom it names.

  template <class A>
  void fields(A& a) {
    a(position)(kind)(people);
  }
};

// What asks for each person's attention: where a field of the event is marked $notice, whoever it means; and of what members may
// see, whoever follows something of it, but for changes of a profile. Nobody is told of what they did themselves, nobody twice,
// and nobody of a kind that they have switched off. The last `limits::notices_max` of each kind are kept.
//
// Of what takes a decision, one command asks for one, however many it is about.
//
// Rows: 'n' person, kind -> notices, the oldest first; 'd' person -> how each kind arrives; 'a' thing -> who answers for it;
// 'w' what is followed, by whom; 'y' what goes on, what was merged into it; 'g' programme or measure (nil: the tenant), who runs
// it by a grant for that; 'm' programme -> its measure; 't' programme, who takes part or hopes to; 'p' programme -> its partners,
// once for each role; 'i' organisation -> what it was merged into.
// Applied on thread P in log order, each event once; read on P only.
class Notifications final : public core::Projection {
 public:
  explicit Notifications(core::Crypto const& crypto) : rows_(crypto) {}  // `crypto` outlives it.

  std::string_view name() const override { return "notifications.v5"; }
  // Of every family, by the annotations of the event's type.
  void apply(core::Recorded const& recorded) override;
  core::Rows const& rows() const override { return rows_; }
  core::Rows& rows() override { return rows_; }
  void loaded() override;
  std::string describe(core::Bytes key, core::Bytes row) const override;

  // A person's notifications of all kinds, the newest first.
  std::vector<Notice> of(core::Id const& person) const;
  core::follow::Delivery delivery(core::Id const& person, NoticeKind kind) const;
  // The person's positions after `after`, ascending, at most `limit`.
  std::vector<core::Position> positions(core::Id const& person, core::Position after,
                                        std::size_t limit) const;
  // Who was told of each event after `after`, in log order: of the last blocks only.
  void recent(core::Position after,
              core::FunctionRef<void(core::Position position, core::Id const& person)> visit) const;

 private:
  struct Recipient {
    core::Id person;
    NoticeKind kind;
  };
  struct Told {
    core::Position position;
    core::Id person;
  };

  bool says_again(core::Recorded const& recorded) const;
  std::vector<Recipient> recipients(core::Recorded const& recorded) const;
  // Takes out whom the event is concealed from.
  void conceal(core::Recorded const& recorded, std::vector<Recipient>& told) const;
  std::vector<core::Id> meant_by(core::Field const& field, core::Id const& id) const;
  std::vector<core::Id> followers_of(core::Recorded const& recorded) const;
  void tell(core::Recorded const& recorded, core::Id const& person, NoticeKind kind);
  std::vector<Notice> kept(core::Id const& person, NoticeKind kind) const;

  core::Rows rows_;
  // The command that the last event is of, and the event's type: no command spans two blocks.
  core::Id last_command_;
  std::uint16_t last_type_ = 0;
  std::deque<Told> told_;  // Ascending; of the last events, for recent().
};

}  // namespace projections
