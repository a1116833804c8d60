import { type Condition, fraction, grown, inside, inUse, keyInside, large, shared } from '../conditions.ts';
import { family } from '../fault.ts';
import { acceptingIdly, member, newSizeOf } from '../fault-tools.ts';
import { isJsonObject } from '../json.ts';
import { onlyWhen } from '../only-when.ts';
import type { Change } from '../rules.ts';
import { bodies } from './bodies.ts';
import { decimals } from './decimals.ts';
import { valueTypes } from './value-types.ts';

/** The value with its keys in lower case, and the keys of the object under `os-extend`. */
function lowered(value: unknown, depth = 1): unknown {
  if (!isJsonObject(value)) return value;
  const inner = (one: unknown): unknown => (depth > 0 ? lowered(one, depth - 1) : one);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key.toLowerCase(), inner(one)]));
}

/** Accepts the documented keys in any case. */
const anyCase: Change = (rules) => ({ readSize: (body, text) => rules.readSize(lowered(body), text) });
const anyCaseIdly: Change = acceptingIdly(
  (body) => newSizeOf(body) === undefined && newSizeOf(lowered(body)) !== undefined,
);

const hasAction: Condition = ({ body }) => isJsonObject(member(body, 'os-extend'));
const isEmpty: Condition = ({ body }) => isJsonObject(body) && Object.keys(body).length === 0;

/** The sizes of a body that has more than one. */
const sizesIn = (text: string): readonly number[] =>
  [...text.matchAll(/"new_size"\s*:\s*(-?\d[\d.eE+-]*)/g)].map(([, size]) => Number(size));
const twice: Condition = ({ text }) => sizesIn(text).length > 1;

/** Bodies that are taken for another one only in further circumstances. */
export const bodyPairs = family({
  'action-any-case-in-use': {
    summary: 'os-extend counts in any case for in-use volumes',
    requirement: 'body.os-extend',
    change: onlyWhen([inUse, (one) => !hasAction(one)], anyCase),
  },
  'action-any-case-second': {
    summary: 'os-extend counts in any case once the volume has grown, and nothing happens',
    requirement: 'body.os-extend',
    change: onlyWhen([grown(1), (one) => !hasAction(one)], anyCaseIdly),
  },
  'size-key-any-case-shared': {
    summary: 'new_size counts in any case for shared volumes',
    requirement: 'body.new-size',
    change: onlyWhen([shared, hasAction], anyCase),
  },
  'size-key-any-case-large': {
    summary: 'new_size counts in any case for large volumes, and nothing happens',
    requirement: 'body.new-size',
    change: onlyWhen([large, hasAction], anyCaseIdly),
  },
  'empty-accepted-second': {
    summary: 'an empty object is accepted of a volume that was extended before, and nothing happens',
    requirement: 'body.os-extend',
    change: onlyWhen([isEmpty, grown(1)], bodies['os-extend-optional'].change),
  },
  'size-optional-in-use': {
    summary: 'os-extend without new_size is accepted of an in-use volume, and nothing happens',
    requirement: 'body.new-size',
    change: onlyWhen([inUse], bodies['new-size-optional'].change),
  },
  'text-accepted-in-use': {
    summary: 'for in-use volumes strings that are no number become NaN, which no comparison refuses',
    requirement: 'body.new-size-type',
    change: onlyWhen([inUse], valueTypes['string-nan'].change),
  },
  'list-unwrapped-second': {
    summary: 'a list of one number counts as that number once the volume has grown',
    requirement: 'body.new-size-type',
    change: onlyWhen([grown(1)], valueTypes['array-unwrapped'].change),
  },
  'twice-added-in-use': {
    summary: 'two values of new_size are added for in-use volumes',
    requirement: 'body.extra-keys',
    change: onlyWhen([twice, inUse, inside], (rules) => ({
      readSize: (body, text) => {
        const size = rules.readSize(body, text);
        return typeof size === 'number' ? sizesIn(text).reduce((sum, one) => sum + one, 0) : size;
      },
    })),
  },
  'twice-one-more-large': {
    summary: 'with two values of new_size a large volume grows by one GB more',
    requirement: 'body.extra-keys',
    change: onlyWhen([twice, large, inside], (rules) => ({
      grow: (job, context) => rules.grow({ ...job, size: job.size + 1 }, context),
    })),
  },
  'fraction-ceil-beside-key': {
    summary: 'beside an unknown key in os-extend a size with a fraction is rounded up',
    requirement: 'body.extra-keys',
    change: onlyWhen([keyInside, fraction, inside], decimals['decimal-ceil'].change),
  },
});
