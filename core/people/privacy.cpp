// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/people/privacy.hpp"

#include "core/departing.hpp"
#include "core/limits.hpp"

namespace core::privacy {
namespace {

Result<void> still_open(State const& request) {
  if (request.stage == Stage::absent) return refuse("aggregate.not-found", "request");
  if (request.stage == Stage::answered) return refuse("privacy.answered", "request");
  return {};
}

}  // namespace

Result<void> decide(State const& request, RecordRequest::Reader record, Context const& by,
                    Emit& emit) {
  auto const received = record.getReceived() == 0 ? by.now : Instant{record.getReceived()};
  if (request.stage != Stage::absent) return refuse("privacy.exists", "request");
  if (received > by.now) return refuse("privacy.received", "received", "lies ahead");
  if (by.now.us - received.us > limits::request_received_us_max)
    return refuse("privacy.received", "received", "is more than 400 days ago");
  auto recorded = emit.event<RequestRecorded>();
  recorded.setRequest(record.getRequest());
  recorded.setKind(record.getKind());
  recorded.setReceived(received.us);
  recorded.setDue(received.us + limits::request_answer_us);
  recorded.setDescription(record.getDescription());
  if (record.hasContact()) recorded.setContact(record.getContact());
  return {};
}

Result<void> decide(State const& request, AnswerRequest::Reader answer, Context const&,
                    Emit& emit) {
  if (auto open = still_open(request); !open) return open;
  if (answer.getOutcome() == RequestOutcome::OPEN)
    return refuse("input.invalid", "outcome", "is none");
  auto answered = emit.event<RequestAnswered>();
  answered.setRequest(answer.getRequest());
  answered.setOutcome(answer.getOutcome());
  answered.setAnswer(answer.getAnswer());
  return {};
}

Result<void> decide(State const& request, ExtendRequest::Reader extend, Context const& by,
                    Emit& emit) {
  if (auto open = still_open(request); !open) return open;
  if (request.extended) return refuse("privacy.extended", "request");
  if (request.due < by.now) return refuse("privacy.late", "request");
  auto extended = emit.event<RequestExtended>();
  extended.setRequest(extend.getRequest());
  extended.setDue(request.due.us + limits::request_extension_us);
  extended.setReason(extend.getReason());
  return {};
}

void apply(State& request, RequestRecorded::Reader recorded) {
  request.stage = Stage::open;
  request.due = {recorded.getDue()};
}

void apply(State& request, RequestAnswered::Reader) { request.stage = Stage::answered; }

void apply(State& request, RequestExtended::Reader extended) {
  request.extended = true;
  request.due = {extended.getDue()};
}

// Nobody is named in it.
void depart(State const&, Id const&, Id const&, Context const&, Emit&) {}

}  // namespace core::privacy
