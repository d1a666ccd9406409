// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/feed.hpp"

#include <algorithm>

#include "core/big_endian.hpp"
#include "core/dispatch.hpp"
#include "core/unpack_row.hpp"
#include "projections/followers.hpp"
#include "projections/line.hpp"
#include "projections/representatives_fold.hpp"
#include "projections/row_key.hpp"
#include "projections/views.hpp"

namespace projections {
namespace {

// 'o', aggregate: whose it is. 'r', organisation, who represents it.
constexpr char lane_key = 'l', owner_key = 'o', representative_key = 'r', filed_key = 'z';

template <class Row>
Row unpacked(core::Bytes bytes) {
  return core::unpack_row<Row>(bytes, "feed");
}

std::string key_of(Lane const& lane) { return lane_key + lane.key(); }

bool has_any(core::Rows const& rows, char kind) {
  bool found = false;
  rows.scan(core::bytes_of({&kind, 1}), [&](core::Bytes key, core::Bytes) {
    found = kind_of(key) == kind;
    return false;
  });
  return found;
}

// Calls visit(id) for the stream of the event and for whatever the event names.
void each_id(core::Recorded const& recorded, core::FunctionRef<void(core::Id const&)> visit) {
  visit(recorded.header().stream.id);
  for (auto const& field : recorded.type.fields)
    if (!field.id_kind.empty()) core::each_id(recorded.event.root(), field, visit);
}

std::string filed_prefix(Lane const& lane) { return filed_key + lane.key(); }

core::Position position_in(std::string_view key) {
  return {core::big_endian(key.substr(key.size() - sizeof(std::uint64_t)))};
}

}  // namespace

// The few events that change who may see others. Whatever else happens changes nothing here.
struct Feed::Fold : RepresentativesFold<Fold> {
  explicit Fold(Feed& of) : feed(of) {}
  Feed& feed;

  using RepresentativesFold<Fold>::operator();
  void operator()(core::profile::ProfileListed::Reader listed, core::RecordHeader const&) {
    feed.stand(core::id_from(listed.getProfile()), LaneRow::listed, true);
  }
  void operator()(core::profile::ProfileHidden::Reader hidden, core::RecordHeader const&) {
    feed.stand(core::id_from(hidden.getProfile()), LaneRow::listed, false);
  }
  void operator()(core::account::ConsentGiven::Reader given, core::RecordHeader const&) {
    consent(given, true);
  }
  void operator()(core::account::ConsentWithdrawn::Reader withdrawn, core::RecordHeader const&) {
    consent(withdrawn, false);
  }
  void operator()(core::account::AccountSuspended::Reader suspended, core::RecordHeader const&) {
    feed.stand(core::id_from(suspended.getAccount()), LaneRow::suspended, true);
  }
  void operator()(core::account::SubjectErased::Reader erased, core::RecordHeader const&) {
    feed.stand(core::id_from(erased.getAccount()), LaneRow::suspended, true);
  }
  void operator()(core::account::AccountReinstated::Reader reinstated, core::RecordHeader const&) {
    feed.stand(core::id_from(reinstated.getAccount()), LaneRow::suspended, false);
  }
  template <class Event>
  void operator()(Event, core::RecordHeader const&) {}

  void represent(core::Id const& organisation, core::Id const& person, bool on) {
    keep_pair(feed.rows_, {representative_key, organisation, person}, on);
  }

