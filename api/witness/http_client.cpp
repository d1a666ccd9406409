// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/witness/http_client.hpp"

#include <curl/curl.h>

#include <stdexcept>

#include "core/limits.hpp"

namespace api {
namespace {

constexpr long connect_ms_max = 5'000, answer_ms_max = 15'000;

std::size_t take(char* bytes, std::size_t, std::size_t size, void* out) {
  auto& body = *static_cast<std::string*>(out);
  if (body.size() + size > core::limits::foreign_answer_bytes_max) return 0;  // Ends the transfer.
  body.append(bytes, size);
  return size;
}

}  // namespace

struct HttpClient::Handle {
  CURL* curl = curl_easy_init();
  ~Handle() { curl_easy_cleanup(curl); }
};

HttpClient::HttpClient() {
  [[maybe_unused]] static auto const once = curl_global_init(CURL_GLOBAL_DEFAULT);
  handle_ = std::make_unique<Handle>();
  if (!handle_->curl) throw std::runtime_error("libcurl cannot be used");
}

HttpClient::~HttpClient() = default;

HttpClient::Answer HttpClient::post(std::string const& url, std::string const& body) {
  Answer answer;
  auto* const curl = handle_->curl;
  curl_easy_reset(curl);  // Its connections stay open.
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.data());
  curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, connect_ms_max);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, answer_ms_max);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer.body);
  auto const result = curl_easy_perform(curl);
  if (result != CURLE_OK) return {0, {}, {}, curl_easy_strerror(result)};
  char const* type = nullptr;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer.status);
  curl_easy_getinfo(curl, CURLINFO_CONTENT_TYPE, &type);
  if (type) answer.content_type = type;
  return answer;
}

}  // namespace api
