// SPDX-FileCopyrightText: 2026 The Fuge contributors
// SPDX-License-Identifier: EUPL-1.2

// Generated from the schema by `fuge schema typescript`.

/** A lower-case UUID. */
export type Uuid = string;

/** RFC 3339 in UTC, as 2026-05-01T12:00:00Z. */
export type Instant = string;

/** Two lower-case letters (ISO 639-1), or nothing. */
export type Language = string;

export type Role =
  | "anonymous"
  | "member"
  | "teamLead"
  | "orgRepresentative"
  | "mentor"
  | "juror"
  | "programmeManager"
  | "curator"
  | "spaceManager"
  | "educator"
  | "moderator"
  | "evaluator"
  | "privacyOfficer"
  | "hubAdmin"
  | "operator"
  | "device"
  | "service";

export type Scope =
  | "tenant"
  | "measure"
  | "programme"
  | "organisation"
  | "space"
  | "team"
  | "self";

export type Purpose =
  | "directory"
  | "contact"
  | "newsletter";

export type TermKind =
  | "skill"
  | "topic"
  | "group";

export type Sector =
  | "unknown"
  | "business"
  | "science"
  | "administration"
  | "civilSociety";

export type ProfileKind =
  | "founder"
  | "student"
  | "researcher"
  | "employee"
  | "citizen"
  | "mentor"
  | "freelancer"
  | "official";

export type ProfileDirection =
  | "have"
  | "want";

export type Field =
  | "displayName"
  | "headline"
  | "about"
  | "contact"
  | "district"
  | "availability";

export type Visibility =
  | "public"
  | "members"
  | "organisation"
  | "private"
  | "staff";

export type FollowKind =
  | "person"
  | "organisation"
  | "challenge"
  | "idea"
  | "programme"
  | "team"
  | "project"
  | "term";

export type Digest =
  | "none"
  | "daily"
  | "weekly";

export type Reported =
  | "person"
  | "organisation"
  | "challenge";

export type Lane =
  | "people"
  | "courses"
  | "challenges";

export type ChallengeStage =
  | "absent"
  | "draft"
  | "submitted"
  | "approved"
  | "rejected"
  | "published"
  | "closed"
  | "withdrawn";

export type MatchDirection =
  | "reciprocal"
  | "helpsYou"
  | "youHelp"
  | "oneSided";

/** The parts of a score. They sum to the total. */
export type Term =
  | "fit"
  | "topics"
  | "availability"
  | "languages"
  | "diversity"
  | "exposure";

export type OrganisationStage =
  | "absent"
  | "unverified"
  | "verified"
  | "merged"
  | "closed";

export type Standing =
  | "none"
  | "requested"
  | "member"
  | "representative";

/** Opens an account for a person. */
export interface RegisterAccount {
  account: Uuid;
  /** The person says to be 16 or older. Children take part without an account. */
  ofAge: boolean;
}

/** Gives a role, for the whole tenant or for one measure, programme, organisation or space. */
export interface GrantRole {
  account: Uuid;
  role: Role;
  scope?: Scope;
  /** The measure, programme, organisation or space; absent for the tenant. */
  target?: Uuid;
}

/** Takes a role away again. */
export interface RevokeRole {
  account: Uuid;
  role: Role;
  scope?: Scope;
  target?: Uuid;
}

/** Locks a person out until reinstated. */
export interface SuspendAccount {
  account: Uuid;
}

/** Lets a suspended person in again. */
export interface ReinstateAccount {
  account: Uuid;
}

/** Agrees to one use of one's data, in the wording of this version. */
export interface GiveConsent {
  account: Uuid;
  purpose: Purpose;
  textVersion: number;
}

/** Takes a consent back; what rests on it ends at once. */
export interface WithdrawConsent {
  account: Uuid;
  purpose: Purpose;
}

/** Adds a term. It goes live once it has a German and an English preferred label. */
export interface AddTerm {
  term: Uuid;
  kind?: TermKind;
  /** Where the term comes from, if it is somebody else's; unique. */
  uri?: string;
  labels?: LabelInput[];
  /** The more general terms; they must exist already. */
  broader?: Uuid[];
}

/** A word for a term in one language. */
export interface LabelInput {
  language: Language;
  text: string;
  preferred?: boolean;
}

/** Adds labels. A preferred one replaces the language's preferred one, which stays as an alternative. */
export interface LabelTerm {
  term: Uuid;
  labels: LabelInput[];
}

/** Places a term under a more general one. */
export interface RelateTerm {
  term: Uuid;
  broader: Uuid;
}

/** Makes this term another name of the other one. Whoever offered or needed it now offers or needs the other. */
export interface MergeTerm {
  term: Uuid;
  into: Uuid;
}

/** Keeps a term where it is used and offers it to nobody new. */
export interface DeprecateTerm {
  term: Uuid;
}

/** Takes a private term into the vocabulary, with labels and a place. */
export interface AdoptTerm {
  term: Uuid;
  kind?: TermKind;
  labels: LabelInput[];
  broader?: Uuid[];
}

/** Starts one's profile as a draft that nobody else sees. */
export interface CreateProfile {
  profile: Uuid;
  displayName: string;
  headline?: string;
  about?: string;
  contact?: string;
  sector: Sector;
  kinds?: ProfileKind[];
  district?: string;
  discipline?: string;
  languages?: Language[];
  hoursPerWeek?: number;
  offers?: SkillClaim[];
  needs?: SkillClaim[];
  topics?: Uuid[];
}

