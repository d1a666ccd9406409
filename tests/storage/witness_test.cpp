// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/witness.hpp"

#include <boost/test/unit_test.hpp>

#include "storage/base64.hpp"
#include "storage/crypto.hpp"
#include "storage/failure.hpp"
#include "storage/merkle.hpp"
#include "tests/support/folder.hpp"

namespace {

using storage::Hashes;

storage::Crypto const crypto;
constexpr std::uint64_t noon = 1'700'000'000;

storage::Signer signer_named(std::string name, storage::Vouching kind, std::uint8_t seed) {
  return {std::move(name), {seed}, kind, crypto};
}

// A log of others, which can also lie.
struct Log {
  support::Folder folder;
  storage::TileFiles tiles{folder / "tree"};
  storage::Prover prover{tiles, crypto};
  storage::Frontier frontier;
  storage::Signer signer = signer_named("city.example/log", storage::Vouching::signature, 1);

  Log() { tiles.resume(0); }
  void grow_to(std::uint64_t size, std::string const& salt = "") {
    while (frontier.size() < size)
      frontier.add(
          storage::leaf_hash(core::bytes_of(salt + std::to_string(frontier.size())), crypto),
          crypto, [&](unsigned height, core::Digest const& root) {
            if (height % storage::tile_height == 0)
              tiles.append(height / storage::tile_height, root);
          });
    tiles.flush();
  }
  std::string body() const {
    return signer.verifier().name + "\n" + std::to_string(frontier.size()) + "\n" +
           storage::base64(frontier.root(crypto)) + "\n";
  }
  std::string checkpoint() const { return body() + "\n" + signer.sign(body()); }
  std::string request(std::uint64_t older) const {
    auto const proof = older == 0 || older > frontier.size()
                           ? Hashes()
                           : prover.consistency(older, frontier.size());
    std::string out = "old " + std::to_string(older) + "\n";
    for (auto const& hash : proof) out += storage::base64(hash) + "\n";
    return out + "\n" + checkpoint();
  }
};

struct Here {
  support::Folder folder;
  Log log;
  storage::Signer signer = signer_named("gera.example/witness", storage::Vouching::cosignature, 2);
  std::unique_ptr<storage::Witness> witness = start();

  std::unique_ptr<storage::Witness> start() {
    return std::make_unique<storage::Witness>(folder / "seen", signer,
                                              std::vector{log.signer.verifier()}, crypto);
  }
  // The status, and that nothing was remembered of what was refused.
  unsigned answer(std::string const& request) {
    auto const before = support::everything_in(folder);
    auto const given = witness->add_checkpoint(request, noon);
    BOOST_TEST((given.status == 200 || support::everything_in(folder) == before));
    return given.status;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(witness, Here)

BOOST_AUTO_TEST_CASE(a_log_that_grows_is_cosigned) {
  std::uint64_t older = 0;
  for (std::uint64_t const size : {0, 1, 5, 256, 300, 300}) {
    log.grow_to(size);
    auto const given = witness->add_checkpoint(log.request(older), noon);
    BOOST_REQUIRE(given.status == 200u);
    auto const signed_note = log.checkpoint() + given.body;
    auto const note = storage::Note::parse(signed_note);
    storage::Verifier const both[] = {log.signer.verifier(), witness->verifier()};
    BOOST_REQUIRE((note && storage::signers(*note, both)->size() == 2));
    BOOST_TEST(storage::cosigned_at(note->signatures[1]) == noon);
    older = size;
  }
}

BOOST_AUTO_TEST_CASE(whoever_does_not_know_what_was_seen_is_told) {
  log.grow_to(10);
  BOOST_TEST(answer(log.request(0)) == 200u);
  log.grow_to(20);
  auto const given = witness->add_checkpoint(log.request(0), noon);
  BOOST_TEST(given.status == 409u);
  BOOST_TEST(given.body == "10\n");
  BOOST_TEST(given.content_type == "text/x.tlog.size");
  BOOST_TEST(answer(log.request(11)) == 409u);
  BOOST_TEST(answer(log.request(10)) == 200u);
}

BOOST_AUTO_TEST_CASE(a_log_that_has_changed_or_become_shorter_is_not_cosigned) {
  log.grow_to(10);
  BOOST_TEST(answer(log.request(0)) == 200u);
  Log other, shorter;
  other.grow_to(10, "x");
  shorter.grow_to(9);
  BOOST_TEST(answer(other.request(10)) == 409u);
  other.grow_to(20, "x");
  BOOST_TEST(answer(other.request(10)) == 422u);
  BOOST_TEST(answer(shorter.request(9)) == 409u);
  BOOST_TEST(answer("old 10\n\n" + shorter.checkpoint()) == 400u);
  auto const before = log.request(10);
  log.grow_to(20);
  BOOST_TEST(answer("old 10\n\n" + log.checkpoint()) == 422u);
  BOOST_TEST(answer(log.request(10)) == 200u);
  BOOST_TEST(answer(before) == 409u);
}

BOOST_AUTO_TEST_CASE(logs_and_keys_that_are_not_known_are_refused) {
  log.grow_to(3);
  Log stranger, impostor;
  stranger.signer = signer_named("elsewhere.example", storage::Vouching::signature, 3);
  impostor.signer = signer_named(log.signer.verifier().name, storage::Vouching::signature, 4);
  BOOST_TEST(answer(stranger.request(0)) == 404u);
  BOOST_TEST(answer(impostor.request(0)) == 403u);
  auto forged = log.request(0);
  forged.replace(forged.find("\n3\n"), 3, "\n4\n");
  BOOST_TEST(answer(forged) == 403u);
}

BOOST_AUTO_TEST_CASE(what_is_no_request_is_refused) {
  log.grow_to(3);
  auto const good = log.request(0);
  std::string many = "old 0\n";
  for (int i = 0; i < 64; ++i) many += storage::base64(core::Digest{}) + "\n";
  for (auto const& bad :
       {std::string(), std::string("old 0\n"), std::string("old 0\n\n"), "old -1" + good.substr(5),
        "old 00" + good.substr(5), "new 0" + good.substr(5), "old 0\nxyz\n\n" + log.checkpoint(),
        many + "\n" + log.checkpoint(), log.checkpoint(), "old 0\n\n" + log.body()})
    BOOST_TEST(answer(bad) == 400u, bad);
  BOOST_TEST(answer(good) == 200u);
}

BOOST_AUTO_TEST_CASE(what_was_cosigned_is_known_after_a_restart) {
  log.grow_to(10);
  BOOST_TEST(answer(log.request(0)) == 200u);
  witness.reset();
  witness = start();
  Log other;
  other.grow_to(10, "x");
  BOOST_TEST(answer(other.request(0)) == 409u);
  BOOST_TEST(answer(other.request(10)) == 409u);
  log.grow_to(11);
  BOOST_TEST(answer(log.request(10)) == 200u);
}

BOOST_AUTO_TEST_CASE(a_witness_whose_memory_is_damaged_does_not_start) {
  log.grow_to(10);
  BOOST_TEST(answer(log.request(0)) == 200u);
  witness.reset();
  for (auto const& file : std::filesystem::directory_iterator(folder / "seen"))
    support::overwrite(file.path(), 0, "x");
  BOOST_CHECK_THROW(start(), storage::Unusable);
}

BOOST_AUTO_TEST_SUITE_END()
