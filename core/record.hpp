// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <capnp/any.h>
#include <capnp/message.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/crypto.hpp"
#include "core/ids.hpp"
#include "core/schema.hpp"

// A record is one event as it lies in the log: header, open part, sealed parts, CRC32C. All integers little-endian; the layout
// is final, docs/storage-format.md gives it to readers of other programs.
//
//    0 u32 bytes of the record, padding included      64 id   command
//    4 u8  format version (1)                         80 16   fingerprint of the command
//    5 u8  family                                     96 16   salt
//    6 u16 event type                                112 i64  recorded, us UTC
//    8 u16 schema version                            120 i64  occurred, us UTC
//   10 u8  visibility                                128 i32  civil date of `occurred`, days since 1970-01-01
//   11 u8  role used                                 132 u16  sealed parts
//   12 u16 flags: which optional fields follow       134 u16  which event of its command (0 = first)
//   14 i16 UTC offset of `occurred`, minutes         136 u16  how many events its command has
//   16 u64 position                                  138 u16  0
//   24 u64 version within its stream                 140 u32  bytes of the open part
//   32 id  stream                                    144      optional fields, padded to 8
//   48 id  actor
//
// Optional fields, in this order, where the flag is set: 1 correlation (id), 2 causation (u64 position), 4 measure (id),
// 8 programme (id), 16 district (u8 length, then UTF-8). Then, at a multiple of 8, the open part: the event struct in canonical
// form (one segment, root pointer first) with its sealed fields null. Then each sealed part, at a multiple of 8:
// u64 key id, u8 kind, 3 x 0, u32 bytes of ciphertext, 24-byte nonce, ciphertext and tag. Its plaintext is the same struct in
// canonical form with only those fields. Last, at a multiple of 8: u32 0, u32 CRC32C of all bytes before it.
namespace core {

inline constexpr std::uint8_t record_format = 1;
inline constexpr std::size_t record_fixed_bytes = 144;
inline constexpr std::size_t sealed_part_fixed_bytes = 40;
inline constexpr std::size_t record_trailer_bytes = 8;

struct RecordHeader {
  std::uint16_t event_type = 0;
  std::uint16_t schema_version = core::schema_version;
  Visibility visibility = Visibility::STAFF;
  Role role = Role::ANONYMOUS;
  std::int16_t utc_offset_minutes = 0;
  std::int32_t civil_day = 0;
  Position position = {};
  Version version = {};
  StreamKey stream = {};
  Id actor = {};
  Id command = {};
  Fingerprint fingerprint{};
  std::array<std::uint8_t, 16> salt{};
  Instant recorded = {}, occurred = {};
  std::uint16_t command_index = 0, command_events = 1;
  Id correlation = {}, measure = {}, programme = {};
  Position causation = {};
  std::string_view district = {};
};

struct SealedPart {
  KeyId key;
  KeyKind kind = KeyKind::PERSON;
  Nonce nonce{};
  Bytes ciphertext;
  std::size_t room =
      0;  // Zeros behind it: where the tag will be when what is written is still plain.
};

// The checksum of a record: CRC32C (Castagnoli). Handed in, because the fast one is a library's.
using Crc32c = std::uint32_t (*)(Bytes);

// Appends one record to `out`, whose size is a multiple of 8.
void write_record(RecordHeader const& header, Bytes open, std::span<SealedPart const> sealed,
                  Crc32c crc, std::vector<std::uint8_t>& out);

// The same in two steps, so that deciding need not wait for cryptography: first all but the fingerprint, the salt, the nonces
// and the checksum, with the sealed parts' plaintext in its place. It must not leave the process like this.
void write_unsealed(RecordHeader const& header, Bytes open, std::span<SealedPart const> plain,
                    std::vector<std::uint8_t>& out);
// Then the rest, with fresh randomness. The first of the keys are those of its parts, in their order; returns how many.
std::size_t seal_record(std::span<std::uint8_t> record, Fingerprint const& fingerprint,
                        std::span<Key const> keys, Crypto const& crypto, Crc32c crc);

// What a sealed part is bound to: stream, version, type, key id, kind. (The tenant is bound by its keys.)
std::array<std::uint8_t, 64> sealing_context(RecordHeader const& header, KeyId key, KeyKind kind);

// A record in memory that somebody else owns, 8-byte aligned.
class RecordView {
 public:
  // Parses and bounds-checks; nothing when the bytes are no record of a known format. The CRC is checked by `intact`.
  static std::optional<RecordView> parse(Bytes bytes);
  // Bytes of the record that starts here, or 0 when there are too few to tell.
  static std::size_t size_of(Bytes bytes);

  RecordHeader const& header() const { return header_; }
  Bytes bytes() const { return bytes_; }
  Bytes open() const { return open_; }
  bool intact(Crc32c crc) const;
  std::size_t sealed_parts() const { return sealed_count_; }
  SealedPart sealed(std::size_t i) const;

 private:
  RecordHeader header_;
  Bytes bytes_, open_;
  std::size_t sealed_count_ = 0;
  std::size_t sealed_offset_ = 0;
};

// A struct in canonical form, readable: the words stay with their owner.
class CanonicalReader {
 public:
  explicit CanonicalReader(Bytes words);
  capnp::AnyStruct::Reader root() { return message_.getRoot<capnp::AnyStruct>(); }
  template <class T>
  typename T::Reader as() {
    return message_.getRoot<T>();
  }

 private:
  kj::ArrayPtr<capnp::word const> segment_;
  capnp::SegmentArrayMessageReader message_;
};

// A committed event on its way to the views. Valid during the call it is handed to.
struct Recorded {
  RecordView const& record;
  Type const& type;
  CanonicalReader& event;

  RecordHeader const& header() const { return record.header(); }
  Position position() const { return record.header().position; }
  // Whom others are told did it: the actor, or nobody where the event came of itself.
  Id told_actor() const;
  template <class T>
  typename T::Reader as() const {
    return event.as<T>();
  }
};

// The personal (or confidential) fields of one record, decrypted, or nothing when their key is destroyed.
class Opened {
 public:
  static std::optional<Opened> of(RecordView const& record, KeyKind kind, Vault const& vault,
                                  Crypto const& crypto);
  capnp::AnyStruct::Reader root() { return reader_->root(); }
  template <class T>
  typename T::Reader as() {
    return reader_->as<T>();
  }

 private:
  std::unique_ptr<std::uint64_t[]> words_;
  std::unique_ptr<CanonicalReader> reader_;
};

}  // namespace core
