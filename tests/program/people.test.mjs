// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Organisations and their people, people who keep away from each other, and what one follows: the whole program, as each sees it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { randomUUID } from 'node:crypto'
import { Place, Server, listed, voices } from '../support/server.mjs'

const place = new Place()
const ids = {}, tokens = {}
const lumo = randomUUID(), twin = randomUUID(), draft = randomUUID()
const titles = ['Python', 'Dachbau']
let server, skill
const { tell, ask, refusal } = voices(() => server, tokens)

before(async () => {
  for (const name of ['anna', 'ben', 'cleo']) ids[name] = place.run('user', 'add', name).trim()
  ids.hana = place.run('user', 'add', 'hana', '--role', 'hubAdmin', '--role', 'curator').trim()
  ids.mona = place.run('user', 'add', 'mona', '--role', 'moderator').trim()
  for (const name of Object.keys(ids)) tokens[name] = place.run('token', name).trim()
  server = await Server.start(place)
  skill = randomUUID()
  const labels = ['de', 'en'].map((language) => ({ language, text: titles[0], preferred: true }))
  await tell('hana', 'vocabulary.addTerm', { term: skill, labels })
  for (const name of ['anna', 'ben', 'cleo']) await listed(tell, name, ids[name], name, skill)
})
after(async () => {
  await server.stop()
  place.remove()
})

const organisation = (name, id = lumo) => ask(name, 'organisation.get', { organisation: id })
const named = (list) => list.map(({ displayName, standing }) => displayName + ' ' + standing).sort()

test('an organisation is seen by members at once and by visitors when it is verified', async () => {
  await tell('anna', 'organisation.register', {
    organisation: lumo, name: 'Lumo', sector: 'business', about: 'Light', website: 'https://lumo.example', contact: 'office', district: 'Nord', green: true,
  })
  const page = await organisation('ben')
  assert.equal(page.name, 'Lumo')
  assert.equal(page.contact, 'office')
  assert.equal(page.stage, 'unverified')
  assert.equal(page.mine, 'none')
  assert.equal(await refusal(undefined, 'organisation.get', { organisation: lumo }), 'aggregate.not-found')
  assert.equal((await ask(undefined, 'organisation.search')).total, 0)
  await tell('hana', 'organisation.verify', { organisation: lumo })
  const seen = await organisation(undefined)
  assert.equal(seen.name, 'Lumo')
  assert.equal(seen.contact, '')
  assert.deepEqual(seen.people, [])
  assert.equal(seen.members, 1)
  const news = await ask(undefined, 'feed.read', { channel: 'public', after: server.written - 1 })
  assert.equal(news.items[0].de, 'Lumo ist bestätigt.')
})

test('requests are seen by who answers them, and people by members', async () => {
  await tell('ben', 'organisation.requestMembership', { organisation: lumo })
  assert.deepEqual(named((await organisation('anna')).people), ['anna representative', 'ben requested'])
  assert.deepEqual(named((await organisation('ben')).people), ['anna representative', 'ben requested'])
  assert.deepEqual(named((await organisation('cleo')).people), ['anna representative'])
  assert.equal(await refusal('cleo', 'organisation.approveMembership', { organisation: lumo, person: ids.ben }), 'auth.forbidden')
  await tell('anna', 'organisation.approveMembership', { organisation: lumo, person: ids.ben })
  const page = await organisation('cleo')
  assert.deepEqual(named(page.people), ['anna representative', 'ben member'])
  assert.equal(page.members, 2)
  await tell('ben', 'profile.hide', { profile: ids.ben })
  assert.deepEqual(named((await organisation('cleo')).people), ['anna representative'])
  assert.equal((await organisation('cleo')).members, 2)
  await tell('ben', 'profile.list', { profile: ids.ben })
})

