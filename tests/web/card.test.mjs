// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// What a card says, without a browser.
import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';

const here = (to) => fileURLToPath(new URL(to, import.meta.url));
const {build} = createRequire(here('../../web/package.json'))('esbuild');

// The language that somebody chose.
globalThis.localStorage = {getItem: () => 'de'};
Object.defineProperty(globalThis, 'navigator', {value: {languages: ['de']}, configurable: true});

// A module of the page as the page has it.
async function load(source) {
  const {outputFiles} = await build({entryPoints: [here(source)], bundle: true, write: false, format: 'esm', logLevel: 'silent'});
  return import('data:text/javascript,' + encodeURIComponent(outputFiles[0].text));
}

test('a skill that meets several needs is said once', async () => {
  const {offered} = await load('../../web/src/offered.ts');
  const reason = (offer, need, name) => ({offer, need, yours: true, de: `${name} hilft`, en: `${name} helps`, path: [{term: need, de: 'Bedarf', en: 'need'}, {term: offer, de: name, en: name}]});
  const reasons = [reason('1', '7', 'Optik'), reason('2', '8', 'Python'), reason('1', '8', 'Optik'), reason('1', '9', 'Optik')];
  assert.deepEqual(offered(reasons), ['Optik', 'Python']);
  assert.deepEqual(offered([]), []);
});
