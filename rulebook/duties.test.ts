import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { edition2016 } from './2016/index.ts';
import { editions } from './editions.ts';
import type { Edition } from './rule.ts';

const numbered = (letter: string, last: number): readonly string[] =>
  Array.from({ length: last }, (_, index) => `${letter}${index + 1}`);

/** The report's tables of requirements (§5.3–5.5, p. 17–22), written off once more. */
const requirements2016 = {
  N1: [
    ['idea', 'local-value', 'value-for-others'],
    ['source-shared', 'licence', 'procurement', 'lawful', 'security', 'data-processing', 'documentation'],
    ['operating-needs', 'training', 'standards'],
    ['no-os2-funding', 'level-placed', 'board-informed', 'participants', 'dialogue'],
    ['innovation', 'open-source'],
  ],
  N2: [
    ['common-value', 'line-management'],
    ['project-model', 'certified-manager', 'strategic-communication', 'presentation', 'one-core'],
    ['best-practice', 'operations'],
    ['board-approval', 'steering-group', 'coordination-group'],
    ['strategy-fit'],
  ],
  N3: [
    ['national-strategy'],
    ['political-communication-local', 'political-communication-outside', 'go-live-plan'],
    ['board-appoints', 'board-majority', 'board-in-coordination'],
    ['strategy-agreement'],
  ],
};

/** What the report says of portfolio management outside the chapter that is not known, and the duties it became. */
const portfolioFacts: readonly [fact: string, page: string, ...duties: string[]][] = [
  ['what the portfolio is for', '6', 'portfolio-purpose'],
  ['the board steers it, the business manager is its secretary', '6', 'portfolio-roles', 'B2'],
  ['N2 and N3 report more', '6', 'portfolio-reporting'],
  ['it is told of', '6', 'portfolio-communication'],
  ['the business manager builds it, places, and has no vote', '10', 'portfolio-keeping', 'P1', 'B3'],
  ['the steering group follows resources, economy and delivery', '11', 'B7', 'P5'],
  ['the board approves economy from N2', '11–12', 'B8'],
  ['the coordination group recommends to the board', '12', 'B11'],
  ['projects report to the business manager and can be reconsidered', '16', 'P5', 'P6'],
  ['the board prioritises, and a loop-back is no rejection', '16', 'P3', 'P4'],
  ['the board decides every change of level', '17', 'P8'],
  ['finished solutions can be handed over', '17', 'P10'],
  ['unlawful products can be closed', '18', 'P11'],
  ['the board hears of N1 through the business manager', '18', 'P2', 'requirement.board-informed'],
  ['N3 is watched all along', '21', 'portfolio-watch'],
  ['the assembly decided a project', '22', 'P12'],
  ['projects and products are two portfolios', '3', 'portfolio-two'],
];

/** Where each source contradicts itself or is silent: every place has a choice. */
const inconsistencies: Readonly<Record<string, readonly [place: string, choice: string][]>> = {
  '2016': [
    ['coordination committee or coordination group', 'coordination-names'],
    ['professional committees or expert groups', 'committee-names'],
    ['three answers to who sets the level', 'who-sets-level'],
    ['“+1” municipality', 'participants-count'],
    ['a steering group that N1 does not ask for', 'steering-at-n1'],
    ['the certified manager only in the table', 'manager-only-in-table'],
    ['the board member in the coordination group only in the table', 'coordination-only-in-table'],
    ['two figures 1', 'figure-one-twice'],
    ['the budget approved by one or two', 'budget-twice'],
    ['P2 for N2', 'p2-means-n2'],
    ['chapter 6 known by its title', 'economy-who-reports'],
    ['no quorum', 'quorum'],
    ['no word on when each requirement is due', 'when-due'],
  ],
  '2018': [
    ['the coordination group at level 2', 'coordination-at-n2'],
    ['the joining agreement at level 2', 'joining-agreement-at-n2'],
    ['the level of local value', 'local-value-level'],
    ['three or four levels', 'three-or-four-levels'],
    ['training material at level 1', 'training-at-n1'],
    ['who moves a level', 'who-moves-level'],
  ],
  '2025': [
    ['recommendations on which two documents disagree', 'recommendations'],
    ['two wordings of one requirement', 'two-wordings'],
    ['level 2 “and level 2”', 'which-level-below'],
    ['count headers written by hand', 'count-headers'],
    ['another product’s pies', 'pies-of-another-product'],
    ['two meanings of grey', 'grey'],
    ['two notations of a sum', 'two-notations'],
    ['who sets the level', 'who-sets-level'],
    ['ids that are gone', 'missing-ids'],
    ['no threshold', 'no-threshold'],
  ],
};

