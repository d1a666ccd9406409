// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/identity.hpp"

#include <sodium.h>

#include <mutex>

#include "core/event_log.hpp"
#include "core/fold.hpp"
#include "storage/rocks_frames.hpp"
#include "storage/rocks_options.hpp"
#include "storage/token_row.hpp"

namespace storage {
namespace {

// What a key starts with.
constexpr char login = 'l', token = 't', email_row = 'e', proof_row = 'p';
constexpr std::string_view token_prefix = "fuge_";
constexpr std::size_t token_bytes = 32, token_characters = 43;
constexpr std::size_t seen_max = 100'000;

std::string key_of(char table, core::Bytes bytes) {
  return table + std::string(core::view_of(bytes));
}
std::span<std::uint8_t> writable(std::string& text) {
  return {reinterpret_cast<std::uint8_t*>(text.data()), text.size()};
}

core::Digest hash_in(rocksdb::Slice const& token_key) {
  core::Digest hash{};
  if (token_key.size() == 1 + hash.size())
    std::memcpy(hash.data(), token_key.data() + 1, hash.size());
  return hash;
}

// Whom a row is about; nil where it cannot be told.
core::Id subject_of(char table, rocksdb::Slice const& key, rocksdb::Slice const& row) {
  if (table == login) return core::Id::from(core::bytes_of(row.ToStringView()));
  if (table == email_row) return core::Id::from(core::bytes_of(key.ToStringView().substr(1)));
  auto const issued = read_token(hash_in(key), row.ToStringView());
  return issued ? issued->subject : core::Id();
}

}  // namespace

std::size_t Identity::Hash::operator()(core::Digest const& digest) const {
  std::size_t hash;
  std::memcpy(&hash, digest.data(), sizeof hash);
  return hash;
}

Identity::Identity(std::filesystem::path const& folder, core::Vault const& vault,
                   core::Crypto const& crypto, Warn const& warn)
    : vault_(vault), crypto_(crypto) {
  std::filesystem::create_directories(folder);
  expect_whole_manifest(folder);
  expect_whole_wals(folder);
  rocksdb::DB* db = nullptr;
  auto const status = rocksdb::DB::Open(identity_options(warn), folder, &db);
  if (!status.ok())
    throw Unusable("the identity store in " + folder.string() +
                   " does not open: " + status.ToString());
  db_.reset(db);
}

// What is closed lies in tables, whose every byte has a checksum, and no longer in a write-ahead log, whose last record may have
// been torn off by a crash.
Identity::~Identity() {
  (void)db_->Flush({});  // Where it fails, the write-ahead log stays and is read at the next start.
}

void Identity::check() const {
  auto const status = db_->VerifyChecksum();
  if (!status.ok()) throw core::LogBroken("the identity store is damaged: " + status.ToString());
}

void Identity::put(std::string const& key, std::string const& value) {
  rocksdb::WriteOptions synced;
  synced.sync = true;
  auto const status = db_->Put(synced, key, value);
  if (!status.ok())
    throw core::LogBroken("the identity store could not be written: " + status.ToString());
}

std::optional<std::string> Identity::get(std::string const& key) const {
  std::string value;
  auto const status = db_->Get({}, key, &value);
  if (status.IsNotFound()) return {};
  if (!status.ok())
    throw core::LogBroken("the identity store cannot be read: " + status.ToString());
  return value;
}

std::string Identity::login_key(std::string_view name) const {
  auto const folded = core::fold(name);
  core::Bytes const parts[] = {core::bytes_of("login\n"), core::bytes_of(folded)};
  return key_of(login, crypto_.keyed_hash(vault_.tenant_secret(), parts));
}

bool Identity::add_login(std::string_view name, core::Id const& subject) {
  std::lock_guard const lock(writing_);
  auto const key = login_key(name);
  if (auto const owner = get(key)) return core::Id::from(core::bytes_of(*owner)) == subject;
  put(key, std::string(core::view_of(subject.view())));
  return true;
}

std::optional<core::Id> Identity::find_login(std::string_view name) const {
  auto const subject = get(login_key(name));
  if (!subject) return {};
  return core::Id::from(core::bytes_of(*subject));
}

void Identity::remove_login(std::string_view name) {
  rocksdb::WriteOptions synced;
  synced.sync = true;
  auto const status = db_->Delete(synced, login_key(name));
  if (!status.ok())
    throw core::LogBroken("the identity store could not be written: " + status.ToString());
}

std::size_t Identity::logins_of(core::Id const& subject) const {
  std::size_t many = 0;
  each_of(login, subject, [&](rocksdb::Slice const&, rocksdb::Slice const&) { ++many; });
  return many;
}

core::Digest Identity::hash_of(std::string_view token) const {
  core::Bytes const parts[] = {core::bytes_of(token)};
  return crypto_.sha256(parts);
}

std::string Identity::issue_token(core::Id const& subject, std::string_view label,
                                  core::Instant now, core::Instant expires) {
  std::array<std::uint8_t, token_bytes> secret;
  crypto_.random(secret);
  char text[token_characters + 1];
  sodium_bin2base64(text, sizeof text, secret.data(), secret.size(),
                    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  auto issued = std::string(token_prefix) + text;
  Token const row{hash_of(issued), subject, now, expires, {}, std::string(label)};
  put(key_of(token, row.hash), write_token(row));
  return issued;
}

std::optional<Token> Identity::load_token(core::Digest const& hash) const {
  {
    std::shared_lock const lock(mutex_);
    if (auto const seen = seen_.find(hash); seen != seen_.end()) return seen->second;
  }
  std::unique_lock const lock(
      mutex_);  // A token that is revoked meanwhile must not stay in the cache.
  auto const value = get(key_of(token, hash));
  auto row = value ? read_token(hash, *value) : std::nullopt;
  if (!row) return {};
  if (seen_.size() >= seen_max) seen_.clear();
  seen_.emplace(hash, *row);
  return row;
}

std::optional<Token> Identity::check_token(std::string_view text, core::Instant now) const {
  if (!text.starts_with(token_prefix) || text.size() != token_prefix.size() + token_characters)
    return {};
  auto token = load_token(hash_of(text));
  if (!token || !token->valid(now)) return {};
  return token;
}

bool Identity::revoke_token(core::Digest const& hash, core::Instant now) {
  std::lock_guard const lock(writing_);
  auto row = load_token(hash);
  if (!row) return false;
  if (row->revoked.us != 0) return true;
  row->revoked = now;
  put(key_of(token, hash), write_token(*row));
  std::unique_lock const forget(mutex_);
  seen_.erase(hash);
  return true;
}

void Identity::each_of(
    char table, core::Id const& subject,
    core::FunctionRef<void(rocksdb::Slice const& key, rocksdb::Slice const& row)> visit) const {
  std::unique_ptr<rocksdb::Iterator> const row(db_->NewIterator({}));
  for (row->Seek(rocksdb::Slice(&table, 1)); row->Valid() && row->key()[0] == table; row->Next())
    if (subject_of(table, row->key(), row->value()) == subject) visit(row->key(), row->value());
  if (!row->status().ok())
    throw core::LogBroken("the identity store cannot be read: " + row->status().ToString());
}

std::size_t Identity::count_tokens(bool drop) {
  std::lock_guard const lock(writing_);
  rocksdb::WriteBatch gone;
  std::size_t count = 0;
  std::unique_ptr<rocksdb::Iterator> const row(db_->NewIterator({}));
  for (row->Seek(rocksdb::Slice(&token, 1)); row->Valid() && row->key()[0] == token;
       row->Next(), ++count)
    gone.Delete(row->key());
  if (!drop) return count;
  rocksdb::WriteOptions synced;
  synced.sync = true;
  auto const status = db_->Write(synced, &gone);
  if (!status.ok())
    throw core::LogBroken("the identity store could not be written: " + status.ToString());
  std::unique_lock const cache(mutex_);
  seen_.clear();
  return count;
}

std::vector<Token> Identity::tokens_of(core::Id const& subject) const {
  std::vector<Token> found;
  each_of(token, subject, [&](rocksdb::Slice const& key, rocksdb::Slice const& row) {
    found.push_back(*read_token(hash_in(key), row.ToStringView()));
  });
  return found;
}

// Compacted at once, so that no file holds what was deleted.
void Identity::forget(core::Id const& subject) {
  std::lock_guard const lock(writing_);
  rocksdb::WriteBatch gone;
  for (auto const table : {login, token, email_row})
    each_of(table, subject,
            [&](rocksdb::Slice const& key, rocksdb::Slice const&) { gone.Delete(key); });
  if (gone.Count() == 0) return;
  rocksdb::WriteOptions synced;
  synced.sync = true;
  rocksdb::CompactRangeOptions all;
  all.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForce;
  for (auto const& status :
       {db_->Write(synced, &gone), db_->Flush({}), db_->CompactRange(all, nullptr, nullptr)})
    if (!status.ok())
      throw core::LogBroken("the identity store could not be written: " + status.ToString());
  std::unique_lock const cache(mutex_);
  std::erase_if(seen_, [&](auto const& seen) { return seen.second.subject == subject; });
}

std::optional<core::Instant> Identity::proof_given(core::Id const& subject) const {
  auto const value = get(key_of(proof_row, subject.view()));
  core::Instant given;
  if (!value || value->size() != sizeof given.us) return {};
  std::memcpy(&given.us, value->data(), sizeof given.us);
  return given;
}

void Identity::note_proof_given(core::Id const& subject, core::Instant now) {
  put(key_of(proof_row, subject.view()), {reinterpret_cast<char const*>(&now.us), sizeof now.us});
}

std::array<std::uint8_t, 32> Identity::email_context(core::Id const& subject,
                                                     core::KeyId key) const {
  std::array<std::uint8_t, 32> context{};
  std::memcpy(context.data(), "email.v1", 8);
  std::memcpy(context.data() + 8, &key.value, 8);
  std::memcpy(context.data() + 16, subject.bytes.data(), 16);
  return context;
}

bool Identity::put_email(core::Id const& subject, std::string_view address) {
  auto const id = vault_.find(core::KeyKind::PERSON, subject);
  core::Key key;
  if (!vault_.key(id, key)) return false;
  core::Nonce nonce;
  crypto_.random(nonce);
  std::string value(8 + nonce.size() + address.size() + core::seal_overhead, '\0');
  std::memcpy(value.data(), &id.value, 8);
  std::memcpy(value.data() + 8, nonce.data(), nonce.size());
  crypto_.seal(key, nonce, email_context(subject, id), core::bytes_of(address),
               writable(value).subspan(8 + nonce.size()));
  put(key_of(email_row, subject.view()), value);
  return true;
}

std::optional<std::string> Identity::email(core::Id const& subject) const {
  auto const value = get(key_of(email_row, subject.view()));
  core::KeyId id;
  core::Nonce nonce;
  core::Key key;
  auto const fixed = 8 + nonce.size();
  if (!value || value->size() < fixed + core::seal_overhead) return {};
  std::memcpy(&id.value, value->data(), 8);
  std::memcpy(nonce.data(), value->data() + 8, nonce.size());
  if (!vault_.key(id, key)) return {};
  std::string address(value->size() - fixed - core::seal_overhead, '\0');
  if (!crypto_.unseal(key, nonce, email_context(subject, id), core::bytes_of(*value).subspan(fixed),
                      writable(address)))
    return {};
  return address;
}

}  // namespace storage
