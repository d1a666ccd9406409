// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <vector>

#include "core/crypto.hpp"
#include "storage/file.hpp"

// The hashes of the log's tree on disk, every eighth level of it, as the tiles of https://c2sp.org/tlog-tiles want them.
//
// One file a level, `0` to `7`, 32 bytes a hash: hash i of level L is the root of leaves [i * 256^L, (i + 1) * 256^L). So tile N
// of a level is its file's bytes [N * 8192, (N + 1) * 8192), and a partial tile is the beginning of that.
namespace storage {

inline constexpr unsigned tile_height = 8, tile_levels = 8;
inline constexpr std::uint64_t tile_width = 256;

// How many hashes level L of a tree of that size has.
constexpr std::uint64_t hashes_in(std::uint64_t tree_size, unsigned level) {
  return tree_size >> level * tile_height;
}

// Where the hashes of a tree are read from. Any thread.
class Tiles {
 public:
  virtual ~Tiles() = default;
  // Reads `out.size()` hashes of a level, which have been flushed.
  virtual void read(unsigned level, std::uint64_t first, std::span<core::Digest> out) const = 0;
};

// One thread appends, flushes and syncs. Any thread reads what was flushed before it learned of it.
class TileFiles final : public Tiles {
 public:
  explicit TileFiles(std::filesystem::path folder);

  // The levels end where those of a tree of `tree_size` end, and what is behind that is written over. False when something is
  // missing; nothing is there then.
  bool resume(std::uint64_t tree_size);
  void append(unsigned level, core::Digest const& hash);
  void flush();
  // What was flushed is on disk.
  void sync();

  void read(unsigned level, std::uint64_t first, std::span<core::Digest> out) const override;

 private:
  struct Level {
    std::unique_ptr<File> file;
    std::uint64_t flushed = 0;  // Hashes.
    std::vector<core::Digest> waiting;
    bool synced = true;
  };
  File& file_of(unsigned level);

  std::filesystem::path const folder_;
  std::array<Level, tile_levels> levels_;
};

}  // namespace storage