/** A skill that is offered or needed: a term of the vocabulary, or a word of one's own that nobody has adopted yet. */
export interface SkillClaim {
  term?: Uuid;
  /** Used where no term is given; kept as a private term that matches its equals. */
  word?: string;
  /** 1 basic, 2 independent, 3 advanced, 4 expert; 0 says nothing about it. */
  level?: number;
  /** How much a need matters beside the others; 0 means 1. */
  weight?: number;
  /** A need without which nothing else counts. */
  must?: boolean;
  /** The word's language. */
  language?: Language;
}

/** Replaces the describing part of one's profile. */
export interface ReviseProfile {
  profile: Uuid;
  displayName: string;
  headline?: string;
  about?: string;
  contact?: string;
  sector: Sector;
  kinds?: ProfileKind[];
  district?: string;
  discipline?: string;
}

/** Says that one has a skill or wants it from others. Declaring it again replaces level and weight. */
export interface DeclareSkill {
  profile: Uuid;
  direction: ProfileDirection;
  skill: SkillClaim;
}

/** Takes a skill back. */
export interface WithdrawSkill {
  profile: Uuid;
  direction: ProfileDirection;
  term: Uuid;
}

/** Says which topics one cares about; replaces the earlier list. */
export interface DeclareInterests {
  profile: Uuid;
  topics: Uuid[];
}

/** Says how many hours a week one has. */
export interface SetAvailability {
  profile: Uuid;
  hoursPerWeek: number;
}

/** Says which languages one works in; replaces the earlier list. */
export interface SetLanguages {
  profile: Uuid;
  languages: Language[];
}

/** Says who may see which field. */
export interface SetVisibility {
  profile: Uuid;
  fields: FieldVisibilityInput[];
}

export interface FieldVisibilityInput {
  field: Field;
  visibility: Visibility;
}

/** Puts the profile into the directory. Needs the consent "directory". */
export interface ListProfile {
  profile: Uuid;
}

/** Takes the profile out of the directory. */
export interface HideProfile {
  profile: Uuid;
}

/** Stops being suggested to others for a while. */
export interface PauseMatching {
  profile: Uuid;
}

/** Is suggested to others again. */
export interface ResumeMatching {
  profile: Uuid;
}

/** Writes a challenge down; only its author sees it. */
export interface DraftChallenge {
  challenge: Uuid;
  title: string;
  summary?: string;
  contact: string;
  sector?: Sector;
  wanted?: SkillClaim[];
  topics?: Uuid[];
  languages?: Language[];
  /** Whose challenge it is; the caller's own if absent. Only staff may name somebody else. */
  owner?: Uuid;
}

/** Rewrites a challenge that has not been submitted yet. */
export interface ReviseChallenge {
  challenge: Uuid;
  title: string;
  summary?: string;
  contact: string;
  sector?: Sector;
  wanted?: SkillClaim[];
  topics?: Uuid[];
  languages?: Language[];
}

/** Hands a draft in for approval. */
export interface SubmitChallenge {
  challenge: Uuid;
}

/** Gives a submitted challenge back to its author, with what is missing. */
export interface ReturnChallenge {
  challenge: Uuid;
  reason: string;
}

/** Accepts a submitted challenge. */
export interface ApproveChallenge {
  challenge: Uuid;
}

/** Declines a submitted challenge; the reason is told to its author. */
export interface RejectChallenge {
  challenge: Uuid;
  reason: string;
}

/** Shows an approved challenge to everybody, in a programme or on its own. */
export interface PublishChallenge {
  challenge: Uuid;
  programme?: Uuid;
}

/** Adds a clarification to a published challenge; nothing else of it changes any more. */
export interface ClarifyChallenge {
  challenge: Uuid;
  text: string;
}

/** Ends a published challenge. */
export interface CloseChallenge {
  challenge: Uuid;
}

/** Takes a challenge back. */
export interface WithdrawChallenge {
  challenge: Uuid;
}

/** Offers a course with the skills it teaches. Designing it again replaces what it teaches. */
export interface DesignCourse {
  course: Uuid;
  title: string;
  provider?: string;
  language?: Language;
  teaches?: SkillInput[];
}

/** A claim as it is recorded: the word has become a term. */
export interface SkillInput {
  term?: Uuid;
  level?: number;
  weight?: number;
  must?: boolean;
}

/** Takes a course out of the catalogue. */
export interface WithdrawCourse {
  course: Uuid;
}

/** Names the hub. The first time it also says in which time zone its days begin; that stays. */
export interface ConfigureTenant {
  /** 74656e61-6e74-8000-8000-000000000001 */
  tenant: Uuid;
  nameDe: string;
  nameEn: string;
  /** A name of the IANA time zone database, as "Europe/Berlin". */
  zone: string;
}

/** Adds a measure: what sessions, projects, ideas and challenges are counted under. */
export interface DefineMeasure {
  tenant: Uuid;
  measure: Uuid;
  /** Its short name in reports, as "smart_spaces"; no two measures share one. */
  code: string;
  nameDe: string;
  nameEn: string;
}

