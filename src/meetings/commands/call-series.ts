import { z } from 'zod';
import { bodyBy } from '../../bodies/load.ts';
import { bodyOptions } from '../../cases/options.ts';
import { defineDeed } from '../../deeds/deed.ts';
import { newId } from '../../lib/id.ts';
import { idOrSlug, isoDate, optionalLine, oneOf, timeOfDay } from '../../lib/inputs.ts';
import { seriesAnswer } from '../answers.ts';
import { buildAgenda } from '../build-agenda.ts';
import { meetingPermissions } from '../permissions.ts';
import { problem } from '../said.ts';
import { rhythms, seriesDays } from '../series.ts';
import { spanOf, whenFields } from '../when.ts';
import { scopeOfBodyCalled, writeMeeting } from './call-meeting.ts';

/** Calls a body together again and again: the year plan in one go. Each meeting stands for itself afterwards. */
export const callSeries = defineDeed({
  name: 'call-series',
  title: { da: 'Indkald til en række møder', en: 'Call a series of meetings' },
  explains: {
    da: 'Hvert møde kan siden flyttes eller aflyses for sig. Det, der venter, kommer på det første.',
    en: 'Each meeting can be moved or cancelled by itself afterwards. What waits goes on the first.',
  },
  done: { da: 'Møderne er indkaldt.', en: 'The meetings are called.' },
  api: { method: 'POST', path: '/meeting-series', status: 201 },
  answers: seriesAnswer,
  form: '/meetings/series/new',
  params: z.object({}),
  input: z.object({
    body: idOrSlug(),
    on: isoDate(),
    from: timeOfDay(),
    until: timeOfDay(),
    every: oneOf(rhythms),
    times: z.coerce.number().int({ error: 'whole-number' }).min(2).max(24),
    place: optionalLine(200),
  }),
  grounds: meetingPermissions['call-series'],
  fields: [
    {
      name: 'body',
      kind: 'select',
      label: { da: 'Organ', en: 'Body' },
      required: true,
      options: bodyOptions,
    },
    { ...(whenFields[0] as (typeof whenFields)[number]), label: { da: 'Første dag', en: 'First day' } },
    ...whenFields.slice(1, 3),
    {
      name: 'every',
      kind: 'select',
      label: { da: 'Hvor tit', en: 'How often' },
      required: true,
      options: Object.entries(rhythms).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'times',
      kind: 'number',
      label: { da: 'Antal møder', en: 'Number of meetings' },
      hint: { da: 'Fra 2 til 24', en: 'From 2 to 24' },
      required: true,
    },
    { name: 'place', kind: 'text', label: { da: 'Sted', en: 'Place' } },
  ],
  scope: (db, _, input) => scopeOfBodyCalled(db, input?.body),
  formScope: (db, query) =>
    scopeOfBodyCalled(db, typeof query['body'] === 'string' ? query['body'] : undefined),
  prefill: async (db, _, __, given) => {
    const body = typeof given['body'] === 'string' ? await bodyBy(db, given['body']) : null;
    return body ? { body: body.id } : {};
  },
  run: async ({ tx, input, actor, now, today }) => {
    const body = await bodyBy(tx, input.body);
    if (body.closed_on !== null) return problem('body', 'Organet er nedlagt.', 'The body is closed.');
    const first = spanOf(input);
    if ('problems' in first) return first;
    const series = newId();
    const numbers: number[] = [];
    for (const on of seriesDays(input.on, input.every, input.times)) {
      const span = spanOf({ ...input, on });
      if ('problems' in span) return span;
      const meeting = await writeMeeting(tx, body, {
        kind: 'ordinary',
        title: '',
        ...span,
        place: input.place,
        onlineUrl: null,
        papersDueOn: null,
        seriesId: series,
        personId: actor.id,
        now,
      });
      await buildAgenda(tx, meeting, { now, today });
      numbers.push(meeting.number);
    }
    return {
      output: { series, meetings: numbers },
      subject: { kind: 'body', id: body.id },
      initiativeId: body.initiative_id,
      after: { meetings: numbers, from: input.on, every: input.every },
      next: `/bodies/${body.slug}/meetings?year=${input.on.slice(0, 4)}`,
    };
  },
});
