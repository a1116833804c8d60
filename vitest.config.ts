import { defineConfig } from 'vitest/config';
import { conformanceReporter } from './suites/reporter.ts';

/** `own`: our tests of ourselves. `conformance`: the suite as vitest tests, against the target of the environment. */
export default defineConfig({
  test: {
    reporters: ['default', conformanceReporter()],
    projects: [
      { test: { name: 'own', include: ['test/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'conformance',
          include: ['suites/conformance.test.ts'],
          // the engine has time limits of its own, and ends when they say so
          // a worker that Ctrl-C does not reach: the reporter has it end the run
          pool: 'threads',
          testTimeout: 0,
          hookTimeout: 0,
        },
      },
    ],
  },
});
