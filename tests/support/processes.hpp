// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>

// Tests that kill: the test program starts itself again as a child that runs one of its own test cases. (A mere fork would
// leave the child without RocksDB's threads.)
namespace support {

inline constexpr char child_folder[] = "FUGE_TEST_CHILD_FOLDER",
                      child_pipe[] = "FUGE_TEST_CHILD_PIPE";

// Within the test case that the child runs; in an ordinary run that test case has nothing to do.
class AsChild {
 public:
  explicit operator bool() const { return std::getenv(child_folder) != nullptr; }
  std::filesystem::path folder() const { return std::getenv(child_folder); }
  void report(std::uint64_t number) const {
    if (::write(std::atoi(std::getenv(child_pipe)), &number, sizeof number) != sizeof number)
      ::_exit(1);
  }
};

class Child {
 public:
  // `test_case` is "suite/case".
  Child(std::string const& test_case, std::filesystem::path const& folder) {
    int ends[2];
    if (::pipe(ends) != 0) std::abort();
    process_ = ::fork();
    if (process_ == 0) run(test_case, folder, ends[1]);
    ::close(ends[1]);
    reports_ = ends[0];
  }
  ~Child() {
    kill();
    ::close(reports_);
  }
  Child(Child const&) = delete;

  // The child's next number, or 0 when none will come.
  std::uint64_t next() {
    std::uint64_t number = 0;
    return ::read(reports_, &number, sizeof number) == sizeof number ? number : 0;
  }
  // As SIGKILL leaves it.
  void kill() {
    if (process_ <= 0) return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
    process_ = 0;
  }

 private:
  [[noreturn]] static void run(std::string const& test_case, std::filesystem::path const& folder,
                               int pipe) {
    ::setenv(child_folder, folder.c_str(), 1);
    ::setenv(child_pipe, std::to_string(pipe).c_str(), 1);
    auto const selection = "--run_test=" + test_case;
    ::execl("/proc/self/exe", "child", selection.c_str(), "--log_level=error", "--report_level=no",
            "--catch_system_errors=no", nullptr);
    ::_exit(127);
  }

  pid_t process_ = 0;
  int reports_ = -1;
};

}  // namespace support
