// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/render/erasure_proof.hpp"

#include <algorithm>

#include "api/json/instants.hpp"
#include "api/json/texts.hpp"
#include "core/schema/lists.hpp"
#include "storage/crypto.hpp"
#include "storage/head_file.hpp"
#include "storage/lines.hpp"

namespace api {
namespace {

using core::account::ErasureRequested;
using core::account::SubjectErased;

// Reads the log for what one erasure left in it.
class Search {
 public:
  Search(ErasureEvidence const& evidence, core::Id const& person)
      : evidence_(evidence), person_(person), checkpoint_(evidence.proof.checkpoint()) {}

  bool found() const { return erased_.value != 0; }
  core::Position erased() const { return erased_; }
  std::vector<ErasureProof::Event> take_events() { return std::move(events_); }
  std::vector<core::KeyId> const& keys() const { return keys_; }
  storage::Checkpoint const& checkpoint() const { return *checkpoint_; }

  void run() {
    auto const size = checkpoint_->head.size;
    if (size.value == 0) return;
    evidence_.log.read({1}, [&](core::RecordView const& record) {
      if (record.header().position > size) return false;
      see(record);
      return true;
    });
  }

 private:
  void see(core::RecordView const& record) {
    auto const& header = record.header();
    auto const* type = core::schema_tables().event(header.event_type);
    core::CanonicalReader event(record.open());
    if (type->subject && core::id_in(event.root(), *type->subject) == person_) keep_keys(record);
    bool const own = header.stream.id == person_;
    if (own && type->id == core::id_of<ErasureRequested> && !asked_) asked_ = true;
    if (own && type->id == core::id_of<core::account::ErasureCancelled>)
      asked_ = false, events_.clear();
    if (own && type->id == core::id_of<SubjectErased>) erased_ = header.position;
    bool const followed = found() && header.causation == erased_;
    if ((own && asked_) || followed) keep(record, *type, event);
  }

  void keep_keys(core::RecordView const& record) {
    for (std::size_t i = 0; i < record.sealed_parts(); ++i)
      if (auto const part = record.sealed(i);
          part.kind == core::KeyKind::PERSON && std::ranges::find(keys_, part.key) == keys_.end())
        keys_.push_back(part.key);
  }

  void keep(core::RecordView const& record, core::Type const& type, core::CanonicalReader& event) {
    bool others = false;
    core::each_person(type, event.root(), [&](core::Id const& one) { others |= one != person_; });
    auto const& header = record.header();
    auto const receipt = others ? std::string() : receipt_of(record);
    events_.push_back(
        {header.position, type.family_name + "." + type.name, header.recorded, receipt});
  }

  std::string receipt_of(core::RecordView const& record) const {
    auto const index = record.header().position.value - 1;
    auto hashes = evidence_.proof.inclusion(index, checkpoint_->head.size.value);
    if (!hashes) return {};
    auto const bytes = record.bytes();
    return storage::LogProof{
        {bytes.begin(), bytes.end()}, index, *std::move(hashes), checkpoint_->text}
        .text();
  }

  ErasureEvidence const& evidence_;
  core::Id const person_;
  std::shared_ptr<storage::Checkpoint const> const checkpoint_;
  bool asked_ = false;
  core::Position erased_;
  std::vector<ErasureProof::Event> events_;
  std::vector<core::KeyId> keys_;
};

std::string statement_of(ErasureEvidence const& evidence, core::Id const& person,
                         Search const& search, std::vector<ErasureProof::Key> const& keys) {
  auto const& epoch = search.checkpoint().head.epoch;
  auto body = "fuge-erasure/1 " + core::to_string(person) + "\n" + storage::origin_of(epoch) +
              "\n" + "erased at position " + std::to_string(search.erased().value) + "\n";
  for (auto const& key : keys) body += "key " + std::to_string(key.id.value) + " is destroyed\n";
  auto const signer = storage::log_signer(evidence.vault.tenant_secret(), epoch, evidence.crypto);
  return body + "\n" + signer.sign(body);
}

void member(std::string& out, char const* name, std::string_view text) {
  out += out.ends_with('{') ? "\"" : ",\"";
  (out += name) += "\":";
  json::write_text(text, out);
}

}  // namespace

std::string erasure_path(core::Id const& person, core::Key const& tenant_secret,
                         core::Crypto const& crypto) {
  core::Bytes const parts[] = {core::bytes_of("erasure proof\n"), person.view()};
  return "/erasure/" + core::to_string(person) + "/" +
         storage::hex_of(crypto.keyed_hash(tenant_secret, parts));
}

std::optional<ErasureProof> prove_erasure(ErasureEvidence const& evidence, core::Id const& person) {
  Search search(evidence, person);
  search.run();
  if (!search.found()) return {};
  ErasureProof proof;
  proof.events = search.take_events();
  for (auto const id : search.keys()) {
    core::Key key;
    bool const is_there = evidence.vault.key(id, key);
    storage::wipe(key);
    if (is_there) return {};
    proof.keys.push_back({id, storage::hex_of(evidence.vault.slot(id))});
  }
  proof.statement = statement_of(evidence, person, search, proof.keys);
  proof.vkey = evidence.proof.verifier().text();
  return proof;
}

std::string ErasureProof::json() const {
  std::string out = "{\"events\":[";
  for (auto const& event : events) {
    std::string instant;
    json::write_instant(event.recorded, instant);
    out += out.ends_with('[') ? "{" : ",{";
    out += "\"position\":" + std::to_string(event.position.value);
    member(out, "type", event.type);
    member(out, "recorded", instant);
    if (!event.receipt.empty()) member(out, "receipt", event.receipt);
    out += '}';
  }
  out += "],\"keys\":[";
  for (auto const& key : keys) {
    out += out.ends_with('[') ? "{" : ",{";
    out += "\"id\":" + std::to_string(key.id.value);
    member(out, "slot", key.slot);
    out += '}';
  }
  out += ']';
  member(out, "statement", statement);
  member(out, "vkey", vkey);
  return out + "}\n";
}

}  // namespace api
