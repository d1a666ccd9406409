// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/tenant.hpp"

#include "storage/log_signer.hpp"
#include "storage/master_key.hpp"
#include "storage/wal_evidence.hpp"

namespace storage {
namespace {

std::unique_ptr<File> locked(std::filesystem::path const& folder, bool make) {
  if (make) std::filesystem::create_directories(folder);
  else if (!std::filesystem::is_directory(folder))
    throw Unusable("there is no data folder " + folder.string());
  auto lock = std::make_unique<File>(folder, File::Mode::read);
  if (!lock->lock())
    throw Unusable("the data folder " + folder.string() + " is in use by another process");
  return lock;
}

// RocksDB takes the first damaged byte of a write-ahead log for its end, without a word.
void expect_nothing_behind(std::filesystem::path const& folder, core::Position head) {
  auto const commit = last_whole_commit(folder);
  if (commit && *commit > head)
    throw Unusable("the write-ahead log in " + folder.string() +
                   " is damaged: it can be read up to position " + std::to_string(head.value) +
                   ", but position " + std::to_string(commit->value) +
                   " was written after that. Nothing has been changed; restore a backup, or keep a "
                   "copy of the folder "
                   "before anything else");
}

}  // namespace

Tenant::Tenant(Place const& place, core::Crypto const& crypto, Warn warn)
    : folder_(place.folder), warn_(std::move(warn)), lock_(locked(folder_, place.make)) {
  bool const create = is_new();
  if (create && !place.make) throw Unusable("there is no tenant in " + folder_.string());
  if (read_head(HeadPlace{folder_}.head()) &&
      !std::filesystem::exists(folder_ / "identity" / "CURRENT"))
    throw Unusable("the identity store in " + (folder_ / "identity").string() +
                   " is missing: nobody could sign in");
  open_vault(place, create, crypto);
  auto frontier = open_log(crypto);
  identity_ = std::make_unique<Identity>(folder_ / "identity", *vault_, crypto, warn_);
  shelves_ = std::make_unique<RocksShelves>(folder_ / "shelves", *log_, warn_);
  head_ =
      std::make_unique<HeadKeeper>(HeadPlace{folder_}, *log_, std::move(frontier),
                                   log_signer(vault_->tenant_secret(), log_->epoch(), crypto),
                                   crypto, warn_, [this](std::string const& failure) {
                                     warn_("the head cannot be kept, so the log stops: " + failure);
                                     log_->stop();
                                   });
  proof_ = std::make_unique<TransparencyLog>(*head_, *log_, crypto);
}

void Tenant::forget_parent() {
  std::filesystem::remove(folder_ / parent_file);
  sync_folder(folder_);
}

// The vault comes first and `head` last, so a folder whose making was cut short is still new as long as nothing was recorded.
bool Tenant::is_new() const {
  bool const empty = !std::filesystem::exists(HeadPlace{folder_}.head()) &&
                     !std::filesystem::exists(folder_ / "log");
  return empty && !Vault::exists(folder_ / "vault");
}

void Tenant::open_vault(Place const& place, bool create, core::Crypto const& crypto) {
  auto master = open_master_key(place.master_key, folder_, create, crypto);
  vault_ = std::make_unique<Vault>(
      folder_ / "vault", create ? Vault::Mode::create : Vault::Mode::open, master, crypto, warn_);
  wipe(master);
}

void Tenant::expect_vouched(std::string const& epoch, core::Crypto const& crypto) const {
  auto const path = HeadPlace{folder_}.head();
  auto const signer = log_signer(vault_->tenant_secret(), epoch, crypto);
  if (!is_vouched(*read_file(path), signer.verifier()))
    throw Unusable(path.string() + " is not signed by the key of this log: it has been changed");
}

Frontier Tenant::open_log(core::Crypto const& crypto) {
  auto const folder = folder_ / "log";
  auto const head = read_head(HeadPlace{folder_}.head());
  if (!std::filesystem::exists(folder / "CURRENT")) {
    if (head) throw Unusable("the log in " + folder.string() + " is missing");
    log_ = std::make_unique<RocksLog>(folder, RocksLog::Mode::create, crypto, warn_);
    return {};
  }
  if (head) expect_vouched(head->epoch, crypto);
  // The log is looked at before it is opened: what is refused stays as it is.
  auto const [frontier, seen] = [&] {
    RocksLog const glimpse(folder, RocksLog::Mode::read_only, crypto, warn_);
    expect_nothing_behind(folder, glimpse.head());
    return std::pair(checked_frontier({folder_}, glimpse, head, crypto, warn_), glimpse.head());
  }();
  log_ = std::make_unique<RocksLog>(folder, head ? RocksLog::Mode::write : RocksLog::Mode::create,
                                    crypto, warn_);
  if (log_->head() != seen)
    throw Unusable("the log in " + folder.string() + " changes while it is opened");
  return frontier;
}

}  // namespace storage
