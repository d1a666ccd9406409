// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/emit.hpp"

#include "core/limits.hpp"

namespace core {

void Emit::start(Id const& stream) {
  for (std::size_t i = 0; i < size_; ++i) events_[i].message.reset();  // Zeroes the scratch again.
  size_ = 0;
  stream_ = stream;
}

capnp::MallocMessageBuilder& Emit::add(Type const& type, Id const& stream) {
  CHECK(size_ < limits::command_events_max);
  if (size_ == events_.size()) events_.emplace_back();
  auto& emitted = events_[size_++];
  emitted.type = &type;
  emitted.stream = {type.family, stream};
  emitted.message.emplace(kj::arrayPtr(emitted.scratch->data(), emitted.scratch->size()));
  return *emitted.message;
}

}  // namespace core
