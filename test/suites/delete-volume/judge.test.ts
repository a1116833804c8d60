import { describe, expect, test } from 'vitest';
import type { SeenState } from '../../../engine/effect.ts';
import type { Sketch } from '../../../suites/common/examples.ts';
import { removal } from '../../../suites/delete-volume/effect.ts';
import { step } from '../../../suites/delete-volume/examples.ts';
import { goneExpected, stillThere } from '../../../suites/delete-volume/judge.ts';
import { deletion } from '../bench.ts';

const { contract } = deletion;
const there: SeenState = { size: 10, status: 'available', attributes: {} };
const as = (status: string): SeenState => ({ size: status === 'gone' ? 0 : 10, status, attributes: {} });

describe('of the effect of a deletion', () => {
  test.each([
    ['gone', 'asked', true],
    ['deleting', 'under way', true],
    ['DELETING', 'under way', true],
    ['deleted', 'asked', true],
    ['available', 'before', false],
    ['error_deleting', 'before', false],
    ['error', 'before', false],
    ['undeleted', 'before', false],
    ['', 'before', false],
  ] as const)('the state "%s" shows what was %s', (status, shown, tookPlace) => {
    for (const expected of [null, 20]) expect(removal.shown(as(status), there, expected)).toBe(shown);
    expect(removal.tookPlace(there, as(status))).toBe(tookPlace);
  });

  test('the size tells nothing: a volume of none that is there is not gone', () => {
    expect(removal.shown({ ...there, size: 0 }, there, null)).toBe('before');
    expect(removal.tookPlace(there, { ...there, size: 20 })).toBe(false);
  });

  test('the request has no body, and is the same for each volume', () => {
    expect(removal.body(contract)).toBe('');
    expect(removal.removes).toBe(true);
  });
});

describe('a request that must not delete', () => {
  const judge = (sketch: Sketch) => stillThere({ steps: [step(sketch)] }, contract)?.kind;
  test('is complained of where the volume is gone, or on its way', () => {
    for (const statusAfter of ['gone', 'deleting']) expect(judge({ outcome: 'refused', statusAfter })).toBe('deleted');
    expect(judge({ outcome: 'refused' })).toBeUndefined();
    expect(judge({ outcome: 'refused', statusAfter: 'error' })).toBeUndefined();
  });

  test('is not, where nothing was read', () => {
    const unread = { ...step({ statusAfter: 'gone' }), after: undefined };
    expect(stillThere({ steps: [unread] }, contract)).toBeUndefined();
    expect(stillThere({ steps: [{ ...step({ statusAfter: 'gone' }), before: undefined }] }, contract)).toBeUndefined();
  });
});

describe('an accepted deletion', () => {
  const judge = (sketch: Sketch, more: Partial<ReturnType<typeof step>> = {}) =>
    goneExpected({ ...step(sketch), ...more }, contract);
  test('has to have the volume gone', () => {
    expect(judge({ to: 0, ending: 'as-asked' })).toBeUndefined();
    expect(judge({ ending: 'unchanged' })).toMatchObject({
      kind: 'unchanged',
      text: expect.stringContaining('left the volume there in state "available"'),
    });
    expect(judge({ ending: 'unchanged', statusAfter: 'error_deleting' })?.text).toContain('in state "error_deleting"');
  });

  test('is not judged by what could not be seen, nor where it was refused', () => {
    expect(judge({ ending: 'unseen' })).toBeUndefined();
    expect(judge({ ending: 'given-up' })).toBeUndefined();
    expect(judge({ ending: 'unchanged' }, { before: undefined })).toBeUndefined();
    expect(judge({ ending: 'unchanged', outcome: 'refused' })).toBeUndefined();
  });

  test('whose job ends in FAIL has to leave the volume', () => {
    const jobs = ['RUNNING', 'FAIL'];
    expect(judge({ to: 0, ending: 'as-asked', jobs })?.kind).toBe('job-failed');
    expect(judge({ statusAfter: 'deleting', ending: 'as-asked', jobs })?.kind).toBe('job-failed');
    expect(judge({ ending: 'failed', jobs })).toBeUndefined();
    expect(judge({ ending: 'failed', jobs }, { after: undefined })).toBeUndefined();
  });
});
