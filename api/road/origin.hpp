// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace api {

// Which web pages may open a WebSocket: those served from here (their Origin names the Host that was asked), and the listed
// origins, letter by letter.
inline std::function<bool(std::string_view origin, std::string_view host)> allow_origins(
    std::vector<std::string> listed) {
  return [listed = std::move(listed)](std::string_view origin, std::string_view host) {
    for (std::string_view const scheme : {"http://", "https://"})
      if (origin.starts_with(scheme) && origin.substr(scheme.size()) == host) return true;
    for (auto const& known : listed)
      if (origin == known) return true;
    return false;
  };
}

}  // namespace api
