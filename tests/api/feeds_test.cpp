// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/road/feeds.hpp"

#include <boost/test/unit_test.hpp>
#include <future>
#include <map>
#include <random>
#include <string>

#include "core/limits.hpp"
#include "tests/support/scene.hpp"

namespace {

using api::FeedFrame, api::FeedSource, api::Feeds, api::ViewThread;
using Positions = std::vector<std::uint64_t>;
using boost::test_tools::per_element;

// Everybody may see everything but for ben, who is kept from each fifth position.
core::Id const ben = support::id_named("ben"), anna = support::id_named("anna");
// What is received instead of a position that may not be seen.
constexpr std::uint64_t gone = 1'000'000'000;

// Every position is in every channel but "third", which has each third one.
Positions channel(std::string const& name, std::uint64_t after, std::uint64_t last) {
  Positions positions;
  for (auto position = after + 1; position <= last; ++position)
    if (name != "third" || position % 3 == 0) positions.push_back(position);
  return positions;
}

api::net::Frame framed(std::uint64_t number) {
  return std::make_shared<std::string const>(std::to_string(number));
}

FeedFrame frame(std::uint64_t position) { return {{position}, framed(position)}; }

FeedFrame shared(std::uint64_t position) {
  auto item = frame(position);
  if (position % 5 == 0) item.kept_from = {ben}, item.gone = framed(gone + position);
  return item;
}

// The same positions, as the ben gets them.
Positions without_fifth(Positions positions) {
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
      page.frames.push_back(
          {item.position, item.is_kept_from(viewer.kept()) ? item.gone : item.frame});
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

std::shared_ptr<Reader> reader() { return std::make_shared<Reader>(); }

}  // namespace

BOOST_FIXTURE_TEST_SUITE(feeds, Followed)

BOOST_AUTO_TEST_CASE(what_was_missed_comes_in_pages_and_then_what_is_live) {
  happen(1000);
  auto const all = reader(), third = reader();
  follow(all, "all");
  follow(third, "third", 900);
  settle();
  BOOST_TEST(all->received == channel("all", 0, 1000), per_element());
  BOOST_TEST(third->received == channel("third", 900, 1000), per_element());
  BOOST_TEST(source.pages.load() == 5u);  // Four for the one, one for the other.
  happen(30);
  settle();
  BOOST_TEST(all->received == channel("all", 0, 1030), per_element());
  BOOST_TEST(third->received == channel("third", 900, 1030), per_element());
  BOOST_TEST(source.pages.load() == 5u);
  BOOST_TEST(feeds.delivered() == all->received.size() + third->received.size());
}

BOOST_AUTO_TEST_CASE(what_happens_while_a_page_is_under_way_is_neither_lost_nor_doubled) {
  happen(256);
  auto const all = reader();
  auto go = hold();
  follow(all, "all");
  happen(1);
  go.set_value();
  followed_on_p("all");  // The page is made, and not taken yet.
  happen(1);
  followed_on_p("all");
  happen(1);
  settle();
  happen(1);
  settle();
  BOOST_TEST(all->received == channel("all", 0, 260), per_element());
}

BOOST_AUTO_TEST_CASE(who_is_kept_from_somebody_is_told_only_that_it_is_gone) {
  happen(20);
  auto const one = reader(), other = reader(), staff = reader();
  follow(one, "all", 0, {ben});
  follow(other, "all", 0, {anna});
  follow(staff, "all", 0, {ben, true});
  settle();
  happen(20);
  settle();
  BOOST_TEST(one->received == without_fifth(channel("all", 0, 40)), per_element());
  BOOST_TEST(other->received == channel("all", 0, 40), per_element());
  BOOST_TEST(staff->received == channel("all", 0, 40), per_element());
  auto const resumed = reader();
  follow(resumed, "all", 7, {ben});
  settle();
  BOOST_TEST(resumed->received == without_fifth(channel("all", 7, 40)), per_element());
}

BOOST_AUTO_TEST_CASE(a_broadcast_looks_at_nobody_unless_somebody_is_kept_from_it) {
  std::vector<std::shared_ptr<Reader>> readers;
  for (int i = 0; i < 1000; ++i) follow(readers.emplace_back(reader()), "all", 0, {ben});
  settle();
  happen(4);
  settle();
  BOOST_TEST(feeds.delivered() == 4000u);
  BOOST_TEST(feeds.looks() == 0u);
  happen(1);
  settle();
  BOOST_TEST(feeds.delivered() == 5000u);
  BOOST_TEST(feeds.looks() == 1000u);
}

BOOST_AUTO_TEST_CASE(nothing_is_framed_for_a_channel_that_nobody_follows) {
  happen(10);
  BOOST_TEST(!followed_on_p("all"));
  auto const one = reader(), other = reader();
  auto const ticket = follow(one, "all"), another = follow(other, "all");
  settle();
  BOOST_TEST(followed_on_p("all"));
  BOOST_TEST(!followed_on_p("third"));
  feeds.leave(ticket);
  BOOST_TEST(followed_on_p("all"));
  feeds.leave(another);
  BOOST_TEST(!followed_on_p("all"));
  BOOST_TEST(feeds.followers() == 0u);
}

BOOST_AUTO_TEST_CASE(who_leaves_hears_nothing_more_and_others_still_do) {
  auto const one = reader(), other = reader();
  auto const ticket = follow(one, "all");
  follow(other, "all");
  settle();
  happen(3);
  settle();
  feeds.leave(ticket);
  feeds.leave(ticket);  // Twice is once.
  happen(3);
  settle();
  BOOST_TEST(one->received == channel("all", 0, 3), per_element());
  BOOST_TEST(other->received == channel("all", 0, 6), per_element());
}

BOOST_AUTO_TEST_CASE(who_leaves_while_a_page_is_under_way_gets_none_and_is_not_followed_for) {
  happen(10);
  auto const all = reader();
  auto go = hold();
  auto const ticket = follow(all, "all");
  feeds.leave(ticket);
  go.set_value();
  settle();
  BOOST_TEST(all->received.empty());
  BOOST_TEST(feeds.followers() == 0u);
  BOOST_TEST(!followed_on_p("all"));
}

BOOST_AUTO_TEST_CASE(a_slow_reader_gets_its_next_page_when_it_has_read) {
  happen(600);
  auto const slow = reader(), quick = reader();
  slow->queued = 1 << 20;
  follow(slow, "all");
  follow(quick, "all");
  settle();
  BOOST_TEST(quick->received.size() == 600u);
  wait(60);
  BOOST_TEST(slow->received.size() == 256u);
  happen(5);
  slow->queued = 0;
  while (slow->received.size() < 605) wait(5);
  BOOST_TEST(slow->received == channel("all", 0, 605), per_element());
  BOOST_TEST(quick->received == channel("all", 0, 605), per_element());
}

BOOST_AUTO_TEST_CASE(a_slow_reader_that_leaves_is_not_waited_for) {
  happen(600);
  auto const slow = reader();
  slow->queued = 1 << 20;
  auto const ticket = follow(slow, "all");
  settle();
  feeds.leave(ticket);
  slow->queued = 0;
  context.restart();
  context.run();  // Ends, once the timer has found nobody.
  settle();
  BOOST_TEST(slow->received.size() == 256u);
  BOOST_TEST(source.pages.load() == 1u);
}

BOOST_AUTO_TEST_CASE(a_socket_that_is_gone_is_sent_nothing_whenever_it_goes) {
  happen(600);
  auto before = reader(), paging = reader(), live = reader();
  auto go = hold();
  std::vector<Feeds::Ticket> const tickets{follow(before, "all"), follow(paging, "all"),
                                           follow(live, "all", 600)};
  before.reset();
  paging->queued = 1 << 20;
  go.set_value();
  settle();
  paging.reset();
  live.reset();
  auto const delivered = feeds.delivered();
  happen(3);
  settle();
  context.restart();
  context.run();  // Ends: nobody is waited for.
  BOOST_TEST(feeds.delivered() == delivered);
  for (auto const ticket : tickets) feeds.leave(ticket);
  BOOST_TEST(feeds.followers() == 0u);
  BOOST_TEST(!followed_on_p("all"));
}

BOOST_AUTO_TEST_CASE(
    when_thread_p_takes_no_more_questions_following_and_leaving_are_done_a_little_later) {
  happen(10);
  auto const one = reader(), other = reader();
  auto const ticket = follow(one, "all");
  settle();
  auto go = hold();
  while (views.ask({}, [](bool) {})) {
  }
  feeds.leave(ticket);
  auto const another = follow(other, "third");
  wait(50);
  BOOST_TEST(other->received.empty());
  go.set_value();
  while (other->received.empty()) wait(5);
  BOOST_TEST(other->received == channel("third", 0, 10), per_element());
  while (followed_on_p("all")) wait(5);
  feeds.leave(another);
  BOOST_TEST(!followed_on_p("third"));
}

BOOST_AUTO_TEST_CASE(each_position_comes_once_and_in_order_however_the_threads_interleave) {
  struct Following {
    std::shared_ptr<Reader> reader;
    std::string name;
    std::uint64_t after;
    Feeds::Ticket ticket;
  };
  std::random_device device;
  auto const seed = device();
  std::mt19937 random(seed);
  auto upto = [&](std::uint64_t most) {
    return std::uniform_int_distribution<std::uint64_t>(0, most)(random);
  };
  std::vector<Following> here, gone;
  for (int step = 0; step < 3000; ++step) {
    auto const dice = upto(99);
    if (dice < 40) happen(1 + upto(20));
    else if (dice < 55) {
      auto& joined = here.emplace_back(
          Following{reader(), upto(1) ? "all" : "third", upto(views.position().value), 0});
      joined.reader->queued = upto(3) == 0 ? 1 << 20 : 0;
      joined.ticket = follow(joined.reader, joined.name, joined.after);
    } else if (dice < 65 && !here.empty()) {
      std::swap(here[upto(here.size() - 1)], here.back());
      feeds.leave(here.back().ticket);
      gone.push_back(std::move(here.back()));
      here.pop_back();
    } else if (dice < 75 && !here.empty()) here[upto(here.size() - 1)].reader->queued = 0;
    else if (dice < 95) turn();
    else std::this_thread::sleep_for(std::chrono::microseconds(upto(300)));
  }
  for (auto& following : here) following.reader->queued = 0;
  auto complete = [&](Following const& following) {
    return following.reader->received.size() ==
           channel(following.name, following.after, head).size();
  };
  auto const until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  while (!std::ranges::all_of(here, complete) && std::chrono::steady_clock::now() < until) wait(5);
  settle();
  for (auto const& [reader, name, after, ticket] : here)
    BOOST_TEST((reader->received == channel(name, after, head)),
               "seed " << seed << ": " << name << " after " << after);
  for (auto const& [reader, name, after, ticket] : gone) {
    auto const last = reader->received.empty() ? after : reader->received.back();
    BOOST_TEST((reader->received == channel(name, after, last)),
               "seed " << seed << ": left " << name << " after " << after);
  }
  for (auto const& following : here) feeds.leave(following.ticket);
  settle();
  wait(30);
  BOOST_TEST((!followed_on_p("all") && !followed_on_p("third")), "seed " << seed);
}

// What somebody may see ends with the account or the role it came from.
struct Reviewed : Followed {
  Reviewed() {
    scene.member("anna", "moderator");
    scene.member("ben");
    happen(3);
  }
  std::shared_ptr<Reader> follower(std::string const& name, std::string const& channel) {
    auto const reader = std::make_shared<Reader>();
    auto const person = support::id_named(name);
    follow(reader, channel, 0, {person, world().account.load(person).is_staff()});
    settle();
    return reader;
  }
  void review(std::string const& name) { feeds.review(world(), {support::id_named(name)}); }
  core::World const& world() { return scene.engine().world(); }

