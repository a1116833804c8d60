import {
  type Condition,
  exponent,
  fraction,
  grown,
  inUse,
  keyBeside,
  large,
  maximal,
  next,
  shared,
  tooLarge,
} from '../conditions.ts';
import { family } from '../fault.ts';
import { onlyWhen } from '../only-when.ts';
import { refuse } from '../refusal.ts';
import type { Change } from '../rules.ts';
import { maximum } from './maximum.ts';

const unchecked: Change = () => ({ checkUpper: () => undefined });
const refusing: Change = () => ({ checkUpper: () => refuse('upper', 'new_size is too large') });

const overByOne: Condition = ({ size, max }) => size === max + 1;

/**
 * The maximum as the upper bound, which does not hold if two or three circumstances meet; and smaller sizes that are
 * refused.
 */
export const upperPairs = family({
  'over-accepted-fraction': {
    summary: 'one GB above the maximum is accepted if it has a fraction',
    requirement: 'size.over-maximum',
    change: onlyWhen([overByOne, fraction], unchecked),
  },
  'over-accepted-large': {
    summary: 'one GB above the maximum is accepted of a large volume',
    requirement: 'size.over-maximum',
    change: onlyWhen([overByOne, large], unchecked),
  },
  'over-accepted-beside-key': {
    summary: 'there is no upper bound beside an unknown key at the root',
    requirement: 'size.over-maximum',
    change: onlyWhen([tooLarge, keyBeside], unchecked),
  },
  'over-accepted-third-in-use': {
    summary: 'there is no upper bound for an in-use volume that was extended twice',
    requirement: 'size.over-maximum',
    change: onlyWhen([tooLarge, grown(2), inUse], unchecked),
  },
  'over-accepted-in-use-exponent': {
    summary: 'there is no upper bound for an in-use volume and a size in exponent form',
    requirement: 'size.over-maximum',
    change: onlyWhen([tooLarge, inUse, exponent], unchecked),
  },
  'over-accepted-shared-fraction': {
    summary: 'there is no upper bound for a shared volume and a size with a fraction',
    requirement: 'size.over-maximum',
    change: onlyWhen([tooLarge, shared, fraction], unchecked),
  },
  'int16-wrap-in-use': {
    summary: 'sizes of in-use volumes are taken modulo 2^16',
    requirement: 'size.over-maximum',
    change: onlyWhen([inUse], maximum['int16-wrap'].change),
  },
  'int32-wrap-exponent': {
    summary: 'sizes in exponent form are taken modulo 2^32',
    requirement: 'size.over-maximum',
    change: onlyWhen([exponent], maximum['int32-wrap'].change),
  },
  'clamped-beyond-int31-second': {
    summary: 'of a volume that was extended before, a size above 2^31 becomes the maximum',
    requirement: 'size.over-maximum',
    change: onlyWhen([({ size }) => size >= 2 ** 31, tooLarge, grown(1)], maximum['maximum-clamped'].change),
  },
  'next-refused-second': {
    summary: 'one GB more is refused of a volume that was extended before',
    requirement: 'size.greater',
    change: onlyWhen([next, grown(1)], refusing),
  },
  'next-refused-large': {
    summary: 'one GB more is refused of a large volume',
    requirement: 'size.greater',
    change: onlyWhen([next, large], refusing),
  },
  'below-maximum-refused-shared': {
    summary: 'one GB below the maximum is refused of a shared volume',
    requirement: 'state.available-shared',
    mayAlsoFail: ['size.greater'],
    change: onlyWhen([({ size, max }) => size === max - 1, shared], refusing),
  },
  'maximum-refused-in-use': {
    summary: 'the maximum is refused of an in-use volume',
    requirement: 'size.maximum',
    mayAlsoFail: ['state.in-use'],
    change: onlyWhen([maximal, inUse], refusing),
  },
  'maximum-refused-third': {
    summary: 'the maximum is refused of a volume that was extended twice',
    requirement: 'size.maximum',
    change: onlyWhen([maximal, grown(2)], refusing),
  },
});
