import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { leastBudget } from '../engine/checking/mandatory.ts';
import { UsageError } from '../main/settings/usage.ts';
import { type BudgetEntry, breaksMust, budgetEntry, smallBudgets } from './budgets.ts';
import { runTasks } from './crew.ts';
import { helpText, readFlags } from './flags.ts';
import { faultsOf } from './judge.ts';
import { entryOf, type Matrix, matrixText } from './matrix.ts';
import { extraMemory } from './memory.ts';
import { writePages } from './pages.ts';
import { committedMatrix, matrixFile, staleness, stampNow } from './stamp.ts';
import { subjectOf, subjects } from './subjects.ts';
import type { Trial, TrialExtent } from './trial.ts';
import type { Task } from './worker.ts';

const values = flags();
if (values.help) {
  process.stdout.write(helpText());
  process.exit();
}
if (values.pages) {
  writePages(committedMatrix());
  process.exit();
}

const extent = { runs: 20, extensions: 12, concurrency: 12 };
/**
 * With `--fast`, a fault's own checks run as in the matrix, with which they are compared, and all others get a few
 * cases. Cases between checks are sent only to faults that show in them.
 */
const fastExtents = {
  fault: { ...extent, others: 6 },
  variant: { ...extent, ...leastBudget },
} as const;
type Fast = keyof typeof fastExtents;
const isFast = (kind: string): kind is Fast => Object.hasOwn(fastExtents, kind);
const extentOf = (id: string): Omit<TrialExtent, 'seed'> => {
  const { kind, expects, seeds: count, meets } = subjectOf(id);
  // the contract of its operation tries the same fault in full
  if (count === 1 && !values.fast) return fastExtents.fault;
  if (!values.fast || !isFast(kind)) return extent;
  const isApart = kind === 'variant' || meets !== true;
  // a fault that shows by chance needs all its chances
  return { ...(expects === 'doubted' ? extent : fastExtents[kind]), isApart };
};
const ids = values.only;
const chosen = subjects
  .filter(({ id, kind }) => (ids?.includes(id) ?? true) && (values.kind ?? kind) === kind)
  .filter(({ kind, fast }) => !values.fast || (isFast(kind) && fast !== false))
  // other contracts are not in the matrix, and faults between checks take three times as long: one in three
  .filter(({ contract, meets }, at) => !values.fast || (contract === undefined && (meets !== true || at % 3 === 0)));
const whole = chosen.length === subjects.length && !values.fast;
const seedsUpTo = (count: number): readonly number[] =>
  Array.from({ length: values.fast ? 1 : count }, (_, at) => (values.first ?? 1) + at);
const seeds = seedsUpTo(values.seeds ?? 10);
/** Servers with the same answer to everything, or that do harm, hardly depend on the requests: few seeds suffice. */
const isDeaf = (id: string): boolean => ['degenerate', 'hostile', 'set-up'].includes(subjectOf(id).kind);
const seedsForTheDeaf = 3;
const seedsOf = (id: string): number => subjectOf(id).seeds ?? (isDeaf(id) ? seedsForTheDeaf : seeds.length);
const tasks = chosen
  .flatMap(({ id }) => seedsUpTo(seedsOf(id)).map((seed) => ({ id, seed })))
  .sort((one, other) => one.seed - other.seed)
  .map(({ id, seed }): Task => ({ subject: id, extent: { ...extentOf(id), seed, verified: values.verify ?? false } }));
/** Servers without answers, and those that have themselves waited for, keep no processor busy: they run besides the others. */
const isIdle = ({ subject }: Task): boolean =>
  isDeaf(subject) || (values.fast === true && subjectOf(subject).expects !== 'caught');

/** A trial mostly waits: for jobs, and to see that refusals have no effect. */
const trialsAProcessor = 4;

const atOnce = availableParallelism() * trialsAProcessor;
const trials: Trial[] = [];
const wrong: Trial[] = [];
function tell(trial: Trial): void {
  trials.push(trial);
  const faults = faultsOf(subjectOf(trial.subject), trial);
  if (faults.length === 0) return;
  wrong.push(trial);
  process.stdout.write(`${trial.subject}, seed ${trial.seed}:\n${faults.map((one) => `  ${one}\n`).join('')}`);
}

/**
 * With `--fast`, failed trials are repeated alone. Some faults show in a few ms, which are missed if the machine is
 * busy; the matrix is made without a second try.
 */
async function tryAgain(): Promise<void> {
  const again = wrong.splice(0);
  if (again.length === 0) return;
  process.stdout.write(`${again.length} tried again, one by one\n`);
  const ids = new Set(again.map(({ subject }) => subject));
  trials.splice(0, trials.length, ...trials.filter(({ subject }) => !ids.has(subject)));
  await runTasks(
    tasks.filter(({ subject }) => ids.has(subject)),
    1,
    tell,
  );
}

await Promise.all([
  runTasks(
    tasks.filter((task) => !isIdle(task)),
    atOnce,
    tell,
  ),
  runTasks(tasks.filter(isIdle), 4, tell),
]);
if (values.fast) await tryAgain();
const stale = values.fast ? staleness(committedMatrix(), subjects, trials) : undefined;
for (const one of stale?.drifted ?? []) process.stdout.write(`${one}\n`);
for (const reason of stale?.reasons ?? [])
  process.stdout.write(`selftest/matrix.json is stale: ${reason}; run npm run selftest\n`);
const budgets = whole ? await tryBudgets() : [];
if (whole) await writeAll();
process.stdout.write(`${trials.length} trials of ${chosen.length} servers, ${wrong.length} wrong\n`);
for (const { runs, extensions, conformant } of budgets)
  for (const one of conformant)
    process.stdout.write(`conformant with --runs ${runs} --extensions ${extensions}: ${one}\n`);
const isLoose = budgets.some(({ conformant }) => conformant.length > 0);
process.exitCode = wrong.length > 0 || isLoose || (stale?.reasons.length ?? 0) > 0 ? 1 : 0;

/** A wrong flag is a line, and no stack. */
function flags() {
  try {
    return readFlags(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(3);
  }
}

/**
 * Tries the faults that break a MUST of the operations' own contracts with smaller budgets: `leastBudget` with all
 * seeds, the others with the first three.
 */
async function tryBudgets(): Promise<readonly BudgetEntry[]> {
  const faults = subjects.filter((one) => one.contract === undefined && breaksMust(one));
  const entries: BudgetEntry[] = [];
  for (const budget of smallBudgets) {
    const tried = budget === leastBudget ? seeds : seeds.slice(0, 3);
    const seen: Trial[] = [];
    const tasks = tried.flatMap((seed) =>
      faults.map(({ id }): Task => ({ subject: id, extent: { ...extent, ...budget, seed } })),
    );
    await runTasks(tasks, atOnce, (trial) => seen.push(trial));
    entries.push(budgetEntry(budget, faults, seen));
  }
  return entries;
}

async function writeAll(): Promise<void> {
  const memory = await extraMemory(chosen.filter(({ kind }) => kind === 'hostile').map(({ id }) => id));
  const matrix: Matrix = {
    format: 1,
    ...stampNow(),
    extent: { runs: extent.runs, extensions: extent.extensions, seeds },
    budgets,
    subjects: chosen.map((subject) => {
      const own = trials.filter((trial) => trial.subject === subject.id);
      return entryOf(subject, own, memory.get(subject.id) ?? null);
    }),
  };
  writeFileSync(matrixFile, matrixText(matrix));
  writePages(matrix);
}
