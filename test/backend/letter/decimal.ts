import { type Fields, sized } from '../bench.ts';
import { answer, attempt, first, IN_USE, isAccepted, type Letter } from './attempt.ts';

/** The decimals must be answered as wanted, wherever their integer part alone is. */
const likeTwins =
  (wanted: 'accepted' | 'refused', cases: readonly (readonly [number, string, Fields?])[]): Letter =>
  (bench) =>
    first(cases, async ([size, asked, more]) => {
      const volume = { size, ...more };
      const reply = await answer(bench, volume, sized(asked));
      if (isAccepted(reply) === (wanted === 'accepted')) return undefined;
      const twin = await answer(bench, volume, sized(Math.trunc(Number(asked))));
      return isAccepted(twin) === isAccepted(reply) ? undefined : `${reply.status} to ${asked}`;
    });

export const decimal = {
  'decimal.accepted': likeTwins('accepted', [
    [40, '200.0'],
    [40, '200.5'],
    [40, '32767.5'],
    [40, '200.5', IN_USE],
  ]),
  'decimal.truncated': (bench) =>
    first(['200.1', '200.5', '201.5', '200.9', '200.9999999999'], async (asked) => {
      const twin = await attempt(bench, { size: 40 }, sized(Math.trunc(Number(asked))));
      const { reply, after } = await attempt(bench, { size: 40 }, sized(asked));
      const isRight = !isAccepted(reply) || after.size === twin.after.size;
      return isRight ? undefined : `${asked} became ${after.size}`;
    }),
  'decimal.lower-bound': likeTwins('refused', [
    [100, '100.1'],
    [100, '100.5'],
    [100, '100.9'],
    [100, '100.9999999999'],
    [100, '1009e-1'],
    [100, '100.9', IN_USE],
  ]),
  'decimal.upper-bound': (bench) =>
    first(['32768.0', '32768.1', '32768.5', '32768.9', '32768.999', '32768.9999999999'], async (asked) => {
      const twin = await attempt(bench, { size: 40 }, sized(32768));
      const { reply, after } = await attempt(bench, { size: 40 }, sized(asked));
      const isAlike = isAccepted(reply) === isAccepted(twin.reply) && after.size === twin.after.size;
      return isAlike ? undefined : `${reply.status} to ${asked}, size ${after.size}`;
    }),
  'decimal.spelling': (bench) =>
    first(['2e2', '2.0E+2', '20e1', '2000e-1'], async (spelling) => {
      const twin = await attempt(bench, { size: 40 }, sized(200));
      const { reply, after } = await attempt(bench, { size: 40 }, sized(spelling));
      const isAlike = isAccepted(reply) === isAccepted(twin.reply) && after.size === twin.after.size;
      return isAlike ? undefined : `${reply.status} to ${spelling}, size ${after.size}`;
    }),
} satisfies Record<string, Letter>;
