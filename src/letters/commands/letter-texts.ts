import { z } from 'zod';
import { languages, type Language } from '../../../rulebook/vocabulary.ts';
import { defineDeed, type Deed, type Problem } from '../../deeds/deed.ts';
import { line, oneOf, prose } from '../../lib/inputs.ts';
import { textAnswer } from '../answers.ts';
import { defaultTexts } from '../default-texts.ts';
import { templateProblem, wordsOf, type Template } from '../fill.ts';
import { letterKinds, type LetterKindId } from '../kinds.ts';
import { letterPermissions } from '../permissions.ts';
import { textBy } from '../queries.ts';
import { exampleLetter, type TrueEvents } from '../examples.ts';

const params = z.object({ kind: oneOf(letterKinds), language: z.enum(languages) });
type Params = z.output<typeof params>;

const addressOf = ({ kind, language }: Params): string => `/letters/texts/${kind}/${language}`;
const subjectOf = ({ kind, language }: Params) => ({
  kind: 'letter-text' as const,
  id: `${kind}.${language}`,
});

/** Words that cannot be filled in, each at its field. */
function problemsIn(text: Template, kind: LetterKindId, language: Language): Problem[] {
  return (['subject', 'body'] as const).flatMap((path) => {
    const says = templateProblem(text[path], kind, language);
    return says ? [{ path, says }] : [];
  });
}

/**
 * The deeds with the texts of mails.
 * @param trueEvents what has really happened last, for the preview of a text
 */
export const letterTextDeeds = (trueEvents: TrueEvents): readonly Deed[] => [
  defineDeed({
    name: 'change-letter-text',
    title: { da: 'Ret mailens tekst', en: 'Change the mail’s text' },
    explains: {
      da: 'Ord i krøllede parenteser udfyldes i hver mail. En linje, hvor der intet er at udfylde, udelades. Hvorfor man får mailen, og hvordan man ændrer det, står altid til sidst.',
      en: 'Words in curly brackets are filled in in each mail. A line with nothing to fill in is left out. Why one gets the mail, and how to change that, always stands at the end.',
    },
    done: { da: 'Teksten er gemt og bruges fra nu af.', en: 'The text is saved and is used from now on.' },
    api: { method: 'PUT', path: '/letter-texts/:kind/:language' },
    answers: textAnswer,
    form: '/letters/texts/:kind/:language',
    params,
    input: z.object({ subject: line(200), body: prose(5_000) }),
    grounds: letterPermissions['change-letter-text'],
    fields: [],
    fieldsNow: async ({ params: asked }) => {
      const { kind, language } = params.parse(asked);
      const can = wordsOf(kind, language).join(' ');
      return [
        { name: 'subject', kind: 'text', label: { da: 'Emne', en: 'Subject' }, required: true },
        {
          name: 'body',
          kind: 'textarea',
          label: { da: 'Tekst', en: 'Text' },
          hint: {
            da: `Kan udfyldes: ${can}. En tom linje giver et nyt afsnit; en streg og et mellemrum først på linjen et punkt på en liste.`,
            en: `Can be filled in: ${can}. An empty line makes a new paragraph; a dash and a space at the beginning of a line a point of a list.`,
          },
          required: true,
        },
      ];
    },
    about: async () => ({
      href: '/letters/texts',
      label: { da: 'Mailtekster', en: 'Texts of mails' },
    }),
    scope: async () => ({}),
    prefill: async (db, { kind, language }) => {
      const { subject, body } = await textBy(db, kind, language);
      return { subject, body };
    },
    preview: async ({ app, db, params: { kind, language }, input, now }) => ({
      effects: [
        {
          da: `Alle nye mails »${letterKinds[kind].name.da}« på ${language === 'da' ? 'dansk' : 'engelsk'} får denne tekst.`,
          en: `All new mails “${letterKinds[kind].name.en}” in ${language === 'da' ? 'Danish' : 'English'} get this text.`,
        },
      ],
      refusals: [],
      problems: problemsIn(input, kind, language),
      example: await exampleLetter(app, db, trueEvents, { kind, language, text: input, now }),
    }),
    run: async ({ tx, params: asked, input, actor, now }) => {
      const { kind, language } = asked;
      const problems = problemsIn(input, kind, language);
      if (problems.length > 0) return { problems };
      const before = await textBy(tx, kind, language);
      const row = { subject: input.subject, body: input.body, changed_by: actor.id, changed_at: now };
      await tx
        .insertInto('letter_templates')
        .values({ kind, language, ...row })
        .onConflict((conflict) => conflict.columns(['kind', 'language']).doUpdateSet(row))
        .execute();
      return {
        output: { kind, language, ...input, own: true },
        subject: subjectOf(asked),
        before: { subject: before.subject, body: before.body },
        after: { ...input },
        next: addressOf(asked),
      };
    },
  }),
  defineDeed({
    name: 'restore-letter-text',
    title: { da: 'Gå tilbage til standardteksten', en: 'Go back to the standard text' },
    explains: {
      da: 'Jeres egen tekst bruges ikke mere. Den står stadig i journalen.',
      en: 'Your own text is no longer used. It still stands in the journal.',
    },
    done: { da: 'Standardteksten bruges igen.', en: 'The standard text is used again.' },
    api: { method: 'DELETE', path: '/letter-texts/:kind/:language' },
    answers: textAnswer,
    form: '/letters/texts/:kind/:language/restore',
    params,
    input: z.object({}),
    grounds: letterPermissions['restore-letter-text'],
    fields: [],
    about: async (_, asked) => ({ href: addressOf(asked), label: letterKinds[asked.kind].name }),
    scope: async () => ({}),
    run: async ({ tx, params: asked }) => {
      const { kind, language } = asked;
      const before = await textBy(tx, kind, language);
      await tx
        .deleteFrom('letter_templates')
        .where('kind', '=', kind)
        .where('language', '=', language)
        .execute();
      const text = defaultTexts[kind][language];
      return {
        output: { kind, language, ...text, own: false },
        subject: subjectOf(asked),
        before: { subject: before.subject, body: before.body },
        after: { ...text },
        next: addressOf(asked),
      };
    },
  }),
];
