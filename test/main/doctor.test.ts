import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { diagnose } from '../../main/doctor.ts';
import { readSettings } from '../../main/settings/config.ts';
import { committed, startBackend, token } from '../suites/bench.ts';

test('a doctor that is interrupted gives the volume back, says so, and tries nothing more', async () => {
  const backend = await startBackend();
  const folder = mkdtempSync(join(tmpdir(), 'evs-doctor-'));
  onTestFinished(async () => {
    await backend.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const places = { target: backend.url, states: backend.statesUrl, project: 'a'.repeat(32) };
  const settings = readSettings({ ...places, report: join(folder, 'report') }, { EVS_TOKEN: token });
  const stop = new AbortController();
  const { tried, exit } = await diagnose(settings, committed.contract, {
    signal: stop.signal,
    tell: ({ name }) => {
      if (name === 'volume') stop.abort();
    },
  });
  const outcomes = Object.fromEntries(tried.map(({ name, outcome }) => [name, outcome]));
  expect(outcomes).toMatchObject({ volume: 'well', acceptance: 'unclear', refusal: 'not tried', teardown: 'well' });
  expect(exit).toBe(2);
  expect(backend.state.volumes.size).toBe(0);
});
