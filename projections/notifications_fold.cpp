// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/notifications_fold.hpp"

#include <algorithm>

#include "core/dispatch.hpp"
#include "core/limits.hpp"
#include "core/people/tenant.hpp"
#include "core/unpack_row.hpp"
#include "projections/followers.hpp"
#include "projections/notifications.hpp"
#include "projections/representatives_fold.hpp"
#include "projections/row_key.hpp"

namespace projections {
namespace {

using core::id_from;
using Header = core::RecordHeader;

// The few events that change whom others reach. Whatever else happens changes nothing here.
struct Visitor : RepresentativesFold<Visitor> {
  explicit Visitor(NotificationsFold& of) : fold(of) {}
  NotificationsFold& fold;

  using RepresentativesFold<Visitor>::operator();
  template <class Event>
  void operator()(Event, Header const&) {}

  void operator()(core::idea::IdeaDrafted::Reader drafted, Header const&) {
    fold.answer(id_from(drafted.getIdea()), id_from(drafted.getAuthor()), true);
  }
  void operator()(core::idea::CoAuthorAdded::Reader added, Header const&) {
    fold.answer(id_from(added.getIdea()), id_from(added.getPerson()), true);
  }
  void operator()(core::idea::CoAuthorDeclined::Reader declined, Header const&) {
    fold.answer(id_from(declined.getIdea()), id_from(declined.getPerson()), false);
  }
  void operator()(core::challenge::ChallengeDrafted::Reader drafted, Header const&) {
    fold.answer_alone(id_from(drafted.getChallenge()), id_from(drafted.getOwner()));
  }
  void operator()(core::challenge::ChallengeProposed::Reader proposed, Header const&) {
    fold.answer_alone(id_from(proposed.getChallenge()), id_from(proposed.getOwner()));
  }
  void operator()(core::team::TeamFormed::Reader formed, Header const&) {
    fold.answer_alone(id_from(formed.getTeam()), id_from(formed.getLead()));
  }
  void operator()(core::team::LeadTransferred::Reader transferred, Header const&) {
    fold.answer_alone(id_from(transferred.getTeam()), id_from(transferred.getPerson()));
  }
  void operator()(core::project::ProjectStarted::Reader started, Header const&) {
    fold.answer_alone(id_from(started.getProject()), id_from(started.getLead()));
  }
  void operator()(core::project::ProjectHandedOver::Reader handed, Header const&) {
    fold.answer_alone(id_from(handed.getProject()), id_from(handed.getPerson()));
  }

  void represent(core::Id const& organisation, core::Id const& person, bool on) {
    fold.answer(organisation, person, on);
  }

  void operator()(core::programme::ProgrammeAnnounced::Reader announced, Header const&) {
    put(fold.rows, RowKey(measure_key, id_from(announced.getProgramme())),
        std::vector{id_from(announced.getMeasure())});
  }
  template <class Event>
  void apply(Event event, bool on) {
    keep_pair(fold.rows, {applied_key, id_from(event.getProgramme()), id_from(event.getPerson())},
              on);
  }
  void operator()(core::programme::ApplicationSubmitted::Reader submitted, Header const&) {
    apply(submitted, true);
  }
  void operator()(core::programme::ApplicationRejected::Reader rejected, Header const&) {
    apply(rejected, false);
  }
  void operator()(core::programme::ApplicationWithdrawn::Reader withdrawn, Header const&) {
    apply(withdrawn, false);
  }
  void operator()(core::programme::PartnerJoined::Reader joined, Header const&) {
    fold.partner(id_from(joined.getProgramme()), id_from(joined.getOrganisation()), true);
  }
  void operator()(core::programme::PartnerLeft::Reader left, Header const&) {
    fold.partner(id_from(left.getProgramme()), id_from(left.getOrganisation()), false);
  }
  void operator()(core::organisation::OrganisationMerged::Reader merged, Header const&) {
    put(fold.rows, RowKey(into_key, id_from(merged.getOrganisation())),
        std::vector{id_from(merged.getInto())});
  }

  template <class Event>
  void manage(Event event, bool on) {
    if (event.getRole() == core::Role::PROGRAMME_MANAGER)
      fold.manage(event.getScope(), id_from(event.getTarget()), id_from(event.getAccount()), on);
  }
  // For the whole tenant answer its moderators.
  template <class Event>
  void moderate(Event event, bool on) {
    if (event.getRole() == core::Role::MODERATOR && event.getScope() == core::Scope::TENANT)
      fold.answer(core::tenant::the_tenant(), id_from(event.getAccount()), on);
  }
  void operator()(core::account::RoleGranted::Reader granted, Header const&) {
    manage(granted, true);
    moderate(granted, true);
  }
  void operator()(core::account::RoleRevoked::Reader revoked, Header const&) {
    manage(revoked, false);
    moderate(revoked, false);
  }

  void operator()(core::account::SubjectErased::Reader erased, Header const&) {
    fold.silence(id_from(erased.getAccount()));
  }

