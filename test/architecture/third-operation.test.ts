import { expect, test } from 'vitest';
import type { BackendVolume } from '../../backend/model.ts';
import { imaginaryClock } from '../../engine/dry-run/clock.ts';
import { readTranscript } from '../../evidence/transcript/reader.ts';
import { linesIn } from '../../evidence/transcript/text.ts';
import { verify } from '../../evidence/transcript/verify.ts';
import { openTranscript } from '../../evidence/transcript/writer.ts';
import { loadContract } from '../../spec/load.ts';
import { overallVerdict } from '../../verdicts/overall-verdict.ts';
import { openSecrets } from '../../wire/redact.ts';
import { certifyAt, content, idsWith, token, tokens, told } from '../suites/bench.ts';
import { reachInMemory, serviceClock } from '../suites/memory.ts';
import { renaming } from './rename/contract.ts';
import { renameVolume } from './rename/operation.ts';
import { renamingService } from './rename/service.ts';

// A third operation, of which no file of the product knows: what is in `rename/` is all that the engine, the transcript and
// its judge are told of it. Whoever has to change one of them for this test to pass has made the seam worse.

const contract = { contract: renaming, sha256: '0'.repeat(64), provenance: null };
const places = { url: 'http://backend', states: 'http://backend/states' };

const renamed = (volume: BackendVolume, name: string): BackendVolume => ({ ...volume, name });

/** Certifies a service that renames like this, and judges the run again from its transcript. */
async function certifyRenaming(apply: (volume: BackendVolume, name: string) => BackendVolume) {
  const clock = imaginaryClock(Date.UTC(2024, 0, 1));
  const { app, state } = renamingService({ tokens, clock: serviceClock(clock) }, apply);
  const secrets = openSecrets();
  secrets.add(token, '$EVS_TOKEN');
  const lines: string[] = [];
  const recorder = openTranscript(
    () => secrets,
    (line) => void lines.push(line),
  );
  const told = { onExchange: recorder.exchange, onVolume: recorder.volume };
  const settings = { clock, contract, operation: renameVolume, recorder };
  const result = await certifyAt({ ...places, ...told }, settings, reachInMemory(app, places.url, token));
  recorder.end(result, 'en');
  expect(state.volumes.size).toBe(0);
  const transcript = readTranscript(linesIn(lines.join('')));
  const operation = content({ ...transcript.run, contract, operation: renameVolume });
  const again = await verify(transcript, { ...contract, matrix: undefined, operation });
  expect(again.problems).toEqual([]);
  expect(again.result.rows).toEqual(result.rows);
  return result;
}

test('the contract of the third operation is one of format 2', () => {
  expect(loadContract(JSON.stringify(renaming), 'renaming.json')).toEqual(renaming);
});

test('a service that renames is conformant', async () => {
  const result = await certifyRenaming(renamed);
  expect(told(result)).toEqual(Object.fromEntries(renameVolume.checks.map(({ requirement }) => [requirement, 'pass'])));
  expect(overallVerdict(result).class).toBe('conformant');
});

test.each<[what: string, row: string, apply: (volume: BackendVolume, name: string) => BackendVolume]>([
  ['ignores the name', 'effect.name', (volume) => volume],
  ['stores another name', 'effect.name', (volume, name) => renamed(volume, name.toUpperCase())],
  ['changes the size as well', 'effect.size', (volume, name) => ({ ...renamed(volume, name), size: volume.size + 1 })],
])('one that %s fails by %s', async (_, row, apply) => {
  const result = await certifyRenaming(apply);
  expect(idsWith(result, 'fail')).toEqual([row]);
  expect(overallVerdict(result).class).toBe('non-conformant');
});
