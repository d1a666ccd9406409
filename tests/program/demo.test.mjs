// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// The demo is a year that ends today: nothing of it is refused, everything that can stand somewhere stands there, and to bring it
// in again, today or tomorrow, changes nothing.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { execFile } from 'node:child_process'
import { fuge, Place, Server } from '../support/server.mjs'

const demo = fileURLToPath(new URL('../../demo/', import.meta.url))
const files = ['hub', 'vocabulary', 'people', 'organisations', 'challenges', 'year'].map((name) => `${demo}${name}.jsonl`)
const dayMs = 86_400_000
// Between these two it is another day all the time.
const here = ['--zone', 'Etc/GMT+12']
const tomorrow = ['--zone', 'Pacific/Kiritimati']

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

// Every entry of a list, page after page.
async function all(method, key, params, name) {
  const items = []
  for (let after; ; after = items.at(-1)[key]) {
    const page = await ask(method, { ...params, limit: 100, ...(after && { after }) }, name)
    items.push(...(page.items ?? page.posts ?? page[`${method.split('.')[0]}s`] ?? []))
    if (items.length >= page.total || items.length === 0) return items
  }
}
async function feed(channel, name) {
  const items = []
  for (let after = 0, more = true; more; ) {
    const page = await ask('feed.read', { channel, after, limit: 500 }, name)
    items.push(...(page.items ?? []))
    more = page.more
    after = page.position
  }
  return items
}
const values = (items, field) => [...new Set(items.map((item) => item[field]))].sort()
const includes = (items, field, wanted) => assert.deepEqual(wanted.filter((one) => !values(items, field).includes(one)), [])

test('no line is refused, and the same on another day changes nothing', async () => {
  const other = new Place()
  // Not waited for by standing still: a connection that the server closes meanwhile must be noticed.
  const bring = (day) =>
    new Promise((resolve) => {
      execFile(fuge, ['import', 'jsonl', ...files, ...other.options, ...day], (error, stdout, stderr) => resolve({ status: error ? error.code : 0, stdout, stderr }))
    })
  const first = await bring(here)
  assert.equal(first.stderr, '')
  assert.equal(first.status, 0)
  const ideas = other.run('replay', '--view', 'ideas.v1', ...here)
  for (const day of [here, tomorrow]) {
    const again = await bring(day)
    assert.equal(again.stderr, '')
    assert.match(again.stdout, /year\.jsonl: (\d+) commands: 0 accepted, \1 known before, 0 refused/)
  }
  const accepted = [...first.stdout.matchAll(/(\d+) accepted/g)].reduce((sum, [, count]) => sum + Number(count), 0)
  assert.ok(accepted > 3000)
  const records = Number(other.run('verify', ...here).match(/^(\d+) records/)[1])
  assert.equal(other.run('replay', '--view', 'ideas.v1', ...here), ideas)
  assert.equal((await bring(tomorrow)).status, 0)
  assert.equal(Number(other.run('verify', ...here).match(/^(\d+) records/)[1]), records)
  // Also those that no list shows: drafts, what was merged or withdrawn, a project that never was one.
  const stages = (view, field) => new Set(other.run('replay', '--view', view, ...here).split('\n').filter((row) => row.includes(`"${field}":`)).map((row) => JSON.parse(row)[field]))
  for (let stage = 1; stage <= 7; stage++) assert.ok(stages('ideas.v1', 'stage').has(stage), `no idea at stage ${stage}`)
  for (let status = 0; status <= 4; status++) assert.ok(stages('projects.v2', 'status').has(status), `no project of status ${status}`)
  other.remove()
})

test('a server that starts with the demo again finds it there', async () => {
  const before = await server.position()
  await server.stop()
  server = await Server.start(place, '--demo')
  assert.equal(await server.position(), before)
  assert.equal(server.complaints, '')
})

test('forty organisations of all sectors, verified and not', async () => {
  const organisations = await all('organisation.search', 'organisation', {}, 'linh')
  assert.equal(organisations.length, 40)
  includes(organisations, 'sector', ['business', 'science', 'administration', 'civilSociety'])
  assert.ok(organisations.some((one) => one.verified) && organisations.some((one) => !one.verified))
  assert.ok(organisations.some((one) => one.green))
})

