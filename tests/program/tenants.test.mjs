// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Two cities on one server: each folder made by `fuge init`, chosen by the host name, and nothing of one is seen by the other.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { paramsFor } from '../support/openrpc.mjs'
import { Server, fuge } from '../support/server.mjs'

const WebSocket = createRequire(import.meta.url)('ws')
const folder = mkdtempSync(join(tmpdir(), 'fuge-tenants-'))
const run = (...words) => execFileSync(fuge, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
const pack = join(folder, 'pack.jsonl')
const city = { jena: {}, gera: {} }
let server, idOf

// fetch() would not send another Host.
function post(host, body, token) {
  return new Promise((resolve, reject) => {
    const headers = { Host: host, 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) }
    const sent = request({ host: '127.0.0.1', port: server.port, path: '/rpc', method: 'POST', headers }, (response) => {
      let text = ''
      response.on('data', (piece) => (text += piece))
      response.on('end', () => resolve({ status: response.statusCode, body: text && JSON.parse(text) }))
    })
    sent.on('error', reject)
    sent.end(JSON.stringify(body))
  })
}
const call = (name, method, params, token = city[name].token) =>
  post(`${name}.localhost:${server.port}`, { jsonrpc: '2.0', id: 1, method, params }, token)
async function ask(name, method, params, token) {
  const { body } = await call(name, method, params, token)
  assert.ok(body.result, JSON.stringify(body))
  return body.result
}

