// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/canonical.hpp"

#include <capnp/message.h>

#include <bit>
#include <cstring>

#include "core/check.hpp"

namespace core {
namespace {

constexpr std::size_t chunk_words = (64 << 10) / sizeof(capnp::word);

// Which of the wanted pointers are not null.
std::uint64_t present(capnp::AnyStruct::Reader value, std::uint64_t wanted) {
  auto const pointers = value.getPointerSection();
  CHECK(pointers.size() <= 64);
  std::uint64_t found = 0;
  for (unsigned i = 0; i < pointers.size(); ++i)
    if (wanted >> i & 1 && !pointers[i].isNull()) found |= std::uint64_t{1} << i;
  return found;
}

// Without the zeros at the end.
std::size_t significant(kj::ArrayPtr<kj::byte const> data) {
  auto bytes = data.size();
  while (bytes > 0 && data[bytes - 1] == 0) --bytes;
  return bytes;
}

}  // namespace

Bytes CanonicalForms::of(capnp::AnyStruct::Reader value) {
  return add(value, value.getDataSection(), present(value, ~std::uint64_t{0}));
}

Bytes CanonicalForms::of_pointers(capnp::AnyStruct::Reader value, std::uint64_t wanted) {
  auto const pointers = present(value, wanted);
  return pointers == 0 ? Bytes{} : add(value, {}, pointers);
}

void CanonicalForms::clear() {
  if (chunks_.size() > 1) chunks_.resize(1);
  if (chunks_.empty()) return;
  auto& [words, used] = chunks_.front();
  std::memset(words.begin(), 0, used * sizeof(capnp::word));
  used = 0;
}

// Both sections end with the last word that is not zero, and what the pointers point to lies in their order.
Bytes CanonicalForms::add(capnp::AnyStruct::Reader value, kj::ArrayPtr<kj::byte const> data,
                          std::uint64_t pointers) {
  auto const words_max = value.totalSize().wordCount + 1;  // And the root pointer.
  auto& [words, used] = chunk_with(words_max);
  capnp::FlatMessageBuilder message(words.slice(used, used + words_max));
  auto const bytes = significant(data);
  auto form = message.getRoot<capnp::AnyPointer>().initAsAnyStruct(
      static_cast<std::uint16_t>((bytes + 7) / 8),
      static_cast<std::uint16_t>(std::bit_width(pointers)));
  if (bytes > 0) std::memcpy(form.getDataSection().begin(), data.begin(), bytes);
  auto const from = value.getPointerSection();
  auto to = form.getPointerSection();
  for (; pointers != 0; pointers &= pointers - 1) {
    auto const i = static_cast<unsigned>(std::countr_zero(pointers));
    to[i].setCanonical(from[i]);
  }
  auto const all = message.getSegmentsForOutput()[0];
  used += all.size();
  return {all.asBytes().begin(), all.asBytes().size()};
}

// The last chunk, or a new one in its place; the first is never larger than the others.
CanonicalForms::Chunk& CanonicalForms::chunk_with(std::size_t words) {
  if (chunks_.empty() || chunks_.back().words.size() - chunks_.back().used < words) {
    auto const size = chunks_.empty() ? chunk_words : std::max(words, chunk_words);
    auto memory = kj::heapArray<capnp::word>(size);
    std::memset(memory.begin(), 0, memory.asBytes().size());
    chunks_.push_back({std::move(memory), 0});
    return chunk_with(words);
  }
  return chunks_.back();
}

}  // namespace core
