import { z } from 'zod';
import { lineById } from '../../rulebook/judge.ts';
import { voices, type Text, type Voice } from '../../rulebook/vocabulary.ts';
import type { Field, FieldContext, Option } from '../deeds/deed.ts';
import type { Db } from '../db/client.ts';
import { idOrSlug } from '../lib/inputs.ts';
import type { Actor } from '../people/actor.ts';
import { groundFor, type Scope } from '../people/grounds.ts';
import { initiativeBy } from '../portfolio/load.ts';
import { editionOf } from '../rules/edition-of.ts';
import { evidenceBy, questionBy, scopeOfRequirement } from './load.ts';
import { voiceGrounds } from './permissions.ts';

/** An initiative and a requirement of its edition, as they stand in an address. */
export const requirementParams = z.object({
  id: idOrSlug(),
  requirement: z.string().regex(/^[A-Za-z0-9.-]{1,100}$/, { error: 'id' }),
});

/** Whose word it is. `product` is another name for the self-evaluation. */
export const voiceInput = () =>
  z
    .enum(['self', 'product', 'community'])
    .transform((voice): Voice => (voice === 'community' ? 'community' : 'self'));

const order: readonly Voice[] = ['self', 'community'];

/** The voices a person may speak with. */
export const voicesOf = (actor: Actor | null, scope: Scope): readonly Voice[] =>
  order.filter((voice) => groundFor(actor, voiceGrounds[voice], scope) !== null);

/** The voice a form begins with: the one its address asks for, else the first the person may give. */
export async function chosenVoice(
  db: Db,
  params: { id: string; requirement: string },
  actor: Actor,
  given: Readonly<Record<string, unknown>>,
): Promise<Voice> {
  const may = voicesOf(actor, await scopeOfRequirement(db, params));
  return may.find((voice) => voice === given['voice']) ?? may[0] ?? 'self';
}

/** Only the voices that the person may give. */
async function voiceOptions({ db, params, actor }: FieldContext): Promise<readonly Option[]> {
  const address = requirementParams.safeParse(params);
  if (!address.success) return [];
  return voicesOf(actor, await scopeOfRequirement(db, address.data)).map((voice) => ({
    value: voice,
    label: voices[voice],
  }));
}

export const voiceField: Field = {
  name: 'voice',
  kind: 'radio',
  label: { da: 'Hvis ord er det?', en: 'Whose word is it?' },
  required: true,
  options: voiceOptions,
};

/** The page a deed about a requirement goes back to. */
export const requirementPath = (slug: string, requirement: string): string =>
  `/initiatives/${slug}/requirements/${requirement}`;

/** What the journal calls a requirement of an initiative. */
export const assessmentSubject = (key: {
  readonly initiative_id: string;
  readonly edition: string;
  readonly requirement: string;
}) => ({ kind: 'assessment' as const, id: `${key.initiative_id}/${key.edition}/${key.requirement}` });

/** The page that leads back from a form about a requirement. */
export const aboutRequirement = async (db: Db, params: { id: string; requirement: string }) => {
  const { slug, name, edition } = await initiativeBy(db, params.id);
  return {
    href: requirementPath(slug, params.requirement),
    label: namedRequirement(name, edition, params.requirement),
  };
};

/** A requirement as a form about it is headed: `OS2mo: Åben udvikling (F1)`. */
function namedRequirement(initiative: string, edition: string, requirement: string): Text {
  const { label } = lineById(editionOf(edition), requirement) ?? {};
  const named = (text: string | undefined): string =>
    text === undefined ? `${initiative}: ${requirement}` : `${initiative}: ${text} (${requirement})`;
  return { da: named(label?.da), en: named(label?.en) };
}

/** The same from a form about one of its pieces of evidence, or one of its questions. */
export const aboutEvidence = async (db: Db, params: { id: string }) =>
  aboutRow(db, await evidenceBy(db, params.id));
export const aboutQuestion = async (db: Db, params: { id: string }) =>
  aboutRow(db, await questionBy(db, params.id));

/** What was said under an edition the initiative has left is found on the page of all requirements. */
async function aboutRow(db: Db, row: { initiative_id: string; edition: string; requirement: string }) {
  const { slug, name, edition } = await initiativeBy(db, row.initiative_id);
  return {
    href:
      row.edition === edition ? requirementPath(slug, row.requirement) : `/initiatives/${slug}/requirements`,
    label: namedRequirement(name, row.edition, row.requirement),
  };
}
