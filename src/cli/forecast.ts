import { providerTitle } from '../../rulebook/titles.ts';
import { parseArgs } from 'node:util';
import { bodyKinds, lineKinds, stages, type LineKind, type Stage } from '../../rulebook/vocabulary.ts';
import { readConfig } from '../config.ts';
import { Failure } from '../deeds/failure.ts';
import { dateIn } from '../lib/time.ts';
import { forecastAnswer, forecastJson, type ForecastAnswer } from '../portfolio/forecast-answer.ts';
import { initiativeBy } from '../portfolio/load.ts';
import { CommandProblem } from './command.ts';
import { openCommunity } from './open-community.ts';
import { print, terminalLanguage } from './terminal.ts';

/** `faelled forecast <initiative>`: what is missing on the way to a target, who provides it, who decides. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      level: { type: 'string' },
      stage: { type: 'string' },
      edition: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0)
    throw new CommandProblem({
      da: 'Skriv ét initiativ, som det står i adressen: faelled forecast os2mo --level N3',
      en: 'Name one initiative as it stands in its address: faelled forecast os2mo --level N3',
    });
  if (values.stage !== undefined && !Object.hasOwn(stages, values.stage)) {
    const known = Object.keys(stages).join(', ');
    throw new CommandProblem({
      da: `Der er intet trin ${values.stage}. Trinnene er ${known}.`,
      en: `There is no stage ${values.stage}. The stages are ${known}.`,
    });
  }
  const community = await openCommunity(readConfig());
  try {
    const answer = await forecastAnswer(
      community.db,
      await initiativeBy(community.db, name),
      { level: values.level, stage: values.stage as Stage | undefined, edition: values.edition },
      dateIn(Temporal.Now.instant()),
    );
    if (values.json) print(JSON.stringify(forecastJson(answer), null, 2));
    else for (const line of inLines(answer)) print(line);
    return 0;
  } catch (error) {
    if (error instanceof Failure) throw new CommandProblem(error.says);
    throw error;
  } finally {
    await community.close();
  }
}

/** A forecast as lines for a terminal. */
function inLines({ initiative, edition, forecast, askedAnew, refusals }: ForecastAnswer): readonly string[] {
  const lang = terminalLanguage();
  const say = (da: string, en: string): string => (lang === 'da' ? da : en);
  const { target, missing, decides, steps, lapses } = forecast;
  const head = `${initiative.name}: ${stages[target.stage][lang]}, ${target.level}, ${edition.name[lang]}`;
  if (refusals.length > 0)
    return [
      head,
      ...refusals.flatMap(({ says, because, cure }) =>
        [says, because, cure].map((text) => `  ${text[lang]}`),
      ),
    ];
  const kinds = (Object.keys(lineKinds) as LineKind[]).filter((kind) =>
    missing.some((line) => line.kind === kind),
  );
  return [
    head,
    forecast.open
      ? say('Alt er på plads.', 'Everything is in place.')
      : say(`${missing.length} ting mangler:`, `${missing.length} things are missing:`),
    ...kinds.flatMap((kind) => [
      `  ${lineKinds[kind][lang]}`,
      ...missing
        .filter((line) => line.kind === kind)
        .map((line) => {
          const who = line.who.map((provider) => providerTitle(edition, provider)[lang]).join(', ');
          return `    ${line.rule}: ${line.says[lang]} (${who})`;
        }),
    ]),
    decides
      ? `${say('Besluttes af', 'Decided by')}: ${decides.bodies.map((kind) => bodyKinds[kind][lang]).join(say(' eller ', ' or '))}. ${decides.says[lang]} (${decides.rule})`
      : say('Intet organ skal beslutte.', 'No body has to decide.'),
    ...(steps.length > 0 ? [say('Vejen:', 'The way:')] : []),
    ...steps.map((step) => `  ${step.order}. ${step.says[lang]} (${providerTitle(edition, step.who)[lang]})`),
    ...(askedAnew.length > 0 ? [say('Det spørges der om på ny:', 'Asked anew:')] : []),
    ...askedAnew.map(({ requirement, because }) => `  ${requirement}: ${because[lang]}`),
    ...(lapses.length > 0 ? [say('Det bortfalder:', 'What lapses:')] : []),
    ...lapses.map((line) => `  ${line.rule}: ${line.says[lang]}`),
  ];
}
