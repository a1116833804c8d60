import { describe, expect, test } from 'vitest';
import type { Case } from '../../generators/case.ts';
import { IllFormedCase, openOracle } from '../../generators/oracle.ts';
import { documented } from './worlds.ts';

const oracle = openOracle(documented);
const path = { project_id: 'p', volume_id: 'v' };
const free: Omit<Case, 'body'> = {
  path,
  volume: { size: 100, status: 'available', multiattach: false },
  servers: [],
};
const inUse = (servers: readonly string[], multiattach = false): Omit<Case, 'body'> => ({
  path,
  volume: { size: 100, status: 'in-use', multiattach },
  servers,
});
const sized = (size: string, world = free): Case => ({ ...world, body: `{"os-extend":{"new_size":${size}}}` });

const accept = (size: number) => ({ kind: 'accept', size });
const refuse = (...clauses: string[]) => ({ kind: 'refuse', clauses });
const open = (size: number | null, ...clauses: string[]) => ({ kind: 'open', clauses, size });

test.each([
  ['101', accept(101)],
  ['32767', accept(32767)],
  ['32768', open(32768, 'size.maximum')],
  ['32769', refuse('size.over-maximum')],
  ['100', refuse('size.not-greater')],
  ['99', refuse('size.not-greater')],
  ['0', refuse('size.not-greater')],
  ['-0', refuse('size.not-greater')],
  ['-1', refuse('size.not-greater')],
  ['-101', refuse('size.not-greater')],
  ['100.9', refuse('size.not-greater')],
  ['101.0', accept(101)],
  ['101.999999999', accept(101)],
  ['32767.9', accept(32767)],
  ['32768.9', open(32768, 'size.maximum')],
  ['32769.1', refuse('size.over-maximum')],
  ['2e2', accept(200)],
  ['2.0E+2', accept(200)],
  ['20000e-2', accept(200)],
  ['9007199254740993', refuse('size.over-maximum')],
  ['18446744073709551736', refuse('size.over-maximum')],
  ['1e400', refuse('size.over-maximum')],
  ['-1e400', refuse('size.not-greater')],
  ['"200"', open(200, 'body.numeric-string')],
  ['"100"', open(null, 'body.numeric-string')],
  ['"50"', open(null, 'body.numeric-string')],
  ['"32768"', open(32768, 'body.numeric-string')],
  ['"32769"', open(null, 'body.numeric-string')],
  ['"200.9"', open(200, 'body.numeric-string')],
  ['"0x10"', refuse('body.new-size-type')],
  ['"2e2"', refuse('body.new-size-type')],
  ['" 200"', refuse('body.new-size-type')],
  ['"200\\n"', refuse('body.new-size-type')],
  ['"200GB"', refuse('body.new-size-type')],
  ['""', refuse('body.new-size-type')],
  ['null', refuse('body.new-size-type')],
  ['true', refuse('body.new-size-type')],
  ['[200]', refuse('body.new-size-type')],
  ['{}', refuse('body.new-size-type')],
])('on a volume of 100 GB the size %s: %o', (size, expected) => {
  expect(oracle(sized(size))).toMatchObject(expected);
});

test.each([
  ['null', refuse('body.os-extend-body')],
  ['[]', refuse('body.os-extend-body')],
  ['200', refuse('body.os-extend-body')],
  ['{}', refuse('body.os-extend')],
  ['{"new_size":200}', refuse('body.os-extend')],
  ['{"os-extend":null}', refuse('body.os-extend-type')],
  ['{"os-extend":[{"new_size":200}]}', refuse('body.os-extend-type')],
  ['{"os-extend":{}}', refuse('body.new-size')],
  ['{"os-extend":{"New_Size":200}}', refuse('body.new-size')],
  ['{"os-extend":{"new_size":200},"x":1}', open(200, 'body.extra-keys')],
  ['{"os-extend":{"new_size":200,"x":1}}', open(200, 'body.extra-keys-nested')],
  ['{"os-extend":{"new_size":200,"__proto__":1}}', open(200, 'body.extra-keys-nested')],
  ['{"os-extend":{"new_size":32768},"x":1}', open(32768, 'body.extra-keys', 'size.maximum')],
  ['{"os-extend":{"new_size":50},"x":1}', refuse('size.not-greater')],
  ['{"os-extend":{"new_size":50,"new_size":200}}', open(200, 'body.extra-keys')],
  ['{"os-extend":{"new_size":200},"os-extend":{"new_size":200}}', open(200, 'body.extra-keys')],
  ['{"os-extend":{"new_size":200},"x":"\\"os-extend\\":"}', open(200, 'body.extra-keys')],
  ['{"os-extend":{"new_size":50},"os-extend":{"new_size":50}}', refuse('size.not-greater')],
  ['', { kind: 'unreadable' }],
  ['{"os-extend":{"new_size":200}', { kind: 'unreadable' }],
  ["{'os-extend':{'new_size':200}}", { kind: 'unreadable' }],
  ['{"os-extend":{"new_size":0200}}', { kind: 'unreadable' }],
  ['{"os-extend":{"new_size":NaN}}', { kind: 'unreadable' }],
])('the body %s: %o', (body, expected) => {
  expect(oracle({ ...free, body })).toMatchObject(expected);
});

describe('the state of the volume', () => {
  test.each([
    [inUse(['ACTIVE']), accept(200)],
    [inUse(['PAUSED']), accept(200)],
    [inUse(['SUSPENDED', 'SHUTOFF']), accept(200)],
    [inUse(['ERROR']), refuse('state.server-status')],
    [inUse(['active']), refuse('state.server-status')],
    [inUse(['ACTIVE', 'REBOOT']), refuse('state.server-status')],
    [inUse(['ACTIVE'], true), refuse('state.in-use-shared')],
    [inUse(['ACTIVE', 'ACTIVE'], true), refuse('state.in-use-shared')],
    [inUse(['ERROR'], true), refuse('state.in-use-shared', 'state.server-status')],
    [{ ...free, volume: { ...free.volume, multiattach: true } }, accept(200)],
    [{ ...free, volume: { ...free.volume, status: 'error' } }, open(200, 'state.other')],
    [{ ...free, volume: { ...free.volume, status: 'Available' } }, open(200, 'state.other')],
  ])('%o: %o', (world, expected) => {
    expect(oracle(sized('200', world))).toMatchObject(expected);
  });

  test('a wrong size on a volume in no documented state is refused for the size', () => {
    const world = { ...free, volume: { ...free.volume, status: 'error' } };
    expect(oracle(sized('100', world))).toEqual(refuse('size.not-greater'));
  });
});

test.each([
  ['a volume without a size', { ...free, volume: { ...free.volume, size: 0 } }],
  ['a volume with half a gigabyte', { ...free, volume: { ...free.volume, size: 100.5 } }],
  ['a server at a free volume', { ...free, servers: ['ACTIVE'] }],
  ['a volume in use by nobody', inUse([])],
  ['a path without a volume', { ...free, path: { ...path, volume_id: '' } }],
])('%s is ill-formed: our mistake, never a verdict', (_, world) => {
  expect(() => oracle(sized('200', world))).toThrow(IllFormedCase);
});

test('the case is not changed by being judged', () => {
  const case_ = sized('200.9');
  const before = structuredClone(case_);
  oracle(case_);
  expect(case_).toEqual(before);
});
