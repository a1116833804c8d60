import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { BackendOptions } from '../../backend/backend.ts';
import { packageRoot } from '../../spec/root.ts';
import { startBackend, token } from '../suites/bench.ts';
import { passOn } from '../targets/programs.ts';
import { run } from './fake-io.ts';

const project = 'a'.repeat(32);
const env = { EVS_TOKEN: token };

/** A backend, a folder, and a config file for it; `volumes` as it stands under that key. */
async function scene(volumes: (statesUrl: string) => unknown, options: BackendOptions = {}) {
  const backend = await startBackend(options);
  const folder = mkdtempSync(join(tmpdir(), 'evs-sweep-'));
  onTestFinished(async () => {
    await backend.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const config = join(folder, 'evs.json');
  const settings = { target: backend.url, project, report: 'report', volumes: volumes(backend.statesUrl) };
  writeFileSync(config, JSON.stringify(settings));
  const ledger = join(folder, 'report', 'ledger.ndjson');
  return { backend, config, folder, ledger, sweep: () => run(['sweep', '--config', config], env) };
}

/** Starts a run as a process of its own and kills it, with no chance to clean up, as soon as `when` holds. */
async function killedRun(config: string, when: () => boolean): Promise<void> {
  const child = spawn(process.execPath, [join(packageRoot(), 'dist/cli/main.js'), 'run', '--config', config], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  while (!when() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGKILL');
  await ended;
}

const evs = () => ({ kind: 'evs', multiattach: true });
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
  // what was under way comes to an end by itself
  await new Promise((resolve) => setTimeout(resolve, 300));
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
  const { backend, config, ledger, sweep } = await scene(evs, { jobDelayMs: 1_000 });
  await killedRun(config, () => existsSync(ledger) && backend.state.volumes.size > 0);
  const lines = readFileSync(ledger, 'utf8');
  expect(lines).toContain('"creating"');
  expect(lines).not.toContain('"obtained"');
  const swept = await sweep();
  expect(swept.code, swept.out + swept.err).toBe(0);
  expect(swept.out).toMatch(/given back/);
  expect(backend.state.volumes.size).toBe(0);
});

describe('sweep', () => {
  const obtained = (source: string, target: string, id = 'v1') =>
    `${JSON.stringify({ event: 'obtained', source, target, project_id: project, volume_id: id })}\n`;

  async function withLedger(...lines: readonly ((url: string) => string)[]) {
    const place = await scene(evs);
    mkdirSync(join(place.folder, 'report'));
    for (const line of lines) appendFileSync(place.ledger, line(place.backend.url));
    return place;
  }

  test('leaves what another source lent, or another target, and says what to do', async () => {
    const { sweep, ledger } = await withLedger(
      (url) => obtained('inventory', url),
      () => obtained('evs', 'http://elsewhere', 'v2'),
    );
    const before = readFileSync(ledger, 'utf8');
    const { code, out } = await sweep();
    expect(code).toBe(2);
    expect(out).toMatch(/left {8}v1: it was obtained by the inventory source: sweep with the settings of that run/);
    expect(out).toMatch(/left {8}v2: it was obtained for http:\/\/elsewhere/);
    expect(readFileSync(ledger, 'utf8')).toBe(before);
  });

  test('counts a volume that somebody else has deleted as given back', async () => {
    const { sweep } = await withLedger((url) => obtained('evs', url));
    expect(await sweep()).toMatchObject({ code: 0 });
  });

  test('names what nobody can find, and lines that cannot be read', async () => {
    const { sweep } = await withLedger(
      (url) => `${JSON.stringify({ event: 'unknown', source: 'evs', target: url, reason: 'no answer' })}\n`,
      () => '{"event":"obt',
    );
    const { code, out } = await sweep();
    expect(code).toBe(2);
    expect(out).toContain('left        a volume of an unknown id: no answer');
    expect(out).toContain('left        line 2 of the ledger: it cannot be read');
  });

  test('without settings closes what ended with the reference backend, and nothing else', async () => {
    const { folder, ledger } = await withLedger(
      () => obtained('reference', 'http://127.0.0.1:1'),
      (url) => obtained('evs', url, 'v2'),
    );
    const { code, out } = await run(['sweep', '--report', join(folder, 'report')]);
    expect(code).toBe(2);
    expect(out).toContain('not there   v1: the reference backend has ended with its run');
    expect(out).toMatch(/left {8}v2: .*--config/);
    expect(readFileSync(ledger, 'utf8')).toMatch(/"returned".*v1/);
  });

  test('without a ledger has nothing to do; without the folder it was given the wrong one', async () => {
    const { folder } = await scene(evs);
    const empty = await run(['sweep', '--report', folder]);
    expect(empty).toMatchObject({ code: 0, out: expect.stringContaining('no volume was obtained') });
    const none = await run(['sweep', '--report', join(folder, 'none')]);
    expect(none).toMatchObject({
      code: 3,
      err: expect.stringContaining('--report names that of the run to sweep after'),
    });
    expect((await run(['sweep', 'now'])).code).toBe(3);
  });
});
