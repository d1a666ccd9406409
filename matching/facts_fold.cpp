// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What each event means to matching. One overload per event of the five families: a new one fails to compile here until
// somebody has decided. Those that change no fact are listed as such.
#include "core/dispatch.hpp"
#include "matching/facts.hpp"

namespace matching {
namespace {

using core::id_from;
using Header = core::RecordHeader;

std::uint16_t bits_of(capnp::List<core::profile::Kind>::Reader kinds) {
  unsigned bits = 0;
  for (auto kind : kinds)
    if (static_cast<unsigned>(kind) < 16) bits |= 1u << static_cast<unsigned>(kind);
  return static_cast<std::uint16_t>(bits);
}

Language language_of(capnp::Text::Reader tag) {
  return matching::language_of(std::string_view(tag.cStr(), tag.size()));
}

std::vector<Language> languages_of(capnp::List<capnp::Text>::Reader tags) {
  std::vector<Language> languages;
  for (auto tag : tags) languages.push_back(language_of(tag));
  std::erase(languages, 0);
  return languages;
}

std::uint8_t sector_of(core::schema::Sector sector) { return static_cast<std::uint8_t>(sector); }

}  // namespace

namespace account = core::account;
namespace vocabulary = core::vocabulary;
namespace profile = core::profile;
namespace challenge = core::challenge;
namespace course = core::course;

struct Facts::Fold {
  Facts& facts;

  Term term(capnp::Data::Reader id) { return facts.taxonomy_.intern(id_from(id)); }
  Claim claim(core::schema::Skill::Reader skill) {
    return {term(skill.getTerm()), skill.getLevel(), skill.getWeight(), skill.getMust()};
  }
  std::vector<Claim> claims(capnp::List<core::schema::Skill>::Reader skills) {
    std::vector<Claim> claims;
    for (auto skill : skills) claims.push_back(claim(skill));
    return claims;
  }
  std::vector<Term> terms(capnp::List<capnp::Data>::Reader ids) {
    std::vector<Term> terms;
    for (auto id : ids) terms.push_back(term(id));
    return terms;
  }
  void person(capnp::Data::Reader id, core::FunctionRef<void(Stated&)> edit) {
    facts.change(Lane::PEOPLE, id_from(id), edit);
  }
  void stand(capnp::Data::Reader id, Standing bit, bool on) {
    person(id, [&](Stated& stated) { stated.set(bit, on); });
  }
  void stand_challenge(capnp::Data::Reader id, bool open) {
    facts.change(Lane::CHALLENGES, id_from(id),
                 [&](Stated& stated) { stated.set(listed, open), stated.set(consented, open); });
  }

  void operator()(account::ConsentGiven::Reader given, Header const&) {
    if (given.getPurpose() == account::Purpose::DIRECTORY)
      stand(given.getAccount(), consented, true);
  }
  void operator()(account::ConsentWithdrawn::Reader withdrawn, Header const&) {
    if (withdrawn.getPurpose() == account::Purpose::DIRECTORY)
      stand(withdrawn.getAccount(), consented, false);
  }
  void operator()(account::AccountSuspended::Reader event, Header const&) {
    stand(event.getAccount(), suspended, true);
  }
  void operator()(account::AccountReinstated::Reader event, Header const&) {
    stand(event.getAccount(), suspended, false);
  }
  void operator()(account::SubjectErased::Reader erased, Header const&) {
    facts.drop(Lane::PEOPLE, id_from(erased.getAccount()));
  }
  void operator()(account::ErasureRequested::Reader, Header const&) {}
  void operator()(account::ErasureCancelled::Reader, Header const&) {}
  void operator()(account::AccountRegistered::Reader, Header const&) {}
  void operator()(account::AccountReminded::Reader, Header const&) {}
  void operator()(account::PersonalDataOpened::Reader, Header const&) {}
  void operator()(account::RoleGranted::Reader, Header const&) {}
  void operator()(account::RoleRevoked::Reader, Header const&) {}

