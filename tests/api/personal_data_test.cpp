// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What is kept of a person, over the whole schema: an event of each type, in each way that it can have to do with somebody. What
// is added to the schema later is among them.
#include <capnp/message.h>

#include <boost/test/unit_test.hpp>
#include <set>

#include "api/json/write.hpp"
#include "api/render/dossier.hpp"
#include "api/render/personal_events.hpp"
#include "core/canonical.hpp"
#include "core/limits.hpp"
#include "core/own_texts.hpp"
#include "storage/memory_log.hpp"
#include "storage/rocks_crc32c.hpp"
#include "tests/support/memory_vault.hpp"
#include "tests/support/names.hpp"
#include "tests/support/repeatable_crypto.hpp"

namespace {

using core::KeyKind;
using core::Shape;
using support::id_named;
using Struct = capnp::AnyStruct::Builder;

core::Id const lea = id_named("lea"), tom = id_named("tom");

// Fills every field there is: persons as they are told, texts with words of their own.
struct Full {
  std::string words;
  std::function<core::Id(core::Field const&)> person;

  void fill(core::Type const& type, Struct into, core::Field const* within = nullptr) const {
    for (auto const& field : type.fields) {
      if (field.is_pointer()) pointer(field, into.getPointerSection()[field.offset], within);
      else number(field, into);
    }
  }
  void number(core::Field const& field, Struct into) const {
    auto data = into.getDataSection();
    if (field.value.shape == Shape::boolean)
      data[field.offset / 8] |= static_cast<std::uint8_t>(1 << field.offset % 8);
    else data[field.offset / 8] = 1;
  }
  void pointer(core::Field const& field, capnp::AnyPointer::Builder into,
               core::Field const* within) const {
    switch (field.value.shape) {
      case Shape::text: return into.setAs<capnp::Text>(text(field).c_str());
      case Shape::data: return into.setAs<capnp::Data>(core::data_of(id(field, within)));
      case Shape::list: return list(field, into, within);
      default: {
        auto const& type = *field.value.structure;
        fill(type, into.initAsAnyStruct(type.data_words, type.pointers), within ? within : &field);
      }
    }
  }
  void list(core::Field const& field, capnp::AnyPointer::Builder into,
            core::Field const* within) const {
    auto const& element = field.element;
    if (element.shape == Shape::structure)
      return fill(*element.structure,
                  into.initAsListOfAnyStruct(element.structure->data_words,
                                             element.structure->pointers, 1)[0],
                  within ? within : &field);
    if (element.shape == Shape::text)
      return into.initAs<capnp::List<capnp::Text>>(1).set(0, text(field).c_str());
    if (element.shape == Shape::data)
      return into.initAs<capnp::List<capnp::Data>>(1).set(0, core::data_of(id(field, within)));
    BOOST_REQUIRE(element.shape == Shape::enumeration);
    into.initAs<capnp::List<std::uint16_t>>(1).set(0, 1);
  }
  std::string text(core::Field const& field) const {
    return words + field.name + " <b>\"x\"</b>, y";
  }
  core::Id id(core::Field const& field, core::Field const* within) const {
    return field.id_kind == "subject" ? person(within ? *within : field) : id_named(field.name);
  }
};

// A log of all that can have to do with Lea and with Tom.
struct Everything {
  support::RepeatableCrypto crypto;
  support::MemoryVault vault{crypto};
  storage::MemoryLog log;
  std::map<std::uint64_t, std::string> told;  // By position, what Lea is to be told of it.
  std::vector<std::string> secrets;           // What she is not.
  std::set<core::Type const*> types;          // Of the events that she is told of.

  Everything() {
    for (auto const* type : core::schema_tables().events()) {
      add(*type, lea, nullptr);
      add(*type, tom, nullptr);
      for (auto const* field : type->people) add(*type, tom, field);
    }
  }

