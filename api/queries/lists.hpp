// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <capnp/list.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/schema.hpp"

// Between the schema's lists and vectors.
namespace api {

template <class T, class List>
std::vector<T> values_of(List list) {
  std::vector<T> values;
  for (auto value : list) values.push_back(static_cast<T>(value));
  return values;
}

inline std::vector<std::string> texts_of(capnp::List<capnp::Text>::Reader list) {
  std::vector<std::string> texts;
  for (auto text : list) texts.emplace_back(text.cStr(), text.size());
  return texts;
}

inline std::vector<core::Id> ids_of(capnp::List<capnp::Data>::Reader list) {
  std::vector<core::Id> ids;
  for (auto id : list) ids.push_back(core::id_from(id));
  return ids;
}

inline void set_texts(std::vector<std::string> const& texts,
                      capnp::List<capnp::Text>::Builder list) {
  for (unsigned i = 0; i < texts.size(); ++i) list.set(i, texts[i]);
}

inline void set_ids(std::vector<core::Id> const& ids, capnp::List<capnp::Data>::Builder list) {
  for (unsigned i = 0; i < ids.size(); ++i) list.set(i, core::data_of(ids[i]));
}

// How many a page has where the question does not say.
template <class Query>
std::size_t limit_of(Query query, std::size_t otherwise = 20) {
  return query.getLimit() == 0 ? otherwise : query.getLimit();
}

// What follows `after` in a list, at most `limit`; from the first where it is nil or not there any more.
inline std::vector<core::Id> page_of(std::vector<core::Id> const& ids, core::Id const& after,
                                     std::size_t limit) {
  auto const last = std::ranges::find(ids, after);
  auto const first = last == ids.end() ? ids.begin() : last + 1;
  auto const rest = static_cast<std::size_t>(ids.end() - first);
  return {first, first + static_cast<std::ptrdiff_t>(std::min(limit, rest))};
}

// How many of what was found have this value.
struct Facet {
  std::string name, value;
  std::uint64_t count;
};

template <class List>
void set_facets(std::vector<Facet> const& facets, List list) {
  for (unsigned i = 0; i < facets.size(); ++i) {
    list[i].setName(facets[i].name);
    list[i].setValue(facets[i].value);
    list[i].setCount(facets[i].count);
  }
}

}  // namespace api
