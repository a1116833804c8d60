import { describe, expect, test } from 'vitest';
import { type FaultId, faults, meetingFaults } from '../../backend/faults/index.ts';
import { operationOf } from '../../main/operations.ts';
import { answers } from '../../selftest/variants/answers.ts';
import { bodies } from '../../selftest/variants/bodies.ts';
import { crowds } from '../../selftest/variants/crowds.ts';
import { jobs } from '../../selftest/variants/jobs.ts';
import { moments } from '../../selftest/variants/moments.ts';
import { refusals } from '../../selftest/variants/refusals.ts';
import type { Variant } from '../../selftest/variants/variant.ts';
import { volumes } from '../../selftest/variants/volumes.ts';
import { contradictions } from './agreement.ts';
import { apart, type BenchSettings, certifyBackend, committed } from './bench.ts';

/** Those that are the reference backend with something changed: what stands in front of others needs a port. */
const variants: readonly Variant[] = [answers, bodies, crowds, jobs, moments, refusals, volumes]
  .flat()
  .filter(({ front }: Variant) => front === undefined);

const { contract } = committed;
const whole = operationOf(contract);

/** Few cases; more, and what lies between checks, where the service is wrong there, and of every eighth. */
function settingsOf(id: string, seed: number): BenchSettings {
  const isWhole = meetingFaults.has(id) || seed % 8 === 0;
  return isWhole ? { runs: 12, extensions: 3, seed } : { runs: 6, extensions: 2, seed, operation: apart(whole) };
}

describe('pictures, rows and reasons agree, whatever is wrong and by another seed each time', () => {
  const extending = Object.values(faults).filter(({ operation }) => operation === 'extend-volume');
  test.each(extending.map(({ id }, at) => [id as FaultId, at] as const))('%s', async (fault, seed) => {
    expect(contradictions(await certifyBackend({ fault }, settingsOf(fault, seed)), contract)).toEqual([]);
  });

  test.each(variants.map((variant, at) => ({ ...variant, seed: at })))('$id', async ({ id, backend, limits, seed }) => {
    const { jobMs = 1_500 } = limits ?? {};
    expect(contradictions(await certifyBackend(backend, { jobMs, ...settingsOf(id, seed) }), contract)).toEqual([]);
  });
});
