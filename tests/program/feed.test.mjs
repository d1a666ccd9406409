// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Who may follow what, and what a feed shows of people who do not want to be seen.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createRequire } from 'node:module'
import { Place, Server } from '../support/server.mjs'

const { Client } = createRequire(import.meta.url)('rpc-websockets')
const place = new Place()
let server, anna, ben, tokens

before(async () => {
  anna = place.run('user', 'add', 'anna').trim()
  ben = place.run('user', 'add', 'ben').trim()
  place.run('user', 'add', 'chris', '--role', 'moderator')
  tokens = Object.fromEntries(['anna', 'ben', 'chris'].map((name) => [name, place.run('token', name).trim()]))
  server = await Server.start(place)
  await server.ask('profile.create', { profile: anna, displayName: 'Anna', sector: 'science' }, tokens.anna)
})
after(async () => {
  await server.stop()
  place.remove()
})

async function client(name) {
  const socket = new Client(server.ws, { reconnect: false })
  await new Promise((resolve) => socket.on('open', resolve))
  if (name) await socket.call('session.authenticate', { token: tokens[name] })
  return socket
}

// The code with which a call on a connection is refused.
async function refusal(socket, method, params) {
  try {
    await socket.call(method, params)
  } catch (error) {
    return error.data.code
  }
  return 'accepted'
}

test('a channel is refused to whoever is not its audience', async () => {
  const cases = [
    [undefined, 'public', 'accepted'],
    [undefined, 'members', 'auth.required'],
    ['ben', 'members', 'accepted'],
    ['ben', 'staff', 'auth.forbidden'],
    ['chris', 'staff', 'accepted'],
    ['ben', `person/${ben}`, 'accepted'],
    ['ben', `person/${anna}`, 'auth.forbidden'],
    ['chris', `person/${anna}`, 'auth.forbidden'],
    ['ben', `following/${ben}`, 'accepted'],
    ['ben', `following/${anna}`, 'auth.forbidden'],
    ['ben', `notifications/${ben}`, 'accepted'],
    ['ben', `notifications/${anna}`, 'auth.forbidden'],
    [undefined, `following/${anna}`, 'auth.required'],
    ['ben', 'nowhere', 'feed.unknown-channel'],
    ['ben', 'person/somebody', 'feed.unknown-channel'],
    ['ben', `person/${ben.toUpperCase()}`, 'feed.unknown-channel'],
    ['ben', `following/${ben.toUpperCase()}`, 'feed.unknown-channel'],
  ]
  for (const [name, channel, expected] of cases) {
    const socket = await client(name)
    assert.equal(await refusal(socket, 'feed.subscribe', { channel, after: -1 }), expected, `${name} at ${channel}`)
    socket.close()
    const page = await server.call('feed.read', { channel }, tokens[name])
    assert.equal(page.error?.data.code ?? 'accepted', expected, `${name} reads ${channel}`)
  }
})

test('subscriptions are counted, not doubled, and end when asked', async () => {
  const socket = await client('ben')
  await socket.call('feed.subscribe', { channel: 'members', after: -1 })
  assert.equal(await refusal(socket, 'feed.subscribe', { channel: 'members', after: -1 }), 'feed.subscribed')
  assert.equal(await refusal(socket, 'feed.subscribe', { channel: 'public', after: 1_000_000 }), 'feed.ahead')
  await socket.call('feed.unsubscribe', { channel: 'members' })
  assert.equal(await refusal(socket, 'feed.unsubscribe', { channel: 'members' }), 'feed.not-subscribed')
  socket.close()
})

test('a wrong token does not sign in, and HTTP has nothing to push to', async () => {
  const socket = await client()
  assert.equal(await refusal(socket, 'session.authenticate', { token: 'fuge_wrong' }), 'auth.token')
  socket.close()
  const answer = await server.call('feed.subscribe', { channel: 'public', after: -1 })
  assert.equal(answer.error.data.code, 'session.none')
  assert.equal((await server.call('match.partners', {}, undefined)).error.data.code, 'auth.required')
  assert.equal((await server.call('match.partners', {}, tokens.ben)).error.data.code, 'aggregate.not-found')
})

test('a profile that is not listed is nobody to others, in feeds, pages and search', async () => {
  assert.equal((await server.call('profile.get', { profile: anna }, tokens.ben)).error.data.code, 'aggregate.not-found')
  assert.equal((await server.ask('profile.get', { profile: anna }, tokens.anna)).displayName, 'Anna')
  const before = await server.ask('feed.read', { channel: 'members' }, tokens.ben)
  assert.ok(!JSON.stringify(before).includes('Anna'))
  await server.ask('account.giveConsent', { account: anna, purpose: 'directory', textVersion: 1 }, tokens.anna)
  await server.ask('profile.list', { profile: anna }, tokens.anna)
  const { lastPosition } = await server.ask('profile.setLanguages', { profile: anna, languages: ['de'] }, tokens.anna)
  const shown = await server.ask('feed.read', { channel: 'members', after: lastPosition - 1, atLeast: lastPosition }, tokens.ben)
  assert.equal(shown.items[0].de, 'Anna spricht de.')
  const hidden = await server.ask('account.withdrawConsent', { account: anna, purpose: 'directory' }, tokens.anna)
  const gone = await server.ask('feed.read', { channel: 'members', after: lastPosition - 1, atLeast: hidden.lastPosition }, tokens.ben)
  assert.deepEqual(gone.items[0], { position: lastPosition, type: '', de: '', en: '', gone: true })
  assert.equal((await server.ask('directory.search', { atLeast: hidden.lastPosition }, tokens.ben)).total, 0)
})

test('a field above its visibility is shown to nobody else', async () => {
  await server.ask('account.giveConsent', { account: anna, purpose: 'directory', textVersion: 1 }, tokens.anna)
  await server.ask('profile.list', { profile: anna }, tokens.anna)
  await server.ask('profile.revise', { profile: anna, displayName: 'Anna', headline: 'Secret plan', district: 'Lobeda', sector: 'science' }, tokens.anna)
  const fields = [{ field: 'headline', visibility: 'private' }, { field: 'district', visibility: 'private' }]
  const { lastPosition } = await server.ask('profile.setVisibility', { profile: anna, fields }, tokens.anna)
  const seen = await server.ask('directory.search', { atLeast: lastPosition }, tokens.ben)
  assert.equal(seen.entries[0].displayName, 'Anna')
  assert.equal(seen.entries[0].headline, '')
  assert.equal(seen.entries[0].district, '')
  assert.ok(!seen.facets.some((facet) => facet.value === 'Lobeda'))
  assert.equal((await server.ask('profile.get', { profile: anna }, tokens.anna)).headline, 'Secret plan')
})
