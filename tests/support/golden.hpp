// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/ids.hpp"
#include "tests/source_dir.hpp"

namespace support {

// tests/golden/NAME: hex digits; white space counts for nothing, and "#" starts a comment. What released versions have written
// is never changed.
inline std::vector<std::uint8_t> golden(std::string const& name) {
  std::ifstream file(SOURCE_DIR "/tests/golden/" + name);
  if (!file) throw std::runtime_error("no golden bytes: " + name);
  std::string digits;
  for (std::string line; std::getline(file, line);)
    for (char const c : line.substr(0, line.find('#')))
      if (!std::isspace(static_cast<unsigned char>(c))) digits += c;
  std::vector<std::uint8_t> bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
    bytes.push_back(static_cast<std::uint8_t>(std::stoi(digits.substr(i, 2), nullptr, 16)));
  return bytes;
}

// The same, 8-byte aligned as records and blocks are.
class AlignedBytes {
 public:
  explicit AlignedBytes(core::Bytes bytes) : size_(bytes.size()), words_((bytes.size() + 7) / 8) {
    for (std::size_t i = 0; i < size_; ++i) this->bytes()[i] = bytes[i];
  }
  std::span<std::uint8_t> bytes() {
    return {reinterpret_cast<std::uint8_t*>(words_.data()), size_};
  }

 private:
  std::size_t size_;
  std::vector<std::uint64_t> words_;
};

// For messages, and for the next golden file: 32 bytes a line.
inline std::string hex_lines(core::Bytes bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    text += {digits[bytes[i] >> 4], digits[bytes[i] & 15]};
    if (i % 32 == 31 || i + 1 == bytes.size()) text += '\n';
    else if (i % 8 == 7) text += ' ';
  }
  return text;
}

}  // namespace support
