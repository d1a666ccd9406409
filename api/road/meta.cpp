// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/road/meta.hpp"

namespace api {
namespace {

// The number of a family by its name; 0 for none, and nothing for a name that no family has.
std::optional<core::Family> family_named(capnp::Text::Reader name) {
  if (name.size() == 0) return core::Family{0};
  auto const family = core::schema_tables().family(std::string_view(name.cStr(), name.size()));
  return family != 0 ? std::optional(family) : std::nullopt;
}

}  // namespace

core::Result<void> read_meta(core::schema::Meta::Reader meta, core::Command& command,
                             std::vector<core::Command::Expected>& expected) {
  if (meta.hasCommandId()) command.id = core::id_from(meta.getCommandId());
  command.correlation = core::id_from(meta.getCorrelation());
  command.occurred = {meta.getOccurred()};
  for (auto expect : meta.getExpect()) {
    auto const family = family_named(expect.getFamily());
    if (!family)
      return core::refuse("input.invalid",
                          "meta.expect[" + std::to_string(expected.size()) + "].family");
    expected.push_back({*family, core::id_from(expect.getStream()), {expect.getVersion()}});
  }
  command.expected = expected;
  return {};
}

}  // namespace api
