// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <vector>

#include "core/event_log.hpp"
#include "storage/head_file.hpp"

// The events of one log, put away: a folder of files that follow each other, FIRST-LAST-ROOT.events, ROOT being that of the tree
// over everything up to LAST, in hex. There is no key in them: what is sealed stays sealed.
//
// A file is "FEVT", u8 format (1), 3 zeros, u64 first position; blocks as in the log (storage/block.hpp), one behind the other;
// then the end: u32 bytes of the frontier and u32 bytes of the checkpoint, and both: the right edge of the tree at LAST
// (merkle.hpp) and what was signed there; u64 where the end begins. Integers are little-endian.
namespace storage {

using ProgressTo = core::FunctionRef<void(core::Position)>;

class LogBackup {
 public:
  struct Piece {
    core::Position first, last;
    core::Digest root;
    std::filesystem::path path;
  };

  // Throws Unusable when the files do not follow each other. `crypto` outlives it. One thread.
  LogBackup(std::filesystem::path folder, core::Crypto const& crypto);

  static bool is_one(std::filesystem::path const& folder);

  std::vector<Piece> const& pieces() const { return pieces_; }
  core::Position last() const { return pieces_.empty() ? core::Position() : pieces_.back().last; }

  // Adds a file with what the log holds behind the last of them, up to the checkpoint; nothing when that is all there already.
  // Throws Unusable, and has added nothing, when the events are not those that the checkpoint was signed for, or do not go on
  // from what is here.
  void add(core::EventLog const& log, Checkpoint const& checkpoint, ProgressTo progress);

  // What was signed at the end of each piece. Throws Unusable when nothing has been put away.
  std::vector<Checkpoint> checkpoints() const;
  // Visits every record from the first on until `visit` says false. Throws Unusable naming the file, and the position, where
  // something is not what was put away; a file's last record has been visited before its root is compared.
  void read(core::FunctionRef<bool(core::RecordView const&)> visit) const;

 private:
  // Of the tree at last().
  Frontier edge() const;
  void expect(Frontier const& frontier, Head const& head) const;

  std::filesystem::path const folder_;
  core::Crypto const& crypto_;
  std::vector<Piece> pieces_;
};

}  // namespace storage
