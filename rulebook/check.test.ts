import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check, checkJson, checks, checkText, type CheckId } from './check.ts';
import { editions } from './editions.ts';
import { edition2016 } from './2016/index.ts';
import { toJson } from './json.ts';
import type { Edition } from './rule.ts';
import { seatRoles, type SeatRole } from './vocabulary.ts';

type Draft<T> = T extends object ? { -readonly [K in keyof T]: Draft<T[K]> } : T;

/** An edition that may be spoilt. */
type Spoilt = Draft<Edition>;

interface Seeded {
  /** What a careless hand did to the edition of 2016. */
  readonly did: string;
  readonly caught: CheckId;
  /** Other checks that rightly speak up too. */
  readonly also?: readonly CheckId[];
  readonly spoil: (edition: Spoilt) => void;
}

const copy = (): Spoilt => JSON.parse(toJson(edition2016)) as Spoilt;

function found<T>(value: T | undefined, what: string): T {
  assert.ok(value !== undefined, `${what} is in the edition of 2016`);
  return value;
}
const requirement = (edition: Spoilt, id: string) => found(edition.requirements[id], id);
const need = (edition: Spoilt, id: string) => found(edition.needs[id], id);
const byId = <T extends { id: string }>(records: T[], id: string) =>
  found(
    records.find((each) => each.id === id),
    id,
  );
const without = <T>(records: T[], is: (each: T) => boolean): T[] => {
  const left = records.filter((each) => !is(each));
  assert.notEqual(left.length, records.length, 'something was taken out');
  return left;
};

