import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { BackendOptions } from '../../backend/backend.ts';
import { startBackend, token } from '../suites/bench.ts';
import { run } from './fake-io.ts';

export const project = 'a'.repeat(32);
export const env = { EVS_TOKEN: token };

/** A backend, a folder, and a config file for it; `volumes` as it stands under that key. */
export async function scene(volumes: (statesUrl: string) => unknown, options: BackendOptions = {}) {
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

/** Volumes by way of the vendor's own endpoints. */
export const evs = () => ({ kind: 'evs', multiattach: true });
