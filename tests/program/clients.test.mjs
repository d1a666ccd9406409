// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Clients that nobody here wrote: rpc-websockets, jayson and curl.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { after, before, test } from 'node:test'
import { randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import { Place, Server } from '../support/server.mjs'

const require = createRequire(import.meta.url)
const { Client } = require('rpc-websockets')
const jayson = require('jayson/promise')

const place = new Place()
let server, admin, person, token, adminToken

before(async () => {
  admin = place.run('user', 'add', 'admin', '--role', 'hubAdmin', '--role', 'curator').trim()
  person = place.run('user', 'add', 'anna', '--email', 'anna@example.org').trim()
  adminToken = place.run('token', 'admin').trim()
  token = place.run('token', 'anna').trim()
  server = await Server.start(place)
})
after(async () => {
  assert.deepEqual(await server.stop(), { code: 0, signal: null })
  place.remove()
})

const profile = () => ({ profile: person, displayName: 'Anna Ö.', sector: 'science', offers: [{ word: 'Imkerei', language: 'de', level: 3 }] })

function connect(notified) {
  const client = new Client(server.ws, { reconnect: false })
  if (notified) client.on('feed.item', notified)
  return new Promise((resolve, reject) => {
    client.on('open', () => resolve(client))
    client.on('error', reject)
  })
}

test('rpc-websockets signs in, writes, reads its write, and follows the feed', async () => {
  const items = []
  const follower = await connect((item) => items.push(item))
  await follower.call('session.authenticate', { token: adminToken })
  const start = await follower.call('feed.subscribe', { channel: 'members', after: -1 })
  assert.match(start.epoch, /^[0-9a-f]{32}$/)

  const client = await connect()
  const signed = await client.call('session.authenticate', { token })
  assert.equal(signed.subject, person)
  assert.deepEqual(signed.roles, ['member'])
  await client.call('profile.create', profile())
  await client.call('account.giveConsent', { account: person, purpose: 'directory', textVersion: 1 })
  const receipt = await client.call('profile.list', { profile: person })
  assert.equal(receipt.version, 2)

  const found = await client.call('directory.search', { atLeast: receipt.lastPosition })
  assert.deepEqual(found.entries.map((entry) => entry.displayName), ['Anna Ö.'])
  while (items.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  assert.equal(items[0].type, 'profile.ProfileListed')
  assert.equal(items[0].position, receipt.lastPosition)
  assert.equal(items[0].en, 'Anna Ö. is now in the directory.')
  client.close()
  follower.close()
})

test('a subscription after a position gets what was missed, then what comes, each once and in order', async () => {
  const before = await server.position()
  for (let hours = 1; hours <= 300; ++hours) await server.ask('profile.setLanguages', { profile: person, languages: hours % 2 ? ['de'] : ['de', 'en'] }, token)
  const positions = []
  const client = await connect((item) => positions.push(item.position))
  await client.call('session.authenticate', { token })
  await client.call('feed.subscribe', { channel: 'members', after: before })
  const last = await server.ask('profile.setLanguages', { profile: person, languages: ['en'] }, token)
  while (positions.at(-1) !== last.lastPosition) await new Promise((resolve) => setTimeout(resolve, 5))
  assert.deepEqual(positions, Array.from({ length: 301 }, (_, i) => before + 1 + i))
  client.close()
})

test('jayson calls over HTTP, in batches too', async () => {
  const client = jayson.Client.http({ host: '127.0.0.1', port: server.port, path: '/rpc', headers: { Authorization: `Bearer ${token}` } })
  const one = await client.request('session.describe', {})
  assert.equal(one.result.subject, person)
  const batch = [client.request('session.describe', {}, undefined, false), client.request('no.such', {}, undefined, false)]
  const answers = await client.request(batch)
  assert.equal(answers[0].result.subject, person)
  assert.equal(answers[1].error.code, -32601)
})

test('curl reads health, readiness and metrics, and posts a command', () => {
  const curl = (...words) => execFileSync('curl', ['-sS', ...words], { encoding: 'utf8' })
  assert.equal(curl(server.url + '/healthz'), 'ok\n')
  assert.equal(curl(server.url + '/readyz'), 'ready\n')
  assert.match(curl(server.url + '/metrics'), /^fuge_log_position \d+$/m)
  const key = randomUUID()
  const command = JSON.stringify({ jsonrpc: '2.0', id: 7, method: 'profile.setAvailability', params: { profile: person, hoursPerWeek: 5 } })
  const post = () => curl(server.url + '/rpc', '-H', 'Content-Type: application/json', '-H', `Authorization: Bearer ${token}`, '-H', `Idempotency-Key: ${key}`, '-d', command)
  const first = JSON.parse(post())
  assert.equal(first.id, 7)
  assert.deepEqual(JSON.parse(post()), first)
})

test('a notification is carried out and not answered', async () => {
  const before = await server.position()
  const response = await fetch(server.url + '/rpc', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({ jsonrpc: '2.0', method: 'profile.setAvailability', params: { profile: person, hoursPerWeek: 9 } }),
  })
  assert.equal(response.status, 204)
  assert.equal(await response.text(), '')
  assert.equal((await server.ask('profile.get', { profile: person }, token)).hoursPerWeek, 9)
  assert.ok((await server.position()) > before)
})

test('an unknown word is kept as a private term that matches its equals', async () => {
  const answer = await server.ask('match.partners', { needs: [{ word: '  IMKEREI ', language: 'de' }] }, adminToken)
  assert.deepEqual(answer.people.map((found) => found.title), ['Anna Ö.'])
  assert.equal(answer.people[0].reasons[0].de, 'Bietet Imkerei, wie gesucht')
  const more = await server.ask('match.partners', { needs: [{ word: 'Imkerei' }, { word: 'Drachenbau' }] }, adminToken)
  assert.deepEqual(more.people[0].gaps.map((gap) => gap.de), ['Noch offen: Drachenbau'])
  assert.ok(more.people[0].points < answer.people[0].points)
})

test('a page of another origin may not open a WebSocket', async () => {
  const WebSocket = require('ws')
  const refused = await new Promise((resolve) => {
    const socket = new WebSocket(server.ws, { headers: { Origin: 'https://evil.example' } })
    socket.on('open', () => resolve('open'))
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode))
  })
  assert.equal(refused, 403)
  assert.ok(admin)
})
