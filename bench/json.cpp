// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// JSON -> command and event -> JSON, beside bare parsing of the same bytes. "read" is parsing and filling the struct, "request"
// the same with envelope and method name around it, "write" the event that comes of it.
#include <capnp/message.h>
#include <simdjson.h>

#include "api/json/read.hpp"
#include "api/json/rpc.hpp"
#include "api/json/write.hpp"
#include "bench/report.hpp"
#include "core/schema/profile.capnp.h"

namespace {

using core::profile::CreateProfile;
using core::profile::ProfileCreated;

constexpr std::size_t runs = 15, calls = 20'000;

constexpr std::string_view small_profile =
    R"({"profile":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff","displayName":"Mara Linder","headline":"Laser safety",)"
    R"("sector":"science","kinds":["researcher","mentor"],"district":"Jena-Nord","languages":["de","en"],"hoursPerWeek":6,)"
    R"("offers":[{"word":"laser safety","level":3}],"needs":[{"word":"grant writing","weight":2,"language":"en"}]})";
static_assert(small_profile.size() == 326);

// Texts, and offers and needs out of the vocabulary, as somebody has who fills in everything.
std::string large_profile() {
  std::string json =
      R"({"profile":"6f9619ff-8b86-4d01-b42d-00cf4fc964ff","displayName":"Mara Lindner","headline":"Laser safety and optics",)"
      R"("about":")";
  for (int i = 0; i < 20; ++i)
    json += "Ich berate Gründerinnen und Gründer, die mit Licht arbeiten.\\n";
  json +=
      R"(","contact":"mara@example.org","sector":"science","kinds":["researcher"],"district":"Jena-Nord",)"
      R"("discipline":"Physik","languages":["de","en"],"hoursPerWeek":6,)";
  for (auto const* list : {"\"offers\":[", ",\"needs\":["}) {
    json += list;
    for (int i = 10; i < 30; ++i)
      json += (i > 10 ? "," : "") +
              (R"({"term":"018f4e2a-7c00-7000-8000-0000000000)" + std::to_string(i)) +
              R"(","level":3,"weight":5,"must":false})";
    json += "]";
  }
  return json + "}";
}

// A parser, and a struct to fill that needs no memory of its own.
struct Bench {
  simdjson::dom::parser parser;
  simdjson::padded_string json;
  capnp::word scratch[4096] = {};

  explicit Bench(std::string_view text) : json(text) {}

  void parse() { bench::keep(parser.parse(json).value_unsafe()); }

  template <class Use>
  void read(Use use) {
    capnp::MallocMessageBuilder message(kj::arrayPtr(scratch, std::size(scratch)));
    auto root = message.initRoot<capnp::AnyPointer>();
    auto const done = api::json::read(api::json::table_of<CreateProfile>(),
                                      parser.parse(json).value_unsafe(), root);
    CHECK(done.has_value());
    use(root);
  }
};

// The same bytes in their envelope, as they come from a socket.
struct RequestBench {
  api::json::MessageParser parser;
  simdjson::padded_string json;
  capnp::word scratch[4096] = {}, meta_scratch[64] = {};

  explicit RequestBench(std::string_view params)
      : json(R"({"jsonrpc":"2.0","id":17,"method":"profile.create","params":)" +
             std::string(params) + "}") {}

  void read() {
    auto const message = parser.parse(json);
    auto const& request = message.requests[0];
    auto const& type = *core::schema_tables().method(request.method);
    capnp::MallocMessageBuilder command(kj::arrayPtr(scratch, std::size(scratch)));
    capnp::MallocMessageBuilder meta(kj::arrayPtr(meta_scratch, std::size(meta_scratch)));
    auto const done = api::json::read_command(api::json::tables().of(type), request.params,
                                              command.initRoot<capnp::AnyPointer>(),
                                              meta.initRoot<capnp::AnyPointer>());
    CHECK(done.has_value());
  }
};

// What is recorded of a command: the same fields, with terms for words.
void record(CreateProfile::Reader from, ProfileCreated::Builder into) {
  into.setProfile(from.getProfile());
  into.setDisplayName(from.getDisplayName());
  into.setHeadline(from.getHeadline());
  into.setAbout(from.getAbout());
  into.setContact(from.getContact());
  into.setSector(from.getSector());
  into.setKinds(from.getKinds());
  into.setDistrict(from.getDistrict());
  into.setDiscipline(from.getDiscipline());
  into.setLanguages(from.getLanguages());
  into.setHoursPerWeek(from.getHoursPerWeek());
  auto skills = [&](auto claims, auto list) {
    for (unsigned i = 0; i < claims.size(); ++i) {
      list[i].setTerm(from.getProfile());
      list[i].setLevel(claims[i].getLevel());
      list[i].setWeight(claims[i].getWeight());
    }
  };
  skills(from.getOffers(), into.initOffers(from.getOffers().size()));
  skills(from.getNeeds(), into.initNeeds(from.getNeeds().size()));
}

void measure(bench::Report& report, std::string const& name, std::string_view json) {
  Bench bench(json);
  report.row("json." + name + ".bytes", static_cast<double>(json.size()), "bytes");
  report.row("json." + name + ".parse",
             bench::median_ns<bench::CpuClock>(runs, calls, [&] { bench.parse(); }), "ns");
  report.row("json." + name + ".read",
             bench::median_ns<bench::CpuClock>(runs, calls, [&] { bench.read([](auto) {}); }),
             "ns");
  report.ratio("json." + name + ".read", "json." + name + ".parse");
  RequestBench request(json);
  report.row("json." + name + ".request",
             bench::median_ns<bench::CpuClock>(runs, calls, [&] { request.read(); }), "ns");

  capnp::MallocMessageBuilder event;
  bench.read([&](auto root) {
    record(root.template getAs<CreateProfile>(), event.initRoot<ProfileCreated>());
  });
  auto const reader = event.getRoot<ProfileCreated>().asReader();
  std::string out;
  auto write = [&] {
    out.clear();
    api::json::write(api::json::table_of<ProfileCreated>(), capnp::AnyStruct::Reader(reader), out);
    bench::keep(out);
  };
  report.row("json." + name + ".write", bench::median_ns<bench::CpuClock>(runs, calls, write),
             "ns");
  report.row("json." + name + ".written", static_cast<double>(out.size()), "bytes");
}

}  // namespace

int main() {
  bench::Report report("json");
  measure(report, "profile_create", small_profile);
  measure(report, "profile_create_large", large_profile());
  return report.finish();
}
