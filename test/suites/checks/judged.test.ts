import { expect, test } from 'vitest';
import type { Step } from '../../../engine/step.ts';
import { step } from '../../../suites/extend-volume/examples.ts';
import { registry } from '../../../suites/extend-volume/registry.ts';
import { contract } from '../committed.ts';

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
  ) => registry['effect.one-volume'].judge({ steps, bystanders }, contract);
  expect(judge([same, same])).toBeUndefined();
  const complaint = judge([same, { ...same, after: at(11) }]);
  expect(complaint?.text).toMatch(/^changed another volume, v2 \(size from 10 to 11 GB\), in answer/);
  expect(complaint?.step).toBe(steps[2]);
  expect(complaint?.beside).toEqual([steps[0], steps[1]]);
});

test('of foreign requests each is judged, and the first accepted one is told', () => {
  const [first, second]: readonly Step[] = [step({ outcome: 'refused' }), step({ from: 11 })];
  const judge = (...steps: readonly Step[]) => registry['auth.project'].judge({ steps }, contract);
  if (first === undefined || second === undefined) throw new TypeError('no steps');
  expect(judge(first, first)).toBeUndefined();
  expect(judge(first, second)?.step).toBe(second);
  expect(judge(second, first)?.step).toBe(second);
});

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

test('a label is JSON by its type or its suffix, in any case; the message has its first 60 characters', () => {
  const judge = (type: string) => registry['response.media-type'].judge({ steps: [step({ type })] }, contract)?.text;
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
    expect(
      registry[id].judge({ steps: [{ ...step({ outcome: 'refused', status: 500 }), ...silent }] }, contract),
    ).toBeUndefined();
  }
  const refused = (id: 'response.client-error' | 'response.error-status', status: number) =>
    registry[id].judge({ steps: [step({ outcome: 'refused', status })] }, contract)?.kind;
  expect(refused('response.client-error', 200)).toBeUndefined();
  expect(refused('response.error-status', 200)).toBe('status');
  expect(refused('response.error-status', 201)).toBeUndefined();
});