  // By `actor`; Lea stands in the field `hers`, and Tom wherever else a person is named.
  void add(core::Type const& type, core::Id const& actor, core::Field const* hers) {
    auto const position = log.head().value + 1;
    capnp::MallocMessageBuilder message;
    auto event =
        message.initRoot<capnp::AnyPointer>().initAsAnyStruct(type.data_words, type.pointers);
    Full{"p" + std::to_string(position) + ":",
         [&](core::Field const& field) { return &field == hers ? lea : tom; }}
        .fill(type, event);
    core::RecordHeader header{.event_type = type.id,
                              .position = {position},
                              .version = {position},
                              .stream = {type.family, id_named("stream")},
                              .actor = actor,
                              .command = id_named(std::to_string(position)),
                              .recorded = {1'700'000'000'000'000},
                              .occurred = {1'700'000'000'000'000}};
    expect(type, header, hers, event);
    write(type, header, event);
  }

  void expect(core::Type const& type, core::RecordHeader const& header, core::Field const* hers,
              Struct event) {
    bool const subject = hers && type.subject == hers, by_her = header.actor == lea;
    if (!by_her && (!hers || (type.conceals == hers && !subject))) return;
    types.insert(&type);
    capnp::MallocMessageBuilder copy;
    copy.setRoot(event.asReader());
    auto shown = copy.getRoot<capnp::AnyStruct>();
    for (auto const& field : type.fields)
      if (field.sealed == KeyKind::PERSON && !subject && !by_her) {
        secrets.push_back("p" + std::to_string(header.position.value) + ":" + field.name + " ");
        shown.getPointerSection()[field.offset].clear();
      }
    api::json::write(api::json::tables().of(type), shown.asReader(), told[header.position.value]);
  }

  // As the engine does.
  void write(core::Type const& type, core::RecordHeader const& header, Struct event) {
    core::CanonicalForms forms;
    std::vector<core::SealedPart> parts;
    std::vector<core::Key> keys;
    auto const seal = [&](KeyKind kind, core::Id const& owner) {
      auto const plain = forms.of_pointers(event.asReader(), type.seals(kind));
      if (type.seals(kind) == 0 || plain.empty()) return;
      auto known = vault.find(kind, owner);
      if (known == core::KeyId{}) known = vault.create(kind, owner);
      parts.push_back({known, kind, {}, plain, core::seal_overhead});
      BOOST_REQUIRE(vault.key(known, keys.emplace_back()));
      auto pointers = event.getPointerSection();
      for (unsigned i = 0; i < pointers.size(); ++i)
        if (type.seals(kind) >> i & 1) pointers[i].clear();
    };
    if (type.subject) seal(KeyKind::PERSON, core::id_in(event.asReader(), *type.subject));
    seal(KeyKind::TEXT, core::text_of(header, crypto));
    core::Block block;
    block.first = header.position;
    block.offsets.push_back(0);
    core::write_unsealed(header, forms.of(event.asReader()), parts, block.bytes);
    core::seal_record(block.bytes, {}, keys, crypto, storage::crc32c);
    log.append(block);
  }

  core::Position each(
      core::Position after,
      core::FunctionRef<bool(core::Recorded const&, api::WholeEvent const&)> visit) {
    return api::each_event_of({log, vault, crypto}, lea, after, log.head(), visit);
  }
};

// All pages, one behind the other.
struct Pages {
  std::string json, html, csv;
  std::size_t pages = 0, events = 0;

  explicit Pages(Everything& all) {
    for (core::Position next; pages == 0 || next.value != 0; ++pages) next = add(all, next);
  }
  core::Position add(Everything& all, core::Position after) {
    capnp::MallocMessageBuilder about, out;
    api::Dossier dossier(about.initRoot<core::account::PersonalData>());
    auto const next = all.each(after, [&](auto const& recorded, auto const& event) {
      dossier.add(recorded, event);
      return !dossier.full();
    });
    auto reply = out.initRoot<core::account::ExportAccountReply>();
    std::move(dossier).write(next, reply);
    for (auto const size : {reply.getJson().size(), reply.getHtml().size(), reply.getCsv().size()})
      BOOST_TEST(size < core::limits::export_bytes_max + (64 << 10));
    events += reply.getEvents();
    json += reply.getJson().cStr();
    html += reply.getHtml().cStr();
    csv += reply.getCsv().cStr();
    return next;
  }
};

bool has(std::string const& text, std::string const& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(personal_data, Everything)

BOOST_AUTO_TEST_CASE(every_type_of_event_is_told_whole_to_who_did_it_and_to_whom_it_names) {
  BOOST_TEST(types.size() == core::schema_tables().events().size());
  std::map<std::uint64_t, std::string> seen;
  auto const next = each({}, [&](core::Recorded const& recorded, api::WholeEvent const& event) {
    api::json::write(api::json::tables().of(recorded.type), event.root(),
                     seen[recorded.position().value]);
    return true;
  });
  BOOST_TEST(next.value == 0u);
  for (auto const& [position, json] : told) BOOST_TEST(seen[position] == json);
  BOOST_TEST(seen.size() == told.size());
}

BOOST_AUTO_TEST_CASE(what_is_sealed_for_somebody_else_is_in_no_document) {
  Pages const pages(*this);
  BOOST_TEST(!secrets.empty());
  for (auto const& secret : secrets)
    for (auto const* document : {&pages.json, &pages.html, &pages.csv})
      BOOST_TEST(!has(*document, secret), secret);
}

BOOST_AUTO_TEST_CASE(the_pages_tell_each_event_once_in_all_three_documents) {
  Pages const pages(*this);
  BOOST_TEST(pages.events == told.size());
  std::size_t texts = 0;
  for (auto const& [position, json] : told) {
    auto const mark = "p" + std::to_string(position) + ":";
    BOOST_TEST(has(pages.json, "\"event\":" + json));
    BOOST_TEST(has(pages.html, "Nr. / no. " + std::to_string(position) + "<"));
    BOOST_TEST(has(pages.csv, "\r\n" + std::to_string(position) + ","));
    if (!has(json, mark)) continue;
    ++texts;
    BOOST_TEST(has(pages.html, mark));
    BOOST_TEST(has(pages.csv, "\"" + mark));
  }
  BOOST_TEST(texts > 100u);
}

BOOST_AUTO_TEST_CASE(what_people_wrote_is_text_and_no_markup) {
  Pages const pages(*this);
  BOOST_TEST(!has(pages.html, "<b>"));
  BOOST_TEST(!has(pages.html, "<script"));
  BOOST_TEST(has(pages.html, " &lt;b&gt;&quot;x&quot;&lt;/b&gt;, y"));
  BOOST_TEST(has(pages.csv, " <b>\"\"x\"\"</b>, y\""));
}

BOOST_AUTO_TEST_CASE(whose_key_is_destroyed_is_told_without_it) {
  vault.destroy(KeyKind::PERSON, lea);
  std::size_t left_out = 0;
  each({}, [&](core::Recorded const& recorded, api::WholeEvent const& event) {
    auto const* subject = recorded.type.subject;
    if (subject && core::id_in(recorded.event.root(), *subject) == lea)
      left_out += event.left_out().size();
    return true;
  });
  BOOST_TEST(left_out > 5u);
}

BOOST_AUTO_TEST_CASE(whoever_blocks_somebody_does_not_tell_them) {
  auto const& type = core::schema_tables().of<core::person::PersonBlocked>();
  std::set<core::Id> blockers;
  each({}, [&](core::Recorded const& recorded, api::WholeEvent const&) {
    if (&recorded.type == &type) blockers.insert(recorded.header().actor);
    return true;
  });
  BOOST_TEST(blockers.contains(lea));
  bool told_as_blocked = false;
  each({}, [&](core::Recorded const& recorded, api::WholeEvent const&) {
    if (&recorded.type == &type && recorded.header().actor != lea)
      told_as_blocked |= core::id_in(recorded.event.root(), *type.subject) != lea;
    return true;
  });
  BOOST_TEST(!told_as_blocked);
}

BOOST_AUTO_TEST_SUITE_END()
