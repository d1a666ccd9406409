// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Teams of a programme on the real server: a hundred clients want four seats at once, and everybody sees what is theirs to see.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import { Place, Server, count } from '../support/server.mjs'

const { Client } = createRequire(import.meta.url)('rpc-websockets')

const place = new Place()
const programme = randomUUID(), team = randomUUID(), measure = randomUUID()
const names = Array.from({ length: 25 }, (_, i) => `p${i}`)
const people = {}
let server

const user = (name, ...roles) => (people[name] = place.person(name, ...roles))

before(async () => {
  user('hub', 'hubAdmin')
  user('otto', 'operator')
  user('paul', 'programmeManager')
  for (const name of ['lea', 'mia', 'max', ...names]) user(name)
  server = await Server.start(place)
  await count(server, people.otto.token, measure)
})
after(async () => {
  assert.deepEqual(await server.stop(), { code: 0, signal: null })
  place.remove()
})

const ask = (method, params, name) => server.ask(method, params, people[name].token)
const refusal = async (method, params, name) => (await server.call(method, params, people[name].token)).error?.data.code
const person = (name) => ({ person: people[name].subject })

async function connect(name, notified) {
  const client = new Client(server.ws, { reconnect: false })
  if (notified) client.on('feed.item', notified)
  await new Promise((resolve, reject) => {
    client.on('open', resolve)
    client.on('error', reject)
  })
  await client.call('session.authenticate', { token: people[name].token })
  return client
}

async function enrol(name) {
  await ask('programme.submitApplication', { programme, message: `I am ${name}` }, name)
  await ask('programme.acceptApplication', { programme, ...person(name) }, 'paul')
  await ask('programme.confirmEnrolment', { programme, ...person(name), status: 'student' }, 'paul')
}

// Each of 25 people asks from four connections: who has joined has joined once.
test('five seats stay five when a hundred clients join at once', async () => {
  await ask('programme.announce', { programme, kind: 'hackathon', title: 'Jam', measure, teamSizeMax: 5, phases: [{ title: 'Ideas' }] }, 'paul')
  await ask('programme.openApplications', { programme, deadline: '2999-01-01T00:00:00Z' }, 'paul')
  for (const name of ['lea', ...names]) await enrol(name)
  await ask('team.form', { team, name: 'Reds', programme }, 'lea')
  await ask('team.openRole', { team, role: randomUUID(), skill: { word: 'Optik' } }, 'lea')
  for (const name of names) await ask('team.invite', { team, ...person(name), expires: '2999-01-01T00:00:00Z' }, 'lea')

  const joined = []
  const follower = await connect('mia', (item) => item.type === 'team.MemberJoined' && joined.push(item))
  await follower.call('feed.subscribe', { channel: 'members', after: await server.position() })
  const clients = await Promise.all([...names, ...names, ...names, ...names].map((name) => connect(name)))
  const outcomes = await Promise.allSettled(clients.map((client) => client.call('team.acceptInvitation', { team, sector: 'science' })))
  const receipts = outcomes.filter((one) => one.status === 'fulfilled').map((one) => one.value)
  const refused = outcomes.filter((one) => one.status === 'rejected').map((one) => one.reason.data.code)
  assert.equal(clients.length, 100)
  assert.equal(receipts.length, 4 * 4)
  assert.deepEqual([...new Set(refused)], ['team.full'])
  assert.equal(refused.length, 84)

  const atLeast = Math.max(...receipts.map((one) => one.lastPosition))
  const full = await ask('team.get', { team, atLeast }, 'mia')
  assert.equal(full.members.length, 5)
  assert.equal(full.stage, 'complete')
  assert.deepEqual(full.roles, [])
  assert.equal(new Set(full.members.map((one) => one.person)).size, 5)
  assert.ok(full.members.every((one) => one.status === 'student'))
  while (joined.length < 4) await new Promise((resolve) => setTimeout(resolve, 5))
  assert.deepEqual(joined.map((item) => item.en), Array(4).fill('Somebody is in the team “Reds” now.'))
  for (const client of [...clients, follower]) client.close()
})

