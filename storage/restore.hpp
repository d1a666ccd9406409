// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include "core/event_log.hpp"
#include "storage/erasure_list.hpp"
#include "storage/head_file.hpp"

// A tenant's folder, made anew out of what was put away, as a log of its own: with an epoch, a name and a note key that nobody
// has seen yet, so that nothing is ever signed twice under the old ones.
namespace storage {

// What events are restored from: a backup of the log, or a copy of a tenant's folder.
class EventSource {
 public:
  virtual ~EventSource() = default;
  // What was signed there, the newest last.
  virtual std::vector<Checkpoint> checkpoints() const = 0;
  // Every record from the first on, until `visit` says false. Throws Unusable or core::LogBroken where one is not what it was.
  virtual void read(core::FunctionRef<bool(core::RecordView const&)> visit) const = 0;
};

// `from` is a folder of one LogBackup, or one that holds nothing but that, or a tenant's folder. Throws Unusable when it is none
// of these. `crypto` outlives it.
std::unique_ptr<EventSource> open_source(std::filesystem::path const& from,
                                         core::Crypto const& crypto, Warn const& warn);
// Whether it is a tenant's folder, with keys of its own.
bool is_tenant_folder(std::filesystem::path const& folder);

struct RestorePlan {
  EventSource const& events;
  std::filesystem::path keys;  // A KeyBackup, or a tenant's folder whose own they are.
  ErasureList const& erasures;
  std::filesystem::path folder;  // Not there yet, or empty.
  std::filesystem::path master_key;
  std::optional<core::Position> until;  // The command that it falls into is left out.
  // Throws Unusable when somebody has seen a newer list of the tenant with that secret.
  std::function<void(core::Key const& tenant_secret)> expect_newest_list;
};

// Throws Unusable, and has made nothing, when something is damaged, signed by nobody that these keys belong to, when the keys
// are older than the events, or the list than the log. When it returns, the folder is on disk as a whole: every key whose owner is
// on the list is destroyed, and the file `parent` waits to be written down as the log's next event. Returns the parent's head at
// that size.
Head restore(RestorePlan const& plan, core::Crypto const& crypto, Warn const& warn,
             core::FunctionRef<void(core::Position)> progress);

}  // namespace storage
