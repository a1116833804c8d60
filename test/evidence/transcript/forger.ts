import { isDeepStrictEqual } from 'node:util';
import type { ActiveCheck } from '../../../engine/check.ts';
import type { Examined } from '../../../engine/checking/case-runner.ts';
import { runCheck } from '../../../engine/checking/run-check.ts';
import { planRun } from '../../../engine/plan.ts';
import { seedOf } from '../../../engine/seed.ts';
import type { Purpose } from '../../../engine/stage.ts';
import type { Step } from '../../../engine/step.ts';
import type { CaseLine, StepLine } from '../../../evidence/transcript/lines.ts';
import { readTranscript } from '../../../evidence/transcript/reader.ts';
import { rebuild } from '../../../evidence/transcript/rebuild.ts';
import { linesIn } from '../../../evidence/transcript/text.ts';
import { wishOf } from '../../../evidence/transcript/verify.ts';
import type { Recipe } from '../../../generators/case.ts';
import { roomOf } from '../../../generators/room.ts';
import { operationOf } from '../../../main/operations.ts';
import type { Contract } from '../../../spec/contract.ts';
import type { RequirementId } from '../../../spec/requirements.ts';
import { committed } from '../../suites/bench.ts';
import { relinked } from './edits.ts';

/** A line that may be written anew. */
// biome-ignore lint/suspicious/noExplicitAny: a forger does as he likes
export type ForgedLine = any;

/** What a forger knows of a failing run. */
export interface KnownOfRun {
  /** The check of bystanders. */
  readonly others: RequirementId;
  readonly lines: ForgedLine[];
  /** Step lines that show what is wrong. */
  readonly bad: readonly ForgedLine[];
  /** Step lines that nothing is wrong with. */
  readonly good: readonly ForgedLine[];
}

type ToldCase = Pick<CaseLine, 'examined' | 'exercises'>;

/** A way to make a failing run conformant without touching an exchange. */
export interface Forgery {
  /** Writes anew what is said of the requests that show what is wrong; answers those to leave out. */
  readonly steps?: (known: KnownOfRun) => readonly ForgedLine[] | undefined;
  /** What is said of a case that failed, or was not sent for that others failed. */
  readonly told: (known: KnownOfRun, check: ActiveCheck, recipe: Recipe, own: CaseLine | undefined) => ToldCase;
  /** Whatever else is to be written anew. */
  readonly rest?: (lines: ForgedLine[]) => void;
}

export const unavailable = (): ToldCase => ({
  examined: { kind: 'unavailable', reason: 'no such volume is to be had' },
  exercises: [{ kind: 'unavailable', reason: 'no such volume is to be had' }],
});

export const held = (...steps: readonly number[]): ToldCase => ({
  examined: { kind: 'held', observed: true },
  exercises: [{ steps }],
});

/** What is wrong is the same in each forgery of a run. */
const known = new Map<string, ReadonlySet<number>>();

/** The steps of failing cases, and those that are wrong by themselves. */
function badSteps(text: string, contract: Contract): ReadonlySet<number> {
  const wrong = known.get(text) ?? wrongIn(text, contract);
  known.set(text, wrong);
  return wrong;
}

function wrongIn(text: string, contract: Contract): ReadonlySet<number> {
  const { run, lines } = readTranscript(linesIn(text));
  const operation = operationOf(contract);
  const rebuilt = rebuild(operation, contract, run, () => {});
  const bad = new Set<number>();
  const isWrong = (step: Step): boolean =>
    operation.checks.some((check) => {
      const sees = check.requirement === step.check || check.appliesTo?.(step, contract) === true;
      try {
        return sees && check.judge({ steps: [step] }, contract) !== undefined;
      } catch {
        return false;
      }
    });
  for (const one of lines) {
    if (one.kind === 'exchange') rebuilt.exchange(one);
    if (one.kind === 'reading') rebuilt.reading(one);
    if (one.kind === 'case' && one.examined.kind === 'complaint')
      for (const told of one.exercises) if ('steps' in told) for (const number of told.steps) bad.add(number);
    if (one.kind !== 'step') continue;
    const step = rebuilt.step(one);
    // of two that were sent at once neither is wrong by itself
    const isOne = one.check !== 'concurrency.lost-update';
    if (step !== undefined && isOne && isWrong(step)) bad.add(one.number);
  }
  return bad;
}

