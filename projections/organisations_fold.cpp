// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What each event means to the organisations. One overload per event of the family: a new one fails to compile here until
// somebody has decided.
#include "core/dispatch.hpp"
#include "projections/organisations.hpp"

namespace projections {

namespace organisation = core::organisation;
using core::id_from;
using Header = core::RecordHeader;

struct Organisations::Fold {
  Organisations& organisations;

  template <class Event>
  void change(Event event, Header const& header, core::FunctionRef<void(OrganisationRow&)> edit) {
    organisations.change(id_from(event.getOrganisation()), [&](OrganisationRow& row) {
      row.version = header.version;
      edit(row);
    });
  }
  template <class Event>
  static void tell(OrganisationRow& row, Event event, Header const& header) {
    row.told_at = header.position;
    row.sector = event.getSector();
    row.green = event.getGreen();
    row.district = std::string(event.getDistrict().cStr(), event.getDistrict().size());
  }
  template <class Event>
  void stand(Event event, Header const& header, Standing standing) {
    change(event, header,
           [&](OrganisationRow& row) { place(row, id_from(event.getPerson()), standing); });
  }
  static void place(OrganisationRow& row, core::Id const& person, Standing standing) {
    auto const known = std::ranges::find(row.people, person, &organisation::Person::id);
    if (known == row.people.end()) row.people.push_back({person, standing});
    else known->standing = standing;
  }

  void operator()(organisation::OrganisationRegistered::Reader registered, Header const& header) {
    change(registered, header, [&](OrganisationRow& row) {
      row.stage = OrganisationStage::UNVERIFIED;
      row.registered_at = header.position;
      tell(row, registered, header);
      place(row, id_from(registered.getRepresentative()), Standing::REPRESENTATIVE);
    });
  }
  void operator()(organisation::OrganisationVerified::Reader verified, Header const& header) {
    change(verified, header, [&](OrganisationRow& row) {
      row.stage = OrganisationStage::VERIFIED;
      row.verified_at = header.position;
    });
  }
  void operator()(organisation::OrganisationRevised::Reader revised, Header const& header) {
    change(revised, header, [&](OrganisationRow& row) { tell(row, revised, header); });
  }
  void operator()(organisation::OrganisationMerged::Reader merged, Header const& header) {
    change(merged, header, [&](OrganisationRow& row) {
      row.stage = OrganisationStage::MERGED;
      row.into = id_from(merged.getInto());
      row.people.clear();
    });
  }
  void operator()(organisation::OrganisationClosed::Reader closed, Header const& header) {
    change(closed, header, [](OrganisationRow& row) { row.stage = OrganisationStage::CLOSED; });
  }
  void operator()(organisation::MembershipRequested::Reader requested, Header const& header) {
    stand(requested, header, Standing::REQUESTED);
  }
  void operator()(organisation::MembershipApproved::Reader approved, Header const& header) {
    stand(approved, header, Standing::MEMBER);
  }
  void operator()(organisation::MembershipEnded::Reader ended, Header const& header) {
    change(ended, header, [&](OrganisationRow& row) {
      std::erase_if(row.people, [gone = id_from(ended.getPerson())](auto const& person) {
        return person.id == gone;
      });
    });
  }
  void operator()(organisation::RepresentativeAppointed::Reader appointed, Header const& header) {
    stand(appointed, header, Standing::REPRESENTATIVE);
  }
  void operator()(organisation::RepresentativeDismissed::Reader dismissed, Header const& header) {
    stand(dismissed, header, Standing::MEMBER);
  }
  void operator()(organisation::OrganisationAbsorbed::Reader absorbed, Header const& header) {
    change(absorbed, header, [&](OrganisationRow& row) {
      row.people.clear();
      for (auto member : absorbed.getPeople())
        row.people.push_back({id_from(member.getPerson()), member.getStanding()});
    });
  }
};

void Organisations::apply(core::Recorded const& recorded) {
  Fold fold{*this};
  core::visit_organisation(recorded, fold);
}

}  // namespace projections
