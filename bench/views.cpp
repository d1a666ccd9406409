// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// The views at the size of a country's city: a million listed profiles, a vocabulary like ESCO's (14,157 terms, 60,000 labels).
// How fast events are folded, what a profile costs in memory, how long a search, a page of the feed and a suggestion take.
// Argument: how many profiles.
#include "projections/views.hpp"

#include <random>

#include "bench/report.hpp"
#include "core/schema/account.capnp.h"
#include "projections/directory.hpp"
#include "projections/feed.hpp"
#include "projections/terms.hpp"
#include "storage/crypto.hpp"

namespace {

constexpr std::size_t terms_count = 14'157;
constexpr std::array languages{"de", "en", "uk", "ar", "fr", "tr", "ru", "es", "pl", "vi"};

core::Id id_of(std::uint64_t number) {
  core::Id id;
  auto const spread = (number + 1) * 0xbf58476d1ce4e5b9;
  std::memcpy(id.bytes.data(), &spread, 8);
  std::memcpy(id.bytes.data() + 8, &number, 8);
  return id;
}

// Few values are frequent and many are rare.
std::size_t skewed(std::mt19937_64& engine, std::size_t values) {
  auto const range = 1 + engine() % values;
  return engine() % range;
}

// Makes events and hands them to a view, as they come out of the log.
class Source {
 public:
  explicit Source(std::vector<core::Projection*> views) : views_(std::move(views)) {}

  template <class Event, class Fill>
  void add(core::Id const& stream, Fill fill) {
    auto const& type = core::schema_tables().of<Event>();
    capnp::MallocMessageBuilder message;
    fill(message.initRoot<Event>());
    auto const words = capnp::canonicalize(message.getRoot<Event>().asReader());
    core::RecordHeader header;
    header.event_type = type.id;
    header.position = {++position_};
    header.stream = {type.family, stream};
    header.actor = stream;
    record_.clear();
    core::write_record(header, {words.asBytes().begin(), words.asBytes().size()}, {},
                       storage::crc32c, record_);
    auto const view = core::RecordView::parse(record_);
    core::CanonicalReader event(view->open());
    auto const start = std::chrono::steady_clock::now();
    for (auto* const each : views_) each->apply({*view, type, event});
    seconds_ += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (position_ % 4096 == 0)
      for (auto* const each : views_) each->take_changes();
  }
  double events_per_second() const { return static_cast<double>(position_) / seconds_; }

