import { expect, test } from 'vitest';
import { lostUpdate } from '../../../engine/judge/simultaneous.ts';
import type { Poll, Step } from '../../../engine/step.ts';
import type { Sketch } from '../../../suites/common/examples.ts';
import { step } from '../../../suites/extend-volume/examples.ts';
import { contract } from '../../suites/committed.ts';

const asked = (size: number, sketch: Sketch, more: Partial<Step> = {}): Step => ({
  ...step({ expects: { kind: 'accept', size }, ...sketch }),
  ...more,
});
const judge = (...steps: readonly Step[]) => lostUpdate({ steps }, contract);
const showing = (...sizes: readonly number[]): Partial<Step> => ({
  polls: sizes.map((size): Poll => {
    const { after } = step({ from: size });
    return { at: 0, job: undefined, volume: after ?? { kind: 'unreadable', why: 'gone', reason: '' } };
  }),
});

test('either size is right, and so is none where neither grew', () => {
  expect(judge(asked(20, { to: 30 }), asked(30, { to: 30 }))).toBeUndefined();
  expect(judge(asked(20, { to: 20 }), asked(30, { to: 20 }))).toBeUndefined();
  expect(judge(asked(20, {}), asked(30, {}))).toBeUndefined();
});

test('a size that is neither is told, with the other request beside it', () => {
  const [one, other] = [asked(20, { to: 50 }), asked(30, { to: 50 })];
  const complaint = judge(one, other);
  expect(complaint?.text).toMatch(/^ended at 50 GB after two .* expected one of 20 and 30 GB$/);
  expect(complaint).toMatchObject({ kind: 'neither', step: one, beside: [other] });
});

test('the size of a refused request is no right one, and what cannot be read says nothing', () => {
  const refused = asked(20, { outcome: 'refused', to: 20 });
  expect(judge(refused, asked(30, { to: 20 }))?.kind).toBe('neither');
  expect(judge(refused, asked(30, { to: 30 }))).toBeUndefined();
  expect(judge(refused, refused)).toBeUndefined();
  expect(judge(asked(20, { to: 50 }, { before: undefined }))).toBeUndefined();
  expect(judge(asked(20, { to: 50 }, { after: undefined }))).toBeUndefined();
});

test('a volume never shrinks below what it had, or has shown', () => {
  const larger = asked(30, { to: 30 });
  const shrunk = asked(20, { from: 30, to: 20 });
  const complaint = judge(larger, shrunk);
  expect(complaint?.text).toMatch(/^shrank from 30 to 20 GB after/);
  expect(complaint).toMatchObject({ kind: 'shrank', step: shrunk, beside: [larger] });
  expect(judge(asked(20, { to: 20 }, showing(10, 30, 20)))?.text).toMatch(/^shrank from 30 to 20 GB/);
  expect(judge(asked(20, { to: 20 }, showing(10, 20)))).toBeUndefined();
  const unread = {
    polls: [{ at: 0, job: undefined, volume: { kind: 'unreadable', why: 'gone', reason: '' } as const }],
  };
  expect(judge(asked(20, { to: 20 }, unread))).toBeUndefined();
});

test('a volume that ends as large as it was set up has not grown to a wrong size', () => {
  expect(judge(asked(20, { from: 12, to: 12, volume: { size: 12 } }))).toBeUndefined();
  expect(judge(asked(20, { from: 12, to: 13, volume: { size: 12 } }))?.kind).toBe('neither');
});
