// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/golden.hpp"

#include <boost/test/unit_test.hpp>

#include "core/schema/profile.capnp.h"
#include "storage/block.hpp"
#include "storage/head_file.hpp"
#include "storage/merkle.hpp"
#include "storage/token_row.hpp"
#include "storage/vault.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/records.hpp"
#include "tests/support/repeatable_crypto.hpp"

// The bytes on disk are for ever: docs/storage-format.md explains these ones, and this program still writes and reads them.
namespace {

using support::id_of;

core::Key const master{0x4d, 0x41, 0x53, 0x54, 0x45, 0x52};

struct Here {
  support::RepeatableCrypto crypto;
  support::Folder folder;
  storage::Vault vault{folder.path(), storage::Vault::Mode::create, master, crypto, {}};
  core::KeyId key_id = vault.create(core::KeyKind::PERSON, id_of(0xa11ce));
};

void check_golden(core::Bytes bytes, std::string const& name) {
  auto const expected = support::golden(name);
  BOOST_TEST(std::ranges::equal(bytes, expected), name << " is now\n"
                                                       << support::hex_lines(bytes) << "and was\n"
                                                       << support::hex_lines(expected));
}

std::vector<std::uint8_t> canonical(capnp::MallocMessageBuilder& message) {
  auto const words =
      capnp::canonicalize(message.getRoot<core::profile::ProfileRevised>().asReader());
  return {words.asBytes().begin(), words.asBytes().end()};
}

std::vector<std::uint8_t> open_part() {
  capnp::MallocMessageBuilder message;
  auto event = message.initRoot<core::profile::ProfileRevised>();
  auto const alice = id_of(0xa11ce);
  event.setProfile({alice.bytes.data(), alice.bytes.size()});
  event.setSector(core::schema::Sector::SCIENCE);
  event.setDistrict("Jena-West");
  return canonical(message);
}

std::vector<std::uint8_t> sealed_plain() {
  capnp::MallocMessageBuilder message;
  message.initRoot<core::profile::ProfileRevised>().setDisplayName("Alice");
  return canonical(message);
}

core::RecordHeader header() {
  core::RecordHeader header;
  header.event_type = 0x0302;
  header.schema_version = 1;
  header.visibility = core::Visibility::MEMBERS;
  header.role = core::Role::MEMBER;
  header.utc_offset_minutes = 60;
  header.civil_day = 20'500;
  header.position = {1};
  header.version = {2};
  header.stream = {3, id_of(0xa11ce)};
  header.actor = id_of(0xa11ce);
  header.command = id_of(0xc0);
  header.fingerprint.fill(0xf1);
  header.salt.fill(0x5a);
  header.recorded = header.occurred = {1'771'200'000'000'000};
  header.correlation = id_of(0xc1);
  header.district = "Jena";
  return header;
}

core::Block commit(Here& here) {
  core::Key key;
  BOOST_REQUIRE(here.vault.key(here.key_id, key));
  core::SealedPart part{here.key_id, core::KeyKind::PERSON, {}, {}};
  here.crypto.random(part.nonce);
  auto const plain = sealed_plain();
  std::vector<std::uint8_t> ciphertext(plain.size() + core::seal_overhead);
  here.crypto.seal(key, part.nonce, core::sealing_context(header(), here.key_id, part.kind), plain,
                   ciphertext);
  part.ciphertext = ciphertext;
  core::Block block;
  block.first = {1};
  block.offsets = {0};
  core::write_record(header(), open_part(), {&part, 1}, storage::crc32c, block.bytes);
  return block;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(golden, Here)

BOOST_AUTO_TEST_CASE(a_record_has_the_golden_bytes) {
  check_golden(commit(*this).bytes, "record.hex");
}

BOOST_AUTO_TEST_CASE(the_golden_record_is_read_and_opened) {
  support::AlignedBytes bytes(support::golden("record.hex"));
  auto const record = core::RecordView::parse(bytes.bytes());
  BOOST_REQUIRE(record);
  BOOST_TEST(record->intact(storage::crc32c));
  BOOST_TEST((record->header().stream == header().stream && record->header().district == "Jena"));
  core::CanonicalReader open(record->open());
  BOOST_TEST((open.as<core::profile::ProfileRevised>().getDistrict() == "Jena-West"));
  BOOST_TEST(!open.as<core::profile::ProfileRevised>().hasDisplayName());
  auto opened = core::Opened::of(*record, core::KeyKind::PERSON, vault, crypto);
  BOOST_REQUIRE(opened);
  BOOST_TEST((opened->as<core::profile::ProfileRevised>().getDisplayName() == "Alice"));
}

BOOST_AUTO_TEST_CASE(a_block_has_the_golden_bytes) {
  auto const block = commit(*this);
  std::vector<storage::BlockPart> parts;
  BOOST_REQUIRE(storage::cut(block, parts) == 1u);
  auto bytes = parts[0].head;
  bytes.insert(bytes.end(), parts[0].records.begin(), parts[0].records.end());
  check_golden(bytes, "block.hex");
}

BOOST_AUTO_TEST_CASE(a_leaf_and_a_frontier_have_the_golden_bytes) {
  support::AlignedBytes bytes(support::golden("record.hex"));
  auto const leaf = storage::leaf_of(*core::RecordView::parse(bytes.bytes()), crypto);
  check_golden(leaf, "leaf.hex");
  storage::Frontier frontier;
  frontier.add(storage::leaf_hash(leaf, crypto), crypto);
  check_golden(core::bytes_of(frontier.bytes()), "frontier.hex");
  auto const head = storage::head_text({std::string(32, 'e'), {1}, frontier.root(crypto)});
  BOOST_TEST(head == support::content_of(SOURCE_DIR "/tests/golden/head"));
}

BOOST_AUTO_TEST_CASE(a_vault_has_the_golden_bytes) {
  vault.create(core::KeyKind::TEXT, id_of(0x7e47));
  vault.destroy(core::KeyKind::TEXT, id_of(0x7e47));
  vault.sync();
  auto const file = support::content_of(folder / "keys");
  check_golden(core::bytes_of(file).first(3 * storage::slot_bytes), "vault.hex");
}

BOOST_AUTO_TEST_CASE(the_golden_vault_opens) {
  auto const bytes = support::golden("vault.hex");
  support::Folder other;
  std::ofstream(other / "keys") << core::view_of(bytes);
  storage::Vault again(other.path(), storage::Vault::Mode::open, master, crypto, {});
  core::Key now, then;
  BOOST_TEST((again.key(key_id, now) && vault.key(key_id, then) && now == then));
  BOOST_TEST((again.find(core::KeyKind::PERSON, id_of(0xa11ce)) == key_id));
  BOOST_TEST((again.tenant_secret() == vault.tenant_secret()));
}

BOOST_AUTO_TEST_CASE(a_token_row_has_the_golden_bytes) {
  storage::Token const token{{}, id_of(0xa11ce), {1}, {2}, {3}, "laptop"};
  check_golden(core::bytes_of(storage::write_token(token)), "token.hex");
}

BOOST_AUTO_TEST_SUITE_END()
