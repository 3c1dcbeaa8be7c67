import { approve, openCaseOf } from './decide.ts';
import { hasLevel, step, type Step } from './step.ts';

const bm = 'forretningsleder';
const demoVote = 'Stemmetallene er opdigtet til demoen.';

/** OS2mo, N3: the board appointed its steering group while a board member still sat in it. */
const os2mo: readonly Step[] = [
  step(112, async ({ does }) => {
    await does(
      bm,
      'open-case',
      {},
      {
        initiative: 'os2mo',
        kind: 'steering-group',
        appoints: true,
        question: 'Skal bestyrelsen udpege styregruppen for OS2mo?',
        statement:
          'OS2mo er på niveau 3. Styregruppen består af en formand og tre medlemmer, heraf ét fra bestyrelsen.',
        recommendation: 'Det indstilles, at bestyrelsen udpeger styregruppen.',
      },
    );
  }),
  step(106, async (telling) => {
    const number = await openCaseOf(telling, 'os2mo', 'steering-group');
    await approve(telling, bm, number, `Udpeget som indstillet. ${demoVote}`, { for: 6, abstaining: 1 });
  }),
];

/** OS2faktor: an evaluation of 16 November 2025 recommends N1; its level before is implied, not stated. */
const os2faktor: readonly Step[] = [
  step(104, async ({ does }) => {
    const { number } = await does(
      bm,
      'open-case',
      {},
      {
        initiative: 'os2faktor',
        kind: 'level-change',
        level: 'N1',
        question: 'Skal OS2faktor sænkes til niveau 1?',
        statement:
          'Evalueringen af 16. november 2025 fandt ingen governancerapport og ingen aktiv styregruppe. Produktet bruges af over 50 kommuner.',
        recommendation:
          'Det indstilles at sænke OS2faktor til niveau 1 med det mål at nå niveau 2 inden for en aftalt tidshorisont.',
      },
    );
    await does(
      bm,
      'add-annex',
      { id: String(number) },
      { title: 'OS2’s evalueringer af produkter', url: 'https://github.com/OS2offdig/os2-product-audits' },
    );
  }),
  step(98, async (telling) => {
    const number = await openCaseOf(telling, 'os2faktor', 'level-change');
    await approve(telling, bm, number, `Sænket til niveau 1 på grundlag af evalueringen. ${demoVote}`, {
      for: 6,
      against: 1,
    });
  }),
];

/** OS2iot: the vote was written down wrongly at first; the correction is a decision of its own. */
const os2iot: readonly Step[] = [
  step(92, async ({ does }) => {
    await does(
      bm,
      'open-case',
      {},
      {
        initiative: 'os2iot',
        kind: 'steering-group',
        question: 'Skal bestyrelsen godkende styregruppen for OS2iot?',
        statement: 'Styregruppen har en formand og tre medlemmer, heraf to fra bestyrelsen.',
        recommendation: 'Det indstilles, at bestyrelsen godkender styregruppen.',
      },
    );
  }),
  step(90, async (telling) => {
    const number = await openCaseOf(telling, 'os2iot', 'steering-group');
    await approve(telling, bm, number, `Godkendt. ${demoVote}`, { for: 4, against: 2, abstaining: 1 });
  }),
  step(89, async ({ time, does }) => {
    const decision = await time.app.db
      .selectFrom('decisions as d')
      .innerJoin('initiatives as i', 'i.id', 'd.initiative_id')
      .select('d.id')
      .where('i.slug', '=', 'os2iot')
      .executeTakeFirstOrThrow();
    await does(
      bm,
      'correct-decision',
      { id: decision.id },
      {
        outcome: 'approved',
        reason: `Stemmetallene var skrevet forkert af: ingen stemte imod. ${demoVote}`,
        votes: { for: 6, against: 0, abstaining: 1 },
      },
    );
  }),
];

