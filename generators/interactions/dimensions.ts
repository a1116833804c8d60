import type { Contract } from '../../spec/contract.ts';
import { extensionOf } from '../../spec/extension.ts';
import { attachedStatus, findClause, freeStatus, serverStatuses, takesDecimals } from '../../spec/parts.ts';
import * as bodies from '../bodies.ts';
import { askedBy, bodyText, type Case, type Recipe, type Setup } from '../case.ts';
import { type Form, type Quantity, quantity, render } from '../quantity.ts';
import type { Room } from '../room.ts';
import { acceptedSizes, spreadSizes } from '../satisfy.ts';
import * as setups from '../setups.ts';
import { violate } from '../violate.ts';

/** The properties by which cases are told apart, in the order in which they are listed. */
export const dimensions = ['state', 'history', 'current', 'kind', 'tail', 'form', 'body'] as const;

export type Dimension = (typeof dimensions)[number];

/** A value for each dimension; undefined if a recipe has none of the values that are told apart. */
export type CaseTraits = Readonly<Record<Dimension, string | undefined>>;

/** The volume's size before the case, in GB: a volume that is to grow past the ceiling is at the maximum. */
const currentSize = ({ size, grown }: Setup, room: Room): number =>
  setups.isFull({ size, grown }, room) ? (room.maximum ?? size) : size;

/** The least number of extensions of a volume. */
const histories = [0, 1, 2, 4] as const;
const several = histories.length - 1;

/** The most that a volume grows before a case, in GB. */
const growth = 20 * Math.max(...histories);

/** The circumstances of a recipe of this contract. */
export function circumstancesOf({ setup, size, body }: Recipe, contract: Contract, room: Room): CaseTraits {
  return {
    state: stateOf(setup, contract),
    history: setup.grown < several ? `${setup.grown}` : 'several',
    current: currentOf(setup, room),
    kind: kindOf(size, currentSize(setup, room), room),
    tail: size.form === 'exact' ? undefined : tailOf(size.tail),
    form: formOf(size.form),
    body: bodiesOf(contract).get(body),
  };
}

function stateOf({ status, multiattach, servers }: Setup, contract: Contract): string {
  const good = serverStatuses(contract);
  const shared = multiattach ? ', shared' : '';
  if (status === freeStatus(contract) && servers.length === 0) return `${status}${shared}`;
  if (status !== attachedStatus(contract)) return 'in another state';
  if (multiattach) return `${status}${shared}`;
  const bad = servers.filter((word) => !good.includes(word));
  if (bad.length > 0) {
    if (bad.length < servers.length) return `${status}, a bad server next to a good one`;
    return bad.some((word) => good.includes(word.toUpperCase()))
      ? `${status}, the server's state in small letters`
      : `${status}, a bad server`;
  }
  return servers.length > 1 ? `${status}, several servers` : `${status}, ${servers[0]}`;
}

function currentOf(setup: Setup, room: Room): string {
  if (setups.isFull(setup, room)) return 'the maximum';
  return setup.size <= room.smallest ? 'the smallest' : 'in between';
}

/** The widths of integers that are told apart, in bits. */
const widths = [16, 31, 32, 53] as const;

function kindOf(size: Quantity, current: number, { maximum, ceiling }: Room): string | undefined {
  if (size.form === 'exact') return undefined;
  const integer = render(quantity(size.base, size.plus, { wrap: size.wrap }), { current, maximum, ceiling });
  const asked = Number(integer);
  if (asked < 0) return 'negative';
  if (asked === 0) return 'zero';
  if (asked > (maximum ?? Number.POSITIVE_INFINITY)) {
    if (size.wrap > 0) return `over ${widths.findLast((width) => size.wrap >= width)} bits`;
    return 'over the maximum';
  }
  if (asked < current) return 'below the current size';
  // at a bound, only a size without a fraction tells whether the bound or the fraction was not obeyed
  const above = Number(size.tail) > 0 ? ' and a fraction' : '';
  if (asked === current) return `the current size${above}`;
  if (asked === maximum) return `the maximum${above}`;
  if (asked === current + 1) return 'the next';
  if (asked > ceiling) return undefined;
  if (asked === ceiling) return 'the last below the maximum';
  if (size.base !== 'zero') return 'some more';
  // the size also has to exceed a volume that grows before the case
  return asked > current + growth ? 'far above the current size' : undefined;
}

