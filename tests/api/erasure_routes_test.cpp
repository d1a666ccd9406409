// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/road/erasure_routes.hpp"

#include <boost/test/unit_test.hpp>

#include "api/hub/hub.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/set_clock.hpp"
#include "tests/support/written.hpp"

namespace {

using support::id_named;

constexpr std::int64_t minute = 60'000'000;

// Somebody who was erased when the hub was opened, and somebody who was not.
struct Erased {
  support::Folder const folder;
  std::unique_ptr<api::Hub> hub;
  boost::asio::io_context context;
  core::Inline at_once;
  support::SetClock clock;

  Erased() {
    open();
    for (auto const* name : {"lea", "tom"})
      give("account.register", "{'account':'$" + std::string(name) + "','ofAge':true}");
    give("account.requestErasure", "{'account':'$lea','due':'2020-01-01T00:00:00Z'}");
    open();
    hub->tenant().head().catch_up();
    clock.time = hub->clock().now();
  }
  void open() {
    hub.reset();
    hub = std::make_unique<api::Hub>(api::Hub::Place{folder / "data", folder / "key"},
                                     [](std::string const&) {});
    hub->recover([](core::Position) {});
  }
  void give(std::string const& method, std::string const& json) {
    support::Written written(method, json);
    written.command.console = true;
    BOOST_REQUIRE(hub->engine().accept(written.command).has_value());
    hub->engine().commit();
  }
  std::string path(std::string const& name) const {
    return api::erasure_path(id_named(name), hub->tenant().vault().tenant_secret(), hub->crypto());
  }
  // The status, and what was said.
  std::pair<unsigned, std::string> ask(std::string const& method, std::string const& path) {
    auto& tenant = hub->tenant();
    api::ErasureRoutes routes({context,
                               at_once,
                               hub->engine().world(),
                               tenant.identity(),
                               clock,
                               {tenant.log(), tenant.proof(), tenant.vault(), hub->crypto()}});
    api::net::Request request;
    request.method = method;
    request.target = path;
    request.headers.push_back({"Accept", "application/json"});
    std::pair<unsigned, std::string> answered;
    auto const take = [&](api::net::Response response) {
      answered = {response.status, response.body ? *response.body : std::string()};
    };
    routes.serve(request, path, api::net::Respond(take));
    context.restart();
    context.run();
    return answered;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(erasure_routes, Erased)

BOOST_AUTO_TEST_CASE(looking_uses_nothing_up_and_the_proof_is_given_for_ten_minutes) {
  auto const link = path("lea");
  for (int i = 0; i < 3; ++i) BOOST_TEST(ask("GET", link).second == "{\"state\":\"ready\"}\n");
  BOOST_TEST(!hub->tenant().identity().proof_given(id_named("lea")));
  auto const first = ask("POST", link);
  BOOST_TEST(first.first == 200u);
  BOOST_TEST(first.second.find("account.SubjectErased") != std::string::npos);
  clock.pass(9 * minute);
  BOOST_TEST(ask("POST", link).second == first.second);
  clock.pass(2 * minute);
  BOOST_TEST(ask("POST", link).first == 410u);
  BOOST_TEST(ask("GET", link).second == "{\"state\":\"given\"}\n");
}

BOOST_AUTO_TEST_CASE(that_it_was_given_is_known_after_a_restart) {
  auto const link = path("lea");
  BOOST_TEST(ask("POST", link).first == 200u);
  open();
  clock.pass(11 * minute);
  BOOST_TEST(ask("POST", link).first == 410u);
}

BOOST_AUTO_TEST_CASE(who_has_not_asked_for_it_has_no_link) {
  for (auto const* method : {"GET", "POST"}) BOOST_TEST(ask(method, path("tom")).first == 404u);
  for (auto const* method : {"GET", "POST"}) BOOST_TEST(ask(method, path("nobody")).first == 404u);
}

BOOST_AUTO_TEST_CASE(before_it_is_carried_out_there_is_no_proof) {
  give("account.requestErasure", "{'account':'$tom'}");
  BOOST_TEST(ask("GET", path("tom")).second == "{\"state\":\"requested\"}\n");
  BOOST_TEST(ask("POST", path("tom")).first == 409u);
  BOOST_TEST(!hub->tenant().identity().proof_given(id_named("tom")));
}

BOOST_AUTO_TEST_SUITE_END()
