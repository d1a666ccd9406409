// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/event_log.hpp"
#include "storage/block.hpp"
#include "storage/file.hpp"
#include "storage/merkle.hpp"

// One file of a backup of the log; log_backup.hpp says what is in it.
namespace storage {

// What follows the last block.
struct EventFileEnd {
  Frontier frontier;
  std::string checkpoint;
};

// Writes one, under the name that it is given; `finish` puts it on disk. Records come in log order, whole commands.
class EventFileWriter {
 public:
  EventFileWriter(std::filesystem::path const& path, core::Position first);
  void add(core::RecordView const& record);
  void finish(EventFileEnd const& end);

 private:
  void cut_blocks();
  void put(core::Bytes bytes);
  void flush();

  File file_;
  std::uint64_t written_ = 0;
  std::vector<std::uint8_t> waiting_;
  core::Block block_;  // Not cut yet.
  std::vector<BlockPart> parts_;
};

// Reads one. Everything throws Unusable naming the file and where it is not what was written.
class EventFileReader {
 public:
  EventFileReader(std::filesystem::path const& path, core::Position first);
  // Visits the records of the next block; false behind the last one.
  bool next(core::FunctionRef<void(core::RecordView const&)> visit);
  // At any time.
  EventFileEnd end();

 private:
  [[noreturn]] void damaged(std::string const& where) const;
  core::Bytes bytes_at(std::uint64_t offset, std::size_t count);

  std::filesystem::path const path_;
  File const file_;
  std::uint64_t const size_;
  std::uint64_t offset_ = 0, end_ = 0;  // Of the next block; of what follows the last one.
  core::Position next_;
  std::vector<std::uint64_t> memory_;
};

}  // namespace storage
