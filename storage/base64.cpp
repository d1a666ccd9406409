// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/base64.hpp"

#include <sodium.h>

namespace storage {

std::string base64(core::Bytes bytes) {
  std::string out(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(out.data(), out.size(), bytes.data(), bytes.size(),
                    sodium_base64_VARIANT_ORIGINAL);
  out.pop_back();  // The zero that ends it.
  return out;
}

std::optional<std::vector<std::uint8_t>> from_base64(std::string_view text) {
  if (text.size() % 4 != 0) return {};
  std::vector<std::uint8_t> out(text.size() / 4 * 3);
  if (out.empty()) return out;  // The library wants a place to write to.
  std::size_t size = 0;
  char const* end = nullptr;
  if (sodium_base642bin(out.data(), out.size(), text.data(), text.size(), nullptr, &size, &end,
                        sodium_base64_VARIANT_ORIGINAL) != 0 ||
      end != text.data() + text.size())
    return {};
  out.resize(size);
  if (base64(out) != text) return {};  // The library takes some bytes that are no letters.
  return out;
}

}  // namespace storage
