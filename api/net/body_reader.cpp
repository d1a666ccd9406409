// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/net/body_reader.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace api::net {
namespace {

using Outcome = BodyReader::Outcome;

constexpr std::size_t line_bytes_max = 1'024;
constexpr std::size_t trailer_bytes_max = 8'192;

// A line without its end, taken off the front; none if its end has not come.
std::optional<std::string_view> take_line(std::span<char const>& bytes) {
  std::string_view const text(bytes.data(), bytes.size());
  auto const end = text.find("\r\n");
  if (end == std::string_view::npos) return std::nullopt;
  bytes = bytes.subspan(end + 2);
  return text.substr(0, end);
}

}  // namespace

Outcome BodyReader::begin(std::optional<std::uint64_t> length) {
  stage_ = length ? Stage::data : Stage::chunk_size;
  left_ = length.value_or(0);
  if (left_ > bytes_max_) return Outcome::too_large;
  if (length && left_ == 0) stage_ = Stage::complete;
  return stage_ == Stage::complete ? Outcome::complete : Outcome::need_more;
}

Outcome BodyReader::read(std::span<char const>& bytes) {
  while (stage_ != Stage::complete) {
    auto const before = std::pair(stage_, bytes.size());
    if (auto const outcome = step(bytes); outcome != Outcome::need_more) return outcome;
    if (before == std::pair(stage_, bytes.size())) return Outcome::need_more;
  }
  return Outcome::complete;
}

Outcome BodyReader::step(std::span<char const>& bytes) {
  if (stage_ == Stage::data || stage_ == Stage::chunk_data) {
    read_data(bytes);
    return Outcome::need_more;
  }
  auto const line = take_line(bytes);
  if (line) return on_line(*line);
  return bytes.size() > line_bytes_max ? Outcome::malformed : Outcome::need_more;
}

void BodyReader::read_data(std::span<char const>& bytes) {
  auto const part = bytes.first(std::min<std::uint64_t>(left_, bytes.size()));
  body_.append(part.data(), part.size());
  bytes = bytes.subspan(part.size());
  left_ -= part.size();
  if (left_ == 0) stage_ = stage_ == Stage::data ? Stage::complete : Stage::chunk_end;
}

Outcome BodyReader::on_line(std::string_view line) {
  if (line.find_first_of("\r\n") != std::string_view::npos) return Outcome::malformed;
  if (stage_ == Stage::chunk_size) return on_chunk_size(line);
  if (stage_ == Stage::trailer) return on_trailer(line);
  stage_ = Stage::chunk_size;
  return line.empty() ? Outcome::need_more : Outcome::malformed;
}

Outcome BodyReader::on_chunk_size(std::string_view line) {
  auto const digits_end = std::min(line.find_first_of("; \t"), line.size());
  auto const* end = line.data() + digits_end;
  auto const [parsed, error] = std::from_chars(line.data(), end, left_, 16);
  if (error == std::errc::result_out_of_range) return Outcome::too_large;
  if (error != std::errc() || parsed != end) return Outcome::malformed;
  if (left_ > bytes_max_ - body_.size()) return Outcome::too_large;
  stage_ = left_ > 0 ? Stage::chunk_data : Stage::trailer;
  return Outcome::need_more;
}

Outcome BodyReader::on_trailer(std::string_view line) {
  if (line.empty()) stage_ = Stage::complete;
  trailer_bytes_ += line.size();
  return trailer_bytes_ > trailer_bytes_max ? Outcome::malformed : Outcome::need_more;
}

}  // namespace api::net
