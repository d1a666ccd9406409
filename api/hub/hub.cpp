// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/hub/hub.hpp"

namespace api {

Hub::Hub(Place const& place, std::function<void(std::string const&)> warn)
    : clock_(place.zone),
      tenant_({place.data, place.master_key}, crypto_, warn),
      worker_([this, warn](std::exception const& failure) {
        warn(std::string("the disk: ") + failure.what());
        engine_.stop();
      }),
      engine_({tenant_.log(), tenant_.vault(), crypto_, clock_, tenant_.shelves(), worker_,
               storage::crc32c}) {}

Hub::~Hub() { worker_.finish(); }

void Hub::recover(core::FunctionRef<void(core::Position)> progress) { engine_.recover(progress); }

void Hub::settle() {
  worker_.finish();
  engine_.write_behind(1);
  worker_.finish();
}

}  // namespace api
