import { z } from 'zod';
import {
  bodyKinds,
  contractKinds,
  decisionKinds,
  initiativeRoles,
  lineKinds,
  origins,
  participations,
  providers,
  stages,
} from '../../rulebook/vocabulary.ts';
import { decisionRecorded } from '../cases/answers.ts';
import {
  day,
  initiativeNamed,
  initiativePlace,
  key,
  level,
  listOf,
  moment,
  personNamed,
  refusal,
  source,
} from '../deeds/answers.ts';
import { oneOf } from '../lib/inputs.ts';
import { organisationKinds } from '../members/organisation.ts';
import { qualifications } from '../people/vocabulary.ts';
import { budgetPhases, fundings, linkKinds, relationKinds } from './vocabulary.ts';

const head = {
  id: key(),
  slug: z.string(),
  name: z.string(),
  summary: z.string(),
  stage: oneOf(stages),
  level: level(),
  origin: oneOf(origins),
  edition: z.string(),
};

export const initiativeList = listOf(
  z
    .strictObject({
      ...head,
      coordinatingOrganisation: z.strictObject({ id: key(), name: z.string() }).nullable(),
      changedAt: moment(),
    })
    .meta({ id: 'InitiativeSummary' }),
);

const decisionNumber = z.int().nullable().describe('Number of the decision; null when there is none');

export const initiativeAnswer = z
  .strictObject({
    ...head,
    endedAs: z.enum(['withdrawn', 'rejected', 'closed', 'retired']).nullable(),
    idea: z.string(),
    purpose: z.string(),
    solution: z.string(),
    interfaces: z.string(),
    localValue: z.string(),
    valueForOthers: z.string(),
    licence: z.string().nullable(),
    coordinatingOrganisation: key().nullable(),
    registeredAt: moment(),
    stageSince: moment(),
    changedAt: moment(),
    links: z.array(z.strictObject({ id: key(), kind: oneOf(linkKinds), title: z.string(), url: z.string() })),
    relations: z.array(
      z.strictObject({
        id: key(),
        kind: oneOf(relationKinds),
        note: z.string(),
        from: initiativeNamed,
        to: initiativeNamed,
      }),
    ),
    participants: z.array(
      z.strictObject({
        id: key(),
        role: oneOf(participations),
        organisation: z.strictObject({ id: key(), name: z.string(), kind: oneOf(organisationKinds) }),
        from: day(),
        to: day().nullable(),
      }),
    ),
    people: z.array(
      z.strictObject({
        id: key(),
        role: oneOf(initiativeRoles),
        person: personNamed.nullable(),
        qualification: oneOf(qualifications),
        from: day(),
        to: day().nullable(),
      }),
    ),
    budgets: z.array(
      z.strictObject({
        id: key(),
        phase: oneOf(budgetPhases),
        amountOere: z.int(),
        funding: oneOf(fundings),
        note: z.string(),
        replaced: z.boolean(),
        approvedBySteeringGroup: decisionNumber,
        approvedByBoard: decisionNumber,
      }),
    ),
  })
  .meta({ id: 'Initiative' });

/** What registering an idea answers. */
export const registeredAnswer = z.strictObject({
  id: head.id,
  slug: head.slug,
  name: head.name,
  stage: head.stage,
  level: head.level,
  origin: head.origin,
  edition: head.edition,
});

/** What moving to another stage answers. */
export const movedAnswer = z.strictObject({
  id: head.id,
  slug: head.slug,
  stage: head.stage,
  level: head.level,
});

/** What placing at a level answers. */
export const placedAnswer = z.strictObject({
  id: head.id,
  slug: head.slug,
  level: z.string(),
  stage: head.stage,
  decision: decisionRecorded,
});

const reading = z.strictObject({
  fact: z.string().optional(),
  says: z.string(),
  value: z.union([z.boolean(), z.number(), z.string()]),
});

