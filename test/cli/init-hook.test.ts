import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { initHookCommand } from '../../cli/init-hook.ts';
import { run } from './fake-io.ts';

function init(language: string) {
  const folder = mkdtempSync(join(tmpdir(), 'evs-hook-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  let printed = '';
  const out = (text: string): void => {
    printed += text;
  };
  const write = () => initHookCommand(folder, language, { out, err: out, env: {}, stopped: async () => {} });
  return { folder, write, printed: () => printed };
}

test.each([
  ['node', 'hook.mjs', 'node hook.mjs'],
  ['python', 'hook.py', 'python3 hook.py'],
])('init --hook %s writes %s once, and says how it is started', (language, file, start) => {
  const { folder, write, printed } = init(language);
  expect(write()).toBe(0);
  expect(printed()).toMatch(new RegExp(`^wrote ${file}: .* then: ${start},`));
  expect(readFileSync(join(folder, file), 'utf8')).toContain('── yours ──');
  expect(write).toThrow(/exists already and was not changed/);
});

test('another language is refused by name', async () => {
  const { code, err } = await run(['init', '--hook', 'pyton']);
  expect({ code, err }).toEqual({ code: 3, err: expect.stringMatching(/"pyton": did you mean python\?/) });
});
