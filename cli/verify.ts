import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../evidence/problem.ts';
import { readTranscript, UnreadableTranscript } from '../evidence/reader.ts';
import { type Verified, verify } from '../evidence/verify.ts';
import { standing } from '../reports/standing.ts';
import { shown } from '../reports/text.ts';
import { altered } from './altered.ts';
import { contractNamed } from './contracts.ts';
import type { Io } from './io.ts';
import { matrixDigest } from './matrix.ts';
import { readText } from './read.ts';
import { transcriptIn } from './transcript.ts';
import { UsageError } from './usage.ts';
import { packageVersion } from './version.ts';

/** A transcript has some megabytes; strings of Node end at 512. */
const maxTranscript = 256 * 1024 * 1024;

/** More of them tell nothing more. */
const maxProblems = 10;

/**
 * Checks a report folder by its transcript alone: exit 0 where every verdict and every report file follows from it, whatever
 * the verdict, and 1 where something does not.
 *
 * @throws UsageError where there is no whole report in the folder, or it is of another version
 */
export async function verifyCommand(folder: string, contract: string | undefined, io: Io): Promise<number> {
  const transcript = readOrRefuse(folder);
  const { run } = transcript;
  const loaded = contractNamed(contract ?? run.contract.id);
  const { sha256 } = loaded;
  if (run.suite !== packageVersion() && transcript.problems.length === 0)
    throw new UsageError(
      `the run was made by version ${shown(run.suite)} and this is ${packageVersion()}: verify it with that version`,
    );
  if (run.contract.sha256 !== sha256 || run.contract.id !== loaded.contract.id) {
    const what = `the run was judged by ${shown(run.contract.id)} (sha256 ${shown(run.contract.sha256)}), and ${loaded.contract.id} here is ${sha256}`;
    return refuse([...transcript.problems, { where: 'contract', what }], io);
  }
  const verified = await verify(transcript, { ...loaded, matrix: matrixDigest(sha256) });
  const problems = [...verified.problems, ...altered(folder, verified)];
  return problems.length > 0 ? refuse(problems, io) : accept(verified, io);
}

function readOrRefuse(folder: string) {
  const file = transcriptIn(folder);
  if (!existsSync(file)) throw new UsageError(`there is no transcript in ${folder}: is it the report folder of a run?`);
  try {
    return readTranscript(readText('the transcript', file, maxTranscript));
  } catch (error) {
    if (!(error instanceof UnreadableTranscript)) throw error;
    throw new UsageError(`${join(folder, '')}: ${error.message}`, { cause: error });
  }
}

function accept({ result, counts, passed }: Verified, io: Io): number {
  io.out(`verified: ${standing(result).headline}\n`);
  io.out(
    `  every verdict follows from the transcript: ${counts.cases} cases, ${counts.steps} requests to extend, ${counts.exchanges} exchanges\n`,
  );
  if (passed > 0)
    io.out(`  ${passed} cases rest on answers too long to be kept whole, and could not be judged again\n`);
  return 0;
}

function refuse(problems: readonly Problem[], io: Io): number {
  const more = problems.length - maxProblems;
  io.out('NOT VERIFIED: the report is not what its transcript comes to\n');
  for (const { where, what } of problems.slice(0, maxProblems)) io.out(`  ${where}: ${shown(what, 500)}\n`);
  if (more > 0) io.out(`  and ${more} more\n`);
  return 1;
}