test('programmes of all kinds, at every stage', async () => {
  const programmes = await all('programme.search', 'programme', {}, 'linh')
  includes(programmes, 'kind', ['other', 'hackathon', 'practiceTransfer', 'incubatorBatch', 'codeWeek', 'smartSpaces', 'exhibition'])
  includes(programmes, 'stage', ['announced', 'open', 'closed', 'running', 'completed', 'cancelled'])
  for (const { stage, applicationsUntil } of programmes) if (stage === 'open') assert.ok(Date.parse(applicationsUntil) > Date.now() + 14 * dayMs)
})

test('ideas that wait, are answered and become projects, some with many endorsements', async () => {
  const ideas = await all('idea.search', 'idea', {}, 'linh')
  includes(ideas, 'stage', ['submitted', 'accepted', 'declined', 'converted'])
  assert.ok(ideas.length >= 45)
  assert.ok(ideas.some((one) => one.endorsements > 30) && ideas.some((one) => one.green))
  for (const { idea, stage } of ideas)
    if (stage === 'accepted' || stage === 'declined') assert.ok((await ask('idea.get', { idea }, 'linh')).answer, 'an answer')
  const drafts = (await feed(`person/${ids.linh}`, 'linh')).filter((item) => item.type === 'idea.IdeaDrafted')
  assert.equal((await ask('idea.get', { idea: drafts[0].stream }, 'linh')).stage, 'draft')
})

test('teams at every stage, with open roles, requests and results', async () => {
  const formed = (await feed('members', 'linh')).filter((item) => item.type === 'team.TeamFormed')
  const teams = await Promise.all(formed.map(({ stream }) => ask('team.get', { team: stream }, 'lukas')))
  assert.ok(teams.length >= 30)
  includes(teams, 'stage', ['forming', 'complete', 'locked', 'dissolved'])
  includes(teams, 'kind', ['team', 'expertGroup'])
  assert.ok(teams.some((team) => team.final) && teams.some((team) => team.roles?.length > 1))
})

test('projects at every stage, of every standing, in many districts', async () => {
  const projects = await all('project.search', 'project', {}, 'linh')
  assert.ok(projects.length >= 34)
  includes(projects, 'stage', ['idea', 'prototype', 'implementation', 'followOn'])
  includes(projects, 'status', ['active', 'paused', 'completed', 'stopped'])
  const { steps } = await ask('project.funnel', {}, 'linh')
  assert.deepEqual(steps.map((step) => step.stage), ['idea', 'prototype', 'implementation', 'followOn'])
  steps.forEach((step, at) => assert.ok(step.ever > 0 && step.now > 0 && step.ever <= (steps[at - 1]?.ever ?? Infinity)))
  for (const step of steps.slice(1)) assert.ok(step.medianDays > 2, 'a stage takes its time')
  assert.ok((await ask('project.districts', {}, 'linh')).districts.length >= 6)
  const milestones = (await Promise.all(projects.map(({ project }) => ask('project.get', { project }, 'linh')))).flatMap((one) => one.milestones ?? [])
  includes(milestones, 'stage', ['planned', 'reached', 'missed', 'dropped'])
})

test('the feed tells of all twelve months, the latest last, and says each in both languages', async () => {
  const items = (await feed('public', undefined)).filter((item) => !/^(vocabulary|tenant|profile)\./.test(item.type) && !item.gone)
  const ages = items.map((item) => (Date.now() - Date.parse(item.occurred)) / dayMs)
  assert.ok(ages.every((age) => age > 0 && age < 380))
  for (let month = 0; month < 12; month++) assert.ok(ages.filter((age) => Math.floor(age / 31) === month).length > 5, `month ${month}`)
  assert.deepEqual(ages.map(Math.floor), ages.map(Math.floor).sort((a, b) => b - a))
  for (const { type, de, en } of items) assert.ok(de && en && !/[{}…]/.test(de + en), `${type}: ${de} / ${en}`)
  for (const [stage, de, en] of [['Prototyp', 'erreicht', 'stage prototype'], ['Umsetzung', 'erreicht', 'stage implementation']])
    assert.ok(items.some((item) => item.de.includes(`Stufe ${stage} ${de}`) && item.en.endsWith(`the ${en}.`)), stage)
})

