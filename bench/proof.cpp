// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What proving costs. `bench_proof [FOLDER]`
//
//   engine       durable events through two engines of the same parts, in turns: one with the hash tree and signed checkpoints, one
//                without them
//   tree         ready records into the tree, its files and its edge, beside the hashes alone that RFC 6962 wants of them
//   inclusion, consistency   proofs out of a tree of a million leaves, made and verified
//   sealing      a record of the engine's with its personal part encrypted, beside the same record with nothing to encrypt
//   verify       the program fuge verify over a folder, beside reading its records
#include "storage/proof.hpp"

#include <chrono>
#include <cstdlib>
#include <optional>
#include <random>

#include "api/hub/hub.hpp"
#include "bench/quiet.hpp"
#include "bench/report.hpp"
#include "bench/revisions.hpp"
#include "storage/log_signer.hpp"

namespace {

namespace fs = std::filesystem;
using bench::Quiet;

constexpr std::size_t sizes[] = {64, 256, 1024};
constexpr std::size_t runs = 9;
constexpr std::chrono::milliseconds run_time{400}, settle_time{200};
constexpr std::chrono::seconds patience{120};
constexpr std::uint64_t leaves = 1'000'000;

void warn(std::string const& text) { std::fprintf(stderr, "%s\n", text.c_str()); }

// An engine and what it writes to; the tree only where it is asked for.
class Writing {
 public:
  Writing(fs::path const& folder, bool proved)
      : master_{7},
        vault_(folder / "vault", storage::Vault::Mode::create, master_, crypto_, warn),
        log_(folder / "log", storage::RocksLog::Mode::create, crypto_, warn),
        shelves_(folder / "shelves", log_, warn) {
    engine_.recover([](core::Position) {});
    if (proved)
      head_.emplace(storage::HeadPlace{folder}, log_, storage::Frontier(),
                    storage::log_signer(vault_.tenant_secret(), log_.epoch(), crypto_), crypto_,
                    warn, warn);
    revisions_.emplace(engine_, log_threads_, clock_);
  }
  ~Writing() {
    log_threads_.finish();
    worker_.finish();
  }
  double operator()(std::size_t events) { return (*revisions_)(events); }
  core::EventLog const& log() const { return log_; }

