// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/witness/cosigner.hpp"

#include <stdexcept>

#include "storage/base64.hpp"
#include "storage/crypto.hpp"
#include "storage/failure.hpp"
#include "storage/lines.hpp"

namespace api {

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

Cosigner::Said Cosigner::shown(HttpClient& client, storage::WitnessedLog const& log,
                               storage::SignedTree const& tree, std::uint64_t older) const {
  std::string request = "old " + std::to_string(older) + "\n";
  if (auto const proof = log.consistency(older, tree.head.size))
    for (auto const& hash : *proof) request += storage::base64(hash) + "\n";
  Said said{client.post(url + "/add-checkpoint", request + "\n" + tree.text), {}};
  if (said.answer.status != 409 || !said.answer.content_type.starts_with("text/x.tlog.size"))
    return said;
  std::string_view body = said.answer.body;
  auto const line = storage::next_line(body);
  said.seen = line ? storage::parse_decimal(*line) : std::nullopt;
  return said;
}

void expect_newest(std::vector<Cosigner> const& cosigners, storage::WitnessedLog const& log,
                   std::string const& log_name,
                   std::function<void(std::string const&)> const& silent) {
  HttpClient client;
  auto const newest = log.newest();
  for (auto const& cosigner : cosigners) {
    auto const said = cosigner.shown(client, log, newest, newest.head.size);
    auto const& name = cosigner.verifier.name;
    if (said.seen && *said.seen >= newest.head.size)
      throw storage::Unusable(
          log_name + " has " + std::to_string(newest.head.size) +
          " entries here, but the witness " + name + " has seen " + std::to_string(*said.seen) +
          (*said.seen == newest.head.size ? " others" : "") + ": it is not the newest one");
    if (said.answer.status == 0)
      silent("the witness " + name + " does not answer whether it has seen more of " + log_name +
             ": " + said.answer.failure);
    else if (said.answer.status != 200 && !said.seen)
      silent("the witness " + name + " does not know " + log_name + " (" +
             std::to_string(said.answer.status) + ")");
  }
}

}  // namespace api
