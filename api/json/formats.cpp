// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/json/formats.hpp"

#include <algorithm>
#include <charconv>

namespace api::json {
namespace {

constexpr unsigned port_max = 65535;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alphanumeric(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool takes_scheme(std::string_view& text) {
  for (std::string_view const scheme : {"https://", "http://"})
    if (std::ranges::equal(text.substr(0, scheme.size()), scheme, {}, lower))
      return text.remove_prefix(scheme.size()), true;
  return false;
}

bool stands_in_address(char c) {
  return static_cast<unsigned char>(c) > ' ' &&
         std::string_view("\"<>\\^`{|}\x7f").find(c) == std::string_view::npos;
}

bool is_port(std::string_view text) {
  unsigned port = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  return error == std::errc() && end == text.data() + text.size() && port > 0 && port <= port_max;
}

bool is_label(std::string_view text) {
  return !text.empty() && text.front() != '-' && text.back() != '-' &&
         std::ranges::all_of(text, [](char c) {
           return is_alphanumeric(c) || c == '-' || c == '_' || static_cast<signed char>(c) < 0;
         });
}

// Labels between dots; letters beyond ASCII are those of an internationalised name.
bool is_name(std::string_view text) {
  for (;;) {
    auto const dot = text.find('.');
    if (!is_label(text.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return true;
    text.remove_prefix(dot + 1);
  }
}

bool is_ip_literal(std::string_view text) {
  return text.size() > 4 && text.front() == '[' && text.back() == ']' &&
         std::ranges::all_of(text.substr(1, text.size() - 2), [](char c) {
           return std::string_view("0123456789abcdefABCDEF:.").find(c) != std::string_view::npos;
         });
}

// One walk over an expression; every step takes what it reads, and says whether it was there.
class Licence {
 public:
  explicit Licence(std::string_view text) : rest_(text) {}

  bool whole() { return expression() && (skip(), rest_.empty()); }

 private:
  void skip() { rest_.remove_prefix(std::min(rest_.find_first_not_of(' '), rest_.size())); }

  bool expression() {
    if (!part()) return false;
    while (takes("AND") || takes("OR"))
      if (!part()) return false;
    return true;
  }

  bool part() {
    if (takes("(")) return expression() && takes(")");
    return name() && (!takes("WITH") || name());
  }

  // A licence or an exception; of what is on no list "DocumentRef-...:LicenseRef-...".
  bool name() {
    auto const word = next();
    auto const bare = word.ends_with('+') ? word.substr(0, word.size() - 1) : word;
    auto const inner = bare.substr(bare.starts_with("DocumentRef-") ? bare.find(':') + 1 : 0);
    bool const operates = word == "AND" || word == "OR" || word == "WITH";
    if (operates || inner.empty() || !std::ranges::all_of(inner, [](char c) {
          return is_alphanumeric(c) || c == '-' || c == '.';
        }))
      return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  bool takes(std::string_view token) {
    bool const there = token.size() == 1 ? (skip(), rest_.starts_with(token)) : next() == token;
    if (there) rest_.remove_prefix(token.size());
    return there;
  }

  std::string_view next() {
    skip();
    return rest_.substr(0, rest_.find_first_of(" ()"));
  }

  std::string_view rest_;
};

}  // namespace

bool is_link(std::string_view text) {
  if (!takes_scheme(text) || !std::ranges::all_of(text, stands_in_address)) return false;
  auto host = text.substr(0, text.find_first_of("/?#"));
  auto const colon = host.find(':', host.starts_with('[') ? host.find(']') : 0);
  if (colon != std::string_view::npos && !is_port(host.substr(colon + 1))) return false;
  host = host.substr(0, colon);
  return is_ip_literal(host) || is_name(host);
}

bool is_licence(std::string_view text) { return Licence(text).whole(); }

bool is_written_in(core::Format format, std::string_view text) {
  switch (format) {
    case core::Format::PLAIN: return true;
    case core::Format::LINK: return is_link(text);
    case core::Format::LICENCE: return is_licence(text);
  }
  return false;
}

std::string_view description_of(core::Format format) {
  switch (format) {
    case core::Format::PLAIN: return "a text";
    case core::Format::LINK: return "an address with a host, as https://example.org/page";
    case core::Format::LICENCE:
      return "an SPDX licence expression, as MIT OR (GPL-3.0-only AND MIT)";
  }
  return {};
}

}  // namespace api::json
