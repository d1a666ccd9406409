// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>

#include "core/people/account.hpp"
#include "core/result.hpp"
#include "core/schema.hpp"
#include "core/schema/lists.hpp"

namespace api {

struct Rooms;

// Who asks, and what there is to answer from. Thread P.
struct Asking {
  core::Id actor;           // Nil: a visitor, or the operator's console.
  core::Role role{};        // The role that allowed it.
  bool staff = false;       // May see what staff sees.
  core::Position position;  // What the answer is true of.
  Rooms& rooms;
  // Words typed into this question, by the term that each would be.
  mutable std::map<core::Id, std::string> typed = {};
  core::Instant now = {};  // When it was asked.
  // The account that the question is about, as it stood then; absent where it is about none.
  core::account::State about = {};

  bool is_self(core::Id const& person) const { return !actor.is_nil() && actor == person; }
};

// Every query's answer, declared from the schema: one that is missing does not link.
#define FUGE_DECLARE_ANSWER(family, Query)                                           \
  core::Result<void> answer(Asking const& asking, core::family::Query::Reader query, \
                            core::family::Query##Reply::Builder reply);
FUGE_QUERIES(FUGE_DECLARE_ANSWER)
#undef FUGE_DECLARE_ANSWER

// Answers any query by its number, into `reply`.
core::Result<void> answer(Asking const& asking, core::Type const& type,
                          capnp::AnyStruct::Reader query, capnp::AnyPointer::Builder reply);

}  // namespace api
