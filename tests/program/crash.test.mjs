// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// kill -9 under load: what was acknowledged is there, what was refused is not, positions have no gap, and the views equal a
// fresh replay. ROUNDS=1000 for the long run.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import { Place, Server } from '../support/server.mjs'

const WebSocket = createRequire(import.meta.url)('ws')
const rounds = Number(process.env.ROUNDS ?? 25)
const seed = Number(process.env.SEED ?? Date.now() % 100000)

// Many commands in flight on a few connections, until the server dies. Every third one must be refused.
async function load(server, token, person, acknowledged, refused) {
  const one = () =>
    new Promise((resolve) => {
      const socket = new WebSocket(server.ws, { headers: { Authorization: `Bearer ${token}` } })
      const pending = new Map()
      let n = 0
      const send = () => {
        const id = ++n
        const commandId = randomUUID()
        const hoursPerWeek = id % 3 === 0 ? 200 : id % 80
        pending.set(id, commandId)
        socket.send(JSON.stringify({ jsonrpc: '2.0', id, method: 'profile.setAvailability', params: { profile: person, hoursPerWeek, meta: { commandId } } }))
      }
      socket.on('open', () => {
        for (let i = 0; i < 32; ++i) send()
      })
      socket.on('message', (text) => {
        const answer = JSON.parse(text)
        if (answer.result) acknowledged.push({ commandId: pending.get(answer.id), hoursPerWeek: answer.id % 80, receipt: answer.result })
        else refused.push(pending.get(answer.id))
        send()
      })
      socket.on('close', resolve)
      socket.on('error', () => {})
    })
  await Promise.all([one(), one(), one()])
}

test(`${rounds} rounds of kill -9 (seed ${seed})`, async () => {
  const place = new Place()
  const person = place.run('user', 'add', 'anna').trim()
  const token = place.run('token', 'anna').trim()
  let random = seed
  let server = await Server.start(place, '--rate', '0')
  await server.ask('profile.create', { profile: person, displayName: 'Anna', sector: 'science' }, token)
  let all = 0
  for (let round = 0; round < rounds; ++round) {
    const acknowledged = []
    const refused = []
    const loading = load(server, token, person, acknowledged, refused)
    random = (random * 1103515245 + 12345) % 2147483648
    await new Promise((resolve) => setTimeout(resolve, 40 + (random % 160)))
    await server.kill()
    await loading
    server = await Server.start(place, '--rate', '0')
    all += acknowledged.length
    const position = await server.position()
    for (const { receipt } of acknowledged) assert.ok(receipt.lastPosition <= position, `acknowledged ${receipt.lastPosition}, log ends at ${position}`)
    // A sample of them, asked again: the very same receipt, and no new event.
    for (const { commandId, hoursPerWeek, receipt } of acknowledged.slice(-20))
      assert.deepEqual(await server.ask('profile.setAvailability', { profile: person, hoursPerWeek, meta: { commandId } }, token), receipt)
    assert.equal(await server.position(), position)
    const positions = acknowledged.map(({ receipt }) => receipt.lastPosition)
    assert.equal(new Set(positions).size, positions.length, 'two commands at one position')
    assert.ok(refused.length > 0 || acknowledged.length < 3)
  }
  assert.ok(all > rounds, 'there was hardly any load')
  const live = (await server.ask('views.list', {})).views
  await server.kill()
  assert.match(place.run('verify'), /everything is as it was recorded/)
  for (const view of live) {
    const replayed = place.run('replay', '--view', view.name, '--digest')
    assert.match(replayed, new RegExp(`${view.digest}`), view.name)
  }
  place.remove()
})
