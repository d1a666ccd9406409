// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// From an idea to a project, as clients see it: what each of them may see, and what the lists and counts say.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { Place, Server, count } from '../support/server.mjs'

const place = new Place()
const [measure, own, works] = [randomUUID(), randomUUID(), randomUUID()]
const people = {}
let server

before(async () => {
  for (const [name, ...roles] of [['anna'], ['ben'], ['cleo'], ['paul', 'programmeManager'], ['hana', 'hubAdmin'], ['otto', 'operator']]) people[name] = place.person(name, ...roles)
  server = await Server.start(place)
  await count(server, people.otto.token, measure, own)
  for (const name of ['anna', 'ben']) {
    const profile = people[name].subject
    await ask(name, 'profile.create', { profile, displayName: name, sector: 'science' })
    await ask(name, 'account.giveConsent', { account: profile, purpose: 'directory', textVersion: 1 })
    await ask(name, 'profile.list', { profile })
  }
  await ask('ben', 'organisation.register', { organisation: works, name: 'Works', sector: 'business' })
  await ask('hana', 'organisation.verify', { organisation: works })
})
after(async () => {
  await server.stop()
  place.remove()
})

let last = 0
async function ask(name, method, params) {
  const answer = await server.ask(method, params, people[name]?.token)
  if (answer.lastPosition) last = answer.lastPosition
  return answer
}
const see = (name, method, params = {}) => ask(name, method, { ...params, atLeast: last })
const refused = (name, method, params) =>
  server.call(method, { ...params, atLeast: last }, people[name]?.token).then(({ error }) => error?.data?.code)

async function draft(more = {}) {
  const idea = randomUUID()
  await ask('anna', 'idea.draft', { idea, title: 'Shade', summary: 'On the square', measure, ...more })
  return idea
}
async function submitted(more) {
  const idea = await draft(more)
  await ask('anna', 'idea.submit', { idea })
  return idea
}
const texts = async (name, channel) => (await see(name, 'feed.read', { channel, limit: 100 })).items.map(({ en }) => en)

test('a draft is its authors\' and staff\'s alone', async () => {
  const idea = await draft()
  assert.equal((await see('anna', 'idea.get', { idea })).title, 'Shade')
  assert.equal((await see('paul', 'idea.get', { idea })).stage, 'draft')
  for (const name of ['ben', 'visitor']) assert.equal(await refused(name, 'idea.get', { idea }), 'aggregate.not-found')
  await ask('anna', 'idea.addCoAuthor', { idea, person: people.ben.subject })
  assert.equal((await see('ben', 'idea.get', { idea })).title, 'Shade')
  assert.deepEqual((await see('anna', 'idea.get', { idea })).invited, [people.ben.subject])
  assert.ok((await texts('ben', 'person/' + people.ben.subject)).includes('Asked to be co-author: Shade'))
  await ask('ben', 'idea.acceptCoAuthorship', { idea })
  assert.deepEqual((await see('anna', 'idea.get', { idea })).coAuthors, [people.ben.subject])
})

test('what was submitted is for everybody, its people for members', async () => {
  const idea = await submitted({ district: 'Centre', green: true })
  await ask('ben', 'idea.endorse', { idea })
  const seen = await see('ben', 'idea.get', { idea })
  assert.equal(seen.author, people.anna.subject)
  assert.equal(seen.endorsements, 1)
  assert.equal(seen.endorsed, true)
  const visited = await see('visitor', 'idea.get', { idea })
  assert.equal(visited.title, 'Shade')
  assert.ok(!visited.author)
  assert.ok(!visited.endorsed)
  const { items, total } = await see('visitor', 'idea.search', { measure, districts: ['Centre'], green: true })
  assert.equal(total, 1)
  assert.equal(items[0].idea, idea)
  assert.equal(items[0].summary, 'On the square')
  assert.ok((await texts('visitor', 'public')).includes('New idea: Shade'))
})

test('the most endorsed come first where that is asked', async () => {
  const district = 'North'
  const [first, second] = [await submitted({ district }), await submitted({ district })]
  await ask('ben', 'idea.endorse', { idea: first })
  const order = async (order) => (await see('cleo', 'idea.search', { districts: [district], order })).items.map(({ idea }) => idea)
  assert.deepEqual(await order('newest'), [second, first])
  assert.deepEqual(await order('mostEndorsed'), [first, second])
})

test('a merged idea says where it went, and spam is shown to nobody', async () => {
  const [idea, into, spam] = [await submitted(), await submitted(), await submitted({ title: 'Buy now' })]
  await ask('ben', 'idea.endorse', { idea })
  await ask('ben', 'idea.endorse', { idea: into })
  await ask('cleo', 'idea.endorse', { idea })
  await ask('paul', 'idea.merge', { idea, into })
  assert.equal((await see('visitor', 'idea.get', { idea })).into, into)
  assert.equal((await see('cleo', 'idea.get', { idea: into })).endorsements, 2)
  assert.ok((await texts('visitor', 'public')).includes('New idea: Buy now'))
  await ask('paul', 'idea.decline', { idea: spam, answer: 'An advertisement', spam: true })
  assert.equal(await refused('ben', 'idea.get', { idea: spam }), 'aggregate.not-found')
  assert.equal((await see('anna', 'idea.get', { idea: spam })).answer, 'An advertisement')
  assert.ok(!(await texts('visitor', 'public')).some((text) => text?.includes('Buy now')))
})

