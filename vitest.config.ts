import { defineConfig } from 'vitest/config';
import { conformanceReporter } from './face/reporter.ts';

/** `own`: our tests of ourselves. `conformance`: the suite as vitest tests, against the target of the environment. */
export default defineConfig({
  test: {
    // most of the time is spent waiting for servers
    maxWorkers: '100%',
    reporters: ['default', conformanceReporter()],
    projects: [
      // modules are loaded once a worker: none of ours keeps state, and loading them took longer than most tests
      {
        // the package below has source maps to sources that it does not have
        logLevel: 'error',
        test: {
          name: 'own',
          include: ['test/**/*.test.ts'],
          testTimeout: 60_000,
          isolate: false,
          // it imports JSON without saying so, which Node does not take
          server: { deps: { inline: ['@actions/workflow-parser'] } },
        },
      },
      {
        test: {
          name: 'conformance',
          include: ['suites/conformance.test.ts'],
          // a worker that Ctrl-C does not reach: the reporter has it end the run
          pool: 'threads',
          // the engine has time limits of its own, and ends when they say so
          testTimeout: 0,
          hookTimeout: 0,
        },
      },
    ],
  },
});
