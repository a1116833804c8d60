import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isChallenge, seedOf } from '../evidence/attestation/challenge.ts';
import { attestationFile, checkAttestation } from '../evidence/attestation/folder.ts';
import { KeyError } from '../evidence/attestation/key.ts';
import type { Problem } from '../evidence/transcript/problem.ts';
import type { Verified } from '../evidence/transcript/verify.ts';
import { judgedAgain } from '../main/judged-again.ts';
import { readText } from '../main/report-folder/read.ts';
import { trendIn } from '../main/report-folder/trend.ts';
import { UsageError } from '../main/settings/usage.ts';
import { shown } from '../reports/text.ts';
import { overallVerdict } from '../verdicts/overall-verdict.ts';
import { caveats, strangers } from './caveats.ts';
import type { Io } from './io.ts';
import { pageNow } from './page-now.ts';

/** The number of problems that are listed; more would tell nothing new. */
const maxProblems = 10;

/** A certifier's own knowledge, with which a report is compared. */
export interface KnownToCertifier {
  /** The contracts' ids or files; if absent, this version's own contract with the id in the transcript. */
  readonly contract?: readonly string[] | undefined;
  /** The file of the signer's public key. */
  readonly key?: string | undefined;
  /** The challenge that was given before the run. */
  readonly challenge?: string | undefined;
  /** The file of the contract's page in its present form. */
  readonly page?: string | undefined;
}

/**
 * Checks the report folder of one run by its transcript alone: exit 0 if every verdict and every report file follows
 * from it, whatever the verdict, otherwise 1. `contract`: its id or file.
 *
 * @throws UsageError if there is no whole report in the folder, it is of another version, or the key is none
 */
export async function verifyRun(
  folder: string,
  contract: string | undefined,
  known: Omit<KnownToCertifier, 'contract'>,
  io: Io,
): Promise<number> {
  const key = known.key === undefined ? undefined : readText('the public key', known.key, longestKey);
  const { loaded, verified, problems: found } = await judgedAgain(folder, contract);
  const page = known.page === undefined ? '' : `  ${pageNow(known.page, [loaded], [contract ?? loaded.contract.id])}`;
  if (verified === undefined) return refuse(refused, found, io);
  const problems = [
    ...found,
    ...challenged(verified, known.challenge),
    ...(key === undefined ? [] : unsigned(folder, key, known)),
  ];
  if (problems.length > 0) return refuse(refused, problems, io);
  accept(verified, io);
  if (known.challenge !== undefined) io.out('  the cases are those of the challenge\n');
  if (key !== undefined) io.out(`  report and transcript are signed with the key of ${shown(known.key ?? '')}\n`);
  io.out(page);
  const { class: verdict } = overallVerdict(verified.result);
  // caveats matter only for a verdict that a certifier may accept
  const weighed = verdict === 'conformant' ? caveats(verified.result, verified.dates) : [];
  const unsettled = [...unchecked(folder, verified, known), ...weighed];
  if (unsettled.length > 0) io.out('To be weighed before you accept it:\n');
  for (const caveat of unsettled) io.out(`  - ${caveat}\n`);
  return 0;
}

/** The checks that were left out because their input was not given. */
function unchecked(
  folder: string,
  { result }: Verified,
  { key, challenge }: Pick<KnownToCertifier, 'key' | 'challenge'>,
): readonly string[] {
  const isSigned = existsSync(join(folder, attestationFile));
  return [
    ...(challenge === undefined && result.challenge !== null
      ? ['it names a challenge, but --challenge was not given: it was not checked that the challenge is yours']
      : []),
    ...(key === undefined && isSigned ? ['it is signed, but --key was not given: the signer was not checked'] : []),
    ...(isSigned ? [] : ['it is not signed: nobody vouches for it']),
    ...(existsSync(trendIn(folder)) ? ['the report itself says since when rows fail'] : []),
    ...strangers(folder).map((name) => `${shown(name, 100)} is not part of it, and was not checked`),
  ];
}

/** The longest key file, in bytes: a key has some hundred. */
const longestKey = 65_536;

/**
 * The problems with the challenge that a report names: the seed has to follow from it, and it has to be the one that
 * was given.
 */
function challenged({ result: { challenge, seed } }: Verified, given: string | undefined): readonly Problem[] {
  const where = 'report.json, challenge';
  if (given !== undefined && challenge !== given)
    return [{ where, what: challenge === null ? 'the run was not challenged' : 'it is not the one given' }];
  if (challenge === null || (isChallenge(challenge) && seedOf(challenge) === seed)) return [];
  return [{ where, what: `it does not give the seed ${seed}` }];
}

function unsigned(
  folder: string,
  key: string,
  { challenge, key: file }: Pick<KnownToCertifier, 'key' | 'challenge'>,
): readonly Problem[] {
  try {
    return checkAttestation(folder, key, { challenge }).map((what) => ({ where: attestationFile, what }));
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    throw new UsageError(`the public key ${file}: ${error.message}`, { cause: error });
  }
}

function accept({ result, counts }: Verified, io: Io): void {
  io.out(`verified: ${overallVerdict(result).headline}\n`);
  io.out(
    `  every verdict follows from the transcript: ${counts.cases} cases, ${counts.steps} requests of the operation, ${counts.exchanges} exchanges in all\n`,
  );
}

const refused = 'the report does not follow from its transcript';

/** Prints the problems, and returns the exit code. */
export function refuse(what: string, problems: readonly Problem[], io: Io): number {
  const more = problems.length - maxProblems;
  io.out(`NOT VERIFIED: ${what}\n`);
  for (const problem of problems.slice(0, maxProblems)) io.out(`  ${problem.where}: ${shown(problem.what, 500)}\n`);
  if (more > 0) io.out(`  and ${more} more\n`);
  return 1;
}