/** The AI heat project: money from its five municipalities, approved by its steering group. */
const aiHeatControl: readonly Step[] = [
  step(54, async ({ does }) => {
    await does(
      'projektleder',
      'propose-budget',
      { id: 'os2aiheatcontrol' },
      {
        phase: 'project',
        amountOere: 300_000_000,
        funding: 'local',
        note: 'Mål for fælles finansiering: 3 mio. kr., 5 kr. pr. borger',
      },
    );
    await does(
      'projektleder',
      'open-case',
      {},
      {
        initiative: 'os2aiheatcontrol',
        kind: 'economy',
        awaits: 'steering-group',
        question: 'Skal styregruppen godkende projektets økonomi?',
        statement: 'Budgettet er 3 mio. kr. af lokale midler; 94 % var givet tilsagn om den 20. januar 2026.',
      },
    );
  }),
  step(47, async (telling) => {
    const number = await openCaseOf(telling, 'os2aiheatcontrol', 'economy');
    await approve(telling, 'projektleder', number, `Godkendt. ${demoVote}`, { for: 4 });
  }),
  step(24, async (telling) => {
    if (!hasLevel(telling, 'sandbox')) return;
    await telling.does(
      bm,
      'open-case',
      {},
      {
        initiative: 'os2aiheatcontrol',
        kind: 'level-change',
        level: 'N1',
        question: 'Skal OS2 AI Heat Control gå fra sandkasse til niveau 1?',
        statement:
          'Projektets egen selvevaluering af 14. august 2026 svarer ja til 3 af sandkassens 6 krav; flere svar venter på afklaring.',
        recommendation:
          'Det indstilles at hæve niveauet, når de åbne svar er afklaret. Indstillingen er skrevet til demoen.',
      },
    );
  }),
];

/** Real questions that public sources leave open. */
const openQuestions: readonly Step[] = [
  step(41, async ({ does }) => {
    for (const other of ['os2borgerpc', 'os2skole', 'os2admpc'])
      await does(
        'sekretariat',
        'relate-initiatives',
        { id: 'os2fri' },
        { kind: 'interface', other, note: 'Fælles arkitektur og basislag' },
      );
  }),
  step(35, async ({ does }) => {
    await does(
      bm,
      'open-case',
      {},
      {
        initiative: 'os2skole',
        kind: 'reconsideration',
        question: 'Skal OS2skole fortsætte, når finansieringen mangler?',
        statement:
          'Projektet behøver 26 mio. kr. (26. januar 2026) og sigter mod sommeren 2027. Fællesskabet har reserveret 400.000 kr.',
        recommendation:
          'Det indstilles at fortsætte indsamlingen af tilsagn et halvt år og så tage sagen op igen. Skrevet til demoen.',
      },
    );
  }),
  step(33, async ({ does }) => {
    await does(
      bm,
      'open-case',
      {},
      {
        initiative: 'os2talk',
        kind: 'closing',
        question: 'Skal OS2talk lukkes?',
        statement:
          'Ifølge bestyrelsens referat af 26. august 2014 behøvede projektet ca. 1,8 mio. kr.; siden er der ikke fundet spor af det.',
        recommendation: 'Det indstilles at lukke projektet. Skrevet til demoen.',
      },
    );
  }),
  step(28, async ({ does }) => {
    await does(
      bm,
      'open-case',
      {},
      {
        initiative: 'os2opendatadk',
        kind: 'adoption',
        level: 'N1',
        question: 'Skal Open Data DK-portalen optages som produkt?',
        statement:
          'Portalen blev overdraget den 1. januar 2026. Leverandørkontrakten udløber den 30. juni 2027.',
        recommendation:
          'Det indstilles at optage portalen på niveau 1, når kravene er dokumenteret. Skrevet til demoen.',
      },
    );
  }),
];

export const productStories: readonly Step[] = [
  ...os2mo,
  ...os2faktor,
  ...os2iot,
  ...aiHeatControl,
  ...openQuestions,
];
