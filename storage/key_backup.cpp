// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/key_backup.hpp"

#include <rocksdb/db.h>

#include <chrono>
#include <cstring>
#include <thread>

#include "storage/frames.hpp"
#include "storage/head_keeper.hpp"
#include "storage/little_endian.hpp"
#include "storage/rocks_options.hpp"
#include "storage/vault_slot.hpp"

namespace storage {
namespace {

namespace fs = std::filesystem;

enum : std::uint8_t { slots_frame = 1, rows_frame = 2, end_frame = 3 };
constexpr std::string_view magic{"FKBK\1\0\0\0", 8};
constexpr std::size_t epoch_bytes = 32, head_bytes = magic.size() + epoch_bytes + 8;
constexpr std::size_t slots_a_frame = 8192, row_bytes_goal = 1 << 20;
// A slot that is being written is read again.
constexpr int tries_max = 50;
constexpr std::chrono::milliseconds between_tries{2};

std::string head_of(KeyBackup const& backup) {
  return std::string(magic) + backup.epoch + bytes_of_number(backup.covers.value);
}

KeyBackup parse_head_of_backup(std::string const& head, fs::path const& file) {
  if (!head.starts_with(magic)) throw Unusable(file.string() + " is no backup of keys");
  KeyBackup backup;
  backup.epoch = head.substr(magic.size(), epoch_bytes);
  std::memcpy(&backup.covers.value, head.data() + magic.size() + epoch_bytes, 8);
  return backup;
}

// How many slots of the chunk can be read; all of them, unless somebody is writing one.
std::size_t readable(core::Bytes chunk, std::uint64_t first) {
  for (std::size_t i = 0; i < chunk.size() / slot_bytes; ++i) {
    SlotBytes slot;
    std::memcpy(slot.data(), chunk.data() + i * slot_bytes, slot_bytes);
    if (!is_unused(slot) && !read_slot(slot, {first + i})) return i;
  }
  return chunk.size() / slot_bytes;
}

// Whole slots from the first of the chunk on.
std::string read_slots(File const& vault, std::uint64_t first) {
  std::string chunk(slots_a_frame * slot_bytes, '\0');
  for (int tries = 0;; ++tries) {
    chunk.resize(slots_a_frame * slot_bytes);
    auto const bytes = vault.read(first * slot_bytes,
                                  {reinterpret_cast<std::uint8_t*>(chunk.data()), chunk.size()});
    chunk.resize(bytes / slot_bytes * slot_bytes);
    auto const good = readable(core::bytes_of(chunk), first);
    if (good == chunk.size() / slot_bytes) return chunk;
    if (tries == tries_max)
      throw Unusable("the vault is damaged: slot " + std::to_string(first + good));
    std::this_thread::sleep_for(between_tries);
  }
}

std::uint64_t put_slots(File const& vault, FrameWriter& out) {
  std::uint64_t slots = 0;
  for (;;) {
    auto const chunk = read_slots(vault, slots);
    if (chunk.empty()) return slots;
    out.add(slots_frame, core::bytes_of(chunk));
    slots += chunk.size() / slot_bytes;
  }
}

std::unique_ptr<rocksdb::DB> open_rows(fs::path const& folder, Warn const& warn) {
  rocksdb::DB* db = nullptr;
  auto const status = rocksdb::DB::OpenForReadOnly(identity_options(warn), folder, &db);
  if (!status.ok())
    throw Unusable("the identity store in " + folder.string() +
                   " does not open: " + status.ToString());
  return std::unique_ptr<rocksdb::DB>(db);
}

std::uint64_t put_rows(fs::path const& folder, FrameWriter& out, Warn const& warn) {
  auto const db = open_rows(folder, warn);
  std::unique_ptr<rocksdb::Iterator> const row(db->NewIterator({}));
  std::uint64_t rows = 0;
  std::string frame;
  for (row->SeekToFirst(); row->Valid(); row->Next(), ++rows) {
    frame += bytes_of_number(static_cast<std::uint32_t>(row->key().size()));
    frame += bytes_of_number(static_cast<std::uint32_t>(row->value().size()));
    frame += row->key().ToStringView();
    frame += row->value().ToStringView();
    if (frame.size() < row_bytes_goal) continue;
    out.add(rows_frame, core::bytes_of(frame));
    frame.clear();
  }
  if (!row->status().ok())
    throw Unusable("the identity store cannot be read: " + row->status().ToString());
  if (!frame.empty()) out.add(rows_frame, core::bytes_of(frame));
  return rows;
}

std::optional<std::string_view> cut_off(std::string_view& bytes, std::size_t count) {
  if (bytes.size() < count) return {};
  auto const part = bytes.substr(0, count);
  bytes.remove_prefix(count);
  return part;
}

// The rows of a frame; nothing when it ends within one.
std::optional<std::uint64_t> fill(rocksdb::WriteBatch& batch, std::string_view frame) {
  std::uint64_t rows = 0;
  for (; !frame.empty(); ++rows) {
    std::uint32_t key_bytes, value_bytes;
    auto const lengths = cut_off(frame, 8);
    if (!lengths) return {};
    std::memcpy(&key_bytes, lengths->data(), 4);
    std::memcpy(&value_bytes, lengths->data() + 4, 4);
    auto const key = cut_off(frame, key_bytes);
    auto const value = key ? cut_off(frame, value_bytes) : std::nullopt;
    if (!value || !batch.Put(*key, *value).ok()) return {};
  }
  return rows;
}

// What is being unpacked: the vault's file, and the identity store.
class Unpacked {
 public:
  Unpacked(fs::path const& folder, Warn const& warn) : folder_(folder) {
    fs::create_directories(folder / "vault");
    fs::permissions(folder / "vault", fs::perms::owner_all);
    vault_ = std::make_unique<File>(folder / "vault" / "keys", File::Mode::create_new);
    fs::create_directories(folder / "identity");
    rocksdb::DB* db = nullptr;
    expect(rocksdb::DB::Open(identity_options(warn), folder / "identity", &db));
    rows_.reset(db);
  }
  // False when the frame is not one of these.
  bool take(CheckedFrame const& frame, KeyBackup& done) {
    if (frame.what == slots_frame) {
      vault_->write(done.slots * slot_bytes, core::bytes_of(frame.bytes));
      done.slots += frame.bytes.size() / slot_bytes;
      return frame.bytes.size() % slot_bytes == 0;
    }
    rocksdb::WriteBatch batch;
    auto const rows = frame.what == rows_frame ? fill(batch, frame.bytes) : std::nullopt;
    if (rows) expect(rows_->Write({}, &batch));
    done.rows += rows.value_or(0);
    return rows.has_value();
  }
  void sync() {
    vault_->sync();
    sync_folder(folder_ / "vault");
    expect(rows_->SyncWAL());
  }

