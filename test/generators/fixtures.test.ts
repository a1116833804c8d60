import fc from 'fast-check';
import { expect, test } from 'vitest';
import { strangeIds } from '../../generators/fixtures.ts';

const counted = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

test('are always as many, all different and none the volume’s own', () => {
  const many = strangeIds('').length;
  fc.assert(
    fc.property(fc.oneof(fc.uuid(), fc.stringMatching(/^[0-9a-f]{32}$/), fc.stringMatching(/^[\w-]{1,40}$/)), (own) => {
      const ids = strangeIds(own).map(({ id }) => id);
      expect(ids).toHaveLength(many);
      expect(new Set(ids).size).toBe(many);
      expect(ids).not.toContain(own);
    }),
  );
});

test('are none of those that a service counts up', () => {
  const others = new Set([
    ...Array.from({ length: 1_000 }, (_, at) => counted(at)),
    ...Array.from({ length: 1_000 }, (_, at) => `${at}`),
    ...Array.from({ length: 1_000 }, (_, at) => `vol-${at}`),
  ]);
  for (const own of [counted(7), '12', 'vol-12'])
    expect(strangeIds(own).filter(({ id }) => others.has(id) && id !== '0')).toEqual([]);
});
