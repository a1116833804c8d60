import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../engine/checking/finding.ts';
import {
  gated,
  outOfContract,
  rowOf,
  type TellingContext,
  untestedRows,
  verdictOf,
} from '../../../engine/conclusion/rows.ts';
import { step } from '../../../suites/extend-volume/examples.ts';
import { extendVolume } from '../../../suites/extend-volume/operation.ts';
import type { Verdict } from '../../../verdicts/verdict.ts';
import { secretsOf } from '../../../wire/redact.ts';
import { committed } from '../../suites/bench.ts';
import { contract } from '../../suites/committed.ts';

const context: TellingContext = {
  operation: extendVolume,
  contract,
  provenance: committed.provenance,
  seed: 7,
  secrets: secretsOf('top-secret'),
  tell: (remarks) => remarks.map(({ reason }) => reason),
};
const clean: Finding = {
  requirement: 'size.greater',
  runs: 3,
  observed: true,
  failure: undefined,
  doubts: [],
  short: undefined,
  crash: undefined,
  notes: [],
};
const failure = {
  complaint: { kind: 'accepted', text: 'answered 200 with top-secret', step: step({}) },
  evidence: { trace: { steps: [step({})] } },
  recipe: undefined,
  path: '0:1',
  foundAfter: 2,
};
const doubts = (...reasons: readonly string[]) => reasons.map((reason) => ({ reason }));
const told = (finding: Partial<Finding>, cut?: string) => verdictOf({ ...clean, ...finding }, cut, context);

describe('the verdict on a finding', () => {
  test('is the first that holds: failure, crash, cut, doubt, nothing judged, pass', () => {
    const all = { failure, crash: 'TypeError: x', doubts: doubts('d') };
    expect(told(all, 'interrupted')).toMatchObject({ kind: 'fail', runs: 3, evidence: 'observed', foundAfter: 2 });
    expect(told({ ...all, failure: undefined }, 'interrupted')).toEqual({
      kind: 'broken',
      runs: 3,
      reason: 'the suite broke: TypeError: x',
    });
    expect(told({ doubts: doubts('d') }, 'interrupted')).toEqual({
      kind: 'inconclusive',
      runs: 3,
      reason: 'interrupted',
    });
    expect(told({ doubts: doubts('a', 'b', 'c', 'd'), runs: 0 })).toMatchObject({
      kind: 'inconclusive',
      reason: 'a; b; c',
    });
    expect(told({ runs: 0 })).toMatchObject({ kind: 'inconclusive', runs: 0 });
    expect(told({})).toEqual({ kind: 'pass', runs: 3, evidence: 'observed' });
    expect(told({ observed: false })).toEqual({ kind: 'pass', runs: 3, evidence: 'response' });
  });

  test('accuses nobody where the set-up may have done it; what held, held', () => {
    const distrusting = { ...context, distrust: 'the volume v was handed out again' };
    for (const wrong of [{ failure }, { crash: 'TypeError: x' }]) {
      expect(verdictOf({ ...clean, ...wrong }, undefined, distrusting)).toEqual({
        kind: 'inconclusive',
        runs: 3,
        reason: distrusting.distrust,
      });
    }
    expect(verdictOf(clean, undefined, distrusting)).toEqual(told({}));
  });

  test('shows no secret, and how to see it again', () => {
    const verdict = told({ failure });
    expect(JSON.stringify(verdict)).not.toContain('top-secret');
    expect(verdict).toMatchObject({
      counterexample: { complaint: 'answered 200 with $EVS_TOKEN', seed: 7, path: '0:1' },
    });
  });
});

describe('rows', () => {
  const pass: Verdict = { kind: 'pass', runs: 1, evidence: 'observed' };
  const row = (id: 'operation.route' | 'size.greater' | 'auth.required', verdict: Verdict) =>
    rowOf(id, verdict, [], context);

  test('have level, statement and places from the requirement and the page', () => {
    const { level, statement, clauses } = row('size.greater', pass);
    expect([level, statement]).toEqual([
      'MUST',
      'accept every integer greater than the current size, current + 1 included and below 32768 GB',
    ]);
    expect(clauses.map(({ fact, line }) => [fact, line])).toEqual([
      ['size.range', 82],
      ['request.size', 75],
    ]);
  });

  test('pass only where the plain extension does; what is wrong stays wrong', () => {
    const fail: Verdict = told({ failure });
    for (const stone of [fail, told({ runs: 0 }), told({ crash: 'x' })]) {
      const rows = [row('operation.route', stone), row('size.greater', pass), row('auth.required', fail)];
      const [, blocked, wrong] = gated(rows, { operation: extendVolume, selected: new Set(['operation.route']) });
      expect(blocked?.verdict).toMatchObject({ kind: 'inconclusive', runs: 1 });
      expect(blocked?.verdict).toHaveProperty('reason', expect.stringContaining('blocked by operation.route'));
      expect(wrong?.verdict).toEqual(fail);
    }
    const good = [row('operation.route', pass), row('size.greater', pass)];
    expect(gated(good, { operation: extendVolume, selected: new Set() })).toEqual(good);
    expect(gated(good.slice(1), { operation: extendVolume, selected: new Set() })).toEqual(good.slice(1));
    const [, hidden] = gated([row('operation.route', fail), row('size.greater', pass)], {
      operation: extendVolume,
      selected: new Set(['size.greater']),
    });
    expect(hidden?.verdict).toHaveProperty(
      'reason',
      expect.stringMatching(/^blocked by operation.route \(not selected\)/),
    );
  });

  test('of what nothing tests have no level, and a reason', () => {
    for (const { level, verdict } of untestedRows(context)) {
      expect(level).toBe('none');
      expect(verdict).toMatchObject({ kind: 'not-applicable', reason: expect.stringMatching(/^untested: ./) });
    }
  });

  test('of what the contract does not state say which part is missing', () => {
    expect(outOfContract('decimal.accepted', extendVolume, contract)).toBeUndefined();
    expect(outOfContract('decimal.accepted', extendVolume, { ...contract, normalise: [] })).toBe(
      'the contract extend-volume does not state it (truncation)',
    );
  });
});
