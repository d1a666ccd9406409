// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <capnp/message.h>

#include "core/function_ref.hpp"
#include "core/record.hpp"

namespace api {

// An event of the log in one piece: its open part, and the sealed ones that may be told and can still be opened.
class WholeEvent {
 public:
  // `tells` says whether what keys of that kind seal may be told.
  WholeEvent(core::Recorded const& recorded, core::Vault const& vault, core::Crypto const& crypto,
             core::FunctionRef<bool(core::KeyKind)> tells);

  capnp::AnyStruct::Reader root() const { return root_.asReader(); }
  // The fields of those parts that are not told, or whose key is destroyed.
  std::vector<core::Field const*> const& left_out() const { return left_out_; }

 private:
  void leave_out(core::Type const& type, core::KeyKind kind);

  capnp::MallocMessageBuilder message_{64};
  capnp::AnyStruct::Builder root_;
  std::vector<core::Field const*> left_out_;
};

}  // namespace api
