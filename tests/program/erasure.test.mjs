// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Somebody of the demo year asks to be forgotten, as its users, its neighbours, its operators and its auditors see it.
import { after, before, test } from 'node:test'
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { openNote, parseVkey } from '../tools/verify_log.mjs'
import { fuge, Place, Server } from '../support/server.mjs'

const WebSocket = createRequire(import.meta.url)('ws')
const place = new Place()
let server, ids, tokens, plain, link
// As the search knows words: they are in its memory only, and in no file at any time.
const words = ['hoang', 'aufgewachsen', 'schmutzigen']

const see = (name, method, params = {}) => server.ask(method, { atLeast: server.written, ...params }, tokens[name])
const until = async (holds) => {
  for (let tries = 0; tries < 200; ++tries) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  assert.fail('it has not come to that within ten seconds')
}
const erased = (token) => until(async () => (await server.call('profile.get', { profile: ids.linh }, token)).error?.data.code === 'aggregate.not-found')

// Every file below a folder that holds one of these texts.
function filesWith(folder, texts) {
  const found = []
  for (const name of readdirSync(folder, { recursive: true })) {
    const path = join(folder, name)
    if (!statSync(path).isFile()) continue
    const bytes = readFileSync(path)
    for (const text of texts) if (bytes.includes(text)) found.push(`${name}: ${text}`)
  }
  return found
}

before(async () => {
  ;({ server, ids, tokens } = await Server.demo(place))
  const own = await see('linh', 'profile.get', { profile: ids.linh })
  plain = [own.displayName, own.headline, own.about, own.contact]
  for (const text of plain) assert.ok(text.length > 5)
  for (const text of words) {
    assert.deepEqual((await see('mara', 'search.find', { text, kinds: ['person'] })).hits.map(({ id }) => id), [ids.linh], text)
    assert.ok(JSON.stringify(plain).toLowerCase().includes(text))
  }
  assert.deepEqual(filesWith(place.folder, words), [])
})
after(async () => {
  await server.stop()
  place.remove()
})

test('who asks is told what goes and what stays, and can think it over', async () => {
  const preview = await server.ask('account.previewErasure', { account: ids.linh }, tokens.linh)
  const led = preview.ties.filter((tie) => tie.family === 'team')
  assert.ok(led.length > 0 && preview.ties.some((tie) => tie.family === 'profile'))
  for (const tie of preview.ties) assert.ok(tie.de && tie.en, JSON.stringify(tie))
  await server.ask('account.requestErasure', { account: ids.linh }, tokens.linh)
  const asked = await server.ask('account.previewErasure', { account: ids.linh }, tokens.linh)
  link = asked.proof
  assert.equal(preview.proof, '')
  assert.deepEqual(await (await fetch(server.url + link, { headers: { Accept: 'application/json' } })).json(), { state: 'requested' })
  assert.equal((await fetch(server.url + link, { method: 'POST' })).status, 409)
  const days = (Date.parse(asked.due) - Date.now()) / 86_400_000
  assert.ok(days > 6.9 && days < 7.1, asked.due)
  await server.ask('account.cancelErasure', { account: ids.linh }, tokens.linh)
  assert.equal((await server.ask('account.previewErasure', { account: ids.linh }, tokens.linh)).due, undefined)
  assert.equal((await fetch(server.url + link)).status, 404)
  assert.equal((await server.call('account.previewErasure', { account: ids.linh }, tokens.mara)).error.data.code, 'auth.forbidden')
})