const dutyOf = (edition: Edition, id: string) => edition.duties.find((each) => each.id === id);
const isLeft = (edition: Edition, id: string) => edition.leftToPeople.some((each) => each.duty === id);
const isCovered = (edition: Edition, id: string) =>
  (dutyOf(edition, id)?.carriedBy.length ?? 0) > 0 || isLeft(edition, id);

describe('the duties of the report of 2016', () => {
  it('hold every requirement of its tables, at the level where they stand', () => {
    for (const [level, themes] of Object.entries(requirements2016))
      for (const id of themes.flat()) assert.equal(edition2016.requirements[id]?.level, level, id);
    assert.deepEqual(
      Object.values(requirements2016).flat(2).toSorted(),
      Object.keys(edition2016.requirements).toSorted(),
    );
  });

  it('are all covered: 12 of the way, 17 of the bodies, 7 of the portfolio, 41 requirements', () => {
    const portfolio = edition2016.duties.map(({ id }) => id).filter((id) => id.startsWith('portfolio-'));
    const expected = [
      ...numbered('P', 12),
      ...numbered('B', 17),
      ...portfolio,
      ...Object.keys(edition2016.requirements).map((id) => `requirement.${id}`),
    ];
    assert.deepEqual(edition2016.duties.map(({ id }) => id).toSorted(), expected.toSorted());
    assert.equal(portfolio.length, 7);
    assert.equal(expected.length, 12 + 17 + 7 + 41);
    for (const id of expected) assert.ok(isCovered(edition2016, id), `${id} is covered`);
  });

  for (const [fact, page, ...duties] of portfolioFacts)
    it(`hold what it says of the portfolio: ${fact} (p. ${page})`, () => {
      for (const id of duties) assert.ok(isCovered(edition2016, id), id);
      const pages = duties.map((id) => dutyOf(edition2016, id)?.source.page ?? '');
      const [from = 0, to = from] = page.split('–').map(Number);
      assert.ok(
        pages.some((each) => {
          const [first = 0, last = first] = each.split('–').map(Number);
          return first <= to && last >= from;
        }),
        `one of them cites p. ${page}: ${pages.join(', ')}`,
      );
    });
});

for (const edition of editions) {
  describe(`what the edition of ${edition.id} leaves open`, () => {
    it('every duty is carried by rules or left to people with a reason, never both', () => {
      const carried = edition.duties.filter(({ carriedBy }) => carriedBy.length > 0);
      const left = edition.duties.filter(({ id }) => isLeft(edition, id));
      assert.equal(carried.length + left.length, edition.duties.length);
      assert.equal(left.length, edition.leftToPeople.length);
      for (const { because } of edition.leftToPeople)
        assert.ok(because.da.length > 20 && because.en.length > 20);
    });

    it('every requirement is a duty of its own, carried by itself', () => {
      for (const id of Object.keys(edition.requirements))
        assert.deepEqual(dutyOf(edition, `requirement.${id}`)?.carriedBy, [id]);
    });

    for (const [place, id] of inconsistencies[edition.id] ?? [])
      it(`the source does not agree with itself on ${place}: the reading chosen is on record`, () => {
        const choice = edition.choices.find((each) => each.id === id);
        assert.ok(choice, id);
        assert.ok(choice.readings.length > 0 && choice.sources.length > 0);
        assert.ok(choice.chosen.da !== '' && choice.chosen.en !== '');
      });
  });
}
