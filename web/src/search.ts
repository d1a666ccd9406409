// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// From what is chosen to what is shown: asks for partners, courses and challenges whenever the choice or the city changes.
import type {Challenges, Partners, Suggestion} from './fuge';
import type {Connection} from './rpc';
import {Refusal} from './rpc';
import type {Labels} from './labels';
import type {Session} from './session';
import {claimOf, type Need, type Needs} from './needs';
import {limit, type Hint, type Results} from './results';
import {byId, debounce, h, hide, those} from './dom';
import {failure, onLanguage, said, w} from './words';

const settleMs = 250;
const refreshMs = 900;
const picksMax = 8;

export class Search {
  private atLeast = 0;
  private asked = 0;
  private question = '';
  private oftenOffered: string[] = [];
  private readonly picks = byId('picks');
  private readonly status = byId('results-status');
  readonly soon = debounce(settleMs, () => void this.run());
  private readonly later = debounce(refreshMs, () => { if (!document.hidden) void this.run(); });

  constructor(private readonly connection: Connection, private readonly session: Session, private readonly needs: Needs,
              private readonly results: Results, private readonly labels: Labels) {
    document.addEventListener('visibilitychange', () => { if (!document.hidden && this.question) this.later(); });
    onLanguage(() => this.renderPicks());
  }

  // Something in the city changed at this position: ask again, and wait for the views to know it.
  changed(position: number, soon = false): void {
    this.atLeast = Math.max(this.atLeast, position);
    if (soon) this.soon();
    else this.later();
  }

  // The log is another one, or the person is.
  forget(): void {
    this.atLeast = 0;
    this.question = '';
    this.asked++;
  }

  // Start from what the signed-in person has said they need.
  async begin(): Promise<void> {
    const profile = this.session.profile;
    await this.labels.load([...(profile?.needs ?? []), ...(profile?.offers ?? [])].map((skill) => skill.term)).catch(() => {});
    if (!this.needs.all().length && profile?.needs?.length) this.useOwn();
    else this.soon();
    this.renderPicks();
    if (this.session.person && !this.oftenOffered.length) await this.loadPicks();
  }

  private ownNeeds(): Need[] {
    return (this.session.profile?.needs ?? []).map(({term, level, must, weight}) =>
        ({term, level, must, weight, de: '', en: '', ...this.labels.get(term)}));
  }

  private useOwn(): void { this.needs.set(this.ownNeeds()); }

  private isOwn(): boolean {
    const key = (needs: readonly Need[]) => needs.map((need) => JSON.stringify(claimOf(need))).sort().join();
    return key(this.needs.all()) === key(this.ownNeeds());
  }

  private async loadPicks(): Promise<void> {
    try {
      const {facets} = await this.connection.call('directory.search', {limit: 1});
      const terms = (facets ?? []).filter((facet) => facet.name === 'skill').sort((a, b) => b.count - a.count).map((facet) => facet.value);
      this.oftenOffered = terms.slice(0, picksMax * 2);
      await this.labels.load(this.oftenOffered);
    } catch {
      this.oftenOffered = [];
    }
    this.renderPicks();
  }

  renderPicks(): void {
    const chosen = new Set(this.needs.all().map((need) => need.term));
    const own = this.session.profile?.needs?.length && !this.isOwn();
    const often = this.oftenOffered.filter((term) => !chosen.has(term) && this.labels.get(term)).slice(0, picksMax);
    const pick = (term: string) => h('button', {type: 'button', class: 'pick', click: () => this.needs.add({term, ...this.labels.get(term)!})}, said(this.labels.get(term)));
    hide(this.picks, !own && (!often.length || chosen.size > 0));
    this.picks.replaceChildren(...those(
      own ? h('button', {type: 'button', class: 'pick pick-own', click: () => this.useOwn()}, w().ownNeeds) : undefined,
      ...(often.length && !chosen.size ? [h('span', {class: 'picks-title'}, w().oftenOffered), ...often.map(pick)] : [])));
  }

