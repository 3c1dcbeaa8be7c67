import { z } from 'zod';
import type { Deed } from '../../deeds/deed.ts';
import { notFound } from '../../deeds/failure.ts';
import { defineQuery, type Query } from '../../deeds/query.ts';
import { idOrSlug } from '../../lib/inputs.ts';
import { meetingFor } from '../load.ts';
import { minutesAnswer, remarkList, versionList } from './answers.ts';
import { answerRemark } from './commands/answer-remark.ts';
import { approveMinutes } from './commands/approve-minutes.ts';
import { correctMinutes } from './commands/correct-minutes.ts';
import { draftMinutes } from './commands/draft-minutes.ts';
import { publishMinutes } from './commands/publish-minutes.ts';
import { remarkOnMinutes } from './commands/remark-on-minutes.ts';
import { writeItemNotes } from './commands/write-item-notes.ts';
import {
  approvalsOf,
  minutesAccess,
  minutesNamed,
  minutesVersions,
  readMinutes,
  remarksOn,
} from './queries.ts';

/** What can be done with the minutes of a meeting. */
export const minutesDeeds: readonly Deed[] = [
  writeItemNotes,
  draftMinutes,
  remarkOnMinutes,
  answerRemark,
  approveMinutes,
  publishMinutes,
  correctMinutes,
];

const params = z.object({ id: idOrSlug() });
const version = z.coerce.number().int().min(1).max(10_000).optional();

export const minutesQueries: readonly Query[] = [
  defineQuery({
    name: 'get-minutes',
    title: { da: 'Referatet af et møde', en: 'The minutes of a meeting' },
    path: '/meetings/:id/minutes',
    params,
    query: z.object({ version }),
    grounds: ['anyone'],
    answers: minutesAnswer,
    run: async ({ db, params: { id }, query, actor }) => {
      const meeting = await meetingFor(db, id, actor);
      const access = await minutesAccess(db, meeting, actor);
      const { minutes, standing } = await readMinutes(db, meeting, access, query.version);
      return { ...standing, ...minutes };
    },
  }),
  defineQuery({
    name: 'list-minutes-versions',
    title: { da: 'Udgaver af et referat', en: 'Versions of minutes' },
    path: '/meetings/:id/minutes/versions',
    params,
    query: z.object({}),
    grounds: ['anyone'],
    answers: versionList,
    run: async ({ db, params: { id }, actor }) => {
      const meeting = await meetingFor(db, id, actor);
      return { items: await minutesVersions(db, meeting.id, await minutesAccess(db, meeting, actor)) };
    },
  }),
  defineQuery({
    name: 'list-minutes-remarks',
    title: { da: 'Bemærkninger og godkendelser', en: 'Remarks and approvals' },
    path: '/meetings/:id/minutes/remarks',
    params,
    query: z.object({ version }),
    grounds: ['community-person'],
    answers: remarkList,
    run: async ({ db, params: { id }, query, actor }) => {
      const meeting = await meetingFor(db, id, actor);
      const access = await minutesAccess(db, meeting, actor);
      if (!access.inside) throw notFound(minutesNamed);
      const { standing } = await readMinutes(db, meeting, access, query.version);
      const [remarks, approvals] = await Promise.all([
        remarksOn(db, meeting.id, standing.version),
        approvalsOf(db, meeting, standing.version),
      ]);
      return {
        items: remarks.map((row) => ({
          id: row.id,
          person: { id: row.personId, name: row.personName },
          remark: row.remark,
          writtenAt: row.writtenAt,
          answer: row.answer,
          answeredAt: row.answeredAt,
        })),
        approved: approvals.approved,
        awaited: approvals.awaited,
      };
    },
  }),
];
