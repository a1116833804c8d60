import type { CaseRunner, Closing, Examined } from '../../engine/checking/case-runner.ts';
import type { Finding } from '../../engine/checking/finding.ts';
import { furtherCases } from '../../engine/checking/further-cases.ts';
import { maxEach, withBeside } from '../../engine/checking/incidental-failures.ts';
import { runCheck } from '../../engine/checking/run-check.ts';
import type { Plan } from '../../engine/plan.ts';
import { seedOf } from '../../engine/seed.ts';
import { roomOf } from '../../generators/room.ts';
import type { Contract } from '../../spec/contract.ts';
import type { RequirementId } from '../../spec/requirements.ts';
import { examinedAgain, type Rejudging } from './again.ts';
import { fitterOf, foreign } from './foreign.ts';
import type { CaseLine, CloseLine, RunLine } from './lines.ts';
import { atLine, type Problem } from './problem.ts';
import type { Numbered } from './reader.ts';
import type { Rebuilt } from './rebuild.ts';

/** The cases and closings of a transcript, in order. */
export interface RecordedCases {
  readonly cases: readonly Numbered<CaseLine>[];
  readonly closings: readonly Numbered<CloseLine>[];
}

/** The results of the checks of a run. */
export interface Rerun {
  readonly findings: ReadonlyMap<RequirementId, Finding>;
  /** The exchanges of the steps that a case rests on. */
  readonly taken: ReadonlySet<number>;
}

/**
 * Runs every check of the plan as the run did, the record in the target's place: the seed draws the cases again, so that
 * none can be missing or put in, and each is judged again from its evidence.
 */
export async function rerun(
  contract: Contract,
  plan: Plan,
  run: RunLine,
  recorded: RecordedCases,
  rebuilt: Rebuilt,
  tell: (problem: Problem) => void,
): Promise<Rerun> {
  const room = roomOf(contract, run.minSize, run.maxGb ?? undefined);
  const findings = new Map<RequirementId, Finding>();
  const fitter = fitterOf(plan.operation, contract, run);
  /** Exchanges of the steps that a case rests on: each is of one alone. */
  const taken = new Set<number>();
  const whyForeign: Rejudging['foreign'] = (check, asked, told, made) => {
    const exchanges = rebuilt.exchangesOf(told);
    const isTaken = exchanges.some((one) => taken.has(one));
    for (const one of exchanges) taken.add(one);
    return [...(isTaken ? ['rests on the steps of another one'] : []), ...foreign(check, asked, made, fitter)];
  };
  const known = new Set(plan.active.map(({ requirement }) => requirement));
  for (const { line, check } of [...recorded.cases, ...recorded.closings]) {
    if (!known.has(check)) tell(atLine(line, `no check ${check} was to be run`));
  }
  const drawn = { contract, room, budget: run, seed: run.seed };
  const further = furtherCases(plan, drawn);
  for (const check of plan.active) {
    const id = check.requirement;
    const own = {
      cases: recorded.cases.filter((one) => one.check === id),
      closings: recorded.closings.filter((one) => one.check === id),
    };
    const judge = async (one: Numbered<CaseLine>): Promise<Examined> => {
      const say = (what: string): void => tell(atLine(one.line, what));
      try {
        return await examinedAgain(check, one, {
          operation: plan.operation,
          contract,
          room,
          rebuilt,
          tell: say,
          foreign: whyForeign,
        });
      } catch (error) {
        say(`the account of a case of ${id} is impossible: ${error instanceof Error ? error.message : String(error)}`);
        return { kind: 'crashed', reason: 'the transcript is not as it was written' };
      }
    };
    const runner = openRecord(id, own, judge, tell);
    // one case more than are there shows that some are missing, however many were to be drawn
    const asDrawn = { ...drawn, further: further.get(id), seed: seedOf(run.seed, id) };
    const drawing = { ...asDrawn, atMost: own.cases.length + 1 };
    let finding = await runCheck(check, runner, drawing);
    const beside = own.cases.filter(({ purpose }) => purpose === 'beside');
    for (const what of closedOddly(own.closings.length, beside.length))
      tell(atLine(own.closings.at(-1)?.line ?? 1, `${id} ${what}`));
    for (const one of beside.slice(0, maxEach)) finding = withBeside(finding, one.recipe, await judge(one));
    const crash = own.closings[1]?.crash ?? undefined;
    findings.set(id, { ...finding, crash: finding.crash ?? crash });
  }
  return { findings, taken };
}

/** A check ends once with its own cases, and once more with those outside them, if there were any. */
function closedOddly(closings: number, beside: number): readonly string[] {
  if (beside > maxEach) return ['has more cases besides its own than are ever sent'];
  if (closings === (beside > 0 ? 2 : 1)) return [];
  return [`ends ${closings} times, and has ${beside} cases besides its own`];
}

/** A runner that answers from the record, and tells the first case that is not the one that the seed draws. */
function openRecord(
  id: RequirementId,
  { cases, closings }: RecordedCases,
  judge: (one: Numbered<CaseLine>) => Promise<Examined>,
  tell: (problem: Problem) => void,
): CaseRunner {
  const left = cases.filter(({ purpose }) => purpose !== 'beside');
  const last = (closings[0] ?? cases.at(-1))?.line ?? 1;
  let isLost = false;
  function lose(problem: Problem): void {
    if (!isLost) tell(problem);
    isLost = true;
  }
  return {
    async examine(recipe, purpose) {
      const one = left.shift();
      if (one === undefined || isLost) {
        lose(atLine(last, `a case of ${id} that the seed draws is missing`));
        return { kind: 'interrupted' };
      }
      if (one.examined.kind === 'passed-over' && purpose !== 'extra' && purpose !== 'further')
        tell(atLine(one.line, `a mandatory case of ${id} was skipped`));
      const isDrawn = one.purpose === purpose && JSON.stringify(one.recipe) === JSON.stringify(recipe);
      if (!isDrawn) lose(atLine(one.line, `it is not the case of ${id} that the seed draws here`));
      return judge(one);
    },
    examineBeside: async () => ({ kind: 'interrupted' }),
    async close(): Promise<Closing> {
      const [more, closing] = [left[0], closings[0]];
      if (more !== undefined) lose(atLine(more.line, `it is one case of ${id} more than the seed draws`));
      if (closing === undefined) lose(atLine(last, `the end of ${id} is missing`));
      return { uncontrolled: closing?.unanchored ?? [], crash: closing?.crash ?? undefined };
    },
  };
}
