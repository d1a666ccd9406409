// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// The log as outsiders verify it: over HTTP, with a program that was written from the specifications.
import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { leafHash, openCheckpoint, openNote, parseVkey, rootOf, verifyLog } from '../tools/verify_log.mjs'
import { fuge, Place, Server } from '../support/server.mjs'

const place = new Place()
let server, token, vkey

before(async () => {
  const lines = []
  for (let n = 0; n < 700; ++n) {
    const labels = ['de', 'en'].map((language) => ({ language, text: `${language}${n}`, preferred: true }))
    const term = '00000000-0000-7000-8000-' + String(n).padStart(12, '0')
    lines.push(JSON.stringify({ jsonrpc: '2.0', id: n, method: 'vocabulary.addTerm', params: { term, labels } }))
  }
  writeFileSync(join(place.folder, 'terms.jsonl'), lines.join('\n') + '\n')
  place.run('import', 'jsonl', join(place.folder, 'terms.jsonl'))
  place.run('user', 'add', 'cora', '--role', 'curator')
  token = place.run('token', 'cora').trim()
  vkey = place.run('log', 'vkey').trim()
  server = await Server.start(place)
})
after(async () => {
  await server.stop()
  place.remove()
})

const get = (path, options) => fetch(server.url + '/log' + path, options)
const text = async (path) => (await get(path)).text()
const keys = () => [parseVkey(vkey)]

// A change, and the first checkpoint that covers it.
async function grown() {
  const labels = [{ language: 'de', text: 'Wort ' + randomUUID(), preferred: true }]
  const { lastPosition } = await server.ask('vocabulary.addTerm', { term: randomUUID(), labels }, token)
  for (;;) {
    const note = await text('/checkpoint')
    if (openCheckpoint(note, keys()).size >= lastPosition) return note
    await new Promise((done) => setTimeout(done, 10))
  }
}

// The answer once a checkpoint covers what it is about.
async function covered(ask) {
  for (;;) {
    const { result, error } = await ask()
    if (error?.data.code !== 'log.not-covered') return assert.equal(error, undefined, JSON.stringify(error)) ?? result
    await new Promise((done) => setTimeout(done, 10))
  }
}

test('everything that the log ever signed verifies', async () => {
  const notes = [await text('/checkpoint')]
  for (let n = 0; n < 5; ++n) notes.push(await grown())
  const { size, origin, leaves } = await verifyLog(server.url + '/log', keys(), notes)
  assert.equal(size, await server.position())
  assert.match(origin, /^fuge\/[0-9a-f]{32}$/)
  assert.ok(leaves.every((leaf, i) => leaf.length === 41 && leaf[0] === 1 && leaf.readBigUInt64BE(1) === BigInt(i + 1)))
})

test('the checker finds what is wrong', async () => {
  const note = await grown()
  const other = parseVkey(execFileSync(fuge, ['log', 'keygen', keys()[0].name], { encoding: 'utf8', stdio: 'pipe' }).split('\n')[1])
  await assert.rejects(verifyLog(server.url + '/log', [other]), /nobody we know/)
  const { size } = openCheckpoint(note, keys())
  assert.throws(() => openNote(note.replace(`\n${size}\n`, `\n${size - 1}\n`), keys()), /is false/)
})

test('the log has the same key and goes on after a restart', async () => {
  const note = await grown()
  await server.stop()
  server = await Server.start(place)
  assert.equal((await text('/vkey')).trim(), vkey)
  await grown()
  await verifyLog(server.url + '/log', keys(), [note])
})

test('and after it was killed', async () => {
  const notes = []
  for (let round = 0; round < 3; ++round) {
    notes.push(await grown())
    await server.kill()
    server = await Server.start(place)
    await verifyLog(server.url + '/log', keys(), notes)
  }
})

test('tiles are immutable, checkpoints are not, and any page may read both', async () => {
  const tile = await get('/tile/0/000')
  assert.equal(tile.headers.get('content-type'), 'application/octet-stream')
  assert.match(tile.headers.get('cache-control'), /immutable/)
  assert.equal((await tile.arrayBuffer()).byteLength, 8192)
  const checkpoint = await get('/checkpoint')
  assert.equal(checkpoint.headers.get('content-type'), 'text/plain; charset=utf-8')
  assert.equal(checkpoint.headers.get('cache-control'), 'no-cache')
  for (const shown of [tile, checkpoint]) assert.equal(shown.headers.get('access-control-allow-origin'), '*')
  assert.equal((await get('/tile/0/000', { method: 'HEAD' })).headers.get('content-length'), '8192')
})