 private:
  storage::Crypto crypto_;
  api::SystemClock clock_{"Europe/Berlin"};
  core::Key const master_;
  storage::Vault vault_;
  storage::RocksLog log_;
  storage::RocksShelves shelves_;
  api::Worker worker_{[](std::exception const& failure) { warn(failure.what()), std::abort(); }};
  api::Worker log_threads_{[](std::exception const&) { std::abort(); }, 2};
  core::Engine engine_{{log_, vault_, crypto_, clock_, shelves_, worker_, storage::crc32c}};
  std::optional<storage::HeadKeeper> head_;
  std::optional<bench::Revisions> revisions_;
};

double events_per_second(Writing& writing, std::size_t events) {
  std::size_t batches = 0;
  auto const start = std::chrono::steady_clock::now();
  for (; std::chrono::steady_clock::now() - start < run_time; ++batches) writing(events);
  writing(0);
  return static_cast<double>(batches * events) * 1e6 / bench::us_since(start);
}

// In turns, so that what the disk does for one it does for both; what another process has disturbed is measured again.
void engines(bench::Report& report, fs::path const& folder) {
  Writing with(folder / "with", true), without(folder / "without", false);
  Quiet quiet(patience);
  for (auto const events : sizes) {
    std::vector<double> figures[2];
    for (std::size_t run = 0; run < runs; ++run)
      for (bool const proved : {run % 2 == 0, run % 2 != 0}) {
        double figure;
        do {
          std::this_thread::sleep_for(settle_time);
          bool const patient = quiet.wait();
          figure = events_per_second(proved ? with : without, events);
          if (!patient || quiet.so_far()) break;
        } while (true);
        figures[proved].push_back(figure);
      }
    auto const batch = ".batch" + std::to_string(events);
    report.row("proof.engine.without_tree" + batch, bench::median(figures[false]), "events/s");
    report.row("proof.engine.with_tree" + batch, bench::median(figures[true]), "events/s");
    report.ratio("proof.engine.with_tree" + batch, "proof.engine.without_tree" + batch);
  }
}

// Some records of the engine's, in memory.
std::vector<std::vector<std::uint64_t>> sample(core::EventLog const& log, std::size_t count) {
  std::vector<std::vector<std::uint64_t>> records;
  auto const first = log.head().value - std::min<std::uint64_t>(log.head().value - 1, count);
  log.read({first}, [&](core::RecordView const& record) {
    auto& words = records.emplace_back(record.bytes().size() / 8);
    std::memcpy(words.data(), record.bytes().data(), record.bytes().size());
    return records.size() < count;
  });
  return records;
}

core::Bytes bytes_of(std::vector<std::uint64_t> const& words) {
  return {reinterpret_cast<std::uint8_t const*>(words.data()), words.size() * 8};
}

void tree(bench::Report& report, fs::path const& folder,
          std::vector<std::vector<std::uint64_t>> const& records) {
  storage::Crypto const crypto;
  storage::TileFiles tiles(folder / "tree");
  tiles.resume(0);
  storage::Frontier frontier;
  std::vector<double> trees, floors;
  for (std::size_t run = 0; run < runs; ++run) {
    auto start = std::chrono::steady_clock::now();
    for (auto const& words : records) {
      auto const record = core::RecordView::parse(bytes_of(words));
      frontier.add(storage::leaf_hash(storage::leaf_of(*record, crypto), crypto), crypto,
                   [&](unsigned height, core::Digest const& root) {
                     if (height % storage::tile_height == 0)
                       tiles.append(height / storage::tile_height, root);
                   });
    }
    tiles.flush();
    bench::keep(frontier.root(crypto));
    trees.push_back(static_cast<double>(records.size()) * 1e6 / bench::us_since(start));

    // A record, its leaf and one node: what a tree of so many leaves has to hash.
    start = std::chrono::steady_clock::now();
    core::Digest node{};
    for (auto const& words : records) {
      core::Bytes const whole[] = {bytes_of(words)};
      auto const record = crypto.sha256(whole);
      core::Bytes const leaf[] = {core::Bytes(record)};
      node = storage::node_hash(node, crypto.sha256(leaf), crypto);
    }
    bench::keep(node);
    floors.push_back(static_cast<double>(records.size()) * 1e6 / bench::us_since(start));
  }
  report.row("proof.tree", bench::median(trees), "events/s");
  report.row("proof.hashes", bench::median(floors), "events/s");
  report.ratio("proof.tree", "proof.hashes");
}

void proofs(bench::Report& report, fs::path const& folder) {
  storage::Crypto const crypto;
  storage::TileFiles tiles(folder / "million");
  tiles.resume(0);
  storage::Frontier frontier;
  core::Digest leaf{};
  auto const leaf_at = [&](std::uint64_t index) {
    std::memcpy(leaf.data(), &index, sizeof index);
    return leaf;
  };
  for (std::uint64_t i = 0; i < leaves; ++i)
    frontier.add(leaf_at(i), crypto, [&](unsigned height, core::Digest const& root) {
      if (height % storage::tile_height == 0) tiles.append(height / storage::tile_height, root);
    });
  tiles.flush();
  auto const root = frontier.root(crypto);
  storage::Prover const prover(tiles, crypto);
  std::mt19937_64 dice(1);
  auto const per_second = [&](std::string const& what, auto&& call) {
    report.row(what, 1e9 / bench::median_ns(runs, 2000, call), "1/s");
  };
  storage::Hashes proof;
  std::uint64_t index = 0;
  per_second("proof.inclusion", [&] {
    index = dice() % leaves;
    proof = prover.inclusion(index, leaves);
  });
  per_second("proof.inclusion.verified", [&] {
    CHECK(storage::verify_inclusion(leaf_at(index), index, leaves, root, proof, crypto));
  });
  std::uint64_t older = 1;
  per_second("proof.consistency", [&] {
    older = 1 + dice() % (leaves - 1);
    proof = prover.consistency(older, leaves);
  });
  storage::TreeHead const before{older, prover.root(older)}, now{leaves, root};
  per_second("proof.consistency.verified",
             [&] { CHECK(storage::verify_consistency(before, now, proof, crypto)); });
}

// One record of a profile's size, made durable-ready with and without something to encrypt.
void sealing(bench::Report& report) {
  storage::Crypto const crypto;
  std::vector<std::uint8_t> const open(160), personal(400);
  core::Key const key{1};
  core::RecordHeader header;
  header.event_type = 0x0302;
  header.position = {1};
  header.version = {1};
  std::vector<std::uint8_t> plain, sealed;
  core::SealedPart const part{{1}, core::KeyKind::PERSON, {}, personal, core::seal_overhead};
  core::write_unsealed(header, open, {&part, 1}, sealed);
  std::vector<std::uint8_t> const as_much(open.size() + personal.size());
  core::write_unsealed(header, as_much, {}, plain);
  std::vector<std::uint8_t> work;
  auto const ns = [&](std::vector<std::uint8_t> const& record, std::span<core::Key const> keys) {
    return bench::median_ns<bench::CpuClock>(runs, 20'000, [&] {
      work = record;
      core::seal_record(work, {}, keys, crypto, storage::crc32c);
    });
  };
  report.row("proof.record.sealed", ns(sealed, {&key, 1}), "ns");
  report.row("proof.record.open", ns(plain, {}), "ns");
  report.row("proof.sealing",
             report.value("proof.record.sealed") - report.value("proof.record.open"), "ns/event");
}

