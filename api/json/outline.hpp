// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "api/json/texts.hpp"

namespace api::json {

// Writes a JSON document that no struct of the schema describes, member by member, indented for people.
class Outline {
 public:
  template <class Body>
  void object(Body body) {
    enclose('{', '}', body);
  }
  template <class Body>
  void object(std::string_view key, Body body) {
    begin(key);
    enclose('{', '}', body);
  }
  template <class Body>
  void list(std::string_view key, Body body) {
    begin(key);
    enclose('[', ']', body);
  }
  // An entry of a list.
  template <std::invocable Body>
  void entry(Body body) {
    next();
    enclose('{', '}', body);
  }
  void entry(std::string_view text) {
    next();
    write_text(text, out_);
  }
  void member(std::string_view key, std::string_view text) {
    begin(key);
    write_text(text, out_);
  }
  void member(std::string_view key, char const* text) { member(key, std::string_view(text)); }
  void member(std::string_view key, std::int64_t number) {
    begin(key);
    out_ += std::to_string(number);
  }
  void member(std::string_view key, bool truth) {
    begin(key);
    out_ += truth ? "true" : "false";
  }

  std::string take() { return std::move(out_); }

 private:
  template <class Body>
  void enclose(char open, char close, Body& body) {
    out_ += open;
    ++depth_;
    first_ = true;
    body();
    --depth_;
    if (!first_) line();
    first_ = false;
    out_ += close;
  }
  void next() {
    if (!first_) out_ += ',';
    first_ = false;
    line();
  }
  void begin(std::string_view key) {
    next();
    write_text(key, out_);
    out_ += ": ";
  }
  void line() { out_.append(1, '\n').append(depth_, ' '); }

  std::string out_;
  std::size_t depth_ = 0;
  bool first_ = true;
};

}  // namespace api::json
