// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/import/json_lines.hpp"

#include "api/import/days.hpp"
#include "api/import/lines.hpp"
#include "api/json/read.hpp"
#include "api/json/rpc.hpp"
#include "api/road/meta.hpp"

namespace api::import {
namespace {

core::Result<core::Receipt> run(json::Request const& request, Sink& sink) {
  if (request.refusal) return *request.refusal;
  auto const* type = core::schema_tables().method(request.method);
  if (!type || type->use != core::Use::command)
    return core::refuse("rpc.unknown-method", {}, std::string(request.method));
  capnp::MallocMessageBuilder message, meta_message;
  auto root = message.initRoot<capnp::AnyPointer>();
  auto meta = meta_message.initRoot<capnp::AnyPointer>();
  if (auto read = json::read_command(json::tables().of(*type), request.params, root, meta); !read)
    return read.error();
  core::Command command{.type = type,
                        .body = root.getAs<capnp::AnyStruct>().asReader(),
                        .actor = request.as.value_or(core::Id{}),
                        .console = !request.as,
                        .id = {},
                        .history = true};
  std::vector<core::Command::Expected> expected;
  if (auto read = read_meta(meta.asReader().getAs<core::schema::Meta>(), command, expected); !read)
    return read.error();
  return sink.give(command);
}

std::string reason_of(core::Refusal const& refusal) {
  std::string reason(refusal.code);
  if (!refusal.field.empty()) reason += " at " + refusal.field;
  if (!refusal.detail.empty()) reason += " (" + refusal.detail + ")";
  return reason;
}

// A line that counts days says something else on another day. Where its command is known, it has been said.
bool is_known(core::Refusal const& refusal, bool counts_days) {
  return counts_days && refusal.code == "command.reused";
}

}  // namespace

JsonLineCounts json_lines(std::filesystem::path const& file, core::Clock const& clock, Sink& sink,
                          Report& report) {
  JsonLineCounts counts;
  json::MessageParser parser(json::MessageParser::Source::console);
  Lines lines(file);
  std::error_code no_size;  // Of what is no plain file: no progress then.
  auto const size = std::filesystem::file_size(file, no_size);
  report.start(file.filename().string(), no_size ? 0 : size);
  std::string line;
  std::uint64_t bytes = 0;
  while (lines.next(line)) {
    bytes += line.size() + 1;
    report.step(bytes);
    if (line.find_first_not_of(" \t") == line.npos) continue;
    ++counts.lines;
    auto const before = sink.head();
    bool const counts_days = resolve_days(line, clock);
    auto result = core::Result<core::Receipt>(core::refuse("rpc.invalid-request"));
    auto const message = parser.parse(simdjson::padded_string(line));
    if (message.refusal) result = *message.refusal;
    else if (message.requests.size() == 1) result = run(message.requests.front(), sink);
    if (!result && !is_known(result.error(), counts_days)) {
      ++counts.refused;
      report.left_out(file.filename().string(), lines.number(), reason_of(result.error()));
    } else {
      ++(sink.head() == before ? counts.repeated : counts.accepted);
    }
  }
  sink.flush();
  report.finish();
  return counts;
}

}  // namespace api::import
