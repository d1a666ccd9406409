// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/test/unit_test.hpp>
#include <future>
#include <string>

#include "api/road/feeds.hpp"
#include "tests/support/names.hpp"

// Followers of a source of which everything is known beforehand.
namespace followed {

using api::FeedFrame, api::FeedSource, api::Feeds, api::ViewThread;
using Positions = std::vector<std::uint64_t>;
using boost::test_tools::per_element;

// Everybody may see everything but for ben, who is kept from each fifth position.
inline core::Id const ben = support::id_named("ben"), anna = support::id_named("anna");
// What is received instead of a position that may not be seen.
inline constexpr std::uint64_t gone = 1'000'000'000;

// Every position is in every channel but "third", which has each third one.
inline Positions channel(std::string const& name, std::uint64_t after, std::uint64_t last) {
  Positions positions;
  for (auto position = after + 1; position <= last; ++position)
    if (name != "third" || position % 3 == 0) positions.push_back(position);
  return positions;
}

inline api::net::Frame framed(std::uint64_t number) {
  return std::make_shared<std::string const>(std::to_string(number));
}

inline FeedFrame frame(std::uint64_t position) { return {{position}, framed(position)}; }

inline FeedFrame shared(std::uint64_t position) {
  auto item = frame(position);
  if (position % 5 == 0) item.kept_from = {ben}, item.gone = framed(gone + position);
  return item;
}

// The same positions, as the ben gets them.
inline Positions without_fifth(Positions positions) {
  for (auto& position : positions)
    if (position % 5 == 0) position += gone;
  return positions;
}

class Source final : public FeedSource {
 public:
  Page page(std::string const& name, core::Position after, std::size_t limit,
            api::Viewer const& viewer) override {
    Page page;
    ++pages;
    page.upto = last;
    page.caught_up = true;
    for (auto const position : channel(name, after.value, last.value)) {
      if (page.frames.size() == limit) {
        page.upto = page.frames.back().position;
        page.caught_up = false;
        break;
      }
      auto const item = shared(position);
      page.frames.push_back({item.position, item.is_kept_from(viewer) ? item.gone : item.frame});
    }
    return page;
  }

  core::Position last;  // Thread P.
  std::atomic<std::size_t> pages = 0;
};

struct Reader final : api::net::Socket, std::enable_shared_from_this<Reader> {
  void send(api::net::Frame frame) override { received.push_back(std::stoull(*frame)); }
  void close(unsigned code, std::string_view) override { closed = code; }
  std::size_t queued_bytes() const override { return queued; }
  std::string const& remote_address() const override { return address; }
  std::weak_ptr<Socket> handle() override { return weak_from_this(); }

  Positions received;
  std::size_t queued = 0;
  unsigned closed = 0;
  std::string address;
};

// Thread E is the test's, and moves when it is told to.
struct Followed {
  boost::asio::io_context context;
  Source source;
  Feeds feeds{context, views, source};  // Thread P uses it, so P ends first.
  ViewThread views{{}, [this](core::Block const& block) { apply(block); }, [] {}};
  std::uint64_t head = 0;

  void apply(core::Block const& block) {
    source.last = block.last();
    std::vector<std::pair<std::string, FeedFrame>> frames;
    for (auto position = block.first.value; position <= block.last().value; ++position)
      for (auto const* name : {"all", "third", "members", "staff"})
        if (feeds.followed(name) && channel(name, position - 1, position).size() == 1)
          frames.emplace_back(name, shared(position));
    if (!frames.empty()) feeds.publish(std::move(frames));
  }
  void happen(std::size_t events) {
    core::Block block;
    block.first = {head + 1};
    block.offsets.resize(events);
    head += events;
    views.publish(std::make_shared<core::Block const>(std::move(block)));
  }
  void turn() {
    context.restart();
    context.poll();
  }
  // Asks on thread P, when it has done all that it was given.
  bool followed_on_p(std::string const& name) {
    std::promise<bool> followed;
    while (!views.ask({}, [&](bool) { followed.set_value(feeds.followed(name)); }))
      std::this_thread::yield();
    return followed.get_future().get();
  }
  // Until neither thread has anything to do, but for what waits for a while.
  void settle() {
    for (std::size_t pages = ~0ull; pages != source.pages;) {
      pages = source.pages;
      followed_on_p("all");
      turn();
      followed_on_p("all");
      turn();
    }
  }
  // Lets `ms` pass on thread E.
  void wait(int ms) {
    auto const until = std::chrono::steady_clock::now() + std::chrono::milliseconds(ms);
    while (std::chrono::steady_clock::now() < until) {
      turn();
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }
  std::promise<void> hold() {
    std::promise<void> go;
    views.ask({}, [go = go.get_future().share()](bool) { go.wait(); });
    return go;
  }
  auto follow(std::shared_ptr<Reader> const& reader, std::string name, std::uint64_t after = 0,
              api::Viewer const& viewer = {}) {
    return feeds.follow(reader->handle(), std::move(name), {after}, viewer);
  }
};

inline std::shared_ptr<Reader> reader() { return std::make_shared<Reader>(); }

}  // namespace followed
