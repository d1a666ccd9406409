// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <iostream>

#include "api/cli/place.hpp"
#include "api/cli/verbs.hpp"
#include "api/json/instants.hpp"
#include "core/schema.hpp"
#include "storage/tlog_proof.hpp"

namespace api::cli {
namespace {

namespace po = boost::program_options;

using Words = std::vector<std::string>;

int keygen(std::string const& name, bool witness) {
  if (!storage::is_key_name(name)) {
    std::cerr << "fuge log keygen: a key's name has neither spaces nor plus signs: usually a host "
                 "name and a path\n";
    return 2;
  }
  storage::Crypto const crypto;
  core::Key seed;
  crypto.random(seed);
  storage::Signer const signer(
      name, seed, witness ? storage::Vouching::cosignature : storage::Vouching::signature, crypto);
  storage::wipe(seed);
  std::cout << signer.skey() << '\n' << signer.verifier().text() << '\n';
  std::cerr << "The first line is secret: whoever has it signs in this name. The second is for "
               "everybody.\n";
  return 0;
}

int vkey(Options const& options, bool of_erasures) {
  Hub hub(existing_place_of(options), warn);
  std::cout << (of_erasures ? hub.erasure_log().verifier() : hub.tenant().proof().verifier()).text()
            << '\n';
  return 0;
}

int refused(std::string const& why) {
  std::cerr << "fuge log verify-receipt: " << why << '\n';
  return 1;
}

// Nothing when every one of them has signed; otherwise what is wrong.
std::optional<std::string> unsigned_by(std::string const& checkpoint,
                                       std::vector<storage::Verifier> const& verifiers) {
  auto const note = storage::Note::parse(checkpoint);
  if (!note) return "it holds no signed checkpoint";
  auto const signers = storage::signers(*note, verifiers);
  if (!signers) return "a signature of the checkpoint is false";
  for (std::size_t i = 0; i < verifiers.size(); ++i)
    if (std::ranges::find(*signers, i) == signers->end())
      return "the checkpoint is not signed by " + verifiers[i].name;
  return {};
}

void describe(core::RecordHeader const& header) {
  auto const* type = core::schema_tables().event(header.event_type);
  std::string recorded;
  json::write_instant(header.recorded, recorded);
  std::cout << "position " << header.position.value << ": "
            << (type ? type->family_name + "." + type->name : std::to_string(header.event_type))
            << ", stream " << core::to_string(header.stream.id) << " version "
            << header.version.value << ", recorded " << recorded << '\n';
}

int verify_receipt(std::string const& path, Words const& vkeys) {
  storage::Crypto const crypto;
  std::vector<storage::Verifier> verifiers;
  for (auto const& text : vkeys) {
    auto const verifier = storage::Verifier::parse(text, crypto);
    if (!verifier) return refused("\"" + text + "\" is no vkey");
    verifiers.push_back(*verifier);
  }
  auto const file = storage::read_file(path);
  if (!file) return refused("cannot read " + path);
  auto const receipt = storage::LogProof::parse(*file);
  if (!receipt) return refused("this is no c2sp.org/tlog-proof@v1");
  if (auto const wrong = unsigned_by(receipt->checkpoint, verifiers)) return refused(*wrong);
  auto const head = storage::parse_head(receipt->checkpoint);
  if (!head) return refused("its checkpoint is none of a Fuge log");
  auto const record = core::RecordView::parse(receipt->extra);
  if (!record || record->header().position.value != receipt->index + 1)
    return refused("it does not carry the record that it is about");
  auto const leaf = storage::leaf_hash(storage::leaf_of(*record, crypto), crypto);
  if (!storage::verify_inclusion(leaf, receipt->index, head->size.value, head->root,
                                 receipt->hashes, crypto))
    return refused("the record is not in the log that the checkpoint is of");
  describe(record->header());
  std::cout << "is in the log " << storage::origin_of(head->epoch) << " of " << head->size.value
            << " events, as signed by";
  for (auto const& verifier : verifiers) std::cout << ' ' << verifier.name;
  std::cout << '\n';
  return 0;
}

int wrong_words() {
  std::cerr
      << "fuge log: expected keygen NAME, vkey [erasures], or verify-receipt FILE --vkey KEY\n";
  return 2;
}

}  // namespace

int log(int argc, char const* const* argv) {
  Options options(
      "log keygen NAME [--witness] | log vkey [erasures] | log verify-receipt FILE --vkey KEY...",
      "keygen makes a note key in Go's text form. vkey prints the key that a tenant's "
      "checkpoints are signed with; with \"erasures\": the one for the list of who was erased, "
      "which witnesses know as a log too.\nverify-receipt checks a .tlog-proof and the record "
      "in it, needing nothing but the file and the keys you trust.");
  options.add_tenant();
  options.add()("witness", po::bool_switch(), "The key cosigns the logs of others.");
  options.add()("vkey", po::value<Words>()->value_name("KEY")->composing(),
                "A key that must have signed. May be repeated: the log's, and those of witnesses.");
  options.add()("words", po::value<Words>(), "What to do.");
  options.positional("words", -1);
  if (auto status = options.parse(argc, argv)) return *status;
  auto const words = options.texts("words");
  auto const what = words.empty() ? std::string() : words[0];
  if (what == "keygen" && words.size() == 2) return keygen(words[1], options.get<bool>("witness"));
  if (what == "vkey" && words.size() == 1) return vkey(options, false);
  if (words == Words{"vkey", "erasures"}) return vkey(options, true);
  if (what == "verify-receipt" && words.size() == 2 && options.has("vkey"))
    return verify_receipt(words[1], options.texts("vkey"));
  return wrong_words();
}

}  // namespace api::cli
