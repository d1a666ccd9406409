// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Names and texts found among people, as one of them asks: how long the index takes to build, what it costs in memory, and each
// kind of question beside a scan over the same texts, opened and folded beforehand. `bench_search [PEOPLE]`, 100,000 by default.
#include <malloc.h>

#include "api/hub/read_side.hpp"
#include "bench/town.hpp"
#include "projections/search_fold.hpp"

namespace {

using bench::Clock;
using Texts = std::vector<std::string>;

void complain(std::string const& text) { std::fprintf(stderr, "%s\n", text.c_str()); }

// Names out of syllables and texts out of words and their compounds, the frequent ones more often.
class Words {
 public:
  std::string name() { return syllables(2) + " " + syllables(3); }
  std::string text(std::size_t count) {
    std::string text;
    for (; count > 0; --count) (text += text.empty() ? "" : " ") += word();
    return text;
  }
  std::size_t draw(std::size_t below) { return random_() % below; }

 private:
  std::string syllables(std::size_t count) {
    static constexpr char const* all[] = {
        "mül", "ler", "an",  "na", "ben", "schmi", "de",   "ki",   "ra", "to", "kö", "nig",
        "lu",  "ka",  "wei", "ß",  "ber", "ge",    "hoff", "mann", "le", "o",  "ni", "ja"};
    std::string name;
    for (; count > 0; --count) name += all[draw(std::size(all))];
    return name;
  }
  std::string word() {
    static constexpr char const* roots[] = {
        "und",    "für",        "Stadt",     "Werkstatt", "Verkehr", "Planung", "Licht", "Daten",
        "Garten", "Schule",     "Forschung", "Labor",     "Energie", "Wasser",  "Klima", "Handwerk",
        "Kultur", "Gesundheit", "Technik",   "Bildung",   "Haus",    "Markt",   "Netz",  "Raum"};
    auto const one = [&] { return roots[std::min(draw(24), draw(24))]; };
    std::string word = one();
    if (draw(4) == 0) (word += draw(2) == 0 ? "s" : "") += one();
    return draw(16) == 0 ? word + syllables(2) : word;
  }

  std::mt19937_64 random_{7};
};

void settle_in(api::Hub& hub, std::uint64_t people, Words& words, Texts& names) {
  hub.recover([](core::Position) {});
  api::import::Sink sink(hub.engine(), hub.crypto(), [](auto const&) {});
  bench::Town town(sink);
  town.vocabulary();
  for (std::uint64_t n = 0; n < people; ++n) {
    town.move_in(n);
    capnp::MallocMessageBuilder message;
    auto revise = message.initRoot<core::profile::ReviseProfile>();
    revise.setProfile(core::data_of(town.person(n)));
    revise.setDisplayName(names.emplace_back(words.name()));
    revise.setHeadline(words.text(6));
    revise.setAbout(words.text(24));
    revise.setSector(core::schema::Sector::SCIENCE);
    auto command =
        core::at_console(core::schema_tables().of<core::profile::ReviseProfile>(), message);
    command.actor = town.person(n);
    command.console = false;
    CHECK(sink.give(command));
  }
  sink.flush();
}

// Every text of everybody, opened and folded.
std::vector<Texts> opened(api::ReadSide& side) {
  std::vector<Texts> all;
  auto& rooms = side.rooms();
  api::each_searchable(rooms, [&](projections::TextOwner const& owner, core::Position) {
    if (api::kind_of(owner) != api::SearchKind::PERSON) return;
    auto const open = [&](core::Position position) { return rooms.texts.open(position); };
    auto& texts = all.emplace_back();
    for (auto const& text : api::searchable_texts(rooms, owner, open))
      texts.push_back(search_fold(text.text, projections::Umlauts::two_letters));
  });
  return all;
}

// Whoever has each of the words somewhere.
std::size_t scan(std::vector<Texts> const& all, std::string const& question) {
  Texts words;
  projections::each_word(question, [&](auto span) {
    words.push_back(
        search_fold(question.substr(span.start, span.bytes), projections::Umlauts::two_letters));
  });
  return static_cast<std::size_t>(std::ranges::count_if(all, [&](Texts const& texts) {
    return std::ranges::all_of(words, [&](std::string const& word) {
      return std::ranges::any_of(
          texts, [&](std::string const& text) { return text.find(word) != text.npos; });
    });
  }));
}

std::size_t ask(api::ReadSide& side, core::Id const& who, std::string const& question) {
  capnp::MallocMessageBuilder asked, answered;
  auto query = asked.initRoot<core::search::Find>();
  query.setText(question);
  auto reply = answered.initRoot<core::search::FindReply>();
  api::Asking const asking{who, core::Role::MEMBER, false, side.views().position(), side.rooms()};
  CHECK(api::answer(asking, query.asReader(), reply));
  return reply.getHits().size();
}

void measure(bench::Report& report, api::ReadSide& side, std::vector<Texts> const& all,
             core::Id const& who, std::string const& kind, Texts const& questions) {
  std::vector<double> took;
  std::size_t hits = 0;
  double total = 0;
  for (auto const& question : questions) {
    auto const start = bench::CpuClock::now();
    hits += ask(side, who, question);
    took.push_back(
        std::chrono::duration<double, std::micro>(bench::CpuClock::now() - start).count());
    total += took.back();
  }
  std::ranges::sort(took);
  auto const name = "search." + kind;
  report.row(name + ".p50", took[took.size() / 2], "us");
  report.row(name + ".p99", took[took.size() * 99 / 100], "us");
  report.row(name + ".questions", static_cast<double>(took.size()) / total * 1e6, "1/s");
  report.row(name + ".hits", static_cast<double>(hits) / static_cast<double>(questions.size()), "");
  std::size_t next = 0;
  auto const naive = bench::median_ns<bench::CpuClock>(
      9, 1, [&] { bench::keep(scan(all, questions[next++ % questions.size()])); });
  report.row(name + ".scan", naive / 1000, "us");
  report.ratio(name + ".scan", name + ".p50");
}

}  // namespace

