// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// The words of terms, asked for once.
import type {Connection} from './rpc';

const askedAtOnce = 200;  // As the server has it.

export class Labels {
  private known = new Map<string, {de: string; en: string}>();

  constructor(private readonly connection: Connection) {}

  get(term: string | undefined): {de: string; en: string} | undefined { return this.known.get(term ?? ''); }
  learn(term: string, labels: {de: string; en: string}): void { this.known.set(term, labels); }

  async load(terms: (string | undefined)[]): Promise<void> {
    const missing = [...new Set(terms)].filter((term): term is string => Boolean(term) && !this.known.has(term!));
    for (let at = 0; at < missing.length; at += askedAtOnce) {
      const reply = await this.connection.call('skills.lookUp', {terms: missing.slice(at, at + askedAtOnce)});
      for (const {term, de, en} of reply.found ?? []) if (term) this.learn(term, {de, en});
    }
  }
}