  template <class Event>
  void place(Event event) {
    auto const placed = term(event.getTerm());
    facts.taxonomy_.set_kind(placed, event.getKind());
    for (auto broader : event.getBroader()) facts.taxonomy_.relate(placed, term(broader));
  }
  void operator()(vocabulary::TermAdded::Reader added, Header const&) { place(added); }
  void operator()(vocabulary::TermAdopted::Reader adopted, Header const&) { place(adopted); }
  void operator()(vocabulary::TermDrafted::Reader drafted, Header const&) { place(drafted); }
  void operator()(vocabulary::TermProposed::Reader proposed, Header const&) {
    term(proposed.getTerm());
  }
  void operator()(vocabulary::TermRelated::Reader related, Header const&) {
    facts.taxonomy_.relate(term(related.getTerm()), term(related.getBroader()));
  }
  void operator()(vocabulary::TermMerged::Reader merged, Header const&) {
    facts.merge(term(merged.getTerm()), term(merged.getInto()));
  }
  void operator()(vocabulary::TermLabelled::Reader, Header const&) {}
  void operator()(vocabulary::DraftLabelled::Reader, Header const&) {}
  void operator()(vocabulary::TermWentLive::Reader, Header const&) {}
  void operator()(vocabulary::TermDeprecated::Reader, Header const&) {
  }  // It stays where it is used, and goes on matching.

  void operator()(profile::ProfileCreated::Reader created, Header const&) {
    person(created.getProfile(), [&](Stated& stated) {
      stated.set(described, true);
      stated.sector = sector_of(created.getSector());
      stated.kinds = bits_of(created.getKinds());
      stated.languages = languages_of(created.getLanguages());
      stated.hours = created.getHoursPerWeek();
      stated.offers = claims(created.getOffers());
      stated.needs = claims(created.getNeeds());
      stated.topics = terms(created.getTopics());
    });
  }
  void operator()(profile::ProfileRevised::Reader revised, Header const&) {
    person(revised.getProfile(), [&](Stated& stated) {
      stated.sector = sector_of(revised.getSector());
      stated.kinds = bits_of(revised.getKinds());
    });
  }
  void operator()(profile::SkillDeclared::Reader declared, Header const&) {
    person(declared.getProfile(), [&](Stated& stated) {
      auto& claims =
          declared.getDirection() == profile::Direction::HAVE ? stated.offers : stated.needs;
      auto const fresh = claim(declared.getSkill());
      auto const known = std::ranges::find(claims, fresh.term(), &Claim::term);
      if (known == claims.end()) claims.push_back(fresh);
      else *known = fresh;
    });
  }
  void operator()(profile::SkillWithdrawn::Reader withdrawn, Header const&) {
    person(withdrawn.getProfile(), [&](Stated& stated) {
      auto& claims =
          withdrawn.getDirection() == profile::Direction::HAVE ? stated.offers : stated.needs;
      std::erase_if(claims, [gone = term(withdrawn.getTerm())](Claim const& one) {
        return one.term() == gone;
      });
    });
  }
  void operator()(profile::InterestsDeclared::Reader declared, Header const&) {
    person(declared.getProfile(),
           [&](Stated& stated) { stated.topics = terms(declared.getTopics()); });
  }
  void operator()(profile::AvailabilitySet::Reader set, Header const&) {
    person(set.getProfile(), [&](Stated& stated) { stated.hours = set.getHoursPerWeek(); });
  }
  void operator()(profile::LanguagesSet::Reader set, Header const&) {
    person(set.getProfile(),
           [&](Stated& stated) { stated.languages = languages_of(set.getLanguages()); });
  }
  void operator()(profile::ProfileListed::Reader event, Header const&) {
    stand(event.getProfile(), listed, true);
  }
  void operator()(profile::ProfileHidden::Reader event, Header const&) {
    stand(event.getProfile(), listed, false);
  }
  void operator()(profile::MatchingPaused::Reader event, Header const&) {
    stand(event.getProfile(), paused, true);
  }
  void operator()(profile::MatchingResumed::Reader event, Header const&) {
    stand(event.getProfile(), paused, false);
  }
  void operator()(profile::OfferPosted::Reader, Header const&) {}
  void operator()(profile::NeedPosted::Reader, Header const&) {}
  void operator()(profile::PostClosed::Reader, Header const&) {}
  void operator()(profile::VisibilitySet::Reader, Header const&) {
  }  // Of texts; matching shows none.

