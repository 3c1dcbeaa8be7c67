/**
 * The words every edition of the rulebook is written with. Each list is a table whose keys are the type:
 * nothing outside a list compiles, nothing in a list lacks a Danish and an English word.
 */

/** A sentence or a name in both languages of the interface. */
export interface Text {
  readonly da: string;
  readonly en: string;
}

export const languages = ['da', 'en'] as const;
export type Language = (typeof languages)[number];

/** The life of an initiative, in order (report §5.2, p. 16). `retired` is final. */
export const stages = {
  idea: { da: 'idé', en: 'idea' },
  concept: { da: 'koncept', en: 'concept' },
  project: { da: 'projekt', en: 'project' },
  product: { da: 'produkt', en: 'product' },
  retired: { da: 'afsluttet', en: 'retired' },
} as const satisfies Record<string, Text>;
export type Stage = keyof typeof stages;

/** Where an initiative comes from (report §5.2, p. 17: a finished product may be handed over). */
export const origins = {
  community: { da: 'udviklet i fællesskabet', en: 'developed in the community' },
  outside: { da: 'overdraget udefra', en: 'handed over from outside' },
} as const satisfies Record<string, Text>;
export type Origin = keyof typeof origins;

/** The four themes of every level (report §5.1, p. 15). */
export const themes = {
  relevance: { da: 'Relevans', en: 'Relevance' },
  formal: { da: 'Formkrav', en: 'Formal requirements' },
  strategic: { da: 'Strategisk sammenhæng', en: 'Strategic coherence' },
  governance: { da: 'Governance', en: 'Governance' },
} as const satisfies Record<string, Text>;
export type Theme = keyof typeof themes;

/** How binding a requirement is. `comply-or-explain` is met by a reasoned explanation too. */
export const weights = {
  must: { da: 'skal', en: 'must' },
  should: { da: 'bør (anbefaling)', en: 'should (recommendation)' },
  'comply-or-explain': { da: 'følg eller forklar', en: 'comply or explain' },
} as const satisfies Record<string, Text>;
export type Weight = keyof typeof weights;

/** What a person may say about a requirement. Which of them an edition allows is the edition's own. */
export const verdicts = {
  met: { da: 'opfyldt', en: 'met' },
  partly: { da: 'delvist', en: 'partly' },
  planned: { da: 'planlagt', en: 'planned' },
  explained: { da: 'forklaret', en: 'explained' },
  unmet: { da: 'ikke opfyldt', en: 'unmet' },
  'not-relevant': { da: 'ikke relevant', en: 'not relevant' },
  unknown: { da: 'uafklaret', en: 'unknown' },
} as const satisfies Record<string, Text>;
export type Verdict = keyof typeof verdicts;

/** Whose word a verdict is. The community's word counts where it has spoken. */
export const voices = {
  self: { da: 'selvevaluering', en: 'self-evaluation' },
  community: { da: 'fællesskabets evaluering', en: 'the community’s evaluation' },
} as const satisfies Record<string, Text>;
export type Voice = keyof typeof voices;

export const bodyKinds = {
  'general-assembly': { da: 'generalforsamling', en: 'general assembly' },
  board: { da: 'bestyrelse', en: 'board' },
  secretariat: { da: 'sekretariat', en: 'secretariat' },
  'steering-group': { da: 'styregruppe', en: 'steering group' },
  'coordination-group': { da: 'koordinationsgruppe', en: 'coordination group' },
  'super-user-network': { da: 'superbrugernetværk', en: 'super-user network' },
  'professional-committee': { da: 'fagligt udvalg', en: 'professional committee' },
  'expert-group': { da: 'faggruppe', en: 'expert group' },
} as const satisfies Record<string, Text>;
export type BodyKind = keyof typeof bodyKinds;

/** Roles a seat in a body can carry. Titles shown to people belong to the edition. */
export const seatRoles = {
  chair: { da: 'formand', en: 'chair' },
  'deputy-chair': { da: 'næstformand', en: 'deputy chair' },
  member: { da: 'medlem', en: 'member' },
  substitute: { da: 'suppleant', en: 'substitute' },
  'business-manager': { da: 'forretningsleder', en: 'business manager' },
  staff: { da: 'medarbejder', en: 'staff' },
  secretary: { da: 'sekretær', en: 'secretary' },
  observer: { da: 'observatør', en: 'observer' },
} as const satisfies Record<string, Text>;
export type SeatRole = keyof typeof seatRoles;

