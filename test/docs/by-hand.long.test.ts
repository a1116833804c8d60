import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { packageRoot } from '../../spec/root.ts';
import { codeBlocks } from './pages.ts';

const main = join(packageRoot(), 'dist/cli/main.js');

test('the steps of checking a verdict by hand show the fault that the guide names', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'evs-by-hand-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const guide = codeBlocks.filter(({ page, language }) => page === 'docs/guides/certify.md' && language === 'sh');
  const from = guide.findIndex(({ text }) => text.includes('evs-conformance backend --port'));
  const start = guide[from]?.text.match(/backend --port 8080 (.*) &/)?.[1]?.split(' ') ?? [];
  const backend = spawn(process.execPath, [main, 'backend', ...start], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void backend.kill());
  const url = String((await once(backend.stdout, 'data'))[0]).match(/http:\S+/)?.[0] ?? '';
  const [certify, explain, requests, verify, replay, byHand] = guide
    .slice(from + 1)
    .map(({ text }) =>
      text.replaceAll('npx evs-conformance', `${process.execPath} ${main}`).replaceAll('http://127.0.0.1:8080', url),
    );
  const shell = async (script = 'exit 99') => {
    const settings = certify?.split('\n')[0] ?? '';
    const options = { cwd: folder, env: { PATH: process.env.PATH } };
    return promisify(execFile)('sh', ['-c', `${settings}\n${script}`], options).then(
      ({ stdout }) => ({ code: 0, stdout }),
      ({ code, stdout }: { readonly code: number; readonly stdout: string }) => ({ code, stdout }),
    );
  };
  expect((await shell(certify)).code).toBe(1);
  expect(await shell(explain)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/page +size\.range, line \d+, #/),
  });
  expect((await shell(requests)).stdout.split('\n').length).toBeGreaterThan(2);
  expect(await shell(verify)).toMatchObject({ code: 0, stdout: expect.stringMatching(/^verified: /) });
  expect(await shell(replay)).toMatchObject({ code: 1, stdout: expect.stringContaining('still shows') });
  const { stdout } = await shell(byHand);
  expect(stdout).toMatch(/^HTTP\/1\.1 200 /);
  expect(stdout).toMatch(/"size": ?32769/);
});
