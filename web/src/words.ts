// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// Everything the page says, in German and English.
import type {MatchDirection, Role, SearchKind, Sector, Term} from './fuge';

const many = (one: string, more: string) => (n: number) => (n === 1 ? `1 ${one}` : `${n} ${more}`);

const de = {
  title: 'Fuge – wo Können auf Bedarf trifft',
  skip: 'Zur Suche springen',
  headline: 'Wo Können auf Bedarf trifft',
  sentence: 'Sag, was du brauchst. Fuge findet Menschen, Kurse und Herausforderungen deiner Stadt – und sagt bei jedem Vorschlag, warum er passt.',
  language: 'Sprache',
  noScript: 'Diese Seite braucht JavaScript: Sie zeigt, was gerade geschieht.',

  enterTitle: 'Wer bist du heute?',
  enterDemo: 'Dies ist eine Vorführung mit erfundenen Menschen. Ein Klick meldet dich an.',
  enterTitlePlain: 'Anmelden',
  enterToken: 'Zugangsschlüssel',
  enterTokenHint: 'Du hast ihn von deinem Innovationszentrum bekommen.',
  enter: 'Anmelden',
  enterMore: (n: number) => `Weitere Rollen (${n})`,
  entering: 'Wird angemeldet …',
  leave: 'Abmelden',
  switchPerson: 'Wechseln',
  cancel: 'Abbrechen',
  signedInAs: 'Angemeldet als',
  tokenRefused: 'Dieser Zugangsschlüssel gilt nicht (mehr).',

  findTitle: 'Was brauchst du?',
  findHint: 'Tippe eine Fähigkeit auf Deutsch oder Englisch.',
  findPlaceholder: 'z. B. Photonik',
  needs: 'Deine Auswahl',
  ownNeeds: 'Mit meinen Bedarfen suchen',
  clearNeeds: 'Alle entfernen',
  oftenOffered: 'Oft angeboten:',
  asWord: (word: string) => `„${word}“ als eigenes Wort behalten`,
  ownWord: 'eigenes Wort',
  alsoCalled: 'auch: ',
  suggestions: many('Vorschlag', 'Vorschläge'),
  lookupTitle: 'Was gibt es schon?',
  lookupLabel: 'Namen und Wörter',
  lookupHint: 'Menschen, Organisationen, Ideen, Projekte und mehr – soweit du sie sehen darfst.',
  lookupPlaceholder: 'z. B. Werkstatt',
  lookupMore: 'Mehr zeigen',
  lookupNone: 'Nichts gefunden.',
  lookupFound: many('Treffer', 'Treffer'),
  kinds: {
    person: 'Mensch', organisation: 'Organisation', idea: 'Idee', challenge: 'Herausforderung', team: 'Team', project: 'Projekt',
    programme: 'Programm', course: 'Kurs', term: 'Begriff', post: 'Angebot oder Gesuch',
  } as Record<SearchKind, string>,
  noSuggestions: 'Kein Begriff passt. Du kannst das Wort trotzdem behalten.',
  offeredBy: many('Person', 'Personen'),
  must: 'Muss',
  mustHint: (skill: string) => `${skill}: ohne das geht es nicht`,
  levelOf: (skill: string) => `Niveau für ${skill}`,
  remove: (skill: string) => `${skill} entfernen`,
  levels: ['Niveau egal', 'Grundlagen', 'selbständig', 'fortgeschritten', 'Expertise'],
  narrow: 'Eingrenzen',
  narrowSectors: 'Nur aus',
  hours: 'Mindestens Stunden pro Woche',
  hoursAny: 'egal',

  results: 'Ergebnisse',
  lanes: {people: 'Menschen', courses: 'Kurse', challenges: 'Herausforderungen'},
  laneHint: {
    people: 'Wer deinen Bedarf deckt, die besten zuerst.',
    courses: 'Wo du es selbst lernen kannst.',
    challenges: 'Ausgeschriebene Herausforderungen, bei denen du mit deinem Können helfen kannst.',
  },
  challengesOpen: 'Ausgeschriebene Herausforderungen.',
  resultStatus: (people: number, courses: number) => `${people} Menschen, ${courses} Kurse gefunden`,
  searching: 'Wird gesucht …',
  more: (n: number) => (n === 1 ? 'Noch 1 zeigen' : `Noch ${n} zeigen`),
  fresh: 'neu',
  fits: 'Passung',
  reciprocal: 'passt in beide Richtungen',
  direction: {
    reciprocal: 'Passt in beide Richtungen',
    helpsYou: 'Hilft dir; du deckst deren Bedarf noch nicht',
    youHelp: 'Du kannst helfen; dein Bedarf bleibt offen',
    oneSided: '',
  } as Record<MatchDirection, string>,
  forYou: 'Für dich',
  fromYou: 'Von dir',
  stillOpen: 'Noch offen:',
  closeness: (percent: string) => `nah zu ${percent}`,
  levelFit: (percent: string) => `Niveau zu ${percent}`,
  topics: 'Gemeinsame Themen',
  languages: 'Sprachen',
  hoursPerWeek: (n: number) => `${n} Std. pro Woche`,
  sectors: {
    unknown: '', business: 'Wirtschaft', science: 'Wissenschaft', administration: 'Verwaltung',
    civilSociety: 'Zivilgesellschaft',
  } as Record<Sector, string>,
  why: 'So setzt sich das zusammen',
  part: 'Anteil',
  points: 'Punkte',
  sum: 'Summe',
  parts: {
    fit: 'Deckung des Bedarfs', topics: 'Gemeinsame Themen', availability: 'Zeit', languages: 'Sprachen',
    diversity: 'Anderer Sektor', exposure: 'Faire Sichtbarkeit',
  } as Record<Term, string>,
  unnamed: 'Ohne Namen',
  wanted: 'Gesucht',

  none: {
    people: 'Gerade passt niemand.', courses: 'Dazu gibt es gerade keinen Kurs.',
    challenges: 'Gerade passt keine Herausforderung zu deinem Können.',
  },
  noneChosen: 'Wähle oben, was du brauchst. Dann steht hier, wer es hat.',
  noneSignedOut: 'Menschen und Kurse siehst du, wenn du angemeldet bist. Niemand wird öffentlich gelistet.',
  lookedAt: (all: string, fit: string) => `${all} geprüft, ${fit} passen.`,
  excluded: 'Nicht dabei:',
  filters: {
    'self': 'du selbst', 'not-listed': 'nicht im Verzeichnis', 'no-consent': 'ohne Einwilligung', 'suspended': 'gesperrt',
    'paused': 'machen eine Pause', 'kind': 'in anderer Rolle', 'sector': 'aus anderen Sektoren', 'language': 'mit anderen Sprachen',
    'hours': 'mit weniger Zeit', 'must': 'ohne eine Muss-Fähigkeit', 'unrelated': 'ohne Gemeinsames',
  } as Record<string, string>,
  tryThis: 'Das könnte helfen:',
  dropMust: 'Kein Muss',
  dropLevel: 'Niveau egal',
  dropFilters: 'Nicht eingrenzen',

  mineTitle: 'Mein Profil',
  mineHint: 'Was du hier ergänzt, sehen andere sofort.',
  mineNone: 'Zu diesem Konto gehört kein Profil.',
  mineHidden: 'Dein Profil steht nicht im Verzeichnis; andere sehen es noch nicht.',
  minePaused: 'Du machst gerade eine Pause und wirst nicht vorgeschlagen.',
  offers: 'Ich biete',
  wants: 'Ich suche',
  addSkill: 'Fähigkeit',
  add: 'Hinzufügen',
  chooseSkill: 'Wähle erst eine Fähigkeit aus der Liste.',
  added: (skill: string) => `${skill} steht jetzt in deinem Profil.`,
  removed: (skill: string) => `${skill} ist nicht mehr in deinem Profil.`,
  nothingYet: 'noch nichts',
  ownSkills: (offers: number, wants: number) => `Ich biete ${offers}, ich suche ${wants}`,

  liveTitle: 'Gerade in der Stadt',
  livePause: 'Anhalten',
  liveResume: 'Weiter',
  livePaused: 'Angehalten',
  liveNew: many('neue Meldung', 'neue Meldungen'),
  liveShow: (n: number) => (n === 1 ? '1 neue Meldung zeigen' : `${n} neue Meldungen zeigen`),
  liveNone: 'Noch ist nichts geschehen.',
  liveOlder: 'Ältere zeigen',
  liveGone: 'Nicht mehr sichtbar',
  liveMany: (first: string) => `${first} – und weitere dieser Art`,

  lost: 'Die Verbindung ist unterbrochen.',
  lostHint: (seconds: number) => `Neuer Versuch in ${seconds} s. Was du siehst, ist der letzte Stand.`,
  lostNow: 'Verbindung wird aufgebaut …',
  tryNow: 'Jetzt versuchen',
  again: 'Noch einmal',
  failures: {
    'page.no-answer': 'Der Server antwortet nicht. Versuch es gleich noch einmal.',
    'auth.required': 'Dafür musst du angemeldet sein.',
    'auth.forbidden': 'Das darf diese Rolle nicht.',
    'auth.token': 'Dieser Zugangsschlüssel gilt nicht (mehr).',
    'auth.not-fresh': 'Melde dich dafür noch einmal an.',
    'account.suspended': 'Dieses Konto ist gesperrt.',
    'rate.limited': 'Zu viele Anfragen in kurzer Zeit. Warte einen Moment.',
    'server.busy': 'Gerade ist viel los. Versuch es gleich noch einmal.',
    'profile.limit': 'Mehr Fähigkeiten passen nicht in ein Profil.',
  } as Record<string, string>,
  failed: 'Das hat nicht geklappt.',

  dockFind: 'Suchen',
  dockMine: 'Profil',
  dockLive: 'Aktuelles',

  footEsco: 'Sind ESCO-Daten eingespielt, gilt: Dieser Dienst nutzt die ESCO-Klassifikation der Europäischen Kommission; die Daten wurden bearbeitet.',
  footLicence: 'Fuge ist freie Software unter der EUPL-1.2',
  footAccess: 'Barrierefreiheit',
  footAccessText: 'Gebaut nach WCAG 2.2, Stufe AA: mit Tastatur bedienbar, ab 360 Pixel Breite, hell und dunkel, ohne erzwungene Bewegung. Eine Prüfung von außen steht aus. Wenn dich etwas hindert, melde es dem Betreiber dieses Dienstes.',
  roles: {
    anonymous: 'Gast', member: 'Mitglied', teamLead: 'Teamleitung', orgRepresentative: 'Organisation', mentor: 'Mentor:in',
    juror: 'Jury', programmeManager: 'Programmleitung', curator: 'Kuration', spaceManager: 'Räume', educator: 'Bildungsanbieter',
    moderator: 'Moderation', evaluator: 'Auswertung', privacyOfficer: 'Datenschutz', hubAdmin: 'Hub-Verwaltung',
    operator: 'Betrieb', device: 'Gerät', service: 'Dienst',
  } as Record<Role, string>,
};

