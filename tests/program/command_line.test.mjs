// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { fuge, Place, Server } from '../support/server.mjs'

// The real data lies beside the checkout, where there is any.
const shared = join(fileURLToPath(import.meta.url), '..', '..', '..', '..', 'shared', 'data')
const run = (...words) => spawnSync(fuge, words, { encoding: 'utf8' })

test('every verb tells about itself', () => {
  for (const verb of ['serve', 'import', 'replay', 'verify', 'privacy', 'user', 'token', 'schema']) {
    const { status, stdout } = run(verb, '--help')
    assert.equal(status, 0)
    assert.match(stdout, new RegExp(`^Usage: fuge ${verb}`))
  }
})

test('a wrong flag and a wrong verb are named', () => {
  const flag = run('serve', '--colour', 'red')
  assert.equal(flag.status, 2)
  assert.match(flag.stderr, /--colour/)
  const verb = run('fly')
  assert.equal(verb.status, 2)
  assert.match(verb.stderr, /"fly"/)
})

test('flags win over the environment, and that over the file', () => {
  const place = new Place()
  const file = join(place.folder, 'fuge.conf')
  writeFileSync(file, 'data = /from/file\nzone = Nowhere/File\n')
  const zone = (words, environment) =>
    spawnSync(fuge, ['verify', '--data', place.data, '--config', file, ...words], { encoding: 'utf8', env: { ...process.env, ...environment } }).stderr
  assert.match(zone([], {}), /Nowhere\/File/)
  assert.match(zone([], { FUGE_ZONE: 'Nowhere/Environment' }), /Nowhere\/Environment/)
  assert.match(zone(['--zone', 'Nowhere/Flag'], { FUGE_ZONE: 'Nowhere/Environment' }), /Nowhere\/Flag/)
  place.remove()
})

test('a folder that another process has, and a missing master key, are refused in words', async () => {
  const place = new Place()
  place.run('user', 'add', 'anna')
  const server = await Server.start(place)
  assert.throws(() => place.run('verify'), /in use|another process/)
  await server.stop()
  const wrong = run('verify', '--data', place.data, '--master-key', join(place.folder, 'no-such-key'))
  assert.equal(wrong.status, 1)
  assert.match(wrong.stderr, /key/)
  place.remove()
})

test('commands from a file: refused lines are named, known ones change nothing', () => {
  const place = new Place()
  const file = join(place.folder, 'commands.jsonl')
  const account = '0adb266b-b825-4f09-b210-d6dcf7d00de8'
  const line = (id, params) => JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'account.register', params: { ...params, meta: { commandId: id } } })
  writeFileSync(
    file,
    [line('0adb266b-b825-4f09-b210-000000000001', { account, ofAge: true }), '{"broken', line('0adb266b-b825-4f09-b210-000000000002', { account: '0adb266b-b825-4f09-b210-d6dcf7d00de9', ofAge: false })].join('\n'),
  )
  const first = run('import', 'jsonl', file, ...place.options)
  assert.equal(first.status, 1)
  assert.match(first.stdout, /3 commands: 1 accepted, 0 known before, 2 refused/)
  assert.match(first.stderr, /commands\.jsonl:2: rpc\.parse-error/)
  assert.match(first.stderr, /commands\.jsonl:3: account\.minor at ofAge/)
  assert.match(run('import', 'jsonl', file, ...place.options).stdout, /3 commands: 0 accepted, 1 known before, 2 refused/)
  place.remove()
})

test('a line speaks as a person by that person’s rights, and for nobody who is not there', () => {
  const place = new Place()
  const file = join(place.folder, 'voices.jsonl')
  const [anna, ben] = ['0adb266b-b825-4f09-b210-d6dcf7d00de8', '0adb266b-b825-4f09-b210-d6dcf7d00de9']
  const line = (as, method, params) => JSON.stringify({ jsonrpc: '2.0', id: 1, ...(as && { as }), method, params })
  const profile = (person) => ({ profile: person, displayName: 'A', sector: 'science' })
  writeFileSync(
    file,
    [
      line(undefined, 'account.register', { account: anna, ofAge: true }),
      line(ben, 'profile.create', profile(ben)),
      line(anna, 'profile.create', profile(ben)),
      line(anna, 'account.grantRole', { account: anna, role: 'hubAdmin' }),
      line('anna', 'profile.create', profile(anna)),
      line(anna, 'profile.create', profile(anna)),
    ].join('\n'),
  )
  const { stdout, stderr } = run('import', 'jsonl', file, ...place.options)
  assert.match(stdout, /6 commands: 2 accepted, 0 known before, 4 refused/)
  for (const told of ['2: auth.required', '3: auth.forbidden', '4: auth.forbidden', '5: rpc.invalid-request at as']) assert.ok(stderr.includes(`voices.jsonl:${told}`), `${told} in ${stderr}`)
  assert.match(place.run('verify'), /^2 records/)
  place.remove()
})

