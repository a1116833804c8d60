/** A vendor's program, in TypeScript: certifies an app, with the types of the package. */
import { type App, type Class, certify, type Result, standing } from 'evs-conformance';
import type { ConformanceOptions } from 'evs-conformance/vitest';

const run = { project: 'vendor', states: '/states', runs: 12, extensions: 4, seed: 1 } as const;

export async function verdictOf(target: App): Promise<Class> {
  const options: ConformanceOptions = { target, ...run };
  const result: Result = await certify(options);
  return standing(result).class;
}

// @ts-expect-error a seed is a number
export const wrong: ConformanceOptions = { target: () => {}, ...run, seed: '1' };
