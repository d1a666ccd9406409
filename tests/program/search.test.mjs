// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What is found by its words, and by whom: whoever may not see a text does not find it, and nothing else that they find tells of it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { randomUUID } from 'node:crypto'
import { Place, Server, listed, tenant, voices } from '../support/server.mjs'

const place = new Place()
const ids = {}, tokens = {}
const [measure, skill, works, authority, challenge, idea, team, project, programme, post] = Array.from({ length: 10 }, () => randomUUID())
let server
const { tell, ask } = voices(() => server, tokens)

before(async () => {
  for (const name of ['anna', 'ben', 'cleo', 'dora']) ({ subject: ids[name], token: tokens[name] } = place.person(name))
  ;({ subject: ids.hana, token: tokens.hana } = place.person('hana', 'hubAdmin', 'programmeManager', 'curator'))
  ;({ subject: ids.otto, token: tokens.otto } = place.person('otto', 'operator'))
  server = await Server.start(place)
  await tell('otto', 'tenant.configure', { tenant, nameDe: 'Haus', nameEn: 'House', zone: 'Europe/Berlin' })
  await tell('otto', 'tenant.defineMeasure', { tenant, measure, code: 'm', nameDe: 'Räume', nameEn: 'Spaces' })
  const labels = [['de', 'Photonik'], ['en', 'Photonics']].map(([language, text]) => ({ language, text, preferred: true }))
  await tell('hana', 'vocabulary.addTerm', { term: skill, labels })
  for (const [name, called] of [['anna', 'Anna Müller'], ['ben', 'Ben Quittenbaum'], ['cleo', 'Cleo Süß']]) await listed(tell, name, ids[name], called, skill)
  await describe('ben', 'Ben Quittenbaum', { about: 'Baut Zwitschermaschinen.' })
})
after(async () => {
  await server.stop()
  place.remove()
})

const describe = (name, displayName, more) => tell(name, 'profile.revise', { profile: ids[name], displayName, sector: 'science', ...more })
const find = async (name, text, more = {}) => (await ask(name, 'search.find', { text, ...more })).hits
const titles = async (name, text, more) => (await find(name, text, more)).map(({ title }) => title)
const everybody = ['anna', 'cleo', 'dora', 'hana', 'otto', undefined]
// Who finds something by this text.
const finders = async (text) => {
  const found = []
  for (const name of everybody) if ((await find(name, text)).length > 0) found.push(name)
  return found
}
const inside = ['anna', 'cleo', 'dora', 'hana', 'otto']

test('a person is found by members, however the name is typed, and never by visitors', async () => {
  for (const text of ['Müller', 'mueller', 'MULLER', 'anna mül']) {
    assert.deepEqual(await titles('cleo', text), ['Anna Müller'], text)
    assert.deepEqual(await titles(undefined, text), [])
  }
  const [hit] = await find('cleo', 'mueller')
  assert.deepEqual(hit, { kind: 'person', id: ids.anna, title: 'Anna Müller', field: 'displayName', excerpt: 'Anna Müller', spans: [{ start: 5, end: 11 }], match: 'exactWord', named: true, rank: 0 })
})

test('a text that is private is found by nobody else, and what is hidden again is not found any more', async () => {
  assert.deepEqual(await finders('Zwitschermaschinen'), inside)
  const show = (visibility) => tell('ben', 'profile.setVisibility', { profile: ids.ben, fields: [{ field: 'about', visibility }] })
  await show('private')
  assert.deepEqual(await finders('Zwitschermaschinen'), [])
  assert.equal((await find('ben', 'zwitscher')).length, 1)
  await show('staff')
  assert.deepEqual(await finders('Zwitschermaschinen'), ['hana', 'otto'])
  await show('public')
  assert.deepEqual(await finders('Zwitschermaschinen'), inside)
  await tell('ben', 'profile.hide', { profile: ids.ben })
  assert.deepEqual(await finders('Zwitschermaschinen'), ['hana', 'otto'])
  await tell('ben', 'profile.list', { profile: ids.ben })
  assert.deepEqual(await finders('Zwitschermaschinen'), inside)
})

