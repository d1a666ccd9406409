// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Durable appends, side by side and in turns: everything below is on disk before the next batch starts. `bench_append [FOLDER [NAME]]`,
// with NAME only that one, for a profiler.
//
//   floor          a file of zeros that is written over, one fdatasync a batch
//   rocksdb        RocksDB with the log's own options, one Put per event, one synced WriteBatch a batch
//   rocksdb_plain  the same with RocksDB's own files for its write-ahead log
//   blocks         the log without an engine: ready records into RocksLog
//   fuge           real commands: ids, versions, decide, sealing, apply, records, blocks, vault, tree and head
//
// The commands are those by which 10,000 people revise their profiles, with the texts of the 200 people of the demo. All write the
// same records, those of `fuge`; the peers have them ready.
#include <fcntl.h>
#include <rocksdb/db.h>
#include <unistd.h>

#include <chrono>
#include <functional>

#include "api/hub/hub.hpp"
#include "bench/quiet.hpp"
#include "bench/report.hpp"
#include "bench/revisions.hpp"
#include "storage/rocks_options.hpp"

namespace {

using bench::Quiet;
using bench::us_since;
using Clock = std::chrono::steady_clock;

constexpr std::size_t sizes[] = {1, 16, 64, 256, 1024};
constexpr std::size_t runs = 7;
constexpr std::chrono::milliseconds run_time{300}, settle_time{150};
constexpr std::chrono::seconds patience{120};

void check(rocksdb::Status const& status) {
  if (!status.ok()) std::fprintf(stderr, "%s\n", status.ToString().c_str()), std::exit(1);
}

// What commits one batch of so many events; returns how many microseconds one took, from its first event to its being durable.
using Commit = std::function<double(std::size_t events)>;

// Of this process, all threads together.
double cpu_us() {
  timespec used{};
  CHECK(::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used) == 0);
  return static_cast<double>(used.tv_sec) * 1e6 + static_cast<double>(used.tv_nsec) / 1e3;
}

// ---- fuge ----

class Fuge {
 public:
  explicit Fuge(std::filesystem::path const& folder)
      : hub_({folder / "data", folder / "master-key"},
             [](auto const& text) { std::fprintf(stderr, "%s\n", text.c_str()); }) {
    hub_.recover([](core::Position) {});
    revisions_.emplace(hub_.engine(), hub_.log_threads(), hub_.clock());
  }
  double operator()(std::size_t events) { return (*revisions_)(events); }

  // What so many events look like on disk.
  core::Block sample(std::size_t events) {
    auto const first = hub_.engine().head().value + 1;
    (*this)(events);
    (*this)(0);
    core::Block block;
    block.first = {1};
    hub_.tenant().log().read({first}, [&](core::RecordView const& record) {
      block.offsets.push_back(static_cast<std::uint32_t>(block.bytes.size()));
      block.bytes.insert(block.bytes.end(), record.bytes().begin(), record.bytes().end());
      return block.size() < events;
    });
    return block;
  }

 private:
  api::Hub hub_;
  std::optional<bench::Revisions> revisions_;
};

// ---- the peers ----

// The first records of the sample.
core::Block first_of(core::Block const& sample, std::size_t events) {
  core::Block block;
  block.offsets.assign(sample.offsets.begin(),
                       sample.offsets.begin() + static_cast<std::ptrdiff_t>(events));
  auto const end = events < sample.size() ? sample.offsets[events] : sample.bytes.size();
  block.bytes.assign(sample.bytes.begin(), sample.bytes.begin() + static_cast<std::ptrdiff_t>(end));
  return block;
}

class Batches {
 public:
  explicit Batches(core::Block const& sample) {
    for (auto const size : sizes) blocks_[size] = first_of(sample, size);
  }
  core::Block& of(std::size_t events) { return blocks_.at(events); }

 private:
  std::map<std::size_t, core::Block> blocks_;
};

class Floor {
 public:
  Floor(std::filesystem::path const& path, core::Block const& sample)
      : batches_(sample), file_(::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC, 0600)) {
    std::vector<char> const zeros(1 << 20);
    for (std::size_t at = 0; at < file_bytes; at += zeros.size())
      CHECK(::write(file_, zeros.data(), zeros.size()) == static_cast<ssize_t>(zeros.size()));
    CHECK(::fsync(file_) == 0);
  }
  ~Floor() { ::close(file_); }
  Floor(Floor const&) = delete;

  void operator()(std::size_t events) {
    auto const& bytes = batches_.of(events).bytes;
    if (end_ + bytes.size() > file_bytes) end_ = 0;
    CHECK(::pwrite(file_, bytes.data(), bytes.size(), static_cast<off_t>(end_)) ==
          static_cast<ssize_t>(bytes.size()));
    CHECK(::fdatasync(file_) == 0);
    end_ += bytes.size();
  }

 private:
  static constexpr std::size_t file_bytes = 512 << 20;
  Batches batches_;
  int file_;
  std::size_t end_ = 0;
};

class Rocks {
 public:
  Rocks(std::filesystem::path const& folder, core::Block const& sample, bool our_files)
      : batches_(sample) {
    std::filesystem::create_directories(folder);
    if (our_files) environment_ = storage::log_environment(folder);
    rocksdb::Options options(storage::log_options(environment_.get(), {}),
                             storage::log_family_options());
    options.create_if_missing = true;
    rocksdb::DB* db = nullptr;
    check(rocksdb::DB::Open(options, folder, &db));
    db_.reset(db);
  }

