import { afterAll, describe, type TestContext, test } from 'vitest';
import { readSettings } from '../cli/config.ts';
import { contractNamed } from '../cli/contracts.ts';
import { prepareReports } from '../cli/files.ts';
import { certifyTarget } from '../cli/run.ts';
import { finding } from '../reports/finding.ts';
import { shown } from '../reports/text.ts';
import { type RequirementId, requirement } from '../spec/requirements.ts';
import type { Result, Row } from '../verdicts/result.ts';
import type { Check } from './check.ts';
import { checks } from './registry.ts';

/**
 * The vitest face: one test of each check, against the target of the environment (`EVS_TARGET`, …, `EVS_CONFIG`) or the
 * reference backend. All of them are one run of the engine; what it came to travels in `task.meta` to `reporter.ts`.
 */
const settings = readSettings({}, process.env);
const contract = contractNamed(settings.contract);
const interrupt = new AbortController();
let running: Promise<Result> | undefined;
let file: TestContext['task']['file'] | undefined;

describe(`${contract.contract.id} on ${settings.target?.url ?? 'the reference backend'}`, () => {
  for (const check of checks) {
    const id = check.requirement;
    test.runIf(settings.only === undefined || settings.only.includes(id))(
      nameOf(check),
      async ({ task, signal, skip }) => {
        signal.addEventListener('abort', () => interrupt.abort());
        file = task.file;
        running ??= start(task.suite?.tasks.filter(({ mode }) => mode !== 'skip').map(({ name }) => name) ?? []);
        const result = await running;
        const row = result.rows.find((one) => one.id === id);
        if (row === undefined) throw new TypeError(`the run has no row for ${id}`);
        task.meta.row = row;
        tell(row, skip);
      },
    );
  }

  // a test that is cancelled is not waited for: the volumes still have to be given back, and the report written
  afterAll(async () => {
    const result = await running;
    if (file !== undefined && result !== undefined) file.meta.run = { result, folder: settings.report };
  });
});

function nameOf({ requirement: id, title }: Check): string {
  return `${requirement(id).level} ${title} [${id}]`;
}

/** One run for all tests that were not filtered away. */
async function start(names: readonly string[]): Promise<Result> {
  const wanted = checks.filter((check) => names.includes(nameOf(check)));
  const only: readonly RequirementId[] = wanted.map((check) => check.requirement);
  prepareReports(settings.report);
  const all = only.length === checks.length;
  return certifyTarget({ ...settings, only: all ? undefined : only }, contract, interrupt.signal);
}

/** What a test makes of a row: red exactly where the run cannot be conformant. */
function tell(row: Row, skip: TestContext['skip']): void {
  const { verdict, level } = row;
  if (verdict.kind === 'pass') return;
  if (verdict.kind === 'fail') {
    const { counterexample } = verdict;
    if (level !== 'MUST') skip(`${level}, does not change the class: ${shown(counterexample.complaint)}`);
    const lines = finding(row, counterexample).map(({ label, text }) => `${label}: ${text}`);
    throw new Told([shown(counterexample.complaint), ...lines].join('\n'));
  }
  const reason = `${verdict.kind}: ${shown(verdict.reason)}`;
  if (verdict.kind === 'broken' || (verdict.kind === 'inconclusive' && level === 'MUST')) throw new Told(reason);
  skip(reason);
}

/** A verdict as a failed test; where it was thrown says nothing, so it has no stack. */
class Told extends Error {
  override readonly name = 'NotConformant';
  override readonly stack = '';
}
