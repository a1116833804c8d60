import { expect, test } from 'vitest';
import type { Step } from '../../../engine/step.ts';
import { step } from '../../../suites/extend-volume/examples.ts';
import { registry } from '../../../suites/extend-volume/registry.ts';
import { contract } from '../committed.ts';

test('attributes are compared where the extension went as asked and was read', () => {
  const changed = step({ to: 20, ending: 'as-asked', attributes: { name: 'a' }, attributesAfter: { name: 'b' } });
  const judge = (more: Partial<Step>) =>
    registry['effect.attributes'].judge({ steps: [{ ...changed, ...more }] }, contract)?.text;
  expect(judge({})).toMatch(/^changed name in answer/);
  expect(judge({ ending: 'otherwise' })).toBeUndefined();
  expect(judge({ before: undefined })).toBeUndefined();
  expect(judge({ after: undefined })).toBeUndefined();
});

test('after a refusal size and state are compared; a state that passes by itself is not', () => {
  const judge = (sketch: Parameters<typeof step>[0], more: Partial<Step> = {}) =>
    registry['effect.refusal'].judge({ steps: [{ ...step({ outcome: 'refused', ...sketch }), ...more }] }, contract)
      ?.kind;
  const creating = { kind: 'open', clauses: ['state.other'], size: 20 } as const;
  expect(judge({ to: 11 })).toBe('changed');
  expect(judge({ to: 9 })).toBe('changed');
  expect(judge({ statusAfter: 'error' })).toBe('changed');
  expect(judge({ statusAfter: 'available', volume: { status: 'creating' }, expects: creating })).toBeUndefined();
  expect(judge({ to: 11, volume: { status: 'creating' }, expects: creating })).toBe('changed');
  expect(judge({ to: 11 }, { before: undefined })).toBeUndefined();
  expect(judge({ to: 11 }, { after: undefined })).toBeUndefined();
});
