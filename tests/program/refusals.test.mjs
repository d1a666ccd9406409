// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Bad input gets a clear refusal and leaves nothing behind: each case names its exact error, and the log stands where it stood.
// The last test lists the codes that the edge gives, from its sources, and fails for one that none of these has met.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { randomUUID } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { Place, Server } from '../support/server.mjs'

const WebSocket = createRequire(import.meta.url)('ws')
const place = new Place()
const met = new Set()
let server, person, token, adminToken, sam, samToken

before(async () => {
  place.run('user', 'add', 'admin', '--role', 'hubAdmin', '--role', 'privacyOfficer')
  person = place.run('user', 'add', 'anna').trim()
  adminToken = place.run('token', 'admin').trim()
  sam = place.run('user', 'add', 'sam').trim()
  samToken = place.run('token', 'sam').trim()
  token = place.run('token', 'anna').trim()
  server = await Server.start(place)
  await server.ask('profile.create', { profile: person, displayName: 'Anna', sector: 'science' }, token)
})
after(async () => {
  await server.stop()
  place.remove()
})

async function post(body, headers = {}) {
  const response = await fetch(server.url + '/rpc', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}`, ...headers },
    body,
  })
  return { status: response.status, body: await response.text() }
}

// Sends raw bytes and expects one JSON-RPC error; nothing may have been written.
async function refuses(body, code, refusal, field) {
  const before = await server.position()
  const { body: answer } = await post(body)
  const { error } = JSON.parse(answer)
  assert.equal(error?.code, code, answer)
  assert.equal(error.data.code, refusal, answer)
  if (field !== undefined) assert.equal(error.data.field, field, answer)
  assert.equal(await server.position(), before)
  met.add(refusal)
}

// The same by whoever holds the token.
async function refusesTo(method, params, refusal, token) {
  const before = await server.position()
  const { error } = await server.call(method, params, token)
  assert.equal(error?.data.code, refusal, JSON.stringify(error))
  assert.equal(await server.position(), before)
  met.add(refusal)
}

// One WebSocket, asked one thing after the other.
async function connect(token) {
  const socket = new WebSocket(server.ws, { headers: token ? { Authorization: `Bearer ${token}` } : {} })
  await new Promise((resolve) => socket.on('open', resolve))
  const ask = (method, params) =>
    new Promise((resolve) => {
      const listen = (text) => {
        const answer = JSON.parse(text)
        if (answer.id !== 7) return
        socket.off('message', listen)
        resolve(answer)
      }
      socket.on('message', listen)
      socket.send(JSON.stringify({ jsonrpc: '2.0', id: 7, method, params }))
    })
  const refuses = async (method, params, refusal, field) => {
    const before = await server.position()
    const { error } = await ask(method, params)
    assert.equal(error?.data.code, refusal, JSON.stringify(error))
    assert.equal(error.data.field, field)
    assert.equal(await server.position(), before)
    met.add(refusal)
  }
  return { ask, refuses, end: () => socket.terminate() }
}

const request = (method, params) => JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
const skill = (fields) => request('profile.declareSkill', { profile: person, direction: 'have', ...fields })

test('malformed JSON', () => refuses('{"jsonrpc":"2.0","id":1,', -32700, 'rpc.parse-error'))
test('something behind the message', () => refuses(request('session.describe', {}) + ' x', -32700, 'rpc.parse-error'))
test('invalid UTF-8', () => refuses(Buffer.from('{"jsonrpc":"2.0","id":1,"method":"\xff"}', 'latin1'), -32700, 'rpc.parse-error'))
test('deep nesting', () => refuses('['.repeat(1000) + ']'.repeat(1000), -32700, 'rpc.parse-error'))
test('no JSON-RPC request', () => refuses('{"hello":1}', -32600, 'rpc.invalid-request'))
test('an unknown method', () => refuses(request('profile.fly', {}), -32601, 'rpc.unknown-method'))
test('parameters by position', () => refuses(request('profile.list', [person]), -32602, 'input.invalid'))
test('a wrong type', () => refuses(skill({ skill: { word: 'x', level: 'three' } }), -32602, 'input.invalid', 'skill.level'))
test('a number out of range', () => refuses(skill({ skill: { word: 'x', level: 5 } }), -32602, 'input.invalid', 'skill.level'))
test('an unknown field', () => refuses(request('profile.list', { profile: person, colour: 'red' }), -32602, 'input.invalid', 'colour'))
test('an unknown field in a nested struct', () => refuses(skill({ skill: { word: 'x', colour: 1 } }), -32602, 'input.invalid', 'skill.colour'))
test('a missing field', () => refuses(request('profile.list', {}), -32602, 'input.invalid', 'profile'))
test('an id that is none', () => refuses(request('profile.list', { profile: 'anna' }), -32602, 'input.invalid', 'profile'))
test('an unknown enumerant', () => refuses(skill({ direction: 'maybe', skill: { word: 'x' } }), -32602, 'input.invalid', 'direction'))
test('a text that is too long', () => refuses(skill({ skill: { word: 'x'.repeat(121) } }), -32602, 'input.invalid', 'skill.word'))
test('too many entries', () =>
  refuses(request('profile.setLanguages', { profile: person, languages: Array(17).fill('de') }), -32602, 'input.invalid', 'languages'))
test('a term that does not exist', () => refuses(skill({ skill: { term: randomUUID() } }), -32000, 'vocab.unknown', 'skill.term'))
test('the wrong state', () => refuses(request('profile.create', { profile: person, displayName: 'A', sector: 'science' }), -32000, 'profile.exists', 'profile'))
test('a missing consent', () => refuses(request('profile.list', { profile: person }), -32000, 'consent.missing'))
test('the wrong role', () => refuses(request('account.suspend', { account: person }), -32001, 'auth.forbidden'))
test('somebody else', () => refusesTo('profile.list', { profile: person }, 'auth.forbidden', adminToken))
test('whoever has not said why', () => refusesTo('account.export', { account: person }, 'account.not-opened', adminToken))
test('nobody', () => refusesTo('profile.list', { profile: person }, 'auth.required'))
test('a person who is not there', () => refusesTo('profile.get', { profile: randomUUID() }, 'aggregate.not-found', token))
test('a subscription without a connection', () => refusesTo('feed.subscribe', { channel: 'public', after: 0 }, 'session.none', token))
test('a bad token', async () => assert.equal((await post(request('session.describe', {}), { Authorization: 'Bearer fuge_no' })).status, 401))
test('another content type', async () => assert.equal((await post('{}', { 'Content-Type': 'text/plain' })).status, 415))
test('a body beyond the bound', async () => {
  const before = await server.position()
  assert.equal((await post('x'.repeat((1 << 20) + 1))).status, 413)
  assert.equal(await server.position(), before)
})
test('a batch beyond the bound', () => refuses(JSON.stringify(Array(65).fill({ jsonrpc: '2.0', id: 1, method: 'session.describe' })), -32600, 'rpc.invalid-request'))

test('a repeated command id with the same bytes gives the same receipt, with others is refused', async () => {
  const meta = { commandId: randomUUID() }
  const first = await server.ask('profile.setAvailability', { profile: person, hoursPerWeek: 3, meta }, token)
  assert.deepEqual(await server.ask('profile.setAvailability', { profile: person, hoursPerWeek: 3, meta }, token), first)
  await refuses(request('profile.setAvailability', { profile: person, hoursPerWeek: 4, meta }), -32000, 'command.reused', 'meta.commandId')
  assert.equal((await server.ask('profile.get', { profile: person, atLeast: first.lastPosition }, token)).hoursPerWeek, 3)
})

test('a stale expected version is refused with the version as it is', async () => {
  const { version } = await server.ask('profile.setAvailability', { profile: person, hoursPerWeek: 6 }, token)
  const expect = [{ stream: person, version: version - 1 }]
  await refuses(request('profile.setAvailability', { profile: person, hoursPerWeek: 7, meta: { expect } }), -32000, 'version.conflict', 'meta.expect')
  const answer = await server.call('profile.setAvailability', { profile: person, hoursPerWeek: 7, meta: { expect } }, token)
  assert.equal(answer.error.data.version, version)
  assert.equal(answer.error.data.stream, person)
  const now = await server.ask('profile.setAvailability', { profile: person, hoursPerWeek: 7, meta: { expect: [{ stream: person, version }] } }, token)
  assert.equal(now.version, version + 1)
})

test('one bad request of a batch does not touch the others', async () => {
  const batch = [
    { jsonrpc: '2.0', id: 'a', method: 'profile.setAvailability', params: { profile: person, hoursPerWeek: 81 } },
    { jsonrpc: '2.0', id: 'b', method: 'profile.setAvailability', params: { profile: person, hoursPerWeek: 8 } },
  ]
  const answers = JSON.parse((await post(JSON.stringify(batch))).body)
  assert.equal(answers[0].error.data.field, 'hoursPerWeek')
  const { lastPosition } = answers[1].result
  assert.equal((await server.ask('profile.get', { profile: person, atLeast: lastPosition }, token)).hoursPerWeek, 8)
})

test('a position that never comes is waited for in vain, and said so', async () => {
  await refusesTo('directory.search', { atLeast: 9_000_000 }, 'read.too-early', token)
})

test('one connection may not fill the queue of questions for everybody', async () => {
  const socket = new WebSocket(server.ws, { headers: { Authorization: `Bearer ${token}` } })
  await new Promise((resolve) => socket.on('open', resolve))
  const answers = []
  const come = (count) => new Promise((resolve) => socket.on('message', () => answers.length === count && resolve()))
  socket.on('message', (text) => answers.push(JSON.parse(text)))
  const busy = come(6), all = come(70)
  const atLeast = (await server.position()) + 1  // They wait for what has not happened yet.
  for (let id = 1; id <= 70; ++id) socket.send(JSON.stringify({ jsonrpc: '2.0', id, method: 'directory.search', params: { atLeast } }))
  await busy
  assert.deepEqual(answers.map(({ id, error }) => [id, error?.data.code]), [65, 66, 67, 68, 69, 70].map((id) => [id, 'server.busy']))
  met.add('server.busy')
  assert.ok(await server.ask('directory.search', {}, token))
  await server.ask('profile.setAvailability', { profile: person, hoursPerWeek: 9 }, token)
  await all
  assert.equal(answers.filter(({ result }) => result).length, 64)
  socket.terminate()
})

test('one person may give so many commands a second, and others are not held up by them', async () => {
  const other = new Place()
  const [eager, calm] = ['eager', 'calm'].map((name) => other.person(name))
  const limited = await Server.start(other, '--rate', '1')
  const hours = (who, hoursPerWeek) => limited.call('profile.setAvailability', { profile: who.subject, hoursPerWeek }, who.token)
  for (const who of [eager, calm]) await limited.ask('profile.create', { profile: who.subject, displayName: 'N', sector: 'science' }, who.token)
  const answers = await Promise.all(Array.from({ length: 30 }, (_, i) => hours(eager, i + 1)))
  const refused = answers.filter(({ error }) => error?.data.code === 'rate.limited')
  assert.ok(refused.length >= 18 && refused.length <= 21, String(refused.length))
  assert.match(refused[0].error.data.detail, /^again in \d+ ms$/)
  met.add('rate.limited')
  assert.ok((await hours(calm, 7)).result)
  await limited.stop()
  other.remove()
})

test('nothing has happened in the future', async () => {
  await refuses(request('profile.pauseMatching', { profile: person, meta: { occurred: '2999-01-01T00:00:00Z' } }), -32602, 'input.invalid', 'meta.occurred')
})

test('what a connection may not follow', async () => {
  const socket = await connect(token)
  await socket.refuses('session.authenticate', { token: 'fuge_no' }, 'auth.token', 'token')
  await socket.refuses('feed.subscribe', { channel: 'weather', after: 0 }, 'feed.unknown-channel', 'channel')
  await socket.refuses('feed.subscribe', { channel: 'public', after: 9_000_000 }, 'feed.ahead', 'after')
  await socket.refuses('feed.unsubscribe', { channel: 'public' }, 'feed.not-subscribed', 'channel')
  await socket.refuses('log.proveInclusion', { event: 1, size: 9_000_000 }, 'log.not-covered', 'event')
  assert.ok((await socket.ask('feed.subscribe', { channel: 'public', after: -1 })).result)
  await socket.refuses('feed.subscribe', { channel: 'public', after: -1 }, 'feed.subscribed', 'channel')
  socket.end()
})

test('a suspended person follows nothing any more', async () => {
  const socket = await connect(samToken)
  await server.ask('account.suspend', { account: sam }, adminToken)
  await socket.refuses('feed.subscribe', { channel: 'members', after: 0 }, 'account.suspended')
  socket.end()
})

// ---- all of them ----

const root = fileURLToPath(new URL('../..', import.meta.url))
const sources = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? sources(`${folder}/${entry.name}`) : /\.[ch]pp$/.test(entry.name) ? [readFileSync(`${folder}/${entry.name}`, 'utf8')] : [])

// It takes a disk that fails to meet them, or a token of some time ago: there they are compared word by word, and the log with what
// was promised.
const elsewhere = { 'auth.not-fresh': 'tests/api/fresh_login_test.cpp', 'server.stopped': 'tests/api/road_test.cpp', 'server.outcome-unknown': 'tests/api/road_test.cpp' }

test('every refusal of the edge is among these', () => {
  const given = new Set(sources(`${root}/api`).flatMap((text) => [...text.matchAll(/\brefuse\(\s*"([\w.-]+)"/g)].map((found) => found[1])))
  assert.ok(given.size > 15)
  for (const code of given)
    if (elsewhere[code]) assert.ok(readFileSync(`${root}/${elsewhere[code]}`, 'utf8').includes(` ${code}"`), code)
    else assert.ok(met.has(code), `no test here has met ${code}`)
})
