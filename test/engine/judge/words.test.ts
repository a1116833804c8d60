import { describe, expect, test } from 'vitest';
import { changedAttributes } from '../../../engine/judge/attributes.ts';
import { diagnose } from '../../../engine/judge/diagnosis.ts';
import { answered, complain, what, where } from '../../../engine/judge/phrases.ts';
import { findContract } from '../../../spec/load.ts';
import type { Sketch } from '../../../suites/common/examples.ts';
import { mixups } from '../../../suites/common/mixups.ts';
import { step } from '../../../suites/extend-volume/examples.ts';
import type { VolumeReading } from '../../../targets/observe.ts';
import { contract } from '../../suites/committed.ts';

describe('the attributes that changed', () => {
  const reading = (attributes: Readonly<Record<string, unknown>>): VolumeReading => ({
    kind: 'volume',
    size: 10,
    status: 'available',
    multiattach: false,
    attributes,
  });
  const servers = (...ids: readonly unknown[]) => ({ attachments: ids.map((server_id) => ({ server_id })) });
  const kept = {
    name: 'n',
    description: '',
    metadata: { a: '1', b: '2' },
    multiattach: false,
    volume_type: 't',
    availability_zone: 'z',
    bootable: 'false',
    ...servers('s1', 's2'),
  };

  test.each([
    ['nothing', {}, []],
    ['the order of the metadata and of the servers', { metadata: { b: '2', a: '1' }, ...servers('s2', 's1') }, []],
    ['other fields', { updated_at: 2, links: [], size: 20, status: 'in-use' }, []],
    ['the name', { name: '' }, ['name']],
    ['a description that is gone', { description: undefined }, ['description']],
    ['one key of the metadata', { metadata: { a: '1' } }, ['metadata']],
    ['a type of value', { bootable: false }, ['bootable']],
    ['type and zone', { volume_type: 'u', availability_zone: null }, ['volume_type', 'availability_zone']],
    ['a server', servers('s1'), ['attached servers']],
    ['all servers', { attachments: undefined }, ['attached servers']],
    ['the time of attachment', { attachments: [{ server_id: 's2', at: 1 }, { server_id: 's1' }] }, []],
  ])('%s', (_what, change, changed) => {
    expect(changedAttributes(reading(kept), reading({ ...kept, ...change }))).toEqual(changed);
  });

  test('are only those that were there before', () => {
    expect(changedAttributes(reading({}), reading(kept))).toEqual([]);
    expect(changedAttributes(reading({ attachments: [] }), reading({}))).toEqual([]);
  });
});

describe('the likely mix-up', () => {
  test.each<readonly [RegExp, Sketch]>([
    [/exhausted quota/, { outcome: 'refused', status: 413, text: '{"overLimit":{"message":"m","code":413}}' }],
    [/exhausted quota/, { outcome: 'refused', text: '{"error":{"message":"Quota exceeded","code":"c"}}' }],
    [/plain volume API/, { status: 202, text: '' }],
    [/plain volume API/, { status: 202, text: 'null' }],
    [/newer sibling/, { status: 202, text: '{"job_id":"7"}' }],
    [/newer sibling/, { status: 202, text: '{"order_id":"7"}' }],
    [/Cinder/, { outcome: 'refused', text: '{"badRequest":{"message":"m","code":400}}' }],
    [/Cinder/, { outcome: 'refused', text: '{"itemNotFound":{"message":"m","code":404}}' }],
    [/API gateway/, { outcome: 'refused', text: '{"error_code":"c","error_msg":"m"}' }],
    [/API gateway/, { outcome: 'refused', text: '{"error_msg":"m"}' }],
    [/API gateway/, { outcome: 'refused', text: '{"error_code":"c"}' }],
    [/flat error/, { outcome: 'refused', text: '{"code":"c","message":"m"}' }],
  ])('is told: %s', (sentence, sketch) => {
    expect(diagnose(step(sketch), contract, mixups)).toMatch(sentence);
  });

  test.each<Sketch>([
    {},
    { status: 202, text: '{}' },
    { text: '' },
    { outcome: 'refused' },
    { outcome: 'refused', text: '' },
    { outcome: 'refused', text: '{"error":{"message":"m"},"error_code":"c","message":"m"}' },
  ])('is not guessed: %j', (sketch) => {
    expect(diagnose(step(sketch), contract, mixups)).toBeUndefined();
  });
});

