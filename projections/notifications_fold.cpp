// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/notifications_fold.hpp"

#include <algorithm>

#include "core/dispatch.hpp"
#include "core/people/tenant.hpp"
#include "projections/notifications.hpp"

namespace projections {
namespace {

using core::id_from;
using Header = core::RecordHeader;
constexpr std::uint8_t there = 1;

// The few events that change whom others reach. Whatever else happens changes nothing here.
struct Visitor {
  NotificationsFold& fold;

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

  void operator()(core::organisation::OrganisationRegistered::Reader registered, Header const&) {
    fold.answer(id_from(registered.getOrganisation()), id_from(registered.getRepresentative()),
                true);
  }
  void operator()(core::organisation::RepresentativeAppointed::Reader appointed, Header const&) {
    fold.answer(id_from(appointed.getOrganisation()), id_from(appointed.getPerson()), true);
  }
  void operator()(core::organisation::RepresentativeDismissed::Reader dismissed, Header const&) {
    fold.answer(id_from(dismissed.getOrganisation()), id_from(dismissed.getPerson()), false);
  }
  void operator()(core::organisation::MembershipEnded::Reader ended, Header const&) {
    fold.answer(id_from(ended.getOrganisation()), id_from(ended.getPerson()), false);
  }
  void operator()(core::organisation::OrganisationAbsorbed::Reader absorbed, Header const&) {
    for (auto member : absorbed.getPeople())
      fold.answer(id_from(absorbed.getOrganisation()), id_from(member.getPerson()),
                  member.getStanding() == core::organisation::Standing::REPRESENTATIVE);
  }
  void operator()(core::organisation::OrganisationMerged::Reader merged, Header const&) {
    fold.pair(merged_key, id_from(merged.getInto()), id_from(merged.getOrganisation()), true);
  }
  void operator()(core::vocabulary::TermMerged::Reader merged, Header const&) {
    fold.pair(merged_key, id_from(merged.getInto()), id_from(merged.getTerm()), true);
  }

  void operator()(core::account::RoleGranted::Reader granted, Header const&) {
    moderate(granted, true);
  }
  void operator()(core::account::RoleRevoked::Reader revoked, Header const&) {
    moderate(revoked, false);
  }
  // For the whole tenant answer its moderators.
  template <class Event>
  void moderate(Event event, bool on) {
    if (event.getRole() == core::Role::MODERATOR && event.getScope() == core::Scope::TENANT)
      fold.answer(core::tenant::the_tenant(), id_from(event.getAccount()), on);
  }

  void operator()(core::follow::FollowStarted::Reader started, Header const&) {
    fold.pair(follower_key, id_from(started.getTarget()), id_from(started.getPerson()), true);
  }
  void operator()(core::follow::FollowStopped::Reader stopped, Header const&) {
    fold.pair(follower_key, id_from(stopped.getTarget()), id_from(stopped.getPerson()), false);
  }
  void operator()(core::follow::DeliverySet::Reader set, Header const&) {
    fold.deliver(id_from(set.getPerson()), static_cast<std::size_t>(set.getNotice()),
                 static_cast<std::uint8_t>(set.getDelivery()));
  }
};

// Calls visit(second) for each pair of that kind which begins with `first`.
void each_second(core::Rows const& rows, char kind, core::Id const& first,
                 core::FunctionRef<void(core::Id const&)> visit) {
  auto const prefix = id_key(kind, first);
  rows.scan(core::bytes_of(prefix), [&](core::Bytes key, core::Bytes) {
    if (!core::view_of(key).starts_with(prefix)) return false;
    visit(core::Id::from(key.subspan(prefix.size())));
    return true;
  });
}

}  // namespace

std::vector<core::Id> ids_in(core::Bytes row) {
  std::vector<core::Id> ids;
  if (!core::unpack(row, ids)) throw core::ShelfDamaged("notifications: a row has another shape");
  return ids;
}

std::vector<core::Id> answering_for(core::Rows const& rows, core::Id const& thing) {
  auto const row = rows.find(core::bytes_of(id_key(answering_key, thing)));
  return row ? ids_in(*row) : std::vector<core::Id>();
}

void gather_followers(core::Rows const& rows, core::Id const& followed,
                      std::vector<core::Id>& followers) {
  each_second(rows, follower_key, followed,
              [&](core::Id const& follower) { followers.push_back(follower); });
  each_second(rows, merged_key, followed,
              [&](core::Id const& merged) { gather_followers(rows, merged, followers); });
}

void NotificationsFold::apply(core::Recorded const& recorded) {
  Visitor visitor{*this};
  core::visit_idea(recorded, visitor) || core::visit_challenge(recorded, visitor) ||
      core::visit_team(recorded, visitor) || core::visit_project(recorded, visitor) ||
      core::visit_organisation(recorded, visitor) || core::visit_vocabulary(recorded, visitor) ||
      core::visit_follow(recorded, visitor) || core::visit_account(recorded, visitor);
}

void NotificationsFold::answer(core::Id const& thing, core::Id const& person, bool on) {
  auto people = answering_for(rows, thing);
  std::erase(people, person);
  if (on) people.push_back(person);
  put(rows, id_key(answering_key, thing), people);
}

void NotificationsFold::answer_alone(core::Id const& thing, core::Id const& person) {
  put(rows, id_key(answering_key, thing), std::vector<core::Id>{person});
}

void NotificationsFold::pair(char kind, core::Id const& first, core::Id const& second, bool on) {
  auto const key = id_key(kind, first) + std::string(core::view_of(second.view()));
  if (on) rows.put(core::bytes_of(key), {&there, 1});
  else rows.erase(core::bytes_of(key));
}

void NotificationsFold::deliver(core::Id const& person, std::size_t kind, std::uint8_t delivery) {
  auto const key = id_key(delivery_key, person);
  auto const row = rows.find(core::bytes_of(key));
  std::vector<std::uint8_t> all(notice_kinds);
  if (row) std::ranges::copy(*row, all.begin());
  all.at(kind) = delivery;
  rows.put(core::bytes_of(key), all);
}

}  // namespace projections
