// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/json/formats.hpp"

#include <boost/test/unit_test.hpp>
#include <set>

#include "core/schema.hpp"

namespace {

using api::json::is_licence, api::json::is_link;

}  // namespace

BOOST_AUTO_TEST_SUITE(formats)

BOOST_AUTO_TEST_CASE(a_link_has_a_scheme_of_the_web_and_a_host) {
  for (auto const* text :
       {"https://example.org", "http://example.org/", "HTTPS://Example.org/a?b=c#d",
        "https://example.org:8443/x", "http://localhost", "http://192.0.2.7/x",
        "http://[2001:db8::1]:80/", "https://größe.example/straße", "https://example.org?q",
        "https://my_host.example/~me/@x:y"})
    BOOST_TEST(is_link(text), text);
}

BOOST_AUTO_TEST_CASE(what_is_no_link) {
  for (auto const* text : {"",
                           "L",
                           "example.org",
                           "https:",
                           "https://",
                           "https:///path",
                           "http:example.org",
                           "ftp://example.org",
                           "javascript:alert(1)",
                           "data:text/html,x",
                           "mailto:a@example.org",
                           " https://example.org",
                           "https://exam ple.org",
                           "https://example.org/a b",
                           "https://example.org/\n",
                           "https://user@example.org",
                           "https://bank.example:80@evil.example",
                           "https://example.org:port",
                           "https://example.org:0",
                           "https://example.org:65536",
                           "https://.example.org",
                           "https://example..org",
                           "https://-a.example",
                           "https://[2001",
                           "https://[]/",
                           "https://example.org/<b>",
                           "https://?q",
                           "https://example.org/\"x"})
    BOOST_TEST(!is_link(text), text);
}

BOOST_AUTO_TEST_CASE(a_licence_is_an_expression) {
  for (auto const* text :
       {"MIT", "EUPL-1.2", "GPL-2.0+", "MIT OR GPL-3.0", "EUPL-1.2 OR (MIT AND BSD-3-Clause)",
        "((MIT))", "(MIT)AND(ISC)", "GPL-2.0-only WITH Classpath-exception-2.0 OR MIT",
        "LicenseRef-city", "DocumentRef-hub:LicenseRef-city", " MIT "})
    BOOST_TEST(is_licence(text), text);
}

BOOST_AUTO_TEST_CASE(what_is_no_licence) {
  for (auto const* text : {"",
                           " ",
                           "MIT OR (GPL-3.0",
                           "MIT)",
                           "(",
                           "()",
                           "MIT OR",
                           "OR MIT",
                           "AND",
                           "MIT GPL-3.0",
                           "MIT or ISC",
                           "MIT OR OR ISC",
                           "MIT WITH",
                           "(MIT OR ISC) WITH x",
                           "free!",
                           "mine, all mine",
                           "+",
                           "a:b",
                           "DocumentRef-hub:",
                           "MIT/ISC",
                           "GPL+-2"})
    BOOST_TEST(!is_licence(text), text);
}

// A field that holds one by its name says so in the schema.
BOOST_AUTO_TEST_CASE(every_such_field_is_annotated) {
  static std::set<std::string> const names{"website", "link",    "url",      "evidence", "address",
                                           "licence", "license", "homepage", "href"};
  for (auto const* command : core::schema_tables().commands())
    for (auto const& field : command->fields)
      BOOST_TEST((field.format != core::Format::PLAIN) == names.contains(field.name),
                 command->method << "." << field.name);
}

BOOST_AUTO_TEST_SUITE_END()
