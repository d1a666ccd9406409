// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/witness/cosigners.hpp"

#include <chrono>

namespace api {
namespace {

constexpr std::chrono::seconds round{1};
constexpr int rounds_after_silence = 30;

}  // namespace

Cosigners::Cosigners(std::vector<Cosigner> const& cosigners,
                     std::vector<storage::WitnessedLog*> const& logs,
                     std::function<void(std::string const&)> warn)
    : warn_(std::move(warn)) {
  for (auto* const log : logs)
    for (auto const& cosigner : cosigners) asked_.push_back({.cosigner = cosigner, .log = *log});
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
  auto const tree = asked.log.newest();
  if (asked.done == tree.head.size) return;
  auto said = asked.cosigner.shown(client_, asked.log, tree, asked.seen);
  if (said.seen && *said.seen > tree.head.size)
    return complain(asked, "has seen another history of this log: " + said.answer.body);
  if (said.seen) {
    asked.seen = *said.seen;
    said = asked.cosigner.shown(client_, asked.log, tree, asked.seen);
  }
  auto const& answer = said.answer;
  if (answer.status == 0) return complain(asked, "does not answer: " + answer.failure);
  if (answer.status != 200 || !accept(asked, tree, answer))
    return complain(asked,
                    "does not cosign (" + std::to_string(answer.status) + "): " + answer.body);
  asked.seen = tree.head.size;
  asked.done = asked.seen;
  asked.in_order = true;
}

// What it has signed, and nothing else that it sends, is shown.
bool Cosigners::accept(Asked& asked, storage::SignedTree const& tree,
                       HttpClient::Answer const& answer) {
  auto const signed_text = storage::Note::parse(tree.text);
  auto const whole = std::string(signed_text->text) + "\n" + answer.body;
  auto const note = storage::Note::parse(whole);
  if (!note) return false;
  for (auto const& signature : note->signatures)
    if (storage::verifies(signature, note->text, asked.cosigner.verifier))
      return asked.log.show(tree, std::string(signature.line) + "\n"), true;
  return false;
}

void Cosigners::complain(Asked& asked, std::string const& why) {
  asked.silent_for = rounds_after_silence;
  if (!asked.in_order) return;
  asked.in_order = false;
  warn_("the witness " + asked.cosigner.verifier.name + " " + why.substr(0, 300));
}

}  // namespace api
