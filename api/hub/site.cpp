// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/hub/site.hpp"

#include <boost/asio/post.hpp>

#include "api/hub/execution.hpp"
#include "api/hub/metrics.hpp"
#include "api/hub/retention.hpp"
#include "core/limits.hpp"
#include "core/own_texts.hpp"

namespace api {
namespace {

constexpr std::int64_t demo_token_us = 86'400'000'000;
// Rows that are written behind at once when there is nothing else to do.
constexpr std::size_t rows_when_idle = 1, rows_when_busy = 4096;

// Whose account was suspended or erased, or gained or lost a role.
std::vector<core::Id> whose_rights_changed(core::Block const& block) {
  std::vector<core::Id> people;
  for (std::size_t i = 0; i < block.size(); ++i) {
    auto const record = core::RecordView::parse(block.record(i));
    switch (record->header().event_type) {
      case core::id_of<core::account::AccountSuspended>:
      case core::id_of<core::account::SubjectErased>:
      case core::id_of<core::account::RoleGranted>:
      case core::id_of<core::account::RoleRevoked>: people.push_back(record->header().stream.id);
    }
  }
  return people;
}

}  // namespace

Site::Site(Hub& hub, ReadSide& read_side, std::vector<DemoLogin> logins, Shared shared)
    : hub_(hub),
      read_side_(read_side),
      shared_(std::move(shared)),
      views_(
          read_side.views().position(), [this](core::Block const& block) { apply(block); },
          [this] { read_side_.write_behind(rows_when_idle); }),
      feeds_(shared_.context, views_, read_side.items()),
      road_(shared_.context, hub.engine(), hub.log_threads(), views_,
            [this](std::exception const& failure) {
              shared_.warn(std::string("no more writing: ") + failure.what());
            }),
      dispatcher_(shared_.context, road_, views_, read_side.rooms(), shared_.commands_per_second),
      connections_(connections()),
      routes_(connections_, shared_.files, {shared_.context, hub.worker(), hub.tenant().proof()},
              {shared_.context, hub.worker(), hub.engine().world(), hub.tenant().identity(),
               hub.clock(), evidence()},
              std::move(logins), hooks()) {}

// The log's threads, thread P and the worker look at nearly everything here, so they end first.
Site::~Site() {
  hub_.worker().finish();
  hub_.log_threads().finish();
  views_.end();
}

Connections Site::connections() {
  auto caller_of = [this](std::string_view text) -> std::optional<Caller> {
    auto const token = hub_.tenant().identity().check_token(text, hub_.clock().now());
    if (!token) return {};
    return Caller{.actor = token->subject, .signed_in = token->created};
  };
  auto path = [this](core::Id const& person) {
    return erasure_path(person, hub_.tenant().vault().tenant_secret(), hub_.crypto());
  };
  return {dispatcher_, feeds_, views_, caller_of, hub_.tenant().log().epoch(), path};
}

ErasureEvidence Site::evidence() {
  auto& tenant = hub_.tenant();
  return {tenant.log(), tenant.proof(), tenant.vault(), hub_.crypto()};
}

HttpRoutes::Hooks Site::hooks() {
  return {.ready = [this] { return !shared_.draining() && !hub_.engine().stopped(); },
          .metrics = [this] { return metrics(); },
          .issue_token =
              [this](core::Id const& subject) {
                auto const now = hub_.clock().now();
                return hub_.tenant().identity().issue_token(subject, "demo", now,
                                                            {now.us + demo_token_us});
              }};
}

void Site::tick() {
  if (hub_.engine().stopped()) return;
  hub_.engine().write_behind();
  erase_due();
  redact_ordered();
  look_at_retention();
}

// What is outside of the log goes first, so that whoever is erased in the log is on the list as well.
void Site::erase_due() {
  std::vector<core::Id> due;
  core::account::each_due(hub_.engine().world(), hub_.engine().time(),
                          [&](core::Id const& person) { due.push_back(person); });
  if (due.empty() || std::exchange(erasing_, true)) return;
  hub_.worker().run([this, due = std::move(due)] {
    for (auto const& person : due) hub_.forget(person);
    boost::asio::post(shared_.context, [this, due] {
      for (auto const& person : due)
        road_.submit(Execution(person, false).command(), [](core::Result<core::Receipt> const&) {});
      erasing_ = false;
    });
  });
}

// The same for texts: the list first.
void Site::redact_ordered() {
  struct Ordered {
    core::Id of, text;
    core::Position event;
  };
  std::vector<Ordered> ordered;
  auto const& world = hub_.engine().world();
  core::each_ordered(world, [&](core::Id const& of, core::Position event) {
    ordered.push_back({of, core::own_text(world, of, event)->text, event});
  });
  if (ordered.empty() || std::exchange(redacting_, true)) return;
  hub_.worker().run([this, ordered = std::move(ordered)] {
    for (auto const& one : ordered) hub_.forget_text(one.text);
    boost::asio::post(shared_.context, [this, ordered] {
      for (auto const& one : ordered)
        road_.submit(Redaction(one.of, one.event, false).command(),
                     [](core::Result<core::Receipt> const&) {});
      redacting_ = false;
    });
  });
}

// Thread P knows who is idle, thread E who is kept nevertheless.
void Site::look_at_retention() {
  auto const now = hub_.engine().time();
  auto const terms = hub_.engine().world().tenant.load(core::tenant::the_tenant()).retention;
  if (terms.idle_days == 0 || now.us - looked_.us < core::limits::retention_look_us) return;
  looked_ = now;
  views_.ask({}, [this, terms, now](bool) {
    auto found = idle(read_side_.rooms().activity, terms, now);
    if (found.empty()) return;
    boost::asio::post(shared_.context, [this, found = std::move(found)] {
      carry_out(hub_.engine().world(), found, [this](core::Command const& command) {
        road_.submit(command, [](core::Result<core::Receipt> const&) {});
      });
    });
  });
}

// Thread P: the views first, then whoever follows a channel, after those who may not any more have left.
void Site::apply(core::Block const& block) {
  read_side_.apply(block);
  if (auto people = whose_rights_changed(block); !people.empty())
    boost::asio::post(shared_.context, [this, people = std::move(people)] {
      feeds_.review(hub_.engine().world(), people);
    });
  std::vector<std::pair<std::string, FeedFrame>> frames;
  auto const send = [&](core::Position position, std::string const& channel) {
    if (feeds_.followed(channel))
      frames.emplace_back(channel, read_side_.items().shared(channel, position));
  };
  core::Position const before{block.first.value - 1};
  read_side_.rooms().feed.recent(before, send);
  read_side_.rooms().notifications.recent(
      before, [&](core::Position position, core::Id const& person) {
        send(position, std::string(notifications_prefix) + core::to_string(person));
      });
  if (!frames.empty()) feeds_.publish(std::move(frames));
  read_side_.write_behind(rows_when_busy);
}

std::string Site::metrics() const {
  Metrics metrics;
  auto const& road = road_.counters();
  auto const& net = shared_.net();
  metrics.counter("fuge_commands_total", "Commands received.", road.commands);
  metrics.counter("fuge_commands_refused_total", "Commands refused.", road.refused);
  metrics.counter("fuge_events_total", "Events committed by this process.", road.events);
  metrics.counter("fuge_commits_total", "Commits.", road.commits);
  metrics.counter("fuge_commit_microseconds_total", "Time spent in commits.", road.commit_us_sum);
  metrics.gauge("fuge_commit_microseconds_max", "The longest commit.", road.commit_us_max);
  metrics.gauge("fuge_log_position", "The last durable position.",
                hub_.tenant().log().head().value);
  metrics.gauge("fuge_views_position", "How far the views are.", views_.position().value);
  metrics.gauge("fuge_views_backlog", "Committed batches waiting for the views.", views_.backlog());
  metrics.gauge("fuge_feed_followers", "Subscriptions to channels.", feeds_.followers());
  metrics.counter("fuge_feed_delivered_total", "Feed items sent.", feeds_.delivered());
  metrics.counter("fuge_messages_total", "JSON-RPC messages received.", dispatcher_.messages());
  metrics.gauge("fuge_connections", "Open connections.", net.connections_open);
  metrics.counter("fuge_connections_accepted_total", "Connections accepted.", net.accepted);
  metrics.gauge("fuge_writing_stopped", "1 when nothing is accepted any more.",
                hub_.engine().stopped());
  return metrics.text();
}

}  // namespace api
