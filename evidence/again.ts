import { isDeepStrictEqual } from 'node:util';
import type { Recipe } from '../generators/case.ts';
import type { Room } from '../generators/room.ts';
import type { Contract } from '../spec/contract.ts';
import type { ActiveCheck } from '../suites/check.ts';
import { type Assessment, judged } from '../suites/engine/assessment.ts';
import type { Examined } from '../suites/engine/examiner.ts';
import { aged, isWrong, twinIsWrong, unlessDenied } from '../suites/engine/excuse.ts';
import { brokenBy } from '../suites/judge/owners.ts';
import { type Bystander, subjectStep, type Trace } from '../suites/step.ts';
import type { CaseLine, ToldEvidence, ToldExamined } from './lines.ts';
import type { Rebuilt } from './rebuild.ts';

/** What cases are judged again by. */
export interface Bench {
  readonly contract: Contract;
  readonly room: Room;
  readonly rebuilt: Pick<Rebuilt, 'trace'>;
  /** Told what is said of a case and does not follow from its evidence. */
  readonly tell: (what: string) => void;
  /** The case as it was drawn. */
  readonly recipe: Recipe;
  /** Numbers of the steps that other cases rest on: each is of one alone. */
  readonly taken: Set<number>;
}

/** Judges a case of a transcript again, from its evidence alone; where there is none, it is as it is said. */
export function examinedAgain(check: ActiveCheck, told: ToldExamined, bench: Bench): Examined {
  if (told.kind === 'held' || told.kind === 'complaint' || told.kind === 'crowded')
    return fromEvidence(check, told, told.evidence, bench);
  if (told.kind !== 'blocked' && told.kind !== 'unclear') return told;
  const { evidence, ...said } = told;
  return evidence === undefined ? said : fromEvidence(check, told, evidence, bench);
}

type Judgeable = Extract<CaseLine['examined'], { readonly kind: Assessment['kind'] }>;

function fromEvidence(check: ActiveCheck, told: Judgeable, evidence: ToldEvidence, bench: Bench): Examined {
  const again = judgedAgain(check, evidence, bench);
  const counted =
    again.kind === 'complaint' && told.kind === 'complaint' ? { ...again, foundAfter: told.foundAfter } : again;
  const [seen, said] = [inWords(counted), inWords(told)];
  if (!isDeepStrictEqual(seen, said))
    bench.tell(`a case of ${check.requirement} is told as ${said}, and its steps show ${seen}`);
  if (counted.kind === 'complaint' && counted.foundAfter > counted.complaint.step.ordinal)
    bench.tell(`a case of ${check.requirement} is said to have been found later than it was sent`);
  return counted;
}

/** The pure part of what a run does: the check's own judge, then the twin's word for or against the complaint. */
function judgedAgain(check: ActiveCheck, { trace, twin }: ToldEvidence, bench: Bench): Assessment {
  const { contract, room, rebuilt, tell, recipe: drawn } = bench;
  const own = rebuilt.trace(trace);
  for (const what of foreign(check, trace.steps, own, drawn, bench)) tell(what);
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
  for (const what of foreign(check, twin.trace.steps, other, undefined, bench)) tell(what);
  const wanted = aged(due, twin.age);
  const { expects, recipe: asked } = wanted;
  const sent = subjectStep(other);
  if (sent.case.volume.status !== asked.setup.status || !isDeepStrictEqual(sent.case.servers, asked.setup.servers))
    tell(`the twin of a case of ${check.requirement} is none of it`);
  const evidence = { trace: own, twin: { ...twin, trace: other } };
  if (!isWrong(expects, other, contract)) return { ...seen, evidence };
  return { kind: 'blocked', blocked: { by: brokenBy(wanted, other, room), reason: twinIsWrong }, evidence };
}

/** Why a trace is none of this case: each step is of one case alone, and of the check and the recipe that it is for. */
function foreign(
  { requirement }: ActiveCheck,
  numbers: readonly number[],
  { steps, bystanders }: Trace,
  drawn: Recipe | undefined,
  { taken }: Bench,
): readonly string[] {
  const found: string[] = [];
  const of = `a case of ${requirement}`;
  if (numbers.some((number) => taken.has(number))) found.push(`${of} rests on the steps of another one`);
  for (const number of numbers) taken.add(number);
  if (steps.some(({ check }) => check !== requirement)) found.push(`${of} rests on the steps of another check`);
  const last = steps.at(-1);
  if (last?.outcome === 'none') found.push(`${of} rests on a step without an outcome`);
  if (last?.recipe !== undefined && drawn !== undefined && !isAlike(last.recipe, drawn))
    found.push(`${of} rests on the steps of another recipe`);
  if (requirement === 'effect.one-volume' && !(bystanders ?? []).every(isOfOneVolume))
    found.push(`${of} compares readings of different volumes`);
  if (requirement === 'effect.one-volume' && (bystanders ?? []).length === 0)
    found.push(`${of} has looked at no other volume`);
  return found;
}

/** Where a volume could not be read, what it was before is presumed. */
const isOfOneVolume = ({ id, before, after }: Bystander): boolean =>
  [before, ...(after === 'gone' ? [] : [after])].every(({ source }) => source === undefined || source.volume === id);

/** But for what is fitted to the volume that was to be had. */
function isAlike(sent: Recipe, drawn: Recipe): boolean {
  const { exact: _, grown: __, size: ___, ...state } = sent.setup;
  const { exact: ____, grown: _____, size: ______, ...due } = drawn.setup;
  return sent.body === drawn.body && sent.variant === drawn.variant && isDeepStrictEqual(state, due);
}

/** What two assessments are compared by. What was cut out of an answer with a secret in it is cut elsewhere without it. */
function inWords(one: Judgeable | Assessment): string {
  const sure = 'observed' in one && !one.observed ? ', not read back' : '';
  switch (one.kind) {
    case 'held':
      return `right${sure}`;
    case 'crowded':
      return 'refused beside others, and taken by itself';
    case 'complaint':
      return `wrong (${one.complaint.kind}: ${untilSecret(one.complaint.text)})${sure}`;
    case 'blocked':
      return `blocked by ${one.blocked.by.join(' or ')}: ${one.blocked.reason}`;
    default:
      return `${one.kind}: ${one.reason}`;
  }
}

const untilSecret = (text: string): string => text.split('$EVS_', 1)[0] ?? '';