/** Enters an organisation. It is not verified yet; who registers it represents it. */
export interface RegisterOrganisation {
  organisation: Uuid;
  name: string;
  sector: Sector;
  about?: string;
  website?: string;
  contact?: string;
  district?: string;
  /** Works on sustainability: the fact sheet wants GreenTech found and counted. */
  green?: boolean;
  /** Who speaks for it; the caller if absent. Only staff may name somebody else. */
  representative?: Uuid;
}

/** Confirms that the organisation exists and that its representatives speak for it. From then on it may act as a partner. */
export interface VerifyOrganisation {
  organisation: Uuid;
}

/** Replaces what is told of an organisation. */
export interface ReviseOrganisation {
  organisation: Uuid;
  name: string;
  sector: Sector;
  about?: string;
  website?: string;
  contact?: string;
  district?: string;
  green?: boolean;
}

/** Says that two entries are the same organisation; the other one goes on, with the people of both. There is no way back. */
export interface MergeOrganisation {
  organisation: Uuid;
  into: Uuid;
}

/** Ends an organisation. What it did remains; it does nothing any more. */
export interface CloseOrganisation {
  organisation: Uuid;
}

/** Asks to belong to an organisation. */
export interface RequestMembership {
  organisation: Uuid;
}

/** Takes in somebody who asked. */
export interface ApproveMembership {
  organisation: Uuid;
  person: Uuid;
}

/** Leaves an organisation, or takes somebody out of it, or ends a request before it was answered. */
export interface EndMembership {
  organisation: Uuid;
  /** The caller if absent. Only representatives and staff may name somebody else. */
  person?: Uuid;
}

/** Lets a member speak for the organisation. */
export interface AppointRepresentative {
  organisation: Uuid;
  person: Uuid;
}

/** Steps down as a representative, or dismisses one, who remains a member. Somebody always speaks for an organisation. */
export interface DismissRepresentative {
  organisation: Uuid;
  /** The caller if absent. */
  person?: Uuid;
}

/** Hears of something from now on, in the channel "following/UUID". Whoever is followed is not told. */
export interface StartFollow {
  /** Oneself. */
  person: Uuid;
  kind: FollowKind;
  target: Uuid;
}

/** Does not want to hear of it any more. */
export interface StopFollow {
  person: Uuid;
  kind: FollowKind;
  target: Uuid;
}

/** Says how often a summary is wanted. */
export interface SetDigest {
  person: Uuid;
  digest: Digest;
}

/** Keeps somebody away: neither finds, is suggested or is shown the other any more. The other one is not told. */
export interface BlockPerson {
  /** Oneself. */
  person: Uuid;
  blocked: Uuid;
}

/** Takes that back. */
export interface UnblockPerson {
  person: Uuid;
  blocked: Uuid;
}

/** Tells staff about somebody or something that breaks the rules of the house. */
export interface ReportPerson {
  /** Who reports: oneself. */
  person: Uuid;
  kind: Reported;
  about: Uuid;
  reason: string;
}

/** Travels with every command, as its field "meta". */
export interface Meta {
  /** Chosen by the client; the same id with the same bytes gives the same receipt for ever. Made by the server where missing. */
  commandId?: Uuid;
  expect?: Expect[];
  correlation?: Uuid;
  /** When it happened, if that was earlier than now. */
  occurred?: Instant;
}

/** "Only if this stream still stands at this version." */
export interface Expect {
  stream: Uuid;
  version?: number;
  /** The family's name ("profile"); the command's own where absent. */
  family?: string;
}

/** What an accepted command is answered with. */
export interface Receipt {
  firstPosition: number;
  lastPosition: number;
  stream?: Uuid;
  version: number;
}

/** One profile, as the asking person may see it. */
export interface GetProfile {
  profile: Uuid;
}

/** One challenge, as the asking person may see it. */
export interface GetChallenge {
  challenge: Uuid;
}

/** The people and courses that fit a profile's needs, or needs given here, best first. */
export interface Partners {
  /** The asking side; the caller's own profile if neither this nor needs are given. */
  profile?: Uuid;
  needs?: SkillClaim[];
  kinds?: ProfileKind[];
  sectors?: Sector[];
  languages?: Language[];
  hoursMin?: number;
  /** Per lane; 0 means 10. */
  limit?: number;
  /** Waits, within bounds, until the views have reached this position. */
  atLeast?: number;
}

/** The published challenges that a profile can help with, best first. */
export interface Challenges {
  profile?: Uuid;
  offers?: SkillClaim[];
  limit?: number;
  atLeast?: number;
}

/** One pair in full: every part of the score and every need, or the filter that keeps the two apart. */
export interface ExplainMatch {
  profile?: Uuid;
  needs?: SkillClaim[];
  lane: Lane;
  id: Uuid;
  atLeast?: number;
}

/** Every view with its position and digest. */
export interface ListViews {
  atLeast?: number;
}

/** Listed profiles that pass every filter given; within one filter any value will do. */
export interface SearchDirectory {
  sectors?: Sector[];
  kinds?: ProfileKind[];
  languages?: Language[];
  districts?: string[];
  skills?: Uuid[];
  hoursMin?: number;
  /** The last profile of the page before. */
  after?: Uuid;
  /** 0 means 20. */
  limit?: number;
  atLeast?: number;
}

