// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace api {

// The text format of Prometheus, version 0.0.4.
class Metrics {
 public:
  void counter(std::string_view name, std::string_view help, std::uint64_t value) {
    add("counter", name, help, value);
  }
  void gauge(std::string_view name, std::string_view help, std::uint64_t value) {
    add("gauge", name, help, value);
  }
  std::string const& text() const { return text_; }

 private:
  void add(std::string_view type, std::string_view name, std::string_view help,
           std::uint64_t value) {
    ((((text_ += "# HELP ") += name) += ' ') += help) += '\n';
    ((((text_ += "# TYPE ") += name) += ' ') += type) += '\n';
    ((text_ += name) += ' ') += std::to_string(value) + '\n';
  }

  std::string text_;
};

}  // namespace api
