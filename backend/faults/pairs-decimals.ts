import {
  type Condition,
  decimal,
  equal,
  exponent,
  fraction,
  grown,
  inside,
  inUse,
  large,
  maximal,
  next,
  onServer,
  onServers,
  shared,
} from '../conditions.ts';
import { family } from '../fault.ts';
import { onlyWhen } from '../only-when.ts';
import { refuse } from '../refusal.ts';
import type { Change } from '../rules.ts';
import { decimals } from './decimals.ts';

const pointZero: Condition = ({ spelling }) => /^\d+\.0+$/.test(spelling);

const longFraction: Condition = ({ spelling }) => /^\d+\.\d{4,}$/.test(spelling);

const refusing: Change = () => ({ readSize: () => refuse('type', 'new_size is not an integer') });
const taken: Change = () => ({ checkLower: () => undefined });

/** Decimals and exponents that go wrong only in further circumstances. */
export const decimalPairs = family({
  'decimal-rounded-in-use': {
    summary: 'decimals are rounded to the nearest integer for in-use volumes',
    requirement: 'decimal.truncated',
    change: onlyWhen([inUse, inside, decimal], decimals['decimal-round'].change),
  },
  'decimal-ceil-second': {
    summary: 'decimals are rounded up once the volume has grown',
    requirement: 'decimal.truncated',
    change: onlyWhen([grown(1), inside, decimal], decimals['decimal-ceil'].change),
  },
  'decimal-ceil-below-maximum': {
    summary: 'a fraction above the last size below the maximum is rounded up',
    requirement: 'decimal.truncated',
    change: onlyWhen([({ size, max }) => size === max - 1, inside, decimal], decimals['decimal-ceil'].change),
  },
  'long-fraction-ceil-shared': {
    summary: 'a fraction of four digits or more is rounded up for shared volumes',
    requirement: 'decimal.truncated',
    change: onlyWhen([shared, inside, longFraction], decimals['decimal-ceil'].change),
  },
  'fraction-refused-shared': {
    summary: 'decimals with a fraction are refused for shared volumes',
    requirement: 'decimal.accepted',
    mayAlsoFail: ['state.available-shared'],
    change: onlyWhen([shared, fraction, inside, decimal], refusing),
  },
  'fraction-refused-suspended': {
    summary: 'decimals with a fraction are refused where the server is SUSPENDED',
    requirement: 'decimal.accepted',
    mayAlsoFail: ['state.in-use'],
    change: onlyWhen([onServer('SUSPENDED'), fraction, inside, decimal], refusing),
  },
  'fraction-refused-next': {
    summary: 'a fraction above the next size, 101.5 of 100, is refused',
    requirement: 'decimal.accepted',
    change: onlyWhen([next, fraction, decimal], refusing),
  },
  'point-zero-refused-large': {
    summary: 'decimals without a fraction, as 20000.0, are refused of a large volume',
    requirement: 'decimal.accepted',
    change: onlyWhen([pointZero, inside, large], refusing),
  },
  'fraction-accepted-third': {
    summary: 'a fraction above the current size is accepted of a volume that was extended twice',
    requirement: 'decimal.lower-bound',
    change: onlyWhen([equal, fraction, grown(2)], taken),
  },
  'fraction-accepted-on-servers': {
    summary: 'a fraction above the current size is accepted of a volume with two servers',
    requirement: 'decimal.lower-bound',
    change: onlyWhen([equal, fraction, onServers], taken),
  },
  'fraction-accepted-exponent': {
    summary: 'a fraction above the current size is accepted in exponent form',
    requirement: 'decimal.lower-bound',
    change: onlyWhen([equal, fraction, exponent], taken),
  },
  'maximum-fraction-refused-in-use': {
    summary: 'a fraction above the maximum is refused of an in-use volume',
    requirement: 'decimal.upper-bound',
    change: onlyWhen([maximal, fraction, inUse], refusing),
  },
  'maximum-point-zero-refused-second': {
    summary: 'the maximum is refused as 32768.0 once the volume has grown',
    requirement: 'decimal.upper-bound',
    change: onlyWhen([maximal, pointZero, grown(1)], refusing),
  },
  'exponent-refused-in-use': {
    summary: 'numbers in exponent form are refused for in-use volumes',
    requirement: 'decimal.spelling',
    change: onlyWhen([exponent, inside, inUse], refusing),
  },
  'exponent-refused-large': {
    summary: 'numbers in exponent form are refused of a large volume',
    requirement: 'decimal.spelling',
    change: onlyWhen([exponent, inside, large], refusing),
  },
  'exponent-maximum-refused': {
    summary: 'the maximum is refused in exponent form',
    requirement: 'decimal.spelling',
    change: onlyWhen([exponent, maximal], refusing),
  },
});
