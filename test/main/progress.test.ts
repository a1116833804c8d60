import { expect, test } from 'vitest';
import { openProgress } from '../../main/progress.ts';
import type { Environment } from '../../wire/proxy.ts';

/** What a run of 100 checks writes, one check each second. */
function written(isTTY: boolean, env: Environment, oneByOneFrom = 101): string {
  let [text, ms] = ['', 0];
  const write = (more: string): void => {
    text += more;
  };
  const { show, clear } = openProgress({ isTTY, write }, env, () => ms);
  for (let done = 1; done <= 100; done += 1) {
    ms += 1000;
    show(done, 100, `check ${done}`, done >= oneByOneFrom);
  }
  clear();
  return text;
}

test('a terminal has one line, which is always the latest and goes in the end', () => {
  const text = written(true, {});
  expect(text).not.toContain('\n');
  expect(text.split('\r\u001b[K').slice(1)).toHaveLength(101);
  expect(text.endsWith('100/100 check 100\r\u001b[K')).toBe(true);
});

test.each<[boolean, Environment]>([
  [false, {}],
  [true, { CI: 'true' }],
  [true, { TERM: 'dumb' }],
])('terminal: %s, %j: plain lines, ten seconds apart', (isTTY, env) => {
  const lines = written(isTTY, env).trimEnd().split('\n');
  expect(lines).toEqual(Array.from({ length: 10 }, (_, index) => `${10 * (index + 1)} of 100 cases are done`));
});

test('from when a run goes one by one, either says so', () => {
  const lines = written(false, {}, 95).trimEnd().split('\n');
  expect(lines.slice(-2)).toEqual(['90 of 100 cases are done', '100 of 100 cases are done, one by one']);
  const shown = written(true, {}, 95).split('\r\u001b[K');
  expect(shown.slice(94, 96)).toEqual(['94/100 check 94', '95/100 one by one check 95']);
});