const defects: readonly Seeded[] = [
  {
    did: 'left the English sentence of a requirement out',
    caught: 'shape',
    spoil: (edition) => delete (requirement(edition, 'idea').says as { en?: string }).en,
  },
  {
    did: 'wrote a blank Danish sentence',
    caught: 'shape',
    spoil: (edition) => (requirement(edition, 'idea').says.da = ' '),
  },
  {
    did: 'misspelt the weight of a requirement',
    caught: 'shape',
    spoil: (edition) => Object.assign(requirement(edition, 'licence'), { weight: 'shall' }),
  },
  {
    did: 'asked a condition of a fact that nobody registers',
    caught: 'shape',
    spoil: (edition) =>
      Object.assign(requirement(edition, 'participants'), { condition: { is: 'moon-phase' } }),
  },
  {
    did: 'invented an operator for a condition',
    caught: 'shape',
    spoil: (edition) => Object.assign(need(edition, 'in-use'), { condition: { exactly: 'users', n: 1 } }),
  },
  {
    did: 'gave a requirement no source',
    caught: 'shape',
    spoil: (edition) => delete (requirement(edition, 'security') as { source?: unknown }).source,
  },
  {
    did: 'added a member nobody reads',
    caught: 'shape',
    spoil: (edition) => Object.assign(edition, { comment: 'draft' }),
  },
  {
    did: 'wrote a date in the Danish way',
    caught: 'shape',
    spoil: (edition) => (edition.inForceFrom = '14-03-2016'),
  },
  {
    did: 'let nobody carry a gate out',
    caught: 'shape',
    spoil: (edition) => (byId(edition.gates, 'gate.project').carriedOutBy = []),
  },
  {
    did: 'nested conditions deeper than anybody writes',
    caught: 'shape',
    spoil: (edition) => {
      let condition: unknown = { is: 'steering-group' };
      for (let depth = 0; depth < 60; depth += 1) condition = { all: [condition] };
      Object.assign(requirement(edition, 'steering-group'), { condition });
    },
  },
  {
    did: 'took away the ways to product',
    caught: 'stage-reached',
    also: ['duty-carried', 'line-never-asked'],
    spoil: (edition) => (edition.gates = without(edition.gates, (gate) => gate.to === 'product')),
  },
  {
    did: 'took away every way out of product',
    caught: 'stage-left',
    also: ['duty-carried'],
    spoil: (edition) => (edition.gates = without(edition.gates, (gate) => gate.from === 'product')),
  },
  {
    did: 'let the retired come back as an idea',
    caught: 'stage-final',
    also: ['loop-undecided'],
    spoil: (edition) =>
      edition.gates.push({ ...byId(edition.gates, 'gate.back-to-idea'), id: 'gate.revive', from: 'retired' }),
  },
  {
    did: 'called a way back a way forward',
    caught: 'gate-direction',
    spoil: (edition) => (byId(edition.gates, 'gate.reconsider').kind = 'forward'),
  },
  {
    did: 'let a gate lead to the stage it starts from',
    caught: 'gate-direction',
    also: ['loop-undecided'],
    spoil: (edition) =>
      edition.gates.push({
        ...byId(edition.gates, 'gate.product'),
        id: 'gate.linger',
        from: 'product',
        to: 'product',
      }),
  },
  {
    did: 'wrote a second way between the same two stages',
    caught: 'gate-twice',
    spoil: (edition) =>
      edition.gates.push({ ...byId(edition.gates, 'gate.project'), id: 'gate.project-again' }),
  },
  {
    did: 'forgot what is decided at N3',
    caught: 'gate-decision',
    spoil: (edition) => delete byId(edition.gates, 'gate.project').decision['N3'],
  },
  {
    did: 'named a level N4 in a gate',
    caught: 'level-known',
    spoil: (edition) => (byId(edition.gates, 'gate.project').decision['N4'] = 'approval'),
  },
  {
    did: 'had a project closed by a placement',
    caught: 'way-decision',
    spoil: (edition) => (byId(edition.gates, 'gate.close-project').decision['N1'] = 'placement'),
  },
  {
    did: 'let projects go back and forth without anybody deciding',
    caught: 'loop-undecided',
    spoil: (edition) => (byId(edition.gates, 'gate.reconsider').decision['N1'] = null),
  },
  {
    did: 'gave nobody the right to decide closings',
    caught: 'right-missing',
    also: ['duty-carried'],
    spoil: (edition) =>
      (edition.decisionRights = without(edition.decisionRights, (right) => right.kind === 'closing')),
  },
  {
    did: 'gave two different bodies the right to place',
    caught: 'right-twice',
    spoil: (edition) =>
      edition.decisionRights.push({
        ...byId(edition.decisionRights, 'right.placement'),
        id: 'right.placement-too',
        decides: ['board'],
      }),
  },
  {
    did: 'named a level N4 in a decision right',
    caught: 'level-known',
    spoil: (edition) => byId(edition.decisionRights, 'right.closing').levels.push('N4'),
  },
  {
    did: 'gave a right to a body that is not there',
    caught: 'competent-body',
    also: ['duty-carried'],
    spoil: (edition) => {
      byId(edition.decisionRights, 'right.economy').decides = ['expert-group'];
      edition.bodies = without(edition.bodies, ({ kind }) => kind === 'expert-group');
    },
  },
  {
    did: 'gave a right to a body without votes',
    caught: 'competent-body',
    spoil: (edition) => (byId(edition.decisionRights, 'right.economy').decides = ['super-user-network']),
  },
  {
    did: 'mistyped three voting members as three thousand',
    caught: 'composition-impossible',
    also: ['number-example'],
    spoil: (edition) =>
      edition.composition.push({
        ...byId(edition.composition, 'composition.coordination-chair'),
        id: 'composition.coordination-members',
        rule: { kind: 'at-least', n: 3_000, voting: true },
        examples: [],
      }),
  },
  {
    did: 'took the vote from every role and still wanted a voting majority',
    caught: 'composition-impossible',
    also: ['competent-body'],
    spoil: (edition) => {
      for (const role of Object.keys(seatRoles) as SeatRole[])
        edition.composition.push({
          ...byId(edition.composition, 'composition.board-business-manager'),
          id: `composition.silent-${role}`,
          body: 'steering-group',
          rule: { kind: 'no-vote', role },
          examples: [],
        });
      byId(edition.decisionRights, 'right.economy').decides = ['steering-group'];
    },
  },
  {
    did: 'wrote a rule on seats twice',
    caught: 'composition-twice',
    spoil: (edition) =>
      edition.composition.push({
        ...byId(edition.composition, 'composition.steering-chair'),
        id: 'composition.steering-leader',
      }),
  },
  {
    did: 'bound the board by a level',
    caught: 'composition-scope',
    spoil: (edition) => (byId(edition.composition, 'composition.board-chair').level = 'N2'),
  },
  {
    did: 'wrote rules on the seats of a body that is not there',
    caught: 'composition-scope',
    also: ['duty-carried'],
    spoil: (edition) => {
      edition.bodies = without(edition.bodies, ({ kind }) => kind === 'professional-committee');
      byId(edition.composition, 'composition.steering-chair').body = 'professional-committee';
    },
  },
  {
    did: 'wanted the steering group’s majority from the steering group itself',
    caught: 'composition-scope',
    also: ['composition-impossible', 'example-judges'],
    spoil: (edition) =>
      (byId(edition.composition, 'composition.board-majority').rule = {
        kind: 'voting-majority-from',
        from: 'steering-group',
      }),
  },
  {
    did: 'let level 3 rank below level 2',
    caught: 'level-ranks',
    spoil: (edition) => (edition.levels = edition.levels.toReversed()),
  },
  {
    did: 'asked for a requirement from a level that is not there',
    caught: 'level-known',
    spoil: (edition) => (requirement(edition, 'security').level = 'N0'),
  },
  {
    did: 'lifted a requirement from a level that is not there',
    caught: 'level-known',
    spoil: (edition) => (requirement(edition, 'board-informed').liftedAt = 'N9'),
  },
  {
    did: 'asked for a rule on seats from a level that is not there',
    caught: 'level-known',
    spoil: (edition) => (byId(edition.composition, 'composition.board-majority').level = 'N9'),
  },
  {
    did: 'lifted a requirement at the level that first asks for it',
    caught: 'level-lifted',
    spoil: (edition) => (requirement(edition, 'board-informed').liftedAt = 'N1'),
  },
  {
    did: 'asked for a requirement only when all is over',
    caught: 'line-never-asked',
    spoil: (edition) => (requirement(edition, 'training').due = 'retired'),
  },
  {
    did: 'wrote two requirements that cannot both be met',
    caught: 'line-contradiction',
    spoil: (edition) => {
      requirement(edition, 'no-os2-funding').kind = 'requirement';
      need(edition, 'in-use').condition = { is: 'community-funding' };
      need(edition, 'in-use').examples = [];
      need(edition, 'in-use').level = 'N1';
    },
  },
  {
    did: 'wrote a condition that contradicts itself',
    caught: 'line-contradiction',
    also: ['example-judges'],
    spoil: (edition) =>
      (need(edition, 'steering-chair').condition = {
        all: [{ is: 'steering-chair' }, { is: 'steering-chair', value: false }],
      }),
  },
  {
    did: 'wrote a requirement twice under two ids',
    caught: 'line-twice',
    spoil: (edition) =>
      (edition.requirements['protection'] = { ...requirement(edition, 'security'), id: 'protection' }),
  },
  {
    did: 'used the id of a gate for a requirement too',
    caught: 'id-twice',
    also: ['duty-carried'],
    spoil: (edition) => (byId(edition.gates, 'gate.product').id = 'security'),
  },
  {
    did: 'gave two levels the same word in the form',
    caught: 'id-twice',
    spoil: (edition) => (byId(edition.levels, 'N2').formWord = '1'),
  },
  {
    did: 'filed a requirement under another id than its own',
    caught: 'key-is-id',
    spoil: (edition) => (requirement(edition, 'security').id = 'safety'),
  },
  {
    did: 'asked whether the number of users is true',
    caught: 'fact-type',
    spoil: (edition) => {
      need(edition, 'in-use').condition = { is: 'users' };
      need(edition, 'in-use').examples = [];
    },
  },
  {
    did: 'counted something that is yes or no',
    caught: 'fact-type',
    also: ['number-example'],
    spoil: (edition) => {
      need(edition, 'steering-chair').condition = { atLeast: 'steering-chair', n: 1 };
      need(edition, 'steering-chair').examples = [];
    },
  },
  {
    did: 'mixed what people claim with what is registered in one condition',
    caught: 'fact-type',
    spoil: (edition) => {
      need(edition, 'steering-chair').condition = { any: [{ claimed: true }, { is: 'steering-chair' }] };
    },
  },
  {
    did: 'raised a number and left its examples as they were',
    caught: 'number-example',
    also: ['example-judges'],
    spoil: (edition) => (need(edition, 'in-use').condition = { atLeast: 'users', n: 5 }),
  },
  {
    did: 'took away the example of too few seats',
    caught: 'number-example',
    spoil: (edition) => {
      const rule = byId(edition.composition, 'composition.board-in-coordination');
      rule.examples = without(rule.examples, ({ breached }) => breached);
    },
  },
  {
    did: 'turned an example of a requirement round',
    caught: 'example-judges',
    spoil: (edition) => {
      const [first] = requirement(edition, 'licence').examples;
      found(first, 'an example').satisfied = !found(first, 'an example').satisfied;
    },
  },
  {
    did: 'turned an example of who may run a group round',
    caught: 'example-judges',
    spoil: (edition) => {
      const group = found(
        edition.bodies.find(({ kind }) => kind === 'coordination-group'),
        'a coordination group',
      );
      found(group.facilitation?.examples[0], 'an example').neutral = false;
    },
  },
  {
    did: 'turned an example of seats round',
    caught: 'example-judges',
    spoil: (edition) => {
      const [first] = byId(edition.composition, 'composition.board-chair').examples;
      found(first, 'an example').breached = false;
    },
  },
  {
    did: 'copied the Danish sentence into the English one',
    caught: 'language-copied',
    spoil: (edition) => (requirement(edition, 'security').says.en = requirement(edition, 'security').says.da),
  },
  {
    did: 'dropped a theme that requirements stand under',
    caught: 'theme-listed',
    spoil: (edition) => (edition.themes = without(edition.themes, (theme) => theme === 'strategic')),
  },
  {
    did: 'dropped “explained” while requirements may be explained',
    caught: 'theme-listed',
    also: ['example-judges'],
    spoil: (edition) => (edition.verdicts = without(edition.verdicts, (verdict) => verdict === 'explained')),
  },
  {
    did: 'let an edition end before it begins',
    caught: 'date-valid',
    spoil: (edition) => (edition.inForceUntil = '2015-01-01'),
  },
  {
    did: 'let an edition begin on the 30th of February',
    caught: 'date-valid',
    spoil: (edition) => (edition.inForceFrom = '2016-02-30'),
  },
  {
    did: 'had a duty carried by a rule that is not there',
    caught: 'duty-carried',
    spoil: (edition) => byId(edition.duties, 'P7').carriedBy.push('right.gone'),
  },
  {
    did: 'forgot a duty of the report',
    caught: 'duty-once',
    spoil: (edition) => (byId(edition.duties, 'P7').carriedBy = []),
  },
  {
    did: 'left a duty to people that a rule carries already',
    caught: 'duty-once',
    spoil: (edition) => edition.leftToPeople.push({ duty: 'P7', because: { da: 'Fordi', en: 'Because' } }),
  },
  {
    did: 'left a duty to people that the report does not know',
    caught: 'duty-once',
    spoil: (edition) => edition.leftToPeople.push({ duty: 'P99', because: { da: 'Fordi', en: 'Because' } }),
  },
  {
    did: 'left a duty to people twice',
    caught: 'duty-once',
    spoil: (edition) => edition.leftToPeople.push({ ...found(edition.leftToPeople[0], 'an entry') }),
  },
  {
    did: 'carried on a requirement that the earlier edition never had',
    caught: 'formerly-known',
    spoil: (edition) => (requirement(edition, 'security').formerly = { '2018': ['F99'] }),
  },
  {
    did: 'carried on a requirement of the same edition',
    caught: 'formerly-known',
    spoil: (edition) => (requirement(edition, 'security').formerly = { '2016': ['security'] }),
  },
];

