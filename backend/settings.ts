import { randomUUID } from 'node:crypto';
import { type BackendClock, systemClock } from './clock.ts';
import type { GateSettings } from './gates/gate.ts';

/** What a backend can be told about itself; everything has a default. */
export interface BackendSettings {
  /** Largest capacity of a volume, in GB. */
  readonly max: number;
  /** Server statuses in which an attached volume can be extended. */
  readonly servers: readonly string[];
  /** How long an extension runs, in milliseconds. */
  readonly jobDelayMs: number;
  /** How long every answer but the state hook's is held back, in milliseconds. */
  readonly latency: number;
  /** How callers show who they are; by default, by a token. */
  readonly auth: GateSettings;
  /** Project of each token (of each user or access key, where `auth` says so). Without any, no request needs one. */
  readonly tokens: Readonly<Record<string, string>>;
  /** The project that the state hook hands volumes out in, where no token says so. */
  readonly project: string;
  /** Seed of the volumes' names, descriptions and metadata. */
  readonly seed: number;
  /** How many volumes can exist at once. */
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

/** The project that the state hook hands volumes out in: the first token's, if there is one. */
export function callersProject(settings: BackendSettings): string {
  return Object.values(settings.tokens)[0] ?? settings.project;
}

/** A project that is not the caller's: the first other one that has a token, else one that nobody can enter. */
export function otherProject(settings: BackendSettings): string {
  const own = callersProject(settings);
  return Object.values(settings.tokens).find((project) => project !== own) ?? OTHER_PROJECT;
}
