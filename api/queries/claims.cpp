// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/queries/claims.hpp"

#include "core/decide.hpp"
#include "core/fold.hpp"

namespace api {
namespace {

core::Id term_of(Asking const& asking, core::schema::SkillClaim::Reader claim) {
  auto const& rooms = asking.rooms;
  if (claim.hasTerm()) return rooms.terms.survivor(core::id_from(claim.getTerm()));
  auto const word = core::fold({claim.getWord().cStr(), claim.getWord().size()});
  auto const known = rooms.terms.suggest(word, "de", 1);
  if (!known.empty() && core::fold(known.front().matched) == word) return known.front().term;
  auto const own =
      rooms.terms.survivor(core::private_term(word, rooms.crypto, rooms.tenant_secret));
  asking.typed[own] = claim.getWord().cStr();
  return own;
}

}  // namespace

std::vector<matching::Claimed> claims_of(Asking const& asking,
                                         capnp::List<core::schema::SkillClaim>::Reader claims) {
  std::vector<matching::Claimed> claimed;
  for (auto claim : claims)
    claimed.push_back(
        {term_of(asking, claim), claim.getLevel(), claim.getWeight(), claim.getMust()});
  return claimed;
}

}  // namespace api
