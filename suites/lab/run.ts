import type { Recipe } from '../../generators/case.ts';
import type { Oracle } from '../../generators/oracle.ts';
import type { Room } from '../../generators/room.ts';
import type { Contract } from '../../spec/contract.ts';
import type { RequirementId } from '../../spec/requirements.ts';
import type { Target } from '../../targets/target.ts';
import type { Clock } from '../../wire/clock.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Blocked, Step } from '../step.ts';
import type { Fleet } from './fleet.ts';
import type { Patience } from './patience.ts';
import type { SetUps } from './set-ups.ts';
import type { Subject } from './subject.ts';
import type { Traffic } from './traffic.ts';
import type { Turns } from './turns.ts';

/** What all checks of one run share. */
export interface Run {
  readonly contract: Contract;
  readonly oracle: Oracle;
  readonly room: Room;
  readonly target: Target;
  readonly clock: Clock;
  /** Aborted when the run is interrupted or the target is gone. */
  readonly signal: AbortSignal;
  readonly patience: Patience;
  readonly fleet: Fleet;
  readonly traffic: Traffic;
  readonly turns: Turns;
  /** Volumes whose last extension is not known to have ended. */
  readonly underWay: Set<Subject>;
  /** The checks that have seen a valid request refused that was refused again by itself: they need not wait for that again. */
  readonly refusing: Set<RequirementId>;
  /** What became of the volumes that were set up. */
  readonly setUps: SetUps;
  /** Whether a volume that was extended may serve further cases: as long as that never made a difference. */
  readonly reuse: { readonly isOn: () => boolean; readonly end: () => void };
  /** A valid request went wrong beside the cases of its requirement: it becomes one of them. */
  readonly suspect: (owner: RequirementId, recipe: Recipe) => void;
  /** Says beside a requirement's verdict what a reader has to know. */
  readonly note: (id: RequirementId, text: string) => void;
  /** Takes over work that nobody need wait for before the end of the run, such as the giving back of a volume. */
  readonly depart: (work: Promise<void>) => void;
  /** Waits for all of that. */
  readonly departed: () => Promise<void>;
  /** Set-up → why it takes no valid request, undefined where it does: asked once a run, by whoever needs it first. */
  readonly anchors: Map<string, Blocked | undefined>;
  /** Told a step that no rule about all answers is judged by, for whoever keeps a transcript. */
  readonly told: (step: Step) => void;
  /** Shown every other step, again when more is seen of it; the one place from which rules about all answers are judged. */
  readonly witness: (step: Step) => void;
  /** One volume at a time: nothing can be trusted side by side after a bystander has changed. */
  readonly alone: () => boolean;
  /** Waits while it looks as if the credentials had ended, and nobody knows yet. */
  readonly whenInDoubt: () => Promise<void>;
  /** Told each reply to a request of the operation, to tell when the target is gone; `isValid`: to one that has to be accepted, or may be. */
  readonly contact: (exchange: Exchange, isValid: boolean) => void;
}
