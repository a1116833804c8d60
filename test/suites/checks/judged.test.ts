import { describe, expect, test } from 'vitest';
import type { Step, Trace } from '../../../engine/step.ts';
import type { RequirementId } from '../../../spec/requirements.ts';
import { step as deletes } from '../../../suites/delete-volume/examples.ts';
import { step as extends_ } from '../../../suites/extend-volume/examples.ts';
import { certified } from '../committed.ts';

const examples: Readonly<Record<string, typeof extends_>> = { 'extend-volume': extends_, 'delete-volume': deletes };

describe.each(certified)('$operation.id', ({ operation, contract }) => {
  const step = examples[operation.id] ?? extends_;
  const judged = (id: RequirementId, trace: Trace) =>
    operation.checks.find(({ requirement }) => requirement === id)?.judge(trace, contract);

  const at = (size: number) => {
    const { after } = step({ from: size });
    if (after === undefined) throw new TypeError('a step that was not read');
    return after;
  };

  test('a bystander that changed is told beside every request before the one that is judged', () => {
    const steps = [step({}), step({ from: 20 }), step({ from: 30 })] as const;
    const same = { id: 'v2', before: at(10), after: at(10) };
    const judge = (
      bystanders: readonly { id: string; before: ReturnType<typeof at>; after: ReturnType<typeof at> | 'gone' }[],
    ) => judged(operation.roles.others, { steps, bystanders });
    expect(judge([same, same])).toBeUndefined();
    const complaint = judge([same, { ...same, after: at(11) }]);
    expect(complaint?.text).toMatch(/^changed another volume, v2 \(size from 10 to 11 GB\), in answer/);
    expect(complaint?.step).toBe(steps[2]);
    expect(complaint?.beside).toEqual([steps[0], steps[1]]);
  });

  test('of foreign requests each is judged, and the first accepted one is told', () => {
    const [first, second]: readonly Step[] = [step({ outcome: 'refused' }), step({ from: 11 })];
    const judge = (...steps: readonly Step[]) => judged('auth.project', { steps });
    if (first === undefined || second === undefined) throw new TypeError('no steps');
    expect(judge(first, first)).toBeUndefined();
    expect(judge(first, second)?.step).toBe(second);
    expect(judge(second, first)?.step).toBe(second);
  });

  test('a label is JSON by its type or its suffix, in any case; the message has its first 60 characters', () => {
    const judge = (type: string) => judged('response.media-type', { steps: [step({ type })] })?.text;
    for (const type of ['application/json', 'APPLICATION/JSON ;a=b', 'application/vnd.x+json'])
      expect(judge(type)).toBeUndefined();
    for (const type of ['application/jsonp', 'text/plain; a=/json', 'json', ''])
      expect(judge(type)).toContain(`labelled JSON as "${type}" in answer`);
    expect(judge(`${'x'.repeat(60)}y`)).toContain(`"${'x'.repeat(60)}"`);
  });

  test('the two statuses that a row is about are its own, and no answer is nobody’s', () => {
    const { reply } = step({}).exchange;
    const silent: Partial<Step> = {
      exchange: { ...step({}).exchange, reply: { kind: 'none', reason: 'reset', detail: '' } },
    };
    expect(reply.kind).toBe('answer');
    for (const id of [
      'response.client-error',
      'response.error-status',
      'response.success-status',
      'response.media-type',
    ] as const) {
      expect(judged(id, { steps: [{ ...step({ outcome: 'refused', status: 500 }), ...silent }] })).toBeUndefined();
    }
    const refused = (id: 'response.client-error' | 'response.error-status', status: number) =>
      judged(id, { steps: [step({ outcome: 'refused', status })] })?.kind;
    expect(refused('response.client-error', 200)).toBeUndefined();
    expect(refused('response.error-status', 200)).toBe('status');
    expect(refused('response.error-status', 201)).toBeUndefined();
  });

  test('after a refusal a volume that is gone, or about to go, has changed, and so has one in another state', () => {
    const judge = (sketch: Parameters<typeof step>[0], more: Partial<Step> = {}) =>
      judged('effect.refusal', { steps: [{ ...step({ outcome: 'refused', ...sketch }), ...more }] })?.kind;
    for (const statusAfter of ['gone', 'deleting', 'error_deleting', 'error'])
      expect(judge({ statusAfter })).toBe('changed');
    expect(judge({})).toBeUndefined();
    expect(judge({ statusAfter: 'gone' }, { before: undefined })).toBeUndefined();
    expect(judge({ statusAfter: 'gone' }, { after: undefined })).toBeUndefined();
  });
});
