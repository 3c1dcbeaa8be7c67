import { decisionKinds, type DecisionKind, type Text } from '../../rulebook/vocabulary.ts';
import type { FormWords } from '../deeds/deed.ts';

interface Words {
  readonly title: Text;
  readonly explains: Text;
}

/** What putting each kind of question is called, and what comes of it (report §5.2, p. 16–18). */
export const caseFormTexts: Readonly<Record<Exclude<DecisionKind, 'placement' | 'information'>, Words>> = {
  approval: {
    title: { da: 'Skriv indstillingen', en: 'Write the recommendation' },
    explains: {
      da: 'Skriv sagsfremstilling og indstilling. Når indstillingen er skrevet, sendes sagen til det organ, der godkender konceptet på niveauet.',
      en: 'Write the statement of facts and the recommendation. Once that is written, the case goes to the body that approves the concept at the level.',
    },
  },
  adoption: {
    title: { da: 'Indstil til optagelse', en: 'Recommend adoption' },
    explains: {
      da: 'Et færdigt produkt udefra optages på samme krav som fællesskabets egne. Skriv, hvorfor det hører hjemme her.',
      en: 'A finished product from outside is taken in on the same requirements as the community’s own. Write why it belongs here.',
    },
  },
  'level-change': {
    title: { da: 'Søg om niveauskifte', en: 'Ask for a change of level' },
    explains: {
      da: 'Vælg det niveau, I vil op eller ned på. Det, der allerede er dokumenteret, står ved magt; kun forskellen skal på plads.',
      en: 'Choose the level to go up or down to. What is documented stands; only the difference has to be provided.',
    },
  },
  'steering-group': {
    title: { da: 'Få styregruppen godkendt', en: 'Have the steering group approved' },
    explains: {
      da: 'Bestyrelsen godkender styregruppen, som den er sat nu. På niveau 3 udpeger den styregruppen.',
      en: 'The board approves the steering group as it is seated now. At level 3 it appoints the steering group.',
    },
  },
  economy: {
    title: { da: 'Få økonomien godkendt', en: 'Have the economy approved' },
    explains: {
      da: 'Sagen handler om den økonomi, der senest er foreslået. Styregruppen godkender den først.',
      en: 'The case is about the economy proposed last. The steering group approves it first.',
    },
  },
  reconsideration: {
    title: { da: 'Tag op til genovervejelse', en: 'Take up for reconsideration' },
    explains: {
      da: 'Økonomien, rammerne eller omverdenen har ændret sig. Organet kan lade projektet fortsætte, sende det tilbage til koncept eller standse det.',
      en: 'Economy, frame or the world around has changed. The body may let the project go on, send it back to concept or stop it.',
    },
  },
  closing: {
    title: { da: 'Indstil til lukning eller udfasning', en: 'Recommend closing or phasing out' },
    explains: {
      da: 'Siger organet ja, afsluttes initiativet, når beslutningen er registreret. Historikken bliver stående.',
      en: 'If the body says yes, the initiative ends once the decision is recorded. Its history stays.',
    },
  },
  evaluation: {
    title: { da: 'Rejs uenighed om en evaluering', en: 'Raise a disagreement on an evaluation' },
    explains: {
      da: 'Når dialog og en ny vurdering ikke er nok, afgør bestyrelsen, hvilken vurdering der gælder.',
      en: 'Where dialogue and a second opinion are not enough, the board settles which verdict counts.',
    },
  },
};

/** What putting a kind of question is called. */
export const caseTitle = (kind: DecisionKind): Text =>
  kind === 'placement' || kind === 'information' ? decisionKinds[kind] : caseFormTexts[kind].title;

/** Fields of the form that only some kinds of question need. */
const onlyFor: Readonly<Record<string, readonly DecisionKind[]>> = {
  level: ['approval', 'adoption', 'level-change'],
  requirement: ['evaluation'],
  appoints: ['steering-group'],
};

/** The words of the form that opens a case, once it is said of what kind. */
export function openCaseWords(given: Readonly<Record<string, unknown>>): FormWords | null {
  const kind = given['kind'];
  if (typeof kind !== 'string' || !Object.hasOwn(caseFormTexts, kind)) return null;
  const needless = Object.entries(onlyFor).flatMap(([field, kinds]) =>
    kinds.includes(kind as DecisionKind) ? [] : [field],
  );
  return { ...caseFormTexts[kind as keyof typeof caseFormTexts], settled: ['kind', ...needless] };
}
