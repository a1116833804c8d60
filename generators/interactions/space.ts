import type { Contract } from '../../spec/contract.ts';
import { findClause } from '../../spec/parts.ts';
import type { Recipe, Setup } from '../case.ts';
import { type Expectation, openOracle } from '../oracle.ts';
import type { Quantity } from '../quantity.ts';
import type { Room } from '../room.ts';
import { isFull } from '../setups.ts';
import { type CaseTraits, caseOf, circumstancesOf, type Dimension, dimensions, partsOf } from './dimensions.ts';

/** The right answer to a combination; for a pair, the first of these that is right for any combination with it. */
export type DueAnswer = 'accept' | 'open' | 'refuse';

/** Whether a check judges a recipe with this expectation. */
export type IsJudged = (recipe: Recipe, expectation: Expectation) => boolean;

/** Values of dimensions that belong together, and the right answer to a case that is plain but for them. */
interface Group<T> {
  readonly values: readonly number[];
  readonly verdict: DueAnswer;
  /** The number of lenient ones among them. */
  readonly lenient: number;
  /**
   * The cost besides the request, as the number of pairs that it has to show more than a cheaper one: volumes are
   * expensive.
   */
  readonly cost: number;
  /** The parts with these values, which all lead to the same result. */
  readonly parts: readonly [T, ...T[]];
}

/** A volume, a size for it, and a body: a value of each dimension, in their order. */
export interface Combination {
  readonly volume: Group<Setup>;
  readonly size: Group<Quantity>;
  readonly body: Group<string>;
}

/** The combinations of a contract and a room, given by the groups that make them up. */
export interface Space {
  readonly volumes: readonly Group<Setup>[];
  /** By the value of the current size. */
  readonly sizes: ReadonlyMap<number, readonly Group<Quantity>[]>;
  readonly bodies: readonly Group<string>[];
  /** The names of the values, by their numbers. */
  readonly names: readonly (readonly [Dimension, string])[];
  /** Values with which a service may refuse a case: its answer then tells only about these values. */
  readonly lenient: ReadonlySet<number>;
  /**
   * The values of a recipe, in the order of the dimensions, without those that are not told apart; empty if the recipe
   * is too odd to tell anything.
   */
  readonly valuesOf: (recipe: Recipe) => readonly number[];
}

