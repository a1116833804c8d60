import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { systemClock } from '../../backend/clock.ts';
import { packageRoot } from '../../spec/root.ts';
import type { startBackend } from '../suites/bench.ts';
import { passOn } from '../targets/programs.ts';
import { env, evs, scene } from './sweep-scene.ts';

/** Starts a run as a process of its own and kills it, with no chance to clean up, as soon as `when` holds. */
async function killedRun(config: string, when: () => boolean): Promise<void> {
  const child = spawn(process.execPath, [join(packageRoot(), 'dist/cli/main.js'), 'run', '--config', config], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  while (!when() && child.exitCode === null) await pause(5);
  child.kill('SIGKILL');
  await ended;
}

/** What was under way has come to the backend, and to its end: whoever is answered now came later. */
async function settled({ url, state }: Awaited<ReturnType<typeof startBackend>>): Promise<void> {
  for (let time = 0; time < 5; time += 1) await fetch(url).then((answer) => answer.text());
  while ([...state.jobs.values()].some(({ status }) => status !== 'SUCCESS')) await pause(5);
}

/** The machine's clock, on which what takes a while does so from `begin` on. */
function heldClock() {
  const waiting: (() => void)[] = [];
  let isHeld = true;
  const after = (ms: number, task: () => void): void => {
    if (isHeld) waiting.push(() => systemClock.after(ms, task));
    else systemClock.after(ms, task);
  };
  const begin = (): void => {
    isHeld = false;
    for (const start of waiting.splice(0)) start();
  };
  return { clock: { now: systemClock.now, after }, begin };
}

const command = (statesUrl: string) => ({
  kind: 'command',
  command: process.execPath,
  args: ['-e', passOn, statesUrl],
});

test.each([
  ['evs', evs],
  ['command', command],
])('after kill -9 of a run by %s, sweep gives everything back and the ledger balances', async (kind, volumes) => {
  const { backend, config, ledger, sweep } = await scene(volumes, { jobDelayMs: 40 });
  const written = () => (existsSync(ledger) ? readFileSync(ledger, 'utf8') : '');
  await killedRun(config, () => backend.state.volumes.size >= 3 && /"obtained".*\n.*"obtained"/s.test(written()));
  await settled(backend);
  expect(backend.state.volumes.size).toBeGreaterThan(0);
  const swept = await sweep();
  expect(swept.code, swept.out + swept.err + readFileSync(ledger, 'utf8')).toBe(0);
  expect(swept.out).toMatch(/given back {2}/);
  expect(swept.out).toContain('balances: nothing is out any more');
  const known = [...written().matchAll(/"volume_id":"([^"]+)"/g)].map((match) => match[1] ?? '');
  expect(known.filter((id) => backend.state.volumes.has(id))).toEqual([]);
  // without names of ours, nobody knows of a volume that was just being set up
  if (kind === 'evs') expect(backend.state.volumes.size).toBe(0);
  expect(await sweep()).toMatchObject({ code: 0, out: expect.stringContaining('balances: nothing was out') });
});

test('a volume whose creation was under way is found by its name', async () => {
  const { clock, begin } = heldClock();
  const { backend, config, ledger, sweep } = await scene(evs, { clock, jobDelayMs: 1_000 });
  await killedRun(config, () => existsSync(ledger) && backend.state.volumes.size > 0);
  begin();
  const lines = readFileSync(ledger, 'utf8');
  expect(lines).toContain('"creating"');
  expect(lines).not.toContain('"obtained"');
  const swept = await sweep();
  expect(swept.code, swept.out + swept.err).toBe(0);
  expect(swept.out).toMatch(/given back/);
  expect(backend.state.volumes.size).toBe(0);
});
