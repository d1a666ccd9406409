// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What each event means to the project portfolio. One overload per event: a new one fails to compile here until somebody has
// decided.
#include "core/dispatch.hpp"
#include "core/schema.hpp"
#include "projections/projects.hpp"

namespace projections {

namespace project = core::project;
using core::id_from;
using Header = core::RecordHeader;

struct Projects::Fold {
  Projects& projects;

  template <class Event>
  void change(Event event, Header const& header, core::FunctionRef<void(ProjectRow&)> edit) {
    projects.change(id_from(event.getProject()), [&](ProjectRow& row) {
      row.version = header.version;
      edit(row);
    });
  }
  template <class Event>
  void status(Event event, Header const& header, ProjectStatus status) {
    change(event, header, [&](ProjectRow& row) { row.status = status; });
  }
  template <class Event>
  void milestone(Event event, Header const& header, MilestoneStage stage) {
    change(event, header, [&](ProjectRow& row) {
      for (auto& milestone : row.milestones)
        if (milestone.id == id_from(event.getMilestone())) milestone.stage = stage;
    });
  }
  template <class Event>
  void test(Event event, Header const& header, FieldTest test) {
    change(event, header, [&](ProjectRow& row) {
      for (auto& site : row.sites)
        if (site.id == id_from(event.getSite())) site.test = test;
    });
  }
  static std::string text(capnp::Text::Reader text) { return {text.cStr(), text.size()}; }

