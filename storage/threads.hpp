// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace storage {

// Whatever else wants the processor goes before the calling thread from here on.
void lower_priority(int nice);

}  // namespace storage
