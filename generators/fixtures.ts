import { faker } from '@faker-js/faker/locale/en';
import fc from 'fast-check';

/** An arbitrary from faker: fast-check draws the seed, so that a run repeats; the result does not shrink. */
function fromFaker<T>(make: () => T): fc.Arbitrary<T> {
  return fc.noShrink(fc.nat()).map((seed) => {
    faker.seed(seed);
    return make();
  });
}

faker.seed(20145);

/** A volume id that nobody has assigned. */
export const unknownId = faker.string.uuid();

/** A project id that is not the caller's, in the form that clouds use. */
export const foreignProject = faker.string.hexadecimal({ length: 32, prefix: '', casing: 'lower' });

/** An undocumented member, as JSON text `"key":value`. */
export const extraMember = fromFaker(() => {
  const name = `${faker.word.adjective()}_${faker.word.noun()}`.replaceAll(/[^a-z_]/g, '_');
  const value = faker.helpers.arrayElement([faker.lorem.words(2), faker.number.int(1000), null, true, [1], { a: 1 }]);
  return `${JSON.stringify(name)}:${JSON.stringify(value)}`;
});

/** A text that is no number: words that a person could enter by mistake. */
export const wordy = fromFaker(() => JSON.stringify(`${faker.word.noun()} ${faker.word.adjective()}`));

/** An id that belongs to no volume, as it stands in a path, with a description for people. */
interface StrangeId {
  readonly id: string;
  readonly words: string;
}

/** No id has a slash, spelled out or not: a router may take it for another path. */
const malformedIds = ['x', '0', '-1', 'null', '%20', "'%20or%20'1'%3D'1", 'a'.repeat(300)];

const isHex = /^([0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/**
 * Ids that belong to no volume, made from a given one as it stands in a path: unknown, close to that one, malformed.
 * Their number is always the same. None may be another volume's: ids may be counted at their end or at their beginning,
 * and short ones anywhere.
 */
export function strangeIds(own: string): readonly StrangeId[] {
  const middle = own.slice(15, 18) === 'c0d' ? 'd0c' : 'c0d';
  const close = isHex.test(own)
    ? [
        { id: `${own.slice(0, 15)}${middle}${own.slice(18)}`, words: "the volume's own but for its middle" },
        { id: own.slice(0, 8), words: "the beginning of the volume's own" },
      ]
    : [
        { id: `no-${own}`, words: "the volume's own with a text before it" },
        { id: `${own}-not`, words: "the volume's own with a word behind it" },
      ];
  return [
    { id: unknownId, words: `${unknownId} that is none` },
    ...close,
    { id: `${own}-none`, words: "the volume's own with a text behind it" },
    ...malformedIds.map((id) => ({ id, words: `${id.slice(0, 40)} that is none` })),
  ];
}