/** A transcript of a failing run, forged. The cases are drawn anew, as those of a run in which nothing was wrong. */
export async function forged(text: string, { steps, told, rest }: Forgery, { contract } = committed): Promise<string> {
  const operation = operationOf(contract);
  const wrong = badSteps(text, contract);
  const lines: ForgedLine[] = [];
  relinked(text, (all) => void lines.push(...all));
  const all = lines.filter(({ kind }) => kind === 'step');
  const exchanges = new Set(all.filter(({ number }: StepLine) => wrong.has(number)).map(({ exchange }) => exchange));
  const bad = all.filter(({ exchange }) => exchanges.has(exchange));
  const good = all.filter(({ exchange }) => !exchanges.has(exchange));
  const known = { others: operation.roles.others, lines, bad, good };
  const out = new Set(steps?.(known) ?? []);
  const gone = new Set([...out].map(({ number }) => number));
  const isSound = (one: CaseLine): boolean =>
    one.examined.kind !== 'complaint' &&
    one.examined.kind !== 'blocked' &&
    one.exercises.every((made) => !('steps' in made) || made.steps.every((n) => !gone.has(n) && !wrong.has(n)));
  const run = lines[0];
  const room = roomOf(contract, run.minSize, run.maxGb ?? undefined);
  const plan = planRun(operation, contract, run.abilities, wishOf(run));
  const written: ForgedLine[] = lines.filter((one) => one.kind !== 'case' && !out.has(one));
  for (const check of plan.active) {
    const own = lines.filter(
      (one) => one.kind === 'case' && one.check === check.requirement && one.purpose !== 'beside',
    );
    const closes = written.filter((one) => one.kind === 'close' && one.check === check.requirement);
    for (const more of closes.slice(1)) written.splice(written.indexOf(more), 1);
    await redrawn(
      check,
      own,
      (recipe, purpose, original) => {
        const sound = original !== undefined && isSound(original) ? original : undefined;
        const line = sound ?? {
          kind: 'case',
          check: check.requirement,
          purpose,
          ...told(known, check, recipe, original),
          recipe,
        };
        const last = Math.max(
          -1,
          ...stepsOf(line).map((number) => written.findIndex((one) => one.kind === 'step' && one.number === number)),
        );
        const previous = written.findLastIndex((one) => one.kind === 'case' && one.check === check.requirement);
        written.splice(Math.max(last, previous, 0) + 1, 0, { ...line, purpose });
        return line.examined;
      },
      {
        contract,
        runs: run.runs,
        extensions: run.extensions,
        room,
        seed: seedOf(run.seed, check.requirement as RequirementId),
      },
    );
    const close = written.find((one) => one.kind === 'close' && one.check === check.requirement);
    const end = written.findLastIndex((one) => one.kind === 'case' && one.check === check.requirement);
    if (close !== undefined && written.indexOf(close) < end) {
      written.splice(written.indexOf(close), 1);
      written.splice(end, 0, close);
    }
    if (close !== undefined) close.unanchored = [];
  }
  rest?.(written);
  renumber(written);
  return relinked(text, (all) => void all.splice(0, all.length, ...written));
}

const stepsOf = ({ exercises }: CaseLine): readonly number[] =>
  exercises.flatMap((made) => ('steps' in made ? made.steps : []));

async function redrawn(
  check: ActiveCheck,
  own: readonly CaseLine[],
  tell: (recipe: Recipe, purpose: Purpose, original: CaseLine | undefined) => CaseLine['examined'],
  { contract, runs, extensions, room, seed }: ForgedLine,
): Promise<void> {
  const left = [...own];
  await runCheck(
    check,
    {
      async examine(recipe, purpose) {
        const at = left.findIndex((one) => isDeepStrictEqual(one.recipe, JSON.parse(JSON.stringify(recipe))));
        const [original] = at < 0 ? [] : left.splice(at, 1);
        return tell(recipe, purpose, original) as Examined;
      },
      examineBeside: async () => ({ kind: 'interrupted' }),
      close: async () => ({ uncontrolled: [] }),
    },
    { contract, room, budget: { runs, extensions }, seed },
  );
}

/** Numbers steps anew, and counts. */
function renumber(lines: ForgedLine[]): void {
  const anew = new Map<number, number>();
  for (const line of lines) {
    if (line.kind !== 'step') continue;
    anew.set(line.number, anew.size + 1);
    line.number = anew.size;
  }
  const of = (number: number): number | null => anew.get(number) ?? null;
  let cases = 0;
  for (const line of lines) {
    if (line.kind === 'step') {
      if (line.repeats !== null) line.repeats = of(line.repeats);
      if (line.lockedBy !== null) line.lockedBy = of(line.lockedBy);
    }
    if (line.kind !== 'case') continue;
    cases += 1;
    line.exercises = line.exercises.map((made: ForgedLine) =>
      'steps' in made
        ? { ...made, steps: made.steps.map(of).filter((number: number | null) => number !== null) }
        : made,
    );
  }
  const end = lines.at(-1);
  Object.assign(end, { steps: anew.size, cases });
}
