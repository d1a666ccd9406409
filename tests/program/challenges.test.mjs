// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// A challenge on the real server: who reads its confidential part, and whom an application reaches, over real WebSockets.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import { Place, Server } from '../support/server.mjs'

const { Client } = createRequire(import.meta.url)('rpc-websockets')

const place = new Place()
const challenge = randomUUID(), reds = randomUUID(), blues = randomUUID()
const organisation = randomUUID(), programme = randomUUID()
const people = {}, clients = []
let server

const user = (name, ...roles) => (people[name] = place.person(name, ...roles))

before(async () => {
  user('hub', 'hubAdmin')
  user('paul', 'programmeManager')
  user('cora', 'curator')
  user('moe', 'moderator')
  for (const name of ['anna', 'rita', 'lea', 'ann', 'ben', 'mia', 'otto']) user(name)
  server = await Server.start(place)
})
after(async () => {
  for (const client of clients) client.close()
  assert.deepEqual(await server.stop(), { code: 0, signal: null })
  place.remove()
})

let last = 0 // What was written last: the views may be behind it.
async function ask(method, params, name) {
  const answer = await server.ask(method, params, name && people[name].token)
  last = Math.max(last, answer.lastPosition ?? 0)
  return answer
}
const refusal = async (method, params, name) => (await server.call(method, params, people[name].token)).error?.data.code
const person = (name) => ({ person: people[name].subject })
const seen = (name) => ask('challenge.get', { challenge, atLeast: last }, name)

// What reaches somebody's own channel from now on.
async function listen(name) {
  const items = []
  const client = new Client(server.ws, { reconnect: false })
  clients.push(client)
  client.on('feed.item', (item) => items.push(item))
  await new Promise((resolve, reject) => {
    client.on('open', resolve)
    client.on('error', reject)
  })
  await client.call('session.authenticate', { token: people[name].token })
  await client.call('feed.subscribe', { channel: `person/${people[name].subject}`, after: last })
  return items
}

