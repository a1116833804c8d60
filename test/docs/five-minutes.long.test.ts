import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { pagesWithPlans } from '../../docs/generate/pages.ts';
import { run } from '../cli/fake-io.ts';
import { commandLines } from '../command-lines.ts';
import { startBackend, token } from '../suites/bench.ts';
import { codeBlocks, textOf } from './pages.ts';

test('the plans in the pages are those that run --plan prints', async () => {
  for (const [path, text] of await pagesWithPlans()) expect(textOf(path), path).toBe(text);
});

describe('the commands of README.md, one after another, on a service with a fault', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evs-readme-'));
  let backend: Awaited<ReturnType<typeof startBackend>>;
  beforeAll(async () => {
    backend = await startBackend({ fault: 'maximum-off-by-one' });
  });
  afterAll(async () => {
    await backend.close();
    rmSync(folder, { recursive: true });
  });

  const lines = codeBlocks
    .filter(({ page, language }) => page === 'README.md' && language === 'sh')
    .flatMap(({ text }) => commandLines(text))
    .filter(([name = '']) => ['doctor', 'run', 'replay'].includes(name));
  const exits = { doctor: 0, plan: 0, run: 1, replay: 1 };

  test('are those of the five minutes', () => {
    const kinds = lines.map((line) => (line.includes('--plan') ? 'plan' : line[0]));
    expect(kinds).toEqual(['doctor', 'plan', 'run', 'replay']);
  });

  test.each(lines.map((line) => [line.slice(0, 2).join(' '), line] as const))('%s', async (_begin, line) => {
    const report = join(folder, 'conformance-report');
    const known: Readonly<Record<string, string>> = {
      'https://evs.example.com': backend.url,
      'http://localhost:9000/': backend.statesUrl,
      '0f3b': 'a'.repeat(32),
      'conformance-report': report,
    };
    const here = line.map((word) => known[word] ?? word);
    const kind = line.includes('--plan') ? 'plan' : (line[0] as keyof typeof exits);
    const places = kind === 'plan' || kind === 'replay' ? [] : ['--report', report];
    const { code, out, err } = await run([...here, ...places], { EVS_TOKEN: token, NO_COLOR: '1' });
    expect({ code, err }).toEqual({ code: exits[kind], err: '' });
    if (kind === 'run') expect(out).toContain('size.over-maximum');
  });
});

test('the hook of the guide sets volumes up and takes them back', async () => {
  const block = codeBlocks.find(({ page, language }) => page === 'docs/guides/volumes.md' && language === 'js');
  const folder = mkdtempSync(join(tmpdir(), 'evs-guide-hook-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const cloud = `
    export const createVolume = async ({ size }) => ({ project: 'p', id: 'v' + size });
    export const deleteVolume = async (_project, id) => {
      if (id !== 'v10') throw new Error('there is no ' + id);
    };`;
  writeFileSync(join(folder, 'my-cloud.js'), cloud);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const onAnyPort = (block?.text ?? '').replace(
    ".listen(9000, '127.0.0.1')",
    ".listen(0, '127.0.0.1', function () { console.log(this.address().port); })",
  );
  writeFileSync(join(folder, 'hook.js'), onAnyPort);
  const hook = spawn(process.execPath, [join(folder, 'hook.js')], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void hook.kill());
  const [port] = (await once(hook.stdout, 'data')) as readonly Buffer[];
  const ask = async (action: string, params: object) => {
    const body = JSON.stringify({ state: 'volume', action, params });
    const response = await fetch(`http://127.0.0.1:${String(port).trim()}/`, { method: 'POST', body });
    return [response.status, await response.json()];
  };
  const plain = { size: 10, status: 'available', multiattach: false, servers: [] };
  expect(await ask('setup', plain)).toEqual([200, { project_id: 'p', volume_id: 'v10' }]);
  expect(await ask('setup', { ...plain, servers: ['PAUSED'] })).toEqual([422, { reason: expect.any(String) }]);
  expect(await ask('teardown', { project_id: 'p', volume_id: 'v10' })).toEqual([200, {}]);
  expect(await ask('teardown', { project_id: 'p', volume_id: 'v11' })).toEqual([500, { reason: expect.any(String) }]);
});
