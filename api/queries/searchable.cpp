// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/queries/searchable.hpp"

#include "api/queries/work.hpp"

namespace api {
namespace {

using projections::TextIndex, projections::TextOwner;
using Positions = std::vector<core::Position>;

constexpr TextIndex::Texts all_texts = ~TextIndex::Texts{0};

// In which family each kind has its streams, and which list shows them.
struct Kind {
  SearchKind kind;
  std::string_view family, list;
};
constexpr Kind kinds[] = {
    {SearchKind::PERSON, "profile", "directory.search"},
    {SearchKind::ORGANISATION, "organisation", "organisation.search"},
    {SearchKind::IDEA, "idea", "idea.search"},
    {SearchKind::CHALLENGE, "challenge", "catalogue.search"},
    {SearchKind::TEAM, "team", "team.search"},
    {SearchKind::PROJECT, "project", "project.search"},
    {SearchKind::PROGRAMME, "programme", "programme.search"},
    {SearchKind::COURSE, "course", ""},  // No list shows courses; their events are public.
    {SearchKind::TERM, "vocabulary", "skills.suggest"},
    {SearchKind::POST, "", "profile.searchPosts"},  // On the stream of whose it is.
};

// What visitors cannot list they cannot search either.
bool is_for_visitors(SearchKind kind) {
  static auto const of_each = [] {
    std::vector<bool> all;
    for (auto const& one : kinds) {
      auto const* list = core::schema_tables().method(one.list);
      all.push_back(!list || std::ranges::any_of(list->allow, [](core::Allow const& allow) {
        return allow.role == core::Role::ANONYMOUS;
      }));
    }
    return all;
  }();
  return of_each[static_cast<std::size_t>(kind)];
}

// The events that hold the texts of something as they are today.
template <class Row>
Positions told_at(std::optional<Row> const& row, auto... positions) {
  Positions all;
  if (row) ((((*row).*positions).value != 0 ? all.push_back((*row).*positions) : void()), ...);
  return all;
}

Positions told_at(Rooms const& rooms, TextOwner const& owner) {
  using namespace projections;
  auto const& id = owner.id;
  switch (kind_of(owner)) {
    case SearchKind::PERSON: return told_at(rooms.directory.profile(id), &ProfileRow::named_at);
    case SearchKind::ORGANISATION:
      return told_at(rooms.organisations.organisation(id), &OrganisationRow::told_at);
    case SearchKind::IDEA: return told_at(rooms.ideas.idea(id), &IdeaRow::titled_at);
    case SearchKind::CHALLENGE: {
      auto const row = rooms.challenges.challenge(id);
      auto all = told_at(row, &ChallengeRow::titled_at);
      if (row) all.insert(all.end(), row->clarified_at.begin(), row->clarified_at.end());
      return all;
    }
    case SearchKind::TEAM:
      return told_at(rooms.teams.team(id), &TeamRow::formed_at, &TeamRow::submitted_at);
    case SearchKind::PROJECT:
      return told_at(rooms.projects.project(id), &ProjectRow::started_at, &ProjectRow::progress_at);
    case SearchKind::PROGRAMME:
      return told_at(rooms.programmes.programme(id), &ProgrammeRow::announced_at);
    case SearchKind::COURSE: return told_at(rooms.courses.course(id), &CourseRow::designed_at);
    case SearchKind::POST: return told_at(rooms.posts.post(id), &PostRow::posted_at);
    case SearchKind::TERM: return {};  // Its labels are in the view.
  }
  return {};
}

std::vector<SearchableText> labels_of(Rooms const& rooms, core::Id const& term) {
  auto const row = rooms.terms.term(term);
  if (!row) return {};
  std::vector<SearchableText> texts{{0, true, "de", std::string(row->label("de"))},
                                    {1, true, "en", std::string(row->label("en"))},
                                    {2, true, "labels", {}}};
  for (auto const& label : row->labels)
    if (label.text != texts[0].text && label.text != texts[1].text)
      texts[2].text += (texts[2].text.empty() ? "" : ", ") + label.text;
  std::erase_if(texts, [](SearchableText const& text) { return text.text.empty(); });
  return texts;
}

TextIndex::Texts of_person(Asking const& asking, core::Id const& person) {
  auto const row = asking.rooms.directory.profile(person);
  if (!row) return 0;
  Shown const shown(asking, person, *row);
  if (!shown.there()) return 0;
  TextIndex::Texts texts = 0;
  unsigned number = 0;
  for (auto const* field : core::schema_tables().of<core::profile::ProfileRevised>().searchable) {
    if (shown.shows(*profile_field(field->name))) texts |= TextIndex::Texts{1} << number;
    ++number;
  }
  return texts;
}

template <class Row>
bool sees(Asking const& asking, std::optional<Row> const& row) {
  return row && may_see(asking, *row);
}

// Whether it is there, and not over in a way that lists leave out.
bool is_there(Asking const& asking, TextOwner const& owner) {
  auto const& rooms = asking.rooms;
  switch (kind_of(owner)) {
    case SearchKind::PERSON: return finds(asking, owner.id);
    case SearchKind::ORGANISATION: {
      auto const row = rooms.organisations.organisation(owner.id);
      return sees(asking, row) && row->open();
    }
    case SearchKind::IDEA: {
      auto const row = rooms.ideas.idea(owner.id);
      return sees(asking, row) && row->stage != projections::IdeaStage::MERGED;
    }
    case SearchKind::CHALLENGE: return sees(asking, rooms.challenges.challenge(owner.id));
    case SearchKind::TEAM: {
      auto const row = rooms.teams.team(owner.id);
      return row && !row->dissolved;
    }
    case SearchKind::PROJECT: return sees(asking, rooms.projects.project(owner.id));
    case SearchKind::PROGRAMME: return rooms.programmes.programme(owner.id).has_value();
    case SearchKind::COURSE: {
      auto const row = rooms.courses.course(owner.id);
      return row && row->offered;
    }
    case SearchKind::TERM: {
      auto const row = rooms.terms.term(owner.id);
      return row && row->stage == projections::TermStage::live;
    }
    case SearchKind::POST: {
      auto const row = rooms.posts.post(owner.id);
      return row && finds(asking, row->profile);
    }
  }
  return false;
}

// Ids of rows whose key is that letter and an id, or an id alone.
void each_id(core::Rows const& rows, std::string_view letter,
             core::FunctionRef<void(core::Id const&)> visit) {
  rows.scan_within(core::bytes_of(letter), [&](core::Bytes rest, core::Bytes) {
    if (rest.size() == sizeof(core::Id)) visit(core::Id::from(rest));
    return true;
  });
}

}  // namespace

void each_kind(core::FunctionRef<void(SearchKind)> visit) {
  for (auto const& one : kinds) visit(one.kind);
}

std::optional<SearchKind> kind_of(core::Family family) {
  for (auto const& one : kinds)
    if (!one.family.empty() && core::schema_tables().family(one.family) == family) return one.kind;
  return {};
}

std::vector<SearchableText> searchable_texts(Rooms const& rooms, TextOwner const& owner,
                                             core::FunctionRef<OpenedTexts(core::Position)> open) {
  if (kind_of(owner) == SearchKind::TERM) return labels_of(rooms, owner.id);
  std::vector<SearchableText> texts;
  unsigned number = 0;
  for (auto const position : told_at(rooms, owner)) {
    auto const opened = open(position);
    if (!opened.type) continue;
    for (auto const* field : opened.type->searchable) {
      auto const at = static_cast<std::uint8_t>(std::min(number++, 255u));
      bool const is_name = *field->searchable == core::Searchable::NAME;
      if (auto const* text = opened.find(field->name))
        texts.push_back({at, is_name, field->name, *text});
    }
  }
  return texts;
}

TextIndex::Texts texts_seen(Asking const& asking, TextOwner const& owner) {
  auto const kind = kind_of(owner);
  if (asking.role == core::Role::ANONYMOUS && !is_for_visitors(kind)) return 0;
  if (kind == SearchKind::PERSON) return of_person(asking, owner.id);
  return is_there(asking, owner) ? all_texts : 0;
}

void each_searchable(Rooms const& rooms,
                     core::FunctionRef<void(TextOwner const&, core::Position)> visit) {
  auto const take = [&](SearchKind kind, core::Projection const& view, std::string_view letter) {
    each_id(view.rows(), letter, [&](core::Id const& id) {
      auto const owner = owner_of(kind, id);
      auto const at = told_at(rooms, owner);
      visit(owner, at.empty() ? core::Position{} : at.front());
    });
  };
  take(SearchKind::PERSON, rooms.directory, "p");
  take(SearchKind::ORGANISATION, rooms.organisations, "");
  take(SearchKind::IDEA, rooms.ideas, "i");
  take(SearchKind::CHALLENGE, rooms.challenges, "c");
  take(SearchKind::TEAM, rooms.teams, "");
  take(SearchKind::PROJECT, rooms.projects, "");
  take(SearchKind::PROGRAMME, rooms.programmes, "p");
  take(SearchKind::COURSE, rooms.courses, "");
  take(SearchKind::TERM, rooms.terms, "");
  take(SearchKind::POST, rooms.posts, "p");
}

}  // namespace api
