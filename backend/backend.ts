import type { Hono } from 'hono';
import { type DialectId, dialects } from './dialects/index.ts';
import { type FaultId, faults } from './faults/index.ts';
import { createHook } from './hook/hook.ts';
import { routes } from './routes.ts';
import { conforming } from './rules/conforming.ts';
import { type Change, changed } from './rules.ts';
import { type BackendSettings, DEFAULTS } from './settings.ts';
import { type BackendState, createState } from './state.ts';

/** Settings that depart from the defaults, a dialect, and at most one fault. */
export interface BackendOptions extends Partial<BackendSettings> {
  /** The dialect of the service's words and bounds; absent: the one of the first page. */
  readonly dialect?: DialectId | undefined;
  /** The dialect whose path it is served at; absent: its own. */
  readonly at?: DialectId | undefined;
  /** The fault to switch on. */
  readonly fault?: FaultId | undefined;
  /** Changes to the service besides the fault, such as another style of answers. */
  readonly change?: Change | undefined;
}

export interface Backend {
  readonly app: Hono;
  readonly state: BackendState;
}

const JOBS_PER_VOLUME = 10;

/** The extension service with its state in memory, without a port: `app.request(…)` talks to it. */
export function createBackend(options: BackendOptions = {}): Backend {
  const { dialect = 'extend-volume', at = dialect, fault, change, ...given } = options;
  const settings: BackendSettings = { ...DEFAULTS, ...given };
  const state = createState(settings.maxVolumes * JOBS_PER_VOLUME);
  const { errorName, change: toDialect } = dialects[dialect];
  const context = { state, settings, errorName };
  const changes = [toDialect, change, fault && faults[fault].change].filter((one) => one !== undefined);
  const rules = changed(conforming, ...changes);
  return { app: routes(dialects[at].path, rules, createHook(context), context), state };
}
