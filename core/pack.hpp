// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <bit>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <string>
#include <type_traits>
#include <vector>

#include "core/check.hpp"
#include "core/ids.hpp"

// How structs become rows. A struct names its fields once, and is thereby written and read:
//
//   struct Seat {
//     core::Id person;
//     Stage stage{};
//     std::vector<core::Id> guests;
//     template <class A>
//     void fields(A& a) { a(person)(stage)(guests); }
//   };
//
// One after the other, without padding: integers little-endian in their own width, enums as their underlying integer, bool as
// 0 or 1, ids and byte arrays as they are, positions, versions and instants as 8 bytes, texts and lists with their length as
// LEB128 before them, nested structs in place. The bytes name no field: another shape is another row, so another view's name.
namespace core {
namespace packing {

template <class T>
concept Number = std::integral<T> && !std::same_as<T, bool>;
template <class T>
inline constexpr bool byte_array = false;
template <std::size_t n>
inline constexpr bool byte_array<std::array<std::uint8_t, n>> = true;
// Lists of these are copied in one piece.
template <class T>
concept Plain = std::same_as<T, Id> ||(Number<T> && sizeof(T) == 1) || byte_array<T>;

template <Number T>
T little(T value) {
  static_assert(std::endian::native == std::endian::little,
                "big-endian machines need a byte swap here");
  return value;
}

inline std::size_t length_bytes(std::size_t length) {
  std::size_t bytes = 1;
  while (length >>= 7) ++bytes;
  return bytes;
}

// How many bytes it takes.
class Measure {
 public:
  std::size_t bytes() const { return bytes_; }

  template <class T>
  requires(Number<T> || std::is_enum_v<T> || std::same_as<T, bool> || Plain<T>) Measure& operator()(
      T const&) {
    return add(sizeof(T));
  }
  Measure& operator()(Position const&) { return add(8); }
  Measure& operator()(Version const&) { return add(8); }
  Measure& operator()(Instant const&) { return add(8); }
  Measure& operator()(std::string const& text) {
    return add(length_bytes(text.size()) + text.size());
  }
  template <class T>
  Measure& operator()(std::vector<T> const& list) {
    add(length_bytes(list.size()));
    if constexpr (Plain<T>) return add(list.size() * sizeof(T));
    for (auto const& one : list) (*this)(one);
    return *this;
  }
  template <class T>
  requires requires(T& t, Measure& a) { t.fields(a); }
  Measure& operator()(T const& nested) {
    const_cast<T&>(nested).fields(*this);  // fields() only names them.
    return *this;
  }

 private:
  Measure& add(std::size_t bytes) {
    bytes_ += bytes;
    return *this;
  }
  std::size_t bytes_ = 0;
};

// Writes where Measure has made room.
class Writer {
 public:
  explicit Writer(std::uint8_t* at) : at_(at) {}
  std::uint8_t const* at() const { return at_; }

  template <Number T>
  Writer& operator()(T const& value) {
    auto const bytes = little(value);
    return copy(&bytes, sizeof bytes);
  }
  template <class T>
  requires std::is_enum_v<T> Writer& operator()(T const& value) {
    return (*this)(static_cast<std::underlying_type_t<T>>(value));
  }
  Writer& operator()(bool const& value) { return (*this)(std::uint8_t{value}); }
  Writer& operator()(Id const& id) { return copy(id.bytes.data(), id.bytes.size()); }
  template <std::size_t n>
  Writer& operator()(std::array<std::uint8_t, n> const& bytes) {
    return copy(bytes.data(), n);
  }
  Writer& operator()(Position const& position) { return (*this)(position.value); }
  Writer& operator()(Version const& version) { return (*this)(version.value); }
  Writer& operator()(Instant const& instant) { return (*this)(instant.us); }
  Writer& operator()(std::string const& text) {
    return length(text.size()).copy(text.data(), text.size());
  }
  template <class T>
  Writer& operator()(std::vector<T> const& list) {
    length(list.size());
    if constexpr (Plain<T>) return copy(list.data(), list.size() * sizeof(T));
    for (auto const& one : list) (*this)(one);
    return *this;
  }
  template <class T>
  requires requires(T& t, Writer& a) { t.fields(a); }
  Writer& operator()(T const& nested) {
    const_cast<T&>(nested).fields(*this);
    return *this;
  }

 private:
  Writer& copy(void const* from, std::size_t bytes) {
    if (bytes) std::memcpy(at_, from, bytes);
    at_ += bytes;
    return *this;
  }
  Writer& length(std::size_t value) {
    for (; value >= 0x80; value >>= 7) *at_++ = static_cast<std::uint8_t>(value | 0x80);
    *at_++ = static_cast<std::uint8_t>(value);
    return *this;
  }
  std::uint8_t* at_;
};

// Reads and believes nothing: after the first byte that does not fit, everything reads as it was and whole() is false.
class Reader {
 public:
  explicit Reader(Bytes bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}
  bool whole() const { return good_ && at_ == end_; }

