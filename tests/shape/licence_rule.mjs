// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// The REUSE rules, as far as this repository uses them: each file names its licence in its first five lines, or a glob of
// REUSE.toml does it for the file; LICENSES/ holds exactly the licences that are named.
const isLicence = (path) => path.startsWith('LICENSES/');
// Split, so that tools that look for such lines do not take these for ones.
const tag = (name) => new RegExp('SPDX-' + name + ':?\\s*=?\\s*"?([^"\\n]*[^"\\s>*/-])', 'm');
const licenceTag = tag('License-Identifier');
const holderTag = tag('FileCopyrightText');

export function annotations(toml) {
  return toml.split('[[annotations]]').slice(1).map((part) => {
    const paths = part.match(/path\s*=\s*(\[[^\]]*\]|"[^"]*")/)?.[1] ?? '';
    return {
      globs: [...paths.matchAll(/"([^"]*)"/g)].map((m) => globPattern(m[1])),
      licence: part.match(licenceTag)?.[1],
      holder: part.match(holderTag)?.[1],
    };
  });
}

// `*` stays within a folder, `**` does not.
export function globPattern(glob) {
  const escaped = glob.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp('^' + escaped.replace(/\*\*|\*/g, (star) => (star === '**' ? '.*' : '[^/]*')) + '$');
}

export function licences(files) {
  const covered = annotations(files.find((file) => file.path === 'REUSE.toml')?.text ?? '');
  const used = new Set();
  const found = [];
  for (const file of files) {
    if (isLicence(file.path)) continue;
    const head = file.text.split('\n').slice(0, 5).join('\n');
    const own = {licence: head.match(licenceTag)?.[1], holder: head.match(holderTag)?.[1]};
    const by = own.licence ? own : covered.findLast((a) => a.globs.some((glob) => glob.test(file.path)));
    if (by?.licence) used.add(by.licence);
    if (!by?.licence || !by?.holder) found.push(`${file.path}: neither SPDX lines in its first five lines nor a glob of REUSE.toml`);
  }
  const texts = files.filter((file) => isLicence(file.path)).map((file) => file.path.slice(9).replace(/\.txt$/, ''));
  for (const name of used) if (!texts.includes(name)) found.push(`LICENSES/${name}.txt is missing: the licence is named in a file`);
  for (const name of texts) if (!used.has(name)) found.push(`LICENSES/${name}.txt belongs to no file`);
  return found;
}
