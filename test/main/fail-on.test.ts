import { describe, expect, test } from 'vitest';
import { decide } from '../../main/baseline.ts';
import { type FailOn, failOnLevels } from '../../verdicts/fail-on.ts';
import type { Result } from '../../verdicts/result.ts';
import type { Verdict } from '../../verdicts/verdict.ts';
import { broken, failed, open, result, rows } from '../reports/sample.ts';

const run = (verdicts: Readonly<Record<string, Verdict>>, changes: Partial<Result> = {}): Result =>
  result({ rows: rows(verdicts), ...changes });
const [must, should, advisory] = ['size.greater', 'size.maximum', 'body.extra-keys'];

/** The exit codes with --fail-on must, should and advisory. */
const exits = (outcome: Result): readonly number[] =>
  failOnLevels.map((level) => decide(outcome, undefined, level).exit);

describe('--fail-on', () => {
  test.each<[string, Result, readonly number[]]>([
    ['nothing fails', run({}), [0, 0, 0]],
    ['a MUST fails', run({ [must ?? '']: failed }), [1, 1, 1]],
    ['a SHOULD fails', run({ [should ?? '']: failed }), [0, 1, 1]],
    ['an advisory row fails', run({ [advisory ?? '']: failed }), [0, 0, 1]],
    ['a SHOULD fails in an incomplete run', run({ [should ?? '']: failed, [must ?? '']: open }), [2, 1, 1]],
    ['a SHOULD fails beside a broken row', run({ [should ?? '']: failed, [must ?? '']: broken }), [3, 1, 1]],
    ['a SHOULD is open', run({ [should ?? '']: open }), [0, 0, 0]],
  ])('%s', (_, outcome, expected) => {
    expect(exits(outcome)).toEqual(expected);
  });

  test('says why the exit code is not that of the class', () => {
    const { lines } = decide(run({ [should ?? '']: failed }), undefined, 'should');
    expect(lines).toEqual(['exit code 1 by --fail-on should: size.maximum; the run is still conformant']);
  });

  test('a baseline excuses what it expects at any level', () => {
    const entries = [{ id: should ?? '', reason: 'known', expires: '2026-12-31' }];
    const outcome = run({ [should ?? '']: failed });
    const exit = (failOn: FailOn): number => decide(outcome, { file: 'b.yaml', entries }, failOn).exit;
    expect(failOnLevels.map(exit)).toEqual([0, 0, 0]);
    const two = run({ [should ?? '']: failed, [advisory ?? '']: failed });
    expect(decide(two, { file: 'b.yaml', entries }, 'advisory').exit).toBe(1);
  });
});
