// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/net/http.hpp"

#include <algorithm>
#include <utility>

#include "api/net/response_head.hpp"

namespace api::net {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool same(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower, lower);
}

std::string_view trimmed(std::string_view text) {
  auto const from = text.find_first_not_of(" \t");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

bool has_token(std::string_view list, std::string_view token) {
  while (!list.empty()) {
    auto const comma = std::min(list.find(','), list.size());
    if (same(trimmed(list.substr(0, comma)), token)) return true;
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return false;
}

std::string quoted(std::string_view text) {
  std::string json = "\"";
  for (char const c : text) {
    if (c == '"' || c == '\\') json.push_back('\\');
    json.push_back(static_cast<unsigned char>(c) < 0x20 ? ' ' : c);
  }
  return json + '"';
}

}  // namespace

std::string_view Request::header(std::string_view name) const {
  auto const found = std::ranges::find_if(headers, [&](auto& h) { return same(h.name, name); });
  return found == headers.end() ? std::string_view() : found->value;
}

bool Request::lists(std::string_view name, std::string_view token) const {
  return std::ranges::any_of(
      headers, [&](auto& h) { return same(h.name, name) && has_token(h.value, token); });
}

Response problem(unsigned status, std::string_view detail) {
  auto body = "{\"type\":\"about:blank\",\"title\":" + quoted(reason_phrase(status)) +
              ",\"status\":" + std::to_string(status) + ",\"detail\":" + quoted(detail) + "}";
  return {.status = status,
          .content_type = "application/problem+json",
          .body = std::make_shared<const std::string>(std::move(body))};
}

Respond::~Respond() {
  if (answer_) answer_(problem(500, "The request was not answered."));
}

void Respond::operator()(Response response) {
  if (auto const answer = std::exchange(answer_, nullptr)) answer(std::move(response));
}

}  // namespace api::net
