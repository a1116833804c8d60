import { expect, test } from 'vitest';
import { findContract } from '../../spec/load.ts';
import { optionalMembers } from '../../spec/optional.ts';

const of = (properties: object, required: readonly string[] = []) =>
  optionalMembers({ request: { type: 'object', required, properties } });

test('an optional member has its default, else the first value of its list', () => {
  expect(of({ a: { type: 'string', default: 'x' }, b: { type: 'string', enum: ['y', 'z'] } })).toEqual({
    a: 'x',
    b: 'y',
  });
});

test('an object has those of its own members that have a value', () => {
  const pay = { type: 'object', properties: { auto: { type: 'string', default: 'no' }, note: { type: 'string' } } };
  expect(of({ pay })).toEqual({ pay: { auto: 'no' } });
});

test('what has no value, is taken back, names another resource or is mandatory is left out', () => {
  const left = {
    none: { type: 'string' },
    empty: { type: 'object', properties: {} },
    old: { type: 'string', default: 'x', deprecated: true },
    zone: { type: 'string', default: 'z1', 'x-source': 'zone' },
    needed: { type: 'string', default: 'x' },
  };
  expect(of(left, ['needed'])).toEqual({});
  expect(optionalMembers({ request: null })).toEqual({});
});

test('an order may say how it is paid, and never by itself', () => {
  expect(optionalMembers(findContract('extend-volume-v2.1').contract)).toEqual({ bssParam: { isAutoPay: 'false' } });
  expect(optionalMembers(findContract('extend-volume').contract)).toEqual({});
});
