// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Every question and every channel, by everybody that somebody can be: nobody is told a word that is not for them, also not out of
// what happened long ago. A question that is new needs its line in `questions`, an event with a new sealed field one in
// `marked_hub.mjs`.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { cast, moveIn, sealedFields, story, things, unplanted, wordOf } from '../support/marked_hub.mjs'
import { fuge, Place, Server } from '../support/server.mjs'

const { Client } = createRequire(import.meta.url)('rpc-websockets')
const place = new Place()
const tokens = {}, ids = {}, planted = new Set(), live = {}, sockets = []
let server
const id = (name) => ids[name]
const W = (field) => (planted.add(field), wordOf(field))

const { methods } = JSON.parse(execFileSync(fuge, ['schema', 'openrpc'], { encoding: 'utf8' }))
const fields = sealedFields()
const asked = methods.filter((method) => method['x-kind'] === 'query').map(({ name }) => name)
const people = ['visitor', ...Object.keys(cast)]

// What each question is asked about, in one or several ways.
const each = (kind, ...names) => names.map((name) => ({ [kind]: things[name] }))
const everybody = (kind) => ['lea', 'uma', 'bob'].map((name) => ({ [kind]: ids[name] }))
const found = [{ limit: 100 }]
const questions = {
  'account.accesses': () => everybody('account'),
  'account.export': (who) => everybody('account').filter(({ account }) => !opened(who, account)),  // What is opened has a test of its own.
  'account.previewErasure': () => everybody('account'),
  'catalogue.search': () => found,
  'challenge.get': () => each('challenge', 'posed', 'turned', 'proposed'),
  'challenge.listWaiting': () => found,
  'directory.search': () => found,
  'feed.read': (who) => channels(who).map((channel) => ({ channel, limit: 500 })),
  'feed.subscribe': () => [],  // Over the socket, below.
  'feed.unsubscribe': () => [],
  'follow.list': () => [{}],
  'idea.get': () => each('idea', 'idea', 'worse'),
  'idea.search': () => found,
  'log.getCheckpoint': () => [{}],
  'log.getReceipt': () => Array.from({ length: 3 }, (_, n) => ({ event: n + 1 })),
  'log.proveConsistency': () => [{ older: 1 }],
  'log.proveInclusion': () => [{ event: 1 }],
  'match.challenges': () => [{ limit: 20, offers: [{ term: things.term }] }, ...everybody('profile')],
  'match.explain': () => [{ lane: 'people', id: ids.lea, needs: [{ term: things.term }] }, { lane: 'challenges', id: things.posed, needs: [{ term: things.term }] }],
  'match.partners': () => [{ limit: 20, needs: [{ term: things.term }] }, ...everybody('profile')],
  'notifications.list': () => [{ limit: 200, language: 'en' }, { limit: 200, language: 'de' }],
  'organisation.get': () => each('organisation', 'works'),
  'organisation.search': () => found,
  'person.listReports': () => [{ limit: 50 }],
  'privacy.listRequests': () => [{ limit: 50 }],
  'profile.get': () => everybody('profile'),
  'profile.searchPosts': () => [...found, ...everybody('profile')],
  'programme.cockpit': () => each('programme', 'jam', 'off', 'open', 'done'),
  'programme.get': () => each('programme', 'jam', 'off', 'open', 'done'),
  'programme.ownApplications': () => [{}],
  'programme.search': () => found,
  'project.districts': () => [{}],
  'project.funnel': () => [{}],
  'project.get': () => each('project', 'project', 'void'),
  'project.search': () => found,
  'search.find': () => fields.map(({ name }) => ({ text: wordOf(name), limit: 20 })),
  'session.authenticate': () => [],  // Answers with who one is, whose token one has.
  'session.describe': () => [{}],
  'skills.lookUp': () => [{ terms: [things.term] }],
  'skills.suggest': () => ['opt', 'zq', wordOf('TermProposed.word')].map((text) => ({ text, limit: 20 })),
  'team.get': () => each('team', 'team', 'late', 'gone'),
  'team.search': () => found,
  'tenant.get': () => [{}],
  'tenant.visitorSources': () => [{ place: things.site }],
  'views.list': () => [{}],
  'vocabulary.listWaiting': () => found,
}
// Whose everything one may have: one's own, and Lea's, since Petra has said why.
const opened = (who, account) => account === ids[who] || (who === 'petra' && account === ids.lea)
const channels = (who) => ['public', 'members', 'staff', ...['lea', who].filter((name) => ids[name]).flatMap((name) => ['person', 'following', 'notifications'].map((kind) => `${kind}/${ids[name]}`))]

