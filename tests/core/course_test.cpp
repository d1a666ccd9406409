// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <boost/test/unit_test.hpp>

#include "tests/support/scene.hpp"

namespace {

struct Course : support::Scene {
  Course() {
    member("ella", "educator");
    live_term("optics"), live_term("light");
  }
  support::Outcome design(std::string const& more = {}) {
    return as("ella").when("course.design", "{'course':'$intro','title':'Intro'" + more + "}");
  }
  support::Outcome withdraw() { return as("ella").when("course.withdraw", "{'course':'$intro'}"); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(course, Course)

BOOST_AUTO_TEST_CASE(a_course_says_what_it_teaches) {
  design(",'provider':'P','language':'de','teaches':[{'term':'$optics','level':2}]")
      .accepts({"CourseDesigned"})
      .with("CourseDesigned", "title", "Intro")
      .with("CourseDesigned", "provider", "P")
      .with("CourseDesigned", "language", "de")
      .with("CourseDesigned", "teaches", "[{'term':'$optics','level':2,'weight':0,'must':false}]");
}

BOOST_AUTO_TEST_CASE(designing_a_course_again_replaces_what_it_teaches) {
  design(",'teaches':[{'term':'$optics'}]").accepts({"CourseDesigned"});
  design(",'teaches':[{'term':'$light'}]")
      .accepts({"CourseDesigned"})
      .with("CourseDesigned", "teaches/0/term", "$light");
}

BOOST_AUTO_TEST_CASE(what_is_taught_is_in_the_vocabulary_and_no_group) {
  live_term("crafts", ",'kind':'group'");
  design(",'teaches':[{'term':'$optics'},{'term':'$nothing'}]")
      .refuses("vocab.unknown", "teaches[1].term");
  design(",'teaches':[{'level':1}]").refuses("vocab.unknown", "teaches[0].term");
  design(",'teaches':[{'term':'$crafts'}]").refuses("vocab.unknown", "teaches[0].term");
  design(",'teaches':[{'term':'$optics','level':5}]").refuses("input.invalid", "teaches[0].level");
}

BOOST_AUTO_TEST_CASE(what_is_taught_is_named_as_it_is_called_today_and_once) {
  given("console", "vocabulary.mergeTerm", "{'term':'$light','into':'$optics'}");
  design(",'teaches':[{'term':'$optics','level':1},{'term':'$light','level':3}]")
      .accepts({"CourseDesigned"})
      .with("CourseDesigned", "teaches", "[{'term':'$optics','level':3,'weight':0,'must':false}]");
}

BOOST_AUTO_TEST_CASE(a_course_may_teach_what_lacks_a_language) {
  given("console", "vocabulary.addTerm", "{'term':'$half'}");
  design(",'teaches':[{'term':'$half'}]").accepts({"CourseDesigned"});
}

BOOST_AUTO_TEST_CASE(a_course_goes_on_teaching_what_is_deprecated) {
  given("console", "vocabulary.deprecateTerm", "{'term':'$light'}");
  design(",'teaches':[{'term':'$light'}]").accepts({"CourseDesigned"});
}

BOOST_AUTO_TEST_CASE(a_course_is_withdrawn_once_and_may_come_back) {
  withdraw().refuses("aggregate.not-found", "course");
  design().accepts({"CourseDesigned"});
  withdraw().accepts({"CourseWithdrawn"}).with("CourseWithdrawn", "course", "$intro");
  withdraw().notes();
  design().accepts({"CourseDesigned"});
  withdraw().accepts({"CourseWithdrawn"});
}

BOOST_AUTO_TEST_SUITE_END()
