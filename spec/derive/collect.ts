import { ContradictionError, SectionError } from '../read/errors.ts';
import type { Spot } from '../read/page.ts';
import { FACT_IDS, type FactId, type Facts, type NeededFact } from './facts.ts';
import type { PageFinding } from './finding.ts';

/** All that a page states, and where it states each. */
export interface Collected {
  readonly facts: Facts;
  /** In the order of the facts' ids; where several places state a fact, the first. */
  readonly spots: ReadonlyMap<FactId, Spot>;
}

/** Facts without which there is no contract, and what the page should say. The structure of a page gives the others. */
const NEEDED: Partial<Record<NeededFact, string>> = {
  'parameter.project': 'no parameter is described as the ID of the project',
  'parameter.volume': 'no parameter is described as the ID of the volume',
};

/**
 * Joins what was found in several places.
 *
 * @throws ContradictionError when two places differ
 * @throws SectionError when a fact without which there is no contract is missing
 */
export function collect(findings: readonly PageFinding[], file: string): Collected {
  const values = new Map<FactId, unknown>();
  const found = new Map<FactId, Spot>();
  for (const { fact, value, at } of findings) {
    const before = found.get(fact);
    if (before === undefined) {
      values.set(fact, value);
      found.set(fact, at);
    } else {
      values.set(
        fact,
        join(values.get(fact), value, (one, two) => conflict(fact, one, two, before, at, file)),
      );
    }
  }
  for (const [fact, problem] of Object.entries(NEEDED)) {
    if (!values.has(fact as FactId)) throw new SectionError({ file, line: 1 }, problem, 'describe it in the URI table');
  }
  const ids = FACT_IDS.filter((fact) => values.has(fact));
  return {
    // Each value comes from findings of its own fact, and the needed ones are there: the readers throw or give them.
    facts: Object.fromEntries(ids.map((fact) => [fact, values.get(fact)])) as unknown as Facts,
    spots: new Map(ids.map((fact) => [fact, found.get(fact) as Spot])),
  };
}

function join(one: unknown, two: unknown, conflict: (one: unknown, two: unknown) => Error): unknown {
  if (!isRecord(one) || !isRecord(two)) {
    if (JSON.stringify(one) !== JSON.stringify(two)) throw conflict(one, two);
    return one;
  }
  for (const key of Object.keys(two)) {
    if (Object.hasOwn(one, key) && JSON.stringify(one[key]) !== JSON.stringify(two[key])) throw conflict(one, two);
  }
  return { ...one, ...two };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function conflict(fact: FactId, one: unknown, two: unknown, before: Spot, at: Spot, file: string): Error {
  const problem = `${fact} is ${JSON.stringify(two)}, and ${JSON.stringify(one)} on line ${before.line}`;
  return new ContradictionError({ file, line: at.line }, problem.slice(0, 400), 'correct one of the two');
}
