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

/** Whose count of the visitors of a place is the one that counts. */
export type VisitorSource =
  | "unspecified"
  | "doorCounter"
  | "activities";

export type ProgrammeKind =
  | "other"
  | "hackathon"
  | "practiceTransfer"
  | "incubatorBatch"
  | "codeWeek"
  | "smartSpaces"
  | "exhibition";

export type EnrolmentStatus =
  | "unspecified"
  | "student"
  | "employee"
  | "researcher"
  | "official"
  | "founder"
  | "freelancer"
  | "pupil"
  | "citizen";

export type PartnerRole =
  | "host"
  | "sponsor"
  | "challengeOwner"
  | "mentorProvider";

export type TeamKind =
  | "team"
  | "expertGroup";

/** What a project was started from. */
export type ProjectOrigin =
  | "none"
  | "idea"
  | "submission"
  | "challenge";

/** Whether a project serves it. */
export type Sustainability =
  | "asItsOrigin"
  | "green"
  | "other";

export type ProjectStage =
  | "absent"
  | "idea"
  | "prototype"
  | "implementation"
  | "followOn";

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

/** What asks for a person's attention, by kind. */
export type Notice =
  | "answer"
  | "decision"
  | "idea"
  | "role"
  | "invitation"
  | "following";

export type Delivery =
  | "immediate"
  | "daily"
  | "off";

export type Reported =
  | "person"
  | "organisation"
  | "challenge";

export type RequestKind =
  | "access"
  | "erasure"
  | "correction"
  | "objection"
  | "other";

export type RequestOutcome =
  | "open"
  | "granted"
  | "partly"
  | "refused"
  | "withdrawn";

export type PostKind =
  | "offer"
  | "need";

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

export type ProgrammeStage =
  | "absent"
  | "announced"
  | "open"
  | "closed"
  | "running"
  | "completed"
  | "cancelled";

/** Where a person's application stands. */
export type ApplicationStanding =
  | "none"
  | "submitted"
  | "waiting"
  | "accepted"
  | "enrolled"
  | "rejected"
  | "withdrawn"
  | "programmeCancelled";

export type ProjectStatus =
  | "active"
  | "paused"
  | "completed"
  | "stopped"
  | "voided";

export type SearchKind =
  | "person"
  | "organisation"
  | "idea"
  | "challenge"
  | "team"
  | "project"
  | "programme"
  | "course"
  | "term"
  | "post";

export type ChallengeStage =
  | "absent"
  | "draft"
  | "submitted"
  | "approved"
  | "rejected"
  | "published"
  | "closed"
  | "withdrawn";

/** Where a team stands with a challenge. */
export type TeamStanding =
  | "none"
  | "applied"
  | "accepted"
  | "declined";

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

export type TeamStage =
  | "forming"
  | "complete"
  | "locked"
  | "dissolved";

export type MilestoneStage =
  | "planned"
  | "reached"
  | "missed"
  | "dropped";

export type FieldTest =
  | "none"
  | "running"
  | "ended";

/** How a word of the question was met, the best first. */
export type Match =
  | "exactWord"
  | "wordBeginning"
  | "compoundPart";

/** Why a team does not work on a challenge, or ask to, any more. */
export type TeamParting =
  | "byTeam"
  | "worksOnAnother"
  | "teamDissolved";

/** Why nobody is looked for any more. */
export type RoleEnding =
  | "closed"
  | "filled"
  | "teamFull";

/** Why a request to join is no more. */
export type JoinEnding =
  | "byPerson"
  | "joinedAnother"
  | "roleClosed"
  | "roleFilled"
  | "teamFull"
  | "teamDissolved"
  | "notEnrolled";

/** Why somebody is no member any more. */
export type Parting =
  | "left"
  | "dissolved"
  | "notEnrolled";

/** Opens an account for a person. */
export interface RegisterAccount {
  account: Uuid;
  /** The person says to be 16 or older. Children take part without an account. */
  ofAge: boolean;
}

/** Gives a role, for the whole tenant or for one measure, programme, organisation or space that there is. */
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

/** Asks to be forgotten for good. Until it is due it can be cancelled, or put off or brought forward by asking again; from then on the account is closed. What goes and what stays: account.previewErasure. Oneself one must have signed in for it within the last 15 minutes. */
export interface RequestErasure {
  account: Uuid;
  /** At most 30 days ahead; absent: in a week. What is over already means now. */
  due?: Instant;
}

/** Takes the request back, as long as it is not due. */
export interface CancelErasure {
  account: Uuid;
}

/** Destroys the person's key: whatever was sealed under it can never be read again. The hub does so by itself when a request is due. */
export interface ExecuteErasure {
  account: Uuid;
  /** The person was erased before and has come back with a copy from before: nobody has to ask for it. At the console only. */
  again?: boolean;
}

/** Ends what ties a person who was erased to one stream: a membership, a request, an invitation, a lead that goes on to the next. The hub does so by itself, for each of them. */
export interface WindUpAccount {
  account: Uuid;
  family: string;
  to: Uuid;
}

/** Says why one is about to look at everything that is kept of a person. The person is told; for a day account.export answers. */
export interface OpenPersonalData {
  account: Uuid;
  reason: string;
}

/** Reminds somebody who has done nothing for as long as the tenant keeps accounts. The hub does so by itself. */
export interface RemindAccount {
  account: Uuid;
  /** The day on which they last did anything. */
  active?: Instant;
  /** When their erasure is requested unless they do something. */
  due?: Instant;
}

/** Adds a term. It goes live once it has a German and an English preferred label; until then nobody can name it. */
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

