// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Verifies a transparency log over HTTP, written from the specifications alone: RFC 6962, and of c2sp.org signed-note,
// tlog-checkpoint and tlog-tiles. Shares no code with the program that it checks.
//
//   node verify_log.mjs http://127.0.0.1:8080/log VKEY [OLDER-CHECKPOINT-FILE]
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
export const leafHash = (leaf) => sha256(Buffer.of(0), leaf)
export const nodeHash = (left, right) => sha256(Buffer.of(1), left, right)
const half = (n) => 2 ** Math.floor(Math.log2(n - 1))

export function rootOf(leaves) {
  if (leaves.length === 0) return sha256()
  if (leaves.length === 1) return leaves[0]
  const k = half(leaves.length)
  return nodeHash(rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)))
}

// "<name>+<key id>+<base64 of kind and Ed25519 key>".
export function parseVkey(text) {
  const [, name, id, base64] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? []
  const bytes = Buffer.from(base64 ?? '', 'base64')
  if (bytes.length !== 33) throw new Error('no vkey: ' + text)
  if (sha256(name, '\n', bytes).subarray(0, 4).toString('hex') !== id) throw new Error('this vkey has another id: ' + text)
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: bytes.subarray(1).toString('base64url') }, format: 'jwk' })
  return { name, id, kind: bytes[0], key }
}

function signed(text, signature, vkey) {
  if (vkey.kind === 1) return verify(null, Buffer.from(text), vkey.key, signature)
  if (vkey.kind !== 4) throw new Error('a kind of key that nobody specified')
  const message = `cosignature/v1\ntime ${signature.readBigUInt64BE(0)}\n${text}`
  return verify(null, Buffer.from(message), vkey.key, signature.subarray(8))
}

// The note's text and the names of those among `vkeys` who have signed it; throws where one of them is claimed falsely.
export function openNote(note, vkeys) {
  const end = note.lastIndexOf('\n\n')
  if (end < 0 || !note.endsWith('\n')) throw new Error('this is no signed note')
  const text = note.slice(0, end + 1)
  const by = []
  for (const line of note.slice(end + 2, -1).split('\n')) {
    const [, name, base64] = /^— ([^+\s]+) ([A-Za-z0-9+/]+=*)$/.exec(line) ?? []
    if (!name) throw new Error('this is no line of a signature: ' + line)
    const bytes = Buffer.from(base64, 'base64')
    const vkey = vkeys.find((each) => each.name === name && each.id === bytes.subarray(0, 4).toString('hex'))
    if (!vkey) continue
    if (!signed(text, bytes.subarray(4), vkey)) throw new Error('a signature is false: ' + line)
    by.push(name)
  }
  return { text, by }
}

export function openCheckpoint(note, vkeys) {
  const { text, by } = openNote(note, vkeys)
  if (by.length === 0) throw new Error('nobody we know has signed this checkpoint')
  const [origin, size, root] = text.split('\n')
  if (!/^(0|[1-9]\d*)$/.test(size)) throw new Error('this checkpoint has no size')
  return { origin, size: Number(size), root: Buffer.from(root, 'base64'), by }
}

const tilePath = (n) => {
  const digits = String(n).padStart(Math.ceil(String(n).length / 3) * 3, '0').match(/\d{3}/g)
  return digits.map((part, i) => (i < digits.length - 1 ? 'x' + part : part)).join('/')
}
const partOf = (n, count) => (count >= (n + 1) * 256 ? '' : `.p/${count - n * 256}`)

async function fetched(url) {
  const response = await fetch(url)
  if (response.status !== 200) throw new Error(`${url}: ${response.status}`)
  return Buffer.from(await response.arrayBuffer())
}

// The hashes of one level, from its tiles.
async function level(prefix, l, size) {
  const count = Math.floor(size / 256 ** l)
  const hashes = []
  for (let n = 0; n * 256 < count; ++n) {
    const tile = await fetched(`${prefix}/tile/${l}/${tilePath(n)}${partOf(n, count)}`)
    for (let at = 0; at < tile.length; at += 32) hashes.push(tile.subarray(at, at + 32))
  }
  if (hashes.length !== count) throw new Error(`level ${l} has ${hashes.length} hashes, not ${count}`)
  return hashes
}

async function entries(prefix, size) {
  const leaves = []
  for (let n = 0; n * 256 < size; ++n) {
    const bundle = await fetched(`${prefix}/tile/entries/${tilePath(n)}${partOf(n, size)}`)
    for (let at = 0; at < bundle.length; ) {
      const length = bundle.readUInt16BE(at)
      leaves.push(bundle.subarray(at + 2, at + 2 + length))
      at += 2 + length
    }
  }
  if (leaves.length !== size) throw new Error(`there are ${leaves.length} entries, not ${size}`)
  return leaves
}

// The whole log: every entry, every tile, the signed root, and that it goes on from `older` checkpoints. Throws at the first
// thing that is wrong; gives what was verified.
export async function verifyLog(prefix, vkeys, older = []) {
  const checkpoint = openCheckpoint((await fetched(prefix + '/checkpoint')).toString(), vkeys)
  const leaves = await entries(prefix, checkpoint.size)
  let hashes = leaves.map(leafHash)
  const bottom = hashes
  for (let l = 0; hashes.length > 0; ++l) {
    const tiles = await level(prefix, l, checkpoint.size)
    tiles.forEach((hash, i) => {
      if (!hash.equals(hashes[i])) throw new Error(`hash ${i} of level ${l} is not that of what is below it`)
    })
    hashes = Array.from({ length: Math.floor(hashes.length / 256) }, (_, i) => rootOf(hashes.slice(i * 256, i * 256 + 256)))
  }
  if (!rootOf(bottom).equals(checkpoint.root)) throw new Error('the entries do not have the root that was signed')
  for (const note of older) {
    const before = openCheckpoint(note, vkeys)
    if (before.origin !== checkpoint.origin) throw new Error('the older checkpoint is of another log')
    if (before.size > checkpoint.size) throw new Error('the log has become shorter')
    if (!rootOf(bottom.slice(0, before.size)).equals(before.root)) throw new Error('the log has changed what it had signed')
  }
  return { ...checkpoint, leaves }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [prefix, vkey, ...files] = process.argv.slice(2)
  const older = files.map((file) => readFileSync(file, 'utf8'))
  verifyLog(prefix.replace(/\/$/, ''), [parseVkey(vkey)], older).then(
    ({ origin, size, root }) => console.log(`${origin}: ${size} entries, root ${root.toString('base64')}: verified`),
    (wrong) => {
      console.error('NOT VERIFIED: ' + wrong.message)
      process.exitCode = 1
    },
  )
}
