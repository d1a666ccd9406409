// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/head_keeper.hpp"

#include <chrono>

#include "storage/file.hpp"
#include "storage/threads.hpp"

namespace storage {
namespace {

constexpr std::chrono::seconds pause{1};

// Adds the log's records up to `size`.
void extend(Frontier& frontier, core::EventLog const& log, std::uint64_t size,
            core::Crypto const& crypto) {
  if (frontier.size() >= size) return;
  log.read({frontier.size() + 1}, [&](core::RecordView const& record) {
    frontier.add(leaf_hash(leaf_of(record, crypto), crypto), crypto);
    return frontier.size() < size;
  });
}

Frontier stored_frontier(HeadPlace const& place, std::uint64_t size_max, Warn const& warn) {
  auto const bytes = read_file(place.frontier());
  if (!bytes) return {};
  auto frontier = Frontier::parse(*bytes);
  if (frontier && frontier->size() <= size_max) return *frontier;
  warn(place.frontier().string() + " is damaged: the whole log is hashed again");
  return {};
}

}  // namespace

Frontier checked_frontier(HeadPlace const& place, core::EventLog const& log,
                          std::optional<Head> const& head, core::Crypto const& crypto,
                          Warn const& warn) {
  auto const where = place.head().string();
  if (!head) {
    if (log.head().value != 0) throw Unusable(where + " is missing, but the log is not empty");
    return {};
  }
  if (head->epoch != log.epoch()) throw Unusable(where + " belongs to another log");
  if (head->size > log.head())
    throw Unusable("the log ends at position " + std::to_string(log.head().value) + ", but " +
                   where + " says that it had reached " + std::to_string(head->size.value) +
                   ": events are missing");
  auto frontier = stored_frontier(place, head->size.value, warn);
  extend(frontier, log, head->size.value, crypto);
  if (frontier.root(crypto) == head->root) return frontier;
  Frontier again;  // In case it is the stored frontier that is wrong.
  extend(again, log, head->size.value, crypto);
  if (again.root(crypto) == head->root) return again;
  throw Unusable("the log does not have the root that " + where + " says: it has been changed");
}

HeadKeeper::HeadKeeper(HeadPlace place, core::EventLog const& log, Frontier frontier,
                       core::Crypto const& crypto, std::function<void(std::string const&)> failed)
    : place_(std::move(place)),
      log_(log),
      crypto_(crypto),
      failed_(std::move(failed)),
      frontier_(std::move(frontier)),
      thread_([this] { run(); }) {}

HeadKeeper::~HeadKeeper() {
  {
    std::lock_guard const lock(mutex_);
    closing_ = true;
  }
  wake_.notify_one();
  thread_.join();
  catch_up_or_fail();
}

void HeadKeeper::run() {
  lower_priority();
  std::unique_lock lock(mutex_);
  while (!wake_.wait_for(lock, pause, [this] { return closing_; })) {
    lock.unlock();
    catch_up_or_fail();
    lock.lock();
  }
}

void HeadKeeper::catch_up_or_fail() {
  try {
    catch_up();
  } catch (std::exception const& failure) {
    failed_(failure.what());
  }
}

void HeadKeeper::catch_up() {
  std::lock_guard const lock(work_);
  auto const size = log_.head();
  if (given_up_ || (written_ && size.value == frontier_.size())) return;
  given_up_ = true;  // Unless all of the following works.
  extend(frontier_, log_, size.value, crypto_);
  replace_file(place_.head(), head_text({log_.epoch(), size, frontier_.root(crypto_)}));
  replace_file(place_.frontier(), frontier_.bytes(), Sync::no);
  given_up_ = false;
  written_ = true;
}

}  // namespace storage