/** Says how many hours a week one has, and from when until when. */
export interface SetAvailability {
  profile: Uuid;
  hoursPerWeek: number;
  /** Absent: now. */
  from?: Instant;
  /** Absent: no end is known. */
  until?: Instant;
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

/** Offers something to everybody in the directory: "Biete". */
export interface PostOffer {
  profile: Uuid;
  post: Uuid;
  title: string;
  text?: string;
  /** What it is about. */
  skills?: SkillClaim[];
  /** Absent: until it is closed. */
  until?: Instant;
}

/** Asks everybody in the directory for something: "Suche". */
export interface PostNeed {
  profile: Uuid;
  post: Uuid;
  title: string;
  text?: string;
  /** What it is about. */
  skills?: SkillClaim[];
  /** Absent: until it is closed. */
  until?: Instant;
}

/** Takes an offer or a need off the board. */
export interface ClosePost {
  profile: Uuid;
  post: Uuid;
}

/** Writes a challenge down; only its author's side and staff see it. */
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
  /** The part that only those who were accepted for it may read. */
  confidential?: string;
  /** What becomes of results: to be known before anybody applies. */
  terms?: string;
  /** Is about sustainability: the fact sheet wants GreenTech found and counted. */
  green?: boolean;
  /** For which it is posed; the caller must represent it. */
  organisation?: Uuid;
  /** In which it is meant to be published: then its managers approve and publish it, there and nowhere else. */
  programme?: Uuid;
  /** How many teams may work on it; 0: no bound. */
  teamsMax?: number;
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
  confidential?: string;
  terms?: string;
  green?: boolean;
  organisation?: Uuid;
  /** In which it is meant to be published. */
  programme?: Uuid;
  /** How many teams may work on it; 0: no bound. */
  teamsMax?: number;
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

/** States a challenge in plain words; title and details may follow when it is revised, before it is submitted. */
export interface ProposeChallenge {
  challenge: Uuid;
  text: string;
  contact?: string;
}

/** Says who looks after a submitted challenge until it is approved or not. */
export interface TakeChallenge {
  challenge: Uuid;
  /** The caller if absent. Somebody who could take it themselves. */
  desk?: Uuid;
}

/** Asks for a team to work on a published challenge. Only the team's lead may. */
export interface ApplyTeam {
  challenge: Uuid;
  team: Uuid;
  /** The challenge's terms on results; needed where it has any. */
  acceptsTerms?: boolean;
  message?: string;
}

/** Lets a team that has applied work on the challenge: its members read the confidential part. What it has applied for elsewhere ends. */
export interface AcceptTeam {
  challenge: Uuid;
  team: Uuid;
}

/** Does not let a team that has applied work on the challenge, or no longer; the reason is told to the team. */
export interface DeclineTeam {
  challenge: Uuid;
  team: Uuid;
  reason: string;
}

/** Takes a team's application back, or stops working on the challenge. Only the team's lead may. */
export interface WithdrawTeam {
  challenge: Uuid;
  team: Uuid;
}

/** Names data that helps to solve the challenge, such as an entry of an open-data catalogue. */
export interface AttachDataset {
  challenge: Uuid;
  dataset: Uuid;
  title: string;
  address: string;
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
  /** What the hub speaks, the first one first; absent: German and English. */
  languages?: Language[];
}

/** Adds a measure: what sessions, projects, ideas and challenges are counted under. */
export interface DefineMeasure {
  tenant: Uuid;
  measure: Uuid;
  /** Its short name in reports, as "smart_spaces"; no two measures share one. */
  code: string;
  nameDe: string;
  nameEn: string;
  /** May be named as a second measure only, beside the primary one that a thing is counted under. */
  secondary?: boolean;
}

/** Counts nothing new under a measure. What is counted under it already stays. */
export interface RetireMeasure {
  tenant: Uuid;
  measure: Uuid;
}

/** Says which source counts the visitors of a place on a day: one, so that nobody is counted twice. It stays. */
export interface ChooseVisitorSource {
  tenant: Uuid;
  place: Uuid;
  /** Of the hub's calendar, as "2026-11-24". */
  day: string;
  source: VisitorSource;
}

/** Ends the hub's work. Everything can still be read, people still decide about their own accounts, and privacy requests are still answered; nothing else happens. */
export interface ArchiveTenant {
  tenant: Uuid;
}

/** Takes up the work of an archived hub again. */
export interface ReopenTenant {
  tenant: Uuid;
}

/** That this log goes on from another one, whose events it was restored from. fuge restore does so by itself. At the console only. */
export interface RecordFork {
  tenant: Uuid;
  parent: string;
  size: number;
  root: string;
}

/** Removes one text for good, with all that one event says under the key of a team, project, challenge and so on: its key is destroyed within seconds. Whoever wrote it may, and staff, who say why. */
export interface RedactText {
  tenant: Uuid;
  /** Whose text it is: the team, project, challenge. */
  of: Uuid;
  /** The position of the event that holds it. */
  event: number;
  reason?: string;
}

/** Destroys the key of a text whose removal was ordered. The hub does so by itself. */
export interface ExecuteRedaction {
  tenant: Uuid;
  of: Uuid;
  event: number;
  /** It was removed before and has come back with a copy from before: nobody has to order it. At the console only. */
  again?: boolean;
}

/** Says how long the account of somebody is kept who does nothing any more. After that they are reminded; when they still do nothing, their erasure is requested after the grace, with the time to think it over that everybody has. */
export interface SetRetention {
  tenant: Uuid;
  /** At least 30; 0: for ever. */
  idleDays: number;
  graceDays: number;
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

/** Writes an idea down; until it is submitted its authors see it, and staff. */
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

/** Starts a project from an accepted idea; its authors are the first members. It serves sustainability if the idea does. */
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

/** Announces a programme, with all its phases. */
export interface AnnounceProgramme {
  programme: Uuid;
  kind?: ProgrammeKind;
  title: string;
  about?: string;
  measure?: Uuid;
  /** How many may take part; 0: no bound. */
  capacity?: number;
  /** Members without whom a team may not hand in a final result. */
  teamSizeMin?: number;
  /** The most members a team may have; 0 means 50. */
  teamSizeMax?: number;
  /** Whether a person may be in more than one team. */
  severalTeams?: boolean;
  phases?: PhaseOutline[];
  starts?: Instant;
  ends?: Instant;
  /** Teams may hand in until then, which has not passed yet; absent: as long as the programme runs. */
  submissionsUntil?: Instant;
}

export interface PhaseOutline {
  title: string;
  ends?: Instant;
}

/** Takes applications, until the deadline. Again with another deadline: moves it. */
export interface OpenApplications {
  programme: Uuid;
  /** Absent: until they are closed, or the programme starts. */
  deadline?: Instant;
}

/** Takes no more applications, until opened again. */
export interface CloseApplications {
  programme: Uuid;
}

/** Applies to take part, while applications are open; for a whole team, if its lead asks for that. */
export interface SubmitApplication {
  programme: Uuid;
  /** Whose; the caller's own if absent. Only those who run the programme may name somebody else. */
  person?: Uuid;
  message?: string;
  /** Applies for all its members: nobody decides about one of them without the others, and they wait until there are seats for all. */
  team?: Uuid;
}

/** Gives a seat; where there is none left, or somebody waits for one already, a place at the end of the wait-list. Of a team: to all of it or to nobody. The wait-list is served in its order. Seats that become free go to its head, and whoever is not the head stays where they are; a team that needs more seats than are free keeps the head, and those behind it wait too. Without a bound of seats nobody takes one from anybody: the order is free. */
export interface AcceptApplication {
  programme: Uuid;
  person: Uuid;
}

/** Puts an application at the end of the wait-list. */
export interface WaitlistApplication {
  programme: Uuid;
  person: Uuid;
}

/** Declines an application, also one that was accepted. A seat that becomes free goes to the first on the wait-list. */
export interface RejectApplication {
  programme: Uuid;
  person: Uuid;
  reason?: string;
}

/** Takes an application back, also one that was accepted: its person leaves the teams of the programme. A seat that becomes free goes to the first on the wait-list. */
export interface WithdrawApplication {
  programme: Uuid;
  /** Whose; the caller's own if absent. Only those who run the programme may name somebody else. */
  person?: Uuid;
}

/** Confirms that an accepted person takes part, and as what. */
export interface ConfirmEnrolment {
  programme: Uuid;
  person: Uuid;
  status?: EnrolmentStatus;
}

/** Names an organisation as a partner in one role: one's own, or any by who runs the programme. */
export interface AddPartner {
  programme: Uuid;
  organisation: Uuid;
  role?: PartnerRole;
}

/** Ends what an organisation was to the programme in one role: one's own, or any by who runs the programme. */
export interface RemovePartner {
  programme: Uuid;
  organisation: Uuid;
  role?: PartnerRole;
}

/** Records that a degree programme takes part. Names nobody. */
export interface RecordStudyProgramme {
  programme: Uuid;
  university: Uuid;
  /** What the university calls the degree programme. */
  code: string;
}

/** Starts the programme, in its first phase. Open applications are closed. */
export interface StartProgramme {
  programme: Uuid;
}

/** Goes on to the next phase. */
export interface AdvancePhase {
  programme: Uuid;
  /** The number of the next phase. */
  to: number;
}

/** Ends a running programme. */
export interface CompleteProgramme {
  programme: Uuid;
}

/** Calls a programme off. All who take part or have applied are told, and its partners. */
export interface CancelProgramme {
  programme: Uuid;
  reason: string;
}

/** Tells everybody what came of a completed programme. Published again, the newer text counts. */
export interface PublishResults {
  programme: Uuid;
  text: string;
}

/** Says how many may take part; 0: no bound. Seats that this makes go to those who have waited longest. */
export interface SetCapacity {
  programme: Uuid;
  capacity: number;
}

/** Founds a team in a programme, or an expert group; who founds it is its lead and first member. */
export interface FormTeam {
  team: Uuid;
  kind?: TeamKind;
  name: string;
  about?: string;
  /** Needed for a team, not for an expert group. */
  programme?: Uuid;
  /** The most members; 0: as many as the programme allows. */
  sizeMax?: number;
  sector?: Sector;
  /** What the person brings along: counted, and told without a name. */
  discipline?: string;
}

/** Says whom the team still looks for. Only its lead may, or hub administration, for a reason. */
export interface OpenRole {
  team: Uuid;
  role: Uuid;
  skill: SkillClaim;
  /** How many; 0 means one. */
  count?: number;
  text?: string;
  /** Needed unless the lead asks. */
  reason?: string;
}

/** Looks for nobody in that role any more; requests for it end. Only the lead may, or hub administration, for a reason. */
export interface CloseRole {
  team: Uuid;
  role: Uuid;
  /** Needed unless the lead asks. */
  reason?: string;
}

/** Invites a person, until a date. Only the lead may. Again with another date or role: changes the invitation. */
export interface Invite {
  team: Uuid;
  person: Uuid;
  role?: Uuid;
  /** Two weeks from now if absent. */
  expires?: Instant;
  message?: string;
}

/** Joins a team that has invited the caller. When it takes the last seat, all other invitations end. */
export interface AcceptInvitation {
  team: Uuid;
  sector?: Sector;
  /** What the person brings along: counted, and told without a name. */
  discipline?: string;
}

/** Does not join a team that has invited the caller. */
export interface DeclineInvitation {
  team: Uuid;
}

/** Takes an invitation back. Only the lead may. */
export interface WithdrawInvitation {
  team: Uuid;
  person: Uuid;
}

/** Asks to join a team, in one of its roles or in none. Again with another role: changes the request. */
export interface RequestJoin {
  team: Uuid;
  role?: Uuid;
  message?: string;
  sector?: Sector;
  /** What the person brings along: counted, and told without a name. */
  discipline?: string;
}

/** Takes somebody in who has asked. Only the lead may, or hub administration, for a reason. Requests end that can no longer be met: those of the person to other teams of the programme, those for a role that is filled, all when the team is full. */
export interface AcceptRequest {
  team: Uuid;
  person: Uuid;
  /** Needed unless the lead asks. */
  reason?: string;
}

/** Does not take somebody in who has asked. Only the lead may, or hub administration, for a reason. */
export interface DeclineRequest {
  team: Uuid;
  person: Uuid;
  /** Needed unless the lead asks. */
  reason?: string;
}

/** Takes the caller's request to join back. */
export interface WithdrawRequest {
  team: Uuid;
}

/** Leaves a team. The last member dissolves it by leaving; a lead of others hands over first. */
export interface LeaveTeam {
  team: Uuid;
}

/** Takes a member out, for a reason. Only the lead may, or hub administration. */
export interface RemoveMember {
  team: Uuid;
  person: Uuid;
  reason: string;
}

/** Makes another member the lead. Only the lead may, or hub administration, for a reason. */
export interface TransferLead {
  team: Uuid;
  /** Who has been a member longest, if absent. */
  person?: Uuid;
  /** Needed unless the lead asks. */
  reason?: string;
}

/** Freezes who is in the team. */
export interface LockTeam {
  team: Uuid;
}

/** Lets members come and go again. */
export interface UnlockTeam {
  team: Uuid;
  reason: string;
}

/** Hands in what the team has made, before the deadline. Only the lead may, or hub administration, for a reason. Again: revises it; a final result stays final. */
export interface Submit {
  team: Uuid;
  final?: boolean;
  title: string;
  summary?: string;
  link?: string;
  /** Needed unless the lead asks. */
  reason?: string;
}

/** Ends a team: its members leave, its requests end. Only the lead may, or hub administration, for a reason. */
export interface DissolveTeam {
  team: Uuid;
  /** Needed unless the lead asks. */
  reason?: string;
}

/** Starts a project. An accepted idea becomes one by idea.convertToProject. From a submission or an idea only one is started, unless that was voided. */
export interface StartProject {
  project: Uuid;
  title: string;
  summary?: string;
  /** The funded measure that the project counts for. */
  measure: Uuid;
  secondMeasure?: Uuid;
  origin?: ProjectOrigin;
  /** The idea or challenge; of a submission, the team that handed it in. */
  originId?: Uuid;
  /** The project that this one follows on. */
  predecessor?: Uuid;
  /** Its members become the project's. The caller is one of them, or runs projects. Of a submission, the same team. */
  team?: Uuid;
  /** Now if absent. */
  begins?: Instant;
  /** Open if absent. */
  ends?: Instant;
  /** The caller if absent. Only staff may name somebody else. */
  lead?: Uuid;
  /** Beside the lead. Nobody who is kept apart from the caller, but for the team; each may leave by project.dismissMember. */
  members?: Uuid[];
  sustainability?: Sustainability;
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
  evidence?: string;
  exhibit?: Uuid;
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

/** Says that one's own organisation came out of the project. By who represents it; staff record it, or do not. */
export interface ProposeCompany {
  project: Uuid;
  company: Uuid;
}

/** Hears of something from now on, in the channel "following/UUID". Whoever is followed is not told. What one may not see, as somebody else's draft, is not there. */
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

/** Says how notifications of one kind shall arrive: at once, together once a day, or not at all. What is off is not kept among the notifications either. */
export interface SetDelivery {
  person: Uuid;
  notice: Notice;
  delivery: Delivery;
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

/** Says what came of a report. Whoever reported is told; whom it is about is not. */
export interface SettleReport {
  /** Who reported. */
  person: Uuid;
  /** Which of that person's reports, as person.listReports numbers them. */
  report: number;
  outcome: string;
}

/** Takes up a request into the register. It is to be answered within four weeks of its receipt: never later than the month of Article 12(3) GDPR. */
export interface RecordRequest {
  request: Uuid;
  kind: RequestKind;
  /** Not in the future, and at most 400 days back; absent: now. */
  received?: Instant;
  /** Who asks for what. */
  description: string;
  /** Where the answer goes. */
  contact?: string;
}

/** Says what came of a request, and how it was answered. Its texts stay until tenant.redactText removes them. */
export interface AnswerRequest {
  request: Uuid;
  /** Anything but "open". */
  outcome: RequestOutcome;
  answer: string;
}

/** Takes eight weeks more for an answer: once, and before the first four are over, in which whoever asked is to be told of it and why. */
export interface ExtendRequest {
  request: Uuid;
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

/** What would end if the person were erased now, and when that is due. */
export interface PreviewErasure {
  account: Uuid;
}

/** Everything that is kept of a person: the account, and every event that the person did or that names them, as it can still be read. What is sealed for somebody else is left out, unless the person wrote it. Of somebody else it is answered for a day after account.openPersonalData. */
export interface ExportAccount {
  account: Uuid;
  /** Where the page before said to go on; 0 from the beginning. */
  after?: number;
  atLeast?: number;
}

/** Who has opened everything that is kept of a person, when and why, the last one first. */
export interface Accesses {
  account: Uuid;
  /** Those before this position, the last one of the page before; 0 from the newest. */
  after?: number;
  limit?: number;
  atLeast?: number;
}

/** What waits for a curator: own words that several people use, and terms that lack a language; the most used first. */
export interface ListWaitingVocabulary {
  /** The last one of the page before. */
  after?: Uuid;
  /** 0 means 20. */
  limit?: number;
  atLeast?: number;
}

/** One profile, as the asking person may see it. */
export interface GetProfile {
  profile: Uuid;
  atLeast?: number;
}

/** The board of offers and needs, the last posted first: of those whom the asking person finds in the directory, and one's own. */
export interface SearchPosts {
  /** Absent: both. */
  kinds?: PostKind[];
  /** Only this person's. */
  profile?: Uuid;
  /** Only those about one of these, as terms are called today. */
  skills?: Uuid[];
  /** The last one of the page before. */
  after?: Uuid;
  /** 0 means 20. */
  limit?: number;
  atLeast?: number;
}

/** One challenge, as the asking person may see it. */
export interface GetChallenge {
  challenge: Uuid;
  atLeast?: number;
}

/** The challenges that the caller may approve or reject, the first submitted first: to programme managers and administration all, to who runs a programme those that are meant for it. */
export interface ListWaiting {
  /** The last challenge of the page before. */
  after?: Uuid;
  /** 0 means 20. */
  limit?: number;
  atLeast?: number;
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
  /** Only those about sustainability. */
  green?: boolean;
}

/** Live terms whose label in either language begins with or contains the typed text, best first. */
export interface SuggestSkills {
  text: string;
  /** The language preferred in the order, "de" or "en"; German if absent. */
  language?: Language;
  /** 0 means 10. */
  limit?: number;
  atLeast?: number;
}

/** The labels of terms. */
export interface LookUpSkills {
  terms: Uuid[];
  atLeast?: number;
}

/** Sends every item of a channel after a position, then live, each once and in order, as notifications "feed.item". Channels: "public"; "members" for whoever is signed in; "staff"; for that person alone "person/UUID", what concerns the person, "following/UUID", what happens to whatever the person follows, and "notifications/UUID", what asks for attention. */
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

/** The hub: what it is called and which measures it counts, in the order of their definition. */
export interface GetTenant {
  atLeast?: number;
}

/** Which source counts the visitors of a place, by day. */
export interface VisitorSources {
  place: Uuid;
  /** The first day asked about; absent: from the beginning. */
  from?: string;
  /** Days of one page; 0 means 31. */
  limit?: number;
  atLeast?: number;
}

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

/** One programme, and where the asking person's own application stands. */
export interface GetProgramme {
  programme: Uuid;
  atLeast?: number;
}

/** Programmes that pass every filter given, the last announced first. */
export interface SearchProgramme {
  kinds?: ProgrammeKind[];
  stages?: ProgrammeStage[];
  measure?: Uuid;
  /** The last programme of the page before. */
  after?: Uuid;
  /** 0 means 20. */
  limit?: number;
  atLeast?: number;
}

/** What those who run a programme see of it; nobody else does. */
export interface Cockpit {
  programme: Uuid;
  /** Of the applicants; absent: all. The wait-list comes in its order, everybody else in the order of their applications. */
  standings?: ApplicationStanding[];
  after?: Uuid;
  /** 0 means 20. */
  limit?: number;
  atLeast?: number;
}

/** Everything the asking person has applied to. */
export interface OwnApplications {
  atLeast?: number;
}

/** One team. Requests and invitations are shown to its lead, to who runs the programme, and to whom they are about. */
export interface GetTeam {
  team: Uuid;
  atLeast?: number;
}

/** Teams and expert groups that pass every filter given, the last formed first; dissolved ones are left out. */
export interface SearchTeam {
  programme?: Uuid;
  kinds?: TeamKind[];
  /** Any of them is still looked for. */
  skills?: Uuid[];
  /** Only those that somebody may still join. */
  open?: boolean;
  /** The last team of the page before. */
  after?: Uuid;
  /** 0 means 20. */
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
  /** Only those that serve sustainability. */
  green?: boolean;
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

/** What one follows, whom one keeps away with person.block, and how one wants to hear of things: one's own, nobody else's. Among what one follows nobody appears who is kept apart. */
export interface ListFollow {
  /** Of the names of terms: "de" or "en"; German if absent. */
  language?: Language;
  atLeast?: number;
}

/** What was reported, the newest first: but for what is about oneself, one's organisation or one's own challenge. */
export interface ListReports {
  /** Those older than this position, the last one of the page before; 0 from the newest. */
  after?: number;
  limit?: number;
  /** Only what nobody has settled. */
  open?: boolean;
  atLeast?: number;
}

/** The register, by what is due first. */
export interface ListRequests {
  /** Only what nobody has answered. */
  open?: boolean;
  limit?: number;
  /** Those behind the one of this position, the last one of the page before; 0 from the first. */
  after?: number;
  atLeast?: number;
}

/** Whatever has all of the words in its name or its texts, as far as the asking person may see them; the last word may be the beginning of one. The best rank first, of these by kind and id. Umlauts, accents, sharp s and capitals make no difference. */
export interface Find {
  /** At most 8 words. */
  text: string;
  /** Of which kinds; none: of all. */
  kinds?: SearchKind[];
  /** In which the titles of terms are, "de" or "en"; German if absent. */
  language?: Language;
  /** 0 means 20. */
  limit?: number;
  /** The reply's `next` of the page before. */
  after?: string;
  atLeast?: number;
}

/** One's own notifications, the newest first. The last 50 of each kind are kept; older ones remain in the feeds. Nobody who is kept apart appears. Live they come in the channel "notifications/UUID". */
export interface ListNotifications {
  /** Those older than this position, the last one of the page before; 0 from the newest. */
  after?: number;
  limit?: number;
  /** All if empty. */
  kinds?: Notice[];
  /** "de" or "en"; German if absent. */
  language?: Language;
  /** What was seen up to here counts as read. The client keeps it; nothing of it is recorded. */
  seen?: number;
  atLeast?: number;
}

/** The newest signed checkpoint, at most 100 ms old. The same as GET /log/checkpoint. */
export interface GetCheckpoint {
  atLeast?: number;
}

/** That the leaf of an event is in the log (RFC 6962, section 2.1.1). Says nothing about the event. */
export interface ProveInclusion {
  /** Its position, from 1. */
  event: number;
  /** Of the tree that it is proved to be in; absent: that of the newest checkpoint. */
  size?: number;
  atLeast?: number;
}

/** That the log goes on from what it was (RFC 6962, section 2.1.2). */
export interface ProveConsistency {
  /** The size of a tree that some checkpoint was of; at least 1. */
  older: number;
  /** Absent: that of the newest checkpoint. */
  size?: number;
  atLeast?: number;
}

/** What opens one leaf: the event's record, its sealed parts as they lie on disk, with the proof that it is in the log. To who did it and to whom it is about, and to who audits. A file NAME.tlog-proof, which fuge log verify-receipt checks. */
export interface GetReceipt {
  /** Its position, from 1. */
  event: number;
  atLeast?: number;
}

export interface PreviewErasureReply {
  /** Absent: nobody has asked for it. */
  due?: Instant;
  ties: Tie[];
  staysDe: string;
  staysEn: string;
  /** The path that proves the erasure once it is done, as "/erasure/...": for once, and for whoever knows it. Absent before somebody has asked for the erasure. */
  proof: string;
}

export interface Tie {
  /** "team", "organisation" and so on. */
  family: string;
  id?: Uuid;
  /** What ends there. */
  de: string;
  en: string;
}

export interface ExportAccountReply {
  position: number;
  about?: PersonalData;
  /** How many are on this page. */
  events: number;
  /** There may be more: ask again with this as "after". 0: that was all. */
  next: number;
  /** The page for machines, for people, and as a table with a row for each field. */
  json: string;
  html: string;
  csv: string;
}

/** What is kept of a person beside what happened. */
export interface PersonalData {
  account?: Uuid;
  suspended: boolean;
  erasureDue?: Instant;
  roles: RoleHeld[];
  consents: Purpose[];
  /** How many names the person signs in with. Only a keyed hash of each is kept. */
  logins: number;
  email: string;
  tokens: TokenKept[];
}

export interface RoleHeld {
  role: Role;
  scope: Scope;
  target?: Uuid;
}

/** An access token, without its secret: that is kept nowhere. */
export interface TokenKept {
  label: string;
  created?: Instant;
  expires?: Instant;
  revoked?: Instant;
}

export interface AccessesReply {
  accesses: Access[];
  position: number;
  /** There are older ones. */
  more: boolean;
}

export interface Access {
  position: number;
  /** Absent: somebody at the machine's console. */
  by?: Uuid;
  opened?: Instant;
  reason: string;
}

export interface ListWaitingVocabularyReply {
  position: number;
  items: WaitingTerm[];
  total: number;
}

/** Something that a curator may adopt, merge or label. */
export interface WaitingTerm {
  term?: Uuid;
  /** Somebody's own word; otherwise a term that lacks a language. */
  ownWord: boolean;
  de: string;
  /** What a term is called; empty in the language that it lacks. An own word is the same in both. */
  en: string;
  /** How many people say an own word in their profiles, be it that they offer or need it; how many listed people offer a term. */
  people: number;
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
  availableFrom?: Instant;
  availableUntil?: Instant;
}

/** A claim as it is recorded: the word has become a term. */
export interface Skill {
  term?: Uuid;
  level: number;
  weight: number;
  must: boolean;
}

export interface SearchPostsReply {
  position: number;
  posts: Post[];
  total: number;
}

export interface Post {
  post?: Uuid;
  kind: PostKind;
  profile?: Uuid;
  displayName: string;
  title: string;
  text: string;
  skills: Skill[];
  until?: Instant;
  postedPosition: number;
}

export interface GetChallengeReply {
  challenge?: Uuid;
  title: string;
  summary: string;
  /** Whom to ask before one applies: to whoever is signed in and not kept apart from its owner. */
  contact: string;
  sector: Sector;
  wanted: Skill[];
  topics: Uuid[];
  languages: string[];
  stage: ChallengeStage;
  clarifications: string[];
  version: number;
  /** In its author's plain words, as long as nothing else is told. */
  proposal: string;
  /** Only to the challenge's side, which is its owner, who represents its organisation, who runs its programme and staff, and to members of the teams that work on it, as long as they do. */
  confidential: string;
  terms: string;
  green: boolean;
  organisation?: Uuid;
  /** Who looks after it while it waits; to the challenge's side. */
  desk?: Uuid;
  /** Why it was last returned or rejected; to the challenge's side. */
  reason: string;
  programme?: Uuid;
  /** 0: no bound. */
  teamsMax: number;
  teamsAccepted: number;
  /** All of them to the challenge's side, to members of a team their own, to whoever is signed in those that were accepted. */
  teams: Candidate[];
  datasets: Dataset[];
}

/** A team that works on a challenge or would like to. */
export interface Candidate {
  team?: Uuid;
  name: string;
  standing: TeamStanding;
  message: string;
  /** Why it was declined. Message and reason are for the challenge's side and the team. */
  reason: string;
  appliedPosition: number;
}

export interface Dataset {
  title: string;
  address: string;
}

export interface ListWaitingReply {
  position: number;
  items: Waiting[];
  total: number;
}

/** A challenge that was submitted and has no answer yet. */
export interface Waiting {
  challenge?: Uuid;
  title: string;
  programme?: Uuid;
  organisation?: Uuid;
  desk?: Uuid;
  submittedPosition: number;
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
  green: boolean;
  /** 0: no bound. */
  teamsMax: number;
  teamsAccepted: number;
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
  /** When it happened; earlier than recorded where somebody told of it later. */
  occurred?: Instant;
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

export interface GetTenantReply {
  position: number;
  tenant?: Uuid;
  nameDe: string;
  nameEn: string;
  zone: string;
  languages: string[];
  archived: boolean;
  measures: MeasureShown[];
  version: number;
}

export interface MeasureShown {
  measure?: Uuid;
  code: string;
  nameDe: string;
  nameEn: string;
  /** Whether a thing may be counted under it in the first place. */
  primary: boolean;
  retired: boolean;
}

export interface VisitorSourcesReply {
  position: number;
  sources: SourceShown[];
}

export interface SourceShown {
  place?: Uuid;
  day: string;
  source: VisitorSource;
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

export interface GetProgrammeReply {
  position: number;
  programme?: Uuid;
  title: string;
  about: string;
  kind: ProgrammeKind;
  stage: ProgrammeStage;
  measure?: Uuid;
  capacity: number;
  /** Seats: accepted and enrolled. */
  taken: number;
  waiting: number;
  teamSizeMin: number;
  teamSizeMax: number;
  severalTeams: boolean;
  phases: PhaseShown[];
  /** Where it is now, counted from 1; 0 before the start. */
  phase: number;
  starts?: Instant;
  ends?: Instant;
  applicationsUntil?: Instant;
  submissionsUntil?: Instant;
  partners: Partnership[];
  studies: StudyShown[];
  /** Of a cancelled one. */
  reason: string;
  results: string;
  standing: ApplicationStanding;
  /** How many wait before the asking person. */
  ahead: number;
  version: number;
}

export interface PhaseShown {
  title: string;
  ends?: Instant;
}

export interface Partnership {
  organisation?: Uuid;
  role: PartnerRole;
}

export interface StudyShown {
  university?: Uuid;
  code: string;
}

export interface SearchProgrammeReply {
  position: number;
  items: ProgrammeItem[];
  total: number;
}

export interface ProgrammeItem {
  programme?: Uuid;
  title: string;
  kind: ProgrammeKind;
  stage: ProgrammeStage;
  starts?: Instant;
  ends?: Instant;
  applicationsUntil?: Instant;
  announcedPosition: number;
}

export interface CockpitReply {
  position: number;
  stage: ProgrammeStage;
  phase: number;
  phases: number;
  capacity: number;
  applications: StandingCount[];
  applicants: Applicant[];
  /** Applicants that pass the filter. */
  total: number;
  teams?: TeamsCount;
  partners: Partnership[];
  studies: number;
  version: number;
}

export interface StandingCount {
  standing: ApplicationStanding;
  count: number;
}

export interface Applicant {
  person?: Uuid;
  displayName: string;
  standing: ApplicationStanding;
  status: EnrolmentStatus;
  /** How many wait before this person. */
  ahead: number;
  message: string;
  submittedPosition: number;
  /** With which the person applied. */
  team?: Uuid;
}

export interface TeamsCount {
  forming: number;
  complete: number;
  locked: number;
  dissolved: number;
  /** Those with a final result. */
  handedIn: number;
}

export interface OwnApplicationsReply {
  position: number;
  applications: OwnApplication[];
}

export interface OwnApplication {
  programme?: Uuid;
  title: string;
  stage: ProgrammeStage;
  standing: ApplicationStanding;
  status: EnrolmentStatus;
  ahead: number;
}

export interface GetTeamReply {
  position: number;
  team?: Uuid;
  kind: TeamKind;
  stage: TeamStage;
  name: string;
  about: string;
  programme?: Uuid;
  lead?: Uuid;
  sizeMax: number;
  members: TeamMember[];
  roles: OpenSeat[];
  requests: Asker[];
  invitations: Asker[];
  submissions: number;
  final: boolean;
  title: string;
  summary: string;
  /** Of what was handed in last. */
  link: string;
  version: number;
  /** That the team works on. */
  challenge?: Uuid;
  challengeTitle: string;
  /** To its members and to who runs the programme. */
  applications: ChallengeSought[];
}

export interface TeamMember {
  person?: Uuid;
  displayName: string;
  role?: Uuid;
  sector: Sector;
  discipline: string;
  status: EnrolmentStatus;
}

export interface OpenSeat {
  role?: Uuid;
  skill?: Skill;
  /** How many are still looked for. */
  left: number;
  text: string;
}

/** Somebody who would like to join, or has been invited. */
export interface Asker {
  person?: Uuid;
  displayName: string;
  role?: Uuid;
  message: string;
  expires?: Instant;
}

/** A challenge that a team works on or has applied for. */
export interface ChallengeSought {
  challenge?: Uuid;
  title: string;
  standing: TeamStanding;
}

export interface SearchTeamReply {
  position: number;
  items: TeamItem[];
  total: number;
}

export interface TeamItem {
  team?: Uuid;
  kind: TeamKind;
  stage: TeamStage;
  name: string;
  programme?: Uuid;
  members: number;
  sizeMax: number;
  roles: OpenSeat[];
  formedPosition: number;
  /** That the team works on. */
  challenge?: Uuid;
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
  /** It serves sustainability. */
  green: boolean;
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
  green: boolean;
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

export interface ListFollowReply {
  /** In the order in which it was wished. */
  followed: FollowedShown[];
  blocked: BlockedShown[];
  digest: Digest;
  /** Of every kind. */
  deliveries: DeliveryShown[];
  position: number;
}

export interface FollowedShown {
  kind: FollowKind;
  target?: Uuid;
  /** What it is called today; empty where that may not be seen. */
  name: string;
}

export interface BlockedShown {
  person?: Uuid;
  name: string;
}

export interface DeliveryShown {
  notice: Notice;
  delivery: Delivery;
}

export interface ListReportsReply {
  reports: ReportShown[];
  total: number;
  position: number;
  /** There are older ones. */
  more: boolean;
}

export interface ReportShown {
  /** Who reported. */
  person?: Uuid;
  /** The first report of this person is 1. */
  report: number;
  kind: Reported;
  about?: Uuid;
  /** What it is called today; empty where nobody knows. */
  name: string;
  reason: string;
  reported?: Instant;
  handled: boolean;
  outcome: string;
  settled?: Instant;
  position: number;
}

export interface ListRequestsReply {
  requests: RequestShown[];
  total: number;
  position: number;
  more: boolean;
}

export interface RequestShown {
  request?: Uuid;
  kind: RequestKind;
  received?: Instant;
  due?: Instant;
  /** Whole days until it is due; negative: it is overdue. 0 once it is answered. */
  daysLeft: number;
  description: string;
  contact: string;
  /** When more time was taken; absent: it was not. */
  extended?: Instant;
  reason: string;
  outcome: RequestOutcome;
  answered?: Instant;
  answer: string;
  /** Of the event that holds the description and the contact, as tenant.redactText wants it. */
  position: number;
  /** The same of the reason. */
  extendedAt: number;
  /** The same of the answer. */
  answeredAt: number;
}

export interface FindReply {
  position: number;
  hits: Hit[];
  /** Where the next page begins; empty where this is the last. */
  next: string;
}

export interface Hit {
  kind: SearchKind;
  id?: Uuid;
  /** What it is called, as far as the asking person may see that. */
  title: string;
  /** The text that matched, as the schema calls it: "displayName", "about", "title". */
  field: string;
  /** Of that text. */
  excerpt: string;
  /** The words in the excerpt that matched. */
  spans: Span[];
  /** How the word that matched least matched. */
  match: Match;
  /** Whether that word was met in a name, not in a text below it. */
  named: boolean;
  /** 2 * match, and 1 more where it is not named: 0 is best. */
  rank: number;
}

/** From one character up to another, counted in UTF-16 code units, as browsers count. */
export interface Span {
  start: number;
  end: number;
}

export interface ListNotificationsReply {
  items: Notification[];
  kinds: NoticeKind[];
  /** Of all kinds, or those asked for. */
  unread: number;
  position: number;
  /** There are older ones. */
  more: boolean;
}

export interface Notification {
  position: number;
  notice: Notice;
  /** The event's name, as "team.JoinAccepted". */
  type: string;
  recorded?: Instant;
  /** Who did it. */
  actor?: Uuid;
  /** What it is about; people only where they may be seen. */
  about: Uuid[];
  /** One sentence, in the language that was asked for. */
  text: string;
  /** It is behind the position that the question says was seen. */
  unread: boolean;
  /** It happened, and may no longer be shown. */
  gone: boolean;
}

export interface NoticeKind {
  notice: Notice;
  de: string;
  en: string;
  /** How it arrives, as set with follow.setDelivery. */
  delivery: Delivery;
  unread: number;
}

export interface GetCheckpointReply {
  position: number;
  /** A signed note: c2sp.org/tlog-checkpoint. */
  checkpoint: string;
  /** How many events it covers. */
  size: number;
  /** The key that signs for the log. */
  vkey: string;
}

export interface ProveInclusionReply {
  position: number;
  /** Of the leaf, from 0. */
  index: number;
  size: number;
  /** From the leaf's sibling up. */
  hashes: string[];
}

export interface ProveConsistencyReply {
  position: number;
  older: number;
  size: number;
  hashes: string[];
}

export interface GetReceiptReply {
  position: number;
  /** c2sp.org/tlog-proof@v1, with the record as its extra data. */
  proof: string;
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

export interface ErasureRequested {
  account?: Uuid;
  due?: Instant;
  /** When it was due before; 0 when it is asked for the first time. */
  was?: Instant;
}

export interface ErasureCancelled {
  account?: Uuid;
  was?: Instant;
}

export interface SubjectErased {
  account?: Uuid;
  /** When it was due. */
  was?: Instant;
  /** The account was, until then. */
  suspended: boolean;
}

export interface PersonalDataOpened {
  account?: Uuid;
  reason: string;
}

export interface AccountReminded {
  account?: Uuid;
  active?: Instant;
  due?: Instant;
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

/** Added or adopted without its German or its English label. (TermAdded and TermAdopted said so too, before there was this one.) */
export interface TermDrafted {
  term?: Uuid;
  kind: TermKind;
  uri: string;
  labels: Label[];
  broader: Uuid[];
}

/** It lacks a language still. */
export interface DraftLabelled {
  term?: Uuid;
  labels: Label[];
}

/** With these labels it has both languages. */
export interface TermWentLive {
  term?: Uuid;
  labels: Label[];
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
  from?: Instant;
  until?: Instant;
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

export interface OfferPosted {
  profile?: Uuid;
  post?: Uuid;
  title: string;
  text: string;
  skills: Skill[];
  until?: Instant;
}

export interface NeedPosted {
  profile?: Uuid;
  post?: Uuid;
  title: string;
  text: string;
  skills: Skill[];
  until?: Instant;
}

export interface PostClosed {
  profile?: Uuid;
  post?: Uuid;
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
  confidential: string;
  terms: string;
  green: boolean;
  organisation?: Uuid;
  programme?: Uuid;
  teamsMax: number;
  /** There are none to accept. (Terms are sealed; an event that does not say may have some.) */
  noTerms: boolean;
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
  confidential: string;
  terms: string;
  green: boolean;
  organisation?: Uuid;
  programme?: Uuid;
  teamsMax: number;
  /** There are none to accept. (Terms are sealed; an event that does not say may have some.) */
  noTerms: boolean;
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

export interface ChallengeProposed {
  challenge?: Uuid;
  text: string;
  contact: string;
  owner?: Uuid;
}

export interface ChallengeTaken {
  challenge?: Uuid;
  desk?: Uuid;
}

export interface TeamApplied {
  challenge?: Uuid;
  team?: Uuid;
  acceptsTerms: boolean;
  message: string;
  organisation?: Uuid;
}

export interface TeamAccepted {
  challenge?: Uuid;
  team?: Uuid;
  lead?: Uuid;
}

export interface TeamDeclined {
  challenge?: Uuid;
  team?: Uuid;
  lead?: Uuid;
  was: TeamStanding;
  reason: string;
}

export interface TeamWithdrawn {
  challenge?: Uuid;
  team?: Uuid;
  lead?: Uuid;
  organisation?: Uuid;
  was: TeamStanding;
  parting: TeamParting;
}

export interface DatasetReferenced {
  challenge?: Uuid;
  dataset?: Uuid;
  title: string;
  address: string;
}

/** A draft that nobody else has seen is erased with its owner. */
export interface ChallengeForgotten {
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
  languages: string[];
}

export interface MeasureDefined {
  tenant?: Uuid;
  measure?: Uuid;
  code: string;
  nameDe: string;
  nameEn: string;
  secondary: boolean;
}

export interface MeasureRetired {
  tenant?: Uuid;
  measure?: Uuid;
}

export interface VisitorSourceChosen {
  tenant?: Uuid;
  place?: Uuid;
  day: string;
  source: VisitorSource;
}

export interface TenantArchived {
  tenant?: Uuid;
}

export interface TenantReopened {
  tenant?: Uuid;
}

/** The first event of a log that was restored. What its parent recorded beyond that size is not in it. */
export interface LogForked {
  tenant?: Uuid;
  /** The origin of the parent's checkpoints, as "fuge/0123456789abcdef0123456789abcdef". */
  parent: string;
  /** How many events they have in common. */
  size: number;
  /** Of the tree over these: base64 of 32 bytes, as a checkpoint of that size says it. */
  root: string;
}

export interface RedactionOrdered {
  tenant?: Uuid;
  of?: Uuid;
  event: number;
  text?: Uuid;
  author?: Uuid;
  reason: string;
}

export interface TextRedacted {
  tenant?: Uuid;
  of?: Uuid;
  event: number;
  text?: Uuid;
}

export interface RetentionSet {
  tenant?: Uuid;
  idleDays: number;
  graceDays: number;
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

/** A draft that nobody else has seen is erased with its author. */
export interface IdeaForgotten {
  idea?: Uuid;
}

export interface ProgrammeAnnounced {
  programme?: Uuid;
  kind: ProgrammeKind;
  title: string;
  about: string;
  measure?: Uuid;
  capacity: number;
  teamSizeMin: number;
  teamSizeMax: number;
  severalTeams: boolean;
  starts?: Instant;
  ends?: Instant;
  submissionsUntil?: Instant;
}

export interface PhasePlanned {
  programme?: Uuid;
  /** From 1, in the order in which they come. */
  number: number;
  title: string;
  ends?: Instant;
}

export interface ApplicationsOpened {
  programme?: Uuid;
  /** 0: until they are closed. */
  deadline?: Instant;
}

export interface ApplicationsClosed {
  programme?: Uuid;
}

export interface ApplicationSubmitted {
  programme?: Uuid;
  person?: Uuid;
  message: string;
  /** Which applies as a whole. */
  team?: Uuid;
}

export interface ApplicationAccepted {
  programme?: Uuid;
  person?: Uuid;
  /** Where the application stood before. */
  was: ApplicationStanding;
  /** The place in the wait-list that it gives up; 0 if none. */
  ticket: number;
  /** By itself, because a seat became free. */
  promoted: boolean;
}

export interface ApplicationWaitlisted {
  programme?: Uuid;
  person?: Uuid;
  /** Its place: the lowest is the first to get a seat. */
  ticket: number;
}

export interface ApplicationRejected {
  programme?: Uuid;
  person?: Uuid;
  /** Where the application stood before. */
  was: ApplicationStanding;
  /** The place in the wait-list that it gives up; 0 if none. */
  ticket: number;
  reason: string;
}

export interface ApplicationWithdrawn {
  programme?: Uuid;
  person?: Uuid;
  /** Where the application stood before. */
  was: ApplicationStanding;
  /** The place in the wait-list that it gives up; 0 if none. */
  ticket: number;
}

export interface EnrolmentConfirmed {
  programme?: Uuid;
  person?: Uuid;
  status: EnrolmentStatus;
  /** enrolled: only the status is another one. */
  was: ApplicationStanding;
}

export interface PartnerJoined {
  programme?: Uuid;
  organisation?: Uuid;
  role: PartnerRole;
}

export interface PartnerLeft {
  programme?: Uuid;
  organisation?: Uuid;
  role: PartnerRole;
}

export interface StudyProgrammeInvolved {
  programme?: Uuid;
  university?: Uuid;
  code: string;
}

export interface ProgrammeStarted {
  programme?: Uuid;
}

export interface PhaseAdvanced {
  programme?: Uuid;
  to: number;
}

export interface ProgrammeCompleted {
  programme?: Uuid;
}

export interface ProgrammeCancelled {
  programme?: Uuid;
  reason: string;
}

export interface ResultsPublished {
  programme?: Uuid;
  text: string;
}

export interface CapacitySet {
  programme?: Uuid;
  capacity: number;
}

export interface TeamFormed {
  team?: Uuid;
  kind: TeamKind;
  name: string;
  about: string;
  programme?: Uuid;
  sizeMax: number;
  lead?: Uuid;
}

export interface RoleOpened {
  team?: Uuid;
  role?: Uuid;
  skill?: Skill;
  count: number;
  text: string;
  reason: string;
}

export interface RoleClosed {
  team?: Uuid;
  role?: Uuid;
  ending: RoleEnding;
  reason: string;
}

export interface InvitationSent {
  team?: Uuid;
  person?: Uuid;
  role?: Uuid;
  expires?: Instant;
  message: string;
}

export interface InvitationAccepted {
  team?: Uuid;
  person?: Uuid;
  lead?: Uuid;
}

export interface InvitationDeclined {
  team?: Uuid;
  person?: Uuid;
  lead?: Uuid;
}

export interface InvitationWithdrawn {
  team?: Uuid;
  person?: Uuid;
}

export interface InvitationExpired {
  team?: Uuid;
  person?: Uuid;
}

export interface JoinRequested {
  team?: Uuid;
  person?: Uuid;
  role?: Uuid;
  message: string;
  sector: Sector;
  discipline: string;
  programme?: Uuid;
  lead?: Uuid;
}

export interface JoinAccepted {
  team?: Uuid;
  person?: Uuid;
  reason: string;
}

export interface JoinDeclined {
  team?: Uuid;
  person?: Uuid;
  programme?: Uuid;
  reason: string;
}

export interface JoinWithdrawn {
  team?: Uuid;
  person?: Uuid;
  programme?: Uuid;
  ending: JoinEnding;
  lead?: Uuid;
}

export interface MemberJoined {
  team?: Uuid;
  person?: Uuid;
  programme?: Uuid;
  role?: Uuid;
  sector: Sector;
  discipline: string;
  status: EnrolmentStatus;
}

export interface MemberLeft {
  team?: Uuid;
  person?: Uuid;
  programme?: Uuid;
  parting: Parting;
}

export interface MemberRemoved {
  team?: Uuid;
  person?: Uuid;
  programme?: Uuid;
  reason: string;
}

export interface LeadTransferred {
  team?: Uuid;
  person?: Uuid;
  reason: string;
}

export interface TeamLocked {
  team?: Uuid;
}

export interface TeamUnlocked {
  team?: Uuid;
  reason: string;
}

export interface SubmissionMade {
  team?: Uuid;
  final: boolean;
  title: string;
  summary: string;
  link: string;
  programme?: Uuid;
  /** Of this team, from 1. */
  number: number;
  reason: string;
}

export interface TeamDissolved {
  team?: Uuid;
  programme?: Uuid;
  reason: string;
}

export interface InvitationClosed {
  team?: Uuid;
  person?: Uuid;
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
  /** It serves sustainability. */
  green: boolean;
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

export interface CompanyProposed {
  project?: Uuid;
  company?: Uuid;
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

export interface DeliverySet {
  person?: Uuid;
  notice: Notice;
  delivery: Delivery;
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
  /** Whose moderators are notified. */
  hub?: Uuid;
}

export interface ReportSettled {
  person?: Uuid;
  report: number;
  about?: Uuid;
  outcome: string;
}

export interface RequestRecorded {
  request?: Uuid;
  kind: RequestKind;
  received?: Instant;
  due?: Instant;
  description: string;
  contact: string;
}

export interface RequestAnswered {
  request?: Uuid;
  outcome: RequestOutcome;
  answer: string;
}

export interface RequestExtended {
  request?: Uuid;
  due?: Instant;
  reason: string;
}

/** Every command and query by its method. */
export interface Methods {
  /** Opens an account for a person. */
  "account.register": { params: RegisterAccount & { meta?: Meta }; result: Receipt };
  /** Gives a role, for the whole tenant or for one measure, programme, organisation or space that there is. */
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
  /** Asks to be forgotten for good. Until it is due it can be cancelled, or put off or brought forward by asking again; from then on the account is closed. What goes and what stays: account.previewErasure. Oneself one must have signed in for it within the last 15 minutes. */
  "account.requestErasure": { params: RequestErasure & { meta?: Meta }; result: Receipt };
  /** Takes the request back, as long as it is not due. */
  "account.cancelErasure": { params: CancelErasure & { meta?: Meta }; result: Receipt };
  /** Destroys the person's key: whatever was sealed under it can never be read again. The hub does so by itself when a request is due. */
  "account.executeErasure": { params: ExecuteErasure & { meta?: Meta }; result: Receipt };
  /** Ends what ties a person who was erased to one stream: a membership, a request, an invitation, a lead that goes on to the next. The hub does so by itself, for each of them. */
  "account.windUp": { params: WindUpAccount & { meta?: Meta }; result: Receipt };
  /** Says why one is about to look at everything that is kept of a person. The person is told; for a day account.export answers. */
  "account.openPersonalData": { params: OpenPersonalData & { meta?: Meta }; result: Receipt };
  /** Reminds somebody who has done nothing for as long as the tenant keeps accounts. The hub does so by itself. */
  "account.remind": { params: RemindAccount & { meta?: Meta }; result: Receipt };
  /** Adds a term. It goes live once it has a German and an English preferred label; until then nobody can name it. */
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
  /** Says how many hours a week one has, and from when until when. */
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
  /** Offers something to everybody in the directory: "Biete". */
  "profile.postOffer": { params: PostOffer & { meta?: Meta }; result: Receipt };
  /** Asks everybody in the directory for something: "Suche". */
  "profile.postNeed": { params: PostNeed & { meta?: Meta }; result: Receipt };
  /** Takes an offer or a need off the board. */
  "profile.closePost": { params: ClosePost & { meta?: Meta }; result: Receipt };
  /** Writes a challenge down; only its author's side and staff see it. */
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
  /** States a challenge in plain words; title and details may follow when it is revised, before it is submitted. */
  "challenge.propose": { params: ProposeChallenge & { meta?: Meta }; result: Receipt };
  /** Says who looks after a submitted challenge until it is approved or not. */
  "challenge.take": { params: TakeChallenge & { meta?: Meta }; result: Receipt };
  /** Asks for a team to work on a published challenge. Only the team's lead may. */
  "challenge.applyTeam": { params: ApplyTeam & { meta?: Meta }; result: Receipt };
  /** Lets a team that has applied work on the challenge: its members read the confidential part. What it has applied for elsewhere ends. */
  "challenge.acceptTeam": { params: AcceptTeam & { meta?: Meta }; result: Receipt };
  /** Does not let a team that has applied work on the challenge, or no longer; the reason is told to the team. */
  "challenge.declineTeam": { params: DeclineTeam & { meta?: Meta }; result: Receipt };
  /** Takes a team's application back, or stops working on the challenge. Only the team's lead may. */
  "challenge.withdrawTeam": { params: WithdrawTeam & { meta?: Meta }; result: Receipt };
  /** Names data that helps to solve the challenge, such as an entry of an open-data catalogue. */
  "challenge.attachDataset": { params: AttachDataset & { meta?: Meta }; result: Receipt };
  /** Offers a course with the skills it teaches. Designing it again replaces what it teaches. */
  "course.design": { params: DesignCourse & { meta?: Meta }; result: Receipt };
  /** Takes a course out of the catalogue. */
  "course.withdraw": { params: WithdrawCourse & { meta?: Meta }; result: Receipt };
  /** Names the hub. The first time it also says in which time zone its days begin; that stays. */
  "tenant.configure": { params: ConfigureTenant & { meta?: Meta }; result: Receipt };
  /** Adds a measure: what sessions, projects, ideas and challenges are counted under. */
  "tenant.defineMeasure": { params: DefineMeasure & { meta?: Meta }; result: Receipt };
  /** Counts nothing new under a measure. What is counted under it already stays. */
  "tenant.retireMeasure": { params: RetireMeasure & { meta?: Meta }; result: Receipt };
  /** Says which source counts the visitors of a place on a day: one, so that nobody is counted twice. It stays. */
  "tenant.chooseVisitorSource": { params: ChooseVisitorSource & { meta?: Meta }; result: Receipt };
  /** Ends the hub's work. Everything can still be read, people still decide about their own accounts, and privacy requests are still answered; nothing else happens. */
  "tenant.archive": { params: ArchiveTenant & { meta?: Meta }; result: Receipt };
  /** Takes up the work of an archived hub again. */
  "tenant.reopen": { params: ReopenTenant & { meta?: Meta }; result: Receipt };
  /** That this log goes on from another one, whose events it was restored from. fuge restore does so by itself. At the console only. */
  "tenant.recordFork": { params: RecordFork & { meta?: Meta }; result: Receipt };
  /** Removes one text for good, with all that one event says under the key of a team, project, challenge and so on: its key is destroyed within seconds. Whoever wrote it may, and staff, who say why. */
  "tenant.redactText": { params: RedactText & { meta?: Meta }; result: Receipt };
  /** Destroys the key of a text whose removal was ordered. The hub does so by itself. */
  "tenant.executeRedaction": { params: ExecuteRedaction & { meta?: Meta }; result: Receipt };
  /** Says how long the account of somebody is kept who does nothing any more. After that they are reminded; when they still do nothing, their erasure is requested after the grace, with the time to think it over that everybody has. */
  "tenant.setRetention": { params: SetRetention & { meta?: Meta }; result: Receipt };
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
  /** Writes an idea down; until it is submitted its authors see it, and staff. */
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
  /** Starts a project from an accepted idea; its authors are the first members. It serves sustainability if the idea does. */
  "idea.convertToProject": { params: ConvertToProject & { meta?: Meta }; result: Receipt };
  /** Takes an idea back. */
  "idea.withdraw": { params: WithdrawIdea & { meta?: Meta }; result: Receipt };
  /** Announces a programme, with all its phases. */
  "programme.announce": { params: AnnounceProgramme & { meta?: Meta }; result: Receipt };
  /** Takes applications, until the deadline. Again with another deadline: moves it. */
  "programme.openApplications": { params: OpenApplications & { meta?: Meta }; result: Receipt };
  /** Takes no more applications, until opened again. */
  "programme.closeApplications": { params: CloseApplications & { meta?: Meta }; result: Receipt };
  /** Applies to take part, while applications are open; for a whole team, if its lead asks for that. */
  "programme.submitApplication": { params: SubmitApplication & { meta?: Meta }; result: Receipt };
  /** Gives a seat; where there is none left, or somebody waits for one already, a place at the end of the wait-list. Of a team: to all of it or to nobody. The wait-list is served in its order. Seats that become free go to its head, and whoever is not the head stays where they are; a team that needs more seats than are free keeps the head, and those behind it wait too. Without a bound of seats nobody takes one from anybody: the order is free. */
  "programme.acceptApplication": { params: AcceptApplication & { meta?: Meta }; result: Receipt };
  /** Puts an application at the end of the wait-list. */
  "programme.waitlistApplication": { params: WaitlistApplication & { meta?: Meta }; result: Receipt };
  /** Declines an application, also one that was accepted. A seat that becomes free goes to the first on the wait-list. */
  "programme.rejectApplication": { params: RejectApplication & { meta?: Meta }; result: Receipt };
  /** Takes an application back, also one that was accepted: its person leaves the teams of the programme. A seat that becomes free goes to the first on the wait-list. */
  "programme.withdrawApplication": { params: WithdrawApplication & { meta?: Meta }; result: Receipt };
  /** Confirms that an accepted person takes part, and as what. */
  "programme.confirmEnrolment": { params: ConfirmEnrolment & { meta?: Meta }; result: Receipt };
  /** Names an organisation as a partner in one role: one's own, or any by who runs the programme. */
  "programme.addPartner": { params: AddPartner & { meta?: Meta }; result: Receipt };
  /** Ends what an organisation was to the programme in one role: one's own, or any by who runs the programme. */
  "programme.removePartner": { params: RemovePartner & { meta?: Meta }; result: Receipt };
  /** Records that a degree programme takes part. Names nobody. */
  "programme.recordStudy": { params: RecordStudyProgramme & { meta?: Meta }; result: Receipt };
  /** Starts the programme, in its first phase. Open applications are closed. */
  "programme.start": { params: StartProgramme & { meta?: Meta }; result: Receipt };
  /** Goes on to the next phase. */
  "programme.advancePhase": { params: AdvancePhase & { meta?: Meta }; result: Receipt };
  /** Ends a running programme. */
  "programme.complete": { params: CompleteProgramme & { meta?: Meta }; result: Receipt };
  /** Calls a programme off. All who take part or have applied are told, and its partners. */
  "programme.cancel": { params: CancelProgramme & { meta?: Meta }; result: Receipt };
  /** Tells everybody what came of a completed programme. Published again, the newer text counts. */
  "programme.publishResults": { params: PublishResults & { meta?: Meta }; result: Receipt };
  /** Says how many may take part; 0: no bound. Seats that this makes go to those who have waited longest. */
  "programme.setCapacity": { params: SetCapacity & { meta?: Meta }; result: Receipt };
  /** Founds a team in a programme, or an expert group; who founds it is its lead and first member. */
  "team.form": { params: FormTeam & { meta?: Meta }; result: Receipt };
  /** Says whom the team still looks for. Only its lead may, or hub administration, for a reason. */
  "team.openRole": { params: OpenRole & { meta?: Meta }; result: Receipt };
  /** Looks for nobody in that role any more; requests for it end. Only the lead may, or hub administration, for a reason. */
  "team.closeRole": { params: CloseRole & { meta?: Meta }; result: Receipt };
  /** Invites a person, until a date. Only the lead may. Again with another date or role: changes the invitation. */
  "team.invite": { params: Invite & { meta?: Meta }; result: Receipt };
  /** Joins a team that has invited the caller. When it takes the last seat, all other invitations end. */
  "team.acceptInvitation": { params: AcceptInvitation & { meta?: Meta }; result: Receipt };
  /** Does not join a team that has invited the caller. */
  "team.declineInvitation": { params: DeclineInvitation & { meta?: Meta }; result: Receipt };
  /** Takes an invitation back. Only the lead may. */
  "team.withdrawInvitation": { params: WithdrawInvitation & { meta?: Meta }; result: Receipt };
  /** Asks to join a team, in one of its roles or in none. Again with another role: changes the request. */
  "team.requestJoin": { params: RequestJoin & { meta?: Meta }; result: Receipt };
  /** Takes somebody in who has asked. Only the lead may, or hub administration, for a reason. Requests end that can no longer be met: those of the person to other teams of the programme, those for a role that is filled, all when the team is full. */
  "team.acceptRequest": { params: AcceptRequest & { meta?: Meta }; result: Receipt };
  /** Does not take somebody in who has asked. Only the lead may, or hub administration, for a reason. */
  "team.declineRequest": { params: DeclineRequest & { meta?: Meta }; result: Receipt };
  /** Takes the caller's request to join back. */
  "team.withdrawRequest": { params: WithdrawRequest & { meta?: Meta }; result: Receipt };
  /** Leaves a team. The last member dissolves it by leaving; a lead of others hands over first. */
  "team.leave": { params: LeaveTeam & { meta?: Meta }; result: Receipt };
  /** Takes a member out, for a reason. Only the lead may, or hub administration. */
  "team.removeMember": { params: RemoveMember & { meta?: Meta }; result: Receipt };
  /** Makes another member the lead. Only the lead may, or hub administration, for a reason. */
  "team.transferLead": { params: TransferLead & { meta?: Meta }; result: Receipt };
  /** Freezes who is in the team. */
  "team.lock": { params: LockTeam & { meta?: Meta }; result: Receipt };
  /** Lets members come and go again. */
  "team.unlock": { params: UnlockTeam & { meta?: Meta }; result: Receipt };
  /** Hands in what the team has made, before the deadline. Only the lead may, or hub administration, for a reason. Again: revises it; a final result stays final. */
  "team.submit": { params: Submit & { meta?: Meta }; result: Receipt };
  /** Ends a team: its members leave, its requests end. Only the lead may, or hub administration, for a reason. */
  "team.dissolve": { params: DissolveTeam & { meta?: Meta }; result: Receipt };
  /** Starts a project. An accepted idea becomes one by idea.convertToProject. From a submission or an idea only one is started, unless that was voided. */
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
  /** Says that one's own organisation came out of the project. By who represents it; staff record it, or do not. */
  "project.proposeCompany": { params: ProposeCompany & { meta?: Meta }; result: Receipt };
  /** Hears of something from now on, in the channel "following/UUID". Whoever is followed is not told. What one may not see, as somebody else's draft, is not there. */
  "follow.start": { params: StartFollow & { meta?: Meta }; result: Receipt };
  /** Does not want to hear of it any more. */
  "follow.stop": { params: StopFollow & { meta?: Meta }; result: Receipt };
  /** Says how often a summary is wanted. */
  "follow.setDigest": { params: SetDigest & { meta?: Meta }; result: Receipt };
  /** Says how notifications of one kind shall arrive: at once, together once a day, or not at all. What is off is not kept among the notifications either. */
  "follow.setDelivery": { params: SetDelivery & { meta?: Meta }; result: Receipt };
  /** Keeps somebody away: neither finds, is suggested or is shown the other any more. The other one is not told. */
  "person.block": { params: BlockPerson & { meta?: Meta }; result: Receipt };
  /** Takes that back. */
  "person.unblock": { params: UnblockPerson & { meta?: Meta }; result: Receipt };
  /** Tells staff about somebody or something that breaks the rules of the house. */
  "person.report": { params: ReportPerson & { meta?: Meta }; result: Receipt };
  /** Says what came of a report. Whoever reported is told; whom it is about is not. */
  "person.settleReport": { params: SettleReport & { meta?: Meta }; result: Receipt };
  /** Takes up a request into the register. It is to be answered within four weeks of its receipt: never later than the month of Article 12(3) GDPR. */
  "privacy.recordRequest": { params: RecordRequest & { meta?: Meta }; result: Receipt };
  /** Says what came of a request, and how it was answered. Its texts stay until tenant.redactText removes them. */
  "privacy.answerRequest": { params: AnswerRequest & { meta?: Meta }; result: Receipt };
  /** Takes eight weeks more for an answer: once, and before the first four are over, in which whoever asked is to be told of it and why. */
  "privacy.extendRequest": { params: ExtendRequest & { meta?: Meta }; result: Receipt };
  /** What would end if the person were erased now, and when that is due. */
  "account.previewErasure": { params: PreviewErasure; result: PreviewErasureReply };
  /** Everything that is kept of a person: the account, and every event that the person did or that names them, as it can still be read. What is sealed for somebody else is left out, unless the person wrote it. Of somebody else it is answered for a day after account.openPersonalData. */
  "account.export": { params: ExportAccount; result: ExportAccountReply };
  /** Who has opened everything that is kept of a person, when and why, the last one first. */
  "account.accesses": { params: Accesses; result: AccessesReply };
  /** What waits for a curator: own words that several people use, and terms that lack a language; the most used first. */
  "vocabulary.listWaiting": { params: ListWaitingVocabulary; result: ListWaitingVocabularyReply };
  /** One profile, as the asking person may see it. */
  "profile.get": { params: GetProfile; result: GetProfileReply };
  /** The board of offers and needs, the last posted first: of those whom the asking person finds in the directory, and one's own. */
  "profile.searchPosts": { params: SearchPosts; result: SearchPostsReply };
  /** One challenge, as the asking person may see it. */
  "challenge.get": { params: GetChallenge; result: GetChallengeReply };
  /** The challenges that the caller may approve or reject, the first submitted first: to programme managers and administration all, to who runs a programme those that are meant for it. */
  "challenge.listWaiting": { params: ListWaiting; result: ListWaitingReply };
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
  /** Sends every item of a channel after a position, then live, each once and in order, as notifications "feed.item". Channels: "public"; "members" for whoever is signed in; "staff"; for that person alone "person/UUID", what concerns the person, "following/UUID", what happens to whatever the person follows, and "notifications/UUID", what asks for attention. */
  "feed.subscribe": { params: SubscribeFeed; result: SubscribeFeedReply };
  /** Ends a subscription. */
  "feed.unsubscribe": { params: UnsubscribeFeed; result: UnsubscribeFeedReply };
  /** A page of a channel's past. */
  "feed.read": { params: ReadFeed; result: ReadFeedReply };
  /** Signs this connection in. HTTP requests carry "Authorization: Bearer TOKEN" instead. */
  "session.authenticate": { params: AuthenticateSession; result: AuthenticateSessionReply };
  /** Who this connection is, which log it speaks to, and how far that is. */
  "session.describe": { params: DescribeSession; result: DescribeSessionReply };
  /** The hub: what it is called and which measures it counts, in the order of their definition. */
  "tenant.get": { params: GetTenant; result: GetTenantReply };
  /** Which source counts the visitors of a place, by day. */
  "tenant.visitorSources": { params: VisitorSources; result: VisitorSourcesReply };
  /** One organisation, as the asking person may see it. Visitors see the verified ones; the id of a merged one leads to its heir. */
  "organisation.get": { params: GetOrganisation; result: GetOrganisationReply };
  /** Organisations by filters: any value within one, all filters together. The last registered first. Visitors see the verified ones. */
  "organisation.search": { params: SearchOrganisation; result: SearchOrganisationReply };
  /** One idea, as the asking person may see it. */
  "idea.get": { params: GetIdea; result: GetIdeaReply };
  /** Ideas that everybody may see. Any value within one filter, all filters together. */
  "idea.search": { params: SearchIdea; result: SearchIdeaReply };
  /** One programme, and where the asking person's own application stands. */
  "programme.get": { params: GetProgramme; result: GetProgrammeReply };
  /** Programmes that pass every filter given, the last announced first. */
  "programme.search": { params: SearchProgramme; result: SearchProgrammeReply };
  /** What those who run a programme see of it; nobody else does. */
  "programme.cockpit": { params: Cockpit; result: CockpitReply };
  /** Everything the asking person has applied to. */
  "programme.ownApplications": { params: OwnApplications; result: OwnApplicationsReply };
  /** One team. Requests and invitations are shown to its lead, to who runs the programme, and to whom they are about. */
  "team.get": { params: GetTeam; result: GetTeamReply };
  /** Teams and expert groups that pass every filter given, the last formed first; dissolved ones are left out. */
  "team.search": { params: SearchTeam; result: SearchTeamReply };
  /** One project, as the asking person may see it. */
  "project.get": { params: GetProject; result: GetProjectReply };
  /** Projects, the last started first. Any value within one filter, all filters together. */
  "project.search": { params: SearchProject; result: SearchProjectReply };
  /** How far projects have come, and how long each step took. Voided projects count nowhere. */
  "project.funnel": { params: FunnelProject; result: FunnelProjectReply };
  /** In how many projects each district has a site. Voided projects count nowhere. */
  "project.districts": { params: DistrictsProject; result: DistrictsProjectReply };
  /** What one follows, whom one keeps away with person.block, and how one wants to hear of things: one's own, nobody else's. Among what one follows nobody appears who is kept apart. */
  "follow.list": { params: ListFollow; result: ListFollowReply };
  /** What was reported, the newest first: but for what is about oneself, one's organisation or one's own challenge. */
  "person.listReports": { params: ListReports; result: ListReportsReply };
  /** The register, by what is due first. */
  "privacy.listRequests": { params: ListRequests; result: ListRequestsReply };
  /** Whatever has all of the words in its name or its texts, as far as the asking person may see them; the last word may be the beginning of one. The best rank first, of these by kind and id. Umlauts, accents, sharp s and capitals make no difference. */
  "search.find": { params: Find; result: FindReply };
  /** One's own notifications, the newest first. The last 50 of each kind are kept; older ones remain in the feeds. Nobody who is kept apart appears. Live they come in the channel "notifications/UUID". */
  "notifications.list": { params: ListNotifications; result: ListNotificationsReply };
  /** The newest signed checkpoint, at most 100 ms old. The same as GET /log/checkpoint. */
  "log.getCheckpoint": { params: GetCheckpoint; result: GetCheckpointReply };
  /** That the leaf of an event is in the log (RFC 6962, section 2.1.1). Says nothing about the event. */
  "log.proveInclusion": { params: ProveInclusion; result: ProveInclusionReply };
  /** That the log goes on from what it was (RFC 6962, section 2.1.2). */
  "log.proveConsistency": { params: ProveConsistency; result: ProveConsistencyReply };
  /** What opens one leaf: the event's record, its sealed parts as they lie on disk, with the proof that it is in the log. To who did it and to whom it is about, and to who audits. A file NAME.tlog-proof, which fuge log verify-receipt checks. */
  "log.getReceipt": { params: GetReceipt; result: GetReceiptReply };
}

export type Method = keyof Methods;
export type Params<M extends Method> = Methods[M]["params"];
export type Result<M extends Method> = Methods[M]["result"];
