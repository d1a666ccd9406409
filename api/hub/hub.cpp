// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/hub/hub.hpp"

#include "core/check.hpp"

namespace api {
namespace {

// One waits for the disk while the other seals.
constexpr std::size_t log_threads_max = 2;

}  // namespace

Hub::Hub(Place const& place, std::function<void(std::string const&)> warn)
    : clock_(place.zone),
      tenant_({place.data, place.master_key, place.make}, crypto_, warn),
      worker_([this, warn](std::exception const& failure) {
        warn(std::string("the disk: ") + failure.what());
        engine_.stop();
      }),
      log_threads_([](std::exception const&) { CHECK(false); }, log_threads_max),
      engine_({tenant_.log(), tenant_.vault(), crypto_, clock_, tenant_.shelves(), worker_,
               storage::crc32c}) {}

Hub::~Hub() {
  log_threads_.finish();
  worker_.finish();
}

void Hub::recover(core::FunctionRef<void(core::Position)> progress) { engine_.recover(progress); }

void Hub::settle() {
  worker_.finish();
  engine_.write_behind();
  worker_.finish();
}

}  // namespace api
