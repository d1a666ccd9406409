// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// The page as people meet it: Debian's Chromium, a phone's width, the demo's people, and the real server behind it.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {createInterface} from 'node:readline';
import {after, afterEach, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';

const here = (to) => fileURLToPath(new URL(to, import.meta.url));
const fuge = process.env.FUGE ?? here('../../build/release/fuge');
const page360 = {viewport: {width: 360, height: 780}, locale: 'de-DE', hasTouch: true};
const chromium = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
                     .find((file) => file && existsSync(file));
const skip = chromium ? false : 'no Chromium here (apt-get install chromium, or CHROMIUM=/path/to/it)';
const patienceMs = 30_000;  // The server may run under a sanitizer.

let folder, server, browser, address;
const troubles = [];  // What the console complains about, in any page.

before(async () => {
  if (skip) return;
  assert.ok(existsSync(here('../../web/dist/index.html')), 'web/dist is not built (./dev build)');
  folder = mkdtempSync(path.join(tmpdir(), 'fuge-page-'));
  server = spawn(fuge, ['serve', '--demo', '--data', path.join(folder, 'data'), '--master-key', path.join(folder, 'master-key'),
                        '--listen', '127.0.0.1:0', '--web', here('../../web/dist')], {stdio: ['ignore', 'pipe', 'inherit']});
  address = await listening(server);
  const {chromium: engine} = await import('playwright-core');
  browser = await engine.launch({executablePath: chromium, args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync',
  ]});
}, {timeout: 240_000});

after(async () => {
  await browser?.close();
  if (server && server.exitCode === null) {
    server.kill('SIGTERM');
    await new Promise((done) => server.once('exit', done));
  }
  if (folder) rmSync(folder, {recursive: true, force: true});
});

afterEach(async () => {
  await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
  assert.deepEqual(troubles.splice(0), [], 'the console is silent');
});

function listening(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`fuge serve ended with ${code} before it listened`)));
    createInterface({input: child.stdout}).on('line', (line) => {
      const found = line.match(/listening on (http:\/\/\S+)/);
      if (found) resolve(found[1]);
    });
  });
}

async function open(options = page360) {
  const context = await browser.newContext({reducedMotion: 'reduce', ...options});
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  page.on('console', (message) => { if (message.type() === 'error') troubles.push(message.text()); });
  page.on('pageerror', (error) => troubles.push(error.message));
  await page.goto(address);
  return page;
}

// As the nth of the demo's people.
async function openAs(nth, options) {
  const page = await open(options);
  await page.locator('.login').nth(nth).click();
  await page.locator('#person').waitFor();
  await page.locator('#mine form').waitFor();
  return page;
}

async function choose(page, typed) {
  await page.locator('#find-skill').fill(typed);
  await page.locator('#find-skill-list [role=option]').first().waitFor();
  await page.keyboard.press('Enter');
}

// Leaves nothing chosen, not even the person's own needs.
async function clear(page) {
  await page.locator('.need').first().waitFor();
  await page.getByRole('button', {name: 'Alle entfernen'}).click();
  await page.locator('.need').first().waitFor({state: 'detached'});
}

// Adds a skill to the person's own profile, and gives back what it is called.
async function addSkill(page, word) {
  await page.locator('#mine-skill').fill(word);
  await page.locator('#mine-skill-list [role=option]').first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', {name: 'Hinzufügen'}).click();
  await page.locator('#mine .done', {hasText: word}).waitFor();
}

async function isNotWider(page, when) {
  const {content, window} = await page.evaluate(() => ({content: document.documentElement.scrollWidth, window: innerWidth}));
  assert.ok(content <= window, `${when}: ${content} px of content in ${window} px`);
}

test('typing "pho" suggests skills, and choosing one finds people with reasons', {skip}, async () => {
  const page = await openAs(0);
  const field = page.getByRole('combobox', {name: /Fähigkeit auf Deutsch oder Englisch/});
  await field.fill('pho');
  const options = page.locator('#find-skill-list [role=option]');
  await options.first().waitFor();
  assert.equal(await field.getAttribute('aria-expanded'), 'true');
  assert.match((await options.locator('mark').first().textContent()).toLowerCase(), /^pho$/);
  const label = await options.first().locator('.option-main').textContent();
  await options.first().click();
  assert.equal(await field.inputValue(), '');
  await page.locator('.need-name', {hasText: label}).waitFor();

  const card = page.locator('#lane-people .card').first();
  await card.waitFor();
  assert.match(await card.locator('.score').textContent(), /\d+\s%/);
  await page.locator('#lane-people .joint').first().waitFor();
  assert.ok((await page.locator('#lane-people .joint p').first().textContent()).length > 5, 'a reason in words');
});