  support::Scene scene;
};

BOOST_FIXTURE_TEST_CASE(who_is_suspended_gets_nothing_more_at_once, Reviewed) {
  auto const hers = follower("anna", "members"), his = follower("ben", "members");
  scene.given("console", "account.suspend", "{'account':'$ben'}");
  review("ben");
  review("anna");
  happen(3);
  settle();
  BOOST_TEST(his->received == channel("members", 0, 3), per_element());
  BOOST_TEST(his->closed == 4003u);
  BOOST_TEST(hers->received == channel("members", 0, 6), per_element());
  BOOST_TEST(hers->closed == 0u);
  BOOST_TEST(feeds.followers() == 1u);
}

BOOST_FIXTURE_TEST_CASE(a_role_that_is_taken_away_ends_what_it_let_one_see, Reviewed) {
  auto const staff = follower("anna", "staff"), members = follower("anna", "members");
  scene.given("console", "account.revokeRole", "{'account':'$anna','role':'moderator'}");
  review("anna");
  happen(3);
  settle();
  BOOST_TEST(staff->received == channel("staff", 0, 3), per_element());
  BOOST_TEST(staff->closed == 4003u);
  BOOST_TEST(members->received == channel("members", 0, 6), per_element());
}

BOOST_FIXTURE_TEST_CASE(who_becomes_staff_sees_what_staff_sees_and_no_longer_when_that_ends,
                        Reviewed) {
  auto const reader = follower("ben", "members");
  scene.given("console", "account.grantRole", "{'account':'$ben','role':'moderator'}");
  review("ben");
  happen(4);
  settle();
  scene.given("console", "account.revokeRole", "{'account':'$ben','role':'moderator'}");
  review("ben");
  happen(4);
  settle();
  Positions const seen{1, 2, 3, 4, 5, 6, 7, 8, 9, gone + 10, 11};
  BOOST_TEST(reader->received == seen, per_element());
}

BOOST_AUTO_TEST_SUITE_END()
