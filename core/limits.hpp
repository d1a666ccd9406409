// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>

// Every bound of the program, with what happens when it is reached.
namespace core::limits {

// One event, open and sealed parts together. Beyond: the command is refused, `input.too-large`.
inline constexpr std::size_t event_bytes_max = 64 << 10;
// Events of one command. Beyond: broken program; decide must refuse earlier.
inline constexpr std::size_t command_events_max = 256;
// A batch is closed when it reaches either; the next command opens another. A command never spans two.
inline constexpr std::size_t batch_events_max = 1024;
inline constexpr std::size_t batch_bytes_max = 512 << 10;
// A block on disk: a full batch and the command that filled it.
inline constexpr std::size_t block_bytes_max =
    batch_bytes_max + command_events_max * event_bytes_max;

// Reading a Cap'n Proto message, whether from a client or from the disk.
inline constexpr std::uint64_t traversal_words_max = (1 << 20) / 8 * 4;
inline constexpr int nesting_max = 16;

// Roles of one account. Beyond: `role.limit`.
inline constexpr std::size_t grants_max = 256;

// Offers of a profile, and its needs. Beyond: `profile.limit`. (What one command brings is bounded by the schema.)
inline constexpr std::size_t skills_max = 50;

// More general terms directly above a term. Beyond: `vocab.too-many`.
inline constexpr std::size_t broader_max = 32;
// Steps from a term up to the most general one above it, when it is placed. Beyond: `vocab.too-deep`.
inline constexpr std::size_t depth_max = 32;

// Co-authors of an idea with those who were asked, and ideas merged into one. Beyond: `idea.limit`.
inline constexpr std::size_t co_authors_max = 16;
inline constexpr std::size_t absorbed_max = 32;

// What one project may have of each, and how long a chain of projects that follow on each other. Beyond: `project.limit`.
inline constexpr std::size_t project_members_max = 64;
inline constexpr std::size_t milestones_max = 100;
inline constexpr std::size_t prototypes_max = 50;
inline constexpr std::size_t sites_max = 50;
inline constexpr std::size_t successors_max = 32;
inline constexpr std::size_t releases_max = 50;
inline constexpr std::size_t adoptions_max = 200;
inline constexpr std::size_t companies_max = 20;
inline constexpr std::size_t predecessors_max = 64;

// People of an organisation, those who asked to belong to it included. Beyond: `org.limit`.
inline constexpr std::size_t organisation_people_max = 1000;

// Committed batches waiting for the views. Full: the engine takes no new commands until they have caught up.
inline constexpr std::size_t views_queue_max = 4096;
// Questions waiting for thread P. Full: `server.busy`.
inline constexpr std::size_t queries_queue_max = 10'000;
// How long a question waits for `atLeast`. Beyond: `read.too-early`.
inline constexpr std::int64_t at_least_wait_us_max = 5'000'000;

// Rows that have changed, and command ids that are new: then they are written behind, or as soon as the last ones are. Taking
// the rows costs thread E some milliseconds; the ids cost it nothing, and are cheaper for their shelf the more they are.
inline constexpr std::size_t write_behind_rows_max = 32'768;
inline constexpr std::size_t write_behind_commands_max = 65'536;
// Batches that are closed and not settled yet. Then the open one waits, and grows.
inline constexpr std::size_t batches_in_flight_max = 3;

}  // namespace core::limits
