// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/json/write.hpp"

#include <bit>
#include <charconv>
#include <cstring>

#include "api/json/instants.hpp"
#include "api/json/texts.hpp"
#include "core/check.hpp"

namespace api::json {
namespace {

using Pointer = capnp::AnyPointer::Reader;
using Data = kj::ArrayPtr<capnp::byte const>;

static_assert(std::endian::native == std::endian::little);  // As the data section is.

template <class Raw>
std::int64_t load(std::uint8_t const* at) {
  Raw value;
  std::memcpy(&value, at, sizeof value);
  return static_cast<std::int64_t>(value);
}

// What a data section holds at a bit offset; 0 beyond its end, where an older writer knew of no field yet.
std::int64_t load(Item const& item, Data data, std::uint32_t offset) {
  auto const* const at = data.begin() + offset / 8;
  if (offset / 8 + std::max<std::size_t>(item.bytes, 1) > data.size()) return 0;
  switch (item.bytes) {
    case 0: return *at >> offset % 8 & 1;
    case 1: return item.is_signed ? load<std::int8_t>(at) : load<std::uint8_t>(at);
    case 2: return item.is_signed ? load<std::int16_t>(at) : load<std::uint16_t>(at);
    case 4: return item.is_signed ? load<std::int32_t>(at) : load<std::uint32_t>(at);
    default: return load<std::int64_t>(at);
  }
}

void write_number(Item const& item, std::int64_t value, std::string& out) {
  char digits[24];
  auto const end =
      item.is_signed
          ? std::to_chars(digits, digits + sizeof digits, value).ptr
          : std::to_chars(digits, digits + sizeof digits, static_cast<std::uint64_t>(value)).ptr;
  out.append(digits, end);
}

void write_name(Names const& names, std::int64_t value, std::string& out) {
  auto const i = static_cast<std::size_t>(value);
  if (i >= names.size()) return void(out += "null");
  out.append(1, '"').append(names[i]).append(1, '"');
}

core::Id id_of(capnp::Data::Reader data) { return core::Id::from({data.begin(), data.size()}); }

void write_id(core::Id const& id, std::string& out) {
  char text[38];
  text[0] = text[37] = '"';
  core::write_uuid(id, text + 1);
  out.append(text, sizeof text);
}

void write_string(capnp::Text::Reader text, std::string& out) {
  write_text({text.begin(), text.size()}, out);
}

void write_scalar(Item const& item, std::int64_t value, std::string& out) {
  switch (item.form) {
    case Form::boolean: out += value ? "true" : "false"; return;
    case Form::number: return write_number(item, value, out);
    case Form::enumeration: return write_name(*item.names, value, out);
    case Form::instant:
      out += '"';
      write_instant({value}, out);
      out += '"';
      return;
    case Form::text:
    case Form::language:
    case Form::id:
    case Form::structure:
    case Form::list: break;
  }
  core::broken("a scalar", __FILE__, __LINE__);
}

// Calls `entry` for each entry, with commas between.
template <class List, class Entry>
void write_entries(List const& list, std::string& out, Entry entry) {
  out += '[';
  for (unsigned i = 0; i < list.size(); ++i) {
    if (i > 0) out += ',';
    entry(list[i]);
  }
  out += ']';
}

template <class Raw>
void write_scalars(Item const& item, Pointer from, std::string& out) {
  write_entries(from.getAs<capnp::List<Raw>>(), out,
                [&](Raw value) { write_scalar(item, static_cast<std::int64_t>(value), out); });
}

void write_numbers(Item const& item, Pointer from, std::string& out) {
  switch (item.bytes) {
    case 1:
      return item.is_signed ? write_scalars<std::int8_t>(item, from, out)
                            : write_scalars<std::uint8_t>(item, from, out);
    case 2:
      return item.is_signed ? write_scalars<std::int16_t>(item, from, out)
                            : write_scalars<std::uint16_t>(item, from, out);
    case 4:
      return item.is_signed ? write_scalars<std::int32_t>(item, from, out)
                            : write_scalars<std::uint32_t>(item, from, out);
    default: return write_scalars<std::int64_t>(item, from, out);
  }
}

void write_list(Item const& item, Pointer from, std::string& out) {
  switch (item.form) {
    case Form::boolean: return write_scalars<bool>(item, from, out);
    case Form::number: return write_numbers(item, from, out);
    case Form::enumeration: return write_scalars<std::uint16_t>(item, from, out);
    case Form::instant: return write_scalars<std::int64_t>(item, from, out);
    case Form::text:
    case Form::language:
      return write_entries(from.getAs<capnp::List<capnp::Text>>(), out,
                           [&](auto entry) { write_string(entry, out); });
    case Form::id:
      return write_entries(from.getAs<capnp::List<capnp::Data>>(), out,
                           [&](auto entry) { write_id(id_of(entry), out); });
    case Form::structure:
      return write_entries(from.getAs<capnp::AnyList>().as<capnp::List<capnp::AnyStruct>>(), out,
                           [&](capnp::AnyStruct::Reader entry) { write(*item.table, entry, out); });
    case Form::list: break;
  }
  core::broken("a list", __FILE__, __LINE__);
}

// One struct on its way out.
class Fields {
 public:
  Fields(capnp::AnyStruct::Reader from, std::string& out)
      : data_(from.getDataSection()), pointers_(from.getPointerSection()), out_(out) {}

  void write(Slot const& slot) {
    switch (slot.item.form) {
      case Form::boolean:
      case Form::number:
      case Form::enumeration:
        return key(slot), write_scalar(slot.item, load(slot.item, data_, slot.offset), out_);
      case Form::instant: return instant(slot);
      case Form::text:
      case Form::language: return key(slot), write_string(pointer(slot).getAs<capnp::Text>(), out_);
      case Form::id: return id(slot);
      case Form::structure: return structure(slot);
      case Form::list: return key(slot), write_list(slot.element, pointer(slot), out_);
    }
  }

 private:
  void key(Slot const& slot) {
    out_.append(slot.key, first_ ? 1 : 0);
    first_ = false;
  }
  Pointer pointer(Slot const& slot) const {
    return slot.offset < pointers_.size() ? pointers_[slot.offset] : Pointer();
  }
  void instant(Slot const& slot) {
    auto const us = load(slot.item, data_, slot.offset);
    if (us != 0 || slot.required) key(slot), write_scalar(slot.item, us, out_);
  }
  void id(Slot const& slot) {
    auto const id = id_of(pointer(slot).getAs<capnp::Data>());
    if (!id.is_nil()) key(slot), write_id(id, out_);
  }
  void structure(Slot const& slot) {
    auto const from = pointer(slot);
    if (!from.isNull())
      key(slot), json::write(*slot.item.table, from.getAs<capnp::AnyStruct>(), out_);
  }

  Data data_;
  capnp::List<capnp::AnyPointer>::Reader pointers_;
  std::string& out_;
  bool first_ = true;
};

}  // namespace

void write(Table const& table, capnp::AnyStruct::Reader from, std::string& out) {
  out += '{';
  Fields fields(from, out);
  for (auto const& slot : table.slots) fields.write(slot);
  out += '}';
}

}  // namespace api::json
