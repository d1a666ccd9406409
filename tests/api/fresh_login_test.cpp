// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What one may do in one's own matters only soon after signing in, by both ways into a hub.
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <optional>
#include <thread>

#include "api/hub/site.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/written.hpp"

namespace {

namespace net = api::net;
using support::id_named;

void ignore(std::string const&) {}

struct Socket final : net::Socket, std::enable_shared_from_this<Socket> {
  void send(net::Frame frame) override { received = frame->substr(frame->find('{')); }
  void close(unsigned, std::string_view) override {}
  std::size_t queued_bytes() const override { return 0; }
  std::string const& remote_address() const override { return address; }
  std::weak_ptr<net::Socket> handle() override { return weak_from_this(); }

  std::optional<std::string> received;
  std::string address;
};

// "accepted", or "refused CODE".
std::string told(std::string const& json) {
  simdjson::dom::parser parser;
  auto const answer = parser.parse(json);
  std::string_view code;
  if (answer["error"]["data"]["code"].get(code)) return "accepted";
  return "refused " + std::string(code);
}

std::string request(std::string const& method, std::string const& params) {
  return support::spelled_out("{'jsonrpc':'2.0','id':1,'method':'" + method +
                              "','params':" + params + "}");
}
std::string erasure_of(std::string const& name) {
  return request("account.requestErasure", "{'account':'$" + name + "'}");
}

struct Signed {
  support::Folder const folder;
  boost::asio::io_context context;
  api::StaticFiles const files{folder / "page"};
  net::Counters const counters;
  api::Hub hub{
      {.data = folder / "data", .master_key = folder / "key", .erasures = folder / "erasures"},
      ignore};
  std::optional<api::ReadSide> side;
  std::optional<api::Site> site;

  Signed() {
    hub.recover([](core::Position) {});
    for (auto const* name : {"anna", "ben", "petra"})
      give("account.register", "{'account':'$" + std::string(name) + "','ofAge':true}");
    give("account.grantRole", "{'account':'$petra','role':'privacyOfficer'}");
    side.emplace(hub, ignore);
    side->recover([](core::Position) {});
    site.emplace(hub, *side, std::vector<api::DemoLogin>{},
                 api::Site::Shared{context, files, [] { return false; },
                                   [this]() -> net::Counters const& { return counters; }, ignore});
  }
  void give(std::string const& method, std::string const& json) {
    support::Written written(method, json);
    written.command.console = true;
    BOOST_REQUIRE(hub.engine().accept(written.command).has_value());
    hub.engine().commit();
  }
  // Of somebody who signed in so long ago.
  std::string token(std::string const& name, std::int64_t minutes) {
    core::Instant const then{hub.clock().now().us - minutes * 60'000'000};
    return hub.tenant().identity().issue_token(id_named(name), "laptop", then, {INT64_MAX});
  }
  std::string wait_for(std::optional<std::string>& answer) {
    auto const until = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (!answer && std::chrono::steady_clock::now() < until) {
      context.restart();
      if (context.poll() == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    BOOST_REQUIRE(answer.has_value());
    return told(*std::exchange(answer, std::nullopt));
  }
  static net::Headers headers(std::string const& token) {
    return {{"Content-Type", "application/json"}, {"Authorization", "Bearer " + token}};
  }
  std::string over_http(std::string const& token, std::string const& text) {
    std::optional<std::string> answer;
    site->routes().on_request(
        {"POST", "/rpc", headers(token), text, {}},
        net::Respond([&](net::Response const& response) { answer = *response.body; }));
    return wait_for(answer);
  }
  core::Position head() { return hub.tenant().log().head(); }
};

// One WebSocket that was opened with a token.
struct Open {
  Open(Signed& on, std::string const& token) : on(on) {
    auto peer =
        on.site->routes().on_upgrade({"GET", "/rpc", Signed::headers(token), {}, {}}, *socket);
    session = std::get<std::unique_ptr<net::Peer>>(std::move(peer));
  }
  std::string ask(std::string const& text) {
    session->on_message(text);
    return on.wait_for(socket->received);
  }

  Signed& on;
  std::shared_ptr<Socket> const socket = std::make_shared<Socket>();
  std::unique_ptr<net::Peer> session;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(fresh_login, Signed)

BOOST_AUTO_TEST_CASE(whoever_asks_for_their_own_erasure_has_signed_in_within_a_quarter_of_an_hour) {
  auto const before = head();
  BOOST_TEST(over_http(token("anna", 16), erasure_of("anna")) == "refused auth.not-fresh");
  BOOST_TEST((head() == before));
  BOOST_TEST((hub.engine().world().account.load(id_named("anna")).erasure_due.us == 0));
  BOOST_TEST(over_http(token("anna", 14), erasure_of("anna")) == "accepted");
  BOOST_TEST((head() > before));
}

BOOST_AUTO_TEST_CASE(whatever_else_they_do_needs_no_fresh_login) {
  auto const old = token("anna", 16);
  BOOST_TEST(over_http(token("anna", 0), erasure_of("anna")) == "accepted");
  BOOST_TEST(over_http(old, request("account.cancelErasure", "{'account':'$anna'}")) == "accepted");
  BOOST_TEST(over_http(old, request("account.export", "{'account':'$anna'}")) == "accepted");
}

BOOST_AUTO_TEST_CASE(whoever_acts_for_somebody_else_is_not_asked_but_for_themselves_they_are) {
  auto const petra = token("petra", 600);
  BOOST_TEST(over_http(petra, erasure_of("ben")) == "accepted");
  BOOST_TEST(over_http(petra, erasure_of("petra")) == "refused auth.not-fresh");
  BOOST_TEST(over_http(token("anna", 600), erasure_of("ben")) == "refused auth.forbidden");
}

BOOST_AUTO_TEST_CASE(a_connection_is_as_fresh_as_the_token_it_was_last_given) {
  Open anna(*this, token("anna", 16));
  auto const sign_in = [&](std::int64_t minutes) {
    return anna.ask(request("session.authenticate", "{'token':'" + token("anna", minutes) + "'}"));
  };
  auto const before = head();
  BOOST_TEST(anna.ask(erasure_of("anna")) == "refused auth.not-fresh");
  BOOST_TEST((head() == before));
  BOOST_TEST(sign_in(14) == "accepted");
  BOOST_TEST(anna.ask(erasure_of("anna")) == "accepted");
  BOOST_TEST(sign_in(16) == "accepted");
  BOOST_TEST(anna.ask(erasure_of("anna")) == "refused auth.not-fresh");
}

BOOST_AUTO_TEST_SUITE_END()
