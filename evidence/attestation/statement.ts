import type { ReportRead } from './report.ts';

/** A file in a statement, or an input of the run: in-toto's ResourceDescriptor, as far as it is used here. */
export interface Resource {
  readonly name: string;
  readonly uri?: string;
  readonly digest?: { readonly sha256: string };
  /** Base64. */
  readonly content?: string;
  readonly mediaType?: string;
  readonly annotations?: Readonly<Record<string, string | number>>;
}

/** in-toto's test-result, v0.1. */
export interface TestResult {
  /**
   * `PASSED`: conformant, and every row passed or does not apply. `WARNED`: conformant otherwise. `FAILED`: any other
   * verdict, and every run on the reference backend, because it says nothing about the signer's service.
   */
  readonly result: 'PASSED' | 'WARNED' | 'FAILED';
  readonly configuration: readonly Resource[];
  /** Requirements that hold. */
  readonly passedTests: readonly string[];
  /** Those that fail without being a MUST, and those on which there is no verdict. */
  readonly warnedTests: readonly string[];
  /** Every MUST that fails. */
  readonly failedTests: readonly string[];
}

/** in-toto's statement, v1, of a report folder. */
export interface Statement {
  readonly _type: string;
  readonly subject: readonly { readonly name: string; readonly digest: { readonly sha256: string } }[];
  readonly predicateType: string;
  readonly predicate: TestResult;
}

export const types = {
  statement: 'https://in-toto.io/Statement/v1',
  predicate: 'https://in-toto.io/attestation/test-result/v0.1',
} as const;

/** The files of a report folder that are attested. */
export const subjects = ['report.json', 'transcript.ndjson'] as const;

export type Subject = (typeof subjects)[number];

/** The statement about a report folder. `digests`: the sha256 of each file, in hexadecimal. */
export function statementOf(report: ReportRead, digests: Readonly<Record<Subject, string>>): Statement {
  return {
    _type: types.statement,
    subject: subjects.map((name) => ({ name, digest: { sha256: digests[name] } })),
    predicateType: types.predicate,
    predicate: testResultOf(report),
  };
}

/** The result of a report, in the words of test-result. A pure function, so that a certifier can compute it again. */
export function testResultOf(report: ReportRead): TestResult {
  const { requirements } = report;
  const ids = (isOne: (row: ReportRead['requirements'][number]) => boolean): readonly string[] =>
    requirements.filter(isOne).map(({ id }) => id);
  const warnedTests = ids(
    ({ level, verdict }) => ['inconclusive', 'broken'].includes(verdict) || (verdict === 'fail' && level !== 'MUST'),
  );
  const certifies = report.verdict === 'conformant' && !report.target.reference;
  return {
    result: !certifies ? 'FAILED' : warnedTests.length > 0 ? 'WARNED' : 'PASSED',
    configuration: configurationOf(report),
    passedTests: ids(({ verdict }) => verdict === 'pass'),
    warnedTests,
    failedTests: ids(({ level, verdict }) => verdict === 'fail' && level === 'MUST'),
  };
}

function configurationOf({
  suite,
  contract,
  target,
  seed,
  budget,
  challenge,
  startedAt,
  verdict,
}: ReportRead): readonly Resource[] {
  return [
    { name: `contract ${contract.id}`, digest: { sha256: contract.sha256 } },
    {
      name: target.reference ? 'reference backend' : 'target',
      uri: target.url,
      ...(target.project === null ? {} : { annotations: { project: target.project } }),
    },
    {
      name: suite.name,
      uri: `pkg:npm/${suite.name}@${suite.version}`,
      annotations: { seed, startedAt, verdict },
    },
    { name: 'budget', annotations: limitsOf(budget) },
    ...(suite.matrix === null ? [] : [{ name: 'selftest/matrix.json', digest: { sha256: suite.matrix } }]),
    ...(challenge === null
      ? []
      : [{ name: 'challenge', content: Buffer.from(challenge).toString('base64'), mediaType: 'text/plain' }]),
  ];
}

/** Limits that are not set are left out. */
const limitsOf = (budget: ReportRead['budget']): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(budget).flatMap(([name, most]) => (most === null ? [] : [[name, most]])));
