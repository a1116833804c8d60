import { family } from '../fault.ts';
import { newSizeOf, reading, spellingOf } from '../fault-tools.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Change } from '../rules.ts';

/** Reads a number by its spelling, and as usual if `read` gives nothing. */
const bySpelling = (read: (spelling: string) => number | Refusal | undefined): Change =>
  reading((body, text) => (typeof newSizeOf(body) === 'number' ? read(spellingOf(text)) : undefined));

const notInteger = refuse('type', 'new_size is not an integer');

const mantissaOf = (spelling: string): number => Number.parseFloat(spelling.replace(/e.*/i, ''));

/** Decimals, and other spellings of a number. */
export const decimals = family({
  'decimal-refused': {
    summary: 'numbers with a decimal point are refused, 200.0 included',
    requirement: 'decimal.accepted',
    mayAlsoFail: ['decimal.upper-bound', 'decimal.spelling'],
    change: bySpelling((spelling) => (spelling.includes('.') ? notInteger : undefined)),
  },
  'decimal-refused-in-use': {
    summary: 'decimals are refused for in-use volumes',
    requirement: 'decimal.accepted',
    mayAlsoFail: ['decimal.upper-bound', 'state.in-use'],
    change: (rules) => ({
      checkLower: (wish, volume, context) =>
        volume.status === 'in-use' && wish.raw !== wish.size ? notInteger : rules.checkLower(wish, volume, context),
    }),
  },
  'fraction-refused': {
    summary: 'decimals with a fraction are refused, 200.0 is not',
    requirement: 'decimal.accepted',
    mayAlsoFail: ['decimal.upper-bound'],
    change: reading((body) => {
      const size = newSizeOf(body);
      const hasFraction = typeof size === 'number' && Number.isFinite(size) && !Number.isInteger(size);
      return hasFraction ? notInteger : undefined;
    }),
  },
  'point-zero-refused': {
    summary: '200.0 is refused as no integer, 200.5 is not',
    requirement: 'decimal.accepted',
    mayAlsoFail: ['decimal.upper-bound'],
    change: bySpelling((spelling) => (/^-?\d+\.0+$/.test(spelling) ? notInteger : undefined)),
  },
  'decimal-ceil': {
    summary: 'decimals are rounded up',
    requirement: 'decimal.truncated',
    mayAlsoFail: ['decimal.lower-bound', 'decimal.upper-bound', 'effect.size'],
    change: () => ({ toInteger: Math.ceil }),
  },
  'decimal-round': {
    summary: 'decimals are rounded to the nearest integer',
    requirement: 'decimal.truncated',
    mayAlsoFail: ['decimal.lower-bound', 'decimal.upper-bound', 'effect.size'],
    change: () => ({ toInteger: Math.round }),
  },
  'float32-precision': {
    summary: 'decimals lose precision in 32 bits: 200.999999999 is 201',
    requirement: 'decimal.truncated',
    mayAlsoFail: ['decimal.lower-bound', 'decimal.upper-bound', 'effect.size'],
    change: () => ({ toInteger: (raw) => Math.trunc(Math.fround(raw)) }),
  },
  'decimal-stored': {
    summary: 'the size is kept with its fraction',
    requirement: 'decimal.truncated',
    mayAlsoFail: ['effect.size', 'decimal.upper-bound'],
    change: (rules) => ({
      // validated as an integer, but stored as it was sent: the fraction is kept
      toInteger: (raw) => raw,
      checkLower: (wish, volume, context) =>
        rules.checkLower(
          { ...wish, size: Math.trunc(wish.raw) },
          { ...volume, size: Math.trunc(volume.size) },
          context,
        ),
      checkUpper: (wish, volume, context) => rules.checkUpper({ ...wish, size: Math.trunc(wish.raw) }, volume, context),
    }),
  },
  'decimal-point-lost': {
    summary: 'the decimal point is lost: 200.5 is 2005',
    requirement: 'decimal.truncated',
    mayAlsoFail: ['decimal.accepted', 'decimal.lower-bound', 'decimal.upper-bound', 'effect.size', 'size.not-greater'],
    change: bySpelling((spelling) => (/^-?\d+\.\d+$/.test(spelling) ? Number(spelling.replace('.', '')) : undefined)),
  },
  'compare-before-truncate': {
    summary: 'the decimal, not its integer part, is compared with the current size',
    requirement: 'decimal.lower-bound',
    change: (rules) => ({
      checkLower: (wish, volume, context) => rules.checkLower({ ...wish, size: wish.raw }, volume, context),
    }),
  },
  'compare-before-truncate-in-use': {
    summary: 'for in-use volumes the decimal, not its integer part, is compared with the current size',
    requirement: 'decimal.lower-bound',
    change: (rules) => ({
      checkLower: (wish, volume, context) =>
        rules.checkLower(volume.status === 'in-use' ? { ...wish, size: wish.raw } : wish, volume, context),
    }),
  },
  'maximum-before-truncate': {
    summary: 'the decimal, not its integer part, is compared with the maximum',
    requirement: 'decimal.upper-bound',
    change: (rules) => ({
      checkUpper: (wish, volume, context) => rules.checkUpper({ ...wish, size: wish.raw }, volume, context),
    }),
  },
  'exponent-cut-off': {
    summary: 'numbers are read up to the e: 2e2 is 2',
    requirement: 'decimal.spelling',
    mayAlsoFail: ['decimal.lower-bound', 'size.not-greater', 'size.over-maximum'],
    change: bySpelling((spelling) => (/e/i.test(spelling) ? mantissaOf(spelling) : undefined)),
  },
  'exponent-cut-off-large': {
    summary: 'what is above the maximum is read up to the e: 20e5 is 20',
    requirement: 'size.over-maximum',
    change: bySpelling((spelling) =>
      /e/i.test(spelling) && Number(spelling) > 32_768 ? mantissaOf(spelling) : undefined,
    ),
  },
  'spelling-refused': {
    summary: 'numbers in exponent form are refused',
    requirement: 'decimal.spelling',
    change: bySpelling((spelling) =>
      /e/i.test(spelling) ? refuse('type', 'new_size is not a plain number') : undefined,
    ),
  },
});
