import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Baseline, decide, type ExpectedFailure } from '../../main/baseline.ts';
import { exitCodes } from '../../verdicts/fold.ts';
import { overallVerdict } from '../../verdicts/overall-verdict.ts';
import type { Result } from '../../verdicts/result.ts';
import type { Verdict } from '../../verdicts/verdict.ts';
import { broken, failed, open, passed, result, rows } from '../reports/sample.ts';
import { requirement, requirementIds, smokeTest } from '../suites/register.ts';

const file = '/ci/expected.yaml';
const entry = (id: string, expires = '2026-12-31'): ExpectedFailure => ({ id, reason: 'ticket 7', expires });
const baseline = (...entries: readonly ExpectedFailure[]): Baseline => ({ file, entries });
const run = (verdicts: Readonly<Record<string, Verdict>>, changes: Partial<Result> = {}): Result =>
  result({ rows: rows(verdicts), ...changes });

const blocked = (reason: string): Verdict => ({ kind: 'inconclusive', runs: 0, reason });
const twin = 'its plain case is answered wrongly already, so this cannot be judged until that is mended';

describe('the exit code', () => {
  const failing = { 'size.over-maximum': failed, 'size.not-greater': failed };
  const both = [entry('size.over-maximum'), entry('size.not-greater')];
  const one = { 'size.over-maximum': failed };

  test.each<[string, Result, readonly ExpectedFailure[], number, RegExp]>([
    ['all failures are expected', run(failing), both, 0, /^non-conformant; 2 expected failures \(baseline \/ci/m],
    ['one is', run(one), both.slice(0, 1), 0, /^non-conformant; 1 expected failure \(baseline/m],
    ['one of two is', run(failing), both.slice(0, 1), 1, /^not expected: size\.not-greater \(baseline/m],
    ['a SHOULD fails beside them', run({ ...one, 'size.maximum': failed }), both.slice(0, 1), 0, /^non-conformant; 1/m],
    ['one passes, the other fails', run(one), both, 1, /^stale: size\.not-greater passes/m],
    ['one passes in a conformant run', run({}), both.slice(0, 1), 1, /^stale: size\.over-maximum passes/m],
    ['a SHOULD on the list passes', run({}), [entry('size.maximum')], 1, /^stale: size\.maximum passes/m],
    ['one is inconclusive', run({ 'size.greater': open }), [entry('size.greater')], 2, /^$/],
    [
      'one does not apply',
      run({ 'job.truthful': { kind: 'not-applicable', reason: 'no job' } }),
      [entry('job.truthful')],
      0,
      /^$/,
    ],
    [
      'a MUST is open as well',
      run({ ...one, 'size.greater': open }),
      both.slice(0, 1),
      2,
      /without it the run is incomplete/,
    ],
    ['a row is broken as well', run({ ...one, 'body.malformed': broken }), both.slice(0, 1), 3, /the run is broken/],
    ['it was interrupted', run(one, { interrupted: true }), both.slice(0, 1), 2, /the run is incomplete/],
    ['not all was selected', run(one, { partial: true }), both.slice(0, 1), 2, /the run is incomplete/],
    ['a broken run', run({ 'body.malformed': broken }), both, 3, /stale/],
    [
      'the plain extension fails',
      run({ [smokeTest]: failed }),
      [entry(smokeTest)],
      1,
      /not expected: operation\.route/,
    ],
  ])('%s', (_, outcome, entries, exit, line) => {
    const decision = decide(outcome, baseline(...entries));
    expect(decision.exit).toBe(exit);
    expect(decision.lines.join('\n')).toMatch(line);
  });

  test.each<[string, number]>([
    [`blocked by size.not-greater: ${twin}`, 0],
    [`blocked by size.not-greater: ${twin}; blocked by size.greater: ${twin}`, 2],
    [`blocked by size.not-greater: ${twin}; no volume was available`, 2],
    [`${'blocked by size.not-greater: x; '.repeat(2)}blocked by size.not-greater: y`, 2],
  ])('a row that an expected failure alone keeps open is no matter: %s', (reason, exit) => {
    const outcome = run({ 'size.not-greater': failed, 'decimal.lower-bound': blocked(reason) });
    expect(decide(outcome, baseline(entry('size.not-greater'))).exit).toBe(exit);
  });

  test('the plain extension has to pass, whatever keeps it open', () => {
    const outcome = run({ 'size.greater': failed, 'operation.route': blocked(`blocked by size.greater: ${twin}`) });
    expect(decide(outcome, baseline(entry('size.greater'))).exit).toBe(2);
  });

  // the run of the samples starts at 2026-01-02T03:04:05.678Z
  test.each([
    ['2026-01-01', 1, /^expired: size\.over-maximum, on 2026-01-01/m],
    ['2026-01-02', 0, /^expected up to 2026-01-02: size\.over-maximum: ticket 7$/m],
    ['2026-01-03', 0, /^expected up to 2026-01-03/m],
  ])('an entry up to %s on 2026-01-02', (expires, exit, line) => {
    const decision = decide(run(one), baseline(entry('size.over-maximum', expires)));
    expect(decision.exit).toBe(exit);
    expect(decision.lines.join('\n')).toMatch(line);
  });

  test('the last second of its day is within it, the next is not', () => {
    const exit = (startedAt: string) =>
      decide(run(one, { startedAt }), baseline(entry('size.over-maximum', '2026-02-28'))).exit;
    expect([exit('2026-02-28T23:59:59.999Z'), exit('2026-03-01T00:00:00.000Z')]).toEqual([0, 1]);
  });

  test('an expired entry of a row that passes is told, and is not stale', () => {
    const { exit, lines } = decide(run({}), baseline(entry('size.greater', '2026-01-01')));
    expect(exit).toBe(0);
    expect(lines).toEqual([expect.stringMatching(/^expired: size\.greater/)]);
  });

  test('what a file says cannot look like two lines', () => {
    const forged = { ...entry('size.over-maximum'), reason: 'x\nconformant\u001b[2J' };
    const said = decide(run(one), { file: 'a\nb', entries: [forged] }).lines.join('');
    for (const character of ['\n', '\u001b']) expect(said).not.toContain(character);
  });
});

test('rows that stand against nobody, and those that are stale, are told', () => {
  const outcome = run({
    'size.over-maximum': failed,
    'decimal.upper-bound': blocked('blocked by size.over-maximum: x'),
  });
  const { excused, stale } = decide(outcome, baseline(entry('size.over-maximum'), entry('size.greater')));
  expect({ excused: [...excused], stale: [...stale] }).toEqual({
    excused: ['size.over-maximum', 'decimal.upper-bound'],
    stale: ['size.greater'],
  });
});

describe('whatever the run and the list', () => {
  const odd: readonly Verdict[] = [passed, failed, failed, open, broken, blocked(`blocked by size.greater: ${twin}`)];
  const runs = fc
    .record({
      odd: fc.dictionary(fc.constantFrom(...requirementIds), fc.constantFrom(...odd), { maxKeys: 4 }),
      partial: fc.constantFrom(false, false, false, true),
      interrupted: fc.constantFrom(false, false, false, true),
    })
    .map((drawn) => run(drawn.odd, { partial: drawn.partial, interrupted: drawn.interrupted }));
  const entries = fc.record({
    id: fc.constantFrom(...requirementIds),
    reason: fc.string(),
    expires: fc.constantFrom('2025-12-31', '2026-01-02', '2026-12-31'),
  });
  /** Lists that name the failures of the run, so that exit 0 is drawn often, and some more. */
  const drawn = fc.tuple(runs, fc.array(entries, { maxLength: 2 }), fc.boolean()).map(([outcome, more, isKnown]) => {
    const failing = outcome.rows.filter(({ verdict }) => verdict.kind === 'fail').map(({ id }) => entry(id));
    const all = [...(isKnown ? failing : []), ...more];
    return { outcome, list: all.filter(({ id }, at) => all.findIndex((one) => one.id === id) === at) };
  });

  test('with an empty list the exit code is that of the class, and nothing is said', () => {
    fc.assert(
      fc.property(runs, (outcome) => {
        const nobody = new Set();
        const counting = new Set(
          outcome.rows.filter(({ level, verdict }) => level === 'MUST' && verdict.kind === 'fail').map(({ id }) => id),
        );
        expect(decide(outcome, baseline())).toEqual({
          counting,
          excused: nobody,
          stale: nobody,
          exit: exitCodes[overallVerdict(outcome).class],
          lines: [],
        });
      }),
    );
  });

  test('an incomplete or a broken run keeps its exit code', () => {
    fc.assert(
      fc.property(drawn, ({ outcome, list }) => {
        const { class: verdict } = overallVerdict(outcome);
        fc.pre(verdict === 'incomplete' || verdict === 'broken');
        expect(decide(outcome, baseline(...list)).exit).toBe(exitCodes[verdict]);
      }),
    );
  });

  test('0 says that each failing MUST is listed and unexpired, nothing broke, all was run, and the plain extension passed', () => {
    let zeros = 0;
    fc.assert(
      fc.property(drawn, ({ outcome, list }) => {
        if (decide(outcome, baseline(...list)).exit !== 0) return;
        zeros += 1;
        const valid = list.filter(({ expires }) => expires >= '2026-01-02').map(({ id }) => id);
        for (const { id, level, verdict } of outcome.rows) {
          if (level === 'MUST' && verdict.kind === 'fail') expect(valid).toContain(id);
          if (verdict.kind === 'pass' && id !== smokeTest) expect(valid).not.toContain(id);
          expect(verdict.kind).not.toBe('broken');
          if (id === smokeTest) expect(verdict.kind).toBe('pass');
        }
        expect([outcome.partial, outcome.interrupted]).toEqual([false, false]);
      }),
      { numRuns: 500 },
    );
    expect(zeros).toBeGreaterThan(40);
  });

  test('adding an entry makes a 0 of a 1 only where it names a failing MUST', () => {
    fc.assert(
      fc.property(drawn, entries, ({ outcome, list }, more) => {
        const rest = list.filter(({ id }) => id !== more.id);
        const [before, after] = [rest, [...rest, more]].map((all) => decide(outcome, baseline(...all)).exit);
        if (before === 0 || after !== 0) return;
        const row = outcome.rows.find(({ id }) => id === more.id);
        expect([before, row?.verdict.kind, requirement(more.id).level]).toEqual([1, 'fail', 'MUST']);
      }),
      { numRuns: 500 },
    );
  });
});
