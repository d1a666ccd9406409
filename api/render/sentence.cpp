// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/render/sentence.hpp"

#include "api/queries/work.hpp"
#include "core/schema_words.hpp"

namespace api {
namespace {

capnp::AnyPointer::Reader pointer(core::Recorded const& recorded, core::Field const& field) {
  auto const pointers = recorded.event.root().getPointerSection();
  return field.offset < pointers.size() ? pointers[field.offset] : capnp::AnyPointer::Reader();
}

std::uint64_t number(core::Recorded const& recorded, core::Field const& field) {
  auto const data = recorded.event.root().getDataSection();
  std::size_t const bytes = field.value.shape == core::Shape::uint8         ? 1
                            : field.value.shape == core::Shape::enumeration ? 2
                            : field.value.shape == core::Shape::uint32      ? 4
                                                                            : 8;
  std::uint64_t value = 0;
  if (field.offset / 8 + bytes <= data.size())
    std::memcpy(&value, data.begin() + field.offset / 8, bytes);
  return value;
}

std::string const& of(Label const& label, bool german) { return german ? label.de : label.en; }

std::string preferred_label(capnp::List<core::schema::Label>::Reader labels, bool german) {
  std::string best;
  for (auto label : labels) {
    bool const wanted = label.getLanguage() == (german ? "de" : "en");
    if (best.empty() || (wanted && label.getPreferred())) best = label.getText().cStr();
  }
  return best;
}

// The event that says what it is called, and in which field.
std::pair<core::Position, char const*> titled(projections::ChallengeRow const& row) {
  return {row.titled_at, "title"};
}
std::pair<core::Position, char const*> titled(projections::IdeaRow const& row) {
  return {row.titled_at, "title"};
}
std::pair<core::Position, char const*> titled(projections::ProjectRow const& row) {
  return {row.started_at, "title"};
}
std::pair<core::Position, char const*> titled(projections::ProgrammeRow const& row) {
  return {row.announced_at, "title"};
}
std::pair<core::Position, char const*> titled(projections::TeamRow const& row) {
  return {row.formed_at, "name"};
}

// A name that ends with a full stop ends the sentence as well.
void append(std::string& words, std::string_view more) {
  if (words.ends_with('.') && more.starts_with('.')) more.remove_prefix(1);
  words += more;
}

constexpr core::Family profiles = 3, ideas = 15, projects = 18;

}  // namespace

bool Sentence::hidden() const {
  if (!asking_.rooms.texts.readable(recorded_.position())) return true;
  if (auto const* subject = recorded_.type.subject;
      subject && asking_.rooms.directory.erased(core::id_in(recorded_.event.root(), *subject)))
    return true;
  auto const& stream = recorded_.header().stream.id;
  if (recorded_.type.family == ideas) {
    auto const row = asking_.rooms.ideas.idea(stream);
    return !row || !may_see(asking_, *row);
  }
  if (recorded_.type.family == projects) {
    auto const row = asking_.rooms.projects.project(stream);
    return !row || !may_see(asking_, *row);
  }
  if (recorded_.type.family != profiles) return false;
  auto const row = asking_.rooms.directory.profile(stream);
  return !row || !Shown(asking_, stream, *row).there();
}

std::vector<core::Id> Sentence::people() const {
  std::vector<core::Id> people{recorded_.told_actor()};
  for (auto const& field : recorded_.type.fields)
    if (field.subject || (field.id_kind == "subject" && field.value.shape == core::Shape::data &&
                          core::says(recorded_.type, field)))
      people.push_back(core::id_in(recorded_.event.root(), field));
  std::erase(people, core::Id());
  return people;
}

std::string Sentence::in_words(std::string const& pattern, bool german) const {
  std::string words;
  for (std::size_t at = 0; at < pattern.size();) {
    auto const open = pattern.find('{', at);
    auto const close = open == std::string::npos ? open : pattern.find('}', open);
    append(words, pattern.substr(at, open - at));
    if (close == std::string::npos) break;
    words += word(std::string_view(pattern).substr(open + 1, close - open - 1), german);
    at = close + 1;
  }
  return words;
}

std::string Sentence::word(std::string_view name, bool german) const {
  auto const* field = recorded_.type.field(name);
  if (!field) return {};
  switch (field->value.shape) {
    case core::Shape::text: return word_of_text(*field);
    case core::Shape::data:
      return word_of_id(*field, core::id_in(recorded_.event.root(), *field), german);
    case core::Shape::list: return word_of_list(*field, pointer(recorded_, *field), german);
    case core::Shape::structure: {
      auto const skill = pointer(recorded_, *field).getAs<core::schema::Skill>();
      return of(asking_.rooms.labels.of(core::id_from(skill.getTerm())), german);
    }
    case core::Shape::enumeration: return word_of_value(*field, german);
    default: return std::to_string(number(recorded_, *field));
  }
}

// A value that this version does not know yet has no name either.
std::string Sentence::word_of_value(core::Field const& field, bool german) const {
  auto const& values = *field.value.enumeration;
  auto const& called = german ? values.called_de : values.called_en;
  auto const value = number(recorded_, field);
  return value < called.size() ? called[value] : "…";
}

std::string Sentence::word_of_text(core::Field const& field) const {
  if (recorded_.type.family == profiles && field.sealed) {
    auto const row = asking_.rooms.directory.profile(recorded_.header().stream.id);
    auto const shown_as = profile_field(field.name);
    if (!row || !shown_as || !Shown(asking_, recorded_.header().stream.id, *row).shows(*shown_as))
      return "…";
  }
  return asking_.rooms.texts.text(recorded_.position(), field.name).value_or("…");
}

std::string Sentence::word_of_id(core::Field const& field, core::Id const& id, bool german) const {
  if (field.id_kind == "subject") return person(id, german);
  if (field.id_kind == "term") return of(asking_.rooms.labels.of(id), german);
  if (field.id_kind == "idea") {
    auto const row = asking_.rooms.ideas.idea(id);
    return row && may_see(asking_, *row) ? title_of(row) : "…";
  }
  if (field.id_kind == "project") {
    auto const row = asking_.rooms.projects.project(id);
    return row && may_see(asking_, *row) ? title_of(row) : "…";
  }
  if (field.id_kind == "organisation") return organisation(id);
  if (field.id_kind == "challenge") return title_of(asking_.rooms.challenges.challenge(id));
  if (field.id_kind == "programme") return title_of(asking_.rooms.programmes.programme(id));
  if (field.id_kind == "team") return title_of(asking_.rooms.teams.team(id));
  if (field.id_kind == "any") return word_of_any(id, german);
  return core::to_string(id);
}

// Says too what kind of thing it is, since the field does not.
std::string Sentence::word_of_any(core::Id const& id, bool german) const {
  if (asking_.rooms.organisations.organisation(id))
    return (german ? "die Organisation " : "the organisation ") + organisation(id);
  if (auto const row = asking_.rooms.challenges.challenge(id))
    return (german ? "die Herausforderung " : "the challenge ") + title_of(row);
  auto const name = display_name(asking_, id);
  return (german ? "die Person " : "the person ") + (name.empty() ? core::to_string(id) : name);
}

// Visitors read the names of those that have been verified.
std::string Sentence::organisation(core::Id const& id) const {
  auto const row = asking_.rooms.organisations.organisation(id);
  bool const named = row && (row->verified_at.value != 0 || asking_.role != core::Role::ANONYMOUS);
  return named ? asking_.rooms.texts.text(row->told_at, "name").value_or("…") : "…";
}

template <class Row>
std::string Sentence::title_of(std::optional<Row> const& row) const {
  if (!row) return "…";
  auto const [position, field] = titled(*row);
  return asking_.rooms.texts.text(position, field).value_or("…");
}

std::string Sentence::word_of_list(core::Field const& field, capnp::AnyPointer::Reader list,
                                   bool german) const {
  if (field.element.structure == &core::schema_tables().of<core::schema::Label>())
    return preferred_label(list.getAs<capnp::List<core::schema::Label>>(), german);
  std::string words;
  auto add = [&](std::string const& word) { words += (words.empty() ? "" : ", ") + word; };
  if (field.element.shape == core::Shape::data)
    for (auto id : list.getAs<capnp::List<capnp::Data>>())
      add(of(asking_.rooms.labels.of(core::id_from(id)), german));
  if (field.element.shape == core::Shape::text)
    for (auto text : list.getAs<capnp::List<capnp::Text>>()) add(text.cStr());
  return words;
}

std::string Sentence::person(core::Id const& id, bool german) const {
  auto const name = display_name(asking_, id);
  return !name.empty() ? name : german ? "Jemand" : "Somebody";
}

}  // namespace api
