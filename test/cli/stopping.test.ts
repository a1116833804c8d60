import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from './fake-io.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evs-stopping-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A run on the reference backend: exit code, headline, report. */
async function runWith(...flags: readonly string[]) {
  const report = join(folder, 'report');
  const { code, out, err } = await run(['run', '--quiet', '--seed', '1', '--report', report, ...flags]);
  expect(err).toBe('');
  const json = JSON.parse(readFileSync(join(report, 'report.json'), 'utf8')) as Readonly<Record<string, unknown>>;
  return { code, headline: out.split('\n')[0], out, json, verified: await run(['verify', report]) };
}

describe('run', () => {
  test('--smoke ends with 2 where the smoke passes, and with 1 where it fails', async () => {
    const passed = await runWith('--smoke');
    expect(passed).toMatchObject({ code: 2, json: { verdict: 'incomplete', smoke: true }, verified: { code: 0 } });
    expect(passed.headline).toMatch(/^incomplete \(the reference backend, smoke passed\): /);
    const failed = await runWith('--smoke', '--fault', 'accepts-equal');
    expect(failed).toMatchObject({ code: 1, json: { verdict: 'non-conformant' }, verified: { code: 0 } });
    expect(failed.headline).toMatch(/^non-conformant \(the reference backend, smoke failed\): /);
  });

  test('--fail-fast ends with 1, and the report says where it stopped', async () => {
    const { code, headline, json, verified } = await runWith('--fail-fast', '--fault', 'status-202', '--runs', '12');
    const stopped = 'stopped: response.success-status fails, and --fail-fast is given';
    expect({ code, json, verified }).toMatchObject({ code: 1, json: { stopped }, verified: { code: 0 } });
    expect(headline?.endsWith(`; ${stopped}`)).toBe(true);
  });

  test('--max-time ends with 2, and the report says so', async () => {
    const { code, json, verified } = await runWith('--max-time', '1', '--runs', '2000', '--extensions', '500');
    const stopped = 'stopped: the 1 s of --max-time are over';
    expect({ code, json, verified }).toMatchObject({
      code: 2,
      json: { stopped, budget: { maxTime: 1 } },
      verified: { code: 0 },
    });
  });

  test('--fail-on changes the exit code alone', async () => {
    const flags = ['--fault', 'array-500', '--runs', '12', '--extensions', '3'];
    const must = await runWith(...flags);
    const should = await runWith(...flags, '--fail-on', 'should');
    expect([must.code, should.code]).toEqual([0, 1]);
    expect([must.json.verdict, should.json.verdict]).toEqual(['conformant', 'conformant']);
    expect(should.headline).toContain('1 fails (response.client-error, SHOULD)');
    expect(should.out).toContain('exit code 1 by --fail-on should: response.client-error; the run is still conformant');
  });

  test('the entries of a matrix file have each their own', async () => {
    const matrix = join(folder, 'matrix.json');
    const entry = { fault: 'array-500', runs: 12, extensions: 3 };
    const entries = [
      { name: 'lenient', ...entry },
      { name: 'strict', ...entry, failOn: 'should' },
    ];
    writeFileSync(matrix, JSON.stringify({ seed: 1, entries }));
    const report = join(folder, 'all');
    expect((await run(['run', '--matrix', matrix, '--report', report])).code).toBe(1);
    const index = JSON.parse(readFileSync(join(report, 'index.json'), 'utf8')) as {
      readonly entries: readonly { readonly exit: number }[];
    };
    expect(index.entries.map(({ exit }) => exit)).toEqual([0, 1]);
    expect((await run(['verify', report])).code).toBe(0);
    const merged = join(folder, 'merged');
    expect((await run(['merge', report, '-o', merged])).code).toBe(1);
  });
});
