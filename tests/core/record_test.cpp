// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/record.hpp"

#include <boost/test/unit_test.hpp>
#include <map>
#include <random>

#include "core/limits.hpp"
#include "core/schema/account.capnp.h"
#include "tests/support/golden.hpp"
#include "tests/support/mixing_crypto.hpp"
#include "tests/support/records.hpp"

namespace {

using support::AlignedBytes;
using support::id_of;
using support::slow_crc32c;

support::MixingCrypto const crypto;
constexpr core::KeyId key_id{3};

std::vector<std::uint8_t> const open_part = support::filler(1, 48);
std::vector<std::uint8_t> const ciphertext = support::filler(2, 41);

core::RecordHeader full_header() {
  auto header = support::header_at(42);
  header.schema_version = 9;
  header.visibility = core::Visibility::MEMBERS;
  header.role = core::Role::SERVICE;
  header.utc_offset_minutes = -90;
  header.civil_day = -3;
  header.fingerprint.fill(0xf1);
  header.salt.fill(0x5a);
  header.command_index = 2;
  header.command_events = 5;
  header.correlation = id_of(100);
  header.causation = {41};
  header.measure = id_of(101);
  header.programme = id_of(102);
  header.district = "Jena-West";
  return header;
}

core::SealedPart sealed_part() {
  return {key_id, core::KeyKind::TEXT, core::Nonce{1, 2, 3}, ciphertext};
}

std::vector<std::uint8_t> written(core::RecordHeader const& header,
                                  std::vector<core::SealedPart> const& sealed) {
  std::vector<std::uint8_t> out;
  core::write_record(header, open_part, sealed, slow_crc32c, out);
  return out;
}

std::vector<std::uint8_t> full_record() {
  return written(full_header(), {sealed_part(), sealed_part()});
}

void put_crc(std::span<std::uint8_t> bytes) {
  auto const crc = slow_crc32c(bytes.first(bytes.size() - 4));
  std::memcpy(bytes.data() + bytes.size() - 4, &crc, 4);
}

void check_same(core::RecordHeader const& a, core::RecordHeader const& b) {
  BOOST_TEST(a.event_type == b.event_type);
  BOOST_TEST(a.schema_version == b.schema_version);
  BOOST_TEST((a.visibility == b.visibility && a.role == b.role));
  BOOST_TEST(a.utc_offset_minutes == b.utc_offset_minutes);
  BOOST_TEST(a.civil_day == b.civil_day);
  BOOST_TEST((a.position == b.position && a.version == b.version && a.stream == b.stream));
  BOOST_TEST((a.actor == b.actor && a.command == b.command));
  BOOST_TEST((a.fingerprint == b.fingerprint && a.salt == b.salt));
  BOOST_TEST((a.recorded == b.recorded && a.occurred == b.occurred));
  BOOST_TEST((a.command_index == b.command_index && a.command_events == b.command_events));
  BOOST_TEST(
      (a.correlation == b.correlation && a.measure == b.measure && a.programme == b.programme));
  BOOST_TEST((a.causation == b.causation && a.district == b.district));
}

bool within(core::Bytes inner, core::Bytes outer) {
  return inner.data() >= outer.data() && inner.data() + inner.size() <= outer.data() + outer.size();
}

// Whatever parse accepts can be looked at without leaving the bytes.
void look_everywhere(core::RecordView const& record, core::Bytes bytes) {
  BOOST_REQUIRE(within(record.open(), bytes));
  BOOST_REQUIRE(within(core::bytes_of(record.header().district), bytes) ||
                record.header().district.empty());
  for (std::size_t i = 0; i < record.sealed_parts(); ++i)
    BOOST_REQUIRE(within(record.sealed(i).ciphertext, bytes));
}

// Keys in a map, one owner.
class OneVault final : public core::Vault {
 public:
  core::KeyId find(core::KeyKind, core::Id const&) const override { return key_id; }
  core::KeyId create(core::KeyKind, core::Id const&) override { return key_id; }
  bool key(core::KeyId id, core::Key& out) const override {
    out.fill(0x77);
    return id == key_id && !destroyed;
  }
  void destroy(core::KeyKind, core::Id const&) override { destroyed = true; }
  void sync() override {}
  core::Key const& tenant_secret() const override { return secret_; }

