import { expect, test } from 'vitest';
import { alike } from '../../reports/alike.ts';
import { failures } from '../../reports/rows.ts';
import type { Counterexample } from '../../verdicts/verdict.ts';
import { counterexample, failed, rows } from './sample.ts';

/** Ids that stand together where each of these requirements fails by this answer. */
function together(found: Readonly<Record<string, Partial<Counterexample>>>): readonly (readonly string[])[] {
  const verdicts = Object.entries(found).map(
    ([id, one]) => [id, { ...failed, counterexample: { ...counterexample, ...one } }] as const,
  );
  return alike(failures(rows(Object.fromEntries(verdicts)))).map((group) => group.map(({ row }) => row.id));
}

const answer = (status: number, body: string): Partial<Counterexample> => ({
  response: { status, headers: {}, body },
});
const sent = (body: string): Partial<Counterexample> => ({ request: { ...counterexample.request, body } });

test('failures with the same error stand together, where the first of them stood, whatever was sent', () => {
  const crash = answer(500, '{"error":"Internal Server Error"}');
  expect(
    together({
      'size.greater': { ...crash, ...sent('{}') },
      'size.over-maximum': answer(200, ''),
      'body.malformed': { ...crash, ...sent('') },
      'response.error-envelope': answer(500, 'another'),
    }),
  ).toEqual([['size.greater', 'body.malformed'], ['size.over-maximum'], ['response.error-envelope']]);
});

test('an error with another id or time is the same, one with another code is not', () => {
  const error = (code: string, id: string, at: string) => answer(400, `{"code":"${code}","id":"${id}","at":"${at}"}`);
  expect(
    together({
      'size.greater': error('EVS.2024', '8a7b8a7b-0000-4000-8000-8a7b8a7b8a7b', '2026-01-02T03:04:05.678Z'),
      'size.over-maximum': error('EVS.2024', '9a7b8a7b-0000-4000-8000-8a7b8a7b8a7b', '2026-01-02T03:04:06Z'),
      'response.error-envelope': error('EVS.2025', '9a7b8a7b-0000-4000-8000-8a7b8a7b8a7b', '2026-01-02T03:04:06Z'),
    }),
  ).toEqual([['size.greater', 'size.over-maximum'], ['response.error-envelope']]);
});

test('a success is the same only for the same body on the same volume', () => {
  const { volume } = counterexample.case;
  expect(
    together({
      'size.greater': answer(200, '{}'),
      'size.over-maximum': { ...answer(200, '{}'), ...sent('{}') },
      'state.server-status': {
        ...answer(200, '{}'),
        case: { ...counterexample.case, volume: { ...volume, status: 'error' } },
      },
      'response.success-status': answer(200, '{}'),
    }),
  ).toEqual([['size.greater', 'response.success-status'], ['size.over-maximum'], ['state.server-status']]);
});

test('requests without an answer stand together', () => {
  const none = { response: null };
  expect(together({ 'size.greater': none, 'body.malformed': { ...none, ...sent('') } })).toHaveLength(1);
});
