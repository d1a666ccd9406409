// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/tlog_proof.hpp"

#include "storage/base64.hpp"
#include "storage/lines.hpp"

namespace storage {
namespace {

constexpr std::string_view title = "c2sp.org/tlog-proof@v1\n", extra_word = "extra ",
                           index_word = "index ";

}  // namespace

std::string LogProof::text() const {
  std::string out(title);
  if (!extra.empty()) ((out += extra_word) += base64(extra)) += '\n';
  ((out += index_word) += std::to_string(index)) += '\n';
  for (auto const& hash : hashes) (out += base64(hash)) += '\n';
  return (out += '\n') += checkpoint;
}

std::optional<LogProof> LogProof::parse(std::string_view text) {
  if (!text.starts_with(title)) return {};
  text.remove_prefix(title.size());
  LogProof proof;
  auto line = next_line(text);
  if (line && line->starts_with(extra_word)) {
    auto extra = from_base64(line->substr(extra_word.size()));
    if (!extra) return {};
    proof.extra = *std::move(extra);
    line = next_line(text);
  }
  if (!line || !line->starts_with(index_word)) return {};
  auto const index = parse_decimal(line->substr(index_word.size()));
  if (!index) return {};
  proof.index = *index;
  while ((line = next_line(text)) && !line->empty()) {
    auto const hash = parse_hash(*line);
    if (!hash || proof.hashes.size() == proof_hashes_max) return {};
    proof.hashes.push_back(*hash);
  }
  if (!line) return {};
  proof.checkpoint = text;
  return proof;
}

}  // namespace storage
