// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstring>
#include <string>

#include "core/ids.hpp"

// Integers in files, as this machine has them: little-endian.
namespace storage {

template <class Number>
Number number_at(core::Bytes bytes, std::size_t at) {
  Number number;
  std::memcpy(&number, bytes.data() + at, sizeof number);
  return number;
}

template <class Number>
std::string bytes_of_number(Number number) {
  return {reinterpret_cast<char const*>(&number), sizeof number};
}

}  // namespace storage
