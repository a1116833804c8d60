import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { createBackend } from '../../backend/backend.ts';
import { certify } from '../../main/certify.ts';
import { overallVerdict } from '../../verdicts/overall-verdict.ts';
import { openConfigFolder } from '../main/settings/config-files.ts';
import { run } from './fake-io.ts';

const { file, remove } = openConfigFolder();
afterAll(remove);

/** The reference backend of the project "right", which keeps what came to it: method and path. */
async function startService() {
  const seen: string[] = [];
  const backend = createBackend({ project: 'right' });
  const listener = getRequestListener(backend.app.fetch, { overrideGlobalObjects: false });
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    void listener(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const folder = mkdtempSync(join(tmpdir(), 'evs-project-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return { url: `http://127.0.0.1:${port}`, seen, remaining: () => backend.state.volumes.size, folder };
}

const quick = ['--runs', '2', '--extensions', '1', '--seed', '1', '--only', 'size.greater', '--quiet'];

test('a hook that goes over to another project in mid-run ends it there, and nothing of it is judged', async () => {
  const backend = createBackend({ project: 'right' });
  const listener = getRequestListener(backend.app.fetch, { overrideGlobalObjects: false });
  let setUps = 0;
  const elsewhere: string[] = [];
  const server = createServer((request, response) => {
    if (request.url?.includes('/left/')) elsewhere.push(request.url);
    if (request.url !== '/states') return void listener(request, response);
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks).toString();
      const reply = await backend.app.request('/states', { method: 'POST', body });
      const text = await reply.text();
      if (body.includes('"setup"')) setUps += 1;
      response.writeHead(reply.status, { 'content-type': 'application/json' });
      response.end(setUps > 3 ? text.replace('"right"', '"left"') : text);
    })();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const folder = mkdtempSync(join(tmpdir(), 'evs-project-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const argv = ['run', '--target', url, '--project', 'right', '--states', `${url}/states`, '--report', folder];
  const { code, out } = await run([...argv, '--runs', '3', '--extensions', '2', '--seed', '1', '--quiet']);
  expect({ code, out }).toEqual({ code: 3, out: expect.stringMatching(/^broken: 0 of /) });
  expect([elsewhere, backend.state.volumes.size]).toEqual([[], 0]);
  const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
  expect(report).toMatchObject({ target: { project: 'right' }, ledger: { left: [] } });
  const { out: said } = await run(['verify', folder]);
  expect(said).toMatch(/^verified: broken: /);
});

describe('--project that is not that of the volumes that are set up', () => {
  test('ends the run before anything is sent to the operation, and the volume is given back', async () => {
    const { url, seen, remaining, folder } = await startService();
    const argv = ['run', '--target', url, '--project', 'wrong', '--states', `${url}/states`, '--report', folder];
    const { code, out } = await run([...argv, ...quick]);
    expect(code).toBe(3);
    expect(out).toMatch(
      /^broken \(--only: 2 selected, not judged\): .*; could not run: volumes are set up in project "right"/,
    );
    expect(seen.filter((one) => one.includes('/right/') || /^POST .*\/action$/.test(one))).toEqual([]);
    expect(seen.filter((one) => one === 'POST /states')).toHaveLength(2);
    expect(remaining()).toBe(0);
    const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    expect(report).toMatchObject({
      target: { url, project: null, reference: false },
      ledger: { volumesCreated: 1, volumesReturned: 1, left: [] },
    });
    expect(report.requirements[0].reason).toMatch(
      /volumes are set up in project "right", but --project is "wrong": make them the same \(check --states /,
    );
    expect((await run(['verify', folder])).out).toMatch(/^verified: broken \(--only: /);
  });

  test('is told of code likewise', async () => {
    const { url } = await startService();
    const target = { url, project: 'wrong', states: `${url}/states` };
    const result = await certify({ target, runs: 2, extensions: 1, seed: 1, only: ['size.greater'] });
    expect(overallVerdict(result).class).toBe('broken');
  });

  test('is told of a counterexample that is sent again likewise', async () => {
    const { url, folder, seen } = await startService();
    const report = join(folder, 'report');
    await run(['run', '--fault', 'maximum-off-by-one', '--report', report, ...quick.slice(0, 6)]);
    const where = ['--target', url, '--project', 'wrong', '--states', `${url}/states`];
    const { code, err } = await run(['replay', report, '--report', join(folder, 'ledger'), ...where]);
    expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining('but --project is "wrong"') });
    expect(seen.filter((one) => one.includes('/right/'))).toEqual([]);
  });

  test('is found in an inventory before anything is sent', async () => {
    const config = (volume: object) =>
      file({ target: 'http://127.0.0.1:9', project: 'wrong', volumes: { kind: 'inventory', list: [volume] } });
    const { code, err } = await run(['run', '--config', config({ id: 'v1', maxGb: 200, project: 'right' })]);
    expect({ code, err }).toEqual({
      code: 3,
      err: expect.stringMatching(
        /volumes\.list has "v1" in project "right", but --project is "wrong": make them the same/,
      ),
    });
  });
});

test('the project really used stands in every report', async () => {
  const { url, folder } = await startService();
  const argv = ['run', '--target', url, '--project', 'right', '--states', `${url}/states`, '--report', folder];
  expect((await run([...argv, ...quick])).code).toBe(2);
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  expect(JSON.parse(read('report.json')).target).toEqual({ url, project: 'right', reference: false });
  expect(JSON.parse(read('ctrf-report.json')).results.extra.target).toEqual({
    url,
    project: 'right',
    reference: false,
  });
  expect(read('junit.xml')).toContain('<property name="project" value="right"/>');
  expect(read('report.md')).toContain(', project `right`,');
  expect(read('report.html')).toContain('<dd><code>right</code></dd>');
});
