// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// Who uses the page. A demonstration offers people to be; elsewhere there is a field for a token. The token stays in this
// tab, so that two tabs can be two people.
import type {GetProfileReply, Role} from './fuge';
import {Connection, Refusal} from './rpc';
import {byId, h, hide, those} from './dom';
import {failure, onLanguage, said, w} from './words';

interface DemoLogin { name: string; subject?: string; role?: Role; displayName?: string; de?: string; en?: string }
export interface Person { subject: string; roles: Role[] }

const remembered = 'fuge.token';
const loginsShown = 6;
const rememberedName = 'fuge.name';

export class Session {
  person?: Person;
  profile?: GetProfileReply;
  onForgotten: () => void = () => {};  // Somebody signed out or came in: nothing shown is theirs.

  private token = sessionStorage.getItem(remembered) ?? '';
  private name = sessionStorage.getItem(rememberedName) ?? '';  // Of the demo login, until the profile says better.
  private logins: DemoLogin[] = [];
  private asked = false;      // Whether the demo logins have been asked for.
  private choosing = false;   // Somebody signed in wants to be somebody else.
  private going = '';         // The login that is under way.
  private trouble = '';
  private readonly panel = byId('enter');
  private readonly body = byId('enter-body');
  private readonly badge = byId('person');

  constructor(private readonly connection: Connection) {
    onLanguage(() => this.render());
    void this.loadLogins();
  }

  // Signs the new connection in, if there is a token. A token that does not hold is dropped.
  async greet(): Promise<void> {
    this.person = undefined;
    if (!this.token) { this.render(); return; }
    try {
      const {subject, roles} = await this.connection.greet('session.authenticate', {token: this.token});
      this.person = {subject: subject ?? '', roles: roles ?? []};
      this.choosing = false;
      this.trouble = '';
    } catch (error) {
      if (!(error instanceof Refusal) || !/^(auth|account|session|input)\./.test(error.code)) throw error;  // It may hold later.
      this.remember('', '');
      this.trouble = error.code.startsWith('account.') ? failure(error) : w().tokenRefused;
    }
    const came = this.going && this.person;
    this.going = '';
    this.render();
    if (came) byId('find').focus({preventScroll: true});  // The button that had the focus is gone.
  }

  async loadProfile(): Promise<void> {
    this.profile = undefined;
    const person = this.person;
    if (person) {
      const profile = await this.connection.call('profile.get', {profile: person.subject}).catch(() => undefined);
      if (person === this.person) this.profile = profile?.displayName || profile?.version ? profile : undefined;
    }
    this.render();
  }

  private remember(token: string, name: string): void {
    this.token = token;
    this.name = name;
    for (const [key, value] of [[remembered, token], [rememberedName, name]] as const) {
      if (value) sessionStorage.setItem(key, value);
      else sessionStorage.removeItem(key);
    }
  }

  private become(token: string, name: string): void {
    this.remember(token, name);
    this.person = this.profile = undefined;
    this.onForgotten();
    this.connection.restart();
  }

  private leave(): void {
    this.choosing = false;
    this.trouble = '';
    this.become('', '');
  }

  private async loadLogins(): Promise<void> {
    try {
      const reply = await fetch('demo/logins');
      if (reply.ok) this.logins = (await reply.json()) as DemoLogin[];
    } catch {
      // Without them there is the field for a token.
    }
    this.asked = true;
    this.render();
  }

  private async demoLogin(login: DemoLogin): Promise<void> {
    this.going = login.name;
    this.trouble = '';
    this.render();
    try {
      const reply = await fetch('demo/login', {
        method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify({name: login.name}),
      });
      const {token} = (await reply.json()) as {token?: string};
      if (!token) throw new Error(`${reply.status}`);
      this.become(token, login.displayName ?? login.name);
    } catch {
      this.going = '';
      this.trouble = w().failures['page.no-answer'] ?? '';
      this.render();
    }
  }

  private render(): void {
    const named = this.profile?.displayName || this.name || this.person?.roles.map((role) => w().roles[role] ?? role).join(', ') || '';
    hide(this.badge, !this.person);
    document.body.classList.toggle('inside', Boolean(this.person));
    if (this.person) this.badge.replaceChildren(
        h('span', {class: 'person-name'}, h('span', {class: 'unseen'}, `${w().signedInAs} `), named),
        h('button', {type: 'button', class: 'on-dark', click: () => this.choose()}, this.logins.length ? w().switchPerson : w().leave));
    const open = this.asked && (!this.person || this.choosing);
    hide(this.panel, !open);
    if (!open) return;
    byId('enter-title').textContent = this.logins.length ? w().enterTitle : w().enterTitlePlain;
    const focus = this.body.contains(document.activeElement) ? document.activeElement?.id : undefined;
    this.body.replaceChildren(...(this.logins.length ? this.renderLogins() : [this.renderToken()]));
    if (focus) document.getElementById(focus)?.focus();
  }

  private choose(): void {
    if (!this.logins.length) { this.leave(); return; }
    this.choosing = !this.choosing;
    this.render();
    if (this.choosing) this.body.querySelector('button')?.focus();
  }

  private renderLogins(): Node[] {
    const buttons = this.logins.map((login) => h('li', {}, h('button', {
      type: 'button', id: `login-${login.name}`, class: 'login', 'aria-disabled': String(Boolean(this.going)),
      'aria-current': login.subject && login.subject === this.person?.subject ? 'true' : undefined,
      click: () => { if (!this.going) void this.demoLogin(login); },
    }, h('strong', {}, login.displayName || login.name),
      h('span', {}, this.going === login.name ? w().entering : said(login) || (login.role && w().roles[login.role]) || ''))));
    const ways = this.person && h('p', {class: 'ways'},
      h('button', {type: 'button', class: 'quiet', click: () => this.leave()}, w().leave),
      h('button', {type: 'button', class: 'quiet', click: () => this.choose()}, w().cancel));
    const more = buttons.length > loginsShown + 1 && h('details', {class: 'more-logins', open: this.body.querySelector('details')?.open},
      h('summary', {}, w().enterMore(buttons.length - loginsShown)), h('ul', {class: 'logins'}, ...buttons.slice(loginsShown)));
    return [h('p', {class: 'hint'}, w().enterDemo), h('ul', {class: 'logins'}, ...(more ? buttons.slice(0, loginsShown) : buttons)),
            ...those(more, ways), this.renderTrouble()];
  }

  private renderToken(): HTMLElement {
    const input = h('input', {id: 'token', type: 'password', autocomplete: 'current-password', required: true, maxlength: 200,
                              'aria-describedby': 'token-hint token-error', 'aria-invalid': String(Boolean(this.trouble))});
    return h('form', {class: 'token', submit: (event: Event) => {
      event.preventDefault();
      this.trouble = '';
      this.become(input.value.trim(), '');
    }}, h('label', {for: 'token'}, w().enterToken),
      h('div', {class: 'token-row'}, input, h('button', {type: 'submit', class: 'button'}, w().enter)),
      h('p', {id: 'token-hint', class: 'hint'}, w().enterTokenHint), this.renderTrouble());
  }

  private renderTrouble(): HTMLElement {
    return h('p', {id: 'token-error', class: 'error', role: 'alert', hidden: !this.trouble}, this.trouble);
  }
}
