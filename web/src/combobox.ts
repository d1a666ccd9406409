// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// A text field with suggestions from the vocabulary, after the ARIA 1.2 combobox pattern (list, automatic selection). Where
// the vocabulary has no such word, the last suggestion keeps the word as it was typed.
import type {Connection} from './rpc';
import type {Found} from './fuge';
import {debounce, findFolded, h, hide, marked} from './dom';
import {failure, lang, onLanguage, said, w} from './words';

export interface Choice { term?: string; word?: string; de: string; en: string }

interface Texts { label: string; hint?: string; placeholder?: string }

const typingMs = 120;
const shownMax = 12;
const textMax = 120;

export class Combobox {
  readonly root: HTMLElement;
  readonly input: HTMLInputElement;
  chosen?: Choice;  // What the text stands for, once it was picked and not cleared.
  private readonly label = h('label');
  private readonly hint: HTMLElement;
  private readonly error: HTMLElement;
  private readonly list: HTMLUListElement;
  private readonly status = h('p', {class: 'unseen', role: 'status'});
  private choices: Choice[] = [];
  private found: Found[] = [];
  private active = -1;
  private asked = 0;      // Counts questions, so that a late answer to an earlier one is dropped.
  private answered = '';  // The text that the list belongs to.
  private enterWaits = false;

  // `pick` is told each choice; it says whether the field is to be emptied.
  constructor(private readonly id: string, private readonly connection: Connection, private readonly texts: () => Texts,
              private readonly pick: (choice: Choice) => boolean) {
    this.list = h('ul', {id: `${id}-list`, role: 'listbox', class: 'options', hidden: true});
    this.hint = h('p', {id: `${id}-hint`, class: 'hint'});
    this.error = h('p', {id: `${id}-error`, class: 'error', hidden: true});
    this.input = h('input', {
      id, type: 'text', role: 'combobox', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', maxlength: textMax,
      enterkeyhint: 'done', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': `${id}-list`,
      'aria-describedby': `${id}-hint ${id}-error`,
    });
    this.label.htmlFor = id;
    this.root = h('div', {class: 'combobox'}, this.label, h('div', {class: 'combobox-field'}, this.input, this.list), this.hint,
                  this.error, this.status);
    const ask = debounce(typingMs, () => void this.ask());
    this.input.addEventListener('input', () => { this.complain(''); this.chosen = undefined; this.enterWaits = false; ask(); });
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.input.addEventListener('focus', () => { if (this.text() && this.text() === this.answered) this.expand(true); });
    this.input.addEventListener('blur', () => this.expand(false));
    this.list.addEventListener('pointerdown', (event) => event.preventDefault());  // The field keeps the focus.
    onLanguage(() => this.translate());
    this.translate();
  }

  complain(message: string): void {
    this.error.textContent = message;
    hide(this.error, !message);
    this.input.setAttribute('aria-invalid', String(Boolean(message)));
  }

  clear(): void {
    this.input.value = '';
    this.chosen = undefined;
    this.choices = [];
    this.answered = '';
    this.asked++;
    this.expand(false);
  }

  private text(): string { return this.input.value.trim(); }

  private translate(): void {
    const {label, hint, placeholder} = this.texts();
    this.label.textContent = label;
    this.list.setAttribute('aria-label', label);
    this.hint.textContent = hint ?? '';
    hide(this.hint, !hint);
    this.input.placeholder = placeholder ?? '';
    if (this.choices.length) this.show();
  }

  private async ask(): Promise<void> {
    const text = this.text();
    const mine = ++this.asked;
    if (!text) { this.choices = []; this.expand(false); return; }
    this.root.classList.add('busy');
    try {
      const reply = await this.connection.call('skills.suggest', {text, language: lang(), limit: shownMax});
      if (mine !== this.asked) return;
      this.found = reply.found ?? [];
    } catch (error) {
      if (mine !== this.asked) return;
      this.found = [];
      this.complain(failure(error));
    } finally {
      if (mine === this.asked) this.root.classList.remove('busy');
    }
    this.answered = text;
    this.active = 0;
    this.show();
    this.expand(document.activeElement === this.input);
    this.status.textContent = this.found.length ? w().suggestions(this.found.length) : w().noSuggestions;
    if (this.enterWaits) this.take(this.active);
  }

