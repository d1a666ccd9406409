// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/crypto.hpp"
#include "storage/merkle.hpp"
#include "storage/note.hpp"

namespace storage {

// What the log is known to hold. As a file: the body of a C2SP tlog-checkpoint, three lines (origin "fuge/<epoch>", decimal
// size, base64 of the RFC 6962 root). Further lines, such as signatures, may follow.
struct Head {
  std::string epoch;
  core::Position size;
  core::Digest root{};
};

// The log's name in its checkpoints, and that of the key that signs them.
std::string origin_of(std::string_view epoch);

// Three lines: what a checkpoint says before its signatures.
std::string checkpoint_text(std::string_view origin, TreeHead const& head);
std::string head_text(Head const& head);
std::optional<Head> parse_head(std::string_view text);

// What any log says of itself in the first three lines of a checkpoint.
struct ForeignHead {
  std::string origin;
  TreeHead tree;
};
std::optional<ForeignHead> parse_foreign_head(std::string_view text);

// A head, signed, as the log shows it to everybody: a C2SP tlog-checkpoint.
struct Checkpoint {
  Head head;
  std::string text;
};

// Whether that is a head as this program wrote it: three lines (as before there were signatures), or a note that `log` signed.
bool is_vouched(std::string_view text, Verifier const& log);

// Nothing when there is no such file; throws Unusable when it is none of ours.
std::optional<Head> read_head(std::filesystem::path const& path);

}  // namespace storage
