// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// The brute-force oracle over 10 thousand, 100 thousand and a million generated people: what a question takes, how many
// bytes a person costs, how fast the facts are folded. 14,000 skills below 640 groups, 8 offers and 4 needs a person,
// skills by Zipf's law. `bench_match_oracle [PEOPLE...]` takes other sizes.
#include <capnp/message.h>

#include <random>

#include "bench/report.hpp"
#include "core/record.hpp"
#include "core/schema/lists.hpp"
#include "matching/oracle.hpp"
#include "storage/crypto.hpp"

namespace {

using matching::Lane;

constexpr std::uint32_t skills = 14'000, groups = 640;

// Scattered like random ones (splitmix64).
core::Id id(std::uint64_t kind, std::uint64_t number) {
  core::Id id;
  for (std::size_t half = 0; half < 2; ++half) {
    auto bits = (number * 8 + kind * 2 + half + 1) * 0x9e3779b97f4a7c15ULL;
    bits = (bits ^ bits >> 30) * 0xbf58476d1ce4e5b9ULL;
    bits = (bits ^ bits >> 27) * 0x94d049bb133111ebULL;
    bits ^= bits >> 31;
    std::memcpy(id.bytes.data() + half * 8, &bits, 8);
  }
  return id;
}
core::Id group(std::uint64_t number) { return id(0, number); }
core::Id skill(std::uint64_t number) { return id(1, number); }
core::Id person(std::uint64_t number) { return id(2, number); }

// Rank r is drawn with a probability proportional to 1 / (r + 1).
class Zipf {
 public:
  Zipf() {
    double sum = 0;
    for (std::uint32_t rank = 0; rank < skills; ++rank) sums_.push_back(sum += 1.0 / (rank + 1));
  }
  std::uint32_t draw(std::mt19937_64& dice) const {
    auto const at = std::uniform_real_distribution<double>(0, sums_.back())(dice);
    auto const rank = std::ranges::lower_bound(sums_, at) - sums_.begin();
    return static_cast<std::uint32_t>(rank) * 7919 % skills;  // Popular skills lie anywhere.
  }

 private:
  std::vector<double> sums_;
};

class Hub {
 public:
  matching::Facts const& facts() const { return facts_; }

  void grow_vocabulary() {
    for (std::uint32_t i = 0; i < groups; ++i)
      term(group(i), matching::TermKind::GROUP, i == 0 ? core::Id{} : group(i / 8));
    for (std::uint32_t i = 0; i < skills; ++i)
      term(skill(i), matching::TermKind::SKILL, i % 3 == 1 ? skill(i / 2) : group(i % groups));
  }
  void people_up_to(std::uint64_t count) {
    for (; people_ < count; ++people_) join(person(people_));
  }
  void set_hours(std::uint64_t number) {
    event<core::profile::AvailabilitySet>(person(number), [&](auto set) {
      auto const id = person(number);
      set.setProfile(core::data_of(id));
      set.setHoursPerWeek(static_cast<std::uint8_t>(dice_() % 30));
    });
  }
  std::uint64_t events() const { return position_; }

