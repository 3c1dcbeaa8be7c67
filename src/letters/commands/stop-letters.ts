import { z } from 'zod';
import { defineDeed } from '../../deeds/deed.ts';
import { notFound } from '../../deeds/failure.ts';
import { stoppedAnswer } from '../answers.ts';
import { letterPermissions } from '../permissions.ts';
import { readToken } from '../unsubscribe-link.ts';
import { keepChoice } from './choose-letters.ts';

export const linkNamed = { da: 'Linket', en: 'link' };

/** Turns off mails about one topic by the signed link of a mail (RFC 8058): it is the link that gives the right. */
export const stopLetters = defineDeed({
  name: 'stop-letters',
  title: { da: 'Slå disse mails fra', en: 'Turn these mails off' },
  explains: {
    da: 'Du får ikke flere mails om dette. Meddelelser efter vedtægterne kommer stadig.',
    en: 'You get no more mails about this. Notices by the statutes still come.',
  },
  done: { da: 'Mailene er slået fra.', en: 'The mails are turned off.' },
  api: { method: 'POST', path: '/letter-stops/:token' },
  answers: stoppedAnswer,
  form: null,
  params: z.object({ token: z.string().max(200) }),
  input: z.object({}),
  grounds: letterPermissions['stop-letters'],
  fields: [],
  scope: async () => ({}),
  run: async ({ app, tx, params, now }) => {
    const about = await readToken(tx, params.token, app.clock());
    if (!about) throw notFound(linkNamed);
    await keepChoice(tx, about.personId, about.topic, 'never', now);
    return {
      output: { topic: about.topic, how: 'never' },
      subject: { kind: 'person', id: about.personId },
      after: { letters: { [about.topic]: 'never' } },
    };
  },
});
