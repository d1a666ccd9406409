// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/flows.hpp"

namespace core {

void Flows::react(RecordView const& record, FunctionRef<void(Command const&)> give) const {
  auto const* type = schema_tables().event(record.header().event_type);
  if (type == nullptr) return;
  CanonicalReader event(record.open());
  Recorded const recorded{record, *type, event};
  for (auto const& flow : flows_) {
    Wishes wishes;
    flow.react(world_, recorded, wishes);
    std::uint32_t n = 0;
    for (auto const& wish : wishes.wishes_)
      give({.type = wish->type,
            .body = wish->message.getRoot<capnp::AnyStruct>().asReader(),
            .actor = {},
            .console = true,
            .id = id_of(flow, recorded.position(), n++),
            .correlation = record.header().correlation,
            .causation = recorded.position()});
  }
}

Id Flows::id_of(Flow const& flow, Position position, std::uint32_t n) const {
  std::array<std::uint8_t, 14> key;
  std::memcpy(key.data(), &flow.number, 2);
  std::memcpy(key.data() + 2, &position.value, 8);
  std::memcpy(key.data() + 10, &n, 4);
  Bytes const parts[] = {bytes_of("flow"), key};
  return id_of_hash(crypto_.sha256(parts));
}

}  // namespace core
