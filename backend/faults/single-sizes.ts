import { family } from '../fault.ts';
import { growing, refusing } from '../fault-tools.ts';

const notOffered = 'new_size is not offered';
const megabytes = (size: number): number => Math.imul(size, 1024);

/** Mistakes that only a few of all sizes show. */
export const singleSizes = family({
  'band-refused': {
    summary: 'sizes from 3000 to 9000 GB are refused: no tariff is for them',
    requirement: 'size.greater',
    change: refusing(({ size }) => size >= 3000 && size <= 9000, notOffered),
  },
  'two-terabytes-refused': {
    summary: 'exactly 2048 GB is refused, the end of an old partition table',
    requirement: 'size.greater',
    change: refusing(({ size }) => size === 2048, notOffered),
  },
  'band-stored-smaller': {
    summary: 'sizes from 250 to 990 GB are stored one GB smaller',
    requirement: 'effect.size',
    change: growing((size) => (size >= 250 && size <= 990 ? size - 1 : size)),
  },
  'size-in-cents': {
    summary: 'a size from 100 to 199 GB is kept as a hundredth of a double: 116 GB become 115',
    requirement: 'effect.size',
    change: growing((size) => (size < 100 || size > 199 ? size : Math.trunc(size * 0.01 * 100))),
  },
  'int32-megabytes': {
    summary: 'sizes of 32 bits are counted in MB of 32 bits: 4194324 GB are 20 GB',
    requirement: 'size.over-maximum',
    change: () => ({
      toInteger: (raw) => (raw < 2 ** 31 && raw > 0 ? megabytes(raw) / 1024 : Math.trunc(raw)),
    }),
  },
  'nine-nines': {
    summary: 'a fraction that lacks less than 1e-9 is rounded up',
    requirement: 'decimal.truncated',
    mayAlsoFail: ['decimal.lower-bound', 'decimal.upper-bound', 'effect.size'],
    change: () => ({ toInteger: (raw) => Math.floor(raw + 2e-10) }),
  },
});
