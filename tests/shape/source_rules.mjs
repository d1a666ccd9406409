// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// Rules about what C++ may say where. Each is {name, check, bad, good}: check(files) gives complaints; each of `bad` is a sample
// that must draw one, `good` one that must not. A file is {path, text, bytes}.
import {unsafeAwaits} from './await_rule.mjs';
import {code, complaints, isCpp, lineOf, roomOf, rooms} from './source.mjs';

const one = (path, text) => [{path, text, bytes: text.length}];
const pure = ['core', 'projections', 'matching'];

// ---- include arrows ----

const everywhere = ['boost', 'capnp', 'kj'];
const mayInclude = {
  core: {own: ['core'], foreign: everywhere},
  storage: {own: ['core', 'storage'], foreign: [...everywhere, 'rocksdb', 'sodium', 'openssl', 'isa-l', 'posix']},
  projections: {own: ['core', 'projections'], foreign: [...everywhere, 'openssl']},
  matching: {own: ['core', 'matching'], foreign: [...everywhere, 'simd']},
  api: {own: rooms, foreign: [...everywhere, 'sockets', 'simdjson', 'sodium', 'openssl', 'unicode', 'date', 'curl', 'posix']},
};
// core has no I/O, no threads, no randomness.
const notInCore = /^(thread|mutex|shared_mutex|condition_variable|future|semaphore|fstream|iostream|filesystem|random|csignal)$/;

function library(name) {
  if (/^boost\/(asio|beast|program_options)\b/.test(name)) return 'sockets';
  if (/^(sodium|simdjson|isa-l)\.h$/.test(name)) return name.slice(0, -2);
  if (/^\w+intrin\.h$/.test(name)) return 'simd';
  if (name.includes('/') && !/^(sys|linux|net|netinet|arpa)\//.test(name)) return name.split('/')[0];
  return name.endsWith('.h') ? 'posix' : 'std';
}

function includeArrows(files) {
  const found = [];
  for (const file of files.filter(isCpp)) {
    const room = roomOf(file);
    if (!room || file.path.startsWith('core/schema/generator/')) continue;  // The generator is a program of its own.
    const {own, foreign} = mayInclude[room];
    for (const m of code(file.text, {strings: true}).matchAll(/^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]/gm)) {
      const [, quote, name] = m;
      const say = (why) => found.push(`${file.path}:${lineOf(file.text, m.index)}: includes ${name}: ${why}`);
      const owner = rooms.find((r) => name.startsWith(r + '/'));
      if (owner) {
        if (!own.includes(owner)) say(`${room} may include of our own only ${own.join(', ')}`);
      } else if (quote === '"') {
        say('name our own files by their path from the root');
      } else if (library(name) === 'std') {
        if (room === 'core' && notInCore.test(name)) say('core has no I/O, no threads and no randomness');
      } else if (!foreign.includes(library(name))) {
        say(`${room} may include of others only std, ${foreign.join(', ')}`);
      }
    }
  }
  return found;
}

// ---- coroutines ----

function plainAwaits(files) {
  const found = [];
  for (const file of files.filter(isCpp)) {
    if (pure.concat('storage').includes(roomOf(file)))
      found.push(...complaints(file, code(file.text), /\bco_(await|return|yield)\b/g, 'only api has coroutines:'));
    for (const {line, what} of unsafeAwaits(file.text))
      found.push(`${file.path}:${line}: a statement with co_await contains ${what}; name the value first, then await it`);
  }
  return found;
}

// ---- clocks, randomness, floating point ----

// The files of storage that are ports: where randomness or time enters, and is handed on. (The api room is the other door.)
const ports = ['storage/crypto.cpp'];
const worldly = new RegExp([
  String.raw`\b(?:system|steady|high_resolution|utc|file)_clock\b`, String.raw`\b(?:clock_gettime|gettimeofday|localtime|gmtime)\b`,
  String.raw`(?<![\w.>])(?:std::)?time\s*\(\s*(?:nullptr|NULL|0|&)`, String.raw`\brandom_device\b`, String.raw`\bmt19937`,
  String.raw`(?<![\w.>])(?:std::)?s?rand\s*\(`, String.raw`\brandombytes\w*`, String.raw`\bRAND_\w*bytes\b`,
  String.raw`\bgetrandom\b`, String.raw`\bcrypto_\w+_keygen\b`, String.raw`\bcrypto_(?!sign_seed_)\w+_keypair\b`,
].join('|'), 'g');

function portsOnly(files) {
  return files.filter((file) => isCpp(file) && pure.concat('storage').includes(roomOf(file)) && !ports.includes(file.path))
      .flatMap((file) => complaints(file, code(file.text), worldly, 'time and randomness come in through a port only, not'));
}

