import type { Answer } from './answers.ts';
import type { DeletionRules } from './deletion-rules.ts';
import type { Received } from './gates/gate.ts';
import type { BackendVolume, Job } from './model.ts';
import type { Refusal } from './refusal.ts';
import type { RuleContext } from './rule-context.ts';

export type { RuleContext };

/** The capacity asked for: the number as sent, and the integer that the service makes of it (GB). */
export interface RequestedSize {
  readonly raw: number;
  readonly size: number;
}

/** The steps of a job, for a rule to put in order. */
interface JobSteps {
  readonly begin: () => void;
  readonly grow: () => void;
  readonly conclude: () => void;
}

/**
 * The service's decisions, one function each, in the order in which a request meets them.
 * The service itself only calls them; a fault replaces one or two.
 */
export interface Rules extends DeletionRules {
  readonly servesMethod: (method: string) => boolean;
  /** To a method that is not served; `allowed`: those that are, as Allow has them. */
  readonly answerMethod: (allowed: string, method: string, context: RuleContext) => Answer;
  /** The token that a request shows; `token`: the one in its place. */
  readonly tokenOf: (token: string | undefined, received: Received) => string | undefined;
  readonly checkToken: (token: string | undefined, context: RuleContext) => Refusal | undefined;
  /** Asked only of a request whose token is known, or when no token is needed. */
  readonly checkProject: (token: string | undefined, projectId: string, context: RuleContext) => Refusal | undefined;
  /** To a request of either operation whose caller may not make it. */
  readonly answerDenied: (denial: Refusal, context: RuleContext) => Answer;
  /** Why a look-up is denied; `denial`: why another request of the caller would be. */
  readonly denyLookUp: (denial: Refusal | undefined, what: 'volume' | 'job') => Refusal | undefined;
  readonly findVolume: (projectId: string, volumeId: string, context: RuleContext) => BackendVolume | undefined;
  readonly answerUnknownVolume: (projectId: string, volumeId: string, context: RuleContext) => Answer;
  /** What is answered for the media type of a body alone. */
  readonly refuseMediaType: (type: string | undefined) => Answer | undefined;
  /** Throws SyntaxError for text that is no JSON. */
  readonly parseBody: (text: string) => unknown;
  readonly answerMalformed: (error: SyntaxError, context: RuleContext) => Answer;
  /** The number under `os-extend.new_size`; `text` is the body as it came. */
  readonly readSize: (body: unknown, text: string) => number | Refusal;
  readonly toInteger: (raw: number) => number;
  /** A size that is not a number passes both bounds, as comparisons with NaN do: `readSize` keeps it out. */
  readonly checkLower: (wish: RequestedSize, volume: BackendVolume, context: RuleContext) => Refusal | undefined;
  readonly checkUpper: (wish: RequestedSize, volume: BackendVolume, context: RuleContext) => Refusal | undefined;
  readonly checkState: (volume: BackendVolume, context: RuleContext) => Refusal | undefined;
  readonly checkBusy: (volume: BackendVolume, context: RuleContext) => Refusal | undefined;
  /** Called for each refusal of a well-formed request on an existing volume. */
  readonly onRefused: (volume: BackendVolume, refusal: Refusal, context: RuleContext) => void;
  readonly answerRefused: (refusal: Refusal, volume: BackendVolume, context: RuleContext) => Answer;
  readonly jobId: (volume: BackendVolume, context: RuleContext) => string;
  readonly run: (job: Job, steps: JobSteps, context: RuleContext) => void;
  /** Gives the job's volume its new size. */
  readonly grow: (job: Job, context: RuleContext) => void;
  /** Ends the job. */
  readonly conclude: (job: Job, context: RuleContext) => void;
  readonly answerAccepted: (job: Job, context: RuleContext) => Answer;
  readonly answerCreated: (job: Job, volume: BackendVolume, context: RuleContext) => Answer;
  readonly findJob: (projectId: string, jobId: string, context: RuleContext) => Job | undefined;
  readonly answerUnknownJob: (context: RuleContext) => Answer;
  readonly jobView: (job: Job, context: RuleContext) => Readonly<Record<string, unknown>>;
  readonly volumeView: (volume: BackendVolume, context: RuleContext) => Readonly<Record<string, unknown>>;
  /** Called when a rule throws: a defect of the service itself. */
  readonly answerCrash: (error: Error, context: RuleContext) => Answer;
}

/** A change of some rules, made from the rules as they are. Called once per backend, so it may remember things. */
export type Change = (rules: Rules) => Partial<Rules>;

/** The rules after these changes, each made from what those before it have left. */
export function changed(rules: Rules, ...changes: readonly Change[]): Rules {
  let after = rules;
  for (const change of changes) after = { ...after, ...change(after) };
  return after;
}
