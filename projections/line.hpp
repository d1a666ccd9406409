// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

#include "core/ids.hpp"

namespace projections {

// One row in words: a JSON object on one line.
//
//   Line()("term", id)("stage", "live")("labels", 3).text()
class Line {
 public:
  Line& operator()(std::string_view name, std::string_view value) {
    return add(name, quoted(value));
  }
  Line& operator()(std::string_view name, char const* value) { return add(name, quoted(value)); }
  Line& operator()(std::string_view name, bool value) {
    return add(name, value ? "true" : "false");
  }
  Line& operator()(std::string_view name, std::unsigned_integral auto value) {
    return add(name, std::to_string(value));
  }
  Line& operator()(std::string_view name, core::Position value) {
    return (*this)(name, value.value);
  }
  Line& operator()(std::string_view name, core::Id const& value) {
    return add(name, value.is_nil() ? "null" : quoted(core::to_string(value)));
  }
  template <class T>
  Line& operator()(std::string_view name, std::vector<T> const& values) {
    std::string list;
    for (auto const& value : values) {
      auto const object = Line()({}, value).text();  // {"":VALUE}
      (list += list.empty() ? "" : ",").append(object, 4, object.size() - 5);
    }
    return add(name, "[" + list + "]");
  }
  std::string text() const { return text_ + "}"; }

 private:
  Line& add(std::string_view name, std::string_view json) {
    if (text_.size() > 1) text_ += ',';
    text_ += quoted(name);
    (text_ += ':') += json;
    return *this;
  }
  static std::string quoted(std::string_view text) {
    constexpr char digits[] = "0123456789abcdef";
    std::string json = "\"";
    for (auto const c : text) {
      auto const byte = static_cast<unsigned char>(c);
      if (c == '"' || c == '\\') json += '\\';
      if (byte >= 0x20) json += c;
      else ((json += "\\u00") += digits[byte >> 4]) += digits[byte & 15];
    }
    return json += '"';
  }

  std::string text_ = "{";
};

}  // namespace projections
