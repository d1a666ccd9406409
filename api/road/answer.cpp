// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/road/asking.hpp"
#include "core/check.hpp"

namespace api {

core::Result<void> answer(Asking const& asking, core::Type const& type,
                          capnp::AnyStruct::Reader query, capnp::AnyPointer::Builder reply) {
  switch (type.id) {
#define X(family, Query)                                   \
  case core::id_of<core::family::Query>:                   \
    return answer(asking, query.as<core::family::Query>(), \
                  reply.initAs<core::family::Query##Reply>());
    FUGE_QUERIES(X)
#undef X
    default: break;
  }
  core::broken("a query without an answer", __FILE__, __LINE__);
}

}  // namespace api
