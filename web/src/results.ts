// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// Three lanes as tabs. Keeps what is open, focused and shown while the results are refreshed underneath.
import type {CatalogueItem, Excluded, Lane, Suggestion} from './fuge';
import {card, catalogueCard} from './card';
import type {Labels} from './labels';
import {h} from './dom';
import {lang, onLanguage, w} from './words';

export interface Hint { label: string; act(): void }
export interface LaneContent {
  suggestions?: Suggestion[];
  catalogue?: CatalogueItem[];
  candidates?: number;
  excluded?: Excluded[];
  hints?: () => Hint[];     // What to try where nothing is found.
  instead?: () => string;   // Said in place of results: nobody is signed in, nothing is chosen.
  failed?: {words: string; retry(): void};
}

const lanes: Lane[] = ['people', 'courses', 'challenges'];
const shownFirst = 8;

interface Row { id: string; key: string; node: HTMLElement }

export class Results {
  private content: Partial<Record<Lane, LaneContent>> = {};
  private current: Lane = 'people';
  private chosen = false;  // By the reader, so it stays.
  private shownAll = new Set<Lane>();
  private seen = new Map<Lane, Set<string>>();   // Of this question; what is not in it is new.
  private fresh = new Set<string>();
  private rows = new Map<Lane, Row[]>();
  private readonly tabs: Record<Lane, HTMLButtonElement>;
  private readonly panels: Record<Lane, HTMLElement>;
  private readonly tablist: HTMLElement;

  constructor(private readonly root: HTMLElement, private readonly labels: Labels) {
    this.tabs = eachLane((lane) => h('button', {
      type: 'button', role: 'tab', id: `tab-${lane}`, 'aria-controls': `lane-${lane}`, click: () => this.choose(lane),
      keydown: (event: KeyboardEvent) => this.key(event),
    }));
    this.panels = eachLane((lane) => h('div', {role: 'tabpanel', id: `lane-${lane}`, 'aria-labelledby': `tab-${lane}`, class: 'lane'}));
    this.tablist = h('div', {role: 'tablist', class: 'tabs'}, ...lanes.map((lane) => this.tabs[lane]));
    root.append(this.tablist, ...lanes.map((lane) => this.panels[lane]));
    onLanguage(() => { this.rows.clear(); for (const lane of lanes) this.render(lane); });
    this.busy(true);
    this.select('people');
  }

  // Another question: nothing is old news or new any more.
  forget(): void {
    this.seen.clear();
    this.fresh.clear();
    this.shownAll.clear();
  }

  busy(is: boolean): void {
    this.root.setAttribute('aria-busy', String(is));
    if (is) for (const lane of lanes) if (!this.content[lane]) this.panels[lane].replaceChildren(...skeleton());
  }

  show(lane: Lane, content: LaneContent): void {
    this.content[lane] = content;
    const ids = (content.suggestions ?? []).map((one) => one.id ?? '');
    const seen = this.seen.get(lane);
    if (seen) for (const id of ids) if (!seen.has(id)) this.fresh.add(id);
    if (content.suggestions) this.seen.set(lane, new Set([...(seen ?? []), ...ids]));
    this.render(lane);
  }

  // The lane to begin with, until the reader chooses one.
  prefer(lane: Lane): void { if (!this.chosen && lane !== this.current) this.select(lane); }

  private choose(lane: Lane): void {
    this.chosen = true;
    this.select(lane);
  }

  private select(lane: Lane): void {
    this.current = lane;
    for (const each of lanes) {
      const is = each === lane;
      this.tabs[each].setAttribute('aria-selected', String(is));
      this.tabs[each].tabIndex = is ? 0 : -1;
      this.panels[each].hidden = !is;
    }
    for (const each of lanes) this.label(each);
  }

  private key(event: KeyboardEvent): void {
    const at = lanes.indexOf(this.current);
    const to = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: lanes.length - 1}[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.choose(lanes[(to + lanes.length) % lanes.length]!);
    this.tabs[this.current].focus();
  }

  private label(lane: Lane): void {
    const content = this.content[lane];
    const n = content?.suggestions?.length ?? content?.catalogue?.length;
    const more = content?.suggestions && content.suggestions.length >= limit ? '+' : '';
    this.tabs[lane].replaceChildren(h('strong', {}, n === undefined ? '–' : `${n}${more}`), h('span', {}, w().lanes[lane]));
  }

