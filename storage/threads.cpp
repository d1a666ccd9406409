// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/threads.hpp"

#include <sys/resource.h>

namespace storage {

void lower_priority() { ::setpriority(PRIO_PROCESS, 0, 19); }  // On Linux: of this thread.

}  // namespace storage
