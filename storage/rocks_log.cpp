// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/rocks_log.hpp"

#include "core/big_endian.hpp"
#include "core/check.hpp"
#include "storage/lines.hpp"
#include "storage/rocks_frames.hpp"
#include "storage/rocks_options.hpp"

namespace storage {
namespace {

constexpr char epoch_key[] = "epoch";
constexpr std::size_t recent_bytes_max = 8 << 20;
// An iterator is given back after so many bytes: it holds on to memory and files.
constexpr std::size_t piece_bytes_max = 16 << 20;
// A short read needs no readahead; a long one, cold, is twice as fast with it.
constexpr std::size_t first_piece_bytes_max = 256 << 10;
constexpr std::size_t readahead_bytes = 2 << 20;

using Key = std::array<char, 8>;

Key key_of(core::Position position) {
  Key key;
  for (std::size_t i = 0; i < key.size(); ++i)
    key[i] = static_cast<char>(position.value >> (56 - 8 * i));
  return key;
}

core::Position position_of(rocksdb::Slice key) {
  return {core::big_endian(key.ToStringView().substr(0, 8))};
}

rocksdb::Slice slice(core::Bytes bytes) {
  return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}
rocksdb::Slice slice(Key const& key) { return {key.data(), key.size()}; }
core::Bytes bytes_of(rocksdb::Slice slice) { return core::bytes_of(slice.ToStringView()); }

std::string at_position(core::Position position) {
  return " at position " + std::to_string(position.value);
}

// The block under an iterator, at an address that suits it: `memory` holds the copy where one is needed.
BlockView block_at(rocksdb::Iterator const& entry, std::vector<std::uint64_t>& memory) {
  auto bytes = bytes_of(entry.value());
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % 8 != 0) {
    memory.resize((bytes.size() + 7) / 8);
    std::memcpy(memory.data(), bytes.data(), bytes.size());
    bytes = {reinterpret_cast<std::uint8_t const*>(memory.data()), bytes.size()};
  }
  auto const first = position_of(entry.key());
  auto const block = BlockView::parse(bytes, first);
  if (!block) throw core::LogBroken("the log's block" + at_position(first) + " is damaged");
  return *block;
}

void expect_block(rocksdb::Iterator const& entry, core::Position wanted) {
  if (entry.Valid()) return;
  if (!entry.status().ok())
    throw core::LogBroken("the log cannot be read" + at_position(wanted) + ": " +
                          entry.status().ToString());
  throw core::LogBroken("the log has no record" + at_position(wanted));
}

}  // namespace

// A part of a read that one iterator does.
struct RocksLog::Piece {
  core::Position next, until;
  std::size_t bytes_max = first_piece_bytes_max;
  std::size_t readahead = 0;
  bool wanted = true;  // False once the visitor has seen enough.
};

RocksLog::RocksLog(std::filesystem::path const& folder, Mode mode, core::Crypto const& crypto,
                   Warn const& warn)
    : recent_(recent_bytes_max) {
  open(folder, mode, warn);
  try {
    open_epoch(mode, crypto);
    check_recovered();
    head_ = recovered_head().value;
  } catch (core::LogBroken const& broken) {
    throw Unusable(broken.what());
  }
  if (mode == Mode::read_only) stop();
}

RocksLog::~RocksLog() {
  default_.reset();
  log_.reset();
  db_->Close();
}

void RocksLog::open(std::filesystem::path const& folder, Mode mode, Warn const& warn) {
  if (mode != Mode::create && !std::filesystem::exists(folder / "CURRENT"))
    throw Unusable("there is no log in " + folder.string());
  expect_whole_manifest(folder);
  if (mode != Mode::read_only) environment_ = log_environment(folder);
  auto options = log_options(environment_.get(), warn);
  options.create_if_missing = options.create_missing_column_families = mode == Mode::create;
  std::vector<rocksdb::ColumnFamilyDescriptor> const families = {
      {rocksdb::kDefaultColumnFamilyName, rocksdb::ColumnFamilyOptions()},
      {"log", log_family_options()}};
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::DB* db = nullptr;
  auto const status = mode == Mode::read_only
                          ? rocksdb::DB::OpenForReadOnly(options, folder, families, &handles, &db)
                          : rocksdb::DB::Open(options, folder, families, &handles, &db);
  if (!status.ok())
    throw Unusable("the log in " + folder.string() + " does not open: " + status.ToString());
  db_.reset(db);
  default_.reset(handles[0]);
  log_.reset(handles[1]);
}

void RocksLog::open_epoch(Mode mode, core::Crypto const& crypto) {
  auto const status = db_->Get({}, default_.get(), epoch_key, &epoch_);
  if (status.ok()) return;
  bool const unfinished = status.IsNotFound() && recovered_head().value == 0;
  if (unfinished && mode == Mode::read_only) return;
  if (!unfinished || mode != Mode::create)
    throw Unusable("the log has lost its epoch: " + status.ToString());
  std::array<std::uint8_t, 16> random;
  crypto.random(random);
  epoch_ = hex_of(random);
  rocksdb::WriteOptions synced;
  synced.sync = true;
  auto written = db_->Put(synced, default_.get(), epoch_key, epoch_);
  if (written.ok())
    written =
        db_->Flush({}, default_.get());  // So that it does not keep old write-ahead logs alive.
  if (!written.ok()) throw Unusable("the log's epoch cannot be written: " + written.ToString());
}

