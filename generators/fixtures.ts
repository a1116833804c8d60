import { faker } from '@faker-js/faker/locale/en';
import fc from 'fast-check';

/** An arbitrary from faker: fast-check draws the seed, so that a run repeats; what faker makes does not shrink. */
function fromFaker<T>(make: () => T): fc.Arbitrary<T> {
  return fc.noShrink(fc.nat()).map((seed) => {
    faker.seed(seed);
    return make();
  });
}

faker.seed(20145);

/** A volume id that nobody has handed out. */
export const unknownId = faker.string.uuid();

/** A project id that is not the caller's, in the form in which clouds give them. */
export const foreignProject = faker.string.hexadecimal({ length: 32, prefix: '', casing: 'lower' });

/** A member that no page documents, as JSON text `"key":value`. */
export const extraMember = fromFaker(() => {
  const name = `${faker.word.adjective()}_${faker.word.noun()}`.replaceAll(/[^a-z_]/g, '_');
  const value = faker.helpers.arrayElement([faker.lorem.words(2), faker.number.int(1000), null, true, [1], { a: 1 }]);
  return `${JSON.stringify(name)}:${JSON.stringify(value)}`;
});

/** A text that is no number: words, as a person would put them there by mistake. */
export const wordy = fromFaker(() => JSON.stringify(`${faker.word.noun()} ${faker.word.adjective()}`));

/** Volume ids that are malformed, for a path: none has a slash of its own. */
export const malformedVolumeIds = [
  'x',
  '0',
  '-1',
  'null',
  '%20',
  '..%2F..',
  "'%20or%20'1'%3D'1",
  'a'.repeat(300),
] as const;
