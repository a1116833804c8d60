import { execFile, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const script = (name: string): string => fileURLToPath(new URL(`./${name}.js`, import.meta.url));
const node = promisify(execFile);

/** The output of a bench script about itself, without its start-up. */
export interface Measured {
  readonly requests: number;
  readonly wallMs: number;
  readonly processorMs: number;
}

/** The measurements of a run. */
export interface MeasuredRun extends Measured {
  readonly hooks: number;
  /** The number of requests after which every check of a MUST has sent its most telling case. */
  readonly tellingAfter: number;
  readonly failed: readonly string[];
  /** The time in which nothing was under way, and the processor was idle. */
  readonly idleMs: number;
  /** Resident memory with all modules loaded and before the first request, in MB. */
  readonly loadedMb: number;
  /** The peak of resident memory. */
  readonly maxRssMb: number;
  /** The heap after the run, in MB. */
  readonly heapMb: number;
}

/** Certifies a reference backend, each in a process of its own. `file`: the record of the requests, for replays. */
export const measureRun = (runs: number, latency: number, file?: string): Promise<MeasuredRun> =>
  measure('certify', latency, (url) => [url, String(runs), ...(file === undefined ? [] : [file])]);

/** Sends a run's requests with a bare client. */
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