test('a partial tile stays what it was', async () => {
  const tile = Buffer.from(await (await get('/tile/0/002.p/7')).arrayBuffer())
  await grown()
  assert.deepEqual(Buffer.from(await (await get('/tile/0/002.p/7')).arrayBuffer()), tile)
  const entries = Buffer.from(await (await get('/tile/entries/002.p/7')).arrayBuffer())
  for (let i = 0; i < 7; ++i) assert.deepEqual(leafHash(entries.subarray(i * 43 + 2, i * 43 + 43)), tile.subarray(i * 32, i * 32 + 32))
})

test('what is no tile is not found, and nothing but reading is allowed', async () => {
  for (const path of [
    '/tile/0/x000/000', '/tile/0/0', '/tile/0/0000', '/tile/0/000.p/0', '/tile/0/000.p/256', '/tile/0/000.p/01', '/tile/0/000.p/-1',
    '/tile/0/x001/000', '/tile/0/999', '/tile/1/000', '/tile/8/000', '/tile/64/000', '/tile/00/000', '/tile/-1/000', '/tile/a/000',
    '/tile/0/', '/tile/0', '/tile/', '/tile/entries/', '/tile/entries/999', '/tile/entries/000.p/', '/tile/0/x999/x999/x999/x999/x999/x999/x999/999',
    '/tile/0/000/000', '/tile/0/x000/x000/000', '/', '/checkpoint/', '/tile/0/..%2f..%2fvault',
  ])
    assert.equal((await get(path)).status, 404, path)
  for (const method of ['POST', 'PUT', 'DELETE']) assert.equal((await get('/checkpoint', { method })).status, 405)
})

test('whoever did something has a receipt that stands for itself, and nobody else has it', async () => {
  const { lastPosition: event } = await server.ask('vocabulary.addTerm', { term: randomUUID(), labels: [{ language: 'de', text: 'Beleg', preferred: true }, { language: 'en', text: 'receipt', preferred: true }] }, token)
  const { proof } = await covered(() => server.call('log.getReceipt', { event }, token))
  const file = join(place.folder, 'event.tlog-proof')
  const check = (text, ...keys) => {
    writeFileSync(file, text)
    return spawnSync(fuge, ['log', 'verify-receipt', file, ...keys.flatMap((key) => ['--vkey', key])], { encoding: 'utf8' })
  }
  const good = check(proof, vkey)
  assert.equal(good.status, 0, good.stderr)
  assert.match(good.stdout, new RegExp(`position ${event}: vocabulary.TermAdded`))
  const other = execFileSync(fuge, ['log', 'keygen', 'other'], { encoding: 'utf8', stdio: 'pipe' }).split('\n')[1]
  assert.match(check(proof, vkey, other).stderr, /is not signed by other/)
  for (const [what, instead] of [[`index ${event - 1}`, `index ${event - 2}`], [/\nextra (.)/, '\nextra B'], [/\n[A-Za-z0-9+/]{43}=\n/, '\n' + 'A'.repeat(43) + '=\n']]) {
    const changed = proof.replace(what, instead)
    assert.notEqual(changed, proof)
    assert.equal(check(changed, vkey).status, 1, String(what))
  }
  const stranger = await server.call('log.getReceipt', { event }, undefined)
  assert.equal(stranger.error.data.code, 'auth.required')
  const none = await server.call('log.getReceipt', { event: 1_000_000 }, token)
  assert.equal(none.error.data.code, 'aggregate.not-found')
  const others = await server.call('log.getReceipt', { event: 1 }, token)
  assert.equal(others.error.data.code, 'aggregate.not-found')
})

test('proofs over the API are those of the tree', async () => {
  const { leaves } = await verifyLog(server.url + '/log', keys())
  const hash = (from, to) => rootOf(leaves.slice(from, to).map(leafHash)).toString('base64')
  const at = await server.ask('log.proveInclusion', { event: 3, size: 7 })
  assert.deepEqual(at, { position: at.position, index: 2, size: 7, hashes: [hash(3, 4), hash(0, 2), hash(4, 7)] })
  const on = await server.ask('log.proveConsistency', { older: 4, size: 7 })
  assert.deepEqual(on.hashes, [hash(4, 7)])
  const { checkpoint, size } = await server.ask('log.getCheckpoint', {})
  assert.equal(openCheckpoint(checkpoint, keys()).size, size)
  for (const [method, params] of [['log.proveInclusion', { event: 3, size: 10 ** 9 }], ['log.proveConsistency', { older: 8, size: 7 }], ['log.proveInclusion', { event: 10 ** 9 }]])
    assert.equal((await server.call(method, params)).error.data.code, 'log.not-covered')
  assert.equal((await server.call('log.proveInclusion', { event: 0 })).error.data.code, 'input.invalid')
})

