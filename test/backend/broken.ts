import type { FaultId } from '../../backend/faults/index.ts';
import { createBench } from './bench.ts';
import { letters } from './letter/index.ts';

/** What is wrong with the service, by requirement; `only`: those requirements that are looked at, by default all. */
export async function broken(fault?: FaultId, only?: readonly string[]): Promise<Record<string, string>> {
  const complaints: Record<string, string> = {};
  const bench = createBench({ fault });
  // The oldest volume is nobody's: a fault that changes it instead of the right one must show.
  await bench.setUp();
  for (const [id, letter] of Object.entries(letters({ fault }))) {
    if (only?.includes(id) === false) continue;
    const complaint = await letter(bench);
    if (complaint !== undefined) complaints[id] = complaint;
  }
  return complaints;
}
