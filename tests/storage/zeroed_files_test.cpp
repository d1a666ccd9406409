// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/zeroed_files.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/support/folder.hpp"

namespace {

constexpr std::uint64_t file_bytes = 2 << 20;

struct Here {
  support::Folder folder;
  std::filesystem::path waiting = folder / "zeroed";

  std::unique_ptr<storage::ZeroedFiles> open() {
    return std::make_unique<storage::ZeroedFiles>(waiting, file_bytes, 3);
  }
  static bool is_zero(std::filesystem::path const& file) {
    auto const content = support::content_of(file);
    return content.size() == file_bytes && content.find_first_not_of('\0') == content.npos;
  }
  // Until the thread has filled a file again.
  bool take_soon(storage::ZeroedFiles& files, std::filesystem::path const& path) {
    for (int i = 0; i < 200; ++i) {
      if (files.take(path)) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return false;
  }
  std::size_t waiting_files() const {
    return static_cast<std::size_t>(
        std::distance(std::filesystem::directory_iterator(waiting), {}));
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(zeroed_files, Here)

BOOST_AUTO_TEST_CASE(the_first_two_are_ready_at_once) {
  auto const files = open();
  for (auto const* name : {"a", "b"}) {
    BOOST_TEST(files->take(folder / name));
    BOOST_TEST(is_zero(folder / name));
  }
  BOOST_TEST(!files->take(folder / "c"));
  BOOST_TEST(!std::filesystem::exists(folder / "c"));
}

BOOST_AUTO_TEST_CASE(a_file_that_has_served_is_full_of_zeros_again) {
  auto const files = open();
  for (auto const* name : {"a", "other"}) files->take(folder / name);
  std::ofstream(folder / "a") << std::string(3'000'000, 'x');
  files->give(folder / "a");
  BOOST_TEST(!std::filesystem::exists(folder / "a"));
  BOOST_REQUIRE(take_soon(*files, folder / "b"));
  BOOST_TEST(is_zero(folder / "b"));
}

BOOST_AUTO_TEST_CASE(a_file_with_another_name_stays_as_it_is) {
  auto const files = open();
  files->take(folder / "a");
  std::ofstream(folder / "a") << "kept by a checkpoint";
  std::filesystem::create_hard_link(folder / "a", folder / "b");
  files->give(folder / "a");
  BOOST_TEST(!std::filesystem::exists(folder / "a"));
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  BOOST_TEST(support::content_of(folder / "b") == "kept by a checkpoint");
}

BOOST_AUTO_TEST_CASE(no_more_wait_than_are_wanted) {
  auto files = open();
  for (int i = 0; i < 9; ++i) {
    std::ofstream(folder / "a") << "x";
    files->give(folder / "a");
  }
  files.reset();  // Nothing is renamed any more.
  BOOST_TEST(waiting_files() <= 3u);
}

BOOST_AUTO_TEST_CASE(those_that_wait_are_kept_and_unfinished_ones_are_not) {
  open().reset();
  std::ofstream(waiting / "used-7") << "events";
  std::ofstream(waiting / "zero-8") << "too short";
  auto const files = open();
  BOOST_TEST(waiting_files() == 2u);
  BOOST_TEST(files->take(folder / "a"));
  BOOST_TEST(is_zero(folder / "a"));
}

BOOST_AUTO_TEST_SUITE_END()
