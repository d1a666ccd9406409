// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/record.hpp"
#include "core/schema/organisation.capnp.h"

namespace projections {

// Which events change who speaks for an organisation: each calls represent(organisation, person, on) of `Self`.
template <class Self>
struct RepresentativesFold {
  using Header = core::RecordHeader;

  void operator()(core::organisation::OrganisationRegistered::Reader registered, Header const&) {
    represent(registered, registered.getRepresentative(), true);
  }
  void operator()(core::organisation::RepresentativeAppointed::Reader appointed, Header const&) {
    represent(appointed, appointed.getPerson(), true);
  }
  void operator()(core::organisation::RepresentativeDismissed::Reader dismissed, Header const&) {
    represent(dismissed, dismissed.getPerson(), false);
  }
  void operator()(core::organisation::MembershipEnded::Reader ended, Header const&) {
    represent(ended, ended.getPerson(), false);
  }
  void operator()(core::organisation::OrganisationAbsorbed::Reader absorbed, Header const&) {
    for (auto member : absorbed.getPeople())
      represent(absorbed, member.getPerson(),
                member.getStanding() == core::organisation::Standing::REPRESENTATIVE);
  }

 private:
  template <class Event>
  void represent(Event event, capnp::Data::Reader person, bool on) {
    static_cast<Self&>(*this).represent(core::id_from(event.getOrganisation()),
                                        core::id_from(person), on);
  }
};

}  // namespace projections