const en: typeof de = {
  title: 'Fuge – where skills meet needs',
  skip: 'Skip to search',
  headline: 'Where skills meet needs',
  sentence: 'Say what you need. Fuge finds people, courses and challenges in your city – and tells you, for every suggestion, why it fits.',
  language: 'Language',
  noScript: 'This page needs JavaScript: it shows what is happening right now.',

  enterTitle: 'Who are you today?',
  enterDemo: 'This is a demonstration with fictional people. One click signs you in.',
  enterTitlePlain: 'Sign in',
  enterToken: 'Access token',
  enterTokenHint: 'You got it from your innovation hub.',
  enter: 'Sign in',
  enterMore: (n) => `More roles (${n})`,
  entering: 'Signing in …',
  leave: 'Sign out',
  switchPerson: 'Switch',
  cancel: 'Cancel',
  signedInAs: 'Signed in as',
  tokenRefused: 'This access token is not valid (any more).',

  findTitle: 'What do you need?',
  findHint: 'Type a skill in German or English.',
  findPlaceholder: 'e.g. photonics',
  needs: 'Your selection',
  ownNeeds: 'Search with my needs',
  clearNeeds: 'Remove all',
  oftenOffered: 'Often offered:',
  asWord: (word) => `Keep “${word}” as a word of your own`,
  ownWord: 'own word',
  alsoCalled: 'also: ',
  suggestions: many('suggestion', 'suggestions'),
  lookupTitle: 'What is there already?',
  lookupLabel: 'Names and words',
  lookupHint: 'People, organisations, ideas, projects and more – as far as you may see them.',
  lookupPlaceholder: 'e.g. workshop',
  lookupMore: 'Show more',
  lookupNone: 'Nothing found.',
  lookupFound: many('hit', 'hits'),
  kinds: {
    person: 'Person', organisation: 'Organisation', idea: 'Idea', challenge: 'Challenge', team: 'Team', project: 'Project',
    programme: 'Programme', course: 'Course', term: 'Term', post: 'Offer or need',
  },
  noSuggestions: 'No term fits. You can keep the word all the same.',
  offeredBy: many('person', 'people'),
  must: 'Must',
  mustHint: (skill) => `${skill}: nothing works without it`,
  levelOf: (skill) => `Level for ${skill}`,
  remove: (skill) => `Remove ${skill}`,
  levels: ['Any level', 'basic', 'independent', 'advanced', 'expert'],
  narrow: 'Narrow down',
  narrowSectors: 'Only from',
  hours: 'At least hours per week',
  hoursAny: 'any',

  results: 'Results',
  lanes: {people: 'People', courses: 'Courses', challenges: 'Challenges'},
  laneHint: {
    people: 'Who covers your needs, best first.',
    courses: 'Where you can learn it yourself.',
    challenges: 'Published challenges that you can help with.',
  },
  challengesOpen: 'Published challenges.',
  resultStatus: (people, courses) => `${people} people, ${courses} courses found`,
  searching: 'Searching …',
  more: (n) => (n === 1 ? 'Show 1 more' : `Show ${n} more`),
  fresh: 'new',
  fits: 'Fit',
  reciprocal: 'fits both ways',
  direction: {
    reciprocal: 'Fits both ways',
    helpsYou: 'Helps you; you do not cover their needs yet',
    youHelp: 'You can help; your own need stays open',
    oneSided: '',
  },
  forYou: 'For you',
  fromYou: 'From you',
  stillOpen: 'Still open:',
  closeness: (percent) => `${percent} close`,
  levelFit: (percent) => `level ${percent}`,
  topics: 'Shared topics',
  languages: 'Languages',
  hoursPerWeek: (n) => `${n} h per week`,
  sectors: {
    unknown: '', business: 'Business', science: 'Science', administration: 'Administration', civilSociety: 'Civil society',
  },
  why: 'How this adds up',
  part: 'Part',
  points: 'Points',
  sum: 'Total',
  parts: {
    fit: 'Needs covered', topics: 'Shared topics', availability: 'Time', languages: 'Languages',
    diversity: 'Another sector', exposure: 'Fair visibility',
  },
  unnamed: 'No name',
  wanted: 'Wanted',

  none: {
    people: 'Nobody fits right now.', courses: 'There is no course on this right now.',
    challenges: 'No challenge fits your skills right now.',
  },
  noneChosen: 'Choose above what you need. Then you see here who has it.',
  noneSignedOut: 'You see people and courses once you are signed in. Nobody is listed in public.',
  lookedAt: (all, fit) => `${all} looked at, ${fit} fit.`,
  excluded: 'Left out:',
  filters: {
    'self': 'yourself', 'not-listed': 'not in the directory', 'no-consent': 'without consent', 'suspended': 'suspended',
    'paused': 'taking a break', 'kind': 'in another role', 'sector': 'from other sectors', 'language': 'with other languages',
    'hours': 'with less time', 'must': 'without a skill that is a must', 'unrelated': 'with nothing in common',
  },
  tryThis: 'This might help:',
  dropMust: 'No must',
  dropLevel: 'Any level',
  dropFilters: 'Do not narrow down',

  mineTitle: 'My profile',
  mineHint: 'What you add here, others see at once.',
  mineNone: 'This account has no profile.',
  mineHidden: 'Your profile is not in the directory; others do not see it yet.',
  minePaused: 'You are taking a break and are not suggested.',
  offers: 'I offer',
  wants: 'I look for',
  addSkill: 'Skill',
  add: 'Add',
  chooseSkill: 'Choose a skill from the list first.',
  added: (skill) => `${skill} is in your profile now.`,
  removed: (skill) => `${skill} is no longer in your profile.`,
  nothingYet: 'nothing yet',
  ownSkills: (offers, wants) => `I offer ${offers}, I look for ${wants}`,

  liveTitle: 'In the city right now',
  livePause: 'Pause',
  liveResume: 'Resume',
  livePaused: 'Paused',
  liveNew: many('new item', 'new items'),
  liveShow: (n) => (n === 1 ? 'Show 1 new item' : `Show ${n} new items`),
  liveNone: 'Nothing has happened yet.',
  liveOlder: 'Show older',
  liveGone: 'No longer visible',
  liveMany: (first) => `${first} – and more of this kind`,

  lost: 'The connection is lost.',
  lostHint: (seconds) => `Trying again in ${seconds} s. What you see is the last known state.`,
  lostNow: 'Connecting …',
  tryNow: 'Try now',
  again: 'Try again',
  failures: {
    'page.no-answer': 'The server does not answer. Try again in a moment.',
    'auth.required': 'You have to be signed in for this.',
    'auth.forbidden': 'This role may not do that.',
    'auth.token': 'This access token is not valid (any more).',
    'auth.not-fresh': 'Sign in again for this.',
    'account.suspended': 'This account is suspended.',
    'rate.limited': 'Too many requests in a short time. Wait a moment.',
    'server.busy': 'It is busy right now. Try again in a moment.',
    'profile.limit': 'A profile holds no more skills than this.',
  },
  failed: 'That did not work.',

  dockFind: 'Find',
  dockMine: 'Profile',
  dockLive: 'Live',

  footEsco: 'Where ESCO data is imported: this service uses the ESCO classification of the European Commission; the data has been modified.',
  footLicence: 'Fuge is free software under the EUPL-1.2',
  footAccess: 'Accessibility',
  footAccessText: 'Built to WCAG 2.2, level AA: usable by keyboard, from 360 pixels of width, light and dark, without forced motion. An external audit is still to come. If something stands in your way, tell whoever operates this service.',
  roles: {
    anonymous: 'Guest', member: 'Member', teamLead: 'Team lead', orgRepresentative: 'Organisation', mentor: 'Mentor',
    juror: 'Jury', programmeManager: 'Programme manager', curator: 'Curator', spaceManager: 'Spaces', educator: 'Educator',
    moderator: 'Moderator', evaluator: 'Evaluator', privacyOfficer: 'Privacy officer', hubAdmin: 'Hub administrator',
    operator: 'Operator', device: 'Device', service: 'Service',
  },
};

