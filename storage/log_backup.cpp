// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/log_backup.hpp"

#include <algorithm>
#include <cstdio>

#include "core/rows.hpp"
#include "storage/event_file.hpp"
#include "storage/failure.hpp"
#include "storage/lines.hpp"

namespace storage {
namespace {

namespace fs = std::filesystem;

constexpr char ending[] = ".events";
constexpr std::size_t digits = 13;  // Of a position in a name, so that names sort as positions do.
constexpr std::uint64_t positions_a_step = 1000;

std::string padded(core::Position position) {
  auto const text = std::to_string(position.value);
  return std::string(digits - std::min(digits, text.size()), '0') + text;
}

std::optional<core::Position> parse_padded(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of('0'), text.size()));
  auto const number = parse_decimal(text);
  if (!number) return {};
  return core::Position{*number};
}

std::optional<core::Digest> parse_hex(std::string_view text) {
  core::Digest digest;
  if (text.size() != 2 * digest.size()) return {};
  for (std::size_t i = 0; i < digest.size(); ++i) {
    auto const byte = text.substr(2 * i, 2);
    if (byte.find_first_not_of("0123456789abcdef") != byte.npos) return {};
    digest[i] = static_cast<std::uint8_t>(std::stoul(std::string(byte), nullptr, 16));
  }
  return digest;
}

std::optional<LogBackup::Piece> parse_name(fs::path const& path) {
  auto const name = path.stem().string();
  auto const first_end = name.find('-'), last_end = name.find('-', first_end + 1);
  if (first_end == name.npos || last_end == name.npos) return {};
  auto const first = parse_padded(std::string_view(name).substr(0, first_end));
  auto const last =
      parse_padded(std::string_view(name).substr(first_end + 1, last_end - first_end - 1));
  auto const root = parse_hex(std::string_view(name).substr(last_end + 1));
  if (!first || !last || !root || *last < *first) return {};
  return LogBackup::Piece{*first, *last, *root, path};
}

std::vector<LogBackup::Piece> pieces_in(fs::path const& folder) {
  std::vector<LogBackup::Piece> pieces;
  if (!fs::is_directory(folder)) return pieces;
  for (auto const& file : fs::directory_iterator(folder)) {
    if (file.path().extension() != ending) continue;
    auto piece = parse_name(file.path());
    if (!piece) throw Unusable(file.path().string() + " is not named like a file of a backup");
    pieces.push_back(*std::move(piece));
  }
  std::ranges::sort(pieces, {}, &LogBackup::Piece::first);
  return pieces;
}

}  // namespace

LogBackup::LogBackup(fs::path folder, core::Crypto const& crypto)
    : folder_(std::move(folder)), crypto_(crypto), pieces_(pieces_in(folder_)) {
  core::Position next{1};
  for (auto const& piece : pieces_) {
    if (piece.first != next)
      throw Unusable("the backup in " + folder_.string() + " has no file that begins at position " +
                     std::to_string(next.value));
    next.value = piece.last.value + 1;
  }
}

bool LogBackup::is_one(fs::path const& folder) { return !pieces_in(folder).empty(); }

std::vector<Checkpoint> LogBackup::checkpoints() const {
  if (pieces_.empty()) throw Unusable("there is no backup of a log in " + folder_.string());
  std::vector<Checkpoint> checkpoints;
  for (auto const& piece : pieces_) {
    auto text = EventFileReader(piece.path, piece.first).end().checkpoint;
    auto head = parse_head(text);
    if (!head || head->size != piece.last || head->root != piece.root)
      throw Unusable(piece.path.string() + " does not hold the checkpoint that it is named after");
    checkpoints.push_back({*std::move(head), std::move(text)});
  }
  return checkpoints;
}

Frontier LogBackup::edge() const {
  if (pieces_.empty()) return {};
  auto const& piece = pieces_.back();
  auto frontier = EventFileReader(piece.path, piece.first).end().frontier;
  if (frontier.size() != piece.last.value || frontier.root(crypto_) != piece.root)
    throw Unusable(piece.path.string() + " does not hold the tree that it is named after");
  return frontier;
}

void LogBackup::add(core::EventLog const& log, Checkpoint const& checkpoint, ProgressTo progress) {
  auto const& head = checkpoint.head;
  auto frontier = edge();
  if (head.size < last())
    throw Unusable("the backup in " + folder_.string() + " reaches position " +
                   std::to_string(last().value) + ", the log only " +
                   std::to_string(head.size.value) + ": it is an older copy");
  if (head.size == last()) return expect(frontier, head);

  fs::create_directories(folder_);
  auto const partial = folder_ / "partial";
  fs::remove(partial);
  Piece piece{{last().value + 1}, head.size, head.root, {}};
  EventFileWriter file(partial, piece.first);
  log.read(piece.first, [&](core::RecordView const& record) {
    frontier.add(leaf_hash(leaf_of(record, crypto_), crypto_), crypto_);
    file.add(record);
    auto const position = record.header().position;
    if (position.value % positions_a_step == 0) progress(position);
    return position < piece.last;
  });
  expect(frontier, head);
  file.finish({std::move(frontier), checkpoint.text});
  piece.path = folder_ / (padded(piece.first) + "-" + padded(piece.last) + "-" +
                          core::hex(piece.root) + ending);
  fs::rename(partial, piece.path);
  sync_folder(folder_);
  pieces_.push_back(std::move(piece));
}

void LogBackup::expect(Frontier const& frontier, Head const& head) const {
  if (frontier.size() != head.size.value || frontier.root(crypto_) != head.root)
    throw Unusable("the log does not go on from what was put away in " + folder_.string() +
                   ", or is not the one that its checkpoint is of");
}

void LogBackup::read(core::FunctionRef<bool(core::RecordView const&)> visit) const {
  Frontier frontier;
  bool wanted = true;
  for (auto const& piece : pieces_) {
    EventFileReader file(piece.path, piece.first);
    auto const see = [&](core::RecordView const& record) {
      frontier.add(leaf_hash(leaf_of(record, crypto_), crypto_), crypto_);
      wanted = wanted && visit(record);
    };
    while (file.next(see))
      if (!wanted) return;
    if (frontier.size() != piece.last.value || frontier.root(crypto_) != piece.root ||
        file.end().frontier.bytes() != frontier.bytes())
      throw Unusable(piece.path.string() +
                     " does not hold the events that it is named after: its tree has another root");
  }
}

}  // namespace storage