test('a name that is private is not shown where something else of the person is found', async () => {
  await tell('ben', 'profile.setVisibility', { profile: ids.ben, fields: [{ field: 'displayName', visibility: 'private' }] })
  const [hit, ...others] = await find('cleo', 'Zwitschermaschinen')
  assert.deepEqual(others, [])
  assert.ok(!JSON.stringify(hit).includes('Quittenbaum'))
  assert.equal(hit.title, '')
  assert.deepEqual(await titles('cleo', 'Quittenbaum'), [])
  assert.deepEqual(await titles('cleo', 'Quittenbaum Zwitschermaschinen'), [])
  await tell('ben', 'profile.setVisibility', { profile: ids.ben, fields: [{ field: 'displayName', visibility: 'members' }] })
  assert.deepEqual(await titles('cleo', 'Quittenbaum Zwitschermaschinen'), ['Ben Quittenbaum'])
})

test('neither of two who are kept apart finds the other, or what the other has on the board', async () => {
  await tell('ben', 'profile.postOffer', { profile: ids.ben, post, title: 'Lötkolben zu leihen' })
  const both = async () => [await titles('anna', 'Quittenbaum'), await titles('anna', 'loetkolben'), await titles('ben', 'Müller')]
  const open = [['Ben Quittenbaum'], ['Lötkolben zu leihen'], ['Anna Müller']]
  assert.deepEqual(await both(), open)
  for (const [who, other] of [['anna', 'ben'], ['ben', 'anna']]) {
    await tell(who, 'person.block', { person: ids[who], blocked: ids[other] })
    assert.deepEqual(await both(), [[], [], []])
    await tell(who, 'person.unblock', { person: ids[who], blocked: ids[other] })
    assert.deepEqual(await both(), open)
  }
  await tell('ben', 'profile.closePost', { profile: ids.ben, post })
  assert.deepEqual(await titles('anna', 'loetkolben'), [])
})

test('a draft is found by its own side until it is published, and what is confidential by nobody', async () => {
  await tell('anna', 'organisation.register', { organisation: authority, name: 'Grünamt', sector: 'administration' })
  await tell('hana', 'organisation.verify', { organisation: authority })
  await tell('anna', 'challenge.draft', { challenge, organisation: authority, title: 'Dachgärten', summary: 'Fünfzig Flachdächer', contact: 'Kontaktwort', confidential: 'Geheimwort' })
  assert.deepEqual(await finders('Dachgärten'), ['anna', 'hana', 'otto'])
  await tell('anna', 'challenge.submit', { challenge })
  assert.deepEqual(await finders('Dachgärten'), ['anna', 'hana', 'otto'])
  await tell('hana', 'challenge.approve', { challenge })
  await tell('hana', 'challenge.publish', { challenge })
  assert.deepEqual(await finders('Flachdächer'), everybody)
  for (const word of ['Geheimwort', 'Kontaktwort']) assert.deepEqual(await finders(word), [])
})

test('an idea, a team, a project, a programme, an organisation and a term are found by whom they are for', async () => {
  await tell('anna', 'idea.draft', { idea, title: 'Schattenkarte', summary: 'Wo es kühl ist', measure })
  assert.deepEqual(await finders('Schattenkarte'), ['anna', 'hana', 'otto'])
  await tell('anna', 'idea.submit', { idea })
  assert.deepEqual(await finders('Schattenkarte'), everybody)
  await tell('anna', 'team.form', { team, name: 'Lampenfieber', kind: 'expertGroup', about: 'Wir leuchten' })
  assert.deepEqual(await finders('Lampenfieber'), inside)
  await tell('hana', 'project.start', { project, title: 'Wasserspender', measure, lead: ids.anna, members: [ids.cleo] })
  assert.deepEqual(await finders('Wasserspender'), everybody)
  await tell('hana', 'programme.announce', { programme, kind: 'hackathon', title: 'Saalehack', teamSizeMax: 5, phases: [{ title: 'Ideen' }] })
  assert.deepEqual(await finders('Saalehack'), everybody)
  await tell('anna', 'organisation.register', { organisation: works, name: 'Funkenflug', sector: 'business' })
  assert.deepEqual(await finders('Funkenflug'), inside)
  await tell('hana', 'organisation.verify', { organisation: works })
  assert.deepEqual(await finders('Funkenflug'), everybody)
  assert.deepEqual(await titles(undefined, 'photonics'), ['Photonik'])
  assert.deepEqual(await titles(undefined, 'photonik', { language: 'en' }), ['Photonics'])
})

