// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/import/sink.hpp"

namespace api::import {
namespace {

// Reasons printed one by one; the others are counted only.
constexpr std::uint64_t reasons_max = 50;

core::Id hashed_id(core::Crypto const& crypto, std::span<core::Bytes const> parts) {
  return core::id_of_hash(crypto.sha256(parts));
}

}  // namespace

core::Id Sink::id_for(std::string_view kind, std::string_view name) const {
  core::Bytes const parts[] = {core::bytes_of(kind), core::bytes_of(":"), core::bytes_of(name)};
  return hashed_id(crypto_, parts);
}

core::Result<core::Receipt> Sink::give(core::Type const& type, capnp::AnyStruct::Reader body) {
  auto const canonical = body.canonicalize();
  auto const bytes = canonical.asBytes();
  core::Bytes const parts[] = {core::bytes_of(type.method),
                               core::Bytes{bytes.begin(), bytes.size()}};
  return give(core::Command{
      .type = &type, .body = body, .actor = {}, .console = true, .id = hashed_id(crypto_, parts)});
}

core::Result<core::Receipt> Sink::give(core::Command const& command) {
  if (engine_.full()) flush();
  return engine_.accept(command);
}

void Sink::flush() {
  if (engine_.has_open()) committed_(engine_.commit());
}

void Report::start(std::string what, std::uint64_t total) {
  what_ = std::move(what);
  total_ = total;
  shown_ = 0;
}

void Report::step(std::uint64_t done) {
  if (!terminal_ || total_ == 0 || done * 50 / total_ == shown_) return;
  shown_ = done * 50 / total_;
  out_ << '\r' << what_ << " [" << std::string(shown_, '#') << std::string(50 - shown_, '.') << "] "
       << shown_ * 2 << " %" << std::flush;
}

void Report::finish() {
  if (terminal_) out_ << '\r' << std::string(what_.size() + 60, ' ') << '\r' << std::flush;
}

void Report::left_out(std::string const& where, std::uint64_t line, std::string const& reason) {
  if (++problems_ == reasons_max + 1) say("further rows that do not fit are only counted");
  if (problems_ <= reasons_max) say(where + ":" + std::to_string(line) + ": " + reason);
}

void Report::say(std::string const& text) {
  if (terminal_) out_ << '\r';
  out_ << text << '\n';
}

}  // namespace api::import