test('organisations are found by filters, with counts', async () => {
  await tell('cleo', 'organisation.register', { organisation: twin, name: 'Lumo GmbH', sector: 'science', district: 'Mitte' })
  const all = await ask('ben', 'organisation.search')
  assert.deepEqual(all.organisations.map(({ name, verified }) => [name, verified]), [['Lumo GmbH', false], ['Lumo', true]])
  const green = await ask('ben', 'organisation.search', { green: true, sectors: ['business'] })
  assert.deepEqual(green.organisations.map(({ name }) => name), ['Lumo'])
  const count = (name, value) => green.facets.find((facet) => facet.name === name && facet.value === value)?.count
  assert.equal(count('sector', 'business'), 1)
  assert.equal(count('district', 'Nord'), 1)
  assert.equal(count('verified', 'true'), 1)
})

test('the id of a merged organisation leads to its heir', async () => {
  await tell('hana', 'organisation.merge', { organisation: twin, into: lumo })
  const page = await organisation('cleo', twin)
  assert.equal(page.organisation, lumo)
  assert.equal(page.mine, 'representative')
  assert.equal((await ask('ben', 'organisation.search')).total, 1)
})

test('two who are kept apart are nobody to each other in every list', async () => {
  await tell('ben', 'challenge.draft', { challenge: draft, title: titles[1], contact: 'c', wanted: [{ term: skill }] })
  for (const action of ['submit', 'approve', 'publish']) await tell(action === 'submit' ? 'ben' : 'hana', 'challenge.' + action, { challenge: draft })
  const sees = async (who, other) => {
    const found = await ask(who, 'directory.search')
    const matched = await ask(who, 'match.partners', { limit: 20 })
    const given = await ask(who, 'match.partners', { limit: 20, needs: [{ term: skill }] })
    const explained = await ask(who, 'match.explain', { lane: 'people', id: ids[other] })
    const feed = await ask(who, 'feed.read', { channel: 'members', limit: 500 })
    return {
      page: (await refusal(who, 'profile.get', { profile: ids[other] })) === 'accepted',
      directory: found.entries.some(({ profile }) => profile === ids[other]),
      total: found.total,
      facet: found.facets.find(({ name, value }) => name === 'sector' && value === 'science').count,
      partners: [matched, given].map(({ people }) => people.some(({ id }) => id === ids[other])),
      explained: explained.suggestion.title,
      members: (await organisation(who)).people.some(({ person }) => person === ids[other]),
      feed: feed.items.some(({ en, stream }) => en.includes(other) || stream === ids[other]),
    }
  }
  const nothing = { page: false, directory: false, total: 2, facet: 2, partners: [false, false], explained: '', members: false, feed: false }
  const everything = (other) => ({ page: true, directory: true, total: 3, facet: 3, partners: [true, true], explained: other, members: true, feed: true })
  assert.deepEqual(await sees('anna', 'ben'), everything('ben'))
  assert.deepEqual(await sees('ben', 'cleo'), everything('cleo'))
  assert.ok((await ask('cleo', 'match.challenges', { limit: 20 })).challenges.some(({ id }) => id === draft))
  await tell('cleo', 'person.block', { person: ids.cleo, blocked: ids.ben })
  assert.deepEqual(await sees('cleo', 'ben'), { ...nothing, members: true }, 'a representative knows who belongs')
  assert.deepEqual(await sees('ben', 'cleo'), nothing)
  assert.deepEqual(await sees('anna', 'ben'), everything('ben'))
  assert.ok(!(await ask('cleo', 'match.challenges', { limit: 20 })).challenges.some(({ id }) => id === draft))
  assert.equal(await refusal('hana', 'profile.get', { profile: ids.ben }), 'accepted')
  await tell('cleo', 'person.unblock', { person: ids.cleo, blocked: ids.ben })
  assert.deepEqual(await sees('ben', 'cleo'), everything('cleo'))
})

