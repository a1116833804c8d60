import type { Level } from '../spec/requirements.ts';
import type { AcceptanceMap } from './acceptance-map.ts';
import type { Verdict, VerdictKind } from './verdict.ts';

/** The class of a run; the exit code follows from it. */
export type Class = 'conformant' | 'non-conformant' | 'incomplete' | 'broken';

/** Where the page says it. */
export interface ClauseReference {
  readonly fact: string;
  readonly line: number | null;
  readonly anchor: string | null;
  /** The page's own words; only where whoever derived the contract wanted the page quoted. */
  readonly quote?: string;
  /** Where people read it; begins with https://. */
  readonly url?: string;
}

/** One requirement of the report. */
export interface Row {
  readonly id: string;
  readonly level: Level | 'none';
  readonly statement: string;
  readonly clauses: readonly ClauseReference[];
  readonly verdict: Verdict;
  /** What a reader has to know beside the verdict: up to where it was judged, which extra set-ups were not to be had. */
  readonly notes: readonly string[];
}

export interface ReportedLedger {
  /** Every HTTP request sent to the target, in number; calls of the state hook are not among them. */
  readonly requests: number;
  readonly volumesCreated: number;
  readonly volumesReturned: number;
  /** The volumes were there before, and each was handed out as often as it was needed; absent: each was created. */
  readonly lent?: true;
  /** Volumes that could not be given back, with the reason; they have to be removed by hand. */
  readonly left: readonly { readonly volume: string; readonly reason: string }[];
}

/** Answers that did not show when the same request was sent again, in number. They fail nothing; many leave rows open. */
export interface Passing {
  /** Statuses of 500 and above. */
  readonly serverErrors: number;
  /** Refusals of valid requests. */
  readonly refusals: number;
}

/** What a run was allowed to spend; null: as much as it takes. */
export interface Spending {
  /** Cases a check. */
  readonly runs: number;
  /** Accepted extensions a check. */
  readonly extensions: number;
  /** The largest size that is asked for, in GB; null: the contract's maximum. */
  readonly maxGb: number | null;
  /** Volumes in the whole run. */
  readonly maxVolumes: number | null;
  /** Requests in the whole run. */
  readonly maxRequests: number | null;
  /** Time for the whole run, in s. */
  readonly maxTime: number | null;
}

/** What was certified, as far as a verdict needs it. */
export interface CertifiedOperation {
  readonly id: string;
  /** The requirement without which no other row counts. */
  readonly smokeTest: string;
  /** Its requirements, whether or not they have a row. */
  readonly levels: Readonly<Record<string, Level>>;
}

/** Everything a report says. Reports are pure functions of it. */
export interface Result {
  readonly operation: CertifiedOperation;
  readonly suite: {
    readonly name: 'evs-conformance';
    readonly version: string;
    /** sha256 of the matrix of trials that this version made by this contract; null: it made none. */
    readonly matrix: string | null;
  };
  readonly contract: { readonly id: string; readonly sha256: string; readonly unparsed: number };
  readonly target: {
    readonly url: string;
    /** Whose volumes were used; null: no request of the operation was sent. */
    readonly project: string | null;
    /** It is the reference backend: such a run certifies no service. */
    readonly reference: boolean;
  };
  readonly seed: number;
  readonly budget: Spending;
  /** The strongest requirements alone were tried, a case each: such a run never certifies. */
  readonly smoke: boolean;
  /** Why the run did not go on to its end, or could not begin; null where it did, and where it was interrupted. */
  readonly stopped: string | null;
  /** The certifier's text that chose the seed; null: nobody gave one. */
  readonly challenge: string | null;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** Processor time of the run, in ms: what the suite itself costs. Null where nobody measured it. */
  readonly processorMs: number | null;
  readonly interrupted: boolean;
  /** Not everything was meant to run (`--only`, a shard) or did (an interruption): such a run never certifies. */
  readonly partial: boolean;
  readonly rows: readonly Row[];
  /** Where requests were accepted and refused. */
  readonly survey: AcceptanceMap;
  readonly passing: Passing;
  readonly ledger: ReportedLedger;
}

/** Verdicts per kind. */
export type Summary = Readonly<Record<VerdictKind, number>>;
