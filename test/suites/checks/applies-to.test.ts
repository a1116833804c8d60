import { describe, expect, test } from 'vitest';
import type { Step } from '../../../engine/step.ts';
import type { RequirementId } from '../../../spec/requirements.ts';
import type { Sketch } from '../../../suites/common/examples.ts';
import { step as deletes } from '../../../suites/delete-volume/examples.ts';
import { step as extends_ } from '../../../suites/extend-volume/examples.ts';
import { certified } from '../committed.ts';

const examples: Readonly<Record<string, typeof extends_>> = { 'extend-volume': extends_, 'delete-volume': deletes };
const refused = { outcome: 'refused' } as const;
const out = { inScope: false } as const;

describe.each(certified)('$operation.id', ({ operation, contract }) => {
  const step = examples[operation.id] ?? extends_;
  const appliesTo = (id: RequirementId, sketch: Sketch, more: Partial<Step> = {}): boolean | undefined => {
    const check = operation.checks.find(({ requirement }) => requirement === id);
    if (check === undefined) throw new TypeError(id);
    return check.appliesTo?.({ ...step(sketch), ...more }, contract);
  };
  const silent: Partial<Step> = {
    exchange: { ...step({}).exchange, reply: { kind: 'none', reason: 'reset', detail: '' } },
  };

  test.each(['response.client-error', 'response.error-status', 'response.error-envelope'] as const)(
    '%s applies to refusals in scope, and nothing else',
    (id) => {
      expect(appliesTo(id, refused)).toBe(true);
      expect(appliesTo(id, refused, out)).toBe(false);
      expect(appliesTo(id, {})).toBe(false);
      expect(appliesTo(id, { outcome: 'none' })).toBe(false);
    },
  );

  test.each(['response.success-status', operation.roles.jobId] as const)('%s applies to acceptances in scope', (id) => {
    expect(appliesTo(id, {})).toBe(true);
    expect(appliesTo(id, {}, out)).toBe(false);
    expect(appliesTo(id, refused)).toBe(false);
    expect(appliesTo(id, { expects: { kind: 'unreadable' } })).toBe(false);
  });

  test('response.exclusive applies to every outcome in scope', () => {
    expect(appliesTo('response.exclusive', {})).toBe(true);
    expect(appliesTo('response.exclusive', refused)).toBe(true);
    expect(appliesTo('response.exclusive', { outcome: 'none' })).toBe(false);
    expect(appliesTo('response.exclusive', {}, out)).toBe(false);
  });

  test('response.media-type applies to objects and lists in answers in scope', () => {
    expect(appliesTo('response.media-type', {})).toBe(true);
    expect(appliesTo('response.media-type', { text: '[1]' })).toBe(true);
    for (const text of ['', 'null', '7', '"x"', '<p>']) expect(appliesTo('response.media-type', { text })).toBe(false);
    expect(appliesTo('response.media-type', {}, silent)).toBe(false);
    expect(appliesTo('response.media-type', {}, out)).toBe(false);
  });

  describe('bodies that were not read whole, or not unpacked, have no shape to judge', () => {
    const answer = (parts: object, sketch: Sketch = { text: 'x' }): Partial<Step> => {
      const { exchange } = step(sketch);
      return { exchange: { ...exchange, reply: { ...exchange.reply, ...parts } } as Step['exchange'] };
    };
    const encoded = (encoding: string) => answer({ headers: { 'content-encoding': encoding } });

    test.each([
      [operation.roles.jobId, {}],
      ['response.error-envelope', refused],
    ] as const)('%s', (id, sketch) => {
      expect(appliesTo(id, sketch, answer({ truncated: true }, { text: '{"' }))).toBe(false);
      expect(appliesTo(id, sketch, answer({ truncated: true }, {}))).toBe(false);
      // whatever follows, that is no object
      expect(appliesTo(id, sketch, answer({ truncated: true }, { text: '[' }))).toBe(true);
      expect(appliesTo(id, sketch, silent)).toBe(false);
      for (const known of ['', 'identity', ' gzip ', 'DEFLATE', 'br'])
        expect(appliesTo(id, sketch, encoded(known))).toBe(true);
      for (const odd of ['zstd', 'gzip, br', 'xgzip', 'brx']) expect(appliesTo(id, sketch, encoded(odd))).toBe(false);
      const read = answer({ headers: { 'content-encoding': 'zstd' } }, {});
      expect(appliesTo(id, sketch, read)).toBe(true);
    });
  });

  test('path.allow and auth.envelope apply to refusals of the requests that they are about alone', () => {
    for (const [id, check] of [
      ['path.allow', 'path.method'],
      ['auth.envelope', 'auth.required'],
    ] as const) {
      expect(appliesTo(id, refused, { ...out, check })).toBe(true);
      expect(appliesTo(id, {}, { ...out, check })).toBe(false);
      expect(appliesTo(id, refused, out)).toBe(false);
      // what only prepares such a request
      expect(appliesTo(id, refused, { check })).toBe(false);
    }
  });

  test('effect.refusal applies to refusals that were read before and after, and requests that a refusal locked out', () => {
    const { before, after } = step({});
    expect(appliesTo('effect.refusal', refused)).toBe(true);
    expect(appliesTo('effect.refusal', {})).toBe(false);
    expect(appliesTo('effect.refusal', refused, { before: undefined, after })).toBe(false);
    expect(appliesTo('effect.refusal', refused, { before, after: undefined })).toBe(false);
    expect(appliesTo('effect.refusal', {}, { lockedBy: step(refused) })).toBe(true);
  });

  test('jobs are watched once they are seen, their truth once they say SUCCESS', () => {
    const unread: Partial<Step> = {
      polls: [
        {
          at: 0,
          job: { kind: 'unreadable', why: 'gone', reason: '' },
          volume: { kind: 'unreadable', why: 'gone', reason: '' },
        },
      ],
    };
    for (const jobs of [['RUNNING'], ['INIT', 'SUCCESS']]) expect(appliesTo('job.vocabulary', { jobs })).toBe(true);
    expect(appliesTo('job.vocabulary', {}, unread)).toBe(false);
    expect(appliesTo('job.vocabulary', {})).toBe(false);
    expect(appliesTo('job.truthful', { jobs: ['INIT', 'SUCCESS'] })).toBe(true);
    expect(appliesTo('job.truthful', { jobs: ['RUNNING', 'FAIL'] })).toBe(false);
    expect(appliesTo('job.truthful', {}, unread)).toBe(false);
    expect(appliesTo('job.vocabulary', { jobs: ['RUNNING'] }, out)).toBe(false);
    expect(appliesTo('job.truthful', { jobs: ['SUCCESS'] }, out)).toBe(false);
  });

  // A check that asks for less than it needs accuses where nothing could be seen; one that asks for more judges nobody.
  test.each(operation.checks)('what $requirement needs', ({ needs, requirement }) => {
    const observed = {
      volume:
        /^(effect\.|concurrency\.lost)|^decimal\.truncated$|^path\.(method|allow)$|^auth\.look-up$|^delete\.again$/,
      job: /^job\./,
    };
    const observe = observed.volume.test(requirement) ? 'volume' : observed.job.test(requirement) ? 'job' : undefined;
    const token = /^auth\./.test(requirement) ? { token: true } : {};
    const fullRoom = /^size\.maximum$|^decimal\.upper-bound$/.test(requirement) ? { fullRoom: true } : {};
    expect(needs ?? {}).toEqual({ ...(observe === undefined ? {} : { observe }), ...token, ...fullRoom });
  });
});
