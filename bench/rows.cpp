// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Packed rows beside std::map<std::string, std::string> with the same million keys and rows: what a row costs in memory, and
// how many puts, changes, finds and visited rows a second there are.
#include "core/rows.hpp"

#include <malloc.h>

#include <map>
#include <random>

#include "bench/report.hpp"
#include "core/crypto.hpp"

namespace {

using core::bytes_of;

constexpr std::size_t count = 1'000'000;

struct NoCrypto final : core::Crypto {
  core::Digest sha256(std::span<core::Bytes const>) const override { return {}; }
  core::Fingerprint keyed_hash(core::Bytes, std::span<core::Bytes const>) const override {
    return {};
  }
  void seal(core::Key const&, core::Nonce const&, core::Bytes, core::Bytes,
            std::span<std::uint8_t>) const override {}
  bool unseal(core::Key const&, core::Nonce const&, core::Bytes, core::Bytes,
              std::span<std::uint8_t>) const override {
    return false;
  }
  void random(std::span<std::uint8_t>) const override {}
};

struct NoShelf final : core::Shelf {
  core::Position checkpoint() const override { return {}; }
  void write(std::span<core::Change const>, core::Position) override {}
  std::optional<std::string> get(std::string_view) const override { return {}; }
  void scan(std::string_view,
            core::FunctionRef<bool(std::string_view, std::string_view)>) const override {}
  void clear() override {}
};

struct Packed {
  NoCrypto crypto;
  NoShelf shelf;
  core::Rows rows{crypto};
  std::size_t puts = 0;

  void put(std::string const& key, std::string_view row) {
    rows.put(bytes_of(key), bytes_of(row));
    if (++puts % 4096 == 0) rows.write_behind(shelf, {puts});
  }
  bool has(std::string const& key) const { return rows.find(bytes_of(key)).has_value(); }
  std::size_t sum() const {
    std::size_t sum = 0;
    rows.scan({},
              [&](core::Bytes key, core::Bytes row) { return sum += key[0] + row.size(), true; });
    return sum;
  }
};

struct Tree {
  std::map<std::string, std::string> rows;

  void put(std::string const& key, std::string_view row) { rows.insert_or_assign(key, row); }
  bool has(std::string const& key) const { return rows.contains(key); }
  std::size_t sum() const {
    std::size_t sum = 0;
    for (auto const& [key, row] : rows) sum += static_cast<std::uint8_t>(key[0]) + row.size();
    return sum;
  }
};

double heap_bytes() { return static_cast<double>(mallinfo2().uordblks + mallinfo2().hblkhd); }

double per_second(auto&& each) {
  using Clock = std::chrono::steady_clock;
  auto const start = Clock::now();
  for (std::size_t i = 0; i < count; ++i) each(i);
  std::chrono::duration<double> const took = Clock::now() - start;
  return static_cast<double>(count) / took.count();
}

template <class Subject>
void measure(bench::Report& report, std::string const& name, std::vector<std::string> const& keys,
             std::string const& text) {
  auto const row = [&](std::size_t i) {
    return std::string_view(text).substr(i % 1000, 100 + i * 7919 % 301);
  };
  double own = 0;
  for (std::size_t i = 0; i < count; ++i)
    own += static_cast<double>(keys[i].size() + row(i).size());

  auto const before = heap_bytes();
  Subject subject;
  report.row("rows." + name + ".put", per_second([&](auto i) { subject.put(keys[i], row(i)); }),
             "rows/s");
  report.row("rows." + name + ".overhead",
             (heap_bytes() - before - own) / static_cast<double>(count), "bytes/row");
  auto const other = [&](std::size_t i) -> std::string const& { return keys[i * 7919 % count]; };
  report.row("rows." + name + ".find",
             per_second([&](auto i) { bench::keep(subject.has(other(i))); }), "rows/s");
  report.row("rows." + name + ".change",
             per_second([&](auto i) { subject.put(other(i), row(i * 7919 % count)); }), "rows/s");
  report.row("rows." + name + ".resize", per_second([&](auto i) { subject.put(other(i), row(i)); }),
             "rows/s");
  auto const scan_ns = bench::median_ns(5, 1, [&] { bench::keep(subject.sum()); });
  report.row("rows." + name + ".scan", 1e9 * static_cast<double>(count) / scan_ns, "rows/s");
}

}  // namespace

int main() {
  std::mt19937_64 engine(1);
  std::vector<std::string> keys(count, std::string(16, ' '));
  for (auto& key : keys)
    for (auto& byte : key) byte = static_cast<char>(engine());
  std::string text(2000, ' ');
  for (auto& byte : text) byte = static_cast<char>(engine());

  bench::Report report("rows");
  measure<Packed>(report, "packed", keys, text);
  measure<Tree>(report, "map", keys, text);
  for (auto const* what : {"put", "find", "change", "resize", "scan", "overhead"})
    report.ratio("rows.packed." + std::string(what), "rows.map." + std::string(what));
  return report.finish();
}