/** Published and closed challenges. */
export interface SearchCatalogue {
  sectors?: Sector[];
  skills?: Uuid[];
  topics?: Uuid[];
  /** Only those that are still open. */
  open?: boolean;
  after?: Uuid;
  limit?: number;
  atLeast?: number;
}

/** Live terms whose label in either language begins with or contains the typed text, best first. */
export interface SuggestSkills {
  text: string;
  /** The language preferred in the order; German if absent. */
  language?: Language;
  /** 0 means 10. */
  limit?: number;
  atLeast?: number;
}

/** The labels of terms. */
export interface LookUpSkills {
  terms: Uuid[];
}

/** Sends every item of a channel after a position, then live, each once and in order, as notifications "feed.item". Channels: "public"; "members" for whoever is signed in; "staff"; for that person alone "person/UUID", what concerns the person, and "following/UUID", what happens to whatever the person follows. */
export interface SubscribeFeed {
  channel: string;
  /** The last position seen; -1 from now on, 0 from the beginning. */
  after: number;
}

/** Ends a subscription. */
export interface UnsubscribeFeed {
  channel: string;
}

/** A page of a channel's past. */
export interface ReadFeed {
  channel: string;
  after?: number;
  limit?: number;
  atLeast?: number;
}

/** Signs this connection in. HTTP requests carry "Authorization: Bearer TOKEN" instead. */
export interface AuthenticateSession {
  token: string;
}

/** Who this connection is, which log it speaks to, and how far that is. */
export type DescribeSession = Record<string, never>;

/** One organisation, as the asking person may see it. Visitors see the verified ones; the id of a merged one leads to its heir. */
export interface GetOrganisation {
  organisation: Uuid;
  atLeast?: number;
}

/** Organisations by filters: any value within one, all filters together. The last registered first. Visitors see the verified ones. */
export interface SearchOrganisation {
  sectors?: Sector[];
  districts?: string[];
  /** Only those that work on sustainability. */
  green?: boolean;
  /** Only those that are verified. */
  verified?: boolean;
  /** The last one of the page before. */
  after?: Uuid;
  limit?: number;
  atLeast?: number;
}

export interface GetProfileReply {
  profile?: Uuid;
  displayName: string;
  headline: string;
  about: string;
  contact: string;
  sector: Sector;
  kinds: ProfileKind[];
  district: string;
  discipline: string;
  languages: string[];
  hoursPerWeek: number;
  offers: Skill[];
  needs: Skill[];
  topics: Uuid[];
  listed: boolean;
  paused: boolean;
  version: number;
}

/** A claim as it is recorded: the word has become a term. */
export interface Skill {
  term?: Uuid;
  level: number;
  weight: number;
  must: boolean;
}

export interface GetChallengeReply {
  challenge?: Uuid;
  title: string;
  summary: string;
  contact: string;
  sector: Sector;
  wanted: Skill[];
  topics: Uuid[];
  languages: string[];
  stage: ChallengeStage;
  clarifications: string[];
  version: number;
}

export interface PartnersReply {
  position: number;
  people: Suggestion[];
  courses: Suggestion[];
  candidates: number;
  excluded: Excluded[];
}

export interface Suggestion {
  lane: Lane;
  id?: Uuid;
  /** A person's display name, a course's or a challenge's title. */
  title: string;
  subtitle: string;
  points: number;
  direction: MatchDirection;
  parts: Part[];
  reasons: Reason[];
  gaps: Gap[];
  sharedTopics: Step[];
  sharedLanguages: string[];
  hoursPerWeek: number;
  sector: Sector;
}

export interface Part {
  term: Term;
  points: number;
}

/** How one need is met. */
export interface Reason {
  need?: Uuid;
  offer?: Uuid;
  /** The need is the asking side's. */
  yours: boolean;
  closeness: number;
  levelFit: number;
  /** Its share of the coverage. */
  points: number;
  path: Step[];
  de: string;
  en: string;
}

/** One term on the way from the need to the skill that covers it. */
export interface Step {
  term?: Uuid;
  de: string;
  en: string;
}

export interface Gap {
  need?: Uuid;
  yours: boolean;
  de: string;
  en: string;
}

/** How many candidates a filter removed. */
export interface Excluded {
  filter: string;
  count: number;
}

export interface ChallengesReply {
  position: number;
  challenges: Suggestion[];
  candidates: number;
  excluded: Excluded[];
}

export interface ExplainMatchReply {
  position: number;
  suggestion?: Suggestion;
  /** The filter's name, or empty. */
  excludedBy: string;
}

export interface ListViewsReply {
  views: View[];
  position: number;
}

export interface View {
  name: string;
  position: number;
  rows: number;
  /** Hex: the sum of the rows' hashes modulo 2^256. Equal at equal positions on every machine. */
  digest: string;
}

export interface SearchDirectoryReply {
  position: number;
  entries: DirectoryEntry[];
  total: number;
  facets: DirectoryFacet[];
}

export interface DirectoryEntry {
  profile?: Uuid;
  displayName: string;
  headline: string;
  sector: Sector;
  kinds: ProfileKind[];
  district: string;
  languages: string[];
  hoursPerWeek: number;
  offers: Skill[];
  needs: Skill[];
}

export interface DirectoryFacet {
  /** sector, kind, language, district or skill */
  name: string;
  value: string;
  count: number;
}

