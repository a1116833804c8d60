import { expect, test } from 'vitest';
import type { Settings } from '../../main/settings/settings.ts';
import { sizeLimit } from '../../main/size-limit.ts';
import { findContract } from '../../spec/load.ts';

const { contract: plain } = findContract('extend-volume');
const { contract: byDisk } = findContract('extend-volume-2021');

const inventory = (...disks: ('data' | undefined)[]) => ({
  kind: 'inventory',
  list: disks.map((disk, at) => ({
    id: String(at),
    project: 'p',
    status: 'available',
    multiattach: false,
    servers: [],
    disk,
  })),
  maxGb: 5_000,
});
const settings = (volumes: object, maxGb?: number): Settings => ({ maxGb, target: { volumes } }) as unknown as Settings;

test('what a hook hands out is a data disk', () => {
  expect(sizeLimit(settings({ kind: 'hook', url: '' }), byDisk)).toBeUndefined();
  expect(sizeLimit(settings({ kind: 'hook', url: '' }, 2_000), byDisk)).toBe(2_000);
});

test('a listed volume may be a system disk, and is kept below the maximum of one', () => {
  expect(sizeLimit(settings(inventory('data', undefined), 5_000), byDisk)).toBe(1_023);
  expect(sizeLimit(settings(inventory(undefined), 200), byDisk)).toBe(200);
});

test('a listed volume that is said to be a data disk is not', () => {
  expect(sizeLimit(settings(inventory('data', 'data'), 5_000), byDisk)).toBe(5_000);
});

test('a page that tells no kinds of disk apart limits none', () => {
  expect(sizeLimit(settings(inventory(undefined), 5_000), plain)).toBe(5_000);
});
