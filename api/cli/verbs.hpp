// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace api::cli {

// Each verb gets its own words from the command line, argv[0] being its name, and gives the exit status: 0 done, 1 failed,
// 2 called wrongly.
int init(int argc, char const* const* argv);
int serve(int argc, char const* const* argv);
int import_verb(int argc, char const* const* argv);
int replay(int argc, char const* const* argv);
int verify(int argc, char const* const* argv);
int user(int argc, char const* const* argv);
int token(int argc, char const* const* argv);
int schema(int argc, char const* const* argv);
int privacy(int argc, char const* const* argv);
int log(int argc, char const* const* argv);
int backup(int argc, char const* const* argv);
int restore(int argc, char const* const* argv);
int keys(int argc, char const* const* argv);

struct Verb {
  std::string_view name, about;
  int (*run)(int, char const* const*);
};

inline constexpr Verb verbs[] = {
    {"init", "Makes a new tenant: folder, keys, first administrator.", init},
    {"serve", "Serves one or several tenants over HTTP and WebSocket.", serve},
    {"import", "Brings in ESCO, courses, or commands from a file.", import_verb},
    {"replay", "Folds the log anew into a view and prints rows and digest.", replay},
    {"verify", "Re-reads every record and compares what was derived from it.", verify},
    {"backup", "Puts the events away, or the keys; also while they are being served.", backup},
    {"restore", "Makes a tenant of what was put away, without those who were erased since.",
     restore},
    {"keys", "Locks the keys with a new master key, so that older copies of them open no more.",
     keys},
    {"log", "Makes note keys, and checks receipts without any server.", log},
    {"privacy", "Lists whose account is due to be erased, and why.", privacy},
    {"user", "Adds people and their roles.", user},
    {"token", "Makes, lists and revokes access tokens.", token},
    {"schema",
     "Prints what is derived from the schema: OpenRPC, TypeScript, authorisation, glossary.",
     schema},
};

}  // namespace api::cli
