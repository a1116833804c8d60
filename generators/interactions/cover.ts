import type { Recipe } from '../case.ts';
import { goldenRatio } from '../satisfy.ts';
import { dimensions } from './dimensions.ts';
import type { Tuples } from './pairs.ts';
import { type Combination, type DueAnswer, type Space, valuesOf, verdictOf } from './space.ts';

/** The pairs and triples to cover. */
export interface Covered {
  readonly space: Space;
  readonly pairs: Tuples;
  readonly triples: Tuples;
}

/** The pairs and triples that cases reach. */
export interface Covering {
  readonly pairs: Set<number>;
  readonly triples: Set<number>;
}

/** A recipe, and the right answer to it. */
export interface Decided {
  readonly recipe: Recipe;
  readonly verdict: DueAnswer;
}

/** The limits of a covering. */
export interface CoverExtent {
  /** The most further recipes that may be accepted, and the most that have to be refused. */
  readonly accepted: number;
  readonly refused: number;
  /** A sufficient share of the triples. */
  readonly share: number;
}

/** Adds the pairs and triples that a case shows. */
export function note({ recipe, verdict }: Decided, of: Covered, reach: Covering): void {
  noteValues(of.space.valuesOf(recipe), verdict, of, reach);
}

function noteValues(values: readonly number[], verdict: DueAnswer, { pairs, triples }: Covered, reach: Covering): void {
  pairs.eachShown(values, verdict, (one) => reach.pairs.add(one));
  triples.eachShown(values, verdict, (one) => reach.triples.add(one));
}

/** Of this many combinations, found in no more than so many tries, the one that shows most is taken. */
const candidates = 24;
const tries = 400;

/**
 * Few recipes that show every pair, and then as many triples as are wanted, besides the recipes that are sent anyway.
 * The same seed gives the same recipes. It pauses before each.
 */
export function* cover(
  of: Covered,
  sentAnyway: readonly Decided[],
  extent: CoverExtent,
  seed: number,
): Generator<void, readonly Decided[]> {
  const random = randomOf(seed);
  const recipeOf = openRecipes(random);
  const reach: Covering = { pairs: new Set(), triples: new Set() };
  for (const one of sentAnyway) note(one, of, reach);
  const left = { accepted: extent.accepted, refused: extent.refused };
  const recipes: Decided[] = [];

  /** Adds recipes until `wanted` are reached; each has to show at least `least` that no earlier one has shown. */
  function* reachAll(kind: 'pairs' | 'triples', wanted: number, least: number): Generator<void> {
    const { all, verdictOf: verdictIn, valuesOf: valuesIn, eachShown } = of[kind];
    for (const one of shuffle(all, random)) {
      const verdict = verdictIn(one);
      const budget = verdict === 'refuse' ? 'refused' : 'accepted';
      if (reach[kind].size >= wanted) return;
      if (verdict === undefined || reach[kind].has(one) || left[budget] === 0) continue;
      yield;
      const gain = (values: readonly number[]): number => {
        let further = 0;
        let isShown = false;
        eachShown(values, verdict, (each) => {
          isShown ||= each === one;
          if (!reach[kind].has(each)) further += 1;
        });
        return isShown ? further : 0;
      };
      const best = bestWith(of.space, valuesIn(one), verdict, gain, random);
      if (best === undefined || gain(valuesOf(best)) < least) continue;
      left[budget] -= 1;
      noteValues(valuesOf(best), verdict, of, reach);
      recipes.push({ recipe: recipeOf(best, verdict), verdict });
    }
  }
  for (const least of [8, 4, 2, 1]) yield* reachAll('pairs', of.pairs.all.length, least);
  const wanted = Math.ceil(of.triples.all.length * extent.share);
  for (const least of [4, 3, 2, 1]) yield* reachAll('triples', wanted, least);
  return byVolume(recipes);
}

