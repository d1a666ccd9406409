// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// The signed-in person's own skills: what they offer and look for, to add to and to take back.
import type {GetProfileReply, ProfileDirection, Skill} from './fuge';
import {commandId, type Connection} from './rpc';
import {Combobox} from './combobox';
import {byId, h, hide} from './dom';
import {failure, lang, onLanguage, said, w} from './words';
import type {Labels} from './labels';

export class Mine {
  onChanged: (position: number) => void = () => {};  // A change of one's own is recorded there.

  private profile?: GetProfileReply;
  private signedIn = false;
  private direction: ProfileDirection = 'have';
  private readonly section = byId('mine');
  private readonly lists = h('details', {class: 'own-lists'});
  private readonly note = h('p', {class: 'hint'});
  private readonly status = h('p', {class: 'done', role: 'status'});
  private readonly form: HTMLFormElement;
  private readonly combobox: Combobox;
  private readonly level = h('select', {id: 'mine-level'});
  private readonly submit = h('button', {type: 'submit', class: 'button'});
  private readonly directions = h('div', {class: 'switch'});

  constructor(private readonly connection: Connection, private readonly labels: Labels) {
    this.combobox = new Combobox('mine-skill', connection, () => ({label: w().addSkill}), () => false);
    this.form = h('form', {class: 'mine-form', novalidate: true, submit: (event: Event) => { event.preventDefault(); void this.add(); }},
      this.directions, this.combobox.root, h('div', {class: 'mine-row'}, this.level, this.submit));
    byId('mine-body').append(this.note, this.form, this.status, this.lists);
    onLanguage(() => this.render());
  }

  show(profile: GetProfileReply | undefined, signedIn: boolean): void {
    if (profile?.profile !== this.profile?.profile) { this.status.textContent = ''; this.combobox.clear(); }
    this.profile = profile;
    this.signedIn = signedIn;
    this.render();
  }

  private render(): void {
    const profile = this.profile;
    hide(this.section, !this.signedIn);
    hide(byId('dock-mine'), !this.signedIn);
    hide(this.form, !profile);
    hide(this.lists, !profile);
    this.note.textContent = !profile ? w().mineNone : profile.paused ? w().minePaused : profile.listed ? w().mineHint : w().mineHidden;
    if (!profile) return;
    const counts = h('summary', {}, w().ownSkills(profile.offers?.length ?? 0, profile.needs?.length ?? 0));
    this.lists.replaceChildren(counts, this.list('have', w().offers, profile.offers ?? []), this.list('want', w().wants, profile.needs ?? []));
    this.directions.replaceChildren(h('fieldset', {}, h('legend', {class: 'unseen'}, w().mineTitle), this.choice('have', w().offers), this.choice('want', w().wants)));
    const chosen = Math.max(0, this.level.selectedIndex);
    this.level.setAttribute('aria-label', w().levelOf(w().addSkill));
    this.level.replaceChildren(...w().levels.map((label, i) => h('option', {value: i, selected: i === chosen}, label)));
    this.submit.textContent = w().add;
  }

  private choice(direction: ProfileDirection, label: string): HTMLElement {
    return h('label', {class: `radio ${direction}`}, h('input', {
      type: 'radio', name: 'direction', value: direction, checked: this.direction === direction,
      change: () => { this.direction = direction; },
    }), h('span', {}, label));
  }

  private list(direction: ProfileDirection, title: string, skills: Skill[]): HTMLElement {
    const rows = skills.map((skill) => {
      const name = said(this.labels.get(skill.term)) || '…';
      return h('li', {class: direction === 'have' ? 'own-offer' : 'own-need'}, h('span', {}, name, ' ', skill.level > 0 && h('small', {}, w().levels[skill.level] ?? '')),
        h('button', {type: 'button', class: 'remove', 'aria-label': w().remove(name), click: () => void this.withdraw(direction, skill.term ?? '', name)}, '×'));
    });
    return h('div', {class: 'own'}, h('h3', {id: `own-${direction}`}, title),
      rows.length ? h('ul', {class: 'own-skills', 'aria-labelledby': `own-${direction}`}, ...rows) : h('p', {class: 'hint'}, w().nothingYet));
  }

  private async add(): Promise<void> {
    const choice = this.combobox.chosen;
    const profile = this.profile?.profile;
    if (!choice || !profile) { this.combobox.complain(w().chooseSkill); this.combobox.input.focus(); return; }
    const level = this.level.selectedIndex;
    const skill = {...(choice.term ? {term: choice.term} : {word: choice.word, language: lang()}), ...(level ? {level} : {})};
    await this.send(() => this.connection.call('profile.declareSkill', {profile, direction: this.direction, skill, meta: {commandId: commandId()}}),
                    () => { this.combobox.clear(); this.level.selectedIndex = 0; return w().added(said(choice)); });
  }

  private async withdraw(direction: ProfileDirection, term: string, name: string): Promise<void> {
    const profile = this.profile?.profile;
    if (!profile) return;
    await this.send(() => this.connection.call('profile.withdrawSkill', {profile, direction, term, meta: {commandId: commandId()}}),
                    () => w().removed(name));
    this.combobox.input.focus({preventScroll: true});
  }

  private async send(command: () => Promise<{lastPosition: number}>, done: () => string): Promise<void> {
    this.submit.setAttribute('aria-busy', 'true');
    this.combobox.complain('');
    this.status.textContent = '';
    try {
      const {lastPosition} = await command();
      this.status.textContent = done();
      this.lists.open = true;
      this.onChanged(lastPosition);
    } catch (error) {
      this.combobox.complain(failure(error));
    } finally {
      this.submit.removeAttribute('aria-busy');
    }
  }
}
