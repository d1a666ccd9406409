// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Two who are kept apart are nobody to each other: in whatever can be asked, and live. A question that is new must say here what it
// shows of people.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import { Place, Server, listed, voices } from '../support/server.mjs'

const { Client } = createRequire(import.meta.url)('rpc-websockets')
const place = new Place()
const ids = {}, tokens = {}, sockets = []
const [skill, works, challenge, waiting, idea, programme, team, project, measure] = Array.from({ length: 9 }, () => randomUUID())
let server
const { tell, ask } = voices(() => server, tokens)

// What a question shows of ben to anna while nobody is kept apart; afterwards it shows nothing of him. "nobody": it never shows
// people. "decides": anna answers for him, and goes on seeing whom she decides about, without his name.
const questions = {
  'catalogue.search': { shows: 'nobody' },
  'challenge.get': { shows: 'ben', params: () => ({ challenge }) },
  'challenge.listWaiting': { shows: 'nobody' },
  'directory.search': { shows: 'ben' },
  'feed.read': { shows: 'ben', params: () => ({ channel: 'members', limit: 500 }) },
  // Whom one keeps away oneself, one may know.
  'follow.list': { shows: 'ben', without: (reply) => delete reply.blocked },
  'idea.get': { shows: 'ben', params: () => ({ idea }) },
  'idea.search': { shows: 'nobody' },
  'log.getCheckpoint': { shows: 'nobody' },
  'log.getReceipt': { shows: 'nobody', params: () => ({ event: 1 }) },
  'log.proveConsistency': { shows: 'nobody', params: () => ({ older: 1 }) },
  'log.proveInclusion': { shows: 'nobody', params: () => ({ event: 1 }) },
  'match.challenges': { shows: 'nobody' },
  'match.explain': { shows: 'ben', params: () => ({ lane: 'people', id: ids.ben, needs: [{ term: skill }] }), without: (reply) => delete reply.suggestion.id },
  'match.partners': { shows: 'ben', params: () => ({ needs: [{ term: skill }], limit: 20 }) },
  'notifications.list': { shows: 'ben', params: () => ({ limit: 200, language: 'en' }) },
  'organisation.get': { shows: 'decides', params: () => ({ organisation: works }) },
  'organisation.search': { shows: 'nobody' },
  'profile.get': { shows: 'ben', params: () => ({ profile: ids.ben }) },
  'profile.searchPosts': { shows: 'ben' },
  'programme.cockpit': { shows: 'decides', params: () => ({ programme }) },
  'programme.get': { shows: 'nobody', params: () => ({ programme }) },
  'programme.ownApplications': { shows: 'nobody' },
  'programme.search': { shows: 'nobody' },
  'project.districts': { shows: 'nobody' },
  'project.funnel': { shows: 'nobody' },
  'project.get': { shows: 'ben', params: () => ({ project }) },
  'project.search': { shows: 'nobody' },
  'search.find': { shows: 'ben', params: () => ({ text: 'the ben' }) },
  'skills.lookUp': { shows: 'nobody', params: () => ({ terms: [skill] }) },
  'skills.suggest': { shows: 'nobody', params: () => ({ text: 'Lich', language: 'de' }) },
  'team.get': { shows: 'ben', params: () => ({ team }) },
  'team.search': { shows: 'nobody' },
  'tenant.get': { shows: 'nobody' },
  'views.list': { shows: 'nobody' },
  'vocabulary.listWaiting': { shows: 'nobody', asker: 'hana' },
}
// Answered by the connection itself, without looking at anybody else; and where visitors are counted, what was reported and what
// was asked about data, which only staff ask; and what is kept of oneself, in which others are ids for ever.
const edges = ['account.accesses', 'account.export', 'tenant.visitorSources', 'person.listReports', 'privacy.listRequests', 'feed.subscribe', 'feed.unsubscribe', 'session.authenticate', 'session.describe', 'account.previewErasure']

