// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/record.hpp"

#include <bit>

#include "core/check.hpp"
#include "core/limits.hpp"

namespace core {
namespace {

static_assert(std::endian::native == std::endian::little, "the layout is little-endian");

// The bits of `flags`: which optional fields follow the fixed ones, in this order.
enum Flag : std::uint16_t {
  has_correlation = 1,
  has_causation = 2,
  has_measure = 4,
  has_programme = 8,
  has_district = 16,
  all_flags = 31,
};

constexpr std::size_t padded(std::size_t bytes) { return (bytes + 7) & ~std::size_t{7}; }

template <class T>
void put(std::uint8_t* at, T value) {
  std::memcpy(at, &value, sizeof value);
}

template <class T>
T get(std::uint8_t const* at) {
  T value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

std::uint16_t flags_of(RecordHeader const& header) {
  unsigned flags = 0;
  if (!header.correlation.is_nil()) flags |= has_correlation;
  if (header.causation.value != 0) flags |= has_causation;
  if (!header.measure.is_nil()) flags |= has_measure;
  if (!header.programme.is_nil()) flags |= has_programme;
  if (!header.district.empty()) flags |= has_district;
  return static_cast<std::uint16_t>(flags);
}

std::size_t optional_bytes(std::uint16_t flags, std::size_t district) {
  std::size_t bytes = 0;
  if (flags & has_correlation) bytes += 16;
  if (flags & has_causation) bytes += 8;
  if (flags & has_measure) bytes += 16;
  if (flags & has_programme) bytes += 16;
  if (flags & has_district) bytes += 1 + district;
  return bytes;
}

void write_fixed(RecordHeader const& header, std::uint8_t* at) {
  put(at + 4, record_format);
  put(at + 5, header.stream.family);
  put(at + 6, header.event_type);
  put(at + 8, header.schema_version);
  put(at + 10, static_cast<std::uint8_t>(header.visibility));
  put(at + 11, static_cast<std::uint8_t>(header.role));
  put(at + 12, flags_of(header));
  put(at + 14, header.utc_offset_minutes);
  put(at + 16, header.position.value);
  put(at + 24, header.version.value);
  put(at + 32, header.stream.id.bytes);
  put(at + 48, header.actor.bytes);
  put(at + 64, header.command.bytes);
  put(at + 80, header.fingerprint);
  put(at + 96, header.salt);
  put(at + 112, header.recorded.us);
  put(at + 120, header.occurred.us);
  put(at + 128, header.civil_day);
  put(at + 134, header.command_index);
  put(at + 136, header.command_events);
}

void write_optional(RecordHeader const& header, std::uint8_t* at) {
  auto const id = [&](Id const& value) {
    if (value.is_nil()) return;
    put(at, value.bytes);
    at += sizeof value.bytes;
  };
  id(header.correlation);
  if (header.causation.value != 0) {
    put(at, header.causation.value);
    at += 8;
  }
  id(header.measure);
  id(header.programme);
  if (header.district.empty()) return;
  *at++ = static_cast<std::uint8_t>(header.district.size());
  std::memcpy(at, header.district.data(), header.district.size());
}

std::uint8_t* write_sealed(SealedPart const& part, std::uint8_t* at) {
  put(at, part.key.value);
  put(at + 8, static_cast<std::uint8_t>(part.kind));
  auto const bytes = part.ciphertext.size() + part.room;
  put(at + 12, static_cast<std::uint32_t>(bytes));
  put(at + 16, part.nonce);
  std::memcpy(at + sealed_part_fixed_bytes, part.ciphertext.data(), part.ciphertext.size());
  return at + padded(sealed_part_fixed_bytes + bytes);
}

void read_fixed(std::uint8_t const* at, RecordHeader& header) {
  header.stream.family = at[5];
  header.event_type = get<std::uint16_t>(at + 6);
  header.schema_version = get<std::uint16_t>(at + 8);
  header.visibility = static_cast<Visibility>(at[10]);
  header.role = static_cast<Role>(at[11]);
  header.utc_offset_minutes = get<std::int16_t>(at + 14);
  header.position.value = get<std::uint64_t>(at + 16);
  header.version.value = get<std::uint64_t>(at + 24);
  std::memcpy(header.stream.id.bytes.data(), at + 32, 16);
  std::memcpy(header.actor.bytes.data(), at + 48, 16);
  std::memcpy(header.command.bytes.data(), at + 64, 16);
  std::memcpy(header.fingerprint.data(), at + 80, 16);
  std::memcpy(header.salt.data(), at + 96, 16);
  header.recorded.us = get<std::int64_t>(at + 112);
  header.occurred.us = get<std::int64_t>(at + 120);
  header.civil_day = get<std::int32_t>(at + 128);
  header.command_index = get<std::uint16_t>(at + 134);
  header.command_events = get<std::uint16_t>(at + 136);
}

// `flags` has been checked against the bytes that are there.
void read_optional(std::uint8_t const* at, std::uint16_t flags, RecordHeader& header) {
  auto const id = [&](Flag flag, Id& out) {
    if (!(flags & flag)) return;
    std::memcpy(out.bytes.data(), at, 16);
    at += 16;
  };
  id(has_correlation, header.correlation);
  if (flags & has_causation) {
    header.causation.value = get<std::uint64_t>(at);
    at += 8;
  }
  id(has_measure, header.measure);
  id(has_programme, header.programme);
  if (flags & has_district) header.district = {reinterpret_cast<char const*>(at) + 1, *at};
}

// Bytes of the sealed part that starts here, padding included; 0 when they are not all there.
std::size_t sealed_part_bytes(Bytes rest) {
  if (rest.size() < sealed_part_fixed_bytes) return 0;
  auto const ciphertext = get<std::uint32_t>(rest.data() + 12);
  if (ciphertext < seal_overhead || ciphertext > rest.size()) return 0;
  auto const bytes = padded(sealed_part_fixed_bytes + ciphertext);
  return bytes <= rest.size() ? bytes : 0;
}

// Where the optional fields end, or 0 when they do not fit into `end` bytes.
std::size_t optional_end(Bytes bytes, std::uint16_t flags, std::size_t end) {
  std::size_t district = 0;
  if (flags & has_district) {
    auto const at = record_fixed_bytes + optional_bytes(flags & ~has_district, 0);
    if (at >= end) return 0;
    district = bytes[at];
    if (district == 0) return 0;
  }
  auto const bytes_end = padded(record_fixed_bytes + optional_bytes(flags, district));
  return bytes_end <= end ? bytes_end : 0;
}

bool plausible(Bytes bytes) {
  if (bytes.size() < record_fixed_bytes + record_trailer_bytes || bytes.size() % 8 != 0)
    return false;
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(std::uint64_t) != 0) return false;
  auto const* at = bytes.data();
  if (get<std::uint32_t>(at) != bytes.size() || at[4] != record_format) return false;
  if (at[10] > static_cast<std::uint8_t>(Visibility::STAFF)) return false;
  if (at[11] > static_cast<std::uint8_t>(Role::SERVICE)) return false;
  return (get<std::uint16_t>(at + 12) & ~all_flags) == 0 && get<std::uint16_t>(at + 138) == 0;
}

capnp::ReaderOptions reader_options() {
  capnp::ReaderOptions options;
  options.traversalLimitInWords = limits::traversal_words_max;
  options.nestingLimit = limits::nesting_max;
  return options;
}

void write_checksum(std::span<std::uint8_t> record, Crc32c crc) {
  auto const covered = record.size() - sizeof(std::uint32_t);
  put(record.data() + covered, crc(record.first(covered)));
}

kj::ArrayPtr<capnp::word const> words_of(Bytes bytes) {
  CHECK(reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(std::uint64_t) == 0);
  return {reinterpret_cast<capnp::word const*>(bytes.data()), bytes.size() / sizeof(capnp::word)};
}

}  // namespace

void write_unsealed(RecordHeader const& header, Bytes open, std::span<SealedPart const> plain,
                    std::vector<std::uint8_t>& out) {
  CHECK(out.size() % 8 == 0 && open.size() % 8 == 0 && header.district.size() <= 255);
  auto const open_at =
      padded(record_fixed_bytes + optional_bytes(flags_of(header), header.district.size()));
  auto size = open_at + open.size() + record_trailer_bytes;
  for (auto const& part : plain)
    size += padded(sealed_part_fixed_bytes + part.ciphertext.size() + part.room);

  auto const start = out.size();
  out.resize(start + size);
  auto* const at = out.data() + start;
  write_fixed(header, at);
  put(at, static_cast<std::uint32_t>(size));
  put(at + 132, static_cast<std::uint16_t>(plain.size()));
  put(at + 140, static_cast<std::uint32_t>(open.size()));
  write_optional(header, at + record_fixed_bytes);
  if (!open.empty()) std::memcpy(at + open_at, open.data(), open.size());
  auto* next = at + open_at + open.size();
  for (auto const& part : plain) next = write_sealed(part, next);
}

void write_record(RecordHeader const& header, Bytes open, std::span<SealedPart const> sealed,
                  Crc32c crc, std::vector<std::uint8_t>& out) {
  auto const start = out.size();
  write_unsealed(header, open, sealed, out);
  write_checksum(std::span(out).subspan(start), crc);
}

std::size_t seal_record(std::span<std::uint8_t> record, Fingerprint const& fingerprint,
                        std::span<Key const> keys, Crypto const& crypto, Crc32c crc) {
  auto const view = RecordView::parse(record);
  CHECK(view && view->sealed_parts() <= keys.size());
  put(record.data() + 80, fingerprint);
  crypto.random(record.subspan(96, 16));
  for (std::size_t i = 0; i < view->sealed_parts(); ++i) {
    auto const part = view->sealed(i);
    auto const at = static_cast<std::size_t>(part.ciphertext.data() - record.data());
    auto const text = record.subspan(at, part.ciphertext.size());
    auto const nonce_bytes = record.subspan(at - sizeof(Nonce), sizeof(Nonce));
    crypto.random(nonce_bytes);
    Nonce nonce;
    std::ranges::copy(nonce_bytes, nonce.begin());
    crypto.seal(keys[i], nonce, sealing_context(view->header(), part.key, part.kind),
                text.first(text.size() - seal_overhead), text);
  }
  write_checksum(record, crc);
  return view->sealed_parts();
}

std::array<std::uint8_t, 64> sealing_context(RecordHeader const& header, KeyId key, KeyKind kind) {
  std::array<std::uint8_t, 64> context{};
  std::memcpy(context.data(), "fuge.sealed.v1", 14);
  put(context.data() + 16, header.stream.id.bytes);
  put(context.data() + 32, header.version.value);
  put(context.data() + 40, key.value);
  put(context.data() + 48, header.event_type);
  put(context.data() + 50, header.stream.family);
  put(context.data() + 51, static_cast<std::uint8_t>(kind));
  return context;
}

std::optional<RecordView> RecordView::parse(Bytes bytes) {
  if (!plausible(bytes)) return {};
  auto const end = bytes.size() - record_trailer_bytes;
  auto const flags = get<std::uint16_t>(bytes.data() + 12);
  auto const open_at = optional_end(bytes, flags, end);
  auto const open_bytes = get<std::uint32_t>(bytes.data() + 140);
  if (open_at == 0 || open_bytes % 8 != 0 || open_bytes > end - open_at) return {};

  RecordView view;
  view.sealed_offset_ = open_at + open_bytes;
  view.sealed_count_ = get<std::uint16_t>(bytes.data() + 132);
  auto at = view.sealed_offset_;
  for (std::size_t i = 0; i < view.sealed_count_; ++i) {
    auto const part = sealed_part_bytes(bytes.subspan(at, end - at));
    if (part == 0) return {};
    at += part;
  }
  if (at != end) return {};
  read_fixed(bytes.data(), view.header_);
  read_optional(bytes.data() + record_fixed_bytes, flags, view.header_);
  view.bytes_ = bytes;
  view.open_ = bytes.subspan(open_at, open_bytes);
  return view;
}

std::size_t RecordView::size_of(Bytes bytes) {
  return bytes.size() < 4 ? 0 : get<std::uint32_t>(bytes.data());
}

bool RecordView::intact(Crc32c crc) const {
  auto const covered = bytes_.size() - 4;
  return get<std::uint32_t>(bytes_.data() + covered) == crc(bytes_.first(covered));
}

SealedPart RecordView::sealed(std::size_t i) const {
  CHECK(i < sealed_count_);
  auto at = sealed_offset_;
  while (i-- > 0) at += sealed_part_bytes(bytes_.subspan(at));
  SealedPart part;
  part.key.value = get<std::uint64_t>(bytes_.data() + at);
  part.kind = static_cast<KeyKind>(bytes_[at + 8]);
  std::memcpy(part.nonce.data(), bytes_.data() + at + 16, part.nonce.size());
  part.ciphertext =
      bytes_.subspan(at + sealed_part_fixed_bytes, get<std::uint32_t>(bytes_.data() + at + 12));
  return part;
}

CanonicalReader::CanonicalReader(Bytes words)
    : segment_(words_of(words)), message_(kj::arrayPtr(&segment_, 1), reader_options()) {}

Id Recorded::told_actor() const {
  if (!type.by_itself) return header().actor;
  auto const data = event.root().getDataSection();
  auto const bit = type.by_itself->offset;
  bool const by_itself = bit / 8 < data.size() && (data[bit / 8] >> (bit % 8) & 1) != 0;
  return by_itself ? Id() : header().actor;
}

std::optional<Opened> Opened::of(RecordView const& record, KeyKind kind, Vault const& vault,
                                 Crypto const& crypto) {
  for (std::size_t i = 0; i < record.sealed_parts(); ++i) {
    auto const part = record.sealed(i);
    Key key;
    if (part.kind != kind || !vault.key(part.key, key)) continue;
    auto const plain_bytes = part.ciphertext.size() - seal_overhead;
    Opened opened;
    opened.words_ = std::make_unique<std::uint64_t[]>(padded(plain_bytes) / 8);
    std::span const plain(reinterpret_cast<std::uint8_t*>(opened.words_.get()), plain_bytes);
    auto const context = sealing_context(record.header(), part.key, part.kind);
    if (!crypto.unseal(key, part.nonce, context, part.ciphertext, plain)) return {};
    opened.reader_ = std::make_unique<CanonicalReader>(plain);
    return opened;
  }
  return {};
}

}  // namespace core
