// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// What the rules look at: {path, text, bytes} of every tracked file. A binary file has the text ''.
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';

export const rooms = ['core', 'storage', 'projections', 'matching', 'api'];

export function tracked(root) {
  const git = (...args) => execFileSync('git', ['-C', root, ...args], {encoding: 'utf8', maxBuffer: 1 << 26});
  return git('ls-files', '-z').split('\0').filter(Boolean)
      .map((name) => ({name, full: path.join(root, name)}))
      .filter(({full}) => existsSync(full) && statSync(full).isFile())
      .map(({name, full}) => {
        const content = readFileSync(full);
        return {path: name, bytes: content.length, text: content.includes(0) ? '' : content.toString('utf8')};
      });
}

export const roomOf = (file) => rooms.find((room) => file.path.startsWith(room + '/'));
export const isCpp = (file) => /\.(cpp|hpp|h)$/.test(file.path);
export const lineOf = (text, index) => text.slice(0, index).split('\n').length;

// All matches of `pattern` in the file's code, as complaints "path:line: WHAT `match`".
export function complaints(file, code, pattern, what) {
  return [...code.matchAll(pattern)].map((m) => `${file.path}:${lineOf(code, m.index)}: ${what} \`${m[0].trim()}\``);
}

// C++ with comments blanked out, and the insides of strings and characters as well unless they are to be kept. Lines and
// columns stay where they were.
export function code(text, {strings = false} = {}) {
  const token =
      /\/\/[^\n]*|\/\*[\s\S]*?\*\/|R"([^\s()\\]{0,16})\([\s\S]*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'/g;
  const blank = (s) => s.replace(/[^\n]/g, ' ');
  return text.replace(token, (m) => {
    if (m.startsWith('//') || m.startsWith('/*')) return blank(m);
    if (strings) return m;
    return m[0] + blank(m.slice(1, -1)) + m[m.length - 1];
  });
}
