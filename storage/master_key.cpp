// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#include "storage/master_key.hpp"

#include "storage/crypto.hpp"
#include "storage/failure.hpp"
#include "storage/file.hpp"

namespace storage {
namespace {

void make(std::filesystem::path const& file, core::Crypto const& crypto) {
  core::Key key;
  crypto.random(key);
  if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path());
  replace_file(file, core::view_of(key));
  wipe(key);
}

}  // namespace

core::Key open_master_key(std::filesystem::path const& file,
                          std::filesystem::path const& data_folder, bool may_make,
                          core::Crypto const& crypto) {
  if (is_within(file, data_folder))
    throw Unusable("the master key " + file.string() + " lies within the data folder " +
                   data_folder.string());
  if (may_make && !std::filesystem::exists(file)) make(file, crypto);
  auto content = read_file(file);
  if (!content) throw Unusable("the master key " + file.string() + " is missing");
  core::Key key;
  if (content->size() != key.size())
    throw Unusable("the master key " + file.string() + " does not have 32 bytes");
  std::memcpy(key.data(), content->data(), key.size());
  wipe({reinterpret_cast<std::uint8_t*>(content->data()), content->size()});
  return key;
}

}  // namespace storage
