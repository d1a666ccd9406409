// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/rocks_shelves.hpp"

#include "core/check.hpp"
#include "storage/rocks_options.hpp"

namespace storage {
namespace {

constexpr char epoch_key[] = "epoch";

}  // namespace

RocksShelves::RocksShelves(std::filesystem::path const& folder, core::EventLog const& log,
                           Warn warn)
    : log_(log), warn_(std::move(warn)) {
  auto const status = open_database(folder);
  if (!status.ok()) start_over(folder, status.ToString());
  else if (!of_this_log()) start_over(folder, "they belong to another log");
}

RocksShelves::~RocksShelves() {
  try {
    flush();
  } catch (std::exception const& failure) {
    warn_(failure.what());
  }
  close();
}

rocksdb::Status RocksShelves::open_database(std::filesystem::path const& folder) {
  auto const options = shelves_options(warn_);
  std::filesystem::create_directories(folder);
  std::vector<std::string> names;
  if (std::filesystem::exists(folder / "CURRENT")) {
    auto const status = rocksdb::DB::ListColumnFamilies(options, folder, &names);
    if (!status.ok()) return status;
  }
  if (names.empty()) names.push_back(rocksdb::kDefaultColumnFamilyName);
  std::vector<rocksdb::ColumnFamilyDescriptor> families;
  for (auto const& name : names) families.emplace_back(name, shelf_family_options());
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::DB* db = nullptr;
  auto const status = rocksdb::DB::Open(options, folder, families, &handles, &db);
  if (!status.ok()) return status;
  db_.reset(db);
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::unique_ptr<rocksdb::ColumnFamilyHandle> family(handles[i]);
    if (names[i] == rocksdb::kDefaultColumnFamilyName) default_ = std::move(family);
    else found_.emplace(names[i], std::move(family));
  }
  return status;
}

// Writes the log's epoch where there is none yet.
bool RocksShelves::of_this_log() {
  std::string epoch;
  auto const status = db_->Get({}, default_.get(), epoch_key, &epoch);
  if (status.ok()) return epoch == log_.epoch();
  if (!status.IsNotFound() || !found_.empty()) return false;
  rocksdb::WriteOptions synced;
  synced.sync = true;
  auto written = db_->Put(synced, default_.get(), epoch_key, log_.epoch());
  if (written.ok()) written = db_->Flush({}, default_.get());
  return written.ok();
}

void RocksShelves::start_over(std::filesystem::path const& folder, std::string const& why) {
  warn_("all shelves are rebuilt: " + why);
  close();
  std::filesystem::remove_all(folder);
  auto const status = open_database(folder);
  if (!status.ok() || !of_this_log())
    throw Unusable("the shelves in " + folder.string() + " cannot be made: " + status.ToString());
}

void RocksShelves::close() {
  shelves_.clear();
  found_.clear();
  default_.reset();
  db_.reset();
}

core::Shelf& RocksShelves::open(std::string_view name) {
  CHECK(!name.empty() && name != rocksdb::kDefaultColumnFamilyName);
  std::lock_guard const lock(mutex_);
  if (auto const known = shelves_.find(name); known != shelves_.end()) return *known->second;
  std::unique_ptr<rocksdb::ColumnFamilyHandle> family;
  if (auto const found = found_.find(name); found != found_.end()) {
    family = std::move(found->second);
    found_.erase(found);
  }
  auto shelf =
      std::make_unique<RocksShelf>(*db_, std::move(family), std::string(name), log_, warn_);
  return *shelves_.emplace(name, std::move(shelf)).first->second;
}

void RocksShelves::flush() {
  std::lock_guard const lock(mutex_);
  for (auto const& [name, shelf] : shelves_) shelf->flush();
}

}  // namespace storage
