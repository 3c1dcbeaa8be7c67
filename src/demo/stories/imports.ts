import { dataFile } from '../data.ts';
import { step, type Step, type Telling } from './step.ts';

interface Waiting {
  readonly key: string;
  readonly waits: string | null;
  readonly knownDate: string | null;
  readonly proposed: { readonly verdict: string };
}

/** The real files are written for the catalogue of 2025; under another edition their ids mean something else. */
const fits = ({ edition }: Telling): boolean => edition.id === '2025';

const read = (telling: Telling, who: string, slug: string, file: string) =>
  telling.does(
    who,
    'import-evaluation',
    { id: slug },
    { file: { name: file, content: Buffer.from(dataFile(`os2/${file}`)).toString('base64') } },
  );

/** A person has looked a file through and taken each word that waited for what was proposed; plans got a date. */
const takenOver = (daysAgo: number, who: string, slug: string, file: string): Step =>
  step(daysAgo, async (telling) => {
    if (!fits(telling)) return;
    const { id, rows } = await read(telling, who, slug, file);
    const waiting = (rows as readonly Waiting[]).filter(({ waits }) => waits !== null);
    await telling.does(
      who,
      'confirm-evaluation-import',
      { id: String(id) },
      {
        choices: Object.fromEntries(waiting.map(({ key, proposed }) => [key, proposed.verdict])),
        dates: Object.fromEntries(
          waiting.flatMap(({ key, waits }) => (waits === 'no-date' ? [[key, telling.time.on(-120)]] : [])),
        ),
      },
    );
  });

/** Real self-evaluations of 2026 and a real evaluation of 2025; one waits for somebody to read its odd words. */
export const importStories: readonly Step[] = [
  takenOver(80, 'deltager9', 'os2skadesoekonomi', 'selvevaluering-2026-OS2-SkadesOekonomi.json'),
  takenOver(79, 'deltager8', 'os2borgerpc', 'selvevaluering-2026-OS2borgerPC.json'),
  takenOver(77, 'deltager16', 'os2fleetoptimiser', 'selvevaluering-2026-OS2fleetoptimiser.json'),
  takenOver(75, 'sekretariat', 'os2skadesoekonomi', 'audit-2025-OS2-SkadesOekonomi.md'),
  step(9, async (telling) => {
    if (fits(telling))
      await read(telling, 'projektleder', 'os2aiheatcontrol', 'selvevaluering-2026-OS2aiheatcontrol.json');
  }),
];
