// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/restore.hpp"

#include "storage/head_keeper.hpp"
#include "storage/identity.hpp"
#include "storage/key_backup.hpp"
#include "storage/log_backup.hpp"
#include "storage/log_signer.hpp"
#include "storage/master_key.hpp"
#include "storage/rocks_log.hpp"
#include "storage/tenant.hpp"
#include "storage/vault.hpp"

namespace storage {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t bytes_a_write = 4 << 20;
constexpr std::uint64_t positions_a_step = 1000;

class BackupSource final : public EventSource {
 public:
  BackupSource(fs::path const& folder, core::Crypto const& crypto) : backup_(folder, crypto) {}
  std::vector<Checkpoint> checkpoints() const override { return backup_.checkpoints(); }
  void read(core::FunctionRef<bool(core::RecordView const&)> visit) const override {
    backup_.read(visit);
  }

 private:
  LogBackup const backup_;
};

class FolderSource final : public EventSource {
 public:
  FolderSource(fs::path const& folder, core::Crypto const& crypto, Warn const& warn)
      : text_(*read_file(HeadPlace{folder}.head())),
        log_(folder / "log", RocksLog::Mode::read_only, crypto, warn) {
    checked_frontier({folder}, log_, parse_head(text_), crypto, warn);
  }
  std::vector<Checkpoint> checkpoints() const override { return {{*parse_head(text_), text_}}; }
  void read(core::FunctionRef<bool(core::RecordView const&)> visit) const override {
    log_.read({1}, visit);
  }

 private:
  std::string const text_;
  RocksLog const log_;
};

// Records on their way into a log, a large write at a time.
class Refill {
 public:
  explicit Refill(core::EventLog& log) : log_(log) { block_.first = {1}; }
  void add(core::RecordView const& record) {
    auto const& header = record.header();
    block_.offsets.push_back(static_cast<std::uint32_t>(block_.bytes.size()));
    block_.bytes.insert(block_.bytes.end(), record.bytes().begin(), record.bytes().end());
    if (header.command_index + 1 != header.command_events) return;
    whole_ = block_.size();
    if (block_.bytes.size() >= bytes_a_write) write();
  }
  // What is left; a command of which not all has come is left out.
  void finish() {
    if (whole_ == 0) return;
    if (whole_ < block_.size()) {
      block_.bytes.resize(block_.offsets[whole_]);
      block_.offsets.resize(whole_);
    }
    write();
  }

 private:
  void write() {
    log_.append(block_);
    block_ = {.first = {block_.last().value + 1}, .offsets = {}, .bytes = {}};
    whole_ = 0;
  }

  core::EventLog& log_;
  core::Block block_;
  std::size_t whole_ = 0;  // Records of it that are whole commands.
};

void expect_listed(core::RecordView const& record, ErasureList const& list) {
  auto const* type = core::schema_tables().event(record.header().event_type);
  if (!type || !type->destroys || type->destroys->destroys != core::KeyKind::PERSON) return;
  core::CanonicalReader event(record.open());
  if (list.has(core::id_in(event.root(), *type->destroys))) return;
  throw Unusable("the list of erasures " + list.path().string() +
                 " is older than the backup: the person who was erased at position " +
                 std::to_string(record.header().position.value) + " is not on it");
}

// All of it is read, so that all of it is checked.
core::Position refill(RestorePlan const& plan, core::EventLog& log,
                      core::FunctionRef<void(core::Position)> progress) {
  Refill refill(log);
  auto const last = plan.until.value_or(core::Position{UINT64_MAX});
  plan.events.read([&](core::RecordView const& record) {
    auto const position = record.header().position;
    expect_listed(record, plan.erasures);
    if (position <= last) refill.add(record);
    if (position.value % positions_a_step == 0) progress(position);
    return true;
  });
  refill.finish();
  return log.head();
}

void forget_listed(ErasureList const& list, Vault& vault, Identity& identity) {
  for (auto const& entry : list.entries()) {
    identity.forget(entry.subject);
    for (auto const kind : {core::KeyKind::PERSON, core::KeyKind::TEXT, core::KeyKind::BALLOT})
      vault.destroy(kind, entry.subject);
  }
  vault.sync();
}

// Every checkpoint was signed by the key that follows from these keys.
void expect_vouched(std::vector<Checkpoint> const& checkpoints, Vault const& vault,
                    core::Crypto const& crypto) {
  for (auto const& checkpoint : checkpoints) {
    auto const signer = log_signer(vault.tenant_secret(), checkpoint.head.epoch, crypto);
    if (!is_vouched(checkpoint.text, signer.verifier()))
      throw Unusable("the checkpoint at position " + std::to_string(checkpoint.head.size.value) +
                     " was not signed by the log that these keys belong to: they are those of "
                     "another hub, or it was changed");
  }
}

void expect_fitting(RestorePlan const& plan, KeyBackup const& keys, Head const& newest) {
  if (plan.until && *plan.until > newest.size)
    throw Unusable("what was put away ends at position " + std::to_string(newest.size.value));
  auto const wanted = plan.until.value_or(newest.size);
  bool const same_log = keys.epoch == newest.epoch;
  if (same_log && keys.covers >= wanted) return;
  throw Unusable("the keys were put away at position " + std::to_string(keys.covers.value) +
                 (same_log ? "" : " of another log") + ", before the events up to " +
                 std::to_string(wanted.value) + ": what came between could not be read");
}

// A folder that is thrown away unless it is kept.
class Draft {
 public:
  explicit Draft(fs::path const& folder)
      : folder_(folder), draft_(fs::path(folder) += ".restoring") {
    if (fs::exists(folder_) && !fs::is_empty(folder_))
      throw Unusable(folder_.string() + " exists and is not empty");
    fs::remove_all(draft_);
    fs::create_directories(draft_);
  }
  ~Draft() {
    std::error_code ignored;
    fs::remove_all(draft_, ignored);
  }
  Draft(Draft const&) = delete;
  fs::path const& path() const { return draft_; }
  void keep() {
    sync_folder(draft_);
    fs::remove(folder_);
    fs::rename(draft_, folder_);
    sync_folder(folder_.parent_path());
  }

