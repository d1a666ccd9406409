// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// Every type of the schema, filled with whatever it may hold, comes back from JSON as it was; and no damage to that JSON does
// more than a refusal.
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <random>

#include "api/json/instants.hpp"
#include "tests/api/json_values.hpp"

namespace {

using api::json::Form;
using api::json::Item;
using api::json::Lines;
using api::json::Slot;
using api::json::Table;

class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  std::int64_t number(std::int64_t low, std::int64_t high) {
    switch (engine_() % 8) {
      case 0: return low;
      case 1: return high;
      default: return std::uniform_int_distribution<std::int64_t>(low, high)(engine_);
    }
  }
  std::size_t index(std::size_t size) { return engine_() % size; }
  bool chance(unsigned percent) { return engine_() % 100 < percent; }

  std::string text(std::size_t min, std::size_t max, Lines lines) {
    // The last two are for texts of several lines.
    static constexpr std::string_view pieces[] = {"a", "Z", " ", "0", "\"", "\\", "/",  "<",
                                                  "ü", "ß", "€", "°", "한", "👋",  "\n", "\t"};
    auto const many = std::size(pieces) - (lines == Lines::one ? 2 : 0);
    std::string text;
    auto const size = index(std::min<std::size_t>(max, 200) + 1);
    while (text.size() < std::max(min, size)) text += pieces[index(many)];
    while (text.size() > max) text.pop_back();
    // What was cut off may have been half of a character.
    bool const good =
        simdjson::validate_utf8(text) && !(!text.empty() && api::json::is_blank(text));
    return good ? text : std::string(std::max<std::size_t>(min, 1), 'x');
  }
  void id(capnp::Data::Builder into) {
    for (auto& byte : into) byte = static_cast<std::uint8_t>(engine_());
    into[6] = static_cast<std::uint8_t>(0x40 | (into[6] & 0x0f));
  }

 private:
  std::mt19937_64 engine_;
};

// Fills a struct with values that the schema allows. What is empty is left null, as the reader leaves it.
class Filler {
 public:
  explicit Filler(Random& random) : random_(random) {}

  void fill(Table const& table, capnp::AnyStruct::Builder into) {
    for (auto const& slot : table.slots)
      if (slot.required || random_.chance(70)) fill(slot, into);
  }

 private:
  void fill(Slot const& slot, capnp::AnyStruct::Builder into) {
    auto data = into.getDataSection();
    switch (slot.item.form) {
      case Form::boolean:
        data[slot.offset / 8] =
            static_cast<std::uint8_t>(data[slot.offset / 8] | random_.index(2) << slot.offset % 8);
        return;
      case Form::number:
      case Form::instant:
      case Form::enumeration: {
        auto const value = scalar(slot.item);
        std::memcpy(data.begin() + slot.offset / 8, &value, slot.item.bytes);
        return;
      }
      case Form::text:
      case Form::language:
      case Form::id:
      case Form::structure: return fill(slot.item, slot, into.getPointerSection()[slot.offset]);
      case Form::list: return fill_list(slot, into.getPointerSection()[slot.offset]);
    }
  }

  std::int64_t scalar(Item const& item) {
    if (item.form == Form::enumeration)
      return static_cast<std::int64_t>(random_.index(item.names->size()));
    if (item.form == Form::instant) return random_.number(0, api::json::instant_max.us);
    return random_.number(item.low, item.high);
  }

  void fill(Item const& item, Slot const& slot, capnp::AnyPointer::Builder into) {
    bool const in_list = slot.item.form == Form::list;
    auto const text = [&](std::string const& value) {
      if (!value.empty() || in_list)
        into.setAs<capnp::Text>(capnp::Text::Reader(value.c_str(), value.size()));
    };
    switch (item.form) {
      case Form::text: return text(written_in(slot));
      case Form::language: return text(random_.chance(50) ? "de" : "en");
      case Form::id: return random_.id(into.initAs<capnp::Data>(16));
      case Form::structure:
        return fill(*item.table,
                    into.initAsAnyStruct(item.table->type->data_words, item.table->type->pointers));
      default: CHECK(!"behind a pointer");
    }
  }

  std::string written_in(Slot const& slot) {
    bool const in_list = slot.item.form == Form::list;
    switch (slot.field->format) {
      case core::Format::LINK: return "https://größe.example:8080/a?b=c#d";
      case core::Format::LICENCE: return "EUPL-1.2 OR (MIT AND BSD-3-Clause)";
      case core::Format::PLAIN: break;
    }
    return random_.text(in_list ? 1 : slot.min, in_list ? 40 : slot.max, slot.lines);
  }

