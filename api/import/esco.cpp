// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/import/esco.hpp"

#include <map>
#include <set>
#include <stdexcept>

#include "api/import/lines.hpp"

namespace api::import {
namespace {

using core::vocabulary::TermKind;

// As core/schema has them for labels and broader terms.
constexpr std::size_t label_bytes_max = 300, labels_max = 200, broader_max = 32;
constexpr std::string_view esco_base = "http://data.europa.eu/esco/";

struct Label {
  std::string language, text;
  bool preferred = false;
};

struct Concept {
  TermKind kind = TermKind::SKILL;
  std::vector<Label> labels;
  std::vector<std::string> broader;
  enum class Mark : std::uint8_t { fresh, open, done } mark = Mark::fresh;
};

// By URI, in full.
using Concepts = std::map<std::string, Concept, std::less<>>;

std::string full_uri(std::string const& uri) {
  return uri.starts_with("http") ? uri : std::string(esco_base) + uri;
}

bool same_label(Label const& label, std::string_view language, std::string_view text) {
  return label.language == language && label.text == text;
}

class Reading {
 public:
  Reading(Concepts& concepts, Report& report) : concepts_(concepts), report_(report) {}

  // False when the columns are of no file that this reads.
  bool file(std::filesystem::path const& path);
  // Edges name concepts that may stand in a later file.
  void connect();

 private:
  struct Edge {
    std::string child, parent, file;
    std::uint64_t line;
  };

  void tab_separated_terms(Table& table, TermKind kind);
  void official_terms(Table& table);
  void edges(Table& table, char const* child, char const* parent);
  void label(Concept& term, Table const& table, std::string const& language,
             std::string const& text, bool preferred);
  Concept* term(Table const& table, std::string const& uri, TermKind kind);

  Concepts& concepts_;
  Report& report_;
  std::string name_;
  std::vector<Edge> edges_;
};

bool Reading::file(std::filesystem::path const& path) {
  name_ = path.filename().string();
  Table table(path);
  if (table.has("child") && table.has("parent")) edges(table, "child", "parent");
  else if (table.has("conceptUri") && table.has("broaderUri"))
    edges(table, "conceptUri", "broaderUri");
  else if (table.has("conceptUri") && table.has("preferredLabel")) official_terms(table);
  else if (table.has("uri") && table.has("label_de") && table.has("skill_type"))
    tab_separated_terms(table, TermKind::SKILL);
  else if (table.has("uri") && table.has("label_de") && table.has("code"))
    tab_separated_terms(table, TermKind::GROUP);
  else return false;
  return true;
}

Concept* Reading::term(Table const& table, std::string const& uri, TermKind kind) {
  if (table.malformed())
    return report_.left_out(name_, table.line(), "wrong number of columns"), nullptr;
  if (uri.empty()) return report_.left_out(name_, table.line(), "no URI"), nullptr;
  if (full_uri(uri).size() > 255)
    return report_.left_out(name_, table.line(), "URI longer than 255 bytes"), nullptr;
  auto& term = concepts_[full_uri(uri)];
  term.kind = kind;
  return &term;
}

void Reading::label(Concept& term, Table const& table, std::string const& language,
                    std::string const& text, bool preferred) {
  if (text.empty()) return;
  if (text.size() > label_bytes_max)
    return report_.left_out(name_, table.line(), "label longer than 300 bytes, left out");
  if (term.labels.size() >= labels_max)
    return report_.left_out(name_, table.line(), "more than 200 labels, the rest left out");
  for (auto& known : term.labels)
    if (same_label(known, language, text)) {
      known.preferred |= preferred;
      return;
    }
  term.labels.push_back({language, text, preferred});
}

void Reading::tab_separated_terms(Table& table, TermKind kind) {
  while (table.next()) {
    auto* found = term(table, table.cell("uri"), kind);
    if (!found) continue;
    if (table.cell("label_de").empty() && table.cell("label_en").empty()) {
      report_.left_out(name_, table.line(), "no label");
      concepts_.erase(full_uri(table.cell("uri")));
      continue;
    }
    for (auto const* language : {"de", "en"}) {
      label(*found, table, language, table.cell(std::string("label_") + language), true);
      for (auto const& text : split(table.cell(std::string("alt_") + language), "|"))
        label(*found, table, language, text, false);
    }
  }
}

void Reading::official_terms(Table& table) {
  auto const dot = name_.rfind(".csv");
  auto const language = dot != std::string::npos && dot >= 2 ? name_.substr(dot - 2, 2) : "";
  if (language != "de" && language != "en") {
    report_.say(
        name_ +
        ": the name must end with _de.csv or _en.csv, so that the language is known; left out");
    return;
  }
  while (table.next()) {
    auto const kind = table.cell("conceptType") == "SkillGroup" ? TermKind::GROUP : TermKind::SKILL;
    if (table.cell("preferredLabel").empty()) {
      report_.left_out(name_, table.line(), "no label");
      continue;
    }
    auto* found = term(table, table.cell("conceptUri"), kind);
    if (!found) continue;
    label(*found, table, language, table.cell("preferredLabel"), true);
    for (auto const& text : split(table.cell("altLabels"), "\n"))
      label(*found, table, language, text, false);
  }
}

void Reading::edges(Table& table, char const* child, char const* parent) {
  while (table.next()) {
    if (table.malformed() || table.cell(child).empty() || table.cell(parent).empty()) {
      report_.left_out(name_, table.line(), "not an edge");
      continue;
    }
    edges_.push_back(
        {full_uri(table.cell(child)), full_uri(table.cell(parent)), name_, table.line()});
  }
}

void Reading::connect() {
  for (auto const& edge : edges_) {
    auto const child = concepts_.find(edge.child);
    if (child == concepts_.end()) {
      report_.left_out(edge.file, edge.line, "no such term: " + edge.child);
    } else if (!concepts_.contains(edge.parent)) {
      report_.left_out(edge.file, edge.line, "no such term: " + edge.parent);
    } else if (auto& broader = child->second.broader;
               std::ranges::find(broader, edge.parent) == broader.end()) {
      if (broader.size() >= broader_max)
        report_.left_out(edge.file, edge.line, "more than 32 broader terms");
      else broader.push_back(edge.parent);
    }
  }
}

// Parents before children, in the order of their URIs. Throws where there is no such order, naming the cycle.
class Sorting {
 public:
  explicit Sorting(Concepts& concepts) : concepts_(concepts) {}

