// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "api/queries/lists.hpp"
#include "api/queries/rooms.hpp"
#include "api/queries/texts.hpp"
#include "api/road/asking.hpp"

namespace api {

// Whether whoever asks is kept from that person. Staff is kept from nobody.
inline bool is_apart(Asking const& asking, core::Id const& person) {
  return !asking.staff && asking.rooms.blocks.apart(asking.actor, person);
}

// The profile's field that a sealed text of its events is.
std::optional<core::profile::Field> profile_field(std::string_view name);

// A profile's fields as the asking person may see them today.
class Shown {
 public:
  Shown(Asking const& asking, core::Id const& person, projections::ProfileRow const& row)
      : asking_(asking),
        row_(row),
        self_(asking.is_self(person)),
        apart_(asking.rooms.blocks.apart(asking.actor, person)) {}

  // Whether the person is there at all for whoever asks: oneself always, others when listed and neither
  // keeps the other away, all for staff.
  bool there() const { return self_ || asking_.staff || (row_.shown() && !apart_); }
  bool shows(core::profile::Field field) const;
  // A sealed text of the profile; empty where it may not be seen, is not set, or is gone.
  std::string text(core::profile::Field field, std::string_view name) const;
  // Each skill once, as it is called today.
  std::vector<core::vocabulary::Claimed> today(
      std::vector<core::vocabulary::Claimed> const& claims) const {
    return asking_.rooms.terms.merged().settled(claims);
  }
  std::string display_name() const {
    return text(core::profile::Field::DISPLAY_NAME, "displayName");
  }

 private:
  Asking const& asking_;
  projections::ProfileRow const& row_;
  bool self_, apart_;
};

// Whether the person is there at all for whoever asks.
bool finds(Asking const& asking, core::Id const& person);
// What a person is called, for whoever asks; empty where that may not be seen.
std::string display_name(Asking const& asking, core::Id const& person);

// What directory.search and profile.get say of a person alike.
template <class Reply>
void describe(projections::ProfileRow const& row, Shown const& shown, Reply reply) {
  using Field = core::profile::Field;
  reply.setDisplayName(shown.display_name());
  reply.setHeadline(shown.text(Field::HEADLINE, "headline"));
  reply.setSector(row.sector);
  auto kinds = reply.initKinds(static_cast<unsigned>(__builtin_popcount(row.kinds)));
  for (unsigned kind = 0, i = 0; kind < 32; ++kind)
    if (row.kinds >> kind & 1) kinds.set(i++, static_cast<core::profile::Kind>(kind));
  if (shown.shows(Field::DISTRICT)) reply.setDistrict(row.district);
  set_texts(row.languages, reply.initLanguages(static_cast<unsigned>(row.languages.size())));
  if (shown.shows(Field::AVAILABILITY)) reply.setHoursPerWeek(row.hours);
  auto const offers = shown.today(row.offers), needs = shown.today(row.needs);
  core::vocabulary::write(offers, reply.initOffers(static_cast<unsigned>(offers.size())));
  core::vocabulary::write(needs, reply.initNeeds(static_cast<unsigned>(needs.size())));
}

}  // namespace api
