import { Buffer } from 'node:buffer';
import { assess } from './assess.ts';
import { step, type Step, type Telling } from './step.ts';

const manager = 'deltager17';
const secretariat = 'sekretariat';

/** The same requirement by its id in each edition. */
const ids = {
  licence: { 2016: 'licence', 2018: 'F2', 2025: 'F2' },
  security: { 2016: 'security', 2018: 'F4', 2025: 'F4' },
  documentation: { 2016: 'documentation', 2018: 'F8', 2025: 'F7' },
  oneCore: { 2016: 'one-core', 2018: 'F12', 2025: 'F12' },
  presentation: { 2016: 'presentation', 2018: 'F14', 2025: 'F13' },
  operations: { 2016: 'operations', 2018: 'F17', 2025: 'F17' },
  standards: { 2016: 'standards', 2018: 'F18', 2025: 'F18' },
  training: { 2016: 'training', 2018: 'F20', 2025: 'F20' },
} as const;
const idIn = ({ edition }: Telling, name: keyof typeof ids): string => {
  const known: Readonly<Record<string, string>> = ids[name];
  return known[edition.id] as string;
};

/** How many days before today the evidence of OS2kitos's security ran out. */
export const evidenceExpiredDaysAgo = 30;
export const expiredEvidenceTitle = 'Sikkerhedstest, sammenfatning (demo)';

/** OS2kitos, N2: a self-evaluation with a plan, an explanation, and evidence that has run out since. */
const os2kitos: readonly Step[] = [
  step(88, async (telling) => {
    const { time } = telling;
    await assess(telling, manager, 'os2kitos', idIn(telling, 'licence'), {
      voice: 'self',
      verdict: 'met',
      explanation: 'Koden er under MPL-2.0. Licensen står i roden af kodearkivet.',
      evidence: [{ title: 'Kodearkivet', url: 'https://github.com/OS2kitos/kitos' }],
    });
    await assess(telling, manager, 'os2kitos', idIn(telling, 'security'), {
      voice: 'self',
      verdict: 'met',
      explanation: 'En uafhængig test fandt intet alvorligt. Testen gentages hvert år.',
      evidence: [{ title: expiredEvidenceTitle, url: 'https://demo.example/os2kitos/sikkerhedstest' }],
      checkedOn: time.on(395),
      validUntil: time.on(evidenceExpiredDaysAgo),
    });
    await assess(telling, manager, 'os2kitos', idIn(telling, 'oneCore'), {
      voice: 'self',
      verdict: 'met',
      explanation: 'Alle kommuner kører samme kode. Forskelle ligger i opsætningen.',
    });
    await assess(telling, manager, 'os2kitos', idIn(telling, 'operations'), {
      voice: 'self',
      verdict: 'planned',
      explanation: 'Driftsaftalen er beskrevet; vedligeholdelsen mangler og skrives med leverandøren.',
      plannedFor: time.on(-75),
    });
    await assess(telling, manager, 'os2kitos', idIn(telling, 'standards'), {
      voice: 'self',
      verdict: 'explained',
      explanation:
        'Vi følger rammearkitekturen undtagen for organisationsdata, som hentes fra kommunernes egne kilder, fordi den fælles kilde mangler historik.',
    });
  }),
  step(82, async (telling) => {
    const { does } = telling;
    await does(
      'styregruppe',
      'review-assessment',
      { id: 'os2kitos', requirement: idIn(telling, 'licence') },
      { voice: 'self' },
    );
  }),
  step(64, async (telling) => {
    await assess(telling, secretariat, 'os2kitos', idIn(telling, 'licence'), {
      voice: 'community',
      verdict: 'met',
      explanation: 'Licensfilen er set i kodearkivet.',
    });
    await assess(telling, secretariat, 'os2kitos', idIn(telling, 'oneCore'), {
      voice: 'community',
      verdict: 'partly',
      explanation: 'To kommuner har egne udvidelser, som endnu ikke er sendt tilbage til kernen.',
    });
  }),
  step(61, async (telling) => {
    await telling.does(
      'forretningsleder',
      'review-assessment',
      { id: 'os2kitos', requirement: idIn(telling, 'licence') },
      { voice: 'community' },
    );
  }),
  step(45, async (telling) => {
    await telling.does(
      manager,
      'dispute-assessment',
      { id: 'os2kitos', requirement: idIn(telling, 'oneCore') },
      {
        dialogue:
          'Vi har holdt to møder. Vi er enige om, at udvidelserne findes, men ikke om, at de gør kernen delt.',
        secondOpinion:
          'En arkitekt fra et andet produkt har set koden: udvidelserne er løst koblet og kan flyttes hjem. (Demo)',
      },
    );
  }),
];

