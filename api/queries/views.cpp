// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/queries/rooms.hpp"
#include "api/road/asking.hpp"

namespace api {

core::Result<void> answer(Asking const& asking, core::views::ListViews::Reader,
                          core::views::ListViewsReply::Builder reply) {
  auto const& all = asking.rooms.views.all();
  reply.setPosition(asking.position.value);
  auto views = reply.initViews(static_cast<unsigned>(all.size()));
  for (unsigned i = 0; i < all.size(); ++i) {
    views[i].setName(std::string(all[i]->name()));
    views[i].setPosition(asking.position.value);
    views[i].setRows(all[i]->rows().size());
    views[i].setDigest(core::hex(all[i]->rows().digest()));
  }
  return {};
}

}  // namespace api
