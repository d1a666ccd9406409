// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/tlog_proof.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using storage::LogProof;

// Of the shape of the specification's example; the hashes are made up.
constexpr std::string_view example =
    "c2sp.org/tlog-proof@v1\n"
    "extra AQID\n"
    "index 73894\n"
    "gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=\n"
    "B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=\n"
    "\n"
    "example.com/fancylog\n109482\nsFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=\n\n"
    "— example.com/fancylog hI2DJwAA\n";

std::string with(std::string_view what, std::string_view instead) {
  std::string text(example);
  return text.replace(text.find(what), what.size(), instead);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tlog_proof)

BOOST_AUTO_TEST_CASE(a_proof_is_read_and_written_as_the_specification_says) {
  auto const proof = LogProof::parse(example);
  BOOST_REQUIRE(proof);
  BOOST_TEST(proof->index == 73894u);
  BOOST_TEST((proof->extra == std::vector<std::uint8_t>{1, 2, 3}));
  BOOST_TEST(proof->hashes.size() == 2u);
  BOOST_TEST(proof->checkpoint.starts_with("example.com/fancylog\n109482\n"));
  BOOST_TEST(proof->text() == example);
}

BOOST_AUTO_TEST_CASE(extra_data_and_hashes_may_be_missing) {
  auto text = with("extra AQID\n", "");
  BOOST_TEST(LogProof::parse(text)->text() == text);
  LogProof const alone{{}, 0, {}, "checkpoint\n"};
  BOOST_TEST(alone.text() == "c2sp.org/tlog-proof@v1\nindex 0\n\ncheckpoint\n");
  BOOST_TEST(LogProof::parse(alone.text())->hashes.empty());
}

BOOST_AUTO_TEST_CASE(what_is_written_otherwise_is_no_proof) {
  for (auto const& bad :
       {with("@v1", "@v2"), with("AQID", "AQ"), with("AQID", "AQID "), with("index 73894", "index"),
        with("index 73894", "index 073894"), with("index 73894", "index -1"),
        with("index 73894", "index 99999999999999999999"), with("gSKy", "gSK"),
        with("extra AQID\n", "extra AQID\nextra AQID\n")})
    BOOST_TEST(!LogProof::parse(bad), bad);
  BOOST_TEST(!LogProof::parse(""));
  BOOST_TEST(!LogProof::parse("c2sp.org/tlog-proof@v1\nindex 1\n"));
  std::string many = "c2sp.org/tlog-proof@v1\nindex 1\n";
  for (std::size_t i = 0; i <= storage::proof_hashes_max; ++i)
    many += "gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=\n";
  BOOST_TEST(!LogProof::parse(many + "\ncheckpoint\n"));
}

BOOST_AUTO_TEST_SUITE_END()
