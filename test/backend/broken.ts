import type { FaultyOperation } from '../../backend/fault.ts';
import { type FaultId, faults } from '../../backend/faults/index.ts';
import { createBench } from './bench.ts';
import { letters } from './letter/index.ts';

/** What is looked at: by default all requirements of the operation that the fault lies in. */
interface Scope {
  readonly only?: readonly string[];
  readonly operation?: FaultyOperation;
}

/** What is wrong with the service, by requirement. */
export async function broken(fault?: FaultId, { only, operation }: Scope = {}): Promise<Record<string, string>> {
  const looked = operation ?? (fault === undefined ? 'extend-volume' : faults[fault].operation);
  const complaints: Record<string, string> = {};
  const bench = createBench({ fault });
  // The oldest volume is nobody's: a fault that changes it instead of the right one must show.
  await bench.setUp();
  const all = letters[looked]({ fault });
  const unjudged = only?.find((id) => !Object.hasOwn(all, id));
  if (unjudged !== undefined)
    throw new Error(`nothing here judges ${unjudged}: add it to its group in test/backend/letter`);
  for (const [id, letter] of Object.entries(all)) {
    if (only?.includes(id) === false) continue;
    const complaint = await letter(bench);
    if (complaint !== undefined) complaints[id] = complaint;
  }
  return complaints;
}
