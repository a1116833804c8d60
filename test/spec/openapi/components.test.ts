import { expect, test } from 'vitest';
import { noComponents } from '../../../spec/openapi/components.ts';

test('equal schemas of one name are one, others are numbered', () => {
  const components = noComponents();
  const refs = [{ type: 'object' }, { type: 'array' }, { type: 'object' }, { type: 'array' }, {}].map((schema) =>
    components.named('refusal', schema),
  );
  const names = ['refusal', 'refusal-2', 'refusal', 'refusal-2', 'refusal-3'];
  expect(refs).toEqual(names.map((name) => ({ $ref: `#/components/schemas/${name}` })));
  expect(components.schemas).toEqual({
    refusal: { type: 'object' },
    'refusal-2': { type: 'array' },
    'refusal-3': {},
  });
});

test('a name that another schema has already is not given to two', () => {
  const components = noComponents();
  components.named('rack-2', { type: 'null' });
  components.named('rack', {});
  expect(components.named('rack', { type: 'object' })).toEqual({ $ref: '#/components/schemas/rack-3' });
});
