import { isDeepStrictEqual } from 'node:util';
import type { Room } from '../generators/room.ts';
import type { Contract } from '../spec/contract.ts';
import type { ActiveCheck } from '../suites/check.ts';
import { type Assessment, judged } from '../suites/engine/assessment.ts';
import type { Examined } from '../suites/engine/examiner.ts';
import { aged, isWrong, twinIsWrong, unlessDenied } from '../suites/engine/excuse.ts';
import { subjectStep } from '../suites/step.ts';
import type { CaseLine, ToldEvidence, ToldExamined } from './lines.ts';
import type { Rebuilt } from './rebuild.ts';

/** What cases are judged again by. */
export interface Bench {
  readonly contract: Contract;
  readonly room: Room;
  readonly rebuilt: Pick<Rebuilt, 'trace' | 'isPartial'>;
  /** Told what is said of a case and does not follow from its evidence. */
  readonly tell: (what: string) => void;
  /** Told that a case cannot be judged again, for an answer is not kept whole. */
  readonly pass: () => void;
}

/** Judges a case of a transcript again, from its evidence alone; where there is none, it is as it is said. */
export function examinedAgain(check: ActiveCheck, told: ToldExamined, bench: Bench): Examined {
  if (told.kind === 'held' || told.kind === 'complaint') return fromEvidence(check, told, told.evidence, bench);
  if (told.kind !== 'blocked' && told.kind !== 'unclear') return told;
  const { evidence, ...said } = told;
  return evidence === undefined ? said : fromEvidence(check, told, evidence, bench);
}

type Judgeable = Extract<CaseLine['examined'], { readonly kind: Assessment['kind'] }>;

function fromEvidence(check: ActiveCheck, told: Judgeable, evidence: ToldEvidence, bench: Bench): Examined {
  const { rebuilt, tell } = bench;
  const isPartial =
    rebuilt.isPartial(evidence.trace) || (evidence.twin !== undefined && rebuilt.isPartial(evidence.twin.trace));
  if (isPartial) {
    bench.pass();
    return asTold(told, evidence, bench);
  }
  const again = judgedAgain(check, evidence, bench);
  const counted =
    again.kind === 'complaint' && told.kind === 'complaint' ? { ...again, foundAfter: told.foundAfter } : again;
  const [seen, said] = [inWords(counted), inWords(told)];
  if (!isDeepStrictEqual(seen, said))
    tell(`a case of ${check.requirement} is told as ${said}, and its steps show ${seen}`);
  return counted;
}

/** The pure part of what a run does: the check's own judge, then the twin's word for or against the complaint. */
function judgedAgain(
  check: ActiveCheck,
  { trace, twin }: ToldEvidence,
  { contract, room, rebuilt, tell }: Bench,
): Assessment {
  const own = rebuilt.trace(trace);
  const seen = judged(check, own, contract);
  if (seen.kind !== 'complaint') return seen;
  const recipe = twin?.of ?? subjectStep(own).recipe;
  const due = recipe === undefined ? undefined : check.twin?.(recipe, seen.complaint, contract, room);
  if (due === undefined) return unlessDenied(seen);
  if (twin === undefined) {
    tell(`a case of ${check.requirement} accuses without the twin that has to speak for it`);
    return seen;
  }
  const other = rebuilt.trace(twin.trace);
  const { expects, owner, recipe: asked } = aged(due, twin.age);
  const sent = subjectStep(other);
  if (sent.case.volume.status !== asked.setup.status || !isDeepStrictEqual(sent.case.servers, asked.setup.servers))
    tell(`the twin of a case of ${check.requirement} is none of it`);
  const evidence = { trace: own, twin: { ...twin, trace: other } };
  if (!isWrong(expects, other, contract)) return { ...seen, evidence };
  return { kind: 'blocked', blocked: { by: owner, reason: twinIsWrong }, evidence };
}

/** An assessment by what is said of it. */
function asTold(told: Judgeable, evidence: ToldEvidence, { rebuilt }: Bench): Assessment {
  const trace = rebuilt.trace(evidence.trace);
  if (told.kind === 'held') return { ...told, evidence: { trace } };
  if (told.kind !== 'complaint') return told as Assessment;
  return { ...told, complaint: { ...told.complaint, step: subjectStep(trace) }, evidence: { trace } };
}

/** What two assessments are compared by. What was cut out of an answer with a secret in it is cut elsewhere without it. */
function inWords(one: Judgeable | Assessment): string {
  const sure = 'observed' in one && !one.observed ? ', not read back' : '';
  switch (one.kind) {
    case 'held':
      return `right${sure}`;
    case 'complaint':
      return `wrong (${one.complaint.kind}: ${untilSecret(one.complaint.text)})${sure}`;
    case 'blocked':
      return `blocked by ${one.blocked.by}: ${one.blocked.reason}`;
    default:
      return `${one.kind}: ${one.reason}`;
  }
}

const untilSecret = (text: string): string => text.split('$EVS_', 1)[0] ?? '';
