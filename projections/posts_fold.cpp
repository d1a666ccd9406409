// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What each event means to the board of offers and needs. One overload per event of the family: a new one fails to compile
// here until somebody has decided.
#include "core/dispatch.hpp"
#include "projections/posts.hpp"

namespace projections {

namespace profile = core::profile;
namespace vocabulary = core::vocabulary;
using core::id_from;
using Header = core::RecordHeader;

struct Posts::Fold {
  Posts& posts;

  template <class Event>
  void post(Event event, Header const& header, PostKind kind) {
    posts.put(id_from(event.getPost()), {kind,
                                         id_from(event.getProfile()),
                                         {event.getUntil()},
                                         header.position,
                                         vocabulary::read(event.getSkills())});
  }

  void operator()(profile::OfferPosted::Reader posted, Header const& header) {
    post(posted, header, PostKind::OFFER);
  }
  void operator()(profile::NeedPosted::Reader posted, Header const& header) {
    post(posted, header, PostKind::NEED);
  }
  void operator()(profile::PostClosed::Reader closed, Header const&) {
    posts.close(id_from(closed.getPost()));
  }
  void operator()(profile::ProfileCreated::Reader, Header const&) {}
  void operator()(profile::ProfileRevised::Reader, Header const&) {}
  void operator()(profile::SkillDeclared::Reader, Header const&) {}
  void operator()(profile::SkillWithdrawn::Reader, Header const&) {}
  void operator()(profile::InterestsDeclared::Reader, Header const&) {}
  void operator()(profile::AvailabilitySet::Reader, Header const&) {}
  void operator()(profile::LanguagesSet::Reader, Header const&) {}
  void operator()(profile::VisibilitySet::Reader, Header const&) {}
  void operator()(profile::ProfileListed::Reader, Header const&) {}
  void operator()(profile::ProfileHidden::Reader, Header const&) {}
  void operator()(profile::MatchingPaused::Reader, Header const&) {}
  void operator()(profile::MatchingResumed::Reader, Header const&) {}
};

void Posts::apply(core::Recorded const& recorded) {
  Fold fold{*this};
  if (core::visit_profile(recorded, fold)) return;
  terms_.apply(recorded, rows_);
}

}  // namespace projections
