import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../engine/checking/finding.ts';
import type { Remark } from '../../../engine/checking/remark.ts';
import { reasonWriterOf } from '../../../engine/conclusion/reasons.ts';
import type { BrokenRequirements } from '../../../engine/step.ts';
import type { RequirementId } from '../../../spec/requirements.ts';
import type { VerdictKind } from '../../../verdicts/verdict.ts';
import { requirementIds } from '../../suites/register.ts';

const found = (requirement: RequirementId, doubts: readonly Remark[], runs = 1): readonly [RequirementId, Finding] => [
  requirement,
  { requirement, runs, observed: true, failure: undefined, doubts, short: undefined, crash: undefined, notes: [] },
];

const told = (
  by: BrokenRequirements,
  kinds: Readonly<Record<string, VerdictKind>>,
  findings: readonly (readonly [RequirementId, Finding])[] = [],
  selected: readonly RequirementId[] = requirementIds,
) =>
  reasonWriterOf({ kinds: new Map(Object.entries(kinds)), findings: new Map(findings), selected: new Set(selected) })([
    { by, reason: 'it was refused' },
  ])[0];

describe('a reason', () => {
  test('names the first of the broken requirements that fails', () => {
    const kinds = { 'size.greater': 'pass', 'state.in-use': 'inconclusive', 'operation.route': 'fail' } as const;
    expect(told(['size.greater', 'state.in-use', 'operation.route'], kinds)).toBe(
      'blocked by operation.route: it was refused',
    );
  });

  test.each(['pass', 'not-applicable'] as const)('never names one that is %s', (kind) => {
    expect(told(['size.greater'], { 'size.greater': kind })).toBe('it was refused; no other row shows it');
  });

  test('names one that cannot be told for a reason of its own, and what that rests on', () => {
    const kinds = { 'size.greater': 'inconclusive', 'effect.size': 'fail' } as const;
    const own = found('size.greater', [{ reason: 'no outcome' }]);
    const on = found('size.greater', [{ by: ['effect.size'], reason: 'it did not grow' }]);
    for (const one of [own, on]) expect(told(['size.greater'], kinds, [one])).toMatch(/^blocked by size.greater: /);
  });

  test('names none that only leads back, or has seen nothing', () => {
    const kinds = { 'size.greater': 'inconclusive', 'effect.size': 'inconclusive' } as const;
    const circle = [
      found('size.greater', [{ by: ['effect.size'], reason: 'it did not grow' }]),
      found('effect.size', [{ by: ['size.greater'], reason: 'it was refused' }]),
    ];
    expect(told(['size.greater'], kinds, circle)).toBe('it was refused; no other row shows it');
    expect(told(['size.greater'], kinds, [found('size.greater', [], 0)])).toBe('it was refused; no other row shows it');
  });

  test('says of one that was not selected that its row is not there', () => {
    expect(told(['size.greater'], {}, [], ['state.in-use'])).toBe(
      'blocked by size.greater (not selected): it was refused',
    );
    expect(told(['size.greater'], { 'size.greater': 'fail' }, [], [])).toContain('(not selected)');
    expect(told(['size.greater'], { 'size.greater': 'pass' }, [], [])).not.toContain('size.greater');
  });

  test('is told once, however often it was found, and says what it is about', () => {
    const tell = reasonWriterOf({ kinds: new Map(), findings: new Map(), selected: new Set(requirementIds) });
    const one = { about: 'not judged for a volume', reason: 'cannot' };
    expect(tell([one, { ...one }, { reason: 'cannot' }])).toEqual(['not judged for a volume: cannot', 'cannot']);
  });
});
