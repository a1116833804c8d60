import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { packageRoot } from '../../spec/root.ts';
import { startBackend, token } from '../suites/bench.ts';

/** The command line as a process of its own, against a backend that outlives it. */
async function startRun(jobDelayMs: number) {
  const backend = await startBackend({ jobDelayMs });
  const report = mkdtempSync(join(tmpdir(), 'evs-process-'));
  const args = [
    'run',
    '--target',
    backend.url,
    '--project',
    'a'.repeat(32),
    '--states',
    backend.statesUrl,
    '--report',
    report,
  ];
  const child = spawn(process.execPath, [join(packageRoot(), 'dist/cli/main.js'), ...args], {
    env: { ...process.env, EVS_TOKEN: token },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
    await backend.close();
    rmSync(report, { recursive: true, force: true });
  });
  const grown = async (): Promise<void> => {
    while (![...backend.state.volumes.values()].some(({ size }) => size > 10)) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  return { child, ended, grown, backend, report, printed: () => printed };
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s in mid-run still writes the report, gives every volume back and exits 2',
  async (signal) => {
    const { child, ended, grown, backend, report, printed } = await startRun(300);
    await grown();
    child.kill(signal);
    expect(await ended, printed()).toBe(2);
    const written = JSON.parse(readFileSync(join(report, 'report.json'), 'utf8'));
    expect(written).toMatchObject({ interrupted: true, verdict: 'incomplete', ledger: { left: [] } });
    expect(written.ledger.volumesReturned).toBe(written.ledger.volumesCreated);
    expect(backend.state.volumes.size).toBe(0);
    expect(printed()).toContain('incomplete (interrupted)');
    expect(printed()).not.toContain(token);
  },
);

test('a second Ctrl-C leaves at once, and the ledger file says what is out', async () => {
  const { child, ended, grown, report, printed } = await startRun(800);
  await grown();
  child.kill('SIGINT');
  child.kill('SIGINT');
  await new Promise((resolve) => setTimeout(resolve, 50));
  child.kill('SIGINT');
  const code = await ended;
  const lines = readFileSync(join(report, 'ledger.ndjson'), 'utf8').trim().split('\n');
  expect(lines.filter((line) => line.includes('"obtained"')).length).toBeGreaterThan(0);
  expect([2, 130]).toContain(code);
  expect(existsSync(join(report, 'run.lock'))).toBe(false);
  if (code === 130) expect(printed()).toContain('left at once: the ledger lists the volumes that are out');
});