// A folder as the program leaves it, then the program over it.
void verify(bench::Report& report, fs::path const& folder) {
  auto const data = folder / "verified", key = folder / "verified-key";
  std::uint64_t events;
  double read_us;
  {
    api::Hub hub({data, key}, warn);
    hub.recover([](core::Position) {});
    bench::Revisions revisions(hub.engine(), hub.log_threads(), hub.clock());
    for (int i = 0; i < 300; ++i) revisions(1000);
    revisions(0);
    hub.settle();
    events = hub.tenant().log().head().value;
    std::vector<double> reads;
    for (int run = 0; run < 5; ++run) {
      auto const start = std::chrono::steady_clock::now();
      hub.tenant().log().read({1}, [](core::RecordView const&) { return true; });
      reads.push_back(bench::us_since(start));
    }
    read_us = bench::median(reads);
  }
  auto const* const program = std::getenv("FUGE");
  CHECK(program != nullptr);
  auto const command = std::string(program) + " verify --data " + data.string() + " --master-key " +
                       key.string() + " > /dev/null";
  std::vector<double> verifications;
  for (int run = 0; run < 3; ++run) {
    auto const start = std::chrono::steady_clock::now();
    CHECK(std::system(command.c_str()) == 0);
    verifications.push_back(bench::us_since(start));
  }
  auto const per_second = [&](double us) { return static_cast<double>(events) * 1e6 / us; };
  report.row("proof.verify", per_second(bench::median(verifications)), "events/s");
  report.row("proof.read", per_second(read_us), "events/s");
  report.ratio("proof.verify", "proof.read");
}

}  // namespace

int main(int argc, char** argv) {
  fs::path const folder = argc > 1 ? argv[1] : "build/bench/proof.data";
  fs::remove_all(folder);
  fs::create_directories(folder);
  bench::Report report("proof");
  engines(report, folder);
  {
    Writing writing(folder / "sample", false);
    for (int i = 0; i < 100; ++i) writing(1000);
    writing(0);
    tree(report, folder, sample(writing.log(), 50'000));
  }
  proofs(report, folder);
  sealing(report);
  verify(report, folder);
  fs::remove_all(folder);
  return report.finish();
}
