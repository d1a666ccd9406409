// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// What is put away, and what comes of it: never a person who was erased since, and never a second history under one name.
import { after, before, test } from 'node:test'
import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { openCheckpoint, parseVkey, verifyLog } from '../tools/verify_log.mjs'
import { fuge, Place, Server, tenant } from '../support/server.mjs'

const place = new Place()
const at = (...names) => join(place.folder, ...names)
const backup = at('backup'), keys = at('keys-before'), list = place.data + '.erasures'
let server, ids, tokens, plain, witness, cosigner, before_erasure, folders = 0

const run = (...words) => execFileSync(fuge, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
const refused = (...words) => {
  const { status, stderr } = spawnSync(fuge, words, { encoding: 'utf8', timeout: 30_000 })
  assert.equal(status, 1, stderr)
  return stderr
}
const putAway = () => run('backup', '--data', place.data, '--to', backup)
const pieces = () => {
  const [epoch] = readdirSync(backup)
  return readdirSync(join(backup, epoch)).filter((name) => name.endsWith('.events')).sort().map((name) => join(backup, epoch, name))
}
const fresh = () => at('restored-' + ++folders)
const restore = (from, to, ...more) => run('restore', from, '--data', to, '--master-key', place.key, ...more)
const told = async (n) => {
  for (let i = 0; i < n; ++i) await server.ask('profile.revise', { profile: ids.mara, displayName: 'Mara Wieland', sector: 'business', headline: `Zeile ${i} ${Date.now()}` }, tokens.mara)
  await covered(server)
}
// The first checkpoint that covers everything that was answered with a receipt.
const covered = async (server) => {
  for (;;) {
    const { size, checkpoint } = await server.ask('log.getCheckpoint', {})
    if (size >= server.written) return checkpoint
    await new Promise((done) => setTimeout(done, 20))
  }
}
const until = async (holds) => {
  for (let tries = 0; tries < 200; ++tries, await new Promise((done) => setTimeout(done, 50))) if (await holds()) return
  assert.fail('it has not come to that within ten seconds')
}
function filesWith(folder, texts) {
  const found = []
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!statSync(join(folder, name)).isFile()) continue
    const bytes = readFileSync(join(folder, name))
    for (const text of texts) if (bytes.includes(text)) found.push(`${name}: ${text}`)
  }
  return found
}
// Served, looked at, ended.
async function looked(data, see) {
  const restored = await Server.start({ options: ['--data', data, '--master-key', place.key] })
  try {
    return await see(restored)
  } finally {
    await restored.stop()
  }
}
const isGone = async (restored) => {
  const answer = await restored.call('profile.get', { profile: ids.linh }, tokens.mara)
  assert.equal(answer.error?.data.code, 'aggregate.not-found', JSON.stringify(answer))
  assert.equal((await restored.ask('profile.get', { profile: ids.mara }, tokens.mara)).displayName, 'Mara Wieland')
}

before(async () => {
  const [secret, vkey] = run('log', 'keygen', '--witness', 'witness.example').split('\n')
  writeFileSync(at('witness-key'), secret + '\n')
  ;({ server, ids, tokens } = await Server.demo(place))
  await server.stop()
  const logs = [run('log', 'vkey', ...place.options), run('log', 'vkey', 'erasures', ...place.options)].map((text) => text.trim())
  const other = { options: ['--data', at('witness-data'), '--master-key', at('witness-master')] }
  witness = await Server.start(other, '--witness-key', at('witness-key'), ...logs.flatMap((log) => ['--witness-log', log]))
  cosigner = `${witness.url}/witness ${vkey}`
  server = await Server.start(place, '--demo', '--cosigner', cosigner)
  const own = await server.ask('profile.get', { profile: ids.linh }, tokens.linh)
  plain = [own.displayName, own.headline, own.about, own.contact]
})
after(async () => {
  await server.stop()
  await witness.stop()
  place.remove()
})

