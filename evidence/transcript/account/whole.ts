import type { Finding } from '../../../engine/checking/finding.ts';
import type { Plan } from '../../../engine/plan.ts';
import type { Room } from '../../../generators/room.ts';
import type { Contract } from '../../../spec/contract.ts';
import type { RequirementId } from '../../../spec/requirements.ts';
import type { CaseLine, CloseLine, EndLine, RunLine, Said, VolumeLine } from '../lines.ts';
import type { Problem } from '../problem.ts';
import type { ExchangeAt, Numbered } from '../reader.ts';
import type { RecalledReading } from '../recall.ts';
import type { Sent } from './sent.ts';

/** A whole transcript, for comparing its exchanges with the statements about them. */
export interface Whole {
  readonly contract: Contract;
  readonly room: Room;
  readonly plan: Plan;
  readonly run: RunLine;
  readonly end: EndLine;
  /** By their numbers, from 1. */
  readonly exchanges: readonly Numbered<ExchangeAt>[];
  /** In the order of the file; one that was shown again stands there again. */
  readonly sent: readonly Sent[];
  readonly cases: readonly Numbered<CaseLine>[];
  readonly closings: readonly Numbered<CloseLine>[];
  readonly volumes: readonly Numbered<VolumeLine>[];
  readonly findings: ReadonlyMap<RequirementId, Finding>;
  /** The exchanges of the steps that a case rests on. */
  readonly taken: ReadonlySet<number>;
  readonly watched: readonly Watched[];
  /** The state of the volume or job that an exchange looks up; undefined if it looks nothing up. */
  readonly read: (exchange: ExchangeAt) => Looked | undefined;
  /** A rule about all answers failed, so the failing request was sent once more, alone. */
  readonly hasShown: boolean;
  /** The run was cut short, or broke: no MUST is conformant then, and its last requests may be incomplete. */
  readonly isCut: boolean;
}

/** A request with all statements about it, and all look-ups of its effect. */
export interface Watched {
  readonly own: Numbered<ExchangeAt>;
  /** In order of their first record. */
  readonly told: readonly Sent[];
  readonly looks: readonly Look[];
}

/** A look-up, and what it says. */
export type Look = Numbered<ExchangeAt> & {
  readonly says: Said;
  /** Undefined where a job is looked up. */
  readonly volume: string | undefined;
};

export interface Looked {
  readonly reading: RecalledReading;
  readonly says: Said;
  /** The volume's id; undefined where a job is looked up. */
  readonly volume: string | undefined;
}

/** Something that all of a transcript has to come up to. */
export type Rule = (whole: Whole) => readonly Problem[];
