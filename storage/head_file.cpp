// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/head_file.hpp"

#include <charconv>

#include "storage/base64.hpp"
#include "storage/failure.hpp"
#include "storage/file.hpp"

namespace storage {
namespace {

constexpr std::string_view origin = "fuge/";
constexpr std::size_t epoch_digits = 32;

bool is_epoch(std::string_view text) {
  return text.size() == epoch_digits && text.find_first_not_of("0123456789abcdef") == text.npos;
}

bool parse_size(std::string_view text, core::Position& out) {
  if (text.empty() || (text.size() > 1 && text[0] == '0')) return false;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), out.value);
  return error == std::errc{} && end == text.data() + text.size();
}

bool parse_root(std::string_view text, core::Digest& out) {
  auto const bytes = from_base64(text);
  if (!bytes || bytes->size() != out.size()) return false;
  std::ranges::copy(*bytes, out.begin());
  return true;
}

// Cuts the next line off; nothing when it does not end.
std::optional<std::string_view> next_line(std::string_view& text) {
  auto const end = text.find('\n');
  if (end == text.npos) return {};
  auto const line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

}  // namespace

std::string origin_of(std::string_view epoch) { return std::string(origin).append(epoch); }

std::string head_text(Head const& head) {
  return origin_of(head.epoch) + "\n" + std::to_string(head.size.value) + "\n" + base64(head.root) +
         "\n";
}

std::optional<Head> parse_head(std::string_view text) {
  auto const name = next_line(text), size = next_line(text), root = next_line(text);
  Head head;
  if (!name || !size || !root || !name->starts_with(origin)) return {};
  head.epoch = name->substr(origin.size());
  if (!is_epoch(head.epoch) || !parse_size(*size, head.size) || !parse_root(*root, head.root))
    return {};
  return head;
}

std::optional<Head> read_head(std::filesystem::path const& path) {
  auto const text = read_file(path);
  if (!text) return {};
  auto head = parse_head(*text);
  if (!head) throw Unusable(path.string() + " is damaged: it is no checkpoint of a log");
  return head;
}

}  // namespace storage
