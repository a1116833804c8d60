import { equal, exponent, fraction, grown, keyInside, large, onServer, onServers, smaller } from '../conditions.ts';
import { family } from '../fault.ts';
import { onlyWhen } from '../only-when.ts';
import type { Change } from '../rules.ts';

const unchecked: Change = () => ({ checkLower: () => undefined });

/** Accepted without an effect. */
const idle: Change = () => ({ checkLower: () => undefined, grow: () => undefined });

/** The current size as the lower bound, which does not hold if two or three circumstances meet. */
export const lowerPairs = family({
  'equal-accepted-third': {
    summary: 'the current size is accepted of a volume that was extended twice',
    requirement: 'size.not-greater',
    change: onlyWhen([equal, grown(2)], unchecked),
  },
  'equal-accepted-beside-key': {
    summary: 'the current size is accepted beside an unknown key in os-extend',
    requirement: 'size.not-greater',
    change: onlyWhen([equal, keyInside], unchecked),
  },
  'smaller-accepted-exponent': {
    summary: 'a smaller size is accepted in exponent form',
    requirement: 'size.not-greater',
    change: onlyWhen([smaller, exponent], unchecked),
  },
  'smaller-accepted-on-servers': {
    summary: 'a smaller size is accepted of a volume with two servers',
    requirement: 'size.not-greater',
    change: onlyWhen([smaller, onServers], unchecked),
  },
  'smaller-accepted-large-fraction': {
    summary: 'a smaller size is accepted of a large volume, if it has a fraction',
    requirement: 'size.not-greater',
    change: onlyWhen([smaller, fraction, large], unchecked),
  },
  'negative-accepted-fraction': {
    summary: 'a negative size is accepted if it has a fraction, and nothing happens',
    requirement: 'size.not-greater',
    change: onlyWhen([({ size }) => size < 0, fraction], idle),
  },
  'zero-accepted-shutoff': {
    summary: 'zero is accepted where the server is SHUTOFF, and nothing happens',
    requirement: 'size.not-greater',
    change: onlyWhen([({ size }) => size === 0, onServer('SHUTOFF')], idle),
  },
});
