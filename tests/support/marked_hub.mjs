// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2
//
// A hub in which every sealed field of every event holds a word of its own, so that whoever shows it can be told. A new event with
// such a field needs its line in `story`; `unplanted` names those that have none.
import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { fuge, tenant } from './server.mjs'

// Every sealed field of the schema, as "ProfileCreated.about", with what `fuge schema privacy` says of it.
export function sealedFields() {
  const table = execFileSync(fuge, ['schema', 'privacy'], { encoding: 'utf8' })
  const rows = table.trim().split('\n').slice(2).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim().replaceAll('`', '')))
  const sealed = rows.filter(([, , key]) => /^(person|text|ballot)/.test(key))
  return sealed.flatMap(([family, field, key, visibility, audience, events]) => events.split(', ').map((event) => ({ name: `${event}.${field}`, family, key, visibility, audience })))
}

// Nobody but this test says such a word. `W('ProfileCreated.about')` plants it.
export const wordOf = (field) => 'zq' + field.replace('.', '').toLowerCase() + 'qz'

// Everybody who looks, and the roles they have in the whole hub.
export const cast = {
  lea: [], tom: [], tim: [], rita: [], olga: [], otto: [], uma: [], vera: [], bob: [], sue: [], erna: [],
  mia: ['mentor'], juri: ['juror'], pia: ['programmeManager'], cora: ['curator'], spence: ['spaceManager'], edda: ['educator'],
  mona: ['moderator'], eva: ['evaluator'], petra: ['privacyOfficer'], hanna: ['hubAdmin'], oskar: ['operator'],
}

// They move in: ids and tokens by name.
export function moveIn(place) {
  const people = Object.entries(cast).map(([name, roles]) => [name, place.person(name, ...roles)])
  return { ids: Object.fromEntries(people.map(([name, { subject }]) => [name, subject])), tokens: Object.fromEntries(people.map(([name, { token }]) => [name, token])) }
}

// What the events of the story are about.
export const things = Object.fromEntries(
  ['term', 'measure', 'offer', 'need', 'works', 'posed', 'turned', 'proposed', 'idea', 'worse', 'jam', 'off', 'open', 'done', 'team', 'late', 'spare', 'gone', 'role', 'project', 'void', 'prototype', 'milestone', 'site', 'company', 'dataset', 'town', 'letter'].map((name) => [name, randomUUID()]),
)

