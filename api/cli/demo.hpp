// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <ostream>
#include <vector>

#include "api/hub/read_side.hpp"
#include "api/road/http_routes.hpp"

namespace api::cli {

// Where the demo data lies: `given`, or the folder demo/ of the checkout that this program was built in.
std::filesystem::path demo_folder(std::string const& given);

// Imports the files of the demo, as of today, where they are not there yet, brings the views up to them, and gives the logins.
std::vector<DemoLogin> fill_with_demo(Hub& hub, ReadSide& read_side,
                                      std::filesystem::path const& folder);

// What to open and what to try.
void tell_demo(std::ostream& out, std::string const& url, std::vector<DemoLogin> const& logins);

}  // namespace api::cli
