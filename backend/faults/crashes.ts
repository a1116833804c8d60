import { plain } from '../answers.ts';
import { family } from '../fault.ts';
import { member, newSizeOf, reading, stackTrace } from '../fault-tools.ts';
import { isJsonObject } from '../json.ts';
import { isRefusal } from '../refusal.ts';
import type { Change } from '../rules.ts';

/** Throws at some bodies instead of refusing them, which the service answers with 500. */
const crashing = (isFatal: (body: unknown) => boolean, message: string): Change =>
  reading((body) => {
    if (isFatal(body)) throw new TypeError(message);
    return undefined;
  });

const crashingAtNull = crashing(
  (body) => newSizeOf(body) === null,
  "Cannot read properties of null (reading 'intValue')",
);

/** Whether an object has keys besides the one it may have. */
const hasOthers = (object: unknown, known: string): boolean =>
  isJsonObject(object) && Object.keys(object).some((key) => key !== known);

/** Bodies and sizes that end in a server error. */
export const crashes = family({
  'malformed-500': {
    summary: 'a body that is not JSON ends in a 500',
    requirement: 'body.malformed',
    mayAlsoFail: ['body.robust'],
    change: () => ({
      answerMalformed: (error) => plain(500, stackTrace(error)),
    }),
  },
  'missing-500': {
    summary: 'a missing new_size ends in a 500, in a perfect envelope',
    requirement: 'response.client-error',
    change: (rules) => ({
      readSize: (body, text) => {
        const size = rules.readSize(body, text);
        if (isRefusal(size) && size.refused === 'new-size') throw new TypeError('new_size is undefined');
        return size;
      },
    }),
  },
  'null-500': {
    summary: 'new_size null ends in a 500 with a stack trace',
    requirement: 'response.error-envelope',
    mayAlsoFail: ['response.client-error'],
    change: (rules) => ({ ...crashingAtNull(rules), answerCrash: (error) => plain(500, stackTrace(error)) }),
  },
  'null-500-envelope': {
    summary: 'new_size null ends in a 500, in a perfect envelope',
    requirement: 'response.client-error',
    change: crashingAtNull,
  },
  'array-500': {
    summary: 'new_size as an array or object ends in a 500, in a perfect envelope',
    requirement: 'response.client-error',
    change: crashing((body) => {
      const size = newSizeOf(body);
      return typeof size === 'object' && size !== null;
    }, 'cannot cast to int'),
  },
  'numeric-string-500': {
    summary: 'a numeric string ends in a 500, in a perfect envelope',
    requirement: 'body.numeric-string',
    mayAlsoFail: ['response.client-error'],
    change: crashing((body) => {
      const size = newSizeOf(body);
      return typeof size === 'string' && /^\d+$/.test(size);
    }, 'string cannot be cast to int'),
  },
  'extra-keys-500': {
    summary: 'an unknown key ends in a 500, in a perfect envelope',
    requirement: 'body.extra-keys',
    mayAlsoFail: ['response.client-error', 'body.robust'],
    change: crashing((body) => {
      const extend = member(body, 'os-extend');
      return isJsonObject(extend) && (hasOthers(body, 'os-extend') || hasOthers(extend, 'new_size'));
    }, 'unrecognized field'),
  },
  'overflow-500': {
    summary: 'sizes of 2^31 and more overflow and end in a 500, in a perfect envelope',
    requirement: 'response.client-error',
    mayAlsoFail: ['size.long-number'],
    change: (rules) => ({
      toInteger: (raw) => {
        if (raw >= 2 ** 31) throw new RangeError('value out of range for integer');
        return rules.toInteger(raw);
      },
    }),
  },
});
