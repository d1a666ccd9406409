// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <utility>

namespace api::net {

// A member of objects that hand handlers to the loop: a guarded handler does nothing once its object is gone. One thread only.
class Alive {
 public:
  Alive() = default;
  Alive(Alive const&) = delete;
  Alive& operator=(Alive const&) = delete;

  template <typename Call>
  auto guard(Call call) const {
    return [token = std::weak_ptr(token_), call = std::move(call)](auto&&... arguments) mutable {
      if (!token.expired()) call(std::forward<decltype(arguments)>(arguments)...);
    };
  }

 private:
  std::shared_ptr<char> token_ = std::make_shared<char>();
};

}  // namespace api::net
