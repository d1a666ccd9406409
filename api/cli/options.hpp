// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/program_options.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace api::cli {

// The options of one verb: from the command line, then the environment (FUGE_MASTER_KEY for --master-key), then the file that
// --config names (lines "master-key = FILE"). What is given earlier wins.
class Options {
 public:
  // `usage` is what follows "fuge " in the help; `about` one or two sentences.
  Options(std::string usage, std::string about);

  // The options themselves, to be added to: options.add()("listen", value<...>, "...").
  boost::program_options::options_description_easy_init add() { return described_.add_options(); }
  // Words that are no options, kept under `name`; `count` -1 for any number.
  void positional(char const* name, int count) {
    positions_.add(name, count);
    words_.insert(name);
  }

  // Empty: go on. Otherwise the program's exit status: 0 after --help, 2 after a wrong flag, which is named.
  std::optional<int> parse(int argc, char const* const* argv);

  bool has(char const* name) const { return values_.count(name) != 0; }
  template <class T>
  T get(char const* name) const {
    return values_[name].as<T>();
  }
  std::string text(char const* name) const {
    return has(name) ? get<std::string>(name) : std::string();
  }
  // Of an option that may be repeated.
  std::vector<std::string> texts(char const* name) const {
    return has(name) ? get<std::vector<std::string>>(name) : std::vector<std::string>();
  }

  // The options that every verb needs that opens a data folder.
  void add_tenant();

 private:
  void read(int argc, char const* const* argv);
  boost::program_options::options_description shown() const;

  std::string usage_, about_;
  boost::program_options::options_description described_{"Options"};
  boost::program_options::positional_options_description positions_;
  std::set<std::string> words_;  // Names of these.
  boost::program_options::variables_map values_;
};

}  // namespace api::cli
