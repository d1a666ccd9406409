// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What each event means to the programmes. One overload per event of the two families: a new one fails to compile here until
// somebody has decided.
#include "core/dispatch.hpp"
#include "projections/programmes.hpp"

namespace projections {

namespace programme = core::programme;
namespace account = core::account;
using core::id_from;
using Header = core::RecordHeader;

struct Programmes::Fold {
  Programmes& programmes;

  template <class Event>
  void change(Event event, Header const& header, core::FunctionRef<void(ProgrammeRow&)> edit) {
    programmes.change(id_from(event.getProgramme()), [&](ProgrammeRow& row) {
      row.version = header.version;
      edit(row);
    });
  }
  template <class Event>
  void stage(Event event, Header const& header, ProgrammeStage stage) {
    change(event, header, [&](ProgrammeRow& row) { row.stage = stage; });
  }
  template <class Event>
  void move(Event event, Header const& header, core::FunctionRef<void(ApplicationRow&)> edit) {
    programmes.move(id_from(event.getProgramme()), id_from(event.getPerson()), header.version,
                    edit);
  }
  // An application that waits no more.
  template <class Event>
  void settle(Event event, Header const& header, ApplicationStanding standing) {
    move(event, header, [&](ApplicationRow& row) {
      row.standing = standing;
      row.ticket = 0;
    });
  }
  template <class Event>
  void manage(Event event, bool may) {
    if (event.getRole() == core::Role::PROGRAMME_MANAGER &&
        (event.getScope() == core::Scope::PROGRAMME || event.getScope() == core::Scope::MEASURE))
      programmes.manage(id_from(event.getAccount()), id_from(event.getTarget()), may);
  }

  void operator()(programme::ProgrammeAnnounced::Reader announced, Header const& header) {
    change(announced, header, [&](ProgrammeRow& row) {
      row.stage = ProgrammeStage::ANNOUNCED;
      row.kind = announced.getKind();
      row.measure = id_from(announced.getMeasure());
      row.capacity = announced.getCapacity();
      row.team_size_min = announced.getTeamSizeMin();
      row.team_size_max = announced.getTeamSizeMax();
      row.several_teams = announced.getSeveralTeams();
      row.starts = {announced.getStarts()};
      row.ends = {announced.getEnds()};
      row.submissions_until = {announced.getSubmissionsUntil()};
      row.announced_at = header.position;
    });
  }
  void operator()(programme::PhasePlanned::Reader planned, Header const& header) {
    change(planned, header, [&](ProgrammeRow& row) {
      row.phases.push_back({header.position, {planned.getEnds()}});
    });
  }
  void operator()(programme::ApplicationsOpened::Reader opened, Header const& header) {
    change(opened, header, [&](ProgrammeRow& row) {
      row.stage = ProgrammeStage::OPEN;
      row.applications_until = {opened.getDeadline()};
    });
  }
  void operator()(programme::ApplicationsClosed::Reader closed, Header const& header) {
    stage(closed, header, ProgrammeStage::CLOSED);
  }
  void operator()(programme::ApplicationSubmitted::Reader submitted, Header const& header) {
    move(submitted, header, [&](ApplicationRow& row) {
      row = {ApplicationStanding::SUBMITTED, {}, 0, header.position, id_from(submitted.getTeam())};
    });
  }
  void operator()(programme::ApplicationAccepted::Reader accepted, Header const& header) {
    settle(accepted, header, ApplicationStanding::ACCEPTED);
  }
  void operator()(programme::ApplicationWaitlisted::Reader waitlisted, Header const& header) {
    move(waitlisted, header, [&](ApplicationRow& row) {
      row.standing = ApplicationStanding::WAITING;
      row.ticket = waitlisted.getTicket();
    });
  }
  void operator()(programme::ApplicationRejected::Reader rejected, Header const& header) {
    settle(rejected, header, ApplicationStanding::REJECTED);
  }
  void operator()(programme::ApplicationWithdrawn::Reader withdrawn, Header const& header) {
    settle(withdrawn, header, ApplicationStanding::WITHDRAWN);
  }
  void operator()(programme::EnrolmentConfirmed::Reader confirmed, Header const& header) {
    move(confirmed, header, [&](ApplicationRow& row) {
      row.standing = ApplicationStanding::ENROLLED;
      row.status = confirmed.getStatus();
    });
  }
  void operator()(programme::CapacitySet::Reader set, Header const& header) {
    change(set, header, [&](ProgrammeRow& row) { row.capacity = set.getCapacity(); });
  }
  void operator()(programme::PartnerJoined::Reader joined, Header const& header) {
    change(joined, header, [&](ProgrammeRow& row) {
      row.partners.push_back({id_from(joined.getOrganisation()), joined.getRole()});
    });
  }
  void operator()(programme::PartnerLeft::Reader left, Header const& header) {
    change(left, header, [&](ProgrammeRow& row) {
      std::erase(row.partners, programme::Partner{id_from(left.getOrganisation()), left.getRole()});
    });
  }
  void operator()(programme::StudyProgrammeInvolved::Reader involved, Header const& header) {
    change(involved, header, [&](ProgrammeRow& row) {
      row.studies.push_back({id_from(involved.getUniversity()),
                             {involved.getCode().cStr(), involved.getCode().size()}});
    });
  }
  void operator()(programme::ProgrammeStarted::Reader started, Header const& header) {
    change(started, header, [&](ProgrammeRow& row) {
      row.stage = ProgrammeStage::RUNNING;
      row.phase = row.phases.empty() ? 0 : 1;
    });
  }
  void operator()(programme::PhaseAdvanced::Reader advanced, Header const& header) {
    change(advanced, header, [&](ProgrammeRow& row) { row.phase = advanced.getTo(); });
  }
  void operator()(programme::ProgrammeCompleted::Reader completed, Header const& header) {
    stage(completed, header, ProgrammeStage::COMPLETED);
  }
  void operator()(programme::ProgrammeCancelled::Reader cancelled, Header const& header) {
    change(cancelled, header, [&](ProgrammeRow& row) {
      row.stage = ProgrammeStage::CANCELLED;
      row.cancelled_at = header.position;
    });
  }
  void operator()(programme::ResultsPublished::Reader published, Header const& header) {
    change(published, header, [&](ProgrammeRow& row) { row.results_at = header.position; });
  }

  void operator()(account::RoleGranted::Reader granted, Header const&) { manage(granted, true); }
  void operator()(account::RoleRevoked::Reader revoked, Header const&) { manage(revoked, false); }
  void operator()(account::SubjectErased::Reader, Header const&) {}
  void operator()(account::ErasureRequested::Reader, Header const&) {}
  void operator()(account::ErasureCancelled::Reader, Header const&) {}
  void operator()(account::AccountRegistered::Reader, Header const&) {}
  void operator()(account::AccountReminded::Reader, Header const&) {}
  void operator()(account::PersonalDataOpened::Reader, Header const&) {}
  void operator()(account::AccountSuspended::Reader, Header const&) {}
  void operator()(account::AccountReinstated::Reader, Header const&) {}
  void operator()(account::ConsentGiven::Reader, Header const&) {}
  void operator()(account::ConsentWithdrawn::Reader, Header const&) {}
};

void Programmes::apply(core::Recorded const& recorded) {
  Fold fold{*this};
  if (core::visit_programme(recorded, fold)) return;
  core::visit_account(recorded, fold);
}

}  // namespace projections
