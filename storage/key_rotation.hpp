// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

#include "core/crypto.hpp"

namespace storage {

// Locks a tenant's keys with a new master key and puts that in the place of the old one, which is gone then: whatever copy of the
// vault is still somewhere opens with it only. A crash leaves the old key or the new one with a vault that it opens, or both; then
// the next call finishes. Returns how many keys there are. Throws Unusable, and has changed nothing, when the folder is in use,
// the master key is another one, or a slot is damaged.
std::size_t rotate_master_key(std::filesystem::path const& folder,
                              std::filesystem::path const& master_key, core::Crypto const& crypto);

}  // namespace storage