test('people come in the course of the whole year', async () => {
  const items = (await feed('members', 'linh')).filter((item) => item.type === 'profile.ProfileListed' && !item.gone)
  const months = items.map((item) => Math.floor((Date.now() - Date.parse(item.occurred)) / dayMs / 31))
  assert.ok(items.length > 180)
  for (let month = 0; month < 12; month++) assert.ok(months.includes(month), `month ${month}`)
})

test('everybody who signs in has something to do', async () => {
  const [open] = (await ask('programme.search', { stages: ['open'] }, 'lukas')).items
  const { applicants } = await ask('programme.cockpit', { programme: open.programme, standings: ['submitted'] }, 'lukas')
  assert.ok(applicants.length >= 3, 'applications wait for the programme manager')

  const teams = await all('team.search', 'team', {}, 'linh')
  const own = (await Promise.all(teams.map(({ team }) => ask('team.get', { team }, 'linh')))).find((team) => team.lead === ids.linh)
  assert.ok(own.requests.length >= 3 && own.requests.every((one) => one.message), 'requests wait for the team lead')
  const formed = (await feed('members', 'linh')).find((item) => item.type === 'team.TeamFormed' && item.stream === own.team)
  assert.equal(formed.actor, ids.linh, 'whom a line speaks for is the actor')

  const followed = (await feed(`following/${ids.henning}`, 'henning')).length
  assert.ok(followed > 0, 'a mentor hears of what he follows')
  const asked = (await feed(`person/${ids.gisela}`, 'gisela')).filter((item) => item.type === 'organisation.MembershipRequested')
  assert.ok(asked.length > 0, 'somebody wants to belong to the association')
})

test('the company of the demo poses a challenge that a team works on', async () => {
  const { items } = await ask('project.search', {}, 'volker')
  const projects = await Promise.all(items.map(({ project }) => ask('project.get', { project }, 'volker')))
  const challenges = await Promise.all(
    projects.filter((one) => one.origin === 'challenge').map((one) => ask('challenge.get', { challenge: one.originId }, 'volker')),
  )
  assert.ok(challenges.some((one) => one.stage === 'published' && one.confidential), 'and reads its confidential part')
})

test('teams have applied for challenges: some work on one, some were declined, one waits for the company', async () => {
  const told = (await feed('public', undefined)).filter((item) => item.type === 'challenge.ChallengePublished')
  const challenges = await Promise.all(told.map(({ stream }) => ask('challenge.get', { challenge: stream }, 'lukas')))
  const teams = challenges.flatMap((one) => one.teams ?? [])
  includes(teams, 'standing', ['applied', 'accepted', 'declined'])
  assert.ok(teams.filter((one) => one.standing === 'accepted').length >= 8 && teams.every((one) => one.message))

  const { items } = await ask('notifications.list', { kinds: ['decision'] }, 'volker')
  const asked = items.find((item) => item.type === 'challenge.TeamApplied' && !item.gone)
  const own = await ask('challenge.get', { challenge: challenges.find((one) => asked.text.includes(one.title)).challenge }, 'volker')
  assert.deepEqual(own.teams.map((one) => one.standing).sort(), ['accepted', 'applied'])
})

test('the board has offers and needs, and whoever signs in has some on it', async () => {
  const posts = await all('profile.searchPosts', 'post', {}, 'linh')
  includes(posts, 'kind', ['offer', 'need'])
  for (const name of ['volker', 'linh', 'mara', 'gisela']) assert.ok(posts.some((post) => post.profile === ids[name]), name)
})

test('nobody speaks for somebody else over the network', async () => {
  const request = { jsonrpc: '2.0', id: 1, as: ids.gisela, method: 'session.whoami', params: {} }
  const response = await fetch(server.url + '/rpc', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(request) })
  const { error } = await response.json()
  assert.equal(error.data.code, 'rpc.invalid-request')
  assert.equal(error.data.field, 'as')
})

test('nobody tells of the past over the network to get around a deadline', async () => {
  const [planned] = (await ask('programme.search', { stages: ['announced'] }, 'lukas')).items
  const at = (days) => new Date(Date.now() - days * dayMs).toISOString()
  const before = await server.position()
  const { error } = await server.call('programme.openApplications', { programme: planned.programme, deadline: at(5), meta: { occurred: at(10) } }, tokens.lukas)
  assert.equal(error.data.code, 'input.invalid')
  assert.equal(error.data.field, 'deadline')
  assert.equal(await server.position(), before)
})
