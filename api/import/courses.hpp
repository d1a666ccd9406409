// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

#include "api/import/sink.hpp"

namespace api::import {

struct CourseCounts {
  std::uint64_t courses = 0, added = 0, unchanged = 0, skills = 0;
};

// Courses as offers of one provider: a table (plain or gzipped) with the columns course_id, course_name and esco_skills (ESCO
// URIs or their last part, separated by spaces, commas or bars). The ESCO skills must have been imported before. Importing again
// changes only what is new. Throws std::runtime_error when the file is no such table.
CourseCounts courses(std::filesystem::path const& file, std::string const& provider,
                     std::string const& language, Sink& sink, Report& report);

}  // namespace api::import