/** The case of a recipe on the volume that it asks for. */
export function caseOf({ setup, size, body }: Recipe, room: Room): Case {
  const current = currentSize(setup, room);
  const { status, multiattach, servers } = setup;
  return {
    path: { project_id: 'project', volume_id: 'volume' },
    body: bodyText(body, askedBy({ body, size }, { ...room, current })),
    volume: { size: current, status, multiattach },
    servers,
  };
}

const tails = ['', '.0', '.5', '.9', '.9999999999', '.4999'] as const;

/** Fractions with more digits than an amount of money count as long. */
function tailOf(tail: string): string | undefined {
  if (tail === '') return 'none';
  if (tail.length > 4) return 'long';
  return tails.some((one) => one === tail) ? tail : undefined;
}

const forms: readonly Form[] = ['plain', 'e', 'E+', 'e-1', 'e-n'];

const formOf = (form: Form): string | undefined => (form === 'exact' ? undefined : form.replace('.0E', 'E'));

const known = new WeakMap<Contract, ReadonlyMap<string, string>>();

/** The forms of a body that are told apart, by its text. */
function bodiesOf(contract: Contract): ReadonlyMap<string, string> {
  const found = known.get(contract);
  if (found !== undefined) return found;
  const names = extensionOf(contract);
  const [root, rootToo, inside, insideToo] = bodies.extraKeys(names, '"comment":"x"');
  const [sizeTwice, actionTwice] = bodies.duplicateKeys(names);
  const [action, size] = bodies.recased(names);
  const all = [
    [bodies.documented(names), 'as documented'],
    [bodies.indented(names), 'indented'],
    [root, 'another key next to the action'],
    [rootToo, 'another key next to the action'],
    [inside, 'another key next to the size'],
    [insideToo, 'another key next to the size'],
    [sizeTwice, 'the size twice'],
    [actionTwice, 'the action twice'],
    [action, 'the action in capitals'],
    [size, 'the size in capitals'],
  ] as const;
  const map = new Map(all.flatMap(([text, value]) => (text === undefined ? [] : [[text, value] as const])));
  known.set(contract, map);
  return map;
}

/** The parts for putting recipes together. */
export interface RecipeSource {
  readonly plain: Recipe;
  /** Each state once, on the smallest volume. */
  readonly states: readonly Setup[];
  /** The sizes of volumes, in GB, with the number of extensions before the case. */
  readonly ages: readonly Pick<Setup, 'size' | 'grown'>[];
  readonly sizes: readonly Quantity[];
  readonly bodies: readonly string[];
}

/** The parts that a contract has. */
export function partsOf(contract: Contract, room: Room): RecipeSource {
  const { large } = setups.sizesOf(room);
  const { smallest, ceiling, full } = room;
  const listed = [
    ...setups.acceptingSetups(contract, room),
    ...setups.sharedAttachedSetups(contract, room),
    ...setups.badServerSetups(contract, room),
    ...setups.otherStatusSetups(contract, room),
  ].filter(({ grown, size }) => grown === 0 && size === smallest);
  const bounds = ['size.not-greater', ...(findClause(contract, 'size.over-maximum') ? ['size.over-maximum'] : [])];
  const wrong = bounds.flatMap((clause) => violate(contract, clause, room).first.map(({ size }) => size));
  const right = [...acceptedSizes(room), ...spreadSizes(room), ...(full ? [quantity('maximum')] : [])];
  // if a page does not mention fractions, the result of one is open, whatever its size
  const fractions = takesDecimals(contract) ? tails : [''];
  const integers = [...right, ...wrong].filter(({ form, tail }) => form === 'plain' && tail === '');
  return {
    plain: {
      setup: { ...setups.plainSetup(contract, room), essential: false },
      body: bodies.documented(extensionOf(contract)),
      size: quantity('current', 1),
      variant: 0,
    },
    states: [...new Map(listed.toReversed().map((setup) => [stateOf(setup, contract), setup])).values()]
      .map(({ oneOf: _, ...setup }) => ({ ...setup, essential: false }))
      .toReversed(),
    ages: histories.flatMap((grown) =>
      [smallest, large, ...(full ? [ceiling + 1 - grown] : [])].map((size) => ({ size, grown })),
    ),
    sizes: integers.flatMap((integer) =>
      forms.flatMap((form) =>
        fractions
          .filter((tail) => form === 'plain' || (form === 'e-n') === (tail !== ''))
          .map((tail) => ({ ...integer, form, tail })),
      ),
    ),
    bodies: [...bodiesOf(contract).keys()],
  };
}