describe('the static checks of an edition', () => {
  for (const edition of editions)
    it(`find nothing wrong with the shipped edition ${edition.id}, nor with what its JSON says`, () => {
      assert.deepEqual(check(edition), []);
      const loaded = checkText(toJson(edition));
      assert.deepEqual(loaded.defects, []);
      assert.deepEqual(loaded.edition, edition);
    });

  for (const { did, caught, also = [], spoil } of defects)
    it(`catch the hand that ${did}`, () => {
      const spoilt = copy();
      spoil(spoilt);
      assert.notDeepEqual(spoilt, edition2016, 'something was spoilt');
      const told = check(spoilt);
      assert.deepEqual(
        [...new Set(told.map((each) => each.check))].toSorted(),
        [caught, ...also].toSorted(),
        JSON.stringify(told, null, 1),
      );
      for (const { at, says } of told) {
        assert.notEqual(at, '', 'it is told where');
        for (const text of [says.da, says.en])
          assert.match(text, /[^.]\. \S|\.$/, 'what is wrong and what to do are sentences');
      }
      const loaded = checkText(JSON.stringify(spoilt));
      assert.equal(loaded.edition, null);
      assert.deepEqual(
        new Set(loaded.defects.map((each) => each.check)),
        new Set(told.map((each) => each.check)),
        'the same is caught when the edition comes from a file',
      );
    });

  it(`are each tried by at least one of the ${defects.length} defects, and each defect is another`, () => {
    assert.deepEqual(
      [...new Set(defects.map(({ caught }) => caught))].toSorted(),
      Object.keys(checks).toSorted(),
    );
    assert.ok(defects.length >= 30);
    assert.equal(new Set(defects.map(({ did }) => did)).size, defects.length);
  });

  for (const [what, text] of [
    ['not JSON', '{"id": '],
    ['empty', ''],
    ['a list', '[]'],
    ['nothing', 'null'],
    ['a number', '42'],
  ] as const)
    it(`answer a file that is ${what} with a sentence and never throw`, () => {
      const { edition, defects: told } = checkText(text);
      assert.equal(edition, null);
      assert.ok(told.length > 0);
      for (const each of told) assert.equal(each.check, 'shape');
    });

  it('know only the earlier editions they are told of', () => {
    const spoilt = copy();
    requirement(spoilt, 'security').formerly = { '2018': ['F99'] };
    assert.equal(checkJson(spoilt, []).defects.length, 0);
    assert.equal(checkJson(spoilt, editions).defects.length, 1);
  });
});
