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

export type Kind =
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

/** What a project was started from. */
export type ProjectOrigin =
  | "none"
  | "idea"
  | "submission"
  | "challenge";

export type ProjectStage =
  | "absent"
  | "idea"
  | "prototype"
  | "implementation"
  | "followOn";

export type Lane =
  | "people"
  | "courses"
  | "challenges";

export type IdeaStage =
  | "absent"
  | "draft"
  | "submitted"
  | "accepted"
  | "declined"
  | "merged"
  | "converted"
  | "withdrawn";

export type IdeaOrder =
  | "newest"
  | "mostEndorsed";

export type ProjectStatus =
  | "active"
  | "paused"
  | "completed"
  | "stopped"
  | "voided";

export type Stage =
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

export type MilestoneStage =
  | "planned"
  | "reached"
  | "missed"
  | "dropped";

export type FieldTest =
  | "none"
  | "running"
  | "ended";

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
  kinds?: Kind[];
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
  kinds?: Kind[];
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

/** Writes an idea down; only its authors see it. */
export interface DraftIdea {
  idea: Uuid;
  title: string;
  summary?: string;
  /** The funded measure that the idea counts for. */
  measure: Uuid;
  /** Another one that it touches; never the same. */
  secondMeasure?: Uuid;
  /** Where in the city, if anywhere. */
  district?: string;
  wanted?: SkillClaim[];
  topics?: Uuid[];
  /** It serves sustainability. */
  green?: boolean;
  /** Whose idea it is; the caller's own if absent. Only staff may name somebody else. */
  author?: Uuid;
}

/** Rewrites an idea that nobody has answered yet. Once it is submitted its measures stay. */
export interface ReviseIdea {
  idea: Uuid;
  title: string;
  summary?: string;
  measure: Uuid;
  secondMeasure?: Uuid;
  district?: string;
  wanted?: SkillClaim[];
  topics?: Uuid[];
  green?: boolean;
}

/** Shows an idea to everybody, and asks for an answer. */
export interface SubmitIdea {
  idea: Uuid;
}

/** Asks somebody to be named as co-author; they are one when they have accepted. */
export interface AddCoAuthor {
  idea: Uuid;
  person: Uuid;
}

/** Says yes to being named as co-author. One's endorsement of the idea ends with it. */
export interface AcceptCoAuthorship {
  idea: Uuid;
}

/** Says no to being named as co-author, or ends it. */
export interface DeclineCoAuthorship {
  idea: Uuid;
}

/** Supports somebody else's idea, once. */
export interface EndorseIdea {
  idea: Uuid;
}

/** Takes one's support back. */
export interface UnendorseIdea {
  idea: Uuid;
}

/** Joins an idea to another that says the same. Whoever endorsed one or both endorses the other, once. */
export interface MergeIdea {
  idea: Uuid;
  into: Uuid;
}

/** Takes an idea up; the answer is public. */
export interface AcceptIdea {
  idea: Uuid;
  answer?: string;
}

/** Says no to an idea, and publicly why. */
export interface DeclineIdea {
  idea: Uuid;
  answer: string;
  /** It was no idea at all: it does not count, and is no longer shown. */
  spam?: boolean;
}

/** Starts a project from an accepted idea; its authors are the first members. */
export interface ConvertToProject {
  idea: Uuid;
  project: Uuid;
  /** What the project is called. */
  title: string;
  summary?: string;
  /** The idea's author if absent. Only staff may name somebody else. */
  lead?: Uuid;
}

/** Takes an idea back. */
export interface WithdrawIdea {
  idea: Uuid;
}

/** Starts a project. An accepted idea becomes one by idea.convertToProject. */
export interface StartProject {
  project: Uuid;
  title: string;
  summary?: string;
  /** The funded measure that the project counts for. */
  measure: Uuid;
  secondMeasure?: Uuid;
  origin?: ProjectOrigin;
  /** The idea, submission or challenge. */
  originId?: Uuid;
  /** The project that this one follows on. */
  predecessor?: Uuid;
  team?: Uuid;
  /** Now if absent. */
  begins?: Instant;
  /** Open if absent. */
  ends?: Instant;
  /** The caller if absent. Only staff may name somebody else. */
  lead?: Uuid;
  /** Beside the lead. */
  members?: Uuid[];
}

/** Says that it never was a project: it counts nowhere. */
export interface VoidProject {
  project: Uuid;
  reason: string;
}

