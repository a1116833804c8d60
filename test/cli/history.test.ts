import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeReports } from '../../main/report-folder/files.ts';
import { readHistory } from '../../main/report-folder/history.ts';
import { terminal } from '../../reports/console.ts';
import { failingSince } from '../../verdicts/trend.ts';
import { matrixFile, startBackends } from '../main/campaign/bench.ts';
import { result, samples } from '../reports/sample.ts';
import { run } from './fake-io.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'evs-history-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

test('terminal, report.md and report.html say since when a row fails', () => {
  const root = folder();
  writeReports(join(root, '1'), result({ startedAt: '2025-12-01T00:00:00.000Z' }));
  writeReports(join(root, '2'), { ...samples['non-conformant'], startedAt: '2025-12-02T00:00:00.000Z' });
  const now = samples['non-conformant'];
  const since = failingSince(now, readHistory(root));
  const told = '2025-12-02, 2 runs in a row; passed on 2025-12-01';
  expect(terminal(now, { colour: false, width: 100, since })).toContain(`  since  ${told}\n`);
  writeReports(root, now, { since });
  const read = (name: string) => readFileSync(join(root, name), 'utf8');
  expect(read('report.md')).toContain(`| ${told} |`);
  expect(read('report.html')).toContain(told);
  expect(read('report.html')).toContain('自 2025-12-02 起连续 2 次运行未通过；2025-12-01 曾通过');
});

test('a folder of --history that is not there is told before anything is sent', async () => {
  const root = folder();
  const { code, err } = await run(['run', '--report', join(root, 'report'), '--history', join(root, 'none')]);
  expect(code).toBe(3);
  expect(err).toContain('cannot read the folder of --history');
});

test('each run of a matrix, and each of several contracts, finds its own among earlier runs of many', async () => {
  const root = folder();
  const { urls, close } = await startBackends([{ fault: 'maximum-off-by-one' }]);
  onTestFinished(async () => void (await close()));
  const [url = ''] = urls;
  const aim = { target: url, project: 'p', states: `${url}/states`, auth: { kind: 'none' } };
  const few = { runs: 2, extensions: 2, only: ['operation.route', 'size.over-maximum'] };
  const file = matrixFile(root, { seed: 1, targets: [{ name: 'a', ...aim, ...few }], contracts: ['extend-volume'] });
  const many = (...argv: readonly string[]) => run(['run', '--matrix', file, ...argv]);
  await many('--report', join(root, 'runs/1'), '--quiet');
  const { code, out, err } = await many('--report', join(root, 'runs/2'), '--history', join(root, 'runs'));
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out).toMatch(/\n {2}since {2}\d{4}-\d\d-\d\d, 2 runs in a row\n/);
  expect(readFileSync(join(root, 'runs/2/a-extend-volume/report.html'), 'utf8')).toContain('连续 2 次运行');

  const contracts = ['--contract', 'extend-volume,extend-volume-2021', '--only', few.only.join(), '--runs', '2'];
  const target = ['--target', url, '--project', 'p', '--states', aim.states, '--extensions', '2'];
  const several = await run([
    'run',
    ...contracts,
    ...target,
    '--report',
    join(root, 'x'),
    '--history',
    join(root, 'runs'),
  ]);
  expect(several.out).toMatch(/, 3 runs in a row\n/);
});

test('a folder of --history that is not there is told before any run of a matrix', async () => {
  const root = folder();
  const file = matrixFile(root, { entries: [{ name: 'a' }] });
  const argv = ['run', '--matrix', file, '--report', join(root, 'report'), '--history', join(root, 'none')];
  expect(await run(argv)).toMatchObject({ code: 3, out: '', err: expect.stringMatching(/folder of --history/) });
});
