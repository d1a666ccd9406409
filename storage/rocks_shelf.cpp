// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/rocks_shelf.hpp"

#include <rocksdb/write_batch.h>

#include <mutex>

#include "core/check.hpp"
#include "storage/crypto.hpp"
#include "storage/rocks_options.hpp"

namespace storage {
namespace {

// What a crash takes from the shelf is what start-up reads again from the log: at most about so many events.
constexpr std::uint64_t unflushed_events_max = 200'000;

rocksdb::Slice const checkpoint_key("", 0);

rocksdb::WriteOptions without_wal() {
  rocksdb::WriteOptions options;
  options.disableWAL = true;
  return options;
}

rocksdb::Slice slice(std::string_view text) { return {text.data(), text.size()}; }

std::string checkpoint_value(core::Position checkpoint) {
  std::string value(12, '\0');
  std::memcpy(value.data(), &checkpoint.value, 8);
  auto const crc = crc32c(core::bytes_of(value).first(8));
  std::memcpy(value.data() + 8, &crc, 4);
  return value;
}

// 0 when the value is none of ours.
core::Position parse_checkpoint(std::string_view value) {
  core::Position checkpoint;
  if (value.size() != 12) return {};
  std::memcpy(&checkpoint.value, value.data(), 8);
  return value == checkpoint_value(checkpoint) ? checkpoint : core::Position{};
}

void expect(rocksdb::Status const& status, std::string const& shelf, char const* what) {
  if (!status.ok())
    throw core::LogBroken("the shelf " + shelf + " cannot be " + what + ": " + status.ToString());
}

}  // namespace

RocksShelf::RocksShelf(rocksdb::DB& db, std::unique_ptr<rocksdb::ColumnFamilyHandle> family,
                       std::string name, core::EventLog const& log, Warn const& warn)
    : db_(db), log_(log), name_(std::move(name)), warn_(warn), family_(std::move(family)) {
  if (family_ == nullptr) make_family();
  else load_checkpoint();
}

void RocksShelf::make_family() {
  rocksdb::ColumnFamilyHandle* made = nullptr;
  expect(db_.CreateColumnFamily(shelf_family_options(), name_, &made), name_, "made");
  family_.reset(made);
}

void RocksShelf::load_checkpoint() {
  std::string value;
  auto const status = db_.Get({}, family_.get(), checkpoint_key, &value);
  auto const checkpoint = status.ok() ? parse_checkpoint(value) : core::Position{};
  bool const usable = checkpoint.value != 0 && checkpoint <= log_.head();
  if (usable) {
    checkpoint_ = flushed_ = checkpoint.value;
    return;
  }
  if (!status.IsNotFound())
    warn_("the shelf " + name_ + " is rebuilt: " +
          (checkpoint.value != 0 ? "it is ahead of the log" : "its checkpoint is damaged"));
  clear();
}

void RocksShelf::write(std::span<core::Change const> changes, core::Position checkpoint) {
  CHECK(checkpoint <= log_.head());
  std::shared_lock const lock(mutex_);
  rocksdb::WriteBatch batch;
  rocksdb::Status status;
  for (auto const& [key, value] : changes) {
    CHECK(!key.empty());
    status = value ? batch.Put(family_.get(), key, *value) : batch.Delete(family_.get(), key);
    expect(status, name_, "written");
  }
  expect(batch.Put(family_.get(), checkpoint_key, checkpoint_value(checkpoint)), name_, "written");
  expect(db_.Write(without_wal(), &batch), name_, "written");
  checkpoint_.store(checkpoint.value, std::memory_order_release);
  if (checkpoint.value - flushed_ < unflushed_events_max) return;
  rocksdb::FlushOptions behind;
  behind.wait = false;
  behind.allow_write_stall = true;
  expect(db_.Flush(behind, family_.get()), name_, "flushed");
  flushed_ = checkpoint.value;
}

std::optional<std::string> RocksShelf::get(std::string_view key) const {
  std::shared_lock const lock(mutex_);
  std::string value;
  auto const status = db_.Get({}, family_.get(), slice(key), &value);
  if (status.IsNotFound()) return {};
  if (!status.ok()) damaged(status);
  return value;
}

void RocksShelf::scan(
    std::string_view from,
    core::FunctionRef<bool(std::string_view key, std::string_view value)> visit) const {
  std::shared_lock const lock(mutex_);
  rocksdb::ReadOptions options;
  options.fill_cache = false;
  std::unique_ptr<rocksdb::Iterator> const row(db_.NewIterator(options, family_.get()));
  for (row->Seek(slice(from)); row->Valid(); row->Next())
    if (!row->key().empty() && !visit(row->key().ToStringView(), row->value().ToStringView()))
      return;
  if (!row->status().ok()) damaged(row->status());
}

void RocksShelf::clear() {
  std::unique_lock const lock(mutex_);
  expect(db_.DropColumnFamily(family_.get()), name_, "dropped");
  family_.reset();
  make_family();
  checkpoint_ = flushed_ = 0;
}

void RocksShelf::flush() {
  std::shared_lock const lock(mutex_);
  expect(db_.Flush({}, family_.get()), name_, "flushed");
}

// Forgets the checkpoint, so that the next start rebuilds the shelf.
void RocksShelf::damaged(rocksdb::Status const& status) const {
  warn_("the shelf " + name_ + " is damaged and will be rebuilt: " + status.ToString());
  if (db_.Delete(without_wal(), family_.get(), checkpoint_key).ok())
    db_.Flush({}, family_.get()).PermitUncheckedError();
  throw core::ShelfDamaged("the shelf " + name_ + " is damaged: " + status.ToString());
}

}  // namespace storage
