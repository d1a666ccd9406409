// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Suggestions of the whole program on the demo data: they explain themselves, their figures add up, and they name what they leave out.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Place, Server } from '../support/server.mjs'

const place = new Place()
let server, tokens, ids

before(async () => {
  ;({ server, ids, tokens } = await Server.demo(place))
})
after(async () => {
  await server.stop()
  place.remove()
})

const ask = (method, params, name) => server.ask(method, params, tokens[name])
const refusal = async (method, params, name) => (await server.call(method, params, tokens[name])).error?.data
const sum = (parts) => parts.reduce((total, { points }) => total + points, 0)

function isSuggestion(suggestion) {
  assert.equal(sum(suggestion.parts), suggestion.points, suggestion.title)
  assert.ok(suggestion.points >= 0 && suggestion.points <= 1_000_000, suggestion.title)
  assert.ok(suggestion.title, 'a suggestion without a title')
  for (const reason of suggestion.reasons) {
    assert.ok(reason.de && reason.en)
    assert.equal(reason.path.at(0)?.term, reason.need)
    assert.equal(reason.path.at(-1)?.term, reason.offer)
  }
}

test('each suggestion is explained as it was made', async () => {
  for (const name of ['mara', 'linh', 'katrin']) {
    const { people, courses, candidates } = await ask('match.partners', { limit: 5 }, name)
    assert.equal(people.length, 5)
    assert.ok(candidates >= 5)
    assert.deepEqual(people.map((one) => one.points), people.map((one) => one.points).sort((a, b) => b - a))
    for (const suggestion of [...people, ...courses]) {
      isSuggestion(suggestion)
      const explained = await ask('match.explain', { lane: suggestion.lane, id: suggestion.id }, name)
      assert.deepEqual(explained.suggestion, suggestion)
      assert.equal(explained.excludedBy, '')
    }
  }
})

test('a need given in the question is explained alike', async () => {
  const { needs } = await ask('profile.get', { profile: ids.mara }, 'mara')
  const wanted = needs.slice(0, 1).map(({ term, level }) => ({ term, level }))
  const { people } = await ask('match.partners', { needs: wanted, limit: 3 }, 'linh')
  assert.ok(people.length > 0)
  for (const suggestion of people) {
    isSuggestion(suggestion)
    const explained = await ask('match.explain', { needs: wanted, lane: 'people', id: suggestion.id }, 'linh')
    assert.deepEqual(explained.suggestion, suggestion)
  }
})

test('challenges are suggested to those who can help', async () => {
  const { challenges } = await ask('match.challenges', { limit: 5 }, 'mara')
  assert.ok(challenges.length > 0)
  for (const suggestion of challenges) {
    isSuggestion(suggestion)
    assert.equal(suggestion.lane, 'challenges')
    assert.deepEqual((await ask('match.explain', { lane: 'challenges', id: suggestion.id }, 'mara')).suggestion, suggestion)
  }
})

test('whom a filter leaves out is counted under its name, and a pair names its own', async () => {
  const { people: [best] } = await ask('match.partners', { limit: 1 }, 'mara')
  const { people: rest, excluded } = await ask('match.partners', { limit: 100, hoursMin: 80, sectors: ['science'] }, 'mara')
  assert.ok(rest.every((one) => one.sector === 'science' && one.hoursPerWeek >= 80))
  const count = (filter) => excluded.find((one) => one.filter === filter)?.count ?? 0
  assert.ok(count('sector') > 0, JSON.stringify(excluded))
  assert.equal(count('self'), 1)
  const excludedBy = async (id) => (await ask('match.explain', { lane: 'people', id }, 'mara')).excludedBy
  assert.equal(await excludedBy(ids.mara), 'self')
  assert.equal(await excludedBy(best.id), '')
  await ask('account.withdrawConsent', { account: ids.linh, purpose: 'directory' }, 'linh')
  const { lastPosition } = await ask('account.giveConsent', { account: ids.linh, purpose: 'directory', textVersion: 1 }, 'linh')
  const gone = await ask('match.explain', { lane: 'people', id: ids.linh, atLeast: lastPosition }, 'mara')
  assert.ok(['not-listed', 'no-consent'].includes(gone.excludedBy), gone.excludedBy)
  assert.equal(gone.suggestion.title, '')
})

test('nobody asks in the name of somebody else, but staff do', async () => {
  const cases = { 'match.partners': {}, 'match.challenges': {}, 'match.explain': { lane: 'people', id: ids.katrin } }
  for (const [method, more] of Object.entries(cases)) {
    const params = { ...more, profile: ids.mara }
    const { code, field } = await refusal(method, params, 'linh')
    assert.deepEqual({ method, code, field }, { method, code: 'auth.forbidden', field: 'profile' })
    assert.equal((await refusal(method, params)).code, 'auth.required', method)
    const asked = await ask(method, params, 'henrike')
    assert.deepEqual(asked, await ask(method, more, 'mara'), method)
  }
})

test('a profile that is not there is asked for in vain', async () => {
  const { code, field } = await refusal('match.partners', { profile: '00000000-0000-4000-8000-000000000001' }, 'henrike')
  assert.deepEqual({ code, field }, { code: 'aggregate.not-found', field: 'profile' })
})

// The last: the server has ended when the log is replayed.
test('the views stand where a replay of the log puts them', async () => {
  const { position, views } = await ask('views.list', { atLeast: await server.position() }, 'henrike')
  assert.ok(views.length >= 4)
  await server.stop()
  const replayed = place.run('replay').trim().split('\n')
  assert.deepEqual(
    replayed.sort(),
    views.map(({ name, rows, digest }) => `${name} position ${position} rows ${rows} digest ${digest}`).sort(),
  )
})
