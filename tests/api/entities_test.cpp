// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/import/entities.hpp"

#include <boost/test/unit_test.hpp>

using api::import::without_entities;

BOOST_AUTO_TEST_SUITE(entities)

BOOST_AUTO_TEST_CASE(references_become_what_they_mean) {
  BOOST_TEST(without_entities("R&amp;D &lt;3 &quot;Fu&#223;&quot; &#8211; &#x20AC;") ==
             "R&D <3 \"Fuß\" – €");
  BOOST_TEST(without_entities("&amp;amp;") == "&amp;");
}

BOOST_AUTO_TEST_CASE(what_is_none_stays) {
  for (auto const* text : {"", "Kaffee & Kuchen", "a&b;c", "&unknownname;", "&#;", "&#0;",
                           "&#x110000;", "&#xD800;", "&#12a;", "&", "&#99999999999;", "100 % &"})
    BOOST_TEST(without_entities(text) == text);
}

BOOST_AUTO_TEST_SUITE_END()