/** Takes somebody into the project. */
export interface AdmitMember {
  project: Uuid;
  person: Uuid;
}

/** Ends a membership: one's own, or as the lead or staff another's. */
export interface DismissMember {
  project: Uuid;
  person: Uuid;
}

/** Makes another member the lead. */
export interface HandOverProject {
  project: Uuid;
  person: Uuid;
}

/** Sets a goal with a date within the project's. */
export interface PlanMilestone {
  project: Uuid;
  milestone: Uuid;
  title: string;
  due: Instant;
}

/** Reached, in time or late. */
export interface ReachMilestone {
  project: Uuid;
  milestone: Uuid;
}

/** Not reached in time. */
export interface MissMilestone {
  project: Uuid;
  milestone: Uuid;
}

/** Gives a milestone up. */
export interface DropMilestone {
  project: Uuid;
  milestone: Uuid;
  reason?: string;
}

/** Something that others can try: where it is, or in which exhibit, and under which licence. */
export interface RegisterPrototype {
  project: Uuid;
  prototype: Uuid;
  /** An address, https://... or http://... */
  evidence?: string;
  exhibit?: Uuid;
  /** An SPDX licence identifier or expression. */
  licence: string;
  submission?: Uuid;
}

/** Says that it is no prototype: it does not count. */
export interface VoidPrototype {
  project: Uuid;
  prototype: Uuid;
  reason: string;
}

/** To the next stage. Only hub administration may skip one, with a reason. */
export interface AdvanceStage {
  project: Uuid;
  stage: ProjectStage;
  reason?: string;
}

/** Back to an earlier stage. When it was first reached stays true, unless that was an error. */
export interface RevertStage {
  project: Uuid;
  stage: ProjectStage;
  reason: string;
  /** The later stages were entered in error: they were never reached. */
  error?: boolean;
}

/** An organisation orders the implementation and says with which resources. By who represents it, or staff. */
export interface CommissionImplementation {
  project: Uuid;
  organisation: Uuid;
  resources: string;
}

/** Says which project follows on this one. */
export interface LinkFollowOn {
  project: Uuid;
  successor: Uuid;
}

/** A place in the city where the project works. */
export interface RegisterSite {
  project: Uuid;
  site: Uuid;
  district: string;
  place?: string;
}

/** The city as a laboratory: a test at one of the project's sites begins. */
export interface StartFieldTest {
  project: Uuid;
  site: Uuid;
}

/** Ends a test, with what came of it. */
export interface EndFieldTest {
  project: Uuid;
  site: Uuid;
  outcome?: string;
}

/** Says where the sources are and under which licence. */
export interface ReleaseOpenSource {
  project: Uuid;
  url: string;
  /** An SPDX licence identifier or expression. */
  licence: string;
}

/** Offers the result to other municipalities. */
export interface OfferTransfer {
  project: Uuid;
  terms?: string;
}

/** Another municipality takes the result over. */
export interface AdoptTransfer {
  project: Uuid;
  municipality: Uuid;
  name: string;
}

/** Rests for a while. */
export interface PauseProject {
  project: Uuid;
  reason?: string;
}

/** Goes on after a pause. */
export interface ResumeProject {
  project: Uuid;
}

/** Ends a project that has done what it was for. */
export interface CompleteProject {
  project: Uuid;
}

/** Ended before it was done. */
export interface StopProject {
  project: Uuid;
  reason: string;
}

/** A company came out of the project. */
export interface RecordCompanyFounded {
  project: Uuid;
  company: Uuid;
  name: string;
}

