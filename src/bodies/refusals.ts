import type { Edition, Refusal } from '../../rulebook/rule.ts';
import { refuse } from '../../rulebook/refuse.ts';
import { bodyKinds, type BodyKind, type Text } from '../../rulebook/vocabulary.ts';

/** The edition's rule on a kind of body, as a refusal names it. */
function bodyRule(edition: Edition, kind: BodyKind) {
  const rule = edition.bodies.find((each) => each.kind === kind);
  if (!rule) throw new Error(`edition ${edition.id} has no body ${kind}`);
  return { id: `body.${kind}`, says: rule.says, source: rule.source };
}

/** There is one such body already: one of each for the association, one steering group for an initiative. */
export const oneIsThere = (edition: Edition, kind: BodyKind, name: string): Refusal =>
  refuse(
    edition,
    bodyRule(edition, kind),
    { da: `${name} findes allerede.`, en: `There is ${name} already.` },
    {
      da: 'Besæt pladser i det organ, der er, eller nedlæg det først.',
      en: 'Fill seats in the body there is, or close it first.',
    },
  );

/** The bodies that an association always has. */
export const indispensable: readonly BodyKind[] = ['general-assembly', 'board', 'secretariat'];

/** The association cannot be without its assembly, its board or its secretariat (report §4.1.1–4.1.3, p. 8–10). */
export const alwaysThere = (edition: Edition, kind: BodyKind): Refusal =>
  refuse(
    edition,
    bodyRule(edition, kind),
    {
      da: `Foreningen kan ikke undvære sin ${bodyKinds[kind].da}: sager skal altid kunne afgøres.`,
      en: `The association cannot be without its ${bodyKinds[kind].en}: there must always be somebody to decide.`,
    },
    { da: 'Udskift i stedet dem, der sidder der.', en: 'Replace those who sit there instead.' },
  );

/** Cases wait for the body, or ask about it. */
export function casesWait(edition: Edition, numbers: readonly number[]): Refusal {
  const says: Text = {
    da: 'Et organ nedlægges først, når ingen sag venter på det eller handler om det.',
    en: 'A body is closed only when no case waits for it or is about it.',
  };
  const listed = numbers.join(', ');
  return {
    rule: 'body.cases-wait',
    says,
    source: { edition: edition.id, document: 'Fælled', section: 'Organer' },
    because: { da: `Disse sager venter: ${listed}.`, en: `These cases wait: ${listed}.` },
    cure: {
      da: 'Afgør sagerne, henvis dem til et andet organ, eller træk dem tilbage først.',
      en: 'Decide the cases, refer them to another body, or withdraw them first.',
    },
  };
}