  template <class Event>
  void consent(Event event, bool given) {
    if (event.getPurpose() != core::account::Purpose::DIRECTORY) return;
    feed.stand(core::id_from(event.getAccount()), LaneRow::consented, given);
  }
};

Feed::Feed(core::Crypto const& crypto, core::Shelves& shelves)
    : rows_(crypto), shelf_(shelves.open(shelf_name(view_name))) {}

void Feed::apply(core::Recorded const& recorded) {
  Fold fold(*this);
  core::visit_profile(recorded, fold) || core::visit_account(recorded, fold) ||
      core::visit_organisation(recorded, fold);
  keep_followers(recorded, rows_);
  if (recorded.type.says_en.empty()) return;
  auto const position = recorded.position();
  auto const audience = this->audience(recorded);
  switch (audience) {
    case core::Visibility::PUBLIC: file(position, {Lane::everybody, {}}); break;
    case core::Visibility::MEMBERS: file(position, {Lane::members, {}}); break;
    case core::Visibility::ORGANISATION:
    case core::Visibility::STAFF: file(position, {Lane::staff, {}}); break;
    case core::Visibility::PRIVATE: break;
  }
  file_for_persons(recorded, audience);
  if (audience == core::Visibility::PUBLIC || audience == core::Visibility::MEMBERS)
    file_for_followers(recorded);
  while (!tail_.empty() && tail_.front().position <= shelf_.checkpoint()) tail_.pop_front();
}

// Whom it is about, who did it where nobody else is to know, and who is told beside.
void Feed::file_for_persons(core::Recorded const& recorded, core::Visibility audience) {
  persons_.assign(1, subject(recorded));
  if (audience == core::Visibility::PRIVATE) persons_.push_back(recorded.told_actor());
  if (audience == core::Visibility::ORGANISATION)
    gather_representatives(recorded.header().stream.id);
  for (auto const* field : recorded.type.reaches) {
    auto const id = core::id_in(recorded.event.root(), *field);
    if (field->id_kind == "organisation") gather_representatives(id);
    else persons_.push_back(id);
  }
  sort_unique(persons_);
  for (auto const& person : persons_)
    if (!person.is_nil()) file(recorded.position(), {Lane::person, person});
}

// What an organisation is told, its representatives are.
void Feed::gather_representatives(core::Id const& organisation) {
  each_pair(rows_, representative_key, organisation,
            [&](core::Id const& person, core::Bytes) { persons_.push_back(person); });
}

void Feed::file_for_followers(core::Recorded const& recorded) {
  if (!has_any(rows_, follower_key)) return;
  std::vector<core::Id> followers;
  each_id(recorded, [&](core::Id const& id) { gather_followers(rows_, id, followers); });
  sort_unique(followers);
  for (auto const& follower : followers) file(recorded.position(), {Lane::following, follower});
}

core::Visibility Feed::audience(core::Recorded const& recorded) const {
  static auto const profiles = core::schema_tables().of<core::profile::ProfileCreated>().family;
  auto const& stream = recorded.header().stream;
  bool const unlisted = stream.family == profiles && !row_of({Lane::person, stream.id}).shown();
  return unlisted ? core::Visibility::PRIVATE : recorded.type.audience;
}

core::Id Feed::subject(core::Recorded const& recorded) {
  auto const& type = recorded.type;
  auto const owner = type.owner ? core::id_in(recorded.event.root(), *type.owner) : core::Id();
  if (type.subject) {
    auto const subject = core::id_in(recorded.event.root(), *type.subject);
    if (!owner.is_nil()) rows_.put(RowKey(owner_key, owner), subject.view());
    return subject;
  }
  auto const known = rows_.find(RowKey(owner_key, owner));
  return known ? core::Id::from(*known) : core::Id();
}

void Feed::stand(core::Id const& person, LaneRow::Standing bit, bool on) {
  auto row = row_of({Lane::person, person});
  row.standing = static_cast<std::uint8_t>(on ? row.standing | bit : row.standing & ~bit);
  store({Lane::person, person}, row);
}

void Feed::file(core::Position position, Lane const& lane) {
  auto row = row_of(lane);
  ++row.count;
  row.last = position;
  store(lane, row);
  tail_.push_back({position, lane});
}

void Feed::loaded() {
  rows_.scan({}, [](core::Bytes key, core::Bytes row) {
    if (kind_of(key) == lane_key) unpacked<LaneRow>(row);
    return true;
  });
}

Feed::LaneRow Feed::row_of(Lane const& lane) const {
  auto const bytes = rows_.find(core::bytes_of(key_of(lane)));
  return bytes ? unpacked<LaneRow>(*bytes) : LaneRow();
}

void Feed::store(Lane const& lane, LaneRow const& row) {
  buffer_.clear();
  core::pack(row, buffer_);
  rows_.put(core::bytes_of(key_of(lane)), buffer_);
}

std::size_t Feed::dirty() const {
  auto const untaken = std::ranges::upper_bound(tail_, taken_, {}, &Filed::position);
  return rows_.dirty() + static_cast<std::size_t>(tail_.end() - untaken);
}

std::vector<core::Change> Feed::take_changes() {
  auto changes = rows_.take_changes();
  for (auto filed = std::ranges::upper_bound(tail_, taken_, {}, &Filed::position);
       filed != tail_.end(); ++filed) {
    auto& change = changes.emplace_back(filed_prefix(filed->lane), "");
    core::append_big_endian(change.key, filed->position.value);
  }
  if (!tail_.empty()) taken_ = tail_.back().position;
  return changes;
}

core::Position Feed::load(core::Shelf& shelf) {
  tail_.clear();
  return taken_ = rows_.load(shelf, std::string_view(&filed_key, 1));
}

std::vector<core::Position> Feed::positions(std::string_view name, core::Position after,
                                            std::size_t limit) const {
  std::vector<core::Position> positions;
  auto const channel = Channel::parse(name);
  if (!channel || limit == 0) return positions;
  auto const written = shelf_.checkpoint();
  for (auto const& lane : channel->lanes()) read(lane, after, written, limit, positions);
  std::ranges::sort(positions);
  auto filed = std::ranges::upper_bound(tail_, std::max(after, written), {}, &Filed::position);
  for (; filed != tail_.end() && positions.size() < limit; ++filed)
    if (channel->reads(filed->lane)) positions.push_back(filed->position);
  if (positions.size() > limit) positions.resize(limit);
  return positions;
}

// What the shelf has. A write may be on its way to it, so nothing beyond `until` is taken from there.
void Feed::read(Lane const& lane, core::Position after, core::Position until, std::size_t limit,
                std::vector<core::Position>& into) const {
  if (after >= until || row_of(lane).last <= after) return;
  auto const prefix = filed_prefix(lane);
  auto from = prefix;
  core::append_big_endian(from, after.value + 1);
  shelf_.scan(from, [&](std::string_view key, std::string_view) {
    if (!key.starts_with(prefix) || position_in(key) > until) return false;
    into.push_back(position_in(key));
    return --limit > 0;
  });
}

core::Position Feed::last(std::string_view name) const {
  core::Position last;
  if (auto const channel = Channel::parse(name))
    for (auto const& lane : channel->lanes()) last = std::max(last, row_of(lane).last);
  return last;
}

std::uint64_t Feed::count(std::string_view name) const {
  std::uint64_t count = 0;
  if (auto const channel = Channel::parse(name))
    for (auto const& lane : channel->lanes()) count += row_of(lane).count;
  return count;
}

void Feed::recent(
    core::Position after,
    core::FunctionRef<void(core::Position position, std::string const& channel)> visit) const {
  std::string person;
  for (auto filed = std::ranges::upper_bound(tail_, after, {}, &Filed::position);
       filed != tail_.end(); ++filed)
    for (auto const& channel : channels_of(filed->lane, person)) visit(filed->position, channel);
}

std::string Feed::describe(core::Bytes key, core::Bytes bytes) const {
  if (kind_of(key) == owner_key)
    return Line()("aggregate", id_of(key))("owner", core::Id::from(bytes)).text();
  if (kind_of(key) == follower_key || kind_of(key) == merged_key ||
      kind_of(key) == representative_key) {
    auto const first = first_of(key), second = second_of(key);
    if (kind_of(key) == representative_key)
      return Line()("organisation", first)("representative", second).text();
    if (kind_of(key) == merged_key) return Line()("into", first)("merged", second).text();
    return Line()("followed", first)("by", second).text();
  }
  auto const row = unpacked<LaneRow>(bytes);
  Line line;
  line("lane", std::string_view(reinterpret_cast<char const*>(&key[1]), 1))(
      "whose", core::Id::from(key.subspan(2)));
  return line("count", row.count)("last", row.last)("standing", row.standing).text();
}

}  // namespace projections
