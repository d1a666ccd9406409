// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// The real thing: 14,157 skills and 20,616 edges of ESCO (European Commission), where the data lies beside the checkout.
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>

#include "tests/matching/world.hpp"
#include "tests/source_dir.hpp"

using namespace matching;

namespace {

std::filesystem::path const folder =
    std::filesystem::path(SOURCE_DIR).parent_path() / "shared" / "data" / "esco";

boost::test_tools::assertion_result is_there(boost::unit_test::test_unit_id) {
  boost::test_tools::assertion_result there(std::filesystem::exists(folder / "skills.tsv"));
  there.message() << "no ESCO data at " << folder;
  return there;
}

support::MixingCrypto const crypto;

core::Id id_of(std::string_view uri) {
  core::Bytes const part = core::bytes_of(uri);
  auto const digest = crypto.sha256({&part, 1});
  return core::Id::from(core::Bytes(digest).first(16));
}

std::vector<std::vector<std::string>> rows_of(char const* file) {
  std::ifstream in(folder / file);
  std::vector<std::vector<std::string>> rows;
  std::string line;
  for (std::getline(in, line); std::getline(in, line);) {
    auto& row = rows.emplace_back();
    std::istringstream columns(line);
    for (std::string column; std::getline(columns, column, '\t');) row.push_back(column);
  }
  return rows;
}

// Prints what it took from its making to its end.
class Timed {
 public:
  explicit Timed(std::string what) : what_(std::move(what)) {}
  ~Timed() {
    std::chrono::duration<double, std::milli> const took =
        std::chrono::steady_clock::now() - start_;
    BOOST_TEST_MESSAGE(what_ << ": " << took.count() << " ms");
  }

 private:
  std::string what_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

// Loaded once for all cases.
class Esco {
 public:
  static Esco const& instance() {
    static Esco const esco;
    return esco;
  }

  Facts facts{crypto};
  std::size_t skills = 0, edges = 0;

  Term operator[](std::string const& english) const {
    BOOST_REQUIRE_MESSAGE(ids_.contains(english), english);
    return *facts.taxonomy().find(ids_.at(english));
  }
  std::string label(Term term) const { return labels_.at(facts.taxonomy().id(term)); }

 private:
  Esco() {
    support::History log;
    for (auto const& row : rows_of("skills.tsv"))
      tell(log, row[0], row[4], TermKind::SKILL), ++skills;
    for (auto const& row : rows_of("skill_groups.tsv")) tell(log, row[0], row[3], TermKind::GROUP);
    for (auto const& row : rows_of("broader.tsv")) relate(log, row[0], row[1]), ++edges;
    Timed const timed("fold of " + std::to_string(log.head().value) + " events");
    log.play(facts);
  }
  void tell(support::History& log, std::string const& uri, std::string const& english,
            TermKind kind) {
    auto const id = id_of(uri);
    ids_.try_emplace(english, id);
    labels_[id] = english;
    log.add<core::vocabulary::TermAdded>(id, [&](auto added) {
      added.setTerm(core::data_of(id));
      added.setKind(kind);
    });
  }
  static void relate(support::History& log, std::string const& child, std::string const& parent) {
    auto const id = id_of(child), above = id_of(parent);
    log.add<core::vocabulary::TermRelated>(id, [&](auto related) {
      related.setTerm(core::data_of(id));
      related.setBroader(core::data_of(above));
    });
  }

  std::map<std::string, core::Id> ids_;
  std::map<core::Id, std::string> labels_;
};

Millionths between(std::string const& need, std::string const& offer) {
  auto const& esco = Esco::instance();
  return Closeness(esco.facts.taxonomy()).between(esco[need], esco[offer]);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(esco, *boost::unit_test::precondition(is_there))

BOOST_AUTO_TEST_CASE(everything_is_loaded_and_nothing_is_left_out) {
  auto const& esco = Esco::instance();
  BOOST_TEST(esco.skills == 14'157u);
  BOOST_TEST(esco.edges == 20'616u);
  std::size_t edges = 0;
  for (std::uint32_t number = 0; number < esco.facts.taxonomy().size(); ++number)
    edges += esco.facts.taxonomy().parents(Term{number}).size();
  BOOST_TEST(edges == esco.edges);  // None would close a cycle.
}

BOOST_AUTO_TEST_CASE(counts_are_as_in_the_data) {
  auto const& esco = Esco::instance();
  struct {
    char const* label;
    std::uint32_t width;
  } const cases[] = {
      {"computer programming", 40},
      {"web programming", 8},
      {"principles of artificial intelligence", 4},
      {"Python (computer programming)", 1},
      {"software and applications development and analysis", 166},
  };
  for (auto const& [label, width] : cases)
    BOOST_TEST(esco.facts.taxonomy().width(esco[label]) == width, label);
}

BOOST_AUTO_TEST_CASE(a_language_covers_programming_in_part_and_unrelated_skills_nothing) {
  struct {
    char const* need;
    char const* offer;
    Millionths closeness;
  } const cases[] = {
      {"computer programming", "Python (computer programming)", 850'000},
      {"Python (computer programming)", "computer programming", 600'000},
      {"Python (computer programming)", "C++",
       56'506},  // 40 skills below programming: hardly more than nothing.
      {"principles of artificial intelligence", "machine learning", 850'000},
      {"computer programming", "photonics", 0},
      {"computer programming", "project management", 0},
      {"Python (computer programming)", "supervise correctional procedures", 0},
      {"photonics", "optical engineering", 0},
  };
  for (auto const& [need, offer, closeness] : cases)
    BOOST_TEST(between(need, offer) == closeness,
               need << " <- " << offer << " = " << between(need, offer));
}

BOOST_AUTO_TEST_CASE(the_way_is_told_in_words) {
  auto const& esco = Esco::instance();
  Closeness const closeness(esco.facts.taxonomy());
  std::string way;
  for (auto term : closeness.path(esco["Python (computer programming)"], esco["C++"]))
    way += "/" + esco.label(term);
  BOOST_TEST(way == "/Python (computer programming)/computer programming/C++");
}

BOOST_AUTO_TEST_CASE(every_expansion_is_bounded_and_starts_with_the_need) {
  auto const& esco = Esco::instance();
  Closeness const closeness(esco.facts.taxonomy());
  Statistics const none;
  std::size_t all = 0, cut = 0;
  {
    Timed const timed("expansion of every term");
    for (std::uint32_t number = 0; number < esco.facts.taxonomy().size(); ++number) {
      auto const near = closeness.expand(Term{number}, none);
      BOOST_REQUIRE(
          (near.size() <= 64 && near[0].term.number == number && near[0].closeness == whole));
      all += near.size();
      cut += near.size() == 64;
    }
  }
  BOOST_TEST_MESSAGE(all << " skills near others, " << cut << " expansions of 64, "
                         << closeness.memory_bytes() << " bytes");
  BOOST_TEST_MESSAGE("taxonomy: " << esco.facts.taxonomy().memory_bytes() << " bytes");
}

BOOST_AUTO_TEST_SUITE_END()