int main(int argc, char** argv) {
  auto const people = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 100'000;
  std::filesystem::path const folder = "build/bench/search-data";
  std::filesystem::remove_all(folder);
  bench::Report report("search");
  {
    Words words;
    Texts names;
    api::Hub hub({.data = folder / "data", .master_key = folder / "key"}, complain);
    settle_in(hub, people, words, names);
    api::ReadSide side(hub, complain);
    side.recover([](core::Position) {});
    malloc_trim(0);
    auto const before = bench::resident_mib();
    auto const start = bench::CpuClock::now();
    side.index_texts([](std::uint64_t) {});
    std::chrono::duration<double, std::milli> const took = bench::CpuClock::now() - start;
    report.row("search.build", took.count(), "ms");
    malloc_trim(0);
    auto const each = static_cast<double>(people);
    report.row("search.memory", static_cast<double>(side.rooms().words.memory_bytes()) / each,
               "bytes/person");
    report.row("search.memory.resident", (bench::resident_mib() - before) * (1 << 20) / each,
               "bytes/person");
    report.row("search.words", static_cast<double>(side.rooms().words.words()), "");

    auto const all = opened(side);
    api::import::Sink sink(hub.engine(), hub.crypto(), [](auto const&) {});
    auto const who = sink.id_for("person", "0");
    Texts whole, beginnings, parts, frequent, several;
    for (int i = 0; i < 500; ++i) {
      whole.push_back(names[words.draw(names.size())]);
      auto const& name = whole.back();
      beginnings.push_back(name.substr(name.find(' ') + 1, 4 + words.draw(3)));
      parts.push_back(i % 2 == 0 ? "werkstatt " + name : "planung " + name);
      several.push_back("stadt klima " + name.substr(0, 3));
    }
    for (int i = 0; i < 100; ++i) frequent.push_back(i % 2 == 0 ? "und" : "stadt");
    measure(report, side, all, who, "name", whole);
    measure(report, side, all, who, "beginning", beginnings);
    measure(report, side, all, who, "part_and_name", parts);
    measure(report, side, all, who, "three_words", several);
    measure(report, side, all, who, "frequent", frequent);
  }
  std::filesystem::remove_all(folder);
  return report.finish();
}
