import type { Contract } from '../../spec/contract.ts';
import { findClause } from '../../spec/parts.ts';
import type { Recipe, Setup } from '../case.ts';
import { type Expectation, openOracle } from '../oracle.ts';
import type { Quantity } from '../quantity.ts';
import type { Room } from '../room.ts';
import { isFull } from '../setups.ts';
import { type CaseTraits, caseOf, circumstancesOf, type Dimension, dimensions, partsOf } from './dimensions.ts';

/** What has to become of a combination. Of a pair, the first of these that any combination with it has. */
export type DueAnswer = 'accept' | 'open' | 'refuse';

/** Whether a check judges a recipe of which the oracle says this. */
export type IsJudged = (recipe: Recipe, expectation: Expectation) => boolean;

/** Values of dimensions that go together, and what they alone make of an otherwise plain case. */
interface Group<T> {
  readonly values: readonly number[];
  readonly verdict: DueAnswer;
  /** How many of them are lenient. */
  readonly lenient: number;
  /** What it costs beside the request, in pairs that it would have to show more than another: volumes are dear. */
  readonly cost: number;
  /** What has these values: all come to the same. */
  readonly parts: readonly [T, ...T[]];
}

/** A volume, a size for it, and a body: a value of each dimension, in their order. */
export interface Combination {
  readonly volume: Group<Setup>;
  readonly size: Group<Quantity>;
  readonly body: Group<string>;
}

/** The combinations of a contract and a room, as the groups that they are made of. */
export interface Space {
  readonly volumes: readonly Group<Setup>[];
  /** By the value of the current size. */
  readonly sizes: ReadonlyMap<number, readonly Group<Quantity>[]>;
  readonly bodies: readonly Group<string>[];
  /** The names of the values, by their numbers. */
  readonly names: readonly (readonly [Dimension, string])[];
  /** Values for which a service may refuse a case: what it does then tells of nothing that is not about them. */
  readonly lenient: ReadonlySet<number>;
  /**
   * The values of a recipe, in the order of the dimensions, without those that are not told apart; none where it is too odd
   * to tell anything.
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

  /** Whether a service should accept it, and only need not. */
  const isWished = (recipe: Recipe): boolean => {
    const expectation = oracle(caseOf(recipe, room));
    return (
      expectation.kind === 'open' &&
      expectation.clauses.every((clause) => findClause(contract, clause)?.level === 'SHOULD')
    );
  };

  /** Recipes that differ in these dimensions alone, by the values that they have there. */
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
    // a volume that may not be extended cannot have been, and one that is full has to have been
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

/** What takes a volume's last room leaves it to nobody else. */
const costOf = ({ size: { base } }: Recipe, verdict: DueAnswer): number =>
  verdict !== 'refuse' && (base === 'ceiling' || base === 'maximum') ? 1 : 0;

function unique<T extends { readonly where: CaseTraits }>(list: readonly T[]): readonly T[] {
  return [...new Map(list.toReversed().map((one) => [JSON.stringify(one.where), one])).values()];
}

/** What has to become of a combination; undefined where one part of it hides another, so that it tells nothing. */
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
