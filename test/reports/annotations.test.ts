import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotations } from '../../reports/annotations.ts';
import { hostileResult, unseemly } from './hostile.ts';
import { counterexample, failed, result, rows, samples } from './sample.ts';

test('what counts is an error, other failures are warnings, and a run without a verdict is an error of its own', () => {
  expect(annotations(samples['non-conformant'], (id) => id === 'size.over-maximum')).toEqual([
    '::error title=size.over-maximum (MUST)::answered 200 to new_size 32769, expected a refusal',
    '::warning title=job.vocabulary (advisory)::answered 200 to new_size 32769, expected a refusal',
    '::warning title=job.truthful (SHOULD)::answered 200 to new_size 32769, expected a refusal',
  ]);
  expect(annotations(samples.incomplete, () => true)).toEqual([
    expect.stringMatching(/^::error title=evs-conformance::incomplete: 0 of .*; operation\.route: no volume/),
  ]);
  expect(annotations(samples.conformant, () => true)).toEqual([]);
});

test('a text stays in its command', () => {
  const verdict = { ...failed, counterexample: { ...counterexample, complaint: '100 %\n::error::b' } };
  const [line] = annotations(result({ rows: rows({ 'size.greater': verdict }) }), () => true);
  expect(line).toBe('::error title=size.greater (MUST)::100 %25\\u000a::error::b');
});

test('whatever a server sent, each is one line, and they are few', () => {
  fc.assert(
    fc.property(hostileResult, (hostile) => {
      const lines = annotations(hostile, (id) => id.length % 2 === 0);
      expect(lines.length).toBeLessThanOrEqual(20);
      for (const line of lines) expect(line).not.toMatch(unseemly);
    }),
  );
});
