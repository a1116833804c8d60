import { describe, expect, test } from 'vitest';
import * as judge from '../../../engine/judge/expect.ts';
import type { Poll, Step } from '../../../engine/step.ts';
import { findClause } from '../../../spec/parts.ts';
import type { Sketch } from '../../../suites/common/examples.ts';
import { step } from '../../../suites/extend-volume/examples.ts';
import { isPlainExtension } from '../../../suites/extend-volume/plain.ts';
import type { VolumeReading } from '../../../targets/observe.ts';
import { contract } from '../../suites/committed.ts';

const text = (complaint: { readonly text: string } | undefined) => complaint?.text;
const trace = (sketch: Sketch) => ({ steps: [step(sketch)] });
const unread = (sketch: Sketch): Step => ({ ...step(sketch), before: undefined, after: undefined });
const refuse = { kind: 'refuse', clauses: ['size.not-greater'] } as const;
const open = (clause: string, size: number | null = 20) => ({ kind: 'open', clauses: [clause], size }) as const;

test('a refusal is expected of what is accepted, and of nothing else', () => {
  expect(judge.refusalExpected(trace({}), contract)?.kind).toBe('accepted');
  expect(judge.refusalExpected(trace({ outcome: 'refused' }), contract)).toBeUndefined();
  expect(judge.refusalExpected(trace({ outcome: 'none' }), contract)).toBeUndefined();
});

test('an acceptance is expected of what is refused, at once or by its job', () => {
  expect(judge.acceptanceExpected(trace({}), contract)).toBeUndefined();
  expect(judge.acceptanceExpected(trace({ outcome: 'none' }), contract)).toBeUndefined();
  expect(text(judge.acceptanceExpected(trace({ outcome: 'refused' }), contract))).toMatch(/^answered 400 to/);
  expect(text(judge.acceptanceExpected(trace({ ending: 'failed' }), contract))).toMatch(/^let the job end in FAIL/);
});

test('an effect that did not last is no wrong size', () => {
  const seen = (...sizes: readonly number[]): Step => {
    const steps = sizes.map((to) => step({ ending: 'otherwise', to }));
    const polls = steps.map(({ after }): Poll => ({ at: 0, job: undefined, volume: after as VolumeReading }));
    return { ...(steps.at(-1) as Step), polls };
  };
  expect(text(judge.lapsed(seen(10, 20, 10), contract))).toMatch(/^left 10 GB, a while after 20 GB, /);
  expect(judge.wrongSize(seen(10, 20, 10), contract)).toBeUndefined();
  expect(judge.looksAdded(seen(10, 20, 30))).toBe(false);
  // what went on from there is wrong by itself, as where a fraction is rounded up later
  expect(text(judge.wrongSize(seen(10, 20, 21), contract))).toMatch(/^left 21 GB/);
  expect(judge.lapsed(seen(10, 24), contract)).toBeUndefined();
  expect(text(judge.wrongSize(seen(10, 24), contract))).toMatch(/^left 24 GB/);
  expect(judge.lapsed({ ...seen(10, 20), ending: 'as-asked' }, contract)).toBeUndefined();
});

test('growth is what is larger than before, by any amount; what cannot be read has not grown', () => {
  const grown = (to: number) => judge.noGrowthExpected(trace({ from: 10, to }), contract);
  expect([9, 10].map(grown)).toEqual([undefined, undefined]);
  expect(text(grown(11))).toMatch(/^enlarged the volume from 10 to 11 GB/);
  const { before, after } = step({ to: 20 });
  for (const seen of [
    { before: undefined, after },
    { before, after: undefined },
    { before: undefined, after: undefined },
  ])
    expect(judge.noGrowthExpected({ steps: [{ ...step({}), ...seen }] }, contract)).toBeUndefined();
});

test('a size is expected where the contract accepts or leaves open, not where it refuses', () => {
  expect(judge.expectedSize(step({}))).toBe(20);
  expect(judge.expectedSize(step({ expects: open('body.extra-keys') }))).toBe(20);
  expect(judge.expectedSize(step({ expects: open('body.extra-keys', null) }))).toBeNull();
  expect(judge.expectedSize(step({ expects: refuse }))).toBeNull();
  expect(judge.expectedSize(step({ expects: { kind: 'unreadable' } }))).toBeNull();
});

