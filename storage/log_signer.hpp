// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "storage/note.hpp"

namespace storage {

// Who signs the checkpoints of the log of that epoch. The key follows from the tenant's secret and the epoch, so it is kept and
// backed up where the secret is, and a new epoch has a new one: its seed is BLAKE2b-128 under the secret of "note key 0\n" and
// the epoch, then the same with a 1.
Signer log_signer(core::Key const& tenant_secret, std::string_view epoch,
                  core::Crypto const& crypto);

}  // namespace storage
