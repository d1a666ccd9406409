// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/head_file.hpp"

#include "storage/base64.hpp"
#include "storage/failure.hpp"
#include "storage/file.hpp"
#include "storage/lines.hpp"

namespace storage {
namespace {

constexpr std::string_view origin = "fuge/";
constexpr std::size_t epoch_digits = 32;

bool is_epoch(std::string_view text) {
  return text.size() == epoch_digits && text.find_first_not_of("0123456789abcdef") == text.npos;
}

}  // namespace

std::string origin_of(std::string_view epoch) { return std::string(origin).append(epoch); }

std::string checkpoint_text(std::string_view origin, TreeHead const& head) {
  return std::string(origin) + "\n" + std::to_string(head.size) + "\n" + base64(head.root) + "\n";
}

std::string head_text(Head const& head) {
  return checkpoint_text(origin_of(head.epoch), {head.size.value, head.root});
}

std::optional<ForeignHead> parse_foreign_head(std::string_view text) {
  auto const name = next_line(text), size = next_line(text), root = next_line(text);
  if (!name || name->empty() || !size || !root) return {};
  auto const leaves = parse_decimal(*size);
  auto const hash = parse_hash(*root);
  if (!leaves || !hash) return {};
  return ForeignHead{std::string(*name), {*leaves, *hash}};
}

std::optional<Head> parse_head(std::string_view text) {
  auto const head = parse_foreign_head(text);
  if (!head || !head->origin.starts_with(origin)) return {};
  auto const epoch = head->origin.substr(origin.size());
  if (!is_epoch(epoch)) return {};
  return Head{epoch, {head->tree.size}, head->tree.root};
}

bool is_vouched(std::string_view text, Verifier const& log) {
  if (auto const head = parse_head(text); head && text == head_text(*head)) return true;
  auto const note = Note::parse(text);
  auto const by = note ? signers(*note, {&log, 1}) : std::nullopt;
  return by && !by->empty();
}

std::optional<Head> read_head(std::filesystem::path const& path) {
  auto const text = read_file(path);
  if (!text) return {};
  auto head = parse_head(*text);
  if (!head) throw Unusable(path.string() + " is damaged: it is no checkpoint of a log");
  return head;
}

}  // namespace storage
