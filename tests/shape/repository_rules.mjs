// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// Rules about tests and about the repository, in the same form as source_rules.mjs.
import path from 'node:path';

import {licences} from './licence_rule.mjs';
import {code, complaints, isCpp, lineOf, roomOf} from './source.mjs';

const one = (path, text) => [{path, text, bytes: text.length}];

// ---- tests ----

function everyTestRuns(files) {
  const found = [];
  const cmake = files.find((file) => file.path === 'tests/CMakeLists.txt')?.text ?? '';
  for (const file of files.filter((file) => /^tests\/.*\.cpp$/.test(file.path))) {
    const [, folder, name] = file.path.match(/^tests\/([^/]+)\/(?:.*\/)?([^/]+)_test\.cpp$/) ?? [];
    const source = code(file.text);
    if (!name) {
      if (/\bBOOST_(AUTO|DATA|FIXTURE)_TEST_CASE\b/.test(source)) found.push(`${file.path}: holds test cases, but its name is not NAME_test.cpp`);
      continue;
    }
    if (!new RegExp(`\\bBOOST_(?:AUTO|FIXTURE)_TEST_SUITE\\(\\s*${name}\\s*[,)]`).test(source))
      found.push(`${file.path}: ctest runs the suite ${name}, which this file does not hold: BOOST_AUTO_TEST_SUITE(${name})`);
    if (!new RegExp(`^room_tests\\(${folder}\\b`, 'm').test(cmake))
      found.push(`${file.path}: tests/CMakeLists.txt has no room_tests(${folder} ...)`);
  }
  return found;
}