test('the parts of a score sum to its total', {skip}, async () => {
  const page = await openAs(0);
  await choose(page, 'pho');
  await page.locator('#lane-people .why summary').first().click();
  const number = (text) => Math.round(Number(text.replace(/[^\d,-]/g, '').replace(',', '.')) * 10);
  const parts = (await page.locator('#lane-people .sum').first().locator('tbody td').allTextContents()).map(number);
  const total = number(await page.locator('#lane-people .sum').first().locator('tfoot td').textContent());
  assert.ok(parts.length >= 2);
  assert.equal(parts.reduce((a, b) => a + b, 0), total);
});

test('nothing is wider than a phone of 360 pixels', {skip}, async () => {
  const page = await open();
  await page.locator('.login').first().waitFor();
  await isNotWider(page, 'signed out');
  await page.locator('.login').first().click();
  await page.locator('#mine form').waitFor();
  await page.locator('#find-skill').fill('pho');
  await page.locator('#find-skill-list [role=option]').first().waitFor();
  await isNotWider(page, 'suggestions');
  await page.keyboard.press('Enter');
  await page.locator('#lane-people .card:not(.skeleton)').first().waitFor();
  for (const details of await page.locator('details').all()) await details.evaluate((element) => { element.open = true; });
  await isNotWider(page, 'people, everything open');
  for (const lane of ['courses', 'challenges']) {
    await page.locator(`#tab-${lane}`).click();
    await isNotWider(page, lane);
  }
  await choose(page, 'Donaudampfschifffahrtsgesellschaftskapitänspatentverlängerung');
  await isNotWider(page, 'a long word');
});

test('a word of one’s own is kept, and an empty answer says who was left out', {skip}, async () => {
  const page = await openAs(0);
  await page.getByRole('radio', {name: 'Ich suche'}).check();
  await addSkill(page, 'Zwergdackelyoga');
  await clear(page);
  await choose(page, 'Zwergdackelyoga');
  await page.locator('.need', {hasText: 'eigenes Wort'}).waitFor();
  await page.getByRole('button', {name: /^Muss – Zwergdackelyoga/}).click();
  await page.locator('#lane-people .none').waitFor();
  assert.match(await page.locator('#lane-people .tally').textContent(), /[1-9]\d* geprüft.*Nicht dabei: \d+/);
  await page.locator('#lane-people').getByRole('button', {name: 'Kein Muss'}).click();
  assert.equal(await page.locator('.must').getAttribute('aria-pressed'), 'false');
});

test('the keyboard alone is enough', {skip}, async () => {
  const page = await open({...page360, viewport: {width: 1280, height: 900}});
  await page.locator('.login').first().waitFor();
  const focused = (selector) => page.evaluate((s) => Boolean(document.activeElement?.matches(s)), selector);
  const tabTo = async (selector) => {
    for (let i = 0; i < 80; i++) {
      if (await focused(selector)) return;
      await page.keyboard.press('Tab');
    }
    assert.fail(`Tab never reaches ${selector}`);
  };
  await tabTo('.login');
  await page.keyboard.press('Enter');
  await page.locator('#mine form').waitFor();
  await tabTo('#find-skill');
  await page.keyboard.type('pho');
  await page.locator('#find-skill-list [role=option]').first().waitFor();
  await page.keyboard.press('ArrowDown');
  const active = await page.locator('#find-skill').getAttribute('aria-activedescendant');
  const label = await page.locator(`#${active} .option-main`).textContent();
  await page.keyboard.press('Enter');
  await page.locator('.need-name', {hasText: label}).waitFor();
  assert.ok(await focused('#find-skill'), 'the field keeps the focus');
  await page.locator('#lane-people .card:not(.skeleton)').first().waitFor();
  await tabTo('[role=tab][aria-selected=true]');
  await page.keyboard.press('ArrowRight');
  assert.ok(await focused('#tab-courses'));
  await page.keyboard.press('ArrowLeft');
  await tabTo('.why summary');
  await page.keyboard.press('Enter');
  await page.locator('.why[open]').waitFor();
  await tabTo('[role=feed] article');
  await page.keyboard.press('PageDown');
  assert.ok(await focused('[role=feed] article:nth-child(2)'), 'Page Down goes to the next item');
});

