// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What each event means to the team board. One overload per event of the family: a new one fails to compile here until somebody
// has decided.
#include "core/dispatch.hpp"
#include "projections/teams.hpp"

namespace projections {

namespace team = core::team;
using core::id_from;
using Header = core::RecordHeader;

struct Teams::Fold {
  Teams& teams;

  template <class Event>
  void change(Event event, Header const& header, core::FunctionRef<void(TeamRow&)> edit) {
    teams.change(id_from(event.getTeam()), [&](TeamRow& row) {
      row.version = header.version;
      edit(row);
    });
  }
  template <class Row>
  static void erase(std::vector<Row>& rows, core::Id const& person) {
    std::erase_if(rows, [&](Row const& row) { return row.person == person; });
  }
  template <class Event>
  void end_request(Event event, Header const& header) {
    change(event, header, [&](TeamRow& row) { erase(row.requests, id_from(event.getPerson())); });
  }
  template <class Event>
  void end_invitation(Event event, Header const& header) {
    change(event, header,
           [&](TeamRow& row) { erase(row.invitations, id_from(event.getPerson())); });
  }
  template <class Event>
  void part(Event event, Header const& header) {
    change(event, header, [&](TeamRow& row) { erase(row.members, id_from(event.getPerson())); });
  }

  void operator()(team::TeamFormed::Reader formed, Header const& header) {
    change(formed, header, [&](TeamRow& row) {
      row.kind = formed.getKind();
      row.programme = id_from(formed.getProgramme());
      row.lead = id_from(formed.getLead());
      row.size_max = formed.getSizeMax();
      row.formed_at = header.position;
    });
  }
  void operator()(team::RoleOpened::Reader opened, Header const& header) {
    change(opened, header, [&](TeamRow& row) {
      auto const skill = opened.getSkill();
      row.openings.push_back(
          {id_from(opened.getRole()),
           {id_from(skill.getTerm()), skill.getLevel(), skill.getWeight(), skill.getMust()},
           opened.getCount(),
           header.position});
    });
  }
  void operator()(team::RoleClosed::Reader closed, Header const& header) {
    change(closed, header, [&](TeamRow& row) {
      auto const role = id_from(closed.getRole());
      std::erase_if(row.openings, [&](OpeningRow const& opening) { return opening.role == role; });
    });
  }
  void operator()(team::InvitationSent::Reader sent, Header const& header) {
    change(sent, header, [&](TeamRow& row) {
      auto const person = id_from(sent.getPerson());
      erase(row.invitations, person);
      row.invitations.push_back(
          {person, id_from(sent.getRole()), {sent.getExpires()}, header.position});
    });
  }
  void operator()(team::InvitationAccepted::Reader accepted, Header const& header) {
    end_invitation(accepted, header);
  }
  void operator()(team::InvitationDeclined::Reader declined, Header const& header) {
    end_invitation(declined, header);
  }
  void operator()(team::InvitationWithdrawn::Reader withdrawn, Header const& header) {
    end_invitation(withdrawn, header);
  }
  void operator()(team::InvitationExpired::Reader expired, Header const& header) {
    end_invitation(expired, header);
  }
  void operator()(team::InvitationClosed::Reader closed, Header const& header) {
    end_invitation(closed, header);
  }
  void operator()(team::JoinRequested::Reader requested, Header const& header) {
    change(requested, header, [&](TeamRow& row) {
      auto const person = id_from(requested.getPerson());
      erase(row.requests, person);
      row.requests.push_back({person, id_from(requested.getRole()), {}, header.position});
    });
  }
  void operator()(team::JoinAccepted::Reader accepted, Header const& header) {
    end_request(accepted, header);
  }
  void operator()(team::JoinDeclined::Reader declined, Header const& header) {
    end_request(declined, header);
  }
  void operator()(team::JoinWithdrawn::Reader withdrawn, Header const& header) {
    end_request(withdrawn, header);
  }
  void operator()(team::MemberJoined::Reader joined, Header const& header) {
    change(joined, header, [&](TeamRow& row) {
      auto const person = id_from(joined.getPerson()), role = id_from(joined.getRole());
      erase(row.requests, person);
      erase(row.invitations, person);
      for (auto& opening : row.openings) opening.left -= opening.role == role;
      row.members.push_back({person,
                             role,
                             joined.getSector(),
                             joined.getStatus(),
                             {joined.getDiscipline().cStr(), joined.getDiscipline().size()},
                             header.position});
    });
  }
  void operator()(team::MemberLeft::Reader left, Header const& header) { part(left, header); }
  void operator()(team::MemberRemoved::Reader removed, Header const& header) {
    part(removed, header);
  }
  void operator()(team::LeadTransferred::Reader transferred, Header const& header) {
    change(transferred, header, [&](TeamRow& row) { row.lead = id_from(transferred.getPerson()); });
  }
  void operator()(team::TeamLocked::Reader locked, Header const& header) {
    change(locked, header, [](TeamRow& row) { row.locked = true; });
  }
  void operator()(team::TeamUnlocked::Reader unlocked, Header const& header) {
    change(unlocked, header, [](TeamRow& row) { row.locked = false; });
  }
  void operator()(team::SubmissionMade::Reader made, Header const& header) {
    change(made, header, [&](TeamRow& row) {
      row.submissions = made.getNumber();
      row.final = made.getFinal();
      row.submitted_at = header.position;
    });
  }
  void operator()(team::TeamDissolved::Reader dissolved, Header const& header) {
    change(dissolved, header, [](TeamRow& row) {
      row.dissolved = true;
      row.openings.clear();
      row.invitations.clear();
    });
  }
};

void Teams::apply(core::Recorded const& recorded) { core::visit_team(recorded, Fold{*this}); }

}  // namespace projections
