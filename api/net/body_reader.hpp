// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace api::net {

// Reads the body of one request, by length or in chunks (RFC 9112, 6 and 7.1). Chunk extensions and trailers are skipped: a
// trailer could otherwise pass for a header.
class BodyReader {
 public:
  enum class Outcome { need_more, complete, malformed, too_large };

  explicit BodyReader(std::size_t bytes_max = 0) : bytes_max_(bytes_max) {}

  // Before the first read: the announced length, or none for chunks.
  Outcome begin(std::optional<std::uint64_t> length);
  // Takes what it understands off the bytes' front.
  Outcome read(std::span<char const>& bytes);

  std::size_t size() const { return body_.size(); }
  std::string take() { return std::move(body_); }

 private:
  enum class Stage { data, chunk_size, chunk_data, chunk_end, trailer, complete };

  Outcome step(std::span<char const>& bytes);
  void read_data(std::span<char const>& bytes);
  Outcome on_line(std::string_view line);
  Outcome on_chunk_size(std::string_view line);
  Outcome on_trailer(std::string_view line);

  std::size_t bytes_max_;
  Stage stage_ = Stage::data;
  std::uint64_t left_ = 0;  // of the body, or of the chunk
  std::size_t trailer_bytes_ = 0;
  std::string body_;
};

}  // namespace api::net
