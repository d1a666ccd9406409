// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/note.hpp"

#include <boost/test/unit_test.hpp>

#include "storage/crypto.hpp"

namespace {

using storage::Note;
using storage::Signer;
using storage::Verifier;
using storage::Vouching;

storage::Crypto const crypto;

// The example of the documentation of Go's package golang.org/x/mod/sumdb/note.
constexpr std::string_view
    skey = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
    vkey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    text =
        "If you think cryptography is the answer to your problem,\n"
        "then you don't know what your problem is.\n",
    line =
        "— PeterNeumann "
        "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnA"
        "M=\n";

Signer signer_named(std::string const& name, Vouching kind = Vouching::signature) {
  core::Key seed{7};
  seed[1] = static_cast<std::uint8_t>(name.size());
  return {name, seed, kind, crypto};
}

std::string note_of(std::string_view body, std::initializer_list<std::string> lines) {
  auto note = std::string(body) + "\n";
  for (auto const& each : lines) note += each;
  return note;
}

// "-" for a note that is refused, else how many of `known` have signed it.
std::string signed_by(std::string_view note, std::vector<Verifier> const& known) {
  auto const parsed = Note::parse(note);
  if (!parsed) return "no note";
  auto const found = storage::signers(*parsed, known);
  return found ? std::to_string(found->size()) : "-";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(note)

BOOST_AUTO_TEST_CASE(keys_and_signatures_are_those_of_go) {
  auto const signer = Signer::parse(skey, crypto);
  BOOST_REQUIRE(signer);
  BOOST_TEST(signer->skey() == skey);
  BOOST_TEST(signer->verifier().text() == vkey);
  BOOST_TEST(signer->sign(text) == line);
  BOOST_TEST(signed_by(note_of(text, {std::string(line)}), {*Verifier::parse(vkey, crypto)}) ==
             "1");
}

BOOST_AUTO_TEST_CASE(a_key_with_another_id_or_of_another_kind_is_no_key) {
  for (std::string bad :
       {"PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+Axpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T",
        "PeterNeumann+c74f20a3", "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", ""})
    BOOST_TEST(!Verifier::parse(bad, crypto), bad);
  BOOST_TEST(!Signer::parse(vkey, crypto));
}

BOOST_AUTO_TEST_CASE(a_name_with_another_key_or_a_key_with_another_name_is_unknown) {
  auto const ours = signer_named("hub.example"), other = signer_named("hub.example.org");
  auto const note = note_of("text\n", {ours.sign("text\n")});
  auto renamed = ours.verifier();
  renamed.name = "hub.example.org";
  BOOST_TEST(signed_by(note, {ours.verifier()}) == "1");
  BOOST_TEST(signed_by(note, {other.verifier()}) == "0");
  BOOST_TEST(signed_by(note, {renamed}) == "0");
}

BOOST_AUTO_TEST_CASE(a_bad_signature_of_a_known_key_spoils_the_note) {
  auto const ours = signer_named("a"), other = signer_named("bb");
  auto const good = other.sign("text\n"), bad = ours.sign("another text\n");
  BOOST_TEST(signed_by(note_of("text\n", {good, bad}), {other.verifier()}) == "1");
  BOOST_TEST(signed_by(note_of("text\n", {good, bad}), {ours.verifier(), other.verifier()}) == "-");
}

BOOST_AUTO_TEST_CASE(a_cosignature_vouches_for_text_and_time) {
  auto const witness = signer_named("witness.example/w1", Vouching::cosignature);
  auto const again = Signer::parse(witness.skey(), crypto);
  BOOST_REQUIRE(again);
  BOOST_TEST(again->verifier().text() == witness.verifier().text());
  auto const bytes = note_of("text\n", {witness.sign("text\n", 1679315147)});
  auto parsed = Note::parse(bytes);
  BOOST_TEST(storage::cosigned_at(parsed->signatures[0]) == 1679315147u);
  BOOST_TEST(storage::verifies(parsed->signatures[0], "text\n", witness.verifier()));
  parsed->signatures[0].bytes[7] ^= 1;
  BOOST_TEST(!storage::verifies(parsed->signatures[0], "text\n", witness.verifier()));
}

BOOST_AUTO_TEST_CASE(no_bit_of_a_signed_note_can_change) {
  auto const signer = signer_named("hub");
  auto const note = note_of("text\n", {signer.sign("text\n")});
  BOOST_TEST(signed_by(note, {signer.verifier()}) == "1");
  for (std::size_t bit = 0; bit < note.size() * 8; ++bit) {
    auto flipped = note;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ 1 << bit % 8);
    BOOST_REQUIRE(signed_by(flipped, {signer.verifier()}) != "1");
  }
}

BOOST_AUTO_TEST_CASE(what_is_no_note_is_refused) {
  auto const signature = signer_named("hub").sign("text\n");
  for (auto const& bad : std::initializer_list<std::string>{
           "text\n", "text" + signature, "text\n" + signature, "text\n\n", "te\txt\n\n" + signature,
           "text\n\n" + signature.substr(0, signature.size() - 1), "text\n\n— hub \n",
           "text\n\n— hub AAAA\n", "text\n\n- hub AAAAAAAA\n", "text\n\n" + signature + "more\n",
           std::string()})
    BOOST_TEST(!Note::parse(bad), bad);
  std::string many = "text\n\n";
  for (std::size_t i = 0; i < storage::note_signatures_max; ++i) many += signature;
  BOOST_TEST(Note::parse(many).has_value());
  BOOST_TEST(!Note::parse(many + signature));
}

BOOST_AUTO_TEST_CASE(the_text_of_a_note_may_have_empty_lines) {
  auto const signer = signer_named("hub");
  auto const note = note_of("a\n\nb\n", {signer.sign("a\n\nb\n")});
  BOOST_TEST(Note::parse(note)->text == "a\n\nb\n");
  BOOST_TEST(signed_by(note, {signer.verifier()}) == "1");
}

BOOST_AUTO_TEST_SUITE_END()
