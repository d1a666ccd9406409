// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/notifications.hpp"

#include <random>

#include "core/limits.hpp"
#include "core/people/tenant.hpp"
#include "core/schema/account.capnp.h"
#include "core/schema/idea.capnp.h"
#include "core/schema/organisation.capnp.h"
#include "core/schema/person.capnp.h"
#include "core/schema/programme.capnp.h"
#include "core/schema/project.capnp.h"
#include "core/schema/team.capnp.h"
#include "tests/projections/people.hpp"
#include "tests/projections/replay.hpp"

namespace {

namespace account = core::account;
namespace programme = core::programme;
namespace team = core::team;
namespace idea = core::idea;
namespace follow = core::follow;
namespace organisation = core::organisation;
using namespace support;
using projections::Notifications, projections::NoticeKind;

struct Hub : People {
  Hub& by(std::uint64_t person) {
    actor = person ? id_of(person) : core::Id();
    return *this;
  }
  core::Position form(std::uint64_t number, std::uint64_t lead) {
    return add<team::TeamFormed>(id_of(number), [&](auto event) {
      event.setTeam(core::data_of(id_of(number)));
      event.setLead(core::data_of(id_of(lead)));
    });
  }
  template <class Event>
  core::Position in_team(std::uint64_t number, std::uint64_t person) {
    return add<Event>(id_of(number), [&](auto event) {
      event.setTeam(core::data_of(id_of(number)));
      event.setPerson(core::data_of(id_of(person)));
    });
  }
  core::Position draft(std::uint64_t number, std::uint64_t author) {
    return add<idea::IdeaDrafted>(id_of(number), [&](auto event) {
      event.setIdea(core::data_of(id_of(number)));
      event.setAuthor(core::data_of(id_of(author)));
    });
  }
  template <class Event>
  core::Position of_idea(std::uint64_t number, std::uint64_t person) {
    return add<Event>(id_of(number), [&](auto event) {
      event.setIdea(core::data_of(id_of(number)));
      event.setPerson(core::data_of(id_of(person)));
    });
  }
  template <class Event>
  void moderates(std::uint64_t person) {
    actor = {};
    add<Event>(id_of(person), [&](auto event) {
      event.setRole(core::Role::MODERATOR);
      event.setAccount(core::data_of(id_of(person)));
    });
  }
  core::Position report(std::uint64_t who, std::uint64_t about) {
    return add<core::person::PersonReported>(id_of(who), [&](auto event) {
      event.setPerson(core::data_of(id_of(who)));
      event.setAbout(core::data_of(id_of(about)));
      event.setHub(core::data_of(core::tenant::the_tenant()));
    });
  }
  core::Position registered(std::uint64_t number, std::uint64_t person) {
    return add<organisation::OrganisationRegistered>(id_of(number), [&](auto event) {
      event.setOrganisation(core::data_of(id_of(number)));
      event.setRepresentative(core::data_of(id_of(person)));
    });
  }
  template <class Event>
  core::Position in_organisation(std::uint64_t number, std::uint64_t person) {
    return add<Event>(id_of(number), [&](auto event) {
      event.setOrganisation(core::data_of(id_of(number)));
      event.setPerson(core::data_of(id_of(person)));
    });
  }
  template <class Event>
  core::Position managing(std::uint64_t person, core::Scope scope, std::uint64_t target = 0) {
    return add<Event>(id_of(person), [&](auto event) {
      event.setAccount(core::data_of(id_of(person)));
      event.setRole(core::Role::PROGRAMME_MANAGER);
      event.setScope(scope);
      if (target) event.setTarget(core::data_of(id_of(target)));
    });
  }
  core::Position announce(std::uint64_t number, std::uint64_t measure) {
    return add<programme::ProgrammeAnnounced>(id_of(number), [&](auto event) {
      event.setProgramme(core::data_of(id_of(number)));
      event.setMeasure(core::data_of(id_of(measure)));
    });
  }
  core::Position apply(std::uint64_t number, std::uint64_t person) {
    return by(person).add<programme::ApplicationSubmitted>(id_of(number), [&](auto event) {
      event.setProgramme(core::data_of(id_of(number)));
      event.setPerson(core::data_of(id_of(person)));
    });
  }
  template <class Event>
  core::Position followed(std::uint64_t person, std::uint64_t target) {
    return add<Event>(id_of(person), [&](auto event) {
      event.setPerson(core::data_of(id_of(person)));
      event.setTarget(core::data_of(id_of(target)));
    });
  }
  core::Position deliver(std::uint64_t person, NoticeKind kind, follow::Delivery delivery) {
    return add<follow::DeliverySet>(id_of(person), [&](auto event) {
      event.setPerson(core::data_of(id_of(person)));
      event.setNotice(kind);
      event.setDelivery(delivery);
    });
  }
};

char const* const kind_names[] = {"answer", "decision", "idea", "role", "invitation", "following"};

struct Played {
  explicit Played(Hub const& hub) { hub.play(view); }
  // "position kind" of each, the newest first.
  std::string told(std::uint64_t person) const {
    std::string text;
    for (auto const& notice : view.of(id_of(person)))
      (text += text.empty() ? "" : ", ") += std::to_string(notice.position.value) + " " +
                                            kind_names[static_cast<std::size_t>(notice.kind)];
    return text;
  }
  Notifications view{mixing_crypto};
};

std::string one(core::Position position, std::string const& kind) {
  return std::to_string(position.value) + " " + kind;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(notifications)

BOOST_AUTO_TEST_CASE(a_lead_hears_of_requests_and_the_person_of_the_answer) {
  Hub hub;
  hub.by(1).form(10, 1);
  auto const asked = hub.by(2).in_team<team::JoinRequested>(10, 2);
  auto const accepted = hub.by(1).in_team<team::JoinAccepted>(10, 2);
  Played const played(hub);
  BOOST_TEST(played.told(1) == one(asked, "decision"));
  BOOST_TEST(played.told(2) == one(accepted, "answer"));
  BOOST_TEST((played.view.of(id_of(1)).front().people == std::vector<core::Id>{id_of(2)}));
}

BOOST_AUTO_TEST_CASE(what_came_of_itself_has_to_do_with_nobody_else) {
  Hub hub;
  for (bool const promoted : {false, true})
    hub.by(9).add<programme::ApplicationAccepted>(id_of(50), [&](auto accepted) {
      accepted.setProgramme(core::data_of(id_of(50)));
      accepted.setPerson(core::data_of(id_of(1)));
      accepted.setPromoted(promoted);
    });
  auto const notices = Played(hub).view.of(id_of(1));
  BOOST_TEST_REQUIRE(notices.size() == 2u);
  BOOST_TEST(notices.front().people.empty());
  BOOST_TEST((notices.back().people == std::vector<core::Id>{id_of(9)}));
}

BOOST_AUTO_TEST_CASE(requests_reach_whoever_leads_at_the_time) {
  Hub hub;
  hub.by(1).form(10, 1);
  auto const handed = hub.in_team<team::LeadTransferred>(10, 3);
  auto const asked = hub.by(2).in_team<team::JoinRequested>(10, 2);
  Played const played(hub);
  BOOST_TEST(played.told(1) == "");
  BOOST_TEST(played.told(3) == one(asked, "decision") + ", " + one(handed, "role"));
}

BOOST_AUTO_TEST_CASE(invitations_reach_the_invited_and_their_answer_the_lead) {
  Hub hub;
  hub.by(1).form(10, 1);
  auto const invited = hub.in_team<team::InvitationSent>(10, 2);
  auto const declined = hub.by(2).in_team<team::InvitationDeclined>(10, 2);
  Played const played(hub);
  BOOST_TEST(played.told(2) == one(invited, "invitation"));
  BOOST_TEST(played.told(1) == one(declined, "answer"));
}

BOOST_AUTO_TEST_CASE(an_application_waits_for_whoever_runs_the_programme) {
  using core::Scope;
  Hub hub;
  auto const first = hub.managing<account::RoleGranted>(1, Scope::TENANT);
  auto const second = hub.managing<account::RoleGranted>(2, Scope::MEASURE, 40);
  auto const third = hub.managing<account::RoleGranted>(3, Scope::PROGRAMME, 30);
  hub.announce(30, 40), hub.announce(31, 40), hub.announce(32, 41);
  auto const nearest = hub.apply(30, 9), of_measure = hub.apply(31, 9), of_hub = hub.apply(32, 9);
  auto const revoked = hub.managing<account::RoleRevoked>(3, Scope::PROGRAMME, 30);
  auto const later = hub.apply(30, 8);
  hub.apply(31, 2);
  Played const played(hub);
  BOOST_TEST(played.told(3) ==
             one(revoked, "role") + ", " + one(nearest, "decision") + ", " + one(third, "role"));
  BOOST_TEST(played.told(2) == one(later, "decision") + ", " + one(of_measure, "decision") + ", " +
                                   one(second, "role"));
  BOOST_TEST(played.told(1) == one(of_hub, "decision") + ", " + one(first, "role"));
  BOOST_TEST(played.told(9) == "");
}

BOOST_AUTO_TEST_CASE(who_takes_part_hopes_to_or_is_a_partner_hears_that_it_is_called_off) {
  Hub hub;
  hub.announce(30, 40), hub.announce(31, 40);
  hub.by(0).registered(60, 6), hub.registered(61, 7), hub.registered(62, 8);
  auto const partner = [&]<class Event>(std::uint64_t organisation, Event*) {
    hub.add<Event>(id_of(30), [&](auto event) {
      event.setProgramme(core::data_of(id_of(30)));
      event.setOrganisation(core::data_of(id_of(organisation)));
    });
  };
  for (std::uint64_t organisation : {60, 62})
    partner(organisation, (programme::PartnerJoined*)nullptr);
  partner(62, (programme::PartnerLeft*)nullptr);
  hub.add<organisation::OrganisationMerged>(id_of(60), [](auto event) {
    event.setOrganisation(core::data_of(id_of(60)));
    event.setInto(core::data_of(id_of(61)));
  });
  for (std::uint64_t person = 1; person <= 3; ++person) hub.apply(30, person);
  hub.apply(31, 4);
  hub.by(2).add<programme::ApplicationWithdrawn>(id_of(30), [](auto event) {
    event.setProgramme(core::data_of(id_of(30)));
    event.setPerson(core::data_of(id_of(2)));
  });
  auto const cancelled = hub.by(9).add<programme::ProgrammeCancelled>(
      id_of(30), [](auto event) { event.setProgramme(core::data_of(id_of(30))); });
  Played const played(hub);
  auto const hears = [&](std::uint64_t person) {
    return played.told(person).starts_with(one(cancelled, "answer"));
  };
  for (std::uint64_t person : {1, 3, 7}) BOOST_TEST(hears(person), person);
  for (std::uint64_t person : {2, 4, 8, 9}) BOOST_TEST(!hears(person), person);
}

BOOST_AUTO_TEST_CASE(of_many_managers_so_many_are_told) {
  Hub hub;
  auto const most = core::limits::managers_told_max;
  for (std::uint64_t person = 1; person <= most + 1; ++person)
    hub.managing<account::RoleGranted>(person, core::Scope::TENANT);
  hub.announce(300, 400);
  hub.apply(300, 200);
  Played const played(hub);
  std::size_t told = 0;
  for (std::uint64_t person = 1; person <= most + 1; ++person)
    told += played.told(person).find("decision") != std::string::npos;
  BOOST_TEST(told == most);
}

BOOST_AUTO_TEST_CASE(all_authors_hear_what_is_said_about_their_idea) {
  Hub hub;
  hub.by(1).draft(20, 1);
  hub.by(2).of_idea<idea::CoAuthorAdded>(20, 2);
  auto const endorsed = hub.by(3).of_idea<idea::IdeaEndorsed>(20, 3);
  hub.by(2).of_idea<idea::CoAuthorDeclined>(20, 2);
  auto const again = hub.by(4).of_idea<idea::IdeaEndorsed>(20, 4);
  Played const played(hub);
  BOOST_TEST(played.told(2) == one(endorsed, "idea"));
  BOOST_TEST(played.told(1).starts_with(one(again, "idea")));
  BOOST_TEST(played.told(3) == "");
}

BOOST_AUTO_TEST_CASE(representatives_hear_of_requests_as_long_as_they_are) {
  Hub hub;
  hub.by(1).registered(30, 1);
  auto const appointed = hub.in_organisation<organisation::RepresentativeAppointed>(30, 2);
  auto const asked = hub.by(3).in_organisation<organisation::MembershipRequested>(30, 3);
  auto const dismissed = hub.by(1).in_organisation<organisation::RepresentativeDismissed>(30, 2);
  auto const later = hub.by(4).in_organisation<organisation::MembershipRequested>(30, 4);
  Played const played(hub);
  BOOST_TEST(played.told(1) == one(later, "decision") + ", " + one(asked, "decision"));
  BOOST_TEST(played.told(2) == one(dismissed, "role") + ", " + one(asked, "decision") + ", " +
                                   one(appointed, "role"));
}

BOOST_AUTO_TEST_CASE(moderators_hear_of_reports_but_not_of_those_about_themselves) {
  Hub hub;
  hub.moderates<core::account::RoleGranted>(1), hub.moderates<core::account::RoleGranted>(2);
  hub.moderates<core::account::RoleGranted>(3);
  hub.moderates<core::account::RoleRevoked>(3);
  hub.registered(40, 2);
  auto const about_nobody = hub.by(5).report(5, 6), about_one = hub.report(5, 1),
             about_hers = hub.report(5, 40);
  Played const played(hub);
  auto const both = [](core::Position newer, core::Position older) {
    return one(newer, "decision") + ", " + one(older, "decision") + ", ";
  };
  BOOST_TEST(played.told(1).starts_with(both(about_hers, about_nobody)));
  BOOST_TEST(played.told(2).starts_with(both(about_one, about_nobody)));
  BOOST_TEST(played.told(3).find("decision") == std::string::npos);
  BOOST_TEST(played.told(5) == "");
}

BOOST_AUTO_TEST_CASE(whoever_is_named_a_member_of_a_project_hears_of_it) {
  Hub hub;
  auto const started = hub.by(1).add<core::project::ProjectStarted>(id_of(50), [&](auto event) {
    event.setProject(core::data_of(id_of(50)));
    event.setLead(core::data_of(id_of(1)));
    auto members = event.initMembers(3);
    for (unsigned i = 0; i < 3; ++i) members.set(i, core::data_of(id_of(i + 1)));
  });
  Played const played(hub);
  BOOST_TEST(played.told(1) == "");
  for (std::uint64_t member : {2, 3}) BOOST_TEST(played.told(member) == one(started, "role"));
}

BOOST_AUTO_TEST_CASE(news_of_what_one_follows_come_once_and_give_way_to_what_concerns_oneself) {
  Hub hub;
  hub.by(5).followed<follow::FollowStarted>(5, 10);
  hub.followed<follow::FollowStarted>(5, 1);
  hub.by(6).followed<follow::FollowStarted>(6, 10);
  auto const formed = hub.by(1).form(10, 1);
  auto const handed = hub.in_team<team::LeadTransferred>(10, 5);
  hub.by(2).in_team<team::JoinRequested>(10, 2);
  hub.by(6).followed<follow::FollowStopped>(6, 10);
  hub.by(5).in_team<team::MemberJoined>(10, 2);
  Played const played(hub);
  BOOST_TEST(played.told(6) == one(handed, "following") + ", " + one(formed, "following"));
  BOOST_TEST(played.told(5) == one({handed.value + 1}, "decision") + ", " + one(handed, "role") +
                                   ", " + one(formed, "following"));
}

BOOST_AUTO_TEST_CASE(changes_of_a_profile_are_no_news) {
  Hub hub;
  hub.by(5).followed<follow::FollowStarted>(5, 1);
  hub.by(1).create(1);
  hub.list(1);
  hub.declare(1, Direction::HAVE, 40);
  BOOST_TEST(Played(hub).told(5) == "");
}

BOOST_AUTO_TEST_CASE(a_kind_that_is_off_is_not_told_from_then_on) {
  Hub hub;
  hub.by(1).form(10, 1);
  auto const before = hub.by(2).in_team<team::JoinRequested>(10, 2);
  hub.by(1).deliver(1, NoticeKind::DECISION, follow::Delivery::OFF);
  hub.by(3).in_team<team::JoinRequested>(10, 3);
  auto const accepted = hub.by(3).in_team<team::InvitationAccepted>(10, 3);
  hub.by(1).deliver(1, NoticeKind::DECISION, follow::Delivery::DAILY);
  auto const after = hub.by(4).in_team<team::JoinRequested>(10, 4);
  Played const played(hub);
  BOOST_TEST(played.told(1) == one(after, "decision") + ", " + one(accepted, "answer") + ", " +
                                   one(before, "decision"));
  BOOST_TEST((played.view.delivery(id_of(1), NoticeKind::DECISION) == follow::Delivery::DAILY));
  BOOST_TEST((played.view.delivery(id_of(1), NoticeKind::ANSWER) == follow::Delivery::IMMEDIATE));
  BOOST_TEST((played.view.delivery(id_of(9), NoticeKind::ANSWER) == follow::Delivery::IMMEDIATE));
}

BOOST_AUTO_TEST_CASE(what_is_off_does_not_come_as_news_either) {
  Hub hub;
  hub.by(2).followed<follow::FollowStarted>(2, 10);
  hub.deliver(2, NoticeKind::ROLE, follow::Delivery::OFF);
  auto const formed = hub.by(1).form(10, 1);
  hub.in_team<team::LeadTransferred>(10, 2);
  BOOST_TEST(Played(hub).told(2) == one(formed, "following"));
}

BOOST_AUTO_TEST_CASE(the_oldest_of_a_kind_gives_way_and_no_other_kind) {
  Hub hub;
  auto const answered = hub.by(1).in_team<team::JoinAccepted>(11, 2);
  hub.by(2).followed<follow::FollowStarted>(2, 10);
  core::Position first, last;
  for (std::size_t i = 0; i <= core::limits::notices_max; ++i) {
    last = hub.by(1).form(10, 1);
    if (i == 1) first = last;
  }
  auto const all = Played(hub).view.of(id_of(2));
  BOOST_REQUIRE_EQUAL(all.size(), core::limits::notices_max + 1);
  BOOST_TEST((all[0].position == last));
  BOOST_TEST((all[all.size() - 2].position == first));
  BOOST_TEST((all.back().position == answered));
}

BOOST_AUTO_TEST_CASE(a_channel_reads_them_in_order_and_in_pages) {
  Hub hub;
  hub.by(1).form(10, 1);
  std::vector<core::Position> asked;
  for (std::uint64_t person = 2; person < 8; ++person)
    asked.push_back(hub.by(person).in_team<team::JoinRequested>(10, person));
  Played const played(hub);
  BOOST_TEST((played.view.positions(id_of(1), {}, 100) == asked));
  BOOST_TEST((played.view.positions(id_of(1), asked[1], 2) ==
              std::vector<core::Position>{asked[2], asked[3]}));
  std::vector<core::Position> recent;
  played.view.recent(asked[3], [&](core::Position position, core::Id const& person) {
    BOOST_TEST((person == id_of(1)));
    recent.push_back(position);
  });
  BOOST_TEST((recent == std::vector<core::Position>{asked[4], asked[5]}));
}

BOOST_AUTO_TEST_CASE(replayed_in_pieces_it_tells_the_same) {
  std::mt19937_64 engine(5);
  auto dice = [&](std::uint64_t below) { return engine() % below; };
  Hub hub;
  for (int i = 0; i < 1500; ++i) {
    auto const person = 1 + dice(12), other = 1 + dice(12), thing = 20 + dice(5);
    hub.by(dice(13));
    switch (dice(12)) {
      case 0: hub.form(thing, person); break;
      case 1: hub.in_team<team::JoinRequested>(thing, person); break;
      case 2: hub.in_team<team::JoinAccepted>(thing, person); break;
      case 3: hub.in_team<team::LeadTransferred>(thing, person); break;
      case 4: hub.draft(thing, person); break;
      case 5: hub.of_idea<idea::IdeaEndorsed>(thing, person); break;
      case 6: hub.of_idea<idea::CoAuthorAdded>(thing, person); break;
      case 7: hub.in_organisation<organisation::MembershipRequested>(thing, person); break;
      case 8: hub.in_organisation<organisation::RepresentativeAppointed>(thing, person); break;
      case 9: hub.followed<follow::FollowStarted>(person, dice(2) ? other : thing); break;
      case 10: hub.followed<follow::FollowStopped>(person, dice(2) ? other : thing); break;
      case 11:
        hub.deliver(person, static_cast<NoticeKind>(dice(projections::notice_kinds)),
                    static_cast<follow::Delivery>(dice(3)));
    }
  }
  auto const view = support::check_replay(
      hub, 6, [](auto&) { return std::make_unique<Notifications>(mixing_crypto); });
  std::size_t told = 0;
  for (std::uint64_t person = 1; person <= 12; ++person) {
    auto const notices = view->of(id_of(person));
    told += notices.size();
    for (std::size_t i = 1; i < notices.size(); ++i)
      BOOST_TEST((notices[i].position < notices[i - 1].position));
  }
  BOOST_TEST(told > 200u);
}

BOOST_AUTO_TEST_SUITE_END()
