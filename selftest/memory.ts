import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Peak memory of a process that tries the suite on this subject once, in MB. */
async function peakMb(subject: string): Promise<number> {
  const script = fileURLToPath(new URL('./alone.js', import.meta.url));
  const { stdout } = await run(process.execPath, [script, subject], { maxBuffer: 1 << 20 });
  return Number(stdout);
}

/**
 * The memory of each of these subjects above a plain run, in MB; a plain run is one on a right server that answers at
 * once.
 */
export async function extraMemory(subjects: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const plain = Math.max(await peakMb('charset'), await peakMb('charset'));
  const extra = new Map<string, number>();
  for (const subject of subjects) extra.set(subject, Math.round((await peakMb(subject)) - plain));
  return extra;
}
