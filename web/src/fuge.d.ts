// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// What this page uses of the public API, until `npm run types` writes this file from the schema.
export type Uuid = string;
export type Role = 'anonymous' | 'member' | 'teamLead' | 'orgRepresentative' | 'mentor' | 'juror' | 'programmeManager' |
    'curator' | 'spaceManager' | 'educator' | 'moderator' | 'evaluator' | 'privacyOfficer' | 'hubAdmin' | 'operator' |
    'device' | 'service';
export type Sector = 'unknown' | 'business' | 'science' | 'administration' | 'civilSociety';
export type Lane = 'people' | 'courses' | 'challenges';
export type Term = 'fit' | 'topics' | 'availability' | 'languages' | 'diversity' | 'exposure';
export type MatchDirection = 'reciprocal' | 'helpsYou' | 'youHelp' | 'oneSided';
export type ProfileDirection = 'have' | 'want';

export interface SkillClaim { term?: Uuid; word?: string; level?: number; weight?: number; must?: boolean; language?: string }
export interface Skill { term: Uuid; level: number; weight: number; must: boolean }
export interface Meta { commandId?: Uuid }
export interface Receipt { firstPosition: number; lastPosition: number; stream: Uuid; version: number }

export interface Part { term: Term; points: number }
export interface Step { term: Uuid; de: string; en: string }
export interface Reason {
  need: Uuid; offer: Uuid; yours: boolean; closeness: number; levelFit: number; points: number; path: Step[];
  de: string; en: string;
}
export interface Gap { need: Uuid; yours: boolean; de: string; en: string }
export interface Suggestion {
  lane: Lane; id: Uuid; title: string; subtitle: string; points: number; direction: MatchDirection; parts: Part[];
  reasons: Reason[]; gaps: Gap[]; sharedTopics: Step[]; sharedLanguages: string[]; hoursPerWeek: number; sector: Sector;
}
export interface Excluded { filter: string; count: number }
export interface Partners {
  profile?: Uuid; needs?: SkillClaim[]; sectors?: Sector[]; languages?: string[]; hoursMin?: number; limit?: number;
  atLeast?: number;
}
export interface PartnersReply {
  position: number; people: Suggestion[]; courses: Suggestion[]; candidates: number; excluded: Excluded[];
}
export interface Challenges { profile?: Uuid; offers?: SkillClaim[]; limit?: number; atLeast?: number }
export interface ChallengesReply { position: number; challenges: Suggestion[]; candidates: number; excluded: Excluded[] }
export interface ExplainMatch { profile?: Uuid; needs?: SkillClaim[]; lane: Lane; id: Uuid; atLeast?: number }
export interface ExplainMatchReply { position: number; suggestion: Suggestion; excludedBy: string }

export interface Found { term: Uuid; de: string; en: string; matched: string; people: number }
export interface SuggestSkills { text: string; language?: string; limit?: number; atLeast?: number }
export interface SuggestSkillsReply { position: number; found: Found[] }
export interface LookUpSkills { terms: Uuid[] }
export interface LookUpSkillsReply { found: Found[] }

export interface Facet { name: string; value: string; count: number }
export interface SearchDirectory { limit?: number; atLeast?: number }
export interface SearchDirectoryReply { position: number; total: number; facets: Facet[] }

export interface CatalogueItem { challenge: Uuid; title: string; summary: string; sector: Sector; wanted: Skill[] }
export interface SearchCatalogue { skills?: Uuid[]; open?: boolean; limit?: number; atLeast?: number }
export interface SearchCatalogueReply { position: number; items: CatalogueItem[]; total: number }

export interface DeclareSkill { profile: Uuid; direction: ProfileDirection; skill: SkillClaim; meta?: Meta }
export interface WithdrawSkill { profile: Uuid; direction: ProfileDirection; term: Uuid; meta?: Meta }
export interface GetProfile { profile: Uuid }
export interface GetProfileReply {
  profile: Uuid; displayName: string; headline: string; sector: Sector; offers: Skill[]; needs: Skill[]; listed: boolean;
  paused: boolean; version: number;
}

export interface AuthenticateSession { token: string }
export interface AuthenticateSessionReply { subject: Uuid; roles: Role[] }
export interface DescribeSessionReply { subject: Uuid; roles: Role[]; epoch: string; position: number; version: string }

export interface FeedItem {
  position: number; type: string; recorded: string; stream: Uuid; actor: Uuid; de: string; en: string; gone: boolean;
}
export interface SubscribeFeed { channel: string; after: number }
export interface SubscribeFeedReply { channel: string; position: number; epoch: string }
export interface UnsubscribeFeed { channel: string }
export interface UnsubscribeFeedReply { channel: string }
export interface ReadFeed { channel: string; after?: number; limit?: number; atLeast?: number }
export interface ReadFeedReply { items: FeedItem[]; position: number; more: boolean }

export interface Methods {
  'match.partners': {params: Partners; result: PartnersReply};
  'match.challenges': {params: Challenges; result: ChallengesReply};
  'match.explain': {params: ExplainMatch; result: ExplainMatchReply};
  'skills.suggest': {params: SuggestSkills; result: SuggestSkillsReply};
  'skills.lookUp': {params: LookUpSkills; result: LookUpSkillsReply};
  'directory.search': {params: SearchDirectory; result: SearchDirectoryReply};
  'catalogue.search': {params: SearchCatalogue; result: SearchCatalogueReply};
  'profile.declareSkill': {params: DeclareSkill; result: Receipt};
  'profile.withdrawSkill': {params: WithdrawSkill; result: Receipt};
  'profile.get': {params: GetProfile; result: GetProfileReply};
  'session.authenticate': {params: AuthenticateSession; result: AuthenticateSessionReply};
  'session.describe': {params: {}; result: DescribeSessionReply};
  'feed.subscribe': {params: SubscribeFeed; result: SubscribeFeedReply};
  'feed.unsubscribe': {params: UnsubscribeFeed; result: UnsubscribeFeedReply};
  'feed.read': {params: ReadFeed; result: ReadFeedReply};
}
