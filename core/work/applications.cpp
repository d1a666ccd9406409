// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/work/applications.hpp"

#include "core/big_endian.hpp"

namespace core::programme {
namespace {

// Tickets ascend as bytes, so the first row of a programme is the first of its wait-list.
std::string queue_key(Id const& programme, std::uint64_t ticket) {
  std::string key(view_of(programme.view()));
  append_big_endian(key, ticket);
  return key;
}

void put(World& world, Id const& programme, Id const& person, Application const& application) {
  std::vector<std::uint8_t> row;
  pack(application, row);
  world.programme_applications.put(key_of(programme, person), row);
}

void leave_queue(World& world, Id const& programme, std::uint64_t ticket) {
  if (ticket > 0) world.programme_queue.erase(bytes_of(queue_key(programme, ticket)));
}

// An application comes to stand somewhere else.
template <class Event>
void change(World& world, Event event, FunctionRef<void(Application&)> edit) {
  auto const programme = id_from(event.getProgramme()), person = id_from(event.getPerson());
  auto changed = application(world, programme, person);
  edit(changed);
  put(world, programme, person, changed);
}

// And waits no more.
template <class Event>
void settle(World& world, Event event, Standing standing) {
  change(world, event, [&](Application& application) {
    application.standing = standing;
    application.ticket = 0;
  });
  leave_queue(world, id_from(event.getProgramme()), event.getTicket());
}

}  // namespace

Application application(World const& world, Id const& programme, Id const& person) {
  Application application;
  auto const row = world.programme_applications.find(key_of(programme, person));
  if (row) CHECK(unpack(*row, application));
  return application;
}

void each_waiting(World const& world, Id const& programme,
                  FunctionRef<bool(Id const& person, Application const& application)> visit) {
  world.programme_queue.scan_within(programme.view(), [&](Bytes, Bytes row) {
    auto const person = Id::from(row);
    return visit(person, application(world, programme, person));
  });
}

void index(World& world, ApplicationSubmitted::Reader submitted) {
  put(world, id_from(submitted.getProgramme()), id_from(submitted.getPerson()),
      {Standing::SUBMITTED, {}, 0, id_from(submitted.getTeam())});
}

void index(World& world, ApplicationWaitlisted::Reader waitlisted) {
  change(world, waitlisted, [&](Application& application) {
    application.standing = Standing::WAITING;
    application.ticket = waitlisted.getTicket();
  });
  world.programme_queue.put(
      bytes_of(queue_key(id_from(waitlisted.getProgramme()), waitlisted.getTicket())),
      id_from(waitlisted.getPerson()).view());
}

void index(World& world, ApplicationAccepted::Reader accepted) {
  settle(world, accepted, Standing::ACCEPTED);
}
void index(World& world, ApplicationRejected::Reader rejected) {
  settle(world, rejected, Standing::REJECTED);
}
void index(World& world, ApplicationWithdrawn::Reader withdrawn) {
  settle(world, withdrawn, Standing::WITHDRAWN);
}

void index(World& world, EnrolmentConfirmed::Reader confirmed) {
  change(world, confirmed, [&](Application& application) {
    application.standing = Standing::ENROLLED;
    application.status = confirmed.getStatus();
  });
}

}  // namespace core::programme
