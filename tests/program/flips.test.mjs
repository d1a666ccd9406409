// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// One flipped bit anywhere in a data folder: `fuge verify` names it, or what it says is what it said before. FLIPS is how many
// flips are tried by chance beside the ends of files (default 20), SEED where the dice start; a failure names the file, the byte and the bit.
import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { closeSync, openSync, readdirSync, readFileSync, readSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, relative } from 'node:path'
import { after, before, test } from 'node:test'
import { randomUUID } from 'node:crypto'
import { moveIn, story, wordOf } from '../support/marked_hub.mjs'
import { fuge, Place, Server } from '../support/server.mjs'

const flips = Number(process.env.FLIPS ?? 20)
const seed = Number(process.env.SEED ?? 1)
const limitSeconds = 20

const zerosFrom = (byte, content) => content.subarray(byte & ~127).every((one) => one === 0)
const inFooter = (byte, content) => byte >= content.length - 53

// What may be flipped and yet verify to the same digests, why, and where in the file if not everywhere. Whatever else is flipped
// must be refused.
const harmless = [
  [/(^|\/)LOG(\.old\.\d+)?$/, "RocksDB's diary: nobody reads it"],
  [/(^|\/)LOCK$/, 'its content means nothing'],
  [/(^|\/)IDENTITY$/, 'the name of a RocksDB database: nobody compares it'],
  [/(^|\/)OPTIONS-\d+$/, 'what a RocksDB database was opened with: it is opened with our options'],
  [/(^|\/)shelves\//, 'kept views: one that is damaged is folded again from the log'],
  [/(^|\/)zeroed\//, 'zeros for the next write-ahead log'],
  [/(^|\/)log\/\d+\.log$/, 'zeros behind the last record of a write-ahead log', zerosFrom],
  [/\.sst$/, 'the padding of the footer', inFooter],
  [/(^|\/)frontier$/, 'damaged, it is made again from the log, which is compared with the head'],
  [/(^|\/)vault\/keys$/, 'slots that were never used', zerosFrom],
]
const may = (file, byte) =>
  harmless.some(([pattern, , where]) => pattern.test(file) && (!where || where(byte, readFileSync(join(place.data, file)))))

const place = new Place()
let files, whole

before(async () => {
  const word = (n) => ({ term: randomUUID(), labels: [{ language: 'de', text: `Wort ${n}`, preferred: true }] })
  const lines = Array.from({ length: 300 }, (_, n) => JSON.stringify({ jsonrpc: '2.0', id: n, method: 'vocabulary.addTerm', params: word(n) }))
  writeFileSync(join(place.folder, 'words.jsonl'), lines.join('\n') + '\n')
  place.run('import', 'jsonl', join(place.folder, 'words.jsonl'))
  // Something of every family that has a sealed field: a new one joins by its line in the story.
  const { ids, tokens } = moveIn(place)
  for (let round = 0; round < 2; ++round) {
    const server = await Server.start(place)
    for (let n = 0; n < 20; ++n) await server.ask('vocabulary.addTerm', word(1000 * round + n), tokens.cora)
    if (round === 0) for (const [name, method, params] of story((one) => ids[one], wordOf)) await server.ask(method, params, tokens[name])
    await server.position()
    await server.stop()
  }
  files = readdirSync(place.data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(place.data, join(entry.parentPath ?? entry.path, entry.name)))
    .filter((file) => statSync(join(place.data, file)).size > 0)
    .sort()
  whole = await damaged('whole', () => {})
  assert.equal(whole.code, 0, whole.said)
})
after(() => place.remove())

// mulberry32
let state = seed
function dice(below) {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) % below
}

// What verify says of a copy after `damage`. The copy is thrown away: to verify is to open, and to open may write.
async function damaged(name, damage) {
  const copy = join(place.folder, name)
  execFileSync('cp', ['-r', '--sparse=always', place.data, copy])
  damage(copy)
  const child = spawn(fuge, ['verify', '--data', copy, '--master-key', place.key], { stdio: ['ignore', 'pipe', 'pipe'] })
  let late = false
  const timer = setTimeout(() => ((late = true), child.kill('SIGKILL')), limitSeconds * 1000)
  let out = '', complaints = ''
  child.stdout.on('data', (text) => (out += text))
  child.stderr.on('data', (text) => (complaints += text))
  const [code, signal] = await new Promise((done) => child.on('close', (...how) => done(how)))
  clearTimeout(timer)
  rmSync(copy, { recursive: true, force: true })
  return { code, signal, late, said: out + complaints, complaints, digests: out.match(/^ {2}\S+ {2}[0-9a-f]+/gm) ?? [] }
}

function flip(path, byte, bit) {
  const file = openSync(path, 'r+')
  const one = Buffer.alloc(1)
  readSync(file, one, 0, 1, byte)
  one[0] ^= 1 << bit
  writeSync(file, one, 0, 1, byte)
  closeSync(file)
}

// Undefined when it is as it must be.
function wrong({ file, byte }, result) {
  if (result.late) return 'it does not end'
  if (result.signal) return `it ends by ${result.signal}`
  if (result.code !== 0) return result.said.trim() === '' ? 'it refuses without a word' : undefined
  if (!may(file, byte)) return 'nothing was found'
  if (JSON.stringify(result.digests) !== JSON.stringify(whole.digests)) return 'nothing was found, but the digests are others'
}

// The first and the last byte of each file that says more than a diary, and then by chance.
function drawn() {
  const ends = files.flatMap((file) => [0, statSync(join(place.data, file)).size - 1].map((byte) => ({ file, byte, bit: dice(8) })))
  const jobs = ends.filter(({ file, byte }) => flips > 200 || !may(file, byte))
  for (let n = 0; n < flips; ++n) {
    const file = files[dice(files.length)]
    // Up to its last byte that is not zero, most of the time: files have long tails of zeros.
    const content = readFileSync(join(place.data, file))
    const used = dice(10) > 0 ? content.findLastIndex((byte) => byte !== 0) + 1 : content.length
    jobs.push({ file, byte: dice(used || content.length), bit: dice(8) })
  }
  return jobs
}

test('the folder has all that a folder can have', () => {
  for (const kind of [/^(.*\/)?log\/.*\.sst$/, /log\/.*\.log$/, /identity\//, /keys$/, /head$/, /tree\/0$/])
    assert.ok(files.some((file) => kind.test(file)), `${kind} in ${files.join(' ')}`)
})

test('a flipped bit is refused, or changes nothing', async (t) => {
  const jobs = drawn()
  const found = []
  let refused = 0
  const work = async (slot) => {
    for (let job; (job = jobs.shift()); ) {
      const result = await damaged(`copy-${slot}`, (copy) => flip(join(copy, job.file), job.byte, job.bit))
      refused += result.code !== 0
      const how = wrong(job, result)
      if (how) found.push(`${job.file}, byte ${job.byte}, bit ${job.bit} (seed ${seed}): ${how}\n${result.said.slice(-400)}`)
    }
  }
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, (_, slot) => work(slot)))
  t.diagnostic(`${refused} were refused`)
  assert.deepEqual(found, [])
  assert.ok(refused > 0)
})

// CRC32C, bit by bit.
function crc32c(bytes) {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; ++bit) crc = (crc >>> 1) ^ (crc & 1 ? 0x82f63b78 : 0)
  }
  return ~crc >>> 0
}

// The first slot that holds the key of a person: docs/storage-format.md.
function slotOfPerson(keys) {
  for (let at = 0; at < keys.length; at += 128) if (keys[at + 5] === 1 && keys[at + 6] === 0 && keys.toString('latin1', at, at + 4) === 'FKEY') return at
}

test('a key that does not open is found, although its slot has the right checksum', async () => {
  const result = await damaged('forged', (copy) => {
    const path = join(copy, 'vault/keys')
    const keys = readFileSync(path)
    const at = slotOfPerson(keys)
    keys[at + 60] ^= 1
    keys.writeUInt32LE(crc32c(keys.subarray(at, at + 124)), at + 124)
    writeFileSync(path, keys)
  })
  assert.equal(result.code, 1, result.said)
  assert.match(result.complaints, /key/)
})

test('a table of the identity store that nobody has read yet is found', async () => {
  const table = files.find((file) => /identity\/\d+\.sst$/.test(file))
  const result = await damaged('table', (copy) => flip(join(copy, table), 0, 3))
  assert.equal(result.code, 1, result.said)
  assert.match(result.complaints, /identity store is damaged/)
})
