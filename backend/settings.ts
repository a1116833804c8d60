import { randomUUID } from 'node:crypto';
import { type BackendClock, systemClock } from './clock.ts';
import type { GateSettings } from './gates/gate.ts';

/** The settings of a backend; each has a default. */
export interface BackendSettings {
  /** Largest capacity of a volume, in GB. */
  readonly max: number;
  /** Server statuses in which an attached volume can be extended. */
  readonly servers: readonly string[];
  /** The duration of an extension, in ms. */
  readonly jobDelayMs: number;
  /** The delay of every answer except the state hook's, in ms. */
  readonly latency: number;
  /** The way for callers to identify themselves; by default, a token. */
  readonly auth: GateSettings;
  /** The project of each token (or of each user or access key, by `auth`). Without any, no request needs one. */
  readonly tokens: Readonly<Record<string, string>>;
  /** The project of volumes from the state hook, if no token gives one. */
  readonly project: string;
  /** Seed of the volumes' names, descriptions and metadata. */
  readonly seed: number;
  /** The most volumes that can exist at once. */
  readonly maxVolumes: number;
  readonly clock: BackendClock;
  /** Source of volume, job and server ids. */
  readonly randomId: () => string;
}

export const DEFAULTS: BackendSettings = {
  max: 32768,
  servers: ['ACTIVE', 'PAUSED', 'SUSPENDED', 'SHUTOFF'],
  jobDelayMs: 10,
  latency: 0,
  auth: { kind: 'token' },
  tokens: {},
  project: '5a2b0c7d9e1f4368a7b5c4d3e2f10987',
  seed: 1,
  maxVolumes: 10_000,
  clock: systemClock,
  randomId: randomUUID,
};

const OTHER_PROJECT = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';

/** The project of volumes from the state hook: the first token's, if there is one. */
export function callersProject(settings: BackendSettings): string {
  return Object.values(settings.tokens)[0] ?? settings.project;
}

/** A project that is not the caller's: the first other one with a token, otherwise one that nobody can enter. */
export function otherProject(settings: BackendSettings): string {
  const own = callersProject(settings);
  return Object.values(settings.tokens).find((project) => project !== own) ?? OTHER_PROJECT;
}
