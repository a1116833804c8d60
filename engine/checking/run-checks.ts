import { type RequirementId, requirementIn } from '../../spec/requirements.ts';
import type { ActiveCheck, Budget } from '../check.ts';
import type { FirstContact } from '../contact/first-volume.ts';
import type { Run } from '../fixtures/run.ts';
import type { Guard } from '../guard/guard.ts';
import type { Plan } from '../plan.ts';
import { seedOf } from '../seed.ts';
import { sideBySide } from '../side-by-side.ts';
import { openCaseCount } from './case-count.ts';
import type { CaseRunner } from './case-runner.ts';
import type { Finding } from './finding.ts';
import { furtherCasesMeanwhile } from './further-cases.ts';
import { runCheck } from './run-check.ts';
import type { Schedule } from './schedule.ts';
import { restsOn, whyHopeless, whyLost } from './smoke-test.ts';
import type { Stop } from './stop.ts';
import type { Watch } from './watch.ts';

interface RunOptions {
  readonly seed: number;
  readonly smoke?: boolean | undefined;
  readonly onProgress?: ((done: number, of: number, id: RequirementId, oneByOne: boolean) => void) | undefined;
}

/** The state that the checks of a run share. */
interface Checking {
  readonly run: Run;
  readonly plan: Plan;
  readonly options: Budget & RunOptions;
  readonly guard: Guard;
  readonly schedule: Schedule;
  readonly stop: Stop;
  readonly watches: readonly Watch[];
  readonly runnerFor: (check: ActiveCheck) => CaseRunner;
  readonly emptyPool: () => Promise<void>;
  /** Filled by the run: the findings of the checks, and why not all of their cases could run. */
  readonly findings: Map<RequirementId, Finding>;
  readonly cut: Map<RequirementId, string>;
}

/**
 * The smoke test first, without which nothing passes: if it fails, or a requirement that it rests on, the run is over. The bystander
 * check then, alone; then all others side by side, a case of each in turn, or one after the other if a bystander changed.
 * `contact`: the result of the first contact's request.
 */
export async function runChecks(checking: Checking, contact: FirstContact): Promise<void> {
  const { run, plan, options, guard, schedule, stop, watches, runnerFor, emptyPool, findings, cut } = checking;
  const { roles } = run.operation;
  const order = inOrder(plan);
  const left = new Set(order);
  const drawing = { contract: run.contract, room: run.room, budget: options, seed: options.seed };
  const further = furtherCasesMeanwhile(plan, drawing, run.clock);
  // it is waited for below, and what breaks in it is told there
  further.catch(() => {});
  const ids = order.map(({ requirement }) => requirement);
  schedule.begin(ids);
  const count = openCaseCount(ids, (done, of, id) =>
    options.onProgress?.(done, of, id, guard.alone() || run.turns.isOneByOne()),
  );

  async function one(check: ActiveCheck): Promise<void> {
    left.delete(check);
    const id = check.requirement;
    const planned = (cases: number): void => count.planned(id, cases);
    const isAlone = id === roles.smokeTest || id === roles.others;
    const between = isAlone ? undefined : (await further).get(id);
    const own = { ...drawing, further: between, seed: seedOf(options.seed, id), planned };
    findings.set(id, await runCheck(check, count.counting(id, runnerFor(check)), own));
    count.closed(id);
    const reason = guard.cut() ?? stop.why(id);
    if (reason !== undefined) cut.set(id, reason);
  }
  const failureOf = (id: RequirementId): Finding['failure'] =>
    findings.get(id)?.failure ?? watches.find(({ check }) => check.requirement === id)?.finding().failure;

  /** Ends the run if one of these kept the plainest request from working. */
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
  // the schedule gives each of them its turns
  await sideBySide([...left], guard.alone() ? 1 : left.size, one);
}

const levels = ['MUST', 'SHOULD', 'advisory'];

/** The checks in the order in which they take turns: the most important first. */
function inOrder(plan: Plan): readonly ActiveCheck[] {
  const { smokeTest, others } = plan.operation.roles;
  const turn = ({ requirement }: ActiveCheck): number =>
    requirement === smokeTest ? 0 : requirement === others ? 1 : 2;
  // what may wait in vain for a whole limit waits beside all others that may: after the first one no wait is as long
  const patience = ({ waits }: ActiveCheck): number => (waits ? 0 : 1);
  const weight = ({ requirement }: ActiveCheck): number =>
    levels.indexOf(requirementIn(plan.operation.register, requirement).level);
  return plan.active.toSorted(
    (one, other) => turn(one) - turn(other) || patience(one) - patience(other) || weight(one) - weight(other),
  );
}
