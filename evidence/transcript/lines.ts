import type { RunPlan } from '../../engine/recorder.ts';
import type { Exercised, Purpose } from '../../engine/stage.ts';
import type { Blocked, Ending, Outcome, Trace } from '../../engine/step.ts';
import type { Case, Recipe } from '../../generators/case.ts';
import type { Expectation } from '../../generators/oracle.ts';
import type { RequirementId } from '../../spec/requirements.ts';
import type { Lookup, NoReading } from '../../targets/observe.ts';
import type { VolumeEvent } from '../../targets/told-ledger.ts';
import type { VolumeSpec } from '../../targets/volume-source.ts';
import type { Result } from '../../verdicts/result.ts';
import type { NoAnswer, StepMark, Times, WireRequest } from '../../wire/exchange.ts';

/**
 * The lines of a transcript, as `transcript.schema.json` describes them. Exchanges, readings and steps are numbered, each
 * from 1, and stand before any line that names them by their number.
 */
export type TranscriptLine =
  | RunLine
  | ExchangeLine
  | VolumeLine
  | ReadingLine
  | StepLine
  | CaseLine
  | CloseLine
  | EndLine;

/** The first line: the plan of the run. */
export interface RunLine extends RunPlan {
  readonly kind: 'run';
  readonly format: 5;
}

/** A request to the target and its answer, in the order in which answers came in. */
export interface ExchangeLine extends Times {
  readonly kind: 'exchange';
  readonly number: number;
  /** The step that it was sent for, as its request or as a look at its effect; null if it belongs to none. */
  readonly step: StepMark | null;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | null;
    readonly credentials: NonNullable<WireRequest['credentials']>;
  };
  readonly response: Answered | { readonly none: NoAnswer['reason']; readonly detail: string };
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** How many characters the body has, where it is not kept whole. */
  readonly bodyLength?: number;
  /** It was longer than answers are read. */
  readonly truncated?: boolean;
  /** The kept answer is not the judged one: it was too long, or a secret stands where it cannot be replaced. */
  readonly whole?: boolean;
}

/** A set-up or a teardown that has ended. */
export interface VolumeLine {
  readonly kind: 'volume';
  readonly event: VolumeEvent['event'];
  /** In ms of the run's clock. */
  readonly at: number;
  /** Null if the volume is not known. */
  readonly volume: { readonly project: string; readonly id: string } | null;
  readonly reason: string | null;
  /** The order; null for anything but a set-up. */
  readonly asked: VolumeSpec | null;
}

/** A reading of a volume or a job: from the answer of an exchange, or concluded if `exchange` is null. */
export interface ReadingLine {
  readonly kind: 'reading';
  readonly number: number;
  readonly exchange: number | null;
  readonly lookup: Lookup | null;
  /** The volume's id; null for a job. */
  readonly volume: string | null;
  readonly says: Said;
}

export type Said =
  | { readonly kind: 'volume'; readonly size: number; readonly status: string; readonly multiattach: boolean | null }
  | { readonly kind: 'job'; readonly id: string | null; readonly status: string }
  | { readonly kind: 'unreadable'; readonly why: NoReading['why']; readonly reason: string };

/** A request of the operation, with the observations around it; readings by their numbers. */
export interface StepLine {
  readonly kind: 'step';
  readonly number: number;
  readonly exchange: number;
  /** Whether the rules about all answers are judged by it. */
  readonly watched: boolean;
  readonly check: RequirementId;
  readonly ordinal: number;
  readonly about: string;
  readonly history: readonly number[];
  readonly case: Case;
  readonly asked: string | null;
  readonly expectation: Expectation;
  readonly outcome: Outcome;
  readonly before: number | null;
  readonly sights: readonly { readonly at: number; readonly job: number | null; readonly volume: number }[];
  readonly after: number | null;
  readonly ending: Ending | null;
  /** The number of an earlier step: the same request, which did not count for that it was sent again. */
  readonly repeats: number | null;
  readonly alone: boolean;
  /** The number of an earlier step. */
  readonly lockedBy: number | null;
  readonly inScope: boolean;
  readonly recipe: Recipe | null;
  readonly previous: { readonly check: RequirementId; readonly recipe: Recipe } | null;
}

/** The result of a case. */
export interface CaseLine {
  readonly kind: 'case';
  readonly check: RequirementId;
  readonly purpose: Purpose | 'beside';
  readonly examined: ToldExamined;
  /** The result of each of its exercises, in order: the verdict on the case follows from them. */
  readonly exercises: readonly ToldExercise[];
  readonly recipe: Recipe;
}

export type ToldExamined =
  | { readonly kind: 'held'; readonly observed: boolean }
  | {
      readonly kind: 'complaint';
      readonly observed: boolean;
      readonly foundAfter: number;
      readonly complaint: { readonly kind: string; readonly text: string };
    }
  | { readonly kind: 'blocked'; readonly blocked: Blocked }
  | { readonly kind: 'crowded' | 'passed-over' | 'interrupted' }
  | { readonly kind: 'unavailable'; readonly reason: string; readonly budget?: true }
  | { readonly kind: 'unclear' | 'crashed'; readonly reason: string };

/** The trace of an exercise, or why there is nothing to judge. */
export type ToldExercise = ToldTrace | Exclude<Exercised, Trace>;

export interface ToldTrace {
  /** Numbers of steps. */
  readonly steps: readonly number[];
  readonly blocked?: Blocked;
  readonly unclear?: string;
  /** Numbers of readings. */
  readonly bystanders?: readonly { readonly id: string; readonly before: number; readonly after: number | 'gone' }[];
}

/** The end of a check. */
export interface CloseLine {
  readonly kind: 'close';
  readonly check: RequirementId;
  readonly unanchored: readonly (Blocked & { readonly essential: boolean })[];
  readonly crash: string | null;
}

/** The last line: without it the run broke off. */
export interface EndLine {
  readonly kind: 'end';
  readonly circumstances: {
    readonly cut: Readonly<Record<string, string>>;
    readonly ended: string | null;
    /** The number of the exchange that says that the credentials have ended. */
    readonly denial: number | null;
    readonly failedStart: string | null;
    readonly notes: Readonly<Record<string, readonly string[]>>;
    readonly distrust: string | null;
    readonly crash: string | null;
  };
  /** The content of the report besides its rows and the acceptance map. */
  readonly result: Omit<Result, 'rows' | 'survey' | 'passing' | 'budget' | 'smoke' | 'stopped'>;
  /** Of `report.html`. */
  readonly lang: string;
  /** The placeholders of secrets. */
  readonly placeholders: readonly string[];
  readonly exchanges: number;
  readonly readings: number;
  readonly steps: number;
  readonly cases: number;
}
