// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "core/schema.hpp"

namespace api::json {

// The OpenRPC document (https://spec.open-rpc.org/) of every command and query: what `rpc.discover` answers. x-allow says who
// may call a method, x-sealed under whose key a field of an event is encrypted.
std::string openrpc_document(core::Schema const& schema);

}  // namespace api::json