export interface SearchCatalogueReply {
  position: number;
  items: CatalogueItem[];
  total: number;
}

export interface CatalogueItem {
  challenge?: Uuid;
  title: string;
  summary: string;
  sector: Sector;
  stage: ChallengeStage;
  wanted: Skill[];
  topics: Uuid[];
  publishedPosition: number;
}

export interface SuggestSkillsReply {
  position: number;
  found: Found[];
}

export interface Found {
  term?: Uuid;
  de: string;
  en: string;
  /** The label that matched. */
  matched: string;
  /** How many listed people offer it. */
  people: number;
}

export interface LookUpSkillsReply {
  found: Found[];
}

export interface SubscribeFeedReply {
  channel: string;
  /** Where the subscription starts. */
  position: number;
  /** The log's identity. After a change of it, positions start anew. */
  epoch: string;
}

export interface UnsubscribeFeedReply {
  channel: string;
}

export interface ReadFeedReply {
  items: FeedItem[];
  /** Everything up to here is on this page or before it. */
  position: number;
  more: boolean;
}

export interface FeedItem {
  position: number;
  /** The event's name, as "profile.ProfileListed". */
  type: string;
  recorded?: Instant;
  stream?: Uuid;
  actor?: Uuid;
  de: string;
  en: string;
  /** It happened, and may no longer be shown. */
  gone: boolean;
}

export interface AuthenticateSessionReply {
  subject?: Uuid;
  roles: Role[];
}

export interface DescribeSessionReply {
  subject?: Uuid;
  roles: Role[];
  epoch: string;
  position: number;
  version: string;
}

export interface GetOrganisationReply {
  organisation?: Uuid;
  name: string;
  about: string;
  website: string;
  /** For members. */
  contact: string;
  sector: Sector;
  district: string;
  green: boolean;
  stage: OrganisationStage;
  mine: Standing;
  /** Those whose profile the asking person may see. Requests are seen by representatives, staff and whoever made them. */
  people: MemberEntry[];
  /** All of them, those who asked left out. */
  members: number;
  version: number;
}

export interface MemberEntry {
  person?: Uuid;
  displayName: string;
  standing: Standing;
}

export interface SearchOrganisationReply {
  organisations: OrganisationEntry[];
  total: number;
  facets: OrganisationFacet[];
  position: number;
}

export interface OrganisationEntry {
  organisation?: Uuid;
  name: string;
  website: string;
  sector: Sector;
  district: string;
  green: boolean;
  verified: boolean;
}

/** How many there are of a value, under the other filters. */
export interface OrganisationFacet {
  /** "sector", "district", "green" or "verified". */
  name: string;
  value: string;
  count: number;
}

/** Records the id of an accepted command that changed nothing on the stream it was decided on. */
export interface CommandNoted {
  /** Where that stream stood, for the command's receipt. */
  version: number;
}

export interface AccountRegistered {
  account?: Uuid;
}

export interface RoleGranted {
  account?: Uuid;
  role: Role;
  scope: Scope;
  target?: Uuid;
}

export interface RoleRevoked {
  account?: Uuid;
  role: Role;
  scope: Scope;
  target?: Uuid;
}

export interface AccountSuspended {
  account?: Uuid;
}

export interface AccountReinstated {
  account?: Uuid;
}

export interface ConsentGiven {
  account?: Uuid;
  purpose: Purpose;
  textVersion: number;
}

export interface ConsentWithdrawn {
  account?: Uuid;
  purpose: Purpose;
}

export interface TermAdded {
  term?: Uuid;
  kind: TermKind;
  uri: string;
  labels: Label[];
  broader: Uuid[];
}

/** A word for a term in one language. */
export interface Label {
  language: Language;
  text: string;
  preferred: boolean;
}

export interface TermLabelled {
  term?: Uuid;
  labels: Label[];
}

export interface TermRelated {
  term?: Uuid;
  broader?: Uuid;
}

export interface TermMerged {
  term?: Uuid;
  into?: Uuid;
}

export interface TermDeprecated {
  term?: Uuid;
}

export interface TermAdopted {
  term?: Uuid;
  kind: TermKind;
  labels: Label[];
  broader: Uuid[];
}

/** Somebody used a word that the vocabulary does not have. The id is a keyed hash of the folded word, so equals meet. */
export interface TermProposed {
  term?: Uuid;
  word: string;
  language: string;
}

export interface ProfileCreated {
  profile?: Uuid;
  displayName: string;
  headline: string;
  about: string;
  contact: string;
  sector: Sector;
  kinds: ProfileKind[];
  district: string;
  discipline: string;
  languages: string[];
  hoursPerWeek: number;
  offers: Skill[];
  needs: Skill[];
  topics: Uuid[];
}

export interface ProfileRevised {
  profile?: Uuid;
  displayName: string;
  headline: string;
  about: string;
  contact: string;
  sector: Sector;
  kinds: ProfileKind[];
  district: string;
  discipline: string;
}

export interface SkillDeclared {
  profile?: Uuid;
  direction: ProfileDirection;
  skill?: Skill;
}

export interface SkillWithdrawn {
  profile?: Uuid;
  direction: ProfileDirection;
  term?: Uuid;
}

