import { openTarget as open, type TargetOptions } from '../targets/open.ts';
import type { Target } from '../targets/target.ts';
import { checkOptions, type OptionTable } from './settings/given-options.ts';

/**
 * Opens a target with every setting of the engine's own. `close` ends its connections.
 *
 * @throws UsageError where an option has a name that there is not, or one that is needed is missing
 */
export function openTarget(options: TargetOptions): { readonly target: Target; readonly close: () => void } {
  checkOptions('openTarget', options, table);
  return open(options);
}

const table: OptionTable<TargetOptions> = {
  url: 'needed',
  project: 'optional',
  isReference: 'optional',
  states: 'optional',
  volumes: 'optional',
  token: 'optional',
  auth: 'optional',
  headers: 'optional',
  tls: 'optional',
  env: 'optional',
  requestMs: 'needed',
  hookMs: 'optional',
  waitMs: 'optional',
  observe: 'needed',
  clock: 'needed',
  signal: 'optional',
  ledgerFile: 'optional',
  sourceName: 'optional',
  runId: 'optional',
  allowance: 'optional',
  onExchange: 'optional',
  onVolume: 'optional',
  warn: 'optional',
};
