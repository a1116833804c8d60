import type { KeyObject } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { seedOf } from './challenge.ts';
import { asEnvelope, parsed, statementType, unseal } from './envelope.ts';
import { keyIdOf } from './key.ts';
import { asReport, type ReportRead } from './report.ts';
import { type Statement, type Subject, subjects, testResultOf, types } from './statement.ts';

/** The contents of a report folder: the attestation's text, the report's, and the sha256 of each file; undefined if it is missing. */
export interface FolderEvidence {
  readonly attestation: string | undefined;
  readonly report: string | undefined;
  readonly digests: Readonly<Record<Subject, string | undefined>>;
}

/** The knowledge of a certifier besides the key. */
export interface Known {
  /** The challenge that was given; without it, the one in the report is not compared with any. */
  readonly challenge?: string | undefined;
}

/** The mistakes in the attestation of a report folder, a sentence each; empty if there are none. */
export function troubles(evidence: FolderEvidence, key: KeyObject, known: Known = {}): readonly string[] {
  const opened = openStatement(evidence.attestation, key);
  if (typeof opened === 'string') return [opened];
  const altered = subjects.flatMap((name) => alteration(name, opened, evidence));
  // what an altered report says is nothing to compare with
  if (altered.length > 0 || evidence.report === undefined) return altered;
  const report = asReport(evidence.report);
  if (report === undefined) return ['report.json is signed, but is not a report of this suite'];
  return [...differences(opened, report), ...challengeTroubles(report, known)];
}

/** The statement that the key's owner signed, or why there is none. */
function openStatement(attestation: string | undefined, key: KeyObject): Statement | string {
  if (attestation === undefined) return 'attestation.json is missing: the run was not signed';
  const envelope = asEnvelope(attestation);
  if (envelope === undefined)
    return 'attestation.json is not an attestation: it does not have the form of a DSSE envelope';
  const text = unseal(envelope, key);
  if (text === undefined) {
    const id = keyIdOf(key);
    const isOwn = envelope.signatures.some(({ keyid }) => keyid === id);
    return isOwn
      ? 'attestation.json was altered after it was signed: it names this key, but the signature does not match'
      : 'attestation.json was not signed with this key, but with another one';
  }
  const statement = parsed(text);
  if (envelope.payloadType !== statementType || !isStatement(statement))
    return 'attestation.json is signed, but is not an attestation of a test result (in-toto Statement v1, test-result v0.1)';
  return statement;
}

function isStatement(found: unknown): found is Statement {
  const { _type, predicateType, subject, predicate } = (found ?? {}) as Partial<Statement>;
  return (
    _type === types.statement &&
    predicateType === types.predicate &&
    Array.isArray(subject) &&
    subject.every((one: Statement['subject'][number] | null) => typeof one?.digest?.sha256 === 'string') &&
    typeof predicate === 'object' &&
    predicate !== null
  );
}

function alteration(name: Subject, { subject }: Statement, { digests }: FolderEvidence): readonly string[] {
  const signed = subject.find((one) => one.name === name)?.digest.sha256;
  const digest = digests[name];
  if (signed === undefined) return [`attestation.json says nothing about ${name}`];
  if (digest === undefined) return [`${name} is missing, but attestation.json names it`];
  return digest === signed ? [] : [`${name} was altered after it was signed, or belongs to another run`];
}

/** The places where the signed statement differs from the report. */
function differences({ predicate }: Statement, report: ReportRead): readonly string[] {
  const right = testResultOf(report);
  const names = Object.keys(right) as (keyof typeof right)[];
  return names
    .filter((name) => !isDeepStrictEqual(predicate[name], right[name]))
    .map((name) =>
      name === 'result'
        ? `attestation.json says ${JSON.stringify(predicate.result)}, but report.json gives "${right.result}" (${report.verdict})`
        : `attestation.json has other ${name} than report.json`,
    );
}

function challengeTroubles({ challenge, seed }: ReportRead, known: Known): readonly string[] {
  const given = known.challenge;
  if (given !== undefined && challenge !== given) {
    const what = challenge === null ? 'without a challenge' : `with the challenge ${JSON.stringify(challenge)}`;
    return [`the run was made ${what}, not with ${JSON.stringify(given)}`];
  }
  if (challenge === null || seedOf(challenge) === seed) return [];
  return [
    `the seed ${seed} is not the one that the challenge gives (${seedOf(challenge)}): the cases were chosen otherwise`,
  ];
}
