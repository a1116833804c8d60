import fc from 'fast-check';
import type { Contract } from '../spec/contract.ts';
import { type ExtensionNames, extensionOf } from '../spec/extension.ts';
import { clauseValue, findClause, takesDecimals } from '../spec/parts.ts';
import * as bodies from './bodies.ts';
import type { Setup } from './case.ts';
import { type Cases, casesOf, offsets, type RecipeParts } from './cases.ts';
import { extraMember, wordy } from './fixtures.ts';
import { type Quantity, quantity, spelled } from './quantity.ts';
import type { Room } from './room.ts';
import * as setups from './setups.ts';

/** Thrown for a clause without a builder: the contract has a clause that the generators cannot break. */
export class UnsupportedClause extends Error {
  override readonly name = 'UnsupportedClause';
}

/** The input of a builder. */
interface Given {
  readonly contract: Contract;
  readonly names: ExtensionNames;
  readonly room: Room;
}

type Builder = (given: Given) => Partial<RecipeParts>;

/** The way to break each clause. Parts that an entry leaves out are those of an accepted case. */
const builders: Readonly<Record<string, Builder>> = {
  'body.os-extend-body': ({ names }) => ({ bodies: bodies.notObjects(names) }),
  'body.os-extend': ({ names }) => ({ bodies: bodies.withoutAction(names) }),
  'body.os-extend-type': ({ names }) => ({ bodies: bodies.actionNoObject(names) }),
  'body.new-size': ({ names }) => ({ bodies: bodies.withoutSize(names) }),
  'body.new-size-type': ({ names }) => ({
    bodies: bodies.wrongSizes(names),
    moreBodies: wordy.map((text) => bodies.withSize(names, text)),
  }),
  'body.numeric-string': ({ names, room }) => ({
    bodies: [bodies.withSize(names, `"${bodies.sizePlaceholder}"`)],
    sizes: [quantity('current', 10), quantity('current'), quantity('current', -1), ...tooLarge(room)],
  }),
  'body.extra-keys': ({ names }) => ({
    bodies: [...bodies.extraKeys(names, '"comment":"x"'), ...bodies.duplicateKeys(names)],
    moreBodies: extraMember.chain((extra) => fc.constantFrom(...bodies.extraKeys(names, extra))),
  }),
  'size.not-greater': ({ contract, room }) => {
    const isEqualOpen = findClause(contract, 'size.not-greater') === undefined;
    return {
      sizes: notGreater(room).filter(({ base, plus }) => !(isEqualOpen && base === 'current' && plus === 0)),
      moreSizes: offsets('current', { min: -100_000, max: isEqualOpen ? -1 : 0 }),
    };
  },
  'size.over-maximum': ({ contract, room }) => ({
    sizes: overMaximum(clauseValue(contract, 'size.over-maximum') as number, room),
    moreSizes: offsets('maximum', { min: 1, max: Number.MAX_SAFE_INTEGER - 10 ** 9 }),
  }),
  'size.maximum': () => ({ sizes: [quantity('maximum')] }),
  'state.in-use-shared': ({ contract, room }) => ({ setups: setups.sharedAttachedSetups(contract, room) }),
  'state.server-status': ({ contract, room }) => ({ setups: setups.badServerSetups(contract, room) }),
  'state.other': ({ contract, room }) => ({ setups: setups.otherStatusSetups(contract, room) }),
};

/** The clauses that can be broken. */
export const breakable = Object.keys(builders);

/**
 * Cases that break exactly this clause and no other binding one, the most telling ones first. `on` names the set-ups,
 * if not all accepting ones are meant. The oracle confirms each case when it is sent, also after shrinking. Throws
 * `UnsupportedClause`.
 */
