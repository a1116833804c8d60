import { defineConfig } from 'vitest/config';
import { conformanceReporter } from './vitest/reporter.ts';

/** Our tests of ourselves. A time limit only ends what hangs: it is long enough for a machine that is busy otherwise. */
const ours = {
  // properties with one seed
  setupFiles: ['test/seed.ts'],
  testTimeout: 300_000,
  hookTimeout: 300_000,
  // modules are loaded once a worker: none of ours keeps state, and loading them took longer than most tests
  isolate: false,
  // it imports JSON without saying so, which Node does not take
  server: { deps: { inline: ['@actions/workflow-parser'] } },
};
const long = 'test/**/*.long.test.ts';

/**
 * `own`: our tests of ourselves that `npm test` has. `long`: those that start programs, browsers or dozens of services, or
 * take more than some five seconds of processor time a file; `npm run test:all` has them as well. `conformance`: the suite
 * as vitest tests, against the target of the environment.
 */
export default defineConfig({
  test: {
    // most of the time is spent waiting for servers
    maxWorkers: '100%',
    reporters: ['default', conformanceReporter()],
    projects: [
      // the package below has source maps to sources that it does not have
      { logLevel: 'error', test: { ...ours, name: 'own', include: ['test/**/*.test.ts'], exclude: [long] } },
      { logLevel: 'error', test: { ...ours, name: 'long', include: [long] } },
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
