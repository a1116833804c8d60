import { type RequirementId, requirementIn } from '../spec/requirements.ts';
import type { CaseRunner } from './case-runner.ts';
import type { ActiveCheck, Budget } from './check.ts';
import type { Finding } from './finding.ts';
import type { FirstContact } from './first-volume.ts';
import type { Run } from './fixtures/run.ts';
import type { Guard } from './guard.ts';
import type { Plan } from './plan.ts';
import { runCheck } from './run-check.ts';
import { seedOf } from './seed.ts';
import { sideBySide } from './side-by-side.ts';
import { restsOn, whyHopeless, whyLost } from './smoke-test.ts';
import type { Stop, StopOptions } from './stop.ts';
import type { Watch } from './watch.ts';

interface RunOptions {
  readonly seed: number;
  readonly concurrency: number;
  readonly smoke?: boolean | undefined;
  readonly stops?: StopOptions | undefined;
  readonly onProgress?: ((done: number, of: number, id: RequirementId, oneByOne: boolean) => void) | undefined;
}

/** What the checks of a run share. */
interface Checking {
  readonly run: Run;
  readonly plan: Plan;
  readonly options: Budget & RunOptions;
  readonly guard: Guard;
  readonly stop: Stop;
  readonly watches: readonly Watch[];
  readonly runnerFor: (check: ActiveCheck) => CaseRunner;
  readonly emptyPool: () => Promise<void>;
  /** Filled: what the checks found, and why not all of their cases could run. */
  readonly findings: Map<RequirementId, Finding>;
  readonly cut: Map<RequirementId, string>;
}

/**
 * The smoke test first, without which nothing passes: where it fails, or what it rests on, the run is over. The bystander
 * check then, alone; then all others side by side, or one by one where a bystander changed. `contact`: what became of the first
 * contact's request.
 */
export async function runChecks(checking: Checking, contact: FirstContact): Promise<void> {
  const { run, plan, options, guard, stop, watches, runnerFor, emptyPool, findings, cut } = checking;
  const { roles } = run.operation;
  // one volume at a time: no check of a smoke run looks after those that stand beside
  const concurrency = options.smoke === true ? 1 : options.concurrency;
  const order = inOrder(plan, concurrency === 1 || options.stops?.failFast !== undefined);
  const left = new Set(order);
  let done = 0;
  stop.begin(order.map(({ requirement }) => requirement));

  async function one(check: ActiveCheck): Promise<void> {
    left.delete(check);
    const id = check.requirement;
    const { contract, room } = run;
    const drawing = { contract, room, budget: options, seed: seedOf(options.seed, id) };
    const finding = await runCheck(check, runnerFor(check), drawing);
    findings.set(id, finding);
    if (finding.failure !== undefined) stop.failed(id, id);
    const reason = guard.cut() ?? stop.why(id);
    if (reason !== undefined) cut.set(id, reason);
    done += 1;
    options.onProgress?.(done, plan.active.length, id, guard.alone() || run.turns.isOneByOne());
  }
  const failureOf = (id: RequirementId): Finding['failure'] =>
    findings.get(id)?.failure ?? watches.find(({ check }) => check.requirement === id)?.finding().failure;

  /** Ends the run where the plainest request came to nothing, because of one of these. */
  function endIfHopeless(by: readonly RequirementId[]): void {
    const reason = whyHopeless(by, { operation: run.operation, failureOf });
    if (reason !== undefined) guard.stop(reason);
  }

  async function smokeTest(check: ActiveCheck): Promise<void> {
    await one(check);
    const finding = findings.get(check.requirement);
    if (finding === undefined) return;
    const lost = whyLost(finding, stop.lost(), run.operation);
    if (lost !== undefined) return guard.stop(lost);
    const by = [check.requirement, ...restsOn(finding)];
    endIfHopeless(by);
    // whose fault it is, their own cases have to show
    for (const other of order.filter((one) => by.includes(one.requirement) && left.has(one))) {
      if (guard.signal.aborted) return;
      await one(other);
      endIfHopeless(by);
    }
  }

  stop.contacted(contact);
  if (typeof contact === 'object') endIfHopeless(contact.by);
  const smoke = order.find(({ requirement }) => requirement === roles.smokeTest);
  if (smoke !== undefined) await smokeTest(smoke);
  // nothing of what came before is left when the bystanders are watched
  await emptyPool();
  const first = order.find((check) => check.requirement === roles.others);
  if (first !== undefined && left.has(first)) {
    await one(first);
    if (findings.get(first.requirement)?.failure !== undefined) {
      guard.goAlone();
      // one volume at a time: none of those that stood side by side may be left
      await emptyPool();
    }
  }
  await sideBySide([...left], guard.alone() ? 1 : concurrency, one);
}

const levels = ['MUST', 'SHOULD', 'advisory'];

/** The checks in the order in which they begin. */
function inOrder(plan: Plan, isByLevel: boolean): readonly ActiveCheck[] {
  const { smokeTest, others } = plan.operation.roles;
  const turn = ({ requirement }: ActiveCheck): number =>
    requirement === smokeTest ? 0 : requirement === others ? 1 : 2;
  // what waits for effects takes longest: it starts first, so that nothing waits for it at the end
  const place = ({ waits, budget }: ActiveCheck): number => (waits ? 0 : budget === 'extensions' ? 1 : 2);
  const weight = ({ requirement }: ActiveCheck): number =>
    levels.indexOf(requirementIn(plan.operation.register, requirement).level);
  // what matters most comes first where the run may end before the rest
  const important = (check: ActiveCheck): number => (isByLevel ? weight(check) : 0);
  return plan.active.toSorted(
    (one, other) => turn(one) - turn(other) || important(one) - important(other) || place(one) - place(other),
  );
}
