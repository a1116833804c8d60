import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { LedgerError, openLedger } from '../../targets/ledger.ts';
import { secretsOf } from '../../wire/redact.ts';

const one = { project: 'p', id: 'v1' };
const two = { project: 'p', id: 'v2' };

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'evs-ledger-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

const linesOf = (file: string): readonly unknown[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

test('every event is a line of its own, at once', () => {
  const file = join(folder(), 'ledger.jsonl');
  const ledger = openLedger(file);
  ledger.obtained(one);
  expect(linesOf(file)).toEqual([{ event: 'obtained', project_id: 'p', volume_id: 'v1' }]);
  ledger.obtained(two);
  ledger.returned(one);
  ledger.left(two, 'the hook said\n"no"');
  expect(linesOf(file).slice(1)).toEqual([
    { event: 'obtained', project_id: 'p', volume_id: 'v2' },
    { event: 'returned', project_id: 'p', volume_id: 'v1' },
    { event: 'left', project_id: 'p', volume_id: 'v2', reason: 'the hook said\n"no"' },
  ]);
});

test('a ledger of an earlier run is continued', () => {
  const file = join(folder(), 'ledger.jsonl');
  openLedger(file).obtained(one);
  openLedger(file).obtained(two);
  expect(linesOf(file)).toHaveLength(2);
});

test('the balance counts what was obtained and given back, and names what was not, with the reason', () => {
  const ledger = openLedger();
  expect(ledger.summary()).toEqual({ volumesCreated: 0, volumesReturned: 0, left: [] });
  for (const volume of [one, two, { project: 'p', id: 'v3' }]) ledger.obtained(volume);
  ledger.returned(one);
  ledger.left(two, 'answered 500');
  expect(ledger.summary()).toEqual({
    volumesCreated: 3,
    volumesReturned: 1,
    left: [
      { volume: 'v2', reason: 'answered 500' },
      { volume: 'v3', reason: 'the run ended before it was given back' },
    ],
  });
});

test('a volume given back twice, or never obtained, counts once or not at all', () => {
  const ledger = openLedger();
  ledger.obtained(one);
  ledger.returned(one);
  ledger.returned(one);
  ledger.returned(two);
  expect(ledger.summary()).toMatchObject({ volumesCreated: 1, volumesReturned: 1, left: [] });
});

test('a volume that was left can still be given back later', () => {
  const ledger = openLedger();
  ledger.obtained(one);
  ledger.left(one, 'no answer');
  ledger.returned(one);
  expect(ledger.summary()).toMatchObject({ volumesReturned: 1, left: [] });
});

test.each([
  ['a folder that is not there', (path: string) => join(path, 'none', 'ledger.jsonl')],
  ['a folder', (path: string) => path],
])('a volume that cannot be written down is an error that names the file: %s', (_, place) => {
  const file = place(folder());
  expect(() => openLedger(file).obtained(one)).toThrow(LedgerError);
  expect(() => openLedger(file).obtained(one)).toThrow(file);
});

test('the volume that could not be written down stands in the balance: it has to be given back all the same', () => {
  const ledger = openLedger(folder());
  expect(() => ledger.obtained(one)).toThrow(LedgerError);
  expect(ledger.summary()).toMatchObject({ volumesCreated: 1, left: [{ volume: 'v1' }] });
});

test('a disk that fills up later does not keep a volume from being given back', () => {
  const path = folder();
  const file = join(path, 'ledger.jsonl');
  const ledger = openLedger(file);
  ledger.obtained(one);
  rmSync(path, { recursive: true });
  ledger.returned(one);
  ledger.left(two, 'why');
  expect(existsSync(file)).toBe(false);
  expect(ledger.summary()).toMatchObject({ volumesReturned: 1 });
});

test('no reason holds a secret, and ids stay as they are', () => {
  const file = join(folder(), 'ledger.jsonl');
  const ledger = openLedger(file, secretsOf('v1-secret'));
  ledger.left({ project: 'p', id: 'v1-secret' }, 'refused for v1-secret');
  expect(linesOf(file)).toEqual([
    { event: 'left', project_id: 'p', volume_id: 'v1-secret', reason: 'refused for $EVS_TOKEN' },
  ]);
});
