// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <optional>

#include "core/ids.hpp"

namespace storage {

// The first position of the last commit that lies whole in the write-ahead logs of a folder, whatever is damaged before it;
// nothing where none does. RocksDB stops reading at the first damaged byte and takes it for the end. But a commit is written only
// once the one before it is durable: where a whole one lies behind the end that was read, the end is a wound.
std::optional<core::Position> last_whole_commit(std::filesystem::path const& folder);

}  // namespace storage
