// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What is kept of a person, told to them and to whoever may look; and one text removed for good.
import { after, before, test } from 'node:test'
import assert from 'node:assert/strict'
import { cpSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Place, Server, count, tenant, voices } from '../support/server.mjs'

const place = new Place()
const people = {}, tokens = {}
let server
const { tell, ask, refusal } = voices(() => server, tokens)
const measure = randomUUID(), project = randomUUID()
const until = async (holds) => {
  for (let tries = 0; tries < 200; ++tries) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  assert.fail('it has not come to that within ten seconds')
}
const own = (name) => ({ account: people[name].subject })

function filesWith(folder, text) {
  return readdirSync(folder, { recursive: true }).filter((name) => {
    const path = join(folder, name)
    return statSync(path).isFile() && readFileSync(path).includes(text)
  })
}
// A table of RFC 4180 without line breaks in its cells. (The last match is the line's end.)
function rows(csv) {
  return csv.trimEnd().split('\r\n').map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) => cell.replace(/^"|"$/g, '').replaceAll('""', '"')).slice(0, -1))
}

before(async () => {
  people.root = place.person('root', 'operator')
  people.anna = place.person('anna')
  place.run('user', 'add', 'anna', '--email', 'anna@example.org')
  for (const name of ['ben', 'cleo']) people[name] = place.person(name)
  people.pia = place.person('pia', 'privacyOfficer')
  people.mona = place.person('mona', 'moderator')
  for (const [name, { token }] of Object.entries(people)) tokens[name] = token
  server = await Server.start(place)
  await count(server, tokens.root, measure)
  await tell('anna', 'profile.create', { profile: people.anna.subject, displayName: 'Anna <i>Weiß</i>', sector: 'science', contact: 'Tel. 0171' })
  await tell('anna', 'account.giveConsent', { ...own('anna'), purpose: 'directory', textVersion: 1 })
  await tell('ben', 'profile.create', { profile: people.ben.subject, displayName: 'Benjamin', sector: 'business' })
  await tell('anna', 'project.start', { project, title: 'Dächer', measure })
  await tell('ben', 'person.block', { person: people.ben.subject, blocked: people.anna.subject })
  await tell('ben', 'person.report', { person: people.ben.subject, kind: 'person', about: people.anna.subject, reason: 'Sie drängelt' })
})
after(async () => {
  await server.stop()
  place.remove()
})

test('everything about me in one call, for machines, for people and as a table', async () => {
  const told = await ask('anna', 'account.export', own('anna'))
  assert.equal(told.next, 0)
  assert.equal(told.about.email, 'anna@example.org')
  assert.equal(told.about.logins, 1)
  assert.deepEqual(told.about.consents, ['directory'])
  assert.equal(told.about.tokens.length, 1)
  assert.ok(!JSON.stringify(told).includes(tokens.anna.slice(5)))
  const json = JSON.parse(told.json)
  assert.deepEqual(json.about, told.about)
  assert.equal(json.events.length, told.events)
  const types = json.events.map(({ type }) => type)
  for (const type of ['account.AccountRegistered', 'profile.ProfileCreated', 'account.ConsentGiven', 'project.ProjectStarted']) assert.ok(types.includes(type), type)
  const created = json.events.find(({ type }) => type === 'profile.ProfileCreated').event
  assert.deepEqual([created.displayName, created.contact], ['Anna <i>Weiß</i>', 'Tel. 0171'])
  assert.ok(told.html.includes('Anna &lt;i&gt;Weiß&lt;/i&gt;') && told.html.includes('Your data') && told.html.includes('Auskunft'))
  assert.ok(!/<script|src=|href=/.test(told.html))
  const table = rows(told.csv)
  assert.deepEqual(table[0], ['position', 'recorded', 'actor', 'type', 'field', 'value'])
  for (const row of table) assert.equal(row.length, 6, row.join('|'))
  assert.ok(table.some(([, , , type, field, value]) => type === 'profile.ProfileCreated' && field === 'contact' && value === 'Tel. 0171'))
})

test('what others keep to themselves is not in it', async () => {
  const told = JSON.stringify(await ask('anna', 'account.export', own('anna')))
  for (const word of ['Benjamin', 'drängelt', 'PersonBlocked', 'PersonReported']) assert.ok(!told.includes(word), word)
  const bens = (await ask('ben', 'account.export', own('ben'))).json
  for (const word of ['Benjamin', 'Sie drängelt', 'PersonBlocked']) assert.ok(bens.includes(word), word)
  assert.ok(!bens.includes('Weiß'))
})

test('nobody else looks before they have said why, and then for themselves', async () => {
  assert.equal(await refusal('ben', 'account.export', own('anna')), 'auth.forbidden')
  assert.equal(await refusal('mona', 'account.export', own('anna')), 'auth.forbidden')
  for (const name of ['pia', 'root']) assert.equal(await refusal(name, 'account.export', own('anna')), 'account.not-opened')
  assert.equal(await refusal('pia', 'account.export', { account: randomUUID() }), 'aggregate.not-found')
  const { lastPosition } = await tell('pia', 'account.openPersonalData', { ...own('anna'), reason: 'Sie hat am Telefon gefragt' })
  assert.equal(JSON.parse((await ask('pia', 'account.export', own('anna'))).json).about.email, 'anna@example.org')
  for (const [name, whose] of [['root', 'anna'], ['pia', 'ben']]) assert.equal(await refusal(name, 'account.export', { ...own(whose), atLeast: lastPosition }), 'account.not-opened')
})

