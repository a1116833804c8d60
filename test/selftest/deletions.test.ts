import { expect, test } from 'vitest';
import { deletions } from '../../selftest/variants/deletions.ts';
import { createBench } from '../backend/bench.ts';
import { letters } from '../backend/letter/index.ts';

test.each(deletions.filter(({ front }) => front === undefined))('$id keeps to the letter', async ({ backend = {} }) => {
  for (const [id, letter] of Object.entries(letters['delete-volume'](backend))) {
    expect(await letter(createBench(backend)), id).toBeUndefined();
  }
});