  void operator()(core::follow::DeliverySet::Reader set, Header const&) {
    fold.deliver(id_from(set.getPerson()), static_cast<std::size_t>(set.getNotice()),
                 static_cast<std::uint8_t>(set.getDelivery()));
  }
};

core::Id measure_of(core::Rows const& rows, core::Id const& programme) {
  auto const row = rows.find(RowKey(measure_key, programme));
  return row ? ids_in(*row).front() : core::Id();
}

// Itself, or what it was merged into. Nothing is merged in a circle.
core::Id canonical(core::Rows const& rows, core::Id organisation) {
  while (auto const row = rows.find(RowKey(into_key, organisation)))
    organisation = ids_in(*row).front();
  return organisation;
}

}  // namespace

std::string notices_of(core::Id const& person, core::schema::Notice kind) {
  return std::string(core::view_of(RowKey(notices_key, person))) + static_cast<char>(kind);
}

std::vector<core::Id> ids_in(core::Bytes row) {
  return core::unpack_row<std::vector<core::Id>>(row, "notifications");
}

std::vector<core::Id> answering_for(core::Rows const& rows, core::Id const& thing) {
  auto const row = rows.find(RowKey(answering_key, thing));
  return row ? ids_in(*row) : std::vector<core::Id>();
}

std::vector<core::Id> running(core::Rows const& rows, core::Id const& programme) {
  std::vector<core::Id> managers;
  for (auto const& target : {programme, measure_of(rows, programme), core::Id()}) {
    rows.scan_within(RowKey(manager_key, target), [&](core::Bytes manager, core::Bytes) {
      managers.push_back(core::Id::from(manager));
      return managers.size() < core::limits::managers_told_max;
    });
    if (!managers.empty()) break;
  }
  return managers;
}

std::vector<core::Id> participants(core::Rows const& rows, core::Id const& programme) {
  std::vector<core::Id> people;
  each_pair(rows, applied_key, programme,
            [&](core::Id const& person, core::Bytes) { people.push_back(person); });
  auto const partners = rows.find(RowKey(partner_key, programme));
  if (!partners) return people;
  for (auto const& partner : ids_in(*partners)) {
    auto const speakers = answering_for(rows, canonical(rows, partner));
    people.insert(people.end(), speakers.begin(), speakers.end());
  }
  return people;
}

void NotificationsFold::apply(core::Recorded const& recorded) {
  Visitor visitor(*this);
  core::visit_idea(recorded, visitor) || core::visit_challenge(recorded, visitor) ||
      core::visit_team(recorded, visitor) || core::visit_project(recorded, visitor) ||
      core::visit_organisation(recorded, visitor) || core::visit_follow(recorded, visitor) ||
      core::visit_programme(recorded, visitor) || core::visit_account(recorded, visitor);
  keep_followers(recorded, rows);
}

void NotificationsFold::answer(core::Id const& thing, core::Id const& person, bool on) {
  auto people = answering_for(rows, thing);
  std::erase(people, person);
  if (on) people.push_back(person);
  put(rows, RowKey(answering_key, thing), people);
}

void NotificationsFold::answer_alone(core::Id const& thing, core::Id const& person) {
  put(rows, RowKey(answering_key, thing), std::vector<core::Id>{person});
}

void NotificationsFold::manage(core::Scope scope, core::Id const& target, core::Id const& person,
                               bool on) {
  if (scope == core::Scope::TENANT) keep_pair(rows, {manager_key, core::Id(), person}, on);
  if (scope == core::Scope::PROGRAMME || scope == core::Scope::MEASURE)
    keep_pair(rows, {manager_key, target, person}, on);
}

// Once for each role, so that it stays a partner until it has left the last.
void NotificationsFold::partner(core::Id const& programme, core::Id const& organisation, bool on) {
  RowKey const key(partner_key, programme);
  auto const row = rows.find(key);
  auto partners = row ? ids_in(*row) : std::vector<core::Id>();
  if (on) partners.push_back(organisation);
  else if (auto const one = std::ranges::find(partners, organisation); one != partners.end())
    partners.erase(one);
  put(rows, key, partners);
}

void NotificationsFold::silence(core::Id const& person) {
  std::vector<std::string> kept;
  rows.scan_within(RowKey(notices_key, person), [&](core::Bytes kind, core::Bytes) {
    kept.push_back(notices_of(person, static_cast<core::schema::Notice>(kind.front())));
    return true;
  });
  for (auto const& key : kept) rows.erase(core::bytes_of(key));
  for (std::size_t kind = 0; kind < notice_kinds; ++kind)
    deliver(person, kind, static_cast<std::uint8_t>(core::follow::Delivery::OFF));
}

void NotificationsFold::deliver(core::Id const& person, std::size_t kind, std::uint8_t delivery) {
  RowKey const key(delivery_key, person);
  auto const row = rows.find(key);
  std::vector<std::uint8_t> all(notice_kinds);
  if (row) std::ranges::copy(*row, all.begin());
  all.at(kind) = delivery;
  rows.put(key, all);
}

}  // namespace projections
