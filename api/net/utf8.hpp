// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string_view>

namespace api::net {

// How many bytes of the text end with a whole character: all, or up to three less.
std::size_t whole_code_points(std::string_view text);

// Checks a text while it grows, each byte once (RFC 3629).
class Utf8Check {
 public:
  // False as soon as nothing that may follow makes the text valid.
  bool accept(std::string_view text_so_far);
  // False unless the text is valid and ends with a whole character.
  bool finish(std::string_view text);

 private:
  std::size_t checked_ = 0;
};

}  // namespace api::net
