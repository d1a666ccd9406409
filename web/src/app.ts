// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// Puts the page together.
import {Combobox} from './combobox';
import {Connection, type State} from './rpc';
import {Feed} from './feed';
import {Labels} from './labels';
import {Lookup} from './lookup';
import {Mine} from './mine';
import {Needs} from './needs';
import {Results} from './results';
import {Search} from './search';
import {Session} from './session';
import type {FeedItem} from './fuge';
import {byId, h, hide} from './dom';
import {lang, onLanguage, setLanguage, translate, w, type Language} from './words';

translate();

const connection = new Connection(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/rpc`);
const labels = new Labels(connection);
const session = new Session(connection);
const results = new Results(byId('lanes'), labels);
const needs: Needs = new Needs(byId('needs'), byId('narrow'), () => search.soon());
const search = new Search(connection, session, needs, results, labels);
const mine = new Mine(connection, labels);
const feed = new Feed();

const find = new Combobox('find-skill', connection, () => ({label: w().findHint, placeholder: w().findPlaceholder}), (choice) => {
  needs.add(choice);
  return true;
});
byId('find-box').append(find.root);

const lookup = new Lookup(connection);
byId('lookup-box').append(lookup.root);

let met = '';  // The person and log that the page was set up for.

connection.onUp = async () => {
  await session.greet();
  const {epoch = '', position = 0} = await connection.greet('session.describe', {});
  const ask = {
    read: (params: {channel: string; after: number; limit: number}) => connection.greet('feed.read', params),
    subscribe: (params: {channel: string; after: number}) => connection.greet('feed.subscribe', params),
  };
  await feed.attach(ask, session.person ? 'members' : 'public', epoch, position);
  const now = `${epoch}/${session.person?.subject ?? ''}`;
  if (now !== met) { search.forget(); lookup.forget(); met = now; window.setTimeout(() => void setUp()); }
  else search.changed(0, true);
};
connection.onNotification = (method, params) => { if (method === 'feed.item') feed.take(params as FeedItem); };
connection.onState = (state) => showConnection(state);

async function setUp(): Promise<void> {
  await session.loadProfile();
  mine.show(session.profile, Boolean(session.person));
  await search.begin();
  mine.show(session.profile, Boolean(session.person));  // With the words of its skills.
}

session.onForgotten = () => {
  needs.set([]);
  search.forget();
  lookup.forget();
  mine.show(undefined, false);
};
mine.onChanged = async (position) => {
  search.changed(position, true);
  await session.loadProfile();
  await labels.load([...(session.profile?.offers ?? []), ...(session.profile?.needs ?? [])].map((skill) => skill.term)).catch(() => {});
  mine.show(session.profile, Boolean(session.person));
};
feed.onItem = (item) => { if (/^(profile|challenge|course)\./.test(item.type)) search.changed(item.position); };

// ---- the connection ----

const patienceMs = 1_000;  // A short break is nobody's business.
let counting = 0;
let lostAt = 0;

function showConnection(state: State): void {
  const banner = byId('lost');
  window.clearInterval(counting);
  if (state.up) { lostAt = 0; hide(banner, true); return; }
  lostAt ||= Date.now();
  const hint = h('span');
  const now = h('button', {type: 'button', class: 'button', click: () => connection.start()}, w().tryNow);
  const count = () => {
    const seconds = Math.ceil((state.retryAt - Date.now()) / 1e3);
    hint.textContent = seconds > 0 ? w().lostHint(seconds) : w().lostNow;
    if (banner.hidden && Date.now() - lostAt >= patienceMs) hide(banner, false);
  };
  banner.replaceChildren(h('strong', {role: 'status'}, w().lost), hint, now);
  counting = window.setInterval(count, 500);
  count();
}

// ---- the language ----

function showLanguage(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-language]'))
    button.setAttribute('aria-pressed', String(button.dataset.language === lang()));
}
for (const button of document.querySelectorAll<HTMLElement>('[data-language]'))
  button.addEventListener('click', () => setLanguage(button.dataset.language as Language));
onLanguage(showLanguage);
showLanguage();

connection.start();