  template <Number T>
  Reader& operator()(T& value) {
    if (copy(&value, sizeof value)) value = little(value);
    return *this;
  }
  template <class T>
  requires std::is_enum_v<T> Reader& operator()(T& value) {
    std::underlying_type_t<T> number{};
    (*this)(number);
    value = static_cast<T>(number);
    return *this;
  }
  Reader& operator()(bool& value) {
    std::uint8_t number = 0;
    (*this)(number);
    good_ &= number <= 1;
    value = number == 1;
    return *this;
  }
  Reader& operator()(Id& id) { return copy(id.bytes.data(), id.bytes.size()), *this; }
  template <std::size_t n>
  Reader& operator()(std::array<std::uint8_t, n>& bytes) {
    return copy(bytes.data(), n), *this;
  }
  Reader& operator()(Position& position) { return (*this)(position.value); }
  Reader& operator()(Version& version) { return (*this)(version.value); }
  Reader& operator()(Instant& instant) { return (*this)(instant.us); }
  Reader& operator()(std::string& text) {
    text.resize(length(1));
    copy(text.data(), text.size());
    return *this;
  }
  template <class T>
  Reader& operator()(std::vector<T>& list) {
    if constexpr (Plain<T>) {
      list.resize(length(sizeof(T)));
      copy(list.data(), list.size() * sizeof(T));
    } else {
      list.clear();
      list.resize(length(
          1));  // Each entry has at least one byte, so a lie asks for no more memory than it brought along.
      for (auto& one : list) (*this)(one);
    }
    return *this;
  }
  template <class T>
  requires requires(T& t, Reader& a) { t.fields(a); }
  Reader& operator()(T& nested) {
    nested.fields(*this);
    return *this;
  }

 private:
  std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }
  bool copy(void* to, std::size_t bytes) {
    good_ = good_ && bytes <= left();
    if (!good_ || bytes == 0) return good_;
    std::memcpy(to, at_, bytes);
    at_ += bytes;
    return true;
  }
  // A length that the bytes which are left can hold, or 0.
  std::size_t length(std::size_t bytes_each) {
    std::size_t value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      std::uint8_t byte = 0;
      if (!copy(&byte, 1)) return 0;
      value |= static_cast<std::size_t>(byte & 0x7f) << shift;
      if (byte & 0x80) continue;
      good_ = value <= left() / bytes_each;
      return good_ ? value : 0;
    }
    good_ = false;
    return 0;
  }
  std::uint8_t const* at_;
  std::uint8_t const* end_;
  bool good_ = true;
};

// What kind of bytes come in which order, as a number: FNV-1a over a letter for each.
class Shape {
 public:
  std::uint32_t value() const { return value_; }

  template <Number T>
  Shape& operator()(T const&) {
    return add('n', sizeof(T));
  }
  template <class T>
  requires std::is_enum_v<T> Shape& operator()(T const&) { return add('e', sizeof(T)); }
  Shape& operator()(bool const&) { return add('b', 1); }
  Shape& operator()(Id const&) { return add('i', 16); }
  template <std::size_t n>
  Shape& operator()(std::array<std::uint8_t, n> const&) {
    return add('a', n);
  }
  Shape& operator()(Position const&) { return add('p', 8); }
  Shape& operator()(Version const&) { return add('v', 8); }
  Shape& operator()(Instant const&) { return add('t', 8); }
  Shape& operator()(std::string const&) { return add('s', 0); }
  template <class T>
  Shape& operator()(std::vector<T> const&) {
    add('[', 0);
    return (*this)(T());
  }
  template <class T>
  requires requires(T& t, Shape& a) { t.fields(a); }
  Shape& operator()(T const& nested) {
    add('{', 0);
    const_cast<T&>(nested).fields(*this);
    return add('}', 0);
  }

 private:
  Shape& add(char kind, std::size_t bytes) {
    for (auto const byte : {static_cast<std::uint32_t>(kind), static_cast<std::uint32_t>(bytes)})
      value_ = (value_ ^ byte) * 16777619u;
    return *this;
  }
  std::uint32_t value_ = 2166136261u;
};

}  // namespace packing

// A number that changes with the shape of T's rows: what was written under another one is not read.
template <class T>
std::uint32_t shape_of() {
  packing::Shape shape;
  shape(T());
  return shape.value();
}

// Appends the packed struct to `out`, which may be used again and again.
template <class T>
void pack(T const& value, std::vector<std::uint8_t>& out) {
  packing::Measure measure;
  measure(value);
  auto const before = out.size();
  out.resize(before + measure.bytes());
  packing::Writer writer(out.data() + before);
  writer(value);
  CHECK(writer.at() == out.data() + out.size());
}

// False, and the value half filled, unless `bytes` are exactly one packed T.
template <class T>
[[nodiscard]] bool unpack(Bytes bytes, T& value) {
  packing::Reader reader(bytes);
  reader(value);
  return reader.whole();
}

}  // namespace core