  async run(): Promise<void> {
    const mine = ++this.asked;
    const {sectors, hoursMin} = this.needs.filters;
    const needs = this.needs.all().map(claimOf);
    const question = JSON.stringify([this.session.person?.subject, needs, sectors, hoursMin]);
    if (question !== this.question) this.results.forget();
    this.question = question;
    this.renderPicks();
    this.results.prefer(this.session.person ? 'people' : 'challenges');  // Whatever there is to see.
    this.results.busy(true);
    const current = () => mine === this.asked;
    await Promise.all([this.partners(needs.length > 0, current), this.challenges(current)]);
    if (current()) this.results.busy(false);
  }

  private async partners(chosen: boolean, current: () => boolean): Promise<void> {
    const say = (instead: () => string) => { for (const lane of ['people', 'courses'] as const) this.results.show(lane, {instead}); };
    if (!this.session.person) { say(() => w().noneSignedOut); return; }
    if (!chosen) { say(() => w().noneChosen); return; }
    const {sectors, hoursMin} = this.needs.filters;
    const profile = this.session.profile?.profile;
    const params: Partners = {limit, ...(profile ? {profile} : {}), ...(this.isOwn() && profile ? {} : {needs: this.needs.all().map(claimOf)}),
                              ...(sectors.length ? {sectors} : {}), ...(hoursMin ? {hoursMin} : {})};
    try {
      const {people = [], courses = [], candidates, excluded} = await this.patient((atLeast) => this.connection.call('match.partners', {...params, ...atLeast}));
      await this.labelGaps([...people, ...courses], true);
      if (!current()) return;
      const hints = () => this.hints();
      this.results.show('people', {suggestions: people, candidates, excluded, hints});
      this.results.show('courses', {suggestions: courses, hints: () => this.hints().filter(({label}) => label !== w().dropFilters)});
      this.status.textContent = w().resultStatus(people.length, courses.length);
    } catch (error) {
      if (!current() || (error as Refusal).code === 'page.disconnected') return;
      for (const lane of ['people', 'courses'] as const) this.results.show(lane, {failed: {words: failure(error), retry: () => this.soon()}});
    }
  }

  private async challenges(current: () => boolean): Promise<void> {
    const profile = this.session.profile;
    try {
      if (profile?.offers?.length) {
        const params: Challenges = {profile: profile.profile, limit};
        const {challenges = [], candidates, excluded} = await this.patient((atLeast) => this.connection.call('match.challenges', {...params, ...atLeast}));
        await this.labelGaps(challenges, false);
        if (current()) this.results.show('challenges', {suggestions: challenges, candidates, excluded});
      } else {
        const {items = []} = await this.patient((atLeast) => this.connection.call('catalogue.search', {open: true, limit, ...atLeast}));
        await this.labels.load(items.flatMap((item) => (item.wanted ?? []).map((skill) => skill.term)));
        if (current()) this.results.show('challenges', {catalogue: items});
      }
    } catch (error) {
      if (!current() || (error as Refusal).code === 'page.disconnected') return;
      this.results.show('challenges', {failed: {words: failure(error), retry: () => this.soon()}});
    }
  }

  // A gap says its sentence, a card shows just its word.
  private labelGaps(found: Suggestion[], yours: boolean): Promise<void> {
    const gaps = found.flatMap((one) => one.gaps ?? []).filter((gap) => Boolean(gap.yours) === yours);
    return this.labels.load(gaps.map((gap) => gap.need)).catch(() => {});
  }

  // Waits for the views to catch up; where that takes too long, what they know by now is better than nothing.
  private async patient<T>(ask: (atLeast: {atLeast?: number}) => Promise<T>): Promise<T> {
    try {
      return await ask(this.atLeast ? {atLeast: this.atLeast} : {});
    } catch (error) {
      if ((error as Refusal).code !== 'read.too-early') throw error;
      return ask({});
    }
  }

  private hints(): Hint[] {
    const all = this.needs.all();
    const {sectors, hoursMin} = this.needs.filters;
    return [
      ...(all.some((need) => need.must) ? [{label: w().dropMust, act: () => this.needs.dropMust()}] : []),
      ...(all.some((need) => need.level) ? [{label: w().dropLevel, act: () => this.needs.dropLevel()}] : []),
      ...(sectors.length || hoursMin ? [{label: w().dropFilters, act: () => this.needs.dropFilters()}] : []),
    ];
  }
}