test('when it is due the person is gone: for others, for themselves, and from every list', async () => {
  cpSync(place.data, place.data + '-copy', { recursive: true })
  const led = []
  for (const { team } of (await see('mara', 'team.search', { limit: 100 })).items) {
    const one = await see('mara', 'team.get', { team })
    if (one.lead === ids.linh) led.push(team)
  }
  assert.ok(led.length > 0)
  const socket = new WebSocket(server.ws, { headers: { Authorization: `Bearer ${tokens.linh}` } })
  await new Promise((resolve) => socket.on('open', resolve))
  const ended = new Promise((resolve) => socket.on('close', resolve))
  socket.send(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'feed.subscribe', params: { channel: 'members', after: -1 } }))
  await server.ask('account.requestErasure', { account: ids.linh, due: new Date().toISOString() }, tokens.linh)
  await erased(tokens.mara)
  assert.equal(await ended, 4003)  // Nothing more is sent to who was still connected.
  const response = await fetch(server.url + '/rpc', { method: 'POST', headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${tokens.linh}` }, body: '{"jsonrpc":"2.0","id":1,"method":"session.describe"}' })
  assert.equal(response.status, 401)
  server.written = (await server.ask('session.describe', {})).position
  for (const name of ['mara', 'henrike', 'paul', 'lukas', 'oksana'])
    for (const [method, params] of [
      ['directory.search', { limit: 200 }],
      ['match.partners', { limit: 100 }],
      ['profile.searchPosts', { limit: 100 }],
      ['search.find', { text: 'Linh Hoang' }],
      ...words.map((text) => ['search.find', { text, kinds: ['person'] }]),
      ['feed.read', { channel: 'members', limit: 500 }],
    ]) {
      const answer = await server.call(method, params, tokens[name])
      for (const text of plain) assert.ok(!JSON.stringify(answer).includes(text), `${method} for ${name} still says ${text}`)
      if (!method.startsWith('feed')) assert.ok(!JSON.stringify(answer).includes(ids.linh), `${method} for ${name} still names the person`)
    }
  for (const team of led) {
    const now = await see('mara', 'team.get', { team })
    assert.ok(now.stage === 'dissolved' || now.lead !== ids.linh)
    assert.ok(!JSON.stringify(now.members ?? []).includes(ids.linh))
  }
})

test('a link that is known to the person alone proves it, without any login', async () => {
  const ask = (path, method = 'GET') => fetch(server.url + path, { method, headers: { Accept: 'application/json' } })
  assert.match(link, new RegExp(`^/erasure/${ids.linh}/[0-9a-f]{32}$`))
  assert.deepEqual(await (await ask(link)).json(), { state: 'ready' })
  const html = await (await fetch(server.url + link)).text()
  assert.match(html, /<form method="post">/)
  for (const wrong of [link.slice(0, -1), link + '0', link.replace(/.$/, (c) => (c === '0' ? '1' : '0')), link.replace(ids.linh, ids.mara), '/erasure/', `/erasure/${ids.linh}`, '/erasure/x/y'])
    for (const method of ['GET', 'POST']) assert.equal((await ask(wrong, method)).status, 404, wrong)
  assert.equal((await ask(link, 'DELETE')).status, 405)
  const vkey = (await (await fetch(server.url + '/log/vkey')).text()).trim()
  const proof = await (await ask(link, 'POST')).json()
  const types = proof.events.map((event) => event.type)
  assert.ok(types.includes('account.ErasureRequested') && types.includes('account.SubjectErased') && types.length > 4, types.join())
  let receipts = 0
  for (const { position, type, receipt } of proof.events) {
    if (!receipt) continue
    ++receipts
    const file = join(place.folder, 'event.tlog-proof')
    writeFileSync(file, receipt)
    assert.match(execFileSync(fuge, ['log', 'verify-receipt', file, '--vkey', vkey], { encoding: 'utf8' }), new RegExp(`position ${position}: ${type.replace('.', '\\.')}`))
  }
  assert.ok(receipts >= 2)
  const note = openNote(proof.statement, [parseVkey(vkey)])
  assert.match(proof.statement, new RegExp(`^fuge-erasure/1 ${ids.linh}\nfuge/[0-9a-f]{32}\nerased at position \\d+\nkey \\d+ is destroyed\n`))
  assert.ok(note)
  assert.equal(proof.keys.length, 1)
  // Number, kind and checksum are left of the key's slot; the rest is zero.
  assert.match(proof.keys[0].slot, /^464b45590102[0-9a-f]{4}[0-9a-f]{16}0{216}[0-9a-f]{8}$/)
  assert.equal((await ask(link, 'POST')).status, 200)  // A connection may break; for ten minutes it is given again.
})

test('subscribers see that items about the person are gone', async () => {
  const { items } = await see('henrike', 'feed.read', { channel: `person/${ids.linh}`, limit: 500 }).catch(() => ({ items: [] }))
  for (const item of items) for (const text of plain) assert.ok(!JSON.stringify(item).includes(text))
  const all = []
  for (let from = 0; ; ) {
    const page = await see('henrike', 'feed.read', { channel: 'staff', after: from, limit: 500 })
    if (page.items.length === 0) break
    all.push(...page.items)
    from = page.items.at(-1).position
  }
  assert.ok(all.filter((item) => item.gone).length > 3)
})

test('everything is verified, every view is what a replay makes of it, and no file holds a word', async () => {
  await server.stop()
  const told = place.run('verify')
  assert.match(told, /everything is as it was recorded/)
  assert.deepEqual(filesWith(place.folder, [...plain, ...words, tokens.linh]), [])
  assert.match(readFileSync(place.data + '.erasures', 'utf8'), new RegExp(`^1 ${ids.linh} \\d+ \\S{44}\\n$`))
  server = await Server.start(place, '--demo')
})

test('a copy from before forgets again before it serves anybody', async () => {
  await server.stop()
  const copy = new Place()
  cpSync(place.data + '-copy', copy.data, { recursive: true })
  cpSync(place.key, copy.key)
  cpSync(place.data + '.erasures', copy.data + '.erasures')
  const restored = await Server.start(copy, '--demo')
  const token = await restored.login('mara')
  assert.equal((await restored.call('profile.get', { profile: ids.linh }, token)).error.data.code, 'aggregate.not-found')
  assert.equal((await restored.call('session.describe', {}, undefined)).error, undefined)
  await restored.stop()
  assert.match(copy.run('verify'), /everything is as it was recorded/)
  copy.remove()
  rmSync(place.data + '-copy', { recursive: true })
  server = await Server.start(place, '--demo')
})

test('who comes back is somebody else', async () => {
  await server.stop()
  const again = place.person('linh')
  assert.notEqual(again.subject, ids.linh)
  server = await Server.start(place, '--demo')
  assert.equal((await server.ask('session.describe', {}, again.token)).subject, again.subject)
})
