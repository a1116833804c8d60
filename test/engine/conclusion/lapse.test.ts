import { describe, expect, test } from 'vitest';
import type { Failure, Finding } from '../../../engine/checking/finding.ts';
import { withoutLapses } from '../../../engine/conclusion/lapse.ts';
import type { Bystander, Step } from '../../../engine/step.ts';
import type { RequirementId } from '../../../spec/requirements.ts';
import { step } from '../../../suites/extend-volume/examples.ts';
import { extendVolume } from '../../../suites/extend-volume/operation.ts';
import type { VolumeReading } from '../../../targets/observe.ts';

const found = (requirement: RequirementId, failed: Step, more: Partial<Failure> = {}, kind = 'changed'): Finding => ({
  ...{ requirement, runs: 1, observed: true, doubts: [], short: undefined, crash: undefined, notes: [] },
  failure: {
    complaint: { kind, text: '', step: failed },
    evidence: { trace: { steps: [failed] } },
    recipe: undefined,
    path: '',
    foundAfter: 1,
    ...more,
  },
});
const concluded = (kind: string, ...findings: readonly Finding[]) => {
  const all = [found('effect.size', step({}), {}, kind), ...findings];
  return withoutLapses(new Map(all.map((one) => [one.requirement, one])), extendVolume);
};

const fresh = step({ outcome: 'refused', to: 10 });
const extended: Step = { ...fresh, history: [10, 20] };

describe('where extensions do not last', () => {
  test('what a volume shows that was extended before says nothing of another requirement', () => {
    const rows = concluded('lapsed', found('effect.refusal', extended));
    expect(rows.get('effect.refusal')).toMatchObject({ failure: undefined, doubts: [{ by: ['effect.size'] }] });
    expect(rows.get('effect.size')?.failure).toBeDefined();
  });

  test('what a new volume shows stands', () => {
    expect(concluded('lapsed', found('effect.refusal', fresh)).get('effect.refusal')?.failure).toBeDefined();
  });

  test('another volume proves nothing if it was extended itself in the same case', () => {
    const reading = (size: number) => step({ to: size }).after as VolumeReading;
    const changed = (id: string): Bystander => ({ id, before: reading(20), after: reading(10) });
    const { volume_id } = fresh.case.path;
    const row = (id: string) => {
      const trace = { steps: [step({ to: 20 })], bystanders: [changed(id)] };
      return concluded('lapsed', found('effect.one-volume', fresh, { evidence: { trace } })).get('effect.one-volume');
    };
    expect(row(volume_id)?.failure).toBeUndefined();
    expect(row('another')?.failure).toBeDefined();
  });
});

test('where extensions have another size from the start, all findings stand', () => {
  expect(concluded('size', found('effect.refusal', extended)).get('effect.refusal')?.failure).toBeDefined();
});
