// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/hub/read_side.hpp"

namespace api {
namespace {

std::unique_ptr<projections::NoShelves> none_or(ReadSide::From from) {
  return from == ReadSide::From::the_beginning ? std::make_unique<projections::NoShelves>()
                                               : nullptr;
}

core::Shelves& either(projections::NoShelves* none, core::Shelves& real) {
  if (none) return *none;
  return real;
}

}  // namespace

ReadSide::ReadSide(Hub& hub, std::function<void(std::string const&)> warn, From from)
    : worker_(hub.worker()),
      none_(none_or(from)),
      shelves_(either(none_.get(), hub.tenant().shelves())),
      terms_(hub.crypto()),
      directory_(hub.crypto()),
      challenges_(hub.crypto()),
      courses_(hub.crypto()),
      ideas_(hub.crypto()),
      projects_(hub.crypto()),
      organisations_(hub.crypto()),
      blocks_(hub.crypto()),
      programmes_(hub.crypto()),
      teams_(hub.crypto()),
      posts_(hub.crypto()),
      following_(hub.crypto()),
      reports_(hub.crypto()),
      tenant_(hub.crypto()),
      accesses_(hub.crypto()),
      activity_(hub.crypto()),
      privacy_requests_(hub.crypto()),
      feed_(hub.crypto(), shelves_),
      notifications_(hub.crypto()),
      facts_(hub.crypto()),
      oracle_(facts_),
      views_({hub.tenant().log(), shelves_, hub.worker(), std::move(warn)},
             {&terms_,    &directory_,        &challenges_, &courses_,       &ideas_,
              &projects_, &organisations_,    &blocks_,     &programmes_,    &teams_,
              &posts_,    &following_,        &reports_,    &tenant_,        &accesses_,
              &activity_, &privacy_requests_, &feed_,       &notifications_, &facts_}),
      texts_(hub.tenant().log(), hub.tenant().vault(), hub.crypto()),
      labels_(terms_, texts_),
      rooms_{terms_,
             directory_,
             challenges_,
             courses_,
             ideas_,
             projects_,
             organisations_,
             blocks_,
             programmes_,
             teams_,
             posts_,
             following_,
             reports_,
             tenant_,
             accesses_,
             activity_,
             privacy_requests_,
             feed_,
             notifications_,
             views_,
             facts_,
             oracle_,
             hub.tenant().log(),
             hub.tenant().proof(),
             hub.tenant().vault(),
             hub.tenant().identity(),
             hub.crypto(),
             hub.tenant().vault().tenant_secret(),
             words_,
             texts_,
             labels_},
      keeper_(rooms_, words_),
      items_(hub.tenant().log(), rooms_) {
  rooms_.items = &items_;
}

ReadSide::~ReadSide() { worker_.finish(); }

void ReadSide::recover(core::FunctionRef<void(core::Position)> progress, core::Position until) {
  views_.start(until, progress);
}

void ReadSide::apply(core::Block const& block) {
  if (views_.apply(block)) texts_.forget();
  keeper_.apply(block);
}

std::size_t ReadSide::index_texts(core::FunctionRef<void(std::uint64_t)> progress) {
  return keeper_.start(progress);
}

void ReadSide::write_behind(std::size_t rows_min) {
  for (std::size_t i = 0; i < views_.all().size() && views_.write_behind(rows_min); ++i) {
  }
}

}  // namespace api
