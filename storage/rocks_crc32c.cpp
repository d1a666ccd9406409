// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/rocks_crc32c.hpp"

#include <array>
#include <string>

#include "storage/crypto.hpp"

// Debian builds RocksDB without SSE4.2, and its table-driven CRC32C then costs more than everything else in a commit. These three
// functions are all that RocksDB's own crc32c.cc exports; defined here, they are what the rest of RocksDB is linked to.
// The values are the same, so the files are, too. docs/decisions/0001-log-options.md has the figures.
namespace rocksdb::crc32c {
namespace {

// A linear map on the 32 bits of a CRC, as the images of its bits.
using Matrix = std::array<std::uint32_t, 32>;

std::uint32_t times(Matrix const& matrix, std::uint32_t vector) {
  std::uint32_t sum = 0;
  for (std::size_t bit = 0; vector != 0; ++bit, vector >>= 1)
    if (vector & 1) sum ^= matrix[bit];
  return sum;
}

Matrix squared(Matrix const& matrix) {
  Matrix square;
  for (std::size_t bit = 0; bit < 32; ++bit) square[bit] = times(matrix, matrix[bit]);
  return square;
}

// What one zero bit behind the data does to a CRC32C.
Matrix one_zero_bit() {
  Matrix matrix;
  matrix[0] = 0x82f63b78;
  for (std::size_t bit = 1; bit < 32; ++bit) matrix[bit] = std::uint32_t{1} << (bit - 1);
  return matrix;
}

// What 2^i zero bytes do, for every i: a CRC is combined per 32 KiB of the write-ahead log.
std::array<Matrix, 64> powers_of_a_byte() {
  std::array<Matrix, 64> powers;
  powers[0] = squared(squared(squared(one_zero_bit())));
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = squared(powers[i - 1]);
  return powers;
}

}  // namespace

std::string IsFastCrc32Supported() { return "isa-l"; }

std::uint32_t Extend(std::uint32_t crc, char const* data, std::size_t bytes) {
  return storage::crc32c_extend(crc, {reinterpret_cast<std::uint8_t const*>(data), bytes});
}

// The CRC of A and B together, of crc(A), crc(B) and B's length.
std::uint32_t Crc32cCombine(std::uint32_t first, std::uint32_t second, std::size_t second_bytes) {
  static auto const powers = powers_of_a_byte();
  for (std::size_t i = 0; second_bytes != 0; ++i, second_bytes >>= 1)
    if (second_bytes & 1) first = times(powers[i], first);
  return first ^ second;
}

}  // namespace rocksdb::crc32c

namespace storage {

void link_rocks_crc32c() {}

}  // namespace storage