test('the person sees who looked and why', async () => {
  const { accesses, more } = await ask('anna', 'account.accesses', own('anna'))
  assert.equal(more, false)
  assert.deepEqual(accesses.map(({ by, reason }) => [by, reason]), [[people.pia.subject, 'Sie hat am Telefon gefragt']])
  assert.equal(await refusal('ben', 'account.accesses', own('anna')), 'auth.forbidden')
  const { items } = await ask('anna', 'notifications.list')
  assert.ok(items.some(({ type, text }) => type === 'account.PersonalDataOpened' && text.includes('am Telefon')), JSON.stringify(items))
  assert.ok((await ask('anna', 'account.export', own('anna'))).json.includes('am Telefon'))
})

test('who is due to be reminded and erased is listed, and why', async () => {
  await tell('root', 'tenant.setRetention', { tenant, idleDays: 365, graceDays: 30 })
  await server.stop()
  assert.equal(place.run('privacy', 'due'), 'nobody is due\n')
  const day = new Date(Date.now() + 366 * 86_400_000).toISOString().slice(0, 10)
  const lines = place.run('privacy', 'due', '--json', '--on', day).trim().split('\n').map((line) => JSON.parse(line))
  assert.equal(lines.length, Object.keys(people).length)
  const of = (name) => lines.find(({ account }) => account === people[name].subject)
  assert.deepEqual([of('anna').step, of('anna').keptBy], ['remind', ''])
  assert.ok(Date.now() - Date.parse(of('anna').lastActive) < 2 * 86_400_000)
  assert.equal(of('root').keptBy, 'role.last-operator')
  assert.match(place.run('privacy', 'due', '--on', day), new RegExp(`${people.anna.subject}  remind  last active`))
  server = await Server.start(place)
})

test('a text that was removed is found by none of its words any more', async () => {
  const team = randomUUID()
  const { firstPosition: event } = await tell('anna', 'team.form', { team, name: 'Quibbelfax', about: 'Herr Schmidtlein ist krank', kind: 'expertGroup' })
  const found = async (text) => (await ask('cleo', 'search.find', { text })).hits.map(({ id }) => id)
  for (const text of ['Schmidtlein', 'schmi', 'Quibbelfax', 'krank']) assert.deepEqual(await found(text), [team], text)
  await tell('anna', 'tenant.redactText', { tenant, of: team, event })
  await until(async () => (await ask('cleo', 'team.get', { team })).name === '')
  for (const text of ['Schmidtlein', 'schmi', 'Quibbelfax', 'krank']) assert.deepEqual(await found(text), [], text)
})

test('one text is removed for good, also from a copy from before, and nothing else is', async () => {
  const { lastPosition: first } = await tell('anna', 'project.postProgress', { project, text: 'Frau Ziegler hilft' })
  await tell('anna', 'project.postProgress', { project, text: 'Das Dach ist dicht' })
  const items = async () => (await ask('cleo', 'feed.read', { channel: 'members', limit: 200 })).items
  assert.ok((await items()).some(({ de }) => de.includes('Ziegler')))
  await server.stop()
  cpSync(place.data, place.data + '-copy', { recursive: true })
  server = await Server.start(place)
  const text = { tenant, of: project, event: first }
  assert.equal(await refusal('ben', 'tenant.redactText', text), 'auth.forbidden')
  assert.equal(await refusal('mona', 'tenant.redactText', text), 'input.invalid')
  await tell('mona', 'tenant.redactText', { ...text, reason: 'Sie will nicht genannt werden' })
  await until(async () => (await items()).find(({ position }) => position === first).gone)
  assert.ok((await items()).some(({ de }) => de?.includes('Das Dach ist dicht')))
  for (const name of ['anna', 'cleo', 'mona', 'root'])
    for (const [method, params] of [['feed.read', { channel: 'members', limit: 200 }], ['project.get', { project }], ['account.export', own(name)]])
      assert.ok(!JSON.stringify(await ask(name, method, params)).includes('Ziegler'), `${method} for ${name}`)
  assert.equal(await refusal('anna', 'tenant.redactText', text), 'text.no-own-key')
  await server.stop()
  assert.deepEqual(filesWith(place.folder, 'Ziegler'), [])
  assert.equal(readFileSync(place.data + '.erasures', 'utf8').split('\n').length, 3)  // This one and the team's.
  assert.match(place.run('verify'), /everything is as it was recorded/)

  const copy = new Place()
  cpSync(place.data + '-copy', copy.data, { recursive: true })
  cpSync(place.key, copy.key)
  const before = await Server.start(copy)
  assert.ok(JSON.stringify(await before.ask('feed.read', { channel: 'public', limit: 200 })).includes('Ziegler'))
  await before.stop()
  cpSync(place.data + '.erasures', copy.data + '.erasures')
  const restored = await Server.start(copy)
  const shown = JSON.stringify(await restored.ask('feed.read', { channel: 'public', limit: 200 }))
  assert.ok(!shown.includes('Ziegler') && shown.includes('Das Dach ist dicht'))
  await restored.stop()
  assert.match(copy.run('verify'), /everything is as it was recorded/)
  copy.remove()
  server = await Server.start(place)
})
