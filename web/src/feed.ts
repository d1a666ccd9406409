// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// What happens, newest first. Resumes where the connection broke off. Nothing moves under a reader's eyes: while the feed is
// paused, in use or scrolled, new items wait behind a button that says how many there are.
import type {FeedItem, ReadFeedReply, SubscribeFeedReply} from './fuge';
import {byId, debounce, h, hide} from './dom';
import {lang, onLanguage, said, w} from './words';

export interface Ask {
  read(params: {channel: string; after: number; limit: number}): Promise<ReadFeedReply>;
  subscribe(params: {channel: string; after: number}): Promise<SubscribeFeedReply>;
}

interface Run { items: FeedItem[] }  // Newest first; more than one where an import repeated itself.

const pastWanted = 30;
const pastReach = 16_384;  // Positions that are looked through for them.
const keptMax = 200;
const shownAtOnce = 15;
const pageMax = 500;
const repeats = /^(vocabulary|course)\./;
const tickMs = 30_000;
const saidForMs = 10_000;

export class Feed {
  onItem: (item: FeedItem) => void = () => {};

  private channel = '';
  private epoch = '';
  private position = -1;
  private runs: Run[] = [];
  private waiting: FeedItem[] = [];
  private paused = false;
  private shown = shownAtOnce;
  private fresh = 0;  // Since the reader last looked; for the status line and the dock.
  private readonly list = byId('live-feed');
  private readonly status = byId('live-status');
  private readonly pauseButton = byId<HTMLButtonElement>('live-pause');
  private readonly showButton = byId<HTMLButtonElement>('live-show');
  private readonly olderButton = byId<HTMLButtonElement>('live-older');
  private readonly dock = byId('dock-count');
  private readonly announce = debounce(700, () => this.say());
  private readonly hush = debounce(saidForMs, () => { if (!this.paused) this.status.textContent = ''; });

  constructor() {
    this.pauseButton.addEventListener('click', () => this.pause(!this.paused));
    this.showButton.addEventListener('click', () => { this.release(); this.list.querySelector<HTMLElement>('article')?.focus(); });
    this.olderButton.addEventListener('click', () => this.older());
    this.list.addEventListener('keydown', (event) => this.key(event));
    onLanguage(() => this.render());
    window.setInterval(() => this.tick(), tickMs);
    new IntersectionObserver((entries) => { if (entries.some((e) => e.isIntersecting)) this.looked(); }).observe(this.list);
    this.render();
  }

  // Once per connection. The channel's past is read once; after that only what was missed.
  async attach(ask: Ask, channel: string, epoch: string, head: number): Promise<void> {
    if (channel !== this.channel || epoch !== this.epoch) {
      Object.assign(this, {channel, epoch, runs: [], waiting: [], fresh: 0, position: head});
      for (const item of await past(ask, channel, head)) this.insert(item);
    }
    await ask.subscribe({channel, after: this.position});
    this.list.setAttribute('aria-busy', 'false');
    this.render();
  }

  take(item: FeedItem & {channel?: string}): void {
    if (item.channel && item.channel !== this.channel) return;
    if (item.position <= this.position) return;
    this.position = item.position;
    this.onItem(item);
    if (this.paused || this.inUse()) this.waiting.push(item);
    else { this.insert(item); this.renderSoon(); }
    this.fresh++;
    this.announce();
    this.renderButtons();
  }

  private readonly renderSoon = debounce(60, () => this.render());

  // Whether the reader is in the middle of it: the focus is on an item, or its top is scrolled out of sight.
  private inUse(): boolean {
    if (this.list.contains(document.activeElement)) return true;
    return this.list.scrollTop > 4 || this.list.getBoundingClientRect().top < -4;
  }

  private insert(item: FeedItem): void {
    const top = this.runs[0];
    if (top && repeats.test(item.type) && top.items[0]!.type === item.type) top.items.unshift(item);
    else this.runs.unshift({items: [item]});
    this.runs.length = Math.min(this.runs.length, keptMax);
  }

  private release(): void {
    for (const item of this.waiting.splice(0)) this.insert(item);
    this.list.scrollTop = 0;
    this.render();
  }

  private older(): void {
    const next = this.shown;
    this.shown += shownAtOnce;
    this.render();
    this.list.querySelectorAll<HTMLElement>('article')[next]?.focus();
  }

  private pause(paused: boolean): void {
    this.paused = paused;
    if (paused) this.status.textContent = w().livePaused;
    else { this.release(); this.looked(); this.status.textContent = ''; }
    this.renderButtons();
  }

  private looked(): void {
    this.fresh = this.waiting.length;
    hide(this.dock, !this.fresh);
  }

