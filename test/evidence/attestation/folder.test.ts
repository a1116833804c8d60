import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Envelope, seal } from '../../../evidence/attestation/envelope.ts';
import { attestationFile, attestFolder, checkAttestation } from '../../../evidence/attestation/folder.ts';
import { readPrivateKey } from '../../../evidence/attestation/key.ts';
import type { Statement } from '../../../evidence/attestation/statement.ts';
import { json } from '../../../reports/json.ts';
import type { Result } from '../../../verdicts/result.ts';
import { failed, open, result, rows, samples } from '../../reports/sample.ts';
import { newKeys } from './keys.ts';

const { privateKey, publicKey } = newKeys();
const challenge = 'certifier 2026-07, "a" & <b>';
const challenged = result({ challenge, seed: 1_187_898_050 });

/** A report folder that was signed. */
function signed(of: Result = challenged, key = privateKey): string {
  const folder = mkdtempSync(join(tmpdir(), 'evs-attest-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'report.json'), json(of));
  writeFileSync(join(folder, 'transcript.ndjson'), '{"kind":"run"}\n{"kind":"end"}\n');
  writeFileSync(join(folder, attestationFile), attestFolder(folder, key));
  return folder;
}

const envelopeIn = (folder: string) => JSON.parse(readFileSync(join(folder, attestationFile), 'utf8')) as Envelope;
const statementIn = (folder: string) =>
  JSON.parse(Buffer.from(envelopeIn(folder).payload, 'base64').toString()) as Statement;

/** Signs another statement than the folder's, as a vendor could who lies. */
function resign(folder: string, change: (statement: Statement) => object, type?: string): void {
  const { payloadType } = envelopeIn(folder);
  const text = JSON.stringify(change(statementIn(folder)));
  const envelope = seal(type ?? payloadType, text, readPrivateKey(privateKey));
  writeFileSync(join(folder, attestationFile), JSON.stringify(envelope));
}

function editReport(folder: string, from: string | RegExp, to: string): void {
  const file = join(folder, 'report.json');
  const before = readFileSync(file, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
}

test('nothing is wrong with a folder as it was signed', () => {
  for (const sample of [challenged, ...Object.values(samples)])
    expect(checkAttestation(signed(sample), publicKey)).toEqual([]);
  expect(checkAttestation(signed(), publicKey, { challenge })).toEqual([]);
});

describe('the statement', () => {
  test('is in-toto’s, of the two files, with what the run was made by', () => {
    const folder = signed();
    const { _type, predicateType, subject, predicate } = statementIn(folder);
    expect(envelopeIn(folder).payloadType).toBe('application/vnd.in-toto+json');
    expect({ _type, predicateType }).toEqual({
      _type: 'https://in-toto.io/Statement/v1',
      predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
    });
    expect(subject.map(({ name }) => name)).toEqual(['report.json', 'transcript.ndjson']);
    const { seed, startedAt, contract, suite } = challenged;
    expect(predicate.configuration).toEqual([
      { name: 'contract extend-volume', digest: { sha256: contract.sha256 } },
      { name: 'target', uri: 'https://evs.example.com', annotations: { project: '0f3b' } },
      {
        name: 'evs-conformance',
        uri: 'pkg:npm/evs-conformance@0.1.0',
        annotations: { seed, startedAt, verdict: 'conformant' },
      },
      { name: 'budget', annotations: { runs: 20, extensions: 12 } },
      { name: 'selftest/matrix.json', digest: { sha256: suite.matrix } },
      { name: 'challenge', content: Buffer.from(challenge).toString('base64'), mediaType: 'text/plain' },
    ]);
  });

  test('of a run on the reference backend passes nobody, and names it', () => {
    const target = { url: 'http://127.0.0.1:1', project: null, reference: true };
    const folder = signed(result({ target }));
    expect(statementIn(folder).predicate).toMatchObject({
      result: 'FAILED',
      failedTests: [],
      configuration: expect.arrayContaining([{ name: 'reference backend', uri: 'http://127.0.0.1:1' }]),
    });
    expect(checkAttestation(folder, publicKey)).toEqual([]);
  });

  test.each([
    ['conformant', samples.conformant, { result: 'PASSED', failedTests: [], warnedTests: [] }],
    [
      'conformant with a SHOULD that fails',
      result({ rows: rows({ 'job.truthful': failed }) }),
      { result: 'WARNED', failedTests: [], warnedTests: ['job.truthful'] },
    ],
    [
      'non-conformant',
      samples['non-conformant'],
      { result: 'FAILED', failedTests: ['size.over-maximum'], warnedTests: expect.arrayContaining(['size.maximum']) },
    ],
    [
      'incomplete',
      result({ rows: rows({ 'size.greater': open }) }),
      { result: 'FAILED', failedTests: [], warnedTests: ['size.greater'] },
    ],
    ['interrupted', samples.interrupted, { result: 'FAILED', failedTests: [] }],
    ['broken', samples.broken, { result: 'FAILED', failedTests: [], warnedTests: ['body.malformed'] }],
  ])('of a run that is %s', (_, sample, expected) => {
    const { predicate } = statementIn(signed(sample));
    expect(predicate).toMatchObject(expected);
    const passed = sample.rows.filter(({ verdict }) => verdict.kind === 'pass').map(({ id }) => id);
    expect(predicate.passedTests).toEqual(passed);
  });
});

describe('a planted edit is told', () => {
  test.each<[string, (folder: string) => void, readonly RegExp[]]>([
    [
      'the verdict in the report',
      (folder) => editReport(folder, '"verdict": "conformant"', '"verdict": "incomplete"'),
      [/^report\.json was altered/],
    ],
    ['a blank in the report', (folder) => editReport(folder, /\n$/, '\n\n'), [/^report\.json was altered/]],
    [
      'a line of the transcript',
      (folder) => appendFileSync(join(folder, 'transcript.ndjson'), '{}\n'),
      [/^transcript\.ndjson was altered/],
    ],
    [
      'both',
      (folder) => {
        editReport(folder, '"seed": 1', '"seed": 2');
        writeFileSync(join(folder, 'transcript.ndjson'), '');
      },
      [/^report\.json was altered/, /^transcript\.ndjson was altered/],
    ],
    [
      'no transcript',
      (folder) => rmSync(join(folder, 'transcript.ndjson')),
      [/^transcript\.ndjson is missing, but attestation\.json names it/],
    ],
    ['no report', (folder) => rmSync(join(folder, 'report.json')), [/^report\.json is missing/]],
    ['no attestation', (folder) => rmSync(join(folder, attestationFile)), [/is missing: the run was not signed/]],
    [
      'no JSON',
      (folder) => writeFileSync(join(folder, attestationFile), 'x'),
      [/does not have the form of a DSSE envelope/],
    ],
    [
      'the signed text',
      (folder) => {
        const envelope = envelopeIn(folder);
        const text = JSON.stringify(statementIn(folder)).replace('conformant', 'perfect');
        const payload = Buffer.from(text).toString('base64');
        writeFileSync(join(folder, attestationFile), JSON.stringify({ ...envelope, payload }));
      },
      [/altered after it was signed: it names this key/],
    ],
    [
      'a verdict that is not the report’s',
      (folder) =>
        resign(folder, ({ predicate, ...rest }) => ({ ...rest, predicate: { ...predicate, result: 'WARNED' } })),
      [/says "WARNED", but report\.json gives "PASSED" \(conformant\)/],
    ],
    [
      'requirements that are not the report’s',
      (folder) =>
        resign(folder, ({ predicate, ...rest }) => ({ ...rest, predicate: { ...predicate, failedTests: ['x'] } })),
      [/^attestation\.json has other failedTests than report\.json/],
    ],
    [
      'another configuration',
      (folder) =>
        resign(folder, ({ predicate, ...rest }) => ({ ...rest, predicate: { ...predicate, configuration: [] } })),
      [/has other configuration than report\.json/],
    ],
    [
      'a subject less',
      (folder) => resign(folder, (statement) => ({ ...statement, subject: statement.subject.slice(0, 1) })),
      [/says nothing about transcript\.ndjson/],
    ],
    [
      'another predicate',
      (folder) => resign(folder, (statement) => ({ ...statement, predicateType: 'https://slsa.dev/provenance/v1' })),
      [/is not an attestation of a test result/],
    ],
    [
      'another type of payload',
      (folder) => resign(folder, (statement) => statement, 'text/plain'),
      [/is not an attestation of a test result/],
    ],
  ])('%s', (_, edit, expected) => {
    const folder = signed();
    edit(folder);
    const found = checkAttestation(folder, publicKey);
    expect(found).toHaveLength(expected.length);
    for (const [index, sentence] of expected.entries()) expect(found[index]).toMatch(sentence);
  });

  test('another key', () => {
    expect(checkAttestation(signed(), newKeys().publicKey)).toEqual([
      'attestation.json was not signed with this key, but with another one',
    ]);
  });

  test('another challenge, none, and a seed that is not the challenge’s', () => {
    expect(checkAttestation(signed(), publicKey, { challenge: 'b' })[0]).toMatch(
      /with the challenge ".*", not with "b"/,
    );
    expect(checkAttestation(signed(result()), publicKey, { challenge: 'b' })[0]).toMatch(
      /made without a challenge, not/,
    );
    const drawn = signed(result({ challenge, seed: 7 }));
    expect(checkAttestation(drawn, publicKey)[0]).toMatch(
      /the seed 7 is not the one that the challenge gives \(1187898050\)/,
    );
  });
});

test('a folder without a report or a transcript is not signed', () => {
  const folder = signed();
  rmSync(join(folder, 'transcript.ndjson'));
  expect(() => attestFolder(folder, privateKey)).toThrow(/cannot be signed/);
});
