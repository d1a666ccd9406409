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

// How far ahead of our clock something may be said to have happened. Beyond: `input.invalid`; within, it happened now.
inline constexpr std::int64_t clock_ahead_us_max = 60'000'000;
// How far back, for whoever is not at the operator's console: 400 days, so that a year can be completed. Beyond: `input.invalid`.
inline constexpr std::int64_t occurred_back_us_max = 400LL * 86'400 * 1'000'000;

// Reading a Cap'n Proto message, whether from a client or from the disk.
inline constexpr std::uint64_t traversal_words_max = (1 << 20) / 8 * 4;
inline constexpr int nesting_max = 16;

// Roles of one account. Beyond: `role.limit`.
inline constexpr std::size_t grants_max = 256;

// How long a person may think over being erased, unless they say otherwise, and the longest they may say.
inline constexpr std::int64_t erasure_us = 7LL * 86'400 * 1'000'000;
inline constexpr std::int64_t erasure_us_max = 30LL * 86'400 * 1'000'000;

// How long staff may look at what is kept of a person, once they have said why. Beyond: `account.not-opened`.
inline constexpr std::int64_t opened_us = 86'400LL * 1'000'000;
// One page of an export: events of the log that are looked at for it, those that are told, and bytes of each of its documents.
// Beyond: the page says where to go on.
inline constexpr std::size_t export_scan_max = 200'000;
inline constexpr std::size_t export_events_max = 2'000;
inline constexpr std::size_t export_bytes_max = 1 << 20;

// The shortest that somebody may do nothing before they are reminded. Below: `input.invalid`.
inline constexpr std::uint32_t idle_days_min = 30;
// How often it is looked at who is due, and for how many of them something is done then. The others follow at the next look.
inline constexpr std::int64_t retention_look_us = 600LL * 1'000'000;
inline constexpr std::size_t retention_commands_max = 200;

// How long ago somebody may have signed in for what the schema marks `$fresh`. Beyond: `auth.not-fresh`.
inline constexpr std::int64_t fresh_login_us = 15LL * 60 * 1'000'000;

// When a privacy request is to be answered, counted from its receipt, and how much longer after the one extension. Article 12(3)
// GDPR gives a month and two more: no month is shorter than four weeks, no two than eight.
inline constexpr std::int64_t request_answer_us = 28LL * 86'400 * 1'000'000;
inline constexpr std::int64_t request_extension_us = 56LL * 86'400 * 1'000'000;
// How long ago a request may have been received that is recorded today.
inline constexpr std::int64_t request_received_us_max = 400LL * 86'400 * 1'000'000;

// Offers of a profile, and its needs. Beyond: `profile.limit`. (What one command brings is bounded by the schema.)
inline constexpr std::size_t skills_max = 50;
// Offers and needs that one person has on the board. Beyond: `profile.limit`.
inline constexpr std::size_t posts_max = 20;

// Partners of a programme, and degree programmes in it. Beyond: `programme.limit`.
inline constexpr std::size_t partners_max = 200;
inline constexpr std::size_t studies_max = 200;

// Those who wait and get the seats that one command makes. The others follow, by commands of their own.
inline constexpr std::size_t promoted_max = 200;
static_assert(promoted_max < command_events_max);

// Of a team: members (as in the schema, beyond: `team.full`), roles, requests, invitations that are valid. Beyond: `team.limit`.
// Together they fit into the events of the one command that ends the team.
inline constexpr std::size_t team_members_max = 50;
inline constexpr std::size_t team_roles_max = 20;
inline constexpr std::size_t team_requests_max = 64;
inline constexpr std::size_t team_invitations_max = 128;
// How long an invitation stands that says nothing else.
inline constexpr std::int64_t invitation_us = 14LL * 86'400 * 1'000'000;
// Teams that a person is in or has asked, in one programme or outside of all. Beyond: `team.limit`.
inline constexpr std::size_t team_places_max = 32;
// Whoever takes the last seat ends all of these.
static_assert(team_roles_max + team_requests_max + team_invitations_max + team_places_max + 3 <
              command_events_max);
