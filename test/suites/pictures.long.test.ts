import { describe, expect, test } from 'vitest';
import { type FaultId, faults } from '../../backend/faults/index.ts';
import { answers } from '../../selftest/variants/answers.ts';
import { bodies } from '../../selftest/variants/bodies.ts';
import { crowds } from '../../selftest/variants/crowds.ts';
import { jobs } from '../../selftest/variants/jobs.ts';
import { moments } from '../../selftest/variants/moments.ts';
import { refusals } from '../../selftest/variants/refusals.ts';
import type { Variant } from '../../selftest/variants/variant.ts';
import { volumes } from '../../selftest/variants/volumes.ts';
import { contradictions } from './agreement.ts';
import { certifyBackend } from './bench.ts';
import { contract } from './committed.ts';

/** Those that are the reference backend with something changed: what stands in front of others needs a port. */
const variants: readonly Variant[] = [answers, bodies, crowds, jobs, moments, refusals, volumes]
  .flat()
  .filter(({ front }: Variant) => front === undefined);

describe('pictures, rows and reasons agree, whatever the seed', () => {
  const extending = Object.values(faults).filter(({ operation }) => operation === 'extend-volume');
  test.each(extending.map(({ id }, at) => [id as FaultId, at] as const))('%s', async (fault, seed) => {
    expect(contradictions(await certifyBackend({ fault }, { seed }), contract)).toEqual([]);
  });

  test.each(variants.map((variant, at) => ({ ...variant, seed: at })))('$id', async ({ backend, limits, seed }) => {
    const { jobMs = 1_500 } = limits ?? {};
    expect(contradictions(await certifyBackend(backend, { jobMs, seed }), contract)).toEqual([]);
  });
});
