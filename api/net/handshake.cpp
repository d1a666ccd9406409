// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/net/handshake.hpp"

#include <openssl/evp.h>

#include <array>

namespace api::net {
namespace {

std::string base64(std::string_view bytes) {
  std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');  // EVP adds a zero byte.
  auto const size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                                    reinterpret_cast<unsigned char const*>(bytes.data()),
                                    static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(size));
  return text;
}

std::string accept_key(std::string_view key) {
  auto const text = std::string(key) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  std::array<char, EVP_MAX_MD_SIZE> hash;
  unsigned size = 0;
  EVP_Digest(text.data(), text.size(), reinterpret_cast<unsigned char*>(hash.data()), &size,
             EVP_sha1(), nullptr);
  return base64({hash.data(), size});
}

// Sixteen bytes in base64.
bool is_key(std::string_view key) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  return key.size() == 24 && key.ends_with("==") && key.find_first_not_of(digits) == 22;
}

bool origin_allowed(Request const& request, Options const& options) {
  auto const origin = request.header("Origin");
  if (origin.empty()) return true;
  return options.origin_allowed && options.origin_allowed(origin, request.header("Host"));
}

Response other_version() {
  auto response = problem(426, "This server speaks WebSocket version 13.");
  response.headers = {
      {"Sec-WebSocket-Version", "13"}, {"Upgrade", "websocket"}, {"Connection", "Upgrade"}};
  return response;
}

}  // namespace

bool asks_for_websocket(Request const& request) {
  return request.lists("Connection", "upgrade") && request.lists("Upgrade", "websocket");
}

std::optional<Response> refuse_handshake(Request const& request, Options const& options) {
  if (request.method != "GET") return problem(400, "A WebSocket is opened with GET.");
  if (!request.body.empty()) return problem(400, "A WebSocket handshake has no body.");
  if (request.header("Sec-WebSocket-Version") != "13") return other_version();
  if (!is_key(request.header("Sec-WebSocket-Key")))
    return problem(400, "The Sec-WebSocket-Key is not 16 bytes in base64.");
  if (!origin_allowed(request, options))
    return problem(403, "This Origin may not open a WebSocket here.");
  return std::nullopt;
}

Frame accept_handshake(std::string_view key) {
  return std::make_shared<const std::string>(
      "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: "
      "Upgrade\r\nSec-WebSocket-Accept: " +
      accept_key(key) + "\r\n\r\n");
}

}  // namespace api::net
