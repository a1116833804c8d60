import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { NotKept } from '../evidence/transcript/missing.ts';
import type { Problem } from '../evidence/transcript/problem.ts';
import { type ReadTranscript, readTranscript, UnreadableTranscript } from '../evidence/transcript/reader.ts';
import type { TextLines } from '../evidence/transcript/text.ts';
import { type Verified, verify } from '../evidence/transcript/verify.ts';
import { shown } from '../reports/text.ts';
import type { LoadedContract } from '../spec/load.ts';
import { indexFiles } from './campaign/index.ts';
import { contractNamed, isOurs } from './contracts.ts';
import { operationOf } from './operations.ts';
import { altered } from './report-folder/altered.ts';
import { openLines } from './report-folder/read-lines.ts';
import { transcriptIn } from './report-folder/transcript.ts';
import { UsageError } from './settings/usage.ts';
import { trialsDigest } from './trials.ts';
import { packageVersion } from './version.ts';

/** A transcript has some megabytes. */
const maxTranscript = 256 * 1024 * 1024;

/** A report folder judged again from its transcript; nothing is verified where it is of another contract. */
interface JudgedAgain {
  readonly loaded: LoadedContract;
  readonly verified: Verified | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Judges a report folder again. `named`: the contract's id or file, where it is not the one that comes with this version.
 *
 * @throws UsageError where there is no whole report in the folder, or it is of another version
 */
export async function judgedAgain(folder: string, named: string | undefined): Promise<JudgedAgain> {
  const file = transcriptIn(folder);
  if (!existsSync(file)) {
    const isIndexed = existsSync(join(folder, indexFiles.json));
    const hint = isIndexed
      ? 'it has many runs, each in a folder of its own: name one'
      : 'is it the report folder of a run?';
    throw new UsageError(`there is no transcript in ${folder}: ${hint}`);
  }
  const text = openLines('the transcript', file, maxTranscript);
  try {
    return await judgedBy(readOrRefuse(folder, text), folder, named);
  } finally {
    text.close();
  }
}

async function judgedBy(transcript: ReadTranscript, folder: string, named: string | undefined): Promise<JudgedAgain> {
  const { run } = transcript;
  if (named === undefined && !isOurs(run.contract.id))
    throw new UsageError(
      `the run was judged by the contract ${shown(run.contract.id)}, which does not come with this version: name its file by --contract`,
    );
  const loaded = contractNamed(named ?? run.contract.id);
  const { sha256, contract } = loaded;
  if (run.suite !== packageVersion() && transcript.problems.length === 0)
    throw new UsageError(
      `the run was made by version ${shown(run.suite)}, and this is ${packageVersion()}: verify it with that version`,
    );
  if (run.contract.sha256 !== sha256 || run.contract.id !== contract.id) {
    const what = `the run was judged by ${shown(run.contract.id)} (sha256 ${shown(run.contract.sha256)}), and ${contract.id} here is ${sha256}`;
    return { loaded, verified: undefined, problems: [...transcript.problems, { where: 'contract', what }] };
  }
  try {
    const verified = await verify(transcript, {
      ...loaded,
      operation: operationOf(loaded.contract),
      matrix: trialsDigest(sha256),
    });
    return { loaded, verified, problems: [...verified.problems, ...altered(folder, verified)] };
  } catch (error) {
    if (!(error instanceof NotKept)) throw error;
    if (transcript.problems.length > 0) return { loaded, verified: undefined, problems: transcript.problems };
    throw new UsageError(`${folder}: ${error.message}`, { cause: error });
  }
}

function readOrRefuse(folder: string, text: TextLines): ReadTranscript {
  try {
    return readTranscript(text);
  } catch (error) {
    if (!(error instanceof UnreadableTranscript)) throw error;
    throw new UsageError(`${folder}: ${error.message}`, { cause: error });
  }
}
