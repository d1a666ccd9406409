// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What a hub says of itself, and the board of offers and needs that its people have.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { Place, Server, count, tenant, term } from '../support/server.mjs'

const place = new Place()
const people = {}
const [spaces, works, hall] = [randomUUID(), randomUUID(), randomUUID()]
let server, last = 0

before(async () => {
  for (const [name, ...roles] of [['anna'], ['ben'], ['cleo'], ['otto', 'operator'], ['eva', 'evaluator']]) people[name] = place.person(name, ...roles)
  server = await Server.start(place)
})
after(async () => {
  await server.stop()
  place.remove()
})

async function tell(name, method, params) {
  const receipt = await server.ask(method, params, people[name].token)
  last = receipt.lastPosition
  return receipt
}
const see = (name, method, params = {}) => server.ask(method, { ...params, atLeast: last }, people[name]?.token)
const refused = async (name, method, params) =>
  (await server.call(method, params, people[name]?.token)).error?.data.code

test('everybody sees what the hub is called and which measures it counts', async () => {
  assert.equal(await refused('visitor', 'tenant.get', {}), 'aggregate.not-found')
  await count(server, people.otto.token, spaces)
  await tell('otto', 'tenant.defineMeasure', { tenant, measure: works, code: 'works', nameDe: 'Werke', nameEn: 'Works', secondary: true })
  await tell('otto', 'tenant.retireMeasure', { tenant, measure: spaces })
  const hub = await see('visitor', 'tenant.get')
  assert.deepEqual([hub.tenant, hub.nameDe, hub.nameEn, hub.zone, hub.archived ?? false], [tenant, 'Haus', 'House', 'Europe/Berlin', false])
  assert.deepEqual(hub.languages, ['de', 'en'])
  assert.deepEqual(
    hub.measures.map((one) => [one.measure, one.code, one.nameDe, one.nameEn, one.primary ?? false, one.retired ?? false]),
    [[spaces, spaces, 'Räume', 'Spaces', true, true], [works, 'works', 'Werke', 'Works', false, false]],
  )
})

test('one source counts the visitors of a place on a day', async () => {
  await tell('eva', 'tenant.chooseVisitorSource', { tenant, place: hall, day: '2026-05-02', source: 'activities' })
  await tell('otto', 'tenant.chooseVisitorSource', { tenant, place: hall, day: '2026-05-01', source: 'doorCounter' })
  const days = async (more) => (await see('eva', 'tenant.visitorSources', { place: hall, ...more })).sources.map((one) => [one.day, one.source])
  assert.deepEqual(await days(), [['2026-05-01', 'doorCounter'], ['2026-05-02', 'activities']])
  assert.deepEqual(await days({ from: '2026-05-02' }), [['2026-05-02', 'activities']])
  assert.equal(await refused('anna', 'tenant.visitorSources', { place: hall }), 'auth.forbidden')
  assert.equal(await refused('anna', 'tenant.chooseVisitorSource', { tenant, place: hall, day: '2026-05-03', source: 'activities' }), 'auth.forbidden')
})

test('offers and needs stand on the board of those who find each other', async () => {
  const skill = await term(server, people.otto.token, 'Optik', 'Optics')
  for (const name of ['anna', 'ben']) {
    const profile = people[name].subject
    await tell(name, 'profile.create', { profile, displayName: name, sector: 'science' })
    await tell(name, 'account.giveConsent', { account: profile, purpose: 'directory', textVersion: 1 })
    await tell(name, 'profile.list', { profile })
  }
  const [laser, help] = [randomUUID(), randomUUID()]
  await tell('anna', 'profile.postOffer', { profile: people.anna.subject, post: laser, title: 'A laser', text: 'To borrow', skills: [{ term: skill }] })
  await tell('ben', 'profile.postNeed', { profile: people.ben.subject, post: help, title: 'Some help' })
  const board = async (name, more) => (await see(name, 'profile.searchPosts', more)).posts.map((one) => one.post)
  assert.deepEqual(await board('cleo'), [help, laser])
  assert.deepEqual(await board('cleo', { kinds: ['offer'] }), [laser])
  assert.deepEqual(await board('cleo', { skills: [skill] }), [laser])
  const [offer] = (await see('ben', 'profile.searchPosts', { kinds: ['offer'] })).posts
  assert.deepEqual([offer.title, offer.text, offer.displayName, offer.profile], ['A laser', 'To borrow', 'anna', people.anna.subject])
  assert.equal(await refused('visitor', 'profile.searchPosts', {}), 'auth.required')

  await tell('ben', 'person.block', { person: people.ben.subject, blocked: people.anna.subject })
  for (const name of ['anna', 'ben']) assert.equal((await board(name)).length, 1, name)
  await tell('ben', 'person.unblock', { person: people.ben.subject, blocked: people.anna.subject })
  await tell('anna', 'profile.hide', { profile: people.anna.subject })
  assert.deepEqual(await board('cleo'), [help])
  assert.deepEqual(await board('anna'), [help, laser])
  await tell('ben', 'profile.closePost', { profile: people.ben.subject, post: help })
  assert.deepEqual(await board('cleo'), [])
})

test('an availability has a beginning and an end, and is seen by whom it is shown', async () => {
  const profile = people.ben.subject
  await tell('ben', 'profile.setAvailability', { profile, hoursPerWeek: 6, from: '2026-03-01T00:00:00Z', until: '2026-06-01T00:00:00Z' })
  const shown = await see('cleo', 'profile.get', { profile })
  assert.deepEqual([shown.hoursPerWeek, shown.availableFrom, shown.availableUntil], [6, '2026-03-01T00:00:00Z', '2026-06-01T00:00:00Z'])
  await tell('ben', 'profile.setVisibility', { profile, fields: [{ field: 'availability', visibility: 'private' }] })
  const hidden = await see('cleo', 'profile.get', { profile })
  assert.deepEqual([hidden.hoursPerWeek ?? 0, hidden.availableFrom ?? null, hidden.availableUntil ?? null], [0, null, null])
})

test('an archived hub is read, and at work again when it is reopened', async () => {
  await tell('otto', 'tenant.archive', { tenant })
  assert.equal((await see('visitor', 'tenant.get')).archived, true)
  assert.equal(await refused('ben', 'profile.hide', { profile: people.ben.subject }), 'tenant.archived')
  await tell('otto', 'tenant.reopen', { tenant })
  await tell('ben', 'profile.hide', { profile: people.ben.subject })
})