test('the board shows who may still be joined, and who is looked for', async () => {
  const blues = randomUUID(), role = randomUUID()
  const [lead, asker, other] = await strangers(3)
  await ask('team.form', { team: blues, name: 'Blues', about: 'We sing', programme }, lead)
  await ask('team.openRole', { team: blues, role, skill: { word: 'Chor', level: 2 }, text: 'Alto' }, lead)
  const { lastPosition: atLeast } = await ask('team.requestJoin', { team: blues, role, message: 'Please' }, asker)
  const board = await ask('team.search', { programme, open: true, atLeast }, other)
  assert.deepEqual(board.items.map((item) => item.name), ['Blues'])
  assert.equal(board.items[0].members, 1)
  assert.equal((await ask('team.search', { programme }, other)).total, 2)
  const [{ skill, left, text }] = board.items[0].roles
  assert.deepEqual([skill.level, left, text], [2, 1, 'Alto'])
  assert.equal((await ask('team.search', { skills: [skill.term] }, other)).total, 1)

  const requests = async (name) => (await ask('team.get', { team: blues }, name)).requests.map((one) => one.message)
  for (const name of [lead, asker, 'paul', 'hub']) assert.deepEqual(await requests(name), ['Please'], name)
  assert.deepEqual(await requests(other), [])
  assert.equal(await refusal('team.acceptRequest', { team: blues, ...person(asker) }, other), 'auth.forbidden')
})

test('who runs the programme sees it from the cockpit, and nobody else', async () => {
  const cockpit = (name, more) => ask('programme.cockpit', { programme, ...more }, name)
  const seen = await cockpit('paul', { standings: ['enrolled'], limit: 3 })
  assert.equal(seen.total, 26)
  assert.equal(seen.applicants.length, 3)
  assert.deepEqual(seen.applicants.map((one) => one.message), ['I am lea', 'I am p0', 'I am p1'])
  assert.deepEqual(seen.applications.filter((one) => one.count > 0), [{ standing: 'enrolled', count: 26 }])
  assert.deepEqual(seen.teams, { forming: 1, complete: 1, locked: 0, dissolved: 0, handedIn: 0 })
  const next = await cockpit('paul', { after: seen.applicants[2].person, limit: 1 })
  assert.deepEqual(next.applicants.map((one) => one.message), ['I am p2'])

  assert.equal(await refusal('programme.cockpit', { programme }, 'mia'), 'auth.forbidden')
  const { lastPosition: atLeast } = await ask(
    'account.grantRole',
    { account: people.mia.subject, role: 'programmeManager', scope: 'programme', target: programme },
    'hub',
  )
  assert.equal((await cockpit('mia', { atLeast })).stage, 'open')
  await ask('account.grantRole', { account: people.max.subject, role: 'programmeManager', scope: 'measure', target: measure }, 'hub')
  assert.equal((await cockpit('max')).stage, 'open')
  for (const name of ['mia', 'max'])
    assert.equal(await refusal('programme.cockpit', { programme: randomUUID() }, name), 'auth.forbidden')
  assert.equal(await refusal('programme.cockpit', { programme: randomUUID() }, 'paul'), 'aggregate.not-found')
})

