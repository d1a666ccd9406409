// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "core/schema.hpp"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <set>

#include "core/dispatch_tables.hpp"
#include "core/schema/lists.hpp"
#include "tests/source_dir.hpp"

namespace {

using core::Field;
using core::Shape;
using core::Type;
using core::Use;

core::Schema const& tables = core::schema_tables();

// Commands, events, and what they hold: what may lie in a log, or what clients send to get it there.
std::vector<Type const*> types() {
  std::vector<Type const*> all;
  std::set<Type const*> seen;
  auto add = [&](auto&& self, Type const* type) -> void {
    if (!type || !seen.insert(type).second) return;
    all.push_back(type);
    for (auto const& field : type->fields)
      self(self, field.value.structure), self(self, field.element.structure);
  };
  for (auto const list : {tables.commands(), tables.events()})
    for (auto const* type : list) add(add, type);
  return all;
}

std::string name_of(core::Value const& value) {
  static constexpr char const* names[] = {"bool",  "int8",   "int16",  "int32",  "int64",
                                          "uint8", "uint16", "uint32", "uint64", "",
                                          "text",  "data",   "",       "list"};
  if (value.enumeration) return value.enumeration->name;
  if (value.structure) return value.structure->name;
  return names[static_cast<unsigned>(value.shape)];
}

std::string type_of(Field const& field) {
  return field.value.shape == Shape::list ? "list(" + name_of(field.element) + ")"
                                          : name_of(field.value);
}

std::string sealed(Field const& field) {
  if (!field.sealed) return {};
  return *field.sealed == core::KeyKind::PERSON ? " sealed person" : " sealed text";
}

void promise_fields(Type const& type, std::string const& name, std::set<std::string>& lines) {
  for (std::size_t i = 0; i < type.fields.size(); ++i) {
    auto const& field = type.fields[i];
    lines.insert(name + " @" + std::to_string(i) + " " + field.name + " " + type_of(field) +
                 " at " + std::to_string(field.offset) + sealed(field));
    for (auto const* enumeration : {field.value.enumeration, field.element.enumeration})
      for (std::size_t n = 0; enumeration && n < enumeration->names.size(); ++n)
        lines.insert("enum " + enumeration->name + " @" + std::to_string(n) + " " +
                     enumeration->names[n]);
  }
}

// What old logs and old clients hang on.
std::set<std::string> promises() {
  static constexpr char const* uses[] = {"value ", "command ", "event ", "query ", "reply "};
  std::set<std::string> lines;
  for (auto const* type : types()) {
    char id[16];
    std::snprintf(id, sizeof id, "0x%04x ", type->id);
    auto const name = uses[static_cast<unsigned>(type->use)] + (type->id ? std::string(id) : "") +
                      type->family_name + "." + type->name;
    lines.insert(name + (type->method.empty() ? "" : " is " + type->method));
    promise_fields(*type, name, lines);
  }
  return lines;
}

// "{field}" and "{list}" in a sentence.
std::vector<std::string> placeholders(std::string const& sentence) {
  std::vector<std::string> names;
  for (auto at = sentence.find('{'); at != std::string::npos; at = sentence.find('{', at + 1))
    names.push_back(sentence.substr(at + 1, sentence.find('}', at) - at - 1));
  return names;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(schema)

// tests/golden/types.txt holds a line for everything that was ever promised. Lines are added, never changed or taken out.
BOOST_AUTO_TEST_CASE(what_was_promised_is_kept) {
  auto const now = promises();
  std::ifstream file(SOURCE_DIR "/tests/golden/types.txt");
  BOOST_REQUIRE(file);
  std::set<std::string> kept;
  for (std::string line; std::getline(file, line);)
    if (!line.empty() && line[0] != '#') kept.insert(line);
  for (auto const& line : kept) BOOST_TEST(now.contains(line), "no longer true: " << line);
  for (auto const& line : now)
    BOOST_TEST(kept.contains(line), "new, so add it to tests/golden/types.txt: " << line);
}

BOOST_AUTO_TEST_CASE(every_question_can_wait_for_a_write) {
  for (auto const* type : tables.queries())
    BOOST_TEST((type->edge || type->field("atLeast") != nullptr), type->method);
}

BOOST_AUTO_TEST_CASE(method_names_are_unique_and_lead_back) {
  std::set<std::string> methods;
  for (auto const list : {tables.commands(), tables.queries()})
    for (auto const* type : list) {
      BOOST_TEST(methods.insert(type->method).second, type->method);
      BOOST_TEST(tables.method(type->method) == type);
      BOOST_TEST(type->method.starts_with(type->family_name + "."));
    }
  BOOST_TEST(!tables.method("profile.fly"));
  BOOST_TEST(!tables.method(""));
}

BOOST_AUTO_TEST_CASE(a_method_is_named_after_family_and_action) {
  BOOST_TEST(tables.of<core::account::RegisterAccount>().method == "account.register");
  BOOST_TEST(tables.of<core::account::GrantRole>().method == "account.grantRole");
  BOOST_TEST(tables.of<core::vocabulary::AddTerm>().method == "vocabulary.addTerm");
  BOOST_TEST(tables.of<core::profile::SetVisibility>().method == "profile.setVisibility");
}

BOOST_AUTO_TEST_CASE(numbers_are_unique_and_tell_the_family) {
  for (auto const list : {tables.commands(), tables.events(), tables.queries()}) {
    std::set<std::uint16_t> numbers;
    for (auto const* type : list) {
      BOOST_TEST(numbers.insert(type->id).second, type->name);
      BOOST_TEST(type->id >> 8 == type->family, type->name);
    }
  }
  for (auto const* type : tables.commands()) BOOST_TEST(tables.command(type->id) == type);
  for (auto const* type : tables.events()) BOOST_TEST(tables.event(type->id) == type);
  BOOST_TEST(!tables.command(0x7777));
  BOOST_TEST(!tables.event(0x7777));
}

BOOST_AUTO_TEST_CASE(every_command_says_what_it_is_about_and_who_may) {
  for (auto const* type : tables.commands()) {
    BOOST_REQUIRE_MESSAGE(type->stream, type->name);
    BOOST_TEST((type->stream->required && !type->stream->id_kind.empty()), type->name);
    BOOST_TEST(std::ranges::count_if(type->fields, &Field::stream) == 1, type->name);
    BOOST_TEST(!type->allow.empty(), type->name);
    BOOST_TEST(!type->doc.empty(), type->name);
  }
}

BOOST_AUTO_TEST_CASE(whatever_clients_send_is_bounded) {
  for (auto const* type : types()) {
    if (type->use == Use::event) continue;
    for (auto const& field : type->fields) {
      bool const text = field.value.shape == Shape::text && !field.language,
                 list = field.value.shape == Shape::list;
      BOOST_TEST(((!text && !list) || field.max), type->name << "." << field.name);
      BOOST_TEST((field.value.shape != Shape::data || !field.id_kind.empty()),
                 type->name << "." << field.name);
    }
  }
}

BOOST_AUTO_TEST_CASE(only_what_is_behind_a_pointer_is_sealed_and_under_somebodys_key) {
  std::size_t found = 0;
  for (auto const* type : types())
    for (auto const& field : type->fields) {
      if (!field.sealed) continue;
      BOOST_TEST(++found > 0);
      BOOST_TEST((type->use == Use::event && field.is_pointer()), type->name << "." << field.name);
      BOOST_TEST((*field.sealed == core::KeyKind::PERSON ? type->subject : type->owner) != nullptr,
                 type->name);
    }
  BOOST_TEST(found > 10);
}

BOOST_AUTO_TEST_CASE(who_owns_a_key_is_not_sealed_itself) {
  for (auto const* type : types())
    for (auto const* field : {type->subject, type->owner})
      BOOST_TEST((!field || (!field->sealed && !field->id_kind.empty())), type->name);
}

BOOST_AUTO_TEST_CASE(what_a_feed_says_names_fields_that_are_there) {
  for (auto const* type : tables.events()) {
    BOOST_TEST((type->says_de.empty() == type->says_en.empty()), type->name);
    BOOST_TEST((type->audience == core::Visibility::STAFF || !type->says_de.empty()), type->name);
    for (auto const& sentence : {type->says_de, type->says_en})
      for (auto const& name : placeholders(sentence))
        BOOST_TEST(type->field(name), type->name << " " << name);
  }
}

BOOST_AUTO_TEST_CASE(every_command_has_its_decide) {
  for (auto const* type : tables.commands()) BOOST_TEST(core::decide_of(type->id), type->name);
  BOOST_TEST(!core::decide_of(0x7777));
}

BOOST_AUTO_TEST_SUITE_END()