  template <class Event>
  void pose(Event event) {
    facts.change(Lane::CHALLENGES, id_from(event.getChallenge()), [&](Stated& stated) {
      stated.set(described, true);
      stated.sector = sector_of(event.getSector());
      stated.languages = languages_of(event.getLanguages());
      stated.needs = claims(event.getWanted());
      stated.topics = terms(event.getTopics());
      stated.owner = {id_from(event.getOwner())};
    });
  }
  void operator()(challenge::ChallengeDrafted::Reader drafted, Header const&) { pose(drafted); }
  void operator()(challenge::ChallengeRevised::Reader revised, Header const&) { pose(revised); }
  void operator()(challenge::ChallengePublished::Reader event, Header const&) {
    stand_challenge(event.getChallenge(), true);
  }
  void operator()(challenge::ChallengeClosed::Reader event, Header const&) {
    stand_challenge(event.getChallenge(), false);
  }
  void operator()(challenge::ChallengeWithdrawn::Reader event, Header const&) {
    stand_challenge(event.getChallenge(), false);
  }
  void operator()(challenge::ChallengeForgotten::Reader event, Header const&) {
    stand_challenge(event.getChallenge(), false);
  }
  void operator()(challenge::ChallengeProposed::Reader, Header const&) {}  // Says no skills yet.
  void operator()(challenge::ChallengeTaken::Reader, Header const&) {}
  void operator()(challenge::ChallengeSubmitted::Reader, Header const&) {}
  void operator()(challenge::ChallengeReturned::Reader, Header const&) {}
  void operator()(challenge::ChallengeApproved::Reader, Header const&) {}
  void operator()(challenge::ChallengeRejected::Reader, Header const&) {}
  void operator()(challenge::ChallengeClarified::Reader, Header const&) {}
  void operator()(challenge::DatasetReferenced::Reader, Header const&) {}
  void operator()(challenge::TeamApplied::Reader, Header const&) {}
  void operator()(challenge::TeamAccepted::Reader, Header const&) {}
  void operator()(challenge::TeamDeclined::Reader, Header const&) {}
  void operator()(challenge::TeamWithdrawn::Reader, Header const&) {}

  void operator()(course::CourseDesigned::Reader designed, Header const&) {
    facts.change(Lane::COURSES, id_from(designed.getCourse()), [&](Stated& stated) {
      stated.standing = described | listed | consented;
      stated.languages = {language_of(designed.getLanguage())};
      std::erase(stated.languages, 0);
      stated.offers = claims(designed.getTeaches());
    });
  }
  void operator()(course::CourseWithdrawn::Reader withdrawn, Header const&) {
    facts.drop(Lane::COURSES, id_from(withdrawn.getCourse()));
  }
};

void Facts::apply(core::Recorded const& recorded) {
  Fold fold{*this};
  auto const changes_before = changes_;
  bool const ours = core::visit_account(recorded, fold) || core::visit_vocabulary(recorded, fold) ||
                    core::visit_profile(recorded, fold) || core::visit_challenge(recorded, fold) ||
                    core::visit_course(recorded, fold);
  if (!ours) return;
  store_terms();
  if (changes_ == changes_before) return;
  if (changes_ >= 16 + statistics_.people() / 8) begin_epoch(recorded.position());
  store_epoch();
}

}  // namespace matching
