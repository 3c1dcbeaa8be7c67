import type { LevelId } from '../../../rulebook/rule.ts';
import { themes } from '../../../rulebook/vocabulary.ts';
import type { Language } from '../../../rulebook/vocabulary.ts';
import { Section } from '../../web/components/heading.tsx';
import { Table } from '../../web/components/table.tsx';
import { formatShare } from '../../web/format.ts';
import type { Child, Html } from '../../web/jsx/jsx-runtime.ts';
import type { Catalogue } from '../catalogue.ts';
import type { CountTable, Tally } from '../counts.ts';
import type { JudgedValue, LightValue } from '../report.ts';
import { shownValues, valueName } from '../report-words.ts';
import { reportWords } from '../words.ts';

interface CountTablesProps<Value extends JudgedValue | LightValue> {
  readonly report: { readonly edition: Catalogue };
  readonly table: CountTable<Value>;
  readonly lang: Language;
  /** How a value is shown in a head or a cell. */
  readonly mark: (value: Value) => Child;
}

/** How many requirements got what: by level with per cents, and by theme and level. */
export function CountTables<Value extends JudgedValue | LightValue>(props: CountTablesProps<Value>): Html {
  const { report, table, lang, mark } = props;
  const words = reportWords(lang);
  const values = shownValues(table);
  const levelName = (level: LevelId): string =>
    report.edition.levels.find(({ id }) => id === level)?.name[lang] ?? level;
  const byLevel = [
    ...table.levels.map((level) => ({ name: levelName(level), tally: table.byLevel[level] as Tally<Value> })),
    { name: words.sum, tally: table.all },
  ];
  const byTheme = [
    ...table.themes.map((theme) => ({
      name: themes[theme][lang],
      tallies: [
        ...table.levels.map((level) => table.cell[theme][level] as Tally<Value>),
        table.byTheme[theme],
      ],
    })),
    {
      name: words.sum,
      tallies: [...table.levels.map((level) => table.byLevel[level] as Tally<Value>), table.all],
    },
  ];
  const share = (tally: Tally<Value>, value: Value): string =>
    tally.total === 0 ? '0' : `${tally.counts[value]} (${formatShare(tally.percent[value] / 100, lang)})`;
  return (
    <Section title={words.counts} intro={words.countRule}>
      <Table
        lang={lang}
        caption={words.byLevel}
        rows={byLevel}
        columns={[
          { head: words.level, cell: ({ name }) => name, names: true },
          ...values.map((value) => ({
            head: valueName(value, lang),
            cell: ({ tally }: { tally: Tally<Value> }) => share(tally, value),
            numeric: true,
          })),
          { head: words.sum, cell: ({ tally }) => tally.total, numeric: true },
        ]}
      />
      <Table
        lang={lang}
        caption={words.byTheme}
        rows={byTheme}
        columns={[
          { head: words.theme, cell: ({ name }) => name, names: true },
          ...[...table.levels.map(levelName), words.sum].map((head, index) => ({
            head,
            cell: ({ tallies }: { tallies: readonly Tally<Value>[] }) => (
              <Marked tally={tallies[index] as Tally<Value>} values={values} mark={mark} />
            ),
          })),
        ]}
      />
    </Section>
  );
}

function Marked<Value extends string>({
  tally,
  values,
  mark,
}: {
  tally: Tally<Value>;
  values: readonly Value[];
  mark: (value: Value) => Child;
}): Html {
  const present = values.filter((value) => tally.counts[value] > 0);
  if (present.length === 0) return <span class="muted">0</span>;
  return (
    <>
      {present.map((value, index) => (
        <>
          {index > 0 && <br />}
          {mark(value)} <span class="numeric">{tally.counts[value]}</span>
        </>
      ))}
    </>
  );
}
