// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/net/outbox.hpp"

#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace api::net {
namespace {

constexpr std::size_t gathered_max = 1024;  // IOV_MAX on Linux

Outbox::Written outcome_of(ssize_t sent, std::size_t offered) {
  if (sent >= 0) {
    auto const bytes = static_cast<std::size_t>(sent);
    return {.bytes = bytes, .all = bytes == offered};
  }
  auto const later = errno == EAGAIN || errno == EWOULDBLOCK || errno == ENOBUFS;
  return {.failed = !later};
}

}  // namespace

void Outbox::push(Frame frame) {
  if (frame->empty()) return;
  bytes_ += frame->size();
  pushed_ += frame->size();
  frames_.push_back(std::move(frame));
}

Outbox::Written Outbox::write(int descriptor) {
  std::array<iovec, gathered_max> parts;
  auto const count = std::min(frames_.size() - first_, parts.size());
  std::size_t offered = 0;
  for (std::size_t i = 0; i < count; ++i) {
    auto const& frame = *frames_[first_ + i];
    auto const skip = i == 0 ? offset_ : 0;
    parts[i] = {const_cast<char*>(frame.data()) + skip, frame.size() - skip};
    offered += parts[i].iov_len;
  }
  msghdr message{};
  message.msg_iov = parts.data();
  message.msg_iovlen = count;
  ssize_t sent;
  do {
    sent = sendmsg(descriptor, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
  } while (sent < 0 && errno == EINTR);
  auto const written = outcome_of(sent, offered);
  drop(written.bytes);
  return written;
}

void Outbox::drop(std::size_t bytes) {
  bytes_ -= bytes;
  offset_ += bytes;
  while (first_ < frames_.size() && offset_ >= frames_[first_]->size()) {
    offset_ -= frames_[first_]->size();
    frames_[first_++].reset();
  }
  // A queue that never runs empty must not keep the places of all that ever left.
  if (empty() || first_ >= gathered_max) {
    frames_.erase(frames_.begin(), frames_.begin() + static_cast<std::ptrdiff_t>(first_));
    first_ = 0;
  }
}

void Outbox::keep_begun() {
  auto const kept = offset_ > 0 ? 1 : 0;
  frames_.resize(first_ + kept);
  bytes_ = kept ? frames_[first_]->size() - offset_ : 0;
  mark_ = 0;
}

void Outbox::clear() {
  frames_ = {};
  first_ = offset_ = bytes_ = 0;
}

Duration Outbox::age(Time now) {
  if (pushed_ - bytes_ < mark_) return now - mark_time_;
  mark_ = pushed_;
  mark_time_ = now;
  return Duration::zero();
}

void Outbox::release_memory() {
  if (empty() && frames_.capacity() > 0) frames_ = {};
}

}  // namespace api::net
