// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include <iostream>

#include "api/cli/place.hpp"
#include "api/cli/verbs.hpp"
#include "api/hub/read_side.hpp"

namespace api::cli {

namespace po = boost::program_options;

int replay(int argc, char const* const* argv) {
  Options options("replay [--view NAME] [--until POSITION]",
                  "Folds the log anew and prints a view's rows, one JSON object a line, and its "
                  "digest: the same rows and digest on\n"
                  "every machine, and as the live view's at that position. Without --view: the "
                  "digests of all.");
  options.add_tenant();
  options.add()("view", po::value<std::string>()->value_name("NAME"),
                "Such as directory.v2; see the list without --view.");
  options.add()("until", po::value<std::uint64_t>()->value_name("POSITION"),
                "As of this position. Default: the log's head.");
  options.add()("digest", "Only the digest, without the rows.");
  if (auto status = options.parse(argc, argv)) return *status;

  Hub hub(existing_place_of(options), warn);
  auto const head = hub.tenant().log().head();
  auto const until =
      options.has("until") ? core::Position{options.get<std::uint64_t>("until")} : head;
  if (until > head)
    throw std::runtime_error("the log ends at position " + std::to_string(head.value));
  ReadSide side(hub, warn, ReadSide::From::the_beginning);
  {
    Progress progress("replaying", until.value);
    side.recover([&](core::Position position) { progress.step(position.value); }, until);
  }
  auto const wanted = options.text("view");
  auto const* view = side.views().find(wanted);
  if (!wanted.empty() && !view) {
    std::cerr << "fuge replay: there is no view \"" << wanted << "\"; there are:\n";
    for (auto const* known : side.views().all()) std::cerr << "  " << known->name() << '\n';
    return 2;
  }
  if (view && !options.has("digest"))
    view->rows().scan({}, [&](core::Bytes key, core::Bytes row) {
      std::cout << view->describe(key, row) << '\n';
      return true;
    });
  for (auto const* one : side.views().all())
    if (!view || one == view)
      std::cout << one->name() << " position " << until.value << " rows " << one->rows().size()
                << " digest " << core::hex(one->rows().digest()) << '\n';
  return 0;
}

}  // namespace api::cli