function everyRefusalIsTested(files) {
  const tests = files.filter((file) => /^tests\//.test(file.path) && !/^tests\/shape\//.test(file.path))
                    .map((file) => file.text).join('\n');
  const at = new Map();
  const unnamed = [];
  for (const file of files.filter((file) => isCpp(file) && roomOf(file))) {
    if (roomOf(file) !== 'api')
      unnamed.push(...complaints(file, code(file.text), /\brefuse\((?!\s*("|std::string_view code))[^,)]*/g, 'a refusal is named by a literal, not'));
    for (const m of code(file.text, {strings: true}).matchAll(/\b(?:refuse|Refusal)\s*[({]\s*"([\w.-]+)"/g))
      if (!at.has(m[1])) at.set(m[1], `${file.path}:${lineOf(file.text, m.index)}`);
  }
  return unnamed.concat([...at].filter(([name]) => !new RegExp(`(?<![\\w.-])${name.replaceAll('.', '\\.')}(?![\\w-]|\\.\\w)`).test(tests))
      .map(([name, where]) => `${where}: no test names the refusal ${name}`));
}

// ---- the repository ----

function smallFiles(files) {
  return files.filter((file) => file.bytes > 1 << 20).map((file) => `${file.path}: ${file.bytes} bytes, more than 1 MiB`);
}

function readmeIsTrue(files) {
  const text = (path) => files.find((file) => file.path === path)?.text ?? '';
  const verbs = [...text('dev').matchAll(/^\.\/dev (\w+)/gm)].map((m) => m[1]);
  const found = ['./dev run', './dev test'].filter((command) => !text('README.md').includes(command))
                    .map((command) => `README.md: does not show ${command}`);
  for (const file of files.filter((file) => file.path.endsWith('.md')))
    for (const m of file.text.matchAll(/\.\/dev ([a-z]+)/g))
      if (!verbs.includes(m[1])) found.push(`${file.path}:${lineOf(file.text, m.index)}: ./dev has no verb ${m[1]}`);
  return found;
}

// A page links only to what is there.
function linksLead(files) {
  const known = new Set(files.flatMap((file) => file.path.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/'))));
  return files.filter((file) => file.path.endsWith('.md')).flatMap((file) =>
    [...file.text.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)]
        .filter(([, target]) => !/^[a-z]+:/.test(target) && !known.has(path.posix.join(path.posix.dirname(file.path), target).replace(/\/$/, '')))
        .map((m) => `${file.path}:${lineOf(file.text, m.index)}: leads to ${m[1]}, which is not there`));
}

// Paths of one machine and addresses of one registry help nobody else.
const local = new RegExp([
  String.raw`(?<![\w.\-/])/(?:work|root|home/\w+|Users/\w+)/[\w.]+`, String.raw`(?<!\w)\.\./shared/`,
  String.raw`\bregistry\.\w+(?:\.\w+)+`, String.raw`\bdeb\.debian\.org\b`, String.raw`"resolved"\s*:`,
].join('|'), 'g');

function nothingLocal(files) {
  return files.filter((file) => !file.path.startsWith('LICENSES/'))
      .flatMap((file) => complaints(file, file.text, local, 'belongs to one machine or one registry:'));
}

const suite = 'BOOST_AUTO_TEST_SUITE';
const runner = {path: 'tests/CMakeLists.txt', text: 'room_tests(core core)', bytes: 0};

export const repositoryRules = [
  {
    name: 'every test file is built and run',
    check: everyTestRuns,
    bad: [
      [runner, ...one('tests/core/ids_test.cpp', `${suite}(id)`)], [runner, ...one('tests/core/ids_test.cpp', '')],
      [runner, ...one('tests/attic/ids_test.cpp', `${suite}(ids)`)],
      [runner, ...one('tests/core/ids.cpp', 'BOOST_AUTO_TEST_CASE(x) {}')],
      [runner, ...one('tests/core/ids_test.cpp', `// ${suite}(ids)`)],
    ],
    good: [runner, ...one('tests/core/people/ids_test.cpp', `${suite}(ids)`), ...one('tests/main.cpp', '')],
  },
  {
    name: 'every refusal is hit by a test',
    check: everyRefusalIsTested,
    bad: [
      one('core/a.cpp', 'return refuse("team.full");'), one('core/a.cpp', 'return refuse(full ? a : b);'),
      [...one('core/a.cpp', 'return refuse(\n"team.full", "x");'), ...one('tests/a_test.cpp', '"team.fuller" "a-team.full"')],
      [...one('core/a.cpp', 'Refusal{"team.full"}'), ...one('tests/shape/a.mjs', '"team.full"')],
    ],
    good: [...one('core/a.cpp', 'return refuse("team.full"); // refuse("gone")'), ...one('tests/a.test.mjs', "code: 'team.full'")],
  },
  {
    name: 'every file has its licence',
    check: licences,
    bad: [
      one('core/a.hpp', '#pragma once'), one('a.json', '{}'),
      one('a.cpp', '// SPDX-FileCopyrightText: ' + 'X\n// SPDX-License-' + 'Identifier: MIT'),
      [...one('LICENSES/MIT.txt', 'MIT')],
    ],
    good: [
      ...one('a.cpp', '// SPDX-FileCopyrightText: ' + 'X\n// SPDX-License-' + 'Identifier: MIT'), ...one('LICENSES/MIT.txt', 'MIT'),
      ...one('REUSE.toml', '# SPDX-FileCopyrightText: ' + 'X\n# SPDX-License-' + 'Identifier: MIT\n[[annotations]]\npath = ["**.json"]\n' +
             'SPDX-FileCopyrightText = "X"\nSPDX-License-' + 'Identifier = "MIT"'),
      ...one('web/a.json', '{}'),
    ],
  },
  {
    name: 'no file is larger than 1 MiB',
    check: smallFiles,
    bad: [[{path: 'a.bin', text: '', bytes: (1 << 20) + 1}]],
    good: [{path: 'a.bin', text: '', bytes: 1 << 20}],
  },
  {
    name: 'the README shows the two commands, and no page a command that is not there',
    check: readmeIsTrue,
    bad: [one('README.md', '`./dev run`'), [...one('dev', './dev run\n./dev test'), ...one('README.md', './dev run ./dev test ./dev fly')]],
    good: [...one('dev', './dev run   x\n./dev test  y'), ...one('README.md', './dev run ./dev test')],
  },
  {
    name: 'a page links only to what is there',
    check: linksLead,
    bad: [one('docs/a.md', '[x](../core/b.hpp)'), one('a.md', '![x](docs/a.png#x)')],
    good: [...one('docs/a.md', '[x](../core/b.hpp) [y](https://example.org/) [z](#here) [w](../core/)'), ...one('core/b.hpp', '')],
  },
  {
    name: 'nothing names one machine or one registry',
    check: nothingLocal,
    bad: [
      one('a.md', 'see /wo' + 'rk/main/x'), one('a.sh', 'cp /ro' + 'ot/.x .'), one('a.json', '"resol' + 'ved": "x"'),
      one('a.md', 'https://regis' + 'try.npmjs.org/x'), one('a.md', 'see ../sha' + 'red/design.md'),
    ],
    good: one('a.md', '#include "core/work/team.hpp"; shared/work/x; a registry of skills; /homepage; unresolved'),
  },
];
