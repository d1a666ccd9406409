// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// The register of what people without an account ask for about their data.
import { after, before, test } from 'node:test'
import assert from 'node:assert/strict'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Place, Server, count, tenant, voices } from '../support/server.mjs'

const place = new Place()
const tokens = {}
const [letter, mail, visit] = Array.from({ length: 3 }, () => randomUUID())
let server
const { tell, ask, refusal } = voices(() => server, tokens)
const day_ms = 86_400_000
const daysAgo = (days) => new Date(Date.now() - days * day_ms).toISOString()
const dayOf = (instant) => new Date(instant).toISOString().slice(0, 10)
const list = async (more = {}) => (await ask('petra', 'privacy.listRequests', more)).requests
const record = (request, kind, received, more = {}) => tell('petra', 'privacy.recordRequest', { request, kind, received, description: 'Frau Ziegler fragt', ...more })
const filesWith = (text) => readdirSync(place.folder, { recursive: true }).filter((name) => {
  const path = join(place.folder, name)
  return statSync(path).isFile() && readFileSync(path).includes(text)
})

before(async () => {
  for (const [name, ...roles] of [['petra', 'privacyOfficer'], ['root', 'operator'], ['hanna', 'hubAdmin'], ['anna']]) tokens[name] = place.person(name, ...roles).token
  server = await Server.start(place)
  await count(server, tokens.root, randomUUID())
})
after(async () => {
  await server.stop()
  place.remove()
})

test('what is due first comes first, with the days that are left', async () => {
  await record(letter, 'access', daysAgo(3))
  await record(mail, 'erasure', daysAgo(30), { contact: 'ziegler@example.org' })
  await record(visit, 'correction', daysAgo(10))
  const all = await list()
  assert.deepEqual(all.map(({ request, daysLeft }) => [request, daysLeft]), [[mail, -3], [visit, 17], [letter, 24]])
  assert.deepEqual([all[0].kind, all[0].description, all[0].contact, all[0].outcome], ['erasure', 'Frau Ziegler fragt', 'ziegler@example.org', 'open'])
  assert.equal(Date.parse(all[2].due) - Date.parse(all[2].received), 28 * day_ms)
})

test('more time is taken, and an answer closes it', async () => {
  await tell('petra', 'privacy.extendRequest', { request: visit, reason: 'Viele Akten' })
  await tell('root', 'privacy.answerRequest', { request: mail, outcome: 'granted', answer: 'Es ist geschehen' })
  assert.deepEqual((await list({ open: true })).map(({ request, daysLeft, reason }) => [request, daysLeft, reason]), [[letter, 24, ''], [visit, 73, 'Viele Akten']])
  const [answered] = await list()
  assert.deepEqual([answered.request, answered.outcome, answered.answer, answered.daysLeft], [mail, 'granted', 'Es ist geschehen', 0])
})

test('a page goes on where the one before ended, also where that was answered since', async () => {
  const first = await ask('petra', 'privacy.listRequests', { limit: 1 })
  assert.deepEqual([first.requests.length, first.more, first.total], [1, true, 3])
  const after = first.requests[0].position
  const open = await ask('petra', 'privacy.listRequests', { open: true, after })
  assert.deepEqual([open.requests.map(({ request }) => request), open.more, open.total], [[letter, visit], false, 2])
})

test('nobody else sees it', async () => {
  for (const name of ['hanna', 'anna']) assert.equal(await refusal(name, 'privacy.listRequests', {}), 'auth.forbidden')
  assert.equal(await refusal('visitor', 'privacy.listRequests', {}), 'auth.required')
  for (const name of ['hanna', 'anna'])
    for (const channel of ['public', 'members'])
      assert.ok(!/privacy|Ziegler/.test(JSON.stringify(await ask(name, 'feed.read', { channel, limit: 200 }))), `${channel} for ${name}`)
})

test('its texts are removed like any other', async () => {
  const [{ position }] = await list()
  await tell('petra', 'tenant.redactText', { tenant, of: mail, event: position, reason: 'Erledigt' })
  const until = Date.now() + 10_000
  while ((await list())[0].contact && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50))
  const [mailed] = await list()
  assert.deepEqual([mailed.description, mailed.contact, mailed.answer, mailed.outcome], ['', '', 'Es ist geschehen', 'granted'])
})

test('the console lists what is open, and nothing that was written to the hub lies there in the clear', async () => {
  const [first, second] = await list({ open: true })
  await server.stop()
  assert.deepEqual(place.run('privacy', 'due').trim().split('\n').slice(0, 2), [
    `${letter}  answer  access request received ${dayOf(first.received)}, due ${dayOf(first.due)}, days left: 24`,
    `${visit}  answer  correction request received ${dayOf(second.received)}, due ${dayOf(second.due)}, days left: 73`,
  ])
  const lines = place.run('privacy', 'due', '--json').trim().split('\n').map((line) => JSON.parse(line))
  assert.deepEqual(lines, [first, second].map(({ request, kind, received, due, daysLeft }) => ({ request, step: 'answer', purpose: kind, received: dayOf(received), due: dayOf(due), daysLeft })))
  for (const text of ['Ziegler', 'ziegler@', 'Viele Akten', 'Es ist geschehen']) assert.deepEqual(filesWith(text), [])
  server = await Server.start(place)
})
