// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// A rule that is not checked is a wish. Here each rule reads the tracked files, and is shown samples that it must refuse.
import assert from 'node:assert/strict';
import path from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';

import {repositoryRules} from './repository_rules.mjs';
import {isCpp, roomOf, rooms, tracked} from './source.mjs';
import {sourceRules} from './source_rules.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const files = tracked(root);

test('the rules see the sources', () => {
  for (const room of rooms) assert.ok(files.some((file) => isCpp(file) && roomOf(file) === room), `no C++ file in ${room}/`);
});

for (const {name, check, bad, good} of [...sourceRules, ...repositoryRules]) {
  test(name, () => {
    const found = check(files);
    assert.ok(found.length === 0, '\n' + found.join('\n'));
  });
  test(`${name}: the rule can fail`, () => {
    for (const sample of bad) assert.notDeepEqual(check(sample), [], 'this draws no complaint: ' + JSON.stringify(sample));
    assert.deepEqual(check(good), [], 'this is fine');
  });
}