test('a compound is taken apart by words that the asking person can find, and by no others', async () => {
  await tell('anna', 'idea.revise', { idea, title: 'Quittenmarmelade', measure })
  assert.deepEqual(await titles('cleo', 'Marmelade'), [])
  await describe('cleo', 'Cleo Süß', { about: 'Kocht ein, etwa eine Quitte.' })
  assert.deepEqual(await titles('dora', 'Marmelade'), ['Quittenmarmelade'])
  assert.deepEqual(await titles(undefined, 'Marmelade'), [])  // Visitors find no people.
  await tell('cleo', 'profile.hide', { profile: ids.cleo })
  assert.deepEqual(await titles('dora', 'Marmelade'), [])
  assert.deepEqual(await titles('cleo', 'Marmelade'), ['Quittenmarmelade'])
  await tell('cleo', 'profile.list', { profile: ids.cleo })
})

test('only the kinds that are asked for, page by page', async () => {
  const names = Array.from({ length: 7 }, (_, i) => `Seitenweise ${i}`)
  for (const name of names) await tell('anna', 'organisation.register', { organisation: randomUUID(), name, sector: 'business' })
  const hits = []
  for (let after = '', pages = 0; ; ++pages) {
    const page = await ask('cleo', 'search.find', { text: 'seitenw', limit: 3, after })
    hits.push(...page.hits)
    if (page.next === '') {
      assert.equal(pages, 2)
      break
    }
    after = page.next
  }
  assert.deepEqual(hits.map(({ title }) => title).sort(), names)
  assert.deepEqual(hits.map(({ id }) => id), hits.map(({ id }) => id).sort())
  assert.deepEqual(await find('cleo', 'seitenw', { kinds: ['person', 'idea'] }), [])
  assert.equal((await find('cleo', 'seitenw', { kinds: ['organisation'], limit: 50 })).length, 7)
})

test('a question that cannot be answered is refused, and says why', async () => {
  const refused = async (params) => (await server.call('search.find', params, tokens.anna)).error?.data
  const position = await server.position()
  const wrong = { text: [' – !', 'a b c d e f g h i', 'x'.repeat(201), ''], after: ['9', 'a.b.c'], language: ['fr'], limit: [51], kinds: [['robot']] }
  for (const [field, values] of Object.entries(wrong))
    for (const value of values) {
      const error = await refused({ text: 'anna', [field]: value })
      assert.ok(error?.code.startsWith('input.'), `${field}: ${value}: ${JSON.stringify(error)}`)
      assert.equal(error.field.split('[')[0], field)
    }
  assert.equal(await server.position(), position)
})

test('a new name is found and the old one is not, at once and after a start', async () => {
  await describe('cleo', 'Cleo Wacholder')
  const all = async () => [await titles('anna', 'Süß'), await titles('anna', 'Wacholder')]
  assert.deepEqual(await all(), [[], ['Cleo Wacholder']])
  const before = await find('anna', 'a')
  await server.stop()
  server = await Server.start(place)
  assert.deepEqual(await all(), [[], ['Cleo Wacholder']])
  assert.deepEqual(await find('anna', 'a'), before)
})

test('who is erased is found by nobody, and lends no word any more', async () => {
  assert.deepEqual(await titles('dora', 'wacholder'), ['Cleo Wacholder'])
  await tell('cleo', 'profile.postNeed', { profile: ids.cleo, post: randomUUID(), title: 'Siebdruckrahmen' })
  assert.deepEqual(await finders('Siebdruckrahmen'), inside)
  await tell('cleo', 'account.requestErasure', { account: ids.cleo, due: new Date().toISOString() })
  for (let tries = 0; (await server.call('profile.get', { profile: ids.cleo }, tokens.otto)).result; ++tries) {
    assert.ok(tries < 200)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  for (const word of ['Wacholder', 'Siebdruckrahmen', 'Cleo']) for (const name of ['anna', 'dora', 'hana', 'otto', undefined]) assert.deepEqual(await find(name, word), [], word)
})
