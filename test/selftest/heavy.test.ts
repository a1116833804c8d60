import { expect, test } from 'vitest';
import type { Step } from '../../engine/step.ts';
import { readTranscript } from '../../evidence/transcript/reader.ts';
import { linesIn } from '../../evidence/transcript/text.ts';
import { verify } from '../../evidence/transcript/verify.ts';
import { openTranscript } from '../../evidence/transcript/writer.ts';
import { systemClock } from '../../main/clock.ts';
import { subjectOf } from '../../selftest/subjects.ts';
import type { Result } from '../../verdicts/result.ts';
import { ofAnswers } from '../../wire/json.ts';
import { secretsOf } from '../../wire/redact.ts';
import { certifyAt, committed, content } from '../suites/bench.ts';

const few = { runs: 4, extensions: 1 };

/** How many values a parsed answer has, itself included. */
function valuesIn(json: unknown): number {
  if (typeof json !== 'object' || json === null) return 1;
  return Object.values(json).reduce<number>((sum, one) => sum + valuesIn(one), 1);
}

async function tried(id: string) {
  const server = await subjectOf(id).start();
  const secrets = secretsOf(server.token);
  const lines: string[] = [];
  const transcript = openTranscript(
    () => secrets,
    (line) => void lines.push(line),
  );
  const steps: Step[] = [];
  const recorder = {
    ...transcript,
    step(step: Step, watched: boolean) {
      steps.push(step);
      transcript.step(step, watched);
    },
  };
  const { url, statesUrl: states, token } = server;
  const places = { url, states, token, onExchange: transcript.exchange, onVolume: transcript.volume };
  const result = await certifyAt(places, { ...few, jobMs: 400, recorder, clock: systemClock });
  transcript.end(result, 'en');
  await server.close();
  return { result, steps, text: lines.join('') };
}

const failed = ({ rows }: Result): readonly string[] =>
  rows.filter(({ verdict }) => verdict.kind === 'fail').map(({ id }) => id);

test.each([
  ['objects-alone', ['response.error-envelope', 'body.malformed', 'path.unknown-volume', 'auth.envelope']],
  ['objects-beside', []],
  ['text-beside', []],
  ['heavy-success', []],
  ['heavy-jobs', []],
  ['nearly-too-long', []],
])(
  '%s: no more is held than the bounds allow, nobody right is accused, and verify comes to the same',
  async (id, fails) => {
    const { result, steps, text } = await tried(id);
    expect(steps.length).toBeGreaterThan(20);
    for (const { exchange, polls, before, after } of steps) {
      const readings = [before, after, ...polls.flatMap(({ job, volume }) => [job, volume])];
      for (const { reply } of [exchange, ...readings.flatMap((one) => one?.source?.exchange ?? [])]) {
        if (reply.kind === 'none') continue;
        expect(reply.text.length).toBeLessThanOrEqual(4_097);
        expect(valuesIn(reply.json)).toBeLessThanOrEqual(ofAnswers.values);
      }
    }
    expect([...failed(result)].sort()).toEqual([...fails].sort());
    const read = readTranscript(linesIn(text));
    // an exchange is its request, its times and a place in the file until somebody needs it
    for (const line of read.lines) if (line.kind === 'exchange') expect(JSON.stringify(line).length).toBeLessThan(400);
    const again = await verify(read, { ...committed, matrix: undefined, operation: content(few) });
    expect(again.problems).toEqual([]);
    expect(again.result.rows).toEqual(result.rows);
  },
  60_000,
);