/** Tells everybody how it goes. */
export interface PostProgress {
  project: Uuid;
  text: string;
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
  kinds?: Kind[];
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
  kinds?: Kind[];
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

/** Sends every item of a channel after a position, then live, each once and in order, as notifications "feed.item". Channels: "public"; "members" for whoever is signed in; "staff"; "person/UUID" for that person alone. */
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

/** One idea, as the asking person may see it. */
export interface GetIdea {
  idea: Uuid;
  atLeast?: number;
}

/** Ideas that everybody may see. Any value within one filter, all filters together. */
export interface SearchIdea {
  /** All that are shown where absent. */
  stages?: IdeaStage[];
  /** Its first or its second measure. */
  measure?: Uuid;
  districts?: string[];
  topics?: Uuid[];
  skills?: Uuid[];
  /** Only those that serve sustainability. */
  green?: boolean;
  order?: IdeaOrder;
  after?: Uuid;
  limit?: number;
  atLeast?: number;
}

/** One project, as the asking person may see it. */
export interface GetProject {
  project: Uuid;
  atLeast?: number;
}

/** Projects, the last started first. Any value within one filter, all filters together. */
export interface SearchProject {
  stages?: ProjectStage[];
  statuses?: ProjectStatus[];
  /** Its first or its second measure. */
  measure?: Uuid;
  districts?: string[];
  after?: Uuid;
  limit?: number;
  atLeast?: number;
}

/** How far projects have come, and how long each step took. Voided projects count nowhere. */
export interface FunnelProject {
  /** Only those whose first measure it is. */
  measure?: Uuid;
  atLeast?: number;
}

/** In how many projects each district has a site. Voided projects count nowhere. */
export interface DistrictsProject {
  measure?: Uuid;
  atLeast?: number;
}

export interface GetProfileReply {
  profile?: Uuid;
  displayName: string;
  headline: string;
  about: string;
  contact: string;
  sector: Sector;
  kinds: Kind[];
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
  stage: Stage;
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
  entries: Entry[];
  total: number;
  facets: Facet[];
}

export interface Entry {
  profile?: Uuid;
  displayName: string;
  headline: string;
  sector: Sector;
  kinds: Kind[];
  district: string;
  languages: string[];
  hoursPerWeek: number;
  offers: Skill[];
  needs: Skill[];
}

export interface Facet {
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
  stage: Stage;
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

export interface GetIdeaReply {
  idea?: Uuid;
  title: string;
  summary: string;
  stage: IdeaStage;
  measure?: Uuid;
  secondMeasure?: Uuid;
  district: string;
  wanted: Skill[];
  topics: Uuid[];
  green: boolean;
  endorsements: number;
  endorsed: boolean;
  submittedPosition: number;
  /** Absent for visitors, and where the person may not be seen. */
  author?: Uuid;
  coAuthors: Uuid[];
  /** Who has not answered yet; for the authors and staff. */
  invited: Uuid[];
  answer: string;
  into?: Uuid;
  project?: Uuid;
  version: number;
}

export interface SearchIdeaReply {
  position: number;
  items: IdeaItem[];
  total: number;
}

/** An idea as a list shows it. */
export interface IdeaItem {
  idea?: Uuid;
  title: string;
  summary: string;
  stage: IdeaStage;
  measure?: Uuid;
  secondMeasure?: Uuid;
  district: string;
  wanted: Skill[];
  topics: Uuid[];
  green: boolean;
  endorsements: number;
  /** By whoever asks. */
  endorsed: boolean;
  submittedPosition: number;
}

export interface GetProjectReply {
  project?: Uuid;
  title: string;
  summary: string;
  stage: ProjectStage;
  status: ProjectStatus;
  measure?: Uuid;
  secondMeasure?: Uuid;
  origin: ProjectOrigin;
  originId?: Uuid;
  predecessor?: Uuid;
  successors: Uuid[];
  team?: Uuid;
  begins?: Instant;
  ends?: Instant;
  /** Absent for visitors, and where the person may not be seen. */
  lead?: Uuid;
  /** Those who may be seen. */
  members: Uuid[];
  memberCount: number;
  milestones: Milestone[];
  prototypes: Prototype[];
  sites: Site[];
  releases: Release[];
  commissioner?: Uuid;
  resources: string;
  transferOffered: boolean;
  terms: string;
  adoptions: number;
  companies: number;
  /** The latest news. */
  progress: string;
  progressCount: number;
  version: number;
}

export interface Milestone {
  milestone?: Uuid;
  title: string;
  due?: Instant;
  stage: MilestoneStage;
}

export interface Prototype {
  prototype?: Uuid;
  evidence: string;
  exhibit?: Uuid;
  licence: string;
}

export interface Site {
  site?: Uuid;
  district: string;
  place: string;
  test: FieldTest;
}

export interface Release {
  url: string;
  licence: string;
}

export interface SearchProjectReply {
  position: number;
  items: ProjectItem[];
  total: number;
}

/** A project as a list shows it. */
export interface ProjectItem {
  project?: Uuid;
  title: string;
  summary: string;
  stage: ProjectStage;
  status: ProjectStatus;
  measure?: Uuid;
  secondMeasure?: Uuid;
  districts: string[];
  prototypes: number;
  startedPosition: number;
}

export interface FunnelProjectReply {
  position: number;
  steps: FunnelStep[];
}

export interface FunnelStep {
  stage: ProjectStage;
  /** Projects that stand here. */
  now: number;
  /** Projects that ever reached it. */
  ever: number;
  /** Whole days from the stage reached before to this one: the median, of two middle ones the lower. 0 where nobody took the step. */
  medianDays: number;
}

export interface DistrictsProjectReply {
  position: number;
  districts: DistrictCount[];
}

export interface DistrictCount {
  district: string;
  projects: number;
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
  kinds: Kind[];
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
  kinds: Kind[];
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

export interface IdeaDrafted {
  idea?: Uuid;
  title: string;
  summary: string;
  measure?: Uuid;
  secondMeasure?: Uuid;
  district: string;
  wanted: Skill[];
  topics: Uuid[];
  green: boolean;
  author?: Uuid;
}

export interface IdeaRevised {
  idea?: Uuid;
  title: string;
  summary: string;
  measure?: Uuid;
  secondMeasure?: Uuid;
  district: string;
  wanted: Skill[];
  topics: Uuid[];
  green: boolean;
  author?: Uuid;
}

export interface IdeaSubmitted {
  idea?: Uuid;
  measure?: Uuid;
  secondMeasure?: Uuid;
}

export interface CoAuthorInvited {
  idea?: Uuid;
  person?: Uuid;
}

export interface CoAuthorAdded {
  idea?: Uuid;
  person?: Uuid;
}

export interface CoAuthorDeclined {
  idea?: Uuid;
  person?: Uuid;
}

export interface IdeaEndorsed {
  idea?: Uuid;
  person?: Uuid;
}

export interface EndorsementWithdrawn {
  idea?: Uuid;
  person?: Uuid;
  /** For which ideas it was given: the idea itself, and those that were merged into it. */
  given: Uuid[];
}

export interface IdeaMerged {
  idea?: Uuid;
  into?: Uuid;
}

export interface IdeaAccepted {
  idea?: Uuid;
  answer: string;
}

export interface IdeaDeclined {
  idea?: Uuid;
  answer: string;
  spam: boolean;
}

export interface IdeaConverted {
  idea?: Uuid;
  project?: Uuid;
}

export interface IdeaWithdrawn {
  idea?: Uuid;
}

export interface IdeaAbsorbed {
  idea?: Uuid;
  /** What was merged into it, with what had been merged into that. */
  absorbed: Uuid[];
}

export interface ProjectStarted {
  project?: Uuid;
  title: string;
  summary: string;
  measure?: Uuid;
  secondMeasure?: Uuid;
  origin: ProjectOrigin;
  originId?: Uuid;
  predecessor?: Uuid;
  team?: Uuid;
  begins?: Instant;
  ends?: Instant;
  lead?: Uuid;
  /** The lead among them. */
  members: Uuid[];
}

export interface ProjectVoided {
  project?: Uuid;
  reason: string;
}

export interface MemberAdmitted {
  project?: Uuid;
  person?: Uuid;
}

export interface MemberDismissed {
  project?: Uuid;
  person?: Uuid;
}

export interface ProjectHandedOver {
  project?: Uuid;
  person?: Uuid;
}

export interface MilestonePlanned {
  project?: Uuid;
  milestone?: Uuid;
  title: string;
  due?: Instant;
}

export interface MilestoneReached {
  project?: Uuid;
  milestone?: Uuid;
}

export interface MilestoneMissed {
  project?: Uuid;
  milestone?: Uuid;
}

export interface MilestoneDropped {
  project?: Uuid;
  milestone?: Uuid;
  reason: string;
}

export interface PrototypeRegistered {
  project?: Uuid;
  prototype?: Uuid;
  evidence: string;
  exhibit?: Uuid;
  licence: string;
  submission?: Uuid;
  measure?: Uuid;
  secondMeasure?: Uuid;
}

export interface PrototypeVoided {
  project?: Uuid;
  prototype?: Uuid;
  reason: string;
}

export interface StageAdvanced {
  project?: Uuid;
  from: ProjectStage;
  to: ProjectStage;
  reason: string;
  measure?: Uuid;
  secondMeasure?: Uuid;
}

export interface StageReverted {
  project?: Uuid;
  from: ProjectStage;
  to: ProjectStage;
  reason: string;
  error: boolean;
}

export interface ImplementationCommissioned {
  project?: Uuid;
  organisation?: Uuid;
  resources: string;
}

export interface FollowOnStarted {
  project?: Uuid;
  successor?: Uuid;
}

export interface PredecessorNamed {
  project?: Uuid;
  predecessor?: Uuid;
}

export interface SiteRegistered {
  project?: Uuid;
  site?: Uuid;
  district: string;
  place: string;
}

export interface FieldTestStarted {
  project?: Uuid;
  site?: Uuid;
}

export interface FieldTestEnded {
  project?: Uuid;
  site?: Uuid;
  outcome: string;
}

export interface OpenSourceReleased {
  project?: Uuid;
  url: string;
  licence: string;
}

export interface TransferOffered {
  project?: Uuid;
  terms: string;
}

export interface TransferAdopted {
  project?: Uuid;
  municipality?: Uuid;
  name: string;
}

export interface ProjectPaused {
  project?: Uuid;
  reason: string;
}

export interface ProjectResumed {
  project?: Uuid;
}

export interface ProjectCompleted {
  project?: Uuid;
}

export interface ProjectStopped {
  project?: Uuid;
  reason: string;
}

export interface CompanyFounded {
  project?: Uuid;
  company?: Uuid;
  name: string;
}

export interface ProgressPosted {
  project?: Uuid;
  text: string;
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
  /** Writes an idea down; only its authors see it. */
  "idea.draft": { params: DraftIdea & { meta?: Meta }; result: Receipt };
  /** Rewrites an idea that nobody has answered yet. Once it is submitted its measures stay. */
  "idea.revise": { params: ReviseIdea & { meta?: Meta }; result: Receipt };
  /** Shows an idea to everybody, and asks for an answer. */
  "idea.submit": { params: SubmitIdea & { meta?: Meta }; result: Receipt };
  /** Asks somebody to be named as co-author; they are one when they have accepted. */
  "idea.addCoAuthor": { params: AddCoAuthor & { meta?: Meta }; result: Receipt };
  /** Says yes to being named as co-author. One's endorsement of the idea ends with it. */
  "idea.acceptCoAuthorship": { params: AcceptCoAuthorship & { meta?: Meta }; result: Receipt };
  /** Says no to being named as co-author, or ends it. */
  "idea.declineCoAuthorship": { params: DeclineCoAuthorship & { meta?: Meta }; result: Receipt };
  /** Supports somebody else's idea, once. */
  "idea.endorse": { params: EndorseIdea & { meta?: Meta }; result: Receipt };
  /** Takes one's support back. */
  "idea.unendorse": { params: UnendorseIdea & { meta?: Meta }; result: Receipt };
  /** Joins an idea to another that says the same. Whoever endorsed one or both endorses the other, once. */
  "idea.merge": { params: MergeIdea & { meta?: Meta }; result: Receipt };
  /** Takes an idea up; the answer is public. */
  "idea.accept": { params: AcceptIdea & { meta?: Meta }; result: Receipt };
  /** Says no to an idea, and publicly why. */
  "idea.decline": { params: DeclineIdea & { meta?: Meta }; result: Receipt };
  /** Starts a project from an accepted idea; its authors are the first members. */
  "idea.convertToProject": { params: ConvertToProject & { meta?: Meta }; result: Receipt };
  /** Takes an idea back. */
  "idea.withdraw": { params: WithdrawIdea & { meta?: Meta }; result: Receipt };
  /** Starts a project. An accepted idea becomes one by idea.convertToProject. */
  "project.start": { params: StartProject & { meta?: Meta }; result: Receipt };
  /** Says that it never was a project: it counts nowhere. */
  "project.void": { params: VoidProject & { meta?: Meta }; result: Receipt };
  /** Takes somebody into the project. */
  "project.admitMember": { params: AdmitMember & { meta?: Meta }; result: Receipt };
  /** Ends a membership: one's own, or as the lead or staff another's. */
  "project.dismissMember": { params: DismissMember & { meta?: Meta }; result: Receipt };
  /** Makes another member the lead. */
  "project.handOver": { params: HandOverProject & { meta?: Meta }; result: Receipt };
  /** Sets a goal with a date within the project's. */
  "project.planMilestone": { params: PlanMilestone & { meta?: Meta }; result: Receipt };
  /** Reached, in time or late. */
  "project.reachMilestone": { params: ReachMilestone & { meta?: Meta }; result: Receipt };
  /** Not reached in time. */
  "project.missMilestone": { params: MissMilestone & { meta?: Meta }; result: Receipt };
  /** Gives a milestone up. */
  "project.dropMilestone": { params: DropMilestone & { meta?: Meta }; result: Receipt };
  /** Something that others can try: where it is, or in which exhibit, and under which licence. */
  "project.registerPrototype": { params: RegisterPrototype & { meta?: Meta }; result: Receipt };
  /** Says that it is no prototype: it does not count. */
  "project.voidPrototype": { params: VoidPrototype & { meta?: Meta }; result: Receipt };
  /** To the next stage. Only hub administration may skip one, with a reason. */
  "project.advanceStage": { params: AdvanceStage & { meta?: Meta }; result: Receipt };
  /** Back to an earlier stage. When it was first reached stays true, unless that was an error. */
  "project.revertStage": { params: RevertStage & { meta?: Meta }; result: Receipt };
  /** An organisation orders the implementation and says with which resources. By who represents it, or staff. */
  "project.commissionImplementation": { params: CommissionImplementation & { meta?: Meta }; result: Receipt };
  /** Says which project follows on this one. */
  "project.linkFollowOn": { params: LinkFollowOn & { meta?: Meta }; result: Receipt };
  /** A place in the city where the project works. */
  "project.registerSite": { params: RegisterSite & { meta?: Meta }; result: Receipt };
  /** The city as a laboratory: a test at one of the project's sites begins. */
  "project.startFieldTest": { params: StartFieldTest & { meta?: Meta }; result: Receipt };
  /** Ends a test, with what came of it. */
  "project.endFieldTest": { params: EndFieldTest & { meta?: Meta }; result: Receipt };
  /** Says where the sources are and under which licence. */
  "project.releaseOpenSource": { params: ReleaseOpenSource & { meta?: Meta }; result: Receipt };
  /** Offers the result to other municipalities. */
  "project.offerTransfer": { params: OfferTransfer & { meta?: Meta }; result: Receipt };
  /** Another municipality takes the result over. */
  "project.adoptTransfer": { params: AdoptTransfer & { meta?: Meta }; result: Receipt };
  /** Rests for a while. */
  "project.pause": { params: PauseProject & { meta?: Meta }; result: Receipt };
  /** Goes on after a pause. */
  "project.resume": { params: ResumeProject & { meta?: Meta }; result: Receipt };
  /** Ends a project that has done what it was for. */
  "project.complete": { params: CompleteProject & { meta?: Meta }; result: Receipt };
  /** Ended before it was done. */
  "project.stop": { params: StopProject & { meta?: Meta }; result: Receipt };
  /** A company came out of the project. */
  "project.recordCompanyFounded": { params: RecordCompanyFounded & { meta?: Meta }; result: Receipt };
  /** Tells everybody how it goes. */
  "project.postProgress": { params: PostProgress & { meta?: Meta }; result: Receipt };
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
  /** Sends every item of a channel after a position, then live, each once and in order, as notifications "feed.item". Channels: "public"; "members" for whoever is signed in; "staff"; "person/UUID" for that person alone. */
  "feed.subscribe": { params: SubscribeFeed; result: SubscribeFeedReply };
  /** Ends a subscription. */
  "feed.unsubscribe": { params: UnsubscribeFeed; result: UnsubscribeFeedReply };
  /** A page of a channel's past. */
  "feed.read": { params: ReadFeed; result: ReadFeedReply };
  /** Signs this connection in. HTTP requests carry "Authorization: Bearer TOKEN" instead. */
  "session.authenticate": { params: AuthenticateSession; result: AuthenticateSessionReply };
  /** Who this connection is, which log it speaks to, and how far that is. */
  "session.describe": { params: DescribeSession; result: DescribeSessionReply };
  /** One idea, as the asking person may see it. */
  "idea.get": { params: GetIdea; result: GetIdeaReply };
  /** Ideas that everybody may see. Any value within one filter, all filters together. */
  "idea.search": { params: SearchIdea; result: SearchIdeaReply };
  /** One project, as the asking person may see it. */
  "project.get": { params: GetProject; result: GetProjectReply };
  /** Projects, the last started first. Any value within one filter, all filters together. */
  "project.search": { params: SearchProject; result: SearchProjectReply };
  /** How far projects have come, and how long each step took. Voided projects count nowhere. */
  "project.funnel": { params: FunnelProject; result: FunnelProjectReply };
  /** In how many projects each district has a site. Voided projects count nowhere. */
  "project.districts": { params: DistrictsProject; result: DistrictsProjectReply };
}

export type Method = keyof Methods;
export type Params<M extends Method> = Methods[M]["params"];
export type Result<M extends Method> = Methods[M]["result"];