test('an accepted idea becomes a project that everybody can follow', async () => {
  const idea = await submitted(), project = randomUUID(), next = randomUUID(), site = randomUUID()
  await ask('paul', 'idea.accept', { idea, answer: 'Yes' })
  await ask('anna', 'idea.convertToProject', { idea, project, title: 'Cool square' })
  const converted = await see('visitor', 'idea.get', { idea })
  assert.equal(converted.project, project)
  assert.equal(converted.answer, 'Yes')

  await ask('anna', 'project.registerPrototype', { project, prototype: randomUUID(), evidence: 'https://example.org/p', licence: 'MIT' })
  await ask('anna', 'project.advanceStage', { project, stage: 'prototype' })
  await ask('anna', 'project.planMilestone', { project, milestone: randomUUID(), title: 'First shade', due: '2100-01-01T00:00:00Z' })
  await ask('anna', 'project.registerSite', { project, site, district: 'Centre', place: 'The square' })
  await ask('paul', 'project.commissionImplementation', { project, organisation: works, resources: 'Two gardeners' })
  await ask('anna', 'project.releaseOpenSource', { project, url: 'https://example.org/s', licence: 'EUPL-1.2' })
  await ask('anna', 'project.offerTransfer', { project, terms: 'Ask us' })
  await ask('anna', 'project.postProgress', { project, text: 'The first tree stands' })
  await ask('anna', 'project.start', { project: next, title: 'More squares', measure, predecessor: project })

  const seen = await see('ben', 'project.get', { project })
  assert.equal(seen.title, 'Cool square')
  assert.deepEqual([seen.origin, seen.originId, seen.stage, seen.status], ['idea', idea, 'prototype', 'active'])
  assert.deepEqual([seen.lead, seen.members, seen.memberCount], [people.anna.subject, [people.anna.subject], 1])
  assert.equal(seen.milestones[0].title, 'First shade')
  assert.equal(seen.prototypes[0].evidence, 'https://example.org/p')
  assert.deepEqual([seen.sites[0].district, seen.sites[0].place], ['Centre', 'The square'])
  assert.deepEqual(seen.releases, [{ url: 'https://example.org/s', licence: 'EUPL-1.2' }])
  assert.deepEqual([seen.resources, seen.terms, seen.progress], ['Two gardeners', 'Ask us', 'The first tree stands'])
  assert.deepEqual(seen.successors, [next])
  const visited = await see('visitor', 'project.get', { project })
  assert.deepEqual([visited.lead ?? null, visited.members ?? [], visited.memberCount], [null, [], 1])

  const told = await texts('visitor', 'public')
  for (const text of ['An idea becomes a project: Cool square', 'News of “Cool square”: The first tree stands', '“Cool square” goes on as “More squares”.'])
    assert.ok(told.includes(text), text)
})

test('the portfolio is searched and counted', async () => {
  const [first, second] = [randomUUID(), randomUUID()]
  for (const project of [first, second]) await ask('ben', 'project.start', { project, title: 'P', measure: own })
  await ask('ben', 'project.registerSite', { project: first, site: randomUUID(), district: 'West' })
  await ask('ben', 'project.registerPrototype', { project: first, prototype: randomUUID(), evidence: 'https://example.org', licence: 'MIT' })
  await ask('ben', 'project.advanceStage', { project: first, stage: 'prototype' })
  const found = async (filter) => (await see('visitor', 'project.search', { measure: own, ...filter })).items.map(({ project }) => project)
  assert.deepEqual(await found({}), [second, first])
  assert.deepEqual(await found({ stages: ['prototype'] }), [first])
  assert.deepEqual(await found({ districts: ['West'] }), [first])
  const { steps } = await see('visitor', 'project.funnel', { measure: own })
  assert.deepEqual(steps.map(({ stage, now = 0, ever = 0 }) => [stage, now, ever]),
    [['idea', 1, 2], ['prototype', 1, 1], ['implementation', 0, 0], ['followOn', 0, 0]])
  assert.deepEqual((await see('visitor', 'project.districts', { measure: own })).districts, [{ district: 'West', projects: 1 }])

  await ask('paul', 'project.void', { project: second, reason: 'Entered twice' })
  assert.deepEqual(await found({}), [first])
  assert.equal(await refused('cleo', 'project.get', { project: second }), 'aggregate.not-found')
  assert.equal((await see('ben', 'project.get', { project: second })).status, 'voided')
})
