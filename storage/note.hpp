// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/crypto.hpp"

// Signed notes: a text, and who vouches for it. https://c2sp.org/signed-note, https://c2sp.org/tlog-cosignature
namespace storage {

// What a signature says, as the specification numbers it.
enum class Vouching : std::uint8_t {
  signature = 1,  // Ed25519 over the text: "I say so."
  cosignature =
      4,  // Ed25519 over a time and the text: "That is the largest tree I have seen of this log."
};

// Whose signatures are believed. As text, Go's vkey: "<name>+<key id>+<base64 of kind and key>".
struct Verifier {
  std::string name;
  Vouching kind = Vouching::signature;
  core::Digest public_key{};
  std::uint32_t key_id = 0;  // SHA-256(name, newline, kind, key), its first four bytes.

  std::string text() const;
  static std::optional<Verifier> parse(std::string_view vkey, core::Crypto const& crypto);
};

// Neither empty nor with a space, a plus or a control character: what a key may be called.
bool is_key_name(std::string_view name);

// Who signs. As text, Go's skey: "PRIVATE+KEY+<name>+<key id>+<base64 of kind and seed>". Any thread.
class Signer {
 public:
  Signer(std::string name, core::Key const& seed, Vouching kind, core::Crypto const& crypto);
  static std::optional<Signer> parse(std::string_view skey, core::Crypto const& crypto);

  Verifier const& verifier() const { return verifier_; }
  std::string skey() const;
  // The line that goes below a note with this text, its newline included. `unix_seconds` is in a cosignature only.
  std::string sign(std::string_view text, std::uint64_t unix_seconds = 0) const;

 private:
  Verifier verifier_;
  core::Key seed_;
};

// A note taken apart; points into the bytes that it was parsed from.
struct Note {
  struct Signature {
    std::string_view name, line;  // The line without its newline.
    std::uint32_t key_id;
    std::vector<std::uint8_t> bytes;  // What follows the key id.
  };
  std::string_view text;  // With its last newline.
  std::vector<Signature> signatures;

  // Nothing when it is no note.
  static std::optional<Note> parse(std::string_view bytes);
};

inline constexpr std::size_t note_signatures_max = 64;

// Whether that key signed the text.
bool verifies(Note::Signature const& signature, std::string_view text, Verifier const& verifier);

// Which of `known` have signed, as their places in it. Signatures of others do not count; nothing at all when one that should
// be of a known key is not.
std::optional<std::vector<std::size_t>> signers(Note const& note, std::span<Verifier const> known);

// When a cosignature was made, seconds since 1970.
std::uint64_t cosigned_at(Note::Signature const& signature);

}  // namespace storage
