// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/tile_files.hpp"

#include "core/check.hpp"
#include "core/event_log.hpp"

namespace storage {
namespace {

core::Bytes bytes_of(std::span<core::Digest const> hashes) {
  return {reinterpret_cast<std::uint8_t const*>(hashes.data()), hashes.size_bytes()};
}

}  // namespace

TileFiles::TileFiles(std::filesystem::path folder) : folder_(std::move(folder)) {
  std::filesystem::create_directories(folder_);
  for (unsigned level = 0; level < tile_levels; ++level) {
    auto const path = folder_ / std::to_string(level);
    if (std::filesystem::exists(path))
      levels_[level].file = std::make_unique<File>(path, File::Mode::write);
  }
}

bool TileFiles::resume(std::uint64_t tree_size) {
  bool complete = true;
  for (unsigned level = 0; level < tile_levels; ++level) {
    auto const& file = levels_[level].file;
    auto const there = file ? file->size() / sizeof(core::Digest) : 0;
    complete = complete && there >= hashes_in(tree_size, level);
  }
  for (unsigned level = 0; level < tile_levels; ++level) {
    levels_[level].flushed = complete ? hashes_in(tree_size, level) : 0;
    levels_[level].waiting.clear();
  }
  return complete;
}

void TileFiles::append(unsigned level, core::Digest const& hash) {
  levels_[level].waiting.push_back(hash);
}

void TileFiles::flush() {
  for (unsigned level = 0; level < tile_levels; ++level) {
    auto& [file, flushed, waiting, synced] = levels_[level];
    if (waiting.empty()) continue;
    file_of(level).write(flushed * sizeof(core::Digest), bytes_of(waiting));
    flushed += waiting.size();
    waiting.clear();
    synced = false;
  }
}

void TileFiles::sync() {
  for (auto& level : levels_) {
    if (!level.synced) level.file->sync();
    level.synced = true;
  }
}

void TileFiles::read(unsigned level, std::uint64_t first, std::span<core::Digest> out) const {
  auto const& file = levels_[level].file;
  std::span const bytes(reinterpret_cast<std::uint8_t*>(out.data()), out.size_bytes());
  if (!file || file->read(first * sizeof(core::Digest), bytes) != bytes.size())
    throw core::LogBroken("the hash tree in " + folder_.string() + " ends too early");
}

File& TileFiles::file_of(unsigned level) {
  auto& file = levels_[level].file;
  if (!file) {
    file = std::make_unique<File>(folder_ / std::to_string(level), File::Mode::create_new);
    sync_folder(folder_);
  }
  return *file;
}

}  // namespace storage