export const forecastAnswered = z
  .strictObject({
    initiative: initiativePlace,
    target: z.strictObject({ stage: oneOf(stages), level: z.string(), edition: z.string() }),
    open: z.boolean().describe('Nothing is missing'),
    missing: z.array(
      z.strictObject({
        rule: z.string(),
        kind: oneOf(lineKinds),
        requirement: z.string().optional(),
        says: z.string(),
        who: z.array(oneOf(providers)),
        source,
        because: z.array(reading),
      }),
    ),
    decides: z
      .strictObject({
        rule: z.string(),
        kind: oneOf(decisionKinds),
        bodies: z.array(oneOf(bodyKinds)),
        says: z.string(),
        source,
      })
      .nullable(),
    lapses: z.array(z.strictObject({ rule: z.string(), says: z.string() })),
    steps: z.array(
      z.strictObject({
        order: z.int(),
        does: z.union([
          z.strictObject({ fact: z.string(), value: z.union([z.boolean(), z.number()]) }),
          z.strictObject({ assess: z.string().describe('A requirement') }),
        ]),
        says: z.string(),
        who: oneOf(providers),
        provides: z.array(z.string()),
      }),
    ),
    askedAnew: z
      .array(z.strictObject({ requirement: z.string(), formerly: z.array(z.string()), because: z.string() }))
      .describe('Asked anew because the target’s edition is another'),
    refusals: z.array(refusal).describe('Why there is no way to the target at all'),
  })
  .meta({ id: 'Forecast' });

/** What writing about an initiative answers. */
export const initiativeDescribed = z.strictObject({
  ...initiativeAnswer.pick({
    id: true,
    slug: true,
    name: true,
    summary: true,
    idea: true,
    purpose: true,
    solution: true,
    interfaces: true,
    localValue: true,
    valueForOthers: true,
    licence: true,
    coordinatingOrganisation: true,
  }).shape,
});

/** What taking an organisation in answers. */
export const participantAdded = z.strictObject({
  id: key(),
  organisation: z.string().describe('Its name'),
  role: oneOf(participations),
  from: day(),
});

/** What recording a contract answers. */
export const contractRecorded = z.strictObject({
  id: key(),
  organisation: z.string().describe('Its name'),
  kind: oneOf(contractKinds),
  from: day(),
  to: day().nullable(),
  note: z.string(),
});

/** The contracts of an initiative, the newest first. */
export const contractList = z.strictObject({
  contracts: z.array(
    z.strictObject({
      id: key(),
      kind: oneOf(contractKinds),
      from: day(),
      to: day().nullable(),
      note: z.string(),
      organisation: z.strictObject({ id: key(), slug: z.string(), name: z.string() }),
    }),
  ),
});

/** What appointing somebody answers. */
export const personAppointed = z.strictObject({
  id: key(),
  person: personNamed,
  role: oneOf(initiativeRoles),
  qualification: oneOf(qualifications),
  from: day(),
});

/** What adding a link answers. */
export const linkAdded = z.strictObject({
  id: key(),
  kind: oneOf(linkKinds),
  url: z.string(),
  title: z.string(),
});

/** What relating two initiatives answers. */
export const relationAdded = z.strictObject({
  id: key(),
  kind: oneOf(relationKinds),
  other: initiativeNamed,
  note: z.string(),
});

/** What proposing an economy answers. */
export const budgetProposed = z.strictObject({
  id: key(),
  phase: oneOf(budgetPhases),
  amountOere: z.int(),
  funding: oneOf(fundings),
});

/** What moving to another edition answers. */
export const editionChanged = z.strictObject({
  id: head.id,
  slug: head.slug,
  edition: head.edition,
  carriedOver: z.array(z.string()).describe('The requirements whose answers have come along'),
});

/** What withdrawing an idea or concept answers. */
export const initiativeWithdrawn = z.strictObject({
  id: head.id,
  slug: head.slug,
  stage: z.literal('retired'),
  endedAs: z.literal('withdrawn'),
});