test('an ESCO hierarchy with a cycle is refused, named, and leaves nothing', () => {
  const place = new Place()
  const folder = join(place.folder, 'esco')
  mkdirSync(folder)
  writeFileSync(join(folder, 'skills_de.csv'), 'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels\n' + ['a', 'b', 'c'].map((x) => `KnowledgeSkillCompetence,http://x/${x},skill,x,Wort ${x},"Alt ${x}\nNoch ${x}"\n`).join(''))
  writeFileSync(join(folder, 'broaderRelationsSkillPillar_de.csv'), 'conceptType,conceptUri,broaderType,broaderUri\n' + ['a,b', 'b,c', 'c,a'].map((edge) => `S,http://x/${edge.split(',')[0]},S,http://x/${edge.split(',')[1]}\n`).join(''))
  const { status, stderr } = run('import', 'esco', folder, ...place.options)
  assert.equal(status, 1)
  assert.match(stderr, /cycle: http:\/\/x\/a -> http:\/\/x\/b -> http:\/\/x\/c -> http:\/\/x\/a/)
  assert.match(place.run('verify'), /^0 records/)
  place.remove()
})

test('official ESCO files: labels of both languages meet, rows that do not fit are named, again changes nothing', () => {
  const place = new Place()
  const folder = join(place.folder, 'esco')
  mkdirSync(folder)
  const header = 'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels\n'
  writeFileSync(join(folder, 'skills_de.csv'), header + 'KnowledgeSkillCompetence,http://x/a,skill,x,Löten,"Weichlöten\nHartlöten"\nKnowledgeSkillCompetence,http://x/b,skill,x,,\n')
  writeFileSync(join(folder, 'skills_en.csv'), header + 'KnowledgeSkillCompetence,http://x/a,skill,x,soldering,\n')
  const first = run('import', 'esco', folder, ...place.options)
  assert.equal(first.status, 0, first.stderr)
  assert.match(first.stdout, /^1 skills, 0 groups, 0 broader relations: 1 terms added/)
  assert.match(first.stderr, /skills_de\.csv:4: no label/)
  assert.match(run('import', 'esco', folder, ...place.options).stdout, /0 terms added, 0 changed, 1 unchanged/)
  assert.match(place.run('replay', '--view', 'terms.v1'), /"stage":"live"/)
  place.remove()
})

test('an ESCO skill meets the skill of the same name that the hub has already, unless kept apart', () => {
  for (const [words, merged] of [[[], 1], [['--keep-apart'], 0]]) {
    const place = new Place()
    const own = join(place.folder, 'own.jsonl')
    const labels = [{ language: 'de', text: 'Löten', preferred: true }, { language: 'en', text: 'Soldering', preferred: true }]
    writeFileSync(own, JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'vocabulary.addTerm', params: { term: '0adb266b-b825-7f09-b210-d6dcf7d00de8', labels } }))
    place.run('import', 'jsonl', own)
    const file = join(place.folder, 'skills_de.csv')
    writeFileSync(file, 'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels\nS,http://x/a,skill,x,löten,\n')
    assert.match(place.run('import', 'esco', file, ...words), new RegExp(`, ${merged} merged into terms of the same name`))
    assert.match(place.run('import', 'esco', file, ...words), /0 terms added, 0 changed, 1 unchanged, 0 merged/)
    place.remove()
  }
})

test('ESCO and the courses in full', { skip: existsSync(shared) ? false : 'no shared data beside the checkout' }, () => {
  const place = new Place()
  assert.match(place.run('import', 'esco', join(shared, 'esco')), /^14157 skills, 640 groups, 20616 broader relations: 14797 terms added/)
  assert.match(place.run('import', 'courses', join(shared, 'courses/courses_skills.tsv.gz'), '--provider', 'WDB'), /^11920 courses with 30122 skills: 11920 added/)
  assert.match(place.run('import', 'esco', join(shared, 'esco')), /0 terms added, 0 changed, 14797 unchanged/)
  assert.match(place.run('verify'), /everything is as it was recorded/)
  place.remove()
})

test('a login name can be typed, and verbs that only look make no folder', () => {
  const place = new Place()
  for (const name of ['', 'two words', 'x'.repeat(101), 'line\nbreak']) assert.throws(() => place.run('user', 'add', name), /input\.invalid name/)
  place.remove()
  for (const words of [['verify'], ['token', 'anna'], ['user', 'list'], ['replay', '--view', 'terms.v1']]) {
    const nowhere = new Place()
    assert.throws(() => nowhere.run(...words), /no data folder/)
    assert.ok(!existsSync(nowhere.data) && !existsSync(nowhere.key))
    nowhere.remove()
  }
})

test('a port that is taken is named', async () => {
  const place = new Place()
  const server = await Server.start(place)
  const other = new Place()
  const { status, stderr } = spawnSync(fuge, ['serve', '--listen', `127.0.0.1:${server.port}`, ...other.options], { encoding: 'utf8' })
  assert.equal(status, 1)
  assert.match(stderr, new RegExp(`^fuge serve: cannot listen on 127.0.0.1, port ${server.port}: `, 'm'))
  await server.stop()
  place.remove()
  other.remove()
})