  std::vector<std::string const*> order() {
    for (auto& [uri, term] : concepts_) visit(uri, term);
    return std::move(sorted_);
  }

 private:
  void visit(std::string const& uri, Concept& term) {
    if (term.mark == Concept::Mark::done) return;
    path_.push_back(uri);
    if (term.mark == Concept::Mark::open) refuse_cycle(uri);
    term.mark = Concept::Mark::open;
    for (auto const& parent : term.broader) {
      auto const found = concepts_.find(parent);
      visit(found->first, found->second);
    }
    term.mark = Concept::Mark::done;
    path_.pop_back();
    sorted_.push_back(&uri);
  }

  [[noreturn]] void refuse_cycle(std::string const& uri) {
    std::string named = "the hierarchy has a cycle: ";
    for (auto at = std::ranges::find(path_, uri); at != path_.end(); ++at)
      named += *at + (at + 1 == path_.end() ? "" : " -> ");
    throw std::runtime_error(named + "; nothing was imported");
  }

  Concepts& concepts_;
  std::vector<std::string> path_;
  std::vector<std::string const*> sorted_;
};

// Brings one term of the vocabulary to what the files say.
class Writing {
 public:
  Writing(Concepts const& concepts, Sink& sink, Report& report, EscoCounts& counts)
      : sink_(sink), report_(report), counts_(counts) {
    for (auto const& [uri, term] : concepts) ours_.insert(sink.id_for("esco", uri));
  }

  // The same content is the same command and changes nothing; other content of a term that is there already is told as labels
  // and relations, once for each content.
  void term(std::string const& uri, Concept const& term) {
    auto const before = sink_.head();
    auto const id = sink_.id_for("esco", uri);
    auto const added = add(id, uri, term);
    if (added) ++(sink_.head() == before ? counts_.unchanged : counts_.added);
    else if (added.error().code == "vocab.exists") update(id, uri, term);
    else check(uri, added);
  }

  void merge(std::string const& uri, Concept const& term) {
    auto const id = sink_.id_for("esco", uri);
    auto const stage = sink_.world().vocabulary.load(id).stage;
    if (term.kind != TermKind::SKILL || stage == core::vocabulary::Stage::merged) return;
    auto const into = namesake(term);
    if (into.is_nil()) return;
    capnp::MallocMessageBuilder message;
    auto merging = message.initRoot<core::vocabulary::MergeTerm>();
    merging.setTerm(core::data_of(id));
    merging.setInto(core::data_of(into));
    auto const merged = sink_.give(core::schema_tables().of<core::vocabulary::MergeTerm>(),
                                   message.getRoot<capnp::AnyStruct>().asReader());
    if (merged) ++counts_.merged;
    else check(uri, merged);
  }

 private:
  void check(std::string const& uri, core::Result<core::Receipt> const& result) {
    if (!result)
      report_.left_out(uri, 0, std::string(result.error().code) + " " + result.error().field);
  }

  void fill_labels(Concept const& term, capnp::List<core::schema::Label>::Builder labels) {
    for (unsigned i = 0; i < term.labels.size(); ++i) {
      labels[i].setLanguage(term.labels[i].language);
      labels[i].setText(term.labels[i].text);
      labels[i].setPreferred(term.labels[i].preferred);
    }
  }

