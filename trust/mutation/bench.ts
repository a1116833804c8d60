import { join, sep } from 'node:path';
import { createVitest } from 'vitest/node';

/** What a bench is asked: run these tests in these copies, of which these files have changed. */
export interface Question {
  readonly copies: readonly string[];
  readonly tests: readonly string[];
  readonly changed: readonly string[];
}

/** The copies in which a test failed. */
export interface Answer {
  readonly failed: readonly string[];
}

// A process of its own, because a mutant that never ends can only be ended with its process; and a long-lived one,
// because starting vitest and loading the packages takes longer than most tests. The copies share one worker's packages.
process.env.CI = '1';
const top = process.cwd();
const vitest = await createVitest('test', {
  root: top,
  config: false,
  include: ['*/test/**/*.test.ts'],
  isolate: false,
  watch: false,
  reporters: [{}],
  pool: 'threads',
  maxWorkers: 1,
  testTimeout: 60_000,
});

process.on('message', async ({ copies, tests, changed }: Question) => {
  for (const file of changed) vitest.invalidateFile(join(top, file));
  const project = vitest.getRootProject();
  const specifications = copies.flatMap((copy) =>
    tests.map((test) => project.createSpecification(join(top, copy, test))),
  );
  const { testModules } = await vitest.runTestSpecifications(specifications, false);
  const failed = copies.filter((copy) => {
    const own = testModules.filter(({ moduleId }) => moduleId.startsWith(join(top, copy) + sep));
    return own.length < tests.length || own.some((module) => module.state() !== 'passed');
  });
  process.send?.({ failed } satisfies Answer);
});
process.on('disconnect', () => process.exit());
process.send?.({ failed: [] } satisfies Answer);
