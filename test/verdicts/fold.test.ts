import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify, exitCodes, summarize } from '../../verdicts/fold.ts';
import type { Class, Row } from '../../verdicts/result.ts';
import type { Verdict, VerdictKind } from '../../verdicts/verdict.ts';
import { counterexample } from '../reports/sample.ts';
import { requirement, requirementIds, smokeTest } from '../suites/register.ts';

const verdicts = {
  pass: { kind: 'pass', runs: 1, evidence: 'observed' },
  fail: { kind: 'fail', runs: 1, evidence: 'observed', foundAfter: 1, counterexample },
  inconclusive: { kind: 'inconclusive', runs: 0, reason: 'not selected' },
  'not-applicable': { kind: 'not-applicable', reason: 'the contract has no job' },
  broken: { kind: 'broken', runs: 0, reason: 'the judge threw' },
} as const satisfies Record<VerdictKind, Verdict>;

const kinds = Object.keys(verdicts) as VerdictKind[];

function row(id: string, level: Row['level'], kind: VerdictKind): Row {
  return { id, level, statement: id, clauses: [], verdict: verdicts[kind], notes: [] };
}

const musts = requirementIds.filter((id) => requirement(id).level === 'MUST');

/** Every row of a run; passes outweigh the rest, so that conformant and nearly conformant runs are drawn often. */
const runs: fc.Arbitrary<readonly Row[]> = fc
  .record({
    base: fc.constantFrom<VerdictKind>('pass', 'pass', 'pass', 'inconclusive'),
    odd: fc.dictionary(fc.constantFrom(...requirementIds), fc.constantFrom(...kinds), { maxKeys: 4 }),
  })
  .map(({ base, odd }) => requirementIds.map((id) => row(id, requirement(id).level, odd[id] ?? base)));

const classOf = (rows: readonly Row[]): Class => classify(rows, { expected: musts, smokeTest });

describe('the class of a run', () => {
  const absent = 'absent';
  const all = [...kinds, absent] as const;
  const table = all.flatMap((route) => all.flatMap((must) => all.map((should) => ({ route, must, should }))));

  /** The rule of the design once more, as a list of conditions of which the first match counts. */
  function expected({ route, must, should }: (typeof table)[number]): Class {
    const decisive = [route, must];
    if (decisive.includes('fail')) return 'non-conformant';
    if ([...decisive, should].includes('broken')) return 'broken';
    if (decisive.includes('inconclusive') || decisive.includes(absent)) return 'incomplete';
    return route === 'pass' ? 'conformant' : 'incomplete';
  }

  test.each(table)('route $route, another MUST $must, a SHOULD $should', (line) => {
    const rows = [
      ...(line.should === absent ? [] : [row('size.maximum', 'SHOULD', line.should)]),
      ...(line.route === absent ? [] : [row(smokeTest, 'MUST', line.route)]),
      ...(line.must === absent ? [] : [row('size.greater', 'MUST', line.must)]),
    ];
    expect(classify(rows, { expected: [smokeTest, 'size.greater'], smokeTest })).toBe(expected(line));
  });

  test('no rows at all certify nothing', () => {
    expect(classOf([])).toBe('incomplete');
    expect(classify([], { expected: [], smokeTest })).toBe('incomplete');
  });

  test('only a conformant run exits 0', () => {
    const zero = Object.entries(exitCodes).filter(([, code]) => code === 0);
    expect(zero).toEqual([['conformant', 0]]);
    expect(new Set(Object.values(exitCodes)).size).toBe(4);
  });

  test('rows of the levels SHOULD, advisory and none change nothing but by breaking', () => {
    const others = fc.tuple(fc.constantFrom('SHOULD', 'advisory', 'none'), fc.constantFrom(...kinds));
    fc.assert(
      fc.property(runs, fc.array(others), (rows, extra) => {
        const added = extra.map(([level, kind], index) => row(`extra.row-${index}`, level as Row['level'], kind));
        const harmless = added.filter((one) => one.verdict.kind !== 'broken');
        expect(classOf([...rows, ...harmless])).toBe(classOf(rows));
        if (added.length > harmless.length)
          expect(classOf([...rows, ...added])).not.toMatch(/^(conformant|incomplete)$/);
      }),
    );
  });
});

describe('lost evidence', () => {
  /**
   * A row that is lost: gone altogether, or there without a verdict. What `broken` says of a row that does not decide
   * is about us, not evidence about the endpoint, and so the one thing whose loss can leave a conformant run.
   */
  const losses = fc.array(
    fc.record({ at: fc.nat(requirementIds.length - 1), how: fc.constantFrom('drop', 'inconclusive') }),
    { minLength: 1, maxLength: 10 },
  );

  function lose(rows: readonly Row[], lost: readonly { at: number; how: string }[]): readonly Row[] {
    return rows.flatMap((one, index) => {
      const loss = lost.find(({ at }) => at === index);
      if (loss === undefined || (one.level !== 'MUST' && one.verdict.kind === 'broken')) return [one];
      return loss.how === 'drop' ? [] : [{ ...one, verdict: verdicts.inconclusive }];
    });
  }

  test('never turns a run that was not conformant into a conformant one', () => {
    fc.assert(
      fc.property(runs, losses, (rows, lost) => {
        fc.pre(classOf(rows) !== 'conformant');
        expect(classOf(lose(rows, lost))).not.toBe('conformant');
      }),
      { numRuns: 2000 },
    );
  });

  test('of any MUST makes a conformant run incomplete', () => {
    const rows = requirementIds.map((id) => row(id, requirement(id).level, 'pass'));
    expect(classOf(rows)).toBe('conformant');
    for (const id of musts) {
      const at = requirementIds.indexOf(id);
      for (const how of ['drop', 'inconclusive']) expect(classOf(lose(rows, [{ at, how }])), id).toBe('incomplete');
    }
  });

  test('of the only failure leaves a run incomplete: nothing is certified by looking away', () => {
    for (const id of musts) {
      const rows = requirementIds.map((one) => row(one, requirement(one).level, one === id ? 'fail' : 'pass'));
      expect(classOf(rows)).toBe('non-conformant');
      expect(classOf(lose(rows, [{ at: requirementIds.indexOf(id), how: 'inconclusive' }])), id).toBe('incomplete');
    }
  });

  test('is not hidden by a second row of the same id', () => {
    const rows = requirementIds.map((id) => row(id, requirement(id).level, 'pass'));
    expect(classOf([...rows, row('size.greater', 'MUST', 'inconclusive')])).toBe('incomplete');
    expect(classOf([...rows, row('size.greater', 'MUST', 'fail')])).toBe('non-conformant');
  });
});

describe('order and count', () => {
  test('neither the order of rows nor that of the expected ids matters', () => {
    fc.assert(
      fc.property(
        runs.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows], { minLength: rows.length }))),
        ([rows, shuffled]) => {
          expect(classOf(shuffled)).toBe(classOf(rows));
          expect(classify(rows, { expected: [...musts].reverse(), smokeTest })).toBe(classOf(rows));
          expect(summarize(shuffled)).toEqual(summarize(rows));
        },
      ),
    );
  });

  test('the summary counts every row once', () => {
    fc.assert(
      fc.property(runs, (rows) => {
        const counted = Object.values(summarize(rows)).reduce((sum, count) => sum + count, 0);
        expect(counted).toBe(rows.length);
      }),
    );
  });
});

test('each class has the exit code that the README promises', () => {
  expect(exitCodes).toEqual({ conformant: 0, 'non-conformant': 1, incomplete: 2, broken: 3 });
});
