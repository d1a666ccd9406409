// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// One suggestion, and why: each need joined to the skill that covers it, what stays open, and parts that sum to the total.
import type {CatalogueItem, Part, Reason, Sector, Suggestion} from './fuge';
import type {Labels} from './labels';
import {h, those, withShare} from './dom';
import {offered, offerOf} from './offered';
import {languageName, percent, said, tenths, w} from './words';

const reasonsShown = 4;

export function card(one: Suggestion, fresh: boolean, labels: Labels): HTMLElement {
  const title = one.title || w().unnamed;
  const reasons = one.reasons ?? [];
  const gaps = one.gaps ?? [];
  // The side that asks is "you"; where only the other side needs something (a challenge), its needs are the ones that count.
  const theirs = one.lane === 'challenges';
  const [first, back] = split(reasons, theirs);
  const [open] = split(gaps, theirs);
  const onlyBack = !first.length && back.length > 0;  // They do nothing for you, but you for them: that is the reason then.
  const shown = (onlyBack ? back : first).slice(0, reasonsShown);
  return h('article', {class: `card lane-${one.lane}`, 'aria-labelledby': `card-${one.id}`},
    h('header', {class: 'card-head'},
      h('div', {},
        h('h3', {id: `card-${one.id}`}, title, fresh && h('span', {class: 'fresh'}, w().fresh)),
        one.subtitle && h('p', {class: 'card-sub'}, one.subtitle)),
      h('p', {class: 'score'}, h('span', {class: 'unseen'}, `${w().fits}: `), h('strong', {}, percent(one.points)))),
    facts(one),
    withShare(h('div', {class: 'bar', 'aria-hidden': 'true'}, h('div', {class: 'bar-fill'})), (one.points ?? 0) / 1e6),
    one.lane === 'people' && w().direction[one.direction] && h('p', {class: `direction ${one.direction}`}, w().direction[one.direction]),
    shown.length > 0 && h('ul', {class: 'joints'}, ...shown.map((reason) => joint(reason, theirs !== onlyBack))),
    !onlyBack && open.length > 0 && h('p', {class: 'pieces'}, h('span', {}, w().stillOpen), ...open.map((gap) => h('span', {class: 'piece-need'}, said(labels.get(gap.need)) || said(gap)))),
    !onlyBack && back.length > 0 && h('p', {class: 'back'}, h('strong', {}, `${w().fromYou}: `), offered(back).join(', ')),
    details(one, first.slice(reasonsShown), onlyBack ? back.slice(reasonsShown) : back, theirs));
}

// A challenge as the catalogue has it: without a score, for there is nobody it could fit.
export function catalogueCard(item: CatalogueItem, labels: Labels): HTMLElement {
  const wanted = (item.wanted ?? []).map((skill) => said(labels.get(skill.term))).filter(Boolean);
  return h('article', {class: 'card lane-challenges', 'aria-labelledby': `card-${item.challenge}`},
    h('header', {class: 'card-head'}, h('div', {}, h('h3', {id: `card-${item.challenge}`}, item.title || w().unnamed), tags([sectorTag(item.sector)]))),
    item.summary && h('p', {class: 'card-text'}, item.summary),
    wanted.length > 0 && h('p', {class: 'pieces'}, h('span', {}, `${w().wanted}:`), ...wanted.map((label) => h('span', {class: 'piece-need'}, label))));
}

const split = <T extends {yours: boolean}>(all: T[], theirs: boolean): [T[], T[]] =>
    [all.filter((one) => Boolean(one.yours) !== theirs), all.filter((one) => Boolean(one.yours) === theirs)];

function sectorTag(sector: Sector | undefined): HTMLElement | undefined {
  const name = w().sectors[sector ?? 'unknown'];
  return name ? h('span', {class: `sector ${sector}`}, name) : undefined;
}

function tags(all: (HTMLElement | undefined)[]): HTMLElement | null {
  const some = those(...all);
  return some.length ? h('p', {class: 'facts'}, ...some) : null;
}

function facts(one: Suggestion): HTMLElement | null {
  return tags([
    sectorTag(one.sector),
    one.hoursPerWeek > 0 ? h('span', {}, w().hoursPerWeek(one.hoursPerWeek)) : undefined,
    one.sharedLanguages?.length ? h('span', {}, one.sharedLanguages.map(languageName).join(', ')) : undefined,
    one.sharedTopics?.length ? h('span', {class: 'topics'}, `${w().topics}: ${one.sharedTopics.map(said).join(', ')}`) : undefined,
  ]);
}

const needOf = (reason: Reason): string => said(reason.path?.[0]);

// The need on the left, the skill that covers it on the right, and underneath in words. (Where both are the same, the picture
// says it all, and the words are for those who cannot see it.)
function joint(reason: Reason, theirs: boolean): HTMLElement {
  const need = needOf(reason);
  const figures = [
    reason.closeness < 1e6 && w().closeness(percent(reason.closeness)),
    reason.levelFit < 1e6 && w().levelFit(percent(reason.levelFit)),
  ].filter(Boolean).join(', ');
  const way = reason.path?.length > 2 ? reason.path.map(said).join(' → ') : '';
  const plain = need && reason.need === reason.offer && !figures;
  return h('li', {class: theirs ? 'joint mirrored' : 'joint'},
    need && h('div', {class: 'joint-row', 'aria-hidden': 'true'},
      h('span', {class: 'piece-need'}, need), h('span', {class: 'piece-offer'}, offerOf(reason))),
    h('p', {class: plain ? 'unseen' : 'joint-words'}, said(reason), way && h('span', {class: 'way'}, way),
      figures && h('span', {class: 'figures'}, figures)));
}

function details(one: Suggestion, rest: Reason[], back: Reason[], theirs: boolean): HTMLElement | null {
  const parts = one.parts ?? [];
  if (!parts.length && !rest.length && !back.length) return null;
  return h('details', {class: 'why'},
    h('summary', {}, w().why),
    rest.length > 0 && h('ul', {class: 'joints'}, ...rest.map((reason) => joint(reason, theirs))),
    parts.length > 0 && sumTable(parts, one.points),
    back.length > 0 && h('h4', {}, w().fromYou),
    back.length > 0 && h('ul', {class: 'joints'}, ...back.map((reason) => joint(reason, !theirs))));
}

function sumTable(parts: Part[], total: number): HTMLElement {
  const rounded = roundToSum(parts.map((part) => part.points), total);
  return h('table', {class: 'sum'},
    h('thead', {class: 'unseen'}, h('tr', {}, h('th', {scope: 'col'}, w().part), h('th', {scope: 'col'}, w().points))),
    h('tbody', {}, ...parts.map((part, i) => h('tr', {},
      h('th', {scope: 'row'}, w().parts[part.term] ?? part.term),
      h('td', {}, withShare(h('span', {class: 'sum-bar', 'aria-hidden': 'true'}), part.points / 1e6), tenths(rounded[i]!))))),
    h('tfoot', {}, h('tr', {}, h('th', {scope: 'row'}, w().sum), h('td', {}, tenths(Math.round(total / 1e3))))));
}

// Millionths as tenths of a percent that still sum to the rounded total: the largest remainders are rounded up.
function roundToSum(points: number[], total: number): number[] {
  const floors = points.map((p) => Math.floor(p / 1e3));
  let missing = Math.round(total / 1e3) - floors.reduce((a, b) => a + b, 0);
  const byRemainder = points.map((p, i) => [p / 1e3 - floors[i]!, i] as const).sort((a, b) => b[0] - a[0]);
  for (const [, i] of byRemainder) { if (missing <= 0) break; floors[i]!++; missing--; }
  return floors;
}