export type Language = 'de' | 'en';
const all = {de, en};
const remembered = 'fuge.language';
const listeners: (() => void)[] = [];

let language: Language = firstLanguage();

function firstLanguage(): Language {
  const wish = [localStorage.getItem(remembered), ...navigator.languages].map((tag) => tag?.slice(0, 2));
  return (wish.find((tag) => tag === 'de' || tag === 'en') as Language | undefined) ?? 'de';
}

export const lang = (): Language => language;
export const w = (): typeof de => all[language];

// Of something that is labelled in both; either may be missing.
export function said(both: {de?: string; en?: string} | undefined): string {
  return both?.[language] || both?.de || both?.en || '';
}

export function onLanguage(render: () => void): void { listeners.push(render); }

export function setLanguage(next: Language): void {
  language = next;
  localStorage.setItem(remembered, next);
  translate();
  for (const render of listeners) render();
}

// The texts that stand in index.html: data-w="key", and data-w-ATTRIBUTE="key".
export function translate(): void {
  document.documentElement.lang = language;
  document.title = w().title;
  const text = (key: string | null) => String((w() as Record<string, unknown>)[key ?? ''] ?? '');
  for (const element of document.querySelectorAll('[data-w]')) element.textContent = text(element.getAttribute('data-w'));
  for (const name of ['aria-label', 'placeholder'])
    for (const element of document.querySelectorAll(`[data-w-${name}]`))
      element.setAttribute(name, text(element.getAttribute(`data-w-${name}`)));
}

const percents = () => new Intl.NumberFormat(language, {style: 'percent', maximumFractionDigits: 0});
export const percent = (millionths: number | undefined): string => percents().format((millionths ?? 0) / 1e6);
export const tenths = (value: number): string =>
    new Intl.NumberFormat(language, {minimumFractionDigits: 1, maximumFractionDigits: 1}).format(value / 10);

export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([language], {type: 'language'}).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

// What a refusal is called: the page's own words where it has some, else the server's detail with its code.
export function failure(error: unknown): string {
  const {code, message} = (error ?? {}) as {code?: string; message?: string};
  const detail = message !== code && message;
  return (code && w().failures[code]) || [detail || w().failed, code && `(${code})`].filter(Boolean).join(' ');
}
