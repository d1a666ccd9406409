// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/token_row.hpp"

namespace storage {
namespace {

constexpr char format = 1;
constexpr std::size_t fixed_bytes = 1 + 16 + 3 * 8;

}  // namespace

std::string write_token(Token const& token) {
  std::string row(fixed_bytes, '\0');
  row[0] = format;
  std::memcpy(row.data() + 1, token.subject.bytes.data(), 16);
  std::memcpy(row.data() + 17, &token.created.us, 8);
  std::memcpy(row.data() + 25, &token.expires.us, 8);
  std::memcpy(row.data() + 33, &token.revoked.us, 8);
  return row + token.label;
}

std::optional<Token> read_token(core::Digest const& hash, std::string_view row) {
  if (row.size() < fixed_bytes || row[0] != format) return {};
  Token token;
  token.hash = hash;
  std::memcpy(token.subject.bytes.data(), row.data() + 1, 16);
  std::memcpy(&token.created.us, row.data() + 17, 8);
  std::memcpy(&token.expires.us, row.data() + 25, 8);
  std::memcpy(&token.revoked.us, row.data() + 33, 8);
  token.label = row.substr(fixed_bytes);
  return token;
}

}  // namespace storage