before(async () => {
  for (const name of ['anna', 'ben', 'cleo']) ids[name] = place.run('user', 'add', name).trim()
  ids.hana = place.run('user', 'add', 'hana', '--role', 'hubAdmin', '--role', 'programmeManager', '--role', 'curator').trim()
  ids.otto = place.run('user', 'add', 'otto', '--role', 'operator').trim()
  for (const name of Object.keys(ids)) tokens[name] = place.run('token', name).trim()
  server = await Server.start(place)
  await happen()
})
after(async () => {
  for (const socket of sockets) socket.close()
  await server.stop()
  place.remove()
})

// Ben and Anna have something to do with each other in everything there is.
async function happen() {
  const tenant = '74656e61-6e74-8000-8000-000000000001'
  await tell('otto', 'tenant.configure', { tenant, nameDe: 'Hub', nameEn: 'Hub', zone: 'Europe/Berlin' })
  await tell('hana', 'tenant.defineMeasure', { tenant, measure, code: 'spaces', nameDe: 'Orte', nameEn: 'Spaces' })
  const labels = ['de', 'en'].map((language) => ({ language, text: 'Licht', preferred: true }))
  await tell('hana', 'vocabulary.addTerm', { term: skill, labels })
  for (const name of ['anna', 'ben', 'cleo']) await listed(tell, name, ids[name], `The ${name}`, skill)
  await tell('ben', 'challenge.draft', { challenge, title: 'Roofs', contact: 'The ben', wanted: [{ term: skill }] })
  for (const action of ['submit', 'approve', 'publish']) await tell(action === 'submit' ? 'ben' : 'hana', 'challenge.' + action, { challenge })
  await tell('anna', 'organisation.register', { organisation: works, name: 'Works', sector: 'business' })
  await tell('ben', 'organisation.requestMembership', { organisation: works })
  await tell('anna', 'organisation.approveMembership', { organisation: works, person: ids.ben })
  await tell('ben', 'idea.draft', { idea, title: 'Shade', summary: 'On the square', measure })
  await tell('ben', 'idea.submit', { idea })
  await tell('hana', 'programme.announce', { programme, kind: 'hackathon', title: 'Jam', teamSizeMax: 5, phases: [{ title: 'Ideas' }] })
  await tell('hana', 'account.grantRole', { account: ids.anna, role: 'programmeManager', scope: 'programme', target: programme })
  await tell('hana', 'programme.openApplications', { programme, deadline: '2999-01-01T00:00:00Z' })
  await tell('ben', 'programme.submitApplication', { programme, message: 'I am' })
  await tell('ben', 'challenge.draft', { challenge: waiting, programme, title: 'Walls', contact: 'The ben' })
  await tell('ben', 'challenge.submit', { challenge: waiting })
  await tell('ben', 'profile.postOffer', { profile: ids.ben, post: randomUUID(), title: 'Light' })
  await tell('anna', 'team.form', { team, name: 'Team', kind: 'expertGroup' })
  await tell('ben', 'team.requestJoin', { team })
  await tell('anna', 'team.acceptRequest', { team, person: ids.ben })
  await tell('anna', 'follow.start', { person: ids.anna, kind: 'person', target: ids.ben })
  await tell('hana', 'project.start', { project, title: 'P', measure, lead: ids.ben, members: [ids.cleo] })
}

const shown = (reply) => (JSON.stringify(reply).includes('The ben') ? 'name' : JSON.stringify(reply).includes(ids.ben) ? 'id' : '')

async function seen(method) {
  const { params = () => ({}), without = () => {}, asker = 'anna' } = questions[method]
  const { result, error } = await server.call(method, { atLeast: server.written, ...params() }, tokens[asker])
  if (error) return assert.equal(error.data.code, 'aggregate.not-found', `${method}: ${JSON.stringify(error)}`) ?? ''
  without(result)
  return shown(result)
}

