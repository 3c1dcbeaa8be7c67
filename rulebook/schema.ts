import { titledRoles } from './titles.ts';
import { facts } from './facts.ts';
import type { JsonSchema } from './json-schema.ts';
import {
  keys,
  listOf,
  mapOf,
  nonEmpty,
  optionalText,
  record,
  ref,
  sharedDefinitions,
  yes,
} from './schema-parts.ts';
import {
  bodyKinds,
  contractKinds,
  decisionKinds,
  lineKinds,
  origins,
  providers,
  seatRoles,
  stages,
  themes,
  verdicts,
  weights,
} from './vocabulary.ts';

const line = {
  id: ref('id'),
  kind: keys(lineKinds),
  label: ref('text'),
  says: ref('text'),
  source: ref('source'),
  weight: keys(weights),
  level: ref('id'),
  'liftedAt?': ref('id'),
  due: keys(stages),
  'origin?': keys(origins),
  'onLevelChange?': yes,
  condition: ref('condition'),
  provider: keys(providers),
  examples: listOf(ref('example')),
};

const seatRule: JsonSchema = {
  anyOf: [
    record({ kind: { type: 'string', const: 'exactly-one' }, role: keys(seatRoles) }),
    record({
      kind: { type: 'string', const: 'at-least' },
      n: { type: 'integer', minimum: 1 },
      voting: yes,
    }),
    record({
      kind: { type: 'string', const: 'at-least-from' },
      from: keys(bodyKinds),
      n: { type: 'integer', minimum: 1 },
    }),
    record({ kind: { type: 'string', const: 'voting-majority-from' }, from: keys(bodyKinds) }),
    record({ kind: { type: 'string', const: 'no-vote' }, role: keys(seatRoles) }),
    record({
      kind: { type: 'string', const: 'not-member' },
      who: { type: 'string', const: 'project-manager' },
    }),
    record({ kind: { type: 'string', const: 'one-seat-per-organisation' } }),
  ],
};

const definitions: Readonly<Record<string, JsonSchema>> = {
  ...sharedDefinitions,
  facts: {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(facts).map(([id, fact]): [string, JsonSchema] => [
        id,
        fact.type === 'number' ? { type: 'integer', minimum: 0 } : { type: 'boolean' },
      ]),
    ),
    additionalProperties: false,
  },
  condition: {
    anyOf: [
      record({ claimed: yes }),
      record({ is: keys(facts), 'value?': { type: 'boolean' } }),
      record({ atLeast: keys(facts), n: { type: 'integer', minimum: 1 } }),
      record({ all: listOf(ref('condition'), 1) }),
      record({ any: listOf(ref('condition'), 1) }),
    ],
  },
  example: record({
    says: ref('text'),
    'facts?': ref('facts'),
    'verdict?': keys(verdicts),
    satisfied: { type: 'boolean' },
  }),
  level: record({
    id: ref('id'),
    rank: { type: 'integer', minimum: 0 },
    name: ref('text'),
    short: ref('text'),
    says: ref('text'),
    source: ref('source'),
    formWord: { type: 'string', pattern: '\\S' },
  }),
  requirement: record({
    ...line,
    theme: keys(themes),
    'formLabel?': optionalText,
    guidance: ref('text'),
    'formerly?': mapOf(listOf(ref('id'))),
  }),
  need: record(line),
  title: record({ da: nonEmpty, en: nonEmpty, the: ref('text') }),
  gate: record({
    id: ref('id'),
    from: keys(stages),
    to: keys(stages),
    'origin?': keys(origins),
    says: ref('text'),
    source: ref('source'),
    decision: mapOf({ anyOf: [keys(decisionKinds), { type: 'null' }] }),
    carriedOutBy: listOf(keys(providers), 1),
    kind: { type: 'string', enum: ['forward', 'back', 'out'] },
  }),
  body: record({
    kind: keys(bodyKinds),
    says: ref('text'),
    source: ref('source'),
    minimumVoting: { type: 'integer', minimum: 0 },
    quorumPercent: { type: ['integer', 'null'], minimum: 1, maximum: 100 },
    tie: { type: 'string', enum: ['chair-decides', 'falls'] },
    ofInitiative: { type: 'boolean' },
    'facilitation?': record({
      id: ref('id'),
      says: ref('text'),
      cure: ref('text'),
      source: ref('source'),
      examples: listOf(
        record({
          says: ref('text'),
          facts: record({
            supplier: { type: 'boolean' },
            groups: { type: 'integer', minimum: 1 },
            contracts: listOf(keys(contractKinds)),
          }),
          neutral: { type: 'boolean' },
        }),
        1,
      ),
    }),
  }),
  seat: record({
    person: { type: 'string', pattern: '\\S' },
    organisation: { type: ['string', 'null'] },
    role: keys(seatRoles),
    voting: { type: 'boolean' },
    from: ref('date'),
    to: { anyOf: [ref('date'), { type: 'null' }] },
    alsoIn: listOf(keys(bodyKinds)),
    'isProjectManager?': { type: 'boolean' },
  }),
  composition: record({
    id: ref('id'),
    body: keys(bodyKinds),
    'level?': ref('id'),
    rule: seatRule,
    weight: { type: 'string', enum: ['must', 'should'] },
    cureWithinDays: { type: 'integer', minimum: 0 },
    says: ref('text'),
    cure: ref('text'),
    source: ref('source'),
    examples: listOf(
      record({ says: ref('text'), seats: listOf(ref('seat')), breached: { type: 'boolean' } }),
    ),
  }),
  decisionRight: record({
    id: ref('id'),
    kind: keys(decisionKinds),
    levels: listOf(ref('id'), 1),
    proposes: listOf(keys(providers), 1),
    heard: listOf(keys(providers)),
    decides: listOf(keys(bodyKinds), 1),
    majority: { type: 'string', enum: ['simple', 'two-thirds'] },
    recommendation: { type: 'boolean' },
    says: ref('text'),
    source: ref('source'),
  }),
  duty: record({ id: ref('id'), says: ref('text'), source: ref('source'), carriedBy: listOf(ref('id')) }),
  leftToPeople: record({ duty: ref('id'), because: ref('text') }),
};

/** The published schema of an edition in JSON. */
export const editionSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Edition of a rulebook',
  description:
    'Levels, requirements, gates, bodies and decision rights of a community, as records. The static checks say whether they fit together.',
  $defs: definitions,
  ...record({
    id: ref('id'),
    name: ref('text'),
    document: ref('source'),
    inForceFrom: ref('date'),
    inForceUntil: { anyOf: [ref('date'), { type: 'null' }] },
    levels: listOf(ref('level'), 1),
    themes: listOf(keys(themes), 1),
    verdicts: listOf(keys(verdicts), 1),
    explainAnywhere: { type: 'boolean' },
    judgement: { type: 'string', enum: ['each-line', 'overall'] },
    requirements: mapOf(ref('requirement')),
    needs: mapOf(ref('need')),
    gates: listOf(ref('gate'), 1),
    bodies: listOf(ref('body'), 1),
    composition: listOf(ref('composition')),
    decisionRights: listOf(ref('decisionRight'), 1),
    titles: record(
      Object.fromEntries(
        [...Object.keys(seatRoles), ...Object.keys(bodyKinds)].map((name) => [
          (titledRoles as readonly string[]).includes(name) ? name : `${name}?`,
          ref('title'),
        ]),
      ),
    ),
    choices: listOf(ref('choice')),
    duties: listOf(ref('duty')),
    leftToPeople: listOf(ref('leftToPeople')),
  }),
};
