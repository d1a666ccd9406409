// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/cli/place.hpp"

#include <unistd.h>

#include <iostream>
#include <mutex>

#include "api/cli/tenant_file.hpp"

namespace api::cli {

Hub::Place place_of(Options const& options) {
  Hub::Place place;
  place.data = options.text("data");
  place.master_key = options.text("master-key");
  if (place.master_key.empty()) place.master_key = master_key_of(place.data);
  place.erasures = options.text("erasures");
  place.zone = options.text("zone");
  return place;
}

Hub::Place existing_place_of(Options const& options) {
  auto place = place_of(options);
  place.make = false;
  return place;
}

void warn(std::string const& text) {
  static std::mutex mutex;
  std::lock_guard lock(mutex);
  std::cerr << "fuge: warning: " << text << '\n';
}

Progress::Progress(std::string what, std::uint64_t total)
    : what_(std::move(what)),
      total_(std::max<std::uint64_t>(total, 1)),
      terminal_(isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() {
  if (terminal_) std::cerr << '\r' << std::string(what_.size() + 10, ' ') << '\r' << std::flush;
}

void Progress::step(std::uint64_t done) {
  auto const percent = done * 100 / total_;
  if (!terminal_ || percent == shown_) return;
  shown_ = percent;
  std::cerr << '\r' << what_ << ' ' << percent << " %" << std::flush;
}

}  // namespace api::cli
