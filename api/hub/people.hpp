// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "api/hub/hub.hpp"

namespace api {

struct NewPerson {
  std::string name, email;
  std::vector<std::string> roles;  // As the schema names them: "hubAdmin".
};

// Registers an account, its login name, e-mail address and roles, and makes them durable. A name that exists gets only what is
// new. Refuses `input.invalid` for a role that does not exist, and what the commands refuse.
core::Result<core::Id> add_person(Hub& hub, NewPerson const& person);

struct Person {
  core::Id subject;
  std::vector<std::string> roles;
  bool suspended = false;
};
std::vector<Person> people_of(Hub& hub);

// The role of that name in the schema.
std::optional<core::Role> role_named(std::string_view name);
std::string_view name_of(core::Role role);

}  // namespace api