  core::Result<core::Receipt> add(core::Id const& id, std::string const& uri, Concept const& term) {
    capnp::MallocMessageBuilder message;
    auto add = message.initRoot<core::vocabulary::AddTerm>();
    add.setTerm(core::data_of(id));
    add.setKind(term.kind);
    add.setUri(uri);
    fill_labels(term, add.initLabels(static_cast<unsigned>(term.labels.size())));
    auto broader = add.initBroader(static_cast<unsigned>(term.broader.size()));
    for (unsigned i = 0; i < term.broader.size(); ++i)
      broader.set(i, core::data_of(sink_.id_for("esco", term.broader[i])));
    return sink_.give(core::schema_tables().of<core::vocabulary::AddTerm>(),
                      message.getRoot<capnp::AnyStruct>().asReader());
  }

  void update(core::Id const& id, std::string const& uri, Concept const& term) {
    auto const before = sink_.head();
    label(id, uri, term);
    for (auto const& parent : term.broader) relate(id, uri, sink_.id_for("esco", parent));
    ++(sink_.head() == before ? counts_.unchanged : counts_.changed);
  }

  void label(core::Id const& id, std::string const& uri, Concept const& term) {
    capnp::MallocMessageBuilder message;
    auto labelling = message.initRoot<core::vocabulary::LabelTerm>();
    labelling.setTerm(core::data_of(id));
    fill_labels(term, labelling.initLabels(static_cast<unsigned>(term.labels.size())));
    check(uri, sink_.give(core::schema_tables().of<core::vocabulary::LabelTerm>(),
                          message.getRoot<capnp::AnyStruct>().asReader()));
  }

  // A term of the hub's own with the same preferred label, in either language; nil where there is none.
  core::Id namesake(Concept const& term) const {
    for (auto const& label : term.labels) {
      if (!label.preferred) continue;
      for (auto const& known : core::vocabulary::called(sink_.world(), label.text)) {
        auto const id = core::vocabulary::survivor(sink_.world(), known);
        auto const state = sink_.world().vocabulary.load(id);
        if (!ours_.contains(id) && state.stage == core::vocabulary::Stage::live &&
            state.kind == TermKind::SKILL)
          return id;
      }
    }
    return {};
  }

  void relate(core::Id const& id, std::string const& uri, core::Id const& parent) {
    auto const known = sink_.world().vocabulary.load(id).broader;
    if (std::ranges::find(known, parent) != known.end()) return;
    capnp::MallocMessageBuilder message;
    auto relating = message.initRoot<core::vocabulary::RelateTerm>();
    relating.setTerm(core::data_of(id));
    relating.setBroader(core::data_of(parent));
    check(uri, sink_.give(core::schema_tables().of<core::vocabulary::RelateTerm>(),
                          message.getRoot<capnp::AnyStruct>().asReader()));
  }

  Sink& sink_;
  Report& report_;
  EscoCounts& counts_;
  std::set<core::Id> ours_;  // The terms that this import brings.
};

// The files themselves, and those in folders, in the order of their names.
std::vector<std::filesystem::path> files_of(std::vector<std::filesystem::path> const& paths) {
  std::vector<std::filesystem::path> files;
  for (auto const& path : paths) {
    if (!std::filesystem::is_directory(path)) {
      files.push_back(path);
      continue;
    }
    std::set<std::filesystem::path> sorted;
    for (auto const& entry : std::filesystem::directory_iterator(path)) {
      auto const name = entry.path().filename().string();
      if (name.ends_with(".csv") || name.ends_with(".tsv")) sorted.insert(entry.path());
    }
    files.insert(files.end(), sorted.begin(), sorted.end());
  }
  return files;
}

}  // namespace

EscoCounts esco(std::vector<std::filesystem::path> const& paths, Sink& sink, Report& report,
                bool keep_apart) {
  Concepts concepts;
  Reading reading(concepts, report);
  std::size_t read = 0;
  for (auto const& file : files_of(paths)) {
    if (reading.file(file)) ++read;
    else report.say(file.filename().string() + ": not a file of ESCO's skills pillar, left out");
  }
  if (read == 0)
    throw std::runtime_error(
        "none of the files holds ESCO skills: expected the columns conceptUri and preferredLabel, "
        "or uri and label_de");
  reading.connect();
  auto const order = Sorting(concepts).order();

  EscoCounts counts;
  Writing writing(concepts, sink, report, counts);
  report.start("vocabulary", order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    auto const& term = concepts.at(*order[i]);
    ++(term.kind == TermKind::GROUP ? counts.groups : counts.skills);
    counts.edges += term.broader.size();
    writing.term(*order[i], term);
    report.step(i + 1);
  }
  // Only when the hierarchy stands: a merged term takes no place in it any more.
  for (std::size_t i = 0; i < order.size() && !keep_apart; ++i)
    writing.merge(*order[i], concepts.at(*order[i]));
  sink.flush();
  report.finish();
  return counts;
}

}  // namespace api::import
