// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// The OpenRPC document, judged by the tools of those who wrote the specification.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {test} from 'node:test';
import {MethodCallValidator, parseOpenRPCDocument, validateOpenRPCDocument} from '@open-rpc/schema-utils-js';
import Ajv from 'ajv';

const fuge = process.env.FUGE ?? new URL('../../build/release/fuge', import.meta.url).pathname;
const text = execFileSync(fuge, ['schema', 'openrpc'], {encoding: 'utf8', maxBuffer: 1 << 26});
const document = () => JSON.parse(text);
const method = (name) => document().methods.find((m) => m.name === name);
const person = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';

// Formats are the parser's business; x-id, x-sealed and the like are annotations.
const ajv = new Ajv({strict: false, validateFormats: false});
ajv.addSchema(document(), 'openrpc');
const validator = (name) => ajv.compile({$ref: `openrpc#/components/schemas/${name}`});

test('the document is valid OpenRPC', () => {
  assert.equal(validateOpenRPCDocument(document()), true);
});

test('the validator is one that can say no', () => {
  const broken = document();
  delete broken.methods[0].params[0].name;
  assert.notEqual(validateOpenRPCDocument(broken), true);
});

test('every reference leads somewhere, and no method is there twice', async () => {
  const parsed = await parseOpenRPCDocument(document());
  assert.equal(JSON.stringify(parsed).includes('"$ref"'), false);
  const names = parsed.methods.map((m) => m.name);
  assert.equal(new Set(names).size, names.length);
  assert.ok(names.length > 40, `only ${names.length} methods`);
});

test('every method says what it does, who may call it, and takes its parameters by name', () => {
  for (const {name, description, paramStructure, result, errors, ['x-allow']: allow} of document().methods) {
    assert.ok(description?.length > 10, name);
    assert.equal(paramStructure, 'by-name', name);
    assert.ok(result.schema.$ref, name);
    assert.ok(errors.length > 0, name);
    assert.ok(allow.length > 0 && allow.every(({role, scope}) => role && scope), name);
  }
});

test('commands take a meta and give a receipt, queries neither', () => {
  for (const {name, params, result, ['x-kind']: kind} of document().methods) {
    assert.equal(params.some((param) => param.name === 'meta'), kind === 'command', name);
    assert.equal(result.name === 'Receipt', kind === 'command', name);
  }
});

test('calls are judged by the schemas of their parameters', async () => {
  const calls = new MethodCallValidator(await parseOpenRPCDocument(document()));
  const good = {profile: person, displayName: 'Mara', sector: 'science', offers: [{word: 'optics', level: 4}], meta: {commandId: person}};
  assert.deepEqual(calls.validate('profile.create', good), []);
  for (const bad of [
    {displayName: ''}, {sector: 'mars'}, {sector: undefined}, {hoursPerWeek: 81}, {hoursPerWeek: 1.5}, {languages: ['DE']},
    {offers: [{level: 5}]}, {offers: [{stars: 5}]}, {offers: Array(51).fill({word: 'x'})}, {discipline: 'x'.repeat(61)},
    {kinds: 'mentor'}, {meta: {expect: [{}]}},
  ]) {
    assert.equal(calls.validate('profile.create', {...good, ...bad}).length, 1, JSON.stringify(bad));
  }
});

test('what is read is complete, what is written may grow', () => {
  const label = {language: 'de', text: 'Optik'};
  assert.equal(validator('LabelInput')(label), true);
  assert.equal(validator('LabelInput')({...label, colour: 'red'}), false);
  assert.equal(validator('Label')(label), false, 'what is written has every truth value');
  assert.equal(validator('Label')({...label, preferred: false, colour: 'red'}), true);
  const create = {profile: person, displayName: 'Mara', sector: 'science'};
  assert.equal(validator('CreateProfile')({...create, meta: {}}), true);
  assert.equal(validator('CreateProfile')({...create, colour: 'red'}), false);
});

test('names that two families share carry the family', () => {
  const {schemas} = document().components;
  assert.ok(schemas.FeedItem && schemas.CatalogueItem && !schemas.Item);
  assert.deepEqual(schemas.ProfileDirection.enum, ['have', 'want']);
});

test('an event says what of it is sealed, and for whom it is', () => {
  const {ProfileCreated} = document().components.schemas;
  assert.equal(ProfileCreated.properties.displayName['x-sealed'], 'person');
  assert.equal(ProfileCreated.properties.sector['x-sealed'], undefined);
  assert.equal(ProfileCreated['x-event'], 'profile.ProfileCreated');
  assert.equal(ProfileCreated['x-audience'], 'members');
});

test('bounds, formats and permissions are those of the schema', () => {
  const create = method('profile.create');
  const schema = (name) => create.params.find((param) => param.name === name).schema;
  assert.deepEqual(schema('profile'), {type: 'string', format: 'uuid', 'x-id': 'subject'});
  assert.deepEqual(schema('hoursPerWeek'), {type: 'integer', minimum: 0, maximum: 80});
  assert.deepEqual(schema('displayName'), {type: 'string', minLength: 1, maxLength: 120, 'x-maxBytes': 120});
  assert.deepEqual(schema('languages'), {type: 'array', maxItems: 16, items: {type: 'string', pattern: '^[a-z]{2}$'}});
  assert.deepEqual(create.params.filter((param) => param.required).map((param) => param.name), ['profile', 'displayName', 'sector']);
  assert.deepEqual(create['x-allow'], [{role: 'member', scope: 'self'}]);
  assert.deepEqual(method('account.cancelErasure')['x-allow'], ['member', 'privacyOfficer', 'operator'].map((role) => ({role, scope: role === 'member' ? 'self' : 'tenant'})));
  assert.deepEqual(method('feed.subscribe').params[1].schema, {type: 'integer', minimum: -1, maximum: 9007199254740991});
});