test('what one follows is a channel of one\'s own', async () => {
  const channel = 'following/' + ids.ben
  assert.equal(await refusal('anna', 'feed.read', { channel }), 'auth.forbidden')
  assert.equal(await refusal('ben', 'feed.read', { channel: 'following/somebody' }), 'feed.unknown-channel')
  await tell('ben', 'follow.start', { person: ids.ben, kind: 'organisation', target: lumo })
  await tell('ben', 'follow.start', { person: ids.ben, kind: 'person', target: ids.cleo })
  await tell('anna', 'organisation.revise', { organisation: lumo, name: 'Lumo AG', sector: 'business' })
  await tell('cleo', 'profile.setLanguages', { profile: ids.cleo, languages: ['de'] })
  const read = async () => (await ask('ben', 'feed.read', { channel })).items.map(({ en, gone }) => (gone ? 'gone' : en))
  assert.deepEqual(await read(), ['Lumo AG revised what it says of itself.', 'cleo speaks de.'])
  await tell('cleo', 'person.block', { person: ids.cleo, blocked: ids.ben })
  assert.deepEqual(await read(), ['Lumo AG revised what it says of itself.', 'gone'])
  await tell('ben', 'follow.stop', { person: ids.ben, kind: 'organisation', target: lumo })
  await tell('anna', 'organisation.revise', { organisation: lumo, name: 'Lumo', sector: 'business' })
  assert.equal((await read()).length, 2)
})

test('one finds again what one follows, whom one keeps away and how one wants to hear of it', async () => {
  const list = (name, params) => ask(name, 'follow.list', params)
  const follow = async (kind, target) => tell('anna', 'follow.start', { person: ids.anna, kind, target })
  await follow('term', skill)
  await follow('challenge', draft)
  await follow('organisation', twin)
  await follow('person', ids.ben)
  await tell('anna', 'follow.setDigest', { person: ids.anna, digest: 'weekly' })
  await tell('anna', 'follow.setDelivery', { person: ids.anna, notice: 'idea', delivery: 'daily' })
  const { position, ...page } = await list('anna')
  assert.ok(position >= server.written)
  assert.deepEqual(page, {
    followed: [
      { kind: 'term', target: skill, name: titles[0] },
      { kind: 'challenge', target: draft, name: titles[1] },
      { kind: 'organisation', target: lumo, name: 'Lumo' },
      { kind: 'person', target: ids.ben, name: 'ben' },
    ],
    blocked: [],
    digest: 'weekly',
    deliveries: ['answer', 'decision', 'idea', 'role', 'invitation', 'following']
      .map((notice) => ({ notice, delivery: notice === 'idea' ? 'daily' : 'immediate' })),
  })
  await tell('anna', 'person.block', { person: ids.anna, blocked: ids.ben })
  assert.deepEqual((await list('anna')).followed, page.followed.slice(0, 3))
  assert.deepEqual((await list('anna')).blocked, [{ person: ids.ben, name: 'ben' }])
  assert.deepEqual((await list('ben')).blocked, [])
  await tell('anna', 'person.unblock', { person: ids.anna, blocked: ids.ben })
  assert.deepEqual((await list('anna')).followed, page.followed)
  await tell('anna', 'follow.stop', { person: ids.anna, kind: 'person', target: ids.ben })
  assert.deepEqual((await list('anna')).followed, page.followed.slice(0, 3))
  assert.equal((await list('hana')).digest, 'none')
  assert.equal(await refusal(undefined, 'follow.list', {}), 'auth.required')
})

test('what is said is said in German or in English', async () => {
  for (const [method, params] of [['notifications.list', {}], ['follow.list', {}], ['skills.suggest', { text: 'Py' }]]) {
    for (const language of ['de', 'en', '', undefined]) assert.equal(await refusal('anna', method, { ...params, language }), 'accepted')
    const { error } = await server.call(method, { ...params, language: 'fr' }, tokens.anna)
    assert.equal(error.data.code, 'input.invalid')
    assert.equal(error.data.field, 'language')
    assert.equal(error.data.detail, 'must be de or en')
  }
})

