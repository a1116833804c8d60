import { expect, test } from 'vitest';
import { idleChange, strangeGrowth } from '../../../engine/judge/idle.ts';
import type { VolumeReading } from '../../../targets/observe.ts';

const read = (size: number, status = 'available'): VolumeReading => ({
  ...{ kind: 'volume', size, status, multiattach: false, attributes: {} },
});

test('only a size that the volume never had is a change that no replica can show', () => {
  const back = idleChange(read(30), read(10), [10, 30]);
  const other = idleChange(read(30), read(30, 'error'), [10, 30]);
  const grown = idleChange(read(30), read(31), [10, 30]);
  expect([back, other, grown]).toMatchInlineSnapshot(`
    [
      "a volume that nobody worked on went from 30 GB to 10 GB",
      "a volume that nobody worked on went from 30 GB in state "available" to 30 GB in state "error"",
      "a volume that nobody worked on went from 30 GB to 31 GB, a size that it never had",
    ]
  `);
  expect(strangeGrowth([back, other])).toBeUndefined();
  expect(strangeGrowth([back, grown, other])).toBe(grown);
});