test('every question says what it shows of people', async () => {
  const { methods } = await server.ask('rpc.discover', {})
  const receipts = new Set(methods.filter(({ result }) => JSON.stringify(result).includes('/Receipt"')).map(({ name }) => name))
  const asked = methods.map(({ name }) => name).filter((name) => !receipts.has(name) && !edges.includes(name) && name !== 'rpc.discover')
  assert.deepEqual(asked.sort(), Object.keys(questions).sort())
})

test('who is blocked disappears from whatever shows people, and comes back', async () => {
  const everything = async () => Object.fromEntries(await Promise.all(Object.keys(questions).map(async (method) => [method, await seen(method)])))
  const before = await everything()
  for (const [method, { shows }] of Object.entries(questions)) assert.equal(before[method] !== '', shows !== 'nobody', `${method} before: ${before[method]}`)
  for (const [who, other] of [['anna', 'ben'], ['ben', 'anna']]) {
    await tell(who, 'person.block', { person: ids[who], blocked: ids[other] })
    const after = await everything()
    for (const [method, { shows }] of Object.entries(questions)) assert.equal(after[method], shows === 'decides' ? 'id' : '', method)
    await tell(who, 'person.unblock', { person: ids[who], blocked: ids[other] })
    assert.deepEqual(await everything(), before)
  }
})

async function follower(name, channel, after = -1) {
  const socket = new Client(server.ws, { reconnect: false })
  const items = []
  sockets.push(socket)
  socket.on('feed.item', (item) => items.push(item))
  socket.on('close', (code) => (socket.ended = code))
  await new Promise((resolve) => socket.on('open', resolve))
  await socket.call('session.authenticate', { token: tokens[name] })
  await socket.call('feed.subscribe', { channel, after })
  return { socket, items, words: () => items.map(({ en, gone }) => (gone ? 'gone' : en)) }
}
async function until(done) {
  for (let i = 0; i < 2000 && !done(); ++i) await new Promise((resolve) => setTimeout(resolve, 10))
  assert.ok(done(), 'in time')
}
const speak = (language) => tell('ben', 'profile.setLanguages', { profile: ids.ben, languages: [language] })

test('live, an item about somebody who is kept apart is gone at once, and the next one after that is there', async () => {
  const [anna, cleo] = [await follower('anna', 'members'), await follower('cleo', 'members')]
  const from = server.written
  // What is on its way is shown as it may be seen when it is sent, so each is waited for.
  const both = (count) => until(() => anna.items.length === count && cleo.items.length === count)
  await speak('de')
  await both(1)
  await tell('anna', 'person.block', { person: ids.anna, blocked: ids.ben })
  await speak('en')
  await both(2)
  await tell('cleo', 'profile.setLanguages', { profile: ids.cleo, languages: ['en'] })
  await both(3)
  await tell('anna', 'person.unblock', { person: ids.anna, blocked: ids.ben })
  await speak('fr')
  await both(4)
  assert.deepEqual(anna.words(), ['The ben speaks de.', 'gone', 'The cleo speaks en.', 'The ben speaks fr.'])
  assert.deepEqual(cleo.words(), ['The ben speaks de.', 'The ben speaks en.', 'The cleo speaks en.', 'The ben speaks fr.'])
  assert.deepEqual(anna.items.map(({ position }) => position), cleo.items.map(({ position }) => position))
  assert.deepEqual(anna.items[1], { channel: 'members', position: anna.items[1].position, type: '', de: '', en: '', gone: true })
  await tell('ben', 'person.block', { person: ids.ben, blocked: ids.anna })
  await speak('es')
  await both(5)
  assert.equal(anna.words()[4], 'gone')
  const resumed = await follower('anna', 'members', from)
  await until(() => resumed.items.length === 5)
  assert.deepEqual(resumed.words(), ['gone', 'gone', 'The cleo speaks en.', 'gone', 'gone'])
  const page = await ask('anna', 'feed.read', { channel: 'members', after: from })
  assert.deepEqual(page.items, resumed.items.map(({ channel, ...item }) => item))
  await tell('ben', 'person.unblock', { person: ids.ben, blocked: ids.anna })
  for (const { socket } of [anna, cleo, resumed]) socket.close()
})

