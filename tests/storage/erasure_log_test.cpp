// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/erasure_log.hpp"

#include <boost/test/unit_test.hpp>

#include "storage/crypto.hpp"
#include "storage/head_file.hpp"
#include "storage/witness.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/records.hpp"

namespace {

storage::Crypto const crypto;

struct Here {
  support::Folder folder;
  storage::ErasureList list{folder / "erasures", crypto, [](std::string const&) {}};
  storage::ErasureLog log{list, core::Key{3}, crypto};

  void erase(std::uint64_t count) {
    for (; count > 0; --count) {
      auto const number = list.entries().size();
      list.add(support::id_of(number), {1'700'000'000'000'000 + static_cast<std::int64_t>(number)});
    }
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(erasure_log, Here)

BOOST_AUTO_TEST_CASE(it_signs_how_long_the_list_is) {
  for (std::uint64_t const more : {0, 1, 5, 300}) {
    erase(more);
    auto const newest = log.newest();
    BOOST_TEST(newest.head.size == list.entries().size());
    auto const note = storage::Note::parse(newest.text);
    BOOST_REQUIRE(note);
    auto const by = storage::signers(*note, {&log.verifier(), 1});
    BOOST_TEST((by && by->size() == 1));
    auto const said = storage::parse_foreign_head(newest.text);
    BOOST_TEST(
        (said && said->origin == log.verifier().name && said->tree.root == newest.head.root));
  }
}

BOOST_AUTO_TEST_CASE(a_leaf_is_a_line_of_the_file) {
  erase(1);
  auto line = support::content_of(folder / "erasures");
  line.pop_back();
  BOOST_TEST((log.newest().head.root == storage::leaf_hash(core::bytes_of(line), crypto)));
}

BOOST_AUTO_TEST_CASE(it_goes_on_from_every_length_that_it_had) {
  std::vector<storage::TreeHead> heads;
  for (int i = 0; i < 70; ++i) {
    erase(i % 3 == 0 ? 7 : 1);
    heads.push_back(log.newest().head);
  }
  for (auto const& older : heads) {
    auto const proof = log.consistency(older.size, heads.back().size);
    BOOST_TEST((proof && storage::verify_consistency(older, heads.back(), *proof, crypto)));
  }
  BOOST_TEST(!log.consistency(heads.back().size, heads.back().size + 1));
}

BOOST_AUTO_TEST_CASE(name_and_key_are_the_tenants_own_and_stay) {
  erase(3);
  storage::ErasureList const again(folder / "erasures", crypto, [](std::string const&) {});
  storage::ErasureLog const later(again, core::Key{3}, crypto), other(again, core::Key{4}, crypto);
  BOOST_TEST(later.newest().text == log.newest().text);
  BOOST_TEST(other.verifier().name != log.verifier().name);
  BOOST_TEST((other.verifier().public_key != log.verifier().public_key));
}

BOOST_AUTO_TEST_CASE(a_witness_knows_that_a_list_is_older) {
  storage::Witness witness(folder / "seen",
                           {"gera.example", core::Key{9}, storage::Vouching::cosignature, crypto},
                           {log.verifier()}, crypto);
  auto const shown = [&](storage::ErasureLog const& list, std::uint64_t older) {
    return witness.add_checkpoint("old " + std::to_string(older) + "\n\n" + list.newest().text, 1);
  };
  BOOST_TEST(shown(log, 0).status == 200u);
  erase(2);
  BOOST_TEST(shown(log, 0).status == 200u);
  storage::ErasureList const short_list(folder / "none", crypto, [](std::string const&) {});
  storage::ErasureLog const older(short_list, core::Key{3}, crypto);
  auto const refused = shown(older, 0);
  BOOST_TEST(refused.status == 409u);
  BOOST_TEST(refused.body == "2\n");
}

BOOST_AUTO_TEST_SUITE_END()
