import type { Text } from '../../rulebook/vocabulary.ts';
import { themes } from '../../rulebook/vocabulary.ts';
import type { Audit, StatedCount } from './audit-file.ts';
import type { Catalogue } from './catalogue.ts';
import { countByThemeAndLevel } from './counts.ts';
import type { CountTable, Tally } from './counts.ts';
import { lightNames, lightOf, lightSigns } from './lights.ts';
import type { Light } from './lights.ts';

/** A number in an evaluation that its own rows do not give. */
export interface Difference {
  readonly stated: StatedCount;
  readonly count: number;
  readonly total: number;
  readonly says: Text;
}

/** The lights of an evaluation counted from its rows. Rows that wait for a person are counted as proposed. */
export function countAudit(audit: Audit, edition: Catalogue): CountTable<Light> {
  const rows = new Map(
    audit.rows.flatMap(({ requirement, proposed }) =>
      requirement === null
        ? []
        : [[requirement, { requirement, value: lightOf(proposed.verdict, null, '1900-01-01') }] as const],
    ),
  );
  return countByThemeAndLevel(edition, [...rows.values()], lightNames);
}

const tallyAt = (table: CountTable<Light>, { theme, level }: StatedCount): Tally<Light> => {
  if (theme !== null && level !== null) return table.cell[theme][level] as Tally<Light>;
  if (theme !== null) return table.byTheme[theme];
  return level === null ? table.all : (table.byLevel[level] as Tally<Light>);
};

/**
 * Every number an evaluation states that its own rows contradict: counts that differ, and per cents that are neither
 * the share rounded to the nearest whole nor the share in a set that adds up to 100.
 */
export function arithmeticDifferences(audit: Audit, edition: Catalogue): Difference[] {
  const table = countAudit(audit, edition);
  return audit.stated.flatMap((stated): Difference[] => {
    const tally = tallyAt(table, stated);
    const count = stated.light === null ? tally.total : tally.counts[stated.light];
    const where = placeText(stated, edition);
    if (count !== stated.count)
      return [
        {
          stated,
          count,
          total: tally.total,
          says: {
            da: `${where.da}: der står ${stated.count}, men rækkerne giver ${count} (linje ${stated.line}).`,
            en: `${where.en}: it says ${stated.count}, but the rows give ${count} (line ${stated.line}).`,
          },
        },
      ];
    if (stated.percent === null || stated.light === null) return [];
    const rounded = Math.round((count * 100) / Math.max(1, tally.total));
    const percent = tally.percent[stated.light];
    if (stated.percent === rounded || stated.percent === percent) return [];
    return [
      {
        stated,
        count,
        total: tally.total,
        says: {
          da: `${where.da}: der står ${stated.percent} %, men ${count} af ${tally.total} er ${rounded} % (linje ${stated.line}).`,
          en: `${where.en}: it says ${stated.percent}%, but ${count} of ${tally.total} is ${rounded}% (line ${stated.line}).`,
        },
      },
    ];
  });
}

function placeText({ theme, level, light }: StatedCount, edition: Catalogue): Text {
  const levelName = edition.levels.find((each) => each.id === level)?.name;
  const parts = (lang: 'da' | 'en'): string =>
    [
      light === null ? null : lightSigns[light],
      theme === null ? null : themes[theme][lang],
      levelName?.[lang] ?? null,
      theme === null && level === null ? { da: 'i alt', en: 'in all' }[lang] : null,
    ]
      .filter((part) => part !== null)
      .join(' ');
  return { da: parts('da'), en: parts('en') };
}
