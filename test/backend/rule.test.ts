import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBench, sized } from './bench.ts';

const GOOD = ['ACTIVE', 'PAUSED', 'SUSPENDED', 'SHUTOFF'];
const servers = fc.array(fc.constantFrom(...GOOD, ...GOOD, 'ERROR', 'BUILD'), { minLength: 1, maxLength: 3 });
const volume = fc
  .record({ size: fc.integer({ min: 1, max: 32768 }), multiattach: fc.boolean() })
  .chain((common) =>
    fc.oneof(
      fc.record({ ...constants(common), status: fc.constantFrom('available', 'available', 'error') }),
      fc.record({ ...constants(common), status: fc.constant('in-use'), servers }),
    ),
  );

interface Wanted {
  readonly size: number;
  readonly multiattach: boolean;
  readonly status: string;
  readonly servers?: readonly string[];
}

/** The page in three lines, for a size whose integer part is `whole`. */
function mayGrow({ size, status, multiattach, servers = [] }: Wanted, whole: bigint): boolean {
  const isFit = status === 'available' || (status === 'in-use' && !multiattach);
  return isFit && servers.every((server) => GOOD.includes(server)) && whole > BigInt(size) && whole <= 32768n;
}

function constants<T extends object>(values: T) {
  return { size: fc.constant((values as Wanted).size), multiattach: fc.constant((values as Wanted).multiattach) };
}

/** Whole numbers near the bounds and far from them, and digits behind the point. */
const asked = (size: number) =>
  fc.tuple(
    fc.oneof(
      fc.integer({ min: -1, max: 2 }).map((step) => BigInt(size + step)),
      fc.integer({ min: 32766, max: 32770 }).map(BigInt),
      fc.bigInt({ min: 1n, max: 40_000n }),
      fc.bigInt({ min: -(2n ** 64n), max: 2n ** 64n }),
    ),
    fc.option(fc.stringMatching(/^\d{1,6}$/)),
  );

test('the service accepts what the page accepts, and nothing else', async () => {
  const bench = createBench();
  await fc.assert(
    fc.asyncProperty(
      volume.chain((wanted) => fc.tuple(fc.constant(wanted), asked(wanted.size))),
      async ([wanted, [whole, digits]]) => {
        const place = await bench.setUp(wanted);
        const reply = await bench.extend(place, sized(digits === null ? `${whole}` : `${whole}.${digits}`));
        bench.clock.advance(10);
        const isRight = mayGrow(wanted, whole);
        expect(reply.status).toBe(isRight ? 200 : 400);
        expect((await bench.read(place)).size).toBe(isRight ? Number(whole) : wanted.size);
      },
    ),
    { seed: 1, numRuns: 500 },
  );
});

test('whatever is sent at the same time, a volume never shrinks and ends at an accepted size', async () => {
  const bench = createBench();
  const step = fc.record({ size: fc.integer({ min: 30, max: 90 }), pause: fc.integer({ min: 0, max: 15 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const place = await bench.setUp({ size: 40 });
      const accepted = [40];
      let last = 40;
      for (const { size, pause } of steps) {
        if ((await bench.extend(place, sized(size))).status === 200) accepted.push(size);
        bench.clock.advance(pause);
        const now = Number((await bench.read(place)).size);
        expect(now).toBeGreaterThanOrEqual(last);
        last = now;
      }
      bench.clock.advance(10);
      expect((await bench.read(place)).size).toBe(accepted.at(-1));
    }),
    { seed: 1, numRuns: 100 },
  );
});