  bool destroyed = false;

 private:
  core::Key secret_{};
};

std::vector<std::uint8_t> canonical_account(std::uint64_t account) {
  capnp::MallocMessageBuilder message;
  auto event = message.initRoot<core::account::AccountRegistered>();
  auto const id = id_of(account);
  event.setAccount({id.bytes.data(), id.bytes.size()});
  auto const words = capnp::canonicalize(event.asReader());
  return {words.asBytes().begin(), words.asBytes().end()};
}

// A record whose open part is an empty struct and whose sealed part says which account it is.
std::vector<std::uint8_t> sealed_record(std::uint64_t version, std::uint64_t sealed_at_version) {
  auto const plain = canonical_account(99);
  auto header = support::header_at(version);
  header.version = {sealed_at_version};
  auto const context = core::sealing_context(header, key_id, core::KeyKind::PERSON);
  core::Key key;
  key.fill(0x77);
  std::vector<std::uint8_t> sealed(plain.size() + core::seal_overhead);
  crypto.seal(key, {}, context, plain, sealed);
  header.version = {version};
  return written(header, {{key_id, core::KeyKind::PERSON, {}, sealed}});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(record)

BOOST_AUTO_TEST_CASE(everything_that_is_written_is_read_again) {
  AlignedBytes bytes(full_record());
  auto const record = core::RecordView::parse(bytes.bytes());
  BOOST_REQUIRE(record);
  check_same(record->header(), full_header());
  BOOST_TEST(record->intact(slow_crc32c));
  BOOST_TEST(core::RecordView::size_of(bytes.bytes()) == bytes.bytes().size());
  BOOST_TEST((std::ranges::equal(record->open(), open_part)));
  BOOST_TEST(record->sealed_parts() == 2u);
  auto const part = record->sealed(1);
  BOOST_TEST((part.key == key_id && part.kind == core::KeyKind::TEXT &&
              part.nonce == sealed_part().nonce));
  BOOST_TEST((std::ranges::equal(part.ciphertext, ciphertext)));
}

BOOST_AUTO_TEST_CASE(each_optional_field_may_be_absent) {
  for (unsigned present = 0; present < 32; ++present) {
    auto header = full_header();
    if (!(present & 1)) header.correlation = {};
    if (!(present & 2)) header.causation = {};
    if (!(present & 4)) header.measure = {};
    if (!(present & 8)) header.programme = {};
    if (!(present & 16)) header.district = {};
    AlignedBytes bytes(written(header, {}));
    auto const record = core::RecordView::parse(bytes.bytes());
    BOOST_REQUIRE(record);
    check_same(record->header(), header);
  }
}

BOOST_AUTO_TEST_CASE(records_can_follow_each_other) {
  std::vector<std::uint8_t> out;
  core::write_record(support::header_at(1), open_part, {}, slow_crc32c, out);
  auto const first = out.size();
  core::write_record(full_header(), open_part, {}, slow_crc32c, out);
  AlignedBytes bytes(out);
  BOOST_TEST(core::RecordView::size_of(bytes.bytes()) == first);
  BOOST_TEST(core::RecordView::parse(bytes.bytes().first(first)).has_value());
  BOOST_TEST(core::RecordView::parse(bytes.bytes().subspan(first)).has_value());
}

BOOST_AUTO_TEST_CASE(a_record_that_is_too_short_or_too_long_is_refused) {
  auto bytes = full_record();
  for (std::size_t size = 0; size < bytes.size(); ++size)
    BOOST_REQUIRE(!core::RecordView::parse(AlignedBytes(core::Bytes(bytes).first(size)).bytes()));
  bytes.resize(bytes.size() + 8);
  BOOST_TEST(!core::RecordView::parse(AlignedBytes(bytes).bytes()));
  BOOST_TEST(core::RecordView::size_of(core::Bytes(bytes).first(3)) == 0u);
}

BOOST_AUTO_TEST_CASE(each_single_flipped_bit_is_seen) {
  AlignedBytes copy(full_record());
  auto const bytes = copy.bytes();
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    bytes[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
    auto const record = core::RecordView::parse(bytes);
    if (record) {
      look_everywhere(*record, bytes);
      BOOST_REQUIRE_MESSAGE(!record->intact(slow_crc32c), "bit " << bit);
    }
    bytes[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
  }
}

BOOST_AUTO_TEST_CASE(hostile_bytes_never_lead_outside) {
  std::mt19937_64 dice(20'260'101);
  std::size_t accepted = 0;
  for (int round = 0; round < 100'000; ++round) {
    AlignedBytes copy(full_record());
    auto const bytes = copy.bytes();
    for (auto changes = 1 + dice() % 4; changes > 0; --changes)
      bytes[dice() % bytes.size()] = static_cast<std::uint8_t>(dice());
    put_crc(bytes);
    if (auto const record = core::RecordView::parse(bytes)) {
      ++accepted;
      look_everywhere(*record, bytes);
    }
  }
  BOOST_TEST_MESSAGE(accepted << " were accepted");
}

BOOST_AUTO_TEST_CASE(hostile_words_cannot_keep_a_reader_busy) {
  std::mt19937_64 dice(4711);
  for (int round = 0; round < 20'000; ++round) {
    AlignedBytes copy(canonical_account(5));
    for (auto changes = 1 + dice() % 3; changes > 0; --changes)
      copy.bytes()[dice() % copy.bytes().size()] = static_cast<std::uint8_t>(dice());
    try {
      core::CanonicalReader reader(copy.bytes());
      BOOST_REQUIRE(reader.as<core::account::AccountRegistered>().getAccount().size() <=
                    copy.bytes().size());
    } catch (kj::Exception const&) {
      continue;
    }
  }
  // A list of empty structs that claims half a billion elements in one word.
  std::uint64_t const bomb[] = {0x0001'0000'0000'0000, 0xffff'fff7'0000'0001,
                                0x0000'0000'7fff'fffc};
  core::CanonicalReader reader({reinterpret_cast<std::uint8_t const*>(bomb), sizeof bomb});
  BOOST_CHECK_THROW((void)reader.as<core::account::AccountRegistered>().totalSize(), kj::Exception);
}

BOOST_AUTO_TEST_CASE(a_sealed_part_opens_with_its_key_only) {
  OneVault vault;
  AlignedBytes bytes(sealed_record(6, 6));
  auto const record = core::RecordView::parse(bytes.bytes());
  auto opened = core::Opened::of(*record, core::KeyKind::PERSON, vault, crypto);
  BOOST_REQUIRE(opened);
  auto const account = opened->as<core::account::AccountRegistered>().getAccount();
  BOOST_TEST((core::Id::from({account.begin(), account.size()}) == id_of(99)));
  BOOST_TEST(!core::Opened::of(*record, core::KeyKind::TEXT, vault, crypto));
  vault.destroy({}, {});
  BOOST_TEST(!core::Opened::of(*record, core::KeyKind::PERSON, vault, crypto));
}

BOOST_AUTO_TEST_CASE(a_sealed_part_does_not_open_in_another_place) {
  AlignedBytes bytes(sealed_record(7, 6));
  auto const record = core::RecordView::parse(bytes.bytes());
  BOOST_REQUIRE(record);
  BOOST_TEST(!core::Opened::of(*record, core::KeyKind::PERSON, OneVault(), crypto));
}

BOOST_AUTO_TEST_SUITE_END()
