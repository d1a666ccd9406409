// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/notifications.hpp"

#include <algorithm>

#include "core/limits.hpp"
#include "core/schema/profile.capnp.h"
#include "core/unpack_row.hpp"
#include "projections/followers.hpp"
#include "projections/line.hpp"
#include "projections/named_ids.hpp"
#include "projections/notifications_fold.hpp"
#include "projections/row_key.hpp"

namespace projections {
namespace {

// No block has more events.
constexpr std::uint64_t recent_events =
    core::limits::batch_events_max + core::limits::command_events_max;

template <class List>
List unpacked(core::Bytes bytes) {
  return core::unpack_row<List>(bytes, "notifications");
}

// By whom the event is, and whom it names, but for the one who is told.
std::vector<core::Id> people_of(core::Recorded const& recorded, core::Id const& told) {
  std::vector<core::Id> people{recorded.told_actor()};
  each_named(recorded, [&](core::Field const& field, core::Id const& id) {
    if (field.id_kind == "subject") people.push_back(id);
  });
  sort_unique(people);
  std::erase_if(people, [&](core::Id const& id) { return id.is_nil() || id == told; });
  return people;
}

// Changes of a profile are no news that ask for attention.
bool is_news(core::Recorded const& recorded) {
  static auto const profiles = core::schema_tables().of<core::profile::ProfileCreated>().family;
  auto const audience = recorded.type.audience;
  return recorded.type.family != profiles &&
         (audience == core::Visibility::PUBLIC || audience == core::Visibility::MEMBERS);
}

}  // namespace

void Notifications::apply(core::Recorded const& recorded) {
  while (!told_.empty() && told_.front().position.value + recent_events < recorded.position().value)
    told_.pop_front();
  if (!recorded.type.says_en.empty())
    for (auto const& [person, kind] : recipients(recorded)) tell(recorded, person, kind);
  NotificationsFold fold{rows_};
  fold.apply(recorded);
  last_command_ = recorded.header().command;
  last_type_ = recorded.header().event_type;
}

std::vector<core::Id> Notifications::meant_by(core::Field const& field, core::Id const& id) const {
  if (field.id_kind == "subject") return {id};
  return field.id_kind == "programme" ? running(rows_, id) : answering_for(rows_, id);
}

// Whether the same command has said the same before, of somebody else.
bool Notifications::says_again(core::Recorded const& recorded) const {
  auto const& header = recorded.header();
  return !header.command.is_nil() && header.command == last_command_ &&
         header.event_type == last_type_;
}

// What concerns somebody directly comes before what they follow.
std::vector<Notifications::Recipient> Notifications::recipients(
    core::Recorded const& recorded) const {
  std::vector<Recipient> told;
  auto const add = [&told](core::Id const& person, NoticeKind kind) {
    if (std::ranges::find(told, person, &Recipient::person) == told.end())
      told.push_back({person, kind});
  };
  bool const again = says_again(recorded);
  for (auto const* field : recorded.type.notices) {
    if (again && field->notice == NoticeKind::DECISION) continue;
    core::each_id(recorded.event.root(), *field, [&](core::Id const& id) {
      for (auto const& person : meant_by(*field, id)) add(person, *field->notice);
    });
  }
  if (auto const* field = recorded.type.participants)
    for (auto const& person : participants(rows_, core::id_in(recorded.event.root(), *field)))
      add(person, *field->participants);
  conceal(recorded, told);
  if (!is_news(recorded)) return told;
  auto const direct = static_cast<std::ptrdiff_t>(told.size());
  for (auto const& person : followers_of(recorded))
    if (std::none_of(told.begin(), told.begin() + direct,
                     [&](Recipient const& one) { return one.person == person; }))
      told.push_back({person, NoticeKind::FOLLOWING});
  return told;
}

void Notifications::conceal(core::Recorded const& recorded, std::vector<Recipient>& told) const {
  if (!recorded.type.conceals) return;
  auto const about = core::id_in(recorded.event.root(), *recorded.type.conceals);
  auto concerned = answering_for(rows_, about);
  concerned.push_back(about);
  std::erase_if(told, [&](Recipient const& one) {
    return std::ranges::find(concerned, one.person) != concerned.end();
  });
}

// Of the stream and of whatever the event names, each once.
std::vector<core::Id> Notifications::followers_of(core::Recorded const& recorded) const {
  std::vector<core::Id> followers;
  gather_followers(rows_, recorded.header().stream.id, followers);
  each_named(recorded, [&](core::Field const&, core::Id const& id) {
    gather_followers(rows_, id, followers);
  });
  sort_unique(followers);
  return followers;
}

void Notifications::tell(core::Recorded const& recorded, core::Id const& person, NoticeKind kind) {
  if (person.is_nil() || person == recorded.header().actor) return;
  if (delivery(person, kind) == core::follow::Delivery::OFF) return;
  told_.push_back({recorded.position(), person});
  auto notices = kept(person, kind);
  if (notices.size() == core::limits::notices_max) notices.erase(notices.begin());
  notices.push_back({recorded.position(), kind, people_of(recorded, person)});
  put(rows_, core::bytes_of(notices_of(person, kind)), notices);
}

std::vector<Notice> Notifications::kept(core::Id const& person, NoticeKind kind) const {
  auto const row = rows_.find(core::bytes_of(notices_of(person, kind)));
  return row ? unpacked<std::vector<Notice>>(*row) : std::vector<Notice>();
}

std::vector<Notice> Notifications::of(core::Id const& person) const {
  std::vector<Notice> all;
  rows_.scan_within(RowKey(notices_key, person), [&](core::Bytes, core::Bytes row) {
    auto const notices = unpacked<std::vector<Notice>>(row);
    all.insert(all.end(), notices.begin(), notices.end());
    return true;
  });
  std::ranges::sort(all, std::greater(), &Notice::position);
  return all;
}

core::follow::Delivery Notifications::delivery(core::Id const& person, NoticeKind kind) const {
  auto const row = rows_.find(RowKey(delivery_key, person));
  auto const at = static_cast<std::size_t>(kind);
  return row && at < row->size() ? static_cast<core::follow::Delivery>((*row)[at])
                                 : core::follow::Delivery::IMMEDIATE;
}

std::vector<core::Position> Notifications::positions(core::Id const& person, core::Position after,
                                                     std::size_t limit) const {
  std::vector<core::Position> positions;
  for (auto const& notice : of(person))
    if (notice.position > after) positions.push_back(notice.position);
  std::ranges::reverse(positions);
  if (positions.size() > limit) positions.resize(limit);
  return positions;
}

void Notifications::recent(
    core::Position after,
    core::FunctionRef<void(core::Position position, core::Id const& person)> visit) const {
  for (auto told = std::ranges::upper_bound(told_, after, {}, &Told::position); told != told_.end();
       ++told)
    visit(told->position, told->person);
}

void Notifications::loaded() {
  rows_.scan({}, [](core::Bytes key, core::Bytes row) {
    if (key[0] == notices_key) unpacked<std::vector<Notice>>(row);
    return true;
  });
}

std::string Notifications::describe(core::Bytes key, core::Bytes row) const {
  auto const id = first_of(key);
  switch (static_cast<char>(key[0])) {
    case notices_key: {
      std::vector<std::uint64_t> positions;
      for (auto const& notice : unpacked<std::vector<Notice>>(row))
        positions.push_back(notice.position.value);
      return Line()("person", id)("kind", std::uint32_t{key[17]})("notices", positions).text();
    }
    case delivery_key:
      return Line()("person", id)("delivery", std::vector<std::uint32_t>(row.begin(), row.end()))
          .text();
    case answering_key: return Line()("thing", id)("answering", ids_in(row)).text();
    case follower_key: return Line()("followed", id)("by", second_of(key)).text();
    case manager_key: return Line()("of", id)("managedBy", second_of(key)).text();
    case applied_key: return Line()("programme", id)("applied", second_of(key)).text();
    case partner_key: return Line()("programme", id)("partners", ids_in(row)).text();
    case into_key: return Line()("organisation", id)("into", ids_in(row).front()).text();
    case measure_key: return Line()("programme", id)("measure", ids_in(row).front()).text();
    default: return Line()("into", id)("merged", second_of(key)).text();
  }
}

}  // namespace projections
