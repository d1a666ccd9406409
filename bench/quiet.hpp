// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <string>
#include <thread>

namespace bench {

// How busy other processes are: a figure that was measured while they were says little. Waiting for them has a bound.
class Quiet {
 public:
  explicit Quiet(std::chrono::seconds patience)
      : patience_us_(patience / std::chrono::microseconds(1)) {}

  // Whether others have used less than a third of one processor since the last call (or the beginning).
  bool so_far() {
    auto const before = std::exchange(at_, now());
    auto const others = (at_.all - before.all) - (at_.own - before.own);
    return others * 3 < at_.clock - before.clock;
  }

  // Waits until it is quiet; false when patience is at its end.
  bool wait() {
    for (so_far(); patience_us_ > 0; patience_us_ -= pause_us) {
      std::this_thread::sleep_for(std::chrono::microseconds(pause_us));
      if (so_far()) return true;
    }
    return false;
  }

 private:
  // Microseconds.
  struct Times {
    long long clock = 0, all = 0, own = 0;
  };

  static long long micros(timeval time) { return time.tv_sec * 1'000'000LL + time.tv_usec; }

  static Times now() {
    rusage own{};
    ::getrusage(RUSAGE_SELF, &own);
    std::ifstream stat("/proc/stat");
    std::string cpu;
    long long user = 0, nice = 0, system = 0;
    stat >> cpu >> user >> nice >> system;
    auto const clock = std::chrono::steady_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::microseconds>(clock).count(),
            (user + nice + system) * (1'000'000 / ::sysconf(_SC_CLK_TCK)),
            micros(own.ru_utime) + micros(own.ru_stime)};
  }

  static constexpr long long pause_us = 200'000;
  long long patience_us_;
  Times at_ = now();
};

}  // namespace bench