// --- For whom a word is -----------------------------------------------------------------------------------------------

const staff = ['pia', 'cora', 'spence', 'mona', 'petra', 'hanna', 'oskar']
const members = people.filter((name) => !['visitor', 'erna'].includes(name))
const runs = ['hanna', 'oskar'], programmes = ['pia', ...runs], officers = ['petra', 'oskar']
const withoutBob = (names) => names.filter((name) => name !== 'bob')  // Lea blocks him.

// By field; where it is not named here, by the event's audience.
const audiences = { public: people, members, organisation: members, private: [], staff }
const allowed = {
  ProfileCreated: withoutBob(members), OfferPosted: withoutBob(members), NeedPosted: withoutBob(members),
  'ProfileCreated.about': [], 'ProfileCreated.contact': [], 'ProfileCreated.headline': [],  // They were revised.
  'ProfileRevised.displayName': withoutBob(members), 'ProfileRevised.headline': withoutBob(members),
  'ProfileRevised.about': ['lea'], 'ProfileRevised.contact': ['lea'],
  ...Object.fromEntries(['title', 'summary', 'terms'].map((field) => [`ChallengeRevised.${field}`, people])),
  'ChallengeRevised.contact': members, 'ChallengeRevised.confidential': ['rita', ...programmes],
  'ChallengeReturned.reason': ['rita', ...programmes], 'ChallengeRejected.reason': ['lea', ...programmes],
  ChallengeProposed: ['uma', ...programmes], DatasetReferenced: people,
  TeamApplied: ['rita', 'tom', 'tim', ...programmes], TeamDeclined: ['rita', 'tom', 'tim', ...programmes],
  // What people ask for about their data, to those who answer them.
  RequestRecorded: officers, RequestExtended: officers, RequestAnswered: officers,
  IdeaRevised: people,
  // What it was called when it happened, to whoever was told then.
  'IdeaDrafted.title': ['lea'], 'ChallengeDrafted.title': ['rita', ...staff],
  'OrganisationRegistered.name': people, 'OrganisationRevised.name': people, 'OrganisationRevised.about': people, 'OrganisationRevised.website': people,
  ApplicationSubmitted: ['otto', ...programmes], ApplicationRejected: ['otto', ...programmes], PhasePlanned: people,
  InvitationSent: ['mia', 'tom', ...programmes], JoinRequested: ['otto', 'tom', ...programmes], JoinDeclined: ['otto', 'tom', ...runs],
  JoinAccepted: ['vera', 'tom', ...runs], MemberRemoved: ['vera', 'tom', ...runs],
  // A word of one's own is shown wherever the skill is.
  // A report goes to those who moderate; what came of it, to who reported.
  TermProposed: members, PersonReported: ['lea', 'mona', ...runs], ReportSettled: ['lea', 'mona', ...runs],
  // Petra has said why she looks at everything that is kept of Lea.
  PersonalDataOpened: ['lea', 'petra', 'oskar'],
}

function mayHear({ name, audience }) {
  const [event] = name.split('.')
  return new Set(allowed[name] ?? allowed[event] ?? audiences[audience])
}

// --- Who is told what -------------------------------------------------------------------------------------------------

const heard = new Map()  // Word's field -> names.

// Every word above its visibility in what somebody was told.
function above(name, path, told) {
  const text = JSON.stringify(told)
  const found = []
  for (const field of fields) {
    if (!text.includes(wordOf(field.name))) continue
    heard.set(field.name, (heard.get(field.name) ?? new Set()).add(name))
    // Erna was a member until the end of the story.
    const as = path === 'live' && name === 'erna' ? 'uma' : name
    if (!mayHear(field).has(as)) found.push(`${field.name} (${field.audience}) to ${name} by ${path}`)
  }
  return found
}

