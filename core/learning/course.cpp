// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/course.hpp"

#include "core/decide.hpp"

namespace core::course {
namespace {

Result<std::vector<vocabulary::Claimed>> known(capnp::List<schema::Skill>::Reader teaches, Context const& by) {
  auto claims = vocabulary::read(teaches);
  for (std::size_t i = 0; i < claims.size(); ++i) {
    claims[i].term = vocabulary::survivor(by.world, claims[i].term);
    auto const stage = by.world.vocabulary.load(claims[i].term).stage;
    if (stage == vocabulary::Stage::absent) return refuse("vocab.unknown", "teaches[" + std::to_string(i) + "].term");
  }
  return claims;
}

}  // namespace

Result<void> decide(State const&, DesignCourse::Reader design, Context const& by, Emit& emit) {
  auto teaches = known(design.getTeaches(), by);
  if (!teaches) return teaches.error();

  auto designed = emit.event<CourseDesigned>();
  designed.setCourse(design.getCourse());
  designed.setTitle(design.getTitle());
  designed.setProvider(design.getProvider());
  designed.setLanguage(design.getLanguage());
  vocabulary::write(*teaches, designed.initTeaches(static_cast<unsigned>(teaches->size())));
  return {};
}

Result<void> decide(State const& course, WithdrawCourse::Reader withdraw, Context const&, Emit& emit) {
  if (course.stage == Stage::absent) return refuse("aggregate.not-found", "course");
  if (course.stage == Stage::withdrawn) return {};
  emit.event<CourseWithdrawn>().setCourse(withdraw.getCourse());
  return {};
}

void apply(State& course, CourseDesigned::Reader) { course.stage = Stage::offered; }
void apply(State& course, CourseWithdrawn::Reader) { course.stage = Stage::withdrawn; }

}  // namespace core::course
