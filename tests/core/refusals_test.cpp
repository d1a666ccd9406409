// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Every refusal that the core can give is met by a test of this room which sees that nothing at all was written. The codes come
// from the sources, the meetings from running the other suites: each `refuses` of a scene that held writes its code down.
// (Refusals at the edge: tests/program/refusals.test.mjs.)
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>

#include "tests/source_dir.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/text_table.hpp"

namespace {

namespace fs = std::filesystem;

// Each code with where it is given.
std::map<std::string, std::string> given_by_the_core() {
  static std::regex const refusal("\\brefuse\\(\\s*\"([^\"]+)\"");
  std::map<std::string, std::string> codes;
  for (auto const& entry : fs::recursive_directory_iterator(fs::path(SOURCE_DIR) / "core")) {
    auto const extension = entry.path().extension();
    if (extension != ".cpp" && extension != ".hpp") continue;
    auto const text = support::content_of(entry.path());
    for (std::sregex_iterator found(text.begin(), text.end(), refusal), end; found != end; ++found)
      codes.emplace((*found)[1], fs::relative(entry.path(), SOURCE_DIR).string());
  }
  return codes;
}

// By the other suites of this room, each run once.
std::set<std::string> const& met() {
  static auto const codes = [] {
    support::Folder const folder;
    auto const file = (folder / "refused").string();
    auto const program = fs::read_symlink("/proc/self/exe").string();
    auto const line = "FUGE_REFUSED='" + file + "' '" + program +
                      "' '--run_test=!refusals' '--run_test=!random_history' >'" +
                      (folder / "output").string() + "' 2>&1";
    BOOST_TEST(std::system(line.c_str()) == 0, support::content_of(folder / "output"));
    std::ifstream lines(file);
    return std::set<std::string>(std::istream_iterator<std::string>(lines), {});
  }();
  return codes;
}

// What the description of the domain calls the refusals of these aggregates, and what they are called here. Where a rule is
// refused under another name, the second column says under which and the third why; what is refused "later" is not built yet.
constexpr char const* domain = R"(
  auth.required          | auth.required           |
  auth.forbidden         | auth.forbidden          |
  tenant.unknown         | tenant.unknown          |
  aggregate.not-found    | aggregate.not-found     |
  version.conflict       | version.conflict        |
  command.duplicate      | command.reused          | the same bytes again get the first receipt; only other bytes are refused
  input.invalid          | input.invalid           |
  consent.missing        | consent.missing         |
  state.invalid          | programme.state         | each aggregate has a code of its own: FAMILY.state, project.closed, stage.skipped
  account.minor          | account.minor           |
  role.last-operator     | role.last-operator      |
  role.scope             | role.scope              |
  vocab.unknown          | vocab.unknown           |
  profile.limit          | profile.limit           |
  org.unverified         | org.unverified          |
  org.merge-cycle        | org.merge-cycle         |
  org.last-rep           | org.last-rep            |
  challenge.state        | challenge.state         |
  idea.already-endorsed  | idea.already-endorsed   |
  idea.state             | idea.state              |
  programme.closed       | programme.closed        |
  programme.duplicate    | programme.duplicate     |
  programme.pending      | programme.pending       |
  team.full              | team.full               |
  team.already-member    | team.already-member     |
  team.not-lead          | team.not-lead           |
  team.not-enrolled      | team.not-enrolled       |
  submission.late        | submission.late         |
  team.locked            | team.locked             |
  stage.no-prototype     | stage.no-prototype      |
  stage.no-commission    | stage.no-commission     |
  stage.no-successor     | stage.no-successor      |
  project.closed         | project.closed          |
  project.cycle          | project.cycle           |
  project.not-member     | project.not-member      |
  rate.limited           | later                   | by the edge: tests/program/refusals.test.mjs
  account.erased         | account.erased          |
  kpi.immutable          | later                   | with figures
  report.sealed          | later                   | with figures
  visits.source-conflict | visits.source-conflict  |
)";

}  // namespace

BOOST_AUTO_TEST_SUITE(refusals)

BOOST_AUTO_TEST_CASE(every_code_of_the_core_is_met_and_nothing_is_written) {
  auto const codes = given_by_the_core();
  BOOST_TEST(codes.size() > 70u);
  for (auto const& [code, where] : codes)
    BOOST_TEST(met().contains(code), where << " gives " << code << ": no `refuses(\"" << code
                                           << "\")` of a scene has met it");
}

BOOST_AUTO_TEST_CASE(every_code_that_the_domain_names_is_met_under_its_name_here) {
  auto const codes = given_by_the_core();
  for (auto const& row : support::text_table(domain)) {
    bool const later = row[1] == "later" && !codes.contains(row[0]);
    BOOST_TEST((later || met().contains(row[1]) || met().contains(row[0])), row[0]);
    BOOST_TEST((row[0] == row[1]) == row[2].empty(), row[0] << " is called otherwise: say why");
  }
}

BOOST_AUTO_TEST_SUITE_END()