export interface InterestsDeclared {
  profile?: Uuid;
  topics: Uuid[];
}

export interface AvailabilitySet {
  profile?: Uuid;
  hoursPerWeek: number;
}

export interface LanguagesSet {
  profile?: Uuid;
  languages: string[];
}

export interface VisibilitySet {
  profile?: Uuid;
  fields: FieldVisibility[];
}

export interface FieldVisibility {
  field: Field;
  visibility: Visibility;
}

export interface ProfileListed {
  profile?: Uuid;
}

export interface ProfileHidden {
  profile?: Uuid;
}

export interface MatchingPaused {
  profile?: Uuid;
}

export interface MatchingResumed {
  profile?: Uuid;
}

export interface ChallengeDrafted {
  challenge?: Uuid;
  title: string;
  summary: string;
  contact: string;
  sector: Sector;
  wanted: Skill[];
  topics: Uuid[];
  languages: string[];
  owner?: Uuid;
}

export interface ChallengeRevised {
  challenge?: Uuid;
  title: string;
  summary: string;
  contact: string;
  sector: Sector;
  wanted: Skill[];
  topics: Uuid[];
  languages: string[];
  owner?: Uuid;
}

export interface ChallengeSubmitted {
  challenge?: Uuid;
}

export interface ChallengeReturned {
  challenge?: Uuid;
  reason: string;
}

export interface ChallengeApproved {
  challenge?: Uuid;
}

export interface ChallengeRejected {
  challenge?: Uuid;
  reason: string;
}

export interface ChallengePublished {
  challenge?: Uuid;
  programme?: Uuid;
}

export interface ChallengeClarified {
  challenge?: Uuid;
  text: string;
}

export interface ChallengeClosed {
  challenge?: Uuid;
}

export interface ChallengeWithdrawn {
  challenge?: Uuid;
}

export interface CourseDesigned {
  course?: Uuid;
  title: string;
  provider: string;
  language: string;
  teaches: Skill[];
}

export interface CourseWithdrawn {
  course?: Uuid;
}

export interface TenantConfigured {
  tenant?: Uuid;
  nameDe: string;
  nameEn: string;
  zone: string;
}

export interface MeasureDefined {
  tenant?: Uuid;
  measure?: Uuid;
  code: string;
  nameDe: string;
  nameEn: string;
}

export interface OrganisationRegistered {
  organisation?: Uuid;
  name: string;
  sector: Sector;
  about: string;
  website: string;
  contact: string;
  district: string;
  green: boolean;
  representative?: Uuid;
}

export interface OrganisationVerified {
  organisation?: Uuid;
}

export interface OrganisationRevised {
  organisation?: Uuid;
  name: string;
  sector: Sector;
  about: string;
  website: string;
  contact: string;
  district: string;
  green: boolean;
  /** Under whose key the contact lies: the representative who gave it, or the first one where staff did. */
  representative?: Uuid;
}

export interface OrganisationMerged {
  organisation?: Uuid;
  into?: Uuid;
}

export interface OrganisationClosed {
  organisation?: Uuid;
}

export interface MembershipRequested {
  organisation?: Uuid;
  person?: Uuid;
}

export interface MembershipApproved {
  organisation?: Uuid;
  person?: Uuid;
}

export interface MembershipEnded {
  organisation?: Uuid;
  person?: Uuid;
}

export interface RepresentativeAppointed {
  organisation?: Uuid;
  person?: Uuid;
}

export interface RepresentativeDismissed {
  organisation?: Uuid;
  person?: Uuid;
}

/** The other side of OrganisationMerged, on the stream of the one that goes on. */
export interface OrganisationAbsorbed {
  organisation?: Uuid;
  merged?: Uuid;
  /** Everybody who belongs to it from now on, or wants to, as they stand. */
  people: Member[];
}

export interface Member {
  person?: Uuid;
  standing: Standing;
}

export interface FollowStarted {
  person?: Uuid;
  kind: FollowKind;
  target?: Uuid;
}

export interface FollowStopped {
  person?: Uuid;
  kind: FollowKind;
  target?: Uuid;
}

export interface DigestSet {
  person?: Uuid;
  digest: Digest;
}

export interface PersonBlocked {
  person?: Uuid;
  blocked?: Uuid;
}

export interface PersonUnblocked {
  person?: Uuid;
  blocked?: Uuid;
}

export interface PersonReported {
  person?: Uuid;
  kind: Reported;
  about?: Uuid;
  reason: string;
}

