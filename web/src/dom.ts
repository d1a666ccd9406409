// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// Elements made by hand. Texts only ever become text nodes, so nothing that a person wrote is read as markup.
type Child = Node | string | number | false | null | undefined;
type Value = string | number | boolean | undefined | ((event: never) => void);

export function h<K extends keyof HTMLElementTagNameMap>(
    tag: K, attributes: Record<string, Value> = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value as EventListener);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== undefined) element.setAttribute(name, String(value));
  }
  for (const child of children) if (child !== false && child != null) element.append(child instanceof Node ? child : String(child));
  return element;
}

// Without the ones that are not there.
export function those(...nodes: (Node | false | null | undefined)[]): Node[] { return nodes.filter((node): node is Node => Boolean(node)); }

export function byId<E extends HTMLElement = HTMLElement>(id: string): E {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html has no #${id}`);
  return found as E;
}

// For widths and the like: the style sheet reads it as var(--name). (Style attributes are forbidden by the page's policy.)
export function withShare<E extends HTMLElement>(element: E, share: number): E {
  element.style.setProperty('--share', String(Math.max(0, Math.min(1, share))));
  return element;
}

export function hide(element: HTMLElement, hidden: boolean): void { element.hidden = hidden; }

export function debounce(waitMs: number, run: () => void): () => void {
  let timer = 0;
  return () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(run, waitMs);
  };
}

// Where `part` is found in `label`, taking case and accents as equal: [from, to), or nothing.
export function findFolded(label: string, part: string): [number, number] | undefined {
  const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/ß/g, 'ss');
  const wanted = fold(part.trim());
  if (!wanted) return undefined;
  let folded = '';
  const origin: number[] = [];
  let at = 0;
  for (const character of label) {
    for (const unit of fold(character)) { folded += unit; origin.push(at); }
    at += character.length;
  }
  origin.push(at);
  const found = folded.indexOf(wanted);
  return found < 0 ? undefined : [origin[found]!, origin[found + wanted.length]!];
}

// The label with the found part marked.
export function marked(label: string, part: string): Node[] {
  const found = findFolded(label, part);
  if (!found) return [document.createTextNode(label)];
  const [from, to] = found;
  return [document.createTextNode(label.slice(0, from)), h('mark', {}, label.slice(from, to)),
          document.createTextNode(label.slice(to))];
}
