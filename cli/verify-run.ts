import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isChallenge, seedOf } from '../evidence/attestation/challenge.ts';
import { attestationFile, checkAttestation } from '../evidence/attestation/folder.ts';
import { KeyError } from '../evidence/attestation/key.ts';
import { type Problem, transcriptName } from '../evidence/transcript/problem.ts';
import type { Verified } from '../evidence/transcript/verify.ts';
import { judgedAgain } from '../main/judged-again.ts';
import { languageOf } from '../main/report-folder/altered.ts';
import { copyFile, writeReports } from '../main/report-folder/files.ts';
import { readText } from '../main/report-folder/read.ts';
import { transcriptIn } from '../main/report-folder/transcript.ts';
import { trendIn } from '../main/report-folder/trend.ts';
import { UsageError } from '../main/settings/usage.ts';
import { shown } from '../reports/text.ts';
import { exitCodes } from '../verdicts/fold.ts';
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

/** The certifier's wishes besides. */
export interface VerifyWishes extends KnownToCertifier {
  /** Exit 2 unless the run is conformant and nothing remains to be weighed. */
  readonly accept?: boolean | undefined;
  /** Folder for the report that follows from the transcript. */
  readonly report?: string | undefined;
}

/**
 * Checks the report folder of one run by its transcript alone: exit 0 where every verdict and every report file follows
 * from it, whatever the verdict, and 1 where something does not, or the run is not of the challenge or the key. `contract`:
 * its id or file.
 *
 * @throws UsageError where there is no whole report in the folder, it is of another version, or the key is none
 * @throws CannotWrite where the report that follows cannot be written
 */
export async function verifyRun(
  folder: string,
  contract: string | undefined,
  known: Omit<VerifyWishes, 'contract'>,
  io: Io,
): Promise<number> {
  const key = known.key === undefined ? undefined : readText('the public key', known.key, longestKey);
  const { loaded, verified, problems } = await judgedAgain(folder, contract);
  const page = known.page === undefined ? '' : `  ${pageNow(known.page, [loaded], [contract ?? loaded.contract.id])}`;
  if (verified === undefined) return refuse(differs, problems, io);
  if (problems.length > 0) {
    const exit = refuse(differs, problems, io);
    // an altered transcript gives nothing that is worth a word
    if (problems.some(isOfTranscript)) return exit;
    io.out(`  the transcript gives ${overallVerdict(verified.result).headline}\n`);
    writeTrue(folder, known.report, verified, io);
    return exit;
  }
  const others = [...challenged(verified, known.challenge), ...(key === undefined ? [] : unsigned(folder, key, known))];
  const isTheOne = others.length === 0;
  const { class: verdict, headline } = overallVerdict(verified.result);
  if (isTheOne) io.out(`verified: ${headline}\n`);
  else {
    refuse(isAnother, others, io);
    io.out(`  it is ${headline}\n`);
  }
  const { cases, steps, exchanges } = verified.counts;
  io.out(
    `  every verdict follows from the transcript: ${cases} cases, ${steps} requests of the operation, ${exchanges} exchanges in all\n`,
  );
  if (isTheOne && known.challenge !== undefined) io.out('  the cases are those of the challenge\n');
  if (isTheOne && key !== undefined)
    io.out(`  report and transcript are signed with the key of ${shown(known.key ?? '')}\n`);
  io.out(page);
  writeTrue(folder, known.report, verified, io);
  const isConformant = verdict === 'conformant';
  // nobody accepts any other
  const weighed = isConformant ? caveats(verified) : [];
  const unsettled = [...unchecked(folder, verified, known), ...weighed];
  if (unsettled.length > 0) io.out('To be weighed before you accept it:\n');
  for (const caveat of unsettled) io.out(`  - ${caveat}\n`);
  if (!isTheOne) return exitCodes['non-conformant'];
  const isAcceptable = isConformant && unsettled.length === 0;
  return known.accept === true && !isAcceptable ? exitCodes.incomplete : exitCodes.conformant;
}

const isOfTranscript = ({ where }: Problem): boolean => where.startsWith(transcriptName);

/** Writes the report that follows from a transcript, beside a copy of that, to a folder of its own, if one is wanted. */
function writeTrue(folder: string, wanted: string | undefined, { result, lang }: Verified, io: Io): void {
  if (wanted === undefined) return;
  if (resolve(wanted) === resolve(folder))
    throw new UsageError(`--report names ${shown(folder)} itself, whose report would be lost: name another folder`);
  copyFile(transcriptIn(folder), transcriptIn(wanted));
  const [first = ''] = writeReports(wanted, result, { lang: languageOf(lang) });
  io.out(`  the report of it is ${shown(first, 500)}\n`);
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
    return [
      {
        where,
        what:
          challenge === null
            ? 'the run was not challenged'
            : `it is ${JSON.stringify(challenge)}, and not the one given`,
      },
    ];
  if (challenge === null || (isChallenge(challenge) && seedOf(challenge) === seed)) return [];
  return [{ where, what: `it does not give the seed ${seed}` }];
}

function unsigned(
  folder: string,
  key: string,
  { challenge, key: file }: Pick<KnownToCertifier, 'key' | 'challenge'>,
): readonly Problem[] {
  try {
    return checkAttestation(folder, key, { challenge }).map((what) => ({ where: 'signature', what }));
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    throw new UsageError(`the public key ${file}: ${error.message}`, { cause: error });
  }
}

const differs = 'the report does not follow from its transcript';
const isAnother = 'the report follows from its transcript, but is not the one that you asked for';

/** Prints the problems, and returns the exit code. */
export function refuse(what: string, problems: readonly Problem[], io: Io): number {
  const more = problems.length - maxProblems;
  io.out(`NOT VERIFIED: ${what}\n`);
  for (const problem of problems.slice(0, maxProblems)) io.out(`  ${problem.where}: ${shown(problem.what, 500)}\n`);
  if (more > 0) io.out(`  and ${more} more\n`);
  return 1;
}
