// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What curators do to words, as people and visitors see it: the whole program.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { randomUUID } from 'node:crypto'
import { Place, Server, term, voices } from '../support/server.mjs'

const place = new Place()
const ids = {}, tokens = {}
let server
const { tell, ask, refusal } = voices(() => server, tokens)

before(async () => {
  for (const name of ['anna', 'ben', 'cleo']) ids[name] = place.run('user', 'add', name).trim()
  ids.cora = place.run('user', 'add', 'cora', '--role', 'curator').trim()
  ids.paul = place.run('user', 'add', 'paul', '--role', 'programmeManager').trim()
  for (const name of Object.keys(ids)) tokens[name] = place.run('token', name).trim()
  server = await Server.start(place)
  for (const name of ['anna', 'ben', 'cleo']) {
    await tell(name, 'profile.create', { profile: ids[name], displayName: `The ${name}`, sector: 'science' })
    await tell(name, 'account.giveConsent', { account: ids[name], purpose: 'directory', textVersion: 1 })
    await tell(name, 'profile.list', { profile: ids[name] })
  }
})
after(async () => {
  await server.stop()
  place.remove()
})

const label = (language, text) => ({ language, text, preferred: true })
const live = (text) => term(server, tokens.cora, text, text)
const declare = (name, skill, direction = 'have') => tell(name, 'profile.declareSkill', { profile: ids[name], direction, skill })
const news = async (channel, after) => (await ask(channel === 'staff' ? 'cora' : undefined, 'feed.read', { channel, after })).items
const skill = (term, level) => ({ term, level, weight: 0, must: false })

test('a term is announced when it has both languages, and until then only staff hears of it', async () => {
  const from = server.written, glass = randomUUID()
  await tell('cora', 'vocabulary.addTerm', { term: glass, labels: [] })
  await tell('cora', 'vocabulary.labelTerm', { term: glass, labels: [label('de', 'Glas')] })
  assert.deepEqual(await news('public', from), [])
  assert.deepEqual((await news('staff', from)).map(({ de }) => de).slice(1), ['Begriff in Vorbereitung benannt: Glas'])
  assert.deepEqual((await ask(undefined, 'skills.suggest', { text: 'Glas' })).found, [])
  await tell('cora', 'vocabulary.labelTerm', { term: glass, labels: [label('en', 'Glass')] })
  assert.deepEqual((await news('public', from)).map(({ de, en }) => [de, en]), [['Neuer Begriff im Wortschatz: Glas', 'New term in the vocabulary: Glass']])
  assert.equal((await ask(undefined, 'skills.suggest', { text: 'Glas' })).found.length, 1)
})

test('who has both of two terms that are merged has one, with the higher level', async () => {
  const [light, lumen, optics] = [await live('Licht'), await live('Lumen'), await live('Optik')]
  await declare('anna', { term: light, level: 4 })
  await declare('anna', { term: optics, level: 2 })
  await declare('anna', { term: lumen, level: 1 })
  await declare('anna', { term: lumen, level: 3 }, 'want')
  await tell('anna', 'profile.declareInterests', { profile: ids.anna, topics: [light, lumen] })
  const challenge = randomUUID()
  await tell('anna', 'challenge.draft', { challenge, title: 'T', contact: 'C', wanted: [{ term: light, level: 2 }, { term: lumen, level: 1 }], topics: [light, lumen] })
  await tell('cora', 'vocabulary.mergeTerm', { term: light, into: lumen })
  const profile = await ask('ben', 'profile.get', { profile: ids.anna })
  assert.deepEqual(profile.offers, [skill(lumen, 4), skill(optics, 2)])
  assert.deepEqual(profile.needs, [skill(lumen, 3)])
  assert.deepEqual(profile.topics, [lumen])
  const { entries, facets } = await ask('ben', 'directory.search', { skills: [light] })
  assert.deepEqual(entries.map(({ offers }) => offers), [profile.offers])
  assert.deepEqual(facets.filter(({ name }) => name === 'skill').map(({ value }) => value).sort(), [lumen, optics].sort())
  const posed = await ask('anna', 'challenge.get', { challenge })
  assert.deepEqual([posed.wanted, posed.topics], [[skill(lumen, 2)], [lumen]])
})

test('curators see what waits for them, the most used first, and not whose it is', async () => {
  const glass = randomUUID()
  await tell('cora', 'vocabulary.addTerm', { term: glass, labels: [label('de', 'Fensterglas')] })
  for (const name of ['anna', 'ben']) await declare(name, { word: 'Sternenkunde' })
  for (const name of ['anna', 'ben', 'cleo']) await declare(name, { word: 'Yoga' }, name === 'ben' ? 'want' : 'have')
  await declare('anna', { word: 'Yoga' }, 'want')
  await declare('cleo', { word: 'Jonglieren' })
  const list = async (page) => {
    const { items, total } = await ask('cora', 'vocabulary.listWaiting', page)
    return [total, items.map(({ de, en, people, ownWord }) => [de, en, people, ownWord])]
  }
  const [yoga, stars, pane] = [['Yoga', 'Yoga', 3, true], ['Sternenkunde', 'Sternenkunde', 2, true], ['Fensterglas', '', 0, false]]
  assert.deepEqual(await list({}), [3, [yoga, stars, pane]])
  assert.deepEqual(await list({ limit: 1 }), [3, [yoga]])
  const { items } = await ask('cora', 'vocabulary.listWaiting')
  assert.deepEqual(await list({ after: items[0].term, limit: 1 }), [3, [stars]])
  for (const name of Object.keys(ids)) assert.ok(!JSON.stringify(items).includes(ids[name]), name)
  for (const name of ['anna', 'paul']) assert.equal(await refusal(name, 'vocabulary.listWaiting', {}), 'auth.forbidden', name)
  assert.equal(await refusal(undefined, 'vocabulary.listWaiting', {}), 'auth.required')

  await tell('anna', 'profile.withdrawSkill', { profile: ids.anna, direction: 'have', term: items[0].term })
  assert.deepEqual(await list({}), [3, [yoga, stars, pane]], 'who still looks for it still says it')
  await tell('anna', 'profile.withdrawSkill', { profile: ids.anna, direction: 'want', term: items[0].term })
  assert.deepEqual((await list({ limit: 1 }))[1][0][2], 2)
  await tell('cora', 'vocabulary.labelTerm', { term: glass, labels: [label('en', 'Window glass')] })
  await tell('cora', 'vocabulary.adoptTerm', { term: items[1].term, labels: [label('de', 'Astronomie'), label('en', 'Astronomy')] })
  assert.deepEqual(await list({}), [1, [['Yoga', 'Yoga', 2, true]]])
})
