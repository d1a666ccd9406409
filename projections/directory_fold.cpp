// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What each event means to the directory. One overload per event of the three families: a new one fails to compile here until
// somebody has decided. Those that change nothing are listed as such.
#include "core/dispatch.hpp"
#include "projections/directory.hpp"

namespace projections {

namespace account = core::account;
namespace vocabulary = core::vocabulary;
namespace profile = core::profile;
using core::id_from;
using Header = core::RecordHeader;

namespace {

std::string text_of(capnp::Text::Reader text) { return {text.cStr(), text.size()}; }

std::uint32_t bits_of(capnp::List<Kind>::Reader kinds) {
  std::uint32_t bits = 0;
  for (auto kind : kinds)
    if (static_cast<unsigned>(kind) < 32) bits |= 1u << static_cast<unsigned>(kind);
  return bits;
}

Claimed claim_of(core::schema::Skill::Reader skill) {
  return {id_from(skill.getTerm()), skill.getLevel(), skill.getWeight(), skill.getMust()};
}

std::vector<std::string> languages_of(capnp::List<capnp::Text>::Reader tags) {
  std::vector<std::string> languages;
  for (auto tag : tags)
    if (std::ranges::find(languages, text_of(tag)) == languages.end())
      languages.push_back(text_of(tag));
  return languages;
}

std::vector<core::Id> ids_of(capnp::List<capnp::Data>::Reader data) {
  std::vector<core::Id> ids;
  for (auto id : data) ids.push_back(id_from(id));
  return ids;
}

// What creating and revising have in common.
template <class Event>
void take_description(ProfileRow& row, Event event, Header const& header) {
  row.named_at = header.position;
  row.sector = event.getSector();
  row.kinds = bits_of(event.getKinds());
  row.district = text_of(event.getDistrict());
  row.discipline = text_of(event.getDiscipline());
}

}  // namespace

struct Directory::Fold {
  Directory& directory;

  void person(capnp::Data::Reader id, core::FunctionRef<void(ProfileRow&)> edit) {
    directory.change(id_from(id), edit);
  }
  // A change of the profile itself, which counts its version.
  template <class Event>
  void own(Event event, Header const& header, core::FunctionRef<void(ProfileRow&)> edit) {
    person(event.getProfile(), [&](ProfileRow& row) {
      row.version = header.version;
      edit(row);
    });
  }
  template <class Event>
  void stand(Event event, Header const& header, ProfileRow::Standing bit, bool on) {
    own(event, header, [&](ProfileRow& row) { row.set(bit, on); });
  }
  // What another view shows.
  template <class Event>
  void other(Event event, Header const& header) {
    own(event, header, [](ProfileRow&) {});
  }
  void consent(capnp::Data::Reader account, account::Purpose purpose, bool given) {
    if (purpose != account::Purpose::DIRECTORY) return;
    person(account, [&](ProfileRow& row) { row.set(ProfileRow::consented, given); });
  }
  void suspend(capnp::Data::Reader account, bool suspended) {
    person(account, [&](ProfileRow& row) { row.set(ProfileRow::suspended, suspended); });
  }

  void operator()(account::ConsentGiven::Reader given, Header const&) {
    consent(given.getAccount(), given.getPurpose(), true);
  }
  void operator()(account::ConsentWithdrawn::Reader withdrawn, Header const&) {
    consent(withdrawn.getAccount(), withdrawn.getPurpose(), false);
  }
  void operator()(account::AccountSuspended::Reader event, Header const&) {
    suspend(event.getAccount(), true);
  }
  void operator()(account::AccountReinstated::Reader event, Header const&) {
    suspend(event.getAccount(), false);
  }
  // Nothing is left but the number, which nobody else gets.
  void operator()(account::SubjectErased::Reader erased, Header const&) {
    person(erased.getAccount(), [](ProfileRow& row) {
      ProfileRow gone;
      gone.number = row.number;
      gone.set(ProfileRow::erased, true);
      row = std::move(gone);
    });
  }
  void operator()(account::ErasureRequested::Reader, Header const&) {}
  void operator()(account::ErasureCancelled::Reader, Header const&) {}
  void operator()(account::AccountRegistered::Reader, Header const&) {}
  void operator()(account::AccountReminded::Reader, Header const&) {}
  void operator()(account::PersonalDataOpened::Reader, Header const&) {}
  void operator()(account::RoleGranted::Reader, Header const&) {}
  void operator()(account::RoleRevoked::Reader, Header const&) {}

