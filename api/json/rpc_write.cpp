// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/json/rpc_write.hpp"

#include "api/json/texts.hpp"
#include "api/json/write.hpp"

namespace api::json {
namespace {

void begin_answer(std::string_view id, std::string_view member, std::string& out) {
  out.append(R"({"jsonrpc":"2.0","id":)").append(id).append(",\"").append(member).append("\":");
}

void begin_notification(std::string_view method, std::string& out) {
  out.append(R"({"jsonrpc":"2.0","method":)");
  write_text(method, out);
  out.append(",\"params\":");
}

void write_member(std::string_view name, std::string_view text, std::string& out) {
  if (text.empty()) return;
  out.append(",\"").append(name).append("\":");
  write_text(text, out);
}

// The specification's own words where it has some.
std::string_view message_of(ErrorCode code, core::Refusal const& refusal) {
  switch (code) {
    case ErrorCode::parse_error: return "Parse error";
    case ErrorCode::invalid_request: return "Invalid Request";
    case ErrorCode::method_not_found: return "Method not found";
    case ErrorCode::invalid_params: return "Invalid params";
    case ErrorCode::internal_error: return "Internal error";
    case ErrorCode::refused:
    case ErrorCode::forbidden: return refusal.detail.empty() ? refusal.code : refusal.detail;
  }
  return refusal.code;
}

void write_data(core::Refusal const& refusal, std::string& out) {
  out.append("{\"code\":");
  write_text(refusal.code, out);
  write_member("field", refusal.field, out);
  write_member("detail", refusal.detail, out);
  if (!refusal.stream.is_nil()) {
    write_member("stream", core::to_string(refusal.stream), out);
    out.append(",\"version\":").append(std::to_string(refusal.version.value));
  }
  out += '}';
}

}  // namespace

ErrorCode error_code(core::Refusal const& refusal) {
  if (refusal.code.starts_with("input.")) return ErrorCode::invalid_params;
  if (refusal.code.starts_with("auth.")) return ErrorCode::forbidden;
  if (refusal.code == "rpc.parse-error") return ErrorCode::parse_error;
  if (refusal.code == "rpc.invalid-request") return ErrorCode::invalid_request;
  if (refusal.code == "rpc.unknown-method") return ErrorCode::method_not_found;
  if (refusal.code == "rpc.internal-error") return ErrorCode::internal_error;
  return ErrorCode::refused;
}

void write_result(std::string_view id, Table const& table, capnp::AnyStruct::Reader result,
                  std::string& out) {
  begin_answer(id, "result", out);
  write(table, result, out);
  out += '}';
}

void write_result(std::string_view id, std::string_view json, std::string& out) {
  begin_answer(id, "result", out);
  out.append(json) += '}';
}

void write_refusal(std::string_view id, core::Refusal const& refusal, std::string& out) {
  auto const code = error_code(refusal);
  begin_answer(id, "error", out);
  out.append("{\"code\":").append(std::to_string(static_cast<int>(code))).append(",\"message\":");
  write_text(message_of(code, refusal), out);
  out.append(",\"data\":");
  write_data(refusal, out);
  out.append("}}");
}

void write_notification(std::string_view method, Table const& table,
                        capnp::AnyStruct::Reader params, std::string& out) {
  begin_notification(method, out);
  write(table, params, out);
  out += '}';
}

void write_notification(std::string_view method, std::string_view json, std::string& out) {
  begin_notification(method, out);
  out.append(json) += '}';
}

}  // namespace api::json
