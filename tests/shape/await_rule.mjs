// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// GCC 12.2 destroys some temporaries twice in a statement with co_await. So such a statement contains no `{`, no capturing
// lambda and no `?:`. This reads C++ only as far as that takes: a stack of statements, one for each open block.
import {code, lineOf} from './source.mjs';

const lambdaMayFollow = /^(?:[(,={};!]|&&|\|\||[?:]|return|co_return|co_await|<<)?$/;
const blockMayFollow = /^(?:[);{}:]|else|do|try|const|noexcept|override|final|mutable|)$/;
const declaresBlock = /^(?:namespace|struct|class|enum|union|extern|inline|template)$/;

// Complaints as {line, what} for the statements with co_await that are not plain.
export function unsafeAwaits(text) {
  const source = code(text);
  const tokens = [...source.matchAll(/[A-Za-z_]\w*|\d[\w.']*|&&|\|\||->|::|<<|[^\s\w]/g)]
                     .map((m) => ({word: m[0], at: m.index}));
  const found = [];
  const newStatement = () => ({first: '', awaits: [], brace: false, lambda: false, ternary: false, pendingLambda: false});
  let statement = newStatement();
  const open = [];  // Of '(' and '[' and init '{' within a statement; of {outer} where a block begins.

  const finish = () => {
    for (const at of statement.awaits) {
      const what = [
        statement.brace && 'a brace', statement.lambda && 'a capturing lambda', statement.ternary && '?:'
      ].filter(Boolean);
      if (what.length) found.push({line: lineOf(source, at), what: what.join(' and ')});
    }
    statement = newStatement();
  };
  const beginBlock = (outer) => { open.push({outer}); statement = newStatement(); };

  tokens.forEach(({word, at}, i) => {
    const before = tokens[i - 1]?.word ?? '';
    const atTop = open.length === 0 || open.at(-1).outer !== undefined;
    if (!statement.first && /\w/.test(word)) statement.first = word;
    if (word === 'co_await') statement.awaits.push(at);
    if (word === '?') statement.ternary = true;
    const binding = before === '&&' && tokens[i - 2]?.word === 'auto';
    if (word === '[' && lambdaMayFollow.test(before) && !binding && tokens[i + 1]?.word !== '[') {
      statement.pendingLambda = true;
      if (tokens[i + 1]?.word !== ']') statement.lambda = true;
    }
    if (word === '(' || word === '[') open.push({});
    if (word === ')' || word === ']') { if (open.length && open.at(-1).outer === undefined) open.pop(); }
    if (word === '{') {
      if (statement.pendingLambda) {  // The body's statements are its own; the outer statement holds a brace.
        statement.pendingLambda = false;
        statement.brace = true;
        beginBlock(statement);
      } else if (atTop && (blockMayFollow.test(before) || declaresBlock.test(statement.first) || returnsTrailing(tokens, i))) {
        finish();
        beginBlock(null);
      } else {
        statement.brace = true;
        open.push({});
      }
    }
    if (word === '}' && open.length) {
      const {outer} = open.pop();
      if (outer !== undefined) {
        finish();
        if (outer) statement = outer;
      }
    }
    if (word === ';' && atTop) finish();
  });
  finish();
  return found;
}

// Whether the brace at `i` follows `) -> some::type<of, this>`.
function returnsTrailing(tokens, i) {
  for (let k = i - 1; k > 0 && i - k < 40; --k) {
    const word = tokens[k].word;
    if (word === '->') return [')', 'const', 'noexcept', 'mutable', 'override'].includes(tokens[k - 1].word);
    if (!/^(?:\w+|::|<|>|,|\*|&|&&)$/.test(word)) return false;
  }
  return false;
}
