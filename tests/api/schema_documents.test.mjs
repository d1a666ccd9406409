// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// The TypeScript types, judged by the TypeScript compiler, and the table of who may call what.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import ts from 'typescript';

const fuge = process.env.FUGE ?? new URL('../../build/release/fuge', import.meta.url).pathname;
const schema = (what) => execFileSync(fuge, ['schema', what], {encoding: 'utf8', maxBuffer: 1 << 26});
const folder = mkdtempSync(join(tmpdir(), 'fuge-'));
after(() => rmSync(folder, {recursive: true}));
writeFileSync(join(folder, 'schema.ts'), schema('typescript'));

// The numbers of the lines of a program that uses the types in which the compiler finds something wrong.
function wrongLines(program) {
  const file = join(folder, 'use.ts');
  writeFileSync(file, program);
  const options = {strict: true, noEmit: true, skipLibCheck: true, lib: ['lib.es2022.d.ts'], module: ts.ModuleKind.ES2022,
                   target: ts.ScriptTarget.ES2022, types: []};
  return ts.getPreEmitDiagnostics(ts.createProgram([file], options)).map((found) => {
    const {line} = ts.getLineAndCharacterOfPosition(found.file, found.start);
    return found.file.fileName.endsWith('use.ts') ? line : `${found.file.fileName}:${line}: ${found.messageText}`;
  });
}

const head = `import type {Methods, Params, Result, Meta, FeedItem, LabelInput, Label} from './schema.js';
declare function call<M extends keyof Methods>(method: M, params: Params<M>): Result<M>;
const id = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';
`;

test('the types compile in strict mode and serve a program', () => {
  assert.deepEqual(wrongLines(head + `
    const meta: Meta = {commandId: id, expect: [{stream: id, version: 3}]};
    const at: number = call('profile.create', {profile: id, displayName: 'Mara', sector: 'science', meta}).lastPosition;
    const page = call('match.partners', {needs: [{word: 'optics', must: true}]});
    const shown: string = page.people.map((s) => s.title + s.parts.map((p) => p.term + p.points).join()).join();
    const gone = (item: FeedItem): boolean => item.gone || (item.actor ?? '') === shown;
    const given: LabelInput = {language: 'de', text: 'Optik'};
    const all: Label = {...given, preferred: true};
    call('session.describe', {});
    export {at, gone, all};`), []);
});

test('a program that gets it wrong does not compile', () => {
  const wrong = [
    `call('profile.create', {profile: id, displayName: 'Mara'});`,
    `call('profile.create', {profile: id, displayName: 'Mara', sector: 'mars'});`,
    `call('profile.create', {profile: id, displayName: 'Mara', sector: 'science', colour: 'red'});`,
    `call('profile.vanish', {});`,
    `call('views.list', {meta: {}});`,
    `call('session.describe', {colour: 'red'});`,
    `export const item: FeedItem = {position: 1};`,
    `export const actor = (item: FeedItem): string => item.actor;`,
  ];
  const before = head.split('\n').length - 1;
  assert.deepEqual(wrongLines(head + wrong.join('\n')), wrong.map((_, i) => before + i));
});

test('every method has its row in the table of permissions, with its roles and scopes', () => {
  const rows = schema('authorisation').trim().split('\n').map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
  const [columns, , ...methods] = rows;
  assert.ok(rows.every((row) => row.length === columns.length));
  const cell = (method, role) => methods.find((row) => row[0] === `\`${method}\``)[columns.indexOf(role)];
  assert.equal(cell('profile.create', 'member'), 'self');
  assert.equal(cell('profile.create', 'operator'), '');
  assert.equal(cell('account.suspend', 'operator'), 'tenant');
  assert.equal(cell('profile.create', 'curator'), '');
  assert.equal(cell('views.list', 'evaluator'), 'tenant');
  const {methods: described} = JSON.parse(schema('openrpc'));
  assert.deepEqual(methods.map((row) => row[0].slice(1, -1)), described.map((method) => method.name));
});