// Files where floating point is needed and cannot reach anything stored, compared or digested.
const mayFloat = [];
const floating =
    /\b(?:float|double)\b|<cmath>|(?<![\w.])\d[\d']*\.\d[\d']*|(?<![\w.])\d+(?:\.\d*)?[eE][+-]?\d+|\bstd::(?:sqrt|log2?|log10|exp2?|pow|llround|floor|ceil)\b/g;

function fixedPoint(files) {
  return files.filter((file) => isCpp(file) && pure.includes(roomOf(file)) && !mayFloat.includes(file.path))
      .flatMap((file) => complaints(file, code(file.text), floating, 'scores and figures are fixed-point, not'));
}

export const sourceRules = [
  {
    name: 'each room includes only what it may',
    check: includeArrows,
    bad: [
      one('core/a.hpp', '#include "storage/log.hpp"'), one('matching/a.cpp', '#include "projections/feed.hpp"'),
      one('storage/a.cpp', '#include "api/session.hpp"'), one('api/a.cpp', '#include <rocksdb/db.h>'),
      one('core/a.cpp', '#include <thread>'), one('core/a.cpp', '#include <boost/asio/post.hpp>'),
      one('core/a.cpp', '#include <simdjson.h>'), one('core/a.cpp', '#include "ids.hpp"'), one('core/a.cpp', '#include <unistd.h>'),
    ],
    good: [
      ...one('storage/a.cpp', '#include <fcntl.h>\n#include <rocksdb/db.h>\n#include <vector>\n#include "core/ids.hpp"'),
      ...one('api/a.cpp', '#include <boost/asio/post.hpp>\n#include "storage/log.hpp"\n// #include <rocksdb/db.h>'),
      ...one('core/a.cpp', '#include <core/schema/team.capnp.h>\n#include <boost/system/result.hpp>\n#include <chrono>'),
    ],
  },
  {
    name: 'a statement with co_await is plain',
    check: plainAwaits,
    bad: [
      one('api/a.cpp', 'awaitable<void> f() { co_await g(Frame{1, 2}); }'),
      one('api/a.cpp', 'awaitable<void> f() { auto x = ok ? co_await g() : co_await h(); }'),
      one('api/a.cpp', 'awaitable<void> f() { if (x) co_await g([this](int a) { return a; }); }'),
      one('api/a.cpp', 'auto f() -> awaitable<void> { auto x = Pair{co_await g(), 1}; }'),
      one('api/a.cpp', 'auto f() { return [self]() -> awaitable<void> { co_await g({1}); }; }'),
      one('core/a.cpp', 'task f() { co_return; }'),
    ],
    good: one('api/a.cpp', `
      auto f(std::vector<int> v = {}) -> awaitable<std::map<int, int>> {
        for (auto& [key, value] : co_await g()) { auto const frame = Frame{1}; co_await h(frame); }
        if (auto x = co_await i(); x) { co_return; } else { co_await j("?{", '{'); }  // Not { here either.
        auto&& [a, b] = co_await l();
        co_spawn(executor, [self]() -> awaitable<void> { co_await self->run(); }, detached);
        int const n = ok ? 1 : 2;
        while (co_await k(n)) { co_await table[n].m(); }
        co_return {};
      }`),
  },
  {
    name: 'time and randomness come in through ports only',
    check: portsOnly,
    bad: [
      one('core/a.cpp', 'auto t = std::chrono::system_clock::now();'), one('storage/a.cpp', 'randombytes_buf(p, n);'),
      one('matching/a.cpp', 'std::mt19937 g(std::random_device{}());'), one('projections/a.cpp', 'auto t = time(nullptr);'),
      one('core/a.cpp', 'int r = rand();'), one('storage/a.cpp', 'crypto_secretbox_keygen(k);'),
    ],
    good: [...one('core/a.cpp', 'auto t = clock.now(); // not system_clock\nauto x = operand(1), brand = r.time(0);'),
           ...one('api/a.cpp', 'std::chrono::steady_clock::now();')],
  },
  {
    name: 'no floating point in core, projections and matching',
    check: fixedPoint,
    bad: [
      one('core/a.hpp', 'double weight;'), one('matching/a.cpp', 'auto w = x * 0.5f;'), one('projections/a.cpp', 'auto w = n / 1e6;'),
      one('matching/a.cpp', 'auto w = std::sqrt(n);'), one('matching/a.cpp', '#include <cmath>'),
    ],
    good: one('matching/a.cpp', "auto a = 1'000 + 0x1e5 + v[0].x; // 0.5\nauto s = \"0.5 double\"; case Type::FLOAT32: log(x);"),
  },
];
