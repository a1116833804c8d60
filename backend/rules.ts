import type { Answer } from './answers.ts';
import type { DeletionRules } from './deletion-rules.ts';
import type { Received } from './gates/gate.ts';
import type { BackendVolume, Job } from './model.ts';
import type { Refusal } from './refusal.ts';
import type { RuleContext } from './rule-context.ts';

export type { RuleContext };

/** The requested capacity: the number as sent, and the integer that the service makes of it (GB). */
export interface RequestedSize {
  readonly raw: number;
  readonly size: number;
}

/** The steps of a job, in the order that a rule chooses. */
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
  /** The answer to a method that is not served; `allowed`: the served ones, as in the header Allow. */
  readonly answerMethod: (allowed: string, method: string, context: RuleContext) => Answer;
  /** The token that a request shows; `token`: the one in its usual place. */
  readonly tokenOf: (token: string | undefined, received: Received) => string | undefined;
  readonly checkToken: (token: string | undefined, context: RuleContext) => Refusal | undefined;
  /** Called only if the token is known, or if no token is needed. */
  readonly checkProject: (token: string | undefined, projectId: string, context: RuleContext) => Refusal | undefined;
  /** The answer to a request of either operation that the caller may not make. */
  readonly answerDenied: (denial: Refusal, context: RuleContext) => Answer;
  /** The reason why a look-up is denied; `denial`: the reason why the caller's other requests would be. */
  readonly denyLookUp: (denial: Refusal | undefined, what: 'volume' | 'job') => Refusal | undefined;
  readonly findVolume: (projectId: string, volumeId: string, context: RuleContext) => BackendVolume | undefined;
  readonly answerUnknownVolume: (projectId: string, volumeId: string, context: RuleContext) => Answer;
  /** A refusal for the media type of a body alone. */
  readonly refuseMediaType: (type: string | undefined) => Answer | undefined;
  /** Throws SyntaxError for text that is not JSON. */
  readonly parseBody: (text: string) => unknown;
  readonly answerMalformed: (error: SyntaxError, context: RuleContext) => Answer;
  /** The number under `os-extend.new_size`; `text` is the body as it was received. */
  readonly readSize: (body: unknown, text: string) => number | Refusal;
  readonly toInteger: (raw: number) => number;
  /** A size that is not a number passes both bounds, like comparisons with NaN: `readSize` keeps it out. */
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

/** A change of some rules, made from the present ones. Called once per backend, so it may keep state. */
export type Change = (rules: Rules) => Partial<Rules>;

/** The rules after these changes, each made from the result of the changes before it. */
export function changed(rules: Rules, ...changes: readonly Change[]): Rules {
  let after = rules;
  for (const change of changes) after = { ...after, ...change(after) };
  return after;
}
