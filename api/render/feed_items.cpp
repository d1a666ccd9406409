// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/render/feed_items.hpp"

#include "api/json/rpc_write.hpp"
#include "api/json/texts.hpp"
#include "api/json/write.hpp"
#include "api/queries/reports.hpp"
#include "api/queries/work.hpp"
#include "api/render/sentence.hpp"
#include "projections/named_ids.hpp"

namespace api {
namespace {

// A channel is one audience: everybody who follows it sees the same.
Asking audience_of(std::string const& channel, core::Position position, Rooms& rooms) {
  Asking asking{{}, core::Role::ANONYMOUS, false, position, rooms};
  if (channel == "public") return asking;
  asking.role = core::Role::MEMBER;
  asking.staff = channel == "staff";
  if (auto const slash = channel.find('/'); slash != std::string::npos)
    asking.actor = core::Id::parse(channel.substr(slash + 1)).value_or(core::Id{});
  return asking;
}

// Authors are told what was said about their idea, not by whom where that is private.
bool says_not_by_whom(core::Type const& type) {
  return type.audience == core::Visibility::PRIVATE &&
         std::ranges::any_of(type.notices, [](core::Field const* field) {
           return field->notice == core::schema::Notice::IDEA;
         });
}

// By whom it was, where the channel tells that.
core::Id told_actor(std::string const& channel, core::Recorded const& recorded) {
  bool const silent = channel == "public" || (channel.starts_with(notifications_prefix) &&
                                              says_not_by_whom(recorded.type));
  return silent ? core::Id() : recorded.told_actor();
}

// A notification "feed.item".
net::Frame framed(std::string const& channel, capnp::MallocMessageBuilder& item) {
  std::string params = "{\"channel\":";
  json::write_text(channel, params);
  std::string body;
  json::write(json::table_of<core::feed::Item>(), item.getRoot<capnp::AnyStruct>().asReader(),
              body);
  params += ',';
  params.append(body, 1);
  std::string frame;
  json::write_notification("feed.item", params, frame);
  return net::text_frame(frame);
}

}  // namespace

struct FeedItems::Looked {
  core::Recorded const& recorded;
  Asking const& asking;
  Sentence const& sentence;
};

bool FeedItems::concerns_apart_from(core::Id const& viewer, Sentence const& sentence) const {
  return std::ranges::any_of(sentence.people(), [&](core::Id const& person) {
    return rooms_.blocks.apart(viewer, person);
  });
}

std::vector<core::Position> FeedItems::positions(std::string const& channel, core::Position after,
                                                 std::size_t limit) const {
  if (!channel.starts_with(notifications_prefix))
    return rooms_.feed.positions(channel, after, limit);
  return rooms_.notifications.positions(owner_of(channel), after, limit);
}

FeedSource::Page FeedItems::page(std::string const& channel, core::Position after,
                                 std::size_t limit, Viewer const& viewer) {
  Page page;
  auto const found = positions(channel, after, limit);
  page.caught_up = found.size() < limit;
  page.upto = found.empty() ? after : found.back();
  for (auto const position : found)
    page.frames.push_back({position, frame(channel, position, viewer)});
  return page;
}

bool FeedItems::look(std::string const& channel, core::Position position,
                     core::feed::Item::Builder item,
                     core::FunctionRef<void(Looked const&)> visit) const {
  item.setPosition(position.value);
  bool const there = log_.at(position, [&](core::RecordView const& record) {
    auto const* type = core::schema_tables().event(record.header().event_type);
    if (!type) return item.setGone(true);
    core::CanonicalReader event(record.open());
    core::Recorded const recorded{record, *type, event};
    auto const asking = audience_of(channel, position, rooms_);
    visit({recorded, asking, Sentence(asking, recorded)});
  });
  if (!there) item.setGone(true);
  return there;
}

void FeedItems::fill(std::string const& channel, Looked const& looked, Viewer const& viewer,
                     core::feed::Item::Builder item) const {
  auto const& [recorded, asking, sentence] = looked;
  auto const& type = recorded.type;
  auto const kept = viewer.kept().is_nil() ? asking.actor : viewer.kept();
  auto const concealed = concealed_from(rooms_, recorded);
  if (std::ranges::binary_search(concealed, viewer.person.is_nil() ? asking.actor : viewer.person))
    return item.setGone(true);
  if (sentence.hidden() || concerns_apart_from(kept, sentence)) return item.setGone(true);
  item.setType(type.family_name + "." + type.name);
  item.setRecorded(recorded.header().recorded.us);
  item.setOccurred(recorded.header().occurred.us);
  item.setStream(core::data_of(recorded.header().stream.id));
  if (auto const actor = told_actor(channel, recorded); !actor.is_nil())
    item.setActor(core::data_of(actor));
  item.setDe(sentence.de());
  item.setEn(sentence.en());
}

bool FeedItems::render(std::string const& channel, core::Position position,
                       core::feed::Item::Builder item, Viewer const& viewer) const {
  return look(channel, position, item,
              [&](Looked const& looked) { fill(channel, looked, viewer, item); });
}

std::vector<core::Id> FeedItems::about(Asking const& asking, core::Position position) const {
  std::vector<core::Id> ids, people;
  log_.at(position, [&](core::RecordView const& record) {
    auto const* type = core::schema_tables().event(record.header().event_type);
    if (!type) return;
    core::CanonicalReader event(record.open());
    projections::each_named({record, *type, event}, [&](core::Field const& field, auto const& id) {
      if (field.id_kind != "subject") ids.push_back(id);
      else if (!says_not_by_whom(*type)) people.push_back(id);
    });
  });
  auto const shown = seen(asking, people);
  ids.insert(ids.end(), shown.begin(), shown.end());
  return ids;
}

// Everybody who blocks, or is blocked by, one of these.
std::vector<core::Id> FeedItems::kept_from(std::vector<core::Id> const& people) const {
  std::vector<core::Id> kept;
  for (auto const& person : people) {
    auto const& others = rooms_.blocks.apart_from(person);
    kept.insert(kept.end(), others.begin(), others.end());
  }
  std::ranges::sort(kept);
  return kept;
}

FeedFrame FeedItems::shared(std::string const& channel, core::Position position) const {
  FeedFrame frame{position, {}};
  capnp::MallocMessageBuilder message;
  auto item = message.initRoot<core::feed::Item>();
  look(channel, position, item, [&](Looked const& looked) {
    fill(channel, looked, {}, item);
    // What was made for its only reader is kept from nobody any more.
    if (!looked.asking.actor.is_nil()) return;
    frame.kept_from = kept_from(looked.sentence.people());
    frame.concealed_from = concealed_from(rooms_, looked.recorded);
  });
  frame.frame = framed(channel, message);
  if (!frame.is_for_all()) frame.gone = gone(channel, position);
  return frame;
}

net::Frame FeedItems::frame(std::string const& channel, core::Position position,
                            Viewer const& viewer) const {
  capnp::MallocMessageBuilder message;
  render(channel, position, message.initRoot<core::feed::Item>(), viewer);
  return framed(channel, message);
}

net::Frame FeedItems::gone(std::string const& channel, core::Position position) const {
  capnp::MallocMessageBuilder message;
  auto item = message.initRoot<core::feed::Item>();
  item.setPosition(position.value);
  item.setGone(true);
  return framed(channel, message);
}

}  // namespace api
