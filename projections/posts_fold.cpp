// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What each event means to the board of offers and needs. One overload per event of the two families: a new one fails to compile
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

  void operator()(vocabulary::TermMerged::Reader merged, Header const&) {
    posts.merge(id_from(merged.getTerm()), id_from(merged.getInto()));
  }
  void operator()(vocabulary::TermAdded::Reader, Header const&) {}
  void operator()(vocabulary::TermLabelled::Reader, Header const&) {}
  void operator()(vocabulary::TermDrafted::Reader, Header const&) {}
  void operator()(vocabulary::DraftLabelled::Reader, Header const&) {}
  void operator()(vocabulary::TermWentLive::Reader, Header const&) {}
  void operator()(vocabulary::TermRelated::Reader, Header const&) {}
  void operator()(vocabulary::TermDeprecated::Reader, Header const&) {}
  void operator()(vocabulary::TermAdopted::Reader, Header const&) {}
  void operator()(vocabulary::TermProposed::Reader, Header const&) {}
};

void Posts::apply(core::Recorded const& recorded) {
  Fold fold{*this};
  if (core::visit_profile(recorded, fold)) return;
  core::visit_vocabulary(recorded, fold);
}

}  // namespace projections