/**
 * Orders recipes so that one volume serves many cases in turn: after a refusal those that ask for fewer extensions,
 * after an acceptance those that ask for more.
 */
function byVolume(recipes: readonly Decided[]): readonly Decided[] {
  const keyed = recipes.map((decided) => {
    const { size, grown, ...state } = decided.recipe.setup;
    const sign = decided.verdict === 'refuse' ? -1 : 1;
    return { decided, state: JSON.stringify(state), size, grown: sign * grown };
  });
  keyed.sort((one, other) => {
    if (one.state !== other.state) return one.state < other.state ? -1 : 1;
    return other.size - one.size || one.grown - other.grown;
  });
  return keyed.map(({ decided }) => decided);
}

/** The best of some combinations with these values and this verdict, by its gain. */
function bestWith(
  space: Space,
  wanted: readonly number[],
  verdict: DueAnswer,
  gain: (values: readonly number[]) => number,
  random: Random,
): Combination | undefined {
  const of = (from: number, to: number): readonly number[] =>
    wanted.filter((value) => {
      const at = dimensions.indexOf(space.names[value]?.[0] ?? 'body');
      return at >= from && at < to;
    });
  const [ofVolume, ofSize, ofBody] = [of(0, 3), of(3, 6), of(6, 7)];
  const having = <T extends Combination[keyof Combination]>(
    list: readonly T[],
    values: readonly number[],
  ): readonly T[] =>
    list.filter(
      (one) => (verdict !== 'accept' || one.verdict === 'accept') && values.every((each) => one.values.includes(each)),
    );
  const volumes = having(space.volumes, ofVolume);
  const bodies = having(space.bodies, ofBody);
  const sizes = new Map<number, Space['bodies'] | readonly Combination['size'][]>();
  let best: Combination | undefined;
  let most = 0;
  let found = 0;
  for (let tried = 0; tried < tries && found < candidates; tried += 1) {
    const [volume, body] = [pick(volumes, random), pick(bodies, random)];
    if (volume === undefined || body === undefined) return undefined;
    const current = volume.values[2] ?? 0;
    const list = sizes.get(current) ?? having(space.sizes.get(current) ?? [], ofSize);
    sizes.set(current, list);
    const size = pick(list as readonly Combination['size'][], random);
    if (size === undefined || verdictOf({ volume, size, body }) !== verdict) continue;
    const gained = gain(valuesOf({ volume, size, body }));
    if (gained === 0) continue;
    found += 1;
    const worth = gained - volume.cost - size.cost;
    if (best === undefined || worth > most) [best, most] = [{ volume, size, body }, worth];
  }
  return best;
}

/**
 * Makes recipes of combinations. The sizes of one kind, for volumes of one size and with one right answer, are taken from all
 * over their range in turn: a band of them is met soon.
 */
function openRecipes(random: Random): (combination: Combination, verdict: DueAnswer) => Recipe {
  const places = new Map<string, number>();
  const one = <T>({ parts }: { readonly parts: readonly [T, ...T[]] }): T => pick(parts, random) ?? parts[0];
  return ({ volume, size, body }, verdict) => {
    const key = `${verdict} ${volume.values[2]} ${size.values[0]}`;
    const place = places.get(key) ?? random();
    places.set(key, (place + goldenRatio) % 1);
    const spread = size.parts[Math.floor(place * size.parts.length)] ?? size.parts[0];
    return { setup: one(volume), body: one(body), size: spread, variant: 0 };
  };
}

const pick = <T>(list: readonly T[], random: Random): T | undefined => list[Math.floor(random() * list.length)];

/** A number from 0 up to 1. */
type Random = () => number;

/** Mulberry32: small, and the same everywhere. */
function randomOf(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffle<T>(list: readonly T[], random: Random): readonly T[] {
  return list
    .map((one) => [random(), one] as const)
    .sort(([one], [other]) => one - other)
    .map(([, one]) => one);
}
