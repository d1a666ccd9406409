// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/result.hpp"

#include "core/check.hpp"

namespace core {

void throw_exception_from_error(Refusal const& refusal, boost::source_location const& where) {
  broken(std::string(refusal.code).c_str(), where.file_name(), static_cast<int>(where.line()));
}

}  // namespace core
