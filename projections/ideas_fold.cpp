// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What each event means to the idea board. One overload per event of the family: a new one fails to compile here until
// somebody has decided.
#include "core/dispatch.hpp"
#include "projections/ideas.hpp"

namespace projections {

namespace idea = core::idea;
namespace vocabulary = core::vocabulary;
using core::id_from;
using Header = core::RecordHeader;

struct Ideas::Fold {
  Ideas& ideas;

  template <class Event>
  void change(Event event, Header const& header, core::FunctionRef<void(IdeaRow&)> edit) {
    ideas.change(id_from(event.getIdea()), [&](IdeaRow& row) {
      row.version = header.version;
      edit(row);
    });
  }
  template <class Event>
  void stage(Event event, Header const& header, IdeaStage stage) {
    change(event, header, [&](IdeaRow& row) { row.stage = stage; });
  }
  template <class Event>
  void answer(Event event, Header const& header, IdeaStage stage) {
    change(event, header, [&](IdeaRow& row) {
      row.stage = stage;
      row.answered_at = header.position;
    });
  }
  template <class Event>
  static void write(IdeaRow& row, Event event, Header const& header) {
    row.titled_at = header.position;
    row.green = event.getGreen();
    row.measure = id_from(event.getMeasure());
    row.second_measure = id_from(event.getSecondMeasure());
    row.district.assign(event.getDistrict().cStr(), event.getDistrict().size());
    row.wanted = vocabulary::read(event.getWanted());
    row.topics.clear();
    for (auto topic : event.getTopics()) row.topics.push_back(id_from(topic));
  }

  void operator()(idea::IdeaDrafted::Reader drafted, Header const& header) {
    change(drafted, header, [&](IdeaRow& row) {
      row.stage = IdeaStage::DRAFT;
      row.author = id_from(drafted.getAuthor());
      write(row, drafted, header);
    });
  }
  void operator()(idea::IdeaRevised::Reader revised, Header const& header) {
    change(revised, header, [&](IdeaRow& row) { write(row, revised, header); });
  }
  void operator()(idea::IdeaSubmitted::Reader submitted, Header const& header) {
    change(submitted, header, [&](IdeaRow& row) {
      row.stage = IdeaStage::SUBMITTED;
      row.submitted_at = header.position;
    });
  }
  void operator()(idea::CoAuthorInvited::Reader invited, Header const& header) {
    change(invited, header,
           [&](IdeaRow& row) { row.invited.push_back(id_from(invited.getPerson())); });
  }
  void operator()(idea::CoAuthorAdded::Reader added, Header const& header) {
    change(added, header, [&](IdeaRow& row) {
      std::erase(row.invited, id_from(added.getPerson()));
      row.co_authors.push_back(id_from(added.getPerson()));
    });
  }
  void operator()(idea::CoAuthorDeclined::Reader declined, Header const& header) {
    change(declined, header, [&](IdeaRow& row) {
      std::erase(row.invited, id_from(declined.getPerson()));
      std::erase(row.co_authors, id_from(declined.getPerson()));
    });
  }
  void operator()(idea::IdeaEndorsed::Reader endorsed, Header const& header) {
    bool const added = ideas.endorse(id_from(endorsed.getIdea()), id_from(endorsed.getPerson()));
    change(endorsed, header, [&](IdeaRow& row) { row.endorsements += added; });
  }
  void operator()(idea::EndorsementWithdrawn::Reader withdrawn, Header const& header) {
    bool const gone = ideas.unendorse(id_from(withdrawn.getIdea()), id_from(withdrawn.getPerson()));
    change(withdrawn, header, [&](IdeaRow& row) { row.endorsements -= gone; });
  }
  void operator()(idea::IdeaMerged::Reader merged, Header const& header) {
    auto const into = id_from(merged.getInto());
    auto const added = ideas.move_endorsements(id_from(merged.getIdea()), into);
    change(merged, header, [&](IdeaRow& row) {
      row.stage = IdeaStage::MERGED;
      row.became = into;
      row.endorsements = 0;
    });
    ideas.change(into, [&](IdeaRow& row) { row.endorsements += added; });
  }
  void operator()(idea::IdeaAbsorbed::Reader absorbed, Header const& header) {
    change(absorbed, header, [](IdeaRow&) {});
  }
  void operator()(idea::IdeaAccepted::Reader accepted, Header const& header) {
    answer(accepted, header, IdeaStage::ACCEPTED);
  }
  void operator()(idea::IdeaDeclined::Reader declined, Header const& header) {
    change(declined, header, [&](IdeaRow& row) { row.spam = declined.getSpam(); });
    answer(declined, header, IdeaStage::DECLINED);
  }
  void operator()(idea::IdeaConverted::Reader converted, Header const& header) {
    change(converted, header, [&](IdeaRow& row) {
      row.stage = IdeaStage::CONVERTED;
      row.became = id_from(converted.getProject());
    });
  }
  void operator()(idea::IdeaWithdrawn::Reader withdrawn, Header const& header) {
    stage(withdrawn, header, IdeaStage::WITHDRAWN);
  }
  void operator()(idea::IdeaForgotten::Reader forgotten, Header const& header) {
    stage(forgotten, header, IdeaStage::WITHDRAWN);
  }
};

void Ideas::apply(core::Recorded const& recorded) {
  Fold fold{*this};
  if (core::visit_idea(recorded, fold)) return;
  terms_.apply(recorded, rows_);
}

}  // namespace projections
