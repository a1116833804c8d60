import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { type Known, troubles } from './check.ts';
import { seal, statementType } from './envelope.ts';
import { readPrivateKey, readPublicKey } from './key.ts';
import { asReport } from './report.ts';
import { statementOf } from './statement.ts';

/** The attestation's file in a report folder. */
export const attestationFile = 'attestation.json';

/** A report folder that cannot be attested. */
export class AttestError extends Error {
  override readonly name = 'AttestError';
}

/**
 * The attestation of a report folder, as the text of `attestation.json`.
 *
 * @param privateKeyPem - Ed25519, PKCS#8 in PEM
 * @throws KeyError where the key has another form
 * @throws AttestError where the folder has no report or no transcript
 */
export function attestFolder(folder: string, privateKeyPem: string): string {
  const key = readPrivateKey(privateKeyPem);
  const [reportDigest, transcriptDigest] = [digestOf(folder, 'report.json'), digestOf(folder, 'transcript.ndjson')];
  const report = asReport(textOf(folder, 'report.json') ?? '');
  if (report === undefined || reportDigest === undefined || transcriptDigest === undefined)
    throw new AttestError(`${folder} cannot be signed: it has no report.json or no transcript.ndjson of a run`);
  const statement = statementOf(report, { 'report.json': reportDigest, 'transcript.ndjson': transcriptDigest });
  return `${JSON.stringify(seal(statementType, JSON.stringify(statement), key), null, 2)}\n`;
}

/**
 * The mistakes in the attestation of a report folder, a sentence each, with the words of the files: signed with
 * another key, altered since, a verdict that is not the report's, another challenge. Empty if there are none.
 *
 * @param publicKeyPem - Ed25519, SPKI in PEM
 * @throws KeyError where the key has another form
 */
export function checkAttestation(folder: string, publicKeyPem: string, known: Known = {}): readonly string[] {
  const key = readPublicKey(publicKeyPem);
  const evidence = {
    attestation: textOf(folder, attestationFile),
    report: textOf(folder, 'report.json'),
    digests: {
      'report.json': digestOf(folder, 'report.json'),
      'transcript.ndjson': digestOf(folder, 'transcript.ndjson'),
    },
  };
  return troubles(evidence, key, known);
}

function textOf(folder: string, name: string): string | undefined {
  const file = join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** sha256 of a file, read in pieces: transcripts are long. */
function digestOf(folder: string, name: string): string | undefined {
  const file = join(folder, name);
  if (!existsSync(file)) return undefined;
  const hash = createHash('sha256');
  const piece = Buffer.alloc(1024 * 1024);
  const handle = openSync(file, 'r');
  try {
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece))
      hash.update(piece.subarray(0, read));
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}