test('a changed tree is found, and where', async () => {
  const changed = new Place()
  changed.run('import', 'jsonl', join(place.folder, 'terms.jsonl'))
  assert.match(changed.run('verify'), /its root is the one that fuge\/[0-9a-f]{32} signed/)
  const tree = join(changed.data, 'tree', '0')
  const bytes = readFileSync(tree)
  bytes[32 * 100 + 5] ^= 1
  writeFileSync(tree, bytes)
  assert.throws(() => changed.run('verify'), /position 101 is not the one that the hash tree holds/)
  changed.remove()
})

test('two tenants of one server have logs of their own', async () => {
  const other = new Place()
  assert.notEqual(other.run('user', 'add', 'x') && other.run('log', 'vkey').trim(), vkey)
  other.remove()
})

test('the key that the program prints is Go\'s', () => {
  const [skey, public_] = execFileSync(fuge, ['log', 'keygen', 'hub.example/log'], { encoding: 'utf8', stdio: 'pipe' }).trim().split('\n')
  const [, name, id, secret] = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(skey)
  assert.equal(name, 'hub.example/log')
  assert.equal(parseVkey(public_).id, id)
  assert.equal(Buffer.from(secret, 'base64').length, 33)
  assert.equal(Buffer.from(secret, 'base64')[0], 1)
  assert.equal(parseVkey(execFileSync(fuge, ['log', 'keygen', 'w', '--witness'], { encoding: 'utf8', stdio: 'pipe' }).split('\n')[1]).kind, 4)
  for (const name of ['a b', 'a+b', '']) assert.equal(spawnSync(fuge, ['log', 'keygen', name]).status, 2)
})

test('the tree of nothing and of the reference leaves', () => {
  const hex = (text) => Buffer.from(text, 'hex')
  const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(hex)
  assert.equal(rootOf([]).toString('hex'), createHash('sha256').digest('hex'))
  assert.equal(rootOf(leaves.map(leafHash)).toString('hex'), '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328')
})

test('another city countersigns, and only what goes on from what it has seen', async () => {
  const gera = new Place()
  const [skey, witnessKey] = execFileSync(fuge, ['log', 'keygen', 'gera.example/witness', '--witness'], { encoding: 'utf8', stdio: 'pipe' }).trim().split('\n')
  const keyFile = join(gera.folder, 'witness-key')
  writeFileSync(keyFile, skey + '\n')
  const asWitness = ['--witness-key', keyFile, '--witness-log', vkey]
  let witness = await Server.start(gera, ...asWitness)
  assert.equal(await (await fetch(witness.url + '/witness/vkey')).text(), witnessKey + '\n')

  await server.stop()
  server = await Server.start(place, '--cosigner', `${witness.url}/witness ${witnessKey}`)
  const both = [parseVkey(vkey), parseVkey(witnessKey)]
  const cosigned = async () => {
    for (;;) {
      const note = await text('/checkpoint')
      if (openCheckpoint(note, both).by.length === 2) return note
      await new Promise((done) => setTimeout(done, 50))
    }
  }
  const first = await cosigned()
  await grown()
  const second = await cosigned()
  assert.ok(openCheckpoint(second, both).size > openCheckpoint(first, both).size)
  await verifyLog(server.url + '/log', both, [first, second])

  const ask = (body, method = 'POST') => fetch(witness.url + '/witness/add-checkpoint', { method, body })
  assert.equal((await ask('old 0\n\n' + second)).status, 409)
  assert.equal((await ask('old 0\n\nnonsense\n')).status, 400)
  assert.equal((await ask('x'.repeat(40_000))).status, 413)
  assert.equal((await fetch(witness.url + '/witness/add-checkpoint')).status, 405)
  assert.equal((await fetch(witness.url + '/witness/else')).status, 404)

  // It is away for a while, and remembers what it has seen.
  const port = witness.port
  await witness.kill()
  await grown()
  witness = await Server.start(gera, ...asWitness, '--listen', `127.0.0.1:${port}`).catch((failure) => failure)
  assert.ok(witness instanceof Server, String(witness))
  const again = await ask('old 0\n\n' + second)
  assert.equal(again.status, 409)
  assert.equal(Number(await again.text()), openCheckpoint(second, both).size)
  await witness.stop()
  gera.remove()
})