async function connect(name) {
  const headers = tokens[name] ? { Authorization: `Bearer ${tokens[name]}` } : {}
  const socket = new Client(server.ws, { reconnect: false, headers })
  await new Promise((done, failed) => socket.on('open', done).on('error', failed))
  sockets.push(socket)
  return socket
}

// Follows all channels that one may, from there on. What arrives is kept with the channel.
async function follow(name, after) {
  const socket = await connect(name)
  const items = []
  socket.on('feed.item', (item) => items.push(item))
  for (const channel of channels(name)) await socket.call('feed.subscribe', { channel, after }).catch(() => {})
  return items
}

// Whether the token still stands for a person: an erasure takes its moment.
async function isSomebody(name) {
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${tokens[name]}` }
  const body = '{"jsonrpc":"2.0","id":1,"method":"session.describe"}'
  return (await fetch(server.url + '/rpc', { method: 'POST', headers, body })).status !== 401
}

before(async () => {
  const moved = moveIn(place)
  Object.assign(ids, moved.ids)
  Object.assign(tokens, moved.tokens)
  server = await Server.start(place)
  for (const name of people) live[name] = await follow(name, -1)
  for (const [name, method, params] of story(id, W)) await server.ask(method, params, tokens[name])
  await server.position()
  while (await isSomebody('erna')) await new Promise((resolve) => setTimeout(resolve, 50))
})
after(async () => {
  for (const socket of sockets) socket.close()
  await server.stop()
  place.remove()
})

test('every sealed field of the schema holds a word, and every question is asked', () => {
  assert.deepEqual(fields.map(({ name }) => name).filter((name) => !planted.has(name) && !unplanted[name]), [])
  assert.deepEqual(asked.filter((name) => !questions[name]), [])
})

// All that is asked by all, over HTTP or a socket.
async function walk(call) {
  const found = []
  let answered = 0
  for (const name of people)
    for (const method of asked)
      for (const params of questions[method](name)) {
        const told = await call(name, method, params)
        answered += told !== undefined
        found.push(...above(name, `${method} ${JSON.stringify(params)}`, told ?? null))
      }
  assert.ok(answered > 500)
  return found
}

test('no question tells a word to whom it is not for', async () => {
  assert.deepEqual(await walk(async (name, method, params) => (await server.call(method, params, tokens[name])).result), [])
})

test('nor does it over a socket', async () => {
  const socketOf = new Map()
  for (const name of people) socketOf.set(name, await connect(name).catch(() => undefined))
  assert.deepEqual(await walk((name, method, params) => socketOf.get(name)?.call(method, params).catch(() => undefined)), [])
})

test('nor does a channel, live or from the beginning', async () => {
  const found = people.flatMap((name) => live[name].flatMap((item) => above(name, 'live', item)))
  for (const name of people) {
    const items = await follow(name, 0).catch(() => [])
    await new Promise((resolve) => setTimeout(resolve, 100))
    found.push(...items.flatMap((item) => above(name, 'from the beginning', item)))
  }
  assert.deepEqual(found, [])
  assert.ok(live.uma.length > 10)
})

// Recorded for whoever must give account, and shown by no question yet.
const unspoken = [
  'RedactionOrdered.reason',
  'OrganisationRegistered.about', 'OrganisationRegistered.contact', 'OrganisationRegistered.website', 'ApplicationRejected.reason',
  'JoinRequested.message', 'JoinAccepted.reason', 'JoinDeclined.reason', 'MemberRemoved.reason', 'RoleOpened.reason', 'RoleClosed.reason',
  'LeadTransferred.reason', 'TeamUnlocked.reason', 'SubmissionMade.reason', 'TeamDissolved.reason', 'PrototypeRegistered.evidence',
  'FieldTestEnded.outcome', 'MilestoneDropped.reason', 'PrototypeVoided.reason', 'StageReverted.reason', 'ProjectPaused.reason',
  'ProjectStopped.reason', 'StageAdvanced.reason', 'ProjectVoided.reason',
]

// So that an empty answer passes for no secret kept: what may be heard was heard by somebody, but for what no question shows.
test('what is for somebody is told', () => {
  const silent = fields.filter((field) => mayHear(field).size > 0 && !heard.has(field.name)).map(({ name }) => name)
  assert.deepEqual(silent.sort(), unspoken.toSorted())
  for (const [name, field] of [['visitor', 'IdeaRevised.title'], ['uma', 'ProfileRevised.displayName'], ['lea', 'ProfileRevised.about'], ['mona', 'PersonReported.reason']])
    assert.ok(heard.get(field)?.has(name), `${field} to ${name}`)
})

test('everything that is kept of somebody is told to them, and to who has said why', async () => {
  for (const name of ['lea', 'petra']) {
    const { json } = await server.ask('account.export', { account: ids.lea }, tokens[name])
    for (const field of ['ProfileRevised.about', 'IdeaDrafted.title', 'PersonReported.reason']) assert.ok(json.includes(wordOf(field)), `${field} to ${name}`)
  }
  for (const name of people.filter((one) => !['lea', 'petra', 'erna'].includes(one)))
    assert.ok((await server.call('account.export', { account: ids.lea }, tokens[name])).error, name)
})

test('what was shown and is private now is no longer told, also not out of old events', async () => {
  const hidden = ['displayName', 'headline', 'about', 'contact'].map((field) => ({ field, visibility: 'private' }))
  await server.ask('profile.setVisibility', { profile: ids.lea, fields: hidden }, tokens.lea)
  await server.position()
  const words = ['displayName', 'headline'].flatMap((field) => [wordOf(`ProfileCreated.${field}`), wordOf(`ProfileRevised.${field}`)])
  const found = []
  for (const name of people.filter((one) => one !== 'lea'))
    for (const method of asked)
      for (const params of questions[method](name)) {
        const told = JSON.stringify(await server.call(method, params, tokens[name]))
        for (const word of words) if (told.includes(word)) found.push(`${word} to ${name} by ${method} ${JSON.stringify(params)}`)
      }
  assert.deepEqual(found, [])
  assert.equal((await server.ask('profile.get', { profile: ids.lea }, tokens.lea)).displayName, wordOf('ProfileRevised.displayName'))
})

// Everybody goes but who runs the hub; what was sealed for them is told to nobody any more, whoever asks and whatever they ask.
test('who is erased is heard by nobody', async () => {
  const stays = ['hanna', 'oskar']
  for (const name of Object.keys(cast).filter((one) => !stays.includes(one) && one !== 'erna'))
    await server.ask('account.requestErasure', { account: ids[name], due: new Date().toISOString() }, tokens.oskar)
  for (const name of Object.keys(cast).filter((one) => !stays.includes(one))) while (await isSomebody(name)) await new Promise((resolve) => setTimeout(resolve, 50))
  await server.position()
  const personal = fields.filter(({ key }) => key.startsWith('person'))
  assert.ok(personal.length > 10)
  const found = []
  for (const name of ['visitor', ...stays])
    for (const method of asked)
      for (const params of questions[method](name)) {
        const told = JSON.stringify(await server.call(method, params, tokens[name]))
        for (const field of personal) if (told.includes(wordOf(field.name))) found.push(`${field.name} to ${name} by ${method} ${JSON.stringify(params)}`)
      }
  for (const name of ['visitor', ...stays])
    for (const item of await follow(name, 0)) for (const field of personal) if (JSON.stringify(item).includes(wordOf(field.name))) found.push(`${field.name} to ${name} in a channel`)
  assert.deepEqual(found, [])
})

test('and no file of the hub holds any of the words', async () => {
  await server.stop()
  const holds = readdirSync(place.folder, { recursive: true }).filter((name) => {
    const path = join(place.folder, name)
    if (!statSync(path).isFile()) return false
    const bytes = readFileSync(path)
    return fields.some((field) => bytes.includes(wordOf(field.name)))
  })
  assert.deepEqual(holds, [])
  assert.match(place.run('verify'), /everything is as it was recorded/)
  server = await Server.start(place)
})
