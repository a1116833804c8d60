import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const command = fileURLToPath(new URL('../../cli/main.js', import.meta.url));
const node = promisify(execFile);

/** Wall time of a matrix file with four reference backends, start-up and index included, in ms. */
export interface ShardTimes {
  readonly whole: number;
  /** Two shards at the same time, in processes of their own, until the last one ends. */
  readonly halves: number;
}

/** Runs the same matrix file whole, then in two shards. Rejects if a run is not conformant. */
export async function measureShards(folder: string): Promise<ShardTimes> {
  const file = join(folder, 'matrix.json');
  writeFileSync(file, JSON.stringify({ seed: 1, entries: ['a', 'b', 'c', 'd'].map((name) => ({ name })) }));
  const run = (name: string, ...shard: readonly string[]) =>
    node(process.execPath, [command, 'run', '--matrix', file, '--report', join(folder, name), '--quiet', ...shard]);
  const whole = await timed(() => run('whole'));
  const halves = await timed(() => Promise.all([run('one', '--shard', '1/2'), run('two', '--shard', '2/2')]));
  return { whole, halves };
}

/** Some seconds of parsing and writing, as a run has them. */
const computing = 'for (let n = 0; n < 3e6; n += 1) JSON.parse(JSON.stringify({ n, text: String(n) }))';

/** The wall time of two programs that only compute, side by side, as a share of their time one after the other. */
export async function measureComputing(): Promise<number> {
  const compute = () => node(process.execPath, ['-e', computing]);
  const alone = await timed(async () => {
    await compute();
    await compute();
  });
  return (await timed(() => Promise.all([compute(), compute()]))) / alone;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