test('a report is told to who moderates, and in no channel that others follow', async () => {
  await tell('anna', 'person.report', { person: ids.anna, kind: 'person', about: ids.ben, reason: 'spam' })
  for (const [name, channel] of [['hana', 'staff'], ['cleo', 'members'], ['cleo', 'public']])
    assert.deepEqual((await ask(name, 'feed.read', { channel, after: server.written - 1 })).items, [])
  const [newest] = (await ask('mona', 'notifications.list', { language: 'de' })).items
  assert.match(newest.text, /^Meldung über die Person .+: spam$/)
})

test('reports are listed and settled by who moderates, but for those about oneself and ones own', async () => {
  const report = async (kind, about, reason) => {
    await tell('cleo', 'person.report', { person: ids.cleo, kind, about, reason })
    return server.written
  }
  const list = async (name, params = {}) => (await ask(name, 'person.listReports', params)).reports
  const reasons = (reports) => reports.map(({ reason }) => reason)
  const told = async (name, type) => (await ask(name, 'notifications.list', { language: 'en' })).items.filter((item) => item.type === type).map(({ text }) => text)
  const about = { mona: await report('person', ids.mona, 'rude') }
  about.lumo = await report('organisation', lumo, 'boasts')
  about.draft = await report('challenge', draft, 'copied')

  for (const name of ['anna', 'cleo']) assert.equal(await refusal(name, 'person.listReports', {}), 'auth.forbidden')
  assert.deepEqual(reasons(await list('hana')), ['copied', 'boasts', 'rude', 'spam'])
  assert.deepEqual(reasons(await list('mona')), ['copied', 'boasts', 'spam'])
  const [newest, organisations] = await list('hana', { limit: 2 })
  assert.deepEqual(newest, {
    person: ids.cleo, report: 3, kind: 'challenge', about: draft, name: titles[1], reason: 'copied', reported: newest.reported,
    handled: false, outcome: '', position: about.draft,
  })
  assert.deepEqual([organisations.kind, organisations.name, organisations.report], ['organisation', 'Lumo', 2])
  assert.deepEqual(reasons(await list('hana', { after: organisations.position })), ['rude', 'spam'])
  assert.deepEqual(await told('mona', 'person.PersonReported'), [
    'Report about the challenge Dachbau: copied', 'Report about the organisation Lumo: boasts', 'Report about the person ben: spam',
  ])

  const settle = (number) => ({ person: ids.cleo, report: number, outcome: 'Talked to them' })
  assert.equal(await refusal('mona', 'person.settleReport', settle(1)), 'aggregate.not-found')
  await tell('mona', 'person.settleReport', settle(3))
  assert.equal(await refusal('hana', 'person.settleReport', settle(3)), 'person.settled')
  assert.deepEqual(reasons(await list('hana', { open: true })), ['boasts', 'rude', 'spam'])
  const [settled] = await list('hana')
  assert.deepEqual([settled.handled, settled.outcome, settled.settled !== undefined], [true, 'Talked to them', true])
  assert.deepEqual(await told('cleo', 'person.ReportSettled'), ['Report settled: Talked to them'])
  assert.deepEqual(await told('anna', 'person.ReportSettled'), [])
})

test('who is suspended is no longer found or suggested', async () => {
  await tell('hana', 'account.suspend', { account: ids.ben })
  assert.equal((await ask('anna', 'directory.search')).total, 2)
  assert.ok(!(await ask('anna', 'match.partners', { limit: 20 })).people.some(({ id }) => id === ids.ben))
})

test('a representative is no staff', async () => {
  assert.equal(await refusal('anna', 'feed.read', { channel: 'staff' }), 'auth.forbidden')
  assert.equal(await refusal('hana', 'feed.read', { channel: 'staff' }), 'accepted')
})
