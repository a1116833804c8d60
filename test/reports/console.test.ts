import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { terminal } from '../../reports/console.ts';
import { judged } from '../suites/register.ts';
import { hostileResult, unseemly } from './hostile.ts';
import { rows, samples } from './sample.ts';

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

  test('tells a shared reason once', () => {
    const text = terminal(samples.incomplete, { colour: false, width: 100 });
    expect(text.match(/blocked by operation\.route/g)).toHaveLength(1);
    expect(text).toContain('state.in-use-shared, state.server-status, state.other (advisory)');
  });

  test('cuts statements to the width of the terminal', () => {
    const [first] = rows();
    const lines = terminal(samples.conformant, { colour: false, width: 80 }).split('\n');
    const table = lines.filter((line) => line.startsWith('✓'));
    expect(table).toHaveLength(judged);
    expect(table.every((line) => line.length <= 80)).toBe(true);
    expect(first && lines.some((line) => line.includes(first.id))).toBe(true);
  });
});
