import type { Recipe } from '../generators/case.ts';
import { roomOf } from '../generators/room.ts';
import type { Contract } from '../spec/contract.ts';
import type { RequirementId } from '../spec/requirements.ts';
import type { Target } from '../targets/target.ts';
import { CouldNotRun } from '../targets/volume-source.ts';
import type { Clock } from '../wire/clock.ts';
import { redactText } from '../wire/redact.ts';
import type { ActiveCheck, Check } from './check.ts';
import { openCaseRunner } from './checking/case-runner.ts';
import { showAgain } from './checking/minimise.ts';
import { openWatch, type Watch } from './checking/watch.ts';
import { makeContact } from './contact/contact.ts';
import type { Run } from './fixtures/run.ts';
import { openGuard } from './guard/guard.ts';
import { openRun } from './open-run.ts';
import type { Operation } from './operation.ts';

/** The case that shows a failure. */
export interface Repeatable {
  readonly requirement: RequirementId;
  /** The check whose case it is: the requirement's own, or another one whose answers it judges. */
  readonly by: RequirementId;
  /** Undefined if the failure is not a case of a check. */
  readonly recipe: Recipe | undefined;
  readonly complaint: string;
}

/** The result of a replayed counterexample: it still shows, it does not, or it is unclear. */
export interface Replayed {
  readonly requirement: RequirementId;
  readonly kind: 'shows' | 'gone' | 'unclear';
  /** The complaint, or why nobody can tell; empty where it does not show. */
  readonly text: string;
}

export interface ReplayOptions {
  /** Whose counterexamples they are. */
  readonly operation: Operation;
  readonly contract: Contract;
  readonly target: Target;
  readonly clock: Clock;
  /** How long an accepted request and its job may take, in ms. */
  readonly jobMs: number;
  /** The smallest volume the target gives, in GB. */
  readonly minSize: number;
  /** The largest size the target has room for, in GB; absent: the contract's maximum. */
  readonly maxGb?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends counterexamples again, one by one, each to a volume of its own; every volume obtained has been returned.
 *
 * @throws CouldNotRun if there is no contact with the target, or if the provider is of no use
 */
export async function replay(
  counterexamples: readonly Repeatable[],
  options: ReplayOptions,
): Promise<readonly Replayed[]> {
  const { contract, minSize, maxGb, operation, target } = options;
  const { checks } = operation;
  const guard = openGuard(options.signal);
  const watches = counterexamples
    .filter(({ requirement, by }) => by !== requirement)
    .flatMap(({ requirement }) => checks.filter((check) => check.requirement === requirement))
    .map((check: Check) => openWatch(check, operation, contract));
  const parts = { ...options, contract: { contract } };
  const { run, emptyPool } = openRun(parts, guard, roomOf(contract, minSize, maxGb), watches);
  const { secrets } = target.transport.auth;
  const replayed: Replayed[] = [];
  try {
    await makeContact(run);
    await emptyPool();
    for (const one of counterexamples) {
      const { kind, text } = await replayOne(one, { checks, run, watches, cut: guard.cut });
      replayed.push({ requirement: one.requirement, kind, text: redactText(text, secrets) });
    }
  } finally {
    await emptyPool();
  }
  const { useless } = target.provisioner;
  // what was asked with volumes that others had as well, or of another project, tells nothing
  if (useless.aborted) throw new CouldNotRun(String(useless.reason));
  return replayed;
}

type ReplayOutcome = Omit<Replayed, 'requirement'>;

interface Surroundings {
  readonly checks: readonly Check[];
  readonly run: Run;
  readonly watches: readonly Watch[];
  readonly cut: () => string | undefined;
}

async function replayOne(
  { requirement, by, recipe }: Repeatable,
  { checks, run, watches, cut }: Surroundings,
): Promise<ReplayOutcome> {
  const check = checks.find((one): one is ActiveCheck => one.requirement === by && one.kind === 'active');
  const shown = (): ReplayOutcome => {
    const failure = watches.find((watch) => watch.check.requirement === requirement)?.finding().failure;
    return failure === undefined ? { kind: 'gone', text: '' } : { kind: 'shows', text: failure.complaint.text };
  };
  // the first contact has sent it once more, where it was what showed it
  const isOfContact = recipe === undefined && by === run.operation.roles.smokeTest && shown().kind === 'shows';
  if (isOfContact) return shown();
  if (check === undefined || recipe === undefined)
    return { kind: 'unclear', text: 'it is not a case of a check: repeat it with its curl line' };
  if (run.signal.aborted) return { kind: 'unclear', text: cut() ?? 'interrupted' };
  if (by === requirement) return examineAgain(check, recipe, run);
  await showAgain(by, { ...recipe, setup: { ...recipe.setup, exact: false } }, [check], run);
  return shown();
}

async function examineAgain(check: ActiveCheck, recipe: Recipe, run: Run): Promise<ReplayOutcome> {
  const runner = openCaseRunner(check, run);
  const found = await runner.examineBeside(recipe);
  const { crash } = await runner.close();
  switch (found.kind) {
    case 'held':
      return crash === undefined ? { kind: 'gone', text: '' } : { kind: 'unclear', text: crash };
    case 'complaint':
      return { kind: 'shows', text: found.complaint.text };
    case 'blocked':
      return { kind: 'unclear', text: `blocked by ${found.blocked.by.join(' or ')}: ${found.blocked.reason}` };
    case 'crowded':
      return { kind: 'gone', text: '' };
    case 'interrupted':
    case 'passed-over':
      return { kind: 'unclear', text: 'interrupted' };
    default:
      return { kind: 'unclear', text: found.reason };
  }
}
