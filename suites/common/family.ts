import type { ActiveCheck, Example } from '../../engine/check.ts';
import type { Effect } from '../../engine/effect.ts';
import type { Step, Trace } from '../../engine/step.ts';
import type { Cases } from '../../generators/cases.ts';
import type { Room } from '../../generators/room.ts';
import type { Contract } from '../../spec/contract.ts';
import type { RequirementId } from '../../spec/requirements.ts';
import type { Sketch } from './examples.ts';

/** The parts of an operation that its common checks need. */
export interface Family {
  /** The operation's own ids for common requirements. */
  readonly ids: {
    readonly others: RequirementId;
    readonly body: RequirementId;
    readonly pathUnknown: RequirementId;
  };
  /** The checks whose requests show every kind of refusal and of acceptance, and the outcome of jobs. */
  readonly dependsOn: {
    readonly refusals: readonly RequirementId[];
    readonly acceptances: readonly RequirementId[];
    readonly jobs: readonly RequirementId[];
  };
  /** Methods to try on its path, the most telling first; the operation's own method is among them. */
  readonly methods: readonly string[];
  /** Whether the rules about refusals apply to a step. */
  readonly isRefusal: (step: Step) => boolean;
  /** The documented request, for the smoke test. */
  readonly routeCases: ActiveCheck['cases'];
  /** Plain valid requests, for checks about something else; `variants` is the number of their own departures. */
  readonly plainCases: (contract: Contract, room: Room, variants?: number) => Cases;
  /** The same on resources without a history. */
  readonly freshCases: ActiveCheck['cases'];
  /** Requests at the same time as others of the run, and the checks of their effects. */
  readonly beside: Pick<ActiveCheck, 'cases' | 'exercise'>;
  readonly effect: Effect;
  /** The complaint about a request that should have no effect and has one. */
  readonly effectless: ActiveCheck['judge'];
  /** Examples of its answers. */
  readonly step: (sketch: Sketch) => Step;
  readonly example: (title: string, sketch: Sketch, more?: Partial<Trace>) => Example;
}
