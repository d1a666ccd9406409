// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace api {

// As the content of an element, or of an attribute in quotes.
inline std::string in_html(std::string_view text) {
  std::string out;
  for (auto const c : text) switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  return out;
}

// As a cell of a table separated by commas: RFC 4180, section 2, rules 5 to 7. What a spreadsheet would take for a formula stands
// behind an apostrophe (OWASP, CSV injection).
inline std::string in_csv(std::string_view text) {
  constexpr std::string_view begins_formula = "=+-@\t\r";
  std::string out = "\"";
  if (!text.empty() && begins_formula.find(text.front()) != begins_formula.npos) out += '\'';
  for (auto const c : text) out.append(c == '"' ? 2 : 1, c);
  return out += '"';
}

}  // namespace api
