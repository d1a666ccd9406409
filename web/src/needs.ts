// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// What is being looked for: chips with a level and "must", and the filters.
import type {Sector, SkillClaim} from './fuge';
import type {Choice} from './combobox';
import {h} from './dom';
import {lang, onLanguage, said, w} from './words';

export interface Need extends Choice { level: number; must: boolean; weight?: number }
export interface Filters { sectors: Sector[]; hoursMin: number }

const needsMax = 50;  // As the server has it.
const hoursOffered = [0, 2, 5, 10, 20];
export const sectorsOffered: Sector[] = ['business', 'science', 'administration', 'civilSociety'];

export const sameSkill = (a: Choice, b: Choice): boolean =>
    a.term ? a.term === b.term : !b.term && a.word?.toLowerCase() === b.word?.toLowerCase();

export function claimOf({term, word, level, must, weight}: Need): SkillClaim {
  return {...(term ? {term} : {word, language: lang()}), ...(level ? {level} : {}), ...(must ? {must} : {}),
          ...(weight ? {weight} : {})};
}

export class Needs {
  private list: Need[] = [];
  readonly filters: Filters = {sectors: [], hoursMin: 0};

  constructor(private readonly chips: HTMLElement, private readonly narrow: HTMLElement, private readonly changed: () => void) {
    onLanguage(() => this.render());
    this.render();
  }

  all(): readonly Need[] { return this.list; }

  set(needs: Need[]): void {
    this.list = needs.slice(0, needsMax);
    this.render();
    this.changed();
  }

  add(choice: Choice): void {
    if (this.list.some((need) => sameSkill(need, choice))) return;
    this.set([...this.list, {...choice, level: 0, must: false}]);
  }

  dropMust(): void { this.set(this.list.map((need) => ({...need, must: false}))); }
  dropLevel(): void { this.set(this.list.map((need) => ({...need, level: 0}))); }
  dropFilters(): void {
    Object.assign(this.filters, {sectors: [], hoursMin: 0});
    this.render();
    this.changed();
  }

  private render(): void {
    this.chips.replaceChildren(...(this.list.length ? [this.renderList()] : []));
    const open = this.narrow.querySelector('details')?.open ?? false;
    this.narrow.replaceChildren(this.renderFilters(open));
  }

  private renderList(): HTMLElement {
    const clear = h('button', {type: 'button', class: 'quiet', click: () => { this.set([]); this.focusField(); }}, w().clearNeeds);
    return h('div', {}, h('div', {class: 'needs-head'}, h('h3', {id: 'needs-title'}, w().needs), this.list.length > 1 && clear),
             h('ul', {class: 'needs', 'aria-labelledby': 'needs-title'}, ...this.list.map((need, at) => this.renderNeed(need, at))));
  }

  private renderNeed(need: Need, at: number): HTMLElement {
    const name = said(need);
    const level = h('select', {'aria-label': w().levelOf(name), change: () => this.replace(at, {level: level.selectedIndex})},
                    ...w().levels.map((label, i) => h('option', {value: i, selected: i === need.level}, label)));
    const must = h('button', {
      type: 'button', class: 'must', 'aria-pressed': String(need.must), title: w().mustHint(name),
      click: () => this.replace(at, {must: !this.list[at]!.must}),
    }, w().must, h('span', {class: 'unseen'}, ` – ${name}`));
    const remove = h('button', {type: 'button', class: 'remove', 'aria-label': w().remove(name), click: () => this.remove(at)}, '×');
    return h('li', {class: 'need'}, h('span', {class: 'need-name'}, name, need.word && h('small', {}, w().ownWord)),
             h('span', {class: 'need-set'}, level, must, remove));
  }

  // In place, so that the focus stays where it is.
  private replace(at: number, change: Partial<Need>): void {
    this.list = this.list.map((need, i) => (i === at ? {...need, ...change} : need));
    const must = this.chips.querySelectorAll('.need .must')[at];
    must?.setAttribute('aria-pressed', String(this.list[at]!.must));
    this.changed();
  }

  private remove(at: number): void {
    this.set(this.list.filter((_, i) => i !== at));
    const left = this.chips.querySelectorAll<HTMLElement>('.remove');
    (left[Math.min(at, left.length - 1)] ?? this.field())?.focus();
  }

  private field(): HTMLElement | null { return document.querySelector('#find-box input'); }
  private focusField(): void { this.field()?.focus(); }

  private renderFilters(open: boolean): HTMLElement {
    const sectors = sectorsOffered.map((sector) => {
      const box = h('input', {type: 'checkbox', checked: this.filters.sectors.includes(sector), change: () => {
        this.filters.sectors = sectorsOffered.filter((s) => (s === sector ? box.checked : this.filters.sectors.includes(s)));
        this.changed();
      }});
      return h('label', {class: 'tick'}, box, h('span', {}, w().sectors[sector]));
    });
    const hours = h('select', {id: 'hours-min', change: () => { this.filters.hoursMin = Number(hours.value); this.changed(); }},
                    ...hoursOffered.map((n) => h('option', {value: n, selected: n === this.filters.hoursMin}, n || w().hoursAny)));
    return h('details', {class: 'narrow', open},
             h('summary', {}, w().narrow),
             h('fieldset', {}, h('legend', {}, w().narrowSectors), h('div', {class: 'ticks'}, ...sectors)),
             h('p', {class: 'field-row'}, h('label', {for: 'hours-min'}, w().hours), hours));
  }
}