 private:
  std::vector<core::Projection*> views_;
  std::vector<std::uint8_t> record_;
  std::uint64_t position_ = 0;
  double seconds_ = 0;
};

std::string word(std::mt19937_64& engine) {
  static constexpr std::array syllables{"op",  "tik", "la",   "ser",  "ver", "wal",  "ten", "ma",
                                        "na",  "ge",  "ment", "soft", "wa",  "re",   "da",  "bank",
                                        "kun", "de",  "pla",  "nung", "bau", "tech", "nik", "sys"};
  std::string text;
  for (std::size_t i = 0, count = 2 + engine() % 3; i < count; ++i)
    text += syllables[engine() % syllables.size()];
  return text;
}

void fill_terms(Source& source, std::mt19937_64& engine) {
  for (std::size_t term = 0; term < terms_count; ++term)
    source.add<core::vocabulary::TermAdded>(id_of(term), [&](auto event) {
      event.setTerm(core::data_of(id_of(term)));
      auto labels = event.initLabels(static_cast<unsigned>(2 + engine() % 5));
      for (unsigned i = 0; i < labels.size(); ++i) {
        labels[i].setLanguage(i % 2 ? "en" : "de");
        labels[i].setText(word(engine) + " " + word(engine) + " " + word(engine));
        labels[i].setPreferred(i < 2);
      }
    });
}

void fill_people(Source& source, std::mt19937_64& engine, std::size_t count) {
  for (std::size_t person = 0; person < count; ++person) {
    auto const id = core::data_of(id_of(person));
    source.add<core::account::ConsentGiven>(id_of(person),
                                            [&](auto event) { event.setAccount(id); });
    source.add<core::profile::ProfileCreated>(id_of(person), [&](auto event) {
      event.setProfile(id);
      event.setSector(static_cast<core::schema::Sector>(1 + skewed(engine, 4)));
      event.initKinds(1).set(0, static_cast<core::profile::Kind>(skewed(engine, 8)));
      event.setDistrict("Bezirk " + std::to_string(skewed(engine, 40)));
      event.setHoursPerWeek(static_cast<std::uint8_t>(engine() % 40));
      auto spoken = event.initLanguages(static_cast<unsigned>(1 + engine() % 3));
      for (unsigned i = 0; i < spoken.size(); ++i)
        spoken.set(i, languages[(skewed(engine, 10) + i) % 10]);
      auto offers = event.initOffers(static_cast<unsigned>(2 + engine() % 7));
      for (auto offer : offers) offer.setTerm(core::data_of(id_of(skewed(engine, terms_count))));
      auto needs = event.initNeeds(static_cast<unsigned>(1 + engine() % 4));
      for (auto need : needs) need.setTerm(core::data_of(id_of(skewed(engine, terms_count))));
    });
    source.add<core::profile::ProfileListed>(id_of(person),
                                             [&](auto event) { event.setProfile(id); });
  }
}

void measure_directory(bench::Report& report, projections::Directory const& directory,
                       std::size_t count) {
  using core::schema::Sector;
  auto const rows = static_cast<double>(count);
  report.row("views.directory.rows", static_cast<double>(directory.rows().memory_bytes()) / rows,
             "bytes/profile");
  report.row("views.directory.index", static_cast<double>(directory.memory_bytes()) / rows,
             "bytes/profile");
  auto const search = [&](char const* name, projections::DirectoryFilter const& filter) {
    auto const ns = bench::median_ns(9, 1, [&] { bench::keep(directory.search(filter, {}, 20)); });
    report.row(std::string("views.search.") + name, ns / 1000, "us");
  };
  projections::DirectoryFilter filter;
  search("everybody", filter);
  filter.sectors = {Sector::SCIENCE};
  search("sector", filter);
  filter.sectors = {Sector::BUSINESS, Sector::SCIENCE};
  filter.languages = {"de"};
  search("two_sectors.language", filter);
  filter.hours_min = 10;
  search("two_sectors.language.hours", filter);
  filter.skills = {id_of(3), id_of(40)};
  search("two_sectors.language.hours.skills", filter);
  filter = {};
  filter.skills = {id_of(9000)};
  search("rare_skill", filter);
  filter = {};
  filter.hours_min = 20;
  search("hours", filter);
}

void measure_terms(bench::Report& report, projections::Terms const& terms) {
  report.row("views.terms.index", static_cast<double>(terms.memory_bytes()) / terms_count,
             "bytes/term");
  for (auto const* typed : {"o", "la", "las", "laser", "verwaltung", "nikbau", "xyzzy"}) {
    auto const ns = bench::median_ns(15, 5, [&] { bench::keep(terms.suggest(typed, "de", 10)); });
    report.row(std::string("views.suggest.") + typed, ns / 1000, "us");
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t const count = argc > 1 ? std::stoul(argv[1]) : 1'000'000;
  std::mt19937_64 engine(1);
  storage::Crypto const crypto;
  bench::Report report("views");

  projections::Terms terms(crypto);
  Source vocabulary({&terms});
  fill_terms(vocabulary, engine);
  report.row("views.terms.fold", vocabulary.events_per_second(), "events/s");
  measure_terms(report, terms);

  projections::NoShelves shelves;
  projections::Directory directory(crypto);
  projections::Feed feed(crypto, shelves);
  Source people({&directory}), happenings({&feed});
  fill_people(people, engine, count);
  report.row("views.directory.fold", people.events_per_second(), "events/s");
  measure_directory(report, directory, count);
  fill_people(happenings, engine, count / 10);
  report.row("views.feed.fold", happenings.events_per_second(), "events/s");
  report.row("views.feed.rows",
             static_cast<double>(feed.rows().memory_bytes()) / static_cast<double>(count / 10),
             "bytes/person");
  return report.finish();
}
