import { sized } from '../bench.ts';
import { all, attempt, first, grown, IN_USE, isAccepted, type Letter, SHARED } from './attempt.ts';

const on = (size: number, asked: number | string, more = {}) => [{ size, ...more }, sized(asked)] as const;

const onGrown =
  (wanted: boolean, sizes: readonly number[]): Letter =>
  (bench) =>
    first(sizes, async (size) => {
      const place = await grown(bench);
      if (!place) return undefined;
      const { reply } = await attempt(bench, place, sized(size));
      return isAccepted(reply) === wanted ? undefined : `${reply.status} to ${size} on 60 → 100`;
    });

const both =
  (one: Letter, other: Letter): Letter =>
  async (bench) =>
    (await one(bench)) ?? (await other(bench));

const TOO_LARGE = [
  32769,
  32800,
  40000,
  65736,
  2 ** 22 + 200,
  2 ** 31,
  2 ** 32 + 200,
  2 ** 53,
  2 ** 63,
  '1e400',
  '150e3',
  `1${'0'.repeat(399)}`,
];

export const size = {
  'operation.route': all('accepted', [on(40, 50)]),
  'size.greater': both(
    all('accepted', [
      on(100, 101),
      on(40, 123),
      on(90, 100),
      on(100, 1025),
      on(100, 2048),
      on(100, 5000),
      on(40, 32767),
    ]),
    onGrown(true, [150]),
  ),
  'size.not-greater': both(
    all('refused', [
      ...[100, 99, 90, 1, 0, -1, -200, '100.0', '50.5', '0.5', '1e2'].map((asked) => on(100, asked)),
      on(100, 60, IN_USE),
      on(100, 60, SHARED),
    ]),
    onGrown(false, [100, 70]),
  ),
  'size.maximum': all('accepted', [on(40, 32768)]),
  'size.over-maximum': both(
    all('refused', [...TOO_LARGE.map((asked) => on(100, asked)), on(100, 40000, IN_USE), on(100, 40000, SHARED)]),
    onGrown(false, [40000]),
  ),
} satisfies Record<string, Letter>;