test('while it is served the log is put away, and each time only what is new', async () => {
  await told(3)
  const first = putAway()
  const [, position, root] = /^position (\d+) root ([0-9a-f]{64})$/m.exec(first)
  assert.equal(pieces().length, 1)
  assert.ok(pieces()[0].endsWith(`-${position.padStart(13, '0')}-${root}.events`), pieces()[0])
  assert.match(putAway(), /^0 new events/m)
  await told(40)
  const writing = told(150)
  assert.match(putAway(), /^[1-9]\d* new events/m)
  await writing
  assert.match(putAway(), /^[1-9]\d* new events/m)
  assert.ok(pieces().length >= 3)
  assert.deepEqual(filesWith(backup, [...plain, tokens.linh]), [])
})

test('keys are put away by themselves, without what opens them', async () => {
  assert.match(run('backup', 'keys', '--data', place.data, '--to', keys), /^keys for every event up to position \d+/)
  assert.ok(!readFileSync(keys).includes(readFileSync(place.key)))
  cpSync(keys, at('keys-kept'))
})

test('a backup replaces nothing but what it made itself, and goes nowhere into the folder', () => {
  writeFileSync(at('letter'), 'Dear all')
  for (const file of [place.key, at('letter'), '/dev/full']) {
    const before = file.startsWith('/dev') ? '' : readFileSync(file)
    assert.match(refused('backup', 'keys', '--data', place.data, '--to', file), /is no backup of this log's keys/)
    if (before !== '') assert.deepEqual(readFileSync(file), before)
  }
  for (const file of ['head', 'keys', 'vault/keys']) assert.match(refused('backup', 'keys', '--data', place.data, '--to', join(place.data, file)), /within the data folder/)
  assert.match(refused('backup', 'keys', '--data', place.data, '--to', backup), /is no backup/)
  assert.ok(!existsSync(backup + '.partial'))
  for (const folder of [place.data, join(place.data, 'log')]) assert.match(refused('backup', '--data', place.data, '--to', folder), /within the data folder/)
})

test('a person is erased after all that', async () => {
  putAway()
  run('backup', 'keys', '--data', place.data, '--to', keys)
  before_erasure = await server.position()
  await server.stop()
  cpSync(place.data, at('copy'), { recursive: true })
  writeFileSync(at('list-before'), '')
  server = await Server.start(place, '--demo', '--cosigner', cosigner)
  await server.ask('account.requestErasure', { account: ids.linh, due: new Date().toISOString() }, tokens.linh)
  await until(async () => (await server.call('profile.get', { profile: ids.linh }, tokens.mara)).error?.data.code === 'aggregate.not-found')
  await told(1)
  assert.match(readFileSync(list, 'utf8'), new RegExp(`^1 ${ids.linh} `))
  // The witness has seen the list once it has seen the first line of it.
  const erasures = readdirSync(at('witness-key.seen')).map((name) => join(at('witness-key.seen'), name))
  await until(() => erasures.some((file) => /^fuge-erasures\/[0-9a-f]{32}\n1\n/.test(readFileSync(file, 'utf8'))))
})

test('a backup from before, restored, has forgotten the person before it is served', async () => {
  const data = fresh()
  const said = restore(backup, data, '--keys', keys, '--erasures', list, '--cosigner', cosigner)
  assert.match(said, /restored \d+ events of fuge\/[0-9a-f]{32}/)
  assert.deepEqual(filesWith(data, [...plain, tokens.linh]), [])
  assert.equal(readFileSync(data + '.erasures', 'utf8'), readFileSync(list, 'utf8'))
  assert.match(run('verify', '--data', data, '--master-key', place.key), /everything is as it was recorded/)
  await looked(data, isGone)
  assert.match(run('verify', '--data', data, '--master-key', place.key), /everything is as it was recorded/)
})

test('it is a log of its own from there on, whose first event says so, and the old name signs nothing', async () => {
  const old = parseVkey(run('log', 'vkey', ...place.options.map((word) => word.replace(place.data, at('copy')))).trim())
  const data = fresh()
  restore(backup, data, '--keys', keys, '--erasures', list)
  const key = parseVkey(run('log', 'vkey', '--data', data, '--master-key', place.key).trim())
  assert.notEqual(key.name, old.name)
  await looked(data, async (restored) => {
    const checkpoint = await covered(restored)
    await verifyLog(restored.url + '/log', [key], [checkpoint])
    assert.throws(() => openCheckpoint(checkpoint, [old]), /nobody we know/)
    const feed = await restored.ask('feed.read', { channel: 'public', after: before_erasure, limit: 100 })
    const forked = feed.items.find((item) => item.position === before_erasure + 1)
    assert.match(JSON.stringify(forked), new RegExp(`${before_erasure}.*${old.name}|${old.name}.*${before_erasure}`))
  })
  // The head of the old log does not fit the new one, so nobody can go on under the old name by putting it there.
  cpSync(join(at('copy'), 'head'), join(data, 'head'))
  assert.match(refused('verify', '--data', data, '--master-key', place.key), /belongs to another log|not signed by the key/)
})

test('up to a position: what came later is not there', async () => {
  const data = fresh()
  const position = before_erasure - 100
  assert.match(restore(backup, data, '--keys', keys, '--erasures', list, '--until', String(position)), new RegExp(`restored (${position}|${position - 1}|${position - 2}) events`))
  await looked(data, isGone)
  assert.match(refused('restore', backup, '--data', fresh(), '--master-key', place.key, '--keys', keys, '--erasures', list, '--until', '99999999'), /ends at position/)
})

test('up to before somebody was there: their key, logins and tokens are gone all the same', () => {
  const data = fresh()
  restore(backup, data, '--keys', keys, '--erasures', list, '--until', '1')
  assert.deepEqual(filesWith(data, [Buffer.from(ids.linh.replaceAll('-', ''), 'hex')]), [])
  assert.ok(filesWith(data, [Buffer.from(ids.mara.replaceAll('-', ''), 'hex')]).some((file) => file.startsWith('vault/keys')))
})

test('tokens that were revoked since can be left behind, with all others', async () => {
  const kept = fresh(), dropped = fresh()
  assert.match(restore(backup, kept, '--keys', keys, '--erasures', list), /^\d+ access tokens are as they were/m)
  assert.match(restore(backup, dropped, '--keys', keys, '--erasures', list, '--drop-tokens'), /^\d+ access tokens were taken away/m)
  const who = (data) => looked(data, async (restored) => (await fetch(restored.url + '/rpc', { method: 'POST', headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${tokens.mara}` }, body: '{"jsonrpc":"2.0","id":1,"method":"session.describe"}' })).status)
  assert.equal(await who(kept), 200)
  assert.equal(await who(dropped), 401)
})

test('a list that lost its lines is told of, and written anew from the log', async () => {
  const data = fresh()
  restore(at('copy'), data, '--erasures', list)
  rmSync(data + '.erasures')
  const restored = await Server.start({ options: ['--data', data, '--master-key', place.key] })
  assert.match(restored.complaints, /the list of erasures .* lacks 1 who were erased/)
  assert.match(readFileSync(data + '.erasures', 'utf8'), new RegExp(`^1 ${ids.linh} `))
  await restored.stop()
})

test('a plain copy of the folder forgets as well', async () => {
  const data = fresh()
  restore(at('copy'), data, '--erasures', list, '--cosigner', cosigner)
  assert.deepEqual(filesWith(data, [...plain, tokens.linh]), [])
  await looked(data, isGone)
})

test('and is not served as if it were the newest', () => {
  const copied = at('served-copy')
  cpSync(at('copy'), copied, { recursive: true })
  assert.match(refused('serve', '--data', copied, '--master-key', place.key, '--listen', '127.0.0.1:0', '--cosigner', cosigner), /the witness witness.example has seen \d+.*fuge restore/)
})

test('a list that is older than what a witness has seen is refused, and nothing is made', () => {
  const data = fresh()
  assert.match(refused('restore', backup, '--data', data, '--master-key', place.key, '--keys', keys, '--erasures', at('list-before'), '--cosigner', cosigner), /list of erasures has 0 entries here, but the witness witness.example has seen 1/)
  assert.match(refused('restore', backup, '--data', data, '--master-key', place.key, '--keys', keys, '--erasures', at('no-list')), /there is no list of erasures/)
  assert.match(refused('restore', backup, '--data', data, '--master-key', place.key, '--keys', keys, '--erasures', list, '--cosigner', cosigner.replace(/:\d+/, ':1')), /does not answer/)
  assert.ok(!existsSync(data))
})

test('so is one that is older than the events themselves', async () => {
  putAway()
  run('backup', 'keys', '--data', place.data, '--to', at('keys-after'))
  assert.match(refused('restore', backup, '--data', fresh(), '--master-key', place.key, '--keys', at('keys-after'), '--erasures', at('list-before')), /the person who was erased at position \d+ is not on it/)
  const data = fresh()
  restore(backup, data, '--keys', at('keys-after'), '--erasures', list)
  await looked(data, isGone)
})

test('keys that do not fit are refused: older ones, those of another hub, another master key', () => {
  assert.match(refused('restore', backup, '--data', fresh(), '--master-key', place.key, '--keys', keys, '--erasures', list), /keys were put away at position \d+, before the events/)
  const other = new Place()
  other.run('user', 'add', 'x')
  run('backup', 'keys', '--data', other.data, '--to', at('other-keys'))
  assert.match(refused('restore', backup, '--data', fresh(), '--master-key', other.key, '--keys', at('other-keys'), '--erasures', list), /those of another hub/)
  assert.match(refused('restore', backup, '--data', fresh(), '--master-key', other.key, '--keys', at('keys-after'), '--erasures', list), /master key is not the one/)
  other.remove()
})

test('what was changed after it had been put away is refused, by name', () => {
  const flips = (file) => Array.from({ length: 24 }, (_, i) => [Math.floor((statSync(file).size * (i + 0.5)) / 24), i % 8])
  for (const file of [...pieces(), at('keys-after')])
    for (const [offset, bit] of flips(file)) {
      const whole = readFileSync(file)
      const changed = Buffer.from(whole)
      changed[offset] ^= 1 << bit
      writeFileSync(file, changed)
      const data = fresh()
      const { status, stderr } = spawnSync(fuge, ['restore', backup, '--data', data, '--master-key', place.key, '--keys', at('keys-after'), '--erasures', list], { encoding: 'utf8' })
      writeFileSync(file, whole)
      assert.equal(status, 1, `bit ${bit} of byte ${offset} of ${file} was taken as it is`)
      assert.ok(stderr.includes(file) || /damaged|master key|another hub/.test(stderr), stderr)
      assert.ok(!existsSync(data))
    }
  const [first, ...rest] = pieces()
  cpSync(rest[0], at('aside'))
  rmSync(rest[0])
  assert.match(refused('restore', backup, '--data', fresh(), '--master-key', place.key, '--keys', at('keys-after'), '--erasures', list), /has no file that begins at position/)
  cpSync(at('aside'), rest[0])
  assert.ok(first)
})

test('nothing is written where something is, and a restore that was cut short leaves nothing in the way', () => {
  assert.match(refused('restore', backup, '--data', place.data, '--master-key', place.key, '--keys', at('keys-after'), '--erasures', list), /exists and is not empty/)
  const data = fresh()
  mkdirSync(data + '.restoring/log', { recursive: true })
  writeFileSync(data + '.restoring/log/CURRENT', 'half')
  restore(backup, data, '--keys', at('keys-after'), '--erasures', list)
  assert.ok(!existsSync(data + '.restoring'))
})

test('a log that says it goes on from events that are not its own is found out', () => {
  const other = new Place()
  other.run('user', 'add', 'x')
  const fork = { tenant, parent: 'fuge/' + '0'.repeat(32), size: 1, root: 'A'.repeat(43) + '=' }
  writeFileSync(at('fork.jsonl'), JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tenant.recordFork', params: fork }) + '\n')
  other.run('import', 'jsonl', at('fork.jsonl'))
  assert.match(refused('verify', ...other.options), /goes on from another one, whose events are not these/)
  other.remove()
})

test('a log that was restored is put away beside the one that it comes from', () => {
  const data = fresh()
  restore(backup, data, '--keys', at('keys-after'), '--erasures', list)
  run('backup', '--data', data, '--to', backup)
  assert.equal(readdirSync(backup).length, 2)
  assert.match(refused('restore', backup, '--data', fresh(), '--master-key', place.key, '--keys', at('keys-after'), '--erasures', list), /holds several logs; name one of them/)
})
