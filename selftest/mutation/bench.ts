import { basename, dirname, join } from 'node:path';
import { createVitest, type TestModule } from 'vitest/node';

/** The order for a bench: these tests in these copies. */
export interface Question {
  readonly copies: readonly string[];
  readonly tests: readonly string[];
}

/** The copies in which a test failed, each with the message of the first failure. */
export interface MutationAnswer {
  readonly failed: Readonly<Record<string, string>>;
}

// A process of its own, because a mutant that never ends can only be ended with its process; and a long-lived one,
// because starting vitest and loading the packages takes longer than most tests. The copies share one worker's packages.
process.env.CI = '1';
const top = process.cwd();
const vitest = await createVitest('test', {
  root: top,
  config: false,
  include: ['*/test/**/*.test.js'],
  isolate: false,
  watch: false,
  reporters: [{}],
  pool: 'threads',
  maxWorkers: 1,
  testTimeout: 60_000,
  // Node.js itself loads compiled modules several times as fast
  experimental: { viteModuleRunner: false, nodeLoader: false },
  resolveSnapshotPath: (path, extension) =>
    join(dirname(path), '__snapshots__', basename(path).replace(/\.js$/, '.ts') + extension),
});

process.on('message', async ({ copies, tests }: Question) => {
  const project = vitest.getRootProject();
  const specifications = copies.flatMap((copy) => tests.map((test) => project.createSpecification(pathOf(copy, test))));
  // the result contains the modules of earlier questions as well
  const { testModules } = await vitest.runTestSpecifications(specifications, false);
  const failed = copies.flatMap((copy) => {
    const asked = new Set(tests.map((test) => pathOf(copy, test)));
    const own = testModules.filter(({ moduleId }) => asked.has(moduleId));
    const wrong = own.find((module) => module.state() !== 'passed');
    if (wrong !== undefined) return [[copy, reasonOf(wrong)]];
    return own.length < tests.length ? [[copy, `${own.length} of ${tests.length} files ran`]] : [];
  });
  process.send?.({ failed: Object.fromEntries(failed) } satisfies MutationAnswer);
});
process.on('disconnect', () => process.exit());
process.send?.({ failed: {} } satisfies MutationAnswer);

function pathOf(copy: string, test: string): string {
  return join(top, copy, test.replace(/\.ts$/, '.js'));
}

function reasonOf(module: TestModule): string {
  const [test] = module.children.allTests('failed');
  const [error] = [...module.errors(), ...(test?.result().errors ?? [])];
  return `${module.moduleId}: ${module.state()}: ${test?.fullName ?? ''}: ${error?.message ?? ''}`;
}
