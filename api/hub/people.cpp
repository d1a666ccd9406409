// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/hub/people.hpp"

#include "core/check.hpp"

namespace api {
namespace {

std::vector<std::string> const& role_names() {
  static auto const& names =
      core::schema_tables().of<core::account::GrantRole>().field("role")->value.enumeration->names;
  return names;
}

core::Result<core::Receipt> register_account(Hub& hub, core::Id const& subject) {
  capnp::MallocMessageBuilder message;
  auto registration = message.initRoot<core::account::RegisterAccount>();
  registration.setAccount(core::data_of(subject));
  registration.setOfAge(true);
  return hub.engine().accept(
      core::at_console(core::schema_tables().of<core::account::RegisterAccount>(), message));
}

core::Result<core::Receipt> grant(Hub& hub, core::Id const& subject, core::Role role) {
  capnp::MallocMessageBuilder message;
  auto granting = message.initRoot<core::account::GrantRole>();
  granting.setAccount(core::data_of(subject));
  granting.setRole(role);
  return hub.engine().accept(
      core::at_console(core::schema_tables().of<core::account::GrantRole>(), message));
}

// A subject id is random: it says nothing about its person.
core::Id new_subject(Hub& hub) {
  core::Id id;
  hub.crypto().random(id.bytes);
  id.bytes[6] =
      static_cast<std::uint8_t>(0x40 | (id.bytes[6] & 0x0f));  // UUIDv4, RFC 9562 section 5.4.
  id.bytes[8] = static_cast<std::uint8_t>(0x80 | (id.bytes[8] & 0x3f));
  return id;
}

// What can be typed and told apart: printable, in one piece.
bool is_login(std::string_view name) {
  return !name.empty() && name.size() <= 100 && std::ranges::all_of(name, [](char c) {
    return static_cast<unsigned char>(c) > ' ' && c != 0x7f;
  });
}

void commit(Hub& hub) {
  if (hub.engine().has_open()) hub.engine().commit();
}

void keep_email(Hub& hub, core::Id const& subject, std::string const& email) {
  if (email.empty()) return;
  auto& vault = hub.tenant().vault();
  if (vault.find(core::KeyKind::PERSON, subject) == core::KeyId{}) {
    vault.create(core::KeyKind::PERSON, subject);
    vault.sync();
  }
  bool const kept = hub.tenant().identity().put_email(subject, email);
  CHECK(kept);  // There is a key, found or just made.
}

}  // namespace

std::optional<core::Role> role_named(std::string_view name) {
  auto const found = std::ranges::find(role_names(), name);
  if (found == role_names().end()) return {};
  return static_cast<core::Role>(found - role_names().begin());
}

std::string_view name_of(core::Role role) { return role_names()[static_cast<std::size_t>(role)]; }

core::Result<core::Id> add_person(Hub& hub, NewPerson const& person) {
  if (!is_login(person.name))
    return core::refuse("input.invalid", "name", "1 to 100 bytes, without spaces");
  std::vector<core::Role> roles;
  for (auto const& name : person.roles) {
    auto const role = role_named(name);
    if (!role) return core::refuse("input.invalid", "role", "there is no role " + name);
    roles.push_back(*role);
  }
  auto const known = hub.tenant().identity().find_login(person.name);
  auto const subject = known ? *known : new_subject(hub);
  if (!known)
    if (auto registered = register_account(hub, subject); !registered) return registered.error();
  for (auto const role : roles)
    if (auto granted = grant(hub, subject, role); !granted) return granted.error();
  commit(hub);
  if (!known) hub.tenant().identity().add_login(person.name, subject);
  keep_email(hub, subject, person.email);
  return subject;
}

std::vector<Person> people_of(Hub& hub) {
  std::vector<Person> people;
  auto const& accounts = hub.engine().world().account;
  accounts.rows().scan({}, [&](core::Bytes key, core::Bytes) {
    auto const id = core::Id::from(key);
    auto const account = accounts.load(id);
    auto& person = people.emplace_back(
        Person{id, {"member"}, account.stage == core::account::Stage::suspended});
    for (auto const& grant : account.grants) person.roles.emplace_back(name_of(grant.role));
    return true;
  });
  return people;
}

}  // namespace api