core::Position RocksLog::recovered_head() const {
  std::unique_ptr<rocksdb::Iterator> const last(db_->NewIterator({}, log_.get()));
  last->SeekToLast();
  if (!last->Valid() && last->status().ok()) return {};
  expect_block(*last, {});
  std::vector<std::uint64_t> memory;
  return block_at(*last, memory).last();
}

// What came out of the write-ahead logs continues what is in tables, without a hole: a log that has lost a sector would end
// early or start late, and RocksDB does not mind.
void RocksLog::check_recovered() const {
  std::vector<rocksdb::LiveFileMetaData> tables;
  db_->GetLiveFilesMetaData(&tables);
  core::Position start;
  for (auto const& table : tables)
    if (table.column_family_name == log_->GetName())
      start = std::max(start, position_of(table.largestkey));
  std::unique_ptr<rocksdb::Iterator> const entry(db_->NewIterator({}, log_.get()));
  std::vector<std::uint64_t> memory;
  auto next = std::max(start, core::Position{1});
  for (entry->Seek(slice(key_of(start))); entry->Valid(); entry->Next()) {
    auto const block = block_at(*entry, memory);
    if (block.first() != next) throw core::LogBroken("the log has no record" + at_position(next));
    next.value = block.last().value + 1;
  }
  if (!entry->status().ok())
    throw core::LogBroken("the log cannot be read" + at_position(next) + ": " +
                          entry->status().ToString());
}

void RocksLog::append(core::Block const& block) {
  if (broken_.load(std::memory_order_acquire))
    throw core::LogBroken("the log takes no more writes");
  CHECK(!block.empty() && block.first.value == head().value + 1);
  batch_.Clear();
  auto const parts = cut(block, parts_);
  rocksdb::Status status;
  for (std::size_t i = 0; i < parts && status.ok(); ++i) {
    auto const key = key_of(parts_[i].first);
    rocksdb::Slice const keys[] = {slice(key)};
    rocksdb::Slice const values[] = {slice(core::Bytes(parts_[i].head)), slice(parts_[i].records)};
    status = batch_.Put(log_.get(), {keys, 1}, {values, 2});
  }
  rocksdb::WriteOptions synced;
  synced.sync = true;
  if (status.ok()) status = db_->Write(synced, &batch_);
  if (!status.ok()) {
    stop();
    throw core::LogBroken("the log could not be written" + at_position(block.first) + ": " +
                          status.ToString());
  }
  head_.store(block.last().value, std::memory_order_release);
}

void RocksLog::read(core::Position from,
                    core::FunctionRef<bool(core::RecordView const&)> visit) const {
  Piece piece{.next = std::max(from, core::Position{1}), .until = head()};
  while (piece.wanted && piece.next <= piece.until) {
    read_piece(piece, visit);
    piece.bytes_max = piece_bytes_max;
    piece.readahead = readahead_bytes;
  }
}

void RocksLog::read_piece(Piece& piece,
                          core::FunctionRef<bool(core::RecordView const&)> visit) const {
  rocksdb::ReadOptions options;
  options.fill_cache = false;
  options.readahead_size = piece.readahead;
  std::unique_ptr<rocksdb::Iterator> const entry(db_->NewIterator(options, log_.get()));
  std::vector<std::uint64_t> memory;
  entry->SeekForPrev(slice(key_of(piece.next)));
  for (std::size_t bytes = 0; bytes < piece.bytes_max && piece.next <= piece.until; entry->Next()) {
    expect_block(*entry, piece.next);
    auto const block = block_at(*entry, memory);
    if (piece.next < block.first() || block.last() < piece.next)
      throw core::LogBroken("the log has no record" + at_position(piece.next));
    bytes += entry->value().size();
    for (auto const last = std::min(block.last(), piece.until); piece.next <= last;
         ++piece.next.value) {
      piece.wanted = visit(block.record(piece.next));
      if (!piece.wanted) return;
    }
  }
}

std::shared_ptr<LoadedBlock const> RocksLog::load(core::Position position) const {
  if (auto block = recent_.find(position)) return block;
  rocksdb::ReadOptions options;
  options.fill_cache = false;
  std::unique_ptr<rocksdb::Iterator> const entry(db_->NewIterator(options, log_.get()));
  entry->SeekForPrev(slice(key_of(position)));
  expect_block(*entry, position);
  auto const value = bytes_of(entry->value());
  auto block = std::make_shared<LoadedBlock>();
  block->bytes = value.size();
  block->words = std::make_unique<std::uint64_t[]>((value.size() + 7) / 8);
  std::memcpy(block->words.get(), value.data(), value.size());
  auto const first = position_of(entry->key());
  auto const view =
      BlockView::parse({reinterpret_cast<std::uint8_t*>(block->words.get()), value.size()}, first);
  if (!view) throw core::LogBroken("the log's block" + at_position(first) + " is damaged");
  if (view->last() < position)
    throw core::LogBroken("the log has no record" + at_position(position));
  block->view = *view;
  recent_.put(block);
  return block;
}

bool RocksLog::at(core::Position position,
                  core::FunctionRef<void(core::RecordView const&)> visit) const {
  if (position.value == 0 || position > head()) return false;
  auto const block = load(position);
  visit(block->view.record(position));
  return true;
}

}  // namespace storage
