import type { KeyObject } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { seedOf } from './challenge.ts';
import { asEnvelope, parsed, statementType, unseal } from './envelope.ts';
import { keyIdOf } from './key.ts';
import { asReport, type ReportRead } from './report.ts';
import { type Statement, type Subject, subjects, testResultOf, types } from './statement.ts';

/** What a report folder has: the attestation's text, the report's, and the sha256 of each file; undefined where it is not there. */
export interface FolderEvidence {
  readonly attestation: string | undefined;
  readonly report: string | undefined;
  readonly digests: Readonly<Record<Subject, string | undefined>>;
}

/** What a certifier knows beside the key. */
export interface Known {
  /** The challenge that was given; without it, the one in the report is not compared with any. */
  readonly challenge?: string | undefined;
}

/** What is wrong with the attestation of a report folder, a sentence each; empty where nothing is. */
export function troubles(evidence: FolderEvidence, key: KeyObject, known: Known = {}): readonly string[] {
  const opened = openStatement(evidence.attestation, key);
  if (typeof opened === 'string') return [opened];
  const altered = subjects.flatMap((name) => alteration(name, opened, evidence));
  // what an altered report says is nothing to compare with
  if (altered.length > 0 || evidence.report === undefined) return altered;
  const report = asReport(evidence.report);
  if (report === undefined) return ['report.json is signed, and is no report of this suite'];
  return [...differences(opened, report), ...challengeTroubles(report, known)];
}

/** The statement that the key's owner signed, or why there is none. */
function openStatement(attestation: string | undefined, key: KeyObject): Statement | string {
  if (attestation === undefined) return 'attestation.json is not there: the run was not signed';
  const envelope = asEnvelope(attestation);
  if (envelope === undefined) return 'attestation.json is no attestation: it has not the form of a DSSE envelope';
  const text = unseal(envelope, key);
  if (text === undefined) {
    const id = keyIdOf(key);
    const isOwn = envelope.signatures.some(({ keyid }) => keyid === id);
    return isOwn
      ? 'attestation.json was altered after it was signed: it names this key, and the signature does not fit'
      : 'attestation.json was not signed with this key, but with another one';
  }
  const statement = parsed(text);
  if (envelope.payloadType !== statementType || !isStatement(statement))
    return 'attestation.json is signed, and is no attestation of a test result (in-toto Statement v1, test-result v0.1)';
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
  if (digest === undefined) return [`${name} is not there, and attestation.json speaks of it`];
  return digest === signed ? [] : [`${name} was altered after it was signed, or is that of another run`];
}

/** Where what was signed is not what the report comes to. */
function differences({ predicate }: Statement, report: ReportRead): readonly string[] {
  const right = testResultOf(report);
  const names = Object.keys(right) as (keyof typeof right)[];
  return names
    .filter((name) => !isDeepStrictEqual(predicate[name], right[name]))
    .map((name) =>
      name === 'result'
        ? `attestation.json says ${JSON.stringify(predicate.result)}, and report.json comes to "${right.result}" (${report.verdict})`
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
