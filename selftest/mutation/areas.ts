/** A part of the project, and the tests for it: each stage is for the mutants that survive the stages before. */
export interface Area {
  readonly folder: string;
  readonly stages: readonly (readonly string[])[];
  /** Unit tests that take as long as certifications, and run with them. */
  readonly long?: readonly string[];
}

const checks = [
  'test/suites/checks.test.ts',
  'test/suites/checks/applies-to.test.ts',
  'test/suites/checks/judged.test.ts',
];
/** The requests in their order, with every bound. */
const cases = 'test/suites/checks/cases.test.ts';
const judge = ['answers', 'jobs', 'outcome', 'words', 'expect', 'twins', 'simultaneous', 'success'].map(
  (one) => `test/engine/judge/${one}.test.ts`,
);
const lab = ['fixtures', 'timeouts', 'refusals', 'settle'].map((one) => `test/engine/fixtures/${one}.test.ts`);
const engine = ['doubts', 'parts', 'rows', 'run-check', 'watch'].map((one) => `test/engine/${one}.test.ts`);
const generators = ['spelling', 'setups', 'oracle'].map((one) => `test/generators/${one}.test.ts`);
/** Thousands of cases, which take seconds for each copy. */
const drawn = ['satisfy', 'violate'].map((one) => `test/generators/${one}.test.ts`);

/** The parts that get mutants, with the unit tests that try them. */
export const areas: readonly Area[] = [
  {
    folder: 'suites/extend-volume',
    stages: [checks, [cases]],
  },
  { folder: 'engine/judge', stages: [judge, checks] },
  { folder: 'engine/fixtures', stages: [lab, engine] },
  { folder: 'engine/exercises', stages: [lab, engine] },
  { folder: 'engine', stages: [engine] },
  { folder: 'generators', stages: [[cases], generators, ['test/generators/other-page.test.ts']], long: drawn },
  { folder: 'verdicts', stages: [['test/verdicts/fold.test.ts', 'test/verdicts/headline.test.ts']] },
];

/** The certifications of `npm test`: a conforming backend, and faults that have to be found by their counterexample. */
export const certifications: readonly string[] = [
  ...['sizes', 'bodies', 'answers', 'effects'].map((one) => `test/suites/certify/accuses-${one}.test.ts`),
  'test/suites/certify/baseline.test.ts',
];
