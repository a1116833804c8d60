import type { Operation } from '../engine/operation.ts';
import { NotKept } from '../evidence/transcript/missing.ts';
import { readTranscript } from '../evidence/transcript/reader.ts';
import { linesIn } from '../evidence/transcript/text.ts';
import { type Verified, verify } from '../evidence/transcript/verify.ts';
import { openTranscript, type Transcript } from '../evidence/transcript/writer.ts';
import { json } from '../reports/json.ts';
import type { LoadedContract } from '../spec/load.ts';
import type { Result } from '../verdicts/result.ts';
import type { Secrets } from '../wire/redact.ts';

/** A transcript in memory, and its judgement by a verifier that has nothing else. */
export interface Transcribed extends Transcript {
  /** Parts of the result that do not follow from the transcript; empty if all of them do. */
  readonly doubts: (result: Result) => Promise<readonly string[]>;
}

export function transcribed(contract: LoadedContract, operation: Operation, secrets: () => Secrets): Transcribed {
  const lines: string[] = [];
  const transcript = openTranscript(secrets, (line) => void lines.push(line));

  async function judgedAgain(): Promise<Verified | undefined> {
    try {
      return await verify(readTranscript(linesIn(lines.join(''))), { ...contract, matrix: undefined, operation });
    } catch (error) {
      if (error instanceof NotKept) return undefined;
      throw error;
    }
  }

  return {
    ...transcript,
    async doubts(result) {
      transcript.end(result, 'en');
      const verified = await judgedAgain();
      // a part that cannot be judged again is reported as such, and raises no doubt about the rest
      if (verified === undefined) return [];
      return [
        ...verified.problems.map(({ where, what }) => `${where}: ${what}`),
        ...(json(verified.result) === json(result) ? [] : ['its report says something else']),
      ];
    },
  };
}
