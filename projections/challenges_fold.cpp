// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What each event means to the catalogue of challenges. One overload per event of the family: a new one fails to compile
// here until somebody has decided.
#include "core/dispatch.hpp"
#include "projections/challenges.hpp"

namespace projections {

namespace challenge = core::challenge;
namespace vocabulary = core::vocabulary;
using core::id_from;
using Header = core::RecordHeader;

struct Challenges::Fold {
  Challenges& challenges;

  template <class Event>
  void change(Event event, Header const& header, core::FunctionRef<void(ChallengeRow&)> edit) {
    challenges.change(id_from(event.getChallenge()), [&](ChallengeRow& row) {
      row.version = header.version;
      edit(row);
    });
  }
  template <class Event>
  void stage(Event event, Header const& header, ChallengeStage stage) {
    change(event, header, [&](ChallengeRow& row) { row.stage = stage; });
  }
  // Given back with a reason.
  template <class Event>
  void give_back(Event event, Header const& header, ChallengeStage stage) {
    change(event, header, [&](ChallengeRow& row) {
      row.stage = stage;
      row.reason_at = header.position;
    });
  }
  template <class Event>
  static void write(ChallengeRow& row, Event event, Header const& header) {
    row.titled_at = header.position;
    row.organisation = id_from(event.getOrganisation());
    row.programme = id_from(event.getProgramme());
    row.teams_max = event.getTeamsMax();
    row.green = event.getGreen();
    row.sector = event.getSector();
    row.wanted = vocabulary::read(event.getWanted());
    row.topics.clear();
    for (auto topic : event.getTopics()) row.topics.push_back(id_from(topic));
    row.languages.clear();
    for (auto language : event.getLanguages())
      row.languages.emplace_back(language.cStr(), language.size());
  }

  void operator()(challenge::ChallengeDrafted::Reader drafted, Header const& header) {
    change(drafted, header, [&](ChallengeRow& row) {
      row.stage = ChallengeStage::DRAFT;
      row.owner = id_from(drafted.getOwner());
      row.drafted_at = header.position;
      write(row, drafted, header);
    });
  }
  void operator()(challenge::ChallengeRevised::Reader revised, Header const& header) {
    change(revised, header, [&](ChallengeRow& row) { write(row, revised, header); });
  }
  void operator()(challenge::ChallengeProposed::Reader proposed, Header const& header) {
    change(proposed, header, [&](ChallengeRow& row) {
      row.stage = ChallengeStage::DRAFT;
      row.owner = id_from(proposed.getOwner());
      row.drafted_at = row.titled_at = header.position;
    });
  }
  void operator()(challenge::ChallengeTaken::Reader taken, Header const& header) {
    change(taken, header, [&](ChallengeRow& row) { row.desk = id_from(taken.getDesk()); });
  }
  void operator()(challenge::ChallengeSubmitted::Reader submitted, Header const& header) {
    change(submitted, header, [&](ChallengeRow& row) {
      row.stage = ChallengeStage::SUBMITTED;
      row.submitted_at = header.position;
    });
  }
  void operator()(challenge::ChallengeReturned::Reader returned, Header const& header) {
    give_back(returned, header, ChallengeStage::DRAFT);
  }
  void operator()(challenge::ChallengeApproved::Reader approved, Header const& header) {
    stage(approved, header, ChallengeStage::APPROVED);
  }
  void operator()(challenge::ChallengeRejected::Reader rejected, Header const& header) {
    give_back(rejected, header, ChallengeStage::REJECTED);
  }
  void operator()(challenge::ChallengePublished::Reader published, Header const& header) {
    change(published, header, [&](ChallengeRow& row) {
      row.stage = ChallengeStage::PUBLISHED;
      row.programme = id_from(published.getProgramme());
      row.published_at = header.position;
    });
  }
  void operator()(challenge::ChallengeClarified::Reader clarified, Header const& header) {
    change(clarified, header,
           [&](ChallengeRow& row) { row.clarified_at.push_back(header.position); });
  }
  void operator()(challenge::DatasetReferenced::Reader referenced, Header const& header) {
    change(referenced, header,
           [&](ChallengeRow& row) { row.referenced_at.push_back(header.position); });
  }
  void operator()(challenge::ChallengeClosed::Reader closed, Header const& header) {
    stage(closed, header, ChallengeStage::CLOSED);
  }
  void operator()(challenge::ChallengeWithdrawn::Reader withdrawn, Header const& header) {
    stage(withdrawn, header, ChallengeStage::WITHDRAWN);
  }
  void operator()(challenge::ChallengeForgotten::Reader forgotten, Header const& header) {
    stage(forgotten, header, ChallengeStage::WITHDRAWN);
  }

  // What has come of a team's application.
  template <class Event>
  void settle(Event event, Header const& header, core::FunctionRef<void(CandidateRow&)> edit) {
    change(event, header, [&](ChallengeRow& row) {
      for (auto& candidate : row.teams)
        if (candidate.team == id_from(event.getTeam())) edit(candidate);
    });
  }
  void operator()(challenge::TeamApplied::Reader applied, Header const& header) {
    auto const team = id_from(applied.getTeam());
    change(applied, header, [&](ChallengeRow& row) {
      row.teams.push_back({team, TeamStanding::APPLIED, header.position, {}});
    });
    challenges.seek(team, id_from(applied.getChallenge()), true);
  }
  void operator()(challenge::TeamAccepted::Reader accepted, Header const& header) {
    settle(accepted, header,
           [](CandidateRow& candidate) { candidate.standing = TeamStanding::ACCEPTED; });
  }
  void operator()(challenge::TeamDeclined::Reader declined, Header const& header) {
    settle(declined, header, [&](CandidateRow& candidate) {
      candidate.standing = TeamStanding::DECLINED;
      candidate.declined_at = header.position;
    });
  }
  void operator()(challenge::TeamWithdrawn::Reader withdrawn, Header const& header) {
    auto const team = id_from(withdrawn.getTeam());
    change(withdrawn, header, [&](ChallengeRow& row) {
      std::erase_if(row.teams, [&](CandidateRow const& one) { return one.team == team; });
    });
    challenges.seek(team, id_from(withdrawn.getChallenge()), false);
  }
};

void Challenges::apply(core::Recorded const& recorded) {
  Fold fold{*this};
  if (core::visit_challenge(recorded, fold)) return;
  terms_.apply(recorded, rows_);
}

}  // namespace projections
