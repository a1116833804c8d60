import type { Hono } from 'hono';
import { type FaultId, faults } from './faults/index.ts';
import { createHook } from './hook/hook.ts';
import { routes } from './routes.ts';
import { conforming } from './rules/conforming.ts';
import type { Change, Rules } from './rules.ts';
import { type BackendSettings, DEFAULTS } from './settings.ts';
import { type BackendState, createState } from './state.ts';

/** Settings to depart from the defaults in, and at most one fault. */
export interface BackendOptions extends Partial<BackendSettings> {
  /** The fault that the service shows. */
  readonly fault?: FaultId | undefined;
  /** Changes to the service beside the fault, such as another style of answers. */
  readonly change?: Change | undefined;
}

export interface Backend {
  readonly app: Hono;
  readonly state: BackendState;
}

const JOBS_PER_VOLUME = 10;

/** The extension service with its state in memory, without a port: `app.request(…)` talks to it. */
export function createBackend(options: BackendOptions = {}): Backend {
  const { fault, change, ...given } = options;
  const settings: BackendSettings = { ...DEFAULTS, ...given };
  const state = createState(settings.maxVolumes * JOBS_PER_VOLUME);
  const context = { state, settings };
  const styled: Rules = { ...conforming, ...change?.(conforming) };
  const rules: Rules = fault ? { ...styled, ...faults[fault].change(styled) } : styled;
  return { app: routes(rules, createHook(context), context), state };
}