test('the language switches, and stays', {skip}, async () => {
  const page = await openAs(0);
  await page.getByRole('button', {name: 'EN: English'}).click();
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  await page.getByRole('heading', {name: 'What do you need?'}).waitFor();
  await page.locator('#live article').first().waitFor();
  await page.reload();
  await page.getByRole('heading', {name: 'What do you need?'}).waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.equal(await page.title(), 'Fuge – where skills meet needs');
});

test('what one person adds, another sees in the feed and among the results', {skip}, async () => {
  const first = await openAs(0);
  await clear(first);
  await choose(first, 'Drachenbootbau');
  await first.locator('#live article').first().waitFor();
  const second = await openAs(1);
  const name = (await second.locator('.person-name').textContent()).replace('Angemeldet als ', '').trim();
  await addSkill(second, 'Drachenbootbau');

  await first.locator('#live article', {hasText: 'Drachenbootbau'}).first().waitFor();
  await first.locator('#live-status', {hasText: /neue Meldung/}).waitFor({state: 'attached'});
  const card = first.locator('#lane-people .card', {hasText: name});
  await card.waitFor();
  await card.locator('.joint', {hasText: 'Drachenbootbau'}).waitFor();
});

test('a paused feed holds what is new until it is wanted', {skip}, async () => {
  const first = await openAs(0);
  await first.locator('#live article').first().waitFor();
  await first.getByRole('button', {name: 'Anhalten'}).click();
  const second = await openAs(1);
  await addSkill(second, 'Glasharfe');
  await first.getByRole('button', {name: /neue Meldung(en)? zeigen/}).waitFor();
  assert.equal(await first.locator('#live article', {hasText: 'Glasharfe'}).count(), 0);
  await first.getByRole('button', {name: /neue Meldung(en)? zeigen/}).click();
  await first.locator('#live article', {hasText: 'Glasharfe'}).waitFor();
});

test('a lost connection comes back, and nothing of the feed is missed or doubled', {skip}, async () => {
  const page = await open();
  let socket, up = true;
  await page.routeWebSocket('**/rpc', (mine) => {
    if (!up) return mine.close();
    socket = mine;
    mine.connectToServer();
  });
  await page.reload();
  await page.locator('.login').first().click();
  await page.locator('#live article').first().waitFor();
  const second = await openAs(1);

  up = false;
  await socket.close();
  await page.getByText('Die Verbindung ist unterbrochen.').waitFor();
  await addSkill(second, 'Wolkenkunde');
  up = true;
  await page.locator('#live article', {hasText: 'Wolkenkunde'}).waitFor();
  await page.locator('#lost').waitFor({state: 'hidden'});
  await addSkill(second, 'Moosgarten');
  await page.locator('#live article', {hasText: 'Moosgarten'}).waitFor();
  assert.equal(await page.locator('#live article', {hasText: 'Wolkenkunde'}).count(), 1);
});

test('names and words are found as one types, marked, and only what one may see', {skip}, async () => {
  const page = await open();
  const field = page.getByRole('searchbox', {name: 'Namen und Wörter'});
  const hits = page.locator('#lookup-hits .hit');
  await field.fill('Linh');
  await page.locator('#lookup-hits', {hasText: 'Nichts gefunden.'}).waitFor();  // Visitors find no people.
  await field.fill('Werkst');
  await hits.first().waitFor();
  assert.match((await hits.first().locator('mark').first().textContent()).toLowerCase(), /^werkst/);
  await isNotWider(page, 'hits');
  await field.fill('Stadt');
  await page.getByRole('button', {name: 'Mehr zeigen'}).waitFor();
  const shown = await hits.count();
  await page.getByRole('button', {name: 'Mehr zeigen'}).focus();
  await page.keyboard.press('Enter');
  await hits.nth(shown).waitFor();
  await page.getByRole('button', {name: 'EN: English'}).click();
  await page.getByRole('searchbox', {name: 'Names and words'}).waitFor();
  await page.locator('.login').first().click();
  await page.locator('#mine form').waitFor();
  assert.equal(await page.locator('#lookup').inputValue(), '');
  await page.locator('#lookup').fill('Linh');
  await hits.filter({hasText: 'Linh Hoang'}).first().waitFor();
});

test('a refusal stands next to its field', {skip}, async () => {
  const page = await openAs(0);
  await page.getByRole('button', {name: 'Hinzufügen'}).click();
  await page.locator('#mine-skill-error', {hasText: 'Wähle erst'}).waitFor();
  assert.equal(await page.locator('#mine-skill').getAttribute('aria-invalid'), 'true');
});