describe('what a contract documents itself', () => {
  const cinder = findContract('cinder-extend').contract;

  test.each<Sketch>([
    { status: 202, text: '' },
    { outcome: 'refused', text: '{"badRequest":{"message":"m","code":400}}' },
  ])('is no mix-up: %j', (sketch) => {
    expect(diagnose(step(sketch), cinder, mixups)).toBeUndefined();
  });
});

describe('the grammar of complaints', () => {
  test.each([
    ['{"os-extend":{"new_size":200.50}}', 'new_size 200.50'],
    ['{"os-extend":{"new_size":"20 GB"}}', 'new_size "20 GB"'],
    ['{"os-extend":{"new_size":[20]}}', 'the body {"os-extend":{"new_size":[20]}}'],
    ['{"os-extend":{"new_size":20},"a":1}', 'the body {"os-extend":{"new_size":20},"a":1}'],
    ['{"os-extend":{"new_size":20}', 'the body {"os-extend":{"new_size":20}'],
    ['[20}}', 'the body [20}}'],
    ['{}', 'the body {}'],
    ['x'.repeat(120), `the body ${'x'.repeat(120)}`],
    ['', 'an empty body'],
    [`{"os-extend":{"new_size":1${'0'.repeat(299)}}}`, `new_size 1${'0'.repeat(59)}…(300 digits)…${'0'.repeat(20)}`],
    [`${'x'.repeat(120)}y`, `the body ${'x'.repeat(60)}…(41 more)…${'x'.repeat(19)}y`],
  ])('%s is %s', (body, words) => {
    expect(what(step({ body }), contract)).toBe(words);
  });

  test.each<readonly [Sketch, string]>([
    [{}, 'on an available volume of 10 GB'],
    [{ volume: { status: 'downloading' } }, 'on a downloading volume of 10 GB'],
    [{ volume: { multiattach: true } }, 'on an available, shared volume of 10 GB'],
    [{ volume: { status: 'in-use' }, servers: ['PAUSED'] }, 'on an in-use volume of 10 GB whose server is PAUSED'],
    [{ servers: ['ACTIVE', 'ERROR'] }, 'on an available volume of 10 GB whose servers are ACTIVE, ERROR'],
  ])('%j is %s', (sketch, words) => {
    expect(where(step(sketch))).toBe(words);
  });

  test('a volume that was extended before has the size that it had last in its history', () => {
    const extended = (...history: readonly number[]) => where({ ...step({ from: 30 }), history });
    expect(extended(30)).toBe('on an available volume of 30 GB');
    expect(extended(20, 30)).toBe('on an available volume of 30 GB, 20 GB before it was extended');
    expect(extended(10, 20, 30)).toBe('on an available volume of 30 GB, 20 GB before it was extended');
  });

  test('says what was done, to what, where, and what was expected', () => {
    const plain = step({ body: '{"os-extend":{"new_size":32769}}' });
    const silent = {
      ...plain,
      exchange: { ...plain.exchange, reply: { kind: 'none', reason: 'reset', detail: '' } as const },
    };
    expect(complain(plain, 'accepted', contract, 'a refusal')).toEqual({
      kind: 'accepted',
      step: plain,
      text: 'answered 200 to new_size 32769 on an available volume of 10 GB, expected a refusal',
    });
    expect(answered(silent)).toBe('gave no answer (reset)');
  });
});
