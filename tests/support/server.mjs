// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// The real program for whole-program tests: started on a free port with a folder of its own, stopped or killed, started again.
import { execFileSync, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { mkdtempSync, rmSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const fuge = process.env.FUGE
if (!fuge) throw new Error('FUGE must name the program')

export class Place {
  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'fuge-test-'))
    this.data = join(this.folder, 'data')
    this.key = join(this.folder, 'master-key')
  }
  get options() {
    return ['--data', this.data, '--master-key', this.key]
  }
  // Runs a verb to its end and gives what it printed; throws with what it complained of.
  run(verb, ...words) {
    return execFileSync(fuge, [verb, ...words, ...this.options], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  }
  // Somebody new who can sign in.
  person(name, ...roles) {
    const subject = this.run('user', 'add', name, ...roles.flatMap((role) => ['--role', role])).trim()
    return { subject, token: this.run('token', name).trim() }
  }
  remove() {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

export class Server {
  written = 0
  static async start(place, ...options) {
    const server = new Server()
    server.child = spawn(fuge, ['serve', ...(options.includes('--listen') ? [] : ['--listen', '127.0.0.1:0']), ...place.options, ...options], { stdio: ['ignore', 'pipe', 'pipe'] })
    server.complaints = ''
    server.child.stderr.on('data', (text) => (server.complaints += text))
    server.ended = new Promise((resolve) => server.child.on('exit', (code, signal) => resolve({ code, signal })))
    server.url = await Promise.race([
      new Promise((resolve) => {
        createInterface({ input: server.child.stdout }).on('line', (line) => {
          const found = /^listening on (\S+)/.exec(line)
          if (found) resolve(found[1])
        })
      }),
      server.ended.then(() => {
        throw new Error('the server did not start: ' + server.complaints)
      }),
    ])
    server.port = Number(new URL(server.url).port)
    server.ws = server.url.replace('http', 'ws') + '/rpc'
    return server
  }
  // With the demo in it: the server, and ids and tokens by the name of the login.
  static async demo(place) {
    const server = await Server.start(place, '--demo')
    const logins = await (await fetch(server.url + '/demo/logins')).json()
    const ids = Object.fromEntries(logins.map(({ name, subject }) => [name, subject]))
    const tokens = Object.fromEntries(await Promise.all(logins.map(async ({ name }) => [name, await server.login(name)])))
    return { server, ids, tokens }
  }
  // One JSON-RPC request over HTTP: the whole answer.
  async call(method, params, token, headers = {}) {
    if (token) headers = { ...headers, Authorization: `Bearer ${token}` }
    const response = await fetch(this.url + '/rpc', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    })
    const answer = await response.json()
    this.written = Math.max(this.written, answer.result?.lastPosition ?? 0)
    return answer
  }
  // Its result; throws what was refused.
  async ask(method, params, token) {
    const answer = await this.call(method, params, token)
    if (answer.error) throw Object.assign(new Error(JSON.stringify(answer.error)), answer.error)
    return answer.result
  }
  async login(name) {
    const response = await fetch(this.url + '/demo/login', { method: 'POST', body: JSON.stringify({ name }) })
    return (await response.json()).token
  }
  // Where the views stand, once they have seen whatever was answered with a receipt here.
  async position() {
    for (;;) {
      const { position } = await this.ask('session.describe', {})
      if (position >= this.written) return position
    }
  }
  async stop() {
    this.child.kill('SIGTERM')
    return this.ended
  }
  async kill() {
    this.child.kill('SIGKILL')
    return this.ended
  }
}

// What people say to a server by their names in `tokens`: tell gives a command, ask a question that has seen whatever was told
// before, refusal the code by which a method is refused, or "accepted".
export const voices = (server, tokens) => ({
  tell: (name, method, params) => server().ask(method, params, tokens[name]),
  ask: (name, method, params = {}) => server().ask(method, { atLeast: server().written, ...params }, tokens[name]),
  refusal: async (name, method, params) => (await server().call(method, params, tokens[name])).error?.data.code ?? 'accepted',
})

// A v4 UUID, as the ids of persons are.
export const subject = () => randomUUID()

// A term that can be offered, named by a curator.
export const term = (server, token, de, en, broader = []) => {
  const id = randomUUID()
  const labels = [
    { language: 'de', text: de, preferred: true },
    { language: 'en', text: en, preferred: true },
  ]
  return server.ask('vocabulary.addTerm', { term: id, labels, broader }, token).then(() => id)
}

// The one tenant of a log.
export const tenant = '74656e61-6e74-8000-8000-000000000001'

// A hub that counts these measures, by the token of an operator.
export async function count(server, token, ...measures) {
  await server.ask('tenant.configure', { tenant, nameDe: 'Haus', nameEn: 'House', zone: 'Europe/Berlin' }, token)
  for (const measure of measures)
    await server.ask('tenant.defineMeasure', { tenant, measure, code: measure, nameDe: 'Räume', nameEn: 'Spaces' }, token)
}

// A profile in the directory that offers and needs a skill. `tell(name, method, params)` gives a command.
export async function listed(tell, name, profile, displayName, skill) {
  const claims = [{ term: skill }]
  await tell(name, 'profile.create', { profile, displayName, sector: 'science', offers: claims, needs: claims })
  await tell(name, 'account.giveConsent', { account: profile, purpose: 'directory', textVersion: 1 })
  await tell(name, 'profile.list', { profile })
}
