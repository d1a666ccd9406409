// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// Writes src/fuge.d.ts anew from the schema: what `fuge schema typescript` prints, with its licence.
import {execFileSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const types = execFileSync(process.env.FUGE ?? here('../build/release/fuge'), ['schema', 'typescript'], {encoding: 'utf8'});
const licence = ['FileCopyrightText: 2026 The Fuge contributors', 'License-Identifier: EUPL-1.2'].map((line) => `// SPDX-${line}\n`);
writeFileSync(here('src/fuge.d.ts'), types.includes('SPDX-') ? types : licence.join('') + '\n' + types);