 private:
  template <class Event, class Fill>
  void event(core::Id const& stream, Fill fill) {
    capnp::MallocMessageBuilder message;
    fill(message.initRoot<Event>());
    auto const words = capnp::canonicalize(message.getRoot<Event>().asReader());
    core::RecordHeader header;
    header.event_type = core::id_of<Event>;
    header.position = {++position_};
    header.stream = {core::schema_tables().of<Event>().family, stream};
    record_.clear();
    core::write_record(header, {words.asBytes().begin(), words.asBytes().size()}, {},
                       storage::crc32c, record_);
    auto const view = core::RecordView::parse(record_);
    core::CanonicalReader reader(view->open());
    facts_.apply({*view, core::schema_tables().of<Event>(), reader});
  }
  void term(core::Id const& id, matching::TermKind kind, core::Id const& broader) {
    event<core::vocabulary::TermAdded>(id, [&](auto added) {
      added.setTerm(core::data_of(id));
      added.setKind(kind);
      if (!broader.is_nil()) added.initBroader(1).set(0, core::data_of(broader));
    });
  }
  void claims(capnp::List<core::schema::Skill>::Builder out) {
    for (auto claim : out) {
      auto const id = skill(zipf_.draw(dice_));
      claim.setTerm(core::data_of(id));
      claim.setLevel(static_cast<std::uint8_t>(dice_() % 5));
      claim.setWeight(static_cast<std::uint8_t>(dice_() % 4));
    }
  }
  void join(core::Id const& id) {
    event<core::account::ConsentGiven>(id,
                                       [&](auto given) { given.setAccount(core::data_of(id)); });
    event<core::profile::ProfileCreated>(id, [&](auto created) {
      created.setProfile(core::data_of(id));
      created.setSector(static_cast<core::schema::Sector>(1 + dice_() % 4));
      created.initKinds(1).set(0, static_cast<core::profile::Kind>(dice_() % 6));
      auto languages = created.initLanguages(2);
      languages.set(0, "de");
      languages.set(1, dice_() % 2 ? "en" : "fr");
      created.setHoursPerWeek(static_cast<std::uint8_t>(dice_() % 30));
      claims(created.initOffers(8));
      claims(created.initNeeds(4));
      auto topics = created.initTopics(2);
      for (unsigned i = 0; i < 2; ++i) {
        auto const topic = skill(dice_() % 40);
        topics.set(i, core::data_of(topic));
      }
    });
    event<core::profile::ProfileListed>(id,
                                        [&](auto listed) { listed.setProfile(core::data_of(id)); });
  }

  storage::Crypto crypto_;
  matching::Facts facts_{crypto_};
  Zipf zipf_;
  std::mt19937_64 dice_{1};
  std::uint64_t people_ = 0, position_ = 0;
  std::vector<std::uint8_t> record_;
};

double ms_of(auto&& call) {
  auto const start = std::chrono::steady_clock::now();
  call();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
      .count();
}

// The questions of 31 people among others.
double median_question_ms(matching::Oracle const& oracle, std::uint64_t people, auto&& refine) {
  std::vector<double> times;
  for (std::uint64_t i = 0; i < 31; ++i) {
    auto question = *oracle.asked_by(person(i * (people / 31)), Lane::PEOPLE);
    question.limit = 20;
    refine(question);
    times.push_back(ms_of([&] { bench::keep(oracle.top(question)); }));
  }
  return bench::median(times);
}

void measure(bench::Report& report, Hub& hub, std::uint64_t people) {
  auto const name = "match.oracle." + std::to_string(people) + ".";
  auto const before = hub.events();
  auto const fold_ms = ms_of([&] { hub.people_up_to(people); });
  report.row(name + "fold", static_cast<double>(hub.events() - before) / fold_ms * 1000,
             "events/s");

  matching::Oracle const oracle(hub.facts());
  auto const first = *oracle.asked_by(person(0), Lane::PEOPLE);
  report.row(name + "first_question", ms_of([&] { bench::keep(oracle.top(first)); }), "ms");
  report.row(name + "all.p50", median_question_ms(oracle, people, [](auto&) {}), "ms");
  report.row(name + "kind.p50",
             median_question_ms(oracle, people, [](auto& question) { question.filters.kinds = 4; }),
             "ms");
  report.row(name + "needs_only.p50",
             median_question_ms(oracle, people, [](auto& question) { question.offers.clear(); }),
             "ms");
  auto const asking = oracle.ask(first);
  auto const best = asking.top().best;
  report.row(name + "explain_20", ms_of([&] {
               for (auto const& one : best) bench::keep(asking.explain(one.id));
             }),
             "ms");
  report.row(
      name + "change",
      bench::median_ns(15, 1000, [&, i = 0ULL]() mutable { hub.set_hours(i++ * 7919 % people); }),
      "ns");

  auto const each = [&](std::size_t bytes) {
    return static_cast<double>(bytes) / static_cast<double>(people);
  };
  report.row(name + "memory.decoded", each(hub.facts().memory_bytes()), "bytes/person");
  report.row(name + "memory.rows", each(hub.facts().rows().memory_bytes()), "bytes/person");
}

}  // namespace

int main(int argc, char** argv) {
  bench::Report report("match_oracle");
  std::vector<std::uint64_t> sizes{10'000, 100'000, 1'000'000};
  if (argc > 1) sizes.clear();
  for (int i = 1; i < argc; ++i) sizes.push_back(std::stoull(argv[i]));
  Hub hub;
  hub.grow_vocabulary();
  for (auto people : sizes) measure(report, hub, people);
  return report.finish();
}
