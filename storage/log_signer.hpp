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

// Who signs how long the list of erasures is: the same whatever became of the log. Named "fuge-erasures/" and 32 hex digits, the
// hash under the secret of "erasures name"; its seed is made as above, of "erasures key 0" and a 1.
Signer erasures_signer(core::Key const& tenant_secret, core::Crypto const& crypto);

}  // namespace storage
