// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/cli/options.hpp"

#include <algorithm>
#include <fstream>
#include <iostream>

namespace api::cli {

namespace po = boost::program_options;

Options::Options(std::string usage, std::string about)
    : usage_(std::move(usage)), about_(std::move(about)) {
  add()("help,h", "Shows this.");
  add()("config", po::value<std::string>()->value_name("FILE"),
        "Reads further options from a file, a line each: name = value.");
}

void Options::add_tenant() {
  add()("data", po::value<std::string>()->default_value("data")->value_name("DIR"),
        "The tenant's folder.");
  add()("master-key", po::value<std::string>()->value_name("FILE"),
        "The key that all keys are locked with. Never inside the data folder; made with a new one. "
        "Default: DIR.master-key.");
  add()("erasures", po::value<std::string>()->value_name("FILE"),
        "The list of who was erased: kept apart from the data folder and its backups, it is what "
        "makes an old copy forget them again. Made with the first one. Default: DIR.erasures.");
  add()("zone", po::value<std::string>()->default_value("Europe/Berlin")->value_name("ZONE"),
        "The tenant's time zone.");
}

std::optional<int> Options::parse(int argc, char const* const* argv) {
  try {
    read(argc, argv);
    if (has("help")) {
      std::cout << "Usage: fuge " << usage_ << "\n\n" << about_ << "\n\n" << shown();
      return 0;
    }
    po::notify(values_);
    return {};
  } catch (po::error const& wrong) {
    std::cerr << "fuge: " << wrong.what() << "\nUsage: fuge " << usage_ << "\n";
    return 2;
  }
}

// Words that are no options stand in the usage.
po::options_description Options::shown() const {
  po::options_description shown("Options");
  for (auto const& option : described_.options())
    if (!words_.contains(option->long_name())) shown.add(option);
  return shown;
}

void Options::read(int argc, char const* const* argv) {
  po::store(po::command_line_parser(argc, argv).options(described_).positional(positions_).run(),
            values_);
  if (has("help")) return;
  auto const known = [this](std::string const& variable) {
    if (!variable.starts_with("FUGE_")) return std::string();
    auto name = variable.substr(5);
    std::ranges::transform(name, name.begin(), [](unsigned char c) {
      return c == '_' ? '-' : static_cast<char>(std::tolower(c));
    });
    return described_.find_nothrow(name, false) ? name : std::string();
  };
  po::store(po::parse_environment(described_, known), values_);
  if (!has("config")) return;
  std::ifstream file(get<std::string>("config"));
  if (!file)
    throw po::error("cannot read the file that --config names: " + get<std::string>("config"));
  po::store(po::parse_config_file(file, described_), values_);
}

}  // namespace api::cli
