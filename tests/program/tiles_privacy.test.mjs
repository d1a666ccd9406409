// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What the public leaves of the log give away to a plain member who keeps everything: nothing but that something happened. The
// record of docs/storage-format.md is taken apart here, so that the member's guesses are as good as they can be.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { leafHash } from '../tools/verify_log.mjs'
import { Place, Server } from '../support/server.mjs'

const place = new Place()
const people = {}
let server, size, leaves, hashes

before(async () => {
  for (const [name, ...roles] of [['anna'], ['ben'], ['otto', 'operator']]) people[name] = place.person(name, ...roles)
  server = await Server.start(place)
  for (const name of ['anna', 'ben']) {
    const profile = people[name].subject
    await server.ask('profile.create', { profile, displayName: 'The same', sector: 'science' }, people[name].token)
    // The same again and again.
    for (let n = 0; n < 6; ++n) await server.ask(n % 2 ? 'profile.resumeMatching' : 'profile.pauseMatching', { profile }, people[name].token)
  }
  do size = (await server.ask('log.getCheckpoint', {})).size
  while (size < server.written)
  leaves = entriesOf(await bytes(`/log/tile/entries/000.p/${size}`))
  hashes = await bytes(`/log/tile/0/000.p/${size}`)
})
after(async () => {
  await server.stop()
  place.remove()
})

const bytes = async (path) => Buffer.from(await (await fetch(server.url + path)).arrayBuffer())
const sha256 = (data) => createHash('sha256').update(data).digest()

// u16 length, then the leaf.
function entriesOf(tile) {
  const found = []
  for (let at = 0; at < tile.length; at += 2 + tile.readUInt16BE(at)) found.push(tile.subarray(at + 2, at + 2 + tile.readUInt16BE(at)))
  return found
}

// The record that a receipt opens; undefined where it is refused.
async function recordOf(event, name) {
  const { result } = await server.call('log.getReceipt', { event }, people[name]?.token)
  return result && Buffer.from(/^extra (\S+)$/m.exec(result.proof)[1], 'base64')
}

// CRC32C, bit by bit: a guess has it right.
function crc32c(data) {
  let crc = ~0
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; ++bit) crc = (crc >>> 1) ^ (crc & 1 ? 0x82f63b78 : 0)
  }
  return ~crc >>> 0
}

// The record with all that it says known, but for its salt.
function guess(record, salt) {
  const guessed = Buffer.from(record)
  salt.copy(guessed, 96)
  guessed.writeUInt32LE(crc32c(guessed.subarray(0, guessed.length - 4)), guessed.length - 4)
  return guessed
}
// What the tiles show of a record.
const hashOf = (record) => {
  const position = Buffer.alloc(8)
  position.writeBigUInt64BE(record.readBigUInt64LE(16))
  return leafHash(Buffer.concat([Buffer.of(record[4]), position, sha256(record)]))
}

test('a leaf holds a format, its position and a hash', () => {
  assert.equal(leaves.length, size)
  leaves.forEach((leaf, n) => {
    assert.deepEqual([leaf.length, leaf[0], Number(leaf.readBigUInt64BE(1))], [41, 1, n + 1])
    assert.deepEqual(leafHash(leaf), hashes.subarray(n * 32, n * 32 + 32))
  })
})

test('whoever knows all of an event but its salt finds no leaf, and with the salt of a receipt finds it', async () => {
  const published = new Set(leaves.map((leaf) => leafHash(leaf).toString('hex')))
  const salts = []
  for (let event = 1; event <= size; ++event) {
    const record = await recordOf(event, 'otto')
    salts.push(record.subarray(96, 112))
    assert.ok(published.has(hashOf(record).toString('hex')), `${event} with its salt`)
    assert.deepEqual(guess(record, salts.at(-1)), record)
    // The salts that somebody would try: none, that of another event of one's own, of the one before.
    for (const salt of [Buffer.alloc(16), Buffer.alloc(16, 255), salts.at(-2) ?? Buffer.alloc(16, 1)])
      assert.ok(!published.has(hashOf(guess(record, salt)).toString('hex')), `${event} was guessed`)
  }
  assert.equal(new Set(salts.map((salt) => salt.toString('hex'))).size, size)
})

test('leaves of one person have nothing in common, nor have those of alike events', () => {
  // Any 6 bytes are there once: random hashes of so few leaves share none, but for once in many millions.
  const seen = new Map()
  leaves.forEach((leaf, n) => {
    for (let at = 9; at + 6 <= 41; ++at) {
      const piece = leaf.toString('hex', at, at + 6)
      assert.ok(!seen.has(piece), `leaves ${seen.get(piece)} and ${n} share ${piece}`)
      seen.set(piece, n)
    }
  })
})

test('nothing that a member may ask holds a leaf, a salt or a record of somebody else', async () => {
  const secrets = []
  for (let event = 1; event <= size; ++event) {
    const record = await recordOf(event, 'otto')
    if (!(await recordOf(event, 'anna'))) secrets.push(...[record.subarray(96, 112), sha256(record)].flatMap((one) => [one.toString('hex'), one.toString('base64')]))
  }
  assert.ok(secrets.length > 20)
  const told = []
  for (const [method, params] of [['profile.get', { profile: people.ben.subject }], ['feed.read', { channel: 'members', limit: 500 }], ['feed.read', { channel: `person/${people.anna.subject}`, limit: 500 }], ['notifications.list', {}], ['directory.search', {}]])
    told.push(JSON.stringify(await server.call(method, params, people.anna.token)))
  for (const secret of secrets) assert.ok(!told.some((text) => text.includes(secret)))
})

test('a receipt is for whom the event concerns, and else does not say whether there is one', async () => {
  const own = [], refusals = new Set()
  for (let event = 1; event <= size; ++event) {
    const { result, error } = await server.call('log.getReceipt', { event }, people.anna.token)
    if (result) own.push(await recordOf(event, 'anna'))
    else refusals.add(JSON.stringify(error))
  }
  assert.ok(own.length >= 7 && own.length < size)
  const id = Buffer.from(people.anna.subject.replaceAll('-', ''), 'hex')
  for (const record of own) assert.ok(record.includes(id))
  const none = await server.call('log.getReceipt', { event: 1_000_000 }, people.anna.token)
  assert.deepEqual([...refusals], [JSON.stringify(none.error)])
})