  private render(lane: Lane): void {
    this.label(lane);
    const content = this.content[lane];
    if (!content) { this.panels[lane].replaceChildren(...skeleton()); return; }
    const hint = lane === 'challenges' && content.catalogue ? w().challengesOpen : w().laneHint[lane];
    const total = content.suggestions?.length ?? content.catalogue?.length ?? 0;
    const parts: Node[] = [];
    if (content.failed) parts.push(failed(content.failed));
    else if (content.instead) parts.push(h('p', {class: 'instead'}, content.instead()));
    else if (!total) parts.push(nothing(lane, content));
    else {
      parts.push(h('p', {class: 'lane-hint'}, hint), this.list(lane, content));
      const left = total - shownFirst;
      if (left > 0 && !this.shownAll.has(lane))
        parts.push(h('button', {type: 'button', class: 'more', click: () => this.all(lane)}, w().more(left)));
      if (content.candidates !== undefined) parts.push(tally(content));
    }
    const panel = this.panels[lane];
    const focused = panel.contains(document.activeElement) ? (document.activeElement as HTMLElement) : undefined;
    const cardId = focused?.closest('.card')?.getAttribute('aria-labelledby');
    panel.replaceChildren(...parts);
    if (!focused) return;
    const again = panel.contains(focused) ? focused : panel.querySelector<HTMLElement>(`[aria-labelledby="${cardId}"] summary`);
    again?.focus({preventScroll: true});
  }

  private all(lane: Lane): void {
    this.shownAll.add(lane);
    this.render(lane);
    const next = this.panels[lane].querySelectorAll<HTMLElement>('.card')[shownFirst];
    next?.setAttribute('tabindex', '-1');
    next?.focus();
  }

  // Cards that say what they said before stay as they are, open or focused; the others are made anew.
  private list(lane: Lane, content: LaneContent): HTMLElement {
    const before = new Map((this.rows.get(lane) ?? []).map((row) => [row.id, row]));
    const wanted = [
      ...(content.suggestions ?? []).map((one) => ({id: one.id ?? '', key: JSON.stringify(one), make: () => card(one, this.fresh.has(one.id ?? ''), this.labels)})),
      ...(content.catalogue ?? []).map((item) => ({id: item.challenge ?? '', key: JSON.stringify(item), make: () => catalogueCard(item, this.labels)})),
    ];
    const rows = wanted.slice(0, this.shownAll.has(lane) ? wanted.length : shownFirst).map(({id, key, make}) => {
      const old = before.get(id);
      if (old && old.key === key) return old;
      const node = make();
      const open = old?.node.querySelector('details')?.open;
      if (open) node.querySelector('details')?.setAttribute('open', '');
      return {id, key, node};
    });
    this.rows.set(lane, rows);
    return h('ol', {class: 'cards'}, ...rows.map((row) => h('li', {}, row.node)));
  }
}

export const limit = 50;

const eachLane = <T>(make: (lane: Lane) => T): Record<Lane, T> =>
    Object.fromEntries(lanes.map((lane) => [lane, make(lane)])) as Record<Lane, T>;

function skeleton(): HTMLElement[] {
  return [h('p', {class: 'lane-hint'}, w().searching), ...[0, 1, 2].map(() => h('div', {class: 'card skeleton', 'aria-hidden': 'true'}))];
}

function failed({words, retry}: {words: string; retry(): void}): HTMLElement {
  return h('div', {class: 'instead', role: 'alert'}, h('p', {}, words), h('button', {type: 'button', class: 'button', click: retry}, w().again));
}

function nothing(lane: Lane, content: LaneContent): HTMLElement {
  const hints = content.hints?.() ?? [];
  return h('div', {class: 'instead'},
    h('p', {class: 'none'}, w().none[lane]),
    content.candidates !== undefined && tally(content),
    hints.length > 0 && h('div', {class: 'hints'}, h('span', {}, w().tryThis), ...hints.map(({label, act}) =>
      h('button', {type: 'button', class: 'pick', click: act}, label))));
}

// How many were looked at, and which filter left out how many.
function tally({candidates = 0, excluded = []}: LaneContent): HTMLElement {
  const left = excluded.filter(({filter, count}) => count > 0 && filter !== 'self').sort((a, b) => b.count - a.count);
  const all = left.reduce((sum, {count}) => sum + count, candidates);
  const number = new Intl.NumberFormat(lang());
  return h('p', {class: 'tally'}, w().lookedAt(number.format(all), number.format(candidates)),
    left.length > 0 && ` ${w().excluded} ${left.map(({filter, count}) => `${number.format(count)} ${w().filters[filter] ?? filter}`).join(', ')}.`);
}