/** OS2mo, N3: an explanation others can learn from, a question answered, a closed file, and a difference not yet talked over. */
const os2mo: readonly Step[] = [
  step(84, async (telling) => {
    const { does } = telling;
    await assess(telling, manager, 'os2mo', idIn(telling, 'documentation'), {
      voice: 'self',
      verdict: 'met',
      explanation: 'Al dokumentation er samlet ét sted og følger hver udgave af koden.',
      evidence: [{ title: 'Dokumentation (demo)', url: 'https://demo.example/os2mo/dokumentation' }],
    });
    await assess(telling, manager, 'os2mo', idIn(telling, 'standards'), {
      voice: 'self',
      verdict: 'explained',
      explanation:
        'Modellen følger standarden for organisation, men bruger egne nøgler for engagementer, fordi standarden ikke dækker deltidsansatte.',
    });
    await assess(telling, manager, 'os2mo', idIn(telling, 'security'), {
      voice: 'self',
      verdict: 'met',
      explanation: 'Risikovurderingen er gennemgået i år. Den er lukket, fordi den nævner svagheder.',
      validUntil: telling.time.on(-240),
    });
    await does(
      manager,
      'attach-evidence',
      { id: 'os2mo', requirement: idIn(telling, 'security') },
      {
        voice: 'self',
        title: 'Risikovurdering (demo)',
        restricted: true,
        file: {
          name: 'risikovurdering-demo.md',
          content: Buffer.from('# Risikovurdering\n\nOpdigtet til demoen.\n').toString('base64'),
        },
      },
    );
    await does(
      manager,
      'ask-question',
      { id: 'os2mo', requirement: idIn(telling, 'standards') },
      { question: 'Er det nok at forklare afvigelsen ét sted, eller skal den stå ved hver snitflade?' },
    );
  }),
  step(77, async (telling) => {
    const open = await telling.time.app.db
      .selectFrom('requirement_questions as q')
      .innerJoin('initiatives as i', 'i.id', 'q.initiative_id')
      .select('q.id')
      .where('i.slug', '=', 'os2mo')
      .where('q.answer', 'is', null)
      .executeTakeFirstOrThrow();
    await telling.does(
      secretariat,
      'answer-question',
      { id: open.id },
      { answer: 'Ét sted er nok, når snitfladernes dokumentation henviser til det.' },
    );
  }),
  step(58, async (telling) => {
    await assess(telling, secretariat, 'os2mo', idIn(telling, 'documentation'), {
      voice: 'community',
      verdict: 'partly',
      explanation: 'Vejledningen til installation er to udgaver gammel. Resten er på plads.',
    });
  }),
];

/** Other products, each with a word or two. */
const others: readonly Step[] = [
  step(71, async (telling) => {
    await assess(telling, 'deltager14', 'os2rollekatalog', idIn(telling, 'training'), {
      voice: 'self',
      verdict: 'partly',
      explanation: 'Der er korte film om de daglige opgaver. Materiale til nye systemejere mangler.',
      evidence: [{ title: 'Film (demo)', url: 'https://demo.example/os2rollekatalog/film' }],
    });
    await assess(telling, 'koordination', 'os2valghalla', idIn(telling, 'presentation'), {
      voice: 'self',
      verdict: 'unmet',
      explanation: 'Der er intet materiale endnu. Koordinationsgruppen tager det op efter valget.',
    });
  }),
  step(9, async (telling) => {
    await telling.does(
      'koordination',
      'ask-question',
      { id: 'os2valghalla', requirement: idIn(telling, 'presentation') },
      { question: 'Må vi bruge en film i stedet for en præsentation, når den har undertekster?' },
    );
  }),
];

/** What the demo's products and the secretariat have said about requirements. Every word is invented. */
export const evaluationStories: readonly Step[] = [...os2kitos, ...os2mo, ...others];