async function heard(items, type) {
  for (let tries = 0; tries < 1000; ++tries) {
    const item = items.find((one) => one.type === type)
    if (item) return item
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  assert.fail(`${type} was not heard`)
}

async function join(team, name, lead) {
  await ask('team.requestJoin', { team }, name)
  await ask('team.acceptRequest', { team, ...person(name) }, lead)
}

test('who runs one programme finds, approves and publishes what is meant for it', async () => {
  await ask('organisation.register', { organisation, name: 'Glass', sector: 'business' }, 'anna')
  await ask('organisation.verify', { organisation }, 'hub')
  await ask('organisation.requestMembership', { organisation }, 'rita')
  await ask('organisation.approveMembership', { organisation, ...person('rita') }, 'anna')
  await ask('organisation.appointRepresentative', { organisation, ...person('rita') }, 'anna')
  await ask('programme.announce', { programme, title: 'Jam' }, 'hub')
  await ask(
    'account.grantRole',
    { account: people.mia.subject, role: 'programmeManager', scope: 'programme', target: programme },
    'hub',
  )
  const other = randomUUID()
  const told = { title: 'Roofs', contact: 'anna@example.org', confidential: 'The plans', terms: 'Open source', teamsMax: 1, organisation }
  await ask('challenge.draft', { challenge, ...told }, 'anna')
  await ask('challenge.draft', { challenge: other, title: 'Shade', contact: 'C', programme }, 'anna')
  for (const each of [challenge, other]) await ask('challenge.submit', { challenge: each }, 'anna')
  const waiting = async (name, more) => (await ask('challenge.listWaiting', { atLeast: last, ...more }, name)).items.map((item) => item.title)
  assert.deepEqual(await waiting('mia'), ['Shade'])
  assert.deepEqual(await waiting('otto'), [])
  assert.deepEqual(await waiting('hub'), ['Roofs', 'Shade'])
  assert.deepEqual(await waiting('hub', { limit: 1 }), ['Roofs'])
  assert.deepEqual(await waiting('hub', { after: challenge }), ['Shade'])
  assert.equal(await refusal('challenge.approve', { challenge }, 'mia'), 'auth.forbidden')
  await ask('challenge.approve', { challenge: other }, 'mia')
  await ask('challenge.publish', { challenge: other }, 'mia')
  await ask('challenge.approve', { challenge }, 'hub')
  await ask('challenge.publish', { challenge }, 'hub')
  await ask('challenge.attachDataset', { challenge, dataset: randomUUID(), title: 'Trees', address: 'https://data.example/1' }, 'anna')
  assert.deepEqual((await seen()).datasets, [{ title: 'Trees', address: 'https://data.example/1' }])
})

test('an application reaches the challenge\'s side, the answer the lead', async () => {
  await ask('team.form', { team: reds, name: 'Reds', kind: 'expertGroup' }, 'lea')
  await ask('team.form', { team: blues, name: 'Blues', kind: 'expertGroup' }, 'ben')
  const [anna, rita, lea, otto] = await Promise.all(['anna', 'rita', 'lea', 'otto'].map(listen))
  await join(reds, 'ann', 'lea')
  assert.equal((await heard(lea, 'team.JoinRequested')).en, 'Request to join the team “Reds”')

  assert.equal(await refusal('challenge.applyTeam', { challenge, team: reds }, 'lea'), 'challenge.terms-not-accepted')
  await ask('challenge.applyTeam', { challenge, team: reds, acceptsTerms: true, message: 'We build roofs' }, 'lea')
  await ask('challenge.applyTeam', { challenge, team: blues, acceptsTerms: true, message: 'We too' }, 'ben')
  for (const items of [anna, rita])
    assert.equal((await heard(items, 'challenge.TeamApplied')).en, '“Reds” would like to work on “Roofs”.')
  await ask('challenge.acceptTeam', { challenge, team: reds }, 'rita')
  assert.equal((await heard(lea, 'challenge.TeamAccepted')).de, '„Reds“ arbeitet jetzt an „Roofs“.')
  assert.equal(await refusal('challenge.acceptTeam', { challenge, team: blues }, 'anna'), 'challenge.full')
  assert.deepEqual(otto, [])
})

test('the confidential part is for accepted teams, the challenge\'s side and who may approve it', async () => {
  for (const name of ['anna', 'rita', 'hub', 'paul', 'lea', 'ann']) assert.equal((await seen(name)).confidential, 'The plans', name)
  for (const name of ['ben', 'otto', 'mia', 'cora', 'moe', undefined]) assert.equal((await seen(name)).confidential, '', name)
  const found = await ask('catalogue.search', { atLeast: last }, 'ann')
  assert.ok(!JSON.stringify(found).includes('The plans'))
  const item = found.items.find((one) => one.challenge === challenge)
  assert.deepEqual([item.teamsAccepted, item.teamsMax], [1, 1])
})

test('who has applied is told to the challenge\'s side, who works on it to all who are signed in', async () => {
  const teams = async (name) => (await seen(name)).teams.map((one) => [one.name, one.standing, one.message])
  const whole = [['Reds', 'accepted', 'We build roofs'], ['Blues', 'applied', 'We too']]
  for (const name of ['anna', 'rita', 'hub']) assert.deepEqual(await teams(name), whole, name)
  assert.deepEqual(await teams('otto'), [['Reds', 'accepted', '']])
  assert.deepEqual(await teams('ben'), [['Reds', 'accepted', ''], ['Blues', 'applied', 'We too']])
  assert.deepEqual(await teams(undefined), [])
  assert.deepEqual([(await seen()).teamsAccepted, (await seen()).contact, (await seen('otto')).contact], [1, '', 'anna@example.org'])
})

test('the team board shows the challenge of a team', async () => {
  const board = (await ask('team.search', { atLeast: last }, 'otto')).items
  assert.deepEqual(board.map((item) => [item.name, item.challenge === challenge]), [['Blues', false], ['Reds', true]])
  const page = await ask('team.get', { team: reds, atLeast: last }, 'otto')
  assert.deepEqual([page.challengeTitle, page.applications], ['Roofs', []])
  const own = await ask('team.get', { team: blues, atLeast: last }, 'ben')
  assert.deepEqual(own.applications.map((one) => [one.title, one.standing]), [['Roofs', 'applied']])
})

test('whoever is no longer part of it reads it no longer', async () => {
  await ask('team.leave', { team: reds }, 'ann')
  assert.deepEqual([(await seen('ann')).confidential, (await seen('lea')).confidential], ['', 'The plans'])
  await ask('challenge.declineTeam', { challenge, team: reds, reason: 'We part' }, 'anna')
  const after = await seen('lea')
  assert.equal(after.confidential, '')
  assert.deepEqual(after.teams.map((one) => [one.standing, one.reason]), [['declined', 'We part']])
  await ask('challenge.acceptTeam', { challenge, team: blues }, 'anna')
  assert.equal((await seen('ben')).confidential, 'The plans')
  await ask('team.dissolve', { team: blues }, 'ben')
  assert.equal((await seen('ben')).confidential, '')
  assert.equal((await seen('ben')).teamsAccepted, 0)
})

test('who keeps the owner away does not read how to reach them', async () => {
  await ask('person.block', { person: people.otto.subject, blocked: people.anna.subject }, 'otto')
  assert.equal((await seen('otto')).contact, '')
})
