// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/threads.hpp"

#include <sys/resource.h>

namespace storage {

void lower_priority(int nice) {
  ::setpriority(PRIO_PROCESS, 0, nice);
}  // On Linux: of this thread.

}  // namespace storage
