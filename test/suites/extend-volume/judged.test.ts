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

test('attributes are compared after a refusal that left size and state, of a volume whose state does not pass by itself', () => {
  const attributes = { name: 'a', metadata: { owner: 'a' } };
  const refused = { outcome: 'refused', attributes, attributesAfter: { ...attributes, metadata: {} } } as const;
  const judge = (sketch: Parameters<typeof step>[0] = {}) => {
    const one = step({ ...refused, ...sketch });
    const { appliesTo, judge } = registry['effect.attributes'];
    return [appliesTo?.(one, contract), judge({ steps: [one] }, contract)?.text];
  };
  expect(judge()).toEqual([true, expect.stringMatching(/^changed metadata in spite of a refusal in answer/)]);
  expect(judge({ attributesAfter: { ...attributes, pod: 1 } })).toEqual([true, undefined]);
  expect(judge({ to: 11 })).toEqual([false, undefined]);
  expect(judge({ statusAfter: 'error' })).toEqual([false, undefined]);
  const creating = { kind: 'open', clauses: ['state.other'], size: 20 } as const;
  expect(judge({ volume: { status: 'creating' }, expects: creating })).toEqual([false, undefined]);
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
