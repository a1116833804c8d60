import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { packageRoot } from '../../../spec/root.ts';
import { matrixFile, temporary } from '../../main/campaign/bench.ts';
import { startBackend } from '../../suites/bench.ts';

const indexIn = (folder: string) => JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));

test('Ctrl-C ends the entry under way, and leaves the rest not run', async () => {
  const backend = await startBackend({ jobDelayMs: 300, tokens: {}, project: 'p' });
  const folder = temporary();
  const target = { target: backend.url, project: 'p', states: backend.statesUrl };
  const file = matrixFile(folder, { defaults: target, entries: ['a', 'b', 'c'].map((name) => ({ name })) });
  const args = [join(packageRoot(), 'dist/cli/main.js'), 'run', '--matrix', file, '--report', join(folder, 'out')];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('close', resolve));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
    await backend.close();
  });
  while (![...backend.state.volumes.values()].some(({ size }) => size > 10))
    await new Promise((resolve) => setTimeout(resolve, 10));
  child.kill('SIGINT');
  expect(await ended).toBe(2);
  const { verdict, entries } = indexIn(join(folder, 'out'));
  expect(verdict).toBe('incomplete');
  expect(entries).toMatchObject([
    { name: 'a', outcome: 'reported', exit: 2, report: { headline: expect.stringContaining('(interrupted)') } },
    { name: 'b', outcome: 'not-run', exit: null, reason: 'interrupted before its turn' },
    { name: 'c', outcome: 'not-run', report: null },
  ]);
  expect(backend.state.volumes.size).toBe(0);
});