  private show(): void {
    const text = this.answered;
    const known = this.found.some((found) => [found.de, found.en].some((label) => isAll(label, text)));
    this.choices = this.found.map(({term, de, en}) => ({term, de, en}));
    if (!known) this.choices.push({word: text, de: text, en: text});
    this.active = Math.min(this.active, this.choices.length - 1);
    this.list.replaceChildren(...this.choices.map((choice, at) => {
      const body = choice.term ? this.labels(this.found[at]!) : [h('span', {class: 'option-main'}, w().asWord(text))];
      return h('li', {id: `${this.id}-${at}`, role: 'option', 'aria-selected': 'false', click: () => this.take(at)}, ...body);
    }));
    this.activate(this.active);
  }

  // The label in the page's language, the other one beside it, and a third if that is what matched.
  private labels(found: Found): Node[] {
    const other = lang() === 'de' ? 'en' : 'de';
    const [main, second] = [said(found), found[other] ?? ''];
    const also = found.matched && found.matched !== main && found.matched !== second ? found.matched : '';
    return [
      h('span', {class: 'option-main'}, ...marked(main, this.answered)),
      h('span', {class: 'option-side'},
        second && second !== main && h('span', {lang: other}, ...marked(second, this.answered)),
        also && h('span', {}, w().alsoCalled, ...marked(also, this.answered)),
        found.people > 0 && h('span', {class: 'option-people'}, w().offeredBy(found.people))),
    ];
  }

  private expand(open: boolean): void {
    const shown = open && this.choices.length > 0;
    hide(this.list, !shown);
    this.input.setAttribute('aria-expanded', String(shown));
    if (!shown) { this.input.removeAttribute('aria-activedescendant'); return; }
    this.activate(this.active);
    const height = window.visualViewport?.height ?? window.innerHeight;
    if (this.list.getBoundingClientRect().bottom > height) this.root.scrollIntoView({block: 'start'});
  }

  private activate(at: number): void {
    this.active = at;
    this.list.querySelectorAll('[role=option]').forEach((option, i) => {
      option.setAttribute('aria-selected', String(i === at));
      if (i === at && !this.list.hidden) option.scrollIntoView({block: 'nearest'});
    });
    if (at >= 0 && !this.list.hidden) this.input.setAttribute('aria-activedescendant', `${this.id}-${at}`);
  }

  private take(at: number): void {
    const choice = this.choices[at];
    this.enterWaits = false;
    if (!choice) return;
    this.expand(false);
    if (this.pick(choice)) this.clear();
    else {
      this.input.value = said(choice);
      this.chosen = choice;
      this.choices = [];
      this.answered = '';
      this.asked++;
    }
  }

  private key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const open = !this.list.hidden;
    const last = this.choices.length - 1;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (last < 0) return;
      if (!open) { this.expand(true); return; }
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.activate((this.active + step + last + 1) % (last + 1));
    } else if (event.key === 'Enter') {
      if (!this.text() || this.chosen) return;  // A form may send itself.
      event.preventDefault();
      if (open && this.text() === this.answered) this.take(this.active);
      else { this.enterWaits = true; void this.ask(); }
    } else if (event.key === 'Escape') {
      if (open) { event.preventDefault(); this.expand(false); }
      else this.clear();
    }
  }
}

function isAll(label: string | undefined, text: string): boolean {
  const found = label ? findFolded(label, text) : undefined;
  return Boolean(found && found[0] === 0 && found[1] === label!.length);
}
