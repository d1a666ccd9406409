// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

#include "core/crypto.hpp"

namespace storage {

// The master key in a file of 32 bytes. Throws Unusable when the file is missing (unless it may be made: with rights for its
// owner only), has another size, or lies within the data folder: a copy of the folder must never open by itself.
core::Key open_master_key(std::filesystem::path const& file,
                          std::filesystem::path const& data_folder, bool may_make,
                          core::Crypto const& crypto);

}  // namespace storage
