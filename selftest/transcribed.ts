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

/** A transcript in memory, and what somebody who has nothing else makes of it. */
export interface Transcribed extends Transcript {
  /** What of the result does not follow from the transcript; empty where all does. */
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
      // what cannot be judged again is said to be so, and is no doubt about the rest
      if (verified === undefined) return [];
      return [
        ...verified.problems.map(({ where, what }) => `${where}: ${what}`),
        ...(json(verified.result) === json(result) ? [] : ['its report says something else']),
      ];
    },
  };
}