  void operator()(project::ProjectStarted::Reader started, Header const& header) {
    change(started, header, [&](ProjectRow& row) {
      row.stage = ProjectStage::IDEA;
      row.reached[place_of(row.stage)] = header.occurred;
      row.origin = started.getOrigin();
      row.green = started.getGreen();
      row.origin_id = id_from(started.getOriginId());
      row.predecessor = id_from(started.getPredecessor());
      row.team = id_from(started.getTeam());
      row.measure = id_from(started.getMeasure());
      row.second_measure = id_from(started.getSecondMeasure());
      row.lead = id_from(started.getLead());
      row.begins = {started.getBegins()};
      row.ends = {started.getEnds()};
      row.started_at = header.position;
      for (auto member : started.getMembers()) row.members.push_back(id_from(member));
    });
  }
  void operator()(project::ProjectVoided::Reader voided, Header const& header) {
    status(voided, header, ProjectStatus::VOIDED);
  }
  void operator()(project::MemberAdmitted::Reader admitted, Header const& header) {
    change(admitted, header,
           [&](ProjectRow& row) { row.members.push_back(id_from(admitted.getPerson())); });
  }
  void operator()(project::MemberDismissed::Reader dismissed, Header const& header) {
    change(dismissed, header,
           [&](ProjectRow& row) { std::erase(row.members, id_from(dismissed.getPerson())); });
  }
  void operator()(project::ProjectHandedOver::Reader handed_over, Header const& header) {
    change(handed_over, header,
           [&](ProjectRow& row) { row.lead = id_from(handed_over.getPerson()); });
  }
  void operator()(project::MilestonePlanned::Reader planned, Header const& header) {
    change(planned, header, [&](ProjectRow& row) {
      row.milestones.push_back({id_from(planned.getMilestone()),
                                {planned.getDue()},
                                MilestoneStage::PLANNED,
                                header.position});
    });
  }
  void operator()(project::MilestoneReached::Reader reached, Header const& header) {
    milestone(reached, header, MilestoneStage::REACHED);
  }
  void operator()(project::MilestoneMissed::Reader missed, Header const& header) {
    milestone(missed, header, MilestoneStage::MISSED);
  }
  void operator()(project::MilestoneDropped::Reader dropped, Header const& header) {
    milestone(dropped, header, MilestoneStage::DROPPED);
  }
  void operator()(project::PrototypeRegistered::Reader registered, Header const& header) {
    change(registered, header, [&](ProjectRow& row) {
      row.prototypes.push_back({id_from(registered.getPrototype()),
                                id_from(registered.getExhibit()), text(registered.getLicence()),
                                header.position});
    });
  }
  void operator()(project::PrototypeVoided::Reader voided, Header const& header) {
    change(voided, header, [&](ProjectRow& row) {
      std::erase_if(row.prototypes, [&](PrototypeRow const& prototype) {
        return prototype.id == id_from(voided.getPrototype());
      });
    });
  }
  void operator()(project::StageAdvanced::Reader advanced, Header const& header) {
    change(advanced, header, [&](ProjectRow& row) {
      row.stage = advanced.getTo();
      auto& reached = row.reached[place_of(row.stage)];
      if (reached.us == 0) reached = header.occurred;
    });
  }
  // What was reached stays so, unless it was entered in error.
  void operator()(project::StageReverted::Reader reverted, Header const& header) {
    change(reverted, header, [&](ProjectRow& row) {
      row.stage = reverted.getTo();
      if (!reverted.getError()) return;
      for (auto place = place_of(row.stage) + 1; place < project_stages; ++place)
        row.reached[place] = {};
    });
  }
  void operator()(project::ImplementationCommissioned::Reader commissioned, Header const& header) {
    change(commissioned, header, [&](ProjectRow& row) {
      row.commissioner = id_from(commissioned.getOrganisation());
      row.commissioned_at = header.position;
    });
  }
  void operator()(project::FollowOnStarted::Reader followed, Header const& header) {
    change(followed, header,
           [&](ProjectRow& row) { row.successors.push_back(id_from(followed.getSuccessor())); });
  }
  void operator()(project::PredecessorNamed::Reader named, Header const& header) {
    change(named, header,
           [&](ProjectRow& row) { row.predecessor = id_from(named.getPredecessor()); });
  }
  void operator()(project::SiteRegistered::Reader registered, Header const& header) {
    change(registered, header, [&](ProjectRow& row) {
      row.sites.push_back({id_from(registered.getSite()), text(registered.getDistrict()),
                           FieldTest::NONE, header.position});
    });
  }
  void operator()(project::FieldTestStarted::Reader started, Header const& header) {
    test(started, header, FieldTest::RUNNING);
  }
  void operator()(project::FieldTestEnded::Reader ended, Header const& header) {
    test(ended, header, FieldTest::ENDED);
  }
  void operator()(project::OpenSourceReleased::Reader released, Header const& header) {
    change(released, header, [&](ProjectRow& row) {
      row.releases.push_back({text(released.getLicence()), header.position});
    });
  }
  void operator()(project::TransferOffered::Reader offered, Header const& header) {
    change(offered, header, [&](ProjectRow& row) { row.offered_at = header.position; });
  }
  void operator()(project::TransferAdopted::Reader adopted, Header const& header) {
    change(adopted, header, [](ProjectRow& row) { ++row.adoptions; });
  }
  void operator()(project::ProjectPaused::Reader paused, Header const& header) {
    status(paused, header, ProjectStatus::PAUSED);
  }
  void operator()(project::ProjectResumed::Reader resumed, Header const& header) {
    status(resumed, header, ProjectStatus::ACTIVE);
  }
  void operator()(project::ProjectCompleted::Reader completed, Header const& header) {
    status(completed, header, ProjectStatus::COMPLETED);
  }
  void operator()(project::ProjectStopped::Reader stopped, Header const& header) {
    status(stopped, header, ProjectStatus::STOPPED);
  }
  void operator()(project::CompanyProposed::Reader proposed, Header const& header) {
    change(proposed, header, [](ProjectRow&) {});
  }
  void operator()(project::CompanyFounded::Reader founded, Header const& header) {
    change(founded, header, [](ProjectRow& row) { ++row.companies; });
  }
  void operator()(project::ProgressPosted::Reader posted, Header const& header) {
    change(posted, header, [&](ProjectRow& row) {
      ++row.progress;
      row.progress_at = header.position;
    });
  }
};

void Projects::apply(core::Recorded const& recorded) {
  Fold fold{*this};
  core::visit_project(recorded, fold);
}

}  // namespace projections
