import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openLedger } from '../../targets/ledger.ts';
import { LedgerError } from '../../targets/ledger-file.ts';
import { readLedger } from '../../targets/ledger-lines.ts';
import type { VolumeSpec } from '../../targets/volume-source.ts';
import { secretsOf } from '../../wire/redact.ts';

const one = { project: 'p', id: 'v1' };
const two = { project: 'p', id: 'v2' };
const wish: VolumeSpec = { size: 10, status: 'available', multiattach: false, servers: [] };
const origin = { source: 'hook', target: 'http://target' };

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

describe('a set-up', () => {
  const at = new Date(0).toISOString();
  const gone = { event: 'creating', ...origin, set_up: 'r-1', at, asked: 'the hook', wish };

  function ledgerOf() {
    const file = join(folder(), 'ledger.jsonl');
    const ledger = openLedger(file, { origin, runId: 'r' });
    onTestFinished(ledger.close);
    return { file, ledger, balance: () => readLedger(readFileSync(file)) };
  }

  test('is in the file once it goes out, with whom is asked, when and for what; before that there is no line', () => {
    const { file, ledger, balance } = ledgerOf();
    const setUp = ledger.setUp(wish);
    setUp.cameToNothing();
    expect(existsSync(file)).toBe(false);
    setUp.goesOut('the hook');
    expect(linesOf(file)).toEqual([gone]);
    expect(balance()).toEqual({ volumes: [], setUps: [gone], cutOff: [], unreadable: [] });
    expect(ledger.summary().left).toEqual([
      { volume: 'of an unknown id', reason: expect.stringContaining('the set-up r-1 was under way') },
    ]);
  });

  test('is closed by the volume that came of it, or by that none did', () => {
    const { ledger, balance } = ledgerOf();
    const [first, second, third] = [ledger.setUp(wish), ledger.setUp(wish), ledger.setUp(wish)];
    for (const setUp of [first, second, third]) setUp.goesOut('the hook');
    ledger.obtained(one, first);
    second.cameToNothing();
    expect(balance()).toMatchObject({ volumes: [{ volume_id: 'v1', set_up: 'r-1' }], setUps: [{ set_up: 'r-3' }] });
    ledger.returned(one);
    ledger.closed({ set_up: 'r-3' });
    expect(balance()).toEqual({ volumes: [], setUps: [], cutOff: [], unreadable: [] });
  });

  test('without an answer stays, with the reason and what was asked for', () => {
    const { ledger, balance } = ledgerOf();
    const setUp = ledger.setUp(wish);
    setUp.goesOut('the hook');
    setUp.unknown('no answer');
    expect(balance().setUps).toEqual([{ ...gone, event: 'unknown', reason: 'no answer' }]);
    expect(ledger.summary().left).toHaveLength(1);
  });

  test('with a name of ours is closed by whatever volume has it', () => {
    const { ledger, balance } = ledgerOf();
    const setUp = ledger.setUp(wish);
    setUp.goesOut('the target', { project: 'p', name: 'n' });
    setUp.unknown('no answer');
    expect(balance().setUps).toMatchObject([{ name: 'n', project_id: 'p', reason: 'no answer' }]);
    ledger.obtained({ ...one, name: 'n' });
    expect(balance()).toMatchObject({ volumes: [{ volume_id: 'v1' }], setUps: [] });
  });

  test('that cannot be written down is an error, so that nothing is asked for', () => {
    const setUp = openLedger('/dev/full').setUp(wish);
    expect(() => setUp.goesOut('the hook')).toThrow(LedgerError);
    expect(() => setUp.goesOut('the hook')).toThrow(/\/dev\/full cannot be written \(ENOSPC/);
  });

  test('is not written into a file that somebody has removed', () => {
    const { file, ledger } = ledgerOf();
    ledger.setUp(wish).goesOut('the hook');
    rmSync(file);
    expect(() => ledger.setUp(wish).goesOut('the hook')).toThrow(/somebody has removed it/);
  });
});

describe('a ledger that is cut off', () => {
  const whole = `${JSON.stringify({ event: 'obtained', project_id: 'p', volume_id: 'v1' })}\n`;
  const last = Buffer.from(JSON.stringify({ event: 'left', project_id: 'p', volume_id: 'v2', reason: '空间不足' }));

  test.each(Array.from({ length: last.length - 1 }, (_, at) => at + 1))(
    'after %i bytes of a line is read up to there',
    (length) => {
      const { volumes, cutOff, unreadable } = readLedger(Buffer.concat([Buffer.from(whole), last.subarray(0, length)]));
      expect(volumes.map(({ volume_id }) => volume_id)).toEqual(['v1']);
      expect([cutOff, unreadable]).toEqual([[2], []]);
    },
  );

  test('is continued on a line of its own', () => {
    const file = join(folder(), 'ledger.jsonl');
    writeFileSync(file, Buffer.concat([Buffer.from(whole), last.subarray(0, last.length - 4)]));
    openLedger(file).obtained(two);
    const { volumes, cutOff, unreadable } = readLedger(readFileSync(file));
    expect(volumes.map(({ volume_id }) => volume_id)).toEqual(['v1', 'v2']);
    expect([cutOff, unreadable]).toEqual([[2], []]);
  });

  test.each([
    ['zeros, after a power cut', Buffer.alloc(40)],
    ['somebody else’s words', Buffer.from('{"event":"obtained","project_id":7,"volume_id":"v2"}')],
    ['an event that nobody knows', Buffer.from('{"event":"toString","project_id":"p","volume_id":"v2"}')],
    ['a wish of another shape', Buffer.from('{"event":"creating","set_up":"r-1","wish":{"size":1}}')],
  ])('or holds %s says so of that line, and of no other', (_, bytes) => {
    const { volumes, unreadable } = readLedger(Buffer.concat([bytes, Buffer.from(`\n${whole}`)]));
    expect([volumes.length, unreadable]).toEqual([1, [1]]);
  });
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
  const ledger = openLedger(file, { secrets: secretsOf('v1-secret') });
  ledger.left({ project: 'p', id: 'v1-secret' }, 'refused for v1-secret');
  expect(linesOf(file)).toEqual([
    { event: 'left', project_id: 'p', volume_id: 'v1-secret', reason: 'refused for $EVS_TOKEN' },
  ]);
});
