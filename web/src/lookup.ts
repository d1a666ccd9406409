// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// A field that finds whatever there is by its name and its words, as one types.
import type {Hit, SearchKind} from './fuge';
import type {Connection} from './rpc';
import {Refusal} from './rpc';
import {debounce, h, hide, those} from './dom';
import {failure, lang, onLanguage, w} from './words';

const typingMs = 150;
const pageMax = 8;
const textMax = 200;  // In bytes, so of some letters fewer.

export class Lookup {
  readonly root: HTMLElement;
  private readonly input = h('input', {
    id: 'lookup', type: 'search', autocomplete: 'off', spellcheck: 'false', maxlength: textMax / 2, enterkeyhint: 'search',
    'aria-describedby': 'lookup-hint lookup-error', 'aria-controls': 'lookup-hits',
  });
  private readonly label = h('label', {for: 'lookup'});
  private readonly hint = h('p', {id: 'lookup-hint', class: 'hint'});
  private readonly error = h('p', {id: 'lookup-error', class: 'error', hidden: true});
  private readonly status = h('p', {class: 'unseen', role: 'status'});
  private readonly list = h('ol', {id: 'lookup-hits', class: 'hits', hidden: true});
  private readonly more = h('button', {type: 'button', class: 'more', hidden: true, click: () => void this.ask(this.next)});
  private hits: Hit[] = [];
  private next = '';
  private asked = 0;  // Counts questions, so that a late answer to an earlier one is dropped.

  constructor(private readonly connection: Connection) {
    const form = h('form', {role: 'search', 'aria-labelledby': 'lookup-title', submit: (event: Event) => { event.preventDefault(); void this.ask(''); }},
                   this.label, this.input, this.hint, this.error);
    this.root = h('div', {class: 'lookup'}, form, this.status, this.list, this.more);
    this.input.addEventListener('input', debounce(typingMs, () => void this.ask('')));
    onLanguage(() => { this.translate(); if (this.hits.length) void this.ask(''); });
    this.translate();
  }

  // What is found depends on who asks.
  forget(): void {
    this.input.value = '';
    void this.ask('');
  }

  private translate(): void {
    this.label.textContent = w().lookupLabel;
    this.hint.textContent = w().lookupHint;
    this.input.placeholder = w().lookupPlaceholder;
    this.more.textContent = w().lookupMore;
  }

  private async ask(after: string): Promise<void> {
    const text = this.input.value.trim();
    const mine = ++this.asked;
    this.complain('');
    if (!/[\p{L}\p{N}]/u.test(text)) { this.show([], ''); this.status.textContent = ''; return; }
    try {
      const {hits = [], next = ''} = await this.connection.call('search.find', {text, language: lang(), limit: pageMax, after});
      if (mine !== this.asked) return;
      this.show(after ? [...this.hits, ...hits] : hits, next);
      this.status.textContent = this.hits.length ? w().lookupFound(this.hits.length) : w().lookupNone;
    } catch (error) {
      if (mine !== this.asked || (error as Refusal).code === 'page.disconnected') return;
      this.show([], '');
      this.complain(failure(error));
    }
  }

  private complain(message: string): void {
    this.error.textContent = message;
    hide(this.error, !message);
    this.input.setAttribute('aria-invalid', String(Boolean(message)));
  }

  private show(hits: Hit[], next: string): void {
    this.hits = hits;
    this.next = next;
    const asked = /[\p{L}\p{N}]/u.test(this.input.value);
    this.list.replaceChildren(...(hits.length ? hits.map(hitItem) : [h('li', {class: 'hint'}, w().lookupNone)]));
    hide(this.list, !asked);
    hide(this.more, !next);
  }
}

function hitItem(hit: Hit): HTMLElement {
  const spans = (hit.spans ?? []).map(({start = 0, end = 0}) => [start, end] as const);
  const inTitle = hit.excerpt === hit.title;
  return h('li', {class: 'hit'}, ...those(
    h('span', {class: 'hit-kind'}, w().kinds[hit.kind as SearchKind]),
    h('strong', {}, ...(inTitle ? withMarks(hit.title, spans) : [hit.title || w().unnamed])),
    !inTitle && Boolean(hit.excerpt) && h('span', {class: 'hit-text'}, ...withMarks(hit.excerpt, spans))));
}

// The text with these parts marked, in UTF-16 code units as JavaScript counts.
function withMarks(text: string, spans: readonly (readonly [number, number])[]): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const [start, end] of spans) {
    nodes.push(document.createTextNode(text.slice(at, start)), h('mark', {}, text.slice(start, end)));
    at = end;
  }
  return [...nodes, document.createTextNode(text.slice(at))];
}
