// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fuge } from '../support/server.mjs'

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

test('the table of who may do what is the schema\'s', () => {
  const table = execFileSync(fuge, ['schema', 'authorisation'], { encoding: 'utf8' })
  assert.ok(read('docs/authorisation.md').endsWith(table), 'fuge schema authorisation >> docs/authorisation.md, behind its head')
})

test('the table of fields about persons is the schema\'s', () => {
  const table = execFileSync(fuge, ['schema', 'privacy'], { encoding: 'utf8' })
  assert.ok(read('docs/privacy-fields.md').endsWith(table), 'fuge schema privacy >> docs/privacy-fields.md, behind its head')
})

test('the glossary is the schema\'s, and every aggregate is in it', () => {
  const glossary = execFileSync(fuge, ['schema', 'glossary'], { encoding: 'utf8' })
  assert.ok(read('docs/glossary.md').endsWith(glossary), 'fuge schema glossary >> docs/glossary.md, behind its head')
  const { methods } = JSON.parse(execFileSync(fuge, ['schema', 'openrpc'], { encoding: 'utf8' }))
  const aggregates = new Set(methods.filter(({ result }) => result.schema.$ref?.endsWith('/Receipt')).map(({ name }) => name.split('.')[0]))
  assert.ok(aggregates.size >= 6)
  for (const name of aggregates) assert.match(glossary, new RegExp(`\\(\`${name}\`\\)`))
})

test('the page\'s types are the schema\'s', () => {
  const types = execFileSync(fuge, ['schema', 'typescript'], { encoding: 'utf8' })
  assert.ok(read('web/src/fuge.d.ts').includes(types.trim()), 'npm run types in web/')
})

test('what adding-an-action.md shows stands in the files it names', () => {
  const pieces = [...read('docs/adding-an-action.md').matchAll(/^`(\S+)`\n\n```\w+\n([^]*?)```/gm)]
  assert.ok(pieces.length >= 6)
  for (const [, path, piece] of pieces) assert.ok(read(path).includes(piece), `${path} has changed:\n${piece}`)
})

test('every verb and flag that the README shows exists', () => {
  const shown = [...read('README.md').matchAll(/^fuge (\w+)(.*?)(?:#|$)/gm)]
  assert.ok(shown.length >= 8)
  for (const [, verb, rest] of shown) {
    const help = execFileSync(fuge, [verb, '--help'], { encoding: 'utf8' })
    for (const [flag] of rest.matchAll(/--[a-z-]+/g)) assert.ok(help.includes(flag), `fuge ${verb} has no ${flag}`)
  }
})