/** Every command and query by its method. */
export interface Methods {
  /** Opens an account for a person. */
  "account.register": { params: RegisterAccount & { meta?: Meta }; result: Receipt };
  /** Gives a role, for the whole tenant or for one measure, programme, organisation or space. */
  "account.grantRole": { params: GrantRole & { meta?: Meta }; result: Receipt };
  /** Takes a role away again. */
  "account.revokeRole": { params: RevokeRole & { meta?: Meta }; result: Receipt };
  /** Locks a person out until reinstated. */
  "account.suspend": { params: SuspendAccount & { meta?: Meta }; result: Receipt };
  /** Lets a suspended person in again. */
  "account.reinstate": { params: ReinstateAccount & { meta?: Meta }; result: Receipt };
  /** Agrees to one use of one's data, in the wording of this version. */
  "account.giveConsent": { params: GiveConsent & { meta?: Meta }; result: Receipt };
  /** Takes a consent back; what rests on it ends at once. */
  "account.withdrawConsent": { params: WithdrawConsent & { meta?: Meta }; result: Receipt };
  /** Adds a term. It goes live once it has a German and an English preferred label. */
  "vocabulary.addTerm": { params: AddTerm & { meta?: Meta }; result: Receipt };
  /** Adds labels. A preferred one replaces the language's preferred one, which stays as an alternative. */
  "vocabulary.labelTerm": { params: LabelTerm & { meta?: Meta }; result: Receipt };
  /** Places a term under a more general one. */
  "vocabulary.relateTerm": { params: RelateTerm & { meta?: Meta }; result: Receipt };
  /** Makes this term another name of the other one. Whoever offered or needed it now offers or needs the other. */
  "vocabulary.mergeTerm": { params: MergeTerm & { meta?: Meta }; result: Receipt };
  /** Keeps a term where it is used and offers it to nobody new. */
  "vocabulary.deprecateTerm": { params: DeprecateTerm & { meta?: Meta }; result: Receipt };
  /** Takes a private term into the vocabulary, with labels and a place. */
  "vocabulary.adoptTerm": { params: AdoptTerm & { meta?: Meta }; result: Receipt };
  /** Starts one's profile as a draft that nobody else sees. */
  "profile.create": { params: CreateProfile & { meta?: Meta }; result: Receipt };
  /** Replaces the describing part of one's profile. */
  "profile.revise": { params: ReviseProfile & { meta?: Meta }; result: Receipt };
  /** Says that one has a skill or wants it from others. Declaring it again replaces level and weight. */
  "profile.declareSkill": { params: DeclareSkill & { meta?: Meta }; result: Receipt };
  /** Takes a skill back. */
  "profile.withdrawSkill": { params: WithdrawSkill & { meta?: Meta }; result: Receipt };
  /** Says which topics one cares about; replaces the earlier list. */
  "profile.declareInterests": { params: DeclareInterests & { meta?: Meta }; result: Receipt };
  /** Says how many hours a week one has. */
  "profile.setAvailability": { params: SetAvailability & { meta?: Meta }; result: Receipt };
  /** Says which languages one works in; replaces the earlier list. */
  "profile.setLanguages": { params: SetLanguages & { meta?: Meta }; result: Receipt };
  /** Says who may see which field. */
  "profile.setVisibility": { params: SetVisibility & { meta?: Meta }; result: Receipt };
  /** Puts the profile into the directory. Needs the consent "directory". */
  "profile.list": { params: ListProfile & { meta?: Meta }; result: Receipt };
  /** Takes the profile out of the directory. */
  "profile.hide": { params: HideProfile & { meta?: Meta }; result: Receipt };
  /** Stops being suggested to others for a while. */
  "profile.pauseMatching": { params: PauseMatching & { meta?: Meta }; result: Receipt };
  /** Is suggested to others again. */
  "profile.resumeMatching": { params: ResumeMatching & { meta?: Meta }; result: Receipt };
  /** Writes a challenge down; only its author sees it. */
  "challenge.draft": { params: DraftChallenge & { meta?: Meta }; result: Receipt };
  /** Rewrites a challenge that has not been submitted yet. */
  "challenge.revise": { params: ReviseChallenge & { meta?: Meta }; result: Receipt };
  /** Hands a draft in for approval. */
  "challenge.submit": { params: SubmitChallenge & { meta?: Meta }; result: Receipt };
  /** Gives a submitted challenge back to its author, with what is missing. */
  "challenge.return": { params: ReturnChallenge & { meta?: Meta }; result: Receipt };
  /** Accepts a submitted challenge. */
  "challenge.approve": { params: ApproveChallenge & { meta?: Meta }; result: Receipt };
  /** Declines a submitted challenge; the reason is told to its author. */
  "challenge.reject": { params: RejectChallenge & { meta?: Meta }; result: Receipt };
  /** Shows an approved challenge to everybody, in a programme or on its own. */
  "challenge.publish": { params: PublishChallenge & { meta?: Meta }; result: Receipt };
  /** Adds a clarification to a published challenge; nothing else of it changes any more. */
  "challenge.clarify": { params: ClarifyChallenge & { meta?: Meta }; result: Receipt };
  /** Ends a published challenge. */
  "challenge.close": { params: CloseChallenge & { meta?: Meta }; result: Receipt };
  /** Takes a challenge back. */
  "challenge.withdraw": { params: WithdrawChallenge & { meta?: Meta }; result: Receipt };
  /** Offers a course with the skills it teaches. Designing it again replaces what it teaches. */
  "course.design": { params: DesignCourse & { meta?: Meta }; result: Receipt };
  /** Takes a course out of the catalogue. */
  "course.withdraw": { params: WithdrawCourse & { meta?: Meta }; result: Receipt };
  /** Names the hub. The first time it also says in which time zone its days begin; that stays. */
  "tenant.configure": { params: ConfigureTenant & { meta?: Meta }; result: Receipt };
  /** Adds a measure: what sessions, projects, ideas and challenges are counted under. */
  "tenant.defineMeasure": { params: DefineMeasure & { meta?: Meta }; result: Receipt };
  /** Enters an organisation. It is not verified yet; who registers it represents it. */
  "organisation.register": { params: RegisterOrganisation & { meta?: Meta }; result: Receipt };
  /** Confirms that the organisation exists and that its representatives speak for it. From then on it may act as a partner. */
  "organisation.verify": { params: VerifyOrganisation & { meta?: Meta }; result: Receipt };
  /** Replaces what is told of an organisation. */
  "organisation.revise": { params: ReviseOrganisation & { meta?: Meta }; result: Receipt };
  /** Says that two entries are the same organisation; the other one goes on, with the people of both. There is no way back. */
  "organisation.merge": { params: MergeOrganisation & { meta?: Meta }; result: Receipt };
  /** Ends an organisation. What it did remains; it does nothing any more. */
  "organisation.close": { params: CloseOrganisation & { meta?: Meta }; result: Receipt };
  /** Asks to belong to an organisation. */
  "organisation.requestMembership": { params: RequestMembership & { meta?: Meta }; result: Receipt };
  /** Takes in somebody who asked. */
  "organisation.approveMembership": { params: ApproveMembership & { meta?: Meta }; result: Receipt };
  /** Leaves an organisation, or takes somebody out of it, or ends a request before it was answered. */
  "organisation.endMembership": { params: EndMembership & { meta?: Meta }; result: Receipt };
  /** Lets a member speak for the organisation. */
  "organisation.appointRepresentative": { params: AppointRepresentative & { meta?: Meta }; result: Receipt };
  /** Steps down as a representative, or dismisses one, who remains a member. Somebody always speaks for an organisation. */
  "organisation.dismissRepresentative": { params: DismissRepresentative & { meta?: Meta }; result: Receipt };
  /** Hears of something from now on, in the channel "following/UUID". Whoever is followed is not told. */
  "follow.start": { params: StartFollow & { meta?: Meta }; result: Receipt };
  /** Does not want to hear of it any more. */
  "follow.stop": { params: StopFollow & { meta?: Meta }; result: Receipt };
  /** Says how often a summary is wanted. */
  "follow.setDigest": { params: SetDigest & { meta?: Meta }; result: Receipt };
  /** Keeps somebody away: neither finds, is suggested or is shown the other any more. The other one is not told. */
  "person.block": { params: BlockPerson & { meta?: Meta }; result: Receipt };
  /** Takes that back. */
  "person.unblock": { params: UnblockPerson & { meta?: Meta }; result: Receipt };
  /** Tells staff about somebody or something that breaks the rules of the house. */
  "person.report": { params: ReportPerson & { meta?: Meta }; result: Receipt };
  /** One profile, as the asking person may see it. */
  "profile.get": { params: GetProfile; result: GetProfileReply };
  /** One challenge, as the asking person may see it. */
  "challenge.get": { params: GetChallenge; result: GetChallengeReply };
  /** The people and courses that fit a profile's needs, or needs given here, best first. */
  "match.partners": { params: Partners; result: PartnersReply };
  /** The published challenges that a profile can help with, best first. */
  "match.challenges": { params: Challenges; result: ChallengesReply };
  /** One pair in full: every part of the score and every need, or the filter that keeps the two apart. */
  "match.explain": { params: ExplainMatch; result: ExplainMatchReply };
  /** Every view with its position and digest. */
  "views.list": { params: ListViews; result: ListViewsReply };
  /** Listed profiles that pass every filter given; within one filter any value will do. */
  "directory.search": { params: SearchDirectory; result: SearchDirectoryReply };
  /** Published and closed challenges. */
  "catalogue.search": { params: SearchCatalogue; result: SearchCatalogueReply };
  /** Live terms whose label in either language begins with or contains the typed text, best first. */
  "skills.suggest": { params: SuggestSkills; result: SuggestSkillsReply };
  /** The labels of terms. */
  "skills.lookUp": { params: LookUpSkills; result: LookUpSkillsReply };
  /** Sends every item of a channel after a position, then live, each once and in order, as notifications "feed.item". Channels: "public"; "members" for whoever is signed in; "staff"; for that person alone "person/UUID", what concerns the person, and "following/UUID", what happens to whatever the person follows. */
  "feed.subscribe": { params: SubscribeFeed; result: SubscribeFeedReply };
  /** Ends a subscription. */
  "feed.unsubscribe": { params: UnsubscribeFeed; result: UnsubscribeFeedReply };
  /** A page of a channel's past. */
  "feed.read": { params: ReadFeed; result: ReadFeedReply };
  /** Signs this connection in. HTTP requests carry "Authorization: Bearer TOKEN" instead. */
  "session.authenticate": { params: AuthenticateSession; result: AuthenticateSessionReply };
  /** Who this connection is, which log it speaks to, and how far that is. */
  "session.describe": { params: DescribeSession; result: DescribeSessionReply };
  /** One organisation, as the asking person may see it. Visitors see the verified ones; the id of a merged one leads to its heir. */
  "organisation.get": { params: GetOrganisation; result: GetOrganisationReply };
  /** Organisations by filters: any value within one, all filters together. The last registered first. Visitors see the verified ones. */
  "organisation.search": { params: SearchOrganisation; result: SearchOrganisationReply };
}

export type Method = keyof Methods;
export type Params<M extends Method> = Methods[M]["params"];
export type Result<M extends Method> = Methods[M]["result"];
