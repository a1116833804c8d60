import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  FolderTaken,
  holding,
  lockFolder,
  lockIn,
  refuseWhileInUse,
  silentMs,
} from '../../../main/report-folder/lock.ts';
import { oneself } from '../../../main/report-folder/lock-holder.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'evs-lock-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A folder with a lock that says this, touched so many ms ago. */
function locked(says: object | string, agoMs = 0): string {
  const path = folder();
  writeFileSync(
    lockIn(path),
    typeof says === 'string' ? says : JSON.stringify({ ...oneself(), what: 'a run', ...says }),
  );
  const then = (Date.now() - agoMs) / 1000;
  utimesSync(lockIn(path), then, then);
  return path;
}

const takes = (path: string): void => {
  lockFolder(path, 'a test').release();
  expect(readdirSync(path)).toEqual([]);
};

const long = silentMs + 10_000;

/** A process that has ended. */
const dead = (): number => spawnSync(process.execPath, ['-e', '']).pid;

test('a folder is taken once, and told with who has it, and is free again afterwards', () => {
  const path = folder();
  const lock = lockFolder(path, 'a run against http://x');
  const told =
    /in use by a run against http:\/\/x \(pid \d+ on .+, since \d{4}-.+Z\): wait for its end, or name another folder/;
  expect(() => lockFolder(path, 'another')).toThrow(FolderTaken);
  expect(() => lockFolder(path, 'another')).toThrow(told);
  expect(() => refuseWhileInUse(path)).toThrow(told);
  lock.check();
  lock.release();
  refuseWhileInUse(path);
  takes(path);
});

test('it is free again when what was done there has failed', async () => {
  const path = folder();
  await expect(holding(path, 'a test', () => Promise.reject(new Error('it failed')))).rejects.toThrow('it failed');
  takes(path);
});

test.each([
  ['whose process has ended', () => ({ pid: dead() })],
  ['whose pid another process has by now', () => ({ pid: process.pid, started: '1' })],
])('a lock %s is taken over at once', (_, says) => {
  const path = locked(says());
  refuseWhileInUse(path);
  takes(path);
});

test.each([
  ['of another machine or container', { place: 'elsewhere', pid: dead() }],
  ['that does not say when its process was started', { started: null }],
  ['that is just being written', ''],
  ['that nobody understands', '{"pid":-1}'],
])('a lock %s counts until there was no sign of life for a minute', (_, says) => {
  expect(() => takes(locked(says))).toThrow(/is in use by .* is free 60 s after its last sign of life/);
  const silent = locked(says, long);
  refuseWhileInUse(silent);
  takes(silent);
});

test('however long a process stands still, it has the folder as long as it can be seen', () => {
  expect(() => takes(locked({}, long))).toThrow(FolderTaken);
});

test('a holder shows that it is alive', () => {
  const path = folder();
  const lock = lockFolder(path, 'a test');
  utimesSync(lockIn(path), 0, 0);
  lock.beat();
  const says = JSON.parse(readFileSync(lockIn(path), 'utf8')) as object;
  writeFileSync(lockIn(path), JSON.stringify({ ...says, place: 'elsewhere' }));
  expect(() => lockFolder(path, 'another')).toThrow(FolderTaken);
  expect(lock.lost.aborted).toBe(false);
  lock.release();
});

test('a folder that was lost to another is noticed, and that one’s lock left alone', () => {
  const path = folder();
  const lock = lockFolder(path, 'a test');
  rmSync(lockIn(path));
  const other = lockFolder(path, 'another');
  expect(() => lock.check()).toThrow(/was lost/);
  expect(lock.lost.aborted).toBe(true);
  lock.release();
  other.check();
  other.release();
});

test('a link that leads nowhere is no holder for ever', () => {
  const path = folder();
  symlinkSync(join(path, 'nowhere'), lockIn(path));
  expect(() => takes(path)).toThrow(FolderTaken);
});
