// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/course.hpp"

#include "core/departing.hpp"

namespace core::course {
namespace {

// What is taught, in today's terms, each once: the last one counts. A course may go on teaching what is deprecated.
Result<std::vector<vocabulary::Claimed>> known(capnp::List<schema::Skill>::Reader teaches,
                                               Context const& by) {
  std::vector<vocabulary::Claimed> known;
  for (unsigned i = 0; i < teaches.size(); ++i) {
    auto const skill = teaches[i];
    auto const term = vocabulary::survivor(by.world, id_from(skill.getTerm()));
    if (!by.world.vocabulary.load(term).teachable())
      return refuse("vocab.unknown", "teaches[" + std::to_string(i) + "].term");
    std::erase_if(known, [&](vocabulary::Claimed const& earlier) { return earlier.term == term; });
    known.push_back({term, skill.getLevel(), skill.getWeight(), skill.getMust()});
  }
  return known;
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

Result<void> decide(State const& course, WithdrawCourse::Reader withdraw, Context const&,
                    Emit& emit) {
  if (course.stage == Stage::absent) return refuse("aggregate.not-found", "course");
  if (course.stage == Stage::withdrawn) return {};
  emit.event<CourseWithdrawn>().setCourse(withdraw.getCourse());
  return {};
}

void apply(State& course, CourseDesigned::Reader) { course.stage = Stage::offered; }
void apply(State& course, CourseWithdrawn::Reader) { course.stage = Stage::withdrawn; }

void depart(State const&, Id const&, Id const&, Context const&, Emit&) {
}  // It names nobody who could leave.

}  // namespace core::course