before(async () => {
  const term = '01a05bc4-8180-7c85-a38d-000000000001'
  writeFileSync(pack, JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'vocabulary.addTerm', params: { term, labels: [{ language: 'de', text: 'Optik', preferred: true }, { language: 'en', text: 'Optics', preferred: true }] } }) + '\n')
  for (const name of Object.keys(city)) {
    const said = run('init', '--tenant', join(folder, name), '--pack', pack, '--admin', `${name}-admin`)
    city[name].token = /token: (\S+)/.exec(said)[1]
  }
  const tenants = Object.keys(city).flatMap((name) => ['--tenant', join(folder, name)])
  server = await Server.start({ options: tenants })
  for (const name of Object.keys(city)) {
    city[name].subject = (await ask(name, 'session.describe', {})).subject
    await ask(name, 'profile.create', { profile: city[name].subject, displayName: `Person of ${name}`, sector: 'administration', offers: [{ word: `Skill of ${name}` }] })
    await ask(name, 'account.giveConsent', { account: city[name].subject, purpose: 'directory', textVersion: 1 })
    city[name].receipt = await ask(name, 'profile.list', { profile: city[name].subject })
  }
  idOf = await furnish()
})
after(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('each tenant has its own positions, epoch and people', async () => {
  const [jena, gera] = await Promise.all(['jena', 'gera'].map((name) => ask(name, 'session.describe', {})))
  assert.notEqual(jena.epoch, gera.epoch)
  assert.notEqual(jena.subject, gera.subject)
  for (const name of Object.keys(city)) {
    const found = JSON.stringify(await ask(name, 'directory.search', { atLeast: city[name].receipt.lastPosition }))
    assert.ok(found.includes(`Person of ${name}`))
    assert.ok(!found.includes(`Person of ${name === 'jena' ? 'gera' : 'jena'}`))
  }
})

test('no method of one tenant takes a token of the other', async () => {
  const { methods } = await ask('jena', 'rpc.discover', {})
  assert.ok(methods.length > 40)
  for (const { name } of methods) {
    const { status } = await call('gera', name, {}, city.jena.token)
    assert.equal(status, 401, name)
  }
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/rpc`, { headers: { Host: 'gera.localhost', Authorization: `Bearer ${city.jena.token}` } })
  const status = await new Promise((resolve) => socket.on('unexpected-response', (_, response) => resolve(response.statusCode)).on('open', () => resolve('open')))
  assert.equal(status, 401)
})

// One of everything in Jena, each with "of jena" in its texts.
async function furnish() {
  const id = Object.fromEntries(['organisation', 'measure', 'idea', 'programme', 'challenge', 'project', 'course', 'team', 'role'].map((kind) => [kind, randomUUID()]))
  Object.assign(id, { subject: city.jena.subject, term: '01a05bc4-8180-7c85-a38d-000000000001', tenant: '74656e61-6e74-8000-8000-000000000001' })
  const { organisation, measure, idea, programme, challenge, project, course, team, role, tenant, term } = id
  const title = 'Title of jena'
  const steps = [
    ['tenant.configure', { tenant, nameDe: title, nameEn: title, zone: 'Europe/Berlin' }],
    ['tenant.defineMeasure', { tenant, measure, code: 'm', nameDe: title, nameEn: title }],
    ['organisation.register', { organisation, name: title, sector: 'business' }],
    ['organisation.verify', { organisation }],
    ['idea.draft', { idea, title, measure }],
    ['idea.submit', { idea }],
    ['programme.announce', { programme, title, measure }],
    ['programme.openApplications', { programme, deadline: '2099-01-01T00:00:00Z' }],
    ['programme.submitApplication', { programme, message: title }],
    ['challenge.propose', { challenge, text: title }],
    ['project.start', { project, title, measure }],
    ['course.design', { course, title, teaches: [{ term, level: 1, weight: 1, must: false }] }],
    ['team.form', { team, name: title, kind: 'expertGroup' }],
    ['team.openRole', { team, role, skill: { term } }],
  ]
  for (const [method, params] of steps) city.jena.receipt = await ask('jena', method, params)
  return (kind) => id[kind] ?? id.idea
}

const kinds = async (kind) => {
  const document = await ask('jena', 'rpc.discover', {})
  return { document, methods: document.methods.filter((method) => method['x-kind'] === kind) }
}

// What a host answers to every question there is, about Jena's ids and about everything; and over its feed.
async function questions(name, idOf) {
  const { document, methods } = await kinds('query')
  const answers = {}
  for (const method of methods) {
    const asked = paramsFor(document, method, idOf)
    const plain = Object.fromEntries(Object.entries(asked).filter(([key]) => method.params.find((param) => param.name === key).required))
    if (method.name === 'feed.read') asked.channel = plain.channel = 'public'
    for (const params of [asked, plain]) {
      const { body } = await call(name, method.name, params)
      if (body.error) assert.notEqual(body.error.data.code, 'input.invalid', `${method.name} ${JSON.stringify(params)} was not even asked: ${JSON.stringify(body.error)}`)
      answers[method.name] = (answers[method.name] ?? '') + JSON.stringify(body)
    }
  }
  answers.live = await follow(name, [...['public', 'members', 'staff'], `person/${city.jena.subject}`, `following/${city.jena.subject}`])
  return answers
}

// Everything that comes over these channels from the beginning, as text.
async function follow(name, channels) {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/rpc`, { headers: { Host: `${name}.localhost`, Authorization: `Bearer ${city[name].token}` } })
  await new Promise((resolve) => socket.on('open', resolve))
  let text = ''
  socket.on('message', (message) => (text += message))
  channels.forEach((channel, id) => socket.send(JSON.stringify({ jsonrpc: '2.0', id, method: 'feed.subscribe', params: { channel, after: 0 } })))
  await new Promise((resolve) => setTimeout(resolve, 300))
  socket.terminate()
  return text
}

test('no question of one tenant finds what is known in the other, whatever id it is given', async () => {
  const jena = await questions('jena', idOf)
  const telling = Object.values(jena).filter((text) => text.includes('of jena'))
  assert.ok(telling.length > 15, `only ${telling.length} questions find anything at home`)
  const gera = await questions('gera', idOf)
  assert.deepEqual(Object.keys(gera), Object.keys(jena))
  for (const [name, text] of Object.entries(gera)) assert.ok(!text.includes('of jena'), `${name}: ${text}`)
  const { body } = await call('gera', 'profile.get', { profile: city.jena.subject })
  assert.equal(body.error.data.code, 'aggregate.not-found')
})

// Without what came live, in whichever order.
const asked = ({ live, ...answers }) => answers

test('no command to one tenant reaches the other, whatever id it is given', async () => {
  const before = await ask('jena', 'session.describe', {})
  const known = await questions('jena', idOf)
  const { document, methods } = await kinds('command')
  assert.ok(methods.length > 100)
  let accepted = 0
  for (const method of methods) {
    const { body } = await call('gera', method.name, paramsFor(document, method, idOf))
    assert.ok(body.result || body.error.data.code, `${method.name}: ${JSON.stringify(body)}`)
    assert.ok(!JSON.stringify(body).includes('of jena'), `${method.name}: ${JSON.stringify(body)}`)
    accepted += body.result ? 1 : 0
  }
  assert.ok(accepted > 15, `Gera accepted only ${accepted}`)
  assert.equal((await ask('jena', 'session.describe', {})).position, before.position)
  assert.deepEqual(asked(await questions('jena', idOf)), asked(known))
  for (const [name, text] of Object.entries(await questions('gera', idOf))) assert.ok(!text.includes('of jena'), `${name}: ${text}`)
})

test('a host that nobody answers to is told so', async () => {
  const { status, body } = await post(`weimar.localhost:${server.port}`, { jsonrpc: '2.0', id: 1, method: 'session.describe', params: {} })
  assert.equal(status, 421)
  assert.match(body.detail, /tenant\.unknown/)
})

test('case, a dot at the end and the port do not matter', async () => {
  const { status } = await post('JENA.localhost.:99', { jsonrpc: '2.0', id: 1, method: 'session.describe', params: {} }, city.jena.token)
  assert.equal(status, 200)
})

test('init refuses what is there, and leaves nothing behind when a pack does not fit', () => {
  assert.throws(() => run('init', '--tenant', join(folder, 'jena')), /exists and is not empty/)
  const bad = join(folder, 'bad.jsonl')
  writeFileSync(bad, readFileSync(pack) + '{"jsonrpc":"2.0","id":2,"method":"vocabulary.addTerm","params":{"term":"nonsense"}}\n')
  assert.throws(() => run('init', '--tenant', join(folder, 'weimar'), '--pack', bad), /bad\.jsonl:2/)
  assert.ok(!existsSync(join(folder, 'weimar')) && !existsSync(join(folder, 'weimar.master-key')))
})

test('a folder without tenant.conf, and two tenants of one host, are refused by name', () => {
  const serve = (...words) => run('serve', '--listen', '127.0.0.1:0', ...words)
  assert.throws(() => serve('--tenant', join(folder, 'nowhere')), /tenant\.conf/)
  run('init', '--tenant', join(folder, 'twin'), '--host', 'twin.example')
  run('init', '--tenant', join(folder, 'other'), '--host', 'twin.example')
  assert.throws(() => serve('--tenant', join(folder, 'twin'), '--tenant', join(folder, 'other')), /twin\.example/)
})