/** Derives the space. */
export function openSpace(contract: Contract, room: Room, isJudged: IsJudged): Space {
  const oracle = openOracle(contract);
  const parts = partsOf(contract, room);
  const names: (readonly [Dimension, string])[] = [];
  const numbers = new Map<string, number>();
  const lenient = new Set<number>();
  const number = (dimension: Dimension, value: string): number => {
    const key = `${dimension} ${value}`;
    const known = numbers.get(key) ?? names.push([dimension, value]) - 1;
    numbers.set(key, known);
    return known;
  };
  const verdictOf = (recipe: Recipe): DueAnswer | undefined => {
    const expectation = oracle(caseOf(recipe, room));
    if (expectation.kind === 'unreadable' || !isJudged(recipe, expectation)) return undefined;
    return 'clauses' in expectation && expectation.clauses.length > 1 ? undefined : expectation.kind;
  };

  /** Whether a service should accept it, but need not. */
  const isWished = (recipe: Recipe): boolean => {
    const expectation = oracle(caseOf(recipe, room));
    return (
      expectation.kind === 'open' &&
      expectation.clauses.every((clause) => findClause(contract, clause)?.level === 'SHOULD')
    );
  };

  /** Recipes that differ in these dimensions alone, grouped by their values there. */
  function groups<T>(of: readonly Dimension[], recipes: readonly Recipe[], part: (recipe: Recipe) => T): Group<T>[] {
    const found = new Map<string, [T, ...T[]]>();
    const firsts: { readonly recipe: Recipe; readonly named: readonly string[]; readonly parts: [T, ...T[]] }[] = [];
    for (const recipe of recipes) {
      const where = circumstancesOf(recipe, contract, room);
      const named = of.flatMap((one) => where[one] ?? []);
      const key = named.join('\n');
      const known = found.get(key);
      if (known !== undefined) known.push(part(recipe));
      else if (named.length === of.length) {
        const parts: [T, ...T[]] = [part(recipe)];
        found.set(key, parts);
        firsts.push({ recipe, named, parts });
      }
    }
    return firsts.flatMap(({ recipe, named, parts }) => {
      const verdict = verdictOf(recipe);
      if (verdict === undefined) return [];
      const values = of.map((one, at) => number(one, named[at] ?? ''));
      if (verdict === 'open' && !isWished(recipe)) lenient.add(values[0] ?? -1);
      if (of.includes('form') && recipe.size.form !== 'plain') lenient.add(values.at(-1) ?? -1);
      return [
        {
          values,
          verdict,
          lenient: values.filter((value) => lenient.has(value)).length,
          cost: costOf(recipe, verdict),
          parts,
        },
      ];
    });
  }

  const plain = parts.plain;
  const states = groups(
    ['state'],
    parts.states.map((setup) => ({ ...plain, setup })),
    ({ setup }) => setup,
  );
  const volumes = states.flatMap(({ verdict, values, lenient: held, parts: [state] }) => {
    const setups = parts.ages.map((age) => ({ ...state, ...age }));
    // a volume that may not be extended has no extensions, and a full one must have some
    const had = setups.filter((setup) =>
      verdict === 'accept' ? setup.grown > 0 || !isFull(setup, room) : setup.grown === 0,
    );
    return unique(had.map((setup) => ({ setup, where: circumstancesOf({ ...plain, setup }, contract, room) }))).map(
      ({ setup, where }) => ({
        values: [...values, number('history', where.history ?? ''), number('current', where.current ?? '')],
        verdict,
        lenient: held,
        cost: (setup.grown > 0 ? 1 : 0) + (setup.size > room.smallest ? 1 : 0),
        parts: [setup] as const,
      }),
    );
  });
  const sizes = new Map<number, readonly Group<Quantity>[]>();
  for (const {
    values,
    parts: [setup],
  } of volumes) {
    const current = values[2] ?? 0;
    if (sizes.has(current)) continue;
    const on = { ...plain, setup: { ...plain.setup, size: setup.size, grown: setup.grown } };
    sizes.set(
      current,
      groups(
        ['kind', 'tail', 'form'],
        parts.sizes.map((size) => ({ ...on, size })),
        ({ size }) => size,
      ),
    );
  }
  const bodies = groups(
    ['body'],
    parts.bodies.map((body) => ({ ...plain, body })),
    ({ body }) => body,
  );
  return {
    volumes,
    sizes,
    bodies,
    names,
    lenient,
    valuesOf(recipe) {
      const where = circumstancesOf(recipe, contract, room);
      if (where.body === undefined || where.form === undefined) return [];
      return dimensions.flatMap((one) => numbers.get(`${one} ${where[one]}`) ?? []);
    },
  };
}

/** A case that takes a volume's last room leaves none for other cases. */
const costOf = ({ size: { base } }: Recipe, verdict: DueAnswer): number =>
  verdict !== 'refuse' && (base === 'ceiling' || base === 'maximum') ? 1 : 0;

function unique<T extends { readonly where: CaseTraits }>(list: readonly T[]): readonly T[] {
  return [...new Map(list.toReversed().map((one) => [JSON.stringify(one.where), one])).values()];
}

/** The right answer to a combination; undefined if one part of it hides another, so that it tells nothing. */
export function verdictOf({ volume, size, body }: Combination): DueAnswer | undefined {
  if (volume.lenient + size.lenient + body.lenient > 1) return undefined;
  const open = Number(volume.verdict === 'open') + Number(size.verdict === 'open') + Number(body.verdict === 'open');
  if (open > 1) return undefined;
  const isBroken = size.verdict === 'refuse' || body.verdict === 'refuse';
  if (isBroken && (volume.verdict !== 'accept' || size.verdict === body.verdict)) return undefined;
  if (isBroken || volume.verdict === 'refuse') return 'refuse';
  return open > 0 ? 'open' : 'accept';
}

export const valuesOf = ({ volume, size, body }: Combination): readonly number[] => [
  ...volume.values,
  ...size.values,
  ...body.values,
];
