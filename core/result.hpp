// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/system/result.hpp>
#include <string>
#include <string_view>

#include "core/ids.hpp"

namespace core {

// "No", in a way the caller can act on. Nothing has been written.
struct Refusal {
  std::string_view code;   // A literal such as "team.full": names the broken rule, stable for ever.
  std::string field = {};  // The path of the field it is about ("offers[2].level"), or empty.
  std::string detail = {};  // For people; never a rule of its own.
  Id stream = {};  // With `version`: where the stream stands, if that is what the refusal is about.
  Version version = {};
};

template <class T>
using Result = boost::system::result<T, Refusal>;

inline Refusal refuse(std::string_view code, std::string_view field = {}, std::string detail = {}) {
  return {code, std::string(field), std::move(detail), {}, {}};
}

// Found by boost::system::result when value() is asked of a refusal: that is a broken program.
[[noreturn]] void throw_exception_from_error(Refusal const& refusal,
                                             boost::source_location const& where);

}  // namespace core