test('notifications say what asks for attention, live and page by page, and how each kind shall arrive', async () => {
  const channel = 'notifications/' + ids.anna
  const refused = await server.call('feed.read', { channel }, tokens.ben)
  assert.equal(refused.error.data.code, 'auth.forbidden')
  const live = await follower('anna', channel)
  const { position } = await ask('anna', 'notifications.list')
  await tell('cleo', 'team.requestJoin', { team, message: 'Me too' })
  await until(() => live.items.length === 1)
  assert.equal(live.items[0].de, 'Anfrage an das Team „Team“')
  const list = async (params) => ask('anna', 'notifications.list', { seen: position, language: 'en', ...params })
  const first = await list({ limit: 1 })
  assert.deepEqual(first.items, [{
    position: server.written, notice: 'decision', type: 'team.JoinRequested', recorded: first.items[0].recorded, actor: ids.cleo,
    about: [team, ids.cleo], text: 'Request to join the team “Team”', unread: true, gone: false,
  }])
  assert.equal(first.unread, 1)
  assert.equal(first.more, true)
  const rest = await list({ after: first.items[0].position, limit: 200 })
  assert.equal(rest.more, false)
  assert.ok(rest.items.length > 1 && rest.items.every(({ unread, position }) => !unread && position < first.items[0].position))
  assert.deepEqual(new Set((await list({ kinds: ['role'] })).items.map(({ type }) => type)), new Set(['account.RoleGranted']))
  const decisions = ({ kinds }) => kinds.find(({ notice }) => notice === 'decision')
  assert.deepEqual(decisions(first), { notice: 'decision', de: 'Wartet auf dich', en: 'Waiting for you', delivery: 'immediate', unread: 1 })
  await tell('anna', 'follow.setDelivery', { person: ids.anna, notice: 'decision', delivery: 'off' })
  await tell('anna', 'team.declineRequest', { team, person: ids.cleo })
  await tell('cleo', 'team.requestJoin', { team })
  assert.equal((await list()).unread, 1)
  assert.equal(decisions(await list()).delivery, 'off')
  assert.equal((await ask('cleo', 'notifications.list')).items[0].text, 'Anfrage abgelehnt: Team')
  live.socket.close()
})

test('who endorses an idea is not told to its author', async () => {
  await tell('cleo', 'idea.endorse', { idea })
  const [item] = (await ask('ben', 'notifications.list', { kinds: ['idea'] })).items
  assert.equal(item.type, 'idea.IdeaEndorsed')
  assert.ok(!JSON.stringify(item).includes(ids.cleo))
})

test('who is suspended is sent nothing more, and the connection ends', async () => {
  const [ben, cleo] = [await follower('ben', 'public'), await follower('cleo', 'members')]
  await tell('hana', 'account.suspend', { account: ids.ben })
  await until(() => ben.socket.ended === 4003)
  await tell('cleo', 'profile.setLanguages', { profile: ids.cleo, languages: ['de'] })
  await until(() => cleo.words().includes('The cleo speaks de.'))
  assert.deepEqual(ben.items, [])
  cleo.socket.close()
})

test('a replay of the log tells the same notifications', async () => {
  const { views } = await ask('hana', 'views.list')
  const { rows, digest } = views.find(({ name }) => name === 'notifications.v5')
  assert.ok(rows > 5)
  await server.stop()
  const lines = place.run('replay', '--view', 'notifications.v5').trim().split('\n')
  assert.ok(lines.at(-1).endsWith(`rows ${rows} digest ${digest}`), lines.at(-1))
  assert.equal(lines.slice(0, -1).map((line) => JSON.parse(line)).length, rows)
})
