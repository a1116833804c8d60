import type { ActiveCheck, Example } from '../../engine/check.ts';
import type { Effect } from '../../engine/effect.ts';
import type { Step, Trace } from '../../engine/step.ts';
import type { Cases } from '../../generators/cases.ts';
import type { Room } from '../../generators/room.ts';
import type { Contract } from '../../spec/contract.ts';
import type { RequirementId } from '../../spec/requirements.ts';
import type { Sketch } from './examples.ts';

/** What the common checks ask of the operation whose they are. */
export interface Family {
  /** Of common requirements that an operation calls by a name of its own. */
  readonly ids: {
    readonly others: RequirementId;
    readonly body: RequirementId;
    readonly pathUnknown: RequirementId;
  };
  /** The checks whose requests show every kind of refusal, every kind of acceptance, and what becomes of jobs. */
  readonly dependsOn: {
    readonly refusals: readonly RequirementId[];
    readonly acceptances: readonly RequirementId[];
    readonly jobs: readonly RequirementId[];
  };
  /** What its path is tried with, most telling first; its own method is one of them. */
  readonly methods: readonly string[];
  /** Whether a step is a refusal that the rules about answers speak of. */
  readonly isRefusal: (step: Step) => boolean;
  /** The documented request, for the smoke test. */
  readonly routeCases: ActiveCheck['cases'];
  /** Plain valid requests, for checks that are about something else; `variants` counts their own departures. */
  readonly plainCases: (contract: Contract, room: Room, variants?: number) => Cases;
  /** The same on resources that nothing was done with. */
  readonly freshCases: ActiveCheck['cases'];
  /** Requests beside others of the run, and what is looked at then. */
  readonly beside: Pick<ActiveCheck, 'cases' | 'exercise'>;
  readonly effect: Effect;
  /** What is wrong where a request that should have no effect has one. */
  readonly effectless: ActiveCheck['judge'];
  /** Examples of its answers. */
  readonly step: (sketch: Sketch) => Step;
  readonly example: (title: string, sketch: Sketch, more?: Partial<Trace>) => Example;
}