 private:
  void expect(rocksdb::Status const& status) const {
    if (!status.ok())
      throw Unusable("the identity store in " + folder_.string() +
                     " cannot be made: " + status.ToString());
  }

  fs::path const folder_;
  std::unique_ptr<File> vault_;
  std::unique_ptr<rocksdb::DB> rows_;
};

}  // namespace

// Only what is a backup of the same log's keys is replaced.
void expect_replaceable(fs::path const& file, fs::path const& folder, std::string const& epoch) {
  if (is_within(file, folder))
    throw Unusable(file.string() + " lies within the data folder: its keys belong elsewhere");
  if (!fs::exists(file)) return;
  bool ours = false;
  if (fs::is_regular_file(file) && fs::file_size(file) >= head_bytes) {
    FrameReader const there(file, head_bytes);
    ours = there.head().starts_with(std::string(magic) + epoch);
  }
  if (!ours)
    throw Unusable(file.string() +
                   " is there, and is no backup of this log's keys: it is not replaced");
}

// The head is read first: whatever it covers had its keys on disk before it was signed.
KeyBackup KeyBackup::write(fs::path const& folder, fs::path const& file, Warn const& warn) {
  auto const head = read_head(HeadPlace{folder}.head());
  if (!head) throw Unusable("there is no tenant in " + folder.string());
  KeyBackup backup{.epoch = head->epoch, .covers = head->size};
  expect_replaceable(file, folder, head->epoch);
  auto const partial = fs::path(file) += ".partial";
  fs::remove(partial);
  FrameWriter out(partial, head_of(backup));
  backup.slots = put_slots(File(folder / "vault" / "keys", File::Mode::read), out);
  backup.rows = put_rows(folder / "identity", out, warn);
  auto const end = bytes_of_number(backup.slots) + bytes_of_number(backup.rows);
  out.add(end_frame, core::bytes_of(end));
  out.sync();
  fs::rename(partial, file);
  sync_folder(file.parent_path());
  return backup;
}

KeyBackup KeyBackup::unpack(fs::path const& file, fs::path const& folder, Warn const& warn) {
  if (!fs::exists(file)) throw Unusable("there is no " + file.string());
  FrameReader in(file, head_bytes);
  auto backup = parse_head_of_backup(in.head(), file);
  Unpacked unpacked(folder, warn);
  auto frame = in.next();
  for (; frame && frame->what != end_frame; frame = in.next())
    if (!unpacked.take(*frame, backup))
      throw Unusable(file.string() + " holds something that is no backup of keys");
  auto const end = bytes_of_number(backup.slots) + bytes_of_number(backup.rows);
  if (!frame || frame->bytes != end || in.next())
    throw Unusable(file.string() + " was not written to its end");
  unpacked.sync();
  return backup;
}

}  // namespace storage
