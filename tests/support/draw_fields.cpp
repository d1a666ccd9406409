// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What the fields of a drawn command hold.
#include <algorithm>
#include <cstring>

#include "core/check.hpp"
#include "tests/support/draw.hpp"

namespace support {
namespace {

using core::Shape;

constexpr std::int64_t minute_us = 60'000'000;

std::size_t bytes_of(Shape shape) {
  switch (shape) {
    case Shape::int8:
    case Shape::uint8: return 1;
    case Shape::int16:
    case Shape::uint16:
    case Shape::enumeration: return 2;
    case Shape::int32:
    case Shape::uint32: return 4;
    default: return 8;
  }
}

}  // namespace

void Draw::fill(core::Type const& type, Struct into) {
  for (auto const& field : type.fields) {
    if (!field.required && (sparing_ ? !one_in(6) : one_in(3))) continue;
    if (field.is_pointer()) pointer(field, into.getPointerSection()[field.offset]);
    else scalar(field, into);
  }
}

void Draw::scalar(core::Field const& field, Struct into) {
  auto data = into.getDataSection();
  if (field.value.shape == Shape::boolean) {
    if (!one_in(3)) data[field.offset / 8] |= static_cast<std::uint8_t>(1 << field.offset % 8);
    return;
  }
  auto const value = number(field);
  std::memcpy(data.begin() + field.offset / 8, &value, bytes_of(field.value.shape));
}

std::int64_t Draw::number(core::Field const& field) {
  if (field.instant) {
    static std::vector<std::int64_t> const minutes{-60, 5, 60, 1'440, 14'400, 144'000};
    return now_.us + of(minutes) * minute_us;
  }
  if (field.value.enumeration)
    return static_cast<std::int64_t>(below(field.value.enumeration->names.size()));
  if (!field.range) return static_cast<std::int64_t>(below(4));
  auto const [min, max] = *field.range;
  auto const span = static_cast<std::uint64_t>(max - min);
  return min +
         static_cast<std::int64_t>(below(std::min<std::uint64_t>(span, one_in(9) ? span : 4) + 1));
}

void Draw::pointer(core::Field const& field, capnp::AnyPointer::Builder into) {
  switch (field.value.shape) {
    case Shape::text: return text(field, into);
    case Shape::data: return into.setAs<capnp::Data>(core::data_of(id(field.id_kind)));
    case Shape::list: return list(field, into);
    default: {
      auto const& type = *field.value.structure;
      fill(type, into.initAsAnyStruct(type.data_words, type.pointers));
    }
  }
}

void Draw::text(core::Field const& field, capnp::AnyPointer::Builder into) {
  static std::vector<std::string> const words{
      "Optik", "Chor",          "Yoga", "yoga", "https://a.example/b", "MIT",
      " ",     "Europe/Berlin", "urn:", "x",    "2026-11-24"};
  static std::vector<std::string> const languages{"de", "en"};
  auto word = of(field.language ? languages : words);
  if (word == "urn:") word += std::to_string(drawn_);
  if (field.max && word.size() > *field.max) word.resize(*field.max);
  into.setAs<capnp::Text>(word.c_str());
}

void Draw::list(core::Field const& field, capnp::AnyPointer::Builder into) {
  auto const least = field.min.value_or(0);
  auto const size =
      static_cast<unsigned>(std::min<std::size_t>(least + below(4), field.max.value_or(4)));
  if (size == 0) return;
  auto const& element = field.element;
  if (element.shape == Shape::structure) {
    auto const& type = *element.structure;
    auto list = into.initAsListOfAnyStruct(type.data_words, type.pointers, size);
    for (unsigned i = 0; i < size; ++i) fill(type, list[i]);
    return;
  }
  core::Field one = field;
  one.value = element;
  one.min = one.max = {};
  if (element.shape == Shape::enumeration) {
    auto list = into.initAs<capnp::List<std::uint16_t>>(size);
    for (unsigned i = 0; i < size; ++i) list.set(i, static_cast<std::uint16_t>(number(one)));
    return;
  }
  CHECK(one.is_pointer());
  auto list =
      into.initAsAnyList(capnp::ElementSize::POINTER, size).as<capnp::List<capnp::AnyPointer>>();
  for (unsigned i = 0; i < size; ++i) pointer(one, list[i]);
}

}  // namespace support
