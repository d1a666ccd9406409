// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/all_views.hpp"
#include "tests/support/draw.hpp"
#include "tests/support/one_of_each.hpp"
#include "tests/support/scene.hpp"

namespace support {

// One tenant to which random things happen, beginning with one of everything: commands, commits, flows, views that follow, work
// that is written behind or lost, crashes. What must hold is looked at on the way and at the end; what does not is told in words.
class RandomHub {
 public:
  // How often something happens: once in so many commands.
  struct Pace {
    std::size_t crash = 5000;
    std::size_t look_at_refusals = 20;
  };

  explicit RandomHub(std::uint64_t seed) : RandomHub(seed, Pace()) {}
  RandomHub(std::uint64_t seed, Pace pace);
  RandomHub(RandomHub const&) = delete;

  void step();
  // Commits, and compares everything with what the log says.
  void finish();

  std::vector<std::string> const& wrong() const { return wrong_; }
  std::map<std::uint16_t, std::uint64_t> const& events() const { return events_; }    // By type.
  std::map<std::string, std::uint64_t> const& refusals() const { return refusals_; }  // By code.
  Scene const& scene() const { return scene_; }
  std::uint64_t commands() const { return commands_; }
  std::uint64_t accepted() const { return accepted_; }
  std::uint64_t crashes() const { return crashes_; }
  std::uint64_t told_again() const { return told_again_; }

 private:
  struct Told {
    std::shared_ptr<Drawn> drawn;
    core::Receipt receipt;
  };

  void begin();
  void begin_again();
  bool send(Step const& step);
  void must(bool good, std::string what);
  core::Result<core::Receipt> send(core::Command const& command);
  void send_at_random();
  void commit();
  void take_in(core::Block const& block);
  // Somebody new comes for whoever was erased, and in their place where one of everything is done again.
  void replace(core::Id const& person);
  void crash();
  void start_views();
  void tell_again(Told const& once);
  void check_the_log();
  void check_the_views();

  Pace pace_;
  Scene scene_;
  Draw draw_;
  storage::MemoryShelves view_shelves_;
  std::unique_ptr<AllViews> views_;
  std::vector<Told> open_, told_;
  std::map<std::string, std::string>
      names_;                     // Of the people at first -> of who is there in their place.
  std::vector<core::Id> erased_;  // Nobody is there in their place yet.
  std::map<std::uint16_t, std::uint64_t> events_;
  std::map<std::string, std::uint64_t> refusals_;
  std::vector<std::string> wrong_;
  std::uint64_t commands_ = 0, accepted_ = 0, crashes_ = 0, told_again_ = 0, rounds_ = 0,
                replaced_ = 0;
};

}  // namespace support
