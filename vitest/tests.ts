import { afterAll, describe, type TestContext, test } from 'vitest';
import type { Check } from '../engine/check.ts';
import type { Operation } from '../engine/operation.ts';
import { forContract, smokeIds } from '../engine/plan.ts';
import { type Baseline, type Decision, decide } from '../main/baseline.ts';
import type { Contract } from '../spec/contract.ts';
import type { RequirementId } from '../spec/requirements.ts';
import { requirementIn } from '../spec/requirements.ts';
import type { FailOn } from '../verdicts/fail-on.ts';
import type { Result, Row } from '../verdicts/result.ts';
import { tell } from './tell.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** Of a test of the vitest face: its row, for any reporter that shows meta. */
    row?: Row;
  }
}

type TestFile = TestContext['task']['file'];

/** What the tests of one run have to know of it. */
export interface Face {
  /** What is certified, as the heading of the tests. */
  readonly name: string;
  readonly operation: Operation;
  /** By which. */
  readonly contract: Contract;
  /** The requirements to judge; undefined: all. */
  readonly only: readonly RequirementId[] | undefined;
  /** The strongest alone, a case each. */
  readonly smoke?: boolean | undefined;
  readonly baseline: Baseline | undefined;
  /** The folder that the report is written to, if it is. */
  readonly report: string | undefined;
  /** Whether the target is an app of this process. */
  readonly isApp?: boolean;
  /** Down to which level a row that fails turns its test red. */
  readonly failOn: FailOn;
  /** Makes the run, of these requirements or of all. */
  readonly certify: (only: readonly RequirementId[] | undefined, signal: AbortSignal) => Promise<Result>;
  /** Told what the run came to when all tests have been, with the file that they stand in. */
  readonly after?: (result: Result, file: TestFile) => void;
}

interface RunOutcome {
  readonly result: Result;
  readonly decision: Decision;
}

/** One test of each check. All of them are one run of the engine, which the first one starts and each waits for. */
export function conformanceTests(face: Face): void {
  const { name, smoke = false, baseline, failOn } = face;
  const operation = forContract(face.operation, face.contract, face.only);
  const only = face.only ?? (smoke ? smokeIds(operation) : undefined);
  const { checks } = operation;
  const nameOf = ({ requirement: id, title }: Check): string =>
    `${requirementIn(operation.register, id).level} ${title} [${id}]`;
  const interrupt = new AbortController();
  let running: Promise<RunOutcome> | undefined;
  let file: TestFile | undefined;

  /** One run for all tests that were not filtered away. */
  const start = async (names: readonly string[]): Promise<RunOutcome> => {
    const wanted = checks.filter((check) => names.includes(nameOf(check))).map((check) => check.requirement);
    const result = await face.certify(wanted.length === checks.length ? undefined : wanted, interrupt.signal);
    return { result, decision: decide(result, baseline, failOn) };
  };

  // the engine has time limits of its own, and ends when they say so
  const timeout = 0;
  describe(name, () => {
    for (const check of checks) {
      const id = check.requirement;
      const isWanted = only === undefined || only.includes(id);
      test.runIf(isWanted)(nameOf(check), { timeout }, async ({ task, signal, skip }) => {
        signal.addEventListener('abort', () => interrupt.abort());
        file = task.file;
        running ??= start(task.suite?.tasks.filter(({ mode }) => mode !== 'skip').map((one) => one.name) ?? []);
        const { result, decision } = await running;
        const row = result.rows.find((one) => one.id === id);
        if (row === undefined) throw new TypeError(`the run has no row for ${id}`);
        task.meta.row = row;
        tell(row, decision, skip, face);
      });
    }

    // a test that is cancelled is not waited for: the volumes still have to be given back, and the report written
    afterAll(async () => {
      const outcome = await running;
      if (file !== undefined && outcome !== undefined) face.after?.(outcome.result, file);
    }, timeout);
  });
}
