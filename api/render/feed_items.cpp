// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/render/feed_items.hpp"

#include "api/json/rpc_write.hpp"
#include "api/json/texts.hpp"
#include "api/json/write.hpp"
#include "api/render/sentence.hpp"

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

}  // namespace

FeedSource::Page FeedItems::page(std::string const& channel, core::Position after,
                                 std::size_t limit) {
  Page page;
  auto const positions = rooms_.feed.positions(channel, after, limit);
  page.caught_up = positions.size() < limit;
  page.upto = positions.empty() ? after : positions.back();
  for (auto const position : positions) page.frames.push_back(frame(channel, position));
  return page;
}

bool FeedItems::render(std::string const& channel, core::Position position,
                       core::feed::Item::Builder item, core::Id const& viewer) const {
  return log_.at(position, [&](core::RecordView const& record) {
    auto const* type = core::schema_tables().event(record.header().event_type);
    item.setPosition(position.value);
    if (!type) return item.setGone(true);
    core::CanonicalReader event(record.open());
    core::Recorded const recorded{record, *type, event};
    auto const asking = audience_of(channel, position, rooms_);
    Sentence const sentence(asking, recorded);
    if (sentence.hidden() || sentence.concerns_apart_from(viewer.is_nil() ? asking.actor : viewer))
      return item.setGone(true);
    item.setType(type->family_name + "." + type->name);
    item.setRecorded(record.header().recorded.us);
    item.setOccurred(record.header().occurred.us);
    item.setStream(core::data_of(record.header().stream.id));
    if (channel != "public" && !record.header().actor.is_nil())
      item.setActor(core::data_of(record.header().actor));
    item.setDe(sentence.de());
    item.setEn(sentence.en());
  });
}

FeedFrame FeedItems::frame(std::string const& channel, core::Position position) const {
  capnp::MallocMessageBuilder message;
  auto item = message.initRoot<core::feed::Item>();
  if (!render(channel, position, item)) {
    item.setPosition(position.value);
    item.setGone(true);
  }
  std::string params = "{\"channel\":";
  json::write_text(channel, params);
  std::string body;
  json::write(json::table_of<core::feed::Item>(), message.getRoot<capnp::AnyStruct>().asReader(),
              body);
  params += ',';
  params.append(body, 1);
  std::string frame;
  json::write_notification("feed.item", params, frame);
  return {position, net::text_frame(frame)};
}

}  // namespace api