// Who does what. `id(name)` is a person's id, W plants a word.
export function story(id, W) {
  const t = things
  const lea = { profile: id('lea') }, posed = { challenge: t.posed }, turned = { challenge: t.turned }, project = { project: t.project }
  const link = (field) => `https://example.org/${W(field)}`
  const stage = (to) => ['oskar', 'project.advanceStage', { ...project, stage: to, reason: W('StageAdvanced.reason') }]
  const texts = (event, more) => Object.fromEntries(more.map((field) => [field, W(`${event}.${field}`)]))
  const consents = (name) => [
    [name, 'account.giveConsent', { account: id(name), purpose: 'directory', textVersion: 1 }],
    [name, 'profile.list', { profile: id(name) }],
  ]
  return [
    ['oskar', 'tenant.configure', { tenant, nameDe: 'Haus', nameEn: 'House', zone: 'Europe/Berlin' }],
    ['oskar', 'tenant.defineMeasure', { tenant, measure: t.measure, code: 'm', nameDe: 'M', nameEn: 'M' }],
    ['lea', 'person.block', { person: id('lea'), blocked: id('bob') }],
    ['cora', 'vocabulary.addTerm', { term: t.term, labels: [{ language: 'de', text: 'Optik', preferred: true }, { language: 'en', text: 'Optics', preferred: true }] }],
    ['uma', 'profile.create', { profile: id('uma'), displayName: 'Uma', sector: 'science', needs: [{ term: t.term }] }],
    ...consents('uma'),
    ['lea', 'profile.create', { ...lea, ...texts('ProfileCreated', ['displayName', 'headline', 'about', 'contact']), sector: 'science', offers: [{ term: t.term }] }],
    ...consents('lea'),
    ['lea', 'profile.revise', { ...lea, ...texts('ProfileRevised', ['displayName', 'headline', 'about', 'contact']), sector: 'science' }],
    ['lea', 'profile.setVisibility', { ...lea, fields: [{ field: 'headline', visibility: 'public' }, { field: 'about', visibility: 'private' }, { field: 'contact', visibility: 'organisation' }] }],
    ['lea', 'profile.declareSkill', { ...lea, direction: 'have', skill: { word: W('TermProposed.word') } }],
    ['lea', 'profile.postOffer', { ...lea, post: t.offer, ...texts('OfferPosted', ['title', 'text']), skills: [{ term: t.term }] }],
    ['lea', 'profile.postNeed', { ...lea, post: t.need, ...texts('NeedPosted', ['title', 'text']) }],
    ['lea', 'person.report', { person: id('lea'), kind: 'person', about: id('vera'), reason: W('PersonReported.reason') }],
    ['mona', 'person.settleReport', { person: id('lea'), report: 1, outcome: W('ReportSettled.outcome') }],
    ['petra', 'privacy.recordRequest', { request: t.letter, kind: 'access', ...texts('RequestRecorded', ['description', 'contact']) }],
    ['petra', 'privacy.extendRequest', { request: t.letter, reason: W('RequestExtended.reason') }],
    ['petra', 'privacy.answerRequest', { request: t.letter, outcome: 'granted', answer: W('RequestAnswered.answer') }],

    ['rita', 'organisation.register', { organisation: t.works, ...texts('OrganisationRegistered', ['name', 'about', 'contact']), website: link('OrganisationRegistered.website'), sector: 'business' }],
    ['oskar', 'organisation.verify', { organisation: t.works }],
    ['rita', 'organisation.revise', { organisation: t.works, ...texts('OrganisationRevised', ['name', 'about', 'contact']), website: link('OrganisationRevised.website'), sector: 'business' }],
    ...['olga', 'lea'].flatMap((name) => [
      [name, 'organisation.requestMembership', { organisation: t.works }],
      ['rita', 'organisation.approveMembership', { organisation: t.works, person: id(name) }],
    ]),

    ['lea', 'idea.draft', { idea: t.idea, ...texts('IdeaDrafted', ['title', 'summary']), measure: t.measure }],
    ['lea', 'idea.revise', { idea: t.idea, ...texts('IdeaRevised', ['title', 'summary']), measure: t.measure }],
    ['lea', 'idea.submit', { idea: t.idea }],
    ['oskar', 'idea.accept', { idea: t.idea, answer: W('IdeaAccepted.answer') }],
    ['uma', 'idea.draft', { idea: t.worse, title: 'Worse', measure: t.measure }],
    ['uma', 'idea.submit', { idea: t.worse }],
    ['oskar', 'idea.decline', { idea: t.worse, answer: W('IdeaDeclined.answer') }],

    ['oskar', 'programme.announce', { programme: t.jam, ...texts('ProgrammeAnnounced', ['title', 'about']), measure: t.measure, phases: [{ title: W('PhasePlanned.title') }] }],
    ['oskar', 'programme.openApplications', { programme: t.jam, deadline: '2100-01-01T00:00:00Z' }],
    ['otto', 'programme.submitApplication', { programme: t.jam, message: W('ApplicationSubmitted.message') }],
    ['pia', 'programme.rejectApplication', { programme: t.jam, person: id('otto'), reason: W('ApplicationRejected.reason') }],
    ['oskar', 'programme.announce', { programme: t.off, title: 'Off', measure: t.measure }],
    ['oskar', 'programme.cancel', { programme: t.off, reason: W('ProgrammeCancelled.reason') }],

    ['oskar', 'programme.announce', { programme: t.open, title: 'Open', measure: t.measure }],
    ['oskar', 'programme.openApplications', { programme: t.open, deadline: '2100-01-01T00:00:00Z' }],
    ['tom', 'programme.submitApplication', { programme: t.open }],
    ['oskar', 'programme.acceptApplication', { programme: t.open, person: id('tom') }],
    ['oskar', 'programme.confirmEnrolment', { programme: t.open, person: id('tom'), status: 'student' }],
    ['oskar', 'programme.announce', { programme: t.done, title: 'Done', measure: t.measure }],
    ['oskar', 'programme.openApplications', { programme: t.done, deadline: '2100-01-01T00:00:00Z' }],
    ['oskar', 'programme.start', { programme: t.done }],
    ['oskar', 'programme.complete', { programme: t.done }],
    ['oskar', 'programme.publishResults', { programme: t.done, text: W('ResultsPublished.text') }],

    ['tom', 'team.form', { team: t.team, ...texts('TeamFormed', ['name', 'about']), kind: 'expertGroup' }],
    ['tom', 'team.openRole', { team: t.team, role: t.role, skill: { term: t.term }, ...texts('RoleOpened', ['text']) }],
    ['otto', 'team.requestJoin', { team: t.team, message: W('JoinRequested.message') }],
    ['tom', 'team.declineRequest', { team: t.team, person: id('otto'), reason: W('JoinDeclined.reason') }],
    ['tim', 'team.requestJoin', { team: t.team }],
    ['tom', 'team.acceptRequest', { team: t.team, person: id('tim') }],
    ['vera', 'team.requestJoin', { team: t.team }],
    ['oskar', 'team.acceptRequest', { team: t.team, person: id('vera'), reason: W('JoinAccepted.reason') }],
    ['tom', 'team.removeMember', { team: t.team, person: id('vera'), reason: W('MemberRemoved.reason') }],
    ['tom', 'team.invite', { team: t.team, person: id('mia'), message: W('InvitationSent.message') }],
    ['oskar', 'team.openRole', { team: t.team, role: t.spare, skill: { term: t.term }, reason: W('RoleOpened.reason') }],
    ['oskar', 'team.closeRole', { team: t.team, role: t.spare, reason: W('RoleClosed.reason') }],
    ['oskar', 'team.lock', { team: t.team }],
    ['oskar', 'team.unlock', { team: t.team, reason: W('TeamUnlocked.reason') }],
    ['tom', 'team.form', { team: t.late, name: 'Late', programme: t.open }],
    ['oskar', 'programme.start', { programme: t.open }],
    ['oskar', 'team.submit', { team: t.late, ...texts('SubmissionMade', ['title', 'summary', 'reason']), link: link('SubmissionMade.link') }],
    ['tom', 'team.form', { team: t.gone, name: 'Gone', kind: 'expertGroup' }],
    ['tom', 'team.dissolve', { team: t.gone, reason: W('TeamDissolved.reason') }],

    ['rita', 'challenge.draft', { ...posed, ...texts('ChallengeDrafted', ['title', 'summary', 'contact', 'confidential', 'terms']), organisation: t.works }],
    ['rita', 'challenge.submit', posed],
    ['pia', 'challenge.return', { ...posed, reason: W('ChallengeReturned.reason') }],
    ['rita', 'challenge.revise', { ...posed, ...texts('ChallengeRevised', ['title', 'summary', 'contact', 'confidential', 'terms']), organisation: t.works }],
    ['rita', 'challenge.submit', posed],
    ['oskar', 'challenge.approve', posed],
    ['oskar', 'challenge.publish', posed],
    ['rita', 'challenge.clarify', { ...posed, text: W('ChallengeClarified.text') }],
    ['rita', 'challenge.attachDataset', { ...posed, dataset: t.dataset, title: W('DatasetReferenced.title'), address: link('DatasetReferenced.address') }],
    ['tom', 'challenge.applyTeam', { ...posed, team: t.team, acceptsTerms: true, message: W('TeamApplied.message') }],
    ['rita', 'challenge.declineTeam', { ...posed, team: t.team, reason: W('TeamDeclined.reason') }],
    ['lea', 'challenge.draft', { ...turned, title: 'Turned', contact: 'C' }],
    ['lea', 'challenge.submit', turned],
    ['oskar', 'challenge.reject', { ...turned, reason: W('ChallengeRejected.reason') }],
    ['uma', 'challenge.propose', { challenge: t.proposed, ...texts('ChallengeProposed', ['text', 'contact']) }],

    ['tom', 'project.start', { ...project, ...texts('ProjectStarted', ['title', 'summary']), measure: t.measure, team: t.team }],
    ['tom', 'project.planMilestone', { ...project, milestone: t.milestone, title: W('MilestonePlanned.title'), due: '2099-01-01T00:00:00Z' }],
    ['tom', 'project.dropMilestone', { ...project, milestone: t.milestone, reason: W('MilestoneDropped.reason') }],
    ['tom', 'project.registerPrototype', { ...project, prototype: t.prototype, evidence: link('PrototypeRegistered.evidence'), licence: 'MIT' }],
    stage('prototype'),
    ['oskar', 'project.revertStage', { ...project, stage: 'idea', reason: W('StageReverted.reason') }],
    ['oskar', 'project.voidPrototype', { ...project, prototype: t.prototype, reason: W('PrototypeVoided.reason') }],
    ['oskar', 'project.commissionImplementation', { ...project, organisation: t.works, resources: W('ImplementationCommissioned.resources') }],
    ['tom', 'project.registerSite', { ...project, site: t.site, district: 'Mitte', place: W('SiteRegistered.place') }],
    ['tom', 'project.startFieldTest', { ...project, site: t.site }],
    ['tom', 'project.endFieldTest', { ...project, site: t.site, outcome: W('FieldTestEnded.outcome') }],
    ['tom', 'project.releaseOpenSource', { ...project, url: link('OpenSourceReleased.url'), licence: 'MIT' }],
    ['tom', 'project.offerTransfer', { ...project, terms: W('TransferOffered.terms') }],
    ['oskar', 'project.adoptTransfer', { ...project, municipality: t.town, name: W('TransferAdopted.name') }],
    ['tom', 'project.postProgress', { ...project, text: W('ProgressPosted.text') }],
    ['tom', 'project.pause', { ...project, reason: W('ProjectPaused.reason') }],
    ['tom', 'project.resume', project],
    ['oskar', 'project.recordCompanyFounded', { ...project, company: t.company, name: W('CompanyFounded.name') }],
    ['oskar', 'project.stop', { ...project, reason: W('ProjectStopped.reason') }],
    ['tom', 'project.start', { project: t.void, title: 'Void', measure: t.measure }],
    ['oskar', 'project.void', { project: t.void, reason: W('ProjectVoided.reason') }],
    ['tom', 'team.transferLead', { team: t.team, person: id('tim'), reason: W('LeadTransferred.reason') }],
    ['tim', 'team.transferLead', { team: t.team, person: id('tom') }],

    ['petra', 'account.openPersonalData', { account: id('lea'), reason: W('PersonalDataOpened.reason') }],
    ['oskar', 'account.suspend', { account: id('sue') }],
    ['erna', 'account.requestErasure', { account: id('erna'), due: new Date().toISOString() }],
  ]
}

// Fields in which nothing was planted, and why not.
export const unplanted = {
  'RedactionOrdered.reason': 'its command names the position of an event: personal_data.test.mjs',
}