  private say(): void {
    if (!this.fresh) return;
    this.status.textContent = w().liveNew(this.fresh);
    this.hush();
    this.dock.textContent = this.fresh > 99 ? '99+' : String(this.fresh);
    const box = this.list.getBoundingClientRect();
    if (box.top < window.innerHeight && box.bottom > 0) this.looked();
    else hide(this.dock, false);
  }

  private renderButtons(): void {
    this.pauseButton.textContent = this.paused ? w().liveResume : w().livePause;
    this.pauseButton.setAttribute('aria-pressed', String(this.paused));
    this.showButton.textContent = w().liveShow(this.waiting.length);
    hide(this.showButton, !this.waiting.length);
  }

  private render(): void {
    this.renderButtons();
    if (!this.runs.length) {
      this.list.replaceChildren(h('p', {class: 'hint'}, this.list.getAttribute('aria-busy') === 'true' ? '…' : w().liveNone));
      return;
    }
    const before = new Map([...this.list.querySelectorAll('article')].map((a) => [a.dataset.key, a]));
    this.list.replaceChildren(...this.runs.slice(0, this.shown).map((run, at) => {
      const key = `${lang()}/${run.items[0]!.position}/${run.items.length}`;
      const article = before.get(key) ?? item(run, key);
      article.setAttribute('aria-posinset', String(at + 1));
      article.setAttribute('aria-setsize', String(this.runs.length));
      return article;
    }));
    hide(this.olderButton, this.runs.length <= this.shown);
    this.olderButton.textContent = w().liveOlder;
    this.tick();
  }

  private tick(): void {
    for (const time of this.list.querySelectorAll('time')) time.textContent = ago(time.dateTime);
  }

  // The feed pattern: Page Up and Page Down from item to item, Control with Home or End out of it.
  private key(event: KeyboardEvent): void {
    const articles = [...this.list.querySelectorAll<HTMLElement>('article')];
    const at = articles.findIndex((article) => article.contains(document.activeElement));
    const step = {PageDown: 1, PageUp: -1}[event.key];
    if (step !== undefined) {
      event.preventDefault();
      articles[Math.max(0, Math.min(articles.length - 1, at + step))]?.focus();
    } else if (event.ctrlKey && (event.key === 'Home' || event.key === 'End')) {
      event.preventDefault();
      (event.key === 'Home' ? this.pauseButton : document.querySelector<HTMLElement>('.foot summary'))?.focus();
    }
  }
}

// The last items up to `head`, oldest first. Channels are sparse, so the reach doubles until there are enough.
async function past(ask: Ask, channel: string, head: number): Promise<FeedItem[]> {
  for (let reach = 256;; reach *= 4) {
    const start = Math.max(0, head - reach);
    const items: FeedItem[] = [];
    for (let after = start, more = true; more;) {
      const page = await ask.read({channel, after, limit: pageMax});
      items.push(...(page.items ?? []).filter((one) => one.position <= head));
      more = Boolean(page.more) && page.position > after && page.position < head;
      after = page.position;
    }
    if (items.length >= pastWanted || start === 0 || reach >= pastReach) return items.slice(-pastWanted * 2);
  }
}

function item({items}: Run, key: string): HTMLElement {
  const newest = items[0]!;
  const words = newest.gone ? w().liveGone : said(newest);
  const id = `feed-${newest.position}`;
  return h('article', {class: `item ${family(newest.type)}`, tabindex: 0, 'data-key': key, 'aria-labelledby': id},
    h('p', {id, class: newest.gone ? 'gone' : undefined}, items.length > 1 ? w().liveMany(words) : words || newest.type),
    newest.occurred && h('p', {class: 'when'}, h('time', {datetime: newest.occurred, title: full(newest.occurred)}, ago(newest.occurred))));
}

const family = (type: string | undefined): string => (type ?? '').split('.')[0]!.replace(/\W/g, '');

function full(instant: string): string {
  const date = new Date(instant);
  return isNaN(+date) ? '' : new Intl.DateTimeFormat(lang(), {dateStyle: 'medium', timeStyle: 'medium'}).format(date);
}

function ago(instant: string): string {
  const seconds = (new Date(instant).getTime() - Date.now()) / 1e3;
  if (isNaN(seconds)) return '';
  const relative = new Intl.RelativeTimeFormat(lang(), {numeric: 'auto'});
  for (const [unit, size] of [['month', 2_629_746], ['day', 86_400], ['hour', 3_600], ['minute', 60]] as const)
    if (Math.abs(seconds) >= size) return relative.format(Math.round(seconds / size), unit);
  return relative.format(0, 'second');
}
