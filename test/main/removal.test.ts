import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { certify, type OpenedRun } from '../../main/certify.ts';
import { prepareRun } from '../../main/run-in-code.ts';
import type { ConformanceOptions } from '../../main/settings/in-code.ts';
import { openTarget } from '../../targets/open.ts';
import { run } from '../cli/fake-io.ts';
import { certifyBackend, deletion, idsWith } from '../suites/bench.ts';
import { fakeClock } from '../wire/fake-clock.ts';

const why =
  /delete-volume removes the volumes of the run, and those of an inventory .* were not created by the run: nothing was sent\. Have volumes created for it: by a state hook/;

const folder = mkdtempSync(join(tmpdir(), 'evs-removal-'));
const report = join(folder, 'report');
const ours = join(folder, 'ours');
const config = join(folder, 'conformance.yaml');
const volumes = { kind: 'inventory', list: [{ id: 'v1' }] } as const;
const observe = { volume: null, job: null };
let asked = 0;
const server = createServer((_, response) => {
  asked += 1;
  response.end('{}');
});
let url = '';
const options = (): ConformanceOptions => ({
  ...{ contract: 'delete-volume', maxGb: 200 },
  target: { url, project: 'p', volumes },
});

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  writeFileSync(config, JSON.stringify({ target: url, project: 'p', maxGb: 200, volumes }));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const asks = async (...argv: readonly string[]) => {
  asked = 0;
  const { code, err, out } = await run([...argv, '--config', config, '--report', report]);
  return { code, text: `${err}${out}`, asked };
};

test.each([[[]], [['--plan']]])('a deletion is not run on the volumes of an inventory: run %o', async (more) => {
  const told = await asks('run', '--contract', 'delete-volume', ...more);
  expect(told).toEqual({ code: 3, text: expect.stringMatching(why), asked: 0 });
  expect(existsSync(report)).toBe(false);
});

test('of several contracts it alone is not run, and says so', async () => {
  const flags = ['--only', 'operation.route', '--runs', '1', '--extensions', '1', '--quiet'];
  const { code, text } = await asks('run', '--contract', 'delete-volume,cinder-extend', ...flags);
  expect({ code, text }).toEqual({ code: 3, text: expect.stringMatching(why) });
  expect(text).toMatch(/contract cinder-extend \(2 of 2\)\n\w+ \(--only: /);
  expect(existsSync(join(report, 'delete-volume', 'report.json'))).toBe(false);
});

test('nor by the library, nor as tests of vitest', async () => {
  asked = 0;
  await expect(certify(options())).rejects.toThrow(why);
  expect(() => prepareRun(options(), {})).toThrow(why);
  expect(asked).toBe(0);
});

test('nor on a target that somebody has opened', async () => {
  const clock = fakeClock();
  const list = [{ id: 'v1', project: 'p', status: 'available', multiattach: false, servers: [] }];
  const { target, close } = openTarget({
    ...{ url, requestMs: 1_000, observe, clock },
    volumes: { kind: 'inventory', list, maxGb: 200 },
  });
  const extent = { seed: 1, runs: 1, extensions: 1, minSize: 10, concurrency: 1, jobMs: 1_000 };
  const opened: OpenedRun = { contract: deletion, target, clock, version: '0', ...extent };
  await expect(certify(opened)).rejects.toThrow(why);
  close();
});

test('nor does a replay send a counterexample to them', async () => {
  const only = ['--only', 'response.success-status', '--runs', '2', '--extensions', '1', '--quiet'];
  await run(['run', '--contract', 'delete-volume', '--fault', 'delete-202', '--report', ours, ...only]);
  const told = await asks('replay', ours);
  expect(told).toEqual({ code: 3, text: expect.stringMatching(why), asked: 0 });
});

test('volumes that were created for the run are removed as ever', async () => {
  const result = await certifyBackend({}, { contract: deletion, runs: 1, extensions: 1 });
  expect(idsWith(result, 'fail')).toEqual([]);
});
