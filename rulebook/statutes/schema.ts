import type { JsonSchema } from '../json-schema.ts';
import { just, keys, listOf, orNull, record, ref, sharedDefinitions, yes } from '../schema-parts.ts';
import { bodyKinds, seatRoles } from '../vocabulary.ts';
import { settings, type SettingType } from './settings.ts';

const whole = (minimum: number, maximum?: number): JsonSchema => ({
  type: 'integer',
  minimum,
  ...(maximum === undefined ? {} : { maximum }),
});
const oneOf = (...words: readonly string[]): JsonSchema => ({ type: 'string', enum: words });
const truth: JsonSchema = { type: 'boolean' };

const values: Readonly<Record<SettingType, JsonSchema>> = {
  count: whole(0, 1_000_000),
  span: record({ n: whole(1, 400), unit: oneOf('days', 'weeks', 'months') }),
  share: record({ part: whole(1, 1000), of: whole(1, 1000) }),
  day: record({ month: whole(1, 12), day: whole(1, 31) }),
  months: listOf(whole(1, 12), 1),
  majority: record({ kind: oneOf('simple', 'two-thirds'), base: oneOf('cast', 'present', 'all') }),
  tie: oneOf('chair-decides', 'falls', 'lot'),
  years: oneOf('odd', 'even', 'every'),
  body: keys(bodyKinds),
  yes,
  names: listOf(ref('text'), 1),
  agenda: listOf(
    record({
      key: ref('id'),
      title: ref('text'),
      kind: oneOf('information', 'discussion', 'decision'),
      place: oneOf('first', 'last'),
      'elects?': oneOf('meeting-chair', 'chair', 'member', 'substitute', 'auditor'),
      'holdsProposals?': yes,
    }),
    1,
  ),
};

const assemblyKind = oneOf('ordinary', 'extraordinary');
const deadlineKind = oneOf('notice', 'proposals', 'papers', 'minutes');
const date = ref('date');
const year = whole(1900, 2999);

const question: JsonSchema = {
  anyOf: [
    record({ asks: just('votes'), employees: whole(0) }),
    record({ asks: just('left-on'), registeredOn: date }),
    record({ asks: just('fee-percent'), joinedOn: date }),
    record({ asks: just('indexed-fee'), fee: whole(0), newIndex: whole(1), oldIndex: whole(1) }),
    record({ asks: just('board-complete'), members: whole(0) }),
    record({ asks: just('board-seats'), ofOneMember: whole(0) }),
    record({ asks: just('board-quorum'), members: whole(0) }),
    record({ asks: just('board-can-decide'), members: whole(0), present: whole(0) }),
    record({
      asks: just('carries'),
      question: oneOf('assembly', 'board', 'election', 'statutes', 'dissolution'),
      for: whole(0),
      against: whole(0),
      abstaining: whole(0),
      'chairFor?': truth,
    }),
    record({ asks: just('on-election'), role: oneOf('chair', 'member'), electedIn: year, year }),
    record({ asks: just('substitute-until'), electedIn: year, stepsInOn: date }),
    record({ asks: just('in-season'), meeting: date }),
    record({ asks: just('last-day'), of: deadlineKind, kind: assemblyKind, meeting: date }),
    record({ asks: just('in-time'), of: deadlineKind, kind: assemblyKind, meeting: date, done: date }),
    record({ asks: just('held-in-time'), treatedOn: date, meeting: date }),
    record({ asks: just('members-needed'), members: whole(0) }),
  ],
};

/** The published schema of an edition of statutes in JSON. */
export const statutesSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Edition of statutes',
  description:
    'What the statutes of an association set, rule by rule, and what they leave open, as records. The static checks say whether they fit together.',
  $defs: {
    ...sharedDefinitions,
    question,
    settings: {
      type: 'object',
      properties: Object.fromEntries(Object.entries(settings).map(([id, { type }]) => [id, values[type]])),
      additionalProperties: false,
    },
    example: record({
      says: ref('text'),
      question: ref('question'),
      answer: { type: ['string', 'integer', 'boolean', 'null'] },
    }),
    rule: record({
      id: ref('id'),
      label: ref('text'),
      says: ref('text'),
      source: ref('source'),
      sets: ref('settings'),
      'leftToPeople?': ref('text'),
      examples: listOf(ref('example')),
    }),
    gap: record({
      id: ref('id'),
      body: orNull(keys(bodyKinds)),
      question: ref('text'),
      meanwhile: ref('text'),
      leaves: listOf(keys(settings)),
      sources: listOf(ref('source'), 1),
    }),
    title: record({
      role: oneOf(...Object.keys(seatRoles), 'secretariat'),
      title: ref('text'),
      source: ref('source'),
    }),
  },
  ...record({
    id: ref('id'),
    name: ref('text'),
    document: ref('source'),
    inForceFrom: ref('date'),
    inForceUntil: orNull(ref('date')),
    textKnown: truth,
    rules: listOf(ref('rule'), 1),
    gaps: listOf(ref('gap')),
    choices: listOf(ref('choice')),
    titles: listOf(ref('title'), 1),
  }),
};