/** Roles a person can have in an initiative outside its bodies (report §4.1.4, p. 11). */
export const initiativeRoles = {
  'project-owner': { da: 'projektejer', en: 'project owner' },
  'project-manager': { da: 'projektleder', en: 'project manager' },
} as const satisfies Record<string, Text>;
export type InitiativeRole = keyof typeof initiativeRoles;

/** What an organisation does in an initiative. Five different things, never mixed. */
export const participations = {
  'takes-part': { da: 'deltager', en: 'takes part' },
  joined: { da: 'tilsluttet', en: 'joined' },
  uses: { da: 'anvender', en: 'uses' },
  contributes: { da: 'bidrager', en: 'contributes' },
  hosts: { da: 'driver', en: 'hosts' },
} as const satisfies Record<string, Text>;
export type Participation = keyof typeof participations;

/** A supplier's tie to a product: develops it, operates it, or operates it on the contract that all its users share. */
export const contractKinds = {
  development: { da: 'udvikling', en: 'development' },
  operation: { da: 'drift', en: 'operation' },
  'shared-operation': { da: 'fælles drift', en: 'shared operation' },
} as const satisfies Record<string, Text>;
export type ContractKind = keyof typeof contractKinds;

/** What can be put before a body. A new kind does not compile in an edition until it has a decision right. */
export const decisionKinds = {
  placement: { da: 'indplacering', en: 'placement at a level' },
  approval: { da: 'godkendelse af koncept', en: 'approval of a concept' },
  'level-change': { da: 'niveauskifte', en: 'change of level' },
  adoption: { da: 'optagelse af færdigt produkt', en: 'adoption of a finished product' },
  'steering-group': { da: 'godkendelse af styregruppe', en: 'approval of a steering group' },
  economy: { da: 'godkendelse af økonomi', en: 'approval of economy' },
  reconsideration: { da: 'genovervejelse', en: 'reconsideration' },
  closing: { da: 'lukning', en: 'closing' },
  evaluation: { da: 'uenighed om evaluering', en: 'disagreement on an evaluation' },
  information: { da: 'orientering', en: 'information' },
} as const satisfies Record<string, Text>;
export type DecisionKind = keyof typeof decisionKinds;

/** What a body can answer a case with. */
export const outcomes = {
  approved: { da: 'godkendt', en: 'approved' },
  'approved-with-conditions': { da: 'godkendt med betingelser', en: 'approved with conditions' },
  'sent-back': { da: 'sendt tilbage med punkter', en: 'sent back with points' },
  rejected: { da: 'afvist', en: 'rejected' },
  postponed: { da: 'udsat', en: 'postponed' },
  referred: { da: 'henvist', en: 'referred' },
  noted: { da: 'taget til efterretning', en: 'noted' },
} as const satisfies Record<string, Text>;
export type Outcome = keyof typeof outcomes;

/** What a missing line is about: tells the reader where to look. */
export const lineKinds = {
  requirement: { da: 'krav', en: 'requirement' },
  body: { da: 'organ', en: 'body' },
  seat: { da: 'plads', en: 'seat' },
  person: { da: 'person', en: 'person' },
  decision: { da: 'beslutning', en: 'decision' },
  money: { da: 'økonomi', en: 'money' },
  document: { da: 'dokument', en: 'document' },
} as const satisfies Record<string, Text>;
export type LineKind = keyof typeof lineKinds;

/** Who can bring a missing thing about. */
export const providers = {
  'project-manager': { da: 'projektlederen', en: 'the project manager' },
  'project-owner': { da: 'projektejeren', en: 'the project owner' },
  'business-manager': { da: 'forretningslederen', en: 'the business manager' },
  secretariat: { da: 'sekretariatet', en: 'the secretariat' },
  board: { da: 'bestyrelsen', en: 'the board' },
  'steering-group': { da: 'styregruppen', en: 'the steering group' },
  'coordination-group': { da: 'koordinationsgruppen', en: 'the coordination group' },
  participants: { da: 'de deltagende organisationer', en: 'the organisations taking part' },
} as const satisfies Record<string, Text>;
export type Provider = keyof typeof providers;

/** One registered fact: what it says when true, who brings it about, and what else the same deed brings. */
export interface Fact {
  readonly type: 'boolean' | 'number';
  readonly kind: LineKind;
  /** The fact as a statement, for "because" lines: "there is a steering group". */
  readonly says: Text;
  /** The same as something to do, for steps: "Set up a steering group". */
  readonly step: Text;
  readonly provider: Provider;
  /** Other facts that doing this step makes true as well. */
  readonly brings: readonly string[];
  /** Worked out from the level asked about, never stored (see judge.ts). */
  readonly derived?: true;
}
