// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "api/worker.hpp"

#include <boost/test/unit_test.hpp>
#include <future>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

using api::Worker;

namespace {

void nothing_fails(std::exception const& failure) { BOOST_ERROR(failure.what()); }

}  // namespace

BOOST_AUTO_TEST_SUITE(worker)

BOOST_AUTO_TEST_CASE(jobs_run_in_order_on_one_other_thread) {
  std::vector<int> done;
  std::vector<std::thread::id> threads;
  Worker worker(nothing_fails);
  for (int i = 0; i < 1000; ++i)
    worker.run([&, i] {
      done.push_back(i);
      threads.push_back(std::this_thread::get_id());
    });
  worker.finish();
  std::vector<int> wanted(1000);
  std::iota(wanted.begin(), wanted.end(), 0);
  BOOST_TEST(done == wanted);
  BOOST_TEST((threads.front() != std::this_thread::get_id()));
  BOOST_TEST((std::ranges::count(threads, threads.front()) == 1000));
}

BOOST_AUTO_TEST_CASE(finish_waits_for_the_job_under_way) {
  std::promise<void> started, go;
  bool done = false;
  Worker worker(nothing_fails);
  worker.run([&] {
    started.set_value();
    go.get_future().wait();
    done = true;
  });
  started.get_future().wait();
  auto finished = std::async(std::launch::async, [&] { worker.finish(); });
  BOOST_TEST((finished.wait_for(std::chrono::milliseconds(20)) == std::future_status::timeout));
  go.set_value();
  finished.wait();
  BOOST_TEST(done);
}

BOOST_AUTO_TEST_CASE(two_threads_begin_in_order_and_work_side_by_side) {
  std::promise<void> second_began;
  std::vector<std::string> order;
  Worker worker(nothing_fails, 2);
  worker.run([&] {
    second_began.get_future().wait();  // Would wait for ever on one thread.
    order.push_back("first");
  });
  worker.run([&] { second_began.set_value(); });
  worker.finish();
  worker.run([&] { order.push_back("third"); });
  worker.finish();
  BOOST_TEST(order == (std::vector<std::string>{"first", "third"}));
}

BOOST_AUTO_TEST_CASE(finish_with_nothing_to_do_returns_at_once) {
  int done = 0;
  Worker worker(nothing_fails);
  worker.finish();
  worker.run([&] { ++done; });
  worker.finish();
  worker.finish();
  BOOST_TEST(done == 1);
}

BOOST_AUTO_TEST_CASE(a_worker_ends_after_what_it_has_been_given) {
  int done = 0;
  {
    Worker worker(nothing_fails);
    for (int i = 0; i < 100; ++i) worker.run([&] { ++done; });
  }
  BOOST_TEST(done == 100);
}

BOOST_AUTO_TEST_CASE(a_job_may_bring_another) {
  std::string done;
  {
    Worker worker(nothing_fails);
    worker.run([&] {
      done += "first ";
      worker.run([&] { done += "second"; });
    });
  }
  BOOST_TEST(done == "first second");
}

BOOST_AUTO_TEST_CASE(a_job_that_fails_is_reported_and_ends_the_rest) {
  std::vector<std::string> reported, done;
  std::promise<void> go;
  Worker worker([&](std::exception const& failure) { reported.emplace_back(failure.what()); });
  worker.run([&] { go.get_future().wait(); });  // So that all of them wait when the second fails.
  worker.run([&] { done.emplace_back("before"); });
  worker.run([] { throw std::runtime_error("no space left"); });
  worker.run([&] { done.emplace_back("behind"); });
  worker.run([] { throw std::runtime_error("never tried"); });
  go.set_value();
  worker.finish();
  worker.run([&] { done.emplace_back("too late"); });
  worker.finish();
  BOOST_TEST(reported == std::vector<std::string>{"no space left"},
             boost::test_tools::per_element());
  BOOST_TEST(done == std::vector<std::string>{"before"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
