// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// Numbers of every width and lists of everything, also those that no struct of the schema has yet.
#include <boost/test/unit_test.hpp>
#include <limits>

#include "tests/api/json_values.hpp"

namespace {

using api::json::Form;
using api::json::Item;

constexpr Item scalar(Form form, std::uint8_t bytes, bool is_signed, std::int64_t low,
                      std::int64_t high) {
  return {form, bytes, is_signed, low, high, nullptr, nullptr};
}
template <class T>
constexpr Item number() {
  return scalar(Form::number, sizeof(T), std::numeric_limits<T>::is_signed,
                std::numeric_limits<T>::min(), std::numeric_limits<T>::max());
}
constexpr Item items[] = {
    number<std::int8_t>(),
    number<std::int16_t>(),
    number<std::int32_t>(),
    scalar(Form::number, 8, true, -9, 9),
    number<std::uint8_t>(),
    number<std::uint16_t>(),
    number<std::uint32_t>(),
    scalar(Form::number, 8, false, 0, 9),
    scalar(Form::boolean, 0, false, 0, 0),
    scalar(Form::boolean, 0, false, 0, 0),
    scalar(Form::instant, 8, true, 0, 0),
};

// A type with a field "s0", "s1", ... for each item, 64 bits apart, and a field "l0", "l1", ... for a list of each.
struct Shapes {
  core::Type type;
  api::json::Table table;

  Shapes() {
    type.data_words = std::size(items);
    type.pointers = std::size(items);
    std::vector<std::string> names;
    for (auto const prefix : {'s', 'l'}) {
      for (std::size_t i = 0; i < std::size(items); ++i) {
        names.push_back(prefix + std::to_string(i));
        auto const offset =
            static_cast<std::uint32_t>(prefix == 's' ? i * 64 + (items[i].bytes == 0 ? i : 0) : i);
        auto const item =
            prefix == 's' ? items[i] : Item{Form::list, 0, false, 0, 0, nullptr, nullptr};
        table.slots.push_back(
            {item, items[i], offset, 0, 9, false, ",\"" + names.back() + "\":", nullptr});
      }
    }
    table.names = api::json::Names(std::move(names));
    table.type = &type;
  }

  // What comes back of JSON that is read and written again, or the refusal.
  std::string back(std::string_view json) const {
    simdjson::dom::parser parser;
    simdjson::dom::element element;
    capnp::MallocMessageBuilder message;
    auto root = message.getRoot<capnp::AnyPointer>();
    CHECK(!parser.parse(simdjson::padded_string(json)).get(element));
    auto const done = api::json::read(table, element, root);
    if (done.has_error()) return done.error().field + ": " + done.error().detail;
    std::string out;
    api::json::write(table, root.getAs<capnp::AnyStruct>(), out);
    return out;
  }
};

BOOST_AUTO_TEST_SUITE(json_shapes)

BOOST_AUTO_TEST_CASE(the_least_and_the_greatest_of_every_kind_come_back) {
  Shapes const shapes;
  for (
      std::string_view const json : {
          R"({"s0":-128,"s1":-32768,"s2":-2147483648,"s3":-9,"s4":0,"s5":0,"s6":0,"s7":0,"s8":true,"s9":false,"s10":"1970-01-01T00:00:00.000001Z",)"
          R"("l0":[-128,127],"l1":[-32768,32767],"l2":[-2147483648],"l3":[-9,9],"l4":[255],"l5":[65535,0],"l6":[4294967295],"l7":[0,9],)"
          R"("l8":[true,false,true],"l9":[],"l10":["2026-05-01T12:00:00Z"]})",
          R"({"s0":127,"s1":32767,"s2":2147483647,"s3":9,"s4":255,"s5":65535,"s6":4294967295,"s7":9,"s8":false,"s9":true,)"
          R"("l0":[],"l1":[],"l2":[],"l3":[],"l4":[],"l5":[],"l6":[],"l7":[],"l8":[],"l9":[false,true,true,false,true,true,true,false,true],"l10":[]})",
      })
    BOOST_TEST(shapes.back(json) == json);
}

BOOST_AUTO_TEST_CASE(one_beyond_is_refused_and_named) {
  Shapes const shapes;
  BOOST_TEST(shapes.back(R"({"s0":128})") == "s0: must be from -128 to 127");
  BOOST_TEST(shapes.back(R"({"s1":-32769})") == "s1: must be from -32768 to 32767");
  BOOST_TEST(shapes.back(R"({"s6":4294967296})") == "s6: must be from 0 to 4294967295");
  BOOST_TEST(shapes.back(R"({"l2":[0,2147483648]})") ==
             "l2[1]: must be from -2147483648 to 2147483647");
  BOOST_TEST(shapes.back(R"({"l8":[true,1]})") == "l8[1]: must be true or false");
  BOOST_TEST(shapes.back(R"({"l4":[0,1,2,null]})") == "l4[3]: must be a whole number");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