  void operator()(std::size_t events) {
    auto const& block = batches_.of(events);
    rocksdb::WriteOptions synced;
    synced.sync = true;
    batch_.Clear();
    for (std::size_t i = 0; i < events; ++i) {
      char key[8];
      ++position_;
      for (int byte = 0; byte < 8; ++byte)
        key[byte] = static_cast<char>(position_ >> (56 - 8 * byte));
      auto const record = block.record(i);
      check(batch_.Put({key, sizeof key},
                       {reinterpret_cast<char const*>(record.data()), record.size()}));
    }
    check(db_->Write(synced, &batch_));
  }

 private:
  Batches batches_;
  std::unique_ptr<rocksdb::Env> environment_;
  std::unique_ptr<rocksdb::DB> db_;
  rocksdb::WriteBatch batch_;
  std::uint64_t position_ = 0;
};

class Blocks {
 public:
  Blocks(std::filesystem::path const& folder, core::Block const& sample)
      : batches_(sample), log_(folder, storage::RocksLog::Mode::create, crypto_, {}) {}

  void operator()(std::size_t events) {
    auto& block = batches_.of(events);
    block.first = {log_.head().value + 1};
    log_.append(block);
  }

 private:
  storage::Crypto crypto_;
  Batches batches_;
  storage::RocksLog log_;
};

// ---- measuring ----

struct Figures {
  std::vector<double> events_per_second;  // One a run.
  std::vector<double> cpu_us_per_event;   // Of all threads, one a run.
  std::vector<double> latencies_us;       // One a batch, of all runs.
};

// For those who wait for each of their commits.
Commit waiting(auto& peer) {
  return [&peer](std::size_t events) {
    if (events == 0) return 0.0;
    auto const start = Clock::now();
    peer(events);
    return us_since(start);
  };
}

void run(Commit const& commit, std::size_t events, Figures& figures) {
  std::size_t batches = 0;
  auto const cpu_before = cpu_us();
  auto const start = Clock::now();
  for (; Clock::now() - start < run_time; ++batches) figures.latencies_us.push_back(commit(events));
  commit(0);  // What is still on its way counts, too.
  std::chrono::duration<double> const took = Clock::now() - start;
  figures.cpu_us_per_event.push_back((cpu_us() - cpu_before) /
                                     static_cast<double>(batches * events));
  figures.events_per_second.push_back(static_cast<double>(batches * events) / took.count());
}

// What another process has disturbed is measured again, within reason. What one leaves to be flushed does not slow the next.
void run_undisturbed(Quiet& quiet, Commit const& commit, std::size_t events, Figures& figures) {
  for (;;) {
    std::this_thread::sleep_for(settle_time);
    bool const patient = quiet.wait();
    auto so_far = figures;
    run(commit, events, so_far);
    if (patient && !quiet.so_far()) continue;
    figures = std::move(so_far);
    return;
  }
}

void report_one(bench::Report& report, std::string const& name, std::size_t events,
                Figures figures) {
  auto const row = "append." + name + ".batch" + std::to_string(events);
  auto& latencies = figures.latencies_us;
  std::ranges::sort(latencies);
  report.row(row, bench::median(figures.events_per_second), "events/s");
  report.row(row + ".cpu", bench::median(figures.cpu_us_per_event), "us/event");
  report.row(row + ".p99", latencies[latencies.size() * 99 / 100], "us");
  report.row(row + ".max", latencies.back(), "us");
}

void compare(bench::Report& report, std::vector<std::pair<std::string, Commit>> const& all,
             bool ratios) {
  Quiet quiet(patience);
  for (auto const events : sizes) {
    std::map<std::string, Figures> figures;
    for (std::size_t i = 0; i < runs; ++i)
      for (auto const& [name, commit] : all) run_undisturbed(quiet, commit, events, figures[name]);
    for (auto const& [name, commit] : all)
      report_one(report, name, events, std::move(figures[name]));
  }
  if (!ratios) return;
  for (auto const events : sizes) {
    auto const batch = ".batch" + std::to_string(events);
    report.ratio("append.fuge" + batch, "append.rocksdb" + batch);
    report.ratio("append.fuge" + batch, "append.rocksdb_plain" + batch);
    report.ratio("append.fuge" + batch, "append.floor" + batch);
    report.ratio("append.blocks" + batch, "append.floor" + batch);
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::filesystem::path const folder = argc > 1 ? argv[1] : "build/bench/append.data";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  bench::Report report("append");
  {
    Fuge fuge(folder / "fuge");
    auto const sample = fuge.sample(std::end(sizes)[-1]);
    report.row("append.record", static_cast<double>(sample.bytes.size() / sample.size()), "bytes");
    Floor floor(folder / "floor", sample);
    Rocks rocks(folder / "rocksdb", sample, true), plain(folder / "rocksdb_plain", sample, false);
    Blocks blocks(folder / "blocks", sample);
    std::vector<std::pair<std::string, Commit>> all = {{"floor", waiting(floor)},
                                                       {"rocksdb", waiting(rocks)},
                                                       {"rocksdb_plain", waiting(plain)},
                                                       {"blocks", waiting(blocks)},
                                                       {"fuge", std::ref(fuge)}};
    if (argc > 2) std::erase_if(all, [&](auto const& one) { return one.first != argv[2]; });
    compare(report, all, argc <= 2);
  }
  std::filesystem::remove_all(folder);
  return report.finish();
}
