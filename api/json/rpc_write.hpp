// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <capnp/any.h>

#include <string>
#include <string_view>

#include "api/json/tables.hpp"
#include "core/result.hpp"

// The envelope of JSON-RPC 2.0, outwards: each function appends one whole message. An `id` is JSON already, as the request's
// was read. The answers of a batch are written one behind the other, between [ and ], with commas.
namespace api::json {

// What an error says to a JSON-RPC client: `code` below, `message` for people, and
// `data` {code, field?, detail?, stream?, version?}, where `data.code` is the refusal's code, which is the one to act on.
enum class ErrorCode : int {
  parse_error = -32700,       // rpc.parse-error
  invalid_request = -32600,   // rpc.invalid-request
  method_not_found = -32601,  // rpc.unknown-method
  invalid_params = -32602,    // input.*
  internal_error = -32603,    // rpc.internal-error
  refused = -32000,    // Every other refusal: a rule of the domain, a full queue, a conflict.
  forbidden = -32001,  // auth.*
};
ErrorCode error_code(core::Refusal const& refusal);

void write_result(std::string_view id, Table const& table, capnp::AnyStruct::Reader result,
                  std::string& out);
void write_result(std::string_view id, std::string_view json, std::string& out);
void write_refusal(std::string_view id, core::Refusal const& refusal, std::string& out);
void write_notification(std::string_view method, Table const& table,
                        capnp::AnyStruct::Reader params, std::string& out);
void write_notification(std::string_view method, std::string_view json, std::string& out);

}  // namespace api::json