  void operator()(vocabulary::TermProposed::Reader proposed, Header const&) {
    directory.change_term(id_from(proposed.getTerm()), [](auto& term) { term.own_word = true; });
  }
  void operator()(vocabulary::TermAdopted::Reader adopted, Header const&) {
    directory.change_term(id_from(adopted.getTerm()), [](auto& term) { term.own_word = false; });
  }
  // An own word may be what a draft began as.
  void operator()(vocabulary::TermDrafted::Reader drafted, Header const&) {
    directory.change_term(id_from(drafted.getTerm()), [](auto& term) { term.own_word = false; });
  }
  void operator()(vocabulary::TermMerged::Reader merged, Header const&) {
    directory.change_term(id_from(merged.getTerm()),
                          [&](auto& term) { term.into = id_from(merged.getInto()); });
  }
  void operator()(vocabulary::TermAdded::Reader, Header const&) {}
  void operator()(vocabulary::TermLabelled::Reader, Header const&) {}
  void operator()(vocabulary::DraftLabelled::Reader, Header const&) {}
  void operator()(vocabulary::TermWentLive::Reader, Header const&) {}
  void operator()(vocabulary::TermRelated::Reader, Header const&) {}
  void operator()(vocabulary::TermDeprecated::Reader, Header const&) {
  }  // Whoever offers it still does.

  void operator()(profile::ProfileCreated::Reader created, Header const& header) {
    own(created, header, [&](ProfileRow& row) {
      row.number = static_cast<std::uint32_t>(directory.people_.size());
      directory.people_.push_back(id_from(created.getProfile()));
      take_description(row, created, header);
      row.languages = languages_of(created.getLanguages());
      row.hours = created.getHoursPerWeek();
      for (auto skill : created.getOffers()) row.offers.push_back(claim_of(skill));
      for (auto skill : created.getNeeds()) row.needs.push_back(claim_of(skill));
      row.topics = ids_of(created.getTopics());
    });
  }
  void operator()(profile::ProfileRevised::Reader revised, Header const& header) {
    own(revised, header, [&](ProfileRow& row) { take_description(row, revised, header); });
  }
  void operator()(profile::SkillDeclared::Reader declared, Header const& header) {
    own(declared, header, [&](ProfileRow& row) {
      auto& claims = declared.getDirection() == profile::Direction::HAVE ? row.offers : row.needs;
      auto const fresh = claim_of(declared.getSkill());
      auto const known = std::ranges::find(claims, fresh.term, &Claimed::term);
      if (known == claims.end()) claims.push_back(fresh);
      else *known = fresh;
    });
  }
  void operator()(profile::SkillWithdrawn::Reader withdrawn, Header const& header) {
    own(withdrawn, header, [&](ProfileRow& row) {
      auto& claims = withdrawn.getDirection() == profile::Direction::HAVE ? row.offers : row.needs;
      std::erase_if(claims, [gone = id_from(withdrawn.getTerm())](auto const& claim) {
        return claim.term == gone;
      });
    });
  }
  void operator()(profile::InterestsDeclared::Reader declared, Header const& header) {
    own(declared, header, [&](ProfileRow& row) { row.topics = ids_of(declared.getTopics()); });
  }
  void operator()(profile::AvailabilitySet::Reader set, Header const& header) {
    own(set, header, [&](ProfileRow& row) {
      row.hours = set.getHoursPerWeek();
      row.available.clear();
      if (set.getFrom() != 0 || set.getUntil() != 0)
        row.available = {{set.getFrom()}, {set.getUntil()}};
    });
  }
  void operator()(profile::LanguagesSet::Reader set, Header const& header) {
    own(set, header, [&](ProfileRow& row) { row.languages = languages_of(set.getLanguages()); });
  }
  void operator()(profile::VisibilitySet::Reader set, Header const& header) {
    own(set, header, [&](ProfileRow& row) {
      for (auto field : set.getFields())
        if (auto const i = static_cast<std::size_t>(field.getField()); i < row.visibility.size())
          row.visibility[i] = static_cast<std::uint8_t>(field.getVisibility());
    });
  }
  void operator()(profile::OfferPosted::Reader posted, Header const& header) {
    other(posted, header);
  }
  void operator()(profile::NeedPosted::Reader posted, Header const& header) {
    other(posted, header);
  }
  void operator()(profile::PostClosed::Reader closed, Header const& header) {
    other(closed, header);
  }
  void operator()(profile::ProfileListed::Reader listed, Header const& header) {
    stand(listed, header, ProfileRow::listed, true);
  }
  void operator()(profile::ProfileHidden::Reader hidden, Header const& header) {
    stand(hidden, header, ProfileRow::listed, false);
  }
  void operator()(profile::MatchingPaused::Reader paused, Header const& header) {
    stand(paused, header, ProfileRow::paused, true);
  }
  void operator()(profile::MatchingResumed::Reader resumed, Header const& header) {
    stand(resumed, header, ProfileRow::paused, false);
  }
};

void Directory::apply(core::Recorded const& recorded) {
  Fold fold{*this};
  if (core::visit_profile(recorded, fold)) return;
  if (core::visit_account(recorded, fold)) return;
  core::visit_vocabulary(recorded, fold);
}

}  // namespace projections
