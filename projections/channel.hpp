// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/ids.hpp"

namespace projections {

// Where an event is filed: with one of three audiences, and with the persons it concerns. The channels of a feed are made of
// these: "public" is its own lane, "members" also reads what is public, "staff" all three; "person/UUID" is that person's lane,
// "following/UUID" what that person follows.
struct Lane {
  enum Kind : std::uint8_t {
    everybody = 'p',
    members = 'm',
    staff = 's',
    person = 'u',
    following = 'f'
  };

  Kind kind = staff;
  core::Id whose;  // Of a lane that is one person's.

  bool operator==(Lane const&) const = default;
  // The kind, and the id where there is one.
  std::string key() const {
    std::string key(1, static_cast<char>(kind));
    if (!whose.is_nil()) key += core::view_of(whose.view());
    return key;
  }
};

// The lanes that a channel reads.
class Channel {
 public:
  // Nothing for a name that no channel has.
  static std::optional<Channel> parse(std::string_view name);
  std::span<Lane const> lanes() const { return {lanes_, count_}; }
  bool reads(Lane const& lane) const;

 private:
  Lane lanes_[3];
  std::size_t count_ = 0;
};

// The names of the channels that read the lane.
std::span<std::string const> channels_of(Lane const& lane, std::string& person_buffer);

}  // namespace projections
