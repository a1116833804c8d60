import { execFile, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const script = (name: string): string => fileURLToPath(new URL(`./${name}.js`, import.meta.url));
const node = promisify(execFile);

/** What a script of the bench says of itself, its start-up left aside. */
export interface Measured {
  readonly requests: number;
  readonly wallMs: number;
  readonly processorMs: number;
}

/** A run, as it was measured. */
export interface MeasuredRun extends Measured {
  readonly hooks: number;
  /** With so many requests of the operation every check that judges a MUST has sent its most telling case. */
  readonly tellingAfter: number;
  readonly failed: readonly string[];
  /** So long nothing was under way, and the processor had nothing to do. */
  readonly idleMs: number;
  /** Resident memory when all modules were loaded and nothing was sent, in MB. */
  readonly loadedMb: number;
  /** The most there was of it. */
  readonly maxRssMb: number;
  /** What is still held when the run has ended, in MB. */
  readonly heapMb: number;
}

/** Certifies a reference backend, each in a process of its own. `file`: where the requests are kept for replays. */
export const measureRun = (runs: number, latency: number, file?: string): Promise<MeasuredRun> =>
  measure('certify', latency, (url) => [url, String(runs), ...(file === undefined ? [] : [file])]);

/** Sends what a run has sent with a bare client. */
export const measureReplay = (client: 'http' | 'supertest', latency: number, file: string): Promise<Measured> =>
  measure('replay', latency, (url) => [client, url, file]);

async function measure<T extends Measured>(
  name: string,
  latency: number,
  args: (url: string) => readonly string[],
): Promise<T> {
  const server = spawn(process.execPath, [script('serve'), String(latency)], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const url = await new Promise<string>((resolve, reject) => {
      server.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
      server.once('error', reject);
    });
    const { stdout } = await node(process.execPath, ['--expose-gc', script(name), ...args(url)], {
      maxBuffer: 1 << 20,
    });
    return JSON.parse(stdout) as T;
  } finally {
    server.kill();
  }
}
