// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/note.hpp"

#include <sodium.h>

#include <algorithm>
#include <charconv>

#include "core/big_endian.hpp"
#include "core/check.hpp"
#include "storage/base64.hpp"

namespace storage {
namespace {

constexpr std::string_view dash = "\u2014 ";
constexpr std::string_view skey_prefix = "PRIVATE+KEY+";
constexpr std::size_t signature_bytes = crypto_sign_BYTES, time_bytes = 8;

std::uint32_t key_id_of(Verifier const& verifier, core::Crypto const& crypto) {
  std::uint8_t const between[] = {'\n', static_cast<std::uint8_t>(verifier.kind)};
  core::Bytes const parts[] = {core::bytes_of(verifier.name), between, verifier.public_key};
  return static_cast<std::uint32_t>(core::big_endian(core::Bytes(crypto.sha256(parts)).first(4)));
}

// What is signed: the text, or a time and the text.
std::string message_of(std::string_view text, Vouching kind, std::uint64_t unix_seconds) {
  std::string message;
  if (kind == Vouching::cosignature)
    message = "cosignature/v1\ntime " + std::to_string(unix_seconds) + "\n";
  return message.append(text);
}

std::string hex_of(std::uint32_t key_id) {
  char text[9];
  std::snprintf(text, sizeof text, "%08x", key_id);
  return text;
}

// "<name>+<8 hex digits>+<base64 of a kind and 32 bytes>".
struct KeyText {
  std::string name;
  std::uint32_t key_id = 0;
  Vouching kind{};
  core::Key bytes{};
};

std::optional<KeyText> parse_key(std::string_view text) {
  auto const first = text.find('+'), second = text.find('+', first + 1);
  if (first == text.npos || second != first + 9) return {};
  auto const id = text.substr(first + 1, 8);
  KeyText key{std::string(text.substr(0, first))};
  auto const [end, error] = std::from_chars(id.data(), id.data() + id.size(), key.key_id, 16);
  auto const bytes = from_base64(text.substr(second + 1));
  if (!is_key_name(key.name) || error != std::errc{} || end != id.data() + id.size() || !bytes ||
      bytes->size() != 1 + key.bytes.size())
    return {};
  key.kind = static_cast<Vouching>(bytes->front());
  if (key.kind != Vouching::signature && key.kind != Vouching::cosignature) return {};
  std::ranges::copy(bytes->begin() + 1, bytes->end(), key.bytes.begin());
  return key;
}

std::string key_text(Verifier const& verifier, core::Bytes key) {
  std::vector<std::uint8_t> bytes{static_cast<std::uint8_t>(verifier.kind)};
  bytes.insert(bytes.end(), key.begin(), key.end());
  return verifier.name + "+" + hex_of(verifier.key_id) + "+" + base64(bytes);
}

std::optional<Note::Signature> parse_signature(std::string_view line) {
  if (!line.starts_with(dash)) return {};
  auto const rest = line.substr(dash.size());
  auto const space = rest.find(' ');
  if (space == rest.npos || !is_key_name(rest.substr(0, space))) return {};
  auto const bytes = from_base64(rest.substr(space + 1));
  if (!bytes || bytes->size() <= 4) return {};
  auto const key_id = static_cast<std::uint32_t>(core::big_endian(core::Bytes(*bytes).first(4)));
  return Note::Signature{rest.substr(0, space), line, key_id, {bytes->begin() + 4, bytes->end()}};
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20; }

}  // namespace

bool is_key_name(std::string_view name) {
  return !name.empty() && std::ranges::none_of(name, [](char c) {
    return is_control(c) || c == ' ' || c == '+' || c == 0x7f;
  });
}

std::string Verifier::text() const { return key_text(*this, public_key); }

std::optional<Verifier> Verifier::parse(std::string_view vkey, core::Crypto const& crypto) {
  auto const key = parse_key(vkey);
  if (!key) return {};
  Verifier verifier{key->name, key->kind, key->bytes};
  verifier.key_id = key_id_of(verifier, crypto);
  if (verifier.key_id != key->key_id) return {};
  return verifier;
}

Signer::Signer(std::string name, core::Key const& seed, Vouching kind, core::Crypto const& crypto)
    : verifier_{std::move(name), kind}, seed_(seed) {
  unsigned char secret[crypto_sign_SECRETKEYBYTES];
  crypto_sign_seed_keypair(verifier_.public_key.data(), secret, seed_.data());
  sodium_memzero(secret, sizeof secret);
  verifier_.key_id = key_id_of(verifier_, crypto);
}

std::optional<Signer> Signer::parse(std::string_view skey, core::Crypto const& crypto) {
  if (!skey.starts_with(skey_prefix)) return {};
  auto const key = parse_key(skey.substr(skey_prefix.size()));
  if (!key) return {};
  Signer signer(key->name, key->bytes, key->kind, crypto);
  if (signer.verifier_.key_id != key->key_id) return {};
  return signer;
}

std::string Signer::skey() const { return std::string(skey_prefix) + key_text(verifier_, seed_); }

std::string Signer::sign(std::string_view text, std::uint64_t unix_seconds) const {
  unsigned char ignored[crypto_sign_PUBLICKEYBYTES], secret[crypto_sign_SECRETKEYBYTES];
  crypto_sign_seed_keypair(ignored, secret, seed_.data());
  auto const message = message_of(text, verifier_.kind, unix_seconds);
  std::vector<std::uint8_t> bytes;
  core::append_big_endian(bytes, verifier_.key_id, 4);
  if (verifier_.kind == Vouching::cosignature)
    core::append_big_endian(bytes, unix_seconds, time_bytes);
  bytes.resize(bytes.size() + signature_bytes);
  crypto_sign_detached(bytes.data() + bytes.size() - signature_bytes, nullptr,
                       core::bytes_of(message).data(), message.size(), secret);
  sodium_memzero(secret, sizeof secret);
  return std::string(dash) + verifier_.name + " " + base64(bytes) + "\n";
}

std::optional<Note> Note::parse(std::string_view bytes) {
  if (std::ranges::any_of(bytes, [](char c) { return is_control(c) && c != '\n'; })) return {};
  auto const blank = bytes.rfind("\n\n");
  if (blank == bytes.npos || bytes.back() != '\n') return {};
  Note note{bytes.substr(0, blank + 1), {}};
  for (auto rest = bytes.substr(blank + 2); !rest.empty();) {
    auto const end = rest.find('\n');
    auto signature = parse_signature(rest.substr(0, end));
    if (!signature || note.signatures.size() == note_signatures_max) return {};
    note.signatures.push_back(*std::move(signature));
    rest.remove_prefix(end + 1);
  }
  if (note.signatures.empty()) return {};
  return note;
}

bool verifies(Note::Signature const& signature, std::string_view text, Verifier const& verifier) {
  auto const ahead = verifier.kind == Vouching::cosignature ? time_bytes : 0;
  if (signature.name != verifier.name || signature.key_id != verifier.key_id ||
      signature.bytes.size() != ahead + signature_bytes)
    return false;
  auto const message = message_of(text, verifier.kind, cosigned_at(signature));
  return crypto_sign_verify_detached(signature.bytes.data() + ahead, core::bytes_of(message).data(),
                                     message.size(), verifier.public_key.data()) == 0;
}

std::optional<std::vector<std::size_t>> signers(Note const& note, std::span<Verifier const> known) {
  std::vector<std::size_t> found;
  for (auto const& signature : note.signatures)
    for (std::size_t i = 0; i < known.size(); ++i) {
      if (signature.name != known[i].name || signature.key_id != known[i].key_id) continue;
      if (!verifies(signature, note.text, known[i])) return {};
      if (std::ranges::find(found, i) == found.end()) found.push_back(i);
    }
  return found;
}

std::uint64_t cosigned_at(Note::Signature const& signature) {
  return signature.bytes.size() < time_bytes
             ? 0
             : core::big_endian(core::Bytes(signature.bytes).first(time_bytes));
}

}  // namespace storage
