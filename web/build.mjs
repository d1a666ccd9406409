// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// Builds dist/: one script, one style sheet, and what public/ holds as it is.
import {build} from 'esbuild';
import {cpSync, rmSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

rmSync(here('dist'), {recursive: true, force: true});
cpSync(here('public'), here('dist'), {recursive: true});
await build({
  entryPoints: [here('src/app.ts'), here('src/app.css')],
  outdir: here('dist'),
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2020',
  external: ['*.svg'],
  legalComments: 'none',
});
