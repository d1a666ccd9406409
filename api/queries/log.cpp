// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/queries/rooms.hpp"
#include "api/road/asking.hpp"
#include "storage/base64.hpp"
#include "storage/tlog_proof.hpp"
#include "storage/transparency_log.hpp"

namespace api {
namespace {

namespace log = core::log;

std::uint64_t size_now(Asking const& asking) {
  return asking.rooms.proof.checkpoint()->head.size.value;
}

template <class Reply>
void set_hashes(storage::Hashes const& hashes, Reply reply) {
  auto list = reply.initHashes(static_cast<unsigned>(hashes.size()));
  for (unsigned i = 0; i < hashes.size(); ++i) list.set(i, storage::base64(hashes[i]));
}

// Who did it, and whom it is about.
bool concerns(core::RecordView const& record, core::Id const& person) {
  if (person.is_nil()) return false;
  if (record.header().actor == person) return true;
  auto const* type = core::schema_tables().event(record.header().event_type);
  core::CanonicalReader event(record.open());
  return type && type->subject && core::id_in(event.root(), *type->subject) == person;
}

// The record of an event that the caller may have; nothing where there is none for him.
std::optional<std::vector<std::uint8_t>> record_for(Asking const& asking, core::Position position) {
  std::optional<std::vector<std::uint8_t>> bytes;
  bool const audits = asking.role != core::Role::MEMBER;
  asking.rooms.events.at(position, [&](core::RecordView const& record) {
    if (audits || concerns(record, asking.actor))
      bytes.emplace(record.bytes().begin(), record.bytes().end());
  });
  return bytes;
}

}  // namespace

core::Result<void> answer(Asking const& asking, log::GetCheckpoint::Reader,
                          log::GetCheckpointReply::Builder reply) {
  auto const checkpoint = asking.rooms.proof.checkpoint();
  reply.setPosition(asking.position.value);
  reply.setCheckpoint(checkpoint->text);
  reply.setSize(checkpoint->head.size.value);
  reply.setVkey(asking.rooms.proof.verifier().text());
  return {};
}

core::Result<void> answer(Asking const& asking, log::ProveInclusion::Reader query,
                          log::ProveInclusionReply::Builder reply) {
  auto const size = query.getSize() == 0 ? size_now(asking) : query.getSize();
  auto const proof = asking.rooms.proof.inclusion(query.getEvent() - 1, size);
  if (!proof)
    return core::refuse("log.not-covered", "event", "no checkpoint covers that, or not yet");
  reply.setPosition(asking.position.value);
  reply.setIndex(query.getEvent() - 1);
  reply.setSize(size);
  set_hashes(*proof, reply);
  return {};
}

core::Result<void> answer(Asking const& asking, log::ProveConsistency::Reader query,
                          log::ProveConsistencyReply::Builder reply) {
  auto const size = query.getSize() == 0 ? size_now(asking) : query.getSize();
  auto const proof = asking.rooms.proof.consistency(query.getOlder(), size);
  if (!proof)
    return core::refuse("log.not-covered", "older", "no checkpoint covers that, or not yet");
  reply.setPosition(asking.position.value);
  reply.setOlder(query.getOlder());
  reply.setSize(size);
  set_hashes(*proof, reply);
  return {};
}

core::Result<void> answer(Asking const& asking, log::GetReceipt::Reader query,
                          log::GetReceiptReply::Builder reply) {
  auto record = record_for(asking, {query.getEvent()});
  if (!record) return core::refuse("aggregate.not-found", "event");
  auto const checkpoint = asking.rooms.proof.checkpoint();
  auto const index = query.getEvent() - 1;
  auto proof = asking.rooms.proof.inclusion(index, checkpoint->head.size.value);
  if (!proof)
    return core::refuse("log.not-covered", "event", "the next checkpoint, within 100 ms, does");
  storage::LogProof const receipt{*std::move(record), index, *std::move(proof), checkpoint->text};
  reply.setPosition(asking.position.value);
  reply.setProof(receipt.text());
  return {};
}

}  // namespace api
