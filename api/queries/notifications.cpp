// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/notifications.hpp"

#include "api/queries/language.hpp"
#include "api/queries/work.hpp"
#include "api/render/feed_items.hpp"
#include "projections/named_ids.hpp"

namespace api {
namespace {

namespace notifications = core::notifications;
using projections::Notice, projections::NoticeKind;

constexpr std::array<NoticeKind, projections::notice_kinds> all_kinds{
    NoticeKind::ANSWER, NoticeKind::DECISION,   NoticeKind::IDEA,
    NoticeKind::ROLE,   NoticeKind::INVITATION, NoticeKind::FOLLOWING};

Label name_of(NoticeKind kind) {
  switch (kind) {
    case NoticeKind::ANSWER: return {"Antworten", "Answers"};
    case NoticeKind::DECISION: return {"Wartet auf dich", "Waiting for you"};
    case NoticeKind::IDEA: return {"Zu deinen Ideen", "About your ideas"};
    case NoticeKind::ROLE: return {"Aufgaben und Rechte", "Tasks and rights"};
    case NoticeKind::INVITATION: return {"Einladungen", "Invitations"};
    case NoticeKind::FOLLOWING: return {"Was du verfolgst", "What you follow"};
  }
  core::broken("a kind of notification without a name", __FILE__, __LINE__);
}

// A person's notifications, without those that have to do with somebody who is kept apart.
std::vector<Notice> seen_by(Asking const& asking) {
  auto notices = asking.rooms.notifications.of(asking.actor);
  std::erase_if(notices, [&](Notice const& notice) {
    return std::ranges::any_of(notice.people, [&](core::Id const& person) {
      return asking.rooms.blocks.apart(asking.actor, person);
    });
  });
  return notices;
}

std::uint32_t unread(std::vector<Notice> const& notices, core::Position seen) {
  return static_cast<std::uint32_t>(
      std::ranges::count_if(notices, [&](auto const& one) { return one.position > seen; }));
}

void describe(Asking const& asking, Notice const& notice, bool german,
              notifications::Notification::Builder out) {
  capnp::MallocMessageBuilder message;
  auto item = message.initRoot<core::feed::Item>();
  auto const channel = std::string(notifications_prefix) + core::to_string(asking.actor);
  bool const there = asking.rooms.items->render(channel, notice.position, item);
  out.setPosition(notice.position.value);
  out.setNotice(notice.kind);
  out.setGone(!there || item.getGone());
  if (out.getGone())
    return out.setText(german ? "Das ist nicht mehr zu sehen." : "This can no longer be seen.");
  out.setType(item.getType());
  out.setRecorded(item.getRecorded());
  if (item.hasActor()) out.setActor(item.getActor());
  out.setText(german ? item.getDe() : item.getEn());
  auto about = asking.rooms.items->about(asking, notice.position);
  std::erase(about, asking.actor);
  set_ids(about, out.initAbout(static_cast<unsigned>(about.size())));
}

void describe_kinds(Asking const& asking, std::vector<Notice> const& notices, core::Position seen,
                    capnp::List<notifications::NoticeKind>::Builder kinds) {
  for (unsigned i = 0; i < kinds.size(); ++i) {
    auto const kind = all_kinds[i];
    auto of_kind = notices;
    std::erase_if(of_kind, [&](Notice const& notice) { return notice.kind != kind; });
    auto const name = name_of(kind);
    kinds[i].setNotice(kind);
    kinds[i].setDe(name.de);
    kinds[i].setEn(name.en);
    kinds[i].setDelivery(asking.rooms.notifications.delivery(asking.actor, kind));
    kinds[i].setUnread(unread(of_kind, seen));
  }
}

}  // namespace

core::Result<void> answer(Asking const& asking, notifications::ListNotifications::Reader query,
                          notifications::ListNotificationsReply::Builder reply) {
  auto const german = in_german(query);
  if (!german) return german.error();
  auto notices = seen_by(asking);
  core::Position const seen{query.getSeen()};
  describe_kinds(asking, notices, seen, reply.initKinds(all_kinds.size()));
  auto const wanted = values_of<NoticeKind>(query.getKinds());
  std::erase_if(notices, [&](Notice const& notice) {
    return !wanted.empty() && std::ranges::find(wanted, notice.kind) == wanted.end();
  });
  reply.setUnread(unread(notices, seen));
  std::erase_if(notices, [&](Notice const& notice) {
    return query.getAfter() != 0 && notice.position.value >= query.getAfter();
  });
  auto const size = std::min(notices.size(), limit_of(query));
  auto items = reply.initItems(static_cast<unsigned>(size));
  for (unsigned i = 0; i < size; ++i) {
    describe(asking, notices[i], *german, items[i]);
    items[i].setUnread(notices[i].position > seen);
  }
  reply.setMore(size < notices.size());
  reply.setPosition(asking.position.value);
  return {};
}

}  // namespace api
