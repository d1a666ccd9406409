// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// How long until others see it: a change of a profile is sent over WebSocket, and from its receipt on until it is in another
// client's feed, in the directory and in match results, with 100 subscribers connected. node bench/live.mjs [CHANGES]
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

process.env.FUGE ??= new URL('../build/release/fuge', import.meta.url).pathname
const { Place, Server } = await import('../tests/support/server.mjs')
const WebSocket = createRequire(new URL('../tests/support/server.mjs', import.meta.url))('ws')
const changes = Number(process.argv[2] ?? 500)
const subscribers = 100

const place = new Place()
const server = await Server.start(place, '--demo', '--rate', '0')
const token = await server.login('mara')
const { subject } = await server.ask('session.describe', {}, token)

class Client {
  constructor() {
    this.socket = new WebSocket(server.ws, { headers: { Authorization: `Bearer ${token}` } })
    this.waiting = new Map()
    this.next = 0
    this.seen = new Map()
    this.socket.on('message', (text) => this.take(JSON.parse(text)))
    this.open = new Promise((resolve) => this.socket.on('open', resolve))
  }
  take(message) {
    if (message.method === 'feed.item') this.saw(message.params.position, performance.now())
    else this.waiting.get(message.id)(message)
  }
  saw() {}
  call(method, params) {
    const id = ++this.next
    return new Promise((resolve) => {
      this.waiting.set(id, ({ result, error }) => (error ? Promise.reject(new Error(JSON.stringify(error))) : resolve(result)))
      this.socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }))
    })
  }
}

const followers = []
for (let i = 0; i < subscribers; ++i) {
  const client = new Client()
  await client.open
  await client.call('feed.subscribe', { channel: 'members', after: -1 })
  followers.push(client)
}
const watcher = followers.at(-1)  // The last to get it.
const writer = new Client()
await writer.open
const reader = new Client()
await reader.open

const percentile = (values, p) => values.sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor((values.length * p) / 100))]
const feed = [], directory = [], match = [], receipt = []
const word = (n) => `Fertigkeit ${n % 40}`
for (let n = 0; n < changes; ++n) {
  let arrived
  const shown = new Promise((resolve) => (arrived = resolve))
  const early = new Map()
  watcher.saw = (position, at) => early.set(position, at)
  const sent = performance.now()
  const answer = await writer.call('profile.declareSkill', { profile: subject, direction: 'have', skill: { word: word(n), language: 'de', level: 1 + (n % 4) } })
  const acknowledged = performance.now()
  receipt.push(acknowledged - sent)
  const position = answer.lastPosition
  watcher.saw = (at_position, at) => at_position === position && arrived(at)
  if (early.has(position)) arrived(early.get(position))
  const found = reader.call('directory.search', { atLeast: position }).then(() => directory.push(performance.now() - acknowledged))
  const matched = reader.call('match.partners', { needs: [{ word: word(n), language: 'de' }], atLeast: position }).then((reply) => {
    match.push(performance.now() - acknowledged)
    if (reply.position < position) throw new Error('an answer from before the change')
  })
  feed.push(Math.max(0, (await shown) - acknowledged))
  await Promise.all([found, matched])
  if (n % 40 === 39) for (let k = 0; k < 40; ++k) {
    const profile = await reader.call('profile.get', { profile: subject })
    const extra = profile.offers.at(-1)
    if (profile.offers.length > 12) await writer.call('profile.withdrawSkill', { profile: subject, direction: 'have', term: extra.term })
  }
}

const rows = []
for (const [what, values] of Object.entries({ receipt, feed, directory, match }))
  for (const p of [50, 99]) rows.push({ what: `live.${what}.p${p}`, value: Number(percentile(values, p).toFixed(3)), unit: 'ms' })
for (const { what, value, unit } of rows) console.log(what.padEnd(32), String(value).padStart(10), unit)
mkdirSync('build/bench', { recursive: true })
writeFileSync('build/bench/live.json', JSON.stringify({ rows, ratios: [] }, null, 1))
for (const client of [...followers, writer, reader]) client.socket.terminate()
await server.stop()
place.remove()
