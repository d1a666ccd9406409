// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/queries/suggestions.hpp"

#include "api/queries/people.hpp"

namespace api {
namespace {

struct Words {
  std::string de, en;
};

// Why a need is met, in one sentence.
Words reason_in_words(matching::Reason const& reason, Label const& need, Label const& offer) {
  if (reason.yours && reason.need == reason.offer)
    return {"Bietet " + offer.de + ", wie gesucht", "Offers " + offer.en + ", as you need"};
  if (reason.yours)
    return {"Bietet " + offer.de + " – du suchst " + need.de,
            "Offers " + offer.en + " – you need " + need.en};
  if (reason.need == reason.offer)
    return {"Sucht " + need.de + ", was du bietest", "Looks for " + need.en + ", which you offer"};
  return {"Sucht " + need.de + " – du bietest " + offer.de,
          "Looks for " + need.en + " – you offer " + offer.en};
}

Words gap_in_words(matching::Gap const& gap, Label const& need) {
  if (gap.yours) return {"Noch offen: " + need.de, "Still open: " + need.en};
  return {"Sucht außerdem " + need.de, "Also looks for " + need.en};
}

// A word that nobody has stated yet is called as it was typed.
Label label_of(Asking const& asking, core::Id const& term) {
  auto const typed = asking.typed.find(term);
  return typed == asking.typed.end() || asking.rooms.terms.term(term)
             ? asking.rooms.labels.of(term)
             : Label{typed->second, typed->second};
}

void set_step(Asking const& asking, core::Id const& term, core::match::Step::Builder step) {
  auto const label = label_of(asking, term);
  step.setTerm(core::data_of(term));
  step.setDe(label.de);
  step.setEn(label.en);
}

void set_reason(Asking const& asking, matching::Reason const& reason,
                core::match::Reason::Builder out) {
  out.setNeed(core::data_of(reason.need));
  out.setOffer(core::data_of(reason.offer));
  out.setYours(reason.yours);
  out.setCloseness(reason.closeness);
  out.setLevelFit(reason.level_fit);
  out.setPoints(reason.points);
  auto path = out.initPath(static_cast<unsigned>(reason.path.size()));
  for (unsigned i = 0; i < reason.path.size(); ++i) set_step(asking, reason.path[i], path[i]);
  auto const words =
      reason_in_words(reason, label_of(asking, reason.need), label_of(asking, reason.offer));
  out.setDe(words.de);
  out.setEn(words.en);
}

void set_gap(Asking const& asking, matching::Gap const& gap, core::match::Gap::Builder out) {
  auto const words = gap_in_words(gap, label_of(asking, gap.need));
  out.setNeed(core::data_of(gap.need));
  out.setYours(gap.yours);
  out.setDe(words.de);
  out.setEn(words.en);
}

void set_title(Asking const& asking, matching::Lane lane, core::Id const& id,
               core::match::Suggestion::Builder suggestion) {
  auto& texts = asking.rooms.texts;
  switch (lane) {
    case matching::Lane::PEOPLE:
      if (auto const row = asking.rooms.directory.profile(id)) {
        Shown const shown(asking, id, *row);
        if (!shown.there()) return;
        suggestion.setTitle(shown.display_name());
        suggestion.setSubtitle(shown.text(core::profile::Field::HEADLINE, "headline"));
        if (!shown.shows(core::profile::Field::AVAILABILITY)) suggestion.setHoursPerWeek(0);
      }
      return;
    case matching::Lane::COURSES:
      if (auto const row = asking.rooms.courses.course(id)) {
        suggestion.setTitle(texts.text(row->designed_at, "title").value_or(""));
        suggestion.setSubtitle(texts.text(row->designed_at, "provider").value_or(""));
      }
      return;
    case matching::Lane::CHALLENGES:
      if (auto const row = asking.rooms.challenges.challenge(id); row && row->shown()) {
        suggestion.setTitle(texts.text(row->titled_at, "title").value_or(""));
        suggestion.setSubtitle(texts.text(row->titled_at, "summary").value_or(""));
      }
      return;
  }
}

}  // namespace

void describe_suggestion(Asking const& asking, matching::Lane lane, core::Id const& id,
                         matching::Explanation const& why,
                         core::match::Suggestion::Builder suggestion) {
  suggestion.setLane(lane);
  suggestion.setId(core::data_of(id));
  suggestion.setDirection(why.direction);
  suggestion.setHoursPerWeek(why.hours);
  suggestion.setSector(why.sector);
  suggestion.setPoints(why.parts.total());
  auto parts = suggestion.initParts(matching::part_count);
  for (unsigned i = 0; i < matching::part_count; ++i) {
    parts[i].setTerm(static_cast<core::match::Term>(i));
    parts[i].setPoints(why.parts.values[i]);
  }
  auto reasons = suggestion.initReasons(static_cast<unsigned>(why.reasons.size()));
  for (unsigned i = 0; i < why.reasons.size(); ++i) set_reason(asking, why.reasons[i], reasons[i]);
  auto gaps = suggestion.initGaps(static_cast<unsigned>(why.gaps.size()));
  for (unsigned i = 0; i < why.gaps.size(); ++i) set_gap(asking, why.gaps[i], gaps[i]);
  auto topics = suggestion.initSharedTopics(static_cast<unsigned>(why.shared_topics.size()));
  for (unsigned i = 0; i < why.shared_topics.size(); ++i)
    set_step(asking, why.shared_topics[i], topics[i]);
  auto languages =
      suggestion.initSharedLanguages(static_cast<unsigned>(why.shared_languages.size()));
  for (unsigned i = 0; i < why.shared_languages.size(); ++i)
    languages.set(i, matching::to_string(why.shared_languages[i]));
  set_title(asking, lane, id, suggestion);
}

}  // namespace api
