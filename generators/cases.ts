import fc from 'fast-check';
import type { Recipe, Setup } from './case.ts';
import { meaningOf, type Quantity, quantity, render } from './quantity.ts';
import type { Room } from './room.ts';

/** The cases of a check: the telling ones first, then those that fast-check draws. */
export interface Cases {
  readonly first: readonly Recipe[];
  readonly arbitrary: fc.Arbitrary<Recipe>;
}

/** The parts of recipes; each list begins with its most telling element, towards which it shrinks. */
export interface RecipeParts {
  readonly setups: readonly Setup[];
  readonly bodies: readonly string[];
  readonly sizes: readonly Quantity[];
  /** Whether each case has to show a set-up and a size that no earlier one has shown: for expensive cases. */
  readonly spread?: boolean;
  /**
   * Whether set-ups tell more than sizes: then each has its turn after the first case, before anything is shown twice.
   */
  readonly setupsFirst?: boolean;
  /** The number of the check's own departures. */
  readonly variants?: number;
  /** Sizes beyond the listed ones. */
  readonly moreSizes?: fc.Arbitrary<Quantity>;
  /** Bodies beyond the listed ones. */
  readonly moreBodies?: fc.Arbitrary<string>;
}

/** The number of sizes and bodies that take turns on further set-ups. */
const few = 4;

/**
 * Cases from parts. First every size and every body on the first set-up, then each further set-up with one of the first
 * few sizes and bodies; then any combination. A part without elements is an error: such a check could not fail.
 */
export function casesOf(parts: RecipeParts): Cases {
  const { setups, bodies, sizes } = parts;
  const [setup] = setups;
  const [body] = bodies;
  const [size] = sizes;
  if (setup === undefined || body === undefined || size === undefined) throw new EmptyCases('a check has no cases');
  const variants = Array.from({ length: parts.variants ?? 1 }, (_, at) => at);
  const plain = { setup, body, size, variant: 0 };
  const basic = [
    ...sizes.map((one) => ({ ...plain, size: one })),
    ...bodies.slice(1).map((one) => ({ ...plain, body: one })),
    ...variants.slice(1).map((variant) => ({ ...plain, variant })),
  ];
  // each further set-up meets one of the first few sizes and bodies: other combinations are drawn for the whole run
  const wider = setups.slice(1).map((one, at) => ({
    setup: one,
    variant: 0,
    body: bodies[at % Math.min(bodies.length, few)] ?? body,
    size: sizes[at % Math.min(sizes.length, few)] ?? size,
  }));
  const arbitrary = fc.record({
    setup: fc.constantFrom(...setups),
    body: parts.moreBodies ? fc.oneof(fc.constantFrom(...bodies), parts.moreBodies) : fc.constantFrom(...bodies),
    variant: fc.constantFrom(...variants),
    size: parts.moreSizes ? fc.oneof(fc.constantFrom(...sizes), parts.moreSizes) : fc.constantFrom(...sizes),
  });
  const spread = sizes.slice(3).map((one, at) => ({ ...plain, size: one, setup: setups[at + 1] ?? setup }));
  if (parts.spread) return { first: [...basic.slice(0, 3), ...spread], arbitrary };
  return {
    first: parts.setupsFirst ? setupsFirst(basic, wider, setups.length - 1) : interleave(basic, wider),
    arbitrary,
  };
}

/**
 * Cases to be accepted: as `casesOf`, but a size without room in its set-up is replaced by the nearest one with room.
 */
export function acceptedCasesOf(parts: RecipeParts, room: Room): Cases {
  const { first, arbitrary } = casesOf(parts);
  const fit = (recipe: Recipe): Recipe => ({ ...recipe, size: nearest(recipe, room) });
  // a fitted recipe maps back to itself, so that the telling cases shrink as well
  return { first: first.map(fit), arbitrary: arbitrary.map(fit, (recipe) => recipe as Recipe) };
}

function nearest({ setup, size }: Recipe, room: Room): Quantity {
  const { tail, form } = size;
  const asked = meaningOf(render(size, { ...room, current: setup.size }));
  if (asked <= setup.size) return quantity('current', 1, { tail, form });
  return asked > room.ceiling ? quantity('ceiling', 0, { tail, form }) : size;
}

/** Thrown if a list of a check's parts is empty. */
export class EmptyCases extends Error {
  override readonly name = 'EmptyCases';
}

/** The first case, then each further set-up once. */
function setupsFirst(basic: readonly Recipe[], wider: readonly Recipe[], further: number): readonly Recipe[] {
  return [...basic.slice(0, 1), ...wider.slice(0, further), ...interleave(basic.slice(1), wider.slice(further))];
}

/** Set-ups come early: after four basic cases, one further set-up follows each basic case. */
function interleave(basic: readonly Recipe[], wider: readonly Recipe[]): readonly Recipe[] {
  const [first, rest] = [basic.slice(0, 4), basic.slice(4)];
  const mixed: Recipe[] = [...first];
  for (let at = 0; at < Math.max(rest.length, wider.length); at += 1) {
    mixed.push(...wider.slice(at, at + 1), ...rest.slice(at, at + 1));
  }
  return mixed;
}

/** An arbitrary of offsets that shrinks towards `near`. */
export function offsets(
  base: Quantity['base'],
  range: { readonly min: number; readonly max: number },
  parts: Partial<Pick<Quantity, 'tail' | 'form'>> = {},
): fc.Arbitrary<Quantity> {
  return fc.record({
    base: fc.constant(base),
    plus: fc.integer(range),
    wrap: fc.constant(0),
    tail: fc.constant(parts.tail ?? ''),
    form: fc.constant(parts.form ?? 'plain'),
  });
}

/** Several lists of cases as one: the first cases of each list come first, in turn. */
export function casesTogether(lists: readonly Cases[]): Cases {
  const longest = Math.max(0, ...lists.map((list) => list.first.length));
  const first = Array.from({ length: longest }, (_, at) =>
    lists.flatMap((list) => list.first.slice(at, at + 1)),
  ).flat();
  return { first, arbitrary: fc.oneof(...lists.map((list) => list.arbitrary)) };
}
