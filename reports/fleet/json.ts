import type { FleetIndex } from '../../verdicts/fleet.ts';
import { safe } from '../json.ts';

/** `index.json`, as `verdicts/index.schema.json` describes it. */
export function fleetJson(index: FleetIndex): string {
  return `${safe(JSON.stringify(index, null, 2))}\n`;
}
