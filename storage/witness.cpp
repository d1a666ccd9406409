// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/witness.hpp"

#include "core/rows.hpp"
#include "storage/failure.hpp"
#include "storage/file.hpp"
#include "storage/head_file.hpp"
#include "storage/lines.hpp"
#include "storage/tlog_proof.hpp"

namespace storage {

struct Witness::Request {
  std::uint64_t older = 0;
  Hashes proof;
  std::string_view checkpoint;
  Note note;
  ForeignHead head;
};

Witness::Witness(std::filesystem::path folder, Signer signer, std::vector<Verifier> logs,
                 core::Crypto const& crypto)
    : folder_(std::move(folder)),
      signer_(std::move(signer)),
      logs_(std::move(logs)),
      crypto_(crypto) {
  std::filesystem::create_directories(folder_);
  for (auto const& log : logs_) {
    auto const text = read_file(file_of(log.name));
    if (!text) continue;
    auto const head = parse_foreign_head(*text);
    if (!head || head->origin != log.name)
      throw Unusable(file_of(log.name).string() + " is damaged: what was cosigned is not known");
    seen_[log.name] = head->tree;
  }
}

// "old <size>", the proof, a line of its own for each hash, an empty line, the checkpoint.
std::optional<Witness::Request> Witness::parse(std::string_view body) {
  constexpr std::string_view old = "old ";
  Request request;
  auto line = next_line(body);
  if (!line || !line->starts_with(old)) return {};
  auto const older = parse_decimal(line->substr(old.size()));
  while ((line = next_line(body)) && !line->empty()) {
    auto const hash = parse_hash(*line);
    if (!hash || request.proof.size() == proof_hashes_max) return {};
    request.proof.push_back(*hash);
  }
  auto note = Note::parse(body);
  auto head = parse_foreign_head(body);
  if (!older || !line || !note || !head) return {};
  return Request{*older, std::move(request.proof), body, *std::move(note), *std::move(head)};
}

bool Witness::knows(std::string_view origin) const {
  return std::ranges::find(logs_, origin, &Verifier::name) != logs_.end();
}

// A name of its own for each origin, whatever is in it.
std::filesystem::path Witness::file_of(std::string_view origin) const {
  core::Bytes const parts[] = {core::bytes_of(origin)};
  return folder_ / core::hex(crypto_.sha256(parts));
}

TreeHead Witness::seen(std::string_view origin) const {
  auto const found = seen_.find(origin);
  return found == seen_.end() ? TreeHead{0, crypto_.sha256({})} : found->second;
}

std::optional<Witness::Answer> Witness::refused(Request const& request) const {
  auto const& [origin, tree] = request.head;
  if (!knows(origin)) return Answer{404, "this log is not known here\n"};
  auto const by = signers(request.note, logs_);
  bool const is_signed =
      by && std::ranges::any_of(*by, [&](std::size_t i) { return logs_[i].name == origin; });
  if (!is_signed) return Answer{403, "the log has not signed this checkpoint\n"};
  if (request.older > tree.size) return Answer{400, "the old size is larger than the new one\n"};
  auto const before = seen(origin);
  if (request.older != before.size || (tree.size == before.size && tree.root != before.root))
    return Answer{409, std::to_string(before.size) + "\n", "text/x.tlog.size"};
  if (!verify_consistency(before, tree, request.proof, crypto_))
    return Answer{422, "the proof does not show that this tree goes on from the old one\n"};
  return {};
}

Witness::Answer Witness::add_checkpoint(std::string_view body, std::uint64_t unix_seconds) {
  auto const request = parse(body);
  if (!request) return {400, "this is no request to add a checkpoint\n"};
  if (auto answer = refused(*request)) return *std::move(answer);
  replace_file(file_of(request->head.origin), request->checkpoint);
  seen_[request->head.origin] = request->head.tree;
  return {200, signer_.sign(request->note.text, unix_seconds)};
}

}  // namespace storage
