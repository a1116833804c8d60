import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { measureShards, type ShardTimes } from './shards.ts';

const script = (name: string): string => fileURLToPath(new URL(`./${name}.js`, import.meta.url));
const node = promisify(execFile);

interface Measured {
  readonly requests: number;
  readonly hooks?: number;
  readonly wallMs: number;
  readonly maxRssMb?: number;
  /** What is still held when the run has ended, in MB. */
  readonly heapMb?: number;
  readonly failed?: readonly string[];
}

/** Runs a script of the bench in a process of its own against a reference backend in another one. */
async function measure(name: string, args: (url: string) => readonly string[]): Promise<Measured> {
  const server = spawn(process.execPath, [script('serve')], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const url = await new Promise<string>((resolve, reject) => {
      server.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
      server.once('error', reject);
    });
    const { stdout } = await node(process.execPath, ['--expose-gc', script(name), ...args(url)], {
      maxBuffer: 1 << 20,
    });
    return JSON.parse(stdout) as Measured;
  } finally {
    server.kill();
  }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const say = (label: string, value: string): boolean => process.stdout.write(`${label.padEnd(52)}${value}\n`);

const rounds = 3;
const folder = mkdtempSync(join(tmpdir(), 'evs-bench-'));
try {
  const file = join(folder, 'requests.json');
  const recorded = await measure('certify', (url) => [url, '100', file]);
  const ratios: { http: number; supertest: number }[] = [];
  const runs: Measured[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const run = await measure('certify', (url) => [url, '100']);
    const http = await measure('replay', (url) => ['http', url, file]);
    const supertest = await measure('replay', (url) => ['supertest', url, file]);
    runs.push(run);
    ratios.push({ http: run.wallMs / http.wallMs, supertest: run.wallMs / supertest.wallMs });
  }
  const shards: ShardTimes[] = [];
  for (let round = 0; round < rounds; round += 1) shards.push(await measureShards(folder));
  const wallMs = median(runs.map((run) => run.wallMs));
  const total = recorded.requests + (recorded.hooks ?? 0);
  const tenfold = await measure('certify', (url) => [url, '1000']);
  const memory = median(runs.map((run) => run.maxRssMb ?? Number.NaN));
  say('rounds, each in processes of its own', String(rounds));
  say('requests to the target, and to its state hook', `${recorded.requests} + ${recorded.hooks}`);
  say('wall time without start-up (median)', `${wallMs.toFixed(0)} ms`);
  say('requests/s, state hook included', (total / (wallMs / 1000)).toFixed(0));
  say('peak memory (median)', `${memory.toFixed(0)} MB`);
  say('ratio to a plain node:http replay (median)', median(ratios.map((ratio) => ratio.http)).toFixed(2));
  say('ratio to a supertest replay (median)', median(ratios.map((ratio) => ratio.supertest)).toFixed(2));
  say('requests with ten times the runs', String(tenfold.requests));
  say('peak memory with ten times the runs, ratio', ((tenfold.maxRssMb ?? Number.NaN) / memory).toFixed(2));
  say(
    'memory still held after the run, ratio',
    ((tenfold.heapMb ?? Number.NaN) / median(runs.map((run) => run.heapMb ?? Number.NaN))).toFixed(2),
  );
  say(
    'four entries in two shards, ratio to one (median)',
    median(shards.map(({ whole, halves }) => halves / whole)).toFixed(2),
  );
  say(
    'requirements failed (has to be none)',
    [...(recorded.failed ?? []), ...(tenfold.failed ?? [])].join(', ') || 'none',
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
