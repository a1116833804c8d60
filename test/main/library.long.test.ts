import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { packageRoot } from '../../spec/root.ts';
import { startBackend, token } from '../suites/bench.ts';

const execute = promisify(execFile);

/** A folder in which the package is installed. */
function installed(): string {
  const folder = mkdtempSync(join(tmpdir(), 'evs-library-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(packageRoot(), join(folder, 'node_modules', 'evs-conformance'));
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  return folder;
}

/** A program of somebody who has the package: as the README shows it, with fewer cases. */
const program = (url: string, states: string): string => `
import { certify, findContract, openTarget, packageVersion, type Result, reports, standing, systemClock } from 'evs-conformance';

const observe = {
  volume: { path: '/v2/{project_id}/cloudvolumes/{volume_id}', at: '/volume' },
  job: { path: '/v1/{project_id}/jobs/{job_id}', at: '' },
};
const { target, close } = openTarget({
  url: '${url}', states: '${states}', token: '${token}', observe, requestMs: 60_000, clock: systemClock,
});
const result: Result = await certify({
  contract: findContract('extend-volume'), target, seed: 1, runs: 12, extensions: 3, minSize: 10, concurrency: 12,
  jobMs: 60_000, clock: systemClock, version: packageVersion(),
});
close();
export const said: string = reports.json.render(result);
export const word: 'conformant' | 'non-conformant' | 'incomplete' | 'broken' = standing(result).class;
`;

test('a program imports it by its name, with types, and certifies', async () => {
  const folder = installed();
  const backend = await startBackend();
  onTestFinished(() => backend.close());
  writeFileSync(join(folder, 'mine.ts'), program(backend.url, backend.statesUrl));
  writeFileSync(
    join(folder, 'main.js'),
    "import { said, word } from './mine.js';\nconsole.log(said);\nconsole.error(word);\n",
  );
  const tsc = join(packageRoot(), 'node_modules', 'typescript', 'bin', 'tsc');
  const flags = [
    '--strict',
    '--target',
    'es2023',
    '--module',
    'nodenext',
    '--skipLibCheck',
    '--exactOptionalPropertyTypes',
  ];
  const checked = await execute(process.execPath, [tsc, ...flags, 'mine.ts'], { cwd: folder }).catch((error) => error);
  expect(checked.stdout).toBe('');
  const { stdout, stderr } = await execute(process.execPath, ['main.js'], { cwd: folder });
  expect(stderr).toBe('conformant\n');
  expect(JSON.parse(stdout)).toMatchObject({ verdict: 'conformant', requirements: expect.any(Array) });
  expect(backend.state.volumes.size).toBe(0);
});

test('a wrong use of it does not compile', async () => {
  const folder = installed();
  writeFileSync(join(folder, 'mine.ts'), "import { certify } from 'evs-conformance';\nvoid certify({ seed: '1' });\n");
  const tsc = join(packageRoot(), 'node_modules', 'typescript', 'bin', 'tsc');
  const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--skipLibCheck', 'mine.ts'];
  const checked = await execute(process.execPath, [tsc, ...flags], { cwd: folder }).catch((error) => error);
  expect(checked.stdout).toMatch(/mine\.ts\(2,\d+\): error TS2769[\s\S]*'string' is not assignable to type 'number'/);
});
