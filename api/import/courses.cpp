// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/import/courses.hpp"

#include <stdexcept>

#include "api/import/entities.hpp"
#include "api/import/lines.hpp"

namespace api::import {
namespace {

// As core/schema has them for a course.
constexpr std::size_t title_bytes_max = 400, skills_max = 50;

std::string trimmed(std::string_view text) {
  constexpr std::string_view space = " \t\r\n";
  auto const first = text.find_first_not_of(space);
  return first == std::string_view::npos
             ? ""
             : std::string(text.substr(first, text.find_last_not_of(space) - first + 1));
}

std::string skill_uri(std::string const& skill) {
  return skill.starts_with("http") ? skill : "http://data.europa.eu/esco/skill/" + skill;
}

class Importing {
 public:
  Importing(std::string file, std::string provider, std::string language, Sink& sink,
            Report& report)
      : file_(std::move(file)),
        provider_(std::move(provider)),
        language_(std::move(language)),
        sink_(sink),
        report_(report) {}

  void row(Table const& table) {
    if (table.malformed()) return left_out(table, "wrong number of columns");
    auto const title = trimmed(without_entities(table.cell("course_name")));
    if (table.cell("course_id").empty() || title.empty())
      return left_out(table, "no id or no name");
    if (title.size() > title_bytes_max) return left_out(table, "name longer than 400 bytes");
    auto const skills = skills_of(table);
    if (skills.empty()) return left_out(table, "no skill that the vocabulary knows");
    give(table, title, skills);
  }
  CourseCounts const& counts() const { return counts_; }

 private:
  void left_out(Table const& table, std::string const& reason) {
    report_.left_out(file_, table.line(), reason);
  }

  std::vector<core::Id> skills_of(Table const& table) {
    std::vector<core::Id> skills;
    for (auto const& name : split(table.cell("esco_skills"), " ,|")) {
      auto const id = sink_.id_for("esco", skill_uri(name));
      if (sink_.world().vocabulary.load(id).stage == core::vocabulary::Stage::absent) {
        left_out(table, "no such skill: " + name);
      } else if (std::ranges::find(skills, id) == skills.end()) {
        if (skills.size() == skills_max) left_out(table, "more than 50 skills");
        else skills.push_back(id);
      }
    }
    return skills;
  }

  void give(Table const& table, std::string const& title, std::vector<core::Id> const& skills) {
    capnp::MallocMessageBuilder message;
    auto design = message.initRoot<core::course::DesignCourse>();
    auto const id = sink_.id_for("course", provider_ + ":" + table.cell("course_id"));
    design.setCourse(core::data_of(id));
    design.setTitle(title);
    design.setProvider(provider_);
    design.setLanguage(language_);
    auto teaches = design.initTeaches(static_cast<unsigned>(skills.size()));
    for (unsigned i = 0; i < skills.size(); ++i) teaches[i].setTerm(core::data_of(skills[i]));
    auto const before = sink_.head();
    auto const result = sink_.give(core::schema_tables().of<core::course::DesignCourse>(),
                                   message.getRoot<capnp::AnyStruct>().asReader());
    if (!result)
      return left_out(table, std::string(result.error().code) + " " + result.error().field);
    ++counts_.courses;
    counts_.skills += skills.size();
    ++(sink_.head() == before ? counts_.unchanged : counts_.added);
  }

  std::string file_, provider_, language_;
  Sink& sink_;
  Report& report_;
  CourseCounts counts_;
};

std::uint64_t rows_in(std::filesystem::path const& file) {
  Lines lines(file);
  std::string line;
  while (lines.next(line)) {
  }
  return lines.number();
}

}  // namespace

CourseCounts courses(std::filesystem::path const& file, std::string const& provider,
                     std::string const& language, Sink& sink, Report& report) {
  Table table(file);
  for (auto const* column : {"course_id", "course_name", "esco_skills"})
    if (!table.has(column)) throw std::runtime_error(file.string() + " has no column " + column);
  Importing importing(file.filename().string(), provider, language, sink, report);
  report.start("courses", rows_in(file));
  while (table.next()) {
    importing.row(table);
    report.step(table.line());
  }
  sink.flush();
  report.finish();
  return importing.counts();
}

}  // namespace api::import
