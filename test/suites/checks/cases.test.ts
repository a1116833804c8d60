import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Check } from '../../../engine/check.ts';
import { askedBy, bodyText, type Recipe } from '../../../generators/case.ts';
import { roomOf } from '../../../generators/room.ts';
import { certified, contract as extension } from '../committed.ts';

const spent = { runs: 20, extensions: 12 };

const activeOf = (checks: readonly Check[]) => checks.flatMap((check) => (check.kind === 'active' ? [check] : []));
const documented = certified.map(({ operation, contract }) => {
  const name = operation.id === extension.id ? 'the documented room' : `the documented room of ${operation.id}`;
  return [name, roomOf(contract, 10, undefined), activeOf(operation.checks), contract] as const;
});

/** Rooms in which bounds fall on other sizes than in the documented one. */
const others = [
  ['room for 100 GB', roomOf(extension, 10, 100)],
  ['no volume below 100 GB', roomOf(extension, 100, undefined)],
  ['volumes of 1 to 30 GB', roomOf(extension, 1, 30)],
  ['room for one extension', roomOf(extension, 10, 11)],
] as const;

/** The checks of the extension whose cases depend on the room in more than the current size. */
const bounded = documented
  .flatMap(([, , checks, { id }]) => (id === extension.id ? checks : []))
  .filter(({ requirement }) => /^operation\.|^size\.|^decimal\.|^effect\.attributes/.test(requirement));

const bases = ['zero', 'current', 'maximum', 'ceiling'] as const;

// Whoever moves a bound, drops a case or reorders them has to see it here: a check that no longer sends the telling
// case still passes on a conforming server.
describe.each([...documented, ...others.map(([name, room]) => [name, room, bounded, extension] as const)])(
  'in %s',
  (_, room, chosen, contract) => {
    const line = ({ setup, variant, ...recipe }: Recipe): string => {
      const { size, status, multiattach, servers, grown, exact, essential, oneOf } = setup;
      // no file can hold half of a character
      const body = bodyText(recipe.body, askedBy(recipe, { ...room, current: size })).replace(
        /\p{Surrogate}/gu,
        (half) => `<${half.charCodeAt(0).toString(16)}>`,
      );
      const traits = [
        `${size} GB ${status}`,
        multiattach ? 'shared' : '',
        servers.join('+'),
        grown > 0 ? `grown ${grown}` : '',
        exact ? 'exact' : '',
        essential ? '' : 'extra',
        oneOf === undefined ? '' : `one of ${oneOf}`,
        variant !== 0 ? `variant ${variant}` : '',
      ];
      // of ten thousand digits, or a thousand brackets, the beginning and the number tell all
      const told = body.length > 300 ? `${body.slice(0, 60)}… (${body.length})` : body;
      return `${traits.filter((trait) => trait !== '').join(', ')}: ${told}`;
    };

    test.each(chosen)('$requirement sends these first', ({ cases, budget, atMost }) => {
      const { first } = cases(contract, room, spent);
      expect([`${budget}${atMost === undefined ? '' : `, at most ${atMost}`}`, ...first.map(line)]).toMatchSnapshot();
    });

    test.each(chosen)('what $requirement draws reaches from here to there', ({ cases }) => {
      const drawn: Recipe[] = [];
      const collect = fc.property(cases(contract, room, spent).arbitrary, (recipe) => void drawn.push(recipe));
      // a check leans on the ends of what is drawn, which a mere sample does not
      fc.assert(collect, { seed: 5, numRuns: 1000 });
      const extremes = (of: (recipe: Recipe) => number) => [Math.min(...drawn.map(of)), Math.max(...drawn.map(of))];
      expect({
        plus: Object.fromEntries(
          bases.map((base) => [base, extremes(({ size }) => (size.base === base ? size.plus : 0))]),
        ),
        wrap: extremes(({ size }) => size.wrap),
        size: extremes(({ setup }) => setup.size),
        variant: extremes(({ variant }) => variant),
        bodies: Math.min(60, new Set(drawn.map(({ body }) => body)).size),
        zeros: drawn.some(({ size }) => Number(`0${size.tail}`) === 0 && size.tail !== ''),
        tails: Math.min(60, new Set(drawn.map(({ size }) => size.tail)).size),
      }).toMatchSnapshot();
    });
  },
);