 private:
  fs::path const folder_, draft_;
};

KeyBackup unpack_keys(fs::path const& keys, fs::path const& folder, Warn const& warn) {
  if (!fs::is_directory(keys)) return KeyBackup::unpack(keys, folder, warn);
  auto const own = folder / "own-keys";
  KeyBackup::write(keys, own, warn);
  auto unpacked = KeyBackup::unpack(own, folder, warn);
  fs::remove(own);
  return unpacked;
}

Head fill(RestorePlan const& plan, fs::path const& folder, core::Crypto const& crypto,
          Warn const& warn, core::FunctionRef<void(core::Position)> progress) {
  auto const keys = unpack_keys(plan.keys, folder, warn);
  auto master = open_master_key(plan.master_key, plan.folder, false, crypto);
  Vault vault(folder / "vault", Vault::Mode::open, master, crypto, warn);
  wipe(master);
  auto const checkpoints = plan.events.checkpoints();
  expect_vouched(checkpoints, vault, crypto);
  auto parent = checkpoints.back().head;
  expect_fitting(plan, keys, parent);
  plan.expect_newest_list(vault.tenant_secret());
  Identity identity(folder / "identity", vault, crypto, warn);
  RocksLog log(folder / "log", RocksLog::Mode::create, crypto, warn);
  parent.size = refill(plan, log, progress);
  forget_listed(plan.erasures, vault, identity);
  HeadKeeper const head({folder}, log, {}, log_signer(vault.tenant_secret(), log.epoch(), crypto),
                        crypto, warn, [](std::string const& failure) { throw Unusable(failure); });
  parent.root = head.checkpoint()->head.root;
  replace_file(folder / Tenant::parent_file, head_text(parent));
  return parent;
}

}  // namespace

bool is_tenant_folder(fs::path const& folder) {
  return fs::exists(folder / "log" / "CURRENT") && fs::exists(HeadPlace{folder}.head()) &&
         Vault::exists(folder / "vault");
}

std::unique_ptr<EventSource> open_source(fs::path const& from, core::Crypto const& crypto,
                                         Warn const& warn) {
  if (!fs::is_directory(from)) throw Unusable("there is no folder " + from.string());
  if (is_tenant_folder(from)) return std::make_unique<FolderSource>(from, crypto, warn);
  if (LogBackup::is_one(from)) return std::make_unique<BackupSource>(from, crypto);
  std::vector<fs::path> within;
  for (auto const& entry : fs::directory_iterator(from))
    if (entry.is_directory() && LogBackup::is_one(entry.path())) within.push_back(entry.path());
  if (within.size() == 1) return std::make_unique<BackupSource>(within[0], crypto);
  std::string names;
  for (auto const& one : within) names += "\n  " + one.string();
  throw Unusable(within.empty() ? from.string() + " holds neither a backup nor a tenant"
                                : from.string() + " holds several logs; name one of them:" + names);
}

Head restore(RestorePlan const& plan, core::Crypto const& crypto, Warn const& warn,
             core::FunctionRef<void(core::Position)> progress) {
  Draft draft(plan.folder);
  auto const parent = fill(plan, draft.path(), crypto, warn, progress);
  draft.keep();
  return parent;
}

}  // namespace storage
