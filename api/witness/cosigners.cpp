// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/witness/cosigners.hpp"

#include <chrono>

#include "storage/base64.hpp"
#include "storage/crypto.hpp"
#include "storage/lines.hpp"

namespace api {
namespace {

constexpr std::chrono::seconds round{1};
constexpr int rounds_after_silence = 30;

}  // namespace

Cosigner Cosigner::parse(std::string const& text) {
  auto const space = text.rfind(' ');
  storage::Crypto const crypto;
  auto const verifier =
      space == text.npos ? std::nullopt : storage::Verifier::parse(text.substr(space + 1), crypto);
  if (!verifier || verifier->kind != storage::Vouching::cosignature || !text.starts_with("http"))
    throw std::runtime_error("a cosigner is \"URL VKEY\", not \"" + text + "\"");
  auto url = text.substr(0, space);
  while (url.ends_with('/') || url.ends_with(' ')) url.pop_back();
  return {std::move(url), *verifier};
}

Cosigners::Cosigners(std::vector<Cosigner> cosigners, storage::HeadKeeper& keeper,
                     storage::TransparencyLog const& log,
                     std::function<void(std::string const&)> warn)
    : keeper_(keeper), log_(log), warn_(std::move(warn)) {
  for (auto& cosigner : cosigners) asked_.emplace_back().cosigner = std::move(cosigner);
  if (!asked_.empty()) thread_ = std::thread([this] { run(); });
}

Cosigners::~Cosigners() {
  {
    std::lock_guard const lock(mutex_);
    ending_ = true;
  }
  wake_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void Cosigners::run() {
  std::unique_lock lock(mutex_);
  while (!wake_.wait_for(lock, round, [this] { return ending_; })) {
    lock.unlock();
    for (auto& asked : asked_) {
      if (asked.silent_for > 0) --asked.silent_for;
      else ask(asked);
    }
    lock.lock();
  }
}

void Cosigners::ask(Asked& asked) {
  auto const checkpoint = log_.checkpoint();
  if (asked.done == checkpoint->head.size.value) return;
  auto const url = asked.cosigner.url + "/add-checkpoint";
  auto answer = client_.post(url, request(asked, *checkpoint));
  if (answer.status == 409 && answer.content_type.starts_with("text/x.tlog.size")) {
    std::string_view body = answer.body;
    auto const line = storage::next_line(body);
    auto const seen = line ? storage::parse_decimal(*line) : std::nullopt;
    if (!seen || *seen > checkpoint->head.size.value)
      return complain(asked, "says that it has seen another history of this log: " + answer.body);
    asked.seen = *seen;
    answer = client_.post(url, request(asked, *checkpoint));
  }
  if (answer.status == 0) return complain(asked, "does not answer: " + answer.failure);
  if (answer.status != 200 || !accept(asked, *checkpoint, answer))
    return complain(asked,
                    "does not cosign (" + std::to_string(answer.status) + "): " + answer.body);
  asked.seen = checkpoint->head.size.value;
  asked.done = asked.seen;
  asked.in_order = true;
}

std::string Cosigners::request(Asked const& asked, storage::Checkpoint const& checkpoint) const {
  std::string out = "old " + std::to_string(asked.seen) + "\n";
  if (auto const proof = log_.consistency(asked.seen, checkpoint.head.size.value))
    for (auto const& hash : *proof) out += storage::base64(hash) + "\n";
  return out + "\n" + checkpoint.text;
}

// What it has signed, and nothing else that it sends, is shown.
bool Cosigners::accept(Asked& asked, storage::Checkpoint const& checkpoint,
                       HttpClient::Answer const& answer) {
  auto const body = storage::head_text(checkpoint.head);
  auto const whole = body + "\n" + answer.body;
  auto const note = storage::Note::parse(whole);
  if (!note) return false;
  for (auto const& signature : note->signatures)
    if (storage::verifies(signature, body, asked.cosigner.verifier))
      return keeper_.show(checkpoint.head, std::string(signature.line) + "\n"), true;
  return false;
}

void Cosigners::complain(Asked& asked, std::string const& why) {
  asked.silent_for = rounds_after_silence;
  if (!asked.in_order) return;
  asked.in_order = false;
  warn_("the witness " + asked.cosigner.verifier.name + " " + why.substr(0, 300));
}

}  // namespace api
