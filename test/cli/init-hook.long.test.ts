import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { certify } from '../../main/certify.ts';
import { packageRoot } from '../../spec/root.ts';
import { idsWith, startBackend, token } from '../suites/bench.ts';

const hasPython = spawnSync('python3', ['--version']).status === 0;
const project = 'a'.repeat(32);

/** Starts a hook of `examples/hook` for the reference backend; answers its URL. */
async function start(program: string, file: string, target: string): Promise<string> {
  const env = { ...process.env, EVS_TARGET: target, EVS_PROJECT: project, EVS_TOKEN: token, HOOK_PORT: '0' };
  const hook = spawn(program, [join(packageRoot(), 'examples', 'hook', file)], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(async () => {
    hook.kill();
    if (hook.exitCode === null && hook.signalCode === null) await once(hook, 'exit');
  });
  const [line] = (await once(createInterface(hook.stdout), 'line')) as [string];
  return line.replace('state hook: ', '');
}

test('the hook of init --hook node carries a smoke run, and gives every volume back', () =>
  carries(process.execPath, 'hook.mjs'));

test.skipIf(!hasPython)('that of init --hook python does as well (skipped where there is no python3)', () =>
  carries('python3', 'hook.py'),
);

async function carries(program: string, file: string): Promise<void> {
  const backend = await startBackend();
  onTestFinished(() => backend.close());
  const states = await start(program, file, backend.url);
  const result = await certify({ target: { url: backend.url, project, states, token }, smoke: true, seed: 1 });
  expect(result.headline).toMatch(/^incomplete \(smoke passed, but for [^)]*\)/);
  expect(idsWith(result, 'fail')).toEqual([]);
  expect(idsWith(result, 'pass')).toEqual(expect.arrayContaining(['operation.route', 'size.not-greater']));
  expect(result.ledger).toMatchObject({ left: [] });
  expect(result.ledger.volumesReturned).toBeGreaterThan(0);
  expect(backend.state.volumes.size).toBe(0);

  const ask = async (body: string) => {
    const answer = await fetch(states, { method: 'POST', body });
    return [answer.status, await answer.json()];
  };
  const params = { size: 10, status: 'in-use', multiattach: false, servers: ['ACTIVE'] };
  expect(await ask(JSON.stringify({ state: 'volume', action: 'setup', params }))).toEqual([
    422,
    { reason: 'no volume is made in-use here' },
  ]);
  expect(await ask('{')).toEqual([400, { reason: 'the body is no JSON' }]);
}