// Teams of a challenge, those that were declined included, and challenges that a team works on or has applied for. Beyond:
// `challenge.limit`.
inline constexpr std::size_t challenge_teams_max = 200;
inline constexpr std::size_t team_challenges_max = 64;
// Datasets of a challenge. Beyond: `challenge.limit`.
inline constexpr std::size_t datasets_max = 50;
static_assert(team_members_max + team_roles_max + team_requests_max + team_challenges_max <
              command_events_max);

// More general terms directly above a term. Beyond: `vocab.too-many`.
inline constexpr std::size_t broader_max = 32;
// Steps from a term up to the most general one above it, when it is placed. Beyond: `vocab.too-deep`.
inline constexpr std::size_t depth_max = 32;

// People of an organisation, those who asked to belong to it included. Beyond: `org.limit`.
inline constexpr std::size_t organisation_people_max = 1000;

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

// People somebody keeps away. Beyond: `person.limit`.
inline constexpr std::size_t blocked_max = 200;
// Reports of one person that nobody has settled. Beyond: `person.limit`.
inline constexpr std::size_t reports_max = 100;
// What somebody follows; fewer than events of a command, since one wish may end them all. Beyond: `follow.limit`.
inline constexpr std::size_t followed_max = 200;
// Notifications that are kept of one person, per kind. Beyond: the oldest is no longer listed, and remains in the feeds.
inline constexpr std::size_t notices_max = 50;
// Those who are told of one application, since they run the programme. Beyond: the others find it in the cockpit.
inline constexpr std::size_t managers_told_max = 50;
// Measures of a tenant. Beyond: `measure.limit`.
inline constexpr std::size_t measures_max = 100;

// Committed batches waiting for the views. Full: the engine takes no new commands until they have caught up.
inline constexpr std::size_t views_queue_max = 4096;
// Questions waiting for thread P. Full: `server.busy`.
inline constexpr std::size_t queries_queue_max = 10'000;
// Words of a question to the search. Beyond: `input.invalid`. Bytes of a word that count; the rest makes no difference.
inline constexpr std::size_t search_words_max = 8;
inline constexpr std::size_t search_word_bytes_max = 64;
// Bytes of a text around what was found in it that are shown.
inline constexpr std::size_t search_excerpt_bytes_max = 240;
// Questions of one connection that wait for thread P. Beyond: `server.busy`.
inline constexpr std::size_t questions_per_connection_max = 64;
// Whose commands are counted at once; beyond, those who have not given any lately are forgotten, or all.
inline constexpr std::size_t rated_people_max = 100'000;
// How long a question waits for `atLeast`. Beyond: `read.too-early`.
inline constexpr std::int64_t at_least_wait_us_max = 5'000'000;

// Rows that have changed, and command ids that are new: then they are written behind, or as soon as the last ones are. Taking
// the rows costs thread E some milliseconds; the ids cost it nothing, and are cheaper for their shelf the more they are.
inline constexpr std::size_t write_behind_rows_max = 32'768;
inline constexpr std::size_t write_behind_commands_max = 65'536;
// A batch of at most so many bytes is written by thread E itself where no other is in flight: handing it over would take longer
// than it lets the thread do meanwhile.
inline constexpr std::size_t batch_at_once_bytes_max = 64 << 10;
// Batches that are closed and not settled yet. Then the open one waits, and grows.
inline constexpr std::size_t batches_in_flight_max = 3;

// What one profile, with eight offers and four needs, may cost in memory in each room. Checked by bench/memory.
inline constexpr std::size_t state_bytes_per_profile_max = 400;
inline constexpr std::size_t views_bytes_per_profile_max = 400;
inline constexpr std::size_t match_bytes_per_profile_max = 300;

// A request to a witness, with at most 63 hashes and 64 signatures. Beyond: HTTP 413.
inline constexpr std::size_t add_checkpoint_bytes_max = 32 << 10;
// What is taken of the answer of another server. Beyond: it counts as none.
inline constexpr std::size_t foreign_answer_bytes_max = 64 << 10;

}  // namespace core::limits