test('everybody sees the programme and where their own application stands', async () => {
  const small = randomUUID()
  await ask('programme.announce', { programme: small, title: 'Small', about: 'Two seats', capacity: 1, phases: [{ title: 'One' }] }, 'paul')
  await ask('programme.openApplications', { programme: small, deadline: '2999-01-01T00:00:00Z' }, 'paul')
  for (const name of ['p0', 'p1', 'p2']) {
    await ask('programme.submitApplication', { programme: small }, name)
    await ask('programme.acceptApplication', { programme: small, ...person(name) }, 'paul')
  }
  const atLeast = await server.position()
  const shown = await ask('programme.get', { programme: small, atLeast }, 'p2')
  assert.equal(shown.title, 'Small')
  assert.equal(shown.about, 'Two seats')
  assert.deepEqual(shown.phases.map((phase) => phase.title), ['One'])
  assert.deepEqual([shown.taken, shown.waiting, shown.standing, shown.ahead], [1, 2, 'waiting', 1])
  const list = await ask('programme.cockpit', { programme: small, standings: ['waiting'] }, 'paul')
  assert.deepEqual(list.applicants.map((one) => [one.person, one.ahead]), [[people.p1.subject, 0], [people.p2.subject, 1]])
  const visitor = await server.ask('programme.get', { programme: small })
  assert.equal(visitor.standing, 'none')
  assert.equal((await server.ask('programme.search', { kinds: ['hackathon'] })).items[0].title, 'Jam')
  assert.equal((await server.ask('programme.search', {})).total, 2)

  const { lastPosition } = await ask('programme.withdrawApplication', { programme: small }, 'p0')
  const own = await ask('programme.ownApplications', { atLeast: lastPosition }, 'p2')
  const standing = (id) => own.applications.find((one) => one.programme === id)
  assert.equal(standing(small).standing, 'waiting')
  assert.equal(standing(small).ahead, 0)
  assert.equal(standing(programme).status, 'student')
  assert.equal((await ask('programme.get', { programme: small }, 'p1')).standing, 'accepted')

  const { items: [told] } = await ask('notifications.list', { language: 'en' }, 'p1')
  assert.equal(told.text, 'Application accepted: Small')
  assert.equal(told.actor, undefined)

  const raised = await ask('programme.setCapacity', { programme: small, capacity: 2 }, 'paul')
  const promoted = await ask('programme.get', { programme: small, atLeast: raised.lastPosition }, 'p2')
  assert.deepEqual([promoted.capacity, promoted.taken, promoted.standing], [2, 2, 'accepted'])
})

test('whoever takes part in what is called off, or hopes to, is told, and sees it', async () => {
  const fair = randomUUID(), [firm, bigger] = [randomUUID(), randomUUID()]
  await ask('programme.announce', { programme: fair, title: 'Fair', capacity: 1, phases: [{ title: 'One' }] }, 'paul')
  await ask('programme.openApplications', { programme: fair }, 'paul')
  for (const organisation of [firm, bigger]) {
    await ask('organisation.register', { organisation, name: 'Firm', sector: 'business' }, 'max')
    await ask('organisation.verify', { organisation }, 'hub')
    await ask('programme.addPartner', { programme: fair, organisation, role: 'sponsor' }, 'paul')
  }
  await ask('organisation.merge', { organisation: firm, into: bigger }, 'hub')
  for (const name of ['p0', 'p1', 'p2']) await ask('programme.submitApplication', { programme: fair }, name)
  for (const name of ['p0', 'p1']) await ask('programme.acceptApplication', { programme: fair, ...person(name) }, 'paul')
  await ask('programme.rejectApplication', { programme: fair, ...person('p2') }, 'paul')
  const before = await ask('programme.get', { programme: fair, atLeast: await server.position() }, 'p1')
  assert.deepEqual(before.partners, [{ organisation: bigger, role: 'sponsor' }])
  assert.deepEqual([before.standing, before.ahead], ['waiting', 0])

  const { lastPosition: atLeast } = await ask('programme.cancel', { programme: fair, reason: 'No hall' }, 'paul')
  const told = async (name) => (await ask('notifications.list', { language: 'en', atLeast }, name)).items.filter(({ text }) => /Fair/.test(text) && /cancel|called off/i.test(text)).length
  assert.deepEqual(await Promise.all(['p0', 'p1', 'max', 'p2', 'lea'].map(told)), [1, 1, 1, 0, 0])
  const standing = async (name) => (await ask('programme.get', { programme: fair, atLeast }, name)).standing
  assert.deepEqual(await Promise.all(['p0', 'p1', 'p2', 'lea'].map(standing)), ['programmeCancelled', 'programmeCancelled', 'rejected', 'none'])
})

// People of the programme who are in no team.
async function strangers(count) {
  const { members } = await ask('team.get', { team }, 'lea')
  const taken = new Set(members.map((one) => one.person))
  return names.filter((name) => !taken.has(people[name].subject)).slice(0, count)
}
