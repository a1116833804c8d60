import type { FaultId } from '../../backend/faults/index.ts';
import type { Lang } from '../../reports/html/languages.ts';
import type { RequirementId } from '../../spec/requirements.ts';
import type { OwnHeader } from '../../targets/open.ts';
import type { VolumeSettings } from '../../targets/providers/open.ts';
import type { FailOn } from '../../verdicts/fail-on.ts';
import type { Auth } from '../../wire/auth/auth.ts';
import type { TlsOptions } from '../../wire/tls.ts';

/** Where a thing is read: path template and JSON pointer into the body; an empty pointer is the whole body. */
export interface Observable {
  readonly path: string;
  readonly at: string;
}

/** The service under test. */
export interface TargetSettings {
  /** Base URL without a trailing slash. */
  readonly url: string;
  readonly project: string;
  /** URL of the state hook; without it and without `volumes`, only what needs no volume of a given state can be judged. */
  readonly states: string | undefined;
  /** Another way to obtain volumes. */
  readonly volumes?: VolumeSettings | undefined;
  /** Secrets included. */
  readonly auth: Auth;
  readonly headers: readonly OwnHeader[];
  readonly tls: TlsOptions;
}

/** All settings of a run, with defaults filled in. */
export interface Settings {
  /** Ids of shipped contracts, or files: mostly one, and several are run one after another. */
  readonly contracts: readonly string[];
  /** undefined: the reference backend on loopback, with `fault` if there is one. */
  readonly target: TargetSettings | undefined;
  readonly fault: FaultId | undefined;
  /** Folder of the report, absolute. */
  readonly report: string;
  /** Language of `report.html`. */
  readonly lang: Lang;
  /** The file of expected failures, absolute; undefined: there is none. */
  readonly baseline: string | undefined;
  /** Print the headline and the files of the report alone. */
  readonly quiet: boolean;
  /** Print every row and every observation. */
  readonly verbose: boolean;
  /** The folder of earlier reports, absolute; undefined: nobody asks since when a row fails. */
  readonly history: string | undefined;
  /** undefined: one is to be drawn. Where there is a challenge, it is the one that this gives. */
  readonly seed: number | undefined;
  /** A certifier's text that chose the seed. */
  readonly challenge: string | undefined;
  /** The file of the private key that signs the report, absolute; undefined: it is not signed. */
  readonly sign: string | undefined;
  readonly runs: number;
  readonly extensions: number;
  /** Largest size the target has room for, in GB; undefined: the contract's maximum. */
  readonly maxGb: number | undefined;
  /** Hard limits of the whole run; a missing one is no limit. */
  readonly allowance: {
    readonly volumes: number | undefined;
    readonly requests: number | undefined;
    readonly perSecond: number | undefined;
  };
  /** Smallest volume the target hands out, in GB. */
  readonly minSize: number;
  /** The requirements to judge; undefined: all. */
  readonly only: readonly RequirementId[] | undefined;
  /** The strongest requirements alone, a case each. */
  readonly smoke: boolean;
  /** Stop at the first MUST that fails and is not expected to. */
  readonly failFast: boolean;
  /** In s; undefined: as long as it takes. */
  readonly maxTime: number | undefined;
  /** Down to which level a row that fails makes the exit code 1. */
  readonly failOn: FailOn;
  /** Requests under way at once. */
  readonly concurrency: number;
  readonly limits: { readonly requestMs: number; readonly jobMs: number; readonly hookMs: number };
  /** null switches a look-up off; what is undefined is where the contract has it. */
  readonly observe: { readonly volume: Observable | null | undefined; readonly job: Observable | null | undefined };
}

export const defaults = {
  contract: 'extend-volume',
  report: 'conformance-report',
  lang: 'en',
  runs: 100,
  extensions: 12,
  minSize: 10,
  concurrency: 12,
  failOn: 'must',
  limits: { requestMs: 10_000, jobMs: 60_000, hookMs: 60_000 },
} as const satisfies Partial<Settings> & { readonly contract: string };

/** The settings of the engine: without a folder, only the caller writes files. */
export type RunSettings = Omit<Settings, 'report'> & { readonly report: string | undefined };
