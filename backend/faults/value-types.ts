import { family } from '../fault.ts';
import { acceptingIdly, newSizeOf, reading } from '../fault-tools.ts';
import { isJsonObject } from '../json.ts';

/** Values of new_size that are not numbers. */
export const valueTypes = family({
  'null-accepted': {
    summary: 'new_size null is accepted, and nothing happens',
    requirement: 'body.new-size-type',
    change: acceptingIdly((body) => newSizeOf(body) === null),
  },
  'boolean-accepted': {
    summary: 'new_size true or false is accepted, and nothing happens',
    requirement: 'body.new-size-type',
    change: acceptingIdly((body) => typeof newSizeOf(body) === 'boolean'),
  },
  'object-accepted': {
    summary: 'new_size as an object is accepted, and nothing happens',
    requirement: 'body.new-size-type',
    change: acceptingIdly((body) => isJsonObject(newSizeOf(body))),
  },
  'array-unwrapped': {
    summary: 'a list of one number counts as that number',
    requirement: 'body.new-size-type',
    change: reading((body) => {
      const list = newSizeOf(body);
      return Array.isArray(list) && list.length === 1 && typeof list[0] === 'number' ? list[0] : undefined;
    }),
  },
  coerces: {
    summary: 'anything that can be a number is one: [200] is 200, true is 1',
    requirement: 'body.new-size-type',
    change: reading((body) => {
      const size = newSizeOf(body);
      const number = size === undefined ? Number.NaN : Number(size);
      return Number.isNaN(number) ? undefined : number;
    }),
  },
  'string-empty-accepted': {
    summary: 'an empty string counts as no change and is accepted',
    requirement: 'body.new-size-type',
    change: acceptingIdly((body) => newSizeOf(body) === ''),
  },
  'string-nan': {
    summary: 'strings that are no number become NaN, which no comparison refuses',
    requirement: 'body.new-size-type',
    mayAlsoFail: ['body.numeric-string'],
    change: acceptingIdly((body) => {
      const size = newSizeOf(body);
      return typeof size === 'string' && Number.isNaN(Number(size));
    }),
  },
  'string-prefix': {
    summary: 'strings are read up to their first letter: "200abc" is 200',
    requirement: 'body.new-size-type',
    mayAlsoFail: ['body.numeric-string'],
    change: reading((body) => {
      const size = newSizeOf(body);
      const leading = typeof size === 'string' ? Number.parseInt(size, 10) : Number.NaN;
      return Number.isNaN(leading) ? undefined : leading;
    }),
  },
  'string-units': {
    summary: 'units are understood: "200GB" is 200',
    requirement: 'body.new-size-type',
    change: reading((body) => {
      const size = newSizeOf(body);
      const match = typeof size === 'string' ? /^(\d+) ?GB?$/i.exec(size) : null;
      return match ? Number(match[1]) : undefined;
    }),
  },
});