  void fill_list(Slot const& slot, capnp::AnyPointer::Builder into) {
    auto const size = static_cast<unsigned>(
        random_.number(std::max(slot.min, 1U), std::min(slot.max, slot.min + 5)));
    auto const& item = slot.element;
    if (item.form == Form::structure) {
      auto list = into.initAsListOfAnyStruct(item.table->type->data_words,
                                             item.table->type->pointers, size);
      for (auto entry : list) fill(*item.table, entry);
    } else if (item.form == Form::enumeration) {
      auto list = into.initAs<capnp::List<std::uint16_t>>(size);
      for (unsigned i = 0; i < size; ++i) list.set(i, static_cast<std::uint16_t>(scalar(item)));
    } else {
      auto list = into.initAsAnyList(capnp::ElementSize::POINTER, size)
                      .as<capnp::List<capnp::AnyPointer>>();
      for (auto entry : list) fill(item, slot, entry);
    }
  }

  Random& random_;
};

std::vector<core::Type const*> every_type() {
  auto const& schema = core::schema_tables();
  std::vector<core::Type const*> types{&schema.of<core::schema::Meta>(),
                                       &schema.of<core::schema::Receipt>()};
  for (auto const* type : schema.commands()) types.push_back(type);
  for (auto const* type : schema.events()) types.push_back(type);
  for (auto const* type : schema.queries()) types.insert(types.end(), {type, type->reply});
  return types;
}

// One seed after another; FUGE_SEED=N tries another stretch of them.
std::uint64_t first_seed() {
  auto const* given = std::getenv("FUGE_SEED");
  return given ? std::strtoull(given, nullptr, 10) : 1;
}

std::string canonical(capnp::AnyStruct::Reader value) {
  auto const words = value.canonicalize();
  return {words.asBytes().begin(), words.asBytes().end()};
}

BOOST_AUTO_TEST_SUITE(json_round_trip)

BOOST_AUTO_TEST_CASE(every_type_comes_back_as_it_was) {
  for (std::uint64_t seed = first_seed(), last = seed + 100; seed < last; ++seed) {
    for (auto const* type : every_type()) {
      BOOST_TEST_CONTEXT("FUGE_SEED=" << seed << " " << type->family_name << "." << type->name) {
        Random random(seed);
        capnp::MallocMessageBuilder message;
        auto const root =
            message.getRoot<capnp::AnyPointer>().initAsAnyStruct(type->data_words, type->pointers);
        Filler(random).fill(api::json::tables().of(*type), root);
        auto const json = tests::written(*type, root);
        tests::Read back(*type, json);
        BOOST_REQUIRE_MESSAGE(back.result.has_value(), json << "\n"
                                                            << back.result.error().field << ": "
                                                            << back.result.error().detail);
        BOOST_REQUIRE_MESSAGE(
            canonical(back.root.getAs<capnp::AnyStruct>().asReader()) == canonical(root.asReader()),
            json);
        BOOST_REQUIRE_EQUAL(tests::written(*type, back.root.getAs<capnp::AnyStruct>()), json);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(damaged_json_is_refused_or_still_valid_and_never_more) {
  simdjson::dom::parser parser;
  std::size_t refused = 0, unreadable = 0, accepted = 0;
  for (std::uint64_t seed = first_seed(), last = seed + 100; seed < last; ++seed) {
    for (auto const* type : every_type()) {
      BOOST_TEST_CONTEXT("FUGE_SEED=" << seed << " " << type->family_name << "." << type->name) {
        Random random(seed);
        capnp::MallocMessageBuilder message, again;
        auto const root =
            message.getRoot<capnp::AnyPointer>().initAsAnyStruct(type->data_words, type->pointers);
        Filler(random).fill(api::json::tables().of(*type), root);
        auto json = tests::written(*type, root);
        static constexpr std::string_view damage = "\"{}[],:0-1ex tn\\u\x01\x7f\xc2\x80";
        for (std::size_t i = 0, n = random.index(3) + 1; i < n; ++i)
          json[random.index(json.size())] = damage[random.index(damage.size())];
        simdjson::dom::element element;
        if (parser.parse(simdjson::padded_string(json)).get(element)) {
          ++unreadable;
          continue;
        }
        auto into = again.getRoot<capnp::AnyPointer>();
        auto const result = api::json::read(api::json::tables().of(*type), element, into);
        if (result.has_error()) {
          ++refused;
          BOOST_REQUIRE(!result.error().detail.empty());
          BOOST_REQUIRE(simdjson::validate_utf8(result.error().field));
        } else {
          ++accepted;
          simdjson::dom::element written;
          BOOST_REQUIRE(!parser
                             .parse(simdjson::padded_string(
                                 tests::written(*type, into.getAs<capnp::AnyStruct>())))
                             .get(written));
        }
      }
    }
  }
  BOOST_TEST(unreadable > 1000U);  // Else the damage is too gentle, or too hard.
  BOOST_TEST(refused > 100U);
  BOOST_TEST(accepted > 100U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