export function violate(contract: Contract, clause: string, room: Room, on?: readonly Setup[]): Cases {
  const builder = builders[clause];
  if (builder === undefined) throw new UnsupportedClause(`no generator breaks the clause ${clause} of ${contract.id}`);
  const names = extensionOf(contract);
  const state = clause.startsWith('state.');
  return casesOf({
    setups: on ?? setups.acceptingSetups(contract, room),
    bodies: [bodies.documented(names)],
    // a volume in a wrong state gets a size that would be right
    sizes: state ? stateSizes(contract) : [quantity('current', 10)],
    setupsFirst: state,
    ...builder({ contract, names, room }),
  });
}

const tooLarge = ({ maximum }: Room): readonly Quantity[] => (maximum === null ? [] : [quantity('maximum', 1)]);

/** Sizes that would be right in another state of the volume. */
function stateSizes(contract: Contract): readonly Quantity[] {
  const decimals = takesDecimals(contract) ? [quantity('current', 10, { tail: '.5' })] : [];
  return [quantity('current', 10), quantity('current', 1), quantity('ceiling'), ...decimals];
}

/**
 * Equal, just below, zero and negative; then sizes that pass a comparison of texts, of halves or of unsigned numbers.
 */
function notGreater(room: Room): readonly Quantity[] {
  // a narrow type has to turn a negative number into a size that would be right
  const good = Math.min(room.ceiling, room.smallest * 2);
  return [
    quantity('current'),
    quantity('current', -1),
    quantity('zero', -1),
    quantity('zero'),
    quantity('zero', 1),
    quantity('zero', Math.min(9, room.smallest - 1)),
    quantity('zero', -room.smallest * 2),
    quantity('zero', -200),
    quantity('zero', -room.ceiling),
    quantity('zero', -(2 ** 31)),
    quantity('zero', -(2 ** 31) - 1),
    quantity('current', 0, { tail: '.0' }),
    quantity('zero', good - 2 ** 32),
    quantity('current', -5, { tail: '.5' }),
    quantity('current', -1, { tail: '.9' }),
    quantity('current', 0, { form: 'e' }),
    spelled('-1e400'),
    quantity('zero', 0, { tail: '.5' }),
    spelled('-0'),
    quantity('zero', -1, { tail: '.5' }),
    quantity('current', -1, { form: 'E+' }),
    spelled(`${BigInt(wide(room)) - 2n ** 64n}`),
    spelled(`${-(2n ** 63n)}`),
    quantity('current', -2),
  ];
}

/**
 * Just above, then sizes that narrow integers and narrow readers take for a right one, then those that only a wide type
 * can hold.
 */
function overMaximum(maximum: number, room: Room): readonly Quantity[] {
  const good = Math.min(10, Math.max(1, room.ceiling - room.smallest));
  return [
    quantity('maximum', 1),
    quantity('current', good, { wrap: 32 }),
    quantity('maximum', room.smallest),
    spelled('1e400'),
    // the number before the e would be right
    quantity('current', good, { tail: `e${`${maximum}`.length}` }),
    quantity('zero', 0, { wrap: 63 }),
    // right again as MB in 32 bits
    quantity('current', good, { wrap: 22 }),
    quantity('zero', 0, { wrap: 31 }),
    quantity('current', good, { wrap: 16 }),
    spelled(`1${'0'.repeat(399)}`),
    quantity('zero', wide(room), { wrap: 64 }),
    quantity('zero', -1, { wrap: 31 }),
    quantity('zero', 0, { wrap: 53 }),
    quantity('maximum', 1, { tail: '.5' }),
    quantity('current', good, { wrap: 31 }),
    // right again as bytes in 64 bits
    quantity('current', good, { wrap: 34 }),
    quantity('zero', maximum * 2),
    quantity('zero', 0, { wrap: 32 }),
    quantity('zero', 1, { wrap: 53 }),
    spelled('1e20'),
    quantity('maximum', 2),
    quantity('maximum', room.smallest, { form: 'e' }),
    quantity('maximum', 1, { form: '.0E+' }),
  ].filter((size) => size.wrap === 0 || 2 ** size.wrap > maximum + 1);
}

/** A multiple of 4096, so that it keeps its distance from 2^64 also in a double. */
const wide = (room: Room): number => Math.min(8192, Math.floor(room.ceiling / 4096) * 4096);
