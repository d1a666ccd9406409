// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "projections/challenges.hpp"

#include <algorithm>

#include "core/unpack_row.hpp"
#include "projections/any_of.hpp"
#include "projections/line.hpp"
#include "projections/row_key.hpp"

namespace projections {
namespace {

// 't', team, challenge: it has applied there.
constexpr char challenge_key = 'c', team_key = 't';

ChallengeRow unpacked(core::Bytes bytes) {
  return core::unpack_row<ChallengeRow>(bytes, "challenges");
}

}  // namespace

CandidateRow const* ChallengeRow::candidate(core::Id const& team) const {
  auto const found = std::ranges::find(teams, team, &CandidateRow::team);
  return found == teams.end() ? nullptr : &*found;
}

std::uint16_t ChallengeRow::accepted() const {
  return static_cast<std::uint16_t>(
      std::ranges::count(teams, TeamStanding::ACCEPTED, &CandidateRow::standing));
}

std::optional<ChallengeRow> Challenges::challenge(core::Id const& id) const {
  auto const row = rows_.find(RowKey(challenge_key, id));
  if (!row) return std::nullopt;
  return unpacked(*row);
}

std::vector<core::Id> Challenges::of_team(core::Id const& team) const {
  std::vector<core::Id> challenges;
  each_pair(rows_, team_key, team,
            [&](core::Id const& challenge, core::Bytes) { challenges.push_back(challenge); });
  return challenges;
}

core::Id Challenges::worked_on_by(core::Id const& team) const {
  core::Id last;
  core::Position applied_at;
  for (auto const& id : of_team(team)) {
    auto const row = challenge(id).value_or(ChallengeRow());
    auto const* candidate = row.candidate(team);
    bool const works = row.shown() && candidate && candidate->standing == TeamStanding::ACCEPTED;
    if (!works || candidate->applied_at < applied_at) continue;
    last = id;
    applied_at = candidate->applied_at;
  }
  return last;
}

std::vector<core::Id> Challenges::waiting() const {
  std::vector<core::Id> ids;
  for (auto const& [submitted_at, id] : waiting_) ids.push_back(id);
  return ids;
}

void Challenges::seek(core::Id const& team, core::Id const& challenge, bool seeks) {
  PairKey const key(team_key, team, challenge);
  if (seeks) rows_.put(key, {});
  else rows_.erase(key);
}

void Challenges::change(core::Id const& challenge, core::FunctionRef<void(ChallengeRow&)> edit) {
  auto row = this->challenge(challenge).value_or(ChallengeRow());
  edit(row);
  buffer_.clear();
  core::pack(row, buffer_);
  rows_.put(RowKey(challenge_key, challenge), buffer_);
  show(challenge, row);
}

void Challenges::show(core::Id const& challenge, ChallengeRow const& row) {
  if (row.stage == ChallengeStage::SUBMITTED) waiting_.emplace(row.submitted_at, challenge);
  else waiting_.erase(row.submitted_at);
  if (!row.shown()) {
    shown_.erase(row.published_at);
    return;
  }
  Shown shown{challenge, row.sector, row.stage == ChallengeStage::PUBLISHED,
              row.green, {},         row.topics};
  for (auto const& claim : row.wanted) shown.skills.push_back(claim.term);
  shown_.insert_or_assign(row.published_at, std::move(shown));
}

bool Challenges::passes(Shown const& shown, ChallengeFilter const& filter) const {
  return (shown.open || !filter.open) && (shown.green || !filter.green) &&
         any_of(filter.sectors, shown.sector) && terms_.meet(filter.skills, shown.skills) &&
         terms_.meet(filter.topics, shown.topics);
}

Challenges::Found Challenges::search(ChallengeFilter const& filter, core::Id const& after,
                                     std::size_t limit) const {
  auto wanted = filter;
  terms_.to_survivors(wanted.skills);
  terms_.to_survivors(wanted.topics);
  auto const below = after.is_nil() ? core::Position{~0ULL}
                                    : challenge(after).value_or(ChallengeRow()).published_at;
  Found found;
  for (auto shown = shown_.rbegin(); shown != shown_.rend(); ++shown) {
    if (!passes(shown->second, wanted)) continue;
    ++found.total;
    if (shown->first < below && found.page.size() < limit) found.page.push_back(shown->second.id);
  }
  return found;
}

void Challenges::loaded() {
  shown_.clear();
  waiting_.clear();
  terms_.clear();
  rows_.scan({}, [&](core::Bytes key, core::Bytes row) {
    terms_.load(key, row);
    if (kind_of(key) == challenge_key) show(id_of(key), unpacked(row));
    return true;
  });
}

std::string Challenges::describe(core::Bytes key, core::Bytes bytes) const {
  if (auto const merged = MergedTerms::describe(key, bytes)) return *merged;
  if (kind_of(key) == team_key)
    return Line()("team", first_of(key))("seeks", second_of(key)).text();
  auto const row = unpacked(bytes);
  Line line;
  line("challenge", id_of(key))("stage", static_cast<unsigned>(row.stage))("owner", row.owner);
  line("organisation", row.organisation)("desk", row.desk)("green", row.green);
  line("programme", row.programme)("sector", static_cast<unsigned>(row.sector));
  line("draftedAt", row.drafted_at)("titledAt", row.titled_at)("publishedAt", row.published_at);
  line("teams", row.teams.size())("accepted", row.accepted())("teamsMax", row.teams_max);
  line("wanted", row.wanted.size())("topics", row.topics.size())("languages", row.languages);
  return line("clarifications", row.clarified_at.size())("version", row.version.value).text();
}

}  // namespace projections
