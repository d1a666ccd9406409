// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <vector>

#include "api/import/sink.hpp"

namespace api::import {

struct EscoCounts {
  std::uint64_t skills = 0, groups = 0, edges = 0, added = 0, changed = 0, unchanged = 0,
                merged = 0;
};

// The ESCO skills pillar into the vocabulary: from the official CSV files (skills_de.csv, skillGroups_en.csv,
// broaderRelationsSkillPillar_de.csv) or tab-separated ones with the columns uri/label_de/label_en and child/parent. Paths are
// files or folders; which file is which is told by its columns, an official one's language by its name ("..._de.csv").
//
// A skill whose German or English preferred label a skill of the hub's own vocabulary has already is merged into that one, so that
// people and courses who mean the same meet, unless `keep_apart`.
//
// Terms get ids made from their URIs, so importing again, or a newer release, changes only what is new. Throws
// std::runtime_error, before anything is written, when no file fits or the hierarchy has a cycle, which is named.
EscoCounts esco(std::vector<std::filesystem::path> const& paths, Sink& sink, Report& report,
                bool keep_apart = false);

}  // namespace api::import
