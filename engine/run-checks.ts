import { type RequirementId, requirementIn } from '../spec/requirements.ts';
import type { CaseRunner } from './case-runner.ts';
import type { ActiveCheck, Budget } from './check.ts';
import type { Finding } from './finding.ts';
import type { Run } from './fixtures/run.ts';
import type { Guard } from './guard.ts';
import type { Plan } from './plan.ts';
import { runCheck } from './run-check.ts';
import { seedOf } from './seed.ts';
import { sideBySide } from './side-by-side.ts';

interface RunOptions {
  readonly seed: number;
  readonly concurrency: number;
  readonly onProgress?: ((done: number, of: number, id: RequirementId, oneByOne: boolean) => void) | undefined;
}

/** The bystander check first and alone; then all others side by side, or one by one where a bystander changed. */
export async function runChecks(
  run: Run,
  plan: Plan,
  options: Budget & RunOptions,
  findings: Map<RequirementId, Finding>,
  cut: Map<RequirementId, string>,
  guard: Guard,
  runnerFor: (check: ActiveCheck) => CaseRunner,
  emptyPool: () => Promise<void>,
): Promise<void> {
  let done = 0;
  const one = async (check: Plan['active'][number]): Promise<void> => {
    const id = check.requirement;
    const { contract, room } = run;
    const drawing = { contract, room, budget: options, seed: seedOf(options.seed, id) };
    const finding = await runCheck(check, runnerFor(check), drawing);
    findings.set(id, finding);
    const reason = guard.cut();
    if (reason !== undefined) cut.set(id, reason);
    done += 1;
    options.onProgress?.(done, plan.active.length, id, guard.alone() || run.turns.isOneByOne());
  };
  const first = plan.active.find((check) => check.requirement === run.operation.roles.others);
  if (first !== undefined) {
    await one(first);
    if (findings.get(first.requirement)?.failure !== undefined) {
      guard.goAlone();
      // one volume at a time: none of those that stood side by side may be left
      await emptyPool();
    }
  }
  // what waits for effects takes longest: it starts first, so that nothing waits for it at the end
  const others = plan.active.filter((check) => check !== first);
  const place = ({ waits, budget }: ActiveCheck): number => (waits ? 0 : budget === 'extensions' ? 1 : 2);
  const rest = others.toSorted((one, other) => place(one) - place(other));
  // one by one nothing waits for anything: what matters most comes first, for a limit may end the run
  if (options.concurrency === 1) rest.sort((one, other) => weightOf(plan, one) - weightOf(plan, other));
  await sideBySide(rest, guard.alone() ? 1 : options.concurrency, one);
}

const levels = ['MUST', 'SHOULD', 'advisory'];
const weightOf = ({ operation }: Plan, check: ActiveCheck): number =>
  levels.indexOf(requirementIn(operation.register, check.requirement).level);
