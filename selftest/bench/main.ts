import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { figuresOf } from '../matrix.ts';
import { committedMatrix } from '../stamp.ts';
import { type Measured, type MeasuredRun, measureReplay, measureRun } from './measure.ts';
import { measureComputing, measureShards, type ShardTimes } from './shards.ts';

/** One run, and the same requests by bare clients right after it, because the machine's speed drifts. */
interface Round {
  readonly run: MeasuredRun;
  readonly http: Measured;
  readonly supertest: Measured;
}

const rounds = 3;
const latencies = [0, 20];

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
function say(label: string, value: string): void {
  process.stdout.write(`${label.padEnd(60)}${value}\n`);
}
function head(text: string): void {
  process.stdout.write(`\n${text}\n`);
}
const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;

async function measureRound(latency: number, file: string): Promise<Round> {
  return {
    run: await measureRun(100, latency),
    http: await measureReplay('http', latency, file),
    supertest: await measureReplay('supertest', latency, file),
  };
}

function sayTimes(latency: number, all: readonly Round[]): void {
  const of = (value: (round: Round) => number): number => median(all.map(value));
  const each = ({ processorMs, requests }: Measured): number => processorMs / requests;
  head(`at ${latency} ms latency (median of ${all.length} rounds)`);
  say('  wall time without start-up', `${of(({ run }) => run.wallMs).toFixed(0)} ms`);
  say('  its ratio to a plain node:http replay', of(({ run, http }) => run.wallMs / http.wallMs).toFixed(2));
  say('  its ratio to a supertest replay', of(({ run, supertest }) => run.wallMs / supertest.wallMs).toFixed(2));
  say('  processor time / wall time', percent(of(({ run }) => run.processorMs / run.wallMs)));
  say('  the same of a supertest replay', percent(of(({ supertest }) => supertest.processorMs / supertest.wallMs)));
  say(
    '  processor time a request, ratio to a supertest replay',
    of(({ run, supertest }) => (each(run) * run.requests) / (run.requests + run.hooks) / each(supertest)).toFixed(2),
  );
  say('  idle, with nothing under way at the target', percent(of(({ run }) => run.idleMs / run.wallMs)));
}

function sayMemory(all: readonly MeasuredRun[], tenfold: MeasuredRun): void {
  const of = (value: (run: MeasuredRun) => number): number => median(all.map(value));
  head(`memory at no latency (median of ${all.length} runs)`);
  say('  at most', `${of((run) => run.maxRssMb).toFixed(0)} MB`);
  say('  beyond the loaded process', `${of((run) => run.maxRssMb - run.loadedMb).toFixed(0)} MB`);
  say('  with ten times the runs, ratio', (tenfold.maxRssMb / of((run) => run.maxRssMb)).toFixed(2));
  say('  still held after ten times the runs, ratio', (tenfold.heapMb / of((run) => run.heapMb)).toFixed(2));
}

const folder = mkdtempSync(join(tmpdir(), 'evs-bench-'));
try {
  const file = join(folder, 'requests.json');
  const recorded = await measureRun(100, 0, file);
  say('requests to the target, and to its state hook', `${recorded.requests} + ${recorded.hooks}`);
  const runs: MeasuredRun[] = [];
  for (const latency of latencies) {
    const all: Round[] = [];
    for (let round = 0; round < rounds; round += 1) all.push(await measureRound(latency, file));
    sayTimes(latency, all);
    runs.push(...all.map(({ run }) => run));
  }
  const tenfold = await measureRun(1000, 0);
  sayMemory(runs.slice(0, rounds), tenfold);
  const shards: ShardTimes[] = [];
  for (let round = 0; round < rounds; round += 1) shards.push(await measureShards(folder));
  const computing: number[] = [];
  for (let round = 0; round < rounds; round += 1) computing.push(await measureComputing());
  const failed = [recorded, ...runs, tenfold].flatMap((run) => run.failed);
  const { foundAfter, plainFoundAfter } = figuresOf(committedMatrix());
  head('requests of the operation until');
  say(
    '  every MUST has sent its most telling case (at most)',
    String(Math.max(...runs.map((run) => run.tellingAfter))),
  );
  say('  half, nine tenths of the faults of the matrix are seen', `${foundAfter.median}, ${foundAfter.p90}`);
  say('  the same without those of several circumstances', `${plainFoundAfter.median}, ${plainFoundAfter.p90}`);
  head('of the whole');
  say(
    '  four entries in two shards, ratio to one (median)',
    median(shards.map(({ whole, halves }) => halves / whole)).toFixed(2),
  );
  // no shard can be faster than that: where it is more than a half, the processors share what they need
  say('  two programs that only compute, ratio (median)', median(computing).toFixed(2));
  say('  requirements failed (has to be none)', failed.join(', ') || 'none');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
