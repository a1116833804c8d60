import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isChallenge, seedOf } from '../evidence/attestation/challenge.ts';
import { attestationFile, checkAttestation } from '../evidence/attestation/folder.ts';
import { KeyError } from '../evidence/attestation/key.ts';
import type { Problem } from '../evidence/transcript/problem.ts';
import type { Verified } from '../evidence/transcript/verify.ts';
import { judgedAgain } from '../main/judged-again.ts';
import { readText } from '../main/report-folder/read.ts';
import { UsageError } from '../main/settings/usage.ts';
import { shown } from '../reports/text.ts';
import { overallVerdict } from '../verdicts/overall-verdict.ts';
import type { Io } from './io.ts';
import { pageNow } from './page-now.ts';

/** More of them tell nothing more. */
const maxProblems = 10;

/** What a certifier knows and holds a report against. */
export interface KnownToCertifier {
  /** The contracts' ids or files; one that is absent: by the id in the transcript, the one that comes with this version. */
  readonly contract?: readonly string[] | undefined;
  /** The file of the signer's public key. */
  readonly key?: string | undefined;
  /** What was given before the run. */
  readonly challenge?: string | undefined;
  /** The file of the contract's page as it is now. */
  readonly page?: string | undefined;
}

/**
 * Checks the report folder of one run by its transcript alone: exit 0 where every verdict and every report file follows
 * from it, whatever the verdict, and 1 where something does not. `contract`: its id or file.
 *
 * @throws UsageError where there is no whole report in the folder, it is of another version, or the key is none
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
  else if (existsSync(join(folder, attestationFile)))
    io.out('  it is signed, and --key was not given: who signed it was not checked\n');
  io.out(page);
  return 0;
}

/** A key has some hundred bytes. */
const longestKey = 65_536;

/** What is wrong with the challenge that a report names: the seed has to be that of it, and it the one that was given. */
function challenged({ result: { challenge, seed } }: Verified, given: string | undefined): readonly Problem[] {
  const where = 'report.json, challenge';
  if (given !== undefined && challenge !== given)
    return [{ where, what: challenge === null ? 'the run was not challenged' : 'it is not the one that was given' }];
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

const refused = 'the report is not what its transcript comes to';

/** Says what is wrong, and answers the exit code. */
export function refuse(what: string, problems: readonly Problem[], io: Io): number {
  const more = problems.length - maxProblems;
  io.out(`NOT VERIFIED: ${what}\n`);
  for (const problem of problems.slice(0, maxProblems)) io.out(`  ${problem.where}: ${shown(problem.what, 500)}\n`);
  if (more > 0) io.out(`  and ${more} more\n`);
  return 1;
}
