// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/head_keeper.hpp"

#include <chrono>

#include "storage/file.hpp"
#include "storage/threads.hpp"

namespace storage {
namespace {

constexpr std::chrono::milliseconds pause{50};
constexpr int pauses_to_settle = 20;

template <class Add>
void each_leaf(core::EventLog const& log, std::uint64_t from, std::uint64_t size,
               core::Crypto const& crypto, Add add) {
  if (from >= size) return;
  log.read({from + 1}, [&](core::RecordView const& record) {
    add(leaf_hash(leaf_of(record, crypto), crypto));
    return record.header().position.value < size;
  });
}

bool has_root(Frontier frontier, core::EventLog const& log, Head const& head,
              core::Crypto const& crypto) {
  each_leaf(log, frontier.size(), head.size.value, crypto,
            [&](core::Digest const& leaf) { frontier.add(leaf, crypto); });
  return frontier.root(crypto) == head.root;
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
  auto const frontier = stored_frontier(place, head->size.value, warn);
  if (has_root(frontier, log, *head, crypto)) return frontier;
  if (has_root({}, log, *head, crypto)) return {};  // It was the stored frontier that is wrong.
  throw Unusable("the log does not have the root that " + where + " says: it has been changed");
}

HeadKeeper::HeadKeeper(HeadPlace place, core::EventLog const& log, Frontier frontier, Signer signer,
                       core::Crypto const& crypto, Warn const& warn,
                       std::function<void(std::string const&)> failed)
    : place_(std::move(place)),
      log_(log),
      signer_(std::move(signer)),
      crypto_(crypto),
      failed_(std::move(failed)),
      frontier_(std::move(frontier)),
      tiles_(place_.tree()) {
  if (!tiles_.resume(frontier_.size())) {
    warn("the hash tree in " + place_.tree().string() + " is made anew from the log");
    start_over();
  }
  catch_up();
  settle();
  thread_ = std::thread([this] { run(); });
}

// Nothing may be signed at a size where another root was signed before, so the log is asked first.
void HeadKeeper::start_over() {
  Head const known{log_.epoch(), {frontier_.size()}, frontier_.root(crypto_)};
  if (!has_root({}, log_, known, crypto_))
    throw Unusable("the log does not have the root that " + place_.frontier().string() +
                   " says: it has been changed");
  frontier_ = {};
}

HeadKeeper::~HeadKeeper() {
  {
    std::lock_guard const lock(mutex_);
    closing_ = true;
  }
  wake_.notify_one();
  thread_.join();
  or_fail([this] { catch_up(), settle(); });
}

void HeadKeeper::run() {
  lower_priority(5);  // A checkpoint is due in 100 ms on a busy machine too.
  std::unique_lock lock(mutex_);
  for (int turn = 1; !wake_.wait_for(lock, pause, [this] { return closing_; }); ++turn) {
    lock.unlock();
    or_fail([this] { catch_up(); });
    if (turn % pauses_to_settle == 0) or_fail([this] { settle(); });
    lock.lock();
  }
}

void HeadKeeper::or_fail(core::FunctionRef<void()> step) {
  try {
    step();
  } catch (std::exception const& failure) {
    failed_(failure.what());
  }
}

void HeadKeeper::catch_up() {
  std::lock_guard const lock(work_);
  auto const size = log_.head().value;
  if (given_up_ || (checkpoint() && size == frontier_.size())) return;
  given_up_ = true;  // Unless all of the following works.
  extend(size);
  sign();
  given_up_ = false;
}

void HeadKeeper::extend(std::uint64_t size) {
  each_leaf(log_, frontier_.size(), size, crypto_, [&](core::Digest const& leaf) {
    frontier_.add(leaf, crypto_, [&](unsigned height, core::Digest const& root) {
      if (height % tile_height == 0) tiles_.append(height / tile_height, root);
    });
  });
  tiles_.flush();
}

void HeadKeeper::sign() {
  Head const head{log_.epoch(), {frontier_.size()}, frontier_.root(crypto_)};
  auto const body = head_text(head);
  auto next =
      std::make_shared<Checkpoint const>(Checkpoint{head, body + "\n" + signer_.sign(body)});
  replace_file(place_.head(), next->text);
  std::lock_guard const lock(mutex_);
  checkpoint_ = std::move(next);
}

void HeadKeeper::settle() {
  std::lock_guard const lock(work_);
  if (given_up_ || settled_ == frontier_.size()) return;
  tiles_.sync();
  replace_file(place_.frontier(), frontier_.bytes());
  settled_ = frontier_.size();
}

void HeadKeeper::show(TreeHead const& tree, std::string const& cosignature) {
  std::lock_guard const lock(mutex_);
  auto const& head = checkpoint_->head;
  if (head.size.value != tree.size || head.root != tree.root) return;
  checkpoint_ =
      std::make_shared<Checkpoint const>(Checkpoint{head, checkpoint_->text + cosignature});
}

std::shared_ptr<Checkpoint const> HeadKeeper::checkpoint() const {
  std::lock_guard const lock(mutex_);
  return checkpoint_;
}

}  // namespace storage