describe('another size', () => {
  const wrong = { to: 21, ending: 'otherwise' } as const;

  test('is wrong where one was expected, accepted and read', () => {
    expect(text(judge.wrongSize(step(wrong), contract))).toMatch(/^left 21 GB .* expected exactly 20 GB$/);
    expect(judge.exactSizeExpected(trace(wrong), contract)?.kind).toBe('size');
    expect(judge.wrongSize(step({ ...wrong, outcome: 'refused' }), contract)).toBeUndefined();
    expect(judge.wrongSize(step({ ...wrong, ending: 'as-asked' }), contract)).toBeUndefined();
    expect(judge.wrongSize(step({ ...wrong, expects: refuse }), contract)).toBeUndefined();
    expect(judge.wrongSize({ ...step(wrong), after: undefined }, contract)).toBeUndefined();
  });

  test('that is the sum of old and new looks added', () => {
    const sum = { from: 10, to: 30, ending: 'otherwise' } as const;
    expect(judge.looksAdded(step(sum))).toBe(true);
    expect(judge.looksAdded(step({ ...sum, to: 29 }))).toBe(false);
    expect(judge.looksAdded(step({ ...sum, to: 10 }))).toBe(false);
    expect(judge.looksAdded(step({ ...sum, ending: 'as-asked' }))).toBe(false);
    expect(judge.looksAdded(step({ ...sum, expects: refuse }))).toBe(false);
    expect(judge.looksAdded(unread(sum))).toBe(false);
    expect(judge.looksAdded({ ...step(sum), after: undefined })).toBe(false);
    expect(judge.looksAdded({ ...step(sum), before: undefined })).toBe(false);
  });
});

test('what never showed says how long it was watched, and which limit that is', () => {
  const at = (ms: number): Step => {
    const [poll] = step({ jobs: ['RUNNING'] }).polls;
    return { ...step({ ending: 'unchanged' }), polls: [{ ...(poll as Poll), at: ms }] };
  };
  const seen = 'left the volume at 10 GB, as it was, for 60 s after its answer to new_size 20';
  const wanted = 'expected the requested size within the time limit (limits.jobMs)';
  expect(text(judge.withoutEffect(at(60_240), contract))).toBe(`${seen} on an available volume of 10 GB, ${wanted}`);
  expect(text(judge.withoutEffect(at(1_730), contract))).toContain('as it was, for 1.5 s after');
  expect(text(judge.withoutEffect(at(310), contract))).toContain('as it was, for 300 ms after');
  expect(text(judge.withoutEffect(step({ ending: 'unchanged' }), contract))).toContain('as it was, after its answer');
});

test('nothing within the time limit is without effect; a refusal and a shorter wait are not', () => {
  expect(text(judge.withoutEffect(step({ ending: 'unchanged' }), contract))).toMatch(/^left the volume at 10 GB/);
  expect(judge.withoutEffect(unread({ ending: 'unchanged' }), contract)?.kind).toBe('unchanged');
  expect(judge.withoutEffect(step({ ending: 'unchanged', outcome: 'refused' }), contract)).toBeUndefined();
  for (const ending of ['as-asked', 'otherwise', 'failed', 'given-up', 'unseen'] as const)
    expect(judge.withoutEffect(step({ ending }), contract)).toBeUndefined();
});

describe('a plain extension', () => {
  const plain = (sketch: Sketch, more: Partial<Step> = {}) => isPlainExtension({ ...step(sketch), ...more }, contract);

  test('is an accepted integer that the contract accepts, or would at least have accepted', () => {
    expect(findClause(contract, 'size.maximum')?.level).toBe('SHOULD');
    expect(plain({})).toBe(true);
    expect(plain({ expects: open('size.maximum') })).toBe(true);
    expect(plain({ expects: open('body.extra-keys') })).toBe(false);
    expect(plain({ expects: { ...open('size.maximum'), clauses: ['size.maximum', 'body.extra-keys'] } })).toBe(false);
    expect(plain({ expects: refuse })).toBe(false);
    expect(plain({ outcome: 'refused' })).toBe(false);
  });

  test.each(['20.0', '2e1', '"20"', '-20', '', '20,"x":1'])('is not of the size %s', (size) => {
    expect(plain({ body: `{"os-extend":{"new_size":${size}}}` })).toBe(false);
  });

  test('is not one beside bystanders, nor one whose body has more before or behind', () => {
    expect(plain({}, { check: 'effect.one-volume' })).toBe(false);
    expect(plain({ body: ' {"os-extend":{"new_size":20}}' })).toBe(false);
    expect(plain({ body: '{"os-extend":{"new_size":20}}\n ' })).toBe(false);
  });
});

test('the rules about answers speak of accepted requests in scope that need not be refused', () => {
  const proper = (sketch: Sketch, more: Partial<Step> = {}) => judge.isProperAcceptance({ ...step(sketch), ...more });
  expect(proper({})).toBe(true);
  expect(proper({ expects: open('body.extra-keys') })).toBe(true);
  expect(proper({ expects: refuse })).toBe(false);
  expect(proper({ expects: { kind: 'unreadable' } })).toBe(false);
  expect(proper({ outcome: 'refused' })).toBe(false);
  expect(proper({}, { inScope: false })).toBe(false);
});
