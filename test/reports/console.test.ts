import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { terminal } from '../../reports/console.ts';
import { judged } from '../suites/register.ts';
import { hostileResult, unseemly } from './hostile.ts';
import { passed, result, rows, samples } from './sample.ts';

describe('terminal summary', () => {
  test('passes no control character on, whatever a server sent', () => {
    fc.assert(
      fc.property(hostileResult, (hostile) => {
        expect(terminal(hostile, { colour: false, width: 100 }).replaceAll('\n', '')).not.toMatch(unseemly);
      }),
    );
  });

  test('has no escape codes but its own colours, and the same words with and without them', () => {
    fc.assert(
      fc.property(hostileResult, (hostile) => {
        const painted = terminal(hostile, { colour: true, width: 100 });
        // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes are what is looked for
        const bare = painted.replace(/\u001b\[(1|2|22|31|32|33|35|39)m/g, '');
        expect(bare).toBe(terminal(hostile, { colour: false, width: 100 }));
      }),
    );
  });

  test('bounds its length, and cannot be made to end in another headline', () => {
    fc.assert(
      fc.property(hostileResult, (hostile) => {
        const lines = terminal(hostile, { colour: false, width: 100 }).trimEnd().split('\n');
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(15_000);
        expect(lines.filter((line) => /^(non-)?conformant|^incomplete|^broken/.test(line))).toHaveLength(1);
      }),
    );
  });

  test('tells a shared reason once, with the ids where they are asked for', () => {
    const text = terminal(samples.incomplete, { colour: false, width: 100 });
    expect(text).toContain(`? ${judged - 1} inconclusive: blocked by operation.route\n`);
    const verbose = terminal(samples.incomplete, { colour: false, width: 100, verbose: true });
    expect(verbose.match(/blocked by operation\.route/g)).toHaveLength(1);
    expect(verbose).toContain('state.in-use-shared, state.server-status, state.other (advisory)');
  });

  test('folds what passes, and lists it where it is asked for, statements whole', () => {
    const short = terminal(samples.conformant, { colour: false, width: 80 }).split('\n');
    expect(short.filter((line) => line.startsWith('✓'))).toHaveLength(3);
    const long = terminal(samples.conformant, { colour: false, width: 80, verbose: true });
    const lines = long.split('\n');
    expect(lines.filter((line) => line.startsWith('✓'))).toHaveLength(judged);
    const listed = lines.slice(lines.findIndex((line) => line.startsWith('✓')));
    expect(listed.filter((line) => /^(✓| {10})/.test(line)).every((line) => line.length <= 80)).toBe(true);
    const words = long.replaceAll(/\s+/g, ' ');
    for (const { statement } of rows()) expect(words).toContain(statement);
  });

  test('lists the chosen rows where a few were chosen', () => {
    const skipped = { kind: 'inconclusive', runs: 0, reason: 'not selected' } as const;
    const chosen = result({ partial: true, rows: rows({ 'size.greater': passed }, skipped) });
    const text = terminal(chosen, { colour: false, width: 100 });
    expect(text.split('\n').filter((line) => line.startsWith('✓'))).toEqual([
      expect.stringMatching(/^✓ size\.greater MUST/),
    ]);
    expect(text).toContain(`? ${judged - 1} inconclusive: not selected\n`);
    expect(text).toMatch(/^incomplete \(--only: 1 selected, passed\): /m);
  });

  test('names the replay of a failure with its folder, and the id by which the service knows the request', () => {
    const text = terminal(samples['non-conformant'], { colour: false, width: 100, replay: 'out' });
    expect(text).toContain('evs-conformance replay out --only size.over-maximum');
    expect(text).toContain('id     x-request-id: 5f3c');
  });

  test('tells an answer that several failures had once, and each of them where it is asked for', () => {
    const options = { colour: false, width: 100 };
    const text = terminal(samples['non-conformant'], options);
    expect(text.match(/^ {2}answer 200 \{"job_id":"8a7b"\}$/gm)).toHaveLength(1);
    expect(text.match(/^ {2}answer 200, the same as for size\.over-maximum$/gm)).toHaveLength(2);
    expect(text.match(/^ {2}curl /gm)).toHaveLength(1);
    expect(text.match(/^ {2}again .* --only /gm)).toHaveLength(3);
    const verbose = terminal(samples['non-conformant'], { ...options, verbose: true });
    expect(verbose.match(/^ {2}curl /gm)).toHaveLength(3);
    expect(verbose).not.toContain('the same as for');
  });
});
